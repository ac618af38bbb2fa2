"""Days and spans of days as people type them (ngày, tháng, quý, năm): `1/7/2025`, `2025-07-01`, `quý II/2026`."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from corpus.errors import CorpusError
from rulebook.spelling import flatten

if TYPE_CHECKING:
    from graph.wanted import Period

_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_QUARTER = re.compile(r"(?:quy|qui|q)\s*(?P<quarter>iv|i{1,3}|[1-4])\s*(?:/|nam|-)?\s*(?P<year>\d{4})")


def day_typed(typed: str, option: str = "--on") -> date:
    """The day that was typed, as the office writes it (`1/7/2025`, `1-7-2025`) or as computers do (`2025-07-01`).

    Raises `CorpusError` for what is no day, also `31/6/2025`.

    >>> day_typed("1/7/2025") == day_typed("1-7-2025") == day_typed("2025-07-01")
    True
    """
    try:
        year, month, day = _numbers(typed)
        return date(year, month, day)
    except ValueError:
        remedy = "ghi ngày như 30/6/2024 hoặc 2024-06-30"
        raise CorpusError(f"{option} {typed}", "không có ngày này", remedy) from None


def period_typed(typed: str, option: str) -> Period:
    """The days that were typed: a day, a month (`6/2026`, `tháng 6/2026`), a quarter (`quý II/2026`), a year, or
    from one to the other (`2026-01-01..2026-06-30`, `..30/6/2026`). Raises `CorpusError`, also where the end
    comes first."""
    from graph.wanted import Period

    try:
        first, dots, last = typed.partition("..")
        if not dots:
            return Period(*_span(typed))
        begin = _span(first)[0] if first.strip() else None
        end = _span(last)[1] if last.strip() else None
        if begin and end and end < begin:
            raise ValueError(typed)
        return Period(begin, end)
    except ValueError:
        remedy = "ghi như 6/2026, quý II/2026, 2026 hoặc 1/1/2026..30/6/2026"
        raise CorpusError(f"{option} {typed}", "không hiểu khoảng thời gian này", remedy) from None


def _span(typed: str) -> tuple[date, date]:
    """The first and the last day of what was typed. Raises `ValueError`."""
    said = " ".join(flatten(typed).split()).removeprefix("thang ").removeprefix("nam ")
    if quarter := _QUARTER.fullmatch(said):
        month = 3 * _QUARTERS[quarter["quarter"]] - 2
        year = int(quarter["year"])
        return date(year, month, 1), date(year, month + 2, monthrange(year, month + 2)[1])
    year, *rest = _numbers(said)
    if len(rest) == 2:
        day = date(year, rest[0], rest[1])
        return day, day
    first, last = (rest[0], rest[0]) if rest else (1, 12)
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _numbers(typed: str) -> list[int]:
    """Year, month and day, as far as they are said. Raises `ValueError`."""
    parts = re.split(r"[-/.]", typed.strip())
    numbers = [int(part) for part in (parts[::-1] if "/" in typed or len(parts[-1]) == 4 else parts)]
    if not 1 <= len(numbers) <= 3 or not 1000 <= numbers[0] <= 9999 or not 1 <= (*numbers[1:], 1)[0] <= 12:
        raise ValueError(typed)
    return numbers
