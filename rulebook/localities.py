"""Which districts and communes there were on a day (đơn vị hành chính cấp huyện, cấp xã), and what became of them.

On 1 July 2025 the districts ended, and 10,035 communes became 3,321 (Luật 72/2025/QH15, Nghị quyết 203/2025/QH15). A
district has no successor of its own: it became what its communes became.

What is not known: communes that were merged or renamed before 2025. Their names give an empty result, never a guess;
and what was in a place is told only from the day on which the table knows all of it, `LISTED_FROM`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from functools import lru_cache

from rulebook.locality_table import Locality, ids_in, ids_with_slug, row_of
from rulebook.spelling import flatten, key, normalise
from rulebook.tables import Province, provinces, valid_on

__all__ = [
    "LISTED_FROM",
    "Locality",
    "heirs_of",
    "localities_called",
    "localities_in",
    "locality",
    "province_id",
    "province_of_locality",
    "stands_on",
]

DISTRICT_KINDS = ("huyện", "quận", "thị xã", "thành phố")
COMMUNE_KINDS = ("xã", "phường", "thị trấn", "đặc khu")
LISTED_FROM = {"district": date(2016, 1, 1), "commune": date(2025, 3, 1)}
"""The first day on which all districts, all communes of that day are in the table."""

_KINDS = {
    "huyện": r"huyen(?!\w)|h\.",
    "quận": r"quan(?!\w)|q\.|q(?=\d)",
    "thị xã": r"(?:thi xa|tx)(?!\w)",
    "thành phố": r"(?:thanh pho|tp)(?!\w)",
    "thị trấn": r"(?:thi tran|tt)(?!\w)",
    "xã": r"xa(?!\w)|x\.",
    "phường": r"phuong(?!\w)|p\.|p(?=\d)",
    "đặc khu": r"dac khu(?!\w)",
}
_KIND = re.compile("|".join(f"({forms})" for forms in _KINDS.values()))
_PROVINCE_KIND = re.compile(r"(?:(?P<tinh>tinh)|thanh pho|tp)(?!\w)[. ]*")


def locality(locality_id: str) -> Locality | None:
    """The district or commune with that id.

    >>> locality("quang-tri.cam-lo").full_name, locality("quang-tri")
    ('huyện Cam Lộ', None)
    """
    return row_of(locality_id)


def localities_in(parent_id: str, on: date, kinds: Collection[str] = ()) -> tuple[Locality, ...]:
    """What was directly in a province or a district on that day, of these `kinds` (of any, where none is given), by id.

    Empty for an unknown id, and for days before `LISTED_FROM`, on which some are not known.

    >>> from datetime import date
    >>> [place.name for place in localities_in("quang-tri", date(2024, 5, 1), ("thị xã", "thành phố"))]
    ['Đông Hà', 'Quảng Trị']
    >>> len(localities_in("quang-tri-2025", date(2025, 7, 1))), localities_in("quang-tri", date(2025, 7, 1))
    (78, ())
    """
    level = "commune" if "." in parent_id else "district"
    if on < LISTED_FROM[level]:
        return ()
    rows = (row for row in _rows(ids_in(parent_id)) if not kinds or row.kind in kinds)
    return tuple(row for row in rows if stands_on(row, on))


def localities_called(name: str, on: date | None = None, province: str | None = None) -> tuple[Locality, ...]:
    """The districts and communes that `name` may mean, by id: with its kind (`huyện Cam Lộ`, `TP. Đông Hà`) or without.

    Any spelling is read, as by `rulebook.spelling.key`; where `name` has its diacritics, those with the same diacritics
    win (`Tân Hưng`, `Tân Hùng`). With `on`, those of that day; with `province`, its id or name, those in it.

    >>> from datetime import date
    >>> [place.id for place in localities_called("TP Dong Ha")]
    ['quang-tri.dong-ha']
    >>> [place.id for place in localities_called("Cam Lộ", date(2025, 7, 1))]
    ['quang-tri-2025.cam-lo']
    """
    said = " ".join(normalise(name).split())
    found = {row.id: row for row in _called(said)}
    within = _ids_of_province(province) if province is not None else None
    rows = [
        row
        for _, row in sorted(found.items())
        if (on is None or stands_on(row, on)) and (within is None or province_of_locality(row.id) in within)
    ]
    same = [row for row in rows if said.casefold().endswith(row.name.casefold())]
    return tuple(rows if said.isascii() else same or rows)


def province_id(name: str, on: date) -> str | None:
    """The id of the province with that name, said with its kind or not, on that day.

    >>> from datetime import date
    >>> province_id("tỉnh Quảng Trị", date(2025, 6, 30)), province_id("Quảng Trị", date(2025, 7, 1))
    ('quang-tri', 'quang-tri-2025')
    >>> province_id("thành phố Quảng Trị", date(2025, 7, 1)) is None
    True
    """
    rows = [row for row in _provinces_called(name) if valid_on(row, on)]
    return rows[0].id if len(rows) == 1 else None


def heirs_of(locality_id: str, on: date) -> tuple[Locality, ...]:
    """What the area of a district or commune is on that day, by id: itself while it stands, and then what took over.

    For a district, that is what its communes became. Empty before its time, and where it is not known.

    >>> from datetime import date
    >>> [heir.name for heir in heirs_of("quang-tri.cam-lo", date(2025, 7, 1))]
    ['Cam Lộ', 'Hiếu Giang']
    """
    found: dict[str, Locality] = {}
    ahead, seen = [locality_id], {locality_id}
    while ahead:
        row = row_of(ahead.pop())
        if row is None:
            continue
        if stands_on(row, on):
            found[row.id] = row
        elif _ended_before(row, on):
            next_ones = [id_ for id_ in row.successors or ids_in(row.id) if id_ not in seen]
            seen.update(next_ones)
            ahead += next_ones
    return tuple(row for _, row in sorted(found.items()))


def province_of_locality(locality_id: str) -> str:
    """The id of the province that it is or was in.

    >>> province_of_locality("quang-tri.cam-lo.cam-chinh")
    'quang-tri'
    """
    return locality_id.partition(".")[0]


def stands_on(row: Locality, on: date) -> bool:
    """Whether the district or commune, and what it is in, stood on that day."""
    if not valid_on(row, on):
        return False
    above = row_of(row.parent)
    if above is not None:
        return stands_on(above, on)
    province = _provinces().get(row.parent)
    return province is not None and valid_on(province, on)


def _ended_before(row: Locality, on: date) -> bool:
    return bool(row.valid_to) and on.isoformat()[: len(row.valid_to or "")] > (row.valid_to or "")


def _rows(ids: Iterable[str]) -> Iterator[Locality]:
    return (row for id_ in ids if (row := row_of(id_)) is not None)


def _called(said: str) -> Iterator[Locality]:
    """Those with that whole name (`Xà Bang`), and those of the kind that it begins with."""
    yield from _rows(ids_with_slug(_slug(said)))
    if kind := _KIND.match(flatten(said)):
        wanted = tuple(_KINDS)[(kind.lastindex or 1) - 1]
        slug = _slug(said[kind.end() :])
        yield from (row for row in _rows(ids_with_slug(slug)) if row.kind == wanted)


def _slug(name: str) -> str:
    words = key(name)
    return words.lstrip("0") if words.isdigit() else words.replace(" ", "-")


@lru_cache(maxsize=1)
def _provinces() -> dict[str, Province]:
    return {row.id: row for row in provinces()}


def _provinces_called(name: str) -> list[Province]:
    said = " ".join(normalise(name).split())
    kind = _PROVINCE_KIND.match(flatten(said))
    found = dict(_provinces_by_key().get(key(said), {}))
    if kind:
        wanted = "tỉnh" if kind["tinh"] else "thành phố"
        alone = _provinces_by_key().get(key(said[kind.end() :]), {})
        found |= {id_: row for id_, row in alone.items() if row.kind == wanted}
    return list(found.values())


@lru_cache(maxsize=1)
def _provinces_by_key() -> dict[str, dict[str, Province]]:
    found: dict[str, dict[str, Province]] = {}
    for row in provinces():
        for name in (row.name, *row.variants):
            found.setdefault(key(name), {})[row.id] = row
    return found


def _ids_of_province(province: str) -> frozenset[str]:
    if province in _provinces():
        return frozenset({province})
    return frozenset(row.id for row in _provinces_called(province))
