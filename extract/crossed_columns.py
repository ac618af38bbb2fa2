"""Plans drawn as a grid (biểu đồ tiến độ): a column for each quarter, month or year, and crosses where work is done.

TT  Nội dung       Chủ trì    Quý I  Quý II  Quý III        the work of row 1 is over with quarter II
1   Rà soát chợ    Sở A       x      x
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from extract.bodies import Span
from ingest.document import Block, Cell, Document

_UNITS = {"q": "quý", "t": "tháng", "quý": "quý", "tháng": "tháng", "năm": "năm"}
_PERIOD = re.compile(
    r"(?:(?P<unit>quý|tháng|năm|q|t)[ .]?)?(?P<n>[ivx]{1,4}|\d{1,2}|20\d\d)(?:[/-](?P<year>20\d\d))?",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"(?P<unit>quý|tháng|năm)(?!\w)(?:.*(?P<year>20\d\d))?|.*(?P<only>20\d\d)", re.IGNORECASE | re.DOTALL
)
_CROSS = re.compile(r"[\sxX×✓✔√+*●■•▪]*|[vV]")
_MOST_COLUMNS = 60


class Crossed(NamedTuple):
    """A column of crosses: its head in the document, and what that says, written out (`quý III/2025`)."""

    head: Span
    said: str


def crossed_columns(table: Block, document: Document) -> dict[int, Crossed]:
    """The columns of a table that are crossed where a row is done in them; empty for tables of another kind."""
    heads, below = _parted(table, document)
    found = {
        column: crossed
        for column, cells in heads.items()
        if (crossed := _crossed(cells, document)) and _only_crosses(below.get(column, ()), document)
    }
    return found if 1 < len(found) <= _MOST_COLUMNS else {}


def is_crossed(said: str) -> bool:
    """Whether a cell holds a cross.

    >>> is_crossed("x"), is_crossed(" "), is_crossed("Sở A")
    (True, False, False)
    """
    return bool(said.strip()) and _CROSS.fullmatch(said) is not None


def _parted(table: Block, document: Document) -> tuple[dict[int, list[Cell]], dict[int, list[Cell]]]:
    """The cells of the head and those below it, by column."""
    head_rows = max(1, table.head_rows)
    heads: dict[int, list[Cell]] = {}
    below: dict[int, list[Cell]] = {}
    for cell in table.cells:
        part = heads if cell.row < head_rows else below
        for column in range(cell.column, cell.column + cell.column_span):
            part.setdefault(column, []).append(cell)
    return heads, below


def _crossed(cells: Iterable[Cell], document: Document) -> Crossed | None:
    """What a head of one or two cells says, if it is a period: `Quý III`, or `III` under `Quý`."""
    said = [cell for cell in cells if cell.end > cell.start]
    period = _PERIOD.fullmatch(document.text_of(said[-1]).strip()) if said else None
    if period is None:
        return None
    *over, last = said
    above = next((found for cell in over if (found := _OVER.match(document.text_of(cell).strip()))), None)
    unit = period["unit"] or (above["unit"] if above else None)
    year = period["year"] or (above and (above["year"] or above["only"]))
    if not unit and not period["n"].startswith("20"):
        return None
    words = f"{_UNITS[(unit or 'năm').lower()]} {period['n'].upper()}"
    return Crossed(Span(last.start, last.end), f"{words}/{year}" if year and year != period["n"] else words)


def _only_crosses(cells: Iterable[Cell], document: Document) -> bool:
    said = [document.text_of(cell) for cell in cells]
    return any(map(is_crossed, said)) and all(_CROSS.fullmatch(text) for text in said)
