"""What the made-up corpus is asked, each in a process of its own: questions, traces, gaps; and, beside them, the words
of the same questions put to FTS5 alone, and the same traversal in networkx over the whole graph in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select, text

from bench.graph_measures import Measured, measured
from bench.graph_questions import questions, traced
from corpus import search
from corpus.models import Citation, Description, Document, Task
from corpus.store import Corpus
from corpus.words import question
from graph.steps import Direction, Step
from graph.trace import MOST, trace
from graph.who import who

DEPTH = 6
_TRACES = 100
_PLANS = 20
_OF_A_KIND = 16
_COMPARED_OF_A_KIND = 4
_ALL_ROWS = 10**12


def ask_who(corpus: Corpus, seed: int) -> list[Measured]:
    """`who`: all questions together, and those of each kind."""
    with corpus.reading() as connection:
        asked = questions(connection, seed, _OF_A_KIND)

    def ask(typed: str) -> int:
        return len(who(corpus, typed))

    together = measured("who", ask, [one.text for one in asked])
    kinds = dict.fromkeys(one.kind for one in asked)
    return [together] + [
        measured(f"  {kind}", ask, [one.text for one in asked if one.kind == kind]) for kind in kinds
    ]


def ask_trace(corpus: Corpus, seed: int) -> list[Measured]:
    """`trace` up and down, as many steps as a person is shown."""
    with corpus.reading() as connection:
        asked = [typed for _, typed in traced(connection, seed, _TRACES)]

    def ask(direction: Direction) -> Callable[[str], int]:
        return lambda typed: _size(
            step
            for root in trace(corpus, typed, direction, DEPTH, most=MOST).roots
            for step in (*root.up, *root.down)
        )

    return [measured("trace --up", ask("up"), asked), measured("trace --down", ask("down"), asked)]


def ask_gaps(corpus: Corpus, seed: int) -> list[Measured]:
    """`gaps` of plans; nothing where this version does not have it."""
    if not (Path(__file__).parents[1] / "graph" / "gaps.py").exists():
        return []
    gaps: Callable[[Corpus, str], Any] = import_module("graph.gaps").gaps
    with corpus.reading() as connection:
        held = select(Document.number, Document.issuer, Document.date).where(Document.id % 997 == seed)
        asked = [f"{row.number} {row.issuer} {row.date}" for row in connection.execute(held.limit(_PLANS))]
    return [measured("gaps", lambda typed: len(gaps(corpus, typed).lines), asked)]


def ask_fts5(corpus: Corpus, seed: int) -> list[Measured]:
    """The words of the same questions, all of them in a row, without diacritics: one expression, ranked by bm25."""
    query = text(
        "SELECT rowid FROM task_words WHERE task_words MATCH :words ORDER BY bm25(task_words) LIMIT 10"
    )
    with corpus.reading() as connection:
        asked = [one.text for one in questions(connection, seed, _OF_A_KIND)]

        def ask(typed: str) -> int:
            words = " AND ".join(f'folded : "{word.folded}"' for word in question(typed).words)
            return len(connection.execute(query, {"words": words}).all())

        return [measured("plain FTS5", ask, asked)]


def ask_networkx(corpus: Corpus, seed: int) -> list[Measured]:
    """From the same works, to the same depth, without limit: how many works are reached."""
    from networkx import DiGraph, descendants_at_distance

    graph: Any = DiGraph()
    with corpus.reading() as connection:
        asked = [id_ for id_, _ in traced(connection, seed, _TRACES)]
        documents = connection.execute(
            select(Document.id, Description.work_id).join_from(Document, Description)
        )
        own = {row.id: row.work_id for row in documents}
        cited = select(Citation.document_id, Description.work_id).join_from(Citation, Description)
        graph.add_edges_from((own[id_], work) for id_, work in connection.execute(cited))
        tasks = connection.execute(select(Task.id, Task.document_id))
        graph.add_edges_from((-id_, own[document]) for id_, document in tasks)
    reverse = graph.reverse(copy=False)

    def ask(of: Any) -> Callable[[int], int]:
        return lambda work: sum(len(descendants_at_distance(of, work, n)) for n in range(1, DEPTH + 1))

    there = [work for work in asked if work in graph]
    return [measured("networkx up", ask(graph), there), measured("networkx down", ask(reverse), there)]


Search = Callable[[Connection, str], list[int]]
"""The first ten tasks that answer a question."""


def without_memory(connection: Connection, typed: str) -> list[int]:
    """As the command line searches."""
    return [hit.id for hit in search.find_tasks(connection, question(typed), 10, few=search.FEW)]


def compare(corpus: Corpus, seed: int, ours: Search = without_memory) -> dict[str, float]:
    """The first ten answers beside those that there are when FTS5 ranks every row: which share of them is the same,
    over all questions and over those where any differs; and how often the first is the same."""
    same: list[float] = []
    with corpus.reading() as connection:
        first = 0
        for one in questions(connection, seed, _COMPARED_OF_A_KIND):
            found = ours(connection, one.text)
            ranked = search.find_tasks(connection, question(one.text), 10, few=_ALL_ROWS)
            exact = [hit.id for hit in ranked]
            if exact:
                same.append(len(set(found) & set(exact)) / len(exact))
                first += found[:1] == exact[:1]
    other = [share for share in same if share < 1]
    return {
        "questions": len(same),
        "share": sum(same) / len(same),
        "first": first / len(same),
        "other": len(other),
        "share_of_other": sum(other) / len(other) if other else 1.0,
    }


ASKS: dict[str, Callable[[Corpus, int], list[Measured]]] = {
    "who": ask_who,
    "trace": ask_trace,
    "gaps": ask_gaps,
    "fts5": ask_fts5,
    "networkx": ask_networkx,
}
"""What is measured, each in a process of its own."""


def answers(path: Path, what: str, seed: int) -> list[dict[str, Any]]:
    """One of `ASKS`, or `compare`, as JSON objects."""
    with Corpus.open(path) as corpus:
        if what == "compare":
            return [dict(compare(corpus, seed))]
        return [asdict(one) for one in ASKS[what](corpus, seed)]


def _size(steps: Iterable[Step]) -> int:
    return sum(1 + _size(step.steps) for step in steps)
