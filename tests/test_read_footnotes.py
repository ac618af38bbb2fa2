"""Footnotes leave the sentences they interrupt, and know where their mark stood."""

from __future__ import annotations

import pytest
from reading import check, said

from ingest import read_bytes
from ingest.document import Document
from ingest.footnotes import marks_in

LONG = "các sở, ban, ngành, đoàn thể cấp tỉnh, Ủy ban nhân dân các huyện, thị xã, thành phố và các đơn vị liên quan"


def read(text: str) -> Document:
    document = read_bytes(text.encode(), "van-ban.txt")
    check(document)
    return document


def notes(document: Document) -> list[tuple[str | None, str, str]]:
    """Mark, the words before the anchor, and text of each footnote."""
    return [
        (
            block.mark,
            document.text[max(0, block.anchor - 10) : block.anchor] if block.anchor else "",
            document.text_of(block),
        )
        for block in document.blocks
        if block.kind == "footnote"
    ]


def test_footnotes_at_the_end_of_a_page_interrupt_nothing() -> None:
    document = read(
        "b) Giảm hộ nghèo có người có công cách mạng¹; theo Nghị quyết của Tỉnh ủy, HĐND² tỉnh và vận động trực tiếp\n\n"
        "¹ Cuối năm 2018, toàn tỉnh có 689 hộ.\n\n² Nghị quyết số 02-NQ/TU.\n\nhộ nghèo, hộ cận nghèo.\n\nc) Việc khác."
    )
    joined = "b) Giảm hộ nghèo có người có công cách mạng; theo Nghị quyết của Tỉnh ủy, HĐND tỉnh và vận động trực tiếp"
    assert said(document) == [
        f"paragraph: {joined} hộ nghèo, hộ cận nghèo.",
        "footnote: Cuối năm 2018, toàn tỉnh có 689 hộ.",
        "footnote: Nghị quyết số 02-NQ/TU.",
        "paragraph: c) Việc khác.",
    ]
    assert [(mark, before.split()[-1]) for mark, before, _ in notes(document)] == [
        ("1", "mạng"),
        ("2", "HĐND"),
    ]


def test_the_rest_of_a_cut_sentence_may_start_with_a_capital() -> None:
    document = read(
        f"c) Chấn chỉnh, rút kinh nghiệm đối với {LONG}, thực hiện kiến nghị của Kiểm toán nhà nước⁷ và của {LONG}, bảo đảm đúng"
        "\n\n⁷ Theo chỉ đạo tại Công văn số 7255/UBND-KTTH.\n\nThông tư số 39/2016/TT-BLĐTBXH."
    )
    first, second = said(document)
    assert first.endswith("bảo đảm đúng Thông tư số 39/2016/TT-BLĐTBXH.")
    assert second == "footnote: Theo chỉ đạo tại Công văn số 7255/UBND-KTTH."


def test_a_finished_paragraph_is_not_joined_over_a_footnote() -> None:
    document = read("a) Việc một¹.\n\n¹ Ghi chú một.\n\nViệc hai không có số.")
    assert said(document) == [
        "paragraph: a) Việc một.",
        "footnote: Ghi chú một.",
        "paragraph: Việc hai không có số.",
    ]


def test_a_footnote_wrapped_over_lines_is_whole() -> None:
    document = read("1. Việc một¹;\n\n¹ Ghi chú dài của\nSở Tài chính và\ncác sở khác.\n\n2. Việc hai.")
    assert said(document)[1] == "footnote: Ghi chú dài của Sở Tài chính và các sở khác."


def test_marks_that_start_anew_on_each_page_are_told_apart() -> None:
    document = read("1. Một¹.\n\n¹ Ghi chú một.\n\n2. Hai¹.\n\n¹ Ghi chú hai.")
    assert [before.split()[-1] for _, before, _ in notes(document)] == ["Một", "Hai"]


def test_a_footnote_without_its_mark_has_no_anchor() -> None:
    document = read("1. Một.\n\n⁵ Ghi chú.")
    assert [(block.mark, block.anchor) for block in document.blocks if block.kind == "footnote"] == [
        ("5", None)
    ]


def test_marks_that_lost_their_height_are_told_by_the_footnote_below() -> None:
    """As pdftotext writes them: the mark is glued to the word, the footnote's number stands on a line of its own."""
    document = read(
        "- Khảo sát, sửa chữa3; hoàn thành trong năm, trang bị bình CO2\nvà máy bơm M3.\n3\nCác đơn vị cấp nước kiểm tra.\n\n- Tháo dỡ vật cản."
    )
    assert said(document) == [
        "paragraph: - Khảo sát, sửa chữa; hoàn thành trong năm, trang bị bình CO2 và máy bơm M3.",
        "footnote: Các đơn vị cấp nước kiểm tra.",
        "paragraph: - Tháo dỡ vật cản.",
    ]


def test_a_digit_behind_a_word_is_no_mark_without_a_footnote() -> None:
    assert said(read("Thôn Phương La2 có 25 hộ.\nSố hộ: 25 hộ.")) == [
        "paragraph: Thôn Phương La2 có 25 hộ.",
        "paragraph: Số hộ: 25 hộ.",
    ]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("cách mạng¹;", ["1"]),
        ("của tỉnh⁴.", ["4"]),
        ("giai đoạn 2016-2020⁹, gồm:", ["9"]),
        ("vững ¹² và", ["12"]),  # with a blank before it
        ("rộng 25 m² và 3 km²", []),  # units
        ("dung tích 30m³, mật độ 10⁶ con", []),
        ("khí CO² và R²", []),
    ],
)
def test_marks(text: str, marks: list[str]) -> None:
    assert [mark for _, _, mark in marks_in(text)] == marks


def test_marks_in_brackets_as_portals_save_them() -> None:
    document = read(
        "a) Kiểm tra các khu nhà trọ[1], kết thúc trước ngày 31/5/2026.\n\nb) Rà soát danh mục[2] theo Phụ lục [3].\n\n"
        "CHỦ TỊCH\n\n[1] Ban Quản lý cung cấp danh sách.\n\n[2] Ban hành kèm theo Quyết định này."
    )
    assert notes(document) == [
        ("1", "hu nhà trọ", "Ban Quản lý cung cấp danh sách."),
        ("2", "t danh mục", "Ban hành kèm theo Quyết định này."),
    ]
    assert "khu nhà trọ, kết thúc" in document.text
    assert "theo Phụ lục [3]." in document.text


def test_the_row_numbers_of_a_table_printed_one_cell_to_a_line_are_no_footnotes() -> None:
    rows = [
        [str(at), f"Rà soát danh mục số {at}", "Sở Tài chính", f"Quý {'I' * at}/2026"] for at in (1, 2, 3)
    ]
    cells = ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian", *(cell for row in rows for cell in row)]
    document = read("Theo kết quả rà soát đơn vị hành chính1, trong đó phường2.\n\n" + "\n".join(cells))
    (table,) = [block for block in document.blocks if block.kind == "table"]
    assert [document.text_of(cell) for cell in table.cells] == cells
