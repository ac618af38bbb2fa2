"""The overview: what is due, what is past due, what lacks an owner or a day, and what was read lately (tổng quan)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import Query

from corpus import bodies, due_tasks, queries, readings
from corpus.due_tasks import Due
from corpus.engine import Connection
from graph.due_lists import KINDS, DueLists, Kind
from graph.owned import owned
from nhiemvu.web.asked import Reads
from nhiemvu.web.pages import Pages
from nhiemvu.web.paging import After, Limit, cursor, values_of
from nhiemvu.web.readings_page import ReadingView, views
from nhiemvu.web.task_lines import TaskLine, document_name, task_line

pages = Pages(tags=["overview"])
Weeks = Annotated[int, Query(ge=1, le=52, description="How far ahead `due` looks, in weeks.")]

_SHOWN = 6  # tasks of each list on the overview
_COUNTED = 1000
_MONTHS = 12
_BUSIEST = 12
_SHADES = 5


@dataclass(frozen=True, slots=True)
class ListView:
    """A list of tasks: how many there are (`number`; counted up to 1000, then `more`), those shown, and the cursor of
    the page behind them."""

    kind: Kind
    number: int
    more: bool
    tasks: tuple[TaskLine, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class BusyAgency:
    """How many tasks an agency leads that are due in each of the `months` of the overview; `shades` are these numbers
    from 0 to 5, the highest of all months and agencies being 5."""

    id: int
    name: str
    numbers: tuple[int, ...]
    shades: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RecentDocument:
    """A document that was added lately."""

    id: int
    name: str
    title: str
    issuer: str | None
    date: str | None
    tasks: int


@dataclass(frozen=True, slots=True)
class OverviewView:
    """What stands in the corpus today; `readings` are the files that were handed in last, also those that could not be
    read, with the reason."""

    today: str
    weeks: int
    lists: tuple[ListView, ...]
    months: tuple[str, ...]
    agencies: tuple[BusyAgency, ...]
    documents: tuple[RecentDocument, ...]
    readings: tuple[ReadingView, ...]
    numbers: dict[str, int]


@pages.page("/overview", "overview.html")
def overview(asked: Reads, weeks: Weeks = 4) -> OverviewView:
    """What is due in the next weeks, what is past due, which tasks have no owner or no day, who has how much to do in
    the months ahead, and which documents were added lately."""
    today = date.today()
    hidden = asked.secret_ids()
    months = _months(today)
    with asked.corpus.reading() as connection:
        lists = DueLists(connection, today, hidden)
        shown = tuple(_list(connection, lists, kind, weeks, today) for kind in KINDS)
        return OverviewView(
            today=today.isoformat(),
            weeks=weeks,
            lists=shown,
            months=months,
            agencies=_busiest(connection, months, today),
            documents=_recent(connection, hidden),
            readings=views(asked, readings.readings(connection, _SHOWN)),
            numbers=queries.counts(connection),
        )


@pages.page("/overview/{kind}", "overview_list.html")
def overview_list(
    asked: Reads, kind: Kind, weeks: Weeks = 4, after: After = "", limit: Limit = 50
) -> ListView:
    """One of the lists of the overview, page by page."""
    today = date.today()
    values = values_of(after)
    behind = (str(values[0]), int(values[1] or 0)) if len(values) == 2 else None
    with asked.corpus.reading() as connection:
        lists = DueLists(connection, today, asked.secret_ids())
        rows = lists.rows(kind, 7 * weeks, limit + 1, behind)
        number = lists.number(kind, 7 * weeks, _COUNTED + 1)
        tasks = lines_of(connection, rows[:limit], today)
    last = rows[limit - 1] if len(rows) > limit else None
    next_page = cursor(last.day, last.task_id) if last else None
    return ListView(kind, min(number, _COUNTED), number > _COUNTED, tasks, next_page)


def lines_of(connection: Connection, rows: Sequence[Due], today: date) -> tuple[TaskLine, ...]:
    """The rows as entries of a list, in their order."""
    known = queries.tasks(connection, {row.task_id for row in rows})
    found = {one.task.id: one for one in owned(connection, list(known.values()), today)}
    return tuple(
        task_line(found[row.task_id], row.day or None, today) for row in rows if row.task_id in found
    )


def _list(connection: Connection, lists: DueLists, kind: Kind, weeks: int, today: date) -> ListView:
    number = lists.number(kind, 7 * weeks, _COUNTED + 1)
    rows = lists.rows(kind, 7 * weeks, _SHOWN)
    tasks = lines_of(connection, rows, today)
    return ListView(kind, min(number, _COUNTED), number > _COUNTED, tasks, None)


def _months(today: date) -> tuple[str, ...]:
    first = today.year * 12 + today.month - 1
    return tuple(f"{month // 12}-{month % 12 + 1:02}" for month in range(first, first + _MONTHS))


def _busiest(connection: Connection, months: Sequence[str], today: date) -> tuple[BusyAgency, ...]:
    first, last = today.isoformat(), f"{months[-1]}-31"
    ids, numbers = due_tasks.numbers_by_month(connection, first, last, _BUSIEST)
    known = bodies.bodies(connection, ids)
    highest = max(numbers.values(), default=1)
    found = []
    for id_ in ids:
        row = tuple(numbers.get((id_, month), 0) for month in months)
        shades = tuple(-(-n * _SHADES // highest) for n in row)
        found.append(BusyAgency(id_, known[id_].full_name, row, shades))
    return tuple(found)


def _recent(connection: Connection, hidden: Collection[int]) -> tuple[RecentDocument, ...]:
    ids = due_tasks.added_last(connection, _SHOWN, hidden)
    known = queries.documents(connection, ids)
    return tuple(
        RecentDocument(
            id=id_,
            name=document_name(known[id_]),
            title=known[id_].title or "",
            issuer=known[id_].issuer,
            date=known[id_].date,
            tasks=len(queries.task_ids(connection, id_)),
        )
        for id_ in ids
    )
