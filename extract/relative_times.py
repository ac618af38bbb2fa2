"""One phrase read against a day (cụm từ chỉ thời gian so với một ngày): `thứ Sáu tuần tới`, `quý này`, `3 tháng tới`.

Documents name their days; what is only told by the day on which it is said (`tháng sau`) is vague there and no
deadline. `read_time` is for a phrase that somebody asks about: a whole phrase, never a part of a text.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from extract.time_point_words import POINT
from extract.time_points import read_point
from extract.time_words import (
    DIGITS,
    MONTH,
    MONTH_WORD,
    MONTHS,
    NUMBER,
    WEEKDAY,
    WEEKDAYS,
    Time,
    number,
    small,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a phrase means: its first and last day, and the hour (`16:00`) where it says one."""

    start: date
    last: date
    hour: str | None = None


_WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NOW = r"(?:này|nay|hiện tại|hiện nay)"
_NEXT = r"(?:tới|sau|tiếp theo|kế tiếp|tiếp|sắp tới)"
_LAST = r"(?:trước|ngoái|vừa rồi|vừa qua|qua)"
_WHICH = rf"(?:(?P<now>{_NOW})|(?P<next>{_NEXT})|(?P<past>{_LAST}))"
_UNIT = r"(?P<unit>ngày|tuần|tháng|quý|năm)"
_OF_PERIOD = re.compile(rf"{_UNIT}\s+{_WHICH}")
_SOME = re.compile(rf"(?P<n>{NUMBER})\s+{_UNIT}\s+(?:(?P<next>{_NEXT})|(?P<past>{_LAST}))")
_WITHIN = re.compile(rf"trong\s+(?:vòng|thời hạn)\s+(?P<n>{NUMBER})\s+{_UNIT}")
_OF_WEEK = re.compile(
    rf"(?P<day>{WEEKDAY})(?:\s+(?:của\s+)?(?P<week>tuần)\s+{_WHICH}|\s+(?P<ahead>{_NEXT})|\s+(?P<behind>{_LAST}))?"
)
_NEXT_MONTH = re.compile(rf"tháng\s+(?P<m>{MONTH}|{MONTH_WORD})\s+{_NEXT}")
_RANGE = re.compile(r"từ\s+(?P<a>.{1,40}?)\s+(?:đến(?:\s+hết)?|-|–)\s+(?P<b>.{1,40})")
_BARE = re.compile(rf"(?:ngày\s+)?(?P<d>{DIGITS})")
_CLOCK = re.compile(r"(?P<h>\d{1,2})\s?(?:giờ|h|g|:)\s?(?P<m>\d{2})?")
_FIXED = {
    "tết dương lịch": (1, 1),
    "giáng sinh": (12, 25),
    "quốc khánh": (9, 2),
    "quốc tế lao động": (5, 1),
    "quốc tế phụ nữ": (3, 8),
    "quốc tế thiếu nhi": (6, 1),
    "nhà giáo việt nam": (11, 20),
}


def read_time(text: str, today: date) -> Reading | None:
    """What a whole phrase means on the day `today`; `None` where it tells no day. A date without a year is of the year
    of `today`; weeks begin on Monday.

    >>> today = date(2017, 2, 2)
    >>> read_time("tháng sáu", today).last.isoformat(), read_time("thứ tư tuần tới", today).start.isoformat()
    ('2017-06-30', '2017-02-08')
    >>> read_time("từ ngày 13 đến ngày 15 tháng 2", today)
    Reading(start=datetime.date(2017, 2, 13), last=datetime.date(2017, 2, 15), hour=None)
    >>> read_time("bây giờ", today)
    """
    low = " ".join(small(text).strip(" .,").split())
    for reader in (_range, _weekday, _period, _next_month, _some, _within, _fixed, _point):
        if found := reader(low, today):
            return found
    return None


def _point(low: str, today: date) -> Reading | None:
    found = POINT.fullmatch(low) or POINT.fullmatch("ngày " + low)
    time = read_point(found, found.string, today.year, strict=False) if found else None
    if not found or not time or not time.due:
        return None
    last = date.fromisoformat(time.due)
    return Reading(_start_of(time, found, last), last, _hour(low) if time.grain == "day" else None)


def _start_of(time: Time, found: re.Match[str], last: date) -> date:
    edge = found["edge"] or found["qedge"] or found["yedge"] or found["yedge2"]
    if edge and edge.startswith("tuần"):
        return last - timedelta(days=6)
    if time.grain == "day" or edge:
        return last
    months = {"month": 1, "quarter": 3, "half": 6}.get(time.grain, 12)
    return date(last.year, last.month - months + 1, 1)


def _hour(low: str) -> str | None:
    clock = _CLOCK.search(low)
    if not clock or clock.start() > len("vào lúc đúng khoảng "):
        return None
    hour = int(clock["h"])
    late = re.search(r"chiều|tối", low[clock.end() : clock.end() + 8]) is not None and hour < 12
    return f"{hour + 12 * late:02}:{clock['m'] or '00'}"


def _range(low: str, today: date) -> Reading | None:
    found = _RANGE.fullmatch(low)
    last = read_time(found["b"], today) if found else None
    if not found or not last:
        return None
    bare = _BARE.fullmatch(found["a"])
    if bare and 1 <= int(bare["d"]) <= last.last.day:
        return Reading(last.last.replace(day=int(bare["d"])), last.last)
    first = read_time(found["a"], last.last)
    return Reading(first.start, last.last) if first and first.start <= last.last else None


def _weekday(low: str, today: date) -> Reading | None:
    found = _OF_WEEK.fullmatch(low)
    if not found:
        return None
    place = _WEEK.index(WEEKDAYS[found["day"].split()[-1]])
    monday = today - timedelta(days=today.weekday())
    if found["week"]:
        day = monday + timedelta(days=place, weeks=_step(found))
    elif found["behind"]:
        day = today - timedelta(days=(today.weekday() - place - 1) % 7 + 1)
    else:
        day = today + timedelta(days=(place - today.weekday() - 1) % 7 + 1)
    return Reading(day, day)


def _step(found: re.Match[str]) -> int:
    return 1 if found["next"] else -1 if found["past"] else 0


def _period(low: str, today: date) -> Reading | None:
    found = _OF_PERIOD.fullmatch(low)
    return _units(found["unit"], _step(found), 1, today) if found and found["unit"] != "ngày" else None


def _next_month(low: str, today: date) -> Reading | None:
    found = _NEXT_MONTH.fullmatch(low)
    month = found and (MONTHS.get(found["m"]) or number(found["m"]))
    return _units("tháng", (month - today.month - 1) % 12 + 1, 1, today) if month else None


def _some(low: str, today: date) -> Reading | None:
    found = _SOME.fullmatch(low)
    count = number(found["n"]) if found else None
    return _units(found["unit"], 1 if found["next"] else -count, count, today) if found and count else None


def _within(low: str, today: date) -> Reading | None:
    found = _WITHIN.fullmatch(low)
    count = number(found["n"]) if found else None
    if not found or not count:
        return None
    if found["unit"] in ("ngày", "tuần"):
        return Reading(today, today + timedelta(days=count * (7 if found["unit"] == "tuần" else 1)))
    months = today.month - 1 + count * _MONTHS[found["unit"]]
    year, month = today.year + months // 12, months % 12 + 1
    return Reading(today, date(year, month, min(today.day, monthrange(year, month)[1])))


def _fixed(low: str, today: date) -> Reading | None:
    words = _FIXED.get(low.removeprefix("ngày ").removeprefix("lễ "))
    return Reading(date(today.year, *words), date(today.year, *words)) if words else None


_MONTHS = {"tháng": 1, "quý": 3, "năm": 12}


def _units(unit: str, first: int, count: int, today: date) -> Reading:
    """`count` whole units of the calendar, the first of them so many after that of today."""
    if unit in ("ngày", "tuần"):
        length = 7 if unit == "tuần" else 1
        start = (
            today - timedelta(days=today.weekday() if unit == "tuần" else 0) + timedelta(days=first * length)
        )
        return Reading(start, start + timedelta(days=count * length - 1))
    size = _MONTHS[unit]
    here = (today.year * 12 + today.month - 1) // size * size + first * size
    after = here + count * size
    return Reading(
        date(here // 12, here % 12 + 1, 1), date(after // 12, after % 12 + 1, 1) - timedelta(days=1)
    )
