"""Working days and the last day of a span (ngày làm việc, ngày kết thúc thời hạn).

A span counted from a day does not count that day; one of weeks, months or years ends on the day that corresponds, or
on the last day of a month that has no such day; one that ends on a day off ends on the next working day (Bộ luật Dân sự
2015, Điều 147, 148). Working days are Monday to Friday without the holidays of the Labour Code (Bộ luật Lao động 2019,
Điều 112; on a weekend they are made up for, Điều 111) and without the days off that are decided for each year, which
stand in `rulebook/data/days_off.tsv` with the days on which they are made up for.

The holidays of a year, Tết and Giỗ Tổ by the lunar calendar, come from the package `holidays`, which is loaded only
when a span is counted.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from rulebook.tables import days_off

_DURATION = re.compile(r"P(?P<count>\d+)(?P<unit>[DWMY])")
_ONE_DAY = timedelta(days=1)
_FIRST_YEAR, _LAST_YEAR = 1995, 2090  # the package knows the lunar calendar up to 2100


@lru_cache(maxsize=64)
def _holidays(year: int) -> frozenset[date]:
    from holidays import country_holidays

    return frozenset(country_holidays("VN", years=year))


@lru_cache(maxsize=1)
def _decided() -> tuple[frozenset[date], frozenset[date]]:
    """The days off that were decided for one year, and the weekend days worked for them."""
    rows = days_off()
    return (
        frozenset(date.fromisoformat(row.date) for row in rows),
        frozenset(date.fromisoformat(row.worked) for row in rows if row.worked),
    )


@lru_cache(maxsize=1)
def decided_until() -> int:
    """The last year whose days off are known; of later years only the holidays of the law."""
    return max(day.year for day in _decided()[0])


def is_working_day(day: date) -> bool:
    """Whether public offices work on `day`.

    >>> [is_working_day(date(2025, *day)) for day in ((4, 26), (4, 30), (5, 2), (5, 5))]
    [True, False, False, True]
    """
    off, worked = _decided()
    return day in worked or (day.weekday() < 5 and day not in off and day not in _holidays(day.year))


def last_day_of_span(start: date, duration: str, *, working_days: bool = False) -> date | None:
    """The last day of a span of days, weeks, months or years (ISO 8601) counted from the day `start`; `None` for hours,
    and outside of the years that are known.

    >>> last_day_of_span(date(2022, 3, 9), "P30D"), last_day_of_span(date(2025, 1, 31), "P1M")
    (datetime.date(2022, 4, 8), datetime.date(2025, 2, 28))
    >>> last_day_of_span(date(2025, 4, 24), "P5D", working_days=True)
    datetime.date(2025, 5, 5)
    """
    found = _DURATION.fullmatch(duration)
    count = int(found["count"]) if found else 0
    if not found or not _known(start):
        return None
    if working_days:
        return _worked(start, count, _ONE_DAY)
    last = _counted(start, count, found["unit"])
    return _at_work(last) if last and _known(last) else None


def last_day_ahead(event: date, duration: str, *, working_days: bool = False) -> date | None:
    """The last day that is a span before the day `event` (`chậm nhất 05 ngày trước ngày 20/11/2025`).

    >>> last_day_ahead(date(2025, 11, 20), "P5D"), last_day_ahead(date(2025, 11, 20), "P5D", working_days=True)
    (datetime.date(2025, 11, 15), datetime.date(2025, 11, 13))
    """
    found = _DURATION.fullmatch(duration)
    if not found or not _known(event):
        return None
    count = int(found["count"])
    return _worked(event, count, -_ONE_DAY) if working_days else _counted(event, -count, found["unit"])


def _known(day: date) -> bool:
    return _FIRST_YEAR <= day.year <= _LAST_YEAR


def _at_work(day: date) -> date:
    """`day`, or the next working day where it is a day off."""
    while not is_working_day(day):
        day += _ONE_DAY
    return day


def _worked(start: date, count: int, step: timedelta) -> date:
    day = start
    while count > 0:
        day += step
        count -= is_working_day(day)
    return day


def _counted(start: date, count: int, unit: str) -> date | None:
    if unit in "DW":
        return start + timedelta(days=count * (7 if unit == "W" else 1))
    months = start.year * 12 + start.month - 1 + count * (12 if unit == "Y" else 1)
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(start.day, monthrange(year, month)[1])) if 1 <= year <= 9999 else None
