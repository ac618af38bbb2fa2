"""Ranges of time (khoảng từ ... đến ...): what they say is their last day.

từ ngày 01/4/2025 đến ngày 15/5/2025    by the 15th          từ ngày 06 - 15/11/2017    during, to the 15th
ngày 20 – 21/11/2017                    during, to the 21st  các ngày 14, 15/02/2026    on the days, last the 15th
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.extraction import Bound
from extract.time_point_words import POINT
from extract.time_points import day_time, read_point
from extract.time_words import (
    DIGITS,
    HOUR,
    OF_YEAR,
    PRE,
    QUARTER,
    YEAR,
    Time,
    around,
    matches,
)

_EDGE = r"(?:đầu\s+|giữa\s+|cuối\s+)?"
_A_DAY = (
    rf"{PRE}(?:ngày\s+)?{DIGITS}"
    rf"(?:\s*[/.-]\s*{DIGITS}(?:\s*[/.-]\s*{YEAR})?|\s+tháng\s+{DIGITS}(?:\s+năm\s+{YEAR})?)?(?!\d)"
)
_A = (
    rf"(?:{_A_DAY}|{_EDGE}(?:tháng\s*{DIGITS}|quý\s*{QUARTER})(?:{OF_YEAR}{YEAR})?|{_EDGE}năm\s+{YEAR}|{HOUR}"
    r"|ngày\s+(?:ký|ban hành)|nay)"
)
# `đến ngày bầu cử 15/3/2026`: the event of the day stands before it.
_EVENT = rf"(?:ngày\s+(?:[^\W\d_]+\s+){{1,4}}(?=\(?{DIGITS}[/.-]{DIGITS}[/.-]{YEAR}))?"
_TO = rf"(?P<to>\s*,?\s*(?:và\s+kết thúc\s+(?:vào|trước)\s+|(?:cho\s+)?đến(?:\s+hết|\s+trước)?\s+{_EVENT})|\s*[-–]\s*)"
OPEN = re.compile(rf"(?<!\w)(?=bắt|kể|từ)(?:bắt đầu\s+|kể\s+)?từ\s+{_A}{_TO}")
# Days with one month: `ngày 20 và 21/02/2026`; without `ngày` only from day to day (`20 - 24/4/2015`).
_SEVERAL = r"(?:trong\s+)?(?P<count>\d{1,2}\s+ngày\s*,?\s*)?(?:(?:từ|các|vào|trong)\s+)*"
DAYS = re.compile(
    rf"(?<![\w/.-])(?=\d|trong|từ|các|vào|ngày){_SEVERAL}(?:(?P<day>(?:các\s+)?ngày\s+)|(?=\d)){DIGITS}(?P<month>/{DIGITS}(?:/{YEAR})?)?"
    rf"(?P<more>(?:\s*(?:,|và|-|–|đến)\s*(?:ngày\s+)?{DIGITS}(?:/{DIGITS}(?!/))?)*?)(?P<to>\s*(?:,|và|-|–|đến)\s*)"
    rf"(?=(?:ngày\s+)?{DIGITS}(?:/|-|\.|\s+tháng\s)\s*{DIGITS}(?!\d))"
)
_TWO_DAYS = r"\d\s?(?:,|và|-|–|đến)\s?(?:ngày\s)?\d{1,2}(?:/|\stháng\s)"
_TRIGGER = re.compile(rf"từ\s+(?:đầu|giữa|cuối|ngày|tháng|quý|năm|nay|sáng|chiều|\d)|{_TWO_DAYS}")
_TRIGGER_WITHOUT_FROM = re.compile(_TWO_DAYS)
_BEFORE, _AFTER = 40, 110  # characters
_BARE_DAY = re.compile(rf"(?:ngày\s+)?(?P<d>{DIGITS})/(?P<m>{DIGITS})(?![\d/%])")


def ranges(low: str, year: int | None) -> Iterator[Time]:
    """The ranges in a text in small letters; `year` is that of an end without one."""
    trigger = _TRIGGER if "từ" in low else _TRIGGER_WITHOUT_FROM
    windows = around((hit.span() for hit in trigger.finditer(low)), len(low), _BEFORE, _AFTER)
    for pattern in (OPEN, DAYS) if windows else ():
        for found in matches(pattern, low, windows):
            if pattern is DAYS and _are_limits(found, low):
                continue
            last = _point_at(low, found.end(), year)
            if pattern is DAYS and last and _far_apart(found, low, last):
                continue
            if last and (
                pattern is OPEN
                or (last.grain == "day" and (found["day"] or found["count"] or _from_day_to_day(found, last)))
            ):
                yield last._replace(start=found.start(), bound=_bound(found), said_bound=True)


_DAY_AND_MONTH = re.compile(r"(?P<d>\d{1,2})/(?P<m>\d{1,2})(?!\d)")
_FEW_DAYS = 7


def _far_apart(found: re.Match[str], low: str, last: Time) -> bool:
    """`vào ngày 15/6 và 15/12`: days that are far from each other are several, and no stretch of days."""
    if not found["month"] or found["to"].strip() not in (",", "và"):
        return False
    ends = [_DAY_AND_MONTH.search(low, *span) for span in (found.span(), (last.start, last.end))]
    days = [30 * int(day["m"]) + int(day["d"]) for day in ends if day]
    return len(days) > 1 and (days[1] - days[0]) % 360 > _FEW_DAYS


_LIMIT = re.compile(r"(?:trước|nhất|là|hạn)\s+$")


def _are_limits(found: re.Match[str], low: str) -> bool:
    """`trước ngày 10/6 và ngày 10/12`: two days, each a limit, are no range."""
    listed = found["month"] and found["to"].strip() in (",", "và")
    return bool(listed and _LIMIT.search(low, max(0, found.start() - 12), found.start()))


def _point_at(low: str, place: int, year: int | None) -> Time | None:
    """The point that begins at `place`: of a range also a bare `15/6`."""
    found = POINT.match(low, place)
    if found and (time := read_point(found, low, year)):
        return time
    bare = _BARE_DAY.match(low, place)
    return day_time(*bare.span(), int(bare["d"]), int(bare["m"]), year) if bare else None


def _from_day_to_day(found: re.Match[str], last: Time) -> bool:
    """`20 - 24/4/2015`: without `ngày` only a dash, and a year behind it, make a range of days; `(16/4 - 24/4)` is one
    alone in brackets."""
    alone = found.string.startswith("(", found.start() - 1) and found.string.startswith(")", last.end)
    dash = found["to"].strip() in ("-", "–")
    return not found["more"] and dash and (not last.implied_year or bool(found["month"] and alone))


def _bound(found: re.Match[str]) -> Bound:
    to = found["to"].split()
    if "trước" in to:
        return "before"
    if "đến" in to or "kết" in to:
        return "by"
    return "during" if {"-", "–"} & set(to) else "on"
