"""Task tables: what each column means is read from the head, in any order."""

from __future__ import annotations

import pytest
from small_documents import document, said

from extract.named import only_names
from extract.task_tables import columns, is_task_table, table_tasks
from ingest.document import Block, Document

HEADS = [
    (["TT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành", "Sản phẩm"],
     {"number": [0], "work": [1], "lead": [2], "support": [3], "time": [4], "product": [5]}),
    # another order, other words
    (["STT", "Thời hạn", "Nhiệm vụ", "Đơn vị thực hiện"], {"number": [0], "time": [1], "work": [2], "lead": [3]}),
    (["Số TT", "Hoạt động", "Đầu mối", "Tiến độ", "Ghi chú"], {"number": [0], "work": [1], "lead": [2], "time": [3], "note": [4]}),
    (["TT", "Tên nhiệm vụ", "Phân công", "Kết quả"], {"number": [0], "work": [1], "lead": [2], "product": [3]}),
    (["TT", "Việc cần làm", "Người phụ trách", "Hạn hoàn thành"], {"number": [0], "work": [1], "lead": [2], "time": [3]}),
    # no task table: figures, names, money
    (["TT", "Tên xã", "Số hộ", "Tỷ lệ"], {"number": [0], "work": [1]}),
    (["Họ và tên", "Chức vụ", "Điện thoại"], {}),
]  # fmt: skip


def the_table(*lines: list[str]) -> tuple[Document, Block]:
    rows = "\n".join("\t".join(line) for line in lines)
    read = document(f"KẾ HOẠCH\nPhòng, chống lụt bão năm 2025\n\nI. NHIỆM VỤ\n\n{rows}\n")
    (table,) = [block for block in read.blocks if block.kind == "table"]
    return read, table


@pytest.mark.parametrize(("head", "kinds"), HEADS)
def test_the_columns_by_their_heads(head: list[str], kinds: dict[str, list[int]]) -> None:
    read, table = the_table(
        head, ["a", *["Nội dung khác"] * (len(head) - 1)], ["b", *["Nội dung khác"] * (len(head) - 1)]
    )
    assert columns(table, read) == kinds


@pytest.mark.parametrize(("head", "kinds"), HEADS)
def test_a_task_table_names_work_and_a_body_or_a_time(head: list[str], kinds: dict[str, list[int]]) -> None:
    read, table = the_table(
        head, ["a", *["Nội dung khác"] * (len(head) - 1)], ["b", *["Nội dung khác"] * (len(head) - 1)]
    )
    assert is_task_table(table, read) == ("work" in kinds and ("lead" in kinds or "time" in kinds))


HEAD = ["TT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian", "Sản phẩm"]
ROWS = [
    # a row with work
    (
        [["1", "Gia cố đê biển", "Sở Xây dựng", "Các huyện ven biển", "Tháng 5/2025", "Hồ sơ"]],
        [("1", "Gia cố đê biển", ("Sở Xây dựng",), ("Các huyện ven biển",), "Hồ sơ")],
    ),
    # a row that only heads the rows under it is none, and lends them its number
    (
        [["I", "TRƯỚC MÙA MƯA", "", "", "", ""], ["1", "Nạo vét kênh", "UBND cấp xã", "", "Quý I/2025", ""]],
        [("I.1", "Nạo vét kênh", ("Ủy ban nhân dân cấp xã",), (), None)],
    ),
    # the column of bodies wins over bodies in the work's text
    (
        [["1", "Sở Y tế chuẩn bị thuốc", "Trung tâm Y tế huyện", "", "", ""]],
        [("1", "Sở Y tế chuẩn bị thuốc", ("Trung tâm Y tế huyện",), (), None)],
    ),
    # where that column is empty, the text says it
    (
        [["1", "Sở Y tế chuẩn bị thuốc", "", "", "Tháng 6/2025", ""]],
        [("1", "Sở Y tế chuẩn bị thuốc", ("Sở Y tế",), (), None)],
    ),
    # several bodies in a cell; who leads helps not
    (
        [["2", "Diễn tập", "Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh", "Công an tỉnh; Sở Y tế", "", ""]],
        [("2", "Diễn tập", ("Công an tỉnh", "Bộ Chỉ huy Quân sự tỉnh"), ("Sở Y tế",), None)],
    ),
    # a row without work
    ([["1", "", "Sở Y tế", "", "Quý I", ""], ["2", "...", "Sở Y tế", "", "", ""]], []),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), ROWS)
def test_the_tasks_of_a_table(lines: list[list[str]], expected: list[tuple[object, ...]]) -> None:
    read, table = the_table(HEAD, *lines, ["9", "Báo cáo", "Văn phòng UBND tỉnh", "", "", ""])
    found = [
        (
            row.marker,
            read.text[row.start : row.end],
            only_names(row.lead),
            only_names(row.support),
            read.text[slice(*row.deliverable)] if row.deliverable else None,
        )
        for row in table_tasks(table, read)
    ]
    last = ("I.9" if lines[0][0] == "I" else "9", "Báo cáo", ("Văn phòng Ủy ban nhân dân tỉnh",), (), None)
    assert found == [*expected, last]


PLAN = "KẾ HOẠCH\nPhòng, chống lụt bão năm 2025\n\n{}\n\n" + "\n".join(
    [
        "TT\tNội dung\tChủ trì\tThời gian",
        "1\tGia cố đê biển\tSở Xây dựng\tTháng 5/2025",
        "2\tTrực ban\tSở Y tế\tHằng ngày",
        "3\tPhân bổ thuốc\tSở Y tế\tTheo hướng dẫn tại Công văn số 77/BYT-KH",
        "4\tTổng kết\tSở Xây dựng\tThường xuyên",
    ]
)


def test_a_row_has_the_times_of_its_time_column() -> None:
    tasks = said(PLAN.format("I. NHIỆM VỤ")).tasks
    assert [task.due for task in tasks] == [("2025-05-31",), ("FREQ=DAILY",), ("77/BYT-KH",), ()]


def test_a_row_has_the_path_of_what_it_hangs_under_and_its_own_number() -> None:
    tasks = said(PLAN.format("II. PHÂN CÔNG\n1. Trước mùa mưa")).tasks
    assert [task.section for task in tasks] == ["II.1.1", "II.1.2", "II.1.3", "II.1.4"]


def test_a_table_in_an_appendix_has_its_name() -> None:
    tasks = said(PLAN.format("I. CHUNG\n\nPHỤ LỤC II")).tasks
    assert [task.section for task in tasks] == [
        "Phụ lục II.1",
        "Phụ lục II.2",
        "Phụ lục II.3",
        "Phụ lục II.4",
    ]


@pytest.mark.parametrize(
    "title",
    [
        "DANH MỤC NHIỆM VỤ",
        "BẢNG PHÂN CÔNG NHIỆM VỤ",
        "NHIỆM VỤ CỤ THỂ NĂM 2025",
    ],
)  # fmt: skip
def test_the_title_of_an_appendix_does_not_close_it(title: str) -> None:
    tasks = said(PLAN.format(f"I. CHUNG\n\nPHỤ LỤC\n{title}")).tasks
    assert [task.section for task in tasks] == ["Phụ lục.1", "Phụ lục.2", "Phụ lục.3", "Phụ lục.4"]


def test_a_table_under_the_outline_of_a_report_that_names_nobody_holds_no_tasks() -> None:
    table = "TT\tNội dung\tThời gian\n1\tSố vụ cháy\tNăm 2024\n2\tSố người bị thương\tNăm 2024"
    assert (
        said(f"KẾ HOẠCH\nPhòng cháy\n\nI. NHIỆM VỤ\n\nĐỀ CƯƠNG BÁO CÁO\n1. Số liệu\n\n{table}\n").tasks == ()
    )


@pytest.mark.parametrize(
    "numbers", [["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"], ["1", "2", "3", "4", "5", "6"]]
)
def test_a_row_of_column_numbers_belongs_to_the_head(numbers: list[str]) -> None:
    read, table = the_table(HEAD, numbers, ["1", "Gia cố đê biển", "Sở Xây dựng", "", "Tháng 5/2025", ""])
    assert [(row.marker, only_names(row.lead)) for row in table_tasks(table, read)] == [
        ("1", ("Sở Xây dựng",))
    ]
