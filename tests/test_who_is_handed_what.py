"""Who is handed a duty: staff of a commune, groups without `các`, each of a group, topics longer than a label.

Each text is our own; beside what is found stands what only looks like it.
"""

from __future__ import annotations

import pytest
from small_documents import said

LEADS = {
    "UBND xã giao cho cán bộ thú y của xã cùng các ông Trưởng, phó các thôn tiêm phòng cho đàn chó.": (
        "cán bộ thú y của xã",
        "các ông Trưởng, phó các thôn",
    ),
    "UBND xã giao công chức Văn hóa - Xã hội cùng các thôn tổ chức tuyên truyền.": (
        "công chức Văn hóa - Xã hội",
        "các thôn",
    ),
    "UBND xã giao cán bộ tư pháp - hộ tịch lập sổ.": ("cán bộ tư pháp - hộ tịch",),
    "UBND phường đề nghị tổ dân phố dọn vệ sinh.": ("tổ dân phố",),
    "UBND phường đề nghị hộ kinh doanh ký cam kết.": ("hộ kinh doanh",),
    (
        "Về việc rà soát, cập nhật danh sách các hộ gia đình có hoàn cảnh khó khăn, neo đơn, già yếu, bệnh tật "
        "kéo dài, cần hỗ trợ: Trưởng thôn lập danh sách."
    ): ("Trưởng thôn",),
    # a verb, and no group; staff who are trained; a noun that nothing is said of
    "UBND phường đề nghị tổ chức họp dân.": ("Ủy ban nhân dân phường",),
    "Sở Y tế tập huấn cho cán bộ thú y.": ("Sở Y tế",),
    "Sở Y tế đề nghị đơn vị.": ("Sở Y tế",),
}


@pytest.mark.parametrize("sentence", LEADS)
def test_who_must_do_it(sentence: str) -> None:
    tasks = said(f"KẾ HOẠCH\nPhong trào\n\nII. NHIỆM VỤ\n\n1. {sentence}").tasks
    assert [task.lead for task in tasks] == [LEADS[sentence]]


@pytest.mark.parametrize(
    ("heading", "item", "leads"),
    [
        ("Các Cục Thuế", "Cục Thuế tổng hợp báo cáo", [("Các Cục Thuế",), ("Các Cục Thuế",)]),
        ("Các Cục Thuế", "Tổng cục Thuế tổng hợp báo cáo", [("Tổng cục Thuế",), ("Các Cục Thuế",)]),
        ("Sở Y tế", "Các bệnh viện tổng hợp báo cáo", [("Các bệnh viện",), ("Sở Y tế",)]),
    ],
)
def test_an_item_that_names_each_of_those_over_it(
    heading: str, item: str, leads: list[tuple[str, ...]]
) -> None:
    text = f"KẾ HOẠCH\nThuế\n\nII. NHIỆM VỤ\n\n1. {heading}:\n\n- {item}.\n\n- Rà soát hồ sơ."
    assert [task.lead for task in said(text).tasks] == leads


def test_a_time_line_that_says_to_whom_to_send_is_a_task() -> None:
    text = (
        "KẾ HOẠCH\nThi\n\nII. NHIỆM VỤ\n\n1. Tổ chuyên môn biên soạn đề thi.\n\n"
        "2. Thời gian nộp đề: Nộp cho Phó Hiệu trưởng trước ngày 05/3/2025."
    )
    assert [task.due for task in said(text).tasks] == [(), ("2025-03-05",)]


def test_a_time_line_that_says_when_governs_the_items_beside_it() -> None:
    text = "KẾ HOẠCH\nThi\n\nII. NHIỆM VỤ\n\n1. Tổ chuyên môn biên soạn đề thi.\n\n2. Thời gian nộp đề: trước ngày 05/3/2025."
    assert [task.due for task in said(text).tasks] == [("2025-03-05",)]
