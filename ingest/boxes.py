"""Rectangles on pages, and what the map back asks of them: around words, a part of a word, askew as a line is."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal, overload

Point = tuple[float, float]
"""Across and down, in points from the top left corner of a page."""

Corners = tuple[Point, Point, Point, Point]

Way = Literal["right", "down", "left", "up"]
"""Where a line runs to on its page; not to the right where the page is shown turned."""

_WAYS: tuple[Way, ...] = ("right", "down", "left", "up")  # by quarter turns clockwise
_NARROW = frozenset(".,;:!'’|()[]/-–ijltfrI")
_SPECK = 0.2  # of the height of a line
_EDGES = 4
_BYTES = _EDGES * array("i").itemsize


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page (hộp trên trang), in points (1/72 inch) from the top left corner of the page."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Boxes(Sequence[Box]):
    """Boxes in few bytes, for a long document has a million words; edges are kept to a tenth of a point.

    >>> Boxes.of([Box(1.0, 2.0, 3.5, 4.0)])[0]
    Box(left=1.0, top=2.0, right=3.5, bottom=4.0)
    """

    packed: bytes = b""

    @classmethod
    def of(cls, boxes: Iterable[Box]) -> Boxes:
        """The boxes, packed."""
        edges = [edge for box in boxes for edge in (box.left, box.top, box.right, box.bottom)]
        return cls(array("i", [round(10 * edge) for edge in edges]).tobytes())

    def __len__(self) -> int:
        return len(self.packed) // _BYTES

    @overload
    def __getitem__(self, index: int) -> Box: ...
    @overload
    def __getitem__(self, index: slice) -> Boxes: ...
    def __getitem__(self, index: int | slice) -> Box | Boxes:
        if isinstance(index, slice):
            return Boxes.of([self[at] for at in range(*index.indices(len(self)))])
        at = range(len(self))[index] * _BYTES
        left, top, right, bottom = memoryview(self.packed)[at : at + _BYTES].cast("i")
        return Box(left / 10, top / 10, right / 10, bottom / 10)


def around(boxes: Sequence[Box]) -> Box:
    """The smallest box around boxes."""
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def way_of(words: Sequence[Box]) -> Way:
    """Where a line of these words runs to; to the right where one word does not tell."""
    first, last = words[0], words[-1]
    across = last.left + last.right - first.left - first.right
    down = last.top + last.bottom - first.top - first.bottom
    if abs(across) >= abs(down):
        return "right" if across >= 0 else "left"
    return "down" if down > 0 else "up"


def part_of(box: Box, letters: tuple[str, str, str], way: Way) -> Box:
    """About the part of the box of a word in which some of its letters stand; `letters` are those before them, they
    themselves, and those after them.

    >>> part_of(Box(0, 0, 50, 10), ("(", "xã", ""), "right")
    Box(left=10.0, top=0, right=50.0, bottom=10)
    """
    before, inside, after = map(_width, letters)
    whole = before + inside + after
    first, last = before / whole, (before + inside) / whole
    if way in ("left", "up"):
        first, last = 1 - last, 1 - first
    if way in ("right", "left"):
        wide = box.right - box.left
        return Box(box.left + first * wide, box.top, box.left + last * wide, box.bottom)
    high = box.bottom - box.top
    return Box(box.left, box.top + first * high, box.right, box.top + last * high)


def corners_of(words: Sequence[Box], slant: float) -> Corners:
    """The corners of the rectangle around words of a line that falls by `slant` degrees (clockwise), askew as the line
    is: top left, top right, bottom right, bottom left as the line is read when it lies level."""
    parts = [_level(box, slant) for box in words]
    way, box = way_of(parts), around(parts)
    # A speck or a stroke of a signature that recognition took for part of a word does not widen the line.
    if way in ("right", "left"):
        top, bottom = median(part.top for part in parts), median(part.bottom for part in parts)
        speck = _SPECK * (bottom - top)
        box = Box(box.left, max(box.top, top - speck), box.right, min(box.bottom, bottom + speck))
    else:
        left, right = median(part.left for part in parts), median(part.right for part in parts)
        speck = _SPECK * (right - left)
        box = Box(max(box.left, left - speck), box.top, min(box.right, right + speck), box.bottom)
    shown = [(box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom)]
    turns = _WAYS.index(way)
    first, second, third, fourth = (_turned(corner, slant) for corner in (*shown[turns:], *shown[:turns]))
    return first, second, third, fourth


def _width(letters: str) -> float:
    """About how wide letters are, in those of most letters."""
    return sum(0.5 if letter in _NARROW else 1.4 if letter.isupper() else 1.0 for letter in letters)


def _level(box: Box, slant: float) -> Box:
    """The rectangle that `box` is around, once it is turned level about the corner of the page."""
    x, y = _turned(((box.left + box.right) / 2, (box.top + box.bottom) / 2), -slant)
    cos, sin = math.cos(math.radians(slant)), abs(math.sin(math.radians(slant)))
    across, down = box.right - box.left, box.bottom - box.top
    wide = max(0.0, across * cos - down * sin) / (cos * cos - sin * sin) / 2
    high = max(0.0, down * cos - across * sin) / (cos * cos - sin * sin) / 2
    return Box(x - wide, y - high, x + wide, y + high)


def _turned(point: Point, degrees: float) -> Point:
    """A point turned clockwise about the corner of the page."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return point[0] * cos - point[1] * sin, point[0] * sin + point[1] * cos
