"""Calendar dates as Vietnamese documents write them: `24/6/2014`, `ngày 09 tháng 3 năm 2022`, `ngày   /6/2018`.

The day always comes first. A date that does not exist (`31/11/2025`) is no date.
"""

from __future__ import annotations

import calendar
import re
from datetime import date

_GAP = r"[\s.…_]*"
DATE = re.compile(
    r"(?:ngày\s*)?(?P<d>\d{1,2})\s*(?P<sep>[/.-])\s*(?P<m>\d{1,2})\s*(?P=sep)\s*(?P<y>(?:19|20)\d{2})(?!\d)"
    r"|(?:ngày\s*)?(?P<d2>\d{1,2})\s+tháng\s+(?P<m2>\d{1,2})\s+năm\s+(?P<y2>(?:19|20)\d{2})(?!\d)",
    re.IGNORECASE,
)
# The drafter leaves the day, or the day and the month, to be written in by hand.
BLANK_DATE = re.compile(
    rf"ngày{_GAP}(?P<d>\d{{1,2}})?{_GAP}/{_GAP}(?P<m>\d{{1,2}})?{_GAP}/\s*(?P<y>(?:19|20)\d{{2}})(?!\d)"
    rf"|ngày{_GAP}(?P<d2>\d{{1,2}})?{_GAP}tháng{_GAP}(?P<m2>\d{{1,2}})?{_GAP}năm\s*(?P<y2>(?:19|20)\d{{2}})(?!\d)",
    re.IGNORECASE,
)


def iso_date(found: re.Match[str]) -> str | None:
    """What a match of `DATE` or `BLANK_DATE` says, ISO 8601, as precise as it is; `None` for an impossible date.

    >>> iso_date(DATE.search("ngày 09 tháng 3 năm 2022"))
    '2022-03-09'
    >>> iso_date(BLANK_DATE.search("ngày      /6/2018"))
    '2018-06'
    >>> iso_date(DATE.search("31/11/2025")) is None
    True
    """
    said = found.groupdict()
    day, month, year = (said[key] or said[key + "2"] for key in "dmy")
    return written(int(year), int(month) if month else None, int(day) if day else None)


def written(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """The date in ISO 8601, to the precision given; `None` where the calendar has no such day.

    >>> written(2018, 6), written(2025, 2, 30)
    ('2018-06', None)
    """
    if month is None:
        return f"{year:04d}"
    if day is None:
        return f"{year:04d}-{month:02d}" if 1 <= month <= 12 else None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def last_day(year: int, month: int) -> str:
    """The last day of a month.

    >>> last_day(2024, 2)
    '2024-02-29'
    """
    return date(year, month, calendar.monthrange(year, month)[1]).isoformat()
