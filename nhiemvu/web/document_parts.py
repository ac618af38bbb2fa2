"""A long text in parts that a browser shows at once (các phần của toàn văn), its headings, and its blocks.

The corpus keeps the normalised text: one block a line, the rows of a table one a line with tabs between the cells. So
lines become paragraphs, lines with tabs tables, and those that the outline calls headings headings. Merged cells,
bold letters and what stands beside what in a letterhead are not kept, and not made up.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from extract.extraction import Section

MOST = 16_000
"""Characters of a part: about eight printed pages, less than 100 kB with all marks."""
_LONG, _MOST_OF_A_LONG_TEXT = 100_000, 7_000
# A page names the tasks of all other parts; of a long text these are so many that its own part must be shorter.

_STRUCTURE = frozenset({"part", "chapter", "section", "article", "roman", "appendix", "attachment"})
_LONGEST = 200  # characters of a line that is a heading
_DEEPEST = 6  # h6


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of the outline: `id` is its anchor on the page, `section` the path of markers, `level` 2 to 6, and
    `part` the part of the text in which it stands."""

    id: str
    section: str
    heading: str
    level: int
    start: int
    end: int
    part: int = 1


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that are shown as one thing; each of a table's `lines` is a row."""

    kind: Literal["heading", "paragraph", "table"]
    lines: tuple[tuple[int, int], ...]
    heading: Heading | None = None


def headings_of(text: str, outline: Sequence[Section]) -> list[Heading]:
    """Those sections whose first line is a heading: of a structural kind, or short, without a full stop, and with
    something under it. A section that is one item of a list is none. Levels leave no gap."""
    found: list[Heading] = []
    above: list[tuple[int, int]] = []  # end and level of the headings around
    for number, section in enumerate(outline):
        end = text.find("\n", section.start)
        end = len(text) if end < 0 else end
        if not _is_heading(text, section, end) or (found and found[-1].start >= section.start):
            continue
        while above and above[-1][0] <= section.start:
            above.pop()
        level = min(_DEEPEST, above[-1][1] + 1 if above else 2)
        above.append((section.end, level))
        said = text[section.start : end]
        if section.heading and section.heading not in said:
            said = f"{said}: {section.heading}"
        found.append(
            Heading(
                id=f"s{number}",
                section=section.id,
                heading=said,
                level=level,
                start=section.start,
                end=end,
            )
        )
    return found


def parts_of(text: str, starts: Sequence[int], most: int | None = None) -> list[tuple[int, int]]:
    """The text in stretches of at most `most` characters (as many as a browser shows at once, if none is given), cut
    before a heading (`starts`, in order) where that leaves no part half empty, else between lines, else anywhere.

    >>> parts_of("I. A\\nmột hai\\nII. B\\nba bốn", [0, 13], 20)
    [(0, 13), (13, 25)]
    """
    most = most or (_MOST_OF_A_LONG_TEXT if len(text) > _LONG else MOST)
    found, at = [], 0
    while len(text) - at > most:
        low, high = at + most // 2, at + most
        index = bisect_right(starts, high) - 1
        cut = starts[index] if index >= 0 and starts[index] > low else text.rfind("\n", low, high) + 1
        cut = cut if cut > at else high
        found.append((at, cut))
        at = cut
    return [*found, (at, len(text))]


def blocks_of(text: str, start: int, end: int, headings: Sequence[Heading]) -> Iterator[Block]:
    """What stands at `start` to `end`, block by block."""
    at_start = {heading.start: heading for heading in headings}
    rows: list[tuple[int, int]] = []
    while start < end:
        stop = text.find("\n", start, end)
        line = (start, end if stop < 0 else stop)
        if "\t" in text[line[0] : line[1]] and start not in at_start:
            rows.append(line)
        else:
            if rows:
                yield Block("table", tuple(rows))
                rows = []
            if line[0] < line[1]:
                heading = at_start.get(start)
                yield Block("heading" if heading else "paragraph", (line,), heading)
        start = line[1] + 1
    if rows:
        yield Block("table", tuple(rows))


def cells_of(text: str, row: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Where the cells of a row stand."""
    start = row[0]
    for cell in text[row[0] : row[1]].split("\t"):
        yield start, start + len(cell)
        start += len(cell) + 1


def _is_heading(text: str, section: Section, end: int) -> bool:
    line = text[section.start : end].rstrip()
    if not line or len(line) > _LONGEST or "\t" in line:
        return False
    if section.kind in _STRUCTURE:
        return not line.endswith((";", ".")) or section.kind == "article" or len(line) < 60
    return (
        section.end > end + 1 and not line.endswith((".", ";", ",")) and section.kind not in ("dash", "plus")
    )
