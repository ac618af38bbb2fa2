"""Which body a name means (cơ quan nào, ở đâu): `Sở Tài chính` in a plan of Thái Bình is that of Thái Bình.

Documents call bodies by their names without the place. What tells them apart is the place of the mention, or the seat
of the issuer and the units around it:

    Sở Tài chính           in a plan of tỉnh Thái Bình    Sở Tài chính tỉnh Thái Bình
    Phòng Nội vụ           in a plan of huyện Hưng Hà     Phòng Nội vụ huyện Hưng Hà
    Ủy ban nhân dân tỉnh   in a plan of xã Tiên La        that of the province in which Tiên La lies on the day
    Công an cấp huyện      in a plan of tỉnh Thái Bình    each of them: a group of that province

A place has a life of its own, so it is told by its id in the rule data on the day of the document (`hung-yen` until 30
June 2025, `hung-yen-2025` since). What the rule data do not know keeps the words of the document as its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Protocol

from corpus.issuer import place_of
from rulebook.bodies import Body, body_called, shortly_after
from rulebook.body_places import parts, place_row, province_kind
from rulebook.localities import COMMUNE_KINDS, localities_called, locality, province_id, province_of_locality
from rulebook.locality_table import Locality
from rulebook.spelling import key
from rulebook.tables import provinces

_RANKS = {"central": 0, "province": 1, "district": 2, "commune": 3}
_COMMUNES = ("xa ", "phuong ", "thi tran ", "dac khu ")
_DISTRICTS = ("huyen ", "quan ", "thi xa ")
_NUMBERED = re.compile(r"(?<!\w)(?:quận|phường) \d+(?!\w)", re.IGNORECASE)
_REDRAWN = date(2025, 7, 1)  # Nghị quyết 202/2025/QH15, 203/2025/QH15: provinces were merged, districts ended
_UNIT_WORDS = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "xã", "phường", "đặc khu")


class Mention(Protocol):
    """A mention of a body, as `extract` or the corpus has it."""

    @property
    def kind(self) -> str | None: ...
    @property
    def level(self) -> str | None: ...
    @property
    def place(self) -> str | None: ...
    @property
    def collective(self) -> bool: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """Where the issuer of a document sits on the day of the document: `units` are the ids of its province (1), district
    (2) and commune (3), those that it has and that are known; `words` its place as a key (`xa tien la`), and `rank` how
    far down that is, from 0 for the centre to 3 for a commune."""

    on: date | None = None
    rank: int = 0
    units: Mapping[int, str] = field(default_factory=dict)
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """A body at its place. `key` tells it from all others; `name` is its name in the document, `place_name` the place
    that it wants; `agency` and `place` are the ids of both in the rule data, missing where nothing there knows them.
    `group` marks several bodies that are named together."""

    key: str
    name: str
    kind: str | None
    level: str | None
    agency: str | None
    place: str | None
    place_name: str | None
    group: bool

    @property
    def full_name(self) -> str:
        """The name with its place: `Sở Tài chính tỉnh Thái Bình`, `các sở, ngành (tỉnh Thái Bình)`."""
        if self.agency and self.place and not self.group:
            return Body(self.agency, self.place).name
        return named(self.name, self.place_name, group=self.group)


def seat_of(issuer: str | None, on: date | None, around: Iterable[str] = ()) -> Seat:
    """Where `issuer` sits on a day. `around` are names with places that stand in the document (the body over the
    issuer, issuers of what it cites): of several communes of one name that of their province is meant.

    >>> seat_of("Ủy ban nhân dân huyện Cam Lộ", date(2018, 6, 1)).units
    {1: 'quang-tri', 2: 'quang-tri.cam-lo'}
    >>> seat_of("Sở Y tế tỉnh Hưng Yên", date(2026, 1, 1)).units, seat_of("Bộ Y tế", None).units
    ({1: 'hung-yen-2025'}, {})
    """
    places = [*_numbered(issuer), *(place_of(issuer) or "").split(", ")]
    words = places[0]
    province = next((found for place in places[::-1] if (found := province_named(place, on))), None)
    if not words or (len(places) == 1 and province):
        return Seat(on=on, rank=int(bool(words)), units={1: province} if province else {}, words=words)
    near = {province} if province else {found for name in around if (found := _province_of(name, on))}
    units = _units(words, near, on)
    below = max(units, default=0) if max(units, default=0) > 1 else 2
    rank = 3 if words.startswith(_COMMUNES) else 2 if words.startswith(_DISTRICTS) else below
    return Seat(on=on, rank=rank, units=units, words=words)


def identify(name: str, mention: Mention | None, seat: Seat) -> Identity:
    """Which body a document of `seat` means by `name`; `mention` is what was read of it, where it was read."""
    level = mention.level if mention else None
    stated = (mention.place if mention else None) or next(iter(_numbered(name)), None)
    if level == "province" and _is_of_city(name, seat):
        level, stated = "district", None
    rank = _RANKS.get(level or "", seat.rank)
    place = _place(stated, rank, seat)
    several = bool(mention and (mention.collective or mention.kind in ("collective", "locality")))
    below = rank > max(seat.rank, 1) or (rank > seat.rank and " cap " in key(name))
    group = several or (below and not stated)
    called = None if group else body_called(name, place, seat.on or date.today())
    row = called.row if called else None
    if stated and not place and row and seat.on and _is_lost(row.level, level):
        called = row = None
    if called and row and row.level == "central":
        place, stated, rank = called.place, None, 0  # it is one body, whatever place it is named in
    elif called and not stated and (called.place or mention is None):
        # The place of its own name (`Công an Quận 1`), or the one over the place of the document.
        place = called.place
    where = place or key(stated or "") or (seat.words if rank else "")
    return Identity(
        key=f"{called.agency if called else key(name)}@{where}",
        name=name,
        kind=mention.kind if mention else row.kind if row else None,
        level=level or (row.level if row else None),
        agency=called.agency if called else None,
        place=place,
        place_name=place_name(place) or stated,
        group=group,
    )


def named(name: str, place: str | None, *, group: bool = False) -> str:
    """The name of a body with its place, as it is written in an office.

    >>> [named(one, "tỉnh Thái Bình") for one in ("Sở Tài chính", "Công an tỉnh", "Tỉnh ủy", "Báo Thái Bình")]
    ['Sở Tài chính tỉnh Thái Bình', 'Công an tỉnh Thái Bình', 'Tỉnh ủy Thái Bình', 'Báo Thái Bình']
    >>> named("các sở, ban, ngành", "tỉnh Thái Bình", group=True)
    'các sở, ban, ngành (tỉnh Thái Bình)'
    """
    unit = next((word for word in _UNIT_WORDS if (place or "").startswith(f"{word} ")), "")
    bare = (place or "").removeprefix(unit).strip()
    if not place or key(bare) in key(name):
        return name
    if group:
        return f"{name} ({place})"
    words = name.casefold().split(" ")
    if words[-1] in ("ủy", "đoàn") and words[-2:-1] == unit.split(" ")[:1]:
        return f"{name} {bare}"
    end = next((f" {word}" for word in _UNIT_WORDS if unit and name.casefold().endswith(f" {word}")), "")
    return f"{name[: len(name) - len(end)]} {place}"


def place_name(place: str | None) -> str | None:
    """What a place of the rule data is called.

    >>> place_name("hung-yen-2025"), place_name("quang-tri.cam-lo"), place_name(None)
    ('tỉnh Hưng Yên', 'huyện Cam Lộ', None)
    """
    row = place_row(place)
    return f"{row.kind} {row.name}" if row else None


def province_named(place: str, on: date | None) -> str | None:
    """The province that these words name on a day; without a day only where the name never meant another one."""
    if not place:
        return None
    if on:
        return province_id(place, on)
    rows = [row.id for row in provinces() if key(place) in (key(row.name), key(f"{row.kind} {row.name}"))]
    return rows[0] if len(rows) == 1 else None


def _numbered(name: str | None) -> list[str]:
    """The places in the name of a body that have a number for their name, as keys: `phuong 12`, `quan 10`."""
    return [key(found) for found in _NUMBERED.findall(name or "")]


def _is_of_city(name: str, seat: Seat) -> bool:
    """Whether `Công an thành phố` is that of the city below a province (`tỉnh`) whose document it is."""
    said, city = parts(name.replace("Thành phố", "thành phố")), locality(seat.units.get(2, ""))
    if said is None or city is None or said.unit != city.kind or province_kind(city) == city.kind:
        return False
    return not said.own or key(said.own) == key(city.name)


def _is_lost(found: str, said: str | None) -> bool:
    """Whether a body whose place nobody knows is not the one that was found: one of another level, or of a province,
    as all provinces are known (`Ủy ban nhân dân thành phố Hà Đông` is that of no province)."""
    return found == "province" or (said is not None and found in _RANKS and found not in (said, "central"))


def _province_of(body: str, on: date | None) -> str | None:
    found = (province_named(place, on) for place in (place_of(body) or "").split(", "))
    return next(filter(None, found), None)


def _units(words: str, near: set[str], on: date | None) -> dict[int, str]:
    """The unit of these words with those over it, where there is only one, or only one in the provinces around."""
    found = localities_called(words, on)
    there = [one for one in found if province_of_locality(one.id) in near]
    choice = there if len(there) == 1 else found if len(found) == 1 and not near else ()
    if choice:
        return _with_those_over(choice[0])
    return {1: next(iter(near))} if len(near) == 1 else {}


def _with_those_over(unit: Locality) -> dict[int, str]:
    over = locality(unit.parent)
    rank = 3 if unit.kind in COMMUNE_KINDS else 2
    return (_with_those_over(over) if over else {1: unit.parent}) | {rank: unit.id}


def _place(stated: str | None, rank: int, seat: Seat) -> str | None:
    """The id of the place of a body of that rank: the one that is stated, else the unit of the seat at its rank, and
    for a body below the seat the seat itself."""
    if not rank:
        return None
    if stated:
        found = (_place_called(stated, near, day) for day, near in _days(seat))
        return next(filter(None, found), None)
    return seat.units.get(min(rank, seat.rank))


def _place_called(words: str, near: set[str], on: date | None) -> str | None:
    units = _units(words, near, on)
    return province_named(words, on) or (units[max(units)] if max(units, default=0) > 1 else None)


def _days(seat: Seat) -> Iterator[tuple[date | None, set[str]]]:
    """The days on which a name is looked for, each with the province around: that of the document; one shortly after,
    as places are named before they begin; the last one before the places were redrawn, as old names live on."""
    near = {seat.units[1]} if 1 in seat.units else set()
    yield seat.on, near
    if seat.on and seat.on < _REDRAWN <= shortly_after(seat.on):
        yield _REDRAWN, near | {heir for row in provinces() if row.id in near for heir in row.successors}
    if seat.on and seat.on >= _REDRAWN:
        yield (
            _REDRAWN - timedelta(days=1),
            near | {row.id for row in provinces() if near & set(row.successors)},
        )
