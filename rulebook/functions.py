"""Which functions of state management (chức năng quản lý nhà nước) does a task name by its words?

A phrase of `functions.tsv` is found word by word, whatever stands between its words of commas, hyphens and `và`; at
each place the longest phrase counts and its words are used up, so that `kế hoạch hóa gia đình` is no work on families
and `vị trí việc làm` none on employment. Names of bodies are passed over: `Sở Lao động - Thương binh và Xã hội chủ trì`
says nothing of war invalids.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from rulebook.spelling import compose, place_tones
from rulebook.tables import agencies, government_fields, state_functions

_TOKEN = re.compile(r"[^\W_]+|(?P<stop>[.;:!?\n()]+(?=\s|$)|[;\n()])")
_BETWEEN = frozenset({"và"})
_OWN_NAME = ""  # what a name of a body, or a phrase of another meaning, stands for
_END = " "  # no token is a blank


@dataclass(frozen=True, slots=True)
class Named:
    """A function that a text names (`StateFunction.name`), and the `words` by which it does, as they are written."""

    function: str
    words: str


@lru_cache(maxsize=1000)
def functions_named(text: str) -> tuple[Named, ...]:
    """The functions that `text` names, each phrase once, in their order. Any text is fine; an empty one names none.

    >>> functions_named("Rà soát hộ nghèo, hộ cận nghèo năm 2020")
    (Named(function='giảm nghèo', words='hộ nghèo'), Named(function='giảm nghèo', words='cận nghèo'))
    >>> functions_named("Sở Lao động - Thương binh và Xã hội rà soát vị trí việc làm")
    ()
    """
    text = place_tones(compose(text))
    tokens = list(_tokens(text))
    found: dict[Named, None] = {}
    place = 0
    while place < len(tokens):
        end, functions = _longest(tokens, place)
        words = text[tokens[place][1] : tokens[max(end, place + 1) - 1][2]]
        found |= dict.fromkeys(Named(function, words) for function in functions if function != _OWN_NAME)
        place = max(end, place + 1)
    return tuple(found)


def _tokens(text: str) -> Iterator[tuple[str, int, int]]:
    """Words in small letters with their places; where a sentence ends, a token that is in no phrase."""
    for match in _TOKEN.finditer(text):
        word = "\n" if match["stop"] else match[0].casefold()
        if word not in _BETWEEN:
            yield word, match.start(), match.end()


def _longest(tokens: list[tuple[str, int, int]], place: int) -> tuple[int, tuple[str, ...]]:
    """Where the longest phrase from `place` on ends, and what it stands for; `(place, ())` where none begins."""
    node: dict[str, Any] = _phrases()
    best: tuple[int, tuple[str, ...]] = (place, ())
    for index in range(place, len(tokens)):
        if tokens[index][0] not in node:
            break
        node = node[tokens[index][0]]
        if _END in node:
            best = index + 1, node[_END]
    return best


@lru_cache(maxsize=1)
def _phrases() -> dict[str, Any]:
    """All phrases as a tree of words; at an end, the functions it stands for."""
    tree: dict[str, Any] = {}
    for row in state_functions():
        for phrase in row.words:
            _plant(tree, phrase, row.name)
        for phrase in row.except_in:
            _plant(tree, phrase, _OWN_NAME)
    for name in _names():
        _plant(tree, name, _OWN_NAME)
    return tree


def _plant(tree: dict[str, Any], phrase: str, meaning: str) -> None:
    for word in _words(phrase):
        tree = tree.setdefault(word, {})
    tree[_END] = tuple(dict.fromkeys((*tree.get(_END, ()), meaning)))


@lru_cache(maxsize=1)
def _names() -> tuple[str, ...]:
    """Names of bodies; and of departments without their head, as `ngành Thông tin và Truyền thông` or a list has them,
    unless they are nothing but words of a function (`Bưu chính, Viễn thông`)."""
    rows = (row for row in agencies() if row.kind != "collective")
    bodies = [name for row in rows for name in (row.name, *row.variants, *row.abbreviations)]
    headed = [f"{head} {field.name}" for field in government_fields() for head in field.heads]
    phrases = sorted((" ".join(_words(phrase)) for row in state_functions() for phrase in row.words), key=len)
    bare = [
        field.name
        for field in government_fields()
        if "Sở" in field.heads and _without(" ".join(_words(field.name)), phrases).strip()
    ]
    return tuple(name for name in (*bodies, *headed, *bare) if len(name.split()) > 1)


def _words(text: str) -> list[str]:
    return [word for word, _, _ in _tokens(text)]


def _without(name: str, phrases: list[str]) -> str:
    for phrase in reversed(phrases):
        name = name.replace(phrase, "")
    return name
