"""The XLSX checklist, read back with another library."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import datetime

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from corpus.facts import Progress
from extract.extraction import Extraction, Task
from publish.checklist import Checklist, Group, checklist
from publish.plain import plain
from publish.to_xlsx import write


def sheet_of(tasks: Checklist, lang: str = "vi") -> Worksheet:
    book = load_workbook(io.BytesIO(write(tasks, lang)))  # type: ignore[arg-type]
    sheet, _ = book.worksheets
    return sheet


def column(sheet: Worksheet, letter: str, first: int = 5) -> list[object]:
    return [cell.value for cell in sheet[letter][first - 1 :]]


def test_the_table(plan: Extraction) -> None:
    sheet = sheet_of(checklist(plan))
    assert sheet["A1"].value == "BẢNG PHÂN CÔNG NHIỆM VỤ"
    assert sheet["A2"].value == (
        "Theo Kế hoạch số 22/KH-UBND ngày 27/02/2025 của Ủy ban nhân dân tỉnh Bình Định"
    )
    assert [cell.value for cell in sheet[4]] == [
        "TT",
        "Nội dung công việc",
        "Cơ quan chủ trì",
        "Cơ quan phối hợp",
        "Thời hạn",
        "Ngày đến hạn",
        "Căn cứ",
        "Mục, trang",
        "Tình trạng",
        "Ghi chú",
        "Khóa (không sửa)",
    ]
    assert column(sheet, "A") == [1, 2, 3, 4, 5]
    assert column(sheet, "C")[1] == "Sở Lao động - Thương binh và Xã hội; Sở Nội vụ"
    assert column(sheet, "I") == ["Chưa thực hiện"] * 5
    assert column(sheet, "H") == ["V.1, tr. 3", "V.2, tr. 3", "V.3, tr. 4", "Phụ lục.1, tr. 5", None]


def test_due_dates_are_dates_beside_the_words(plan: Extraction) -> None:
    sheet = sheet_of(checklist(plan))
    assert column(sheet, "F")[:3] == [datetime(2025, 4, 20), datetime(2025, 6, 30), None]
    assert sheet["F5"].number_format == "dd/mm/yyyy"
    assert sheet["E6"].value == "Quý II năm 2025 (30/06/2025)"


@pytest.mark.parametrize(
    "start", ["=1+1", "+84 24", "-3", "@SUM(A1)", "{=1}", "https://a.vn", "mailto:a@b.vn"]
)
def test_text_is_never_a_formula_or_a_link(start: str) -> None:
    task = Task(id="t1", quote=f"{start} x", start=0, end=9, lead=(start,), section=start, rule="item")
    sheet = sheet_of(checklist(_only(task)))
    for letter in "BCH":
        cell = sheet[f"{letter}5"]
        assert (cell.data_type, cell.hyperlink) == ("s", None)
        assert str(cell.value).startswith(start)


def test_what_a_cell_cannot_hold_is_cut_not_lost() -> None:
    task = Task(id="t1", quote="việc " * 10_000, start=0, end=9, rule="item")
    text = str(sheet_of(checklist(_only(task)))["B5"].value)
    assert 32_000 < len(text) <= 32_767
    assert text.endswith("…")


def test_ready_to_read_and_to_print(plan: Extraction) -> None:
    sheet = sheet_of(checklist(plan))
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.freeze_panes == "C5"
    assert sheet.auto_filter.ref == "A4:K9"
    assert sheet["B5"].alignment.wrap_text
    assert sheet["B5"].font.name == "Times New Roman"


def test_by_agency_each_group_has_its_heading(plan: Extraction) -> None:
    sheet = sheet_of(checklist(plan).grouped())
    assert column(sheet, "A") == [
        "Sở Tài chính",
        1,
        "Sở Lao động - Thương binh và Xã hội",
        1,
        2,
        "Sở Nội vụ",
        1,
        "các Sở, ban, ngành liên quan",
        1,
        "Chưa xác định cơ quan chủ trì",
        1,
    ]


def test_english(plan: Extraction) -> None:
    sheet = sheet_of(checklist(plan), "en")
    assert [cell.value for cell in sheet[4]][:3] == ["No.", "Task", "Lead agency"]


def test_the_same_checklist_gives_the_same_bytes(plan: Extraction) -> None:
    assert write(checklist(plan)) == write(checklist(plan))


def _only(task: Task) -> Extraction:
    from extract.extraction import Header
    from ingest.document import Source

    return Extraction(source=Source("a.txt", "00", "text/plain", "text"), header=Header(), tasks=(task,))


def _ticked(plan: Extraction, note: str) -> Checklist:
    tasks = checklist(plan)
    progress = Progress(number=1, state="doing", by="Hoa", at="2025-03-01T08:00:00", note=note)
    first = replace(tasks.rows[0], progress=progress, corrected=("lead", "deadlines"))
    return replace(tasks, groups=(Group(None, (first, *tasks.rows[1:])),))


def test_the_status_is_chosen_from_a_list(plan: Extraction) -> None:
    sheet = sheet_of(_ticked(plan, "đã gửi dự thảo"))
    assert [sheet["I5"].value, sheet["J5"].value] == ["Đang thực hiện", "đã gửi dự thảo"]
    (list_,) = sheet.data_validations.dataValidation
    assert (list_.type, str(list_.sqref)) == ("list", "I5:I9")
    assert list_.formula1 == '"Chưa thực hiện,Đang thực hiện,Đã hoàn thành"'
    assert list_.errorStyle == "information", "another spelling may be typed"
    assert sheet["C5"].value == "Sở Tài chính (*)"
    assert str(sheet["A3"].value).endswith("(*) Đã sửa so với kết quả đọc văn bản.")
    english = sheet_of(_ticked(plan, ""), "en")
    assert english["I5"].value == "In progress"
    assert "Completed" in english.data_validations.dataValidation[0].formula1


@pytest.mark.parametrize("note", ["=1+1", "@SUM(A1)", "https://a.vn", "a\x1bb\n\tc"])
def test_a_note_is_text(plan: Extraction, note: str) -> None:
    cell = sheet_of(_ticked(plan, note))["J5"]
    assert (cell.data_type, cell.hyperlink, cell.value) == ("s", None, plain(note))


def test_each_row_has_its_key_in_a_hidden_column(plan: Extraction) -> None:
    book = load_workbook(io.BytesIO(write(checklist(plan))))
    sheet, memory = book.worksheets
    assert sheet.column_dimensions["K"].hidden
    assert (memory.title, memory.sheet_state, memory.protection.sheet) == ("nhiemvu", "veryHidden", True)
    assert not sheet.protection.sheet, "a protected sheet can neither be sorted nor lose a row"
    assert column(sheet, "K") == [cell.value for cell in memory["A"][2:]]
    assert memory["A1"].value == plan.source.sha256
