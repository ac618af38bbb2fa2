"""`nhiemvu correct` and `nhiemvu corrections`, as people run them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from running import PLAN, SAMPLES, Command

from bench.scoring import scored
from corpus.statement import iso_day
from corpus.store import Corpus
from nhiemvu import cli
from nhiemvu.parsing import parse

DISTRICT = "58/KH-UBND"
LIST = ("--task", "rà soát, lập danh sách khu dân cư")
HOA = ("--by", "Nguyễn Thị Hoa")


def test_owner_and_deadline(run: Command) -> None:
    done = run(
        "correct", DISTRICT, *LIST, "--lead", "Phòng LĐTBXH", "--due", "30/6/2024", *HOA, "--note", "họp"
    )
    assert (done.returncode, done.stdout) == (0, "")
    lines = done.stderr.splitlines()
    assert lines[0].startswith(
        "Đã ghi số 1: cơ quan chủ trì: Phòng Lao động - Thương binh và Xã hội (trước: Công an huyện): “Công an huyện"
    )
    assert lines[1].startswith("Đã ghi số 2: thời hạn: 30/06/2024 (trước: 15/05/2024): “")
    again = run("correct", DISTRICT, *LIST, "--due", "2024-06-30", *HOA)
    assert (again.returncode, again.stderr) == (1, "Đã như vậy từ trước; không ghi gì thêm.\n")
    shown = run("who", "lập danh sách khu dân cư có nguy cơ cháy, nổ cao, trình UBND huyện").stdout
    assert "Phòng Lao động - Thương binh và Xã hội (đã sửa)" in shown
    assert "30/06/2024 (đã sửa)" in shown
    listed = run("corrections").stdout.splitlines()
    assert [line.split("\t")[0] for line in listed] == ["Số", "2", "1"]
    assert "\tđang áp dụng\thọp" in listed[1]
    assert (
        run("correct", "--undo", 2, "--by", "Nam", "--lang", "en").stderr
        == "No. 3 written: correction 2 is undone.\n"
    )
    (undo, day, owner) = json.loads(run("corrections", DISTRICT, "--json").stdout)
    assert (undo["kind"], undo["undoes"], undo["by"]) == ("undo", 2, "Nam")
    assert (day["state"], day["undone_by"], owner["state"]) == ("undone", 3, "holds")
    assert (owner["before"], owner["note"]) == (["Công an huyện"], "họp")
    assert run("corrections", "21/KH-UBND").stderr == "Chưa ai sửa gì.\n"


def test_a_citation_and_a_trace(run: Command) -> None:
    done = run("correct", DISTRICT, "--citation", "Quyết định 417", "--means", "1986/QĐ-TTg", *HOA, "--json")
    (said,) = json.loads(done.stdout)
    assert (said["kind"], said["quote"]) == ("means", "Quyết định 417")
    assert (
        "1986/QĐ-TTg ngày 22/11/2023 của Thủ tướng Chính phủ (Nguyễn Thị Hoa sửa ngày "
        in run("trace", DISTRICT, "--up").stdout
    )


def test_words_that_cite_nothing(run: Command) -> None:
    above = run("trace", DISTRICT, "--up").stdout
    assert "417/QĐ-UBND" in above
    done = run("correct", DISTRICT, "--citation", "Quyết định 417", "--not-a-citation", *HOA, "--json")
    (said,) = json.loads(done.stdout)
    assert (said["kind"], said["after"], said["target"]) == ("means", [], None)
    again = run("correct", DISTRICT, "--citation", "Quyết định 417", "--not-a-citation", *HOA)
    assert (again.returncode, again.stderr) == (1, "Đã như vậy từ trước; không ghi gì thêm.\n")
    (standing,) = json.loads(run("corrections", DISTRICT, "--json").stdout)
    assert standing["state"] == "holds"
    assert "Quyết định 417”" not in run("trace", DISTRICT, "--up").stdout
    assert run("correct", "--undo", said["id"], *HOA).returncode == 0
    assert run("trace", DISTRICT, "--up").stdout == above


def test_a_task_that_carries_out_another(run: Command) -> None:
    above = ("--carries-out", "417/QĐ-UBND Thái Bình", "--above", "chỉ đạo UBND cấp xã lập danh sách")
    done = run("correct", DISTRICT, *LIST, *above, *HOA)
    assert done.returncode == 2, "the words are not those of the document"
    assert "gần nhất: " in done.stderr
    above = (*above[:3], "Chỉ đạo Ủy ban nhân dân cấp xã lập danh sách khu dân cư")
    assert run("correct", DISTRICT, *LIST, *above, *HOA).returncode == 0
    assert run("correct", DISTRICT, *LIST, *above, *HOA).returncode == 1


def test_names_of_one_body_and_no_task(run: Command) -> None:
    assert run("correct", "--same-agency", "Công an huyện", "Công an cấp huyện", *HOA).returncode == 0
    assert run("correct", DISTRICT, "--task", "t3", "--not-a-task", *HOA).returncode == 0
    answers = json.loads(run("who", "rà soát, lập danh sách khu dân cư có nguy cơ cháy", "--json").stdout)
    assert answers
    assert all(
        answer["document"]["number"] != DISTRICT or "lập danh sách" not in answer["quote"]
        for answer in answers
    )
    assert "Công an huyện" not in {name for answer in answers for name in answer["lead"]}


# What was typed, and what the one line says.
REFUSED = [
    ((), "--task: thiếu; xem nhiemvu correct --help"),
    ((DISTRICT, *LIST, *HOA), "--lead: thiếu; xem nhiemvu correct --help"),
    ((*LIST, "--lead", "Sở Y tế", *HOA), "SỐ-KÝ-HIỆU: thiếu; xem nhiemvu correct --help"),
    ((DISTRICT, "--lead", "Sở Y tế", *HOA), "--task: thiếu; xem nhiemvu correct --help"),
    ((DISTRICT, "--citation", "Quyết định 417", *HOA), "--means: thiếu; xem nhiemvu correct --help"),
    ((DISTRICT, "--citation", "x", "--means", "y", "--not-a-citation", *HOA), "--means: không dùng cùng --not-a-citation; mỗi lệnh sửa một điều"),
    ((DISTRICT, "--not-a-citation", *HOA), "--citation: thiếu; xem nhiemvu correct --help"),
    ((DISTRICT, *LIST, "--carries-out", "417/QĐ-UBND", *HOA), "--above: thiếu; xem nhiemvu correct --help"),
    ((DISTRICT, *LIST, "--not-a-task", "--due", "", *HOA), "--not-a-task: không dùng cùng --lead, --support, --due; mỗi lệnh sửa một điều"),
    ((DISTRICT, *LIST, "--citation", "x", "--means", "y", *HOA), "--task: không dùng cùng --citation; mỗi lệnh sửa một điều"),
    (("--undo", 1, "--same-agency", "a", "b", *HOA), "--undo: không dùng cùng --same-agency; mỗi lệnh sửa một điều"),
    ((DISTRICT, *LIST, "--lead", "Sở Y tế"), '--by: thiếu tên người sửa; ghi họ tên: --by "Họ tên"'),
    ((DISTRICT, *LIST, "--lead", "Sở Y tế", "--support", "SYT", *HOA), "Sở Y tế: vừa chủ trì vừa phối hợp; chọn một trong hai"),
    ((DISTRICT, *LIST, "--due", "31/6/2024", *HOA), "31/6/2024: không có ngày này; ghi ngày như 30/6/2024 hoặc 2024-06-30"),
    ((DISTRICT, *LIST, "--due", "sớm", *HOA), "sớm: không có ngày này; ghi ngày như 30/6/2024 hoặc 2024-06-30"),
    (("--undo", 7, *HOA), "7: không có lần sửa này; xem các lần sửa: nhiemvu corrections"),
    (("--same-agency", "Sở Y tế", "sở y tế", *HOA), "Sở Y tế: hai lần cùng một tên; ghi hai tên của một cơ quan"),
    ((DISTRICT, "--task", "con cá chép", "--lead", "Sở Y tế", *HOA), "con cá chép: không có nhiệm vụ nào như vậy; ghi lời như trong văn bản"),
    (("59/KH-UBND", *LIST, "--lead", "x", *HOA), "59/KH-UBND: kho không có văn bản này; gần nhất: 58/KH-UBND, 2024-04-26, "),
    (("96-KH/HU", *LIST, "--lead", "x", *HOA), "96-KH/HU: kho chỉ có lời dẫn tới văn bản này; thêm văn bản trước: nhiemvu add THƯ_MỤC"),
    ((DISTRICT, "--task", "UBND", "--lead", "x", *HOA), "UBND: hợp với 10 nhiệm vụ (t3, III.2.a: Công an huyện chủ trì, "),
    ((DISTRICT, "--citation", "số", "--means", "x", *HOA), "số: hợp với "),
    ((DISTRICT, "--citation", "Luật Đất đai", "--means", "x", *HOA), "Luật Đất đai: không có viện dẫn nào như vậy"),
    ((DISTRICT, "--citation", "Quyết định 417", "--means", "9999/QĐ-TTg", *HOA), "9999/QĐ-TTg: kho không có văn bản này; "),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "line"), REFUSED, ids=[line[:40] for _, line in REFUSED])
def test_one_line_says_what_is_wrong(
    sample_corpus: str,
    typed: tuple[object, ...],
    line: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    arguments = ["correct", *map(str, typed), "--corpus", sample_corpus]
    assert cli.run(arguments) == 2
    said = capsys.readouterr()
    assert (said.out, len(said.err.splitlines())) == ("", 1)
    assert said.err.startswith(line), said.err
    monkeypatch.setenv("NHIEMVU_LANG", "en")
    assert cli.run(arguments) == 2
    assert capsys.readouterr().err not in ("", said.err), "it has its English"
    with Corpus.open(sample_corpus) as corpus:
        assert corpus.corrections() == []


def test_hostile_names_are_shown_as_letters(run: Command) -> None:
    name = "=1+1\x1b[31m\u202eở Sở"
    assert run("correct", DISTRICT, *LIST, "--lead", name, "--by", name, "--note", "a\nb\tc").returncode == 0
    shown = run("corrections").stdout + run("who", "lập danh sách khu dân cư").stdout
    assert "=1+1[31m" in shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert len(run("corrections").stdout.splitlines()) == 2


def test_as_gold(run: Command, tmp_path: Path) -> None:
    folder = tmp_path / "chú giải"
    nothing = run("corrections", "--as-gold", "-o", folder)
    assert (nothing.returncode, nothing.stderr) == (1, "Chưa ai sửa gì.\n")
    run("correct", DISTRICT, *LIST, "--lead", "Sở Y tế", *HOA)
    folder.mkdir(exist_ok=True)
    by_hand = folder / "05-kh-58-ubnd-hung-ha.gold.json"
    by_hand.write_text('{"document": "by hand"}')
    for _ in range(2):
        done = run("corrections", "--as-gold", "-o", folder)
        assert done.returncode == 0
    assert sorted(path.name for path in folder.iterdir()) == [
        "05-kh-58-ubnd-hung-ha-2.gold.json",
        by_hand.name,
    ]
    assert by_hand.read_text() == '{"document": "by hand"}'
    gold = json.loads((folder / "05-kh-58-ubnd-hung-ha-2.gold.json").read_text("utf-8"))
    score = scored(gold, parse(SAMPLES / gold["document"]).as_json())
    assert len(score.misses) == 1, "the one that was put right"
    assert "wanted ['Sở Y tế'], said ['Công an huyện']" in score.misses[0]
    assert [(mark["field"], mark["by"]) for mark in gold["corrected"]] == [("lead", "Nguyễn Thị Hoa")]


def test_as_gold_of_a_document_that_nobody_corrected(run: Command) -> None:
    (line,) = run("corrections", "--as-gold", PLAN.name).stdout.splitlines()
    gold = json.loads(line)
    assert gold["document"] == PLAN.name
    assert scored(gold, parse(PLAN).as_json()).misses == []


def test_a_folder_needs_annotations(run: Command, tmp_path: Path) -> None:
    assert run("corrections", "-o", tmp_path).returncode == 2
    run("correct", DISTRICT, *LIST, "--lead", "Sở Y tế", *HOA)
    (tmp_path / "tệp").write_text("")
    done = run("corrections", "--as-gold", "-o", tmp_path / "tệp")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)


@pytest.mark.parametrize(
    ("typed", "day"), [("30/6/2024", "2024-06-30"), (" 1-7-2025 ", "2025-07-01"), ("P15D", "P15D")]
)
def test_days_as_they_are_typed(typed: str, day: str) -> None:
    assert iso_day(typed) == day
