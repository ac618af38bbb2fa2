"""How one cited document changes another, as the citing document tells it."""

from __future__ import annotations

import pytest

from extract.changes import find_changes
from extract.citations import find_citations
from extract.extraction import Header

# text | (symbol or title changed, kind, symbol that changes it or the year)
CHANGES = [
    # the second changes the first: the passive, in brackets and without
    ("Nghị định số 34/2016/NĐ-CP (được sửa đổi, bổ sung theo Nghị định số 154/2020/NĐ-CP)", [("34/2016/NĐ-CP", "amended", "154/2020/NĐ-CP")]),
    ("Nghị định số 27/2022/NĐ-CP đã được sửa đổi, bổ sung một số điều tại Nghị định số 38/2023/NĐ-CP", [("27/2022/NĐ-CP", "amended", "38/2023/NĐ-CP")]),
    ("Quyết định số 9/QĐ-UBND được bổ sung tại Quyết định số 12/QĐ-UBND", [("9/QĐ-UBND", "supplemented", "12/QĐ-UBND")]),
    ("Quyết định số 9/QĐ-UBND đã được thay thế bằng Quyết định số 12/QĐ-UBND", [("9/QĐ-UBND", "replaced", "12/QĐ-UBND")]),
    ("Quyết định số 9/QĐ-UBND bị bãi bỏ bởi Quyết định số 12/QĐ-UBND", [("9/QĐ-UBND", "repealed", "12/QĐ-UBND")]),
    # a title in between, where the types show that the bracket is not of the law in it
    (
        "Nghị định số 35/2016/NĐ-CP quy định chi tiết Luật Thú y (đã được sửa đổi, bổ sung tại Nghị định số 80/2022/NĐ-CP)",
        [("35/2016/NĐ-CP", "amended", "80/2022/NĐ-CP")],
    ),
    # several change it
    (
        "Nghị định số 34/2016/NĐ-CP được sửa đổi, bổ sung theo Nghị định số 154/2020/NĐ-CP và Nghị định số 59/2024/NĐ-CP",
        [("34/2016/NĐ-CP", "amended", "154/2020/NĐ-CP"), ("34/2016/NĐ-CP", "amended", "59/2024/NĐ-CP")],
    ),
    # the first changes the second: the active
    ("Quyết định số 3889/QĐ-UBND sửa đổi, bổ sung Quyết định số 3577/QĐ-UBND", [("3577/QĐ-UBND", "amended", "3889/QĐ-UBND")]),
    ("Nghị định số 38/2023/NĐ-CP sửa đổi, bổ sung một số điều của Nghị định số 27/2022/NĐ-CP", [("27/2022/NĐ-CP", "amended", "38/2023/NĐ-CP")]),
    ("Quyết định số 12/QĐ-UBND ngày 05/01/2024 thay thế Quyết định số 9/QĐ-UBND", [("9/QĐ-UBND", "replaced", "12/QĐ-UBND")]),
    # only the years are told
    ("Luật Đầu tư công năm 2019, được sửa đổi, bổ sung năm 2020, 2022", [("Đầu tư công", "amended", "2020"), ("Đầu tư công", "amended", "2022")]),
]  # fmt: skip

# the words belong to neither, or something stands between them
NO_CHANGES = [
    "Nghị định số 34/2016/NĐ-CP và Nghị định số 154/2020/NĐ-CP",
    "theo Nghị định số 34/2016/NĐ-CP, Sở Tư pháp sửa đổi, bổ sung quy chế theo Nghị định số 154/2020/NĐ-CP",
    "Nghị định số 34/2016/NĐ-CP. Thay thế Quyết định số 9/QĐ-UBND",
    "Nghị định số 35/2016/NĐ-CP quy định chi tiết Luật Thú y (đã được sửa đổi, bổ sung tại Luật số 57/2024/QH15)",
    "ban hành kế hoạch thay thế Quyết định số 9/QĐ-UBND",
    "Quyết định số 9/QĐ-UBND về việc bổ sung kinh phí",
    "",
]


def told(text: str) -> list[tuple[str | None, str, str | None]]:
    blocks = [(0, len(text))]
    citations = find_citations(text, blocks, Header())
    names = [one.symbol or one.title for one in citations]
    return [
        (names[one.of], one.kind, one.date if one.by is None else names[one.by])
        for one in find_changes(text, blocks, citations)
    ]


@pytest.mark.parametrize(("text", "expected"), CHANGES)
def test_what_changes_what(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", NO_CHANGES)
def test_words_of_change_that_join_no_two_documents(text: str) -> None:
    assert told(text) == []
