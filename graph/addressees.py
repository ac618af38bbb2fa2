"""Whom a task of a higher document is given to, seen from the body below (nhiệm vụ giao cho ai).

`Ủy ban nhân dân các xã, phường` in a plan of Hưng Yên means `Ủy ban nhân dân xã Tiên La`: its plan must take the task
up. `Công an cấp tỉnh` means another body of the place of a province's plan: the task is not the issuer's, but the plan
must not give it to somebody else. A body of another level or place is nobody whom the plan speaks for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from corpus.facts import TaskFact, WorkFact
from corpus.issuer import place_of
from corpus.seats import named
from corpus.task_places import Places, Where
from graph.levels import LEVELS, Level, level_of
from graph.membership import includes, members
from graph.named_body import body_at
from rulebook.dates import day_of
from rulebook.spelling import key
from rulebook.succession import succession

Certainty = Literal["yes", "no", "unknown"]

_TAKEN_OVER = ("succeeded", "undecided")
_LEVELS: dict[str, Level] = {one: one for one in LEVELS if one not in ("law", "unclear")}

# Who answers for a body: a task given to the head is one of the body (Nghị định 30/2020/NĐ-CP, Điều 13: he signs).
_HEAD = re.compile(
    r"^(?:các )?(?:chủ tịch|giám đốc|thủ trưởng|bộ trưởng|chánh|cục trưởng|tổng giám đốc|người đứng đầu) (?=\S)",
    re.IGNORECASE,
)


_PARTY = re.compile(
    r"(?:cac )?(?:(?:tinh|thanh|huyen|quan|thi|dang|cap) uy|dang doan|dang bo|chi bo|ban can su|to chuc dang"
    r"|ban thuong vu|thuong truc (?:tinh|thanh|huyen) uy|ban (?:tuyen giao|dan van|noi chinh|to chuc)|uy ban kiem tra)"
)


def is_party(name: str) -> bool:
    """Whether a name is that of a body of the Party, which leads a task beside the body of the state that does it.

    >>> is_party("Đảng đoàn Hội đồng nhân dân tỉnh"), is_party("Hội đồng nhân dân tỉnh")
    (True, False)
    """
    return bool(_PARTY.match(key(name)))


def share_a_body(here: Sequence[str], there: Sequence[str]) -> bool:
    """Whether one of the names is one of the others, perhaps with more of its place.

    >>> share_a_body(["Hội đồng nhân dân"], ["Ủy ban nhân dân tỉnh", "Hội đồng nhân dân tỉnh"])
    True
    """
    ours, theirs = [[f"{key(body_of(name))} " for name in names] for names in (here, there)]
    return any(one.startswith(other) or other.startswith(one) for one in ours for other in theirs)


@dataclass(frozen=True, slots=True)
class Given:
    """Whether a task is given to the issuer of the plan, by which of the names in it, and which other bodies it names
    that belong to the issuer's level and place or below (`others`)."""

    to_issuer: Certainty
    names: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Addressees:
    """Reads the names of bodies in the document `above`, with the places that its words give them, for the issuer of
    `below` on a day."""

    above: WorkFact
    below: WorkFact
    places: Places
    on: date

    def of(self, task: TaskFact) -> Given:
        """Whom the task is given to. A document without an issuer has no tasks of its own."""
        means = {name: self._means_issuer(name, self._where(task, name)) for name in task.lead}
        for certainty in ("yes", "unknown"):
            if names := tuple(name for name, found in means.items() if found == certainty):
                others = tuple(
                    name for name, found in means.items() if found == "no" and self.within(task, name)
                )
                return Given(certainty, names, others)
        return Given("no", (), tuple(name for name in task.lead if self.within(task, name)))

    def rank(self, level: str | None) -> int:
        """The place of a level in the order of all, smaller above; without one, that of the issuer."""
        return LEVELS.index(_LEVELS.get(level or "", level_of(self.below)))

    def within(self, task: TaskFact, name: str) -> bool:
        """Whether a name in a task above may be that of a body of the issuer's level and place, or below."""
        where = self._where(task, name)
        if where.level not in _LEVELS or self.rank(where.level) < self.rank(None):
            return False
        places = place_of(named(name, where.place)), place_of(self.below.issuer)
        return not places[0] or not places[1] or where.level != level_of(self.below) or places[0] == places[1]

    def same(self, name: str, body: str) -> Certainty:
        """Whether the name in the document above means this body of the plan."""
        plain, full = body_of(name), key(body)
        if full == key(plain) or full.startswith(key(plain) + " "):
            return "yes"
        return self._includes(name, body)

    def _means_issuer(self, name: str, where: Where) -> Certainty:
        issuer = body_of(self.below.issuer or "")
        level = _LEVELS.get(where.level or "")
        if not issuer:
            return "no"
        if level and level != level_of(self.below):
            return self._left_to_communes(name, where) if level == "district" else "no"
        full = named(body_of(name), where.place)
        if key(full) == key(issuer):
            return "yes"
        said = self._includes(full if where.place else name, issuer)
        return self._inherits(name, where) if said == "no" and where.place else said

    def _inherits(self, name: str, where: Where) -> Certainty:
        """Whether the issuer has taken over from the body named: the only heir for certain, one of several perhaps."""
        since = min(self.on, day_of(self.above.date) or self.on)
        body = body_at(body_of(name), where.place, since)
        found = succession(body, since, self.on) if body else None
        heirs = (
            {key(heir.body.name) for heir in found.heirs} if found and found.state in _TAKEN_OVER else set()
        )
        if key(body_of(self.below.issuer or "")) not in heirs:
            return "no"
        return "yes" if len(heirs) == 1 else "unknown"

    def _left_to_communes(self, name: str, where: Where) -> Certainty:
        """Whether what was given to districts is perhaps the issuer's, a commune that took over from one of them: each
        commune has its part (Luật 72/2025/QH15), and which tasks these are the document above does not say."""
        since = day_of(self.above.date)
        if since is None or level_of(self.below) != "commune":
            return "no"
        plain = body_of(name)
        heirs = _heirs(named(plain, where.place), self.above.issuer or "", since, self.on)
        return "unknown" if key(body_of(self.below.issuer or "")) in heirs else "no"

    def _includes(self, name: str, body: str) -> Certainty:
        """What membership says of the name, or, for a head, of the body that it stands for."""
        said = [
            includes(one, self.above.issuer, body, self.on) for one in dict.fromkeys((name, body_of(name)))
        ]
        return next((one for one in ("yes", "unknown") if one in said), "no")

    def _where(self, task: TaskFact, name: str) -> Where:
        return self.places.get((task.id, name), Where())


@lru_cache(maxsize=1000)
def _heirs(name: str, issuer: str, since: date, on: date) -> frozenset[str]:
    """The names, as keys, of the bodies that by day `on` took over from those that a name in a document of the issuer
    means on day `since`."""
    called = [member.name for member in members(name, issuer, since)] or [name]
    bodies = [body_at(one, place_of(one), since) for one in called]
    found = [succession(body, since, on) for body in bodies if body]
    return frozenset(key(heir.body.name) for one in found if one.state in _TAKEN_OVER for heir in one.heirs)


def body_of(name: str) -> str:
    """The body that a name means, without the head who answers for it.

    >>> body_of("Chủ tịch Ủy ban nhân dân các huyện, thành phố"), body_of("Chánh Văn phòng Ủy ban nhân dân tỉnh")
    ('Ủy ban nhân dân các huyện, thành phố', 'Văn phòng Ủy ban nhân dân tỉnh')
    """
    return _HEAD.sub("", name)
