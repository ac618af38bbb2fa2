"""Files that were handed in (tệp đã nộp): the list, with what failed and why, and the progress of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from corpus import readings
from corpus.queries import documents
from corpus.readings import UNDER_WAY, ReadingFact, ReadingState
from nhiemvu.web.asked import Asked, Edits, Reads
from nhiemvu.web.errors import NotFoundError
from nhiemvu.web.pages import Done, Pages
from nhiemvu.web.paging import After, Limit, cursor, values_of
from nhiemvu.web.shown import not_shown
from nhiemvu.web.words import say_fault

pages = Pages(tags=["readings"])

STATES: dict[ReadingState, str] = {
    "waiting": "chờ đọc",
    "reading": "đang đọc",
    "done": "đã đọc",
    "failed": "không đọc được",
    "refused": "không nhận",
}
_SHOWN: dict[str, tuple[ReadingState, ...]] = {
    "": (),
    "under_way": UNDER_WAY,
    "failed": ("failed", "refused"),
}
_JUST_NOW = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingView:
    """A file that was handed in: its name and size (bytes), its state; while it is read, the `page` of its `pages` that
    was read last and how many files are read before it (`ahead`); why it failed or was refused; the document that it
    became, and how that is called; who handed it in and when (ISO 8601, UTC); whether it may be tried again."""

    id: int
    name: str
    size: int
    state: ReadingState
    page: int | None
    pages: int | None
    ahead: int
    cause: str | None
    remedy: str | None
    document_id: int | None
    document: str | None
    by: str
    asked_at: str
    ended_at: str | None
    may_retry: bool
    under_way: bool
    just_ended: bool


@dataclass(frozen=True, slots=True)
class ReadingsView:
    """Files that were handed in, the newest first; `next` is the cursor of the next page."""

    state: str
    readings: tuple[ReadingView, ...]
    next: str | None


@pages.page("/readings", "readings.html")
def listed(
    asked: Reads,
    state: Literal["", "under_way", "failed"] = "",
    after: After = "",
    limit: Limit = 50,
) -> ReadingsView:
    """The files that were handed in, the newest first: all, those that are not read yet, or those that failed."""
    before = next((one for one in values_of(after) if isinstance(one, int)), None)
    with asked.corpus.reading() as connection:
        found = readings.readings(connection, limit + 1, before, _SHOWN[state])
    more = cursor(found[limit - 1].id) if len(found) > limit else None
    return ReadingsView(state, views(asked, found[:limit]), more)


@pages.page("/readings/{reading_id}", "reading.html")
def reading(asked: Reads, reading_id: int) -> ReadingView:
    """How far the reading of a file is, and what became of it."""
    with asked.corpus.reading() as connection:
        found = readings.reading(connection, reading_id)
        ahead = readings.ahead_of(connection, reading_id) if found and found.state == "waiting" else 0
    if found is None:
        raise NotFoundError("không có tệp này trong danh sách", "xem lại danh sách tệp đã nộp")
    (view,) = views(asked, [found], ahead)
    return view


@pages.action("/readings/{reading_id}/retry")
def retry(asked: Edits, reading_id: int) -> Done[ReadingView]:
    """Read a file again that could not be read."""
    with asked.corpus.writing() as connection:
        found = readings.retry(connection, reading_id)
        asked.audit(connection, "reading.retry", found.name, reading=reading_id)
    asked.request.app.state.reader.wake()
    note, values = "Đang chờ đọc lại: {name}.", (("name", found.name),)
    return Done(reading(asked, reading_id), f"/readings/{reading_id}", note, values)


def views(asked: Asked, found: Iterable[ReadingFact], ahead: int = 0) -> tuple[ReadingView, ...]:
    """The files as they are shown; a document that must not be shown has no name."""
    rows = list(found)
    ids = {row.document_id for row in rows if row.document_id}
    with asked.corpus.reading() as connection:
        known = documents(connection, ids - not_shown(asked, connection, ids))
    named = {
        one.id: " ".join(part for part in (one.type, one.number) if part) or one.title
        for one in known.values()
    }
    return tuple(_view(asked, row, named, ahead) for row in rows)


def _view(asked: Asked, row: ReadingFact, named: dict[int, str | None], ahead: int) -> ReadingView:
    shown = row.document_id if row.document_id in named else None
    ended = row.ended_at.replace(tzinfo=UTC) if row.ended_at else None
    return ReadingView(
        id=row.id,
        name=row.name,
        size=row.size,
        state=row.state,
        page=row.page,
        pages=row.pages,
        ahead=ahead,
        cause=say_fault(row.cause, asked.lang) if row.cause else None,
        remedy=say_fault(row.remedy, asked.lang) if row.remedy else None,
        document_id=shown,
        document=(named[shown] or row.name) if shown else None,
        by=row.by,
        asked_at=row.asked_at.replace(tzinfo=UTC).isoformat(timespec="seconds"),
        ended_at=ended.isoformat(timespec="seconds") if ended else None,
        may_retry=row.state == "failed" and row.size > 0 and asked.may("editor"),
        under_way=row.state in UNDER_WAY,
        just_ended=bool(ended and datetime.now(UTC) - ended < _JUST_NOW),
    )
