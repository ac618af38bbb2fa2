"""The word before a number that says what kind of document it is (tên loại văn bản): `Quyết định số`, `NQ`, `VB`.

The word stands right before the number, with or without `số`, or parted from it by the issuer (`Quyết định của Thủ
tướng Chính phủ số 749/QĐ-TTg`). It is looked for backwards, word by word, so that finding it costs the same wherever
in a text the number stands.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

from extract.bodies import body_at
from rulebook.spelling import flatten
from rulebook.tables import document_types

# Words for a type that are neither its name nor its code in the table.
_LETTERS = {"văn bản": "Công văn", "công văn": "Công văn", "cv": "Công văn", "vb": "Công văn"}
_WINDOW = 60  # characters: the longest name of a type and `số` fit in
_OPENERS = "(“\"'‘*[-–+/_"  # may be glued to the first letter of the word
_OF = re.compile(r"\s?,?\s?của\s+")


class TypeBefore(NamedTuple):
    """A type before a number: the offset at which its word begins, its name, the issuer said in between."""

    start: int
    name: str
    issuer: str | None = None


@lru_cache(maxsize=1)
def type_names() -> dict[str, str]:
    """Document types by the word in the text, lower case (`nghị quyết`, `qđ`), to the type's name (`Nghị quyết`)."""
    state_first = sorted(document_types(), key=lambda row: (row.system != "state", row.name == "Quy định"))
    names: dict[str, str] = {}
    for row in state_first:
        for word in (row.name, *row.variants):
            names.setdefault(word.lower(), row.name)
    for row in state_first:
        for code in row.codes:
            names.setdefault(code.lower(), row.name)
    return names | _LETTERS


@lru_cache(maxsize=1)
def type_codes() -> frozenset[str]:
    """The codes that stand for a type inside a symbol (`QĐ`, `TTr`)."""
    return frozenset(code for row in document_types() for code in row.codes)


@lru_cache(maxsize=1)
def abbreviations() -> frozenset[str]:
    """The types as drafters shorten them before a number (`QĐ 1722`); a short word is one only in these capitals."""
    return type_codes() | {"CV", "VB"}


@lru_cache(maxsize=1)
def _by_last_word() -> dict[str, list[tuple[str, ...]]]:
    """The words of every type by the last of them, the longest first; `quyết` for `nghị quyết`, `qđ` for itself."""
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for name in sorted(type_names(), key=lambda name: -len(name)):
        found[name.split()[-1]].append(tuple(name.split()))
    return dict(found)


def type_before(text: str, start: int, floor: int = 0) -> TypeBefore | None:
    """The type that stands right before the number at `start`, not looked for before `floor`; `None` where none does.

    >>> type_before("theo Nghị quyết số 43/2022/QH15", 19)
    TypeBefore(start=5, name='Nghị quyết', issuer=None)
    >>> type_before("Quyết định của Thủ tướng Chính phủ số 749/QĐ-TTg", 38)
    TypeBefore(start=0, name='Quyết định', issuer='Thủ tướng Chính phủ')
    """
    window = text[max(floor, start - _WINDOW) : start]
    words, said_number = without_number_word(window.split())
    if not words:
        return None
    found = _type_at_end(text, start, words)
    if found or not said_number:
        return found
    return _misread(text, start, words) or _widened(text, start, words) or _before_issuer(text, start, floor)


def without_number_word(words: list[str]) -> tuple[list[str], bool]:
    """The words without `số` or a colon at their end, and whether `số` was there.

    >>> without_number_word(["Quyết", "định", "số:"])
    (['Quyết', 'định'], True)
    """
    words = words[:-1] if words and words[-1] == ":" else words
    last = words[-1].rstrip(":").lower() if words else ""
    if last in ("số", "sô", "số."):
        return words[:-1], True
    if last.endswith("số") and len(last) > 2:  # `Quyết địnhsố`
        return [*words[:-1], words[-1].rstrip(":")[:-2]], True
    return words, False


def _type_at_end(text: str, start: int, words: list[str]) -> TypeBefore | None:
    last = words[-1].rstrip(":,").lstrip(_OPENERS)
    for phrase in _by_last_word().get(last.lower(), ()):
        size = len(phrase)
        said = [word.strip(":,") for word in words[-size:]] if size > 1 else [last]
        said[0] = said[0].lstrip(_OPENERS)
        if tuple(map(str.lower, said)) != phrase or (size == 1 and not _is_abbreviation(said[0])):
            continue
        return TypeBefore(_begin(text, start, said), type_names()[" ".join(phrase)])
    return None


@lru_cache(maxsize=1)
def _misread_types() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Names of two words and more without their diacritics, where that leaves one."""
    found: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for name in type_names():
        if " " in name:
            found[tuple(flatten(name).split())].add(tuple(name.split()))
    return {plain: next(iter(names)) for plain, names in found.items() if len(names) == 1}


def _misread(text: str, start: int, words: list[str]) -> TypeBefore | None:
    """`Quyêt đinh số`: a name of which a scan has lost some diacritics, before the word `số`."""
    for size in (3, 2):
        said = [word.strip(":,") for word in words[-size:]]
        said[0] = said[0].lstrip(_OPENERS)
        phrase = _misread_types().get(tuple(flatten(word).replace("w", "u") for word in said))
        if phrase and len(said) == size:
            return TypeBefore(_begin(text, start, said), type_names()[" ".join(phrase)])
    return None


_MOST_NARROWING = 4  # words between a type and its number: `Báo cáo thẩm định số`


def _widened(text: str, start: int, words: list[str]) -> TypeBefore | None:
    """`Báo cáo thẩm định số`: words that narrow the type stand between it and `số`."""
    for size in range(1, min(_MOST_NARROWING, len(words) - 1) + 1):
        narrowing = words[-size:]
        if not all(word.isalpha() and word.islower() for word in narrowing):
            return None
        begin = _begin(text, start, narrowing)
        found = _type_at_end(text, begin, words[:-size])
        if found and text[found.start].isupper():
            return found
    return None


def _begin(text: str, start: int, said: list[str]) -> int:
    """Where the last words before `start` begin, which are `said`."""
    for word in reversed(said):
        start = text.rfind(word, 0, start)
    return start


def _is_abbreviation(word: str) -> bool:
    return word in abbreviations() or len(word) > 4 or word in ("Luật", "LUẬT", "Lệnh")


def _before_issuer(text: str, start: int, floor: int) -> TypeBefore | None:
    """`Quyết định của Thủ tướng Chính phủ số `: the issuer stands between the type and the number."""
    said = text.rfind("số", floor, start)
    said = text.rfind("Số", floor, start) if said < start - 8 else said
    stop = said
    while stop > floor and (text[stop - 1].isspace() or text[stop - 1] == ":"):
        stop -= 1
    if stop <= floor:
        return None
    for of in reversed(list(_OF.finditer(text, max(floor, stop - 110), stop))):
        if body_at(text, of.end()) != stop:
            continue
        words = text[max(floor, of.start() - _WINDOW) : of.start()].split()
        found = _type_at_end(text, of.start(), words) if words else None
        if found:
            return found._replace(issuer=text[of.end() : stop])
    return None
