"""A checklist as DOCX: an official appendix (Phụ lục phân công nhiệm vụ), to be attached to a letter or a plan.

The page and what stands over the table are laid out as Nghị định 30/2020/NĐ-CP has it (`publish.appendix_layout`). The
columns are those that offices give such appendices; the last one says where a task stands in the document and, where
somebody ticked it, how far it is. The same checklist gives the same bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt

from publish.appendix_layout import WIDTH, add_letterhead, add_line, add_rule, same_bytes, set_up_page
from publish.caption import attached_to
from publish.checklist import Checklist, Row
from publish.columns import MARK, cells, foot_note, group_title, note, state
from publish.words import Lang, say

if TYPE_CHECKING:
    from docx.document import Document as Paper
    from docx.table import Table, _Cell, _Row

HEADS = (
    "TT",
    "Nội dung công việc",
    "Cơ quan chủ trì",
    "Cơ quan phối hợp",
    "Thời hạn",
    "Sản phẩm",
    "Ghi chú",
)
_WIDTHS = (12, 82, 37, 39, 31, 26, 23)  # mm; together the width between the margins
_CENTRED_COLUMNS = (0, 4, 6)
assert sum(_WIDTHS) == WIDTH


def write(checklist: Checklist, lang: Lang = "vi") -> bytes:
    """The file's bytes."""
    paper = Document()
    set_up_page(paper)
    add_letterhead(paper, checklist.header)
    add_line(paper, say("Phụ lục", lang), bold=True, before=6)
    add_line(paper, say("Phân công nhiệm vụ", lang).upper(), bold=True)
    if checklist.header.title:
        add_line(paper, checklist.header.title, bold=True)
    add_line(paper, attached_to(checklist.header, checklist.path, lang), italic=True)
    add_rule(paper, 40)
    _write_table(paper, checklist, lang)
    if not checklist.rows:
        add_line(paper, say("Không có nhiệm vụ nào.", lang), before=6)
    if below := foot_note(checklist, lang):
        paper.add_paragraph(below).paragraph_format.space_before = Pt(6)
    return same_bytes(paper)


def _write_table(paper: Paper, checklist: Checklist, lang: Lang) -> None:
    table = paper.add_table(rows=0, cols=len(_WIDTHS))
    table.style = "Table Grid"
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Mm(width)
    head = _add_row(table, tuple(say(one, lang) for one in HEADS), bold=True)
    _mark(head, "w:tblHeader")
    for group in checklist.groups:
        if checklist.by_agency:
            _add_heading(table, group_title(group, lang))
        for row in group.rows:
            _add_row(table, _cells(row, lang))


def _cells(row: Row, lang: Lang) -> tuple[str, ...]:
    number, _, lead, support, deadlines, *_ = cells(row, lang, MARK)
    notes = [_place(row, lang)]
    if row.progress:
        notes += [state(row, lang), note(row)]
    return (number, row.work, lead, support, deadlines, row.deliverable or "", "; ".join(filter(None, notes)))


def _place(row: Row, lang: Lang) -> str:
    """Where the task stands: markers alone (`V.1`) need a word before them, `Điều 2` and `Phụ lục.4` have their own."""
    place = row.place(lang)
    bare = row.section and not (row.section[:2].istitle() and row.section[1:2].islower())
    return say("Mục {place}", lang, place=place) if bare else place


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
