"""Dates that are known to the day, the month or the year (`2025-02`): the days they may mean."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from rulebook.tables import is_date


def first_of(text: str) -> date:
    """The first day of it.

    >>> first_of("1991"), first_of("2025-02")
    (datetime.date(1991, 1, 1), datetime.date(2025, 2, 1))
    """
    return date.fromisoformat(f"{text}-01-01"[:10])


def last_of(text: str) -> date:
    """The last day of it.

    >>> last_of("1991"), last_of("2025-02"), last_of("2025-06-30")
    (datetime.date(1991, 12, 31), datetime.date(2025, 2, 28), datetime.date(2025, 6, 30))
    """
    year, month, day = (*(int(part) for part in text.split("-")), 0, 0)[:3]
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def day_of(written: str | None) -> date | None:
    """The day of a document that says it as `written` (ISO 8601), of a month or a year the last one; `None` where it
    says none that the calendar has.

    >>> day_of("2018-06"), day_of("2020"), day_of("2020-13"), day_of(None)
    (datetime.date(2018, 6, 30), datetime.date(2020, 12, 31), None, None)
    """
    return last_of(written) if written and is_date(written) else None
