"""Type and title: the line in capitals and what follows it, or the subject of a letter."""

from __future__ import annotations

import pytest

from extract.title_case import sentence_case
from extract.titles import letter_subject, type_and_title

TITLES = [
    (("QUI CHẾ", "PHỐI HỢP CÔNG TÁC", "Căn cứ Luật Công đoàn;"), "Quy chế", "Phối hợp công tác"),
    (("Thông báo “V/v phòng chống bão số 10”", "Các xã trực ban."), "Thông báo", "phòng chống bão số 10"),
    (("Thông báo cho các hộ biết lịch cắt nước.", "Các xã trực ban."), None, None),
    # the title of a web page that has lost the letterhead; a sentence is none
    (("Kế hoạch tổ chức hội khỏe Phù Đổng năm 2019", "Các trường đăng ký đội."), "Kế hoạch", "tổ chức hội khỏe Phù Đổng năm 2019"),
    (("Quyết định V/v thành lập đội tuyển bơi", "Điều 1. Thành lập đội."), "Quyết định", "V/v thành lập đội tuyển bơi"),
    (("Kế hoạch này được gửi đến các trường trong huyện", "Các trường đăng ký đội."), None, None),
    (("Kế hoạch tổ chức hội khỏe gồm những nội dung sau:", "Các trường đăng ký đội."), None, None),
    # its own number behind the type; a school year under it
    (("QUYẾT ĐỊNH 12/QĐ-UBND", "Về việc chia đội", "Căn cứ Luật Thể dục;"), "Quyết định", "Về việc chia đội"),
    (("KẾ HOẠCH THI HỌC KÌ II", "Năm học 2018-2019", "Căn cứ công văn"), "Kế hoạch", "Thi học kì II Năm học 2018-2019"),
    (("KẾ HOẠCH", "Phòng, chống dại năm 2025", "Căn cứ Luật Thú y;"), "Kế hoạch", "Phòng, chống dại năm 2025"),
    # a title over several lines goes on in small letters
    (("KẾ HOẠCH", "Triển khai công tác phòng, chống", "bệnh dại trên địa bàn huyện", "Thực hiện Công văn số 5/UBND-VX"),
     "Kế hoạch", "Triển khai công tác phòng, chống bệnh dại trên địa bàn huyện"),
    # a title in capitals comes in sentence case
    (("CHỈ THỊ", "VỀ TĂNG CƯỜNG QUẢN LÝ RỪNG", "Thời gian qua, tình hình phức tạp."), "Chỉ thị", "Về tăng cường quản lý rừng"),
    (("QUYẾT ĐỊNH", "Về việc ban hành Quy chế làm việc", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH", "Căn cứ Luật Thú y;"),
     "Quyết định", "Về việc ban hành Quy chế làm việc"),  # the line of authority is no title
    (("NGHỊ QUYẾT", "Về dự toán ngân sách", "HỘI ĐỒNG NHÂN DÂN TỈNH LAI CHÂU"), "Nghị quyết", "Về dự toán ngân sách"),
    # type and title on one line
    (("KẾ HOẠCH PHÒNG, CHỐNG DẠI NĂM 2025", "I. MỤC ĐÍCH"), "Kế hoạch", "Phòng, chống dại năm 2025"),
    # a title may begin like an opening paragraph
    (("KẾ HOẠCH", "Thực hiện Nghị quyết về chuyển đổi số", "Thực hiện Nghị quyết số 5-NQ/TU ngày 02/3/2024 của Tỉnh ủy, UBND huyện xây dựng kế hoạch như sau:"),
     "Kế hoạch", "Thực hiện Nghị quyết về chuyển đổi số"),
    (("CÔNG ĐIỆN", "Về việc ứng phó bão số 3", "CHỦ TỊCH UỶ BAN NHÂN DÂN TỈNH ĐIỆN:"), "Công điện", "Về việc ứng phó bão số 3"),
    (("TỜ TRÌNH", "Về chủ trương đầu tư", "Kính gửi: Hội đồng nhân dân tỉnh"), "Tờ trình", "Về chủ trương đầu tư"),
    # what data banks put before the title of older documents, and the line of authority run into it
    (("THÔNG TƯ", "CỦA BỘ TÀI CHÍNH SỐ 9/1999/TT-BTC NGÀY 02 THÁNG 3 NĂM 1999 HƯỚNG DẪN THU PHÍ"), "Thông tư", "Hướng dẫn thu phí"),
    (("QUYẾT ĐỊNH", "CỦA ỦY BAN NHÂN DÂN TỈNH V/V CHỐNG HẠN"), "Quyết định", "V/v chống hạn"),
    (("QUYẾT ĐỊNH", "V/V CHỐNG HẠN CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LAI CHÂU", "Căn cứ Luật Thủy lợi;"), "Quyết định", "V/v chống hạn"),
    (("QUYẾT ĐỊNH", "QUY ĐỊNH THẨM QUYỀN CỦA ỦY BAN NHÂN DÂN TỈNH LAI CHÂU", "Căn cứ Luật Thủy lợi;"), "Quyết định",
     "Quy định thẩm quyền của Ủy ban nhân dân tỉnh Lai Châu"),  # whose competence it is
    (("CHỈ THỊ CỦA CHỦ TỊCH UBND HUYỆN", "V/v phòng cháy rừng", "Hiện nay trời hanh khô."), "Chỉ thị", "V/v phòng cháy rừng"),
    # a stamp behind the type is no title
    (("CÔNG ĐIỆN KHẨN", "Về việc ứng phó bão số 3"), "Công điện", "Về việc ứng phó bão số 3"),
    # a web page says something before the document
    (("Cổng thông tin điện tử", "Sáng nay, " + "Ủy ban nhân dân tỉnh họp báo về kế hoạch. " * 6, "KẾ HOẠCH", "Chống hạn", "I. MỤC ĐÍCH"), "Kế hoạch", "Chống hạn"),
    # a type without a title
    (("BÁO CÁO", "I. TÌNH HÌNH"), "Báo cáo", None),
    # no type at all
    (("Kính gửi: Sở Y tế", "Căn cứ Luật Thú y"), None, None),
    (("Hôm nay trời đẹp.",), None, None),
    ((), None, None),
]  # fmt: skip

SUBJECTS = [
    (("Số: 8/UBND-KT", "Về sửa chữa chợ", "TP. Huế, ngày 3 tháng 5 năm 2009"), ("Kính gửi: Sở Xây dựng",), "sửa chữa chợ"),
    (("Số: 8/UBND-KT",), ("Kính gửi: Sở Xây dựng", "", "", "", "", "", "Văn bản.", "V/v sửa chữa chợ,", "lối vào"), "sửa chữa chợ, lối vào"),
    (("Số: 8/UBND-KT", "V/v sửa chợ", "Hà Nội ngày 12 tháng 9 năm 2003"), (), "sửa chợ"),
    (("Số: 8/UBND-KT",), ("Về sửa chữa chợ, UBND tỉnh có ý kiến như sau:",), None),
    (("Số: 5/UBND-NN", "V/v chống hạn"), ("Kính gửi: UBND các xã",), "chống hạn"),
    (("V/v: chống hạn.",), (), "chống hạn"),
    (("Số: 8/UBND-KT", "“V/v chống hạn”"), (), "chống hạn"),
    (("Số: 8/UBND-KT", "V/v tổ chức cuộc thi “Chống hạn”"), (), "tổ chức cuộc thi “Chống hạn”"),  # its own quotation
    (("Về việc chống hạn",), (), "chống hạn"),
    # over several lines, until another part begins
    (("V/v tăng cường chống hạn,", "xâm nhập mặn", "Lai Châu, ngày 05 tháng 3 năm 2024"), (), "tăng cường chống hạn, xâm nhập mặn"),
    (("Số: 5/UBND-NN V/v chống hạn",), ("Kính gửi: UBND các xã",), "chống hạn"),  # on the line of the number
    # after the letterhead only in small letters
    (("V/v rà soát",), ("các hộ thiếu nước", "Kính gửi: Sở Y tế"), "rà soát các hộ thiếu nước"),
    (("Số: 5/UBND-NN",), ("Kính gửi: UBND các xã", "Thực hiện chỉ đạo"), None),
    ((), (), None),
]  # fmt: skip

CASES = [
    ("VỀ VIỆC PHÂN CÔNG NHIỆM VỤ", "Về việc phân công nhiệm vụ"),
    ("Về việc phân công nhiệm vụ", "Về việc phân công nhiệm vụ"),
    ("Triển khai Đề án của UBND tỉnh", "Triển khai Đề án của UBND tỉnh"),
    ("  Chống   hạn - ", "Chống hạn"),
    # names of bodies and places, abbreviations, numbers
    ("CÔNG TÁC CỦA QUỐC HỘI, CHÍNH PHỦ VÀ UBND TỈNH THỪA THIÊN HUẾ", "Công tác của Quốc hội, Chính phủ và UBND tỉnh Thừa Thiên Huế"),
    ("THỰC HIỆN NGHỊ QUYẾT SỐ 5-NQ/TW CỦA BỘ CHÍNH TRỊ", "Thực hiện Nghị quyết số 5-NQ/TW của Bộ Chính trị"),
    ("BẦU CỬ ĐẠI BIỂU QUỐC HỘI KHÓA XVI TẠI XÃ MƯỜNG CANG NĂM 2026", "Bầu cử đại biểu Quốc hội khóa XVI tại xã Mường Cang năm 2026"),
    ("SỰ LÃNH ĐẠO CỦA ĐẢNG ĐỐI VỚI ĐẢNG VIÊN", "Sự lãnh đạo của Đảng đối với đảng viên"),
    ("BAN HÀNH QUY ĐỊNH VỀ ĐẦU TƯ", "Ban hành Quy định về đầu tư"),  # the document that is issued
    # words that are no names
    ("HƯỚNG DẪN QUY ĐỊNH VỀ VI PHẠM HÀNH CHÍNH", "Hướng dẫn quy định về vi phạm hành chính"),
    ("PHÂN BỔ VỐN CHO 62 HUYỆN NGHÈO TRÊN ĐỊA BÀN TỈNH LAI CHÂU", "Phân bổ vốn cho 62 huyện nghèo trên địa bàn tỉnh Lai Châu"),
    ("TRÁCH NHIỆM CỦA UBND CẤP XÃ TRÊN ĐỊA BÀN TỈNH NĂM 2017", "Trách nhiệm của UBND cấp xã trên địa bàn tỉnh năm 2017"),
    ("PHÁT TRIỂN XÃ HỘI HÓA Y TẾ", "Phát triển xã hội hóa y tế"),
    ("", ""),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "kind", "title"), TITLES)
def test_type_and_title(lines: tuple[str, ...], kind: str | None, title: str | None) -> None:
    assert type_and_title(lines) == (kind, title)


@pytest.mark.parametrize(("letterhead", "body", "subject"), SUBJECTS)
def test_the_subject_of_a_letter(
    letterhead: tuple[str, ...], body: tuple[str, ...], subject: str | None
) -> None:
    assert letter_subject(letterhead, body) == subject


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sentence_case(text: str, expected: str) -> None:
    assert sentence_case(text) == expected
