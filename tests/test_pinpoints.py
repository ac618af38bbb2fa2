"""Provisions named with a document: which they are, and to which document they belong."""

from __future__ import annotations

import pytest

from extract.citations import find_citations
from extract.extraction import Header
from extract.pinpoints import pinpoint_before, provisions

EXPANDED = [
    # from small to large, as most write
    ("điểm a khoản 2 Điều 5", ["điểm a khoản 2 Điều 5"]),
    (
        "điểm a, b khoản 2 và khoản 3 Điều 5",
        ["điểm a khoản 2 Điều 5", "điểm b khoản 2 Điều 5", "khoản 3 Điều 5"],
    ),
    ("khoản 1 và khoản 2 Điều 5; Điều 6", ["khoản 1 Điều 5", "khoản 2 Điều 5", "Điều 6"]),
    ("điểm c các khoản 1, 2 Điều 6", ["điểm c khoản 1 Điều 6", "điểm c khoản 2 Điều 6"]),
    ("các Điều 8, 9 và 15", ["Điều 8", "Điều 9", "Điều 15"]),
    ("Mục 3 Chương II", ["mục 3 Chương II"]),
    # from large to small
    ("Điều 5 khoản 2 điểm a", ["điểm a khoản 2 Điều 5"]),
    ("Điều 5 khoản 2 và Điều 7 khoản 3", ["khoản 2 Điều 5", "khoản 3 Điều 7"]),
    # ranges: numbers, and letters in their own alphabet
    ("từ Điều 3 đến Điều 7", ["Điều 3", "Điều 4", "Điều 5", "Điều 6", "Điều 7"]),
    ("từ điểm c đến điểm e khoản 1 Điều 2", [f"điểm {x} khoản 1 Điều 2" for x in ("c", "d", "đ", "e")]),
    ("Điều 9 - 11", ["Điều 9", "Điều 10", "Điều 11"]),
    ("từ Điều 7 đến Điều 3", ["Điều 7", "Điều 3"]),  # no range: both as they stand
    # plans, Party documents, appendices
    ("điểm b, mục 2, phần III", ["điểm b mục 2 phần III"]),
    ("tiết 1.1 điểm 1 mục II", ["tiết 1.1 điểm 1 mục II"]),
    ("Phụ lục I, II", ["Phụ lục I", "Phụ lục II"]),
    ("Mẫu số 03", ["Mẫu số 03"]),
    # inserted provisions
    ("khoản 2a Điều 7a", ["khoản 2a Điều 7a"]),
    # none
    ("", []),
    ("trang 5", []),
]

# text | the provisions of each citation in it
BOUND = [
    ("điểm a khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP", [["điểm a khoản 2 Điều 5"]]),
    ("khoản 3 Điều 9 của Luật Đất đai và Điều 4 Luật Nhà ở", [["khoản 3 Điều 9"], ["Điều 4"]]),
    (
        "điểm c, d khoản 1 và từ khoản 3 đến khoản 5 Điều 12 Thông tư số 37/2018/TT-BGTVT",
        [["điểm c khoản 1 Điều 12", "điểm d khoản 1 Điều 12", *(f"khoản {n} Điều 12" for n in (3, 4, 5))]],
    ),
    ("Luật Đất đai, Điều 5 Luật Nhà ở", [[], ["Điều 5"]]),
    ("Nghị định số 30/2020/NĐ-CP, Điều 5 khoản 2;", [["khoản 2 Điều 5"]]),
    ("Phụ lục II ban hành kèm theo Thông tư số 32/2023/TT-BYT", [["Phụ lục II"]]),
    ("Điều 12 Quy chế làm việc ban hành kèm theo Quyết định số 9/QĐ-UBND", [["Điều 12"]]),
    # what belongs to something else
    ("Điều 3. Quyết định số 9/QĐ-UBND hết hiệu lực", [[]]),
    ("năm 2020, Nghị định số 30/2020/NĐ-CP", [[]]),
    ("mục tiêu của Quyết định số 9/QĐ-UBND", [[]]),
]


@pytest.mark.parametrize(("pinpoint", "expected"), EXPANDED)
def test_the_provisions_of_a_pinpoint(pinpoint: str, expected: list[str]) -> None:
    assert list(provisions(pinpoint)) == expected


@pytest.mark.parametrize(("text", "expected"), BOUND)
def test_provisions_belong_to_their_document(text: str, expected: list[list[str]]) -> None:
    assert [list(one.provisions) for one in find_citations(text, [(0, len(text))], Header())] == expected


def test_a_range_without_end_gives_a_bounded_list() -> None:
    assert len(provisions("từ Điều 1 đến Điều 999")) <= 999
    assert len(provisions(" ".join(f"điểm a, b, c khoản {n}" for n in range(500)) + " Điều 1")) <= 200


def test_it_looks_back_only_so_far() -> None:
    text = "điểm a khoản 2 Điều 5 " + "x" * 500 + " Nghị định"
    assert pinpoint_before(text, text.index("Nghị")) is None
