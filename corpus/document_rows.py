"""What a page about one document asks of the tables: its formal parts, and what stands in a stretch of its text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, func, or_, select

from corpus.body_rows import seat_in
from corpus.fact_rows import batches, citations_where, documents_where, tasks_where
from corpus.facts import CitationFact, DocumentFact, TaskFact
from corpus.models import Agency, Body, Citation, Deadline, Document, Task, TaskDeadline
from corpus.seats import identify
from corpus.task_deadlines import deadline_in
from extract import extraction

LARGEST_ID = 2**63 - 1
"""No database counts further."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """All that is known of a document besides its text and what was found in it: its source, its header (`extract`),
    and when it was added (UTC)."""

    id: int
    path: str
    sha256: str
    media_type: str
    reader: str
    pages: int | None
    warnings: tuple[str, ...]
    type: str | None
    number: str | None
    issuer: str | None
    parent: str | None
    place: str | None
    date: str | None
    title: str | None
    authority: str | None
    position: str | None
    signer: str | None
    recipients: tuple[str, ...]
    urgency: str | None
    secrecy: str | None
    attachments: tuple[dict[str, Any], ...]
    uri: str | None
    schema: str
    added_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionFact:
    """A mention of a body (cơ quan) in a document. `body_id` is the body at its place that is meant, where some task
    names it."""

    start: int
    end: int
    quote: str
    name: str
    level: str | None
    place: str | None
    collective: bool
    body_id: int | None


def details_of(connection: Connection, document_id: int) -> Details | None:
    """The document with this id, which may be any number; `None` where there is none."""
    if not 0 < document_id <= LARGEST_ID:
        return None
    names = [field.name for field in fields(Details)]
    query = select(*(Document.__table__.columns[name] for name in names)).where(Document.id == document_id)
    row = connection.execute(query).one_or_none()
    return _details(row) if row else None


def newest_documents(
    connection: Connection, limit: int, before: tuple[str | None, int] | None = None, *, secret: bool = False
) -> list[DocumentFact]:
    """The documents by their day, the newest first, those without one last, those of one day by their ids; at most
    `limit`, those after `before` (day and id of the last one seen). With `secret` also those with such a stamp."""
    undated = Document.date.is_(None)
    if before and before[0] is None:
        found = _ids(connection, undated & (Document.id > before[1]), limit, secret)
    else:
        found = _ids(connection, _dated(before), limit, secret)
        if len(found) < limit:
            found += _ids(connection, undated, limit - len(found), secret)
    return documents_where(connection, Document.id.in_(found))


def tasks_between(connection: Connection, document_id: int, start: int, end: int) -> list[TaskFact]:
    """The tasks of a document of which some words stand at `start` to `end`, as people put them right."""
    return tasks_where(connection, _between(Task, document_id, start, end))


def citations_between(connection: Connection, document_id: int, start: int, end: int) -> list[CitationFact]:
    """The citations of a document of which some words stand there, as people put them right."""
    return citations_where(connection, _between(Citation, document_id, start, end))


def citation_numbers(connection: Connection, ids: Collection[int]) -> dict[int, int]:
    """The number of each of these citations among those of its document, from 1."""
    query = select(Citation.id, Citation.ordinal)
    return {
        row.id: row.ordinal + 1
        for some in batches(ids)
        for row in connection.execute(query.where(Citation.id.in_(some)))
    }


def citation_numbered(connection: Connection, document_id: int, number: int) -> CitationFact | None:
    """The citation with this number, from 1, of a document; `None` where there is none."""
    if not 0 < number < LARGEST_ID:
        return None
    numbered = (Citation.document_id == document_id) & (Citation.ordinal == number - 1)
    return next(iter(citations_where(connection, numbered)), None)


def task_counts(connection: Connection, document_ids: Collection[int]) -> dict[int, int]:
    """How many tasks were found in each of these documents; those without any are missing."""
    query = select(Task.document_id, func.count().label("number")).group_by(Task.document_id)
    return {
        row.document_id: row.number
        for some in batches(document_ids)
        for row in connection.execute(query.where(Task.document_id.in_(some)))
    }


def task_places(connection: Connection, document_id: int) -> list[tuple[str, int, int | None]]:
    """The name of every task of a document as it was extracted, where it begins, and its page; in reading order."""
    query = select(Task.name, Task.start, Task.page).where(Task.document_id == document_id)
    return [(row.name, row.start, row.page) for row in connection.execute(query.order_by(Task.ordinal))]


def deadlines_of(
    connection: Connection, document_id: int
) -> list[tuple[extraction.Deadline, tuple[str, ...]]]:
    """The deadlines of a document as they were extracted, in reading order, each with the names of the tasks that it
    governs."""
    links = select(TaskDeadline.deadline_id, Task.name).join(Task, Task.id == TaskDeadline.task_id)
    tasks: dict[int, list[str]] = defaultdict(list)
    for row in connection.execute(links.where(Task.document_id == document_id).order_by(Task.ordinal)):
        tasks[row.deadline_id].append(row.name)
    query = select(Deadline).where(Deadline.document_id == document_id).order_by(Deadline.ordinal)
    return [(deadline_in(row), tuple(tasks[row.id])) for row in connection.execute(query)]


def mentions_of(connection: Connection, document_id: int) -> list[MentionFact]:
    """Every mention of a body in a document, in reading order."""
    said = (Agency.name, Agency.kind, Agency.level, Agency.place, Agency.collective)
    query = select(*said, Agency.start, Agency.end, Agency.quote).where(Agency.document_id == document_id)
    rows = connection.execute(query.order_by(Agency.start, Agency.end)).all()
    keys = _keys(connection, document_id, rows)
    known = body_ids(connection, keys.values())
    return [
        MentionFact(
            start=row.start,
            end=row.end,
            quote=row.quote,
            name=row.name,
            level=row.level,
            place=row.place,
            collective=row.collective,
            body_id=known.get(keys[tuple(row[:5])]),
        )
        for row in rows
    ]


def _keys(
    connection: Connection, document_id: int, rows: Iterable[Row[*tuple[Any, ...]]]
) -> dict[tuple[Any, ...], str]:
    """For each different mention (all that tells which body is meant) the key of the body."""
    seat = seat_in(connection, document_id)
    different = {tuple(row[:5]): row for row in rows}
    return {said: identify(row.name, row, seat).key for said, row in different.items()}


def body_ids(connection: Connection, keys: Iterable[str]) -> dict[str, int]:
    """Which of these bodies (`corpus.seats.Identity.key`) tasks name: key to id."""
    return {
        row.key: row.id
        for some in batches(set(keys))
        for row in connection.execute(select(Body.key, Body.id).where(Body.key.in_(some)))
    }


def _details(row: Row[*tuple[Any, ...]]) -> Details:
    said = dict(row._mapping)
    for name in ("warnings", "recipients", "attachments"):
        said[name] = tuple(said[name])
    return Details(**said)


def _between(table: Any, document_id: int, start: int, end: int) -> Any:
    return and_(table.document_id == document_id, table.start < end, table.end > start)


def _dated(before: tuple[str | None, int] | None) -> ColumnElement[bool]:
    if before is None:
        return Document.date.is_not(None)
    day, last = before
    return or_(Document.date < day, and_(Document.date == day, Document.id > last))


def _ids(connection: Connection, condition: Any, limit: int, secret: bool) -> list[int]:
    query = select(Document.id).where(condition)
    if not secret:
        query = query.where(or_(Document.secrecy.is_(None), Document.secrecy == ""))
    return list(connection.scalars(query.order_by(Document.date.desc(), Document.id).limit(limit)))
