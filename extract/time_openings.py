"""The time with which a piece opens: a date (`Trước ngày 10/10/2022:`) or the hour of a programme (`8 giờ 00:`)."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.times import times

OPENS_WITH_TIME = re.compile(
    r"[\s(]*(?:trước|chậm|từ|trong|đến|hằng|hàng|định kỳ|mỗi|ngày|sáng|chiều|tháng|quý|năm|cuối|đầu|giữa|hết"
    r"|kết thúc|vào|ít nhất|tối thiểu|\d)",
    re.IGNORECASE,
)
_HOUR = r"(?:lúc\s+)?\d{1,2}\s?(?:giờ|h|g)(?:\s?\d{2})?(?:\s?phút)?"
# What opens the items of a programme: `8 giờ 00: `, `Từ 14 giờ 00 đến 15 giờ 00: `, `Buổi sáng: `.
_PART_OF_DAY = r"(?:buổi\s+)?(?:sáng|trưa|chiều|tối)"
_OPENS_WITH_HOUR = re.compile(
    rf"\s*(?:(?:{_PART_OF_DAY}\s*[,:]?\s*)?(?:từ\s+)?{_HOUR}(?:\s*(?:-|–|đến)\s*{_HOUR})?(?!\w)\s*[:,]?\s*"
    rf"|{_PART_OF_DAY}\s*:\s*)",
    re.IGNORECASE,
)
_BEFORE_TIME = re.compile(r"[\s(]*(?:Định kỳ|Ít nhất|Tối thiểu)?[\s(]*")
_AND_TIME = re.compile(r"\s*(?:,|và|;)\s*")  # `Ngày 15/6 và 15/12 hằng năm, ...`
_AFTER_TIME = re.compile(r"\)?\s*[:,]?\s*")


def time_prefix(text: str) -> int:
    """Where the text goes on after a time with which it opens (`Trước ngày 10/10/2022: `, `8 giờ 00: `); else 0."""
    start = soon_prefix(text) or _date_prefix(text)
    hour = _hour(text, start)
    return hour.end() if hour else start


_SOON = re.compile(r"(?:Trong )?[Tt]hời gian tới,\s+(?=\S)")


def soon_prefix(text: str) -> int:
    """Where the text goes on after the words for what is to come (`Trong thời gian tới, `); else 0."""
    found = _SOON.match(text) if text.startswith(("Th", "Tr")) else None
    return found.end() if found else 0


# With which two letters `buổi`, `sáng`, `trưa`, `chiều`, `tối`, `từ`, `lúc` begin.
_MAY_BE_HOUR = frozenset({"bu", "sá", "tr", "ch", "tố", "từ", "lú"})


def _hour(text: str, start: int) -> re.Match[str] | None:
    begins = text[start : start + 2].lower()
    may_be = begins in _MAY_BE_HOUR or begins[:1].isdecimal() or begins[:1].isspace()
    return _OPENS_WITH_HOUR.match(text, start) if may_be else None


def opens_with_hour(text: str) -> bool:
    """Whether an item is one of a programme (`8 giờ 00: Khai mạc`, `Buổi tối: Đêm hội`), whose colon ends no label.

    >>> opens_with_hour("Từ 14 giờ 00: Chung kết"), opens_with_hour("Chiều dài tuyến: 5 km")
    (True, False)
    """
    return bool(_hour(text, 0))


def _date_prefix(text: str) -> int:
    end = _dates_end(text[:_LONGEST]) if OPENS_WITH_TIME.match(text) else 0
    gap = _AFTER_TIME.match(text, end) if end else None
    return gap.end() if gap else 0


_LONGEST = 90  # characters in which the times stand with which a text opens


@lru_cache(maxsize=64)  # a piece is asked for its duty, for its action and for what kind of work it is
def _dates_end(opening: str) -> int:
    """Where the times end with which a text opens that begins so; 0 where it opens with none."""
    end = 0
    for time in times(opening):
        if (_AND_TIME if end else _BEFORE_TIME).fullmatch(opening, end, time.start):
            end = time.end
        elif end:
            break
    return end
