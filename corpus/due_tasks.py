"""Tasks by the day on which they are due, and those that lack an owner or a day (nhiệm vụ theo thời hạn).

As extracted, by SQL: `corpus.put_right` has what people changed of them. Each list goes on where the one before ended
(`after`), so that none has to be read whole.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, Select, func, literal, or_, select, tuple_
from sqlalchemy.orm import InstrumentedAttribute

from corpus.models import Body, Deadline, Document, Task, TaskBody, TaskDeadline

Lack = Literal["owner", "day"]
_LAST = func.coalesce(Deadline.due, Deadline.last_day)


@dataclass(frozen=True, slots=True)
class Due:
    """A task and one of its fixed days; the day is empty in lists of tasks without one."""

    task_id: int
    document_id: int
    day: str


def due_between(
    connection: Connection, first: str, last: str, limit: int, after: tuple[str, int] | None = None
) -> list[Due]:
    """The tasks that are due on the days from `first` to `last` (ISO 8601), the earliest first; those of one day in the
    order of adding. The last day of a duration counts as a day."""
    found: list[Due] = []
    for day in (Deadline.due, Deadline.last_day):
        query = _days(day).where(day.between(first, last)).order_by(day, Task.id)
        if after:
            query = query.where(tuple_(day, Task.id) > tuple_(*map(literal, after)))
        found += _read(connection, query.limit(limit))
    return sorted(set(found), key=_place)[:limit]


def due_before(
    connection: Connection, day: str, limit: int, after: tuple[str, int] | None = None
) -> list[Due]:
    """The tasks that were due before `day`, the latest first."""
    found: list[Due] = []
    for last in (Deadline.due, Deadline.last_day):
        query = _days(last).where(last < day).order_by(last.desc(), Task.id.desc())
        if after:
            query = query.where(tuple_(last, Task.id) < tuple_(*map(literal, after)))
        found += _read(connection, query.limit(limit))
    return sorted(set(found), key=_place, reverse=True)[:limit]


def lacking(
    connection: Connection, what: Lack, limit: int, after: tuple[str, int] | None = None
) -> list[Due]:
    """The tasks for which nobody is named, or that have no deadline at all, those of the documents added last first."""
    there: Any = select(TaskBody.task_id).where(TaskBody.task_id == Task.id, TaskBody.role == "lead")
    if what == "day":
        there = select(TaskDeadline.task_id).where(TaskDeadline.task_id == Task.id)
    query = select(Task.id, Task.document_id, literal("").label("day")).where(~there.exists())
    if after:
        query = query.where(Task.id < after[1])
    return _read(connection, query.order_by(Task.id.desc()).limit(limit))


def numbers_by_month(
    connection: Connection, first: str, last: str, most: int
) -> tuple[list[int], dict[tuple[int, str], int]]:
    """How many tasks the busiest bodies lead that are due from `first` to `last`: the ids of the bodies, at most
    `most`, the busiest first; and the number by body and month (`2026-12`). Groups of bodies are left out."""
    month = func.substr(_LAST, 1, 7).label("month")
    due = select(TaskDeadline.task_id, month).join(Deadline, Deadline.id == TaskDeadline.deadline_id)
    then = or_(Deadline.due.between(first, last), Deadline.last_day.between(first, last))
    due_then = due.where(then).distinct().cte().prefix_with("MATERIALIZED")
    leads = select(TaskBody.body_id, due_then.c.month).join(
        TaskBody, (TaskBody.task_id == due_then.c.task_id) & (TaskBody.role == "lead")
    )
    led = leads.cte().prefix_with("MATERIALIZED")
    query = (
        select(led.c.body_id, led.c.month, func.count().label("n"))
        .join(Body, Body.id == led.c.body_id)
        .where(Body.group.is_(False))
        .group_by(led.c.body_id, led.c.month)
    )
    numbers = {(row.body_id, row.month): row.n for row in connection.execute(query)}
    totals: dict[int, int] = {}
    for (body_id, _), n in numbers.items():
        totals[body_id] = totals.get(body_id, 0) + n
    busiest = sorted(totals, key=lambda body_id: (-totals[body_id], body_id))[:most]
    return busiest, {key: n for key, n in numbers.items() if key[0] in busiest}


def added_last(connection: Connection, limit: int, hidden: Collection[int] = ()) -> Sequence[int]:
    """The documents that were added last, by their ids, the last first."""
    query = select(Document.id).where(Document.id.not_in(hidden)) if hidden else select(Document.id)
    return list(connection.scalars(query.order_by(Document.id.desc()).limit(limit)))


def _days(day: InstrumentedAttribute[str | None]) -> Select[int, int, str | None]:
    return (
        select(Task.id, Task.document_id, day.label("day"))
        .select_from(Deadline)
        .join(TaskDeadline, TaskDeadline.deadline_id == Deadline.id)
        .join(Task, Task.id == TaskDeadline.task_id)
    )


def _read(connection: Connection, query: Select[int, int, Any]) -> list[Due]:
    return [Due(row.id, row.document_id, row.day or "") for row in connection.execute(query)]


def _place(one: Due) -> tuple[str, int]:
    return one.day, one.task_id
