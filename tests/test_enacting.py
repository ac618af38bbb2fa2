"""Where a letterhead is missing, the text itself says what it is and who issues it."""

from __future__ import annotations

import pytest

from extract.enacting import authority_issuer, enacted

BASE = "Căn cứ Luật Tổ chức chính quyền địa phương;"

AUTHORITIES = [
    (("QUYẾT ĐỊNH", "Về chống hạn", "ỦY BAN NHÂN DÂN TỈNH LAI CHÂU", BASE), "Ủy ban nhân dân tỉnh Lai Châu"),
    (("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LAI CHÂU", BASE), "Chủ tịch Ủy ban nhân dân tỉnh Lai Châu"),
    (("BỘ TRƯỞNG BỘ TƯ PHÁP", BASE), "Bộ trưởng Bộ Tư pháp"),
    (("HỘI ĐỒNG NHÂN DÂN TỈNH LAI CHÂU", "KHÓA XV, KỲ HỌP THỨ 5", BASE), "Hội đồng nhân dân tỉnh Lai Châu"),
    # no legal bases under it, or no body
    (("ỦY BAN NHÂN DÂN TỈNH LAI CHÂU", "I. MỤC TIÊU"), None),
    (("QUYẾT ĐỊNH", "PHÁT TRIỂN CÂY CHÈ", BASE), None),
    ((), None),
]  # fmt: skip

TEXTS = [
    # a data bank has made all capitals small
    (("Nghị quyết về việc chia tách thôn", "Hội đồng nhân dân tỉnh lai châu", "Khóa xii, kỳ họp thứ 5", BASE),
     ("Nghị quyết", "Về việc chia tách thôn", "Hội đồng nhân dân tỉnh Lai Châu", None)),
    # since 2025 the enacting sentence stands under the bases
    ((BASE, "Bộ trưởng Bộ Y tế ban hành Thông tư quy định khám sức khỏe định kỳ.", "Điều 1. Phạm vi"),
     ("Thông tư", "Quy định khám sức khỏe định kỳ", "Bộ trưởng Bộ Y tế", None)),
    # an assembly, named in full and dated where it adopted
    ((BASE, "Hội đồng nhân dân ban hành Nghị quyết quy định mức hỗ trợ tiêm phòng.",
      "Nghị quyết này được Hội đồng nhân dân tỉnh Lai Châu khóa XV, kỳ họp thứ 9 thông qua ngày 10 tháng 12 năm 2025./."),
     ("Nghị quyết", "Quy định mức hỗ trợ tiêm phòng", "Hội đồng nhân dân tỉnh Lai Châu", "2025-12-10")),
    # sentences that tell of other documents
    (("Sáng 12/3, Ban Thường vụ Tỉnh ủy ban hành Nghị quyết về phát triển du lịch cộng đồng.",), (None, None, None, None)),
    ((BASE, "Xét đề nghị của Sở Y tế;", "Điều 1. Ủy ban nhân dân tỉnh ban hành Quyết định quy định giá đất hằng năm."),
     (None, None, None, None)),
    (("Quyết định này có hiệu lực.", "Ủy ban nhân dân tỉnh chịu trách nhiệm.", BASE), (None, None, None, None)),
    ((), (None, None, None, None)),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "issuer"), AUTHORITIES)
def test_the_line_of_authority(lines: tuple[str, ...], issuer: str | None) -> None:
    assert authority_issuer(lines) == issuer


@pytest.mark.parametrize(("body", "said"), TEXTS)
def test_what_the_text_says_of_itself(body: tuple[str, ...], said: tuple[str | None, ...]) -> None:
    assert tuple(enacted(body)) == said
