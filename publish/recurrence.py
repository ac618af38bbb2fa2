"""Deadlines that come back (định kỳ): an RFC 5545 RRULE in words, and its first day for a calendar.

The rules are those of the published JSON: `FREQ` with `INTERVAL`, `BYDAY` (several days, or `-1SA`, the last Saturday
of a month), `BYMONTH` (one month or several), `BYMONTHDAY`. What a document leaves open is taken as the last day of the
period: `hằng quý` falls on the last day of March, June, September and December, `hằng tuần` on Friday. Which month of
each quarter a day lies in no rule can say without a list of months: the anchor does (`tháng đầu quý`).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from publish.words import Lang, say

_UNITS = {"HOURLY": "giờ", "DAILY": "ngày", "WEEKLY": "tuần", "MONTHLY": "tháng", "YEARLY": "năm"}
_WEEKDAYS = {
    "MO": "thứ Hai",
    "TU": "thứ Ba",
    "WE": "thứ Tư",
    "TH": "thứ Năm",
    "FR": "thứ Sáu",
    "SA": "thứ Bảy",
    "SU": "Chủ nhật",
}
_DAY = rf"(?:-1|[1-5])?(?:{'|'.join(_WEEKDAYS)})"
_RULE = re.compile(
    r"FREQ=(?P<freq>HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY)"
    r"(?:;INTERVAL=(?P<interval>[1-9]\d?))?"
    rf"(?:;BYDAY=(?P<weekdays>{_DAY}(?:,{_DAY}){{0,6}}))?"
    r"(?:;BYMONTH=(?P<month>(?:1[0-2]|[1-9])(?:,(?:1[0-2]|[1-9])){0,11}))?"
    r"(?:;BYMONTHDAY=(?P<day>-1|3[01]|[12]\d|[1-9]))?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurrence:
    """A rule in its parts: `frequency` every `interval` times, on those `weekdays` (`-1SA` the last Saturday), in those
    `months` (empty for all); `day` -1 is the last day of the month. `nth_month` is the month of each quarter that it
    means, 1 to 3, where the anchor says so; the rule does not."""

    frequency: str
    interval: int = 1
    weekdays: tuple[str, ...] = ()
    months: tuple[int, ...] = ()
    day: int | None = None
    nth_month: int | None = None

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
        if self.weekdays:
            return ", ".join(_weekday_in_words(weekday, lang) for weekday in self.weekdays)
        if self.day == -1:
            return say("ngày cuối tháng", lang)
        if self.day and len(self.months) == 1:
            return say("ngày {day}/{month}", lang, day=self.day, month=self.months[0])
        months = say("tháng {month}", lang, month=", ".join(map(str, self.months))) if self.months else ""
        if self.nth_month and self.interval == 3:
            months = say("tháng {month}", lang, month=", ".join(map(str, range(self.nth_month, 13, 3))))
        if self.day:
            return " ".join(filter(None, (say("ngày {day}", lang, day=self.day), months)))
        return months

    def for_calendar(self) -> Recurrence:
        """The rule with its day said, so that a calendar does not skip months that lack a 31st. A calendar of days has
        what comes back after hours on every day."""
        if self.frequency == "HOURLY":
            return Recurrence(frequency="DAILY")
        if self.frequency == "DAILY":
            return replace(self, weekdays=(), day=None)
        if self.frequency == "WEEKLY":
            return replace(self, weekdays=self.weekdays or ("FR",), months=(), day=None)
        if self.frequency == "MONTHLY" and self.weekdays:
            return replace(self, day=None)
        return replace(self, weekdays=(), months=self._months(), day=self.day or -1)

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
        >>> read_rule("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=5", "tháng đầu quý").first_day(date(2025, 2, 27))
        datetime.date(2025, 4, 5)
        """
        rule = self.for_calendar()
        if rule.frequency == "DAILY":
            return since
        if rule.weekdays:
            days = (
                since + timedelta(days=ahead) for ahead in range(7 if rule.frequency == "WEEKLY" else 400)
            )
            return next((day for day in days if rule._falls_on(day)), None)
        months = range(since.month - 1, since.month - 1 + 12 * 9)
        dated = (_day_of(since.year + month // 12, month % 12 + 1, rule.day or -1) for month in months)
        return next((day for day in dated if day and day >= since and rule._falls_in(day.month)), None)

    def days_between(self, first: date, last: date) -> list[date]:
        """The days on which it falls, from `first` to `last`, both included.

        >>> monthly = read_rule("FREQ=MONTHLY;BYMONTHDAY=15")
        >>> [str(day) for day in monthly.days_between(date(2025, 2, 1), date(2025, 4, 1))]
        ['2025-02-15', '2025-03-15']
        """
        found = []
        day = self.first_day(first)
        while day and day <= last:
            found.append(day)
            day = self.first_day(day + timedelta(days=1))
        return found

    def _falls_on(self, day: date) -> bool:
        """Whether one of the weekdays is `day`: a plain one in any week, `-1SA` in the last of the month."""
        named = list(_WEEKDAYS)[day.weekday()]
        last = monthrange(day.year, day.month)[1] - day.day < 7
        here = {named, f"{(day.day + 6) // 7}{named}", *([f"-1{named}"] if last else [])}
        return bool(here & set(self.weekdays))

    def _falls_in(self, month: int) -> bool:
        if self.months:
            return month in self.months
        return 12 % self.interval != 0 or (month - (self.nth_month or 0)) % self.interval == 0

    def as_parts(self) -> dict[str, str | int | list[str | int]]:
        """The parts as a calendar writes them."""
        parts: dict[str, str | int | list[str | int] | None] = {
            "FREQ": self.frequency,
            "INTERVAL": self.interval if self.interval > 1 else None,
            "BYDAY": _one_or_all(self.weekdays),
            "BYMONTH": _one_or_all(self.months),
            "BYMONTHDAY": self.day,
        }
        return {name: value for name, value in parts.items() if value is not None}


def _one_or_all(parts: Sequence[str | int]) -> str | int | list[str | int] | None:
    return list(parts) if len(parts) > 1 else parts[0] if parts else None


_NTH_MONTH = {"đầu": 1, "giữa": 2, "hai": 2, "cuối": 3}
_NEXT_QUARTER = re.compile(r"tháng\s+(?:sau|kế tiếp|tiếp theo|liền kề|liền sau)", re.IGNORECASE)
_OF_QUARTER = re.compile(r"tháng\s+(?:thứ\s+)?(đầu|giữa|hai|cuối)(?!\w).*quý", re.IGNORECASE)


def read_rule(rule: str, anchor: str | None = None) -> Recurrence | None:
    """The parts of an RRULE; `None` where it has parts that documents' deadlines do not have. `anchor` are the words
    of the document that say which month of each quarter is meant.

    >>> read_rule("FREQ=WEEKLY;BYDAY=FR").weekdays
    ('FR',)
    >>> read_rule("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15", "tháng cuối quý").nth_month
    3
    >>> read_rule("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15", "của tháng kế tiếp").nth_month
    1
    >>> read_rule("FREQ=SECONDLY")
    """
    found = _RULE.fullmatch(rule)
    if not found:
        return None
    month, day = found["month"], found["day"]
    of_quarter = _OF_QUARTER.search(anchor or "")
    after = found["interval"] == "3" and _NEXT_QUARTER.search(anchor or "")  # the first month of the next one
    return Recurrence(
        frequency=found["freq"],
        interval=int(found["interval"] or 1),
        weekdays=tuple(found["weekdays"].split(",")) if found["weekdays"] else (),
        months=tuple(map(int, month.split(","))) if month else (),
        day=int(day) if day else None,
        nth_month=_NTH_MONTH[of_quarter[1].lower()] if of_quarter else 1 if after else None,
    )


def _weekday_in_words(weekday: str, lang: Lang) -> str:
    """`thứ Ba`; `-1SA` is `thứ Bảy tuần cuối`."""
    name, nth = say(_WEEKDAYS[weekday[-2:]], lang), weekday[:-2]
    if not nth:
        return name
    return (
        say("{day} tuần cuối", lang, day=name)
        if nth == "-1"
        else say("{day} tuần thứ {n}", lang, day=name, n=nth)
    )


def _day_of(year: int, month: int, day: int) -> date | None:
    last = monthrange(year, month)[1]
    return date(year, month, last if day == -1 else day) if day <= last else None
