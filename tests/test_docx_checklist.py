"""The DOCX checklist, read back: the official layout, and the table."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from docx import Document
from docx.document import Document as Paper
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt

from corpus.facts import Progress
from extract.extraction import Extraction
from publish.checklist import Checklist, Group, checklist
from publish.to_docx import write


def paper_of(tasks: Checklist) -> Paper:
    return Document(io.BytesIO(write(tasks)))


def test_the_table(plan: Extraction) -> None:
    _, table = paper_of(checklist(plan)).tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == [
        "TT",
        "Nội dung công việc",
        "Cơ quan chủ trì",
        "Cơ quan phối hợp",
        "Thời hạn",
        "Sản phẩm",
        "Ghi chú",
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
    assert paper.styles["Normal"].font.size == Pt(13)
    lines = [(one.text, one.runs[0].bold, one.runs[0].italic) for one in paper.paragraphs if one.text]
    assert lines == [
        ("Phụ lục", True, False),
        ("PHÂN CÔNG NHIỆM VỤ", True, False),
        ("Tổng kết | công tác <giảm nghèo>", True, False),
        (
            "(Kèm theo Kế hoạch số 22/KH-UBND ngày 27 tháng 02 năm 2025 của Ủy ban nhân dân tỉnh Bình Định)",
            False,
            True,
        ),
    ]
    assert {one.alignment for one in paper.paragraphs if one.text} == {WD_ALIGN_PARAGRAPH.CENTER}
    assert page.different_first_page_header_footer  # no number on the first page
    assert page.header._element.xpath(".//w:fldSimple/@w:instr") == ["PAGE"]


def test_the_head_row_is_repeated_and_rows_stay_whole(plan: Extraction) -> None:
    _, table = paper_of(checklist(plan)).tables
    marks = [{child.tag for child in row._tr.trPr} for row in table.rows]
    assert qn("w:tblHeader") in marks[0]
    assert not any(qn("w:tblHeader") in row for row in marks[1:])
    assert all(qn("w:cantSplit") in row for row in marks)


def test_the_columns_fill_the_page_and_the_work_has_the_widest(plan: Extraction) -> None:
    paper = paper_of(checklist(plan))
    _, table = paper.tables
    page = paper.sections[0]
    widths = [column.width.mm for column in table.columns if column.width]
    assert round(sum(widths)) == round(page.page_width.mm - page.left_margin.mm - page.right_margin.mm)
    assert widths.index(max(widths)) == 1


def test_by_agency_each_group_has_its_heading(plan: Extraction) -> None:
    _, table = paper_of(checklist(plan).grouped()).tables
    first = [row.cells[0].text for row in table.rows]
    assert first[1:4] == ["Sở Tài chính", "1", "Sở Lao động - Thương binh và Xã hội"]
    assert first[-2:] == ["Chưa xác định cơ quan chủ trì", "1"]


def test_the_same_checklist_gives_the_same_bytes(plan: Extraction) -> None:
    assert write(checklist(plan)) == write(checklist(plan))


STATE = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
LETTERHEADS = [
    ("Sở Y tế", "Ủy ban nhân dân tỉnh Bình Định", ["ỦY BAN NHÂN DÂN TỈNH BÌNH ĐỊNH", "SỞ Y TẾ"], STATE, "under its parent"),
    ("Ủy ban nhân dân tỉnh Bình Định", None, ["ỦY BAN NHÂN DÂN TỈNH BÌNH ĐỊNH"], STATE, "nothing above"),
    (None, None, [], STATE, "a letterhead that nobody could read"),
    ("Ban Thường vụ Tỉnh ủy Yên Bái", None, ["BAN THƯỜNG VỤ TỈNH ỦY YÊN BÁI"], ["ĐẢNG CỘNG SẢN VIỆT NAM"], "the Party"),
    ("Đảng ủy xã Tiên La", "Tỉnh ủy", ["TỈNH ỦY", "ĐẢNG ỦY XÃ TIÊN LA"], ["ĐẢNG CỘNG SẢN VIỆT NAM"], "below it"),
]  # fmt: skip


@pytest.mark.parametrize(("issuer", "parent", "left", "right", "why"), LETTERHEADS)
def test_the_letterhead(
    plan: Extraction, issuer: str | None, parent: str | None, left: list[str], right: list[str], why: str
) -> None:
    header = replace(plan.header, issuer=issuer, parent=parent)
    head, _ = paper_of(replace(checklist(plan), header=header)).tables
    texts = [[one.text for one in cell.paragraphs if one.text] for cell in head.rows[0].cells]
    assert texts == [left, right], why
    bold = [one.runs[0].bold for one in head.rows[0].cells[0].paragraphs if one.text]
    assert bold == [False, True][2 - len(left) :]


def test_status_and_notes_are_text_in_the_last_column(plan: Extraction) -> None:
    hostile = "=1+1 <w:br/> &amp; \x1b[31m\n| x"
    progress = Progress(number=1, state="done", by=hostile, at="2025-03-01T08:00:00", note=hostile)
    tasks = checklist(plan)
    first = replace(tasks.rows[0], progress=progress, lead=("Sở Nội vụ",), corrected=("lead",))
    paper = paper_of(replace(tasks, groups=(Group(None, (first, *tasks.rows[1:])),)))
    _, table = paper.tables
    assert table.rows[1].cells[6].text == "Mục V.1, tr. 3; Đã hoàn thành; =1+1 <w:br/> &amp; [31m | x"
    assert table.rows[2].cells[6].text == "Mục V.2, tr. 3"
    assert table.rows[4].cells[6].text == "Phụ lục.1, tr. 5"
    assert table.rows[1].cells[2].text.endswith(" (*)")
    assert paper.paragraphs[-1].text == "(*) Đã sửa so với kết quả đọc văn bản."
