"""Times that come back (định kỳ), as RFC 5545 rules: `hằng quý`, `trước ngày 15 hằng tháng`, `6 tháng một lần`.

    thứ Sáu hằng tuần                     FREQ=WEEKLY;BYDAY=FR
    trước ngày 15 hằng tháng              FREQ=MONTHLY;BYMONTHDAY=15
    hằng quý                              FREQ=MONTHLY;INTERVAL=3
    ngày 20 tháng cuối quý                FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=20, anchor `tháng cuối quý`
    thứ Ba và thứ Năm hằng tuần           FREQ=WEEKLY;BYDAY=TU,TH
    thứ Bảy tuần cuối của tháng           FREQ=MONTHLY;BYDAY=-1SA
    trước 15/12 hằng năm                  FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15

`hàng` is `hằng`. A list shares what tells that it comes back: `hằng tháng, quý, năm` is three, `trước ngày 20/5 và
20/11 hằng năm` two.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import lru_cache

from extract.time_cycle_words import (
    AFTER_QUARTER,
    EACH,
    EACH_DAY,
    EVERY,
    IN_MONTHS,
    MONTH_REPORT,
    MONTHLY,
    NEXT_MONTH,
    PERIOD_DAY,
    PERIODS,
    QUARTERLY,
    REPORT_DAY,
    SAME_DAY,
    SAME_MONTHS,
    TRIGGER,
    TWICE,
    UNIT,
    WEEKDAY_OF_MONTH,
    WEEKLY,
    YEARLY,
    may_come_back,
)
from extract.time_words import QUARTERS, WEEKDAYS, Time, around, matches, number

_NEAR, _FAR = (72, 60), (110, 190)  # characters before and behind a trigger


def cycles(low: str) -> Iterator[Time]:
    """The times that come back in a text in small letters, the fuller readings first; later ones may overlap them."""
    if not may_come_back(low):
        return
    hits: dict[str, list[tuple[int, int]]] = {}
    for hit in TRIGGER.finditer(low):
        hits.setdefault(_LAST_WORD.findall(hit.group())[-1], []).append(hit.span())
    dated: list[tuple[int, int]] = []
    for pattern, reader, reach, triggers in _readers() if hits else ():
        there = sorted(span for trigger in triggers if trigger in hits for span in hits[trigger])
        if not there:
            continue
        for found in matches(pattern, low, around(there, len(low), *reach)):
            if pattern is PERIODS:
                dated.append(found.span())
            if pattern is not EVERY or not _within(dated, found.start()):
                yield from reader(found)


_Reader = Callable[[re.Match[str]], Iterator[Time]]


@lru_cache(maxsize=1)
def _readers() -> tuple[tuple[re.Pattern[str], _Reader, tuple[int, int], tuple[str, ...]], ...]:
    """Each pattern with its reader, how far it reaches, and the triggers that it must have in it."""
    every = ("ngày", "tuần", "tháng", "quý", "năm", "hai", "ba", "sáu", *"0123456789")
    return (
        (PERIODS, _periods, _FAR, ("năm", "kỳ")),
        (YEARLY, _yearly, _NEAR, ("năm",)),
        (IN_MONTHS, _in_months, _NEAR, ("lần", "năm")),
        (QUARTERLY, _quarterly, _NEAR, ("cuối", "đầu", "giữa", "thứ")),
        (AFTER_QUARTER, _quarterly, _NEAR, ("quý",)),
        (MONTHLY, _monthly, _FAR, ("tháng",)),
        (REPORT_DAY, _report_day, _NEAR, ("tháng",)),
        (TWICE, _twice, _NEAR, ("tháng", "lần")),
        (NEXT_MONTH, _next_month, _NEAR, ("sau", "kế", "tiếp", "liền")),
        (WEEKLY, _weekly, _NEAR, ("tuần", "lần", "thứ", "chủ", "chú")),
        (WEEKDAY_OF_MONTH, _weekday_of_month, _NEAR, ("tháng", "cuối", "đầu")),
        (SAME_DAY, _same_day, _NEAR, ("ngày",)),
        (EVERY, _every, _NEAR, (*every, "lần", "kỳ", "số", "bản", "chuyên", "buổi")),
    )


_LAST_WORD = re.compile(r"\w+")


def _within(spans: list[tuple[int, int]], place: int) -> bool:
    number = bisect_right(spans, (place, place)) - 1
    return any(start <= place < end for start, end in spans[max(0, number) : number + 2])


def recurring(start: int, end: int, rule: str, anchor: str | None = None) -> Time:
    """A time that comes back by that rule; `anchor` are the words that say in which month of a quarter."""
    return Time(start, end, "recurrence", None, "during", True, rule, anchor=anchor)


def _periods(found: re.Match[str]) -> Iterator[Time]:
    if found["plain"] and not _EACH_YEAR.search(found["plain"]):
        return  # `6 tháng trước ngày 15/6, năm trước ngày 15/12`: of this year, as far as one can read
    for day in PERIOD_DAY.finditer(found.string, found.start(), found.end()):
        rule = f"FREQ=YEARLY;BYMONTH={int(day['m'])};BYMONTHDAY={int(day['d'])}"
        yield recurring(day.start(), day.end(), rule)


def _yearly(found: re.Match[str]) -> Iterator[Time]:
    start, end = found.span()
    if found["m0"] or found["mo0"]:  # the first of two
        yield recurring(start, found.end("m0") if found["m0"] else found.end("mo0"), _in_month(found, "0"))
        start = found.start("here")
    if quarter := found["q"] or found["q2"]:
        first = QUARTERS[quarter] * 3 - 2
        yield recurring(start, end, f"FREQ=YEARLY;BYMONTH={first},{first + 1},{first + 2}")
    elif found["from"] and int(found["from"]) < int(found["mo"]):
        months = ",".join(str(month) for month in range(int(found["from"]), int(found["mo"]) + 1))
        yield recurring(start, end, f"FREQ=YEARLY;BYMONTH={months}")
    else:
        yield recurring(start, end, _in_month(found, "2" if found["m2"] or found["mo2"] else ""))


def _in_months(found: re.Match[str]) -> Iterator[Time]:
    """`02 lần/năm (tháng 3 và tháng 9)`."""
    months = sorted({int(month) for month in re.findall(r"\d+", found["months"])})
    yield recurring(*found.span(), f"FREQ=YEARLY;BYMONTH={','.join(map(str, months))}")


def _in_month(found: re.Match[str], mark: str) -> str:
    day = found[f"d{mark}"]
    rule = f"FREQ=YEARLY;BYMONTH={int(found[f'm{mark}'] or found[f'mo{mark}'])}"
    return f"{rule};BYMONTHDAY={int(day)}" if day else rule


def _monthly(found: re.Match[str]) -> Iterator[Time]:
    if found["d0"]:
        yield recurring(found.start(), found.end("d0"), f"FREQ=MONTHLY;BYMONTHDAY={int(found['d0'])}")
        yield recurring(found.start("next"), found.end(), f"FREQ=MONTHLY;BYMONTHDAY={int(found['d3'])}")
    else:
        day = -1 if found["last"] else int(found["d"] or found["d2"])
        yield recurring(*found.span(), f"FREQ=MONTHLY;BYMONTHDAY={day}")
        yield from _same_months(found.string, found.end())


def _report_day(found: re.Match[str]) -> Iterator[Time]:
    yield recurring(*found.span("when"), f"FREQ=MONTHLY;BYMONTHDAY={int(found['d'])}")


def _twice(found: re.Match[str]) -> Iterator[Time]:
    yield recurring(*found.span("one"), f"FREQ=MONTHLY;BYMONTHDAY={int(found['d'])}")
    yield recurring(*found.span("two"), f"FREQ=MONTHLY;BYMONTHDAY={int(found['d2'])}")


def _same_months(low: str, here: int) -> Iterator[Time]:
    """`... ngày 20 hằng tháng; Sở Y tế tổng hợp trước ngày 25`: another day of the same months, in the same sentence,
    unless it speaks of other periods meanwhile."""
    line = low.find("\n", here, here + _FAR[1])
    found = SAME_MONTHS.search(low, here, line if line >= 0 else here + _FAR[1])
    if found and not _OTHER_PERIOD.search(low, here, found.start()):
        yield recurring(*found.span(), f"FREQ=MONTHLY;BYMONTHDAY={int(found['d'])}")


def _next_month(found: re.Match[str]) -> Iterator[Time]:
    """`trước ngày 05 tháng sau`, where its sentence speaks of each month or of the month's report."""
    low, (start, end) = found.string, found.span()
    before = _SENTENCE_ENDS.split(low[max(0, start - _FAR[1]) : start])[-1]
    if MONTH_REPORT.search(before) or MONTH_REPORT.search(found.group()) or _OF_REPORT.match(low, end):
        yield recurring(start, end, f"FREQ=MONTHLY;BYMONTHDAY={int(found['d'])}")


_OTHER_PERIOD = re.compile(r"[.]\s|(?<!\w)(?:quý|năm|tuần|tháng|kỳ)(?!\w)")
_SENTENCE_ENDS = re.compile(r"[.;\n]\s")
_OF_REPORT = re.compile(r"\s*,?\s*(?:đối với|cho)\s+(?:các\s+)?báo cáo\s+(?:hằng\s+|hàng\s+)?tháng(?!\s*\d)")


def _quarterly(found: re.Match[str]) -> Iterator[Time]:
    rule = f"FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY={int(found['d'])}"
    yield recurring(*found.span(), rule, " ".join(found["anchor"].split()))


def _weekly(found: re.Match[str]) -> Iterator[Time]:
    yield recurring(
        *found.span(), f"FREQ=WEEKLY;BYDAY={','.join(_weekdays(found['w'] or found['w2'] or found['w3']))}"
    )


def _weekday_of_month(found: re.Match[str]) -> Iterator[Time]:
    nth = (
        _NTH[found["nth"].split()[-1]]
        if found["nth"].startswith("thứ")
        else -1
        if "cuối" in found["nth"]
        else 1
    )
    days = ",".join(f"{nth}{day}" for day in _weekdays(found["w"]))
    yield recurring(*found.span(), f"FREQ=MONTHLY;BYDAY={days}")


def _same_day(found: re.Match[str]) -> Iterator[Time]:
    """`trước 17 giờ cùng ngày`, behind what is done each day; behind an event it is its day, which no rule has."""
    start = found.start()
    line = found.string[max(0, start - _FAR[1]) : start].rpartition("\n")[2]
    if EACH_DAY.search(line):
        yield recurring(*found.span(), "FREQ=DAILY")


_NTH = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4} | {str(n): n for n in range(1, 5)}
_WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAY_NAME = re.compile(r"hai|ba|tư|năm|sáu|bảy|nhật|(?<!\w)[2-7](?!\w)")


def _weekdays(words: str) -> list[str]:
    """The days that `thứ ba và thứ năm`, `thứ 2, 4, 6`, `thứ hai đến thứ sáu` name, in the order of the week."""
    places = sorted({_WEEK.index(WEEKDAYS[name]) for name in _DAY_NAME.findall(words)})
    through = len(places) == 2 and re.search(r"[-–]|đến", words)
    return list(_WEEK[places[0] : places[1] + 1]) if through else [_WEEK[place] for place in places]


FREQUENCY = {
    "giờ": "FREQ=HOURLY",
    "ngày": "FREQ=DAILY",
    "tuần": "FREQ=WEEKLY",
    "tháng": "FREQ=MONTHLY",
    "quý": "FREQ=MONTHLY;INTERVAL=3",
    "năm": "FREQ=YEARLY",
}
_EACH_YEAR = re.compile(rf"{EACH}\s+năm")
_MONTHS_OF = {"năm": 12, "quý": 3, "tháng": 1}
_NINE_MONTHS = re.compile(r"(?<!\d)0?9 tháng")
_ITEM = re.compile(rf"(?:{EACH}\s+)?(?:(?P<n>\d+|một)\s+)?(?P<unit>{UNIT})(?!\w)")


def _every(found: re.Match[str]) -> Iterator[Time]:
    more = "more" if found["more"] else "more2" if found["more2"] else None
    end = found.start(more) if more else found.end()
    if (found["times"] or found["times2"]) and _DAYS_FOLLOW.match(found.string, found.end()):
        return  # `mỗi tháng hai lần (ngày 10 và ngày 25)`: the days say it
    if rule := _frequency(found):
        yield recurring(found.start(), end, rule)
    if more and _NINE_MONTHS.search(found[more]):
        return  # `hằng tháng, 03 tháng, 06 tháng, 09 tháng`: reports on the year so far, which no interval tells
    for item in _ITEM.finditer(found.string, end, found.end()) if more else ():
        count = number(item["n"] or "1") or 1
        rule = _interval(count, item["unit"]) if item["n"] else FREQUENCY[item["unit"]]
        yield recurring(*item.span(), rule)


_DAYS_FOLLOW = re.compile(r"\s*,?\s*\(?(?:vào )?(?:các )?ngày \d")


def _frequency(found: re.Match[str]) -> str | None:
    if said := found["unit"] or found["once"]:
        return FREQUENCY[said]
    if found["times"] or found["times2"]:
        return _so_often(number(found["times"] or found["times2"]) or 0, found["per"] or found["per2"])
    count = number(found["n"] or found["n2"])
    return _interval(count, found["u"] or found["u2"]) if count else None


def _so_often(count: int, unit: str) -> str:
    """`2 lần/năm` is every six months; `2 lần/tuần`, `2 lần/tháng` come back each week or month, and their words say
    how often in it, as where the months of a year do not divide evenly."""
    months = _MONTHS_OF.get(unit, 0)
    if count <= 1 or months < count or months % count:
        return FREQUENCY[unit]
    return _interval(months // count, "tháng")


def _interval(count: int, unit: str) -> str:
    if unit == "tháng" and count % 12 == 0:
        return _interval(count // 12, "năm")
    if unit == "giờ" and count % 24 == 0:
        return _interval(count // 24, "ngày")
    if unit == "quý":
        return _interval(3 * count, "tháng")
    rule = FREQUENCY[unit]
    return rule if count == 1 else f"{rule};INTERVAL={count}"
