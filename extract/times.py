"""Time expressions (cụm từ chỉ thời gian) and what each says: a last day, a recurrence, a span from an event.

Whether an expression is a deadline of something is judged elsewhere (`extract.deadlines`); here it is only read:

    bound word          point                      value
    trước               ngày 20/4/2020             due 2020-04-20, before
    đến hết             quý II năm 2020            due 2020-06-30, by
    (trong)             tháng 03/2025              due 2025-03-31, during
    trước ngày 15       hằng tháng                 FREQ=MONTHLY;BYMONTHDAY=15
    trong thời hạn      15 ngày làm việc kể từ ... P15D, working days

Day before month, months and years end on their last day; a missing year is the year the reader has in mind, which the
caller gives. An impossible date has no value.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extract.dates import last_day, written
from extract.extraction import Bound
from extract.time_words import (
    AHEAD,
    COUNT,
    DASH,
    EVERY,
    MONTHLY_DAY,
    POINT,
    QUARTER_DAY,
    QUARTERS,
    RANGE,
    SPAN,
    WEEKDAYS,
    WEEKLY_DAY,
    YEAR,
    YEARLY_DAY,
    YEARS,
)


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression: offsets in characters, and its value. `grain` is how fine it is: day, month, quarter, half,
    year, recurrence, span. `said_bound` tells whether a bound word (`trước`, `đến`, `trong`) stands with it."""

    start: int
    end: int
    grain: str
    due: str | None = None
    bound: Bound | None = None
    said_bound: bool = False
    recurrence: str | None = None
    duration: str | None = None
    working_days: bool = False
    anchor: str | None = None
    implied_year: bool = False


_MAY_BE_TIME = re.compile(r"\d|quý|hằng|hàng|mỗi|thứ|năm|ngày|lần", re.IGNORECASE)


def times(text: str, year: int | None = None) -> list[Time]:
    """Every time expression in `text`, in order, none inside another. `year` is the year of a date without one.

    >>> [(t.due, t.bound) for t in times("trước ngày 20/4/2020; trong Quý II năm 2020; đến hết năm 2025")]
    [('2020-04-20', 'before'), ('2020-06-30', 'during'), ('2025-12-31', 'by')]
    >>> [t.recurrence for t in times("trước ngày 15 hằng tháng, định kỳ hằng quý, trước 15/12 hằng năm")]
    ['FREQ=MONTHLY;BYMONTHDAY=15', 'FREQ=MONTHLY;INTERVAL=3', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15']
    """
    if not _MAY_BE_TIME.search(text):
        return []
    taken: list[Time] = []
    for reader in (_yearly_days, _monthly_days, _weekly_days, _every, _ahead, _spans, _ranges, _points):
        free = [found for found in reader(text, year) if not any(_overlap(found, other) for other in taken)]
        taken = sorted([*taken, *free], key=lambda found: found.start)
    return _yearly_rows(text, taken)


_ROW = re.compile(r"\s*(?:,|và|;)\s*")


def _yearly_rows(text: str, taken: list[Time]) -> list[Time]:
    """`trước ngày 20/5 và trước ngày 20/11 hằng năm`: the day before a yearly one is yearly too."""
    rows = list(taken)
    for place in range(len(rows) - 2, -1, -1):
        here, following = rows[place], rows[place + 1]
        yearly = (following.recurrence or "").startswith("FREQ=YEARLY;BYMONTH=") and "DAY=" in (
            following.recurrence or ""
        )
        joined = _ROW.fullmatch(text[here.end : following.start]) and not re.search(
            YEAR, text[here.start : here.end]
        )
        if yearly and joined and here.grain == "day" and here.due:
            rule = f"FREQ=YEARLY;BYMONTH={int(here.due[5:7])};BYMONTHDAY={int(here.due[8:])}"
            rows[place] = replace(here, grain="recurrence", due=None, bound="during", recurrence=rule)
    return rows


def _overlap(one: Time, other: Time) -> bool:
    return one.start < other.end and other.start < one.end


def _recurring(found: re.Match[str], rule: str) -> Time:
    return Time(found.start(), found.end(), "recurrence", bound="during", said_bound=True, recurrence=rule)


def _yearly_days(text: str, year: int | None) -> list[Time]:
    said = []
    for found in YEARLY_DAY.finditer(text):
        day, month = found["d"] or found["d2"], found["m"] or found["m2"] or found["mo"]
        if found["q"]:
            first = QUARTERS[found["q"].lower()] * 3 - 2
            said.append(_recurring(found, f"FREQ=YEARLY;BYMONTH={first},{first + 1},{first + 2}"))
        elif day:
            said.append(_recurring(found, f"FREQ=YEARLY;BYMONTH={int(month)};BYMONTHDAY={int(day)}"))
        else:
            said.append(_recurring(found, f"FREQ=YEARLY;BYMONTH={int(month)}"))
    return said


def _monthly_days(text: str, year: int | None) -> list[Time]:
    monthly = [
        _recurring(found, f"FREQ=MONTHLY;BYMONTHDAY={int(found['d'] or found['d2'])}")
        for found in MONTHLY_DAY.finditer(text)
    ]
    quarterly = [
        _recurring(found, f"FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY={int(found['d'])}")
        for found in QUARTER_DAY.finditer(text)
    ]
    return sorted(quarterly + monthly, key=lambda said: said.start)


def _weekly_days(text: str, year: int | None) -> list[Time]:
    return [
        _recurring(found, f"FREQ=WEEKLY;BYDAY={WEEKDAYS[(found['w'] or found['w2']).lower()]}")
        for found in WEEKLY_DAY.finditer(text)
    ]


_FREQUENCY = {
    "ngày": "FREQ=DAILY",
    "tuần": "FREQ=WEEKLY",
    "tháng": "FREQ=MONTHLY",
    "quý": "FREQ=MONTHLY;INTERVAL=3",
    "năm": "FREQ=YEARLY",
}


def _every(text: str, year: int | None) -> list[Time]:
    return [_recurring(found, rule) for found in EVERY.finditer(text) if (rule := _frequency(found))]


def _frequency(found: re.Match[str]) -> str | None:
    if found["unit"]:
        return _FREQUENCY[found["unit"].lower()]
    if found["times"]:
        count = int(found["times"]) if found["times"].isdigit() else COUNT[found["times"].lower()]
        months = {"năm": 12, "quý": 3}.get(found["per"].lower(), 1)
        if found["per"].lower() in ("tuần", "tháng"):
            return _FREQUENCY[found["per"].lower()] if count == 1 else None
        return _interval(months // count, "tháng") if months % count == 0 else None
    number = (found["n"] or found["n2"]).lower()
    count = int(number) if number.isdigit() else COUNT[number]
    return _interval(count, (found["u"] or found["u2"]).lower())


def _interval(count: int, unit: str) -> str:
    if unit == "tháng" and count == 12:
        return "FREQ=YEARLY"
    rule = {"tháng": "FREQ=MONTHLY", "năm": "FREQ=YEARLY", "tuần": "FREQ=WEEKLY"}[unit]
    return rule if count == 1 else f"{rule};INTERVAL={count}"


_UNITS = {"ngày làm việc": "D", "ngày": "D", "tuần": "W", "tháng": "M", "năm": "Y"}
_HOURS = {"giờ": "H", "phút": "M"}


def _duration(count: int, unit: str) -> str:
    return f"PT{count}{_HOURS[unit]}" if unit in _HOURS else f"P{count}{_UNITS[unit]}"


def _ahead(text: str, year: int | None) -> list[Time]:
    said = []
    for found in AHEAD.finditer(text):
        number, unit = found["n"] or found["n2"], (found["unit"] or found["unit2"]).lower()
        anchor = _anchor(found["anchor"]) if found["anchor"] else found["anchor2"].strip()
        count = int(number) if number.isdigit() else COUNT[number.lower()]
        end = found.start("anchor") + len(anchor) if found["anchor"] else found.end()
        working = unit == "ngày làm việc"
        said.append(
            Time(found.start(), end, "span", None, "by", True, None, _duration(count, unit), working, anchor)
        )
    return said


def cell_times(text: str, year: int | None = None) -> list[Time]:
    """The times of a cell in a time column, where a bare year is one and a dash joins two ends.

    >>> [t.due for cell in ("2022 - 2023", "Quý II/2018 - Quý I/2019") for t in cell_times(cell)]
    ['2023-12-31', '2019-03-31']
    """
    if years := YEARS.fullmatch(text):
        begin = len(text) - len(text.lstrip())
        due = written(int(years["last"] or years["first"]), 12, 31)
        return [Time(begin, len(text.rstrip(" .\n")), "year", due, "during")]
    joined: list[Time] = []
    for time in times(text, year):
        if joined and time.due and joined[-1].due and DASH.fullmatch(text[joined[-1].end : time.start]):
            joined[-1] = replace(joined[-1], end=time.end, due=time.due, bound="by", said_bound=True)
        else:
            joined.append(time)
    return joined


def _spans(text: str, year: int | None) -> list[Time]:
    said = []
    for found in SPAN.finditer(text):
        lead = found.group().split(found["n"], 1)[0].lower()
        from_event = found["from"] is not None
        if not from_event and not re.match(
            r"trong\s+(?:thời hạn|vòng)|chậm nhất|muộn nhất|không quá|thời hạn", lead
        ):
            continue
        count = int(found["n"]) if found["n"].isdigit() else COUNT[found["n"].lower()]
        unit = found["unit"].lower()
        duration = _duration(count, unit)
        anchor = _anchor(found["anchor"]) if from_event else None
        end = found.start("anchor") + len(anchor) if anchor else found.end()
        said.append(
            Time(
                found.start(), end, "span", None, "by", True, None, duration, unit == "ngày làm việc", anchor
            )
        )
    return said


_ANCHOR_END = re.compile(
    r"(?<!của)(?<!của các)\s(?=(?:để|và (?:báo|gửi|tổ|tham)|thì|phải|chủ trì|các (?:sở|đơn vị|cơ quan|địa phương|phòng)"
    r"|UBND|Ủy ban|Sở|Phòng|cơ quan)(?!\w))"
)


def _anchor(words: str) -> str:
    """The words that name an event: to the clause after it, but never only `ngày`."""
    for end in _ANCHOR_END.finditer(words):
        if len(words[: end.start()].split()) > 1:
            return words[: end.start()].strip()
    return words.strip()


def _ranges(text: str, year: int | None) -> list[Time]:
    said = []
    for found in RANGE.finditer(text):
        last = None
        for point in POINT.finditer(text, found.start(), found.end()):
            last = point
        due, grain = _last_day(last, "by", year) if last else (None, "day")
        if due:
            to = re.search(r"(?<!\w)đến(?!\w)", found.group(), re.IGNORECASE)
            said.append(Time(found.start(), found.end(), grain, due, "by" if to else "during", True))
    return said


def _points(text: str, year: int | None) -> list[Time]:
    said = []
    for found in POINT.finditer(text):
        bound = _bound(found)
        due, grain = _last_day(found, bound, year)
        stated = bool(found["before"] or found["by"] or found["during"])
        implied = re.search(YEAR, found.group()) is None
        said.append(Time(found.start(), found.end(), grain, due, bound, stated, implied_year=implied))
    return said


def _bound(found: re.Match[str]) -> Bound:
    if found["before"]:
        return "before"
    edge = found["edge"] or found["qedge"] or found["yedge"] or found["yedge2"]
    if found["by"] or (edge or "").lower() == "hết":
        return "by"
    return "on" if found["d"] or found["d2"] or found["d3"] or found["d4"] else "during"


def _last_day(found: re.Match[str], bound: Bound, year: int | None) -> tuple[str | None, str]:
    """The last day that a match of `POINT` allows, and its grain. `trước tháng 7` ends as July begins."""
    if found["d"] or found["d2"] or found["d3"] or found["d4"]:
        return _day(found, year), "day"
    if found["mo"] or found["mo3"]:
        first, last = int(found["mo"] or found["mo3"]), int(found["mo2"] or found["mo"] or found["mo3"])
        return _span_end(found["my"] or found["my3"] or year, first, last, found["edge"], bound), "month"
    if found["q"]:
        one, two = QUARTERS[found["q"].lower()], QUARTERS[(found["q2"] or found["q"]).lower()]
        return _span_end(found["qy"] or year, one * 3 - 2, two * 3, found["qedge"], bound), "quarter"
    if found["half"]:
        months = int(found["half"])
        first, last = (1, months) if found["which"].lower() == "đầu" else (13 - months, 12)
        return _span_end(found["hy"] or year, first, last, None, bound), "half"
    edge = found["yedge"] or found["yedge2"]
    return _span_end(found["yy"] or year, 1, 12, edge, bound), "year"


def _day(found: re.Match[str], year: int | None) -> str | None:
    day, month = (
        found["d"] or found["d2"] or found["d3"] or found["d4"],
        found["m"] or found["m2"] or found["m3"] or found["m4"],
    )
    said_year = found["y"] or found["y2"] or year
    return written(int(said_year), int(month), int(day)) if said_year else None


def _span_end(year: str | int | None, first: int, last: int, edge: str | None, bound: Bound) -> str | None:
    """The last day of months `first` to `last`: their first day for `đầu` and after `trước`, the middle for `giữa`
    (Bộ luật Dân sự 2015, Điều 146: the 15th of a month, 30 June of a year)."""
    if year is None or not 1 <= first <= last <= 12:
        return None
    word = (edge or "").lower()
    if word == "đầu" or (bound == "before" and not word):
        return written(int(year), first, 1)
    if word in ("tuần đầu", "nửa đầu"):
        return written(int(year), first, 7 if word == "tuần đầu" else 15)
    if word == "giữa":
        return (
            written(int(year), 6, 30)
            if (first, last) == (1, 12)
            else written(int(year), (first + last) // 2, 15)
        )
    return last_day(int(year), last)
