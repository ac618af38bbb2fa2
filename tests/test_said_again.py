"""Headings whose paragraph says them again, places that stand for a body, and those who are called upon.

Each text is our own; beside what is found stands what only looks like it.
"""

from __future__ import annotations

import pytest
from small_documents import said

from extract.names import names_in_cell

AGAIN = {
    "in a part with work, the item ends as a sentence": (
        "II. NHIỆM VỤ\n\n6. Giám sát việc cấp nước sạch.\n\nGiám sát việc cấp nước sạch tại các xã vùng cao, báo cáo quý IV.",
        ["Giám sát việc cấp nước sạch tại các xã vùng cao, báo cáo quý IV."],
    ),
    "in a part that does not say what it is for": (
        "II. GIÁM SÁT\n\n6. Giám sát việc cấp nước sạch\n\nGiám sát việc cấp nước sạch tại các xã vùng cao, báo cáo quý IV.",
        ["Giám sát việc cấp nước sạch tại các xã vùng cao, báo cáo quý IV."],
    ),
    "a paragraph that only goes on with the item": (
        "II. NHIỆM VỤ\n\n6. Giám sát việc cấp nước sạch.\n\nTổng hợp kết quả giám sát, gửi Thường trực HĐND xã.",
        ["Giám sát việc cấp nước sạch.", "Tổng hợp kết quả giám sát, gửi Thường trực HĐND xã."],
    ),
    "a paragraph that says it again and no more": (
        "II. NHIỆM VỤ\n\n6. Giám sát việc cấp nước sạch.\n\nGiám sát việc cấp nước.",
        ["Giám sát việc cấp nước sạch.", "Giám sát việc cấp nước."],
    ),
}


@pytest.mark.parametrize("case", AGAIN)
def test_a_paragraph_that_repeats_its_heading(case: str) -> None:
    text, quotes = AGAIN[case]
    assert [task.quote for task in said(f"KẾ HOẠCH\nNước sạch\n\n{text}").tasks] == quotes


PLACES = {
    "1. Đối với Thủ đô Hà Nội:\n\n- Rà soát các tuyến đường.": ("Thủ đô Hà Nội",),
    "1. Đối với tỉnh Quảng Ninh: Rà soát cửa khẩu.": ("tỉnh Quảng Ninh",),
    # where something is, and no body
    "1. Xã Tân Lập:\n\n- Rà soát đường liên thôn.": (),
    "1. Đối với hồ sơ của tỉnh Quảng Ninh:\n\n- Rà soát thành phần hồ sơ.": (),
}


@pytest.mark.parametrize("text", PLACES)
def test_a_place_that_heads_items(text: str) -> None:
    assert [task.lead for task in said(f"KẾ HOẠCH\nGiao thông\n\nII. NHIỆM VỤ\n\n{text}").tasks] == [
        PLACES[text]
    ]


CELLS = {
    "Bộ Y tế, thành phố Hải Phòng, tỉnh Quảng Ninh": ("Bộ Y tế", "thành phố Hải Phòng", "tỉnh Quảng Ninh"),
    "Thành phố Hà Nội và tỉnh Quảng Ninh": ("Thành phố Hà Nội", "tỉnh Quảng Ninh"),
    "Tỉnh Quảng Ninh và UBND các tỉnh": ("Tỉnh Quảng Ninh", "Ủy ban nhân dân các tỉnh"),
    # where the body before it lies
    "UBND xã Tân Lập, huyện Cam Lộ, tỉnh Quảng Trị; Sở Y tế": ("Ủy ban nhân dân xã", "Sở Y tế"),
    "Sở Y tế tỉnh Quảng Ninh": ("Sở Y tế",),
    # commas inside a name that no list knows
    "Khoa Dược - Vật tư, thiết bị y tế; Khoa Nội": ("Khoa Dược - Vật tư, thiết bị y tế", "Khoa Nội"),
}


@pytest.mark.parametrize("cell", CELLS)
def test_places_among_the_bodies_of_a_cell(cell: str) -> None:
    assert names_in_cell(cell) == CELLS[cell]


CALLED = {
    "Ủy ban MTTQ xã kêu gọi các cơ quan, doanh nghiệp ủng hộ Quỹ trước ngày 30/11/2025.": (
        ("các cơ quan, doanh nghiệp",),
        ("2025-11-30",),
    ),
    # to win people over is the work of who does it; to seek investment asks nobody named
    "UBND xã vận động các hộ gia đình treo cờ.": (("Ủy ban nhân dân xã",), ()),
    "UBND xã kêu gọi đầu tư vào chợ.": (("Ủy ban nhân dân xã",), ()),
}


@pytest.mark.parametrize("sentence", CALLED)
def test_who_is_called_upon(sentence: str) -> None:
    text = f"Số: 12/TB-UBND\n\nKính gửi: Các cơ quan.\n\nLời đầu của thông báo.\n\n{sentence}"
    assert [(task.lead, task.due) for task in said(text).tasks] == [CALLED[sentence]]


def test_in_a_plan_to_call_upon_others_is_the_work() -> None:
    text = "II. NHIỆM VỤ\n\n1. Ủy ban MTTQ xã kêu gọi các doanh nghiệp ủng hộ Quỹ."
    assert [task.lead for task in said(text).tasks] == [("Ủy ban Mặt trận Tổ quốc Việt Nam xã",)]
