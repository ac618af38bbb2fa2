"""`nhiemvu tick`, and the checklist of a document of the corpus, as people run them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from running import PLAN, Command

PROVINCE = "21/KH-UBND"
GUIDE = ("--task", "tài liệu hướng dẫn điều kiện an toàn PCCC")
HOA = ("--by", "Nguyễn Thị Hoa")


def test_a_task_is_ticked_shown_and_undone(run: Command) -> None:
    done = run("tick", PROVINCE, *GUIDE, "--done", *HOA, "--note", "CV 12/SXD")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith(
        "Đã ghi số 1: tình trạng: Đã hoàn thành (trước: Chưa thực hiện): “Sở Xây dựng"
    )
    again = run("tick", PROVINCE, *GUIDE, "--done", *HOA, "--note", "CV 12/SXD")
    assert (again.returncode, again.stderr) == (1, "Đã như vậy từ trước; không ghi gì thêm.\n")
    head, *rows = (line.split("\t") for line in run("checklist", PROVINCE).stdout.splitlines())
    assert head[-2:] == ["Tình trạng", "Ghi chú"]
    assert [row[-2:] for row in rows[:2]] == [["Chưa thực hiện", ""], ["Đã hoàn thành", "CV 12/SXD"]]
    (said,) = json.loads(run("tick", PROVINCE, *GUIDE, "--doing", *HOA, "--json").stdout)
    assert (said["kind"], said["before"], said["after"]) == ("progress", ["done"], ["doing"])
    undone = run("correct", "--undo", 2, "--by", "Nam", "--lang", "en")
    assert undone.stderr == "No. 3 written: correction 2 is undone.\n"
    assert run("checklist", PROVINCE).stdout.splitlines()[2].endswith("\tĐã hoàn thành\tCV 12/SXD")


def test_ticks_are_listed_on_demand_and_are_no_annotations(run: Command, tmp_path: Path) -> None:
    run("tick", PROVINCE, *GUIDE, "--done", *HOA)
    listed = run("corrections")
    assert (listed.returncode, listed.stderr) == (1, "Chưa ai sửa gì.\n")
    assert "\tđang áp dụng\t" in run("corrections", "--ticks").stdout
    assert "\tstatus\t" in run("corrections", PROVINCE, "--ticks", "--lang", "en").stdout
    assert run("corrections", "--as-gold", "-o", tmp_path / "gold").returncode == 1


def test_the_checklist_of_a_document_of_the_corpus(run: Command, tmp_path: Path) -> None:
    run("correct", PROVINCE, "--task", "Kiểm tra an toàn PCCC đối với các khu nhà trọ", "--lead", "STC", *HOA)
    shown = run("checklist", PROVINCE).stdout
    assert "\tSở Tài chính (đã sửa)\t" in shown
    assert shown.count("\n") == run("checklist", PLAN).stdout.count("\n")
    only = json.loads(run("checklist", PROVINCE, "--agency", "stc", "--json").stdout)
    assert ["lead"] in [row["corrected"] for group in only["groups"] for row in group["rows"]]
    for suffix in ("xlsx", "docx", "csv", "md", "ics"):
        assert run("checklist", PROVINCE, "-o", tmp_path / f"a.{suffix}", "--by", "agency").returncode == 0
    for typed in ("999/KH-UBND", "999/KH-UBND' OR 1=1 --"):
        missing = run("checklist", typed)
        assert (missing.returncode, len(missing.stderr.splitlines())) == (2, 1)
        assert "kho không có văn bản này" in missing.stderr


def test_a_file_stays_a_file_and_without_a_corpus_all_are(
    run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("tick", PROVINCE, *GUIDE, "--done", *HOA)
    head = run("checklist", PLAN, "--corpus", tmp_path / "kho.db").stdout.splitlines()[0]
    assert head.endswith("\tCăn cứ\tMục, trang")
    monkeypatch.delenv("NHIEMVU_CORPUS")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "nothing"))
    assert "không có tệp này" in run("checklist", PROVINCE).stderr
    assert "chưa có kho" in run("checklist", PROVINCE, "--corpus", tmp_path / "nix.db").stderr


def test_a_checklist_that_was_filled_in(run: Command, tmp_path: Path) -> None:
    path = tmp_path / "bang.xlsx"
    run("checklist", PROVINCE, "-o", path)
    assert run("tick", PROVINCE, "--from", path, *HOA).returncode == 0, (
        "nobody filled it in, and all is understood"
    )
    book = load_workbook(path)
    sheet = book.worksheets[0]
    for row, typed in ((5, "xong"), (6, "Đang làm"), (7, "gần xong")):
        sheet.cell(row, 9).value = typed
    sheet.cell(5, 10).value = "báo cáo số 5"
    sheet.cell(60, 2).value, sheet.cell(60, 9).value = "Việc thêm tay", "x"
    book.save(path)
    taken = run("tick", PROVINCE, "--from", path, *HOA)
    assert (taken.returncode, taken.stdout) == (1, ""), "some rows were not understood"
    lines = taken.stderr.splitlines()
    assert lines[0].startswith("Đã ghi số 1: tình trạng: Đã hoàn thành (trước: Chưa thực hiện): “")
    assert lines[2].startswith("Dòng 7: không hiểu tình trạng “gần xong”: “")
    assert lines[3] == "Dòng 60: không nhận ra nhiệm vụ nào trong dòng này: “Việc thêm tay”"
    assert lines[4] == (
        "Đã ghi 2 nhiệm vụ; 0 đã như vậy từ trước, 37 dòng không ai điền, 0 không có trong văn bản,"
        " 2 dòng không hiểu được."
    )
    again = json.loads(run("tick", PROVINCE, "--from", path, *HOA, "--json").stdout)
    assert [len(again[name]) for name in ("changed", "already", "not_found", "unclear")] == [0, 2, 0, 2]
    other = run("tick", "58/KH-UBND", "--from", path, *HOA)
    assert (other.returncode, "bảng này lập từ văn bản khác" in other.stderr) == (2, True)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ((PROVINCE, *GUIDE, "--done"), "--by: thiếu tên người sửa"),
        ((PROVINCE, *GUIDE, *HOA), "--done, --doing, --open: thiếu"),
        ((PROVINCE, "--done", *HOA), "--task: thiếu"),
        ((PROVINCE, *GUIDE, "--done", "--open", *HOA), "--done: không dùng cùng --open"),
        ((PROVINCE, *GUIDE, "--from", "a.xlsx", *HOA), "--from: không dùng cùng --task"),
        ((PROVINCE, "--from", "nix.xlsx", *HOA), "nix.xlsx: không đọc được tệp"),
        ((PROVINCE, "--from", str(PLAN), *HOA), "tệp .xlsx bị hỏng"),
        ((PROVINCE, "--task", "trồng rừng phòng hộ", "--done", *HOA), "không có nhiệm vụ nào như vậy"),
        (("999/KH-UBND", *GUIDE, "--done", *HOA), "kho không có văn bản này"),
    ],
)
def test_what_is_refused(run: Command, typed: tuple[str, ...], said: str) -> None:
    done = run("tick", *typed)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert said in done.stderr
    assert run("tick", *typed, "--lang", "en").returncode == 2
