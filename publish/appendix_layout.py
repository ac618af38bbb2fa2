"""The page of an appendix to an official document (phụ lục kèm theo văn bản), and what stands over its table.

    THE BODY ABOVE                                   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    THE ISSUING BODY                                     Độc lập - Tự do - Hạnh phúc
       --------                                          ---------------------------
                               Phụ lục
                          PHÂN CÔNG NHIỆM VỤ
                    (Kèm theo Kế hoạch số ... của ...)

Nghị định 30/2020/NĐ-CP, Phụ lục I: paper, margins, typeface, page numbers (I), quốc hiệu and issuing body (II.1, II.2),
appendix (III.1: the word `Phụ lục` in small letters, its title in capitals, both bold and centred; the document that it
belongs to in italics below). An appendix in one file with its document carries no quốc hiệu. This one leaves alone, so
it says whose it is; an office that binds it to the plan deletes that first line of two cells. Documents of the Party
have `ĐẢNG CỘNG SẢN VIỆT NAM` in its place, and no tiêu ngữ (Hướng dẫn 36-HD/VPTW).
"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING, Any

from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from extract.extraction import Header
from publish.plain import plain

if TYPE_CHECKING:
    from docx.document import Document as Paper
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

WIDTH = 250
"""Millimetres between the margins."""

_FONT, _SIZE, _TITLE_SIZE = "Times New Roman", Pt(13), Pt(14)
_LEFT, _RIGHT = 110, 140  # mm; the cells of the letterhead
_MADE = datetime(2000, 1, 1)  # a fixed date: the bytes depend on the checklist alone
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first date that a ZIP archive can hold
_STATE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
_PARTY = ("ĐẢNG CỘNG SẢN VIỆT NAM", "")
_OF_PARTY = re.compile(
    r"(?:tỉnh|thành|huyện|quận|thị|đảng) ủy\b|đảng bộ|trung ương đảng|ban bí thư|bộ chính trị"
    r"|ban chấp hành trung ương",
    re.IGNORECASE,
)


def set_up_page(paper: Paper) -> None:
    """A4 landscape with the margins of the decree; the page number at the top, from the second page on."""
    page = paper.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Mm(297), Mm(210)
    page.top_margin = page.bottom_margin = Mm(20)
    page.left_margin, page.right_margin = Mm(30), Mm(297 - 30 - WIDTH)
    page.different_first_page_header_footer = True
    number = page.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    number._p.append(field)
    style = paper.styles["Normal"]
    style.font.name, style.font.size = _FONT, _SIZE
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _FONT)
    style.paragraph_format.space_after = Pt(0)
    paper.core_properties.created = paper.core_properties.modified = _MADE
    paper.core_properties.author = paper.core_properties.comments = ""


def add_letterhead(paper: Paper, header: Header) -> None:
    """The issuing body under the one above it, and quốc hiệu with tiêu ngữ."""
    table = paper.add_table(rows=1, cols=2)
    table.autofit = False
    left, right = table.rows[0].cells
    for cell, column, width in zip((left, right), table.columns, (_LEFT, _RIGHT), strict=True):
        column.width = cell.width = Mm(width)
    parent, issuer = (plain(name or "").upper() for name in (header.parent, header.issuer))
    lines = [(parent, False)] * bool(parent) + [(issuer, True)] * bool(issuer)
    _fill(left, lines, _LEFT, 40)
    party = bool(_OF_PARTY.search(header.issuer or ""))
    nation, motto = _PARTY if party else _STATE
    _fill(right, [(nation, True)] + [(motto, True)] * bool(motto), _RIGHT, 66 if motto else 72)


def add_line(paper: Paper, text: str, *, bold: bool = False, italic: bool = False, before: int = 0) -> None:
    """A centred line over the table; `before` it so many points are left free."""
    paragraph = paper.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(before)
    _write(paragraph, text, bold=bold, italic=italic)


def add_rule(paper: Paper, width: int) -> None:
    """A short line below the title, so many millimetres wide, and some room below it."""
    _rule(paper.add_paragraph(), WIDTH, width)


def _fill(cell: _Cell, lines: list[tuple[str, bool]], room: int, rule: int) -> None:
    for number, (text, bold) in enumerate(lines):
        paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
        _write(paragraph, text, bold=bold, size=_TITLE_SIZE if text == _STATE[1] else _SIZE)
    if lines:
        _rule(cell.add_paragraph(), room, rule)


def _write(
    paragraph: Paragraph, text: str, *, bold: bool = False, italic: bool = False, size: Pt = _TITLE_SIZE
) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(text)
    run.bold, run.italic, run.font.size = bold, italic, size


def _rule(paragraph: Paragraph, room: int, width: int) -> None:
    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = Mm((room - width) / 2)
    form.line_spacing, form.space_after = Pt(3), Pt(8)
    borders: Any = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def same_bytes(paper: Paper) -> bytes:
    """The saved document with the time of day taken out of its ZIP entries."""
    saved, target = io.BytesIO(), io.BytesIO()
    paper.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _EARLIEST), old.read(name), zipfile.ZIP_DEFLATED)
    return target.getvalue()
