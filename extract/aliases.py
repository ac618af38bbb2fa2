"""Names that a document gives to another for the rest of its text (bí danh): `(sau đây gọi tắt là Chương trình)`.

The name belongs to the document cited last before the bracket, in the same paragraph. It holds from there on, with a
capital and by itself, until it is given to another document. A name of bodies (`gọi chung là cấp xã`) is none of a
document, and a name with a number (`gọi tắt là Nghị quyết 80/NQ-CP`) is a citation.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extract.extraction import Citation
from extract.stretches import Stretches
from rulebook.cues import any_of

_GIVES = re.compile(
    r"gọi (?:tắt |chung )?là:?\s|viết tắt(?: là)?:?\s|gọi tắt:?\s",
)
_NAME = re.compile(rf"[\"“]?(?P<name>{any_of('alias_head')}(?:\s[^\s)\"”;,.(]+){{0,6}}?)[\"”]?\s?[);,.]")
_REACH = 600  # characters from the citation to the bracket that names it
# A word that makes it the name of something else (`Chương trình mục tiêu quốc gia`), where it follows the alias.
_LONGER = re.compile(rf"\s(?:[A-ZĐ0-9]|{any_of('alias_longer')})")
_PLURAL = re.compile(r"(?:[Cc]ác|[Nn]hững|[Mm]ột số|[Mm]ọi)\s$")


class Alias(NamedTuple):
    """A name given: the name, where it begins to hold, and the indices of the citations that it may stand for."""

    name: str
    start: int
    citations: tuple[int, ...]


def aliases(text: str, stretches: Stretches, citations: Sequence[Citation]) -> list[Alias]:
    """The names that `text` gives to documents, in order."""
    starts = [citation.start for citation in citations]
    found = []
    for given in _GIVES.finditer(text):
        name = _NAME.match(text, given.end())
        piece = stretches.around(given.start())
        if not name or not piece or any(letter.isdigit() for letter in name["name"]):
            continue
        last = bisect_right(starts, given.start()) - 1
        if last >= 0 and citations[last].start >= piece[0] and given.start() - citations[last].end < _REACH:
            meant = _row_of(text, citations, last) if "chung" in given[0] else (last,)
            found.append(Alias(name["name"], name.end(), meant))
    return found


def _row_of(text: str, citations: Sequence[Citation], last: int) -> tuple[int, ...]:
    """The citations of the sentence that ends with the one at `last`: `gọi chung` names all of them."""
    first = last
    while first > 0 and not re.search(r"[.\n]\s|\n", text[citations[first - 1].end : citations[first].start]):
        first -= 1
    return tuple(range(first, last + 1))


class AliasUse(NamedTuple):
    """A place in which a name given stands for its document."""

    start: int
    end: int
    alias: Alias


_MOST_NAMES = 100  # of one text; nobody remembers more


def alias_uses(text: str, given: Sequence[Alias]) -> Iterator[AliasUse]:
    """The places in which the names `given` are used, each for the document that had it last."""
    holders: dict[str, list[Alias]] = defaultdict(list)
    for alias in given:
        if alias.name in holders or len(holders) < _MOST_NAMES:
            holders[alias.name].append(alias)
    if not holders:
        return
    names = "|".join(re.escape(name) for name in sorted(holders, key=len, reverse=True))
    for used in re.compile(rf"(?<!\w)(?:{names})(?!\w)").finditer(text):
        holder = _holder(text, used, holders[used[0]])
        if holder and not _LONGER.match(text, used.end()) and not _is_plural(text, used.start()):
            yield AliasUse(used.start(), used.end(), holder)


def _holder(text: str, used: re.Match[str], given: Sequence[Alias]) -> Alias | None:
    """The document that has the name there; `None` before it is given, and in the bracket that gives it anew."""
    place = bisect_right([alias.start for alias in given], used.start()) - 1
    if place < 0:
        return None
    renamed = place + 1 < len(given) and used.start() < given[place + 1].start <= used.end() + 2
    return None if renamed and text[used.end() : used.end() + 1] in ')”"' else given[place]


def _is_plural(text: str, start: int) -> bool:
    return bool(_PLURAL.search(text, max(0, start - 9), start))
