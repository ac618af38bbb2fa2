"""A local symbol of the time before places were merged: the place of the text is not lent to it."""

from __future__ import annotations

import pytest

from extract.citations import find_citations
from extract.extraction import Header

DONG_NAI = Header(
    issuer="Ủy ban nhân dân tỉnh Đồng Nai", place="Đồng Nai", date="2025-09-10", number="9/QĐ-UBND"
)
CAO_BANG = Header(
    issuer="Ủy ban nhân dân tỉnh Cao Bằng", place="Cao Bằng", date="2025-09-10", number="9/QĐ-UBND"
)
COMMUNE = Header(
    issuer="Ủy ban nhân dân xã Tân Trào", place="Tân Trào", date="2025-12-01", number="9/KH-UBND"
)
BEFORE = Header(
    issuer="Ủy ban nhân dân tỉnh Đồng Nai", place="Đồng Nai", date="2024-09-10", number="9/QĐ-UBND"
)

CASES = [
    # which of the old provinces it was nobody says
    ("Quyết định số 67/2005/QĐ-UBND của UBND tỉnh", DONG_NAI, "ambiguous", "Ủy ban nhân dân tỉnh"),
    ("Quyết định số 67/2005/QĐ-UBND", DONG_NAI, "ambiguous", "Ủy ban nhân dân tỉnh"),
    # it says so itself, or is of the time after
    ("Quyết định số 67/2005/QĐ-UBND của UBND tỉnh Bình Phước", DONG_NAI, "resolved", "Ủy ban nhân dân tỉnh Bình Phước"),
    ("Quyết định số 67/QĐ-UBND ngày 01/8/2025 của UBND tỉnh", DONG_NAI, "resolved", "Ủy ban nhân dân tỉnh Đồng Nai"),
    # a province that was not merged, and a document of the time before
    ("Quyết định số 67/2005/QĐ-UBND của UBND tỉnh", CAO_BANG, "resolved", "Ủy ban nhân dân tỉnh Cao Bằng"),
    ("Quyết định số 67/2005/QĐ-UBND của UBND tỉnh", BEFORE, "resolved", "Ủy ban nhân dân tỉnh Đồng Nai"),
    # a commune drawn anew issued nothing before
    ("Kế hoạch số 12/KH-UBND ngày 05/3/2023", COMMUNE, "unmatched", "Ủy ban nhân dân"),
    ("Kế hoạch số 12/KH-UBND ngày 05/9/2025", COMMUNE, "unmatched", "Ủy ban nhân dân xã Tân Trào"),
    # what the centre issued is not touched
    ("Quyết định số 90/QĐ-TTg ngày 18/01/2022", DONG_NAI, "resolved", "Thủ tướng Chính phủ"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "header", "status", "issuer"), CASES)
def test_who_issued_it(text: str, header: Header, status: str, issuer: str) -> None:
    (found,) = find_citations(text, [(0, len(text))], header)
    assert (found.status, found.issuer) == (status, issuer)


def test_the_old_provinces_are_its_candidates() -> None:
    text = "Quyết định số 67/2005/QĐ-UBND của UBND tỉnh"
    (found,) = find_citations(text, [(0, len(text))], DONG_NAI)
    assert [line.rsplit(" tỉnh ", 1)[1] for line in found.candidates] == ["Bình Phước", "Đồng Nai"]
    assert (found.uri, found.why) == (None, "ban hành trước khi hợp nhất tỉnh, không rõ tỉnh nào")
