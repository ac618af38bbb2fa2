"""Whether words of a document are those that somebody spoke of (cùng lời văn), in this copy or in another version.

What a person puts right is kept by its words, not by its place. A later version may move them, change a word or two, or
say them twice; a later parser may cut them a little otherwise. The steps, from the surest:

    the same words, once in the document                  they are meant
    the same words more than once (`Theo dõi, đôn đốc.`)  those under the same headings; in the same copy, which of them
    no such words, but one alike: nine letters in ten     these are meant, unless they stood beside the others then, or
    and four words in five the same                       come nearer to something that did

Everything else is not found: a correction is never laid over words that may be others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any, Literal

from rulebook.spelling import normalise

_ALIKE = 88.0  # of 100, letters: one long word changed in a line
_WORDS_ALIKE = 0.8  # one Vietnamese word is often two syllables, and short tasks have ten
_NEIGHBOURS = 70.0  # from here on words are kept that stood beside those that are meant
_MOST_NEIGHBOURS = 20
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand in a document: the id of the task or citation, the characters."""

    id: int
    document_id: int
    quote: str
    start: int
    end: int


Over = Callable[[Words], str]
"""What stands over words in their document: the fingerprints of the headings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """Words that somebody spoke of, with what tells them from others there: `twins` is how often they stood in the
    document, `over` what stood over them, `nth` which they were `of` those under the same headings, `near` the
    fingerprints of words nearly the same that stood beside them."""

    quote: str
    fingerprint: str
    twins: int = 1
    over: str = ""
    nth: int = 0
    of: int = 1
    near: tuple[str, ...] = ()

    def as_context(self) -> dict[str, Any]:
        """All but the words themselves, as a correction keeps it."""
        kept = asdict(self) | {"near": list(self.near)}
        return {name: value for name, value in kept.items() if name not in ("quote", "fingerprint")}


@dataclass(frozen=True, slots=True)
class Found:
    """The words that are meant, if they are certain; else why not: they are `gone`, `several` may be meant, or what
    stands around them has `changed`."""

    words: Words | None
    why: Literal["", "gone", "several", "changed"] = ""


@lru_cache(maxsize=20_000)
def fingerprint(quote: str) -> str:
    """What words are compared by: in small letters with their diacritics, one spelling, no signs.

    >>> fingerprint("Rà soát, lập danh sách hộ;"), fingerprint("Thuế") == fingerprint("Thuê")
    ('rà soát lập danh sách hộ', False)
    """
    return " ".join(_WORD.findall(normalise(quote).lower()))


def meant(words: Words, among: Sequence[Words], over: Over) -> Meant:
    """How words of a document are remembered, `among` all of their kind there."""
    from rapidfuzz import fuzz, process

    said = fingerprint(words.quote)
    twins = [one for one in among if fingerprint(one.quote) == said]
    above = over(words)
    here = [one.id for one in twins if one.id == words.id or over(one) == above]
    others = list(dict.fromkeys(mark for one in among if (mark := fingerprint(one.quote)) != said))
    near = process.extract(said, others, scorer=fuzz.ratio, score_cutoff=_NEIGHBOURS, limit=_MOST_NEIGHBOURS)
    return Meant(
        quote=words.quote,
        fingerprint=said,
        twins=len(twins),
        over=above,
        nth=here.index(words.id),
        of=len(here),
        near=tuple(mark for mark, _, _ in near),
    )


def find(said: Meant, among: Sequence[Words], over: Over, *, same_copy: bool, to_the_number: bool) -> Found:
    """The words of a document that are meant, if they are certain.

    `same_copy` says that the document is the very copy that the person saw, `to_the_number` that words alike must also
    have the same numbers: what was said of a day holds no longer where the document itself names another.
    """
    same = [one for one in among if one.quote == said.quote]
    if len(same) == said.twins == 1:
        return Found(same[0])
    same = [one for one in among if fingerprint(one.quote) == said.fingerprint]
    if len(same) == said.twins == 1:
        return Found(same[0])
    if same:
        return _among_twins(said, same, over, same_copy=same_copy)
    alike = [one for one in among if _are_alike(said, fingerprint(one.quote), to_the_number)]
    return Found(alike[0]) if len(alike) == 1 else Found(None, "several" if alike else "gone")


def _among_twins(said: Meant, same: Iterable[Words], over: Over, *, same_copy: bool) -> Found:
    here = [one for one in same if over(one) == said.over]
    if len(here) == said.of == 1 or (same_copy and len(here) == said.of):
        return Found(here[said.nth])
    return Found(None, "several")


def _are_alike(said: Meant, mark: str, to_the_number: bool) -> bool:
    from rapidfuzz import fuzz
    from rapidfuzz.distance import Indel

    score = fuzz.ratio(said.fingerprint, mark, score_cutoff=_ALIKE)
    if not score or mark in said.near:
        return False
    if to_the_number and _NUMBER.findall(mark) != _NUMBER.findall(said.fingerprint):
        return False
    if Indel.normalized_similarity(said.fingerprint.split(), mark.split()) < _WORDS_ALIKE:
        return False
    return all(fuzz.ratio(one, mark) < score for one in said.near)
