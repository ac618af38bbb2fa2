"""Which province of today a place of any day is in (tỉnh, thành phố hiện nay)."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from rulebook.body_places import province_rows
from rulebook.localities import province_id
from rulebook.place_steps import move, next_move

_MAPS = (date(2026, 1, 1), date(2025, 6, 30), date(2008, 7, 31), date(2003, 12, 31))


@lru_cache(maxsize=5_000)
def province_today(place: str) -> str | None:
    """The id of the province of today that a province has become, told by its id or as documents write it; one that was
    divided stays what it was.

    >>> province_today("phu-yen"), province_today("tinh thai binh"), province_today("xa tien la")
    ('dak-lak-2025', 'hung-yen-2025', None)
    """
    found = place if place in province_rows() else None
    for day in _MAPS:
        found = found or province_id(place, day)
    if found is None:
        return None
    after = date(1900, 1, 1)
    while day_of_move := next_move(found, after):
        heirs = {arrival.place for arrival in move(found, day_of_move)}
        if len(heirs) != 1 or None in heirs:
            break
        found, after = next(iter(heirs)) or found, day_of_move
    return found
