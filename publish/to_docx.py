"""A checklist as DOCX: an A4 landscape table in the layout of official documents, to be attached to a letter.

Paper, margins, typeface, the title and the page number follow Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục I: A4, Times
New Roman in black, margins of 20 to 35 mm, the title of an attachment in bold capitals with the document that it
belongs to in italics below, page numbers centred at the top from the second page on. The same checklist gives the
same bytes.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from publish.checklist import Checklist
from publish.columns import cells, group_title, heads, title, under
from publish.words import Lang, say

if TYPE_CHECKING:
    from docx.document import Document as Paper
    from docx.table import Table, _Cell, _Row
    from docx.text.paragraph import Paragraph

_WIDTHS = (11, 82, 35, 35, 32, 36, 19)  # mm; together the width between the margins
_MADE = datetime(2000, 1, 1)  # a fixed date: the bytes depend on the checklist alone
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first date that a ZIP archive can hold
_FONT = "Times New Roman"
_CENTRED_COLUMNS = (0, 6)


def write(checklist: Checklist, lang: Lang = "vi") -> bytes:
    """The file's bytes."""
    paper = Document()
    _set_up_page(paper)
    _line(paper, title(lang), 14, bold=True)
    _line(paper, under(checklist, lang), 14, italic=True)
    if checklist.header.title:
        _line(paper, checklist.header.title, 14, italic=True)
    _write_table(paper, checklist, lang)
    if not checklist.rows:
        _line(paper, say("Không có nhiệm vụ nào.", lang), 13)
    return _same_bytes(paper)


def _set_up_page(paper: Paper) -> None:
    page = paper.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Mm(297), Mm(210)
    page.top_margin = page.bottom_margin = Mm(20)
    page.left_margin, page.right_margin = Mm(30), Mm(17)
    page.different_first_page_header_footer = True
    number = page.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _add_field(number, "PAGE")
    style = paper.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(12)
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _FONT)
    paper.core_properties.created = paper.core_properties.modified = _MADE
    paper.core_properties.author = paper.core_properties.comments = ""


def _line(paper: Paper, text: str, size: int, *, bold: bool = False, italic: bool = False) -> None:
    paragraph = paper.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = Pt(6)
    run = paragraph.add_run(text)
    run.bold, run.italic, run.font.size = bold, italic, Pt(size)


def _write_table(paper: Paper, checklist: Checklist, lang: Lang) -> None:
    table = paper.add_table(rows=0, cols=len(_WIDTHS))
    table.style = "Table Grid"
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Mm(width)
    head = _add_row(table, heads(lang), bold=True)
    _mark(head, "w:tblHeader")
    for group in checklist.groups:
        if checklist.by_agency:
            _add_heading(table, group_title(group, lang))
        for row in group.rows:
            _add_row(table, cells(row, lang))


def _add_row(table: Table, texts: tuple[str, ...], *, bold: bool = False) -> _Row:
    row = _new_row(table)
    for column, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
        cell.width = Mm(_WIDTHS[column])
        _fill(cell, text, bold=bold, centred=bold or column in _CENTRED_COLUMNS)
    return row


def _new_row(table: Table) -> _Row:
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    _mark(row, "w:cantSplit")
    return row


def _add_heading(table: Table, text: str) -> None:
    row = _new_row(table)
    cell = row.cells[0].merge(row.cells[-1])
    _fill(cell, text, bold=True, centred=False)
    cell.paragraphs[0].paragraph_format.keep_with_next = True


def _fill(cell: _Cell, text: str, *, bold: bool, centred: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.LEFT
    paragraph.paragraph_format.space_after = Pt(2)
    paragraph.add_run(text).bold = bold


def _mark(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _add_field(paragraph: Paragraph, name: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    paragraph._p.append(field)


def _same_bytes(paper: Paper) -> bytes:
    """The saved document with the time of day taken out of its ZIP entries."""
    saved, target = io.BytesIO(), io.BytesIO()
    paper.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _EARLIEST), old.read(name), zipfile.ZIP_DEFLATED)
    return target.getvalue()
