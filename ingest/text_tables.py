"""Tables in plain text: cells parted by tabs, or by `|` as Markdown writes them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.grids import layout_lines
from ingest.lines import Grid, GridCell, Line, Part, clean
from ingest.text_lines import RawLine
from ingest.wording import opening

_PIPED = re.compile(r"\s*\|.*\|\s*")
_MARKER_LENGTH = 6
_MOST_COLUMNS = 60


def table_at(lines: Sequence[RawLine], at: int) -> tuple[list[Part], int] | None:
    """The table that starts at a line, and the index after it; None where there is none.

    A table that only sets a letterhead or signature side by side comes back as its lines. Blank lines inside it are
    taken for page breaks.
    """
    columns = len(cells_of(lines[at].text))
    if columns < 2 or columns > _MOST_COLUMNS:
        return None
    end = at
    while end < len(lines) and _is_row(lines[end], columns):
        end += 1
    rows = lines[at:end]
    if not _is_table(rows, columns):
        return None
    grids = [_grid(run, columns) for run in _runs(rows)]
    layout = layout_lines(grids[0]) if len(grids) == 1 else None
    return (list(layout) if layout is not None else list(grids)), end


def cells_of(text: str) -> list[str]:
    """The cells of a line, clean; one cell where it is no table row.

    >>> cells_of("1\\tSở Tài chính\\t"), cells_of("| a | b |"), cells_of("1. a")
    (['1', 'Sở Tài chính', ''], ['a', 'b'], ['1. a'])
    """
    if "\t" in text.strip(" "):
        return [clean(cell) for cell in text.strip("\r\n").split("\t")]
    if text.count("|") > 2 and _PIPED.fullmatch(text):
        return [clean(cell) for cell in text.strip().strip("|").split("|")]
    return [clean(text)]


def _is_row(line: RawLine, columns: int) -> bool:
    return ("\t" in line.text or "|" in line.text) and 1 < len(cells_of(line.text)) <= columns


def _is_table(rows: Sequence[RawLine], columns: int) -> bool:
    """Three columns, or two in several rows: a tab behind a marker or before a paragraph makes no table."""
    filled = [[cell for cell in cells_of(row.text) if cell] for row in rows]
    if len(filled[0]) < 2:
        return False
    if columns > 2:
        return True
    marked = sum(len(cells[0]) < _MARKER_LENGTH and opening(cells[0]) != "none" for cells in filled)
    return sum(len(cells) > 1 for cells in filled) > 1 and marked == 0


def _runs(rows: Sequence[RawLine]) -> list[list[RawLine]]:
    """The rows in runs without a blank line; a rule between rows (`---|---`) parts nothing."""
    runs: list[list[RawLine]] = []
    for row in rows:
        if not runs or row.gap in ("blank", "page"):
            runs.append([])
        runs[-1].append(row)
    return runs


def _grid(rows: Sequence[RawLine], columns: int) -> Grid:
    cells = [
        GridCell(at, column, (Line(text, row.page, row.number),) if text else ())
        for at, row in enumerate(rows)
        for column, text in enumerate([*cells_of(row.text), *[""] * columns][:columns])
    ]
    return Grid(tuple(cells), continues=rows[0].gap in ("blank", "page"))
