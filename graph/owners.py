"""Who answers for a task, then and on any later day (cơ quan chủ trì, nay là cơ quan nào).

A document names a body by its name on its day. What became of that body since is followed through the rule data
(`rulebook.succession`): each merger, each function handed on, each merger of provinces, with its legal basis. Where the
function went to several bodies, the words of the task decide if they say which function it is; else all are shown.

A group (`Ủy ban nhân dân các huyện, thị xã, thành phố`) is each of its members on the day of the document. They are of
one kind, so one of them is followed and stands for all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from corpus.seats import Identity
from graph.membership import Member, members
from rulebook.bodies import Body, agency_rows
from rulebook.body_places import place_row
from rulebook.succession import Heir, Succession, succession

Role = Literal["lead", "support"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """A body that leads or supports a task: what the document calls it, which body that is, and who answers for it on
    the day that is asked. `members` are those that a group stands for, as far as that is known; `succession` is then
    that of the first of them. `why` says in Vietnamese why nobody knows."""

    said: str
    role: Role
    body: Identity
    members: tuple[Member, ...] = ()
    succession: Succession | None = None
    why: str = ""

    @property
    def state(self) -> str:
        """As that of `rulebook.succession.Succession`: whether the body itself still answers, one other does, ..."""
        return self.succession.state if self.succession else "unknown"

    @property
    def heirs(self) -> tuple[Heir, ...]:
        """Those who answer on the day, of a group those of its first member."""
        return self.succession.heirs if self.succession else ()

    @property
    def now(self) -> tuple[str, ...]:
        """The names of those who answer on the day: in full, of a group their names without a place."""
        rows = [heir.body.row for heir in self.heirs]
        kinds = [row.name for row in rows if row]
        return tuple(dict.fromkeys(kinds if self.body.group else [heir.body.name for heir in self.heirs]))

    def as_json(self) -> dict[str, Any]:
        """The owner as a JSON object."""
        said = {"said": self.said, "role": self.role, "name": self.body.full_name, "group": self.body.group}
        known = {"members": [one.name for one in self.members], "state": self.state, "now": list(self.now)}
        way = self.succession.as_json() if self.succession else None
        return said | known | {"why": self.why or (way or {}).get("why", ""), "succession": way}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """For which task owners are told: the `issuer` and the day of its document, its own words and those of the
    headings over it, nearest first, one a line; and the day `on` that is asked."""

    issuer: str | None
    since: date | None
    words: str
    on: date


def owners_of(bodies: Iterable[tuple[str, Role, Identity]], asked: Asked) -> tuple[Owner, ...]:
    """The owners of a task: for each body what the document calls it, its role, and which body that is."""
    return tuple(_owner(said, role, body, asked) for said, role, body in bodies)


def _owner(said: str, role: Role, body: Identity, asked: Asked) -> Owner:
    since = asked.since or _last_day(body.agency, body.place)
    of = _members(said, body, asked.issuer, since) if body.group and since else ()
    one = Body(body.agency, body.place) if body.agency else next(_bodies(of), None)
    if one is None:
        why = "không rõ gồm những cơ quan nào" if body.group else "dữ liệu không có cơ quan này"
        return Owner(said=said, role=role, body=body, members=of, why=why)
    followed = succession(one, since or asked.on, asked.on, asked.words)
    return Owner(said=said, role=role, body=body, members=of, succession=followed)


def _members(said: str, body: Identity, issuer: str | None, since: date) -> tuple[Member, ...]:
    """Those that a group stands for; `Phòng Y tế` in a plan of a province is that of each district."""
    level = {"district": " cấp huyện", "commune": " cấp xã"}.get(body.level or "", "")
    return members(said, issuer, since) or (members(said + level, issuer, since) if level else ())


def _bodies(of: Iterable[Member]) -> Iterator[Body]:
    return (Body(one.agency, one.place) for one in of if one.agency)


def _last_day(agency: str | None, place: str | None) -> date | None:
    """The last day of a body that ended, or whose place did: a document without a date that names it is not younger."""
    rows = (agency_rows().get(agency or ""), place_row(place))
    ends = [row.valid_to for row in rows if row and row.valid_to and len(row.valid_to) == 10]
    return min(map(date.fromisoformat, ends), default=None)
