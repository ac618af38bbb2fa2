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
    """The phrases of one kind: `action`, `modal`, `directive`, `adverb_open`, `work_part`, `goal_part`,
    `scope_part`, `report_part`. Raises `KeyError` for an unknown kind.

    >>> "chủ trì" in cues("action")
    True
    """
    return _rows()[kind]


def any_of(*kinds: str) -> str:
    """A pattern that matches any phrase of the kinds as whole words, the longest first, blanks as any white space.

    >>> bool(re.match(any_of("directive"), "đề nghị các Sở"))
    True
    """
    phrases = sorted({phrase for kind in kinds for phrase in cues(kind)}, key=lambda p: (-len(p), p))
    return r"(?:" + "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases) + r")(?!\w)"
