"""Cells of tables on scans: what was dropped or misread in them is read once more, line by line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from scanning import DPI, Sheet

from ingest.document import Box
from ingest.pdf_tables import RuledTable
from ingest.scan_cells import with_cells_read_again
from ingest.scan_image import PageImage
from ingest.scan_rules import rules_of, tables_of, without_rules
from ingest.tesseract import Recognised

pytestmark = pytest.mark.needs("fonts", "tesseract")

ROWS = (
    ("TT", "Việc cần làm", "Thời gian", "G"),
    ("1", "Lập kế hoạch", "4562/BCA", "H"),
    ("2", "Báo cáo kết quả", "Quý IV/2026", "U"),
    ("", "", "", ""),
    ("3", "Kiểm tra", "12/2026", "C"),
)
COLUMNS = (60, 90, 230, 330, 360)


def page() -> tuple[PageImage, list[RuledTable]]:
    """The upper part of a page with a table, its rules painted over; and the table."""
    sheet = Sheet()
    sheet.ruled(ROWS, COLUMNS, 20)
    grey = np.asarray(sheet.scanned(0).convert("L"))[:480]
    scanned = PageImage(np.ascontiguousarray(grey), DPI)
    rules, _ = rules_of(scanned)
    return replace(scanned, grey=without_rules(scanned, rules)), tables_of(scanned, rules)


def cell(table: RuledTable, row: int, column: int) -> Box:
    return next(box for cell, box in table.cells if (cell.row, cell.column) == (row, column))


def told(table: RuledTable, row: int, column: int, text: str, sure: float) -> Recognised:
    """A word in a cell, its box about as wide as its print."""
    box = cell(table, row, column)
    left, top, right, bottom = (
        round(edge * DPI / 72) for edge in (box.left + 4, box.top + 7, box.right - 4, box.bottom - 6)
    )
    return Recognised(text, left, top, min(right, left + 14 * len(text)), bottom, bottom - 2.0, 34.0, sure)


def said(words: Sequence[Recognised], table: RuledTable) -> list[list[str]]:
    found = [["" for _ in row] for row in ROWS]
    for place, box in table.cells:
        mine = [word for word in words if _in(word, box)]
        found[place.row][place.column] = " ".join(word.text for word in mine)
    return found


def _in(word: Recognised, box: Box) -> bool:
    x, y = (word.left + word.right) * 36 / DPI, (word.top + word.bottom) * 36 / DPI
    return box.left < x < box.right and box.top < y < box.bottom


def test_what_was_dropped_or_doubtful_is_read_and_what_was_sure_stays() -> None:
    picture, (table,) = page()
    words = [
        told(table, 0, 1, "VIỆC CẦN LÀM GÌ?", 0.9),  # sure, and stays although it is wrong
        told(table, 1, 2, "4562/BƠA", 0.05),
        told(table, 4, 3, "Íe", 0.0),
    ]
    found = said(with_cells_read_again(picture, [table], words), table)
    assert found[0] == ["TT", "VIỆC CẦN LÀM GÌ?", "Thời gian", "G"]
    assert found[1:] == [list(row) for row in ROWS[1:]]


def test_what_is_sure_costs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tesseract is not run where every line is read, nor where there is no table."""
    picture, (table,) = page()
    words = [
        told(table, row, column, text, 0.95)
        for row, texts in enumerate(ROWS)
        for column, text in enumerate(texts)
        if text
    ]
    monkeypatch.setenv("PATH", "/nonexistent")
    assert with_cells_read_again(picture, [table], words) == words
    assert with_cells_read_again(picture, [], words[:2]) == words[:2]
