"""Tables in plain text: cells parted by tabs, or by `|` as Markdown and copies of tables write them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.grids import layout_lines
from ingest.lines import Grid, GridCell, Line, Part, as_printed, clean
from ingest.text_lines import RawLine
from ingest.wording import finished, opening

_PIPED = re.compile(r"\s*\|.*\|\s*")
_BAR = re.compile(r" \|(?= )")  # of two that stand together each ends a cell: the one between them is empty
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
    if not _is_table(rows, columns) or (_has_bare_bars(rows[0].text) and not _alike(rows, columns)):
        return None
    grids = [_grid(run, columns) for run in _runs(rows)]
    layouts = [layout_lines(grid) for grid in grids]
    if len(grids) > 1 and layouts[0] is None:
        return list(grids), end
    parts: list[Part] = []
    for grid, shown in zip(grids, layouts, strict=True):
        parts += [grid] if shown is None else shown
    return parts, end


def cells_of(text: str) -> list[str]:
    """The cells of a line, clean; one cell where it is no table row.

    >>> cells_of("1\\tSở Tài chính\\t"), cells_of("| a | b |"), cells_of("1. a")
    (['1', 'Sở Tài chính', ''], ['a', 'b'], ['1. a'])
    >>> cells_of("Nội dung | Chủ trì | Thời gian"), cells_of("Sở Y tế | Công an"), cells_of("1 | a | | b")
    (['Nội dung', 'Chủ trì', 'Thời gian'], ['Sở Y tế | Công an'], ['1', 'a', '', 'b'])
    """
    return [clean(cell) for cell in _cells_as_printed(text)]


def _cells_as_printed(text: str) -> list[str]:
    if "\t" in text.strip(" "):
        return text.strip("\r\n").split("\t")
    if text.count("|") > 2 and _PIPED.fullmatch(text):
        return text.strip().strip("|").split("|")
    return _BAR.split(text) if _has_bare_bars(text) else [text]


def _has_bare_bars(text: str) -> bool:
    """Whether bars stand between the cells only, as copies of tables from documents have them (`a | b | c`)."""
    return "\t" not in text and len(_BAR.findall(text)) > 1 and not _PIPED.fullmatch(text)


def _alike(rows: Sequence[RawLine], columns: int) -> bool:
    """Two rows and more, each with as many cells: bars in one line may be anything."""
    return len(rows) > 1 and all(len(cells_of(row.text)) == columns for row in rows)


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
        GridCell(at, column, (_cell_line(cell, row),) if clean(cell) else ())
        for at, row in enumerate(rows)
        for column, cell in enumerate([*_cells_as_printed(row.text), *[""] * columns][:columns])
    ]
    return Grid(tuple(cells), continues=rows[0].gap in ("blank", "page"))


def _cell_line(cell: str, row: RawLine) -> Line:
    text = clean(cell)
    return Line(text, row.page, row.number, printed=as_printed(cell, text))


_STACKED_HEAD = re.compile(r"(?:TT|STT|Số TT|SỐ TT|Stt)\.?")
_FIRST = re.compile(r"(?:0?1|I|A)\.?")
_NUMBERED_CELL = re.compile(r"(?:\d{1,3}|[IVX]{1,5}|[A-ZĐ])\.?")
_LONGEST_HEAD = 80
_MOST_STACKED = 12


def stacked_table_at(lines: Sequence[RawLine], at: int) -> tuple[list[Part], int] | None:
    """A table whose cells stand one to a line, as web pages and word processors print it into a text file, and the
    index after it; None where there is none.

    Its head names the columns, `TT` first, up to the first row's number; each row starts with a number and ends
    before the next one. A row that has lost empty cells keeps its cells in order from the left.
    """
    head = _stacked_head(lines, at)
    if not head:
        return None
    rows = [lines[at : at + head]]
    place, number = at + head, 0
    while place < len(lines):
        row = _stacked_row(lines, place, head, number)
        if row is None:
            break
        ordinal = clean(row[0].text).strip(".")
        number = int(ordinal) if ordinal.isdigit() else number
        rows.append(row)
        place += len(row)
    if len(rows) < _FEWEST_STACKED:
        return None
    cells = [
        GridCell(row, column, (_cell_line(line.text, line),) if line else ())
        for row, content in enumerate(rows)
        for column, line in enumerate([*content, *[None] * head][:head])
    ]
    return [Grid(tuple(cells), head_rows=1)], place


_FEWEST_STACKED = 3


def stacked_lines(lines: Sequence[RawLine]) -> frozenset[int]:
    """The indices of the lines that are cells of tables printed one cell to a line: their numbers are those of rows,
    not of pages or footnotes."""
    found: set[int] = set()
    at = 0
    while at < len(lines):
        table = stacked_table_at(lines, at)
        if table is not None:
            found.update(range(at, table[1]))
            at = table[1]
        else:
            at += 1
    return frozenset(found)


def _stacked_head(lines: Sequence[RawLine], at: int) -> int:
    """How many columns a head names that stands one cell to a line; 0 where none does."""
    if len(lines[at].text) > _LONGEST_HEAD or not _STACKED_HEAD.fullmatch(clean(lines[at].text)):
        return 0
    for columns in range(1, _MOST_STACKED + 1):
        if at + columns >= len(lines):
            return 0
        text = clean(lines[at + columns].text)
        if _FIRST.fullmatch(text):
            return columns if columns > 2 else 0
        if len(text) > _LONGEST_HEAD or finished(text):
            return 0
    return 0


def _stacked_row(lines: Sequence[RawLine], at: int, columns: int, number: int) -> Sequence[RawLine] | None:
    """The lines of the row that starts at a line; None where the line is no number that can follow `number`."""
    first = clean(lines[at].text)
    if not _NUMBERED_CELL.fullmatch(first) or (
        first.strip(".").isdigit() and int(first.strip(".")) != number + 1
    ):
        return None
    end = at + 1
    while end < min(len(lines), at + columns) and not _next_row(clean(lines[end].text), first, number):
        end += 1
    return lines[at:end] if end > at + 1 else None


def _next_row(text: str, first: str, number: int) -> bool:
    """Whether a cell is the number of the row after the one that starts with `first`."""
    following = number + 2 if first.strip(".").isdigit() else number + 1
    return text.strip(".") == str(following) or bool(re.fullmatch(r"[IVX]{1,5}\.?", text))
