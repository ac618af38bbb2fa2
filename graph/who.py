"""Which agency owns it (cơ quan nào chủ trì): the tasks that answer a question, each with its owners and its words."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from corpus import queries, search
from corpus.facts import DocumentFact, SectionFact, TaskFact
from corpus.search_steps import Match
from corpus.store import Corpus
from corpus.words import question


@dataclass(frozen=True, slots=True)
class Answer:
    """A task that answers the question. `sections` stand over it, the outermost first; `match` says how the words
    were found (`corpus.search`), `score` how well within that (more is better)."""

    task: TaskFact
    document: DocumentFact
    sections: tuple[SectionFact, ...]
    match: Match
    score: float

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
        found = {"match": self.match, "score": round(self.score, 6)}
        return task | {"headings": list(self.headings)} | found | {"document": asdict(self.document)}


def who(corpus: Corpus, query: str, limit: int = 10) -> list[Answer]:
    """The tasks that answer `query`, best first, at most `limit`; empty where nothing answers.

    Any text may be asked, with diacritics or without, and with slips of spelling. Raises `CorpusError`.
    """
    asked = question(query)
    with corpus.reading() as connection:
        hits = search.find_tasks(connection, asked, limit)
        tasks = queries.tasks(connection, [hit.id for hit in hits])
        documents = queries.documents(connection, {task.document_id for task in tasks.values()})
        places = [(task.document_id, task.start, task.end) for task in (tasks[hit.id] for hit in hits)]
        over = queries.sections_over_all(connection, places)
        return [
            Answer(
                task=(task := tasks[hit.id]),
                document=documents[task.document_id],
                sections=tuple(sections),
                match=hit.match,
                score=hit.score,
            )
            for hit, sections in zip(hits, over, strict=True)
        ]
