"""The CSV checklist, read back."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from corpus.facts import Progress
from extract.extraction import Extraction
from publish.checklist import Checklist, Group, checklist
from publish.to_csv import as_text, write


def rows_of(tasks: Checklist) -> list[list[str]]:
    return list(csv.reader(io.StringIO(write(tasks).decode("utf-8-sig"), newline="")))


def test_the_table(plan: Extraction) -> None:
    rows = rows_of(checklist(plan))
    assert rows[0] == [
        "TT",
        "Nội dung công việc",
        "Cơ quan chủ trì",
        "Cơ quan phối hợp",
        "Thời hạn",
        "Căn cứ",
        "Mục, trang",
        "Ngày đến hạn",
        "Tình trạng",
        "Ghi chú",
    ]
    assert {(row[-2], row[-1]) for row in rows[1:]} == {("Chưa thực hiện", "")}
    assert [row[-3] for row in rows[1:]] == ["2025-04-20", "2025-06-30", "", "", ""]
    assert rows[1][2:4] == ["Sở Tài chính", "các Sở, ban, ngành liên quan"]


def test_by_agency_the_agency_is_the_first_column(plan: Extraction) -> None:
    rows = rows_of(checklist(plan).grouped())
    assert [row[0] for row in rows][:3] == ["Cơ quan", "Sở Tài chính", "Sở Lao động - Thương binh và Xã hội"]
    assert rows[-1][:2] == ["Chưa xác định cơ quan chủ trì", "1"]
    assert {len(row) for row in rows} == {11}


def test_excel_sees_utf8_and_every_line_ends_as_it_should(plan: Extraction) -> None:
    content = write(checklist(plan))
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\n") == content.count(b"\r\n") == 6


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", "＝"])
def test_a_cell_is_never_a_formula(start: str) -> None:
    assert as_text(f"{start}1+1") == f"'{start}1+1"


def test_no_cell_of_a_hostile_plan_is_a_formula(plan: Extraction) -> None:
    assert rows_of(checklist(plan))[2][1].startswith("'=SUM(A1:A9)")


@pytest.mark.parametrize("note", ["=1+1", "@SUM(A1)", "-2", "+84", "a\r\n=1+1"])
def test_a_note_is_no_formula_and_no_row(plan: Extraction, note: str) -> None:
    tasks = checklist(plan)
    progress = Progress(number=1, state="done", by=note, at="2025-03-01T08:00:00", note=note)
    first = replace(tasks.rows[0], progress=progress)
    rows = rows_of(replace(tasks, groups=(Group(None, (first, *tasks.rows[1:])),)))
    assert (len(rows), rows[1][-2], rows[1][-1]) == (6, "Đã hoàn thành", as_text(" ".join(note.split())))
    assert not rows[1][-1].startswith(("=", "@", "-", "+"))
