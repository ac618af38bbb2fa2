"""The last day of a deadline that is a span, where the day from which it counts is known (ngày cuối của thời hạn).

Known are a day that the text names (`kể từ ngày 01/7/2025`) and the day of the document itself (`kể từ ngày ký ban hành
Kế hoạch này`). Any other event (`ngày nhận được văn bản`, `ngày có hiệu lực`) has a day that no reader knows: the
deadline says so, and what it says of itself (`due`, `duration`, `anchor`) stays as it is written.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from extract.dates import DATE, iso_date
from extract.extraction import Deadline
from extract.working_days import decided_until, last_day_ahead, last_day_of_span

_DOCUMENT = (
    r"(?:văn bản|quyết định|kế hoạch|nghị quyết|chỉ thị|công văn|chương trình|quy định|quy chế|thông báo|nghị định"
    r"|thông tư|hướng dẫn|đề án|phương án|kết luận|công điện)"
)
_SIGNED = r"(?:ký(?:\s+(?:và\s+)?ban hành|,\s*ban hành)?|ban hành)"
_OWN_DAY = re.compile(
    rf"ngày\s+{_SIGNED}(?:\s+{_DOCUMENT}\s+này)?"
    rf"|ngày\s+{_DOCUMENT}\s+này\s+(?:được\s+)?{_SIGNED}"
    rf"|(?:khi\s+)?{_DOCUMENT}\s+này\s+được\s+{_SIGNED}|ngày\s+của\s+{_DOCUMENT}\s+này",
    re.IGNORECASE,
)
UNKNOWN_START = "chưa tính được ngày cuối: chưa biết {anchor}"
NO_START = "chưa tính được ngày cuối: văn bản không ghi tính từ ngày nào"
NOT_DECIDED = "chưa có lịch nghỉ bù, hoán đổi ngày làm việc năm {year}"


def with_last_day(deadline: Deadline, issued: str | None, ahead: bool = False) -> Deadline:
    """A deadline with the last day that it means, or why that is not known. `issued` is the day of the document
    (YYYY-MM-DD); `ahead` tells a span that ends before its event. Only spans of days and longer are counted.

    >>> made = Deadline(quote="", start=0, end=0, duration="P5D", working_days=True, anchor="ngày ký", rule="task")
    >>> with_last_day(made, "2025-04-24").last_day
    '2025-05-05'
    """
    if not deadline.duration or deadline.duration.startswith("PT"):
        return deadline
    start = _start(deadline.anchor, issued)
    if start is None:
        told = UNKNOWN_START.format(anchor=deadline.anchor) if deadline.anchor else NO_START
        return replace(deadline, why=told)
    count = last_day_ahead if ahead else last_day_of_span
    last = count(start, deadline.duration, working_days=deadline.working_days)
    if last is None:
        return deadline
    open_year = last.year > decided_until()
    why = NOT_DECIDED.format(year=last.year) if open_year else None
    return replace(deadline, last_day=last.isoformat(), why=why)


def _start(anchor: str | None, issued: str | None) -> date | None:
    """The day that an anchor names, or that of the document where it means its signing."""
    words = (anchor or "").strip(" ,.")
    if _OWN_DAY.fullmatch(words):
        return _day(issued)
    named = DATE.search(words)
    return _day(iso_date(named)) if named and named.start() < len("từ thời điểm ngày ") else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text and len(text) == 10 else None
