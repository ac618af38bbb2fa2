"""What notices of wards, letters of schools and telegrams taught in their last round.

Each text is our own; beside what is found stands what only looks like it.
"""

from __future__ import annotations

import pytest
from small_documents import said

from extract.bodies import body_list
from extract.context import asked_by

BODIES = {
    "Tổ trưởng 12 tổ dân phố thông báo": ["Tổ trưởng 12 tổ dân phố"],
    "bộ phận Địa chính - Xây dựng phường kiểm tra": ["bộ phận Địa chính - Xây dựng phường"],
    "các trường từ mầm non đến THPT rà soát": ["các trường từ mầm non đến THPT"],
    "các cơ sở giáo dục từ bậc mầm non đến hết trung học cơ sở rà soát": [
        "các cơ sở giáo dục từ bậc mầm non đến hết trung học cơ sở"
    ],
    "trưởng các khoa đào tạo, Ban Giám hiệu Trường THPT Lê Lợi phổ biến": [
        "trưởng các khoa đào tạo",
        "Ban Giám hiệu Trường THPT Lê Lợi",
    ],
    "chính quyền và công an địa phương rà soát": ["chính quyền", "công an địa phương"],
    # a number that counts something else, a part of something, a verb
    "Tổ trưởng Tổ công tác kiểm tra 12 hộ": ["Tổ trưởng Tổ công tác"],
    "bộ phận máy được kiểm tra": [],
    "các trường từ ngày 05/9 rà soát": ["các trường"],
}


@pytest.mark.parametrize("text", BODIES)
def test_bodies(text: str) -> None:
    assert [text[a:b] for a, b in body_list(text, 0, bare=True)[0]] == BODIES[text]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "Sở Y tế đề nghị UBND các xã chỉ đạo các trạm; các bệnh viện trực thuộc Sở thực hiện các nội dung sau:",
            ["UBND các xã", "các bệnh viện trực thuộc Sở"],
        ),
        ("Sở Y tế đề nghị UBND các xã rà soát; báo cáo các nội dung sau:", []),
        ("Sở Y tế đề nghị các trạm. Các bệnh viện thực hiện các nội dung sau:", []),
    ],
)
def test_whom_a_lead_in_asks_behind_a_semicolon(text: str, asked: list[str]) -> None:
    assert [text[a:b] for a, b in asked_by(text)] == asked


def leads(text: str) -> list[tuple[str, ...]]:
    return [task.lead for task in said(f"Số: 12/TB-UBND\n\n{text}").tasks]


STAFF = ("bộ phận Địa chính - Xây dựng phường",)
HOUSES = ("các hộ gia đình",)
LETTERS = {
    "who answers for a matter": (
        "Đối với các điểm đổ trộm, giao trách nhiệm cho bộ phận Địa chính - Xây dựng phường kiểm tra.",
        [STAFF],
    ),
    "a request without a full stop at the head of a page is no title": (
        "Nhận được thông báo này, đề nghị các hộ gia đình nghiêm túc thực hiện",
        [HOUSES],
    ),
    "a title that names a body": ("Các hộ gia đình giới thiệu người tiêu biểu", []),
    "paragraphs that go on with a list whose first stands in the request": (
        (
            "UBND tỉnh đề nghị các sở, ngành thực hiện nghiêm Công điện. Trong đó, tập trung một số nhiệm vụ trọng tâm: "
            "Theo dõi bản tin dự báo.\n\nTriển khai lực lượng canh gác ngầm tràn.\n\nMưa còn kéo dài nhiều ngày."
        ),
        [("các sở, ngành",), ("các sở, ngành",)],
    ),
    "a request that lists nothing": (
        "UBND tỉnh đề nghị các sở, ngành thực hiện nghiêm Công điện.\n\nTriển khai lực lượng canh gác ngầm tràn.",
        [("các sở, ngành",)],
    ),
    "over norms the lead-in is the work": (
        (
            "Căn cứ dự báo thời tiết, Hiệu trưởng các trường chủ động cho học sinh nghỉ học. Cụ thể:\n\n"
            "- Học sinh tiểu học được nghỉ học khi nhiệt độ dưới 10°C."
        ),
        [("Hiệu trưởng các trường",)],
    ),
}


@pytest.mark.parametrize("habit", LETTERS)
def test_a_letter(habit: str) -> None:
    text, expected = LETTERS[habit]
    assert leads(text) == expected


def test_an_anniversary_with_and_without_a_nought_is_no_deadline() -> None:
    text = "II. NHIỆM VỤ\n\n1. Các tổ dân phố treo cờ chào mừng Quốc khánh (02/9/1945 - 2/9/2019)."
    assert not said(text).deadlines
