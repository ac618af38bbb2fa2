"""The place of a body: a province, or a district or commune below it, and what a name says of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rulebook.localities import (
    COMMUNE_KINDS,
    Locality,
    localities_called,
    locality,
    province_id,
    province_of_locality,
)
from rulebook.spelling import key
from rulebook.tables import Province, provinces

UNITS = {"province": "tỉnh", "district": "huyện", "commune": "xã"}
_LEVELS = {
    **dict.fromkeys(("huyện", "quận", "thị xã"), "district"),
    **dict.fromkeys(("xã", "phường", "thị trấn", "đặc khu"), "commune"),
    "tỉnh": "province",
}
_UNIT = re.compile(r" (?:cấp )?(tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)(?= |$)")
_SEAT = re.compile(r"(?<!\w)(Tỉnh|Thành|Huyện|Quận|Thị) (?:ủy|đoàn)(?= |$)")
_UNIT_OF_SEAT = {"Tỉnh": "tỉnh", "Thành": "thành phố", "Huyện": "huyện", "Quận": "quận", "Thị": "thị xã"}


@dataclass(frozen=True, slots=True)
class Parts:
    """A name of a body and what is said of its place: `unit` (`huyện`), and the `own` name of it, empty if there is
    none. A `seat` holds its unit in itself (`Huyện ủy`)."""

    base: str
    unit: str
    own: str
    seat: bool = False


def parts(name: str) -> Parts | None:
    """The parts of a name that says what unit it is of.

    >>> parts("Công an huyện Cam Lộ")
    Parts(base='Công an', unit='huyện', own='Cam Lộ', seat=False)
    >>> parts("Thành ủy Hà Nội"), parts("Ngân hàng Chính sách xã hội")
    (Parts(base='Thành ủy', unit='thành phố', own='Hà Nội', seat=True), None)
    """
    if seat := _SEAT.search(name):
        own = _UNIT.sub("", name[seat.end() :]).strip()  # `Thành ủy thành phố Hồ Chí Minh`
        return Parts(name[: seat.end()], _UNIT_OF_SEAT[seat[1]], own, seat=True)
    for unit in _UNIT.finditer(name):
        own = name[unit.end() :].strip()
        if not own or own[0].isupper() or own[0].isdigit():
            return Parts(name[: unit.start()], unit[1], own)
    return None


@dataclass(frozen=True, slots=True)
class PlaceSaid:
    """The id of the place, where it is known, and the level of the body as its name or its place tells."""

    place: str | None
    level: str | None


def place_said(name: str, place: str | None, on: date) -> PlaceSaid | None:
    """The place of a body called `name` in a document of `place`; `None` where it names one that is not known.

    >>> from datetime import date
    >>> place_said("Công an huyện Cam Lộ", "quang-tri", date(2024, 5, 1))
    PlaceSaid(place='quang-tri.cam-lo', level='district')
    >>> place_said("Công an huyện", "quang-tri", date(2024, 5, 1))
    PlaceSaid(place=None, level='district')
    >>> place_said("Công an huyện Không Có", "quang-tri", date(2024, 5, 1)) is None
    True
    """
    row = place_row(place)
    said = parts(name)
    if said is None:
        return PlaceSaid(place if row else None, level_of(row))
    unit, own = said.unit, said.own.split(",")[0].strip()
    if row and (not own or _is_called(row, own)) and _fits(unit, row):
        return PlaceSaid(place, level_of(row))
    if not own and isinstance(row, Locality) and unit == province_kind(row):
        return PlaceSaid(province_of_locality(row.id), "province")
    if not own:
        return PlaceSaid(None, _LEVELS.get(unit, None if row is None else "district"))
    within = place if isinstance(row, Province) else None
    found = [each.id for each in localities_called(f"{unit} {own}", on, within)]
    ids = found if len(found) == 1 else [id_ for id_ in [province_id(f"{unit} {own}", on)] if id_]
    return PlaceSaid(ids[0], level_of(place_row(ids[0]))) if ids else None


def level_of(place: Province | Locality | None) -> str | None:
    """`province`, `district` or `commune`."""
    if place is None:
        return None
    if isinstance(place, Province):
        return "province"
    return "commune" if place.kind in COMMUNE_KINDS else "district"


def province_kind(row: Locality) -> str | None:
    """The kind of the province that a district or commune is in: `tỉnh`, `thành phố`.

    >>> province_kind(locality("ho-chi-minh.1")), province_kind(locality("quang-tri.cam-lo"))
    ('thành phố', 'tỉnh')
    """
    over = province_rows().get(province_of_locality(row.id))
    return over.kind if over else None


@lru_cache(maxsize=1)
def province_rows() -> dict[str, Province]:
    """The rows of `provinces.tsv` by id."""
    return {row.id: row for row in provinces()}


def place_row(place: str | None) -> Province | Locality | None:
    """The province, district or commune with that id; `None` where there is none."""
    if place is None:
        return None
    return province_rows().get(place) or locality(place)


def _is_called(row: Province | Locality, name: str) -> bool:
    names = (row.name, *row.variants) if isinstance(row, Province) else (row.name,)
    return key(name) in {key(each) for each in names}


def _fits(unit: str, row: Province | Locality) -> bool:
    """A province is called by its own kind, others by any unit of their level (`UBND huyện` of a town)."""
    level = level_of(row)
    return (
        unit == row.kind
        or unit == UNITS[level or "province"]
        or (level != "province" and _LEVELS.get(unit) == level)
    )
