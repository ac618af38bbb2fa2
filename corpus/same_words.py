"""Whether words of a document are those that somebody spoke of (cùng lời văn), in this copy or in another version.

What a person puts right is kept by its words, not by its place. A later version may move them, change a word or two, or
say them twice; a later parser may cut them a little otherwise. The steps, from the surest:

    the same words, once in the document                  they are meant
    the same words more than once (`Theo dõi, đôn đốc.`)  those under the same headings; in the same copy, which of them
    no such words, but one alike: nine letters in ten     these are meant, unless they stood beside the others then, or
    and four words in five the same                       come nearer to something that did

Everything else is not found: a correction is never laid over words that may be others. The same words are looked up,
not searched for, so that a document with a tick on each of its tasks costs what its length is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property, lru_cache
from typing import Any, Literal

from rulebook.spelling import normalise

_ALIKE = 88.0  # of 100, letters: one long word changed in a line
_WORDS_ALIKE = 0.8  # one Vietnamese word is often two syllables, and short tasks have ten
_NEIGHBOURS = 70.0  # from here on words are kept that stood beside those that are meant
_MOST_NEIGHBOURS = 20
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d+")
# By when something must be done: a whole day, or days, months, quarters and years after a word for a bound.
_BY_WHEN = re.compile(
    r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b"
    r"|\b(?:trước|trong|đến|hết|xong|nhất|hạn|vào|sau)\b"
    r"(?::?\s*(?:là|vào|trước|trong|đến|hết)?\s*"
    r"(?:(?:ngày|tháng|quý|quí|năm|tuần)\s+\d[\d/.-]*|\d{1,2}/\d{1,2}(?:/\d{4})?))+"
)

Numbers = Literal["any", "all", "but_by_when"]
"""Which numbers words must share to be alike: none; all; all but those that say by when."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand in a document: the id of the task or citation, the characters."""

    id: int
    document_id: int
    quote: str
    start: int
    end: int


class Among(tuple[Words, ...]):
    """All words of their kind in a document, to be looked up by what they say."""

    @cached_property
    def by_quote(self) -> dict[str, list[Words]]:
        """The words by themselves."""
        return _grouped((one.quote, one) for one in self)

    @cached_property
    def by_mark(self) -> dict[str, list[Words]]:
        """The words by their fingerprints."""
        return _grouped((fingerprint(one.quote), one) for one in self)


def _grouped(pairs: Iterable[tuple[str, Words]]) -> dict[str, list[Words]]:
    found: dict[str, list[Words]] = {}
    for key, one in pairs:
        found.setdefault(key, []).append(one)
    return found


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

    marks = _looked_up(among).by_mark
    said = fingerprint(words.quote)
    twins = marks[said]
    above = over(words)
    here = [one.id for one in twins if one.id == words.id or over(one) == above]
    others = [mark for mark in marks if mark != said]
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


def find(said: Meant, among: Sequence[Words], over: Over, *, same_copy: bool, numbers: Numbers) -> Found:
    """The words of a document that are meant, if they are certain.

    `same_copy` says that the document is the very copy that the person saw, `numbers` which numbers words alike must
    have, too: what was said of a day holds no longer where the document itself names another.
    """
    there = _looked_up(among)
    same = there.by_quote.get(said.quote, [])
    if len(same) == said.twins == 1:
        return Found(same[0])
    same = there.by_mark.get(said.fingerprint, [])
    if len(same) == said.twins == 1:
        return Found(same[0])
    if same:
        return _among_twins(said, same, over, same_copy=same_copy)
    alike = [one for one in _near(said, there) if _are_alike(said, one, numbers)]
    return Found(alike[0]) if len(alike) == 1 else Found(None, "several" if alike else "gone")


def _looked_up(among: Sequence[Words]) -> Among:
    return among if isinstance(among, Among) else Among(among)


def _near(said: Meant, there: Among) -> list[Words]:
    """The words whose letters are alike, in their order: one pass over the document, in C."""
    from rapidfuzz import fuzz, process

    marks = list(there.by_mark)
    near = process.extract(said.fingerprint, marks, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=None)
    return [one for mark, _, _ in sorted(near, key=lambda hit: hit[2]) for one in there.by_mark[mark]]


def _among_twins(said: Meant, same: Iterable[Words], over: Over, *, same_copy: bool) -> Found:
    here = [one for one in same if over(one) == said.over]
    if len(here) == said.of == 1 or (same_copy and len(here) == said.of):
        return Found(here[said.nth])
    return Found(None, "several")


def _are_alike(said: Meant, one: Words, numbers: Numbers) -> bool:
    from rapidfuzz import fuzz
    from rapidfuzz.distance import Indel

    mark = fingerprint(one.quote)
    score = fuzz.ratio(said.fingerprint, mark)
    if mark in said.near or _numbers(said.quote, numbers) != _numbers(one.quote, numbers):
        return False
    if Indel.normalized_similarity(said.fingerprint.split(), mark.split()) < _WORDS_ALIKE:
        return False
    return all(fuzz.ratio(other, mark) < score for other in said.near)


def _numbers(quote: str, asked: Numbers) -> list[str]:
    """The numbers that count: of two days that are put off, what is left is the same.

    >>> _numbers("Mở 2 lớp, xong trước ngày 15/5/2024", "but_by_when"), _numbers("Hỗ trợ đến 200 hộ", "but_by_when")
    (['2'], ['200'])
    """
    if asked == "any":
        return []
    said = normalise(quote).lower()
    return _NUMBER.findall(said if asked == "all" else _BY_WHEN.sub(" ", said))
