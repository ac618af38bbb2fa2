"""Tables made whole: pages joined, repeated heads dropped, rows that a page broke mended, heads counted.

TT | Nội dung            | Cơ quan   | Thời hạn              page 1
4  | Các Sở tổng kết ... | Các Sở    | Công văn số 6631/BLĐTBXH-
---------------------------------------------------------
TT | Nội dung            | Cơ quan   | Thời hạn              page 2: the head again, dropped
   |                     |           | VPQGGN ngày 26/12     no number of its own, goes on: joined to row 4
7  | Tổ chức hội nghị    |           |                       a row that heads the next
   | Hội nghị tổng kết   | UBND tỉnh | Tháng 5               no number either, but nothing to go on with: a row
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from ingest.formalities import (
    authority_line,
    motto_line,
    number_line,
    place_date_line,
    recipients_line,
    salutation_line,
)
from ingest.lines import Grid, GridCell, Line, Part, broken_token, text_of
from ingest.wording import dangles, finished, in_capitals, opening, starts_lower
from rulebook.spelling import fold

Row = tuple[GridCell, ...]

_ORDINAL = re.compile(r"(?:tt|stt|so tt|so thu tu|no)\.?")
_HEAD_WORDS = re.compile(
    r"noi dung|nhiem vu|co quan|don vi|thoi gian|thoi han|tien do|san pham|ket qua|ghi chu|chu tri|phoi hop|trach nhiem"
    r"|cong viec|hoat dong|ten|chi tieu|muc tieu|so luong|kinh phi|dia diem|chuc vu|lanh dao|hoan thanh|nguon|linh vuc"
)
_COLUMN_NUMBER = re.compile(r"\(?(?:\d{1,2}|[A-ZĐ]|[ivx]{1,4})\)?(?: ?= ?[\d+()x/ -]+)?")
_LONGEST_HEAD = 80
_SAME_HEAD = 0.9  # of the letters
_LONGEST_CELL = 400  # lines; what grows beyond that is no cell that a page broke
_LAYOUT_COLUMNS = 4


def merged(parts: Iterable[Part]) -> list[Part]:
    """The parts with each table whole, its broken rows mended and its head rows counted."""
    result: list[Part] = []
    for part in parts:
        before = result[-1] if result else None
        if not isinstance(part, Grid):
            result.append(part)
        elif part.continues and isinstance(before, Grid) and _width(before) == _width(part):
            result[-1] = _appended(before, part)
        else:
            result.append(_whole(part))
    return result


def _whole(grid: Grid) -> Grid:
    rows = _rows(grid)
    head = grid.head_rows if grid.head_rows is not None else _count_head(rows)
    return _grid([*rows[:head], *_mended(rows[head:], after_page=False)], head)


def _appended(grid: Grid, more: Grid) -> Grid:
    """The rows of `more` under those of `grid`, without the head that the next page repeats."""
    rows, added = _rows(grid), _rows(more)
    head = grid.head_rows or 0
    if head and _same_head(rows[:head], added[:head]):
        added = added[head:]
    body = _mended([*rows[-1:], *added] if len(rows) > head else added, after_page=len(rows) > head)
    return _grid([*rows[: max(head, len(rows) - 1)], *body], head)


def _same_head(head: Sequence[Row], rows: Sequence[Row]) -> bool:
    """Whether the rows say what the head says, give or take what a scan makes of a few of its letters."""
    said, again = ([_letters(text) for row in part for text in _texts(row)] for part in (head, rows))
    if len(said) != len(again) or any(map(str.isdigit, "".join(said + again))):
        return said == again
    return said == again or SequenceMatcher(None, "|".join(said), "|".join(again), False).ratio() > _SAME_HEAD


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, fold(text)))


def _width(grid: Grid) -> int:
    return max((cell.column + cell.column_span for cell in grid.cells), default=0)


def _rows(grid: Grid) -> list[Row]:
    rows: dict[int, list[GridCell]] = {}
    for cell in grid.cells:
        rows.setdefault(cell.row, []).append(cell)
    return [tuple(sorted(rows[row], key=lambda cell: cell.column)) for row in sorted(rows)]


def _grid(rows: Sequence[Row], head: int) -> Grid:
    """A table of the rows, renumbered from 0."""
    cells = [replace(cell, row=at) for at, row in enumerate(rows) for cell in row]
    return Grid(tuple(cells), min(head, len(rows)))


def _texts(row: Row) -> list[str]:
    return [text_of(cell.lines) for cell in row]


def _mended(rows: Iterable[Row], *, after_page: bool) -> list[Row]:
    """The rows, those that only go on with the row before joined to it; `after_page`: the second tops a page."""
    result: list[Row] = []
    for at, row in enumerate(rows):
        if result and _continues(result[-1], row, over_page=after_page and at == 1):
            result[-1] = _joined(result[-1], row)
        else:
            result.append(row)
    return result


def _continues(before: Row, row: Row, *, over_page: bool) -> bool:
    above = {cell.column: cell.lines[-1].text for cell in before if cell.lines}
    here = {cell.column: text_of(cell.lines) for cell in row if cell.lines}
    if not here or any(len(cell.lines) > _LONGEST_CELL for cell in before):
        return False
    if any(cell.row_span > 1 for cell in before) or not all(column in above for column in here):
        return False
    going_on = [_cell_goes_on(above[column], text) for column, text in here.items()]
    if row[0].lines:
        return over_page and all(going_on)
    return any(going_on) or (over_page and _page_broke(above, here))


def _page_broke(above: dict[int, str], here: dict[int, str]) -> bool:
    """Whether a row without a number at the top of a page is the rest of the row before: it fills one cell alone, or
    its longest cell starts in the middle of a sentence."""
    column = max(here, key=lambda column: len(here[column]))
    return len(here) == 1 or (not finished(above[column]) and opening(here[column]) != "sure")


def _cell_goes_on(above: str, text: str) -> bool:
    return (
        broken_token(above)
        or dangles(above)
        or (starts_lower(text) and not finished(above) and opening(text) != "sure")
    )


def _joined(before: Row, row: Row) -> Row:
    more = {cell.column: cell.lines for cell in row}
    return tuple(replace(cell, lines=(*cell.lines, *more.get(cell.column, ()))) for cell in before)


def _count_head(rows: Sequence[Row]) -> int:
    """How many rows at the top name the columns."""
    if len(rows) < 2 or not _names_columns(rows[0]):
        return 0
    head = min(len(rows) - 1, max(cell.row_span for cell in rows[0]))
    while head < len(rows) and _numbers_columns(rows[head]):
        head += 1
    return head


def _names_columns(row: Row) -> bool:
    texts = [text for text in _texts(row) if text]
    if len(texts) < 2 or any(len(text) > _LONGEST_HEAD or finished(text) for text in texts):
        return False
    folded = [fold(text) for text in texts]
    named = sum(bool(_HEAD_WORDS.search(text)) for text in folded)
    bold = all(line.bold for cell in row for line in cell.lines)
    return (
        bool(_ORDINAL.fullmatch(folded[0])) or 2 * named > len(texts) or bold or all(map(in_capitals, texts))
    )


def _numbers_columns(row: Row) -> bool:
    """`(1) | (2) | (3)`, or `A | B | 1 | 2 | 3 = 1 + 2`."""
    texts = _texts(row)
    return len(texts) > 2 and all(_COLUMN_NUMBER.fullmatch(text) for text in texts)


def layout_lines(grid: Grid) -> list[Line] | None:
    """The lines of a table that only sets text side by side (letterhead, receivers beside signature, a frame),
    the left column first; None for a table of facts."""
    width = _width(grid)
    if width > _LAYOUT_COLUMNS or (width > 1 and not _sets_side_by_side(grid)):
        return None
    ordered = sorted(grid.cells, key=lambda cell: (cell.column, cell.row))
    return [
        replace(line, gap="rule" if at == 0 and line.gap != "page" else line.gap)
        for cell in ordered
        for at, line in enumerate(cell.lines)
    ]


def _sets_side_by_side(grid: Grid) -> bool:
    rows = _rows(grid)
    if len(rows) > 8 or (len(rows) > 1 and _ORDINAL.fullmatch(fold(_texts(rows[0])[0]))):
        return False
    texts = [line.text for cell in grid.cells for line in cell.lines]
    formal = any(motto_line(text) or recipients_line(text) or authority_line(text) for text in texts)
    formal = formal or salutation_line(_texts(rows[0])[0])
    return formal or (any(map(number_line, texts)) and any(map(place_date_line, texts)))
