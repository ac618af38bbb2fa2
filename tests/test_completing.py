"""Numbers that the file gives elsewhere: one spelling for one number, and the numbers of laws."""

from __future__ import annotations

import pytest

from extract.citations import find_citations
from extract.extraction import Header

# text | the symbols of its citations
COMPLETED = [
    # the zero before it
    ("Thông tư số 05/2000/TT-BXD; Thông tư số 5/2000/TT-BXD", ["05/2000/TT-BXD", "05/2000/TT-BXD"]),
    ("Quyết định số 9/QĐ-UBND; Quyết định số 90/QĐ-UBND", ["9/QĐ-UBND", "90/QĐ-UBND"]),
    # the year of a decree, which all decrees have; a decision may have none
    ("Nghị định số 88/2025/NĐ-CP; Nghị định số 88/NĐ-CP ngày 13/4/2025", ["88/2025/NĐ-CP", "88/2025/NĐ-CP"]),
    ("Nghị định số 88/2025/NĐ-CP; Nghị định số 88/NĐ-CP ngày 13/4/2020", ["88/2025/NĐ-CP", "88/NĐ-CP"]),
    ("Quyết định số 9/2024/QĐ-UBND; Quyết định số 9/QĐ-UBND ngày 05/01/2024", ["9/2024/QĐ-UBND", "9/QĐ-UBND"]),
    # number and issuer alone
    ("Nghị định số 55/2015/NĐ-CP; theo NĐ 55/CP", ["55/2015/NĐ-CP", "55/2015/NĐ-CP"]),
    ("Nghị định số 55/2015/NĐ-CP, Nghị định số 55/2020/NĐ-CP; NĐ 55/CP", ["55/2015/NĐ-CP", "55/2020/NĐ-CP", "55/CP"]),
    ("Nghị định số 55/2015/NĐ-CP; Công văn số 55/CP", ["55/2015/NĐ-CP", "55/CP"]),
    # a law by its name, shortened, and of another year
    ("Luật Nhà ở số 27/2023/QH15; theo Luật Nhà ở", ["27/2023/QH15", "27/2023/QH15"]),
    ("Luật Nhà ở số 27/2023/QH15; theo Luật Nhà ở năm 2014", ["27/2023/QH15", None]),
    ("Luật Nhà ở số 27/2023/QH15, Luật Nhà ở số 65/2014/QH13; theo Luật Nhà ở", ["27/2023/QH15", "65/2014/QH13", None]),
    (
        "Luật Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân số 85/2015/QH13; theo Luật Bầu cử",
        ["85/2015/QH13", "85/2015/QH13"],
    ),
    ("Luật Mặt trận Tổ quốc Việt Nam số 75/2015/QH13; theo Luật MTTQ Việt Nam", ["75/2015/QH13", "75/2015/QH13"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "symbols"), COMPLETED)
def test_numbers_that_the_file_gives_elsewhere(text: str, symbols: list[str | None]) -> None:
    assert [one.symbol for one in find_citations(text, [(0, len(text))], Header())] == symbols
