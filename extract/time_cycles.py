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
from collections.abc import Iterator

from extract.time_words import (
    DIGITS,
    HOUR,
    MONTH,
    NUMBER,
    PRE,
    QUARTER,
    QUARTERS,
    WEEKDAY,
    WEEKDAYS,
    Time,
    around,
    matches,
    number,
)

_NO_GOODS = "".join(f"(?<!{word} )" for word in "mặt cửa bán gian giao đơn kho khách ngân nhà đặt mua".split())
_EACH = rf"(?:hằng|{_NO_GOODS}hàng|mỗi|từng)"
_AT = r"(?:xong\s+)?(?:trước|(?:chậm|muộn) nhất(?:\s+là)?(?:\s+(?:vào|trong|đến))?|đến(?:\s+hết)?|vào|trong)"
_MON = r"(?:[/-]|\s+tháng\s+)"
_AND = r"\s*(?:,|và)\s*"
YEARLY = re.compile(
    rf"(?<![\w/])(?:{_AT}\s+)?(?:(?:ngày\s+)?(?P<d0>{DIGITS}){_MON}(?P<m0>{MONTH}){_AND}|tháng\s+(?P<mo0>{MONTH}){_AND})?"
    rf"(?P<here>(?:{PRE}(?:ngày\s+)?(?P<d>{DIGITS}){_MON}(?P<m>{MONTH})|tháng\s+(?:(?P<from>{MONTH})\s*[-–]\s*(?:tháng\s+)?)?(?P<mo>{MONTH})|quý\s+(?P<q>{QUARTER}))"
    rf"\s*,?\s*\(?(?:{_EACH}|của\s+{_EACH})\s+năm(?!\s+học))"
    rf"|(?<!\w){_EACH}\s+năm\s*,?\s*(?P<open>\(\s*)?(?:{_AT}\s+)"
    rf"(?:{PRE}(?:ngày\s+)?(?P<d2>{DIGITS}){_MON}(?P<m2>{MONTH})(?![/\d-])"
    rf"|tháng\s+(?P<mo2>{MONTH})(?!\s*(?:/|năm|-|,\s*\d))|quý\s+(?P<q2>{QUARTER})(?!\s*(?:/|năm|-)))(?(open)(?:\s*\))?)"
)
_NEXT_MONTH = r"(?:của\s+)?tháng\s+(?:sau|kế tiếp|tiếp theo|liền kề|liền sau)"
_PLAIN_MONTH = (
    r"của\s+tháng(?!\s+(?:\d|cuối|đầu|thứ|giữa|trước|giêng|chạp|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười))"
)
_DAY_OF_MONTH = (
    rf"(?:ngày\s+(?:mùng\s+|mồng\s+)?(?P<d>{DIGITS})(?!\d)|(?P<last>ngày\s+cuối(?:\s+cùng)?(?:\s+của)?))"
)
MONTHLY = re.compile(
    rf"(?<!\w)(?:{_AT}\s+)?(?:{HOUR})?(?:(?:các\s+)?ngày\s+(?P<d0>{DIGITS})\s*(?:,|và)\s*(?P<next>(?:(?:{_AT}\s+)?ngày\s+(?=\d))?(?P<d3>{DIGITS}))|{_DAY_OF_MONTH})"
    rf"\s+(?:(?:của\s+)?{_EACH}\s+tháng|(?(last)(?!)|{_PLAIN_MONTH}))"
    rf"|(?<!\w){_EACH}\s+tháng(?:\s*,?\s*\(?|\s[^.;:\n]{{0,140}}?\s)"
    rf"(?:trước|chậm nhất(?:\s+là)?(?:\s+vào)?|vào)\s+ngày\s+(?P<d2>{DIGITS})(?!\s*[/\d]|\s+(?:của\s+)?tháng\s+(?:\d|cuối|đầu))(?:\s+{_NEXT_MONTH})?"
)
QUARTERLY = re.compile(
    rf"(?<!\w)(?:(?:định kỳ\s+)?{_EACH}\s+quý\s*,?\s*\(?)?(?:{_AT}\s+)?ngày\s+(?P<d>{DIGITS})\s+(?:của\s+)?"
    rf"tháng\s+(?P<which>cuối|đầu)(?:\s+(?:cùng|tiên))?\s+(?:của\s+)?(?:{_EACH}\s+)?quý(?:\s+(?:sau|tiếp theo|kế tiếp))?(?!\w|\s+(?:[ivx]+(?!\w)|\d))"
)
WEEKLY = re.compile(
    rf"(?<!\w)(?:(?:trước|vào|chậm nhất(?:\s+(?:là|vào))?)\s+)?(?:{HOUR})?(?:(?:chiều|sáng|ngày|các ngày)\s+)*"
    rf"(?:(?P<w1>{WEEKDAY})\s*(?:,|và)\s*)?(?P<w>{WEEKDAY})\s+{_EACH}\s+tuần"
    rf"|(?<!\w){_EACH}\s+tuần\s*,?\s*\(?(?:(?:vào|trước)\s+)?(?:{HOUR})?(?:(?:chiều|sáng|ngày)\s+)*(?P<w2>{WEEKDAY})"
)
_UNIT = r"(?:ngày|tuần|tháng|quý|năm)"
_LISTED = rf"\s*(?:,|và|hoặc)\s*(?:{_EACH}\s+|cả\s+)?(?:(?:0?[1-9])\s+tháng|{_UNIT})(?!\w|\s+(?:\d|[ivx]+(?!\w)|học|đầu|cuối|trước|sau))"
EVERY = re.compile(
    rf"(?<!\w)(?:(?P<hour>(?:trước|vào)\s+{HOUR})|định kỳ\s+)?(?:"
    rf"(?:{_EACH}|một|1|01)\s+(?P<per2>năm|quý|tháng|tuần)\s+(?:ít nhất\s+|tối thiểu\s+)?(?P<times2>{NUMBER})\s+lần"
    rf"|{_EACH}\s+(?P<unit>{_UNIT})(?!\s+học)(?P<more>(?:{_LISTED})+)?"
    rf"|(?P<n>{NUMBER})\s+(?P<u>tháng|năm|tuần|quý)\s*(?:/|một|1|01)\s*(?:01\s+)?lần"
    rf"|(?P<times>{NUMBER})\s+lần\s*(?:/|trong\s+|mỗi\s+|một\s+)\s*(?:01\s+|một\s+)?(?P<per>năm|quý|tháng|tuần)"
    rf")(?!\w)"
    rf"|(?<!\w)(?:định kỳ|{_EACH})\s+(?P<n2>{NUMBER})\s+(?P<u2>tháng|tuần)(?!\w)(?P<more2>(?:{_LISTED})+)?"
)
# `Định kỳ 6 tháng (trước ngày 15/6) và năm (trước ngày 15/12)`: each period with its day.
PERIODS = re.compile(
    rf"(?<!\w)định kỳ\s+(?:báo cáo\s+)?(?:(?:0?6 tháng|sáu tháng|(?:{_EACH}\s+)?năm)\s*(?:đầu năm\s*)?,?\s*\(?{_AT}\s+(?:ngày\s+)?{DIGITS}{_MON}"
    rf"{MONTH}(?![/\d-]|\s+năm\s+\d|\s*,?\s*(?:của\s+)?{_EACH}\s)\)?\s*(?:,|và|;)?\s*(?:cả\s+)?)+"
)
_PERIOD_DAY = re.compile(rf"{_AT}\s+(?:ngày\s+)?(?P<d>{DIGITS}){_MON}(?P<m>{MONTH})(?!\d)")
_TRIGGER = re.compile(
    r"(?:hằng|hàng|mỗi|từng)\s+(?:ngày|tuần|tháng|quý|năm|\d|hai|ba|sáu)|lần|định kỳ|của\s+tháng|tháng\s+(?:cuối|đầu|sau|kế|tiếp|liền)"
)
_NEAR, _FAR = (72, 60), (110, 190)  # characters before and behind a trigger


def cycles(low: str) -> Iterator[Time]:
    """The times that come back in a text in small letters, the fuller readings first; later ones may overlap them."""
    hits = [hit.span() for hit in _TRIGGER.finditer(low)]
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
            if pattern is not EVERY or not any(start <= found.start() < end for start, end in dated):
                yield from reader(found)


def recurring(start: int, end: int, rule: str) -> Time:
    """A time that comes back by that rule."""
    return Time(start, end, "recurrence", bound="during", said_bound=True, recurrence=rule)


def _periods(found: re.Match[str]) -> Iterator[Time]:
    for day in _PERIOD_DAY.finditer(found.string, found.start(), found.end()):
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
_ITEM = re.compile(rf"(?:{_EACH}\s+)?(?:(?P<n>\d+)\s+)?(?P<unit>{_UNIT})(?!\w)")


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
