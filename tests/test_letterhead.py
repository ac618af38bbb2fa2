"""The letterhead: number, issuer, place and date, wherever the lines stand."""

from __future__ import annotations

import pytest

from extract.letterhead import letterhead_date, letterhead_number, letterhead_place
from extract.letterhead_bodies import letterhead_bodies, letterhead_issuer

NUMBERS = [
    (("UBND TỈNH LAI CHÂU", "Số: 45/KH-UBND"), "45/KH-UBND"),
    (("Số 07-NQ/TU",), "07-NQ/TU"),  # the Party writes no colon
    (("Số:  45 /KH-UBND",), "45/KH-UBND"),
    (("Số: 45/KH - UBND",), "45/KH-UBND"),
    (("Số: 12/2024/QĐ-UBND",), "12/2024/QĐ-UBND"),
    (("Luật số: 27/2023/QH15",), "27/2023/QH15"),
    (("Số: 318/SNV-CCHC",), "318/SNV-CCHC"),
    # left blank by the drafter
    (("Số:      /KH-UBND",), "/KH-UBND"),
    (("Số: ....../QĐ-UBND",), "/QĐ-UBND"),
    # the subject or the date stand on the same line
    (("Số: 318/UBND-NN V/v chống hạn",), "318/UBND-NN"),
    (("Số: 318/UBND-NN    Lai Châu, ngày 05 tháng 3 năm 2024",), "318/UBND-NN"),
    # without the word
    (("318/BC-STC",), "318/BC-STC"),
    # none
    (("UBND TỈNH LAI CHÂU", "Độc lập - Tự do - Hạnh phúc"), None),
    (("Lai Châu, ngày 05 tháng 3 năm 2024",), None),
    ((), None),
    (("Số:      /KH-UBND Đắk Lắk, ngày 5 tháng 3 năm 2020",), "/KH-UBND"),  # both columns on one line
    (("Số: 12/BC-SXD Hà Nội, ngày 2 tháng 3 năm 2020",), "12/BC-SXD"),
    (("Số:", "41/2025/QĐ-UBND"), "41/2025/QĐ-UBND"),  # broken over lines
    (("Số: 7/KH-BCĐ1719",), "7/KH-BCĐ1719"),  # a code that ends in the number of a programme
    # one that cannot be read is not that of the document which the subject names
    (("Số: 8?1 /BTC-HCSN", "V/v thi hành Thông tư số 40/2017/TT-BTC"), None),
    (("V/v thi hành Thông tư số 40/2017/TT-BTC",), None),
]

DATES = [
    (("Lai Châu, ngày 05 tháng 3 năm 2024",), "2024-03-05"),
    (("Lai Châu, ngày 5/3/2024",), "2024-03-05"),
    (("Lai Châu, ngày      tháng 3 năm 2024",), "2024-03"),  # the day is blank
    (("Lai Châu, ngày       tháng      năm 2024",), "2024"),
    (("Lai Châu, ngày", "05 tháng 3 năm 2024"), "2024-03-05"),  # broken over lines
    (("Lai Châu, ngày 31 tháng 02 năm 2024",), None),  # no such day
    (("Lai Châu, ngày 1 4 tháng 0 8 năm 2019",), "2019-08-14"),  # digits torn apart
    (("Hà Nội, ngày¿J tháng 11 năm 2019",), "2019-11"),  # a day that a scan made unreadable
    # the blank date of the document, not that of one which the subject names
    (("Lai Châu, ngày    tháng 3 năm 2024", "V/v thi hành Luật ngày 15 tháng 11 năm 2017"), "2024-03"),
    (("Số: 45/KH-UBND",), None),
    ((), None),
]

PLACES = [
    (("Lai Châu, ngày 05 tháng 3 năm 2024",), "Lai Châu"),
    (("Bà Rịa - Vũng Tàu, ngày 05 tháng 3 năm 2024",), "Bà Rịa - Vũng Tàu"),
    # places named for a person, a number or an event have their unit before them (Nghị định 30/2020/NĐ-CP, Phụ lục I)
    (("Điện Biên Phủ, ngày 05 tháng 3 năm 2024",), "Điện Biên Phủ"),
    (("Thành phố Hồ Chí Minh, ngày 05 tháng 3 năm 2024",), "Thành phố Hồ Chí Minh"),
    (("TP. Hồ Chí Minh, ngày 05 tháng 3 năm 2024",), "TP. Hồ Chí Minh"),
    (("Lai Châu, hồi 17 giờ 30 ngày 05 tháng 3 năm 2024",), "Lai Châu"),  # telegrams tell the hour
    (("Quận 1, ngày 05 tháng 3 năm 2024",), "Quận 1"),
    (("Phường Điện Biên Phủ, ngày 05 tháng 3 năm 2024",), "Phường Điện Biên Phủ"),
    (("Lai", "Châu, ngày 05 tháng 3 năm 2024"), "Lai Châu"),  # broken over lines
    (("UBND TỈNH LAI CHÂU Lai Châu, ngày 05 tháng 3 năm 2024",), "Lai Châu"),
    (("Ea Kar, ngày      tháng 3 năm 2024",), "Ea Kar"),
    (("Ea H'leo, ngày 05 tháng 3 năm 2024",), "Ea H'leo"),
    (("Kiến Đức - Đắk R’lấp, ngày 05 tháng 3 năm 2024",), "Kiến Đức - Đắk R’lấp"),
    (("Số: 45/KH-UBND",), None),
    ((), None),
    (("Số: 07/CT-TTg", "Hà Nội, ngày 02 tháng 3 năm 2012"), "Hà Nội"),  # the end of the number is no place
    (
        ("V/v quản lý rừng tại huyện Tam Đường", "Lai Châu, ngày 02 tháng 3 năm 2024"),
        "Lai Châu",
    ),  # not of the subject
    (("TP Hồ Chí", "Minh, ngày 02 tháng 3 năm 2003"), "TP Hồ Chí Minh"),
    (("Qu ả ng Bình, ngày 02 tháng 3 năm 2022",), None),  # torn to pieces: nothing rather than `Bình`
    (("Số: 12/KH-SNNMT Bà Rịa - Vũng Tàu, ngày 02 tháng 3 năm 2025",), "Bà Rịa - Vũng Tàu"),
]

ISSUERS = [
    # the board of an association names its own body, the Front over it only lends the place
    (
        ("ỦY BAN MTTQ VIỆT NAM XÃ BẢN BO", "BAN THƯỜNG VỤ HỘI NÔNG DÂN"),
        "Ban Thường vụ Hội Nông dân xã Bản Bo",
    ),
    (("ỦY BAN NHÂN DÂN", "TỈNH LAI CHÂU"), "Ủy ban nhân dân tỉnh Lai Châu"),
    (("UBND TỈNH LAI CHÂU",), "Ủy ban nhân dân tỉnh Lai Châu"),
    # the body over the issuer lends its place
    (("UBND TỈNH LAI CHÂU", "SỞ XÂY DỰNG"), "Sở Xây dựng tỉnh Lai Châu"),
    (("UBND HUYỆN THAN UYÊN", "PHÒNG NỘI VỤ"), "Phòng Nội vụ huyện Than Uyên"),
    (("ỦY BAN NHÂN DÂN TỈNH", "LAI CHÂU", "SỞ XÂY DỰNG"), "Sở Xây dựng tỉnh Lai Châu"),
    # central bodies have no place
    (("BỘ Y TẾ",), "Bộ Y tế"),
    (("CHÍNH PHỦ",), "Chính phủ"),
    (("BỘ XÂY DỰNG", "CỤC ĐƯỜNG BỘ VIỆT NAM"), "Cục Đường bộ Việt Nam"),
    (("THỦ TƯỚNG CHÍNH PHỦ",), "Thủ tướng Chính phủ"),
    # lines in any order, among the motto and the number
    (
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "UBND XÃ MƯỜNG CANG", "Độc lập - Tự do - Hạnh phúc", "Số: 5/KH-UBND"),
        "Ủy ban nhân dân xã Mường Cang",
    ),
    (("HỘI ĐỒNG NHÂN DÂN", "TỈNH LAI CHÂU", "-------"), "Hội đồng nhân dân tỉnh Lai Châu"),
    (("TỈNH ỦY LAI CHÂU", "*", "Số 07-NQ/TU"), "Tỉnh ủy Lai Châu"),
    (("Số: 5/KH-UBND", "V/v chống hạn"), None),
    ((), None),
    # quốc hiệu broken over lines, the number on a line of its own
    (("UBND TỈNH LAI CHÂU", "CỘNG HÒA XÃ", "HỘI CHỦ NGHĨA VIỆT NAM", "Số:", "5/KH-UBND"), "Ủy ban nhân dân tỉnh Lai Châu"),
    (("BỘ Y TẾ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "VIỆT NAM"), "Bộ Y tế"),
    (("BỘ XÂY DỰNG", "CỤC ĐƯỜNG BỘ", "VIỆT NAM"), "Cục Đường bộ Việt Nam"),  # the end of a name, not of quốc hiệu
    # two bodies run into one line
    (("UBND TỈNH LAI CHÂU SỞ XÂY DỰNG",), "Sở Xây dựng tỉnh Lai Châu"),
    (("UBND XÃ XUÂN TRƯỜNG",), "Ủy ban nhân dân xã Xuân Trường"),
    # organs are named with their body (Hướng dẫn 29/2021 of the Front, 36-HD/VPTW)
    (("ỦY BAN MTTQ VIỆT NAM", "XÃ MƯỜNG CANG", "BAN THƯỜNG TRỰC"), "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam xã Mường Cang"),
    (("ĐẢNG ỦY XÃ MƯỜNG CANG", "VĂN PHÒNG"), "Văn phòng Đảng ủy xã Mường Cang"),
    (("ỦY BAN BẦU CỬ XÃ MƯỜNG CANG", "TIỂU BAN TUYÊN TRUYỀN"), "Tiểu ban tuyên truyền Ủy ban bầu cử xã Mường Cang"),
    (("TỈNH ỦY LAI CHÂU", "BAN TỔ CHỨC"), "Ban Tổ chức Tỉnh ủy Lai Châu"),
    (("HỘI ĐỒNG NHÂN DÂN", "TỈNH LAI CHÂU", "BAN PHÁP CHẾ"), "Ban Pháp chế Hội đồng nhân dân tỉnh Lai Châu"),
    (("UBND TỈNH LAI CHÂU", "BAN CHỈ ĐẠO 389"), "Ban Chỉ đạo 389 tỉnh Lai Châu"),
    (("NGÂN HÀNG NHÀ NƯỚC VIỆT NAM", "CHI NHÁNH TỈNH LAI CHÂU"), "Ngân hàng Nhà nước Việt Nam chi nhánh tỉnh Lai Châu"),
    (("BỘ TÀI CHÍNH - BỘ NỘI VỤ",), "Bộ Tài chính - Bộ Nội vụ"),  # a joint document
    (("BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI",), "Bộ Lao động - Thương binh và Xã hội"),
    (("LIÊN ĐOÀN LAO ĐỘNG TỈNH LAI CHÂU", "CÔNG ĐOÀN VIÊN CHỨC TỈNH"), "Công đoàn viên chức tỉnh Lai Châu"),
    (("UBND HUYỆN THAN UYÊN", "TRƯỜNG TIỂU HỌC MƯỜNG CANG"), "Trường Tiểu học Mường Cang huyện Than Uyên"),
    (("ĐẢNG BỘ XÃ MƯỜNG CANG", "CHI BỘ THÔN NÀ LƯỚT"), "Chi bộ thôn Nà Lướt xã Mường Cang"),
    # an officer's line of authority under the letterhead
    (("ỦY BAN NHÂN DÂN", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LAI CHÂU"), "Ủy ban nhân dân"),
    (("HỘI ĐỒNG NHÂN DÂN TỈNH LAI CHÂU KHÓA XV, KỲ HỌP THỨ 5",), "Hội đồng nhân dân tỉnh Lai Châu"),
    (("ỦY BAN NHÂN DÂN TỈNH LAI CHÂU HỎA TỐC",), "Ủy ban nhân dân tỉnh Lai Châu"),
    (("U B N D T Ỉ N H LAI CHÂU",), None),  # torn to pieces
]  # fmt: skip

PARENTS = [
    (("UBND TỈNH LAI CHÂU", "SỞ XÂY DỰNG"), "Ủy ban nhân dân tỉnh Lai Châu"),
    (("BỘ TÀI CHÍNH", "TỔNG CỤC THUẾ"), "Bộ Tài chính"),
    (("ĐẢNG BỘ TỈNH LAI CHÂU", "HUYỆN ỦY THAN UYÊN"), "Đảng bộ tỉnh Lai Châu"),
    (("ỦY BAN MTTQ VIỆT NAM", "XÃ MƯỜNG CANG", "BAN THƯỜNG TRỰC"), "Ủy ban Mặt trận Tổ quốc Việt Nam xã Mường Cang"),
    (("SỞ Y TẾ TỈNH LAI CHÂU", "TRUNG TÂM Y TẾ HUYỆN THAN UYÊN"), "Sở Y tế tỉnh Lai Châu"),
    (("UBND TỈNH LAI CHÂU",), None),
    (("BỘ Y TẾ", "BỘ Y TẾ"), None),  # printed twice
    (("ỦY BAN NHÂN DÂN", "ỦY BAN NHÂN DÂN TỈNH LAI CHÂU"), None),
    ((), None),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "number"), NUMBERS)
def test_the_number(lines: tuple[str, ...], number: str | None) -> None:
    assert letterhead_number(lines) == number


@pytest.mark.parametrize(("lines", "date"), DATES)
def test_the_date(lines: tuple[str, ...], date: str | None) -> None:
    assert letterhead_date(lines) == date


@pytest.mark.parametrize(("lines", "place"), PLACES)
def test_the_place(lines: tuple[str, ...], place: str | None) -> None:
    assert letterhead_place(lines) == place


@pytest.mark.parametrize(("lines", "parent"), PARENTS)
def test_the_body_over_the_issuer(lines: tuple[str, ...], parent: str | None) -> None:
    assert letterhead_bodies(lines).parent == parent


def test_the_code_in_the_number_tells_a_name_that_a_scan_has_damaged() -> None:
    damaged = ["BỘ TÀI CHÍNH", "TONG CUC HÁI QUAN"]
    assert letterhead_bodies(damaged, "12/TCHQ-GSQL") == ("Tổng cục Hải quan", "Bộ Tài chính")
    assert letterhead_bodies(["BỘ Y TẾ"], "12/TCHQ-GSQL").issuer == "Bộ Y tế"


@pytest.mark.parametrize(("lines", "issuer"), ISSUERS)
def test_the_issuer(lines: tuple[str, ...], issuer: str | None) -> None:
    assert letterhead_issuer(lines) == issuer
