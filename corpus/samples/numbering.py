"""Automatic numbering as Word does it: typed markers become list levels, checked against what Word would print."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
MARKERS = (r"[IVX]+\.", r"\d+\.", r"[a-d]\)", r"-", r"\+")


@dataclass(slots=True)
class Numbering:
    """Counts list levels (0 `I.`, 1 `1.`, 2 `a)`, 3 `-`, 4 `+`) as Word would print them."""

    counts: list[int] = field(default_factory=lambda: [0, 0, 0])

    def level_of(self, text: str) -> tuple[int, str] | None:
        """The level of a numbered paragraph and its text without the marker; `None` for a plain paragraph.

        Raises ValueError where the marker typed in the source is not the one that Word would print.

        >>> numbering = Numbering()
        >>> numbering.level_of("I. MỤC ĐÍCH")
        (0, 'MỤC ĐÍCH')
        >>> numbering.level_of("1. Mục đích")
        (1, 'Mục đích')
        """
        for level, marker in enumerate(MARKERS):
            if found := re.match(rf"({marker}) (.+)", text):
                if level < len(self.counts) and found[1] != self._next(level):
                    raise ValueError(f"Word would number this paragraph otherwise: {text}")
                return level, found[2]
        return None

    def _next(self, level: int) -> str:
        self.counts[level] += 1
        self.counts[level + 1 :] = [0] * (len(self.counts) - level - 1)
        count = self.counts[level]
        return (f"{ROMAN[count - 1]}.", f"{count}.", f"{chr(ord('a') + count - 1)})")[level]
