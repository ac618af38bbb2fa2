"""The calendar of an agency: what it has to do on which day of a month (lịch công tác theo thời hạn)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Annotated

from fastapi import Query

from corpus import bodies
from corpus.engine import Connection
from corpus.put_right import tasks_put_right
from corpus.task_deadlines import deadlines_of
from extract.extraction import Deadline
from graph.agency_duties import AgencyDuties, Listed, When
from graph.agency_history import agency_history
from nhiemvu.web.agency_page import BodyId
from nhiemvu.web.agency_views import DutyLine, duty_line
from nhiemvu.web.asked import Reads
from nhiemvu.web.errors import BadInputError, NotFoundError
from nhiemvu.web.pages import Pages
from nhiemvu.web.task_lines import task_line
from publish.month import days_of_deadlines, month_after, weeks_of
from rulebook.dates import day_of

pages = Pages(tags=["agencies"])
_OPEN: tuple[When, ...] = ("next", "past", "undated")
_MOST = 200  # tasks of one month
_FIRST_YEAR, _LAST_YEAR = 1945, 2200


@dataclass(frozen=True, slots=True)
class DayView:
    """A day of the calendar, whether it lies in the month, and its tasks."""

    date: str
    inside: bool
    tasks: tuple[DutyLine, ...]


@dataclass(frozen=True, slots=True)
class CalendarView:
    """A month of an agency, week by week from Monday on; `more` where it has more tasks than are shown."""

    id: int
    name: str
    month: str
    before: str
    after: str
    today: str
    weeks: tuple[tuple[DayView, ...], ...]
    number: int
    more: bool


@pages.page("/agencies/{body_id}/calendar", "calendar.html")
def calendar(
    asked: Reads,
    body_id: BodyId,
    month: Annotated[
        str, Query(pattern=r"^(\d{4}-(0[1-9]|1[0-2]))?$", description="`2026-12`; empty: now.")
    ] = "",
) -> CalendarView:
    """What an agency leads and supports in a month, on the days on which it is due; deadlines that come back stand on
    each of their days. Tasks that are done are left out."""
    today = date.today()
    shown = month or f"{today:%Y-%m}"
    if not _FIRST_YEAR <= int(shown[:4]) <= _LAST_YEAR:
        raise BadInputError("lịch không có tháng này", "chọn tháng khác")
    weeks = weeks_of(shown)
    with asked.corpus.reading() as connection:
        itself = bodies.body(connection, body_id)
        if itself is None:
            raise NotFoundError("kho không có cơ quan này", "tìm lại trong danh sách cơ quan")
        history = agency_history(connection, itself, today)
        duties = AgencyDuties(connection, body_id, itself, history.before, today)
        hidden = frozenset(asked.secret_ids())
        rows = [one for when in _OPEN for one in duties.listed(when, hidden=hidden)]
        days = _days(connection, rows, weeks[0][0], weeks[-1][-1])
        due = [one for one in rows if one.task_id in days]
        found = list(islice(duties.looked_at(due), _MOST + 1))
    on: dict[str, list[DutyLine]] = {}
    for duty in found[:_MOST]:
        since = day_of(duty.owned.document.date)
        for day in days[duty.owned.task.id]:
            if since is None or day >= since:
                line = task_line(duty.owned, day.isoformat(), today)
                on.setdefault(day.isoformat(), []).append(duty_line(duty, line, itself))
    view = [[_day(day, shown, on.get(day.isoformat(), ())) for day in week] for week in weeks]
    return CalendarView(
        id=body_id,
        name=itself.full_name,
        month=shown,
        before=month_after(shown, -1),
        after=month_after(shown),
        today=today.isoformat(),
        weeks=tuple(map(tuple, view)),
        number=sum(len(day.tasks) for week in view for day in week if day.inside),
        more=len(found) > _MOST,
    )


def _days(connection: Connection, rows: Iterable[Listed], first: date, last: date) -> dict[int, list[date]]:
    """The days of these tasks that lie between the two, by the ids of the tasks; tasks without such a day are
    missing."""
    ids = {one.task_id for one in rows}
    deadlines = deadlines_of(connection, ids)
    for id_, task in tasks_put_right(connection).items():
        if task and id_ in ids:
            deadlines[id_] = tuple(map(_as_deadline, task.due))
    found = {id_: days_of_deadlines(some, first, last, None) for id_, some in deadlines.items()}
    return {id_: days for id_, days in found.items() if days}


def _as_deadline(value: str) -> Deadline:
    if value.startswith("FREQ="):
        return Deadline(quote=value, start=0, end=0, recurrence=value, rule="")
    return Deadline(quote=value, start=0, end=0, due=value if value[:1].isdigit() else None, rule="")


def _day(day: date, month: str, tasks: Iterable[DutyLine]) -> DayView:
    return DayView(day.isoformat(), f"{day:%Y-%m}" == month, tuple(tasks))
