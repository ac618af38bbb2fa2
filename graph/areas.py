"""Where a place lies (địa bàn): provinces, districts and communes on a day, by the ids of the rulebook.

An id says what it lies in: `quang-tri.cam-lo.cam-chinh` is in `quang-tri.cam-lo`, that in `quang-tri`, and everything
in `COUNTRY`, the empty id.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

from rulebook.localities import (
    COMMUNE_KINDS,
    DISTRICT_KINDS,
    LISTED_FROM,
    Locality,
    localities_called,
    localities_in,
    locality,
    province_id,
)
from rulebook.spelling import key, normalise
from rulebook.tables import Province, provinces, valid_on

Level = Literal["central", "province", "district", "commune"]
COUNTRY = ""
DISTRICTS_END = date(2025, 6, 30)


class Sort(NamedTuple):
    """A level and a kind of place: a `thành phố` is a province or a district."""

    level: Level
    kind: str


SORTS = frozenset(
    {
        *(Sort("province", kind) for kind in ("tỉnh", "thành phố")),
        *(Sort("district", kind) for kind in DISTRICT_KINDS),
        *(Sort("commune", kind) for kind in COMMUNE_KINDS),
    }
)


def sort_of(area: str) -> Sort:
    """The level and kind of the place with that id.

    >>> sort_of("quang-tri.dong-ha")
    Sort(level='district', kind='thành phố')
    """
    row = _row(area)
    if row is None:
        return Sort("central", "")
    if isinstance(row, Province):
        return Sort("province", row.kind)
    return Sort("district" if row.kind in DISTRICT_KINDS else "commune", row.kind)


def full_name_of(area: str) -> str:
    """Kind and name of the place with that id, empty for the country; of a person's name the kind has a capital
    (Nghị định 30/2020/NĐ-CP, Phụ lục II, III.1).

    >>> full_name_of("quang-tri.cam-lo"), full_name_of("quang-tri")
    ('huyện Cam Lộ', 'tỉnh Quảng Trị')
    """
    row = _row(area)
    if isinstance(row, Locality):
        return row.full_name
    name = f"{row.kind} {row.name}" if row else ""
    return name if name != "thành phố Hồ Chí Minh" else "Thành phố Hồ Chí Minh"


def lies_in(area: str, outer: str) -> bool:
    """Whether a place is another one or lies in it.

    >>> lies_in("quang-tri.cam-lo", "quang-tri"), lies_in("quang-tri-2025.cam-lo", "quang-tri")
    (True, False)
    """
    return outer == COUNTRY or area == outer or area.startswith(f"{outer}.")


def upwards(area: str) -> tuple[str, ...]:
    """A place and what it lies in, up to the province.

    >>> upwards("quang-tri.cam-lo.cam-chinh")
    ('quang-tri.cam-lo.cam-chinh', 'quang-tri.cam-lo', 'quang-tri')
    """
    parts = area.split(".") if area else []
    return tuple(".".join(parts[:length]) for length in range(len(parts), 0, -1))


def is_listed(level: Level, on: date) -> bool:
    """Whether all places of a level are known on that day.

    >>> from datetime import date
    >>> is_listed("district", date(2024, 5, 1)), is_listed("commune", date(2024, 5, 1))
    (True, False)
    """
    return on >= LISTED_FROM.get(level, date.min)


@lru_cache(maxsize=2_000)
def areas_in(outer: str, level: Level, on: date) -> tuple[str, ...]:
    """All places of a level in a place on that day, by id; empty where not all of them are known.

    >>> from datetime import date
    >>> len(areas_in("quang-tri", "district", date(2024, 5, 1))), areas_in("quang-tri", "commune", date(2024, 5, 1))
    (10, ())
    """
    if outer == COUNTRY:
        there = tuple(sorted(row.id for row in provinces() if valid_on(row, on)))
        return there if level == "province" else _all_in(there, level, on)
    here = sort_of(outer).level
    if level == "province" or here == level:
        return (outer,) if here == level else ()
    if level == "district" and on > DISTRICTS_END:
        return ()
    inside = tuple(row.id for row in localities_in(outer, on))
    direct = here == "district" or level == "district" or on > DISTRICTS_END
    return inside if direct else _all_in(inside, level, on)


@lru_cache(maxsize=20_000)
def areas_called(said: str, around: tuple[str, ...], on: date) -> tuple[str, ...]:
    """The places that `said` may mean on that day, with its kind (`huyện Cam Lộ`), lying in one called by each of
    `around`; a province without its kind as well. As long as not all communes are known, a commune is known by its
    exact name only.

    >>> from datetime import date
    >>> areas_called("huyện Châu Thành", ("tỉnh An Giang",), date(2024, 5, 1))
    ('an-giang.chau-thanh',)
    """
    found = [row.id for row in localities_called(said, on) if _is_called(row, said, on)]
    province = province_id(said, on)
    areas = [*found, *([province] if province else [])]
    for outer in around:
        outers = areas_called(outer, (), on)
        areas = [area for area in areas if any(area != one and lies_in(area, one) for one in outers)]
    return tuple(areas)


def _is_called(row: Locality, said: str, on: date) -> bool:
    level: Level = "district" if row.kind in DISTRICT_KINDS else "commune"
    if not is_listed(level, on):
        return normalise(said).casefold().endswith(f"{row.kind} {row.name}".casefold())
    return key(said) == key(f"{row.kind} {row.name}")


def _all_in(outers: Iterable[str], level: Level, on: date) -> tuple[str, ...]:
    """Of several places, where each has some: an island without communes has none."""
    return tuple(area for outer in outers for area in areas_in(outer, level, on))


def _row(area: str) -> Locality | Province | None:
    return locality(area) or _provinces().get(area)


@lru_cache(maxsize=1)
def _provinces() -> dict[str, Province]:
    return {row.id: row for row in provinces()}
