"""Which agencies of a checklist somebody means who types a name the way one types: `So TC`, `sở tài chính`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rulebook.naming import full_name
from rulebook.spelling import key

# Below, two names are different names; rapidfuzz.fuzz.ratio of one wrong or missing letter in eight is about 90.
_NEAR = 85.0
_CLOSEST = 5


@dataclass(frozen=True, slots=True)
class Meant:
    """`names` that the query means, as the checklist writes them; `exact` says whether the query is their name.
    Without any, `closest` has the nearest names there are."""

    names: tuple[str, ...]
    exact: bool = False
    closest: tuple[str, ...] = ()


def meant(query: str, names: Sequence[str]) -> Meant:
    """The names that `query` means: the same name, abbreviated or without diacritics; else the names that contain
    it as whole words; else those that differ from it by a slip of typing.

    >>> meant("so tai chinh", ["Sở Y tế", "Sở Tài chính"])
    Meant(names=('Sở Tài chính',), exact=True, closest=())
    >>> meant("tài chính", ["Sở Tài chính", "Phòng Tài chính - Kế hoạch", "Sở Y tế"]).names
    ('Sở Tài chính', 'Phòng Tài chính - Kế hoạch')
    >>> meant("Sở Tài nguyên", ["Sở Y tế"])
    Meant(names=(), exact=False, closest=('Sở Y tế',))
    """
    # Abbreviations are typed in small letters too: `stc` is `STC`.
    asked = {key(name) for name in (query, full_name(query), full_name(query.upper()))} - {""}
    keys = {name: key(name) for name in names}
    same = tuple(name for name, at in keys.items() if at in asked)
    if same or not asked:
        return Meant(same, exact=bool(same))
    within = tuple(name for name, at in keys.items() if any(f" {words} " in f" {at} " for words in asked))
    return Meant(within) if within else _alike(asked, keys)


def _alike(asked: set[str], keys: dict[str, str]) -> Meant:
    from rapidfuzz.fuzz import ratio

    scores = {name: max(ratio(words, at) for words in asked) for name, at in keys.items()}
    near = sorted(scores, key=lambda name: -scores[name])
    found = tuple(name for name in near if scores[name] >= max(_NEAR, scores[near[0]] - 3))
    return Meant(found, closest=() if found else tuple(near[:_CLOSEST]))
