"""Which bodies a name in a document means (thành viên của tập thể cơ quan): a task given to many is a task of each.

`UBND các huyện, thị xã, thành phố` in a plan of Quảng Trị of 2024 is each of its ten districts of that day. What a name
means hangs on who says it (the place of the issuer) and when (the districts ended on 30 June 2025):

    Ủy ban nhân dân | các huyện, thị xã     a body at each place of these kinds in the place of the issuer
    Ủy ban nhân dân | huyện Cam Lộ          a body at a place
    Ủy ban nhân dân | tỉnh                  that of the place of the issuer, or of what it lies in
    các bộ, các sở, các địa phương          groups (`graph.groups`)

Drafters list the kinds of places that there are. Where they list fewer (`các huyện, thành phố` of a province with a thị
xã), only the kinds that are named are meant. Words that narrow (`có rừng`, `liên quan`, `một số`) tell no members, and
of nobody it is said that it is among them. Where `rulebook.localities` does not know all districts or communes of the
day, a collective has no known members; a body whose place is known can still be told to be one of them.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from corpus.issuer import is_certain
from graph.area_words import AreaWords, read_areas
from graph.areas import SORTS, areas_in, lies_in, sort_of, upwards
from graph.body_parts import COMMITTEE, BodyParts, agency_of, is_known, kind_of_head, name_at, parts_of
from graph.groups import Group, group_of
from graph.meant_areas import Verdict, areas_meant, areas_of_body, covers, home_of, level_below
from rulebook.known_bodies import bodies_called
from rulebook.naming import full_name
from rulebook.spelling import key
from rulebook.tables import agencies, valid_on

_VAGUE = frozenset(
    {None, "unit", "organisation", "sector", "government", "collective", "locality", "task_force", "post"}
)
_MANY = frozenset({"school", "enterprise", "people", "village", "research"})  # a place has many of them
_CENTRAL = frozenset({"ministry", "equal", "service"})
_TOLD_BY_KIND = frozenset({"peoples_committee", "peoples_council", "ministry", "department", "division"})


@dataclass(frozen=True, slots=True)
class Member:
    """A body that is meant: its full `name`, the id of its `place` (district, commune, province; `None` for a central
    body), and that of its row in `agencies.tsv`, where one fits."""

    name: str
    place: str | None
    agency: str | None

    def as_json(self) -> dict[str, Any]:
        """The body as a JSON object."""
        return asdict(self)


@lru_cache(maxsize=500)
def members(name: str, issuer: str | None, on: date) -> tuple[Member, ...]:
    """The bodies that `name` stands for in a document of `issuer` of that day, by place; empty where not known.

    Of a group of several sorts (`các bộ, ngành, địa phương`) and of places listed by name, those that are known.

    >>> from datetime import date
    >>> found = members("UBND các thị xã, TP", "Ủy ban nhân dân tỉnh Quảng Trị", date(2024, 5, 1))
    >>> [(member.name, member.agency) for member in found][0]
    ('Ủy ban nhân dân thành phố Đông Hà', 'district.uy-ban-nhan-dan-huyen')
    >>> members("UBND các huyện", "Ủy ban nhân dân tỉnh Quảng Trị", date(2025, 7, 1))
    ()
    """
    if ";" in name:
        each = [members(one, issuer, on) for one in name.split(";")]
        return tuple(dict.fromkeys(member for found in each for member in found))
    home = home_of(issuer, on)
    if group := group_of(name):
        found = _members_of_group(group, home, on)
        return tuple(one for one in found if key(one.name) != key(full_name(issuer or "")))
    said = parts_of(name)
    heads = said.heads or (COMMITTEE,)
    words = read_areas(said.tail)
    if not said.tail and said.heads:
        return _at_home(heads, issuer, home, on)
    kinds = {kind_of_head(head) for head in heads}
    if said.loose or kinds & _VAGUE or (words.every and kinds & _MANY):
        return ()
    found = _at(heads, areas_meant(words, home, on), on)
    if len(found) == len(words.named) == 1 and kinds == {"media"}:
        return (replace(found[0], name=full_name(name)),)  # `Báo Thái Bình` is a title
    return found


@lru_cache(maxsize=50_000)
def includes(name: str, issuer: str | None, body: str, on: date) -> Verdict:
    """Whether `name`, as a document of `issuer` of that day says it, means the body with the full name `body`, alone or
    as a member. What the tables do not tell is `unknown`: two places with one name, a commune that is not in them.

    >>> from datetime import date
    >>> plan, day = "Ủy ban nhân dân tỉnh Quảng Trị", date(2024, 5, 1)
    >>> includes("UBND các huyện, thị xã", plan, "Ủy ban nhân dân huyện Cam Lộ", day)
    'yes'
    >>> includes("UBND các huyện, thị xã", plan, "Ủy ban nhân dân huyện Lệ Thủy", day)
    'no'
    >>> includes("Ủy ban nhân dân tỉnh", "Ủy ban nhân dân huyện Cam Lộ", plan, day)
    'yes'
    """
    if ";" in name:
        verdicts = {includes(one, issuer, body, on) for one in name.split(";") if one.strip()}
        return "yes" if "yes" in verdicts else "no" if verdicts == {"no"} else "unknown"
    home = home_of(issuer, on)
    asked = parts_of(body)
    places = areas_of_body(body, on)
    if key(full_name(name)) == key(full_name(body)) and _is_one(body, places):
        return "yes"
    if group := group_of(name):
        if issuer and key(full_name(issuer)) == key(full_name(body)):
            return "unknown"  # whoever says `các bộ, ngành` may mean the others
        return _includes_of_group(group, home, asked, places, on)
    said = parts_of(name)
    same = _same_body(said, asked)
    where = "no" if same == "no" else _same_place(said, home, asked, places, on)
    if "no" in (same, where):
        return "unknown" if said.more and _party_both(said, asked) else "no"
    ended = any(agency_of(asked.heads[0], sort_of(place).level, on)[1] for place in places if asked.heads)
    return "yes" if (same, where, ended, said.loose) == ("yes", "yes", False, False) else "unknown"


def _is_one(body: str, places: tuple[str, ...]) -> bool:
    """Whether the full name is that of one body: of a central one, or of one at a place that has its name alone."""
    words = read_areas(parts_of(body).tail)
    if words.every or words.sorts or (not places and any(_may_be_commune(place) for place in words.named)):
        return False
    return is_certain(body) and len(places) <= 1


def _may_be_commune(place: str) -> bool:
    return any(place.startswith(sort.kind) for sort in SORTS if sort.level == "commune")


def _same_body(said: BodyParts, asked: BodyParts) -> Verdict:
    """Whether two names without their places are those of one body. A place alone stands for its People's Committee."""
    heads, others = said.heads or (COMMITTEE,), asked.heads or (COMMITTEE,)
    if {key(head) for head in heads} & {key(other) for other in others}:
        return "yes"
    if not said.heads:
        return "unknown"
    kinds, asked_kinds = {kind_of_head(head) for head in heads}, {kind_of_head(other) for other in others}
    if kinds & _VAGUE or asked_kinds & _VAGUE:
        return "unknown"
    listed = all(is_known(one) for one in (*heads, *others))
    return "no" if listed or not kinds & asked_kinds else "unknown"


def _same_place(
    said: BodyParts, home: str | None, asked: BodyParts, places: tuple[str, ...], on: date
) -> Verdict:
    """Whether the place of the body is one of those that are meant."""
    words = read_areas(said.tail) if said.tail else None
    if words is None and not asked.tail and all(is_certain(head) for head in asked.heads):
        return "yes"  # a central body, which needs no place
    if not places:
        return "unknown" if words is None or _may_be_meant(words, read_areas(asked.tail)) else "no"
    if words is None:
        verdicts = {_is_at_home(said.heads, home, place) for place in places}
    else:
        verdicts = {covers(words, home, place, on) for place in places}
    return verdicts.pop() if len(verdicts) == 1 else "unknown"


def _may_be_meant(words: AreaWords, asked: AreaWords) -> bool:
    """Whether a place that is not known is, by its kind, one of those that may be meant."""
    if not asked.named or words.named:
        return True
    return any(asked.named[0].casefold().startswith(f"{sort.kind} ") for sort in words.sorts)


def _is_at_home(heads: tuple[str, ...], home: str | None, place: str) -> Verdict:
    """Without a place, `Sở Y tế` is that of the province of the issuer, `Phòng Nội vụ` that of the issuer itself."""
    if not home:
        return "unknown"
    at = _place_at_home(heads, home)
    if at is not None:
        return "yes" if place == at else "no"
    return "unknown" if lies_in(place, upwards(home)[-1]) else "no"


def _place_at_home(heads: tuple[str, ...], home: str) -> str | None:
    kinds = {kind_of_head(head) for head in heads}
    if kinds == {"department"}:
        return upwards(home)[-1]
    return home if kinds == {"division"} and sort_of(home).level in ("district", "commune") else None


def _at_home(heads: tuple[str, ...], issuer: str | None, home: str | None, on: date) -> tuple[Member, ...]:
    central = [row for head in heads for row in bodies_called(head) if row.level == "central"]
    if central:
        return tuple(Member(row.name, None, row.id) for row in central if valid_on(row, on))
    at = _place_at_home(heads, home) if home else None
    return _at(heads, (at,), on) if at else ()


def _at(heads: tuple[str, ...], areas: tuple[str, ...], on: date) -> tuple[Member, ...]:
    found = []
    for area in areas:
        for head in heads:
            agency, ended = agency_of(head, sort_of(area).level, on)
            if not ended:
                found.append(Member(name_at(head, area), area, agency))
    return tuple(found)


def _members_of_group(group: Group, home: str | None, on: date) -> tuple[Member, ...]:
    if group.words.narrowed:
        return ()
    found = [
        Member(row.name, None, row.id)
        for row in agencies()
        if row.kind == "ministry" and _noun_of(row.name) in group.kinds and valid_on(row, on)
    ]
    outer = _home_of_group(group, home, on)
    if "locality" in group.kinds and outer is not None and (level := level_below(outer, on)):
        found += _at((COMMITTEE,), areas_in(outer, level, on), on)
    if group.names and outer:
        at = _place_at_home(group.names, outer)
        found += _at(tuple(dict.fromkeys(group.names)), (at,), on) if at else ()
    return tuple(found)


def _includes_of_group(
    group: Group, home: str | None, asked: BodyParts, places: tuple[str, ...], on: date
) -> Verdict:
    if group.open:
        return "unknown"
    if group.names:
        return _includes_listed(group, home, asked, places, on)
    head = asked.heads[0] if len(asked.heads) == 1 else COMMITTEE
    kind = kind_of_head(head)
    verdicts = {_in_group(group, home, head, kind, place, on) for place in places or (None,)}
    verdict = verdicts.pop() if len(verdicts) == 1 else "unknown"
    return "unknown" if verdict == "yes" and group.words.narrowed else verdict


def _in_group(
    group: Group, home: str | None, head: str, kind: str | None, place: str | None, on: date
) -> Verdict:
    """Whether a body is one of a group: by its kind, and by its place or by being a central one."""
    outer = _home_of_group(group, home, on)
    ministry = [row for row in bodies_called(head) if row.kind == "ministry"]
    if ministry or kind == "ministry":
        there = any(valid_on(row, on) for row in ministry)
        if _noun_of(head) in group.kinds:
            return "yes" if there else "unknown"
        return "no" if group.kinds.isdisjoint({*_CENTRAL, "sector", "unit"}) else "unknown"
    if group.kinds <= _CENTRAL:
        return "no" if place else "unknown"
    if place and outer and not lies_in(place, upwards(outer)[-1]):
        return "no"
    if kind == "peoples_committee" and "locality" in group.kinds and place and outer is not None:
        return (
            "yes" if sort_of(place).level == level_below(outer, on) and lies_in(place, outer) else "unknown"
        )
    if kind in ("department", "division") and kind in group.kinds and place and outer:
        at = _place_at_home((head,), outer)
        return "unknown" if at is None else "yes" if place == at else "no"
    vague = group.kinds & {"unit", "sector", "locality"}
    return "no" if kind in _TOLD_BY_KIND and (not vague or vague == {"sector"}) else "unknown"


def _includes_listed(
    group: Group, home: str | None, asked: BodyParts, places: tuple[str, ...], on: date
) -> Verdict:
    """`các Sở: Nội vụ, Y tế`: one of the bodies that are listed."""
    said = BodyParts(group.names, "")
    same = _same_body(said, asked)
    if same != "yes":
        return same
    return _same_place(said, home, asked, places, on)


def _noun_of(name: str) -> str:
    """`các bộ` are those that are called so, others are `cơ quan ngang bộ`."""
    return "ministry" if name.startswith("Bộ ") else "equal"


def _home_of_group(group: Group, home: str | None, on: date) -> str | None:
    """`các sở, ban, ngành tỉnh` are those of the province of the issuer; `... tỉnh Quảng Trị` of another."""
    words = group.words
    if words.named or words.around:
        found = areas_meant(AreaWords(named=(*words.named, *words.around)[:1]), home, on)
        return found[0] if len(found) == 1 else None
    if words.sorts and home:
        return next((area for area in upwards(home) if sort_of(area) in words.sorts), None)
    return home


def _party_both(said: BodyParts, asked: BodyParts) -> bool:
    return "party" in {kind_of_head(head) for head in said.heads} & {
        kind_of_head(head) for head in asked.heads
    }
