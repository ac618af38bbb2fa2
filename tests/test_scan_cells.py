"""Cells of tables on scans: what was dropped or misread in them is read once more, line by line."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from scanning import DPI, Sheet

from ingest.document import Box
from ingest.pdf_tables import RuledTable
from ingest.scan_cells import _heads, with_cells_read_again
from ingest.scan_image import PageImage, painted_over
from ingest.scan_notes import marks_on
from ingest.scan_rules import rules_of, tables_of
from ingest.scan_words import words_of
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
    return painted_over(scanned, rules), tables_of(scanned, rules)


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


def test_a_doubtful_marker_is_read_with_the_word_behind_it() -> None:
    sheet = Sheet()
    sheet.write("c) Lập kế hoạch kiểm tra", 60, 30)
    grey = np.ascontiguousarray(np.asarray(sheet.scanned(0).convert("L"))[:200])
    words = [
        Recognised(")", 167, 88, 192, 120, 115.0, 34.0, 0.0),
        Recognised("Lập", 202, 88, 252, 122, 115.0, 34.0, 0.95),
    ]
    found = with_cells_read_again(PageImage(grey, DPI), [], words)
    assert [word.text for word in found] == ["c)", "Lập"]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ([("C)", 0.0), ("Lập", 0.95), ("kế", 0.95)], ["c)", "Lập", "kế"]),  # no speck, and a small letter
        ([("C)", 0.95), ("Lập", 0.95)], ["C)", "Lập"]),
        ([("Lập", 0.95), ("C)", 0.0)], ["Lập"]),  # not first: scribble
        (
            [("Quý", 0.9), ("I/2026", 0.0)],
            ["Quý", "I/2026"],
        ),  # strokes are counted, however unsure they were read
        ([("Qaý", 0.2), ("k/2x2", 0.0)], []),
    ],
)
def test_short_words_that_are_no_dirt(line: list[tuple[str, float]], wanted: list[str]) -> None:
    words = [
        Recognised(text, 60 + 60 * at, 20, 110 + 60 * at, 46, 46.0, 34.0, sure)
        for at, (text, sure) in enumerate(line)
    ]
    found = words_of(words, PageImage(np.full((80, 600), 240, np.uint8), DPI))
    assert [word.text for word in found] == wanted


def test_the_rule_over_footnotes_hides_no_mark() -> None:
    """The rule reaches into the band above the first note in which its mark is looked for."""
    grey = np.full((160, 400), 240, np.uint8)
    grey[74:78, 30:330] = 20
    grey[89:101, 38:44] = 20
    line = [Recognised("Quyết", 55, 91, 122, 117, 112.0, 34.0, 0.96)]
    marks = marks_on(PageImage(grey, DPI), line, 74)
    assert [(mark.left, mark.top, mark.heads) for mark in marks] == [(38, 89, True)]


@pytest.mark.parametrize(
    ("text", "again"),
    [("C)", True), ("H.", True), ("fà", False), ("“đà", False), ("-", False), ("VIIII.", False)],
)
def test_only_what_may_be_the_marker_of_an_item_is_read_again_outside_of_tables(
    text: str, again: bool
) -> None:
    first = Recognised(text, 100, 10, 120, 30, 30.0, 30.0, 0.2)
    second = Recognised("Việc", 130, 10, 180, 30, 30.0, 30.0, 0.95)
    assert bool(list(_heads([first, second], []))) is again
