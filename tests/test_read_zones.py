"""Letterhead, title, receivers and signature are told from the body, in every act that a file holds."""

from __future__ import annotations

import pytest
from reading import check, said
from word_files import p, word_file

from ingest import read_bytes


def read(text: str) -> list[str]:
    document = read_bytes(text.encode(), "van-ban.txt")
    check(document)
    return said(document)


DECISION = """\
ỦY
BAN NHÂN DÂN
TỈNH LÂM ĐỒNG
-------
|
CỘNG
HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
|
Số: 382/QĐ-UBND
|
Lâm
Đồng, ngày 09 tháng 3 năm 2022
|
QUYẾT ĐỊNH
VỀ VIỆC BAN HÀNH KẾ HOẠCH GIẢM
NGHÈO GIAI ĐOẠN 2021 - 2025
ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG
Căn cứ Luật Ngân sách nhà nước;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch.
Điều 2. Quyết định có hiệu lực kể từ ngày ký./.
Nơi nhận:
- Như Điều 2;
- Lưu: VT.
|
TM.
ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Văn Hiệp
|
KẾ HOẠCH
GIẢM NGHÈO GIAI ĐOẠN 2021 - 2025
(Kèm theo Quyết định số 382/QĐ-UBND ngày 09 tháng 3 năm 2022 của UBND tỉnh
Lâm Đồng)
I. MỤC TIÊU
Giảm nghèo.
"""


def test_a_decision_with_the_plan_attached() -> None:
    """As web pages flatten it: cells parted by `|`, letterhead lines broken in the middle of names."""
    assert read(DECISION) == [
        "letterhead: ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG",
        "letterhead: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "letterhead: Độc lập - Tự do - Hạnh phúc",
        "letterhead: Số: 382/QĐ-UBND",
        "letterhead: Lâm Đồng, ngày 09 tháng 3 năm 2022",
        "heading: QUYẾT ĐỊNH",
        "heading: VỀ VIỆC BAN HÀNH KẾ HOẠCH GIẢM NGHÈO GIAI ĐOẠN 2021 - 2025",
        "heading: ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG",
        "paragraph: Căn cứ Luật Ngân sách nhà nước;",
        "heading: QUYẾT ĐỊNH:",
        "paragraph: Điều 1. Ban hành kèm theo Quyết định này Kế hoạch.",
        "paragraph: Điều 2. Quyết định có hiệu lực kể từ ngày ký./.",
        "recipients: Nơi nhận:",
        "recipients: - Như Điều 2;",
        "recipients: - Lưu: VT.",
        "signature: TM. ỦY BAN NHÂN DÂN",
        "signature: CHỦ TỊCH",
        "signature: Trần Văn Hiệp",
        "heading: KẾ HOẠCH",
        "heading: GIẢM NGHÈO GIAI ĐOẠN 2021 - 2025",
        "paragraph: (Kèm theo Quyết định số 382/QĐ-UBND ngày 09 tháng 3 năm 2022 của UBND tỉnh Lâm Đồng)",
        "heading: I. MỤC TIÊU",
        "paragraph: Giảm nghèo.",
    ]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        # number and place in any order, the day left blank over a page break
        (
            "Số: /KH-UBND\n\nĐắk Lắk, ngày\n\ntháng 3 năm 2020\n\nKẾ HOẠCH\n\nTổng kết công tác\n\nThực hiện Quyết định số 1.",
            [
                "letterhead: Số: /KH-UBND",
                "letterhead: Đắk Lắk, ngày tháng 3 năm 2020",
                "heading: KẾ HOẠCH",
                "heading: Tổng kết công tác",
                "paragraph: Thực hiện Quyết định số 1.",
            ],
        ),
        # a title over several lines is one block
        (
            " KẾ HOẠCH\n\nTổ chức đánh giá Chương trình \n\ngiảm nghèo và kết quả \n\nrà soát\n\nThực hiện Công văn số 5.",
            ["heading: KẾ HOẠCH", "heading: Tổ chức đánh giá Chương trình giảm nghèo và kết quả rà soát",
             "paragraph: Thực hiện Công văn số 5."],
        ),
        # a Party document: no motto, `Số` without a colon, T/M
        (
            ("TỈNH ỦY X\n*\nSố 31-CT/TU\n\nĐẢNG CỘNG SẢN VIỆT NAM\nX, ngày 15 tháng 01 năm 2024\n\nCHỈ THỊ\nvề phòng cháy\n\n"
             "1- Quán triệt Chỉ thị./.\n\nNơi nhận:\n- Các huyện ủy,\n- Lưu Văn phòng.\n\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nLương Thế Hải"),
            [
                "letterhead: TỈNH ỦY X",
                "letterhead: Số 31-CT/TU",
                "letterhead: ĐẢNG CỘNG SẢN VIỆT NAM",
                "letterhead: X, ngày 15 tháng 01 năm 2024",
                "heading: CHỈ THỊ",
                "heading: về phòng cháy",
                "paragraph: 1- Quán triệt Chỉ thị./.",
                "recipients: Nơi nhận:",
                "recipients: - Các huyện ủy,",
                "recipients: - Lưu Văn phòng.",
                "signature: T/M BAN THƯỜNG VỤ",
                "signature: PHÓ BÍ THƯ",
                "signature: Lương Thế Hải",
            ],
        ),
        # an official letter has no type line: its letterhead ends at the salutation, the subject may run on
        (
            "SỞ Y TẾ\nSố: 12/SYT-NVY\nV/v báo cáo kết quả\nPhòng bệnh năm 2024\n\nKính gửi:\n- Các bệnh viện;\n\nĐề nghị báo cáo./.",
            [
                "letterhead: SỞ Y TẾ",
                "letterhead: Số: 12/SYT-NVY",
                "letterhead: V/v báo cáo kết quả Phòng bệnh năm 2024",
                "paragraph: Kính gửi:",
                "paragraph: - Các bệnh viện;",
                "paragraph: Đề nghị báo cáo./.",
            ],
        ),
        # the signature before the receivers, a rank before the name
        (
            "KẾ HOẠCH\nTuần tra\n1. Tuần tra./.\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n(Đã ký)\nĐại tá Lê Vinh Quy\nNơi nhận:\n- Như trên;\n- Lưu: VT.",
            [
                "heading: KẾ HOẠCH",
                "heading: Tuần tra",
                "paragraph: 1. Tuần tra./.",
                "signature: KT. GIÁM ĐỐC",
                "signature: PHÓ GIÁM ĐỐC",
                "signature: (Đã ký)",
                "signature: Đại tá Lê Vinh Quy",
                "recipients: Nơi nhận:",
                "recipients: - Như trên;",
                "recipients: - Lưu: VT.",
            ],
        ),
        # an appendix after the signature: its titles are headings, what it is attached to is not
        (
            ("KẾ HOẠCH\nTổng kết\n1. Báo cáo.\nNơi nhận:\n- Lưu: VT.\nTRƯỞNG BAN\nPHÓ CHỦ TỊCH UBND TỈNH\nNguyễn Tuấn Thanh\n\n"
             "Phụ lục\nPHÂN CÔNG NHIỆM VỤ\n\nTổng kết Chương trình\n(Kèm theo Kế hoạch số: /KH-UBND)\n\n1. Việc thứ nhất."),
            [
                "heading: KẾ HOẠCH",
                "heading: Tổng kết",
                "paragraph: 1. Báo cáo.",
                "recipients: Nơi nhận:",
                "recipients: - Lưu: VT.",
                "signature: TRƯỞNG BAN",
                "signature: PHÓ CHỦ TỊCH UBND TỈNH",
                "signature: Nguyễn Tuấn Thanh",
                "heading: Phụ lục",
                "heading: PHÂN CÔNG NHIỆM VỤ",
                "heading: Tổng kết Chương trình",
                "paragraph: (Kèm theo Kế hoạch số: /KH-UBND)",
                "paragraph: 1. Việc thứ nhất.",
            ],
        ),
        # a name in the body is no signature, a document type in a sentence no title
        (
            "KẾ HOẠCH\nTổng kết\n1. Thành phần\nNguyễn Văn An\nBáo cáo tại hội nghị.",
            ["heading: KẾ HOẠCH", "heading: Tổng kết", "paragraph: 1. Thành phần", "paragraph: Nguyễn Văn An",
             "paragraph: Báo cáo tại hội nghị."],
        ),
        # the letterhead of an attachment
        (
            ("QUYẾT ĐỊNH\nBan hành Kế hoạch\nĐiều 1. Ban hành./.\nKT. THỦ TƯỚNG\nPHÓ THỦ TƯỚNG\nPhạm Thị Trà\n\nTHỦ TƯỚNG CHÍNH PHỦ\n"
             "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nKẾ HOẠCH HÀNH ĐỘNG\nThực hiện Chỉ thị"),
            [
                "heading: QUYẾT ĐỊNH",
                "heading: Ban hành Kế hoạch",
                "paragraph: Điều 1. Ban hành./.",
                "signature: KT. THỦ TƯỚNG",
                "signature: PHÓ THỦ TƯỚNG",
                "signature: Phạm Thị Trà",
                "letterhead: THỦ TƯỚNG CHÍNH PHỦ",
                "letterhead: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "letterhead: Độc lập - Tự do - Hạnh phúc",
                "heading: KẾ HOẠCH HÀNH ĐỘNG",
                "heading: Thực hiện Chỉ thị",
            ],
        ),
    ],
)  # fmt: skip
def test_zones(text: str, blocks: list[str]) -> None:
    assert read(text) == blocks


def test_a_letterhead_and_a_signature_in_columns_parted_by_tabs() -> None:
    """As the tables that hold them in Word come out when a file is saved as text."""
    text = (
        "UBND TỈNH LÀO CAI\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "SỞ Y TẾ\t\tĐộc lập - Tự do - Hạnh phúc\n"
        "Số: 5/KH-SYT\tLào Cai, ngày 5 tháng 3 năm 2024\n\n"
        "KẾ HOẠCH\nTiêm chủng\n\n1. Trạm y tế rà soát.\n\n"
        "Nơi nhận:\tGIÁM ĐỐC\n- Như trên;\t\n- Lưu: VT.\tHoàng Văn Sơn\n"
    )
    document = read_bytes(text.encode(), "a.txt")
    told = {
        kind: [document.text_of(b) for b in document.blocks if b.kind == kind]
        for kind in ("letterhead", "signature")
    }
    assert told["letterhead"][:3] == ["UBND TỈNH LÀO CAI", "SỞ Y TẾ", "Số: 5/KH-SYT"]
    assert told["signature"] == ["GIÁM ĐỐC", "Hoàng Văn Sơn"]
    assert not any(block.kind == "table" for block in document.blocks)


def test_a_heading_set_over_several_paragraphs_by_hand_is_one() -> None:
    middle = '<w:jc w:val="center"/>'
    body = [
        p("Điều 6. Kinh phí do ngân sách bảo đảm."),
        p("Chương II", middle),
        p("TRÁCH NHIỆM CỦA CÁC CƠ QUAN TRONG VIỆC", middle),
        p("QUẢN LÝ CHỢ, TRUNG TÂM THƯƠNG MẠI", middle),
        p("Điều 7. Sở Công Thương"),
        p("PHỤ LỤC", middle),
        p("DANH MỤC CHỢ HẠNG 1", middle),
    ]
    document = read_bytes(word_file("".join(body)), "a.docx")
    assert [document.text_of(block) for block in document.blocks] == [
        "Điều 6. Kinh phí do ngân sách bảo đảm.",
        "Chương II",
        "TRÁCH NHIỆM CỦA CÁC CƠ QUAN TRONG VIỆC QUẢN LÝ CHỢ, TRUNG TÂM THƯƠNG MẠI",
        "Điều 7. Sở Công Thương",
        "PHỤ LỤC",
        "DANH MỤC CHỢ HẠNG 1",
    ]


def test_the_head_word_of_a_body_alone_on_a_line_is_the_rest_of_a_name() -> None:
    head = "UBND TỈNH SƠN LA\nSỞ NÔNG NGHIỆP VÀ MÔI\nTRƯỜNG\nSố: 5/KH-SNNMT\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    text = f"{head}Độc lập - Tự do - Hạnh phúc\nSơn La, ngày 02 tháng 4 năm 2025\n\nKẾ HOẠCH\nCải cách hành chính năm 2025\n"
    assert "letterhead: SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG" in read(text)
