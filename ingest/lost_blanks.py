"""Words that a copy has run together, parted again (dấu cách bị mất).

A text that was copied from a page loses the blank at the end of a printed line, and the two words there become one:

    kếhoạch, cácsở, kèm theoQuyết định, sở, ban,ngành, ngày30/5/2014

A syllable of Vietnamese has one group of vowels: a word that is no syllable, and falls into two syllables of office
language in one way only, was two. Where a text has lost its blanks in several places it has lost them throughout, and
what would be doubted alone is mended too. Names of other languages (`Pleiku`, `Êđê`) are no such words. Lines that come
with a place for each word are left alone: a PDF and a scan tell their blanks by these.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from ingest.dictionary import pairs
from ingest.lines import Line, Part
from ingest.syllables import LETTERS, is_syllable
from ingest.vocabulary import office_words

_WORD = re.compile(
    r"(?<![\w@./])(?<![\dA-ZĐ]-)[^\W\d_]{4,}(?![\w@/-]|\.\w)"
)  # no part of an address or a number
_LONGEST = 14  # letters of two syllables
_SEVERAL = 4
_IN_NAMES = frozenset("aeiouy")  # begin names of places: Avương, Yông
_SMALL = "".join(sorted(filter(str.islower, LETTERS)))
_LOST = re.compile(  # where a blank may be lost beside what is no syllable
    r"(?<=\w\w[,;:])(?=[^\W\d_]{2})"  # ban,ngành
    rf"|(?<=[{_SMALL}]{{2}})(?=\d{{1,4}}[/-])"  # Quyết định số90/QĐ-TTg, ngày30/5
    r"|(?<=\b[Nn]gày)(?=\d)|(?<=\b[Tt]háng)(?=\d)|(?<=\b[Nn]ăm)(?=\d)|(?<=\b[Ss]ố)(?=\d)|(?<=\b[Đđ]iều)(?=\d)"
    r"|(?:(?<=\d)|(?<=[A-ZĐ]{2})|(?<=TTg))"
    r"(?=(?:của|và|đến|được|về|tại|trên|ngày|năm|các|cấp|tỉnh|huyện|xã|phường|thành)\b)"  # UBNDtỉnh
    rf"|(?:(?<=\bSở)|(?<=\bvà)|(?<=[{_SMALL}]{{2}}))(?=[A-ZĐ][A-ZĐ&])(?!ID\b|GAP)"  # SởTT&TT, VssID
)


def with_blanks(parts: Sequence[Part]) -> Sequence[Part]:
    """The lines and tables of a source with their lost blanks; the same ones where none is lost. Linear in the text.

    >>> [line.text for line in with_blanks([Line("Ban hành kèm theoQuyết định"), Line("toàn tỉnh.Các sở báo cáo")])]
    ['Ban hành kèm theo Quyết định', 'toàn tỉnh. Các sở báo cáo']
    """
    parts = _parted_sentences(parts)
    found = [word for line in _lines(parts) for word in _WORD.findall(line.text) if not _is_whole(word)]
    sure = {word: at for word in set(found) if (at := sure_cut(word))}
    if not sure:
        return parts
    throughout = sum(word in sure for word in found) >= _SEVERAL
    cuts = {word: at for word in set(found) if (at := only_cut(word))} | sure if throughout else sure
    return [_mended(part, cuts, throughout=throughout) for part in parts]


# `khu vực.Nhận được`: a sentence that ends in a word, and the next right behind it; `ThS.Nguyễn` and `v.v.` are none.
_GLUED = re.compile(
    rf"(?P<last>(?<![\w@./-])[^\W\d_]*[{_SMALL}]{{2}})\.(?=(?P<next>[^\W\d_{_SMALL}][{_SMALL}]{{1,6}})[ ,])"
)


def _parted_sentences(parts: Sequence[Part]) -> Sequence[Part]:
    """The parts, with the blank that is lost between two sentences; the same where none is."""
    if not any(_GLUED.search(line.text) for line in _lines(parts)):
        return parts
    return [_each_line(part, _parted_sentence) for part in parts]


def _parted_sentence(line: Line) -> Line:
    return _with_text(line, _GLUED.sub(_blank_behind, line.text))


def _blank_behind(found: re.Match[str]) -> str:
    words = is_syllable(found["last"].lower()) and is_syllable(found["next"].lower())
    return f"{found[0]} " if words else found[0]


def sure_cut(word: str) -> int | None:
    """Where a word falls into two syllables of office language, or that make a word, if in one way only.

    >>> [sure_cut(word) for word in ("kếhoạch", "sởnông", "theoQuyết", "thanhtra", "hoạch", "video", "Êđê")]
    [2, 2, 4, 5, None, None, None]
    """
    known = [
        at for at in _cuts(word) if _is_known(word[:at].lower(), word[at:].lower(), plain=word.isascii())
    ]
    return known[0] if len(known) == 1 else None


def only_cut(word: str) -> int | None:
    """Where a word in small letters, some of them of Vietnamese, falls into two syllables, if in one way only; of any
    word, where a capital begins the second.

    >>> [only_cut(word) for word in ("nguýtdài", "tỉnhVĩnh", "Êđê", "sảnhàng", "combo")]
    [5, 4, None, None, None]
    """
    told = not _is_one_case(word) or (word.islower() and not word.isascii())
    cuts = _cuts(word) if told else []
    return cuts[0] if len(cuts) == 1 else None


def _is_known(first: str, second: str, *, plain: bool) -> bool:
    """Of letters without marks, which other languages have too, only a word of the language is known."""
    both_of_offices = first in office_words() and second in office_words()
    return first not in _IN_NAMES and ((first, second) in pairs() or (both_of_offices and not plain))


def _cuts(word: str) -> list[int]:
    """Where a word that is no syllable falls into two; where a capital begins the second, nowhere else."""
    if len(word) > _LONGEST:
        return []
    places: Iterable[int] = range(1, len(word))
    if not _is_one_case(word):
        places = [at for at in places if word[at - 1].islower() and word[at].isupper()]
    return [at for at in places if is_syllable(word[:at]) and is_syllable(word[at:])]


@lru_cache(maxsize=1 << 14)
def _is_whole(word: str) -> bool:
    return is_syllable(word) and _is_one_case(word)


def _is_one_case(word: str) -> bool:
    return word.islower() or word.isupper() or word.istitle()


def _lines(parts: Iterable[Part]) -> Iterator[Line]:
    for part in parts:
        if isinstance(part, Line):
            yield from () if part.words else (part,)
        else:
            yield from _lines(line for cell in part.cells for line in cell.lines)


def _mended(part: Part, cuts: dict[str, int], *, throughout: bool) -> Part:
    return _each_line(part, lambda line: _mended_line(line, cuts, throughout=throughout))


def _each_line(part: Part, mend: Callable[[Line], Line]) -> Part:
    if isinstance(part, Line):
        return mend(part)
    cells = (replace(cell, lines=tuple(mend(line) for line in cell.lines)) for cell in part.cells)
    return replace(part, cells=tuple(cells))


def _mended_line(line: Line, cuts: dict[str, int], *, throughout: bool) -> Line:
    if line.words:
        return line
    text = _WORD.sub(lambda found: _parted(found[0], cuts), line.text)
    if throughout:
        text = _LOST.sub(" ", text)
    return _with_text(line, text)


def _with_text(line: Line, text: str) -> Line:
    """The line with its text mended, as far as it has no place for each word."""
    if text == line.text or line.words:
        return line
    numbers = tuple(
        number
        for number, word in zip(line.numbers, _groups(line.text, text), strict=False)
        for _ in range(word)
    )
    return replace(line, text=text, numbers=numbers, printed=line.printed or line.text)


def _parted(word: str, cuts: dict[str, int]) -> str:
    at = cuts.get(word)
    return f"{word[:at]} {word[at:]}" if at else word


def _groups(before: str, after: str) -> list[int]:
    """For each word of a line how many it is now."""
    counts: list[int] = []
    words = iter(after.split())
    for word in before.split():
        length = count = 0
        while length < len(word):
            length += len(next(words))
            count += 1
        counts.append(count)
    return counts
