"""An item whose first word no list knows: an action, a thing, or left open; and what asking for it may cost."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from small_documents import said

from extract.actions import Kind, head_kind, is_work_by_head

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("Bóc tách khối lượng công trình.", "action"),
        ("Phân luồng xe tải qua cầu tạm.", "action"),
        ("Bảo quản vắc xin đúng nhiệt độ.", "action"),
        ("Sơ đồ mặt bằng nhà kho.", "thing"),
        ("Địa điểm tổ chức hội thi cấp huyện.", "thing"),  # the verb in it does not make it an action
        ("Các giấy tờ chứng minh nhân thân.", "thing"),
        ("Tần suất lấy mẫu", None),  # the frames do not agree
        ("Không thu tiền mặt", None),
        ("TỔNG VỆ SINH TOÀN XÃ", None),  # capitals tell nothing
        ("- Vá đường", None),
        ("12 xã", None),
        ("", None),
        ("(", None),
        ("\x00\x00", None),
    ],
)
def test_the_kind_of_a_phrase(phrase: str, kind: Kind | None) -> None:
    assert head_kind(phrase) == kind


@pytest.mark.parametrize(
    ("item", "ended", "work"),
    [
        ("Phân luồng xe tải qua cầu tạm", False, True),
        ("Sơ đồ mặt bằng nhà kho", False, False),
        ("Tần suất lấy mẫu", False, False),  # not sure: a heading is none
        (
            "Tần suất lấy mẫu.",
            True,
            True,
        ),  # not sure: what ends as a sentence does is work in a part with work
        ("Sơ đồ mặt bằng nhà kho.", True, False),
        ("Lễ khai mạc giải bóng chuyền.", True, True),  # events are work, and nouns
        ("Công tác vệ sinh chợ.", True, True),
    ],
)
def test_what_is_work(item: str, ended: bool, work: bool) -> None:
    assert is_work_by_head(item, ended=ended) is work


PLAN = "KẾ HOẠCH\nVề làm đường\n\nII. NỘI DUNG THỰC HIỆN\n1. {}\n2. Tổ chức nghiệm thu công trình.\n"


@pytest.mark.parametrize(
    ("item", "is_task"),
    [
        ("Bóc tách khối lượng công trình", True),
        ("Sơ đồ mặt bằng nhà kho.", False),
        ("Hội thi lái xe an toàn.", True),
        ("Sơ đồ: mặt bằng nhà kho.", False),  # a label and its value
    ],
)
def test_an_item_of_a_part_with_work(item: str, is_task: bool) -> None:
    assert [task.section for task in said(PLAN.format(item)).tasks] == ["II.1"] * is_task + ["II.2"]


def test_an_item_under_a_body_is_its_work_whatever_it_is() -> None:
    text = "II. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế:\n- Sơ đồ mặt bằng nhà kho.\n"
    assert [task.lead for task in said(text).tasks] == [("Sở Y tế",)]


def _run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.strip()


_EXTRACTS = (
    "import sys; from extract import extract; from ingest import read_bytes;"
    "said = extract(read_bytes({text!r}.encode(), 'a.txt'));"
    "print(len(said.tasks), 'underthesea' in sys.modules)"
)


@pytest.mark.parametrize(
    ("item", "printed"),
    [("Rà soát hồ sơ.", "2 False"), ("Sơ đồ mặt bằng nhà kho.", "1 True")],
)
def test_the_tagger_is_loaded_where_it_is_asked(item: str, printed: str) -> None:
    assert _run(_EXTRACTS.format(text=PLAN.format(item))) == printed


@pytest.mark.parametrize(
    "broken",
    [
        "import sys; sys.modules['underthesea'] = None;",  # not installed
        "import underthesea; underthesea.pos_tag = lambda text: 1 / 0;",  # fails
        "import underthesea; underthesea.pos_tag = lambda text: [];",  # says nothing
    ],
)
def test_without_the_tagger_all_is_left_open(broken: str) -> None:
    assert _run(broken + _EXTRACTS.format(text=PLAN.format("Sơ đồ mặt bằng nhà kho."))).startswith("2 ")


def test_no_network_is_asked() -> None:
    closed = "import socket; socket.socket.connect = None; socket.getaddrinfo = None;"
    assert (
        _run(closed + "from extract.actions import head_kind; print(head_kind('Sơ đồ nhà kho'))") == "thing"
    )


def test_a_long_phrase_costs_no_more_than_a_short_one() -> None:
    head_kind("Sơ đồ nhà kho")  # loads the tagger
    start = time.perf_counter()
    for text in ("Sơ đồ " * 300_000, "S" * 1_000_000, "Sơ đồ" + " " * 1_000_000 + "kho", "Sơ, " * 300_000):
        head_kind(text)
    assert time.perf_counter() - start < 1
