"""`Body`: one body at one place (cơ quan tại một địa bàn), its full name, and which body a name means.

Names follow the habit of Nghị định 30/2020/NĐ-CP, Phụ lục II and the laws on local government: the unit that ends the
name of a body is replaced by its place (`Công an tỉnh`, `Công an tỉnh Đắk Lắk`), and other names are followed by it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from rulebook.body_places import UNITS, PlaceSaid, parts, place_row, place_said
from rulebook.known_bodies import bodies_called
from rulebook.localities import Locality, province_of_locality
from rulebook.naming import full_name
from rulebook.tables import AgencyName, Province, agencies, valid_on

NAMED_EARLY = timedelta(days=31)
"""Departments of 2025 and 2008 were set up by each province on its own day, up to a month from that of the decree."""

_HEAD = re.compile(
    r"^(?:Giám đốc(?= (?:Sở|Công an))|Trưởng(?= [Pp]hòng)|Bộ trưởng(?= Bộ)|Chánh(?= (?:Văn phòng|Thanh tra))"
    r"|Cục trưởng(?= Cục)|Thủ trưởng|Người đứng đầu) "
)
_SEAT = re.compile(r"(?:Tỉnh|Huyện)(?= (?:ủy|đoàn))")
_CAPITAL = re.compile(
    r"(?<=\w )(Tỉnh|Thành phố|Huyện|Quận|Thị xã|Xã|Phường|Đặc khu)(?=$|,| (?:\d|(?P<own>\w)))"
)
_SEAT_WORD = re.compile(r"(?<!\w)(?:Thành|Quận|Thị)(?= (?:ủy|đoàn))")
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

    `place` is the id of a province, district or commune; a place that stands in the name goes before it, and a unit
    that does not fit it leaves the place unknown (`UBND huyện` of a province). `None` where the rule data know no such
    body or place, for collectives, and where the name may mean several. Who heads a body (`Giám đốc Sở Y tế`) stands
    for it.

    >>> from datetime import date
    >>> body_called("Sở LĐ-TB&XH", "dak-lak", date(2020, 5, 1))
    Body(agency='province.so-lao-dong-thuong-binh-va-xa-hoi', place='dak-lak')
    >>> body_called("UBND huyện Cam Lộ", "quang-tri", date(2020, 5, 1))
    Body(agency='district.uy-ban-nhan-dan-huyen', place='quang-tri.cam-lo')
    >>> body_called("Công an Quận 1", "ho-chi-minh", date(2020, 5, 1)).name
    'Công an Quận 1'
    >>> body_called("các sở, ban, ngành", "dak-lak", date(2020, 5, 1)) is None
    True
    """
    written = _CAPITAL.sub(_small, _HEAD.sub("", full_name(name)))
    said = place_said(written, place, on)
    if said is None:
        return None
    where = place_row(said.place)
    forms = _forms(written.removesuffix(f" {where.name}") if where else written, said.level)
    for level in dict.fromkeys((said.level, None)):
        there = [[row for row in _rows_called(form, level) if _there(row, on)] for form in forms]
        for rows in (*there, *(_rows_called(form, level) for form in forms)):
            near = [row for row in rows if row.level == level] or rows
            if near:
                return _at(near[0], said) if len(near) == 1 else None
    return None


def _small(unit: re.Match[str]) -> str:
    """The unit in small letters (`Công an Quận 1`, `Ban Dân tộc Thành phố`), not that of `Bảo hiểm Xã hội`."""
    own = unit["own"]
    return unit[1] if own and own.islower() else unit[1].casefold()


def _at(row: AgencyName, said: PlaceSaid) -> Body:
    """The body at the place that was said, at its province (`Sở Y tế` in a plan of a district), or at none."""
    if row.level in ("central", "region") and said.level != "province":
        return Body(row.id)
    if row.level == "province" and said.place and said.level in ("district", "commune"):
        return Body(row.id, province_of_locality(said.place))
    return Body(row.id, said.place if said.level == row.level or row.level == "region" else None)


def shortly_after(day: date) -> date:
    """The day up to which a body or place may begin that a document of `day` names: `NAMED_EARLY` later.

    >>> shortly_after(date(2025, 6, 20)), shortly_after(date.max) == date.max
    (datetime.date(2025, 7, 21), True)
    """
    return day + min(NAMED_EARLY, date.max - day)


@lru_cache(maxsize=1)
def agency_rows() -> dict[str, AgencyName]:
    """The rows of `agencies.tsv` by id."""
    return {row.id: row for row in agencies()}


def _placed(row: AgencyName, place: Province | Locality) -> str:
    capital = place.name == "Hồ Chí Minh" or place.name.isdigit()
    said = f"{place.kind.capitalize() if capital else place.kind} {place.name}"
    if row.level == "region":
        return f"{row.name} phụ trách {said}"
    if _SEAT.search(row.name):
        kind = _SEATS.get(place.kind)
        return f"{_SEAT.sub(kind, row.name) if kind else row.name} {said if capital else place.name}"
    unit = UNITS.get(row.level, "")
    if unit and row.name.endswith(f" {unit}"):
        base = row.name.removesuffix(f" {unit}")
        return f"{base} {place.name if row.kind == 'media' else said}"
    return f"{row.name} {said}"


def _rows_called(name: str, level: str | None) -> list[AgencyName]:
    """The rows with that name that may be at a place of that level."""
    return [row for row in bodies_called(name) if row.kind != "collective" and _may_be_at(row, level)]


def _there(row: AgencyName, on: date) -> bool:
    return any(valid_on(row, day) for day in (on, shortly_after(on)))


def _forms(name: str, level: str | None) -> list[str]:
    """What the rule data may call it: as it stands, without its place, with the unit of its level."""
    forms, said, unit = [name], parts(name), UNITS.get(level or "", "")
    if said is not None and said.seat:
        forms += [said.base, _SEAT_WORD.sub(unit.capitalize() or r"\g<0>", said.base)]
    elif said is not None:
        forms += [f"{said.base} {unit or said.unit}", f"{said.base} {said.unit}", said.base]
    elif unit:
        forms.append(f"{name} {unit}")
    return list(dict.fromkeys(forms))


def _may_be_at(row: AgencyName, level: str | None) -> bool:
    if row.level in ("any", "local"):
        return False
    return level is None or row.level in (level, "region", "central")
