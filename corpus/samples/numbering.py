"""Automatic numbering as Word does it: typed markers become list levels, checked against what Word would print."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
MARKERS = (r"[IVX]+\.", r"\d+\.", r"[a-d]\)", r"-", r"\+")


@dataclass(slots=True)
class Numbering:
    """Counts list levels (0 `I.`, 1 `1.`, 2 `a)`, 3 `-`, 4 `+`) as Word would print them.

    With `strict`, every marker has to be what Word would print; without, others stay typed, as people type them.
    """

    strict: bool = True
    counts: list[int] = field(default_factory=lambda: [0, 0, 0])

    def level_of(self, text: str) -> tuple[int, str] | None:
        """The level of a numbered paragraph and its text without the marker; `None` for a plain paragraph.

        Raises ValueError where the numbering is strict and the marker typed in the source is not the one that Word
        would print.

        >>> numbering = Numbering()
        >>> numbering.level_of("I. MỤC ĐÍCH")
        (0, 'MỤC ĐÍCH')
        >>> numbering.level_of("1. Mục đích")
        (1, 'Mục đích')
        """
        for level, marker in enumerate(MARKERS):
            if found := re.match(rf"({marker}) (.+)", text):
                if level < len(self.counts) and not self._counted(level, found[1]):
                    if self.strict:
                        raise ValueError(f"Word would number this paragraph otherwise: {text}")
                    return None
                return level, found[2]
        return None

    def _counted(self, level: int, marker: str) -> bool:
        """Whether that marker is the next one of its level; if so, it is counted."""
        count = self.counts[level] + 1
        if marker != (f"{_roman(count)}.", f"{count}.", f"{chr(ord('a') + count - 1)})")[level]:
            return False
        self.counts[level:] = [count] + [0] * (len(self.counts) - level - 1)
        return True


def _roman(count: int) -> str:
    return ROMAN[count - 1] if count <= len(ROMAN) else ""
