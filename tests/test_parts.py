"""What a part of a document is for, read from its heading."""

from __future__ import annotations

import pytest
from small_documents import document

from extract.outline import outline
from extract.parts import label, purpose, purpose_of

PURPOSES = [
    ("Cơ cấu lại ngành thủy sản", "work"),
    ("Cơ cấu giải thưởng", "scope"),
    # purposes, requirements, goals
    ("MỤC ĐÍCH, YÊU CẦU", "goal"),
    ("Quan điểm chỉ đạo", "goal"),
    ("Các chỉ tiêu cụ thể đến năm 2030", "goal"),
    ("Mục tiêu chung", "goal"),
    ("Sự cần thiết", "goal"),
    ("Kết quả đạt được", "goal"),
    ("Tình hình chung", "goal"),
    ("Căn cứ pháp lý", "goal"),
    # what is to be done
    ("NHIỆM VỤ, GIẢI PHÁP", "work"),
    ("Một số giải pháp chủ yếu", "work"),
    ("Nội dung thực hiện", "work"),
    ("Nội dung tổng kết", "work"),
    ("TỔ CHỨC THỰC HIỆN", "work"),
    ("Phân công trách nhiệm", "work"),
    ("Tiến độ triển khai", "work"),
    ("Công tác tuyên truyền", "work"),
    ("Biện pháp phòng ngừa", "work"),
    ("Lộ trình thực hiện", "work"),
    # scope, form, time, money
    ("Phạm vi, đối tượng áp dụng", "scope"),
    ("Kinh phí thực hiện", "scope"),
    ("Thời gian, địa điểm", "scope"),
    ("Thành phần tham dự", "scope"),
    ("Hình thức khen thưởng", "scope"),
    # what a report must contain
    ("ĐỀ CƯƠNG BÁO CÁO", "report"),
    ("Mẫu báo cáo quý", "report"),
    ("Danh mục dự án", "report"),
    # a strong word for work wins over scope
    ("Phương thức và phân công thực hiện", "work"),
    # headings that do not say
    ("Dự án 2: Đa dạng hóa sinh kế", None),
    ("Sở Y tế", None),
    ("Lĩnh vực giáo dục", None),
    ("Chuyển đổi số trong y tế", None),
    ("Hội nghị toàn quốc", None),
    ("", None),
]

LABELS = [
    ("Mục tiêu: Giảm tỷ lệ hộ nghèo", "Mục tiêu"),  # before the colon
    ("Phạm vi thực hiện", "Phạm vi thực hiện"),  # a short line
    ("Tổ chức hội nghị tổng kết.", None),  # a sentence
    ("Rà soát danh sách;", None),
    ("Một dòng rất dài " * 20, None),  # no heading is that long
    (": không có nhãn", None),
]


@pytest.mark.parametrize(("heading", "expected"), PURPOSES)
def test_the_purpose_that_a_heading_says(heading: str, expected: str | None) -> None:
    assert purpose(heading) == expected


@pytest.mark.parametrize("heading", [heading for heading, _ in PURPOSES if heading])
def test_capitals_make_no_difference(heading: str) -> None:
    assert purpose(heading.upper()) == purpose(heading)


@pytest.mark.parametrize(("text", "expected"), LABELS)
def test_the_heading_of_an_item(text: str, expected: str | None) -> None:
    assert label(text) == expected


def test_the_nearest_heading_decides() -> None:
    root = outline(
        document(
            "KẾ HOẠCH\nPhòng, chống đuối nước trẻ em\n\nI. MỤC TIÊU\n1. Mục tiêu chung\nGiảm số vụ đuối nước.\n"
            "II. TỔ CHỨC THỰC HIỆN\n1. Kinh phí\nNgân sách xã bảo đảm.\n2. Phân công\na) Công an xã tuần tra bờ sông."
        )
    )
    said = {node.path: purpose_of(node) for node in root.walk() if node.marker}
    assert said == {
        "I": "goal",
        "I.1": "goal",
        "II": "work",
        "II.1": "scope",
        "II.2": "work",
        "II.2.a": "work",
    }
