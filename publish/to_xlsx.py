"""A checklist as XLSX: one sheet, ready to filter, to sort by date and to print (A4 landscape, head row repeated).

Every text is written as text: a cell that begins with `=` is no formula, and an address is no link. The due date is
a real date in a column of its own. The same checklist gives the same bytes.
"""

from __future__ import annotations

import io
from datetime import datetime

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from publish.checklist import Checklist, Row
from publish.columns import cells, group_title, heads, title, under
from publish.plain import shortened
from publish.words import Lang, say

_WIDTHS = (6, 62, 26, 26, 24, 13, 34, 13)  # in characters of the sheet's font
_DUE = 5  # the column of the real date, after the deadline in words
_HEAD_ROW = 3
_LONGEST = 32_767  # characters that one cell may hold
_A4 = 9
_MADE = datetime(2000, 1, 1)  # a fixed date: the bytes depend on the checklist alone
_FONT = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
_BOX = _FONT | {"border": 1, "text_wrap": True}
_STYLES = {
    "title": _FONT | {"bold": True, "font_size": 14, "align": "center"},
    "under": _FONT | {"italic": True, "align": "center"},
    "head": _BOX | {"bold": True, "align": "center", "valign": "vcenter", "bg_color": "#DDE6F0"},
    "group": _BOX | {"bold": True, "bg_color": "#F2F2F2"},
    "text": _BOX,
    "number": _BOX | {"align": "center"},
    "date": _BOX | {"align": "center", "num_format": "dd/mm/yyyy"},
}


def write(checklist: Checklist, lang: Lang = "vi") -> bytes:
    """The file's bytes."""
    target = io.BytesIO()
    book = Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": title(lang), "created": _MADE})
    styles = {name: book.add_format(style) for name, style in _STYLES.items()}
    sheet = book.add_worksheet(shortened(say("Bảng phân công nhiệm vụ", lang), 31))
    _set_up_page(sheet, lang)
    _write_top(sheet, styles, checklist, lang)
    _write_rows(sheet, styles, checklist, lang)
    book.close()
    return target.getvalue()


def _set_up_page(sheet: Worksheet, lang: Lang) -> None:
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.6, right=0.4, top=0.6, bottom=0.6)
    sheet.repeat_rows(_HEAD_ROW)
    sheet.freeze_panes(_HEAD_ROW + 1, 2)
    sheet.set_footer(f"&C{say('Trang', lang)} &P/&N")
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)


def _write_top(sheet: Worksheet, styles: dict[str, Format], checklist: Checklist, lang: Lang) -> None:
    lines = (
        ("title", title(lang)),
        ("under", under(checklist, lang)),
        ("under", checklist.header.title or ""),
    )
    for at, (style, text) in enumerate(lines):
        sheet.merge_range(at, 0, at, len(_WIDTHS) - 1, "", styles[style])
        sheet.write_string(at, 0, _fitting(text), styles[style])
    for column, text in enumerate(_with_due(heads(lang), say("Ngày đến hạn", lang))):
        sheet.write_string(_HEAD_ROW, column, text, styles["head"])


def _write_rows(sheet: Worksheet, styles: dict[str, Format], checklist: Checklist, lang: Lang) -> None:
    at = _HEAD_ROW + 1
    for group in checklist.groups:
        if checklist.by_agency:
            sheet.merge_range(at, 0, at, len(_WIDTHS) - 1, "", styles["group"])
            sheet.write_string(at, 0, _fitting(group_title(group, lang)), styles["group"])
            at += 1
        for row in group.rows:
            _write_row(sheet, styles, at, row, lang)
            at += 1
    sheet.autofilter(_HEAD_ROW, 0, max(at - 1, _HEAD_ROW + 1), len(_WIDTHS) - 1)


def _write_row(sheet: Worksheet, styles: dict[str, Format], at: int, row: Row, lang: Lang) -> None:
    sheet.write_number(at, 0, row.number, styles["number"])
    for column, text in enumerate(_with_due(cells(row, lang), "")):
        if column not in (0, _DUE):
            _write_text(sheet, at, column, text, styles["text"])
    if row.due:
        sheet.write_datetime(at, _DUE, datetime(row.due.year, row.due.month, row.due.day), styles["date"])
    else:
        sheet.write_blank(at, _DUE, None, styles["date"])


def _write_text(sheet: Worksheet, at: int, column: int, text: str, style: Format) -> None:
    if text:
        sheet.write_string(at, column, _fitting(text), style)
    else:
        sheet.write_blank(at, column, None, style)


def _with_due(texts: tuple[str, ...], due: str) -> tuple[str, ...]:
    return (*texts[:_DUE], due, *texts[_DUE:])


def _fitting(text: str) -> str:
    return shortened(text, _LONGEST)
