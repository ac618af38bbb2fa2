"""Cue words (từ chỉ dẫn): words by which a reader tells an action, a duty, the purpose of a part of a plan.

They come from the drafting habit that Nghị định 30/2020/NĐ-CP, Phụ lục III fixes in its model forms, and stand in
`data/cues.tsv` by kind, each row with its source.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def _rows() -> dict[str, tuple[str, ...]]:
    lines = files("rulebook").joinpath("data/cues.tsv").read_text("utf-8").splitlines()[1:]
    found: dict[str, list[str]] = {}
    for kind, phrases, _source in (line.split("\t") for line in lines):
        found.setdefault(kind, []).extend(phrase.strip() for phrase in phrases.split(";"))
    return {kind: tuple(phrases) for kind, phrases in found.items()}


def cues(kind: str) -> tuple[str, ...]:
    """The phrases of one kind (`action`, `modal`, `work_part`, `body_whole` ...). Raises `KeyError` for an unknown one.

    >>> "chủ trì" in cues("action")
    True
    """
    return _rows()[kind]


def any_of(*kinds: str, ignore_case: bool = False) -> str:
    """A pattern that matches any phrase of the kinds as whole words, the longest first, blanks as any white space.

    With `ignore_case` only the first letter of a phrase must have the case that the rulebook gives it, as names of
    bodies are written (`Ủy ban Nhân dân`, `Ban chỉ đạo`).

    >>> bool(re.match(any_of("directive"), "đề nghị các Sở"))
    True
    >>> bool(re.match(any_of("body_open", ignore_case=True), "Ban chỉ đạo tỉnh"))
    True
    """
    words = {word for kind in kinds for phrase in cues(kind) for word in [" ".join(phrase.split())]}
    return one_of_words(words, ignore_case=ignore_case)


def first_words(*kinds: str) -> set[str]:
    """The first word of each phrase of the kinds, as the rulebook writes it.

    >>> "UBND" in first_words("body_whole"), "nhân" in first_words("body_whole")
    (True, False)
    """
    return {word[0] for kind in kinds for phrase in cues(kind) if (word := re.match(r"\w+", phrase))}


def beginning_with(words: set[str]) -> str:
    """A pattern of the words, whatever follows them.

    >>> re.match(beginning_with({"ngày", "nghỉ"}), "ngày mai")[0]
    'ngày'
    """
    return _one_of(words)


def one_of_words(words: set[str], *, ignore_case: bool = False) -> str:
    """A pattern that matches any of the words or phrases as whole words; `ignore_case` as in `any_of`.

    >>> re.match(one_of_words({"Sở", "Sở Y tế"}), "Sở Y tế tỉnh")[0]
    'Sở Y tế'
    """
    if not ignore_case:
        return rf"{_one_of(words)}(?!\w)"
    firsts = {word[0] for word in words}
    headed = (
        re.escape(first) + f"(?i:{_one_of({word[1:].lower() for word in words if word[0] == first})})"
        for first in sorted(firsts)
    )
    return rf"(?:{'|'.join(headed)})(?!\w)"


def _one_of(words: set[str]) -> str:
    """A pattern of the words, the longest first, written so that what they begin with in common is read once."""
    here = "" in words
    following: dict[str, set[str]] = {}
    for word in words - {""}:
        following.setdefault(word[0], set()).add(word[1:])
    branches = [
        (r"\s+" if letter == " " else re.escape(letter)) + (_one_of(rest) if rest != {""} else "")
        for letter, rest in sorted(following.items())
    ]
    if not branches:
        return ""
    single = len(branches) == 1 and not here
    return branches[0] if single else f"(?:{'|'.join(branches)})" + ("?" if here else "")
