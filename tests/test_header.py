"""The header of whole documents, as letterhead, body and signature give it together."""

from __future__ import annotations

from typing import Any

import pytest
from small_documents import document

from extract.header import read_header

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
DECISION = f"""ỦY BAN NHÂN DÂN
TỈNH ĐIỆN BIÊN
Số: 27/QĐ-UBND
{MOTTO}Điện Biên, ngày 08 tháng 01 năm 2024

QUYẾT ĐỊNH
Về việc ban hành Kế hoạch phát triển cây mắc ca

ỦY BAN NHÂN DÂN TỈNH ĐIỆN BIÊN

Căn cứ Luật Trồng trọt ngày 19 tháng 11 năm 2018;

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch phát triển cây mắc ca.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký./.

Nơi nhận:
- Như Điều 2;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Lò Văn Tiến

KẾ HOẠCH
Phát triển cây mắc ca
(Kèm theo Quyết định số 27/QĐ-UBND ngày 08 tháng 01 năm 2024 của UBND tỉnh)

I. MỤC TIÊU
Trồng mới 500 ha.
"""
LETTER = f"""UBND TỈNH ĐIỆN BIÊN
SỞ GIÁO DỤC VÀ ĐÀO TẠO
Số: 150/SGDĐT-GDMN
V/v tổ chức bữa ăn bán trú
{MOTTO}Điện Biên, ngày 15 tháng 9 năm 2023

Kính gửi: Phòng Giáo dục và Đào tạo các huyện.

Để bảo đảm an toàn thực phẩm, Sở đề nghị các phòng rà soát bếp ăn.

Nơi nhận:
- Như trên;
- Lưu: VT, GDMN.

GIÁM ĐỐC
Nguyễn Thị Thu
"""
PARTY = """TỈNH ỦY ĐIỆN BIÊN
*
Số 31-CT/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Điện Biên, ngày 02 tháng 4 năm 2024

CHỈ THỊ
CỦA BAN THƯỜNG VỤ TỈNH ỦY
về tăng cường lãnh đạo công tác hòa giải ở cơ sở

Thời gian qua, công tác hòa giải còn hạn chế.

1. Các cấp ủy quán triệt chỉ thị này.

T/M BAN THƯỜNG VỤ
BÍ THƯ
Trần Quốc Hùng
"""
DRAFT = f"""UBND XÃ THANH NƯA
Số:      /KH-UBND
{MOTTO}Thanh Nưa, ngày      tháng 02 năm 2025

KẾ HOẠCH
Trồng cây đầu xuân

I. MỤC ĐÍCH
Tạo cảnh quan.
"""
NO_LETTERHEAD = """KẾ HOẠCH
Trồng cây đầu xuân
(Kèm theo Kế hoạch số 12/KH-UBND ngày 05 tháng 02 năm 2025 của UBND huyện Tủa Chùa)

I. MỤC ĐÍCH
Tạo cảnh quan.
"""

FOLDED = """| ỦY BAN NHÂN DÂN TỈNH ĐIỆN BIÊN ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc ------- |
|---|---|
| Số: 27/QĐ-UBND | Điện Biên, ngày 08 tháng 01 năm 2024 |

QUYẾT ĐỊNH

VỀ VIỆC CHỐNG HẠN

ỦY BAN NHÂN DÂN TỈNH ĐIỆN BIÊN

Căn cứ Luật Thủy lợi;

Điều 1. Sở Tài chính bố trí kinh phí.

| Nơi nhận: - Như Điều 2; - Sở Tài chính; - Lưu: VT. | TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Lò Văn Tiến |
"""

HEADERS: list[Any] = [
    (
        "a decision that issues a plan is a decision",
        DECISION,
        {
            "type": "Quyết định",
            "number": "27/QĐ-UBND",
            "issuer": "Ủy ban nhân dân tỉnh Điện Biên",
            "place": "Điện Biên",
            "date": "2024-01-08",
            "title": "Về việc ban hành Kế hoạch phát triển cây mắc ca",
            "authority": "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH",
            "position": "PHÓ CHỦ TỊCH",
            "signer": "Lò Văn Tiến",
            "recipients": ("Như Điều 2",),
        },
    ),
    (
        "an official letter has the type Công văn, its title follows V/v",
        LETTER,
        {
            "type": "Công văn",
            "number": "150/SGDĐT-GDMN",
            "issuer": "Sở Giáo dục và Đào tạo tỉnh Điện Biên",
            "place": "Điện Biên",
            "date": "2023-09-15",
            "title": "tổ chức bữa ăn bán trú",
            "authority": None,
            "position": "GIÁM ĐỐC",
            "signer": "Nguyễn Thị Thu",
            "recipients": ("Như trên",),
        },
    ),
    (
        "a Party directive: T/M is TM.",
        PARTY,
        {
            "type": "Chỉ thị",
            "number": "31-CT/TU",
            "issuer": "Tỉnh ủy Điện Biên",
            "place": "Điện Biên",
            "date": "2024-04-02",
            "authority": "TM. BAN THƯỜNG VỤ",
            "position": "BÍ THƯ",
            "signer": "Trần Quốc Hùng",
        },
    ),
    (
        "a draft: number and day are blank",
        DRAFT,
        {
            "type": "Kế hoạch",
            "number": "/KH-UBND",
            "issuer": "Ủy ban nhân dân xã Thanh Nưa",
            "place": "Thanh Nưa",
            "date": "2025-02",
            "title": "Trồng cây đầu xuân",
            "signer": None,
        },
    ),
    (
        "without a letterhead, the line of the attachment lends number, date and issuer",
        NO_LETTERHEAD,
        {
            "type": "Kế hoạch",
            "number": "12/KH-UBND",
            "issuer": "Ủy ban nhân dân huyện Tủa Chùa",
            "place": None,
            "date": "2025-02-05",
            "title": "Trồng cây đầu xuân",
        },
    ),
    (
        "all of it run into lines, as web pages keep tables",
        FOLDED,
        {
            "type": "Quyết định",
            "number": "27/QĐ-UBND",
            "issuer": "Ủy ban nhân dân tỉnh Điện Biên",
            "place": "Điện Biên",
            "date": "2024-01-08",
            "title": "Về việc chống hạn",
            "authority": "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH",
            "position": "PHÓ CHỦ TỊCH",
            "signer": "Lò Văn Tiến",
            "recipients": ("Như Điều 2", "Sở Tài chính"),
        },
    ),
    (
        "a letterhead without the place: the line of authority has it; an officer decides, the body issues",
        ("ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 5/QĐ-UBND | Điện Biên, ngày 08 tháng 01 năm 2024 |\n"
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐIỆN BIÊN\nCăn cứ Luật Thủy lợi;\nQUYẾT ĐỊNH:\nĐiều 1. Chống hạn."),
        {"type": "Quyết định", "issuer": "Ủy ban nhân dân tỉnh Điện Biên", "place": "Điện Biên", "title": None},
    ),
    (
        "no letterhead: the line of authority issues",
        "QUYẾT ĐỊNH\nVề chống hạn\n\nBỘ TRƯỞNG BỘ XÂY DỰNG\n\nCăn cứ Luật Xây dựng;\nĐiều 1. Chống hạn.",
        {"type": "Quyết định", "number": None, "issuer": "Bộ trưởng Bộ Xây dựng", "date": None},
    ),
    (
        "the date of a document that is named in what is issued is not that of the issue",
        "QUYẾT ĐỊNH\nVề chống hạn\n\nCăn cứ Luật Thủy lợi;\nĐiều 1. Ban hành kèm theo Quyết định này Kế hoạch thực hiện Chỉ thị số 5/CT-TTg ngày 02 tháng 3 năm 2020.",
        {"number": None, "date": None},
    ),
    (
        "a letter whose long subject stands before the right column",
        "ĐẢNG ỦY XÃ THANH NƯA\nVĂN PHÒNG\nSố 4-CV/VPĐU\nV/v " + "xin ý kiến góp ý dự thảo báo cáo kết quả thực hiện nghị quyết " * 3
        + "\nĐẢNG CỘNG SẢN VIỆT NAM\nThanh Nưa, ngày 08 tháng 01 năm 2024\n\nKính gửi: Các chi bộ.\n\nĐề nghị góp ý./.\n\n(Đã ký)\nCHÁNH VĂN PHÒNG\nLò Văn Tiến",
        {
            "type": "Công văn",
            "issuer": "Văn phòng Đảng ủy xã Thanh Nưa",
            "parent": "Đảng ủy xã Thanh Nưa",
            "place": "Thanh Nưa",
            "date": "2024-01-08",
            "position": "CHÁNH VĂN PHÒNG",
            "signer": "Lò Văn Tiến",
        },
    ),
    (
        "a list behind the signature is no position",
        "KẾ HOẠCH\nTrồng cây\n\n1. Trồng cây./.\n\nKT. BỘ TRƯỞNG\nDANH SÁCH CÁC TỈNH, THÀNH PHỐ\n1. Hà Nội",
        {"authority": "KT. BỘ TRƯỞNG", "position": None, "signer": None},
    ),
    (
        "an excerpt without a head says nothing of itself",
        "2. Xây dựng cơ sở dữ liệu về lao động.\n- Cơ quan thực hiện: Sở Nội vụ chủ trì, phối hợp với UBND các huyện.\n3. Bộ Công an\n- Tham gia thực hiện Chỉ thị số 5/CT-TTg ngày 02 tháng 3 năm 2020.",
        dict.fromkeys(["type", "number", "issuer", "place", "date", "title", "authority", "position", "signer", "parent"]),
    ),
    (
        "who speaks is the issuer where there is no letterhead",
        "Thực hiện kế hoạch của cấp trên, UBND phường Gia Sàng thông báo như sau:\n1. Các tổ dân phố dọn vệ sinh.",
        {"issuer": "Ủy ban nhân dân phường Gia Sàng"},
    ),
    (
        "a group that is told to announce is none",
        "Giao các khoa, Trường Thực hành Sư phạm thông báo tới sinh viên.\nTrân trọng.",
        {"issuer": None},
    ),
    (
        "a number under the type is the document's own",
        "CÔNG ĐIỆN KHẨN\n\nSố: 04/CĐ-UBND hồi 17 giờ 00 ngày 02/4/2020\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HÀ NAM\nĐIỆN\n\n- Giám đốc Sở Y tế.",
        {"type": "Công điện", "number": "04/CĐ-UBND"},
    ),
    (
        "recipients without dashes do not end the signature",
        "UBND TỈNH HÀ NAM\nSố: 5/UBND-KT\nHà Nam, ngày 3 tháng 5 năm 2009\n\nKính gửi: Sở Xây dựng.\n\n1. Sửa chợ./.\n\nNơi nhận:\nNhư trên;\nTTUB: CT, các PCT;\nVPHĐ-UB: CPVP;\nCác Phòng Chuyên viên;\nLưu: VT.\n\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTrần Văn Nam",
        {"authority": "KT. CHỦ TỊCH", "position": "PHÓ CHỦ TỊCH", "signer": "Trần Văn Nam"},
    ),
    (
        "a text that is no document says nothing",
        "Hôm nay trời đẹp.\nChúng tôi đi chơi.",
        dict.fromkeys(["type", "number", "issuer", "place", "date", "authority", "position"]),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text", "expected"), HEADERS, ids=[row[0] for row in HEADERS])
def test_the_header(why: str, text: str, expected: dict[str, Any]) -> None:
    header = read_header(document(text))
    assert {key: getattr(header, key) for key in expected} == expected


def test_the_body_names_the_issuer_where_the_letterhead_does_not() -> None:
    text = "KẾ HOẠCH\nTrồng cây đầu xuân\n\nThực hiện chỉ đạo của cấp trên, Ủy ban nhân dân huyện Tủa Chùa ban hành Kế hoạch trồng cây như sau:\n\nI. MỤC ĐÍCH\nTạo cảnh quan."
    assert read_header(document(text)).issuer == "Ủy ban nhân dân huyện Tủa Chùa"
