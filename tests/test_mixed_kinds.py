"""Habits of resolutions of councils, letters of head offices, notices of academies, plans of wards.

Each habit has an example, and where it could be mistaken a counter-example.
"""

from __future__ import annotations

import pytest
from small_documents import said

HEAD = "UBND TỈNH LAI CHÂU\nSố: 12/KH-UBND\nLai Châu, ngày 05 tháng 3 năm 2021\n\nKẾ HOẠCH\nVề nước sạch\n\n"
Row = tuple[str | None, tuple[str, ...], tuple[str, ...], tuple[str, ...]]

TASKS: dict[str, tuple[str, list[Row]]] = {
    "a council that appraises asks for nothing": (
        (
            "Điều 1. Hội đồng nhân dân tỉnh tán thành báo cáo giám sát về nước sạch.\n\n"
            "Điều 2. Hội đồng nhân dân tỉnh giao Ủy ban nhân dân tỉnh sửa chữa các trạm cấp nước."
        ),
        [("Điều 2", ("Ủy ban nhân dân tỉnh",), (), ())],
    ),
    "to honour somebody is work": (
        "II. NHIỆM VỤ\n\n1. Hội Nông dân tỉnh biểu dương hộ giữ gìn giếng nước.",
        [("II.1", ("Hội Nông dân tỉnh",), (), ())],
    ),
    "how some do is told": (
        "Một số huyện còn chậm lập danh sách hộ thiếu nước, như huyện Mường Tè.\n\n1. Các huyện lập danh sách.",
        [("1", ("Các huyện",), (), ())],
    ),
    "what some must do is asked": (
        "II. NHIỆM VỤ\n\n1. Một số huyện còn chậm, đề nghị Ủy ban nhân dân các huyện lập danh sách trước ngày 05/4/2021.",
        [("II.1", ("Ủy ban nhân dân các huyện",), (), ("2021-04-05",))],
    ),
    "whoever does wrong answers for it: no duty of its own": (
        "II. NHIỆM VỤ\n\n1. Các chủ cơ sở phải xét nghiệm nước. Chủ cơ sở nào bán nước bẩn thì phải bồi thường.",
        [("II.1", ("Các chủ cơ sở",), (), ())],
    ),
    "what closes the document is one with what it asks behind the semicolon": (
        (
            "II. NHIỆM VỤ\n\n1. Sở Y tế lấy mẫu nước.\n\n"
            "Trên đây là Kế hoạch cấp nước năm 2021; yêu cầu các đơn vị nghiêm túc thực hiện."
        ),
        [("II.1", ("Sở Y tế",), (), ()), (None, ("các đơn vị",), (), ())],
    ),
    "bodies and time under the last item close the list": (
        (
            "III. NỘI DUNG THỰC HIỆN\n\n1. Khảo sát\n\na) Đo mực nước các giếng.\n\nb) Lập bản đồ giếng.\n\n"
            "- Thời gian: Trước ngày 30/4/2021.\n\n- Đơn vị chủ trì: Sở Xây dựng.\n\n- Đơn vị phối hợp: Sở Y tế."
        ),
        [
            ("III.1.a", ("Sở Xây dựng",), ("Sở Y tế",), ("2021-04-30",)),
            ("III.1.b", ("Sở Xây dựng",), ("Sở Y tế",), ("2021-04-30",)),
        ],
    ),
    "bodies under each item are its own": (
        (
            "III. NỘI DUNG THỰC HIỆN\n\n1. Khảo sát\n\na) Đo mực nước các giếng.\n\n- Đơn vị chủ trì: Sở Y tế.\n\n"
            "b) Lập bản đồ giếng.\n\n- Thời gian: Trước ngày 30/4/2021.\n\n- Đơn vị chủ trì: Sở Xây dựng."
        ),
        [("III.1.a", ("Sở Y tế",), (), ()), ("III.1.b", ("Sở Xây dựng",), (), ("2021-04-30",))],
    ),
    "an item over dashes that says at length what a body must do": (
        (
            "II. NHIỆM VỤ\n\n1. Các Trung tâm Nước sạch rà soát lại toàn bộ đường ống dẫn nước, trạm bơm, bể chứa đã xây dựng"
            " trên địa bàn để sửa chữa, thay thế những đoạn hư hỏng, rò rỉ theo đúng quy định của ngành.\n\n"
            "- Lập sổ theo dõi từng trạm bơm."
        ),
        [("II.1", ("Các Trung tâm Nước sạch",), (), ()), ("II.1", ("Các Trung tâm Nước sạch",), (), ())],
    ),
    "a short one is a heading": (
        "II. NHIỆM VỤ\n\n1. Sở Y tế chịu trách nhiệm về chất lượng nước.\n\n- Lấy mẫu nước hằng tháng.",
        [("II.1", ("Sở Y tế",), (), ("FREQ=MONTHLY",))],
    ),
    "a group by what it does, with the word of duty": (
        "Chủ tịch Ủy ban nhân dân tỉnh chỉ thị:\n\n1. Các doanh nghiệp chế biến nước mắm phải công bố giá nước.",
        [("1", ("Các doanh nghiệp chế biến nước mắm",), (), ())],
    ),
    "staff of an academy": (
        "1. Các đơn vị trong Học viện, cán bộ, giảng viên, sinh viên Học viện tuyệt đối nghiêm túc tiết kiệm nước.",
        [("1", ("Các đơn vị trong Học viện", "cán bộ, giảng viên, sinh viên Học viện"), (), ())],
    ),
    "years of review": (
        "II. NHIỆM VỤ\n\n1. Sở Y tế hằng năm đánh giá, năm 2023 sơ kết, năm 2025 tổng kết việc thực hiện.",
        [("II.1", ("Sở Y tế",), (), ("FREQ=YEARLY", "2023-12-31", "2025-12-31"))],
    ),
    "who came to a meeting": (
        (
            "Ngày 01/3/2021, Chủ tịch Ủy ban nhân dân tỉnh đã họp về nước sạch. Tham dự cuộc họp có đại diện các Sở: Y tế,"
            " Xây dựng; Ban Quản lý dự án cấp nước làm việc tại Mường Tè.\n\n1. Sở Y tế lấy mẫu nước."
        ),
        [("1", ("Sở Y tế",), (), ())],
    ),
    "how fine a schedule is": (
        "II. NHIỆM VỤ\n\n1. Sở Xây dựng lập tiến độ chi tiết từng tuần.\n\n2. Sở Y tế lấy mẫu nước từng tuần.",
        [("II.1", ("Sở Xây dựng",), (), ()), ("II.2", ("Sở Y tế",), (), ("FREQ=WEEKLY",))],
    ),
    "kinds of schools are written out": (
        "II. NHIỆM VỤ\n\n1. Hiệu trưởng các trường THCS tổ chức thi. Trường THPT Lê Lợi chấm bài.",
        [
            ("II.1", ("Hiệu trưởng các trường trung học cơ sở",), (), ()),
            ("II.1", ("Trường Trung học phổ thông Lê Lợi",), (), ()),
        ],
    ),
    "what is reviewed has its year": (
        "II. NHIỆM VỤ\n\n1. Sở Y tế gửi báo cáo năm 2023 tổng kết công tác nước sạch.",
        [("II.1", ("Sở Y tế",), (), ())],
    ),
}


@pytest.mark.parametrize(("text", "expected"), TASKS.values(), ids=TASKS)
def test_what_they_ask(text: str, expected: list[Row]) -> None:
    assert [(task.section, task.lead, task.support, task.due) for task in said(HEAD + text).tasks] == expected


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("CHỈ THỊ\nCỦA BỘ TRƯỞNG BỘ XÂY DỰNG\nVề việc tiết kiệm nước", "Về việc tiết kiệm nước"),
        ("NGHỊ QUYẾT\nCỦA HỘI NGHỊ BAN CHẤP HÀNH LẦN 5", "Của hội nghị Ban Chấp hành lần 5"),
    ],
)
def test_whose_it_is_stands_over_the_title(lines: str, title: str) -> None:
    assert (
        said(
            f"BỘ XÂY DỰNG\nSố: 12/CT-BXD\nHà Nội, ngày 05 tháng 3 năm 2004\n\n{lines}\n\n1. Sở Y tế họp."
        ).header.title
        == title
    )
