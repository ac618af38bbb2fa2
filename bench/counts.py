"""The counts that a figure is made of, and what a score keeps of a document."""

from __future__ import annotations

from dataclasses import dataclass, field

FIGURES = (
    "header",
    "citations",
    "citation date",
    "citation issuer",
    "deadlines found",
    "deadlines",
    "tasks found",
    "tasks",
    "task lead",
    "task support",
    "task due",
)


@dataclass(frozen=True, slots=True)
class Count:
    """How many facts are right, added, missed."""

    right: int = 0
    added: int = 0
    missed: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.right + other.right, self.added + other.added, self.missed + other.missed)

    @property
    def figure(self) -> float:
        """F1, from 0 to 1, to four places; 1 where there was nothing to find and nothing was found.

        >>> Count(right=3, added=1, missed=1).figure, Count().figure
        (0.75, 1.0)
        """
        facts = 2 * self.right + self.added + self.missed
        return round(2 * self.right / facts, 4) if facts else 1.0


@dataclass(frozen=True, slots=True)
class Score:
    """The counts of each figure, and a line for each fact that was missed, added or told otherwise."""

    counts: dict[str, Count] = field(default_factory=lambda: dict.fromkeys(FIGURES, Count()))
    misses: list[str] = field(default_factory=list)

    @property
    def figures(self) -> dict[str, float]:
        """The figures by name."""
        return {name: count.figure for name, count in self.counts.items()}

    def add(self, figure: str, count: Count) -> None:
        """Counts facts of a figure."""
        self.counts[figure] += count

    def differ(self, figure: str, fact: str, want: object, said: object) -> None:
        """Notes that a fact was told otherwise."""
        self.misses.append(f"{figure}: {fact}: wanted {want!r}, said {said!r}")
