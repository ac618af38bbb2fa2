"""Citations of a whole document: mentions completed by one another, with identity and relation."""

from __future__ import annotations

from typing import Any

import pytest
from small_documents import said

from extract.citations import find_citations
from extract.extraction import Citation, Header

TINH = Header(issuer="Ủy ban nhân dân tỉnh Yên Bái", place="Yên Bái", number="44/KH-UBND", date="2024-02-15")
XA = Header(issuer="Ủy ban nhân dân xã Mai Sơn", place="Mai Sơn", number="7/KH-UBND", date="2026-01-05")
SO = Header(issuer="Sở Y tế tỉnh Yên Bái", place="Yên Bái", number="9/KH-SYT", date="2024-03-01")
BO = Header(issuer="Bộ Y tế", place="Hà Nội", number="5/CT-BYT", date="2024-03-01")
NOBODY = Header()


def citations(text: str, header: Header = TINH) -> tuple[Citation, ...]:
    return find_citations(text, [(0, len(text))], header)


ISSUERS: list[Any] = [
    # the symbol fixes the issuer
    ("theo 749/QĐ-TTg", TINH, "Thủ tướng Chính phủ"),
    ("Nghị định số 53/2019/NĐ-CP", TINH, "Chính phủ"),
    ("Nghị quyết số 43/2022/QH15", TINH, "Quốc hội"),
    ("Thông tư số 22/2021/TT-BGDĐT", TINH, "Bộ Giáo dục và Đào tạo"),
    ("Luật Nhà ở", TINH, "Quốc hội"),  # any law is of the National Assembly
    # a local symbol has the place of the text
    ("Quyết định số 12/QĐ-UBND", TINH, "Ủy ban nhân dân tỉnh Yên Bái"),
    ("Nghị quyết số 31/NQ-HĐND", TINH, "Hội đồng nhân dân tỉnh Yên Bái"),
    ("Quyết định số 12/QĐ-UBND", XA, "Ủy ban nhân dân xã Mai Sơn"),
    ("Kế hoạch số 12/KH-UBND", SO, "Ủy ban nhân dân tỉnh Yên Bái"),
    ("Tờ trình số 64/TTr-SYT", TINH, "Sở Y tế tỉnh Yên Bái"),
    ("Nghị quyết số 02-NQ/TU", TINH, "Tỉnh ủy Yên Bái"),
    # no place is made up
    ("Quyết định số 12/QĐ-UBND", BO, "Ủy ban nhân dân"),
    ("Quyết định số 12/QĐ-UBND", NOBODY, "Ủy ban nhân dân"),
    # what the mention says counts
    ("Quyết định số 12/QĐ-UBND của UBND tỉnh", TINH, "Ủy ban nhân dân tỉnh Yên Bái"),
    ("Quyết định số 12/QĐ-UBND của UBND huyện Trạm Tấu", TINH, "Ủy ban nhân dân huyện Trạm Tấu"),
    ("Công văn số 77/BYT-KH của Bộ Y tế", TINH, "Bộ Y tế"),
]

RELATIONS = [
    ("Căn cứ Nghị định số 53/2019/NĐ-CP;", "legal_basis"),
    ("Thực hiện Quyết định số 749/QĐ-TTg, UBND tỉnh xây dựng kế hoạch", "carries_out"),
    ("Sở Y tế triển khai Quyết định số 749/QĐ-TTg.", "carries_out"),
    ("Theo đề nghị của Giám đốc Sở Y tế tại Tờ trình số 64/TTr-SYT;", "on_proposal"),
    ("sửa đổi, bổ sung một số điều của Nghị định số 53/2019/NĐ-CP", "amends"),
    ("thay thế Quyết định số 12/QĐ-UBND", "replaces"),
    ("Báo cáo trước ngày 30/6/2024. Kế hoạch này thay thế Quyết định số 12/QĐ-UBND", "replaces"),
    ("1. Rà soát. 2. Thực hiện Quyết định số 12/QĐ-UBND", "carries_out"),
    ("bãi bỏ Quyết định số 12/QĐ-UBND", "repeals"),
    ("hướng dẫn Nghị định số 53/2019/NĐ-CP", "guides"),
    ("hướng dẫn thi hành Nghị định số 53/2019/NĐ-CP", "guides"),
    ("(Kèm theo Quyết định số 12/QĐ-UBND)", "attached_to"),
    ("(Ban hành kèm theo Quyết định số 12/QĐ-UBND)", "attached_to"),
    ("quy định tại Nghị định số 53/2019/NĐ-CP", "mentions"),
]

IDENTITIES = [
    # number, issuer and year fix a work
    ("Quyết định số 749/QĐ-TTg ngày 03/6/2020", TINH, "resolved", "/akn/vn/act/quyet-dinh/thu-tuong-chinh-phu/2020/749-qd-ttg"),
    ("Quyết định số 12/QĐ-UBND ngày 05/01/2024", TINH, "resolved", "/akn/vn-yen-bai/act/quyet-dinh/ubnd/2024/12-qd-ubnd"),
    # without a year nothing is guessed
    ("Quyết định số 749/QĐ-TTg", TINH, "unmatched", None),
    # a law by its name and year is a known work; one that no rule data have is none
    ("Luật Nhà ở năm 2023", TINH, "resolved", "/akn/vn/act/luat/quoc-hoi/2023/27-2023-qh15"),
    ("Luật Nhà vườn năm 2023", TINH, "unmatched", None),
    # the document itself
    ("Kế hoạch số 44/KH-UBND ngày 15/02/2024", TINH, "self", "/akn/vn-yen-bai/act/ke-hoach/ubnd/2024/44-kh-ubnd"),
    # the same number of another body is another document
    ("Kế hoạch số 44/KH-UBND ngày 15/02/2024 của UBND huyện Trạm Tấu", TINH, "resolved",
     "/akn/vn-yen-bai-huyen-tram-tau/act/ke-hoach/ubnd/2024/44-kh-ubnd"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "header", "issuer"), ISSUERS)
def test_the_issuer(text: str, header: Header, issuer: str) -> None:
    (found,) = citations(text, header)
    assert found.issuer == issuer


@pytest.mark.parametrize(("text", "relation"), RELATIONS)
def test_how_the_document_relates_to_what_it_cites(text: str, relation: str) -> None:
    (found,) = citations(text)
    assert found.relation == relation


@pytest.mark.parametrize(("text", "header", "status", "uri"), IDENTITIES)
def test_the_work_that_is_meant(text: str, header: Header, status: str, uri: str | None) -> None:
    (found,) = citations(text, header)
    assert (found.status, found.uri) == (status, uri)


def test_mentions_of_one_document_lend_each_other_what_they_say() -> None:
    first, second = citations(
        "Quyết định số 1719/QĐ-TTg ngày 14/10/2021 của Thủ tướng Chính phủ. Nhằm thực hiện Quyết định 1719/QĐ-TTg."
    )
    assert (second.date, second.type, second.issuer) == ("2021-10-14", "Quyết định", "Thủ tướng Chính phủ")
    assert first.uri == second.uri


def test_a_short_form_gets_the_number_and_the_rest() -> None:
    full, short = citations(
        "Quyết định số 1719/QĐ-TTg ngày 14/10/2021 của Thủ tướng Chính phủ; sau đây là QĐ 1719."
    )
    assert (short.quote, short.symbol, short.date, short.rule) == ("QĐ 1719", full.symbol, full.date, "short")


def test_a_short_form_that_fits_two_is_ambiguous() -> None:
    *_, short = citations("Quyết định số 45/QĐ-TTg và Quyết định số 45/QĐ-UBND; theo Quyết định 45.")
    assert (short.status, short.symbol, short.candidates) == ("ambiguous", "45", ("45/QĐ-TTg", "45/QĐ-UBND"))


def test_mentions_that_disagree_lend_nothing() -> None:
    found = citations(
        "Quyết định số 45/QĐ-UBND ngày 02/3/2023. Quyết định số 45/QĐ-UBND ngày 09/8/2024. Quyết định số 45/QĐ-UBND."
    )
    assert [one.date for one in found] == ["2023-03-02", "2024-08-09", None]


def test_a_law_named_twice_has_its_date_in_both_places() -> None:
    found = citations("Căn cứ Luật Nhà ở ngày 27 tháng 11 năm 2023. Tuyên truyền Luật Nhà ở đến người dân.")
    assert [(one.title, one.date) for one in found] == [("Nhà ở", "2023-11-27"), ("Nhà ở", "2023-11-27")]


def test_a_mention_does_not_run_over_the_end_of_a_block() -> None:
    text = "Quyết định số 45/QĐ-TTg\nngày 02/3/2023"
    (found,) = find_citations(text, [(0, 23), (24, len(text))], TINH)
    assert (found.quote, found.date) == ("Quyết định số 45/QĐ-TTg", None)


DOCUMENT = """UBND TỈNH YÊN BÁI
SỞ Y TẾ
Số: 9/KH-SYT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Yên Bái, ngày 01 tháng 3 năm 2024

KẾ HOẠCH
Thực hiện Quyết định số 12/QĐ-UBND ngày 05/01/2024 của UBND tỉnh

I. NHIỆM VỤ
1. Rà soát trạm y tế theo Thông tư số 32/2023/TT-BYT.

Nơi nhận:
- UBND tỉnh (thực hiện Công văn số 5/UBND-VX);
- Lưu: VT.

GIÁM ĐỐC
Lò Thị Hoa
"""


def test_the_documents_own_number_and_its_recipients_are_no_citations() -> None:
    assert [one.symbol for one in said(DOCUMENT).citations] == ["12/QĐ-UBND", "32/2023/TT-BYT"]


def test_citations_in_table_cells_and_footnotes_count() -> None:
    text = DOCUMENT.replace(
        "TT-BYT.\n",
        "TT-BYT¹.\n\nTT\tNội dung\tCăn cứ\tThời gian\n1\tTập huấn\tNghị định số 53/2019/NĐ-CP\tQuý II\n2\tTổng kết\tLuật Trẻ em\tQuý IV\n\n¹ Thay thế Thông tư số 33/2015/TT-BYT.\n",
    )
    found = said(text).citations
    assert {"53/2019/NĐ-CP", "33/2015/TT-BYT"} < {one.symbol for one in found}
    assert "Trẻ em" in {one.title for one in found}
