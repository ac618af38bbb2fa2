"""The checklist of a document, to work with (bảng phân công nhiệm vụ): filtered, grouped, sorted, and beside it what
was taken out of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import Query

from nhiemvu.web.asked import Asked, Reads
from nhiemvu.web.checklist_rows import TaskRow, rows_of
from nhiemvu.web.held import document_held
from nhiemvu.web.pages import Pages
from nhiemvu.web.take_away import formats
from publish.caption import caption
from publish.checklist import Checklist
from publish.offices import meant
from rulebook.spelling import flatten, key

pages = Pages(tags=["checklists"])

Status = Literal["", "open", "doing", "done", "overdue", "soon", "unowned", "undated"]
GroupBy = Literal["", "agency", "deadline"]
Order = Literal["", "due"]

STATUSES: dict[Status, str] = {
    "": "Tất cả",
    "overdue": "Quá hạn",
    "soon": "Sắp đến hạn",
    "open": "Chưa thực hiện",
    "doing": "Đang thực hiện",
    "done": "Đã hoàn thành",
    "unowned": "Chưa rõ cơ quan chủ trì",
    "undated": "Chưa rõ thời hạn",
}
_FITS: dict[Status, Callable[[TaskRow], bool]] = {
    "": lambda row: True,
    "overdue": lambda row: row.standing == "overdue",
    "soon": lambda row: row.standing == "soon",
    "open": lambda row: row.state == "open",
    "doing": lambda row: row.state == "doing",
    "done": lambda row: row.state == "done",
    "unowned": lambda row: not row.lead,
    "undated": lambda row: not row.due and not row.deadlines,
}


@dataclass(frozen=True, slots=True)
class AgencyCount:
    """A body of a checklist and how many tasks it leads or supports."""

    name: str
    tasks: int


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows under one heading: a body, a month (`2026-03`), or one of a kind (`overdue`, `recurring`, `undated`)."""

    heading: str | None
    kind: Literal["", "agency", "month", "overdue", "recurring", "undated", "unowned"]
    rows: tuple[TaskRow, ...]


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A task that somebody said is none: its words, the number of the correction, who, when and why."""

    number: int
    quote: str
    by: str
    at: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistView:
    """The checklist of a document: what names it, how many tasks there are of each status (`counts`), what was asked
    for, the rows that fit in their groups, those that were taken out, and the formats in which it can be taken away.
    `shared` is how many tasks more are given to many bodies at once, where one agency was asked for."""

    document_id: int
    document: str
    title: str | None
    agencies: tuple[AgencyCount, ...]
    counts: dict[str, int]
    agency: str
    status: Status
    q: str
    group: GroupBy
    sort: Order
    found: int
    shared: int
    groups: tuple[RowGroup, ...]
    withdrawn: tuple[Withdrawn, ...]
    formats: tuple[str, ...]

    @property
    def taken(self) -> str:
        """The query by which a file has what is asked for here: the agency, and groups by agency."""
        asked = {"agency": self.agency, "group": self.group if self.group == "agency" else ""}
        query = urlencode({name: value for name, value in asked.items() if value})
        return f"?{query}" if query else ""


@pages.page("/documents/{document_id}/checklist", "checklist.html")
def checklist(
    asked: Reads,
    document_id: int,
    agency: Annotated[str, Query(max_length=500)] = "",
    status: Status = "",
    q: Annotated[str, Query(max_length=500)] = "",
    group: GroupBy = "",
    sort: Order = "",
) -> ChecklistView:
    """The tasks of a document with who does them until when and how far they are: those of an agency, of a status, with
    some words; grouped by agency or by deadline."""
    document_held(asked, document_id)
    whole = rows_of(asked, document_id)
    mine = whole.checklist.only(*agency_names(whole.checklist, agency)) if agency else whole.checklist
    names = {row.task for row in mine.rows}
    of_agency = [row for row in whole.rows if row.task in names]
    found = [row for row in of_agency if _FITS[status](row) and _has(row, q)]
    if sort == "due":
        found.sort(key=lambda row: (row.day is None, row.day or "", row.number))
    return ChecklistView(
        document_id=document_id,
        document=caption(whole.checklist.header, whole.checklist.path, asked.lang),
        title=whole.checklist.header.title,
        agencies=_agencies(whole.rows),
        counts={name: sum(map(fits, of_agency)) for name, fits in _FITS.items() if name}
        | {"all": len(of_agency)},
        agency=agency,
        status=status,
        q=q,
        group=group,
        sort=sort,
        found=len(found),
        shared=len(whole.checklist.given_to_all_but(mine)) if agency else 0,
        groups=_grouped(found, group),
        withdrawn=_withdrawn(asked, document_id),
        formats=formats(),
    )


def agency_names(checklist: Checklist, typed: str) -> tuple[str, ...]:
    """The bodies of a checklist that are meant by what was typed."""
    return meant(typed, checklist.agencies()).names


def _has(row: TaskRow, words: str) -> bool:
    text = flatten(
        " ".join((row.quote, *row.lead, *row.support, *row.bases, *row.deadlines, row.deliverable or ""))
    )
    return all(word in text for word in flatten(words).split())


def _agencies(rows: Sequence[TaskRow]) -> tuple[AgencyCount, ...]:
    spelled: dict[str, str] = {}
    counted: Counter[str] = Counter()
    for row in rows:
        named = {key(name): name for name in (*row.lead, *row.support)}
        counted.update(named.keys())
        spelled = named | spelled
    ordered = sorted(counted, key=lambda at: (-counted[at], spelled[at]))
    return tuple(AgencyCount(spelled[at], counted[at]) for at in ordered)


def _grouped(rows: Sequence[TaskRow], by: GroupBy) -> tuple[RowGroup, ...]:
    if by == "agency":
        return _by_agency(rows)
    if by == "deadline":
        return _by_deadline(rows)
    return (RowGroup(None, "", tuple(rows)),) if rows else ()


def _by_agency(rows: Sequence[TaskRow]) -> tuple[RowGroup, ...]:
    """A task stands under each of its leads; those without one come last."""
    named: dict[str, str] = {}
    of: dict[str, list[TaskRow]] = {}
    for row in rows:
        for name in row.lead or ("",):
            named.setdefault(key(name), name)
            of.setdefault(key(name), []).append(row)
    of |= {"": of.pop("")} if "" in of else {}
    return tuple(
        RowGroup(named[at] or None, "agency" if named[at] else "unowned", tuple(some))
        for at, some in of.items()
    )


def _by_deadline(rows: Sequence[TaskRow]) -> tuple[RowGroup, ...]:
    of: dict[tuple[int, str], list[TaskRow]] = {}
    for row in rows:
        of.setdefault(_when(row), []).append(row)
    kinds: tuple[Literal["overdue", "month", "recurring", "undated"], ...]
    kinds = ("overdue", "month", "recurring", "undated")
    return tuple(
        RowGroup(month or None, kinds[place], tuple(sorted(of[place, month], key=lambda row: row.day or "")))
        for place, month in sorted(of)
    )


def _when(row: TaskRow) -> tuple[int, str]:
    if row.standing == "overdue":
        return 0, ""
    if row.day:
        return 1, row.day[:7]
    return (2, "") if row.due or row.deadlines else (3, "")


def _withdrawn(asked: Asked, document_id: int) -> tuple[Withdrawn, ...]:
    said = (
        one.correction
        for one in asked.corpus.corrections_of([document_id])
        if one.correction.kind == "not_task" and one.state == "holds"
    )
    return tuple(
        Withdrawn(one.id, one.quote, one.by, f"{one.said_at.isoformat(timespec='seconds')}+00:00", one.note)
        for one in said
    )
