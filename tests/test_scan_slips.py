"""Slips of recognition: mended where the rules of documents leave one reading, left alone and said where they do not."""

from __future__ import annotations

import pytest

from ingest.lines import Grid, GridCell, Line, Part
from ingest.scan_slips import mended, mended_text, mending_warnings
from ingest.scan_spelling import respelled


def read(*texts: str) -> list[Part]:
    return [Line(text, confidence=0.9) for text in texts]


def texts(parts: list[Part]) -> list[str]:
    return [part.text for part in parts if isinstance(part, Line)]


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ("Quyết định số 6858/QPĐ-BYT ngày", "Quyết định số 6858/QĐ-BYT ngày"),  # a letter too many in a type
        (
            "Kế hoạch số 12/KH-SYT-NVY",
            "Kế hoạch số 12/KH-SYT-NVY",
        ),  # nothing is wrong with a unit not in the tables
        ("Công văn số 88/ABC-DEF của", "Công văn số 88/ABC-DEF của"),  # nothing near it is known
        ("trong quý IÍ năm 2024", "trong quý II năm 2024"),
        ("vào quý I1/2027, tổng kết", "vào quý II/2027, tổng kết"),
        ("quý 1 năm 2024", "quý I năm 2024"),
        ("- Lưu: VI, KTTH.", "- Lưu: VT, KTTH."),
        ("- Lưu: VP, KTTH.", "- Lưu: VP, KTTH."),  # văn phòng
        ("'Từ năm 2019", "Từ năm 2019"),  # the serif of a T
        ("Định Thị Ngọc Lan", "Đinh Thị Ngọc Lan"),  # no family name, and one alone has these letters
        ("Lượng Văn Nam", "Lượng Văn Nam"),  # Lương, or Lường
        ("Định Hướng", "Định Hướng"),  # two words may be anything
        ("Định hướng phát triển", "Định hướng phát triển"),
        ("Vụ Pháp Chế", "Vụ Pháp Chế"),  # a body, not of the family Vũ
        ("Lễ Hội Đền Hùng", "Lễ Hội Đền Hùng"),
        ("Chủ Tịch Nước", "Chủ Tịch Nước"),
        ("Công Hoàng Thị Lan", "Công Hoàng Thị Lan"),  # a family name that the list does not have
        ("khẩu hiệu 'Từ dân' và", "khẩu hiệu 'Từ dân' và"),
        ("Hà Nội, ngàyô) thángh năm 2026", "Hà Nội, ngày … tháng … năm 2026"),  # day and month by hand
        ("Hà Nội, ngày 02 tháng 4 năm 2026", "Hà Nội, ngày 02 tháng 4 năm 2026"),
        ("(Kèm theo Kế hoạch số 4 /KH-SYT ngày", "(Kèm theo Kế hoạch số […]/KH-SYT ngày"),  # a number by hand
        (
            "(Kèm theo Kế hoạch số ..... /KH-SYT ngày",
            "(Kèm theo Kế hoạch số …/KH-SYT ngày",
        ),  # left out by the drafter
        ("(Kèm theo Kế hoạch số 45 /KH-SYT ngày", "(Kèm theo Kế hoạch số 45 /KH-SYT ngày"),
    ],
)
def test_one_line(told: str, meant: str) -> None:
    assert mended_text(told) == meant
    assert mended_text(meant) == meant


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        (["Quyết định số 6858/QPĐ-", "BYT ngày 18/11"], ["Quyết định số 6858/QĐ-", "BYT ngày 18/11"]),
        (["Quyết định số 6858/QĐ-", "BYT ngày 18/11"], ["Quyết định số 6858/QĐ-", "BYT ngày 18/11"]),
        # the deputy signs for the head; `KT.` was written by hand
        (["GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]),
        (["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]),
        (["GIÁM ĐỐC", "Nguyễn Văn An"], ["GIÁM ĐỐC", "Nguyễn Văn An"]),
        # the first of the numerals is told by the second, the third by its place
        (
            ["1. Mục đích", "H. Nội dung", "II. Thời gian", "IV. Kinh phí"],
            ["I. Mục đích", "II. Nội dung", "III. Thời gian", "IV. Kinh phí"],
        ),
        (
            ["V. Quy trình", "VI. Danh sách", "VI. Kinh phí"],
            ["V. Quy trình", "VI. Danh sách", "VII. Kinh phí"],
        ),
        (["II. Nội dung", "I. Mục đích"], ["II. Nội dung", "I. Mục đích"]),  # another part begins anew
        (["1. Mục đích", "2. Yêu cầu", "H. Nguyên"], ["1. Mục đích", "2. Yêu cầu", "H. Nguyên"]),
    ],
)
def test_lines_that_follow_one_another(told: list[str], meant: list[str]) -> None:
    assert texts(mended(read(*told))) == meant


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ("tiền hành kiểm tra", "tiến hành kiểm tra"),
        ("quy định chỉ tiết", "quy định chi tiết"),
        ("NỘI DỤNG THỰC HIỆN", "NỘI DUNG THỰC HIỆN"),
        ("Tắất cả các bệnh viện", "Tất cả các bệnh viện"),  # two marks at once
        ("kiểm fra", "kiểm tra"),  # f is no letter of Vietnamese
        ("chỉ tiết kiệm được", "chỉ tiết kiệm được"),  # its neighbour makes a word with another
        ("để nghị quyết có hiệu lực", "để nghị quyết có hiệu lực"),
        ("ông Tiền Hành", "ông Tiền Hành"),  # a name
        ("chắm tiêu chí", "chắm tiêu chí"),  # no word in the list tells
        ("theo phân cấp² và", "theo phân cấp² và"),  # a footnote mark is no letter
        ("một sơ mi theo từng tiêu chí", "một sơ mi theo từng tiêu chí"),  # `một` stands before anything
    ],
)
def test_words_are_told_by_their_neighbours(told: str, meant: str) -> None:
    assert respelled([told]) == [meant]


def test_words_over_the_end_of_a_line() -> None:
    assert respelled(["công tác tiền", "hành ở cơ sở"]) == ["công tác tiến", "hành ở cơ sở"]


def test_what_was_not_recognised_is_left_alone() -> None:
    """The same slips in a text layer are what the drafter wrote."""
    parts: list[Part] = [Line("tiền hành theo 6858/QPĐ-BYT"), Line("GIÁM ĐỐC"), Line("PHÓ GIÁM ĐỐC")]
    assert mended(parts) == parts


def test_cells_are_mended_each_for_itself() -> None:
    cells = [
        GridCell(0, at, lines=(Line(text, confidence=0.9),))
        for at, text in enumerate(("tiền", "hành", "bồ sung"))
    ]
    grid = mended([Grid(tuple(cells))])[0]
    assert isinstance(grid, Grid)
    assert [cell.lines[0].text for cell in grid.cells] == ["tiền", "hành", "bổ sung"]


def test_every_mending_is_said() -> None:
    told = read("Sở Y tế tiền hành", "theo số 6858/QPĐ-BYT", "năm 2024")
    assert mending_warnings(told, mended(told)) == (
        "đã sửa 2 chỗ nhận dạng sai chữ, số: tiền → tiến; 6858/QPĐ-BYT → 6858/QĐ-BYT",
    )
    right = read("Sở Y tế tiến hành")
    assert mending_warnings(right, mended(right)) == ()


@pytest.mark.parametrize(
    "words", ["các công đoạn sản xuất", "yếu tố chủ quan", "cơ quan dân cử", "người đã thành niên"]
)
def test_words_of_the_language_are_left_alone_where_offices_use_another(words: str) -> None:
    assert respelled([words]) == [words]
