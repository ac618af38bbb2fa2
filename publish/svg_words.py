"""Words in an SVG picture: how much room they take in the common sans-serif fonts, and where lines are broken."""

from __future__ import annotations

from unicodedata import combining, normalize

from publish.plain import shortened

# Widths in thousandths of the size of the letters, as in Helvetica and its like; a little is added, since the fonts
# of another machine may be wider.
_NARROW, _CAPITAL, _WIDE, _OTHER = 300, 720, 870, 560
_ROOM = 1.06


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """About how wide the text is, in pixels.

    >>> width_of("Quyết định", 12) < width_of("QUYẾT ĐỊNH", 12) < 100
    True
    """
    letters = (letter for letter in normalize("NFD", text) if not combining(letter))
    return sum(map(_width, letters)) / 1000 * size * _ROOM * (1.07 if bold else 1)


def broken(text: str, size: float, room: float, most: int, *, bold: bool = False) -> list[str]:
    """The text in at most `most` lines that fit into `room` pixels; what is too much is left out (`…`).

    >>> broken("Phê duyệt Chương trình mục tiêu quốc gia giảm nghèo", 12, 150, 2)
    ['Phê duyệt Chương trình', 'mục tiêu quốc gia giảm…']
    """
    lines: list[str] = []
    words = text.split()
    while words and len(lines) < most:
        taken = 1
        while taken < len(words) and width_of(" ".join(words[: taken + 1]), size, bold=bold) <= room:
            taken += 1
        line, words = " ".join(words[:taken]), words[taken:]
        lines.append(_fitting(line, size, room, bold=bold, more=bool(words) and len(lines) == most - 1))
    return lines


def _fitting(line: str, size: float, room: float, *, bold: bool, more: bool) -> str:
    """The line, cut where one word alone is too long or more follows that is not shown."""
    said = line + ("…" if more else "")
    length = len(line)
    while width_of(said, size, bold=bold) > room and length > 1:
        length -= 1
        said = shortened(line, length) if " " in line[:length] else line[: length - 1] + "…"
    return said


def _width(letter: str) -> int:
    if letter in "iljtfrI.,;:!'|()[]/- ":
        return _NARROW
    if letter in "mwMWƯ%@—…":
        return _WIDE
    return _CAPITAL if letter.isupper() else _OTHER
