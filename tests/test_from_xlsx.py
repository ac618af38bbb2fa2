"""A checklist that people filled in comes back: sorted, moved, cut down, in other spellings; and hostile files do not."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from corpus_family import LAM_DONG, make, plan
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from corpus import queries
from corpus.errors import CorpusError
from corpus.store import Corpus
from publish import from_xlsx
from publish.checklist import Checklist, Group, checklist
from publish.corpus_checklist import checklist_of
from publish.errors import PublishError
from publish.from_xlsx import marks_in, read_marks
from publish.marks import Filled, write_marks
from publish.status_words import state_of_cell
from publish.to_xlsx import write
from publish.words import Lang

TASKS = (
    "Sở Tài chính thẩm định kinh phí mua sắm thùng rác trước ngày 30/6/2025.",
    "Sở Y tế phân loại chất thải y tế tại các bệnh viện.",
    "Theo dõi, đôn đốc.",
    "Theo dõi, đôn đốc .",
    "Sở Nội vụ tổ chức tập huấn cho cán bộ cấp xã.",
)
FIRST = 5  # the row of the first task
WORK, STATE, NOTE, KEY = 2, 9, 10, 11  # columns
Change = Callable[[Worksheet], Any]


def document(*quotes: str, first_line: str = "Bản một", number: str = "9/KH-UBND", **header: Any) -> Any:
    named = {"type": "Kế hoạch", "number": number, "issuer": LAM_DONG, "date": "2025-01-01", **header}
    tasks = [{"quote": quote, "section": str(n)} for n, quote in enumerate(quotes, 1)]
    return make("\n".join((first_line, number, *quotes, "")), header=named, tasks=tasks)


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with Corpus.open(tmp_path / "kho.db") as opened:
        opened.add(document(*TASKS))
        yield opened


def filled(tasks: Checklist, *changes: Change, lang: Lang = "vi") -> Filled:
    """The checklist as a file, changed and saved by another program, read back."""
    book = load_workbook(io.BytesIO(write(tasks, lang)))
    for change in changes:
        change(book.worksheets[0])
    return marks_in(saved(book), "bang.xlsx")


def saved(book: Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def type_in(task: int, state: object = None, note: object = None) -> Change:
    def change(sheet: Worksheet) -> None:
        for column, value in ((STATE, state), (NOTE, note)):
            if value is not None:
                sheet.cell(FIRST + task, column).value = value  # type: ignore[assignment]

    return change


def reorder(sheet: Worksheet, *columns: int) -> None:
    """Sort the rows otherwise: all their cells, or those of some columns only."""
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=FIRST, max_col=KEY)]
    mixed = random.Random(4).sample(rows, len(rows))
    for at, (old, new) in enumerate(zip(rows, mixed, strict=True), FIRST):
        for column, (one, other) in enumerate(zip(old, new, strict=True), 1):
            sheet.cell(at, column).value = other if not columns or column in columns else one  # type: ignore[assignment]


def said(found: Filled) -> dict[str, tuple[str, str]]:
    return {mark.task: (mark.state, mark.note) for mark in found.marks}


TICKED = (type_in(0, "xong", "CV 12"), type_in(3, "Đang thực hiện"), type_in(4, note="chờ"))
MARKS = {"t0": ("done", "CV 12"), "t3": ("doing", ""), "t4": ("open", "chờ")}
HANDLED: list[tuple[str, Change]] = [
    ("as it is", lambda sheet: None),
    ("sorted", reorder),
    ("the texts sorted, the keys left behind", lambda sheet: reorder(sheet, *range(1, KEY))),
    ("a column put in", lambda sheet: sheet.insert_cols(3)),
    ("columns taken out", lambda sheet: sheet.delete_cols(3, 6)),
    ("rows put in above", lambda sheet: sheet.insert_rows(1, 4)),
    ("a blank row between", lambda sheet: sheet.insert_rows(FIRST + 1)),
    ("columns widened, rows hidden", lambda sheet: setattr(sheet.row_dimensions[FIRST], "hidden", True)),
    ("the sheet renamed", lambda sheet: setattr(sheet, "title", "Tháng 6")),
    ("an empty row far below", lambda sheet: setattr(sheet.cell(1_048_576, 1), "number_format", "0.00")),
]  # fmt: skip


@pytest.mark.parametrize(("how", "change"), HANDLED, ids=[how for how, _ in HANDLED])
def test_rows_are_found_again(corpus: Corpus, how: str, change: Change) -> None:
    """Of two tasks in the same words only the key tells which is which: where it was left behind that row is told."""
    found = filled(checklist_of(corpus, 1), *TICKED, change)
    if "left behind" in how:
        assert {"t0", "t4"} <= set(said(found))
        assert {task: MARKS[task] for task in ("t0", "t4")} == {
            task: said(found)[task] for task in ("t0", "t4")
        }
    else:
        assert said(found) == MARKS
        assert (found.unclear, found.untouched) == ((), 2)


def test_rows_that_were_deleted_say_nothing(corpus: Corpus) -> None:
    found = filled(checklist_of(corpus, 1), *TICKED, lambda sheet: sheet.delete_rows(FIRST, 2))
    assert said(found) == {task: MARKS[task] for task in ("t3", "t4")}


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (type_in(0, "gần xong"), "không hiểu tình trạng “gần xong”"),
        (type_in(0, 2.5), "không hiểu tình trạng “2.5”"),
        (lambda sheet: setattr(sheet.cell(FIRST + 9, STATE), "value", "x"), "không nhận ra nhiệm vụ nào trong dòng này"),
        (lambda sheet: (sheet.cell(FIRST, WORK, "Một việc khác hẳn"), sheet.cell(FIRST, STATE, "x")), "không nhận ra nhiệm vụ nào trong dòng này"),
        (lambda sheet: (sheet.cell(FIRST + 2, KEY, "?"), sheet.cell(FIRST + 2, STATE, "x")), "không nhận ra nhiệm vụ nào trong dòng này"),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_told(corpus: Corpus, change: Change, why: str) -> None:
    found = filled(checklist_of(corpus, 1), change)
    assert (found.marks, [one.said() for one in found.unclear]) == ((), [why])
    assert found.unclear[0].said("en").isascii() or "“" in why


def test_words_that_somebody_edited_are_known_by_the_key(corpus: Corpus) -> None:
    edited = TASKS[4].replace("cán bộ", "CÁN BỘ, công chức")
    found = filled(
        checklist_of(corpus, 1), type_in(4, "x"), lambda sheet: sheet.cell(FIRST + 4, WORK, edited)
    )
    assert said(found) == {"t4": ("done", "")}


def test_what_others_ticked_meanwhile_is_not_taken_back(corpus: Corpus) -> None:
    tasks = checklist_of(corpus, 1)
    with corpus.reading() as connection:
        seen = queries.tasks_in(connection, [1])
    corpus.tick(seen[1], "done", by="Nam")
    written = write_marks(corpus, 1, filled(tasks, type_in(0, "xong")), by="Hoa")
    assert [one.quote for one in written.changed] == [TASKS[0]]
    now = checklist_of(corpus, 1).rows
    assert [row.progress and row.progress.state for row in now] == ["done", "done", None, None, None]
    assert [row.progress.by for row in now if row.progress] == ["Hoa", "Nam"]


def test_by_agency_and_in_english(corpus: Corpus) -> None:
    tasks = checklist_of(corpus, 1)
    twice = replace(tasks.rows[0], lead=("Sở Y tế", "Sở Nội vụ"))
    grouped = replace(tasks, groups=(Group(None, (twice,)),)).grouped()
    one = filled(grouped, lambda sheet: sheet.cell(6, STATE, "Completed"), lang="en")
    assert said(one) == {"t0": ("done", "")}
    both = filled(
        grouped, lambda sheet: sheet.cell(6, STATE, "done"), lambda sheet: sheet.cell(8, STATE, "doing")
    )
    assert said(both) == {"t0": ("done", "")}
    assert [one.said() for one in both.unclear] == ["hai dòng của một nhiệm vụ ghi khác nhau (dòng 6)"]


def test_what_was_written_what_was_so_what_was_not_found(corpus: Corpus) -> None:
    back = filled(checklist_of(corpus, 1), *TICKED)
    written = write_marks(corpus, 1, back, by="Hoa")
    assert [(one.after, one.note, one.by) for one in written.changed] == [
        (("done",), "CV 12", "Hoa"), (("doing",), "", "Hoa"), (("open",), "chờ", "Hoa"),
    ]  # fmt: skip
    again = write_marks(corpus, 1, back, by="Nam")
    assert (again.changed, len(again.already), again.not_found) == ((), 3, ())
    now = checklist_of(corpus, 1).rows
    assert [row.progress.state if row.progress else "" for row in now] == ["done", "", "", "doing", "open"]


def test_a_new_version_of_the_document(corpus: Corpus) -> None:
    """The day of the first task was put off, the twins have become one, the last task is gone."""
    back = filled(checklist_of(corpus, 1), *TICKED)
    later = (TASKS[1], TASKS[0].replace("30/6", "31/8"), TASKS[2])
    new = corpus.add(document(*later, first_line="Bản hai")).document_id
    written = write_marks(corpus, new, back, by="Hoa")
    assert [one.quote for one in written.changed] == [later[1], later[2]]
    assert [mark.task for mark in written.not_found] == ["t4"]


def test_a_checklist_of_a_file(corpus: Corpus) -> None:
    """Made without a corpus, from the same document."""
    back = filled(checklist(document(*TASKS)), *TICKED)
    assert len(write_marks(corpus, 1, back, by="Hoa").changed) == 3


def test_the_checklist_of_another_document_is_refused(corpus: Corpus) -> None:
    back = filled(checklist(document(*TASKS, number="10/KH-UBND")), *TICKED)
    with pytest.raises(PublishError, match="bảng này lập từ văn bản khác"):
        write_marks(corpus, 1, back, by="Hoa")
    with pytest.raises(PublishError, match="kho không có văn bản này"):
        write_marks(corpus, 7, back, by="Hoa")
    with pytest.raises(CorpusError, match="thiếu tên người sửa"):
        write_marks(corpus, 1, replace(back, sha256=""), by=" ")
    assert corpus.corrections(ticks=True) == []


def test_a_table_that_was_copied_into_another_file(corpus: Corpus) -> None:
    """No hidden sheet, no keys: words alone. A row that says `Chưa thực hiện` takes nothing back."""
    book = Workbook()
    sheet = book.worksheets[0]
    rows = [["STT", "Nhiệm vụ", "Trạng thái", "Ghi chú"], [1, TASKS[0], "Hoàn thành", "=1+1"], [2, TASKS[1], "Chưa thực hiện", None],
            [3, TASKS[2], "x", None], [4, "Việc ngoài kế hoạch", "x", None], [5, TASKS[4], None, "chờ"]]  # fmt: skip
    for row in rows:
        sheet.append(row)
    sheet["D2"].data_type = "s"
    back = marks_in(saved(book), "chep.xlsx")
    assert [(one.words, one.state, one.note) for one in back.marks] == [
        (TASKS[0], "done", "=1+1"), (TASKS[2], "done", ""), ("Việc ngoài kế hoạch", "done", ""),
    ]  # fmt: skip
    assert [one.said() for one in back.unclear] == ["có ghi chú nhưng chưa ghi tình trạng"]
    written = write_marks(corpus, 1, back, by="Hoa")
    assert [one.quote for one in written.changed] == [TASKS[0]]
    assert [mark.words for mark in written.not_found] == [TASKS[2], "Việc ngoài kế hoạch"], (
        "nobody knows which of the twins, and what is no task stays none"
    )


@pytest.mark.parametrize(
    ("typed", "state"),
    [
        ("Đã hoàn thành", "done"), ("ĐÃ XONG!", "done"), ("hoan thanh", "done"), (" X ", "done"), ("✔", "done"), ("100%", "done"),
        (True, "done"), (1, "done"), (1.0, "done"), ("đang  làm", "doing"), (0.4, "doing"), ("In progress", "doing"),
        ("Chưa hoàn thành", "open"), ("không", "open"), (False, "open"), (0, "open"), ("0%", "open"),
        ("hoàn thành một phần", None), ("chưa rõ", None), ("150%", None), (7, None), ("=1+1", None), ("<script>", None),
    ],
)  # fmt: skip
def test_what_is_typed_as_status(typed: object, state: str | None) -> None:
    assert state_of_cell(typed) == state


def test_a_note_is_one_line_of_text(corpus: Corpus) -> None:
    note = "@SUM(A1)|x \x07 dòng\nhai " + "y" * 40_000
    back = filled(checklist_of(corpus, 1), type_in(0, "x", note.replace("\x07", "")[:32_000]))
    (mark,) = back.marks
    assert mark.note.startswith("@SUM(A1)|x dòng hai")
    assert len(mark.note) <= 2_000


def _zip(**parts: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return target.getvalue()


def _with(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """An XLSX file with one of its parts changed."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    return _zip(**parts | {name: change(parts[name])})


GOOD = write(checklist(plan("Sở Y tế tổng hợp báo cáo.")))
LAUGHS = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
STRINGS, SHEET = "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"
HOSTILE = [
    (b"", "không phải tệp .xlsx"),
    (b"this is no ZIP", "không phải tệp .xlsx"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "không phải tệp .xlsx"),
    (GOOD[: len(GOOD) // 2], "không phải tệp .xlsx"),
    (GOOD[:60] + bytes(40) + GOOD[100:], "bị hỏng"),
    (_zip(a=b"x"), "bị hỏng"),
    (_with(GOOD, SHEET, lambda part: part[:300]), "bị hỏng"),
    (_with(GOOD, STRINGS, lambda part: LAUGHS + part.partition(b"?>")[2]), "khai báo XML không an toàn"),
    (_with(GOOD, STRINGS, lambda part: (LAUGHS + part.partition(b"?>")[2]).decode().encode("utf-16")), "khai báo XML không an toàn"),
    (_with(GOOD, SHEET, lambda part: b'<!DOCTYPE x SYSTEM "file:///etc/passwd">' + part.partition(b"?>")[2]), "khai báo XML không an toàn"),
    (_zip(xl__big=b"0" * (from_xlsx.MOST_UNPACKED + 1)), "giải nén ra lớn quá 50 MB"),
    (_zip(**{f"part{n}": b"" for n in range(from_xlsx.MOST_PARTS + 1)}), "giải nén ra lớn quá 50 MB"),
    (b"P" * (from_xlsx.MOST_BYTES + 1), "tệp lớn quá 20 MB"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "cause"), HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_and_broken_files_give_one_clear_error(content: bytes, cause: str) -> None:
    with pytest.raises(PublishError, match=cause) as raised:
        marks_in(content, "bang.xlsx")
    assert len(str(raised.value).splitlines()) == 1
    assert str(raised.value).startswith("bang.xlsx: ")


def test_a_sheet_with_more_rows_than_a_checklist_has() -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(["Nội dung công việc", "Tình trạng"])
    for _ in range(from_xlsx.MOST_ROWS + 1):
        sheet.append(["x", "x"])
    with pytest.raises(PublishError, match="có quá 20000 dòng"):
        marks_in(saved(book), "bang.xlsx")


def test_a_file_that_is_no_checklist_or_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match="không có bảng với các cột"):
        marks_in(saved(Workbook()), "bang.xlsx")
    with pytest.raises(PublishError, match="không đọc được tệp"):
        read_marks(tmp_path / "nix.xlsx")
    (tmp_path / "bang.xlsx").write_bytes(GOOD)
    assert read_marks(tmp_path / "bang.xlsx").untouched == 1


def test_a_hidden_sheet_that_somebody_wrote_over(corpus: Corpus) -> None:
    """What is not whole there is left out; no line of it becomes a mark by itself."""
    book = load_workbook(io.BytesIO(write(checklist_of(corpus, 1))))
    memory = book.worksheets[1]
    memory["E3"], memory["A4"], memory["B5"] = "finished", None, "=1+1"
    type_in(0, "x")(book.worksheets[0])
    found = marks_in(saved(book), "bang.xlsx")
    assert found.marks == ()
    assert [(one.row, one.said()) for one in found.unclear] == [
        (row, "không nhận ra nhiệm vụ nào trong dòng này") for row in (FIRST, FIRST + 1)
    ]
