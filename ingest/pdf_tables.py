"""Ruled tables on PDF pages: the cells that crossing rules make, and the words that stand in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.document import Box
from ingest.grids import layout_lines
from ingest.lines import Grid, GridCell, Line, as_printed
from ingest.pdf_rows import rows_of
from ingest.pdf_words import PageWords, Word
from ingest.ruled_cells import tables_of

Rectangle = tuple[float, float, float, float]

_SAME_EDGE = 3.0  # points
_FLATTEST = 6.0


@dataclass(frozen=True, slots=True)
class PlacedGrid:
    """A table with its text, and where it stands on the page."""

    box: Box
    cell_boxes: tuple[Box, ...]
    grid: Grid


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table on a page: its box, and the boxes of its cells with the rows and columns they span."""

    box: Box
    cells: tuple[tuple[GridCell, Box], ...]


def ruled_tables(page: PageWords, known: Mapping[int, Sequence[RuledTable]]) -> list[RuledTable]:
    """The tables of a page, from the top; `known`: those found on scans, by the index of the page (from 0)."""
    if page.number - 1 in known:
        return list(known[page.number - 1])
    if page.drawings is None:
        return []
    cells = tables_of(page.drawings.level, page.drawings.upright)
    found = (ruled_table(table) for table in cells)
    return sorted((table for table in found if table), key=lambda table: table.box.top)


def ruled_table(cells: Sequence[Rectangle]) -> RuledTable | None:
    """The table that cells form, given as left, top, right, bottom; None where they are too flat to hold text."""
    cells = [cell for cell in cells if cell[3] - cell[1] > _FLATTEST and cell[2] - cell[0] > _FLATTEST]
    if not cells:
        return None
    across = _edges(edge for cell in cells for edge in (cell[0], cell[2]))
    down = _edges(edge for cell in cells for edge in (cell[1], cell[3]))
    placed = [(_cell(cell, across, down), Box(*cell)) for cell in cells]
    placed.sort(key=lambda one: (one[0].row, one[0].column))
    return RuledTable(Box(across[0], down[0], across[-1], down[-1]), tuple(placed))


def _edges(values: Iterable[float]) -> list[float]:
    """The distinct edges, those that are one rule's two sides taken as one."""
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > _SAME_EDGE:
            edges.append(value)
    return edges


def _cell(cell: Rectangle, across: Sequence[float], down: Sequence[float]) -> GridCell:
    column, right = _nearest(across, cell[0]), _nearest(across, cell[2])
    row, bottom = _nearest(down, cell[1]), _nearest(down, cell[3])
    return GridCell(row, column, (), max(1, bottom - row), max(1, right - column))


def _nearest(edges: Sequence[float], value: float) -> int:
    return min(range(len(edges)), key=lambda at: abs(edges[at] - value))


def filled(table: RuledTable, words: Sequence[Word], page: int) -> PlacedGrid | None:
    """The table with the words of the page that stand in its cells; None where it is a frame around text, or only
    sets a letterhead or signature side by side."""
    boxes = tuple(box for _, box in table.cells)
    held, _ = by_cell(words, boxes)
    cells = [
        replace(cell, lines=tuple(_cell_lines(mine, page)))
        for (cell, _), mine in zip(table.cells, held, strict=True)
    ]
    grid = Grid(tuple(cells))
    if not any(cell.lines for cell in cells) or layout_lines(grid) is not None:
        return None
    return PlacedGrid(table.box, boxes, grid)


def _cell_lines(words: Sequence[Word], page: int) -> Iterator[Line]:
    for row in rows_of(words):
        if text := row.text:
            confidence = row.confidence
            yield Line(
                text,
                page,
                box=row.box,
                bold=row.bold,
                confidence=confidence,
                words=row.word_boxes,
                printed=None
                if row.printed == text or confidence is not None
                else as_printed(row.printed, text),
            )


def by_cell(words: Iterable[Word], boxes: Sequence[Box]) -> tuple[list[list[Word]], list[Word]]:
    """The words whose middles stand in each of the boxes, and the words that stand in none. Boxes that do not lie over
    each other; linear in the words."""
    across = sorted({edge for box in boxes for edge in (box.left, box.right)})
    down = sorted({edge for box in boxes for edge in (box.top, box.bottom)})
    at = {
        (column, row): index
        for index, box in enumerate(boxes)
        for column in range(bisect_left(across, box.left), bisect_left(across, box.right))
        for row in range(bisect_left(down, box.top), bisect_left(down, box.bottom))
    }
    held: list[list[Word]] = [[] for _ in boxes]
    rest: list[Word] = []
    for word in words:
        box = word.box
        column = bisect_right(across, (box.left + box.right) / 2) - 1
        row = bisect_right(down, (box.top + box.bottom) / 2) - 1
        index = at.get((column, row))
        (rest if index is None else held[index]).append(word)
    return held, rest
