"""Times that come back (định kỳ), as RFC 5545 rules: `hằng quý`, `trước ngày 15 hằng tháng`, `6 tháng một lần`.

    thứ Sáu hằng tuần                     FREQ=WEEKLY;BYDAY=FR
    trước ngày 15 hằng tháng              FREQ=MONTHLY;BYMONTHDAY=15
    hằng quý                              FREQ=MONTHLY;INTERVAL=3
    ngày 20 tháng cuối quý                FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20
    trước 15/12 hằng năm                  FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15

`hàng` is `hằng`. A list shares what tells that it comes back: `hằng tháng, quý, năm` is three, `trước ngày 20/5 và
20/11 hằng năm` two.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from extract.time_cycle_words import (
    EACH,
    EVERY,
    MONTHLY,
    PERIOD_DAY,
    PERIODS,
    QUARTERLY,
    TRIGGER,
    UNIT,
    WEEKLY,
    YEARLY,
)
from extract.time_words import QUARTERS, WEEKDAYS, Time, around, matches, number

_NEAR, _FAR = (72, 60), (110, 190)  # characters before and behind a trigger


def cycles(low: str) -> Iterator[Time]:
    """The times that come back in a text in small letters, the fuller readings first; later ones may overlap them."""
    hits = [hit.span() for hit in TRIGGER.finditer(low)]
    if not hits:
        return
    dated: list[tuple[int, int]] = []
    near, far = around(hits, len(low), *_NEAR), around(hits, len(low), *_FAR)
    for pattern, reader, windows in (
        (PERIODS, _periods, far),
        (YEARLY, _yearly, near),
        (QUARTERLY, _quarterly, near),
        (MONTHLY, _monthly, far),
        (WEEKLY, _weekly, near),
        (EVERY, _every, near),
    ):
        for found in matches(pattern, low, windows):
            if pattern is PERIODS:
                dated.append(found.span())
            if pattern is not EVERY or not _within(dated, found.start()):
                yield from reader(found)


def _within(spans: list[tuple[int, int]], place: int) -> bool:
    number = bisect_right(spans, (place, place)) - 1
    return any(start <= place < end for start, end in spans[max(0, number) : number + 2])


def recurring(start: int, end: int, rule: str) -> Time:
    """A time that comes back by that rule."""
    return Time(start, end, "recurrence", bound="during", said_bound=True, recurrence=rule)


def _periods(found: re.Match[str]) -> Iterator[Time]:
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


def _quarterly(found: re.Match[str]) -> Iterator[Time]:
    months = "3,6,9,12" if found["which"] == "cuối" else "1,4,7,10"
    yield recurring(*found.span(), f"FREQ=YEARLY;BYMONTH={months};BYMONTHDAY={int(found['d'])}")


def _weekly(found: re.Match[str]) -> Iterator[Time]:
    start = found.start()
    if found["w1"]:
        yield recurring(start, found.end("w1"), f"FREQ=WEEKLY;BYDAY={_weekday(found['w1'])}")
        start = found.start("w")
    yield recurring(start, found.end(), f"FREQ=WEEKLY;BYDAY={_weekday(found['w'] or found['w2'])}")


def _weekday(words: str) -> str:
    return WEEKDAYS[words.split()[-1]]


FREQUENCY = {
    "ngày": "FREQ=DAILY",
    "tuần": "FREQ=WEEKLY",
    "tháng": "FREQ=MONTHLY",
    "quý": "FREQ=MONTHLY;INTERVAL=3",
    "năm": "FREQ=YEARLY",
}
_MONTHS_OF = {"năm": 12, "quý": 3, "tháng": 1}
_ITEM = re.compile(rf"(?:{EACH}\s+)?(?:(?P<n>\d+)\s+)?(?P<unit>{UNIT})(?!\w)")


def _every(found: re.Match[str]) -> Iterator[Time]:
    more = "more" if found["more"] else "more2" if found["more2"] else None
    end = found.start(more) if more else found.end()
    if rule := _frequency(found):
        yield recurring(found.start(), end, rule)
    for item in _ITEM.finditer(found.string, end, found.end()) if more else ():
        count = int(item["n"] or 1)
        rule = _interval(count, item["unit"]) if item["n"] else FREQUENCY[item["unit"]]
        yield recurring(*item.span(), rule)


def _frequency(found: re.Match[str]) -> str | None:
    if found["unit"]:
        return FREQUENCY[found["unit"]]
    if found["times"] or found["times2"]:
        return _so_often(number(found["times"] or found["times2"]) or 0, found["per"] or found["per2"])
    count = number(found["n"] or found["n2"])
    return _interval(count, found["u"] or found["u2"]) if count else None


def _so_often(count: int, unit: str) -> str | None:
    """`2 lần/năm` is every six months; what does not divide evenly into months has no rule."""
    if count == 1:
        return FREQUENCY[unit]
    months = _MONTHS_OF.get(unit, 0)
    return _interval(months // count, "tháng") if count and months >= count and months % count == 0 else None


def _interval(count: int, unit: str) -> str:
    if unit == "tháng" and count % 12 == 0:
        return _interval(count // 12, "năm")
    if unit == "quý":
        return _interval(3 * count, "tháng")
    rule = FREQUENCY[unit]
    return rule if count == 1 else f"{rule};INTERVAL={count}"
