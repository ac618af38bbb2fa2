"""Mentions of bodies (cơ quan) in a document: every name, with its full form, kind, level and place."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from extract.bodies import bodies
from extract.body_kinds import Kind, kind_of
from extract.body_levels import level_of
from extract.body_places import place_of_body
from extract.extraction import Agency, Citation
from extract.merged_places import setting_of
from extract.names import body_name
from extract.setting import Setting
from rulebook.naming import full_name

_COLLECTIVE = re.compile(r"(?:tất cả |)(?:các|những|một số|mọi|từng|mỗi|toàn thể)\s", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\((?!bà\))[^()]*\)")
_YEAR = re.compile(r"/((?:19|20)\d\d)/")
_SURE = {"rulebook": 0.95, "grammar": 0.8, "slip": 0.6}
_UNSURE = 0.5  # nothing tells what kind of body it is
_NOWHERE = Setting(None, None, None, None)


class _Told(NamedTuple):
    said: str
    collective: bool
    name: str
    kind: Kind
    level: str | None
    place: str | None


def find_agencies(
    text: str,
    stretches: list[tuple[int, int]],
    citations: tuple[Citation, ...] = (),
    setting: Setting = _NOWHERE,
) -> tuple[Agency, ...]:
    """Every mention of a body in the stretches of `text` (offsets), in reading order; `setting` is the document that
    names it, `citations` are those found in it, in order.

    >>> [(a.name, a.kind, a.level) for a in find_agencies("giao Sở TN&MT tổng hợp", [(0, 22)])]
    [('Sở Tài nguyên và Môi trường', 'department', 'province')]
    """
    starts = [citation.start for citation in citations]
    found = []
    for start, end in stretches:
        piece = text[start:end]
        for a, b in bodies(piece):
            here = bisect_right(starts, start + a) - 1
            cited = citations[here] if here >= 0 and citations[here].end > start + a else None
            told = _told(piece[a:b], setting_of(setting, _date(cited)) if cited else setting)
            found.append(_agency(told, start + a, start + b))
    return tuple(found)


def _date(cited: Citation) -> str | None:
    """The day of a cited document, or the year in its number."""
    year = _YEAR.search(cited.symbol or "")
    return cited.date or (year[1] if year else None)


def _agency(told: _Told, start: int, end: int) -> Agency:
    return Agency(
        quote=told.said,
        start=start,
        end=end,
        name=told.name,
        kind=told.kind.kind,
        level=told.level,
        place=told.place,
        collective=told.collective,
        members=told.kind.members,
        meant=told.kind.meant,
        rule=told.kind.rule,
        confidence=_SURE[told.kind.rule] if told.kind.kind else _UNSURE,
    )


@lru_cache(maxsize=20_000)
def _told(quote: str, setting: Setting) -> _Told:
    """What the words tell that name a body, once for each document that has them."""
    said = " ".join(quote.split())
    name = body_name(said)
    full = full_name(_BRACKET.sub("", said).strip(" ,;.:"))
    kind = kind_of(name, setting.day)
    level = level_of(full, kind, setting)
    place = place_of_body(full, kind, level, setting)
    return _Told(said, bool(_COLLECTIVE.match(quote)), name, kind, level, place)
