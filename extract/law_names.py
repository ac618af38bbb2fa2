"""The names of laws (tên luật): where a known one ends in a text, however it is written, and when two are one.

The names come from the rule data. Drafters write them with the commas left out (`Phòng chống tham nhũng`), in small
letters (`Luật tổ chức chính quyền địa phương`), and with what everybody shortens (`Luật Tổ chức HĐND và UBND`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from importlib.resources import files

from rulebook.spelling import key
from rulebook.tables import abbreviations
from rulebook.works import known_works

_KINDS = frozenset({"Luật", "Bộ luật", "Pháp lệnh"})
_FIRST_WORD = re.compile(r" (\w+)")


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    lines = files("rulebook").joinpath("data/laws.tsv").read_text("utf-8").splitlines()[1:]
    listed = {line.split("\t")[0] for line in lines}
    works = {work.title for work in known_works() if work.type in _KINDS}
    return frozenset(listed | {title for title in works if title and not title.startswith("sửa đổi")})


@lru_cache(maxsize=1)
def _shortened() -> tuple[tuple[str, str], ...]:
    """The phrases within names that drafters shorten, the longest first: in full, and short."""
    names = [name.lower() for name in _names()]
    used = {
        (row.full.lower(), row.short)
        for row in abbreviations()
        if len(row.short) > 2 and any(row.full.lower() in name for name in names)
    }
    return tuple(sorted(used, key=lambda pair: (-len(pair[0]), pair)))


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    """For each first word of a name, the names that begin so, the longest first."""
    by_first: dict[str, list[str]] = defaultdict(list)
    for name in sorted(_names(), key=lambda name: (-len(name), name)):
        for first in _first_words(name):
            by_first[first].append(_spelled(name))
    return {
        first: re.compile(rf" (?:{'|'.join(names)})(?!\w)", re.IGNORECASE)
        for first, names in by_first.items()
    }


def _first_words(name: str) -> set[str]:
    short = {abbreviation.lower() for full, abbreviation in _shortened() if name.lower().startswith(full)}
    return {re.split(r"\W", name)[0].lower()} | short


def _spelled(name: str) -> str:
    """A pattern for a name with its commas or without, its parts in full or shortened, blanks of any kind."""
    pattern = re.escape(name.lower()).replace(r"\ ", " ")
    for full, short in _shortened():
        pattern = pattern.replace(
            re.escape(full).replace(r"\ ", " "), f"(?:{full}|{short})".replace(" ", "\0")
        )
    return pattern.replace(",", ",?").replace("\0", " ").replace(" ", r"\s+")


def known_name_end(text: str, start: int, stop: int) -> int | None:
    """Where the known name of a law ends that follows the word `Luật` ending at `start`, `stop` at the latest; `None`
    where none follows.

    >>> text = "Luật Phòng chống tham nhũng được ban hành"
    >>> text[: known_name_end(text, 4, len(text))]
    'Luật Phòng chống tham nhũng'
    """
    word = _FIRST_WORD.match(text, start, stop)
    pattern = _patterns().get(word[1].lower()) if word else None
    found = pattern.match(text, start, stop) if pattern else None
    return found.end() if found else None


@lru_cache(maxsize=20_000)
def law_key(title: str) -> str:
    """What names of laws are compared by: the words in full, whatever their capitals and commas.

    >>> law_key("Tổ chức HĐND và UBND") == law_key("tổ chức Hội đồng nhân dân và Ủy ban nhân dân")
    True
    """
    words = title
    for full, short in _shortened():
        words = re.sub(rf"(?<!\w){re.escape(short)}(?!\w)", full, words)
    return key(words)
