"""Horizons (mốc thời gian của chỉ tiêu): by when a goal is to be reached.

`đến năm 2025`, `vào cuối năm 2026`, `Giai đoạn 2021 - 2025` (its last year). What a goal is compared with (`so với năm
2020`) is no horizon, nor is the year of a programme or of a school year.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from extract.dates import last_day
from extract.times import times
from rulebook.cues import any_of

_PERIOD = re.compile(
    r"(?:giai đoạn|thời kỳ|nhiệm kỳ|(?<!\w)năm)\s+(?:từ\s+)?(?:năm\s+)?(?:19|20)[0-9]{2}\s?(?:-|–|đến)\s?"
    r"(?:hết\s+)?(?:năm\s+)?(?P<last>(?:19|20)[0-9]{2})(?![0-9])",
    re.IGNORECASE,
)
_GRAINS = frozenset({"day", "month", "quarter", "half", "year"})
_BEGINNING = re.compile(r"(?:từ\s+|vào\s+)?đầu\s", re.IGNORECASE)  # by then nothing can have been reached
_MAY_HOLD_ONE = re.compile(r"[0-9]|(?<=[nNqQ])(?:ăm|uý|ĂM|UÝ)(?!\w)")
_BEFORE = 40  # characters
_LONGEST = 2000  # characters of a text in which horizons are looked for


@dataclass(frozen=True, slots=True)
class Horizon:
    """A horizon in a text: its place, and the last day that it allows (YYYY-MM-DD)."""

    start: int
    end: int
    due: str


@lru_cache(maxsize=1)
def _none() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of('horizon_not')}\s*$", re.IGNORECASE)


def horizons(text: str, year: int | None = None) -> list[Horizon]:
    """The horizons in a sentence or heading, in order. `year` is that of `vào cuối năm`.

    >>> [h.due for h in horizons("Đến năm 2025 giảm 2% so với năm 2020; giai đoạn 2026 - 2030 giảm 1%")]
    ['2025-12-31', '2030-12-31']
    """
    text = text[:_LONGEST]
    if not _MAY_HOLD_ONE.search(text):
        return []
    periods = [
        Horizon(found.start(), found.end(), last_day(int(found["last"]), 12) or "")
        for found in _PERIOD.finditer(text)
    ]
    points = [
        Horizon(time.start, time.end, time.due)
        for time in times(text, year)
        if time.due
        and time.grain in _GRAINS
        and not _BEGINNING.match(text, time.start)
        and not any(period.start < time.end and time.start < period.end for period in periods)
    ]
    found = sorted([*periods, *points], key=lambda one: one.start)
    return [one for one in found if not _none().search(text[max(0, one.start - _BEFORE) : one.start])]


def horizon_of(heading: str, year: int | None = None) -> str | None:
    """The first horizon that a heading or title states.

    >>> horizon_of("MỤC TIÊU ĐẾN NĂM 2030"), horizon_of("Kế hoạch giảm nghèo giai đoạn 2021-2025")
    ('2030-12-31', '2025-12-31')
    """
    return next((one.due for one in horizons(heading, year)), None)
