"""Which body of the rule data a name in a document means (cơ quan được nêu tên), at the place its words give it."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from rulebook.localities import localities_called, province_id
from rulebook.succession import Body, body_called

_OLD_MAPS = (date(2025, 6, 30), date(2008, 7, 31))  # the last days of 63 and of 64 provinces


def body_at(name: str, place: str | None, on: date) -> Body | None:
    """The body that a name means at a place (`tỉnh Thái Bình`, `xã Tiên La`, as documents write it), as it was on that
    day or, where the place is no more, on the last day of an older map; `None` where the rule data know none, or
    several.

    >>> body_at("Sở Tài chính", "tỉnh Thái Bình", date(2026, 1, 19)).name
    'Sở Tài chính tỉnh Thái Bình'
    """
    if place is None:
        return body_called(name, None, on)
    days = (on, *(day for day in _OLD_MAPS if day < on))
    for day in days:
        if (known := _place(place, day)) and (body := body_called(name, known, min(on, day))):
            return body
    return None


@lru_cache(maxsize=10_000)
def _place(place: str, day: date) -> str | None:
    province = province_id(place, day)
    if province:
        return province
    named = localities_called(place, day)
    return named[0].id if len(named) == 1 else None
