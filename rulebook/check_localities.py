"""The checks of `localities.tsv`: what came after what, and what lies in what (`rulebook.check`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from rulebook.locality_table import Locality, slug_of
from rulebook.spelling import key
from rulebook.tables import Dated, Province, is_date, valid_on

_TABLE = Locality.TABLE
_DISTRICT_KINDS = ("huyện", "quận", "thị xã", "thành phố")
_DISTRICTS, _COMMUNES = "districts", "communes"
_COUNTS = (
    (date(2019, 12, 31), _DISTRICTS, 713),
    (date(2021, 1, 1), _DISTRICTS, 705),
    (date(2025, 6, 30), _DISTRICTS, 696),
    (date(2025, 6, 30), _COMMUNES, 10_035),
    (date(2025, 7, 1), _DISTRICTS, 0),
    (date(2025, 7, 1), _COMMUNES, 3_321),
)
"""How many there were, by the lists of the General Statistics Office of these years and by vietnamadminunits 1.0.4."""

Rows = Mapping[str, tuple[Any, ...]]
Found = Iterator[tuple[str, str]]


def rb028_localities_after(rows: Rows) -> Found:
    """A successor of a district or commune does not exist, or did not stand on the day after the other ended."""
    places = {row.id: row for row in rows.get(_TABLE, ())}
    for row in places.values():
        after = _day_after(row.valid_to)
        for name in row.successors:
            if name not in places or after is None or not valid_on(places[name], after):
                yield _TABLE, f"{row.id}: {name}"


def rb029_localities_today(rows: Rows) -> Found:
    """A district or commune that ended leads to none of those of today.

    By its successors, or a district by its communes; a row of `low` confidence says that this is open.
    """
    places = {row.id: row for row in rows.get(_TABLE, ())}
    inside: dict[str, list[str]] = {}
    for row in places.values():
        inside.setdefault(row.parent, []).append(row.id)
    for row in places.values():
        if row.confidence != "low" and not _leads_to_today(row, places, inside):
            yield _TABLE, row.id


def rb030_localities_within(rows: Rows) -> Found:
    """An id is not that of its name and of what it lies in, as long as it stood; or the numbers of a day are not right.

    713, 705 and 696 districts, 10,035 and 3,321 communes; not asked of a table that has fewer rows than that.
    """
    places = {row.id: row for row in rows.get(_TABLE, ())}
    above = {row.id: row for row in rows.get(Province.TABLE, ())} | places
    for row in places.values():
        if not _lies_within(row, above.get(row.parent)) or slug_of(row.id) != key(row.name).replace(" ", "-"):
            yield _TABLE, row.id
    for day, what, number in _COUNTS if len(places) > _COUNTS[0][2] else ():
        there = sum(
            valid_on(row, day)
            for row in places.values()
            if (row.kind in _DISTRICT_KINDS) == (what == _DISTRICTS)
        )
        if there != number:
            yield _TABLE, f"{day}: {there} {what}"


def _leads_to_today(start: Locality, places: Mapping[str, Locality], inside: Mapping[str, list[str]]) -> bool:
    ahead, seen = [start.id], {start.id}
    while ahead:
        row = places.get(ahead.pop())
        if row is not None and not row.valid_to:
            return True
        if row is not None:
            more = [name for name in row.successors or inside.get(row.id, ()) if name not in seen]
            seen.update(more)
            ahead += more
    return False


def _lies_within(row: Locality, above: Dated | None) -> bool:
    """A row without a beginning is there since its parent is."""
    if above is None:
        return False
    begun = not row.valid_from or (above.valid_from or "") <= row.valid_from
    return begun and (row.valid_to or "9999") <= (above.valid_to or "9999")


def _day_after(end: str | None) -> date | None:
    return date.fromisoformat(end) + timedelta(days=1) if end and len(end) == 10 and is_date(end) else None
