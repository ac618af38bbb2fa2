"""A month as a calendar shows it (lịch tháng): which deadlines fall on which of its days."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Iterable
from datetime import date

from extract.extraction import Deadline
from publish.recurrence import read_rule
from publish.when import due_day

_EVERY_DAY = ("DAILY", "HOURLY")


def weeks_of(month: str) -> list[list[date]]:
    """The weeks of a month (`2026-12`), each from Monday to Sunday, with the days of the months around it.

    >>> weeks = weeks_of("2026-12")
    >>> len(weeks), str(weeks[0][0]), str(weeks[-1][-1])
    (5, '2026-11-30', '2027-01-03')
    """
    year, number = map(int, month.split("-"))
    return Calendar().monthdatescalendar(year, number)


def month_after(month: str, months: int = 1) -> str:
    """The month so many months later, or earlier.

    >>> month_after("2026-12"), month_after("2026-01", -1)
    ('2027-01', '2025-12')
    """
    year, number = map(int, month.split("-"))
    count = year * 12 + number - 1 + months
    return f"{count // 12:04}-{count % 12 + 1:02}"


def days_of_deadlines(
    deadlines: Iterable[Deadline], first: date, last: date, since: date | None
) -> list[date]:
    """The days from `first` to `last` on which these deadlines fall; what comes back does so from `since` on, the day
    of its document. What comes back every day has no day of its own."""
    found: set[date] = set()
    for deadline in deadlines:
        due = due_day(deadline)
        rule = read_rule(deadline.recurrence, deadline.anchor) if deadline.recurrence else None
        if rule and rule.frequency not in _EVERY_DAY:
            found.update(rule.days_between(max(first, since or first), min(last, due or last)))
        elif not rule and due and first <= due <= last:
            found.add(due)
    return sorted(found)
