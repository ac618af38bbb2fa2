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
    phrases = sorted({phrase for kind in kinds for phrase in cues(kind)}, key=lambda p: (-len(p), p))
    return r"(?:" + "|".join(_pattern(phrase, ignore_case) for phrase in phrases) + r")(?!\w)"


def _pattern(phrase: str, ignore_case: bool) -> str:
    spaced = re.escape(phrase).replace(r"\ ", r"\s+")
    return f"{spaced[0]}(?i:{spaced[1:]})" if ignore_case else spaced
