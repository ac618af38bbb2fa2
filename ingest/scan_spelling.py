"""Words that recognition gave the wrong marks, mended by the words that stand beside them.

`ế`, `ề`, `ê` differ by a few pixels: Tesseract reads `tiền hành` for `tiến hành`, and both are syllables. Most words of
administrative prose have two syllables. A syllable that makes a word with neither of its neighbours, and of which one
other spelling, with other marks on one letter, makes one, was misread:

    tiền hành    no word          tiến hành    a word, and the only one that another mark makes       mended
    để nghị quyết    `đề nghị` would be one, but `nghị quyết` has taken its neighbour                 left alone
    công đoạn    a word of the language (`dictionary.py`), though `công đoàn` is one of offices       left alone
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from ingest.dictionary import pairs
from ingest.footnotes import SUPERSCRIPTS
from ingest.syllables import is_syllable
from rulebook.cues import cues
from rulebook.tables import agencies, document_types, government_fields

_WORD = re.compile(rf"[^\W\d_{SUPERSCRIPTS}]+")
_FAMILIES = (
    "aáàảãạăắằẳẵặâấầẩẫậ",
    "eéèẻẽẹêếềểễệ",
    "iíìỉĩị",
    "oóòỏõọôốồổỗộơớờởỡợ",
    "uúùủũụưứừửữự",
    "yýỳỷỹỵ",
    "dđ",
)
_FAMILY = {letter: family for family in _FAMILIES for letter in family}
_NO_LETTER = str.maketrans({"f": "t"})  # is none of Vietnamese; `t` is misread so


def respelled(lines: Sequence[str]) -> list[str]:
    """Lines that follow one another, with the words mended that were misread, also over the ends of lines.

    >>> respelled(["Đoàn tiền hành kiểm", "fra, tắất cả các Sở bồ sung chỉ tiết kinh phí"])
    ['Đoàn tiến hành kiểm', 'tra, tất cả các Sở bổ sung chi tiết kinh phí']
    >>> respelled(["để nghị quyết có hiệu lực; NỘI DỤNG", "bàn giao cho ông Tiền Hành"])
    ['để nghị quyết có hiệu lực; NỘI DUNG', 'bàn giao cho ông Tiền Hành']
    """
    if not lines:
        return []
    text = "\n".join(lines)
    places = list(_WORD.finditer(text))
    words = [place[0].lower() for place in places]
    beside = [not text[a.end() : b.start()].strip() for a, b in pairwise(places)] + [False]
    joined = [_is_word(words, beside, at) for at in range(len(words))]
    pieces: list[str] = []
    end = 0
    for at, place in enumerate(places):
        new = _mended(words, beside, joined, at) if _may_be_mended(text, place) else None
        if new:
            pieces += [text[end : place.start()], _in_case(new, place[0])]
            end = place.end()
    return "".join([*pieces, text[end:]]).split("\n")


def _may_be_mended(text: str, place: re.Match[str]) -> bool:
    """Names are left alone: a capital stands at the start of a sentence, or in a line of capitals."""
    word = place[0]
    if word.islower():
        return True
    if word.isupper():
        return len(word) > 1
    before = text[: place.start()].rstrip(" ")
    return word[1:].islower() and (not before or before[-1] in "\n.:-+);“")


def _is_word(words: Sequence[str], beside: Sequence[bool], at: int) -> bool:
    """Whether a syllable and the next one make a word, of offices or of the language."""
    pair = (words[at], words[at + 1]) if beside[at] else None
    return pair in _known() or pair in pairs()


def _mended(words: Sequence[str], beside: Sequence[bool], joined: Sequence[bool], at: int) -> str | None:
    """The one spelling of a syllable that makes a word with a neighbour which no other word has taken."""
    if joined[at] or (at and joined[at - 1]) or words[at] in _alone():
        return None
    before = words[at - 1] if at and beside[at - 1] and not (at > 1 and joined[at - 2]) else None
    after = words[at + 1] if beside[at] and not joined[at + 1] else None
    before, after = (word if word not in _alone() else None for word in (before, after))
    found = {
        spelling
        for spelling in _spellings(words[at])
        if (before and (before, spelling) in _known()) or (after and (spelling, after) in _known())
    }
    return next(iter(found)) if len(found) == 1 else None


@lru_cache(maxsize=1 << 14)
def _spellings(word: str) -> tuple[str, ...]:
    """The syllables that a word is with other marks on one letter; of what is no syllable, also with a letter less."""
    found: set[str] = set()
    if not is_syllable(word):
        found |= {word[:at] + word[at + 1 :] for at in range(len(word))} | {word.translate(_NO_LETTER)}
    for at, letter in enumerate(word):
        found |= {word[:at] + other + word[at + 1 :] for other in _FAMILY.get(letter, "")}
    return tuple(sorted(spelling for spelling in found if spelling != word and is_syllable(spelling)))


@lru_cache(maxsize=1)
def _known() -> frozenset[tuple[str, str]]:
    """The pairs of syllables that make words, or stand together in names of bodies and documents."""
    return frozenset(pair for name in _names() for pair in pairwise(name.lower().split()))


@lru_cache(maxsize=1)
def _alone() -> frozenset[str]:
    """Syllables that stand between any two words."""
    return frozenset(cues("word_alone"))


def _names() -> Iterator[str]:
    yield from cues("word")
    for rows in (agencies(), document_types(), government_fields()):
        yield from (row.name for row in rows)


def _in_case(word: str, like: str) -> str:
    if like.isupper():
        return word.upper()
    return word.capitalize() if like[0].isupper() else word
