"""A checklist as XLSX: a sheet ready to fill in, to filter, to sort by date and to print (A4 landscape, head row
repeated).

Every text is written as text: a cell that begins with `=` is no formula, and an address is no link. The due date is
a real date in a column of its own, the status is chosen from a list. A hidden column and a hidden, protected sheet tell
`publish.from_xlsx` which task a row is (`publish.row_keys`); the visible sheet is not protected, since a protected one
can neither be sorted nor lose a row. The same checklist gives the same bytes.
"""

from __future__ import annotations

import io
from datetime import datetime

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from publish.checklist import Checklist, Row
from publish.columns import (
    MARK,
    STATES,
    cells,
    foot_note,
    group_title,
    heads,
    note,
    state,
    state_heads,
    title,
    under,
    work,
)
from publish.plain import plain, shortened
from publish.row_keys import COLUMNS, HEAD, SHEET, key_of
from publish.words import Lang, say

_WIDTHS = (6, 62, 26, 26, 24, 13, 34, 13, 17, 30)  # in characters of the sheet's font
_DUE = 5  # the column of the real date, after the deadline in words
_STATE, _NOTE, _KEY = 8, 9, 10
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
    "state": _BOX | {"align": "center", "bg_color": "#FFF9E5"},
    "note": _BOX | {"bg_color": "#FFF9E5"},
    "key": _FONT | {"font_color": "#808080", "locked": True},
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
    _write_memory(book.add_worksheet(SHEET), checklist, lang)
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
    sheet.set_column(_KEY, _KEY, 26, None, {"hidden": True})


def _write_top(sheet: Worksheet, styles: dict[str, Format], checklist: Checklist, lang: Lang) -> None:
    lines = (
        ("title", title(lang)),
        ("under", under(checklist, lang)),
        ("under", " ".join(filter(None, (checklist.header.title or "", foot_note(checklist, lang))))),
    )
    for at, (style, text) in enumerate(lines):
        sheet.merge_range(at, 0, at, len(_WIDTHS) - 1, "", styles[style])
        sheet.write_string(at, 0, _fitting(text), styles[style])
    for column, text in enumerate(_with_due(heads(lang), say("Ngày đến hạn", lang))):
        sheet.write_string(_HEAD_ROW, column, text, styles["head"])
    for column, text in zip((_STATE, _NOTE, _KEY), (*state_heads(lang), HEAD), strict=True):
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
    last = max(at - 1, _HEAD_ROW + 1)
    # The keys are within the filter: what sorts the table sorts them, too.
    sheet.autofilter(_HEAD_ROW, 0, last, _KEY)
    sheet.data_validation(_HEAD_ROW + 1, _STATE, last, _STATE, _list_of_states(lang))


def _list_of_states(lang: Lang) -> dict[str, object]:
    """The drop-down list. Another spelling may be typed, too: it is understood when the file comes back."""
    return {
        "validate": "list",
        "source": [say(one, lang) for one in STATES.values()],
        "error_type": "information",
        "error_title": say("Tình trạng", lang),
        "error_message": say("Nên chọn trong danh sách.", lang),
    }


def _write_row(sheet: Worksheet, styles: dict[str, Format], at: int, row: Row, lang: Lang) -> None:
    sheet.write_number(at, 0, row.number, styles["number"])
    for column, text in enumerate(_with_due(cells(row, lang, MARK), "")):
        if column not in (0, _DUE):
            _write_text(sheet, at, column, text, styles["text"])
    if row.due:
        sheet.write_datetime(at, _DUE, datetime(row.due.year, row.due.month, row.due.day), styles["date"])
    else:
        sheet.write_blank(at, _DUE, None, styles["date"])
    _write_text(sheet, at, _STATE, state(row, lang), styles["state"])
    _write_text(sheet, at, _NOTE, note(row), styles["note"])
    sheet.write_string(at, _KEY, str(key_of(row.task, _fitting(work(row, lang)))), styles["key"])


def _write_memory(sheet: Worksheet, checklist: Checklist, lang: Lang) -> None:
    """The hidden sheet: which document it is, and what each row said when the file was made."""
    header = checklist.header
    sheet.very_hidden()
    sheet.protect()
    _write_line(sheet, 0, (checklist.sha256, header.number or "", header.date or "", under(checklist, lang)))
    _write_line(sheet, 1, COLUMNS)
    rows = {row.task: row for row in checklist.rows}.values()
    for at, row in enumerate(rows, 2):
        key = key_of(row.task, _fitting(work(row, lang)))
        state_now = row.progress.state if row.progress else "open"
        _write_line(sheet, at, (str(key), row.task, row.work, row.section or "", state_now, note(row)))


def _write_line(sheet: Worksheet, at: int, texts: tuple[str, ...]) -> None:
    for column, text in enumerate(texts):
        sheet.write_string(at, column, _fitting(plain(text)))


def _write_text(sheet: Worksheet, at: int, column: int, text: str, style: Format) -> None:
    if text:
        sheet.write_string(at, column, _fitting(text), style)
    else:
        sheet.write_blank(at, column, None, style)


def _with_due(texts: tuple[str, ...], due: str) -> tuple[str, ...]:
    return (*texts[:_DUE], due, *texts[_DUE:])


def _fitting(text: str) -> str:
    return shortened(text, _LONGEST)
