"""Habits of ministries and of the Government: directives, conclusions of meetings, programmes with their tables.

Each habit has an example, and where it could be mistaken a counter-example.
"""

from __future__ import annotations

import pytest
from small_documents import said

from extract.times import cell_times, times

HEAD = "BỘ XÂY DỰNG\nSố: 12/CT-BXD\nHà Nội, ngày 05 tháng 3 năm 2025\n\nCHỈ THỊ\nVề an toàn hồ đập\n\n"
Row = tuple[str | None, tuple[str, ...], tuple[str, ...], tuple[str, ...]]


def rows(text: str) -> list[Row]:
    return [(task.section, task.lead, task.support, task.due) for task in said(HEAD + text).tasks]


def dues(text: str) -> list[tuple[str, str | None]]:
    return [(one.quote, one.due or one.recurrence) for one in said(HEAD + text).deadlines]


BODIES: dict[str, tuple[str, list[Row]]] = {
    "i) comes after h) and is a letter": (
        "II. NHIỆM VỤ\n\ng) Sở Xây dựng rà soát hồ đập.\n\nh) Sở Tư pháp góp ý dự thảo.\n\ni) Sở Nội vụ cử cán bộ.\n\nk) Sở Y tế dự trữ thuốc.",
        [
            ("II.g", ("Sở Xây dựng",), (), ()),
            ("II.h", ("Sở Tư pháp",), (), ()),
            ("II.i", ("Sở Nội vụ",), (), ()),
            ("II.k", ("Sở Y tế",), (), ()),
        ],
    ),
    "but under h) with a colon i) counts anew": (
        "II. NHIỆM VỤ\n\nh) Sở Tư pháp:\n\ni) Góp ý dự thảo;\n\nii) Công bố thủ tục.",
        [("II.h.i", ("Sở Tư pháp",), (), ()), ("II.h.ii", ("Sở Tư pháp",), (), ())],
    ),
    "heads of one kind of enterprise": (
        "II. NHIỆM VỤ\n\n1. Chủ tịch Hội đồng thành viên, Tổng giám đốc các tập đoàn, tổng công ty chủ động tiết kiệm chi phí.",
        [("II.1", ("Chủ tịch Hội đồng thành viên", "Tổng giám đốc các tập đoàn, tổng công ty"), (), ())],
    ),
    "inspectors of many ministries": (
        "II. NHIỆM VỤ\n\n1. Thanh tra Chính phủ, Thanh tra các Bộ, ngành công khai kế hoạch thanh tra.",
        [("II.1", ("Thanh tra Chính phủ", "Thanh tra các Bộ, ngành"), (), ())],
    ),
    "a helper's solutions are no part of its name": (
        "II. NHIỆM VỤ\n\n1. Bộ Y tế phối hợp với các Bộ, ngành liên quan có các giải pháp hạ giá thuốc.",
        [("II.1", ("Bộ Y tế",), ("các Bộ, ngành liên quan",), ())],
    ),
    "but what narrows communes is": (
        "II. NHIỆM VỤ\n\n1. UBND các xã có các hồ chứa có trách nhiệm canh gác.",
        [("II.1", ("Ủy ban nhân dân các xã có các hồ chứa",), (), ())],
    ),
    "how closely one works together, in several words": (
        "II. NHIỆM VỤ\n\n1. Bộ Y tế phối hợp chặt chẽ, quyết liệt với Bộ Công an kiểm tra các kho.",
        [("II.1", ("Bộ Y tế",), ("Bộ Công an",), ())],
    ),
    "units of a ministry, its office among them": (
        "II. NHIỆM VỤ\n\n1. Vụ Pháp chế chủ trì, phối hợp Vụ Vận tải, Văn phòng và Cục Đường bộ rà soát thông tư.\n\n2. Vụ Vận tải phối hợp cùng Văn phòng xây dựng lịch họp.",
        [
            ("II.1", ("Vụ Pháp chế",), ("Vụ Vận tải", "Văn phòng", "Cục Đường bộ"), ()),
            ("II.2", ("Vụ Vận tải",), ("Văn phòng",), ()),
        ],
    ),
    "an office that has a field is no bare office": (
        "II. NHIỆM VỤ\n\n1. Văn phòng Đăng ký đất đai trích lục bản đồ; mua văn phòng phẩm.",
        [("II.1", ("Văn phòng Đăng ký đất đai",), (), ())],
    ),
    "one leads, others help, then the work": (
        "II. NHIỆM VỤ\n\n1. Vụ Vận tải chủ trì, Vụ Pháp chế và Văn phòng phối hợp, rà soát giá vé.",
        [("II.1", ("Vụ Vận tải",), ("Vụ Pháp chế", "Văn phòng"), ())],
    ),
    "units that belong to the body of a department": (
        "III. TỔ CHỨC THỰC HIỆN\n\nCác Vụ, đơn vị thuộc cơ quan Tổng cục Thuế gửi báo cáo về Văn phòng.",
        [("III", ("Các Vụ, đơn vị thuộc cơ quan Tổng cục Thuế",), (), ())],
    ),
    "those who are asked, one of whom no list has": (
        "II. NHIỆM VỤ\n\n1. Đề nghị Mặt trận Tổ quốc Việt Nam, Hội khuyến nông vườn đồi, các hội nghề nghiệp có biện pháp động viên hội viên.",
        [
            (
                "II.1",
                ("Mặt trận Tổ quốc Việt Nam", "Hội khuyến nông vườn đồi", "các hội nghề nghiệp"),
                (),
                (),
            )
        ],
    ),
    "a lead-in asks all, an item hands on to one": (
        "1. Để đẩy nhanh tiến độ, các bộ, ngành cần thực hiện các nhiệm vụ sau:\n\na) Rà soát quy hoạch.\n\nb) Giao Bộ Tư pháp góp ý dự thảo.",
        [("1.a", ("các bộ, ngành",), (), ()), ("1.b", ("Bộ Tư pháp",), (), ())],
    ),
    "but under a body's own heading it hands on": (
        "II. NHIỆM VỤ\n\n1. Sở Y tế:\n\na) Giao Phòng Tài chính lập dự toán.",
        [("II.1.a", ("Sở Y tế",), (), ())],
    ),
    "what narrows a group of departments, in a sentence": (
        "II. NHIỆM VỤ\n\n1. Các Cục quản lý Nhà nước chuyên ngành nghiên cứu lộ trình tham gia điều ước.",
        [("II.1", ("Các Cục quản lý Nhà nước chuyên ngành",), (), ())],
    ),
    "fields of which the second part is shortened": (
        "II. NHIỆM VỤ\n\n1. Bộ Công Thương chủ trì, phối hợp với các Bộ: Xây dựng, Nông nghiệp và PTNT và các đơn vị liên quan kiểm tra chợ.",
        [
            (
                "II.1",
                ("Bộ Công Thương",),
                ("Bộ Xây dựng", "Bộ Nông nghiệp và Phát triển nông thôn", "các đơn vị liên quan"),
                (),
            )
        ],
    ),
    "what a year is gives nobody work": (
        "Bộ yêu cầu các cơ quan, đơn vị thực hiện:\n\n1. Phát động thi đua\n\nNăm 2025 là năm đất nước có nhiều ngày lễ lớn.\n\nCác Cục phát động phong trào ngay trong quý I.",
        [("1", ("Các Cục",), (), ("2025-03-31",))],
    ),
    "units that belong to a ministry in two ways": (
        "II. NHIỆM VỤ\n\n1. Thủ trưởng các đơn vị thuộc, trực thuộc Bộ Xây dựng bám sát tiến độ.\n\n2. Khi cần bổ sung, các đơn vị thuộc và trực thuộc Bộ chủ động kiến nghị.",
        [
            ("II.1", ("Thủ trưởng các đơn vị thuộc, trực thuộc Bộ Xây dựng",), (), ()),
            ("II.2", ("các đơn vị thuộc và trực thuộc Bộ",), (), ()),
        ],
    ),
    "organisations, and no verb": (
        "II. NHIỆM VỤ\n\n1. Các cơ quan, tổ chức xây dựng nội quy kho.\n\n2. UBND các cấp, các cơ quan, tổ chức tiếp tục kiểm kê vật tư.",
        [("II.1", ("Các cơ quan, tổ chức",), (), ()), ("II.2", ("Ủy ban nhân dân các cấp", "các cơ quan, tổ chức"), (), ())],
    ),
    "but a verb behind those who help": (
        "II. NHIỆM VỤ\n\n1. Sở Xây dựng phối hợp với các cơ quan, tổ chức kiểm tra các hồ chứa.",
        [("II.1", ("Sở Xây dựng",), ("các cơ quan",), ())],
    ),
    "the Front and the unions in a list": (
        "Sở Xây dựng đề nghị các phòng, ban, Ủy ban nhân dân các xã, Mặt trận, đoàn thể tăng cường vận động với các nội dung sau:\n\n1. Dọn vệ sinh hồ đập.",
        [("1", ("các phòng, ban", "Ủy ban nhân dân các xã", "Mặt trận", "đoàn thể"), (), ())],
    ),
    "a heading of several bodies, one of which no list has": (
        "2. Phân công\n\n2.1 Phòng Kinh tế, Công an Môi trường, Trung tâm Văn hóa:\n\n- Kiểm tra bến bãi.",
        [("2.1", ("Phòng Kinh tế", "Công an Môi trường", "Trung tâm Văn hóa"), (), ())],
    ),
    "but those who help are none of the list": (
        "2. Phân công\n\n2.1 Phòng Kinh tế, Trung tâm Văn hóa phối hợp với Công an xã:\n\n- Kiểm tra các bến bãi ven sông.",
        [("2.1", ("Phòng Kinh tế", "Trung tâm Văn hóa"), ("Công an xã",), ())],
    ),
    "departments and sectors of a city, in capitals": (
        "II. NHIỆM VỤ\n\n1. Thủ trưởng các Sở, Ban, Ngành Thành phố triển khai Chỉ thị.\n\n2. Các Sở, Ban Chỉ đạo tỉnh triển khai Chỉ thị.",
        [("II.1", ("Thủ trưởng các sở, ban, ngành Thành phố",), (), ()), ("II.2", ("Các Sở", "Ban Chỉ đạo tỉnh"), (), ())],
    ),
    "more of those who are looked into": (
        "II. NHIỆM VỤ\n\n1. Tăng cường thanh tra các doanh nghiệp có vốn nhà nước; các doanh nghiệp có hoạt động khai thác cát.",
        [("II.1", (), (), ())],
    ),
    "but those who must": (
        "II. NHIỆM VỤ\n\n1. Sở Xây dựng thanh tra các doanh nghiệp có vốn nhà nước; các doanh nghiệp có mỏ cát phải lắp trạm cân.",
        [("II.1", ("Sở Xây dựng",), (), ()), ("II.1", ("các doanh nghiệp có mỏ cát",), (), ())],
    ),
    "the party body and the authorities that are advised": (
        "Sở Xây dựng yêu cầu các Chi cục thực hiện:\n\n1. Thường xuyên nắm tình hình, tham mưu cho cấp ủy, chính quyền, xử lý kịp thời sự cố.",
        [("1", ("các Chi cục",), (), ())],
    ),
    "an item of several sentences over items": (
        "Sở Xây dựng yêu cầu các Chi cục thực hiện:\n\n1. Hoàn thành kế hoạch năm 2024 trước ngày 29/4/2025. Đồng thời, triển khai ngay kế hoạch năm 2025.\n\n- Nhập dữ liệu vào phần mềm.",
        [("1", ("các Chi cục",), (), ("2025-04-29",)), ("1", ("các Chi cục",), (), ())],
    ),
    "but one sentence over items is their heading": (
        "Sở Xây dựng yêu cầu các Chi cục thực hiện:\n\n1. Hoàn thành kế hoạch năm 2025.\n\n- Nhập dữ liệu vào phần mềm.",
        [("1", ("các Chi cục",), (), ())],
    ),
    "those one works with, by example": (
        "Sở Xây dựng đề nghị các Chi cục:\n\n- Tiếp tục phối hợp với các cơ quan liên quan như: Công an, Kiểm lâm,... để tuần tra.",
        [(None, ("các Chi cục",), ("các cơ quan liên quan",), ())],
    ),
    "a lead-in with dashes that asks": (
        "Sở Xây dựng đề nghị các Chi cục, UBND các xã:\n\n- Kiểm tra bến bãi.",
        [(None, ("các Chi cục", "Ủy ban nhân dân các xã"), (), ())],
    ),
    "but one that acts itself": (
        "1. Sở Xây dựng đề xuất nhu cầu:\n\n- Rà soát vật tư.",
        [("1", ("Sở Xây dựng",), (), ())],
    ),
    "but a label before a duty": (
        "II. NHIỆM VỤ\n\n1. Về tuần tra: Công an tỉnh tổ chức tuần tra.",
        [("II.1", ("Công an tỉnh",), (), ())],
    ),
    "banks and companies by their kind": (
        "II. NHIỆM VỤ\n\n1. Sở Xây dựng phối hợp với các ngân hàng thương mại, các công ty tài chính, các đơn vị quân đội rà soát dư nợ.",
        [("II.1", ("Sở Xây dựng",), ("các ngân hàng thương mại", "các công ty tài chính", "các đơn vị quân đội"), ())],
    ),
    "what is told first in an item": (
        "Sở Xây dựng yêu cầu các Chi cục thực hiện:\n\n1. Hiện nay, trên địa bàn phát sinh nhiều bến bãi trái phép. Để chấn chỉnh, Sở Xây dựng đề nghị các Hạt Quản lý đê kiểm tra từng bến.",
        [("1", ("các Hạt Quản lý đê",), (), ())],
    ),
    "whom to ask is no task": (
        "Sở Xây dựng yêu cầu các Chi cục thực hiện:\n\n1. Kiểm tra bến bãi.\n\nMọi ý kiến thắc mắc xin liên hệ Phòng Quản lý đê.",
        [("1", ("các Chi cục",), (), ())],
    ),
    "cities that help keep their names": (
        "II. NHIỆM VỤ\n\n1. Cục Đường bộ phối hợp chặt chẽ với hai thành phố Hà Nội và thành phố Hải Phòng phân luồng xe.\n\n2. Cục Đường bộ phối hợp với tỉnh tổ chức cắm mốc.",
        [("II.1", ("Cục Đường bộ",), ("thành phố Hà Nội", "thành phố Hải Phòng"), ()), ("II.2", ("Cục Đường bộ",), (), ())],
    ),
    "those above all who are meant": (
        "II. NHIỆM VỤ\n\n1. Các tỉnh, thành phố trong cả nước, nhất là các tỉnh ven biển chủ động rà soát hồ đập.\n\n2. Các tỉnh, thành phố ven biển rà soát hồ đập, nhất là các hồ đang xây dựng.",
        [("II.1", ("Các tỉnh, thành phố trong cả nước",), (), ()), ("II.2", ("Các tỉnh, thành phố ven biển",), (), ())],
    ),
    "one leads together with others": (
        "II. NHIỆM VỤ\n\n1. Sở Xây dựng chủ trì cùng các Sở, ngành rà soát hồ đập.\n\n2. Sở Xây dựng chủ trì cùng lúc hai dự án.",
        [("II.1", ("Sở Xây dựng",), ("các Sở, ngành",), ()), ("II.2", ("Sở Xây dựng",), (), ())],
    ),
}  # fmt: skip

TIMES: dict[str, tuple[str, list[tuple[str, str | None]]]] = {
    "each month, and by which day of each month": (
        "II. NHIỆM VỤ\n\n1. Sở Y tế hằng tháng báo cáo tình hình, gửi Bộ trước ngày 20 hằng tháng.",
        [("hằng tháng", "FREQ=MONTHLY"), ("trước ngày 20 hằng tháng", "FREQ=MONTHLY;BYMONTHDAY=20")],
    ),
    "each month with its day is one": (
        "II. NHIỆM VỤ\n\n1. Sở Y tế hằng tháng báo cáo Bộ trước ngày 20.",
        [("hằng tháng báo cáo Bộ trước ngày 20", "FREQ=MONTHLY;BYMONTHDAY=20")],
    ),
    "a goal before the bracket is none of its time": (
        "II. NHIỆM VỤ\n\n1. Sở Y tế rà soát bảo đảm mục tiêu đề ra (báo cáo hằng tuần).",
        [("hằng tuần", "FREQ=WEEKLY")],
    ),
    "how long a fee is waived": (
        "II. NHIỆM VỤ\n\n1. Bộ Ngoại giao đề xuất miễn phí thị thực cho du khách đến hết năm 2025, báo cáo trong tháng 4 năm 2025.\n\n2. Sở Tài chính hướng dẫn giảm tiền thuê đất đến hết tháng 6 hoặc tháng 12 năm 2025.",
        [("trong tháng 4 năm 2025", "2025-04-30")],
    ),
    "when something else takes place": (
        "II. NHIỆM VỤ\n\n1. Vụ Pháp chế tuyên truyền các dự án luật trình tại kỳ họp thứ 9 của Quốc hội diễn ra vào tháng 5/2025.",
        [],
    ),
    "the goal of what is to be made": (
        "II. NHIỆM VỤ\n\n1. Bộ Y tế lập Đề án phát triển bệnh viện, trong đó phấn đấu đến năm 2030 có ít nhất 02 bệnh viện hạng đặc biệt.",
        [],
    ),
    "but what one strives to have done": (
        "II. NHIỆM VỤ\n\n1. Bộ Y tế phấn đấu đến năm 2030 hoàn thành việc xây dựng bệnh viện.",
        [("đến năm 2030", "2030-12-31")],
    ),
    "those of the months that are left": (
        "II. NHIỆM VỤ\n\n1. Cục Thuế dự báo số thu từng tháng còn lại của năm.\n\n2. Cục Thuế dự báo số thu từng tháng.",
        [("từng tháng", "FREQ=MONTHLY")],
    ),
    "by stages and each year is a kind of plan": (
        "II. NHIỆM VỤ\n\n1. Các Vụ thực hiện kế hoạch theo từng giai đoạn, hàng năm theo lộ trình; định kỳ hàng năm (trước ngày 15 tháng 11) gửi báo cáo.",
        [("trước ngày 15 tháng 11", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=15")],
    ),
    "the years that a plan covers": (
        "II. NHIỆM VỤ\n\n1. Xây dựng kế hoạch thực hiện Luật Phòng thủ dân sự từ năm 2025 đến năm 2030.\n\n2. Làm tốt việc quy hoạch cán bộ cấp xã đến năm 2030.",
        [],
    ),
    "but the years in which it is done": (
        "II. NHIỆM VỤ\n\n1. Tổ chức cắm mốc hành lang đê từ năm 2025 đến năm 2027.\n\n2. Hoàn thành việc quy hoạch lại bến bãi vào cuối năm 2026.",
        [("từ năm 2025 đến năm 2027", "2027-12-31"), ("vào cuối năm 2026", "2026-12-31")],
    ),
    "the year of a plan that is called by name": (
        "II. NHIỆM VỤ\n\n1. Các Vụ triển khai thực hiện Kế hoạch cải cách hệ thống phí đến năm 2030.\n\n2. Vụ Pháp chế rà soát Kế hoạch cải cách phí, hoàn thành đến năm 2026.\n\n3. Ban Chỉ đạo tiếp tục chỉ đạo thực hiện Chương trình giảm nghèo đến năm 2027.",
        [("đến năm 2026", "2026-12-31"), ("đến năm 2027", "2027-12-31")],
    ),
    "plans and criteria of each year": (
        "II. NHIỆM VỤ\n\n1. Xây dựng các kế hoạch cải thiện tuân thủ hàng năm và tiêu chí đánh giá hoạt động hàng năm.\n\n2. Hằng năm đánh giá việc thực hiện tiêu chí.",
        [("Hằng năm", "FREQ=YEARLY")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BODIES.values(), ids=BODIES.keys())
def test_whose_duty_it_is(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(("text", "expected"), TIMES.values(), ids=TIMES.keys())
def test_what_is_a_deadline(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert dues(text) == expected


def test_a_merged_title_is_written_into_each_cell() -> None:
    table = (
        "II. NHIỆM VỤ\n\nTT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian\n"
        "I | Hoàn thiện thể chế | Hoàn thiện thể chế | Hoàn thiện thể chế | Hoàn thiện thể chế\n"
        "1 | Báo cáo tổng kết Luật | Bộ Tư pháp | Các bộ, ngành | 2026\n"
    )
    assert rows(table) == [("II.I.1", ("Bộ Tư pháp",), ("Các bộ, ngành",), ("2026-12-31",))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Định kỳ 6 tháng báo cáo về Bộ trước ngày 15 tháng 6 và trước ngày 01 tháng 12.",
            [
                "FREQ=MONTHLY;INTERVAL=6",
                "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=15",
                "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1",
            ],
        ),
        ("Định kỳ 6 tháng báo cáo về Bộ trước ngày 31 tháng 6.", ["FREQ=MONTHLY;INTERVAL=6", None]),
        ("Báo cáo về Bộ trước ngày 15 tháng 6.", [None]),
    ],
)
def test_days_of_each_year_where_the_document_has_no_date(text: str, expected: list[str | None]) -> None:
    assert [time.recurrence for time in times(text)] == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2023-2025 (theo thời điểm thông qua Luật)", "2025-12-31"),
        ("2025 và những năm tiếp theo", "2025-12-31"),
        ("2025 trở đi", "2025-12-31"),
        ("2025 (10 xã)", None),
    ],
)
def test_years_in_a_time_column(cell: str, expected: str | None) -> None:
    assert next((time.due for time in cell_times(cell)), None) == expected
