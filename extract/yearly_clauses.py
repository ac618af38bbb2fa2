"""Clauses that tell what is done each year (mệnh đề hằng năm): their days without a year come back every year.

    định kỳ hằng năm báo cáo ... trước ngày 31 tháng 12      one deadline, FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31
    báo cáo hằng tháng, ... trước ngày 03 tháng tiếp theo    one deadline, FREQ=MONTHLY;BYMONTHDAY=3
    định kỳ 6 tháng báo cáo ... trước ngày 15/6 và 01/12     every six months, and each of the two days every year

The clause ends with its sentence, and where another year or an exception is named (`riêng năm 2025`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.time_words import Time

_FAR = 190  # characters from `hằng năm` to its day
_OPENS = re.compile(r"(?:^|[.;:,(\n\-–+*]|(?<!\w)và)\s*\Z")
_ENDS = re.compile(r"[;\n]|\.\s|(?<!\w)(?:riêng|năm\s+(?:19|20)\d\d|trong năm|hết hạn|sinh)(?!\w)")
_TELLS_EACH_YEAR = re.compile(r"(?:định kỳ\s+)?(?:hằng|hàng|mỗi)\s+năm|định kỳ\s+(?:0?6|sáu)\s+tháng")
_DAY = re.compile(r"(?<!\d)(?P<d>[0-2]?[1-9]|[1-3]0|31)(?:\s?[/-]\s?|\s+tháng\s+)(?P<m>0?[1-9]|1[0-2])(?!\d)")
_NEXT = re.compile(r"tháng\s+(?:sau|kế tiếp|tiếp theo|liền)")
_BEFORE = 24  # characters before it in which its clause opens


def yearly_clauses(low: str, taken: Sequence[Time]) -> list[Time]:
    """The times of a text in small letters, those in yearly clauses with the rule that they mean. Where one day follows
    `hằng năm`, both are one time; where several do, each is one, and `hằng năm` by itself is none."""
    rows: list[Time] = []
    place = 0
    while place < len(taken):
        time = taken[place]
        place += 1
        days = _days_of_clause(low, taken, place) if _tells_each_year(low, time) else []
        if not days:
            rows += [] if _told_again(low, time, taken[place:]) else [time]
            continue
        every_year = time.recurrence == "FREQ=YEARLY"
        first = days[0]._replace(start=time.start) if every_year and len(days) == 1 else days[0]
        rows += [*([] if every_year else [time]), first, *days[1:]]
        place += len(days)
    return rows


def _told_again(low: str, time: Time, later: Sequence[Time]) -> bool:
    """Whether a bare `hằng tháng` has its day later in the sentence (`lập báo cáo hằng tháng, ... gửi Bộ trước ngày 03
    tháng tiếp theo`)."""
    if time.recurrence != "FREQ=MONTHLY":
        return False
    first = next(iter(later), None)
    return (
        first is not None
        and (first.recurrence or "").startswith("FREQ=MONTHLY;BYMONTHDAY=")
        and bool(_NEXT.search(low, first.start, first.end))
        and first.start - time.end <= _FAR
        and not _ENDS.search(low, time.end, first.start)
    )


def _tells_each_year(low: str, time: Time) -> bool:
    """Whether a time opens a clause on what is done each year or half-year; `kế hoạch hằng năm` is a kind of plan."""
    if time.recurrence not in ("FREQ=YEARLY", "FREQ=MONTHLY;INTERVAL=6"):
        return False
    told = _TELLS_EACH_YEAR.fullmatch(low, time.start, time.end)
    return bool(told) and (
        low.startswith("định", time.start)
        or bool(_OPENS.search(low[max(0, time.start - _BEFORE) : time.start]))
    )


def _days_of_clause(low: str, taken: Sequence[Time], place: int) -> list[Time]:
    """The days with a limit and without a year that follow in the clause, each as a yearly rule."""
    here = taken[place - 1].end
    days: list[Time] = []
    for time in taken[place:]:
        each_year = _each_year(low, time) if days or time.said_bound else None
        if not each_year or time.start - here > _FAR or _ENDS.search(low, here, time.start):
            break
        days.append(each_year)
        here = time.end
    return days


def _each_year(low: str, time: Time) -> Time | None:
    """A day without a year as a yearly rule, also where no date tells the year; None for another time."""
    day = _DAY.search(low, time.start, time.end)
    if time.grain != "day" or not time.implied_year or time.why or not day:
        return None
    rule = f"FREQ=YEARLY;BYMONTH={int(day['m'])};BYMONTHDAY={int(day['d'])}"
    return time._replace(
        grain="recurrence",
        due=None,
        bound="during",
        said_bound=True,
        recurrence=rule,
        implied_year=False,
    )
