"""Which places the words of a document mean, said by a body at home somewhere (`các huyện` of a province, `tỉnh`).

`home` is the place of the issuer: an id, `COUNTRY` for a central body, `None` where it is not known.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Literal

from corpus.issuer import is_certain, place_of
from graph.area_words import AreaWords, read_areas
from graph.areas import (
    COUNTRY,
    DISTRICTS_END,
    SORTS,
    Level,
    areas_called,
    areas_in,
    is_listed,
    lies_in,
    sort_of,
    upwards,
)
from graph.body_parts import parts_of

Verdict = Literal["yes", "no", "unknown"]
_ORDER: tuple[Level, ...] = ("central", "province", "district", "commune")


@lru_cache(maxsize=20_000)
def home_of(issuer: str | None, on: date) -> str | None:
    """The place of a body, from its full name: `COUNTRY` for a central one, `None` where its name does not tell it.

    >>> from datetime import date
    >>> home_of("Hội đồng nhân dân huyện Cam Lộ", date(2024, 5, 1)), home_of("Bộ Y tế", date(2024, 5, 1))
    ('quang-tri.cam-lo', '')
    """
    if not issuer:
        return None
    found = areas_of_body(issuer, on)
    if not found and is_certain(issuer) and place_of(issuer) is None:
        return COUNTRY
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=20_000)
def areas_of_body(name: str, on: date) -> tuple[str, ...]:
    """The places that a full name may give its body; empty where it names none, or one that is not known.

    >>> from datetime import date
    >>> areas_of_body("Ủy ban nhân dân xã Tân Tiến, tỉnh Lạng Sơn", date(2025, 8, 1))
    ('lang-son.tan-tien~2025',)
    """
    words = read_areas(parts_of(name).tail)
    alone = len(words.named) == 1 and not words.sorts
    return areas_called(words.named[0], words.around, on) if alone else ()


def level_below(home: str, on: date) -> Level | None:
    """The level right under a place on that day: the communes are right under the province since the districts ended.

    >>> from datetime import date
    >>> level_below("lang-son", date(2024, 5, 1)), level_below("lang-son", date(2025, 7, 1))
    ('district', 'commune')
    """
    below: dict[Level, Level] = {"central": "province", "province": "district", "district": "commune"}
    under = below.get(sort_of(home).level)
    return "commune" if under == "district" and on > DISTRICTS_END else under


def areas_meant(words: AreaWords, home: str | None, on: date) -> tuple[str, ...]:
    """The places that are meant, by id; of places that are listed by name those that are known, else empty where not
    all are known.

    >>> from datetime import date
    >>> areas_meant(read_areas("các thị xã, thành phố"), "quang-tri", date(2024, 5, 1))
    ('quang-tri.dong-ha', 'quang-tri.quang-tri')
    """
    words = _settled(words, home, on)
    if words.narrowed:
        return ()
    named = [found[0] for name in words.named if len(found := _named(name, words, home, on)) == 1]
    if not words.sorts:
        return tuple(dict.fromkeys(named))
    if not words.every:
        own = _own(words, home)
        return (own,) if own else ()
    every = _every(words, home, on)
    return tuple(sorted({*every, *named})) if every else ()


def covers(words: AreaWords, home: str | None, area: str, on: date) -> Verdict:
    """Whether a place is one of those that are meant.

    >>> from datetime import date
    >>> said, day = read_areas("các huyện (trừ huyện Cồn Cỏ)"), date(2024, 5, 1)
    >>> [covers(said, "quang-tri", f"quang-tri.{name}", day) for name in ("cam-lo", "con-co", "dong-ha")]
    ['yes', 'no', 'no']
    """
    words = _settled(words, home, on)
    for name in words.named:
        found = _named(name, words, home, on)
        if area in found:
            return "yes" if len(found) == 1 and not words.narrowed else "unknown"
    if sort_of(area) not in words.sorts:
        return "no" if words.sorts or words.named else "unknown"
    return _covers_every(words, home, area, on) if words.every else _is_own(words, home, area)


def _settled(words: AreaWords, home: str | None, on: date) -> AreaWords:
    """`các địa phương` are the places right below the issuer."""
    level = level_below(home, on) if words.below and home is not None else None
    below = {sort for sort in SORTS if sort.level == level}
    return replace(words, sorts=words.sorts | below) if below else words


def _is_own(words: AreaWords, home: str | None, area: str) -> Verdict:
    """`Ủy ban nhân dân tỉnh` is that of the place of the issuer or of what it lies in."""
    own = _own(words, home)
    if own is not None and not words.around:
        return ("yes" if area == own else "no") if not words.narrowed else "unknown"
    return "no" if home is not None and not lies_in(area, home) else "unknown"


def _own(words: AreaWords, home: str | None) -> str | None:
    return next((area for area in upwards(home or "") if sort_of(area) in words.sorts), None)


def _covers_every(words: AreaWords, home: str | None, area: str, on: date) -> Verdict:
    outer = _outer(words, home, on)
    if outer is None or not _reaches(words, outer, sort_of(area).level):
        return "unknown"
    if not lies_in(area, outer):
        return "no"
    apart = [_named(name, words, home, on) for name in words.apart]
    if any(area in found for found in apart):
        return "no" if all(len(found) == 1 for found in apart if area in found) else "unknown"
    counted = words.count is None or words.count == len(_every(words, home, on))
    return "yes" if counted and all(apart) and not words.narrowed else "unknown"


def _every(words: AreaWords, home: str | None, on: date) -> tuple[str, ...]:
    """All places of these sorts in the place that is said, or else that of the issuer."""
    outer = _outer(words, home, on)
    levels: Iterable[Level] = sorted({sort.level for sort in words.sorts})
    if outer is None or not all(_reaches(words, outer, level) and is_listed(level, on) for level in levels):
        return ()
    each = [[area for area in areas_in(outer, level, on) if sort_of(area) in words.sorts] for level in levels]
    apart = [_named(name, words, home, on) for name in words.apart]
    found = [area for areas in each for area in areas if not any(area in one for one in apart)]
    whole = all(len(one) == 1 for one in apart) and words.count in (None, len(found))
    return tuple(sorted(found)) if whole else ()


def _outer(words: AreaWords, home: str | None, on: date) -> str | None:
    """Where they lie: in the place that is said around them, or in that of the issuer."""
    if not words.around:
        return home
    found = _near(areas_called(words.around[0], words.around[1:], on), home)
    return found[0] if len(found) == 1 else None


def _reaches(words: AreaWords, outer: str, level: Level) -> bool:
    """`các tỉnh` in a document of a province are others, nobody knows which; `cấp tỉnh` there is itself."""
    return words.by_level or _ORDER.index(level) > _ORDER.index(sort_of(outer).level)


def _named(name: str, words: AreaWords, home: str | None, on: date) -> tuple[str, ...]:
    around = words.around if not words.sorts else ()
    return _near(areas_called(name, around, on), home)


def _near(areas: tuple[str, ...], home: str | None) -> tuple[str, ...]:
    """Of places with one name, those nearest to the issuer: in its own place, in what that lies in, or anywhere."""
    around = (tuple(area for area in areas if lies_in(area, outer)) for outer in upwards(home or ""))
    return next((near for near in around if near), areas)
