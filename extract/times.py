"""Time expressions (cụm từ chỉ thời gian) and what each says: a last day, a recurrence, a span from an event.

Whether an expression is a deadline of something is judged elsewhere (`extract.deadlines`); here it is only read:

    bound word          point                      value
    trước               ngày 20/4/2020             due 2020-04-20, before
    đến hết             quý II năm 2020            due 2020-06-30, by
    (trong)             tháng 03/2025              due 2025-03-31, during
    trước ngày 15       hằng tháng                 FREQ=MONTHLY;BYMONTHDAY=15
    trong thời hạn      15 ngày làm việc kể từ ... P15D, working days

Day before month, months and years end on their last day; a missing year is the year the reader has in mind, which the
caller gives. An impossible date has no value, and `why` says so. The readers (`time_cycles`, `time_spans`,
`time_ranges`, `time_points`) look only around the words that a time must have, so that the cost is that of the times.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from operator import attrgetter

from extract.dates import last_day, written
from extract.event_times import event_times, may_tell_event
from extract.extraction import Bound
from extract.time_cycles import cycles
from extract.time_points import day_time, points
from extract.time_ranges import ranges
from extract.time_spans import spans
from extract.time_words import DIGITS, MONTH, YEAR, Time, small
from extract.yearly_clauses import yearly_clauses

__all__ = ["Time", "cell_times", "times"]
_IN_SIGNS = re.compile(r"[\dq](?:(?<=\d)\s?[/.h-]|(?<=q)\.?[iv\d])")


def times(text: str, year: int | None = None) -> list[Time]:
    """Every time expression in `text`, in order, none inside another. `year` is the year of a date without one.

    >>> [(t.due, t.bound) for t in times("trước ngày 20/4/2020; trong Quý II năm 2020; đến hết năm 2025")]
    [('2020-04-20', 'before'), ('2020-06-30', 'during'), ('2025-12-31', 'by')]
    >>> [t.recurrence for t in times("trước ngày 15 hằng tháng, định kỳ hằng quý, trước 15/12 hằng năm")]
    ['FREQ=MONTHLY;BYMONTHDAY=15', 'FREQ=MONTHLY;INTERVAL=3', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15']
    >>> [(t.due, t.why) for t in times("trước ngày 31/6/2025")]
    [(None, 'lịch không có ngày 31/6')]
    """
    low = small(text)
    if not _may_hold_time(low):
        return []
    taken: list[Time] = []
    for found in (
        cycles(low),
        spans(low, text),
        event_times(low, text),
        ranges(low, year),
        points(low, year),
    ):
        _put(taken, found)
    return _joined(low, yearly_clauses(low, _yearly_rows(low, taken))) if len(taken) > 1 else taken


def _may_hold_time(low: str) -> bool:
    """Whether a word or sign of time stands in a text at all; written out, for every paragraph is asked."""
    if "năm" in low or "tháng" in low or "ngày" in low or "quý" in low or "tuần" in low or "lần" in low:
        return True
    if "giờ" in low or "phút" in low or "tết" in low or "rằm" in low:
        return True
    return bool(_IN_SIGNS.search(low)) or may_tell_event(low)


_DASH = re.compile(r"\s*[-–]\s*")
_TO = re.compile(r"\s+(?=đến\s)")


def _joined(low: str, taken: list[Time]) -> list[Time]:
    """`Quý II/2025 - Quý I/2026`, `15/5/2025 đến 20/5/2025`: two points of one grain are a range that ends with the
    second."""
    rows: list[Time] = []
    for time in taken:
        before = rows[-1] if rows else None
        if (
            before
            and before.bound in ("before", "by")
            and before.said_bound
            and _shares_limit(low, before, time)
        ):
            time = time._replace(bound=before.bound, said_bound=True)
        if before and before.due and time.due and before.grain == time.grain in ("day", "month", "quarter"):
            dash = _DASH.fullmatch(low, before.end, time.start) and not time.said_bound
            to = (
                before.bound in ("during", "on")
                and _TO.match(low, before.end)
                and low.startswith("đến", time.start)
            )
            if dash or (to and low[before.end : time.start].isspace()):
                rows[-1] = before._replace(end=time.end, due=time.due, bound="by", said_bound=True)
                continue
        rows.append(time)
    return rows


def _shares_limit(low: str, before: Time, time: Time) -> bool:
    """`trước ngày 10/6 và ngày 10/12`: the second day has the limit of the first."""
    days = before.grain == time.grain == "day" and not time.said_bound and time.bound == "on"
    return (
        days
        and bool(_AND.fullmatch(low, before.end, time.start))
        and _LIMITS.match(low, before.start) is not None
    )


_AND = re.compile(r"\s*(?:,|và)\s*")
_LIMITS = re.compile(r"(?:xong\s+)?(?:trước|(?:chậm|muộn|trễ) nhất|không (?:quá|muộn|chậm|trễ))(?!\w)")


_start = attrgetter("start")


def _put(taken: list[Time], found: Iterable[Time]) -> None:
    """Puts those of `found` among the sorted `taken` that overlap none of it."""
    for time in found:
        place = bisect_right(taken, time.start, key=_start)
        free = (place == 0 or taken[place - 1].end <= time.start) and (
            place == len(taken) or time.end <= taken[place].start
        )
        if free:
            taken.insert(place, time)


_ROW = re.compile(r"\s*(?:,|và|;|hoặc)\s*")
_ONE_MONTH = re.compile(r"FREQ=YEARLY;BYMONTH=\d+(?:;BYMONTHDAY=\d+)?")
_SAYS_YEAR = re.compile(YEAR)


def _yearly_rows(low: str, taken: list[Time]) -> list[Time]:
    """`trước ngày 20/5 và trước ngày 20/11 hằng năm`: the day before a yearly one is yearly too."""
    rows = list(taken)
    for place in range(len(rows) - 2, -1, -1):
        here, following = rows[place], rows[place + 1]
        if not here.due or not _ONE_MONTH.fullmatch(following.recurrence or ""):
            continue
        joined = _ROW.fullmatch(low, here.end, following.start)
        day = here.grain == "day" and "DAY=" in (following.recurrence or "")
        month = here.grain == "month" and "DAY=" not in (following.recurrence or "")
        if joined and (day or month) and not _SAYS_YEAR.search(low, here.start, here.end):
            rule = f"FREQ=YEARLY;BYMONTH={int(here.due[5:7])}" + (f";BYMONTHDAY={int(here.due[8:])}" * day)
            rows[place] = here._replace(
                grain="recurrence", due=None, bound="during", said_bound=True, recurrence=rule
            )
    return rows


# What a cell of a time column may hold by itself: `2019`, `2022 - 2023`, `Quý II/2018 - Quý I/2019`.
_YEARS = re.compile(
    r"\s*(?:(?:trong|hoàn thành|đến)\s+)?(?:năm\s+)?(?P<first>(?:19|20)\d{2})"
    r"(?:\s*[-–]\s*(?P<last>(?:19|20)\d{2}))?"
    r"(?P<rest>\s*\([^()\d]{3,140}\)|\s+và (?:các|những) năm tiếp theo|\s+trở đi)?\s*\.?\s*",
    re.IGNORECASE,
)
_CELL_DASH = re.compile(r"\s*(?:-|–|→|đến)\s*")
# `6/2025` is a month where it stands for the time; elsewhere it may number a document.
_CELL_MONTH = re.compile(
    rf"(?<![\w/.,-])(?<!số )(?:(?P<before>(?:xong\s+)?trước)\s+|(?P<by>(?:(?:chậm|muộn) nhất|đến)(?:\s+hết)?|xong)\s+"
    rf"|(?:trong|vào|từ)\s+)?(?P<m>{MONTH})\s?[/-]\s?(?P<y>20\d\d)(?![\w/-]\w)"
)


def cell_times(text: str, year: int | None = None) -> list[Time]:
    """The times of a cell in a time column, where a bare year or month is one and a dash joins two ends.

    >>> [t.due for cell in ("2022 - 2023", "6/2025", "Quý II/2018 - Quý I/2019") for t in cell_times(cell)]
    ['2023-12-31', '2025-06-30', '2019-03-31']
    """
    if years := _YEARS.fullmatch(text):
        begin = len(text) - len(text.lstrip())
        due = written(int(years["last"] or years["first"]), 12, 31)
        end = years.start("rest") if years["rest"] else len(text.rstrip(" .\n"))
        return [Time(begin, end, "year", due, "during")]
    if year and (months := _CELL_MONTHS.fullmatch(text)):
        begin = len(text) - len(text.lstrip())
        return [
            Time(
                begin,
                len(text.rstrip(" .\n")),
                "month",
                last_day(year, int(months["last"])),
                "during",
                implied_year=True,
            )
        ]
    if year and (whole := _WHOLE_YEAR.fullmatch(text)):
        return [Time(*whole.span("said"), "year", written(year, 12, 31), "during")]
    found = times(text, year)
    _put(found, _bare_days(small(text), year) or _bare_months(small(text)))
    short = len(text.split()) <= _SHORT_CELL
    _put(found, [time for time in _bare_years(small(text)) if short or time.said_bound])
    joined: list[Time] = []
    for time in found:
        if joined and time.due and joined[-1].due and _is_range(text, joined[-1], time):
            joined[-1] = joined[-1]._replace(end=time.end, due=time.due, bound="by", said_bound=True)
        else:
            joined.append(time)
    return joined


# `Cả năm`, `Trong năm` in a time column: the year of the plan.
_WHOLE_YEAR = re.compile(r"\s*(?P<said>(?:cả|trong|suốt) năm)[\s.;]*", re.IGNORECASE)
# `Tháng 5, 6`: months, of which the last counts.
_CELL_MONTHS = re.compile(
    rf"\s*(?:trong\s+)?(?:các\s+)?tháng\s*{MONTH}(?:\s*(?:,|và|-|–)\s*{MONTH})*\s*(?:,|và|-|–)\s*(?P<last>{MONTH})[\s.]*",
    re.IGNORECASE,
)
# `30/6`, `15/4 - 30/4`, `10-15/3`: days, where they are all that stands for the time.
_CELL_DAYS = re.compile(
    rf"\s*(?:ngày\s+)?(?P<from>{DIGITS}\s*[-–]\s*)?(?P<d>{DIGITS})/(?P<m>{MONTH})"
    rf"(?:\s*(?:-|–|→|đến)\s*(?:ngày\s+)?(?P<d2>{DIGITS})/(?P<m2>{MONTH}))?[\s.;]*"
)


# `sơ kết 2028, tổng kết 2030`, `trước 2030`: years among a few words of a time column.
_CELL_YEAR = re.compile(rf"(?<![\w/.,-])(?:(?P<bound>trước|đến)\s+)?(?P<y>{YEAR})(?=\s*(?:$|[.,;)]|và ))")
_SHORT_CELL = 12  # words


def _bare_years(low: str) -> list[Time]:
    return [
        Time(
            found.start(),
            found.end(),
            "year",
            written(int(found["y"]), *last),
            bound,
            found["bound"] is not None,
        )
        for found in _CELL_YEAR.finditer(low)
        for bound, last in [_BOUNDS[found["bound"]]]
    ]


_BOUNDS: dict[str | None, tuple[Bound, tuple[int, int]]] = {
    "trước": ("before", (1, 1)),
    "đến": ("by", (12, 31)),
    None: ("during", (12, 31)),
}


def _bare_days(low: str, year: int | None) -> list[Time]:
    found = _CELL_DAYS.fullmatch(low)
    names = (("d", "m"), ("d2", "m2"))
    return [
        day_time(
            found.start("from" if day == "d" and found["from"] else day),
            found.end(month),
            int(found[day]),
            int(found[month]),
            year,
        )
        for day, month in names
        if found and found[day]
    ]


def _is_range(text: str, first: Time, last: Time) -> bool:
    """Whether only a dash stands between two times of a cell, or the second begins with `đến`."""
    between, to = text[first.end : last.start], text[last.start : last.start + 3].lower()
    return bool(_CELL_DASH.fullmatch(between)) or (
        between.isspace() and to == "đến" and first.bound == "during"
    )


def _bare_months(low: str) -> Iterator[Time]:
    for found in _CELL_MONTH.finditer(low):
        month, year = int(found["m"]), int(found["y"])
        due = written(year, month, 1) if found["before"] else last_day(year, month)
        bound: Bound = "before" if found["before"] else "by" if found["by"] else "during"
        yield Time(*found.span(), "month", due, bound, bound != "during")
