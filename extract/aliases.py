"""Names that a document gives to another for the rest of its text (bí danh): `(sau đây gọi tắt là Chương trình)`.

The name belongs to the document cited last before the bracket, in the same paragraph. It holds from there on, with a
capital and by itself, until it is given to another document. A name of bodies (`gọi chung là cấp xã`) is none of a
document, and a name with a number (`gọi tắt là Nghị quyết 80/NQ-CP`) is a citation.
"""

from __future__ import annotations

import re
from bisect import bisect_right
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


def alias_uses(text: str, given: Sequence[Alias]) -> Iterator[AliasUse]:
    """The places in which the names `given` are used, each for the document that had it last."""
    for name in dict.fromkeys(alias.name for alias in given):
        holders = [alias for alias in given if alias.name == name]
        begins = [alias.start for alias in holders]
        for used in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text[: len(text)]):
            holder = bisect_right(begins, used.start()) - 1
            own = used.end() < len(text) and text[used.end()] in ')”"' and holder + 1 < len(begins)
            if holder < 0 or (own and used.end() + 2 >= begins[holder + 1] > used.start()):
                continue
            if not _LONGER.match(text, used.end()) and not _PLURAL.search(
                text, max(0, used.start() - 9), used.start()
            ):
                yield AliasUse(used.start(), used.end(), holders[holder])
