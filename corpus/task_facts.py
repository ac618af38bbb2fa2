"""What a checklist needs to know of a document beside its tasks (dữ liệu cho bảng phân công nhiệm vụ): its header, the
deadlines and citations of each task, the names that stand for many bodies."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import Connection, select

from corpus import queries
from corpus.facts import CitationFact, TaskFact
from corpus.models import Agency, Document, Task, TaskCitation
from corpus.task_deadlines import deadlines_of
from extract import extraction
from extract.extraction import Header

_HEADER = tuple(name for name in Header.__slots__ if name not in ("recipients", "attachments"))


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskFacts:
    """A document as a checklist needs it: its formal parts, its tasks as people have put them right, and by their ids
    the deadlines (as extracted) and the citations of each; `collective` are the names of many bodies at once."""

    header: Header
    path: str
    sha256: str
    tasks: tuple[TaskFact, ...]
    deadlines: dict[int, tuple[extraction.Deadline, ...]]
    citations: dict[int, tuple[CitationFact, ...]]
    collective: tuple[str, ...]


def task_facts(connection: Connection, document_id: int) -> TaskFacts | None:
    """The facts of a document; `None` where the corpus has no document of this id."""
    row = connection.execute(select(Document).where(Document.id == document_id)).first()
    if row is None:
        return None
    tasks = tuple(queries.tasks_in(connection, [document_id]))
    names = select(Agency.name).where(Agency.document_id == document_id, Agency.collective)
    return TaskFacts(
        header=Header(**{name: getattr(row, name) for name in _HEADER}, recipients=tuple(row.recipients)),
        path=row.path,
        sha256=row.sha256,
        tasks=tasks,
        deadlines=deadlines_of(connection, [task.id for task in tasks]),
        citations=_citations(connection, document_id),
        collective=tuple(dict.fromkeys(connection.scalars(names.order_by(Agency.ordinal)))),
    )


def _citations(connection: Connection, document_id: int) -> dict[int, tuple[CitationFact, ...]]:
    cited = queries.citations_in(connection, [document_id])
    known = {one.id: one for one in cited if one.found != "none"}
    query = select(TaskCitation.task_id, TaskCitation.citation_id).join(Task, Task.id == TaskCitation.task_id)
    query = query.where(Task.document_id == document_id).order_by(TaskCitation.citation_id)
    found: dict[int, list[CitationFact]] = defaultdict(list)
    for row in connection.execute(query):
        if row.citation_id in known:
            found[row.task_id].append(known[row.citation_id])
    return {task_id: tuple(cited) for task_id, cited in found.items()}
