"""What happens to the place of a body: provinces that are merged or divided, districts that become communes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from rulebook.bodies import Body, agency_rows
from rulebook.body_places import level_of, place_row, province_rows
from rulebook.dates import last_of
from rulebook.localities import COMMUNE_KINDS, Locality, heirs_of, localities_in, province_of_locality
from rulebook.tables import Province, Reorganisation, reorganisations

_REDRAWN = "2025-07-01"
# Nghị định 150/2025/NĐ-CP: a commune has a Phòng Kinh tế, a ward a Phòng Kinh tế, Hạ tầng và Đô thị; of the special
# zones Phú Quốc has the second, the others the first.
_ONLY_IN = {
    "commune.phong-kinh-te": ("xã", "đặc khu"),
    "commune.phong-kinh-te-ha-tang-va-do-thi": ("phường", "đặc khu"),
}


@dataclass(frozen=True, slots=True)
class Arrival:
    """A place to which a body comes, by which step of the place, and why it is one of several."""

    place: str | None
    step: Reorganisation | None = None
    cause: Literal["communes", "split"] | None = None


def last_day(place: str | None) -> date | None:
    """The last day of a province, district or commune; `None` while it stands."""
    row = place_row(place)
    return last_of(row.valid_to) if row and row.valid_to else None


def next_move(place: str | None, after: date) -> date | None:
    """The day after `after` on which the place becomes another."""
    row = place_row(place)
    if isinstance(row, Province):
        days = (last_of(step.date) for step in _by_province().get(row.id, ()))
        return min((day for day in days if day > after), default=None)
    end = last_day(place)
    return end + timedelta(days=1) if end and end + timedelta(days=1) > after else None


def move(place: str | None, day: date) -> tuple[Arrival, ...]:
    """Where a place comes to on that day; empty where it stays.

    >>> from datetime import date
    >>> [found.place for found in move("phu-yen", date(2025, 7, 1))]
    ['dak-lak-2025']
    >>> [found.place for found in move("can-tho-1992", date(2004, 1, 1))]
    ['can-tho', 'hau-giang']
    """
    row = place_row(place)
    if isinstance(row, Province):
        steps = [step for step in _by_province().get(row.id, ()) if last_of(step.date) == day]
        cause: Literal["split"] | None = "split" if any(len(step.after) > 1 for step in steps) else None
        return tuple(Arrival(name, step, cause) for step in steps for name in step.after)
    if row is None or next_move(place, day - timedelta(days=1)) != day:
        return ()
    heirs = heirs_of(row.id, day)
    several: Literal["communes"] | None = "communes" if len(heirs) > 1 else None
    return tuple(Arrival(heir.id, _step_of(row, heirs, day), several) for heir in heirs)


def take_to(body: Body, agency: str, day: date) -> tuple[Arrival, ...]:
    """The places at which `agency` takes over from `body`: its own, its province, or each commune of its district."""
    row, place = agency_rows().get(agency), place_row(body.place)
    if row is None or row.level == "central":
        return (Arrival(None),)
    if isinstance(place, Province) or place is None:
        below = row.level == "commune" and level_of(place) != "commune"
        return (Arrival(None if below else body.place, cause="communes" if below else None),)
    if row.level == "province":
        return (Arrival(province_of_locality(place.id)),)
    if row.level != "commune" or level_of(place) == "commune":
        return (Arrival(place.id),)
    heirs = [each for heir in heirs_of(place.id, day) for each in _communes(heir, day)]
    kinds = _ONLY_IN.get(agency, COMMUNE_KINDS)
    return tuple(Arrival(heir.id, cause="communes") for heir in heirs if heir.kind in kinds)


def _communes(place: Locality, day: date) -> tuple[Locality, ...]:
    return (place,) if level_of(place) == "commune" else localities_in(place.id, day)


def _step_of(row: Locality, heirs: tuple[Locality, ...], day: date) -> Reorganisation:
    """The step of a place below the province: that of 1 July 2025 for all, else a decision of its own."""
    known = next((step for step in reorganisations() if step.kind == "merge_commune"), None)
    if known is not None and day.isoformat() == _REDRAWN:
        return known
    return Reorganisation(
        id=row.id,
        kind="merge_commune",
        before=(row.id,),
        after=tuple(heir.id for heir in heirs),
        function=None,
        places=(),
        date=day.isoformat(),
        legal_basis=("Nghị quyết của Ủy ban Thường vụ Quốc hội",),
        source=row.source,
        confidence=row.confidence,
    )


@lru_cache(maxsize=1)
def _by_province() -> dict[str, tuple[Reorganisation, ...]]:
    found: dict[str, list[Reorganisation]] = {}
    for step in reorganisations():
        for name in step.before:
            if name in province_rows():
                found.setdefault(name, []).append(step)
    return {name: tuple(steps) for name, steps in found.items()}
