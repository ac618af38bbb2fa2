"""The outline: one tree of the markers that a document uses, whatever tradition it follows."""

from __future__ import annotations

import pytest
from small_documents import document

from extract.markers import read_marker
from extract.outline import outline, sections

MARKERS = [
    # text, style, marker, what is left
    ("I. MỤC ĐÍCH", "roman", "I", "MỤC ĐÍCH"),
    ("II- NHIỆM VỤ", "roman", "II", "NHIỆM VỤ"),  # the Party's hyphen
    ("IX. Kinh phí", "roman", "IX", "Kinh phí"),
    ("XII) Phụ trách", "roman", "XII", "Phụ trách"),
    ("A. PHẦN CHUNG", "capital", "A", "PHẦN CHUNG"),
    ("1. Sở Y tế", "number", "1", "Sở Y tế"),
    ("12) Rà soát", "number", "12", "Rà soát"),
    ("3- Tổ chức", "number", "3", "Tổ chức"),
    ("4/ Kiểm tra", "number", "4", "Kiểm tra"),
    ("1.2. Nội dung", "decimal", "1.2", "Nội dung"),
    ("2.10 Nội dung", "decimal", "2.10", "Nội dung"),  # without the last point
    ("3. 1. Dự án 1", "decimal", "3.1", "Dự án 1"),  # a blank inside: a misprint that occurs
    ("1.2.3. Tiểu mục", "decimal", "1.2.3", "Tiểu mục"),
    ("a) Rà soát", "letter", "a", "Rà soát"),
    ("đ) Giám sát", "letter", "đ", "Giám sát"),  # the alphabet of points has đ
    ("a1) Bổ sung", "letter", "a1", "Bổ sung"),  # an inserted point
    ("b. Kiểm tra", "letter", "b", "Kiểm tra"),
    ("(1) Nội dung", "bracket", "1", "Nội dung"),
    ("(ii) Nội dung", "small_roman", "ii", "Nội dung"),
    ("- Tập huấn", "dash", "-", "Tập huấn"),
    ("– Tập huấn", "dash", "–", "Tập huấn"),
    ("• Tập huấn", "dash", "•", "Tập huấn"),
    ("+ Kinh phí", "plus", "+", "Kinh phí"),
    ("* Ghi chú", "star", "*", "Ghi chú"),
    ("Điều 3. Tổ chức thực hiện", "article", "Điều 3", "Tổ chức thực hiện"),
    ("Điều 7a. Bổ sung", "article", "Điều 7a", "Bổ sung"),
    ("Chương II", "chapter", "Chương II", ""),
    ("CHƯƠNG IV. ĐIỀU KHOẢN THI HÀNH", "chapter", "Chương IV", "ĐIỀU KHOẢN THI HÀNH"),
    ("Phần thứ nhất", "part", "Phần thứ nhất", ""),
    ("PHẦN II. GIẢI PHÁP", "part", "Phần II", "GIẢI PHÁP"),
    ("Mục 2. Trình tự", "section", "Mục 2", "Trình tự"),
    ("Phụ lục I", "appendix", "Phụ lục I", ""),
    ("PHỤ LỤC 02. BIỂU TỔNG HỢP", "appendix", "Phụ lục 02", "BIỂU TỔNG HỢP"),
]  # fmt: skip

NO_MARKERS = [
    "2020 là năm bản lề",  # a year
    "100% hộ nghèo được cấp thẻ",  # a share
    "1.500.000 đồng mỗi lớp",  # money
    "0,5 ha đất ở",
    "24/7 trực cấp cứu",  # a way of speaking
    "15 ngày sau khi ký",
    "Điều kiện làm việc",  # not `Điều 1.`
    "Điều 5 quy định chi tiết",  # a reference: no point after it
    "Phần mềm quản lý",
    "Mục tiêu chung",
    "Các hoạt động",
    "-5 độ C",
    "a lô",
    "",
]  # fmt: skip

TREES = [
    # roman, number, letter, dash: the plan of most offices
    ("I. A\n1. B\na) C\n- d\n- e\nb) F\n2. G\nII. H\n1. K", ["I", "I.1", "I.1.a", "I.1.b", "I.2", "II", "II.1"]),
    # a plan may begin with numbers
    ("1. A\na) B\n2. C", ["1", "1.a", "2"]),
    # capitals over romans
    ("A. PHẦN ĐẦU\nI. B\nII. C\nB. PHẦN HAI\nI. D", ["A", "A.I", "A.II", "B", "B.I"]),
    # decimals repeat the number over them, and stand once in the path
    ("I. A\n1. B\n1.1. C\n1.2. D\n2. E\n2.1. F", ["I", "I.1", "I.1.1", "I.1.2", "I.2", "I.2.1"]),
    # the number after decimals goes back to their parent's style
    ("II. A\n4. B\n4.1 C\na) D\n4.2 E\n5. G", ["II", "II.4", "II.4.1", "II.4.1.a", "II.4.2", "II.5"]),
    # a law: chapter, article, clause, point
    ("Chương I\nNHỮNG QUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n1. A\na) B\nb) C\n2. D\nĐiều 2. Đối tượng\n1. E",
     ["Chương I", "Chương I.Điều 1", "Chương I.Điều 1.1", "Chương I.Điều 1.1.a", "Chương I.Điều 1.1.b", "Chương I.Điều 1.2",
      "Chương I.Điều 2", "Chương I.Điều 2.1"]),
    # a gap in the numbering: nothing is lost
    ("I. A\nII. B\nIV. C\n1. D\n3. E", ["I", "II", "IV", "IV.1", "IV.3"]),
    # numbering that restarts in the next part
    ("I. A\n1. B\n2. C\nII. D\n1. E\n2. G", ["I", "I.1", "I.2", "II", "II.1", "II.2"]),
    # a lead-in with a colon opens a list of the same style inside its item
    ("I. A\n1. B\na) C gồm:\n1) D\n2) E\nb) G", ["I", "I.1", "I.1.a", "I.1.a.1", "I.1.a.2", "I.1.b"]),
    # a bracketed number under a dash
    ("1. A\n- B:\n(1) C\n(2) D\n2. E", ["1", "1.1", "1.2", "2"]),
    # a marker printed twice
    ("I. A\n1. B\n1. C\n2. D", ["I", "I.1", "I.1", "I.2"]),
    # the first marker under an article
    ("Điều 1. Giao nhiệm vụ:\n1. A\n2. B\nĐiều 2. Hiệu lực", ["Điều 1", "Điều 1.1", "Điều 1.2", "Điều 2"]),
]  # fmt: skip

# what was once read wrong, or still is
HARD_TREES = [
    ("I. A\n\nPHỤ LỤC I\nDANH SÁCH CÁC XÃ\n1. Xã An Phú", ["I", "Phụ lục I", "Phụ lục I.1"]),
    ("I. A\n\nPHỤ LỤC\nPHÂN CÔNG NHIỆM VỤ\n1. Sở Y tế", ["I", "Phụ lục", "Phụ lục.1"]),
    # the commonest title of a chapter begins like that of an attachment
    ("Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi", ["Chương I", "Chương I.Điều 1"]),
]


def paths(text: str) -> list[str]:
    return [
        node.path or ""
        for node in outline(document(text)).walk()
        if node.marker and node.kind not in ("dash", "plus")
    ]


@pytest.mark.parametrize(("text", "kind", "marker", "rest"), MARKERS)
def test_a_marker(text: str, kind: str, marker: str, rest: str) -> None:
    found = read_marker(text)
    assert found is not None
    assert (found[0], found[1], text[found[2] :]) == (kind, marker, rest)


@pytest.mark.parametrize("text", NO_MARKERS)
def test_what_only_looks_like_a_marker_is_none(text: str) -> None:
    assert read_marker(text) is None


@pytest.mark.parametrize(("text", "expected"), [*TREES, *HARD_TREES])
def test_the_paths_of_the_markers(text: str, expected: list[str]) -> None:
    assert paths("KẾ HOẠCH\nCông tác năm 2025\n\n" + text) == expected


def test_an_unmarked_paragraph_hangs_under_the_marker_over_it() -> None:
    root = outline(document("KẾ HOẠCH\nA\n\n1. Việc chung\na) Việc riêng.\nĐoạn không đánh số."))
    (plain,) = [node for node in root.walk() if node.text == "Đoạn không đánh số."]
    assert plain.path == "1.a"


def test_a_dash_is_no_marker_of_the_path() -> None:
    root = outline(document("KẾ HOẠCH\nA\n\n1. Việc chung\n- Rà soát.\n+ Cụ thể hóa."))
    assert [node.path for node in root.walk() if node.kind in ("dash", "plus")] == ["1", "1"]


DECISION = """UBND TỈNH PHÚ YÊN
Số: 5/QĐ-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Phú Yên, ngày 05 tháng 5 năm 2024

QUYẾT ĐỊNH
Ban hành Kế hoạch trồng rừng

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch trồng rừng.
Điều 2. Sở Tài chính cân đối kinh phí.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lê Văn Bình

KẾ HOẠCH
Trồng rừng năm 2024
(Kèm theo Quyết định số 5/QĐ-UBND ngày 05 tháng 5 năm 2024 của UBND tỉnh)

I. NHIỆM VỤ
1. Chuẩn bị cây giống.
II. KINH PHÍ

PHỤ LỤC I
CÁC XÃ THAM GIA
1. Xã An Phú
"""


def test_an_attached_plan_begins_its_own_numbering() -> None:
    said = sections(outline(document(DECISION)))
    assert [section.id for section in said] == [
        "Điều 1",
        "Điều 2",
        "I",
        "I.1",
        "II",
        "Phụ lục I",
        "Phụ lục I.1",
    ]


def test_sections_hold_what_stands_under_them() -> None:
    text = document(DECISION).text
    said = {section.id: section for section in sections(outline(document(DECISION)))}
    assert text[said["I"].start : said["I"].end] == "I. NHIỆM VỤ\n1. Chuẩn bị cây giống."
    assert (said["I.1"].parent, said["I"].heading, said["I"].kind) == ("I", "NHIỆM VỤ", "roman")


def test_a_path_that_occurs_twice_keeps_ids_apart() -> None:
    said = sections(outline(document("KẾ HOẠCH\nA\n\nI. A\n1. B\n1. C")))
    assert [section.id for section in said] == ["I", "I.1", "I.1#2"]


def test_letterhead_recipients_and_signature_are_in_no_section() -> None:
    said = [node.text for node in outline(document(DECISION)).walk()]
    assert not [text for text in said if "CHỦ TỊCH" in text or "Số: 5" in text]
