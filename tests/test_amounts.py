"""Sums of money: every print of a number that has one reading, and the numbers and words that are no money."""

from __future__ import annotations

import pytest
from small_documents import said

from extract.amounts import find_amounts
from extract.printed_numbers import read_number

NUMBERS = [
    ("5", 5.0), ("05", 5.0), ("2.700", 2700.0), ("1.500.000", 1_500_000.0), ("452,413", 452.413), ("66.006,65", 66006.65),
    ("0,5", 0.5), ("1.5", 1.5), ("95.25", 95.25), ("0.345", 0.345), ("1,500,000", 1_500_000.0), ("1,500,000.50", 1500000.5),
    ("1,234.56", 1234.56), ("2020", 2020.0), ("1.2345", 1.2345),
]  # fmt: skip
NO_NUMBERS = ["66,006,65", "1.50.000", "12.34,5", "1.234.56", "1,2,3", "1.2.3", "01.234.567", "1" * 30]

# value, currency, scale
AMOUNTS = [
    ("452,413 tỷ đồng", [(452_413_000_000, "VND", "tỷ")]),
    ("66.006,65 triệu đồng", [(66_006_650_000, "VND", "triệu")]),
    ("1.500.000 đồng/người/tháng", [(1_500_000, "VND", "")]),
    ("05 tỷ đồng", [(5e9, "VND", "tỷ")]),
    ("20 nghìn tỷ đồng", [(20e12, "VND", "nghìn tỷ")]),
    ("20 ngàn tỉ đồng", [(20e12, "VND", "ngàn tỉ")]),
    ("3,2 triệu tỷ đồng", [(3.2e15, "VND", "triệu tỷ")]),
    ("300 triệu USD", [(300e6, "USD", "triệu")]),
    ("5.000 USD", [(5000, "USD", "")]),
    ("1,2 tỷ đô la Mỹ", [(1.2e9, "USD", "tỷ")]),
    ("50 triệu EUR", [(50e6, "EUR", "triệu")]),
    ("10 tỷ yên Nhật", [(10e9, "JPY", "tỷ")]),
    ("500 nghìn đồng", [(500e3, "VND", "nghìn")]),
    ("1.500.000 VNĐ", [(1_500_000, "VND", "")]),
    ("1.500.000 VND", [(1_500_000, "VND", "")]),
    ("500.000đ", [(500_000, "VND", "")]),
    ("50.000 đ/người", [(50_000, "VND", "")]),
    ("68.450 triệu đồng", [(68_450_000_000, "VND", "triệu")]),
    ("1.5 tỷ đồng", [(1.5e9, "VND", "tỷ")]),
    ("1,500,000 đồng", [(1_500_000, "VND", "")]),
    ("12 500 000 đồng", [(12_500_000, "VND", "")]),
    ("500 000 đồng", [(500_000, "VND", "")]),
    ("3 tỷ 500 triệu đồng", [(3.5e9, "VND", "tỷ")]),
    ("từ 5 đến 10 triệu đồng", [(5e6, "VND", "triệu"), (10e6, "VND", "triệu")]),
    ("5 - 10 triệu đồng", [(5e6, "VND", "triệu"), (10e6, "VND", "triệu")]),
    ("từ 500 nghìn đồng đến 2 triệu đồng", [(500e3, "VND", "nghìn"), (2e6, "VND", "triệu")]),
    ("từ 300.000 đồng đến 500.000 đồng", [(300e3, "VND", ""), (500e3, "VND", "")]),
    ("từ 500.000 đến 1 triệu đồng", [(1e6, "VND", "triệu")]),  # the scale of the first is open
    ("năm 2020 - 10 triệu đồng", [(10e6, "VND", "triệu")]),
    ("ngân sách tỉnh 18,5 tỷ đồng, xã hội hóa 28,3 tỷ đồng", [(18.5e9, "VND", "tỷ"), (28.3e9, "VND", "tỷ")]),
    ("8 vạn đồng", [(80_000, "VND", "vạn")]),
    ("02 tỷ đồng trở lên", [(2e9, "VND", "tỷ")]),
    ("10 triệu\nđồng/hộ", [(10e6, "VND", "triệu")]),
    ("(100 triệu đồng)", [(100e6, "VND", "triệu")]),
    ("0,5 triệu đồng", [(500_000, "VND", "triệu")]),
]
NO_AMOUNTS = [
    ("12 đồng chí", "people"),
    ("25 đồng bào dân tộc", "people"),
    ("3 đồng thời triển khai", "a word that begins alike"),
    ("5 đồng hồ nước", "clocks"),
    ("02 đồng phạm", "people"),
    ("46,8 tỷ", "no currency: may count people"),
    ("1,6 triệu lao động", "people"),
    ("66,006,65 tỷ đồng", "cannot be read"),
    ("12,500 đồng", "twelve and a half, or twelve thousand five hundred"),
    ("20 500 đồng", "one number or two"),
    ("năm 2020 500 000 đồng", "where the number begins is open"),
    ("điểm 5 đ", "a letter"),
    ("khoản 2 điểm đ", "a letter"),
    ("................. triệu đồng", "a blank"),
    ("đơn vị tính: triệu đồng", "the head of a table"),
    ("01/2025/đồng", "part of a number"),
    ("3 triệu 500 tỷ đồng", "the second part is larger than the first"),
    ("10 USDT", "a longer word"),
    ("Hội đồng", "a body"),
]


@pytest.mark.parametrize(("printed", "value"), NUMBERS)
def test_a_number(printed: str, value: float) -> None:
    assert read_number(printed) == value


@pytest.mark.parametrize("printed", NO_NUMBERS)
def test_what_can_be_read_in_two_ways_or_none_has_no_value(printed: str) -> None:
    assert read_number(printed) is None


@pytest.mark.parametrize(("text", "expected"), AMOUNTS, ids=[text for text, _ in AMOUNTS])
def test_a_sum_of_money(text: str, expected: list[tuple[float, str, str]]) -> None:
    sentence = f"Bố trí {text}, theo quy định."
    found = find_amounts(sentence, [(0, len(sentence))])
    assert [(one.value, one.currency, one.scale) for one in found] == expected


@pytest.mark.parametrize(("text", "why"), NO_AMOUNTS, ids=[text for text, _ in NO_AMOUNTS])
def test_no_sum_of_money(text: str, why: str) -> None:
    sentence = f"Bố trí {text}."
    assert find_amounts(sentence, [(0, len(sentence))]) == (), why


def test_the_quote_has_the_currency_and_for_what() -> None:
    text = "Hỗ trợ 1.500.000 đồng/người/tháng; thưởng từ 5 đến 10 triệu đồng."
    quotes = [one.quote for one in find_amounts(text, [(0, len(text))])]
    assert quotes == ["1.500.000 đồng/người/tháng", "5 đến 10 triệu đồng", "5 đến 10 triệu đồng"]


def test_text_and_tables_of_a_document_are_read() -> None:
    text = "III. KINH PHÍ\nTổng kinh phí 185 triệu đồng.\n\n1\tSở Y tế\t20 triệu đồng\n2\tSở Y tế\t30 triệu đồng\n"
    assert [one.value for one in said(text).amounts] == [185e6, 20e6, 30e6]
