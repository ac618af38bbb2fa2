"""Stamps of urgency and secrecy are the stamps, not the same words in a text."""

from __future__ import annotations

import pytest
from small_documents import document

from extract.stamps import read_stamps, stamps_in

LINES = [
    ("HỎA TỐC", ["HỎA TỐC"]),
    ("THƯỢNG KHẨN", ["THƯỢNG KHẨN"]),
    ("KHẨN", ["KHẨN"]),
    ("Khẩn", ["KHẨN"]),
    ("(MẬT)", ["MẬT"]),
    ("[TỐI MẬT]", ["TỐI MẬT"]),
    ("TUYỆT MẬT", ["TUYỆT MẬT"]),
    ("Độ mật: Mật", ["MẬT"]),
    ("ĐỘ KHẨN: HỎA TỐC", ["HỎA TỐC"]),
    ("MẬT - HỎA TỐC", ["MẬT", "HỎA TỐC"]),
    ("HỎA TỐC HẸN GIỜ: 15 giờ ngày 12/9/2024", ["HỎA TỐC HẸN GIỜ"]),
    # behind the number, the date, the body, the type
    ("Số: 12/KH-UBND MẬT", ["MẬT"]),
    ("Lai Châu, ngày 02 tháng 3 năm 2024 KHẨN", ["KHẨN"]),
    ("ỦY BAN NHÂN DÂN TỈNH LAI CHÂU HỎA TỐC", ["HỎA TỐC"]),
    ("CÔNG ĐIỆN KHẨN", ["KHẨN"]),
    # words of names, titles and sentences
    ("CỤC BẢO VỆ BÍ MẬT NHÀ NƯỚC", []),
    ("BAN CHỈ HUY PHÒNG, CHỐNG TÌNH HUỐNG KHẨN CẤP", []),
    ("KHẨN TRƯƠNG TRIỂN KHAI", []),
    ("KẾ HOẠCH TUYỆT MẬT", []),
    ("VỀ BẢO VỆ TÀI LIỆU TỐI MẬT", []),
    ("MẬT ONG BẠC HÀ", []),
    ("- Mật: lưu tại tủ có khóa", []),
    ("mật", []),
    ("khẩn", []),
    ("Độ mật của tài liệu do người ký quyết định", []),
    ("", []),
]

HEAD = "UBND TỈNH LAI CHÂU\nSố: 5/CĐ-UBND\n{stamp}\nLai Châu, ngày 02 tháng 3 năm 2024\n\nCÔNG ĐIỆN\nVề ứng phó bão\n\n{text}"
LONG = "Thực hiện Luật Bảo vệ bí mật nhà nước, các sở, ban, ngành rà soát tài liệu đã soạn thảo, lưu giữ trong năm, xác định độ mật, lập hồ sơ, chuyển giao cho lưu trữ cơ quan theo đúng quy định và báo cáo kết quả bằng văn bản."
ATTACHED = "1. Rà soát./.\n\nCHỦ TỊCH\nLê Văn Nam\n\nUBND TỈNH LAI CHÂU\nTỐI MẬT\nKẾ HOẠCH\nBảo vệ mục tiêu\n\n1. Tuần tra."

DOCUMENTS = [
    ("HỎA TỐC", LONG, ("HỎA TỐC", None)),
    ("MẬT", LONG, (None, "MẬT")),
    ("MẬT\nKHẨN", LONG, ("KHẨN", "MẬT")),
    # a secret attachment makes the file secret
    ("MẬT", ATTACHED, (None, "TỐI MẬT")),
    # in the text, the levels of secrecy are only named
    ("", f"{LONG}\n\n2. Các độ mật gồm:\n\nTUYỆT MẬT\n\nTỐI MẬT\n\nMẬT\n\nKHẨN", (None, None)),
    ("", "Khẩn trương triển khai kế hoạch tuyệt mật; làm tốt công tác bảo mật.", (None, None)),
]


@pytest.mark.parametrize(("line", "stamps"), LINES)
def test_a_line(line: str, stamps: list[str]) -> None:
    assert stamps_in(line) == stamps


@pytest.mark.parametrize(("stamp", "text", "stamps"), DOCUMENTS)
def test_a_document(stamp: str, text: str, stamps: tuple[str | None, str | None]) -> None:
    assert tuple(read_stamps(document(HEAD.format(stamp=stamp, text=text)))) == stamps


def test_a_text_without_a_head_has_no_stamps() -> None:
    assert tuple(read_stamps(document("Hôm nay trời đẹp.\nMật độ dân số cao."))) == (None, None)
