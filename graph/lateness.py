"""Whether a deadline is later than the one above it (thời hạn muộn hơn cấp trên giao).

The values are those of `TaskFact.due`: days, recurrences (RFC 5545), and what cannot be compared (durations, numbers of
documents), which says nothing. A day is compared with a recurring one in its own year; two recurring deadlines by their
days, else by how often they come. `trước 15/01 hằng năm` and `trước 20/12 hằng năm` may be 26 days apart as well as
eleven months, so nothing is said of days that lie more than half a year apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DAYS_IN = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 30, "YEARLY": 365}
_HALF_A_YEAR = 6  # months
_SOME_YEAR = 2000  # in which recurring deadlines are compared with each other


@dataclass(frozen=True, slots=True)
class Lateness:
    """A deadline below that goes against the one above: it is `later`, or comes less often (`rarer`)."""

    how: Literal["later", "rarer"]
    above: str
    below: str


def lateness(above: Sequence[str], below: Sequence[str]) -> Lateness | None:
    """How the deadlines of a task below are later than those of the task above; `None` where they are not, or where
    it cannot be told.

    >>> lateness(["2026-03-31"], ["2026-04-15"])
    Lateness(how='later', above='2026-03-31', below='2026-04-15')
    >>> lateness(["FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5"], ["2026-12-08"])
    Lateness(how='later', above='FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5', below='2026-12-08')
    >>> lateness(["FREQ=MONTHLY"], ["FREQ=MONTHLY;INTERVAL=3"])
    Lateness(how='rarer', above='FREQ=MONTHLY', below='FREQ=MONTHLY;INTERVAL=3')
    >>> lateness(["FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=15"], ["FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=20"]) is None
    True
    >>> lateness(["P15D"], ["2026-12-08"]) is lateness(["2026-06-10"], ["2026-06-08"]) is None
    True
    """
    years = {int(value[:4]) for value in (*above, *below) if _DAY.fullmatch(value)} or {_SOME_YEAR}
    fixed = [value for value in above if _DAY.fullmatch(value)]
    pairs = _paired(_days(above, years), _days(below, years))
    for (early, said_above), (late, said_below) in pairs:
        if late > early and (fixed or (late[:4] == early[:4] and not _of_the_round_before(early, late))):
            return Lateness("later", said_above, said_below)
    rules = [value for value in above if _rule(value)], [value for value in below if _rule(value)]
    if pairs or not rules[0] or not rules[1]:
        return None
    if _period(rules[1]) > _period(rules[0]) * 1.2:
        return Lateness("rarer", rules[0][0], rules[1][0])
    return _later_in_month(*rules)


def is_past(due: Sequence[str], day: date) -> bool:
    """Whether all of these deadlines are days before `day`.

    >>> is_past(["2024-08-01"], date(2026, 1, 19)), is_past(["2024-08-01", "FREQ=YEARLY"], date(2026, 1, 19))
    (True, False)
    """
    return bool(due) and all(_DAY.fullmatch(value) and value < day.isoformat() for value in due)


def _of_the_round_before(early: str, late: str) -> bool:
    """Whether a day in a year is rather that before a recurring one of the year after."""
    return int(late[5:7]) - int(early[5:7]) > _HALF_A_YEAR


def _paired(
    above: Sequence[tuple[str, str]], below: Sequence[tuple[str, str]]
) -> list[tuple[tuple[str, str], tuple[str, str]]]:
    """Which day below answers which above: one by one where they are as many, else the last one of each."""
    if not above or not below:
        return []
    if len(above) == len(below):
        return list(zip(above, below, strict=True))
    return [(above[-1], below[-1])]


def _days(values: Sequence[str], years: set[int]) -> list[tuple[str, str]]:
    """Each day on which something is due, in order, with the value that says so; recurring ones in these years."""
    found = []
    for value in values:
        if _DAY.fullmatch(value):
            found.append((value, value))
            continue
        rule = _rule(value)
        if rule.get("FREQ") == "YEARLY" and "BYMONTH" in rule and "BYMONTHDAY" in rule:
            days = [
                (month, day) for month in _numbers(rule["BYMONTH"]) for day in _numbers(rule["BYMONTHDAY"])
            ]
            found += [(f"{year}-{month:02}-{day % 32:02}", value) for year in years for month, day in days]
    return sorted(found)


def _rule(value: str) -> dict[str, str]:
    """The parts of a recurrence; none of what is not one."""
    parts = dict(part.split("=", 1) for part in value.split(";") if "=" in part)
    return parts if parts.get("FREQ") in _DAYS_IN else {}


def _numbers(said: str) -> list[int]:
    return [int(number) for number in said.split(",") if re.fullmatch(r"-?\d{1,2}", number)]


def _period(values: Sequence[str]) -> float:
    """How many days pass from one to the next: two days a year are a half-yearly rule."""
    rates = [_rate(_rule(value)) for value in values]
    yearly = [rate for rate in rates if rate <= 1 / 365]
    return 1 / max([rate for rate in rates if rate > 1 / 365] + ([sum(yearly)] if yearly else []))


def _rate(rule: dict[str, str]) -> float:
    interval = rule.get("INTERVAL", "1")
    return 1 / (
        _DAYS_IN.get(rule["FREQ"], 365) * (int(interval) if interval.isdecimal() and int(interval) else 1)
    )


def _later_in_month(above: Sequence[str], below: Sequence[str]) -> Lateness | None:
    """`trước ngày 15 hằng tháng` against `trước ngày 20 hằng tháng`."""
    for one, other in zip(above, below, strict=False):
        early, late = _rule(one), _rule(other)
        same = all(early.get(part) == late.get(part) for part in ("FREQ", "INTERVAL", "BYMONTH", "BYDAY"))
        days = _numbers(early.get("BYMONTHDAY", "")), _numbers(late.get("BYMONTHDAY", ""))
        if same and len(days[0]) == len(days[1]) == 1 and days[1][0] % 32 > days[0][0] % 32:
            return Lateness("later", one, other)
    return None
