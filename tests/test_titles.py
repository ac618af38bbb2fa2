"""Type and title: the line in capitals and what follows it, or the subject of a letter."""

from __future__ import annotations

import pytest

from extract.title_case import sentence_case
from extract.titles import letter_subject, type_and_title

TITLES = [
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
    # a type without a title
    (("BÁO CÁO", "I. TÌNH HÌNH"), "Báo cáo", None),
    # no type at all
    (("Kính gửi: Sở Y tế", "Căn cứ Luật Thú y"), None, None),
    (("Hôm nay trời đẹp.",), None, None),
    ((), None, None),
]  # fmt: skip

SUBJECTS = [
    (("Số: 5/UBND-NN", "V/v chống hạn"), ("Kính gửi: UBND các xã",), "chống hạn"),
    (("V/v: chống hạn.",), (), "chống hạn"),
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
    ("", ""),
]


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
