"""Deadlines that come back (định kỳ): an RFC 5545 RRULE in words, and its first day for a calendar.

The rules are those of the published JSON: `FREQ` with `INTERVAL`, `BYDAY`, `BYMONTH` (one month or several),
`BYMONTHDAY`. What a document
leaves open is taken as the last day of the period: `hằng quý` falls on the last day of March, June, September and
December, `hằng tuần` on Friday.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from publish.words import Lang, say

_UNITS = {"DAILY": "ngày", "WEEKLY": "tuần", "MONTHLY": "tháng", "YEARLY": "năm"}
_WEEKDAYS = {
    "MO": "thứ Hai",
    "TU": "thứ Ba",
    "WE": "thứ Tư",
    "TH": "thứ Năm",
    "FR": "thứ Sáu",
    "SA": "thứ Bảy",
    "SU": "Chủ nhật",
}
_RULE = re.compile(
    r"FREQ=(?P<freq>DAILY|WEEKLY|MONTHLY|YEARLY)"
    r"(?:;INTERVAL=(?P<interval>[1-9]\d?))?"
    r"(?:;BYDAY=(?P<weekday>MO|TU|WE|TH|FR|SA|SU))?"
    r"(?:;BYMONTH=(?P<month>(?:1[0-2]|[1-9])(?:,(?:1[0-2]|[1-9])){0,11}))?"
    r"(?:;BYMONTHDAY=(?P<day>-1|3[01]|[12]\d|[1-9]))?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurrence:
    """A rule in its parts: `frequency` every `interval` times, in those `months` (empty for all); `day` -1 is the last
    day of the month."""

    frequency: str
    interval: int = 1
    weekday: str | None = None
    months: tuple[int, ...] = ()
    day: int | None = None

    def in_words(self, lang: Lang = "vi") -> str:
        """How the office says it.

        >>> read_rule("FREQ=MONTHLY;BYMONTHDAY=15").in_words()
        'ngày 15 hằng tháng'
        >>> read_rule("FREQ=MONTHLY;INTERVAL=6").in_words("en")
        'every 6 months'
        """
        day = self._day(lang)
        every = self._every(lang)
        return say("{day} {every}", lang, day=day, every=every) if day else every

    def _every(self, lang: Lang) -> str:
        if self.frequency == "MONTHLY" and self.interval == 3:
            return say("hằng quý", lang)
        unit = _UNITS[self.frequency]
        return (
            say(f"hằng {unit}", lang)
            if self.interval == 1
            else say(f"{{n}} {unit} một lần", lang, n=self.interval)
        )

    def _day(self, lang: Lang) -> str:
        if self.weekday:
            return say(_WEEKDAYS[self.weekday], lang)
        if self.day == -1:
            return say("ngày cuối tháng", lang)
        if self.day and len(self.months) == 1:
            return say("ngày {day}/{month}", lang, day=self.day, month=self.months[0])
        months = say("tháng {month}", lang, month=", ".join(map(str, self.months))) if self.months else ""
        if self.day:
            return " ".join(filter(None, (say("ngày {day}", lang, day=self.day), months)))
        return months

    def for_calendar(self) -> Recurrence:
        """The rule with its day said, so that a calendar does not skip months that lack a 31st."""
        if self.frequency == "WEEKLY":
            return Recurrence(frequency=self.frequency, interval=self.interval, weekday=self.weekday or "FR")
        months = self._months()
        day = None if self.frequency == "DAILY" else self.day or -1
        return Recurrence(frequency=self.frequency, interval=self.interval, months=months, day=day)

    def _months(self) -> tuple[int, ...]:
        """The months in which it falls: of months in a row without a day (`quý II hằng năm`) the last."""
        if self.frequency != "YEARLY":
            return self.months
        if not self.months:
            return (12,)
        in_a_row = self.months == tuple(range(self.months[0], self.months[-1] + 1))
        return self.months[-1:] if in_a_row and not self.day else self.months

    def first_day(self, since: date) -> date | None:
        """The first day on or after `since` on which it falls; `None` for a day that no month has (30 February).

        >>> read_rule("FREQ=MONTHLY;INTERVAL=3").first_day(date(2025, 2, 27))
        datetime.date(2025, 3, 31)
        """
        rule = self.for_calendar()
        if rule.frequency == "DAILY":
            return since
        if rule.frequency == "WEEKLY":
            ahead = (list(_WEEKDAYS).index(rule.weekday or "FR") - since.weekday()) % 7
            return since + timedelta(days=ahead)
        months = range(since.month - 1, since.month - 1 + 12 * 9)
        days = (_day_of(since.year + month // 12, month % 12 + 1, rule.day or -1) for month in months)
        return next((day for day in days if day and day >= since and rule._falls_in(day.month)), None)

    def _falls_in(self, month: int) -> bool:
        if self.months:
            return month in self.months
        return 12 % self.interval != 0 or month % self.interval == 0

    def as_parts(self) -> dict[str, str | int | list[int]]:
        """The parts as a calendar writes them."""
        parts: dict[str, str | int | list[int] | None] = {
            "FREQ": self.frequency,
            "INTERVAL": self.interval if self.interval > 1 else None,
            "BYDAY": self.weekday,
            "BYMONTH": list(self.months) if len(self.months) > 1 else self.months[0] if self.months else None,
            "BYMONTHDAY": self.day,
        }
        return {name: value for name, value in parts.items() if value is not None}


def read_rule(rule: str) -> Recurrence | None:
    """The parts of an RRULE; `None` where it has parts that documents' deadlines do not have.

    >>> read_rule("FREQ=WEEKLY;BYDAY=FR").weekday
    'FR'
    >>> read_rule("FREQ=HOURLY")
    """
    found = _RULE.fullmatch(rule)
    if not found:
        return None
    month, day = found["month"], found["day"]
    return Recurrence(
        frequency=found["freq"],
        interval=int(found["interval"] or 1),
        weekday=found["weekday"],
        months=tuple(map(int, month.split(","))) if month else (),
        day=int(day) if day else None,
    )


def _day_of(year: int, month: int, day: int) -> date | None:
    last = monthrange(year, month)[1]
    return date(year, month, last if day == -1 else day) if day <= last else None
