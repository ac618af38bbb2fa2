"""Tables in plain text, and tables mended where a page broke them (the rules hold for every format)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from reading import check, rows, said

from ingest import read_bytes
from ingest.document import Document
from ingest.grids import merged
from ingest.lines import Grid, GridCell, Line


def read(text: str) -> Document:
    document = read_bytes(text.encode(), "van-ban.txt")
    check(document)
    return document


def table(text: str) -> list[list[str]]:
    document = read(text)
    (block,) = (block for block in document.blocks if block.kind == "table")
    return rows(document, block)


BROKEN = """\
TT\tNỘI DUNG CÔNG VIỆC\tCƠ QUAN\tTHỜI GIAN\tGHI CHÚ
4\tCác Sở tiến hành tổng kết\tCác Sở\tTheo Công văn số 6631/BLĐTBXH-\t

\t\t\tVPQGGN ngày 26/12/2024.\t
7\tTổ chức hội nghị\t\t\t

\tHội nghị tổng kết\tỦy ban nhân dân tỉnh ; Sở Y tế\tTháng 5/2025\t
--\t---\t--\t-----\t--"""


def test_a_row_that_a_page_broke_is_whole_and_a_group_row_stays() -> None:
    document = read(BROKEN)
    (block,) = document.blocks
    assert rows(document, block) == [
        ["TT", "NỘI DUNG CÔNG VIỆC", "CƠ QUAN", "THỜI GIAN", "GHI CHÚ"],
        [
            "4",
            "Các Sở tiến hành tổng kết",
            "Các Sở",
            "Theo Công văn số 6631/BLĐTBXH-VPQGGN ngày 26/12/2024.",
            "",
        ],
        ["7", "Tổ chức hội nghị", "", "", ""],
        ["", "Hội nghị tổng kết", "Ủy ban nhân dân tỉnh ; Sở Y tế", "Tháng 5/2025", ""],
    ]
    assert block.head_rows == 1
    assert [place.line for place in document.places_of(*_span(document, "VPQGGN"))] == [4]


def _span(document: Document, words: str) -> tuple[int, int]:
    start = document.text.index(words)
    return start, start + len(words)


@pytest.mark.parametrize(
    ("again", "dropped"),
    [
        ("TT|Nội dung công việc|Cơ quan chủ trì", True),
        ("TT|Nội dung công việc|“Cơ quan chủ trí", True),  # as a scan may have it
        ("TT|Đối tượng|Cơ quan phối hợp", False),
        ("3|Nội dung công việc|Cơ quan chủ trì", False),
    ],
)
def test_which_heads_are_the_same(again: str, dropped: bool) -> None:
    first = _grid_of("TT|Nội dung công việc|Cơ quan chủ trì", "1|Rà soát danh mục.|Sở Y tế")
    second = replace(_grid_of(again, "2|Lập kế hoạch.|Sở Tài chính"), continues=True)
    (whole,) = merged([first, second])
    assert isinstance(whole, Grid)
    assert max(cell.row for cell in whole.cells) == (2 if dropped else 3)


def _grid_of(*texts: str) -> Grid:
    return Grid(
        tuple(
            GridCell(row, column, (Line(cell),))
            for row, text in enumerate(texts)
            for column, cell in enumerate(text.split("|"))
        )
    )


def test_a_repeated_head_is_dropped() -> None:
    text = "TT\tNội dung\tThời hạn\n1\tViệc một\tTháng 1\n\nTT\tNội dung\tThời hạn\n2\tViệc hai\tTháng 2\n"
    assert table(text) == [
        ["TT", "Nội dung", "Thời hạn"],
        ["1", "Việc một", "Tháng 1"],
        ["2", "Việc hai", "Tháng 2"],
    ]


def test_markdown_tables() -> None:
    text = "| TT | Nội dung | Cơ quan |\n|----|----|----|\n| 1 | Việc một | Sở Y tế |\n"
    assert table(text) == [["TT", "Nội dung", "Cơ quan"], ["1", "Việc một", "Sở Y tế"]]


def test_a_table_printed_one_cell_to_a_line() -> None:
    lines = [
        "STT",
        "Nội dung",
        "Cơ quan",
        "Thời gian",
        "I",
        "TUYÊN TRUYỀN",
        "1",
        "Việc một",
        "Sở Y tế",
        "Quý I",
        "2",
        "Việc hai",
        "Sở Nội vụ",
    ]
    assert table("\n".join([*lines, "Quý II", "Nơi nhận:", "- Lưu: VT."])) == [
        ["STT", "Nội dung", "Cơ quan", "Thời gian"],
        ["I", "TUYÊN TRUYỀN", "", ""],
        ["1", "Việc một", "Sở Y tế", "Quý I"],
        ["2", "Việc hai", "Sở Nội vụ", "Quý II"],
    ]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        # a tab behind a marker, or before a line, makes no table
        ("1.\tSở Tài chính\n2.\tSở Nội vụ", ["paragraph: 1. Sở Tài chính", "paragraph: 2. Sở Nội vụ"]),
        ("\t\t  Nơi nhận:   \n- Như trên;", ["recipients: Nơi nhận:", "recipients: - Như trên;"]),
        # a letterhead set with tabs is lines, the left column first
        (
            "SỞ Y TẾ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 5/SYT\tĐộc lập - Tự do - Hạnh phúc\nKẾ HOẠCH\nPhòng bệnh",
            [
                "letterhead: SỞ Y TẾ",
                "letterhead: Số: 5/SYT",
                "letterhead: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "letterhead: Độc lập - Tự do - Hạnh phúc",
                "heading: KẾ HOẠCH",
                "heading: Phòng bệnh",
            ],
        ),
        # a lone number list that only looks like the head of a table
        ("STT\n1. Sở Y tế", ["paragraph: STT", "paragraph: 1. Sở Y tế"]),
    ],
)  # fmt: skip
def test_no_tables(text: str, blocks: list[str]) -> None:
    assert said(read(text)) == blocks


def grid(*content: str, continues: bool = False) -> Grid:
    """A table from rows with cells parted by `|`."""
    cells = [
        GridCell(row, column, (Line(text.strip()),) if text.strip() else ())
        for row, line in enumerate(content)
        for column, text in enumerate(line.split("|"))
    ]
    return Grid(tuple(cells), continues=continues)


@pytest.mark.parametrize(
    ("first", "second", "result"),
    [
        # the cell goes on in small letters
        (["1 | Các sở tổng kết và | A"], [" | gửi báo cáo | "], ["1 | Các sở tổng kết và gửi báo cáo | A"]),
        # ... with a capital, the number column empty on the new page
        (["1 | Báo cáo Sở | A"], [" | Y tế tổng hợp. | "], ["1 | Báo cáo Sở Y tế tổng hợp. | A"]),
        # a new row without a number: what is above it is finished
        (["1 | Báo cáo Sở Y tế. | A"], [" | Tổ chức hội nghị | B"], ["1 | Báo cáo Sở Y tế. | A", " | Tổ chức hội nghị | B"]),
        # ... or above one of its cells stands nothing
        (["7 | Tổ chức hội nghị | "], [" | Hội nghị tổng kết | B"], ["7 | Tổ chức hội nghị | ", " | Hội nghị tổng kết | B"]),
        # ... or it opens an item
        (["1 | Các việc | A"], [" | - Việc hai | A"], ["1 | Các việc | A", " | - Việc hai | A"]),
        # a table without a number column
        (["Sở Y tế chủ trì, | trong năm"], ["phối hợp các sở | 2025"], ["Sở Y tế chủ trì, | trong năm", "phối hợp các sở | 2025"]),
    ],
)  # fmt: skip
def test_rows_over_pages(first: list[str], second: list[str], result: list[str]) -> None:
    (whole,) = merged([grid(*first), grid(*second, continues=True)])
    assert isinstance(whole, Grid)
    found: dict[int, list[str]] = {}
    for cell in whole.cells:
        found.setdefault(cell.row, []).append(" ".join(line.text for line in cell.lines))
    assert [" | ".join(found[row]).rstrip() for row in sorted(found)] == [line.rstrip() for line in result]


def test_tables_that_do_not_continue_stay_apart() -> None:
    assert len(merged([grid("1 | a | b"), grid("2 | c | d")])) == 2
    assert len(merged([grid("1 | a | b"), grid("2 | c", continues=True)])) == 2


@pytest.mark.parametrize(
    ("content", "head"),
    [
        (["TT | Nội dung | Cơ quan", "1 | Việc | Sở"], 1),
        (["TT | Nội dung | Cơ quan", "(1) | (2) | (3)", "1 | Việc | Sở"], 2),
        (["Nhiệm vụ | Đơn vị chủ trì | Thời hạn", "Việc | Sở | Quý I"], 1),
        (["1 | Việc một | Sở A", "2 | Việc hai | Sở B"], 0),
        (["TT | Nội dung | Cơ quan"], 0),
    ],
)
def test_heads(content: list[str], head: int) -> None:
    (whole,) = merged([grid(*content)])
    assert isinstance(whole, Grid)
    assert whole.head_rows == head
