"""Reading a field of government (ngành, lĩnh vực) in whatever way it is written.

`Lao động - Thương binh và Xã hội` is written `LĐ-TB&XH`, `LĐTBXH`, `Lao động- TB&XH`, `Lao động, Thương binh & Xã hội`.
No list of variants ends. What all have in common: each written token is either the next word of the name, or the
initials of the next words; `và`, `&`, commas and hyphens may stand or be missing. So a field is read by walking
along its name:

    Lao   động  -   Thương  binh   và   Xã   hội
    Lao   động  -   T       B      &    X    H
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rulebook.tables import Field, government_fields

_TOKEN = re.compile(r"[\s,&./\u2010-\u2015-]*([^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Reading:
    """A field that was read in a text, and the offset at which it ends."""

    field: Field
    end: int


def read_field(text: str, start: int, head: str) -> Reading | None:
    """The longest field that `text` names from `start` on and that goes with `head` (`Sở`, `Phòng`).

    Of two fields with the same initials the one written out wins, then the one that still exists, then the one
    with `và`. A field that has an abbreviation of its own (`NgV`) is not read from its initials.

    >>> found = read_field("Sở NN và PTNT tỉnh", 2, "Sở")
    >>> found and (found.field.name, found.end)
    ('Nông nghiệp và Phát triển nông thôn', 13)
    """
    best: tuple[int, bool, Reading] | None = None
    for field in _fields_of(head):
        end = _walk(field, text, start)
        if end is not None:
            written_out = _words(text[start:end]) == _words(field.name)
            if field.abbreviations and not written_out and text[start:end].strip() not in field.abbreviations:
                continue
            if best is None or (end, written_out) > best[:2]:
                best = end, written_out, Reading(field, end)
    return best[2] if best else None


@lru_cache(maxsize=32)
def _fields_of(head: str) -> tuple[Field, ...]:
    fields = [field for field in government_fields() if head in field.heads]
    return tuple(
        sorted(
            fields,
            key=lambda field: (field.valid_to is not None, field.confidence != "high", " - " in field.name),
        )
    )


def _walk(field: Field, text: str, place: int) -> int | None:
    """Where the name of `field` ends in `text`, `None` where it is another name or breaks off."""
    words = re.split(r"[\s,/-]+", field.name)
    done = 0
    while done < len(words):
        token = _TOKEN.match(text, place)
        if not token:
            return None
        if done == 0 and token[1] in field.abbreviations:
            return token.end()
        step = _step(words, done, token[1])
        if step is None:
            return None
        done, place = step, token.end()
    return place


def _step(words: list[str], done: int, token: str) -> int | None:
    """How many words are read once `token` is; `None` where it does not fit."""
    if token.casefold() == words[done].casefold():
        return done + 1
    if words[done] == "và":
        return _step(words, done + 1, token)
    if token.casefold() == "và" and done:
        return done
    for letter in token:
        done += done < len(words) and words[done] == "và" and not _is_initial(letter, words[done])
        if done == len(words) or not _is_initial(letter, words[done]):
            return None
        done += 1
    return done


def _is_initial(letter: str, word: str) -> bool:
    return letter.isupper() and (letter == word[0].upper() or (letter, word[0]) in (("D", "Đ"), ("D", "đ")))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+|-", text.casefold())
