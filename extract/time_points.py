"""Points of the calendar (mốc thời gian): a day, week, month, quarter, half or year, with its edge and bound word.

    trước | ngày 20/4/2020          đến hết | quý II năm 2020          cuối | tháng 6/2025

A point without a year has the one that the reader has in mind. What the calendar does not have (`31/6`, `tháng 13`) is
told, and never rolled on to another day. Lunar dates and Tết are found and left without a day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extract.dates import last_day, written
from extract.extraction import Bound
from extract.time_point_words import LEADING, NO_SHARE, POINT, TRIGGER
from extract.time_words import DIGITS, MONTHS, QUARTER, QUARTERS, Time, led_by, number

_MOON = re.compile(r"\s*\(?(?:âm lịch|âl)(?!\w)\)?")
_MOON_MONTHS = ("giêng", "chạp")
_WORD_ENDS = re.compile(r"\s*(?:[.,;:)]|$|\n|\t|năm\s+\d|phải(?!\w)|để(?!\w)|và(?!\w))")
NO_SUCH = "lịch không có"  # begins the reason of every impossible date
LUNAR = "ngày âm lịch, chưa đổi ra dương lịch"
TET = "Tết theo âm lịch, chưa đổi ra dương lịch"
SCHOOL = "năm học kết thúc theo kế hoạch thời gian của địa phương"
BLANK = "ngày để trống trong văn bản"


def points(low: str, year: int | None) -> Iterator[Time]:
    """The points of the calendar in a text in small letters, in order; `year` is that of a point without one."""
    for found in led_by(POINT, low, (hit.start() for hit in TRIGGER.finditer(low)), LEADING):
        if time := read_point(found, low, year):
            time = _of_event(low, time)
            later = _of_next_year(low, time) if time.grain == "day" and time.implied_year else None
            yield from [later] if later else _apart(found, low, time) or [time, *_also(low, time, year)]


_NEXT_YEAR = re.compile(r"\s+(?:của\s+)?năm\s+(?:sau|kế tiếp|tiếp theo|liền kề|liền sau|kế sau)(?!\w)")
_EACH_YEAR = re.compile(r"(?:hằng|hàng|mỗi|từng)\s+năm|báo cáo\s+năm(?!\s*\d)|năm báo cáo|định kỳ")
_SENTENCE_ENDS = re.compile(r"[.;\n]\s")


def _of_next_year(low: str, time: Time) -> Time | None:
    """`trước ngày 31/01 năm sau`: a day of the year that follows; each year's, where its sentence speaks of each."""
    behind = _NEXT_YEAR.match(low, time.end)
    if not behind or not time.due:
        return None
    year, month, day = map(int, time.due.split("-"))
    sentence = _SENTENCE_ENDS.split(low[max(0, time.start - 200) : time.start])[-1]
    if _EACH_YEAR.search(sentence):
        rule = f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={day}"
        return Time(time.start, behind.end(), "recurrence", None, "during", True, rule)
    return time._replace(end=behind.end(), due=written(year + 1, month, day))


# `trước ngày tựu trường 29/8/2024`: the event whose day it is stands between the bound and the day.
_EVENT = re.compile(
    r"(?<!\w)(?P<bound>trước|(?:chậm|muộn) nhất(?:\s+là)?(?:\s+(?:vào|đến))?|đến(?:\s+hết)?)"
    r"(?:\s+ngày\s+(?:(?!và |ngày )[^\W\d_]+\s+){1,5}\(?|\s+(?:(?:kỳ|dịp|lễ|tết|đợt|mùa)\s+)(?:[^\W\d_]+\s+){1,5}\()$"
)


def _of_event(low: str, time: Time) -> Time:
    near = max(0, time.start - _NEAR)
    if (
        time.said_bound
        or time.grain != "day"
        or not (low[time.start - 1 : time.start] == "(" or " ngày " in low[near : time.start])
    ):
        return time
    event = _EVENT.search(low, near, time.start)
    if not event:
        return time
    bound: Bound = "before" if event["bound"] == "trước" else "by"
    end = time.end + (event[0].endswith("(") and low.startswith(")", time.end))
    return time._replace(start=event.start(), end=end, bound=bound, said_bound=True)


_NEAR = 60  # characters between a bound word and the day of its event
_ALSO = re.compile(rf"\s*(?:,|và)\s*(?P<d>{DIGITS})/(?P<m>{DIGITS}){NO_SHARE}")


def _also(low: str, time: Time, year: int | None) -> Iterator[Time]:
    """`trước ngày 15/6 và 15/11`: more days that share the bound of the first."""
    end, year = time.end, int(time.due[:4]) if time.due else year
    while time.grain == "day" and time.said_bound and (more := _ALSO.match(low, end)):
        other = day_time(more.start("d"), more.end(), int(more["d"]), int(more["m"]), year)
        yield other._replace(bound=time.bound, said_bound=True, implied_year=time.implied_year)
        end = more.end()


_LISTED = re.compile(r"tháng\s*(?P<n>\d{1,2})(?!\d)")
_QUARTERS_LISTED = re.compile(rf"quý\s*(?P<n>{QUARTER})")
_COUNTED = re.compile(r"(?<!\d)\d{1,2}(?!\d)")


def _apart(found: re.Match[str], low: str, time: Time) -> list[Time]:
    """`tháng 5 và tháng 10/2023`, `quý I và quý III`: months and quarters that do not follow each other are several
    times; none for any other."""
    if found["q2"] and time.due and not found["qedge"] and not found["by"]:
        return _quarters_apart(found, low, time)
    if not (found["mo2"] or found["mo4"]) or not time.due or found["edge"] or found["by"]:
        return []
    begin, end = found.start(), found.end("mo4") if found["mo4"] else found.end("mo2")
    months = list(_LISTED.finditer(low, begin, end))
    numbers = [int(month["n"]) for month in months]
    each_named = len(numbers) > 1 and len(_COUNTED.findall(low, begin, end)) == len(numbers)
    if not each_named or all(after - one == 1 for one, after in pairwise(numbers)):
        return []
    return _several(time, months, [(number, number) for number in numbers])


def _quarters_apart(found: re.Match[str], low: str, time: Time) -> list[Time]:
    listed = list(_QUARTERS_LISTED.finditer(low, *found.span()))
    numbers = [QUARTERS[quarter["n"]] for quarter in listed]
    if len(numbers) < 2 or all(after - one == 1 for one, after in pairwise(numbers)):
        return []
    return _several(time, listed, [(3 * number - 2, 3 * number) for number in numbers])


def _several(time: Time, listed: list[re.Match[str]], months: list[tuple[int, int]]) -> list[Time]:
    """A time for each of those listed in `time`, by its first and last month."""
    year, bound = (time.due or "")[:4], time.bound or "during"
    starts = [time.start, *(one.start() for one in listed[1:])]
    ends = [*(one.end() for one in listed[:-1]), time.end]
    return [
        time._replace(start=start, end=stop, due=_span_end(year, first, last, "", bound))
        for start, stop, (first, last) in zip(starts, ends, months, strict=True)
    ]


def read_point(found: re.Match[str], low: str, year: int | None, *, strict: bool = True) -> Time | None:
    """What a match of `POINT` says. `strict` asks of months and quarters in words (`tháng ba`) that nothing that they
    may count follows, and that the words before them tell a time."""
    stated = bool(found["before"] or found["by"] or found["during"])
    if strict and not _is_point(found, low, stated):
        return None
    edge = _edge_of(found)
    bound = _bound(found, edge)
    end, why, grain = found.end(), None, "event"
    if found["tet"]:
        anchor = low[found.start("tet") : end]
        return Time(found.start(), end, grain, None, bound, stated, anchor=anchor, why=TET)
    due, grain = _last_day(found, edge, bound, year)
    if grain == "day" and (moon := _moon(found, low)):
        due, why, end = None, LUNAR, moon
    elif grain == "school_year" and not due:
        why = SCHOOL
    elif found["mb"]:
        why = BLANK
    elif due is None:
        why = _impossible(found, year)
    return Time(found.start(), end, grain, due, bound, stated, implied_year=not _says_year(found), why=why)


def day_time(start: int, end: int, day: int, month: int, year: int | None) -> Time:
    """A day of the calendar without a year of its own, read between `start` and `end`."""
    due = written(year, month, day) if year else None
    why = None if due else _no_such_day(day, month, year)
    return Time(start, end, "day", due, "on", implied_year=True, why=why)


_DAYS = ("d", "d2", "d3", "d4", "d5", "d6")
_YEAR_GROUPS = ("y", "y2", "y5", "y6", "yb", "my", "myw", "my3", "qy", "hy", "hy2", "hy3", "yy", "sy")


def _says_year(found: re.Match[str]) -> bool:
    return any(found.group(*_YEAR_GROUPS))


def _is_point(found: re.Match[str], low: str, stated: bool) -> bool:
    """Whether words that may be a time are one: `tháng ba` with a bound or a year and nothing to count, `Q.1` with a
    year (else it is a district), a blank day or a school year with a bound."""
    if found["mow"] or found["qw"]:
        told = stated or found["edge"] or found["qedge"] or _says_year(found)
        return bool(told and _WORD_ENDS.match(low, found.end()))
    if found["q"] and not _says_year(found):
        return "quý" in found.group()
    if found["mb"] or found["school"]:
        return stated or bool(found["sedge"])
    return not (found["d4"] and "/" in found.group() and _is_fraction(found, low))


_AFTER_DAY = re.compile(
    r"\s+(?!(?:để|về|gửi|báo|và|cho|đến|nhằm|phải|đối|tại|hằng|hàng|trình|theo|của|tổng|hoàn|năm)(?!\w))[^\W\d]"
)


def _is_fraction(found: re.Match[str], low: str) -> bool:
    """`trước 2/3 thời gian`: a small number over a larger one, and what it is a part of."""
    return int(found["d4"]) < int(found["m4"]) < 10 and bool(_AFTER_DAY.match(low, found.end()))


def _edge_of(found: re.Match[str]) -> str:
    said = found.group("edge", "qedge", "yedge", "yedge2", "sedge")
    return " ".join(next(filter(None, said)).split()) if any(said) else ""


def _bound(found: re.Match[str], edge: str) -> Bound:
    if found["before"]:
        return "before"
    if found["by"] or edge == "hết":
        return "by"
    return "on" if any(found.group(*_DAYS)) or edge.startswith("ngày") else "during"


def _moon(found: re.Match[str], low: str) -> int | None:
    """Where a day of the lunar calendar ends; `None` for any other."""
    said = _MOON.match(low, found.end())
    lunar = found["m6"] in _MOON_MONTHS or found["d6"] == "rằm"
    return said.end() if said else found.end() if lunar else None


def _last_day(found: re.Match[str], edge: str, bound: Bound, year: int | None) -> tuple[str | None, str]:
    """The last day that a match of `POINT` allows, and its grain. `trước tháng 7` ends as July begins."""
    if (day_month := _day_month(found)) is not None:
        day, month, own = day_month
        of_year = own or year
        return (written(of_year, month, day) if of_year else None), "day"
    if found["mb"]:
        return None, "day"
    if found["mo"] or found["mo3"] or found["mow"]:
        first = MONTHS[found["mow"]] if found["mow"] else int(found["mo"] or found["mo3"])
        last = int(found["mo2"] or found["mo4"] or first)
        said = found["my"] or found["myw"] or found["my3"] or year
        return _span_end(said, first, last, edge, bound), "day" if edge.startswith("ngày") else "month"
    if found["q"] or found["qw"]:
        one = QUARTERS[found["q"] or found["qw"]]
        two = QUARTERS[found["q2"]] if found["q2"] else one
        return _span_end(found["qy"] or year, one * 3 - 2, two * 3, edge, bound), "quarter"
    if found["rest"]:
        return _span_end(found["hy3"] or year, 1, 12, "", bound), "year"
    if found["half"] or found["which2"]:
        months = (number(found["half"]) or 0) if found["half"] else 6
        first, last = (1, months) if (found["which"] or found["which2"]) == "đầu" else (13 - months, 12)
        return _span_end(found["hy"] or found["hy2"] or year, first, last, "", bound), "half"
    if found["school"]:
        return None, "school_year"
    return _span_end(found["yy2"] or found["yy"] or year, 1, 12, edge, bound), "year"


def _day_month(found: re.Match[str]) -> tuple[int, int, int | None] | None:
    """Day, month and year (where it is said) of a match of `POINT`; months out of the calendar are 0."""
    if not any(found.group(*_DAYS)):
        return None
    for mark in ("", "2", "3", "4", "5", "6"):
        if not found[f"d{mark}"]:
            continue
        day = 15 if found[f"d{mark}"] == "rằm" else number(found[f"d{mark}"]) or 0
        month = MONTHS.get(found[f"m{mark}"]) or number(found[f"m{mark}"]) or 0
        said = found[f"y{mark}"] if mark in ("", "2", "5", "6") else None
        return day, month, (_century(int(said)) if said else None)
    return None


def _century(year: int) -> int:
    """`25` is 2025, `91` is 1991."""
    return year if year > 99 else 2000 + year if year < 60 else 1900 + year


def _span_end(year: str | int | None, first: int, last: int, edge: str, bound: Bound) -> str | None:
    """The last day of months `first` to `last`: their first day for `đầu` and after `trước`, the middle for `giữa`
    (Bộ luật Dân sự 2015, Điều 146: the 15th of a month, 30 June of a year), the 7th, 14th ... for weeks."""
    if year is None or not 1 <= first <= last <= 12:
        return None
    if edge in ("đầu", "ngày đầu", "ngày đầu tiên") or (bound == "before" and not edge):
        return written(int(year), first, 1)
    whole_year = (first, last) == (1, 12)
    if edge == "giữa":
        return written(int(year), 6, 30) if whole_year else written(int(year), (first + last) // 2, 15)
    if (days := _EDGE_DAYS.get(edge)) or (days := 7 * _week(edge)):
        return written(int(year), first, days) if days < 29 else last_day(int(year), last)
    return last_day(int(year), last)


_EDGE_DAYS = {"nửa đầu": 15, "thượng tuần": 10, "trung tuần": 20}
_NTH = {"nhất": 1, "đầu": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5}


def _week(edge: str) -> int:
    """Which week of a month an edge names, 0 for none: the weeks of a month are its days 1 to 7, 8 to 14 ..."""
    if not edge.startswith("tuần") or "cuối" in edge:
        return 0
    word = edge.removesuffix(" tiên").split()[-1]
    return _NTH.get(word) or number(word) or 0


def _impossible(found: re.Match[str], year: int | None) -> str | None:
    """Why a point has no day, one Vietnamese line; `None` where only its year is not known."""
    if (day_month := _day_month(found)) is not None:
        day, month, said = day_month
        return _no_such_day(day, month, said or year)
    months = [int(found[name]) for name in ("mo", "mo2", "mo3", "mo4") if found[name]]
    wrong = next((month for month in months if not 1 <= month <= 12), None)
    return f"{NO_SUCH} tháng {wrong}" if wrong is not None else None


def _no_such_day(day: int, month: int, year: int | None) -> str | None:
    if not 1 <= month <= 12:
        return f"{NO_SUCH} tháng {month}"
    if written(year or 2024, month, day):  # 2024 has every day that any year has
        return None
    of_year = f"/{year}" if (day, month) == (29, 2) else ""
    return f"{NO_SUCH} ngày {day}/{month}{of_year}"
