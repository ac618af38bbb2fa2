"""Short letters, notices and telegrams of schools, unions and districts: who is asked, by when, and what they only tell.

Each text is our own, in a habit of drafting; beside it stands what could be mistaken for it.
"""

from __future__ import annotations

import pytest
from small_documents import said

from extract.bodies import body_list
from extract.school_kinds import school_kinds

BODIES = {
    "các trường MN, TH, THCS tổ chức khai giảng": ["các trường MN, TH, THCS"],
    "các trường mầm non, tiểu học và THCS rà soát": ["các trường mầm non, tiểu học và THCS"],
    "Hiệu trưởng các trường THPT, PTDTNT nhanh chóng báo cáo": ["Hiệu trưởng các trường THPT, PTDTNT"],
    "Mỗi trường TH-THCS, THPT lập một đội tuyển": ["Mỗi trường TH-THCS, THPT"],
    "các cơ sở giáo dục mầm non, phổ thông rà soát": ["các cơ sở giáo dục mầm non, phổ thông"],
    # another body after `và`, or a name of its own, is no kind of school
    "các trường tiểu học và phòng chuyên môn rà soát": ["các trường tiểu học"],
    "các trường học, bệnh viện rà soát": ["các trường học, bệnh viện"],
    "Trường THPT Lê Lợi, Trường Tiểu học Trưng Vương rà soát": [
        "Trường THPT Lê Lợi",
        "Trường Tiểu học Trưng Vương",
    ],
    "BCH Đoàn các xã, thị trấn ra quân": ["BCH Đoàn các xã, thị trấn"],
    "BCH các chi đoàn tổ chức sinh hoạt": ["BCH các chi đoàn"],
    "BTV Huyện Đoàn tổng hợp": ["BTV Huyện Đoàn"],
    "BTV Đoàn trường phân công": ["BTV Đoàn trường"],
    "BCH Quân sự xã khám tuyển": ["BCH Quân sự xã"],
    "cấp ủy các chi bộ, đảng bộ cơ sở, Mặt trận và các đoàn thể huyện quán triệt": [
        "cấp ủy các chi bộ, đảng bộ cơ sở",
        "Mặt trận",
        "các đoàn thể huyện",
    ],
    "Công an các đơn vị, địa phương tuần tra": ["Công an các đơn vị, địa phương"],
    "UBND các xã này họp": ["UBND các xã này"],
    "các ông xóm trưởng thực hiện": ["các ông xóm trưởng"],
    "các đồng chí Trưởng thôn, Đài truyền thanh xã đưa tin": [
        "các đồng chí Trưởng thôn",
        "Đài truyền thanh xã",
    ],
    "Trưởng thôn Phú Lâm thực hiện": ["Trưởng thôn Phú Lâm"],
    "Trưởng các thôn thực hiện": ["Trưởng các thôn"],
    "Đài Phát thanh và Truyền hình tỉnh đưa tin": ["Đài Phát thanh và Truyền hình tỉnh"],
    "các đơn vị chức năng và chủ rừng tuần tra": ["các đơn vị chức năng", "chủ rừng"],
    "các cơ quan, trường học và Nhân dân trên địa bàn Thành phố treo cờ": [
        "các cơ quan, trường học",
        "Nhân dân trên địa bàn Thành phố",
    ],
    "công chức Văn hóa - Xã hội phối hợp": ["công chức Văn hóa - Xã hội"],
    "UBND các quận - huyện rà soát": ["UBND các quận - huyện"],
    "UBND huyện Cam Lộ - tỉnh Quảng Trị rà soát": ["UBND huyện Cam Lộ"],
    "các ban ngành, tổ chức công đoàn cơ sở động viên": ["các ban ngành", "tổ chức công đoàn cơ sở"],
    "các lớp, tổ chức đoàn kết giúp bạn": ["các lớp"],
    "BCH Công đoàn trường đề nghị": ["BCH Công đoàn trường"],
    "Công đoàn Trường Đại học Vinh tổ chức": ["Công đoàn Trường Đại học Vinh"],
    "Đoàn Trường THPT Lê Lợi họp": ["Đoàn Trường THPT Lê Lợi"],
    "Công đoàn trường học tổ chức": ["Công đoàn"],
    "các Khối thi đua gửi danh sách": ["các Khối thi đua"],
    "Ủy ban nhân dân cấp xã và Công an cùng cấp rà soát": ["Ủy ban nhân dân cấp xã", "Công an cùng cấp"],
    "chính quyền đồng cấp thông báo": ["chính quyền đồng cấp"],
    "Sở Tài chính cùng cấp kinh phí": ["Sở Tài chính"],
    # what a team is for, and what a team does
    "các lực lượng cứu nạn, cứu hộ duy trì quân số": ["các lực lượng cứu nạn, cứu hộ"],
    "các lực lượng tuần tra địa bàn": ["các lực lượng"],
    "các tổ kiểm tra liên ngành kiểm tra các cơ sở": ["các tổ kiểm tra liên ngành"],
    "các tổ kiểm tra, báo cáo hằng ngày": ["các tổ"],
    "các tổ giám sát việc tiêm phòng": ["các tổ"],
    "các Tổ kiểm soát dịch bệnh tại các Thôn, Tổ dân phố chốt số liệu": [
        "các Tổ kiểm soát dịch bệnh tại các Thôn, Tổ dân phố"
    ],
    "Ủy ban bầu cử ở tỉnh, ở huyện, ở xã công bố danh sách": ["Ủy ban bầu cử ở tỉnh, ở huyện, ở xã"],
    "các ông Trưởng ban công tác Mặt trận, Bí thư chi bộ thôn vận động": [
        "các ông Trưởng ban công tác Mặt trận",
        "Bí thư chi bộ thôn",
    ],
    "Trưởng thôn, trưởng ban công tác mặt trận các thôn vận động": [
        "Trưởng thôn",
        "trưởng ban công tác mặt trận các thôn",
    ],
}


@pytest.mark.parametrize("text", BODIES)
def test_bodies_of_schools_unions_and_the_party(text: str) -> None:
    assert [text[a:b] for a, b in body_list(text, 0)[0]] == BODIES[text]


def test_kinds_of_schools_stand_behind_a_school_alone() -> None:
    assert school_kinds("các phòng mầm non, tiểu học", len("các phòng")) is None


Row = tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]


def rows(text: str) -> list[Row]:
    """The first words of each task, and its leads, supports and days."""
    return [
        (" ".join(task.quote.split()[:3]), task.lead, task.support, task.due) for task in said(text).tasks
    ]


SCHOOLS = ("các trường tiểu học",)
LETTERS: dict[str, tuple[str, list[Row]]] = {
    "a contest whose items only tell of it: the request is the task": (
        (
            "Kính gửi: Các trường tiểu học.\n\nPhòng Giáo dục và Đào tạo đề nghị các trường tiểu học tổ chức thi kể chuyện như sau:\n\n"
            "1. Thời gian dự thi: Từ ngày 03/3/2025 đến ngày 28/3/2025.\n\n2. Đối tượng dự thi: Học sinh lớp 4.\n\n"
            "3. Thể lệ cuộc thi: (phụ lục kèm theo).\n\n4. Địa chỉ nộp bài dự thi: Thư viện huyện.\n\nThông tin chi tiết, liên hệ: bà Hoa."
        ),
        [("Phòng Giáo dục", SCHOOLS, (), ("2025-03-28",))],
    ),
    "one item is work: the request over it is none": (
        (
            "Phòng Giáo dục và Đào tạo đề nghị các trường tiểu học tổ chức thi kể chuyện như sau:\n\n"
            "1. Phổ biến thể lệ đến phụ huynh.\n\n2. Thời gian dự thi: Từ ngày 03/3/2025 đến ngày 28/3/2025.\n\n"
            "3. Cách thức nộp bài: qua thư điện tử."
        ),
        [("Phổ biến thể", SCHOOLS, (), ("2025-03-28",))],
    ),
    "a time told in a sentence governs the items beside it": (
        (
            "Phòng Giáo dục và Đào tạo yêu cầu các trường tiểu học thực hiện các nội dung sau:\n\n1. Phát động quyên góp sách.\n\n"
            "2. Thời gian phát động trong học sinh năm 2025 từ tháng 3/2025 đến hết tháng 4/2025."
        ),
        [("Phát động quyên", SCHOOLS, (), ("2025-04-30",))],
    ),
    "time that has passed is no time line": (
        "Sở Y tế yêu cầu các bệnh viện thực hiện:\n\n1. Thời gian qua việc phân loại rác từ tháng 3/2025 còn chậm, rà soát quy trình.",
        [("Thời gian qua", ("các bệnh viện",), (), ())],
    ),
    "a time line under a paragraph is its own": (
        (
            "Trường Tiểu học Hòa Bình\n\nSở Giáo dục và Đào tạo đề nghị các trường tiểu học phổ biến cuộc thi đến học sinh.\n\n"
            "Thời gian: đến hết ngày 30/4/2025.\n\nNhận được công văn này, đề nghị các trường tiểu học khẩn trương thực hiện."
        ),
        [("Sở Giáo dục", SCHOOLS, (), ("2025-04-30",)), ("Nhận được công", SCHOOLS, (), ())],
    ),
    "those who are asked may be parted by semicolons": (
        "Nhận được công văn này, đề nghị Trưởng phòng Giáo dục và Đào tạo các huyện; Hiệu trưởng các trường THPT, PTDTNT khẩn trương thực hiện.",
        [
            (
                "Nhận được công",
                (
                    "Trưởng phòng Giáo dục và Đào tạo các huyện",
                    "Hiệu trưởng các trường trung học phổ thông, phổ thông dân tộc nội trú",
                ),
                (),
                (),
            )
        ],
    ),
    "a group that asks does so itself": (
        "1. UBND các huyện yêu cầu UBND cấp xã rà soát hồ đập.\n\n2. UBND huyện yêu cầu UBND các xã trực ban.",
        [
            ("UBND các huyện", ("Ủy ban nhân dân các huyện",), (), ()),
            ("UBND huyện yêu", ("Ủy ban nhân dân các xã",), (), ()),
        ],
    ),
    "helpers without `các`": (
        "Giao Phòng Tài chính chủ trì phối hợp với ngành chức năng liên quan tham mưu phương án; phối hợp với cơ quan báo chí đưa tin.",
        [("Giao Phòng Tài", ("Phòng Tài chính",), ("ngành chức năng liên quan", "cơ quan báo chí"), ())],
    ),
    "an issuer that announces and asks, or asks too": (
        "UBND phường thông báo và đề nghị các tổ dân phố treo cờ đến hết ngày 03/9/2025. UBND phường cũng đề nghị Trạm y tế phường trực.",
        [
            ("UBND phường thông", ("các tổ dân phố",), (), ("2025-09-03",)),
            ("UBND phường cũng", ("Trạm y tế phường",), (), ()),
        ],
    ),
    "sentences of prose that assign more to the same body, also in a case": (
        (
            "Giao Phòng Tài chính rà soát dự toán chợ. Đồng thời, báo cáo UBND tỉnh phương án. Trình UBND tỉnh trước ngày 10/8/2024.\n\n"
            "Yêu cầu Công an huyện kiểm tra bến bãi. Trường hợp có sai phạm phải xử lý nghiêm. Nếu có vướng mắc, khó khăn trong quá trình thực hiện, chủ động báo cáo huyện."
        ),
        [
            ("Giao Phòng Tài", ("Phòng Tài chính",), (), ()),
            ("Đồng thời, báo", ("Phòng Tài chính",), (), ()),
            ("Trình UBND tỉnh", ("Phòng Tài chính",), (), ("2024-08-10",)),
            ("Yêu cầu Công", ("Công an huyện",), (), ()),
            ("Trường hợp có", ("Công an huyện",), (), ()),
            ("Nếu có vướng", ("Công an huyện",), (), ()),
        ],
    ),
    "more of the same work, and the sentences of an item, are one task": (
        (
            "Giao Phòng Tài chính rà soát dự toán chợ. Có biện pháp tiết kiệm chi. Việc này đã được UBND tỉnh đồng ý.\n\n"
            "1. Yêu cầu Công an huyện kiểm tra bến bãi. Trường hợp có sai phạm phải xử lý nghiêm."
        ),
        [("Giao Phòng Tài", ("Phòng Tài chính",), (), ()), ("Yêu cầu Công", ("Công an huyện",), (), ())],
    ),
    "whose papers are to come": (
        (
            "Ý kiến của các phòng gửi về Phòng Tài chính trước ngày 20/5/2024.\n\nVăn bản góp ý của Quý cơ quan gửi về Phòng Tài chính trước ngày 21/5/2024.\n\n"
            "Báo cáo của Phòng Tài chính về giá chợ rất đầy đủ."
        ),
        [
            ("Ý kiến của", ("các phòng",), (), ("2024-05-20",)),
            ("Văn bản góp", ("Quý cơ quan",), (), ("2024-05-21",)),
        ],
    ),
    "difficulties that somebody is to report": (
        "Trong quá trình thực hiện nếu có vướng mắc đề nghị các trường tiểu học phản ánh về Phòng Giáo dục và Đào tạo.",
        [("Trong quá trình", SCHOOLS, (), ())],
    ),
    "a conclusion that follows at once": (
        "Sau khi xem xét, Chủ tịch UBND huyện có ý kiến như sau: Giao Phòng Tài chính rà soát dự toán.",
        [("Sau khi xem", ("Phòng Tài chính",), (), ())],
    ),
    "what opens the conclusions alone": (
        "Sau khi nghe Phòng Tài chính báo cáo, Chủ tịch UBND huyện kết luận như sau:\n\n1. Giao Phòng Tài chính rà soát dự toán.",
        [("Giao Phòng Tài", ("Phòng Tài chính",), (), ())],
    ),
    "a paragraph that goes on under an item leaves it the time beside it": (
        (
            "UBND phường thông báo:\n\n1. Các cơ quan, trường học treo cờ Tổ quốc.\n\n2. Thời gian: đến hết ngày 03/5/2025.\n\n"
            "3. Giao Trạm y tế phường trực cấp cứu.\nUBND phường thông báo để các cơ quan biết, thực hiện."
        ),
        [
            ("Các cơ quan,", ("Các cơ quan, trường học",), (), ("2025-05-03",)),
            ("Giao Trạm y", ("Trạm y tế phường",), (), ("2025-05-03",)),
        ],
    ),
    "those to whom a telegram goes": (
        (
            "CÔNG ĐIỆN\nVề việc ứng phó bão\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN, điện:\n\n- Chủ tịch Ủy ban nhân dân các xã;\n\n"
            "- Thủ trưởng các cơ quan đóng trên địa bàn huyện.\n\nChủ tịch UBND huyện yêu cầu Chủ tịch UBND các xã thực hiện:\n\n1. Kiểm tra đê."
        ),
        [("Kiểm tra đê.", ("Chủ tịch Ủy ban nhân dân các xã",), (), ())],
    ),
    "the terms of a school year": (
        (
            "Điều 1. Kế hoạch thời gian năm học như sau:\n\n1. Thực hiện chương trình 35 tuần, cụ thể:\n\n"
            "- Học kỳ I: Bắt đầu từ ngày 05/9/2025; kết thúc trước ngày 17/01/2026.\n\n- Học kỳ II: kết thúc trước ngày 30/5/2026."
        ),
        [("Thực hiện chương", (), (), ("2026-01-17", "2026-05-30"))],
    ),
    "what is asked of another before the lead-in": (
        (
            "UBND huyện giao Phòng Nội vụ tổ chức lấy ý kiến góp ý. UBND huyện yêu cầu các trường tiểu học thực hiện các nội dung sau:\n\n"
            "1. Gửi văn bản góp ý."
        ),
        [("UBND huyện giao", ("Phòng Nội vụ",), (), ()), ("Gửi văn bản", SCHOOLS, (), ())],
    ),
    "who gets a paper does not send it": (
        (
            "UBND huyện dự thảo Quy chế chợ gửi các trường tiểu học góp ý.\n\n"
            "Ý kiến góp ý gửi về UBND huyện trước ngày 05/5/2021 để tổng hợp."
        ),
        [("UBND huyện dự", ("Ủy ban nhân dân huyện",), (), ()), ("Ý kiến góp", (), (), ("2021-05-05",))],
    ),
    "a formula that says who is informed": (
        "UBND huyện thông báo đến các trường tiểu học; các hộ tiểu thương; người dân biết để phối hợp thực hiện./.",
        [],
    ),
    "what the body itself does, before it asks": (
        (
            "UBND huyện tổ chức Tháng hành động vì trẻ em.\n\nUBND huyện đề nghị các trường tiểu học thực hiện các nội dung sau:\n\n"
            "1. Treo băng rôn."
        ),
        [("Treo băng rôn.", SCHOOLS, (), ())],
    ),
    "a lead-in that asks twice": (
        (
            "UBND huyện yêu cầu các trường tiểu học thực hiện nghiêm Công văn số 12/UBND-VX ngày 05/5/2021; đồng thời, "
            "thực hiện thêm một số biện pháp:\n\n1. Dừng các hoạt động tập trung đông người."
        ),
        [("Dừng các hoạt", SCHOOLS, (), ())],
    ),
    "a paragraph that goes on with what is asked": (
        (
            "Hội Nông dân huyện đề nghị các trường tiểu học trồng cây đợt một;\n\nTrồng cây đợt hai xong trước ngày "
            "10/3/2024.\n\nĐồng thời, tuyên truyền trên hệ thống loa.\n\nKết quả trồng cây là tiêu chí thi đua."
        ),
        [
            ("Hội Nông dân", SCHOOLS, (), ()),
            ("Trồng cây đợt", SCHOOLS, (), ("2024-03-10",)),
            ("Đồng thời, tuyên", SCHOOLS, (), ()),
        ],
    ),
    "a report as a paragraph of its own, and the days that it covers": (
        (
            "UBND huyện yêu cầu các trường tiểu học báo cáo kết quả phòng dịch từ ngày 30/3/2025 đến ngày 24/4/2025.\n\n"
            "Báo cáo gửi về UBND huyện chậm nhất ngày 27/4/2025."
        ),
        [("UBND huyện yêu", SCHOOLS, (), ()), ("Báo cáo gửi", SCHOOLS, (), ("2025-04-27",))],
    ),
    "a paragraph that names another body": (
        "UBND huyện yêu cầu các trường tiểu học trồng cây;\n\nĐồng thời, Sở Y tế kiểm tra nguồn nước.",
        [("UBND huyện yêu", SCHOOLS, (), ()), ("Đồng thời, Sở", ("Sở Y tế",), (), ())],
    ),
    "pupils who are let go home": (
        "Phòng Giáo dục và Đào tạo yêu cầu:\n\n1. Cho học sinh toàn huyện nghỉ học.\n\n2. Cho tới nay chưa có thiệt hại.",
        [("Cho học sinh", (), (), ())],
    ),
    "who announces does not do it": (
        "UBND xã Bình Minh thông báo lịch tiêm phòng như sau:\n\n- Ngày 6/11/2023 tổ chức tiêm tại thôn Đông;",
        [("Ngày 6/11/2023 tổ", (), (), ("2023-11-06",))],
    ),
    "whom it is announced to does it": (
        "UBND xã thông báo đến các trường tiểu học thực hiện một số nội dung sau:\n\n1. Khơi thông cống rãnh.",
        [("Khơi thông cống", SCHOOLS, (), ())],
    ),
    "letters with a comma, and times of something else": (
        (
            "I. NHIỆM VỤ\n\na, Lập danh sách đội bóng, gửi về Công đoàn trường trước ngày 10/4/2025.\n\n"
            "b, Thời gian thi đấu dự kiến: 15/4 đến 20/4/2025\n\nc, Chuẩn bị sân bãi và dụng cụ thi đấu."
        ),
        [
            ("Lập danh sách", (), (), ("2025-04-10",)),
            ("Chuẩn bị sân", (), (), ("2025-04-20",)),
        ],
    ),
    "the time of all": (
        "I. NHIỆM VỤ\n\n- Lập danh sách trước ngày 10/4/2025.\n\n- Thời gian: đến hết ngày 20/4/2025.",
        [("Lập danh sách", (), (), ("2025-04-10", "2025-04-20"))],
    ),
    "what is announced for somebody to know": (
        (
            "I. NHIỆM VỤ\n\n1. Công đoàn trường chuẩn bị sân bãi.\n\nCông đoàn thông báo để các tổ công đoàn được biết và "
            "chuẩn bị tham gia."
        ),
        [("Công đoàn trường", ("Công đoàn trường",), (), ())],
    ),
    "staff by what they answer for": (
        (
            "II. NHIỆM VỤ\n\n1. Công chức phụ trách lĩnh vực nội vụ có trách nhiệm tổng hợp.\n\n2. Giao chuyên viên theo dõi "
            "công tác kiểm tra, giám sát tham mưu báo cáo.\n\n3. Cán bộ phụ trách phải chịu trách nhiệm trước nhân dân."
        ),
        [
            ("Công chức phụ", ("Công chức phụ trách lĩnh vực nội vụ",), (), ()),
            ("Giao chuyên viên", ("chuyên viên theo dõi công tác kiểm tra, giám sát",), (), ()),
        ],
    ),
    "a heading in capitals with a full stop": (
        "II. NỘI DUNG THI ĐUA.\n\n1. Tổ chức giải bóng đá nam (có thể lệ kèm theo)",
        [("Tổ chức giải", (), (), ())],
    ),
    "a lead-in over the papers to send stays as it was": (
        "II. NHIỆM VỤ\n\n1. Thông tin báo cáo:\n\nBáo cáo kết quả về Huyện đoàn trước ngày 20/5/2025.",
        [("Báo cáo kết", (), (), ("2025-05-20",))],
    ),
}


@pytest.mark.parametrize("habit", LETTERS)
def test_a_letter(habit: str) -> None:
    text, expected = LETTERS[habit]
    assert rows("Số: 12/CV-ĐT\n\n" + text) == expected


def test_a_date_that_names_a_day_is_no_deadline() -> None:
    text = "II. NHIỆM VỤ\n\n1. Hưởng ứng Ngày Môi trường thế giới 05/6/2025 tại các xã.\n\n2. Tổ chức Ngày hội đọc sách ngày 21/4/2025."
    assert [deadline.due for deadline in said(text).deadlines] == ["2025-04-21"]


def test_the_years_of_a_birthday_are_no_deadline() -> None:
    text = "II. NHIỆM VỤ\n\n1. Tuyên truyền 130 năm ngày sinh cụ Nguyễn Văn A (19/9/1889 - 19/9/2019)."
    assert not said(text).deadlines


UNDATED = {
    "đợt một ngày 6/11, đợt hai từ ngày 8/11 đến ngày 11/11/2023": ["2023-11-06", "2023-11-11"],
    # two years: which one is meant is not guessed
    "đợt một trước ngày 6/11, đợt hai trước ngày 11/11/2023, đợt ba trước ngày 1/2/2024": [
        None,
        "2023-11-11",
        "2024-02-01",
    ],
}


@pytest.mark.parametrize("text", UNDATED)
def test_the_one_year_that_a_text_without_a_day_names(text: str) -> None:
    found = said(f"II. NHIỆM VỤ\n\n1. Tiêm phòng {text}.").deadlines
    assert [deadline.due for deadline in found] == UNDATED[text]


def test_a_time_told_in_a_paragraph_of_its_own() -> None:
    text = "Thời gian tổ chức giải vào ngày 10/02/2025. Địa điểm tại nhà văn hóa.\n\nThời gian qua, ngày 05/01/2025 đã khai mạc giải."
    assert [deadline.due for deadline in said(text).deadlines] == ["2025-02-10"]
