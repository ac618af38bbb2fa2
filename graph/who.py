"""Which agency owns it (cơ quan nào chủ trì): the tasks that answer a question, each with its owners and its words.

The owners are told as the document has them and as they are on the day that is asked (`graph.owners`): a plan of 2020
names bodies that no longer exist.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from itertools import islice
from typing import Any

from corpus import corrections, queries, search
from corpus.body_rows import bodies_of
from corpus.engine import Connection
from corpus.facts import DocumentFact, SectionFact, TaskFact
from corpus.search import Hit
from corpus.search_steps import Match
from corpus.store import Corpus
from corpus.words import question
from graph.owners import Owner
from graph.task_owners import task_owners
from graph.wanted import Wanted
from rulebook.dates import day_of

_LOOKED_AT = 1_000  # tasks, the best first, among which those that are wanted are looked for
_PORTION = 50


@dataclass(frozen=True, slots=True)
class Answer:
    """A task that answers the question. `sections` stand over it, the outermost first; `match` says how the words
    were found (`corpus.search`), `score` how well within that (more is better); `owners` are the bodies that lead and
    support it, as the document has them and on the day `on`."""

    task: TaskFact
    document: DocumentFact
    sections: tuple[SectionFact, ...]
    match: Match
    score: float
    owners: tuple[Owner, ...] = ()
    on: date | None = None

    @property
    def headings(self) -> tuple[str, ...]:
        """What stands over the task, the outermost first; not the heading of an item that is the task itself."""
        said = (section.heading for section in self.sections)
        return tuple(heading for heading in said if heading and heading not in self.task.quote)

    def as_json(self) -> dict[str, Any]:
        """The answer as a JSON object: who, by when, in which words, and where they stand."""
        task = asdict(self.task)
        for name in ("id", "document_id", "name"):
            del task[name]
        owners = {"on": self.on and self.on.isoformat(), "owners": [owner.as_json() for owner in self.owners]}
        found = {"match": self.match, "score": round(self.score, 6)}
        return task | {"headings": list(self.headings)} | owners | found | {"document": asdict(self.document)}


def who(
    corpus: Corpus, query: str, limit: int = 10, on: date | None = None, wanted: Wanted | None = None
) -> list[Answer]:
    """The tasks that answer `query`, best first, at most `limit`; empty where nothing answers.

    Any text may be asked, with diacritics or without, and with slips of spelling. `on` is the day for which the owners
    are told, today where it is missing. With `wanted`, only such tasks, of the two hundred or so that answer best.
    Raises `CorpusError`.
    """
    day = on or date.today()
    narrow = wanted if wanted and wanted.anything else None
    with corpus.reading() as connection:
        # Some of what is found may be no task, by somebody's word.
        most = _LOOKED_AT if narrow else limit + corrections.withdrawals(connection)
        hits = search.find_tasks(connection, question(query), most)
        return list(islice(_answers(connection, hits, day, narrow), limit))


def _answers(
    connection: Connection, hits: Sequence[Hit], on: date, wanted: Wanted | None
) -> Iterator[Answer]:
    for at in range(0, len(hits), _PORTION):
        some = hits[at : at + _PORTION]
        known = queries.tasks(connection, [hit.id for hit in some])
        found = [(hit, known[hit.id]) for hit in some if hit.id in known]
        tasks = [task for _, task in found]
        documents = queries.documents(connection, {task.document_id for task in tasks})
        places = [(task.document_id, task.start, task.end) for task in tasks]
        sections = queries.sections_over_all(connection, places)
        bodies = bodies_of(connection, tasks)
        for (hit, task), over in zip(found, sections, strict=True):
            document = documents[task.document_id]
            bare = Answer(task, document, tuple(over), hit.match, hit.score, (), on)
            owners = task_owners(task, over, document, bodies[task.id], on)
            if not wanted or wanted.fits(task, owners, document.issuer, day_of(document.date)):
                yield replace(bare, owners=owners)
