"""A long text in parts, its headings, and its blocks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extract import extract
from ingest import read_bytes
from nhiemvu.web.document_parts import Block, blocks_of, cells_of, headings_of, parts_of

PLAN = """KẾ HOẠCH
I. MỤC ĐÍCH
1. Yêu cầu
a) Bảo đảm thống nhất, không bỏ trống địa bàn.
b) Có thời hạn cụ thể.
II. TỔ CHỨC THỰC HIỆN
1. Sở Y tế rà soát các cơ sở trước ngày 30/6/2026.
2. Công an tỉnh:
- Kiểm tra các cơ sở trên địa bàn."""


def test_headings_are_those_lines_that_stand_over_something() -> None:
    text = read_bytes(PLAN.encode(), "a.txt").text
    found = headings_of(text, extract(read_bytes(PLAN.encode(), "a.txt")).outline)
    assert [(one.level, one.heading) for one in found] == [
        (2, "I. MỤC ĐÍCH"),
        (3, "1. Yêu cầu"),
        (2, "II. TỔ CHỨC THỰC HIỆN"),
        (3, "2. Công an tỉnh:"),
    ]
    assert all(text[one.start : one.end] == one.heading for one in found)


@given(st.text("ab \n", max_size=300), st.integers(1, 60), st.lists(st.integers(0, 300), max_size=8))
def test_parts_are_the_text_and_none_is_too_long(text: str, most: int, starts: list[int]) -> None:
    parts = parts_of(text, sorted(starts), most)
    assert "".join(text[start:end] for start, end in parts) == text
    assert all(end - start <= most for start, end in parts)
    assert all(start < end for start, end in parts) or text == ""


def test_a_part_ends_before_a_heading_or_between_lines_or_anywhere() -> None:
    assert parts_of("aaa\nbbb\nccc\nddd", [8], 12) == [(0, 8), (8, 15)]
    assert parts_of("aaa\nbbb\nccc\nddd", [], 12) == [(0, 12), (12, 15)]
    assert parts_of("a" * 25, [], 10) == [(0, 10), (10, 20), (20, 25)]


def test_lines_with_tabs_are_rows_of_a_table() -> None:
    text = "Trước\nTT\tViệc\n1\tRà soát\n\nSau"
    found = list(blocks_of(text, 0, len(text), []))
    assert found == [
        Block("paragraph", ((0, 5),)),
        Block("table", ((6, 13), (14, 23))),
        Block("paragraph", ((25, 28),)),
    ]
    assert [text[slice(*cell)] for cell in cells_of(text, (14, 23))] == ["1", "Rà soát"]
    assert list(cells_of("\ta\t", (0, 3))) == [(0, 0), (1, 2), (3, 3)]
