"""Who changed what (nhật ký), for administrators."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Any

from fastapi import Query

from corpus import audit
from nhiemvu.web.asked import Rules
from nhiemvu.web.errors import BadInputError
from nhiemvu.web.pages import Pages
from nhiemvu.web.paging import After, Limit, cursor, values_of
from nhiemvu.web.times import begins, iso

pages = Pages(tags=["accounts"])
_Text = Annotated[str, Query(max_length=200)]
_Day = Annotated[str, Query(max_length=10, pattern=r"^(\d{4}-\d{2}-\d{2})?$", examples=["2026-03-02"])]


@dataclass(frozen=True, slots=True)
class AuditRow:
    """When (UTC), who (as they sign, with their account), what they did, to what, what besides, from which address."""

    id: int
    at: str | None
    by: str
    action: str
    subject: str
    details: dict[str, Any]
    address: str


@dataclass(frozen=True, slots=True)
class AuditView:
    """The rows, the newest first; `next` is the cursor of those before them. `people` and `actions` are what one can
    ask for."""

    rows: tuple[AuditRow, ...]
    next: str | None
    people: tuple[str, ...]
    actions: dict[str, str]


@pages.page("/audit", "audit.html")
def trail(
    asked: Rules,
    by: _Text = "",
    action: _Text = "",
    subject: _Text = "",
    since: _Day = "",
    until: _Day = "",
    after: After = "",
    limit: Limit = 50,
) -> AuditView:
    """Who changed what: of one person, of one action, with words in the subject, from one day through another (days of
    Viet Nam)."""
    last = _day(until)
    wanted = audit.Wanted(
        by=by,
        action=action,
        subject=subject,
        since=begins(day) if (day := _day(since)) else None,
        until=begins(last + timedelta(days=1)) if last else None,
    )
    with asked.corpus.reading() as connection:
        found = audit.entries(connection, wanted, before=_before(after), limit=limit + 1)
        people = audit.people(connection)
    shown = found[:limit]
    next_ = cursor(shown[-1].id) if len(found) > limit else None
    rows = tuple(
        AuditRow(one.id, iso(one.at), one.by, one.action, one.subject, one.details, one.address)
        for one in shown
    )
    return AuditView(rows, next_, tuple(people), dict(audit.ACTIONS))


def _before(after: str) -> int | None:
    values = values_of(after)
    if not values:
        return None
    if len(values) != 1 or not isinstance(values[0], int) or not 0 < values[0] < 2**63:
        raise BadInputError("con trỏ trang không hợp lệ", "mở lại từ trang đầu")
    return values[0]


def _day(typed: str) -> date | None:
    """The day, if one was typed. Raises `BadInputError` where there is no such day."""
    try:
        day = date.fromisoformat(typed) if typed else None
    except ValueError:
        day = date.min
    if day is not None and not 1945 <= day.year <= 2200:
        raise BadInputError("không có ngày này", "ghi ngày như 30/6/2024 hoặc 2024-06-30")
    return day
