"""The DOCX checklist, read back: the official layout, and the table."""

from __future__ import annotations

import io

from docx import Document
from docx.document import Document as Paper
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from extract.extraction import Extraction
from publish.checklist import Checklist, checklist
from publish.to_docx import write


def paper_of(tasks: Checklist) -> Paper:
    return Document(io.BytesIO(write(tasks)))


def test_the_table(plan: Extraction) -> None:
    (table,) = paper_of(checklist(plan)).tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == [
        "TT",
        "Nội dung công việc",
        "Cơ quan chủ trì",
        "Cơ quan phối hợp",
        "Thời hạn",
        "Căn cứ",
        "Mục, trang",
    ]
    assert len(rows) == 6
    assert rows[2][1] == "=SUM(A1:A9) | *đậm* <b>x</b>[31m https://a.vn"
    assert rows[3][4] == "trước ngày 15 hằng tháng"


def test_the_layout_of_an_official_document(plan: Extraction) -> None:
    paper = paper_of(checklist(plan))
    page = paper.sections[0]
    assert page.orientation == WD_ORIENT.LANDSCAPE
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (297, 210)
    assert paper.styles["Normal"].font.name == "Times New Roman"
    assert paper.paragraphs[0].text == "BẢNG PHÂN CÔNG NHIỆM VỤ"
    assert paper.paragraphs[0].runs[0].bold
    assert paper.paragraphs[1].runs[0].italic
    assert page.different_first_page_header_footer  # no number on the first page
    assert page.header._element.xpath(".//w:fldSimple/@w:instr") == ["PAGE"]


def test_the_head_row_is_repeated_and_rows_stay_whole(plan: Extraction) -> None:
    (table,) = paper_of(checklist(plan)).tables
    marks = [{child.tag for child in row._tr.trPr} for row in table.rows]
    assert qn("w:tblHeader") in marks[0]
    assert not any(qn("w:tblHeader") in row for row in marks[1:])
    assert all(qn("w:cantSplit") in row for row in marks)


def test_the_columns_fill_the_page_and_the_work_has_the_widest(plan: Extraction) -> None:
    paper = paper_of(checklist(plan))
    (table,) = paper.tables
    page = paper.sections[0]
    widths = [column.width.mm for column in table.columns if column.width]
    assert round(sum(widths)) == round(page.page_width.mm - page.left_margin.mm - page.right_margin.mm)
    assert widths.index(max(widths)) == 1


def test_by_agency_each_group_has_its_heading(plan: Extraction) -> None:
    (table,) = paper_of(checklist(plan).grouped()).tables
    first = [row.cells[0].text for row in table.rows]
    assert first[1:4] == ["Sở Tài chính", "1", "Sở Lao động - Thương binh và Xã hội"]
    assert first[-2:] == ["Chưa xác định cơ quan chủ trì", "1"]


def test_the_same_checklist_gives_the_same_bytes(plan: Extraction) -> None:
    assert write(checklist(plan)) == write(checklist(plan))
