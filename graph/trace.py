"""From a work up to what it rests on, and down to what rests on it (truy căn cứ pháp lý).

    up      its legal bases and what it carries out, and theirs in turn, as far as the corpus holds the documents
    down    the documents that cite it, with their tasks that cite it, and what rests on those documents in turn

A trace is a tree of steps, each with the words that it rests on, and with what is known of the validity of its work. A
work that was reached before is shown again but not gone into again, so that works which cite each other end.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from corpus import queries
from corpus.engine import Connection
from corpus.facts import DocumentFact, WorkFact
from corpus.store import Corpus
from graph.lookup import find_works
from graph.steps import Direction as Direction
from graph.steps import Root as Root
from graph.steps import Step as Step
from graph.steps import Trace as Trace
from graph.tree import Tree
from graph.validity import History, histories

MOST = 50
"""Documents next to one work that are shown to people, if they do not ask for another number."""

_DEEPEST = 32  # steps; the longest chain from a commune's plan up to the constitution has about ten
_MOST_TREES = 5  # of candidates that are all shown with what is above and below them
_MOST_ROOTS = 100  # that are listed; the others are counted


def trace(
    corpus: Corpus,
    typed: str,
    direction: Direction = "both",
    depth: int = 3,
    on: date | None = None,
    *,
    most: int | None = None,
) -> Trace:
    """What the work rests on that `typed` means, and what rests on it, at most `depth` steps each way.

    With `most`, of each work at most so many documents are shown, the newest first, and in all so many that a person
    can read them (`graph.tree`); `more` counts the others. Without it all are: for a law that half the state cites that
    takes minutes.

    `on` is the day for which the validity of each work is told; without it, that is the day of the document that
    relies on the work. Any text may be typed. Raises `CorpusError`.
    """
    steps = max(0, min(depth, _DEEPEST))
    with corpus.reading() as connection:
        found = find_works(connection, typed)
        if len(found.works) > _MOST_TREES:
            steps = 0
        works = found.works[:_MOST_ROOTS]
        own: dict[int, list[DocumentFact]] = {work.id: [] for work in works}
        for document in queries.documents_of_works(connection, own):
            own[document.work_id or 0].append(document)
        roots = [_root(connection, work, own[work.id], direction, steps, most) for work in works]
        judged = _all_judged(connection, roots, on)
    said = on.isoformat() if on else None
    return Trace(
        typed=typed,
        direction=direction,
        on=said,
        roots=judged,
        more=len(found.works) - len(works),
        close=found.close,
    )


def trace_of(
    connection: Connection,
    work: WorkFact,
    direction: Direction = "both",
    depth: int = 3,
    on: date | None = None,
    *,
    most: int | None = None,
) -> Root:
    """The same from a work that the corpus knows."""
    documents = queries.documents_of_works(connection, [work.id])
    root = _root(connection, work, documents, direction, max(0, min(depth, _DEEPEST)), most)
    return _all_judged(connection, [root], on)[0]


def _all_judged(connection: Connection, roots: Sequence[Root], on: date | None) -> tuple[Root, ...]:
    known = histories(connection, _works_in(roots))
    return tuple(_judged_root(root, known, on) for root in roots)


def _root(
    connection: Connection,
    work: WorkFact,
    documents: list[DocumentFact],
    direction: Direction,
    depth: int,
    most: int | None,
) -> Root:
    up = Tree(connection, work.id, 0 if direction == "down" else depth, upward=True, most=most)
    down = Tree(connection, work.id, 0 if direction == "up" else depth, upward=False, most=most)
    return Root(
        work=work,
        documents=tuple(documents),
        up=up.grown(),
        down=down.grown(),
        more_up=up.more,
        more_down=down.more,
    )


def _works_in(roots: Iterable[Root]) -> list[WorkFact]:
    found: dict[int, WorkFact] = {}
    left: list[Step] = []
    for root in roots:
        found[root.work.id] = root.work
        left += (*root.up, *root.down)
    while left:
        step = left.pop()
        left += step.steps
        if step.work:
            found[step.work.id] = step.work
    return list(found.values())


def _judged_root(root: Root, known: dict[int, History], on: date | None) -> Root:
    history = known[root.work.id]
    return replace(
        root,
        validity=history.on(on or date.today()),
        changes=history.changes,
        known=history.known,
        up=tuple(_judged(step, None, known, on) for step in root.up),
        down=tuple(_judged(step, root.work, known, on) for step in root.down),
    )


def _judged(step: Step, below: WorkFact | None, known: dict[int, History], on: date | None) -> Step:
    """The step and those that follow it, with the validity of their works; `below` is the work that is traced down."""
    said = on or _day(step.document.date)
    history = known[step.work.id] if step.work else History()
    return replace(
        step,
        validity=history.on((on or date.today()) if below else said) if step.work else None,
        relied_on=known[below.id].on(said) if below else None,
        changes=history.changes,
        known=history.known,
        steps=tuple(_judged(one, step.work if below else None, known, on) for one in step.steps),
    )


def _day(written: str | None) -> date:
    """The day of a document; of one that does not say it, today."""
    try:
        return date.fromisoformat(written or "")
    except ValueError:
        return date.today()
