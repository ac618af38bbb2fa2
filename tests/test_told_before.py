"""The day and the issuer of a document, said in the sentence before its number."""

from __future__ import annotations

import pytest

from extract.citations import find_citations
from extract.extraction import Header

TINH = Header(issuer="Ủy ban nhân dân tỉnh Hà Tĩnh", place="Hà Tĩnh", date="2015-12-01", number="44/KH-UBND")

TOLD = [
    ("Ngày 23/8/2015, Tỉnh ủy đã ban hành Chương trình số 27-CTr/TU.", "2015-08-23", "Tỉnh ủy Hà Tĩnh"),
    ("Ngày 10/1/2015 Bộ Y tế đã có Công văn số 41/BYT-KH.", "2015-01-10", "Bộ Y tế"),
    (
        "- Ngày 25/9/2015, Sở Xây dựng thống nhất và trình UBND tỉnh phê duyệt quy hoạch tại Văn bản số 1419/SXD-KTQH.",
        "2015-09-25",
        "Sở Xây dựng tỉnh Hà Tĩnh",
    ),
    # its own date counts
    ("Ngày 23/8/2015, Tỉnh ủy đã ban hành Chương trình số 27-CTr/TU ngày 20/8/2015.", "2015-08-20", "Tỉnh ủy Hà Tĩnh"),
    # the symbol is of another body: it acted on a document that was there
    ("Ngày 23/8/2015, Sở Y tế báo cáo UBND tỉnh theo chỉ đạo tại Công văn số 12/UBND-VX.", None, "Ủy ban nhân dân tỉnh Hà Tĩnh"),
    # another sentence, no body, no such day
    ("Ngày 23/8/2015, Sở Y tế họp. Kết quả nêu tại Báo cáo số 12/BC-SYT.", None, "Sở Y tế tỉnh Hà Tĩnh"),
    ("Ngày 23/8/2015, tại Báo cáo số 12/BC-SYT", None, "Sở Y tế tỉnh Hà Tĩnh"),
    ("Ngày 31/6/2015, Sở Y tế đã ban hành Báo cáo số 12/BC-SYT", None, "Sở Y tế tỉnh Hà Tĩnh"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "date", "issuer"), TOLD)
def test_what_is_said_before_the_number(text: str, date: str | None, issuer: str) -> None:
    (found,) = find_citations(text, [(0, len(text))], TINH)
    assert (found.date, found.issuer) == (date, issuer)
