"""What narrows a question down (lọc kết quả): level and place of the body that leads, a body, and when it is due."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from corpus.facts import TaskFact
from graph.membership import includes
from graph.owners import Owner
from rulebook.naming import full_name
from rulebook.spelling import key

_LEVELS = {
    "trung uong": "central",
    "bo nganh": "central",
    "tinh": "province",
    "thanh pho": "province",
    "huyen": "district",
    "xa": "commune",
}
LEVELS = ("central", "province", "district", "commune")


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days, both ends in it; an end that is missing is open."""

    first: date | None = None
    last: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the day is in it."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What an answer must be like: the `level` of a body that leads it (`LEVELS`), the `place` of a body that leads it
    then or now, the `agency` that leads or supports it then or now, alone or as a member of a group, and when it is
    `due`. What is missing rules nothing out."""

    level: str | None = None
    place: str | None = None
    agency: str | None = None
    due: Period | None = None

    @property
    def anything(self) -> bool:
        """Whether it rules anything out."""
        return any((self.level, self.place, self.agency, self.due))

    def fits(self, task: TaskFact, owners: Iterable[Owner], issuer: str | None, since: date | None) -> bool:
        """Whether a task of a document of `issuer` of the day `since` is such a one."""
        everyone = list(owners)
        leads = [one for one in everyone if one.role == "lead"]
        return (
            (not self.level or any(one.body.level == self.level for one in leads))
            and (not self.place or any(_is_at(one, key(self.place)) for one in leads))
            and (not self.agency or any(_is(one, self.agency, issuer, since) for one in everyone))
            and (not self.due or any(due_within(due, self.due, since) for due in task.due))
        )


def level_called(typed: str) -> str | None:
    """The level that is meant by `tỉnh`, `cấp xã`, `province`.

    >>> level_called("cấp xã"), level_called("province"), level_called("làng")
    ('commune', 'province', None)
    """
    said = key(typed).removeprefix("cap ")
    return said if said in LEVELS else _LEVELS.get(said)


def due_within(due: str, period: Period, since: date | None) -> bool:
    """Whether a deadline falls into a period: a day, or one of the days on which it comes again after `since`. A rule
    without a day means the last day of its month, quarter or year; a duration has no day.

    >>> june = Period(date(2025, 6, 1), date(2025, 6, 30))
    >>> [due_within(one, june, date(2025, 1, 1)) for one in ("2025-06-15", "FREQ=MONTHLY;INTERVAL=3", "P15D")]
    [True, True, False]
    """
    if due.startswith("FREQ="):
        return _comes_within(due, period, since)
    try:
        return period.holds(date.fromisoformat(due))
    except ValueError:
        return False


_LAST_DAYS = {
    "FREQ=YEARLY": "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31",
    "FREQ=MONTHLY": "FREQ=MONTHLY;BYMONTHDAY=-1",
    "FREQ=MONTHLY;INTERVAL=3": "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1",
    "FREQ=MONTHLY;INTERVAL=6": "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1",
}


def _comes_within(rule: str, period: Period, since: date | None) -> bool:
    from dateutil.rrule import rrulestr  # type: ignore[import-untyped]

    first = max(filter(None, (since, period.first)), default=None) or period.last
    if first is None:
        return True
    start = datetime.combine(since or first, time())
    try:
        days = rrulestr(_LAST_DAYS.get(rule, rule), dtstart=start)
        found = days.after(datetime.combine(first, time()) - timedelta(days=1))
    except (ValueError, OverflowError):
        return False
    return found is not None and period.holds(found.date())


def _is_at(owner: Owner, place: str) -> bool:
    """Whether a body is at a place, or those are who answer for it now."""
    names = (owner.body.full_name, *(heir.body.name for heir in owner.heirs))
    return any(f" {place} " in f" {key(name)} " for name in names)


def _is(owner: Owner, typed: str, issuer: str | None, since: date | None) -> bool:
    """Whether somebody means this body, under any of its names, or one of its members."""
    called = full_name(typed)
    said = key(called)
    names = (owner.said, owner.body.full_name, *(heir.body.name for heir in owner.heirs))
    if said in {form for name in (*names, *(one.name for one in owner.members)) for form in _forms(name)}:
        return True
    return owner.body.group and since is not None and includes(owner.said, issuer, called, since) == "yes"


def _forms(name: str) -> tuple[str, ...]:
    """The keys of a name, with and without the kind of its province: `Sở Tài chính Thái Bình`."""
    said = key(name)
    return said, re.sub(r" (?:tinh|thanh pho)(?= \w)", "", said)
