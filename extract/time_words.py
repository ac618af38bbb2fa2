"""The words that time expressions are made of (từ ngữ chỉ thời gian), and the value that a reader of them gives.

All patterns are written for text in small letters (`small`), which has the same length, so that no pattern pays for
capitals. Numbers may be words (`mười lăm`, `tháng tư`); a week begins on Monday (`thứ Hai`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from extract.extraction import Bound
from extract.letters import lowered


class Time(NamedTuple):
    """A time expression: offsets in characters, and its value. `grain` is how fine it is: day, month, quarter, half,
    year, school_year, recurrence, span, event. `said_bound` tells whether a bound word (`trước`, `đến`, `trong`) stands
    with it; `why`, one Vietnamese line, why it has no value."""

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
    why: str | None = None


def moved(time: Time, by: int) -> Time:
    """`time` as it stands in a text in which its own begins at `by`; written out, for every time is moved."""
    return Time(
        time.start + by, time.end + by, time.grain, time.due, time.bound, time.said_bound, time.recurrence,
        time.duration, time.working_days, time.anchor, time.implied_year, time.why,
    )  # fmt: skip


def small(text: str) -> str:
    """`text` in small letters, each character at its place, `quí` as it is written today.

    >>> small("Trước ngày 30/6, QUÝ II")
    'trước ngày 30/6, quý ii'
    """
    return lowered(text).replace("quí", "quý")


_ONES = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_AFTER_TENS = {"mốt": 1, "lăm": 5, "tư": 4}
_WORDS = (
    {word: one for one, word in enumerate(_ONES, 1)}
    | {"mười": 10}
    | {f"mười {word}": 10 + one for one, word in enumerate(_ONES, 1)}
    | {"mười lăm": 15}
    | {f"{ten_word} mươi": 10 * ten for ten, ten_word in enumerate(_ONES, 1) if ten > 1}
    | {
        f"{ten_word} mươi {word}": 10 * ten + one
        for ten, ten_word in enumerate(_ONES, 1)
        for word, one in [*((word, one) for one, word in enumerate(_ONES, 1)), *_AFTER_TENS.items()]
        if ten > 1
    }
)
_ONE_WORD = "một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|lăm|mốt"
_TENS = rf"(?:{'|'.join(_ONES[1:])})\s+mươi"
NUMBER_WORD = rf"(?:(?:mười|{_TENS})(?:\s+(?:{_ONE_WORD}))?|{'|'.join(_ONES)})"
NUMBER = rf"(?:\d{{1,3}}|{NUMBER_WORD})"


def number(words: str) -> int | None:
    """What a number in digits or words counts; `None` for words that are none.

    >>> number("05"), number("mười  lăm"), number("ba mươi mốt"), number("giêng")
    (5, 15, 31, None)
    """
    if words.isdigit():
        return int(words)
    return _WORDS.get(" ".join(words.split()))


YEAR = r"(?:19|20)\d{2}(?!\d)"
DIGITS = r"\d{1,2}"
MONTH = r"(?:0?[1-9]|1[0-2])(?!\d)"
MONTH_WORD = r"(?:mười\s+một|mười\s+hai|mười|một|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín)(?!\w)"
OF_YEAR = r"\s*(?:/|(?:của\s+)?năm|-|\.|,)\s*"
QUARTER = r"(?:iv|iii|ii|i|0?[1-4])(?!\w)"
QUARTER_WORD = r"(?:một|hai|ba|tư|bốn)(?!\w)"
QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4} | {
    f"{zero}{n}": n for n in range(1, 5) for zero in ("", "0")
}
MONTHS = {"tư": 4} | {word: n for word, n in _WORDS.items() if n <= 12}
WEEKDAYS = {
    "hai": "MO",
    "ba": "TU",
    "tư": "WE",
    "năm": "TH",
    "sáu": "FR",
    "bảy": "SA",
    "nhật": "SU",
    "2": "MO",
    "3": "TU",
    "4": "WE",
    "5": "TH",
    "6": "FR",
    "7": "SA",
}
WEEKDAY = r"(?:thứ|ch[ủú]a?(?=\s+nhật))\s+(?:hai|ba|tư|năm|sáu|bảy|nhật|[2-7])(?!\w)"
_CLOCK = r"\d{1,2}(?:\s?(?:giờ|h|g)(?:\s?\d{2})?(?:\s?(?:phút|['’′´]))?|:\d{2})(?![\w/])"
_PART = r"(?:(?:buổi\s+)?(?:sáng|trưa|chiều|tối))"
HOUR = rf"(?:(?:vào\s+)?(?:lúc\s+)?(?:đúng\s+|khoảng\s+)?{_CLOCK},?\s*(?:{_PART},?\s*)?)"
PRE = rf"(?:{HOUR})?(?:{_PART}\s+)?(?:{WEEKDAY}\s*,?\s*)?"
NEW_MOON = r"(?:mồng|mùng)"


def around(hits: Iterable[tuple[int, int]], length: int, before: int, after: int) -> list[tuple[int, int]]:
    """The stretches of a text of `length` from `before` characters ahead of each hit to `after` behind it, those that
    touch joined: all that a pattern must be tried on whose every match has a hit in it.

    >>> around([(20, 24), (26, 30)], 100, 5, 10)
    [(15, 40)]
    """
    found: list[tuple[int, int]] = []
    for first, last in hits:
        start, end = max(0, first - before), min(length, last + after)
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def matches(
    pattern: re.Pattern[str], text: str, windows: Iterable[tuple[int, int]]
) -> Iterator[re.Match[str]]:
    """The matches of a pattern in the windows of a text, in order."""
    for start, end in windows:
        yield from pattern.finditer(text, start, end)


def led_by(
    pattern: re.Pattern[str], text: str, hits: Iterable[int], leading: frozenset[str]
) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begin with `leading` words (numbers are some) or right at a hit and reach behind
    its start; none overlaps another. Found by going back from each hit, so that the rest of the text costs nothing.

    >>> due = re.compile(r"(?:trước )?ngày [0-9]+")
    >>> [m.group() for m in led_by(due, "nộp trước ngày 5, ngày 6", [10, 18], frozenset({"trước"}))]
    ['trước ngày 5', 'ngày 6']
    """
    free = 0
    for hit in hits:
        for start in starts(text, hit, free, leading):
            found = pattern.match(text, start)
            if found and found.end() > hit:
                yield found
                free = found.end()
                break


_MOST_WORDS, _LONGEST_WORD = 16, 24  # words before a hit, characters
_GAPS = " ,(\n\t\u00a0"
_LAST_GAP = re.compile(r".*[(\n\t\u00a0]", re.DOTALL)


def starts(text: str, hit: int, free: int, leading: frozenset[str]) -> list[int]:
    """Where an expression with a hit inside may begin, no earlier than `free`: before each of the leading words that
    run up to the hit, the farthest place first."""
    if hit < free:
        return []
    places, here = [hit], hit
    for _ in range(_MOST_WORDS):
        end = here
        while end > free and text[end - 1] in _GAPS:
            end -= 1
        floor = max(free, end - _LONGEST_WORD)
        begin = text.rfind(" ", floor, end) + 1 or floor
        word = text[begin:end]
        if not word.isalnum():
            if gap := _LAST_GAP.search(word):
                begin += gap.end()
            word = text[begin:end].rstrip(",")
        if not word or not (word in leading or word[0].isdigit()):
            break
        places.append(begin)
        here = begin
    return places[::-1]
