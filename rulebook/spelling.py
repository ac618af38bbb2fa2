"""One spelling for one word: the normal form of Vietnamese text, and keys to compare it by.

Vietnamese text arrives in several encodings of the same word: composed or decomposed letters, two conventions
of where the tone mark stands (`hoà` and `hòa`), look-alikes of Đ, blanks that are no spaces, and marks that
nobody sees. Four functions bring it together, each coarser than the one before:

    normalise   one encoding and one tone placement       what the project stores and shows
    flatten     lower case, no diacritics, same length    searching in stored text without losing the offsets
    fold        flatten, and single spaces                comparing phrases
    key         fold, and words only                      comparing names: `Sở TN&MT` is `so tn mt`

Which steps keep the length: Đ, blanks and tone placement replace one character by one character. Composing
(NFC) and taking out invisible characters change it; `normalise_with_offsets` says where each one came from.
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import category, combining, is_normalized, normalize

_BLANKS = "\u00a0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u202f\u205f\u3000"
_LINE_ENDS = "\t\n\v\f\r\x85\u2028\u2029"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_INVISIBLE = frozenset(  # soft hyphen, joiners, marks of writing direction, BOM
    map(
        chr,
        (0xAD, 0x34F, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF),
    )
)
_CHARACTERS = {
    **dict.fromkeys(map(ord, _BLANKS), " "),
    **dict.fromkeys(map(ord, _INVISIBLE)),
    ord("Ð"): "Đ",
    ord("Ɖ"): "Đ",
    ord("ð"): "đ",
}

# Open oa, oe, uy with the tone on the second vowel: hoà, khoẻ, thuý; never quý, which has only one placement.
_LATE_TONE = re.compile(r"(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?![^\W\d_]|[\u0300-\u036f])", re.IGNORECASE)
# A slip of typing programs that no convention knows: hòan, khỏang, hùynh, qúy.
_EARLY_TONE = re.compile(
    r"[òóỏõọ](?:a(?=[cimnoptuy])|e(?=[not]))|(?<=q)[ùúủũụ][aâeêiơy](?!ê)|(?<!q)[ùúủũụ]y(?=[nptu])",
    re.IGNORECASE,
)
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_MOST_MARKS = 30
_TOWER = re.compile(
    rf"[^\w\s\x00-\x7f]{{{_MOST_MARKS + 1},}}"
)  # marks are no letters; sorting them takes the square
_SPACES = re.compile(r"\s+")
_NOT_WORD = re.compile(r"[\W_]+")


def normalise(text: str) -> str:
    """The normal form of `text`: NFC, one tone placement, Đ for Ð and Ɖ, plain spaces, nothing invisible.

    Tones are placed as the letterhead in Nghị định 30/2020/NĐ-CP, Phụ lục I prints them (`CỘNG HÒA`): on the
    first vowel of an open `oa`, `oe`, `uy`. Line breaks, tabs and case stay. Idempotent; linear in the text.

    >>> normalise("Uỷ ban nhân dân tỉnh Khánh Hoà, số 5/QÐ-UBND")
    'Ủy ban nhân dân tỉnh Khánh Hòa, số 5/QĐ-UBND'
    >>> normalise("UỶ BAN, Thuý, quý, hoàn thành")
    'ỦY BAN, Thúy, quý, hoàn thành'
    """
    return text if text.isascii() else place_tones(compose(text.translate(_CHARACTERS)))


def compose(text: str) -> str:
    """NFC, in the time of the text's length: of more than 30 marks on one letter (Unicode, UAX 15, section 13), which
    only hostile text has, the rest is left out.

    >>> compose("e\u0302\u0301"), len(compose("a" + "\u0323\u0301" * 100_000)) < 40
    ('ế', True)
    """
    return normalize("NFC", _TOWER.sub(_without_tower, text))


def _without_tower(run: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for character in run[0]:
        marks = marks + 1 if combining(character) else 0
        if marks <= _MOST_MARKS:
            kept.append(character)
    return "".join(kept)


def normalise_with_offsets(text: str) -> tuple[str, list[int]]:
    """`normalise(text)`, and for each of its characters the offset in `text` that it came from.

    The list has one entry more than the result has characters, the length of `text`: a slice `[a:b]` of the
    result comes from `text[offsets[a]:offsets[b]]`.

    >>> normalise_with_offsets("a\\u200bb")
    ('ab', [0, 2, 3])
    """
    normal, shown = normalise(text), text.translate(_CHARACTERS)
    visible = [place for place, character in enumerate(text) if character not in _INVISIBLE]
    if is_normalized("NFC", shown):
        return normal, [*visible, len(text)]
    offsets: list[int] = []
    for start, stop in _clusters(shown):
        length = len(normalize("NFC", shown[start:stop]))
        offsets += (visible[start:stop] + [visible[stop - 1]] * length)[:length]
    return normal, [*offsets, len(text)]


def place_tones(text: str) -> str:
    """Composed `text` with every tone mark where `normalise` puts it; the length stays.

    >>> place_tones("hoà khoẻ thuỷ; HOÀ; quỳ, hoàn, hòan, Qúy, thúy")
    'hòa khỏe thủy; HÒA; quỳ, hoàn, hoàn, Quý, thúy'
    """
    return _EARLY_TONE.sub(_to_second_vowel, _LATE_TONE.sub(_to_first_vowel, text))


def flatten(text: str) -> str:
    """`text` in lower case, no diacritics, đ as d, every dash as `-`, every blank or line break as a space.

    For composed text; keeps its length, so that an offset in the result is an offset in `text`. Letters that
    are not Latin stay.

    >>> flatten("Ủy ban – ĐẢNG\\tủy")
    'uy ban - dang uy'
    """
    return text.translate(_flat_letters())


def fold(text: str) -> str:
    """What phrases are compared by: `flatten` of the normal form, single spaces, none at the ends.

    The length is not kept; where offsets matter, use `flatten`.

    >>> fold("  Sở  Lao động –\\nTB&XH ")
    'so lao dong - tb&xh'
    """
    letters = "".join(letter for letter in normalize("NFD", normalise(text)) if not combining(letter))
    return _SPACES.sub(" ", flatten(letters).casefold()).strip()


def key(text: str) -> str:
    """What names are compared by: `fold`, and whatever is no letter or digit is one space.

    >>> key("Sở Lao động- Thương binh & Xã hội.")
    'so lao dong thuong binh xa hoi'
    """
    return _NOT_WORD.sub(" ", fold(text)).strip()


def _to_first_vowel(match: re.Match[str]) -> str:
    first, second = match[0][0], match[0][1]
    return normalize("NFC", first + _tone(second)) + _toneless(second)


def _to_second_vowel(match: re.Match[str]) -> str:
    first, second = match[0][0], match[0][1]
    return _toneless(first) + normalize("NFC", second + _tone(first))


def _tone(vowel: str) -> str:
    return next(mark for mark in normalize("NFD", vowel) if mark in _TONES)


def _toneless(vowel: str) -> str:
    return normalize("NFC", "".join(mark for mark in normalize("NFD", vowel) if mark not in _TONES))


def _clusters(text: str) -> list[tuple[int, int]]:
    """Where the pieces of `text` start and stop that composing joins with nothing around them."""
    starts = [place for place, letter in enumerate(text) if place == 0 or not _joins(letter)]
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def _joins(letter: str) -> bool:
    return not letter.isascii() and (category(letter)[0] == "M" or "\u1160" <= letter <= "\u11ff")


@lru_cache(maxsize=1)
def _flat_letters() -> dict[int, str]:
    table = dict.fromkeys(map(ord, _DASHES), "-") | dict.fromkeys(map(ord, _BLANKS + _LINE_ENDS), " ")
    for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)):
        plain = "".join(letter for letter in normalize("NFD", chr(code)) if not combining(letter)).lower()
        table.setdefault(code, plain if len(plain) == 1 else chr(code))
    return table | dict.fromkeys(map(ord, "đĐðÐƉ"), "d")
