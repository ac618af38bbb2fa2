"""Dates that are known to the day, the month or the year (`2025-02`): the days they may mean."""

from __future__ import annotations

from datetime import date, timedelta


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
    if day:
        return date(year, month, day)
    return date(year + (month in (0, 12)), month % 12 + 1 if month else 1, 1) - timedelta(days=1)
