"""How schools, communes, trade unions, Party committees and ministries draft: whom they name, and how they number.

Each row is a text of our own in one of their habits, and what it says: section, leads, supports and days of each task.
"""

from __future__ import annotations

import pytest
from small_documents import said

from extract.letterhead_bodies import letterhead_bodies
from extract.signing import read_signature

HEAD = "ỦY BAN NHÂN DÂN\nTỈNH NINH THUẬN\n\nKẾ HOẠCH\nCông tác năm 2025\n\nII. TỔ CHỨC THỰC HIỆN\n\n"
Row = tuple[str | None, tuple[str, ...], tuple[str, ...], tuple[str, ...]]


def rows(text: str) -> list[Row]:
    return [(task.section, task.lead, task.support, task.due) for task in said(HEAD + text).tasks]


SENTENCES: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "Đồng ý chủ trương sửa nhà văn hóa; giao Sở Tài chính hoàn chỉnh hồ sơ.": [(("Sở Tài chính",), ())],
    "Giao đồng chí Lê Văn Hải - Phó Chủ tịch UBND tỉnh trực tiếp chỉ đạo.": [
        (("Phó Chủ tịch Ủy ban nhân dân tỉnh",), ())
    ],
    "Giao Phòng Khảo thí và Quản lý chất lượng làm đầu mối.": [
        (("Phòng Khảo thí và Quản lý chất lượng",), ())
    ],
    "Ban Tuyên giáo - Nữ công: Tổ chức lễ phát động.": [(("Ban Tuyên giáo - Nữ công",), ())],
    "Giao Sở Xây dựng chủ trì, cùng các sở, ngành liên quan lập quy hoạch.": [
        (("Sở Xây dựng",), ("các sở, ngành liên quan",))
    ],
    "Các Viện Vệ sinh dịch tễ, Viện Pasteur cử cán bộ hỗ trợ.": [
        (("Các Viện Vệ sinh dịch tễ", "Viện Pasteur"), ())
    ],
    "Giáo viên bộ môn, nhân viên thư viện giới thiệu sách.": [
        (("Giáo viên bộ môn", "nhân viên thư viện"), ())
    ],
    "UBND 14 phường xây dựng kế hoạch.": [(("Ủy ban nhân dân 14 phường",), ())],
    "UBND 21 xã, thị trấn: Lập danh sách.": [(("Ủy ban nhân dân 21 xã, thị trấn",), ())],
    "Sở Y tế kiểm tra 10 xã, thị trấn.": [(("Sở Y tế",), ())],
    "Tư lệnh các quân khu chỉ đạo diễn tập.": [(("Tư lệnh các quân khu",), ())],
    "Chủ đầu tư các dự án tập trung giải phóng mặt bằng.": [(("Chủ đầu tư các dự án",), ())],
    "Các chủ đầu tư dự án có trách nhiệm báo cáo tiến độ.": [(("Các chủ đầu tư dự án",), ())],
    "Tổng phụ trách Đội phối hợp với nhân viên thư viện tổ chức thi kể chuyện.": [
        (("Tổng phụ trách Đội",), ("nhân viên thư viện",))
    ],
    "Mỗi lớp xây dựng một tủ sách.": [(("Mỗi lớp",), ())],
    "Ban tự quản các thôn, buôn rà soát hộ nghèo.": [(("Ban tự quản các thôn, buôn",), ())],
    "LĐLĐ các huyện, thành phố tổ chức diễn đàn.": [(("Liên đoàn Lao động các huyện, thành phố",), ())],
    "Các chi, đảng bộ trực thuộc quán triệt Chỉ thị.": [(("Các chi, đảng bộ trực thuộc",), ())],
    "Xây dựng Đề án (Sở Nội vụ chủ trì; Sở Tài chính phối hợp; xong trong quý II).": [
        (("Sở Nội vụ",), ("Sở Tài chính",))
    ],
    "Ban Quản lý Khu kinh tế Vân Phong lập điều chỉnh quy hoạch.": [
        (("Ban Quản lý Khu kinh tế Vân Phong",), ())
    ],
    "Các Chi cục Thuế: lập danh sách hộ kinh doanh.": [(("Các Chi cục Thuế",), ())],
    "Phòng Tuyên truyền - Hỗ trợ người nộp thuế chủ trì tập huấn.": [
        (("Phòng Tuyên truyền - Hỗ trợ người nộp thuế",), ())
    ],
    "Các huyện, thành đoàn, đoàn trực thuộc: Xây dựng kế hoạch.": [
        (("Các huyện, thành đoàn, đoàn trực thuộc",), ())
    ],
    "Các huyện, thị, thành ủy, đảng ủy trực thuộc Tỉnh ủy xây dựng chương trình.": [
        (("Các huyện, thị, thành ủy, đảng ủy trực thuộc Tỉnh ủy",), ())
    ],
    "UBND các huyện, thị, thành phố tổ chức thực hiện.": [
        (("Ủy ban nhân dân các huyện, thị, thành phố",), ())
    ],
    "Các sở giáo dục và đào tạo tổng hợp.": [(("Các sở giáo dục và đào tạo",), ())],
    "Các sở xây dựng kế hoạch.": [(("Các sở",), ())],
    "Các đại học, trường cao đẳng: Lồng ghép nội dung.": [(("Các đại học, trường cao đẳng",), ())],
    "Đồng chí Phó Bí thư phụ trách tổng hợp, báo cáo Đảng ủy phường.": [(("Phó Bí thư",), ())],
    "Điều dưỡng trưởng các khoa hướng dẫn người bệnh.": [(("Điều dưỡng trưởng các khoa",), ())],
    "Mỗi đảng viên đăng ký một việc làm.": [(("Mỗi đảng viên",), ())],
    "Về việc này, Thủ tướng Chính phủ Nguyễn Văn Hải giao Bộ Y tế kiểm tra, báo cáo.": [(("Bộ Y tế",), ())],
    "Đồng chí Bộ trưởng Bộ Y tế chỉ đạo xử lý kiến nghị.": [(("Bộ trưởng Bộ Y tế",), ())],
    "Yêu cầu ông (bà) Hiệu trưởng các trường nghiêm túc thực hiện.": [(("Hiệu trưởng các trường",), ())],
    "Thực hiện nghiêm công tác cách ly theo chỉ đạo của Chính phủ, Ủy ban nhân dân tỉnh.": [((), ())],
    "Các cơ sở Đoàn khảo sát, lựa chọn công trình.": [(("Các cơ sở Đoàn",), ())],
    "Các tổ chức đoàn thể của tỉnh khảo sát.": [(("Các tổ chức đoàn thể của tỉnh",), ())],
    "Báo cáo kết quả thực hiện về Sở Y tế trước ngày 10/6/2025.": [((), ())],
}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_whom_a_sentence_names(sentence: str) -> None:
    assert [(lead, support) for _, lead, support, _ in rows("1. " + sentence)] == SENTENCES[sentence]


NOT_WORK = [
    "Báo cáo kết quả thẩm định;",
    "Báo cáo tài chính năm trước của doanh nghiệp;",
    "Báo cáo tài chính của ba năm gần nhất;",
]


@pytest.mark.parametrize("paper", NOT_WORK)
def test_a_report_that_is_only_a_paper_is_no_task(paper: str) -> None:
    assert rows("1. Hồ sơ gồm:\n\na) " + paper) == []


def test_markers_with_a_slash_and_a_full_stop() -> None:
    text = "1/. Phòng Y tế: tổng hợp.\n\n2/. UBND các xã:\n\na/ Lập kế hoạch.\n\nb/ Kiểm tra các chợ."
    assert [(section, lead) for section, lead, _, _ in rows(text)] == [
        ("II.1", ("Phòng Y tế",)),
        ("II.2.a", ("Ủy ban nhân dân các xã",)),
        ("II.2.b", ("Ủy ban nhân dân các xã",)),
    ]


def test_a_line_in_brackets_with_several_labels() -> None:
    text = "1. Quản lý đất đai.\n\n(Cơ quan chủ trì: Sở Xây dựng; cơ quan phối hợp: UBND các xã; thời gian: tháng 6/2025)"
    assert rows(text) == [("II.1", ("Sở Xây dựng",), ("Ủy ban nhân dân các xã",), ("2025-06-30",))]


def test_who_leads_and_who_helps_on_one_line_is_no_task() -> None:
    text = "1. Tuyên truyền\n\n1.1. Nội dung: Tuyên truyền kỹ năng số.\n\n1.2. Đơn vị thực hiện: Sở Nội vụ chủ trì; các thôn, buôn phối hợp."
    assert rows(text) == [("II.1.1", ("Sở Nội vụ",), ("các thôn, buôn",), ())]


def test_what_a_report_must_tell_is_no_task_and_what_follows_it_may_be_one() -> None:
    text = (
        "Đề nghị các sở, ngành báo cáo kết quả theo các nội dung sau:\n\n1. Công tác chỉ đạo.\n\n"
        "2. Những đề xuất, kiến nghị.\n\nGiao Sở Nội vụ tổng hợp trước ngày 20/12/2025."
    )
    assert [(lead, due) for _, lead, _, due in rows(text)] == [
        (("các sở, ngành",), ()),
        (("Sở Nội vụ",), ("2025-12-20",)),
    ]


BLOCK = (
    "1. Đắp đê Cà Ná\n\n1.1. Nội dung\n\na) Đắp 2 km đê.\n\n1.2. Cơ quan chủ trì, phối hợp\n\na) Cơ quan chủ trì\n\n"
    "- Sở Xây dựng.\n\nb) Cơ quan phối hợp\n\n- {helper}.\n\n- UBND các xã."
)


def test_a_block_of_bodies_may_have_a_name_that_is_not_understood() -> None:
    (task,) = said(HEAD + BLOCK.format(helper="Mặt tr ận Tổ quốc")).tasks
    assert task.lead == ("Sở Xây dựng",)
    assert "Ủy ban nhân dân các xã" in task.support


def test_a_block_in_which_somebody_does_something_is_none() -> None:
    tasks = said(HEAD + BLOCK.format(helper="Vận động nhân dân hiến đất")).tasks
    assert "Vận động nhân dân hiến đất." in [task.quote for task in tasks]


def test_a_year_at_the_head_of_an_item_is_when_it_is_done() -> None:
    assert [due for *_, due in rows("1. Năm 2026: Rà soát văn bản về hồ đập.")] == [("2026-12-31",)]


def test_what_is_enclosed_is_no_task() -> None:
    text = "1. Sở Y tế kiểm tra.\n\n* Đính kèm:\n\n- Danh sách các trường;\n\n- Nội dung pano."
    assert [lead for _, lead, _, _ in rows(text)] == [("Sở Y tế",)]


def test_an_event_and_its_day() -> None:
    text = "1. Các hoạt động\n\na) Hội thi lái xe an toàn: Ngày 05/10/2025.\n\nb) 07/10/2025: Họp tổng kết.\n\nc) Ngày 08/10/2025: Phát động phong trào."
    assert [(section, due) for section, _, _, due in rows(text)] == [
        ("II.1.a", ("2025-10-05",)),
        ("II.1.b", ("2025-10-07",)),
        ("II.1.c", ("2025-10-08",)),
    ]


DAYS = {
    "trước ngày 15/6 và 15/11": ("2025-06-15", "2025-11-15"),
    "vào ngày 15/6 và 15/12": ("2025-06-15", "2025-12-15"),
    "trước ngày 18 của tháng 5/2025": ("2025-05-18",),
    "vào ngày 15/6 và 15/7": ("2025-06-15", "2025-07-15"),
    "vào ngày 30/6 và 01/7": ("2025-07-01",),
    "trước 15/6/2026 và 15/12": ("2026-06-15", "2026-12-15"),
    "trong quí 3 năm 2025": ("2025-09-30",),
    "trong hai ngày 15 và 16/6": ("2025-06-16",),
    "trước ngày 10/6, có 15/20 xã nộp": ("2025-06-10",),
    "trước ngày 10/6 và 12/10 hộ": ("2025-06-10",),
}


@pytest.mark.parametrize("time", DAYS)
def test_days_that_share_a_bound(time: str) -> None:
    assert [due for *_, due in rows(f"1. Sở Y tế báo cáo {time}.")] == [DAYS[time]]


def test_two_years_joined_by_a_dash_end_with_the_second() -> None:
    text = "1. Sửa đập Sông Than.\n\n- Thời gian thực hiện: Năm 2025 - 2026."
    assert [due for *_, due in rows(text)] == [("2026-12-31",)]


LETTERHEADS = {
    ("ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG",): ("Ủy ban nhân dân thành phố Hải Phòng", None),
    ("UBND THÀNH PHỐ HẢI PHÒNG SỞ Y TẾ",): (
        "Sở Y tế thành phố Hải Phòng",
        "Ủy ban nhân dân thành phố Hải Phòng",
    ),
    ("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM LĐLĐ TỈNH LẠNG SƠN",): (
        "Liên đoàn Lao động tỉnh Lạng Sơn",
        "Tổng Liên đoàn Lao động Việt Nam",
    ),
    ("BẢO HIỂM XÃ HỘI VIỆT NAM BẢO HIỂM XÃ HỘI TỈNH BÌNH DƯƠNG",): (
        "Bảo hiểm xã hội tỉnh Bình Dương",
        "Bảo hiểm xã hội Việt Nam",
    ),
    ("UBND THỊ XÃ SA PA BCĐ PHÒNG CHỐNG DỊCH",): (
        "Ban Chỉ đạo phòng chống dịch thị xã Sa Pa",
        "Ủy ban nhân dân thị xã Sa Pa",
    ),
    ("ĐẢNG ỦY PHƯỜNG BẾN NGHÉ CHI BỘ KHU PHỐ 3",): (
        "Chi bộ khu phố 3 phường Bến Nghé",
        "Đảng ủy phường Bến Nghé",
    ),
    ("SỞ Y TẾ TỈNH YÊN BÁI", "BỆNH VIỆN ĐA KHOA KHU VỰC NGHĨA LỘ"): (
        "Bệnh viện Đa khoa khu vực Nghĩa Lộ tỉnh Yên Bái",
        "Sở Y tế tỉnh Yên Bái",
    ),
    ("BAN CHẤP HÀNH ĐOÀN TỈNH ĐẮK NÔNG", "ĐOÀN TNCS HỒ CHÍ MINH"): (
        "Ban Chấp hành đoàn tỉnh Đắk Nông",
        None,
    ),
    ("HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM TỈNH SƠN LA",): (
        "Hội Liên hiệp Phụ nữ Việt Nam tỉnh Sơn La",
        None,
    ),
}


@pytest.mark.parametrize("lines", LETTERHEADS)
def test_two_bodies_on_one_line_of_a_letterhead(lines: tuple[str, ...]) -> None:
    assert tuple(letterhead_bodies(lines)) == LETTERHEADS[lines]


def test_a_dispatch_that_names_its_sender_under_the_title() -> None:
    text = "BỘ Y TẾ\n\nSố: 15/CĐ-BYT\n\nCÔNG ĐIỆN\nVề việc phòng, chống bạch hầu\nBộ trưởng Bộ Y tế điện:\n- Ủy ban nhân dân các tỉnh."
    assert said(text).header.title == "Về việc phòng, chống bạch hầu"


GLUED = {
    ("TL. CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH", "CHÁNH VĂN PHÒNGLê Hữu Phúc"): (
        "TL. CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH",
        "CHÁNH VĂN PHÒNG",
        "Lê Hữu Phúc",
    ),
    ("KT. BỘ TRƯỞNG, CHỦ NHIỆM PHÓ CHỦ NHIỆMVăn Trọng Nghĩa",): (
        "KT. BỘ TRƯỞNG, CHỦ NHIỆM",
        "PHÓ CHỦ NHIỆM",
        "Văn Trọng Nghĩa",
    ),
    ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lò Thị Hoa"): ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lò Thị Hoa"),
}


@pytest.mark.parametrize("lines", GLUED)
def test_a_position_and_a_name_without_a_break(lines: tuple[str, ...]) -> None:
    assert tuple(read_signature(lines)) == GLUED[lines]
