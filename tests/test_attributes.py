"""Attribute lines: short lines under an item that give its bodies, time, place, product or money."""

from __future__ import annotations

import pytest
from small_documents import document, said

from extract.attributes import attribute_line, gather
from extract.named import only_names
from extract.node import Node
from extract.outline import outline

LINES = [
    ("- Cơ quan chủ trì: Sở Công Thương.", "lead"),
    ("- Đơn vị thực hiện: Trung tâm Y tế huyện", "lead"),
    ("- Chủ trì: Công an xã", "lead"),
    ("a) Cơ quan chủ trì soạn thảo: Cục Thuế.", "lead"),
    ("- Phân công thực hiện: Phòng Kinh tế chủ trì", "lead"),
    ("- Cơ quan phối hợp: các sở, ngành liên quan", "support"),
    ("- Phối hợp: UBND cấp xã", "support"),
    ("- Thời gian thực hiện: Quý III/2025", "time"),
    ("- Thời hạn hoàn thành: trước ngày 30/9/2025", "time"),
    ("+ Tiến độ: tháng 5", "time"),
    ("- Sản phẩm: Quyết định của UBND tỉnh", "product"),
    ("- Kết quả đầu ra: 01 báo cáo chuyên đề", "product"),
    ("- Địa điểm: Hội trường UBND xã", "other"),
    ("- Thành phần: Lãnh đạo các phòng, ban", "other"),
    ("- Kinh phí: từ ngân sách huyện", "other"),
    # no attribute lines
    ("- Tổ chức thực hiện tốt phong trào thi đua", None),
    ("- Thời gian qua, công tác tuyên truyền còn hạn chế", None),  # no colon
    ("- Chủ trì:", None),  # nothing after it: a heading
    ("- Đơn vị thực hiện: theo phân công", None),  # names no body
    # a sentence with a duty of its own is more than an attribute
    ("- Kinh phí: Sở Tài chính thẩm định, trình UBND tỉnh", None),
    ("I. Thời gian: tháng 5", None),  # a part of the document
]


def only_node(text: str) -> Node:
    (node,) = [node for node in outline(document(text)).walk() if node.marker]
    return node


def item(text: str) -> Node:
    """The item `1.` of a small plan, with the lines under it."""
    plan = document(
        f"KẾ HOẠCH\nTrồng cây xanh\n\nI. NHIỆM VỤ\n1. Trồng cây dọc kênh\n{text}\n2. Chăm sóc cây"
    )
    return next(node for node in outline(plan).walk() if node.path == "I.1")


@pytest.mark.parametrize(("text", "kind"), LINES)
def test_the_kind_of_a_line(text: str, kind: str | None) -> None:
    line = attribute_line(only_node(text))
    assert (line[0] if line else None) == kind


def test_the_value_begins_after_the_colon() -> None:
    node = only_node("- Cơ quan chủ trì :  Sở Công Thương.")
    line = attribute_line(node)
    assert line is not None
    assert node.text[line[1] :] == "Sở Công Thương."


def test_the_lines_under_an_item_are_gathered() -> None:
    node = item(
        "- Chủ trì: UBND xã Bình Sơn\n- Phối hợp: Đoàn Thanh niên xã; các thôn\n- Thời gian: tháng 2/2025\n- Sản phẩm: 2.000 cây."
    )
    said = gather(node)
    assert only_names(said.lead) == ("Ủy ban nhân dân xã",)
    assert only_names(said.support) == ("Đoàn Thanh niên xã", "các thôn")
    assert said.deliverable is not None
    assert said.deliverable.end - said.deliverable.start == len("2.000 cây")
    assert len(said.time_spans) == 1


def test_an_assignment_block_gives_the_body_that_leads_there() -> None:
    node = item("- Ươm cây giống.\n- Phân công thực hiện: Phòng Kinh tế chủ trì, phối hợp với các thôn.")
    said = gather(node)
    assert (only_names(said.lead), only_names(said.support)) == (("Phòng Kinh tế",), ("các thôn",))


def test_a_line_that_only_says_for_whom_somebody_advises_is_no_task() -> None:
    work = (
        "I. NHIỆM VỤ\n1. Kiện toàn tổ giúp việc.\na) Đơn vị thực hiện: Phòng Nội vụ tham mưu cho UBND xã.\n"
    )
    (task,) = said(f"KẾ HOẠCH\nTrồng cây xanh\n\n{work}b) Thời gian: tháng 3/2025.").tasks
    assert (task.quote, task.lead) == ("Kiện toàn tổ giúp việc.", ("Phòng Nội vụ",))


def test_the_day_on_which_work_begins_is_no_deadline() -> None:
    lines = (
        "1. Trồng cây dọc kênh.\n- Chủ trì: Đoàn xã.\n- Thời gian: bắt đầu 01/3/2025, hoàn thành 30/4/2025."
    )
    (task,) = said(f"KẾ HOẠCH\nTrồng cây xanh\n\nI. NHIỆM VỤ\n{lines}").tasks
    assert task.due == ("2025-04-30",)


def test_a_block_of_bodies_may_say_at_which_level() -> None:
    node = item(
        "a) Cơ quan chủ trì:\n- Ở trung ương: Vụ Pháp chế.\n- Ở địa phương: Sở Tư pháp.\nb) Thời gian: tháng 4/2025."
    )
    assert only_names(gather(node).lead) == ("Vụ Pháp chế", "Sở Tư pháp")


def test_of_several_levels_the_first_that_leads_counts() -> None:
    node = item(
        "a) Ươm cây giống.\nb) Phân công thực hiện:\n- Sở Xây dựng chủ trì, phối hợp với Sở Tài chính.\n- UBND cấp xã chủ trì trên địa bàn."
    )
    said = gather(node)
    assert (only_names(said.lead), only_names(said.support)) == (("Sở Xây dựng",), ("Sở Tài chính",))


BRACKETS = [
    ("(Chủ trì: Sở Y tế; thời gian: đến năm 2025)", ("Sở Y tế",), (), ("2025-12-31",)),
    ("(Cơ quan chủ trì: Sở Y tế; phối hợp: Công an tỉnh, UBND các huyện)", ("Sở Y tế",), ("Công an tỉnh", "Ủy ban nhân dân các huyện"), ()),
    ("(Chủ trì: Sở Y tế; thời gian thực hiện: 2024 - 2026)", ("Sở Y tế",), (), ("2026-12-31",)),
    ("(Sở Y tế (Chi cục Dân số); hoàn thành năm 2025)", ("Sở Y tế",), (), ("2025-12-31",)),
    ("(Chủ trì: Sở Y tế (Chi cục Dân số))", ("Sở Y tế",), (), ()),
    # what explains, and gives nobody a duty
    ("(gồm 12 trạm; kinh phí: 2 tỷ đồng)", (), (), ()),
    ("(Sở Y tế; 12 trạm)", (), (), ()),
    ("(giai đoạn 2021 - 2025)", (), (), ()),
]  # fmt: skip


@pytest.mark.parametrize(("bracket", "lead", "support", "due"), BRACKETS)
def test_the_bracket_behind_an_item_may_give_its_bodies_and_time(
    bracket: str, lead: tuple[str, ...], support: tuple[str, ...], due: tuple[str, ...]
) -> None:
    for end in (f" {bracket};", f".\n{bracket}"):
        (task,) = said(f"KẾ HOẠCH\n\nI. NHIỆM VỤ\n\na) Sửa chữa các trạm y tế{end}\n").tasks
        assert (task.lead, task.support, task.due) == (lead, support, due)


def test_several_labels_on_one_line_have_their_time_too() -> None:
    line = "Cơ quan chủ trì: Sở Y tế. Cơ quan phối hợp: Công an tỉnh. Thời gian thực hiện: 2024 - 2026."
    found = said(
        f"KẾ HOẠCH\n\nI. NHIỆM VỤ\n\n1. Y tế cơ sở\n\n- Sửa trạm y tế;\n\n- Mua thiết bị.\n\n{line}\n"
    )
    assert [(task.lead, task.support, task.due) for task in found.tasks] == [
        (("Sở Y tế",), ("Công an tỉnh",), ("2026-12-31",))
    ] * 2
