"""Plans drawn as a grid: a column for each quarter, month or year, with crosses where work is done."""

from __future__ import annotations

import pytest
from small_documents import said

from extract import extract
from extract.extraction import Extraction
from ingest import read_bytes

HEAD = "ỦY BAN NHÂN DÂN\nTỈNH KON TUM\n\nKon Tum, ngày 12 tháng 02 năm 2024\n\nKẾ HOẠCH\nCải tạo chợ năm 2024\n\nI. NHIỆM VỤ\n\nCác việc sau:\n\n"
GRIDS = [
    ("TT\tNội dung\tChủ trì\tQuý I\tQuý II\tQuý III\n1\tRà soát quầy\tSở Xây dựng\tx\tx\t\n2\tLập quy chế\tSở Tư pháp\t\t\tX", ["2024-06-30", "2024-09-30"]),
    ("TT\tNội dung\tT1\tT2\tT3\n1\tRà soát quầy\tx\tx\t\n2\tLập quy chế\t\t\tx", ["2024-02-29", "2024-03-31"]),
    ("TT\tNội dung\tChủ trì\tTháng 5\tTháng 6\n1\tRà soát quầy\tSở Xây dựng\t✓\t\n2\tLập quy chế\tSở Tư pháp\t✓\t✓", ["2024-05-31", "2024-06-30"]),
    ("TT\tNội dung\tChủ trì\t2024\t2025\t2026\n1\tRà soát quầy\tSở Xây dựng\t+\t+\t\n2\tLập quy chế\tSở Tư pháp\t\t\t+", ["2025-12-31", "2026-12-31"]),
    # sums for each year are no crosses, nor are columns of which only one is a period
    ("TT\tNội dung\tChủ trì\t2024\t2025\n1\tRà soát quầy\tSở Xây dựng\t10\t20\n2\tLập quy chế\tSở Tư pháp\t5\tx", [None, None]),
    ("TT\tNội dung\tChủ trì\tQuý I\tGhi chú\n1\tRà soát quầy\tSở Xây dựng\tx\t\n2\tLập quy chế\tSở Tư pháp\tx\tx", [None, None]),
    # numbers with nothing that says of what
    ("TT\tNội dung\tChủ trì\t1\t2\n1\tRà soát quầy\tSở Xây dựng\tx\t\n2\tLập quy chế\tSở Tư pháp\t\tx", [None, None]),
]  # fmt: skip


def dues(found: Extraction) -> list[str | None]:
    return [task.due[-1] if task.due else None for task in found.tasks]


@pytest.mark.parametrize(("grid", "due"), GRIDS)
def test_work_is_over_with_the_last_column_that_is_crossed(grid: str, due: list[str | None]) -> None:
    found = said(HEAD + grid)
    assert dues(found) == due
    assert [one.due for one in found.deadlines] == [day for day in due if day]


def test_the_head_of_the_column_is_the_words_of_the_deadline() -> None:
    found = said(HEAD + GRIDS[0][0])
    assert [(one.quote, one.bound, one.rule) for one in found.deadlines] == [
        ("Quý II", "during", "time_column"),
        ("Quý III", "during", "time_column"),
    ]
    assert [origin.how for origin in found.tasks[0].origins if origin.field == "due"] == ["column"]


def test_a_head_of_two_rows_is_read_from_both() -> None:
    page = (
        "<p>UBND TỈNH KON TUM</p><p>Kon Tum, ngày 12 tháng 02 năm 2024</p><p>KẾ HOẠCH</p><p>Cải tạo chợ</p>"
        "<p>I. NHIỆM VỤ</p><table>"
        "<thead><tr><th rowspan=2>TT</th><th rowspan=2>Nội dung</th><th rowspan=2>Chủ trì</th><th colspan=2>Quý năm 2025</th></tr>"
        "<tr><th>I</th><th>II</th></tr></thead>"
        "<tr><td>1</td><td>Rà soát quầy hàng</td><td>Sở Xây dựng</td><td>x</td><td></td></tr>"
        "<tr><td>2</td><td>Lập quy chế chợ</td><td>Sở Tư pháp</td><td></td><td>x</td></tr></table>"
    )
    found = extract(read_bytes(page.encode(), "ke-hoach.html"))
    assert [(task.lead, task.due) for task in found.tasks] == [
        (("Sở Xây dựng",), ("2025-03-31",)),
        (("Sở Tư pháp",), ("2025-06-30",)),
    ]


def test_a_row_without_a_cross_has_no_time() -> None:
    grid = "TT\tNội dung\tChủ trì\tQuý I\tQuý II\n1\tRà soát quầy\tSở Xây dựng\tx\t\n2\tLập quy chế\tSở Tư pháp\t\t\n3\tSơ kết\tSở Tư pháp\t\tx"
    assert dues(said(HEAD + grid)) == ["2024-03-31", None, "2024-06-30"]
