"""Between a line as the source spells it and as the text has it (chính tả của bản gốc): which letters are which.

The text is the line of the source normalised (`rulebook.spelling`), with something left out: footnote marks, remains
of markup, blanks; dotted leaders are one `…` in it, and it has blanks that the source lost (`lost_blanks`). So the
letters of the one stand in the other in the same order.
"""

from __future__ import annotations

from rulebook.spelling import normalise_with_offsets

_FARTHEST = 200  # characters that may be left out in one place
_LEADERS = frozenset("._… ")


def aligned(text: str, printed: str) -> list[tuple[int, int]] | None:
    """For each character of `text` the start and end of what it stands for in `printed`; None where the two are not
    the same line.

    >>> aligned("Khánh Hòa", "Khánh Hoà")[-2:]
    [(7, 8), (8, 9)]
    >>> aligned("a b", "ab")
    [(0, 1), (1, 1), (1, 2)]
    >>> aligned("a b", "x y") is None
    True
    """
    normal, offsets = normalise_with_offsets(printed)
    found: list[tuple[int, int]] = []
    at = 0
    for k, letter in enumerate(text):
        if letter == " " and normal[at : at + 1] == text[k + 1 : k + 2]:  # a blank that the source lost
            found.append((offsets[at], offsets[at]))
            continue
        start = normal.find(letter, at, at + _FARTHEST)
        end = start + 1
        if letter == "…" and start != at:
            start, end = _leaders(normal, at)
        if start < 0:
            return None
        found.append((offsets[start], offsets[end]))
        at = end
    return found


def _leaders(text: str, at: int) -> tuple[int, int]:
    """The next run of dots from `at` on; -1 where there is none."""
    start = next((k for k in range(at, min(len(text), at + _FARTHEST)) if text[k] in "._…"), -1)
    end = start
    while 0 <= end < len(text) and text[end] in _LEADERS:
        end += 1
    return start, end - (0 < end <= len(text) and text[end - 1] == " ")
