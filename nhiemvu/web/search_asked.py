"""What the address of the search says (tham số của trang tìm kiếm), and what it means for `graph.finder`."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from fastapi import Query
from pydantic import BaseModel, ConfigDict, Field

from corpus.faceted import Due, Narrowed, spans
from graph.finder import Sought
from nhiemvu.web.errors import BadInputError
from nhiemvu.web.paging import values_of

_PERIOD = re.compile(r"(?P<year>[1-9]\d{3})(?:-Q(?P<quarter>[1-4]))?")


class SearchAsked(BaseModel):
    """The words, what the tasks are narrowed to, and which page."""

    model_config = ConfigDict(populate_by_name=True)

    q: str = Field(
        "", max_length=1000, description="Words, a number of a document, or the name of an agency."
    )
    agency: Annotated[int, Field(ge=0, lt=2**31)] | Literal[""] = Field(
        "", description="The id of a body, as documents name it."
    )
    now: str = Field(
        "", max_length=300, description="The key of an agency of today: also what it has taken over."
    )
    level: Literal["", "central", "province", "district", "commune"] = ""
    province: str = Field("", max_length=100, description="The id of a province of today.")
    type: str = Field("", max_length=100, description="The type of the document: `Kế hoạch`.")
    period: str = Field("", max_length=7, description="Of the document: `2025` or `2025-Q3`.")
    due: Literal["", "this_month", "next_month", "this_year", "again", "none"] = ""
    due_from: str = Field("", max_length=10, description="The first day of a deadline, YYYY-MM-DD.")
    due_to: str = Field("", max_length=10, description="The last day of a deadline, YYYY-MM-DD.")
    status: Literal["", "overdue", "open", "doing", "done"] = ""
    after: str = Field("", max_length=200, description="The cursor `next` of the page before.")
    limit: int = Field(10, ge=1, le=100)
    go: str = Field(
        "", max_length=1, description="`1`: a browser goes straight to the document of that number."
    )
    part: Literal["", "results"] = Field("", description="`results`: only that part of the page.")

    def sought(self, today: date, *, secret: bool) -> Sought:
        """As `graph.finder` takes it. Raises `BadInputError` for what is no day, no period and no cursor."""
        narrowed = Narrowed(
            body=self.agency if self.agency != "" else None,
            level=self.level or None,
            province=self.province or None,
            type=self.type or None,
            months=_months(self.period),
            due=self._due(today),
            status=self.status or None,
            secret=secret,
        )
        values = values_of(self.after)
        place = values[0] if values else 0
        if not isinstance(place, int) or not 0 <= place < 2**60:
            raise BadInputError("con trỏ trang không hợp lệ", "mở lại từ trang đầu")
        typed = " ".join(self.q.split())
        return Sought(typed=typed, narrowed=narrowed, now=self.now, after=place, limit=self.limit)

    def _due(self, today: date) -> tuple[date | None, date | None] | Due | None:
        if self.due in ("again", "none"):
            return "again" if self.due == "again" else "none"
        if self.due:
            return spans(today)[self.due]
        first, last = _day(self.due_from), _day(self.due_to)
        return (first, last) if first or last else None


Searched = Annotated[SearchAsked, Query()]


def _day(said: str) -> date | None:
    if not said:
        return None
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise BadInputError("ngày không hợp lệ", "ghi ngày theo mẫu 2026-03-31") from None


def _months(period: str) -> tuple[int, int] | None:
    if not period:
        return None
    found = _PERIOD.fullmatch(period)
    if not found:
        raise BadInputError("kỳ không hợp lệ", "ghi năm (2025) hoặc quý (2025-Q3)")
    first = int(found["year"]) * 12 + 1
    if found["quarter"]:
        first += 3 * (int(found["quarter"]) - 1)
        return first, first + 2
    return first, first + 11
