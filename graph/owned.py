"""Tasks with their owners, as documents name them and as they are on a day (nhiệm vụ và cơ quan chịu trách nhiệm)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus import queries
from corpus.body_rows import bodies_of
from corpus.engine import Connection
from corpus.facts import DocumentFact, SectionFact, TaskFact
from graph.owners import Owner
from graph.task_owners import task_owners


@dataclass(frozen=True, slots=True)
class Owned:
    """A task, its document, the sections over it, the outermost first, and its owners."""

    task: TaskFact
    document: DocumentFact
    sections: tuple[SectionFact, ...]
    owners: tuple[Owner, ...]


def owned(connection: Connection, tasks: Sequence[TaskFact], on: date) -> list[Owned]:
    """These tasks with their owners, as they are on the day `on`."""
    documents = queries.documents(connection, {task.document_id for task in tasks})
    places = [(task.document_id, task.start, task.end) for task in tasks]
    sections = queries.sections_over_all(connection, places)
    bodies = bodies_of(connection, tasks)
    found = []
    for task, over in zip(tasks, sections, strict=True):
        document = documents[task.document_id]
        owners = task_owners(task, over, document, bodies[task.id], on)
        found.append(Owned(task, document, tuple(over), owners))
    return found
