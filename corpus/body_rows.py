"""Which body each name in a task means, read from the tables (cơ quan của nhiệm vụ)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, bindparam, select

from corpus.fact_rows import batches
from corpus.facts import TaskFact
from corpus.models import Agency, Body, Citation, Document, TaskBody
from corpus.responsible import MentionAt, around, duty_of, responsible
from corpus.seats import Identity, Seat, seat_of
from extract.extraction import Header
from rulebook.dates import day_of

Bodies = dict[str, Identity]
"""The bodies of a task by the names that it has for them."""


_NAMED = (
    select(
        TaskBody.task_id,
        TaskBody.name.label("said"),
        *(Body.__table__.columns[name] for name in Identity.__slots__),
    )
    .join(Body, Body.id == TaskBody.body_id)
    .where(TaskBody.task_id.in_(bindparam("ids", expanding=True)))
)


def bodies_of(connection: Connection, tasks: Collection[TaskFact]) -> dict[int, Bodies]:
    """Which body each name of these tasks means, by the ids of the tasks. Names that people put in are understood as if
    the document had them."""
    found: dict[int, Bodies] = {task.id: {} for task in tasks}
    for some in batches(found):
        for row in connection.execute(_NAMED, {"ids": some}):
            task_id, said, *known = row
            found[task_id][said] = Identity(**dict(zip(Identity.__slots__, known, strict=True)))
    missing: dict[int, list[TaskFact]] = defaultdict(list)
    for task in tasks:
        if not set(_names(task)) <= found[task.id].keys():
            missing[task.document_id].append(task)
    for document_id, some_tasks in missing.items():
        for task, bodies in zip(some_tasks, _understood(connection, document_id, some_tasks), strict=True):
            found[task.id] = bodies | found[task.id]
    return found


def receivers_of(connection: Connection, tasks: Collection[TaskFact]) -> dict[int, Bodies]:
    """The bodies that get what these tasks produce, by the ids of the tasks that have such."""
    by_document: dict[int, list[TaskFact]] = defaultdict(list)
    for task in tasks:
        if task.deliverable_to:
            by_document[task.document_id].append(task)
    found: dict[int, Bodies] = {}
    for document_id, some in by_document.items():
        duties = [duty_of(task.end, task.deliverable_to, ()) for task in some]
        bodies = responsible(seat_in(connection, document_id), _mentions(connection, document_id), duties)
        found |= dict(zip((task.id for task in some), bodies, strict=True))
    return found


def seat_in(connection: Connection, document_id: int) -> Seat:
    """Where the issuer of a document sits, on the day of the document."""
    columns = (Document.issuer, Document.date, Document.parent)
    header = connection.execute(select(*columns).where(Document.id == document_id)).one()
    issuers = connection.scalars(select(Citation.issuer).where(Citation.document_id == document_id)).all()
    provinces = select(Agency.place).where(Agency.document_id == document_id, Agency.level == "province")
    named = around(header.parent, issuers, connection.scalars(provinces).all())
    return seat_of(header.issuer, day_of(header.date), named)


def _understood(connection: Connection, document_id: int, tasks: Iterable[TaskFact]) -> list[Bodies]:
    duties = [duty_of(task.end, _names(task), ()) for task in tasks]
    mentions = _mentions(connection, document_id)
    typed = {name for duty in duties for name in duty.names} - {mention.name for mention in mentions}
    mentions += _read(connection, document_id, sorted(typed))
    return responsible(seat_in(connection, document_id), mentions, duties)


def _read(connection: Connection, document_id: int, names: Iterable[str]) -> list[MentionAt]:
    """What the document would say by names that stand nowhere in it, read as its own words are: people may name a body
    with another place than that of the document."""
    from extract.mention_agencies import find_agencies
    from extract.setting import Setting

    columns = (Document.number, Document.date, Document.issuer, Document.place)
    header = connection.execute(select(*columns).where(Document.id == document_id)).one()
    setting = Setting.of(Header(**header._mapping))
    found = ((name, find_agencies(name, [(0, len(name))], (), setting)) for name in names)
    return [
        replace(read[0], name=name)
        for name, read in found
        if [one.end - one.start for one in read] == [len(name)]
    ]


def _mentions(connection: Connection, document_id: int) -> list[MentionAt]:
    columns = (Agency.name, Agency.kind, Agency.level, Agency.place, Agency.collective, Agency.start)
    rows: list[Any] = list(
        connection.execute(select(*columns).where(Agency.document_id == document_id)).all()
    )
    return rows


def _names(task: TaskFact) -> tuple[str, ...]:
    return (*task.lead, *task.support)
