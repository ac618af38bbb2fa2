"""`Body`: one body at one place (cơ quan tại một địa bàn), its full name, and which body a name means.

Names follow the habit of Nghị định 30/2020/NĐ-CP, Phụ lục II and the laws on local government: the unit that ends the
name of a body is replaced by its place (`Công an tỉnh`, `Công an tỉnh Đắk Lắk`), and other names are followed by it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rulebook.known_bodies import bodies_called
from rulebook.localities import COMMUNE_KINDS, Locality, locality
from rulebook.naming import full_name
from rulebook.tables import AgencyName, Province, agencies, provinces

_UNITS = {"province": "tỉnh", "district": "huyện", "commune": "xã"}
_WRITTEN = r"(?P<unit>tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)"
_PLACED = re.compile(rf"^(?P<base>.+?) {_WRITTEN}(?P<name> (?=[^\W\d_a-zà-ỹđ]|\d).+)?$", re.IGNORECASE)
_SEAT = re.compile(r"(?:Tỉnh|Huyện)(?= (?:ủy|đoàn))")
_SEATED = re.compile(r"^(?P<base>.*(?:Tỉnh|Thành|Huyện|Quận|Thị) (?:ủy|đoàn)) .+$")
_SEATS = {"thành phố": "Thành", "quận": "Quận", "thị xã": "Thị"}


@dataclass(frozen=True, slots=True)
class Body:
    """A body at a place: `agency` is an id of `agencies.tsv`; `place` that of a province, or of a district or commune
    for a body below the province; `None` for a central body, and where it is not known.

    >>> Body("province.so-nong-nghiep-va-moi-truong", "dak-lak-2025").name
    'Sở Nông nghiệp và Môi trường tỉnh Đắk Lắk'
    >>> Body("province.tinh-uy", "ha-noi").name, Body("province.bao-tinh", "phu-yen").name
    ('Thành ủy Hà Nội', 'Báo Phú Yên')
    """

    agency: str
    place: str | None = None

    @property
    def row(self) -> AgencyName | None:
        """Its row in `agencies.tsv`; `None` for an unknown id."""
        return agency_rows().get(self.agency)

    @property
    def name(self) -> str:
        """Its full name with its place; the id where the rule data do not know it."""
        row, place = self.row, place_row(self.place)
        if row is None or place is None or row.level == "central":
            return row.name if row else self.agency
        return _placed(row, place)

    def as_json(self) -> dict[str, str | None]:
        """Its ids and its name."""
        return {"agency": self.agency, "place": self.place, "name": self.name}


def body_called(name: str, place: str | None, on: date) -> Body | None:
    """The body that `name` means on that day: as extraction gives it, with its place in it or without.

    `place` is the id of a province, district or commune. `None` where the rule data know no such body, for collectives,
    and where the name may mean several.

    >>> from datetime import date
    >>> body_called("Sở LĐ-TB&XH", "dak-lak", date(2020, 5, 1))
    Body(agency='province.so-lao-dong-thuong-binh-va-xa-hoi', place='dak-lak')
    >>> body_called("các sở, ban, ngành", "dak-lak", date(2020, 5, 1)) is None
    True
    """
    written = full_name(name)
    where = place_row(place)
    level = level_of(where)
    for form in _forms(written, level):
        rows = [row for row in bodies_called(form, on) if row.kind != "collective" and _may_be_at(row, level)]
        near = [row for row in rows if row.level == level] or rows
        if len(near) == 1:
            return Body(near[0].id, None if near[0].level == "central" or where is None else place)
        if near:
            return None
    return None


def level_of(place: Province | Locality | None) -> str | None:
    """`province`, `district` or `commune`."""
    if place is None:
        return None
    if isinstance(place, Province):
        return "province"
    return "commune" if place.kind in COMMUNE_KINDS else "district"


@lru_cache(maxsize=1)
def agency_rows() -> dict[str, AgencyName]:
    """The rows of `agencies.tsv` by id."""
    return {row.id: row for row in agencies()}


@lru_cache(maxsize=1)
def province_rows() -> dict[str, Province]:
    """The rows of `provinces.tsv` by id."""
    return {row.id: row for row in provinces()}


def place_row(place: str | None) -> Province | Locality | None:
    """The province, district or commune with that id; `None` where there is none."""
    if place is None:
        return None
    return province_rows().get(place) or locality(place)


def _placed(row: AgencyName, place: Province | Locality) -> str:
    said = "Thành phố Hồ Chí Minh" if place.name == "Hồ Chí Minh" else f"{place.kind} {place.name}"
    if row.level == "region":
        return f"{row.name} phụ trách {said}"
    if _SEAT.search(row.name):
        kind = _SEATS.get(place.kind)
        return f"{_SEAT.sub(kind, row.name) if kind else row.name} {place.name}"
    unit = _UNITS.get(row.level, "")
    if unit and row.name.endswith(f" {unit}"):
        base = row.name.removesuffix(f" {unit}")
        return f"{base} {place.name if row.kind == 'media' else said}"
    return f"{row.name} {said}"


def _forms(name: str, level: str | None) -> list[str]:
    """What the rule data may call it: as it stands, without its place, with the unit of its level."""
    forms = [name]
    if seated := _SEATED.match(name):
        forms.append(seated["base"])
    if placed := _PLACED.match(name):
        base = placed["base"]
        unit = _UNITS.get(level or "", placed["unit"])
        forms += [f"{base} {unit}", f"{base} {placed['unit']}", base]
    elif level in _UNITS:
        forms.append(f"{name} {_UNITS[level]}")
    return list(dict.fromkeys(forms))


def _may_be_at(row: AgencyName, level: str | None) -> bool:
    if row.level in ("any", "local"):
        return False
    return level is None or row.level in (level, "region", "central")
