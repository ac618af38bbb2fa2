"""Who answers for a task, then and on any later day (cơ quan chủ trì, nay là cơ quan nào).

A document names a body by its name on its day. What became of that body since is followed through the rule data
(`rulebook.succession`): each merger, each function handed on, each merger of provinces, with its legal basis. Where the
function went to several bodies, the words of the task decide if they say which function it is; else all are shown.

A group (`Ủy ban nhân dân các huyện, thị xã, thành phố`) is each of its members on the day of the document. They are of
one kind, so one of them is followed and stands for all: the last that has ended, if any has. Of a group of several
kinds (`các bộ, ngành, địa phương`) it is only told whether all of them are still there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from corpus.seats import Identity
from graph.membership import Member, members
from rulebook.bodies import Body, agency_rows
from rulebook.body_places import level_of, place_row
from rulebook.known_bodies import bodies_called
from rulebook.succession import Heir, Succession, succession

Role = Literal["lead", "support"]

_OF_MANY = re.compile(r"(?P<head>.+?) (?:các|cấp) (?:huyện|quận|thị xã|thành phố|xã|phường|thị trấn)\b")

NO_SUCH_BODY = "dữ liệu không có cơ quan này"
NO_MEMBERS = "không rõ gồm những cơ quan nào"
SEVERAL_KINDS = "gồm nhiều loại cơ quan, có cơ quan đã sắp xếp lại"
NO_PLACE = "chưa rõ thuộc địa bàn nào"


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """A body that leads or supports a task: what the document calls it, which body that is, and who answers for it on
    the day that is asked. `members` are those that a group stands for, as far as that is known; `succession` is then
    that of one of them. `why` says in Vietnamese why nobody knows, or that the place is not known."""

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
    one, why = (Body(body.agency, body.place), "") if body.agency else _standing_for(of, body, asked.on)
    if one is None:
        ended = _ended_kind(said, body, asked) if why == NO_MEMBERS else None
        return Owner(said=said, role=role, body=body, members=of, succession=ended, why=why)
    followed = succession(one, since or asked.on, asked.on, asked.words)
    if one.place is None and one.row and one.row.level not in ("central", "region"):
        why = NO_PLACE
    return Owner(said=said, role=role, body=body, members=of, succession=followed, why=why)


def _standing_for(of: Iterable[Member], body: Identity, on: date) -> tuple[Body | None, str]:
    """The member that is followed for a group, of those that have ended the last, if there are any; or why none is."""
    bodies = list(_bodies(of))
    if not bodies:
        return None, NO_MEMBERS if body.group else NO_SUCH_BODY
    days = [(day, one) for one in bodies if (day := _last_day(one.agency, one.place)) and day < on]
    if days and len({one.agency for one in bodies}) > 1:
        return None, SEVERAL_KINDS
    return max(days, key=lambda each: each[0])[1] if days else bodies[0], ""


def _ended_kind(said: str, body: Identity, asked: Asked) -> Succession | None:
    """What became of a kind of bodies of which nobody knows each (`Ủy ban nhân dân các huyện` of 2012), where the whole
    kind has ended since; where it lives on, places may have changed, and nothing is claimed."""
    found = _OF_MANY.match(said)
    unit = {"district": "huyện", "commune": "xã"}.get(body.level or "")
    if not found or not unit or not asked.since:
        return None
    rows = bodies_called(f"{found['head']} {unit}", asked.since) or bodies_called(found["head"], asked.since)
    if len(rows) != 1 or rows[0].level != body.level:
        return None
    followed = succession(Body(rows[0].id), asked.since, asked.on, asked.words)
    return followed if followed.state not in ("living", "unknown") else None


def _members(said: str, body: Identity, issuer: str | None, since: date) -> tuple[Member, ...]:
    """Those that a group stands for; `Phòng Y tế` in a plan of a province is that of each district. A group of bodies
    below the province has no member of a province."""
    level = {"district": " cấp huyện", "commune": " cấp xã"}.get(body.level or "", "")
    found = members(said, issuer, since) or (members(said + level, issuer, since) if level else ())
    return tuple(one for one in found if not level or level_of(place_row(one.place)) != "province")


def _bodies(of: Iterable[Member]) -> Iterator[Body]:
    return (Body(one.agency, one.place) for one in of if one.agency)


def _last_day(agency: str | None, place: str | None) -> date | None:
    """The last day of a body that ended, or whose place did: a document without a date that names it is not younger."""
    rows = (agency_rows().get(agency or ""), place_row(place))
    ends = [row.valid_to for row in rows if row and row.valid_to and len(row.valid_to) == 10]
    return min(map(date.fromisoformat, ends), default=None)
