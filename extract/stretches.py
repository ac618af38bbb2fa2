"""The pieces of a text in which facts are looked for (blocks, cells of tables), and which of them holds a place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable


class Stretches:
    """Pieces of a text by offsets, in reading order; none overlaps another.

    >>> pieces = Stretches([(0, 10), (20, 30)])
    >>> pieces.around(22), pieces.around(15)
    ((20, 30), None)
    """

    __slots__ = ("_starts", "pieces")

    def __init__(self, pieces: Iterable[tuple[int, int]]) -> None:
        self.pieces = sorted(pieces)
        self._starts = [start for start, _ in self.pieces]

    def around(self, place: int) -> tuple[int, int] | None:
        """The piece that holds the character at `place`, `None` where none does."""
        number = bisect_right(self._starts, place) - 1
        if number < 0:
            return None
        piece = self.pieces[number]
        return piece if place < piece[1] else None

    def number_of(self, place: int) -> int:
        """Which piece, counted from 0, begins last before or at `place`; -1 where none does."""
        return bisect_right(self._starts, place) - 1
