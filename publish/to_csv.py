"""A checklist as CSV: UTF-8 with a byte order mark, so that Excel shows Vietnamese; RFC 4180 quoting and line ends.

A spreadsheet takes a cell that begins with `= + - @` or a control character for a formula, whoever wrote it. Such a
cell gets an apostrophe before it: spreadsheets then show it as text, and what reads CSV otherwise finds the
apostrophe in front of the text. The due date has a column of its own, in ISO 8601, which sorts and which Excel
understands in every language.
"""

from __future__ import annotations

import csv
import io

from publish.checklist import Checklist, Row
from publish.columns import cells, group_title, heads, note, state, state_heads
from publish.words import Lang, say

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def write(checklist: Checklist, lang: Lang = "vi") -> bytes:
    """The file's bytes. With groups by agency, a first column names the group."""
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\r\n")
    first = [say("Cơ quan", lang)] if checklist.by_agency else []
    writer.writerow([*first, *heads(lang), say("Ngày đến hạn", lang), *state_heads(lang)])
    for group in checklist.groups:
        agency = [group_title(group, lang)] if checklist.by_agency else []
        writer.writerows([*map(as_text, agency), *_line(row, lang)] for row in group.rows)
    return sheet.getvalue().encode("utf-8-sig")


def as_text(cell: str) -> str:
    """The cell so that no spreadsheet takes it for a formula.

    >>> as_text("=1+1"), as_text("Sở Tài chính")
    ("'=1+1", 'Sở Tài chính')
    """
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _line(row: Row, lang: Lang) -> list[str]:
    due = row.due.isoformat() if row.due else ""
    return [*map(as_text, cells(row, lang)), due, *map(as_text, (state(row, lang), note(row)))]
