"""Who answers for the tasks of a document (cơ quan của nhiệm vụ, khi đó và nay), read from the corpus."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from corpus import queries
from corpus.body_rows import Bodies, bodies_of
from corpus.engine import Connection
from corpus.facts import SectionFact, TaskFact
from graph.owners import Asked, Owner, Role, owners_of
from rulebook.dates import day_of


class Said(Protocol):
    """What a document says of itself."""

    @property
    def issuer(self) -> str | None: ...
    @property
    def date(self) -> str | None: ...
    @property
    def title(self) -> str | None: ...


def task_owners(
    task: TaskFact, sections: Iterable[SectionFact], document: Said, bodies: Bodies, on: date
) -> tuple[Owner, ...]:
    """The owners of a task on a day; `sections` stand over it, the outermost first, and `bodies` are those that its
    names mean."""
    headings = (section.heading for section in reversed(list(sections)))
    words = "\n".join((task.quote, *filter(None, headings), document.title or ""))
    roles: list[tuple[Role, tuple[str, ...]]] = [("lead", task.lead), ("support", task.support)]
    named = [(name, role, bodies[name]) for role, names in roles for name in names]
    return owners_of(named, Asked(issuer=document.issuer, since=day_of(document.date), words=words, on=on))


def owners_in(
    connection: Connection, document: Said, tasks: Sequence[TaskFact], on: date
) -> dict[int, tuple[Owner, ...]]:
    """The owners of tasks of one document on a day, by the ids of the tasks."""
    places = [(task.document_id, task.start, task.end) for task in tasks]
    sections, bodies = queries.sections_over_all(connection, places), bodies_of(connection, tasks)
    return {
        task.id: task_owners(task, over, document, bodies[task.id], on)
        for task, over in zip(tasks, sections, strict=True)
    }
