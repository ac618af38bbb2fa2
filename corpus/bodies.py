"""The bodies that the corpus knows (cơ quan trong kho), and the tasks that they lead or support."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, func, literal, or_, select, tuple_

from corpus import body_names
from corpus.fact_rows import batches
from corpus.models import Body, Deadline, Task, TaskBody, TaskDeadline
from corpus.seats import Identity

_WITH_IDS = select(Body).where(Body.id.in_(bindparam("ids", expanding=True)))
_MOST_CALLED = 10_000  # bodies with such a name that are looked through


@dataclass(frozen=True, slots=True)
class Duty:
    """That a body leads or supports a task, as extracted; `day` is the first fixed day by which the task is due."""

    task_id: int
    document_id: int
    body_id: int
    role: str
    day: str | None


def body(connection: Connection, body_id: int) -> Identity | None:
    """The body with this id."""
    return bodies(connection, [body_id]).get(body_id)


def bodies(connection: Connection, ids: Collection[int]) -> dict[int, Identity]:
    """The bodies with these ids."""
    found: dict[int, Identity] = {}
    for some in batches(ids):
        for row in connection.execute(_WITH_IDS, {"ids": some}):
            found[row.id] = _identity(row)
    return found


def body_ids(connection: Connection, keys: Iterable[str]) -> dict[str, int]:
    """The ids of the bodies with these keys that the corpus knows."""
    found: dict[str, int] = {}
    for some in batches(set(keys)):
        rows = connection.execute(select(Body.key, Body.id).where(Body.key.in_(some)))
        found |= {row.key: row.id for row in rows}
    return found


def bodies_like(
    connection: Connection, agencies: Collection[str], provinces: Collection[str]
) -> dict[int, Identity]:
    """The bodies that are one of these agencies of the rule data, in one of these provinces, or, where none is given,
    anywhere; groups apart."""
    query = select(Body).where(Body.agency.in_(sorted(agencies)), Body.group.is_(False))
    if provinces:
        within = [or_(Body.place == one, Body.place.like(f"{one}.%")) for one in sorted(provinces)]
        query = query.where(or_(*within))
    return {row.id: _identity(row) for row in connection.execute(query.order_by(Body.id))}


def bodies_named(
    connection: Connection, words: str, level: str, after: tuple[str, int], limit: int
) -> list[tuple[int, Identity]]:
    """The bodies with these words in their names and places, with diacritics or without, of this level (of any where it
    is empty), by name; those behind the name and id of `after`."""
    query = select(Body).where(tuple_(Body.name, Body.id) > tuple_(*map(literal, after)))
    if words.strip():
        query = query.where(Body.id.in_(body_names.that_have(connection, words, _MOST_CALLED)))
    if level:
        query = query.where(Body.level == level)
    rows = connection.execute(query.order_by(Body.name, Body.id).limit(limit))
    return [(row.id, _identity(row)) for row in rows]


def duties_of(connection: Connection, body_ids: Collection[int]) -> list[Duty]:
    """What these bodies lead and support, by task. Of a task that two of them have, one row each."""
    day = func.min(func.coalesce(Deadline.due, Deadline.last_day))
    query = (
        select(TaskBody.task_id, Task.document_id, TaskBody.body_id, TaskBody.role, day.label("day"))
        .join(Task, Task.id == TaskBody.task_id)
        .outerjoin(TaskDeadline, TaskDeadline.task_id == TaskBody.task_id)
        .outerjoin(Deadline, Deadline.id == TaskDeadline.deadline_id)
        .group_by(TaskBody.task_id, TaskBody.body_id, TaskBody.role)
    )
    found: list[Duty] = []
    for some in batches(body_ids):
        rows = connection.execute(query.where(TaskBody.body_id.in_(some)))
        found += [Duty(row.task_id, row.document_id, row.body_id or 0, row.role, row.day) for row in rows]
    return found


def numbers_of_duties(connection: Connection, body_ids: Collection[int]) -> dict[int, tuple[int, int]]:
    """How many tasks each of these bodies leads, and how many it supports, as extracted."""
    found: dict[int, tuple[int, int]] = {}
    for some in batches(body_ids):
        query = select(TaskBody.body_id, TaskBody.role, func.count(TaskBody.task_id.distinct()).label("n"))
        query = query.where(TaskBody.body_id.in_(some)).group_by(TaskBody.body_id, TaskBody.role)
        for row in connection.execute(query):
            lead, support = found.get(row.body_id or 0, (0, 0))
            found[row.body_id or 0] = (row.n, support) if row.role == "lead" else (lead, row.n)
    return found


def _identity(row: Any) -> Identity:
    return Identity(**{name: getattr(row, name) for name in Identity.__slots__})
