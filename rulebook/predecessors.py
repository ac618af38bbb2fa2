"""Which bodies came before a body (cơ quan tiền thân): the steps of `rulebook.succession`, walked backwards.

They are those that may have handed something on to it, at the places that became its place. Whether one really did,
and what, `succession` says for each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from rulebook.body_places import place_row, province_rows
from rulebook.localities import province_of_locality
from rulebook.tables import Province, provinces, reorganisations


@lru_cache(maxsize=1000)
def agencies_before(agency: str) -> frozenset[str]:
    """The agencies, by their ids, that handed something on to this one, directly or through others, and itself.

    >>> "province.so-tai-nguyen-va-moi-truong" in agencies_before("province.so-nong-nghiep-va-moi-truong")
    True
    """
    return _reached(agency, lambda one: _before().get(one, ()))


@lru_cache(maxsize=1000)
def provinces_before(place: str | None) -> frozenset[str]:
    """The provinces, by their ids, that a place was in or became, and that were merged or divided into it; of a
    district or commune those of its province. Empty where there is no place.

    >>> sorted(provinces_before("hung-yen-2025"))
    ['hai-hung', 'hung-yen', 'hung-yen-2025', 'thai-binh']
    """
    if not place or place_row(place) is None:
        return frozenset()
    row = place_row(place)
    province = row.id if isinstance(row, Province) else province_of_locality(place)
    return _reached(province, lambda one: _provinces_before().get(one, ()))


def _reached(start: str, before: Callable[[str], Iterable[str]]) -> frozenset[str]:
    found, ahead = {start}, [start]
    while ahead:
        new = [one for one in before(ahead.pop()) if one not in found]
        found.update(new)
        ahead += new
    return frozenset(found)


@lru_cache(maxsize=1)
def _before() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for step in reorganisations():
        for heir in step.after:
            found.setdefault(heir, set()).update(step.before)
    return found


@lru_cache(maxsize=1)
def _provinces_before() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for row in provinces():
        for heir in row.successors:
            found.setdefault(heir, set()).add(row.id)
    for heir, before in _before().items():
        if heir in province_rows():
            found.setdefault(heir, set()).update(before)
    return found
