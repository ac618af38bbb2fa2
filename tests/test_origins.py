"""Where the fields of a task come from: modality, deliverable and receiver, legal bases, and the words of each."""

from __future__ import annotations

import pytest
from small_documents import said

from extract.deliverables import deliverable
from extract.extraction import Task
from extract.modality import binding

HEAD = "KẾ HOẠCH\nTrồng rừng phòng hộ năm 2025\n\n"


def origins(task: Task, field: str) -> list[tuple[str, str, str]]:
    return [(one.value, one.how, one.quote) for one in task.origins if one.field == field]


def test_every_origin_quotes_the_words_at_its_offsets() -> None:
    read = said(
        HEAD
        + "II. TỔ CHỨC THỰC HIỆN\n1. Giao Sở Xây dựng chủ trì, phối hợp với Công an tỉnh:\n"
        + "- Lập danh mục đường hư hỏng, báo cáo UBND tỉnh trước ngày 05/5/2025.\n- Đơn vị phối hợp: Sở Y tế."
    )
    for task in read.tasks:
        for one in task.origins:
            assert " ".join(read.text[one.start : one.end].split()) == one.quote
        values = {one.value for one in task.origins if one.field == "lead"}
        assert values == set(task.lead)


def test_a_lead_says_from_which_heading_it_comes() -> None:
    (task,) = said(HEAD + "II. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế:\n- Kiểm tra kho thuốc.").tasks
    assert origins(task, "lead") == [("Sở Y tế", "heading", "Sở Y tế")]


def test_a_lead_in_an_attribute_line_and_one_in_the_task_itself() -> None:
    tasks = said(
        HEAD
        + "II. NHIỆM VỤ\n1. Xây cầu dân sinh.\n- Chủ trì: Sở Xây dựng.\n- Thời gian: Quý II/2025.\n2. Sở Y tế phun hóa chất."
    ).tasks
    assert origins(tasks[0], "lead") == [("Sở Xây dựng", "attribute", "Sở Xây dựng.")]
    assert origins(tasks[0], "due") == [("2025-06-30", "attribute", "Quý II/2025")]
    assert origins(tasks[1], "lead") == [("Sở Y tế", "own", "Sở Y tế")]


BINDINGS = [
    ("Đề nghị Công an tỉnh tăng cường tuần tra", 8, 20, "requested"),
    ("Giao Công an tỉnh chủ trì tuần tra", 5, 17, "assigned"),
    ("yêu cầu các sở, ngành rà soát", 8, 21, "required"),
    ("Công an tỉnh có trách nhiệm tuần tra", 0, 12, "responsible"),
    ("Công an tỉnh chủ trì, phối hợp với Sở Y tế", 0, 12, "leads"),
    ("Công an tỉnh phải báo cáo ngay", 0, 12, "must"),
    ("Công an tỉnh có thể thuê tư vấn", 0, 12, "may"),
    # what a body already has, asks or was given binds nobody by that word
    ("Công an tỉnh tuần tra", 0, 12, None),
    ("Công an tỉnh giao cho các huyện", 0, 12, None),
    ("Công an tỉnh phải chăng", 13, 17, None),
]


@pytest.mark.parametrize(("text", "lead", "after", "modality"), BINDINGS)
def test_by_what_word_a_task_binds(text: str, lead: int, after: int, modality: str | None) -> None:
    found = binding(text, lead, after)
    assert (found.modality if found else None) == modality


def test_the_word_of_a_lead_in_binds_the_items_under_it() -> None:
    tasks = said(
        "CHỈ THỊ\nVề phòng, chống cháy rừng\n\nChủ tịch UBND tỉnh yêu cầu các sở, ngành thực hiện các nội dung sau:\n"
        "1. Kiểm tra phương tiện chữa cháy.\n2. Sở Tài chính chịu trách nhiệm bố trí kinh phí."
    ).tasks
    assert [task.modality for task in tasks] == ["required", "responsible"]


DELIVERABLES: list[tuple[str, str | None, list[str]]] = [
    ("Lập danh sách hộ nghèo, gửi Phòng Nội vụ trước ngày 10/5.", "danh sách hộ nghèo", ["Phòng Nội vụ"]),
    ("Báo cáo kết quả về UBND tỉnh (qua Sở Y tế).", "Báo cáo kết quả", ["UBND tỉnh"]),
    ("Tham mưu UBND tỉnh ban hành Quyết định quy định mức hỗ trợ.", "Quyết định quy định mức hỗ trợ", ["UBND tỉnh"]),
    ("Xây dựng dự thảo Nghị quyết về thu hút bác sĩ, trình HĐND tỉnh.", "dự thảo Nghị quyết về thu hút bác sĩ", ["HĐND tỉnh"]),
    ("Hoàn thiện hồ sơ, phương án cắm mốc.", "hồ sơ", []),
    # what exists already is not produced
    ("Thực hiện Kế hoạch số 12/KH-UBND của UBND tỉnh.", None, []),
    ("Tuyên truyền Luật Đê điều tại các xã ven sông.", None, []),
    ("Ban hành kèm theo Quyết định này Quy chế họp.", None, []),
    # who is guided gets nothing
    ("Hướng dẫn UBND các xã kiểm kê đất đai.", None, []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "what", "to"), DELIVERABLES)
def test_what_a_task_produces_and_who_gets_it(text: str, what: str | None, to: list[str]) -> None:
    found = deliverable(text)
    assert (text[found.what.start : found.what.end] if found.what else None) == what
    assert [text[a:b] for a, b in found.to] == to


def test_what_a_task_rests_on_stands_in_its_words_or_over_it() -> None:
    read = said(
        HEAD
        + "II. NHIỆM VỤ\n1. Thực hiện Nghị quyết số 15/NQ-HĐND ngày 12/7/2024 của HĐND tỉnh\n"
        + "a) Sở Tài chính bố trí vốn theo Quyết định số 88/QĐ-UBND ngày 03/3/2025 của UBND tỉnh.\n"
        + "b) Sở Y tế góp ý sửa đổi Quyết định số 17/QĐ-UBND."
    )
    rests = [[read.citations[place].symbol for place in task.bases] for task in read.tasks]
    assert rests == [["15/NQ-HĐND", "88/QĐ-UBND"], ["15/NQ-HĐND"]]
    assert [origin.how for origin in read.tasks[0].origins if origin.field == "bases"] == ["heading", "own"]
