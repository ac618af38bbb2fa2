"""Single sentences as offices write them: whose duty, who helps, by when. Each habit has an example, and where it
could be mistaken a counter-example."""

from __future__ import annotations

import pytest
from small_documents import said

HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH KON TUM\n\nSố: 71/KH-UBND\n\nKon Tum, ngày 12 tháng 02 năm 2024\n\nKẾ HOẠCH\nCải tạo chợ đầu mối\n\n"
    "III. NHIỆM VỤ\n\n1. "
)

BODIES: list[tuple[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]] = [
    # a body entrusts another with a duty
    ("UBND tỉnh giao nhiệm vụ cho Sở Công Thương lập quy chế chợ.", [(("Sở Công Thương",), ())]),
    ("UBND tỉnh giao trách nhiệm cho Sở Công Thương theo dõi giá.", [(("Sở Công Thương",), ())]),
    ("UBND tỉnh ủy quyền cho Giám đốc Sở Xây dựng ký hợp đồng.", [(("Giám đốc Sở Xây dựng",), ())]),
    ("Giám đốc Sở Xây dựng ký hợp đồng.", [(("Giám đốc Sở Xây dựng",), ())]),
    ("Tỉnh ủy lãnh đạo việc sắp xếp chợ.", [(("Tỉnh ủy",), ())]),  # but this `ủy` is part of a name
    # those who hold an office are addressed
    ("Các ông (bà) Chánh Văn phòng, Giám đốc các Sở chịu trách nhiệm thi hành.", [(("Chánh Văn phòng", "Giám đốc các Sở"), ())]),
    ("Ông Giám đốc Sở Nội vụ, Chủ tịch UBND thành phố chịu trách nhiệm thi hành.", [(("Giám đốc Sở Nội vụ", "Chủ tịch Ủy ban nhân dân thành phố"), ())]),
    ("Các đồng chí Trưởng phòng, Bí thư chi bộ chịu trách nhiệm thi hành.", [(("Trưởng phòng", "Bí thư chi bộ"), ())]),
    ("Các ông xóm trưởng vận động tiểu thương.", [(("Các ông xóm trưởng",), ())]),  # who answers for a village has that name
    # one leads, others help
    ("Công an tỉnh chủ trì, Bộ Chỉ huy Quân sự tỉnh phối hợp canh gác chợ.", [(("Công an tỉnh",), ("Bộ Chỉ huy Quân sự tỉnh",))]),
    ("Sở Xây dựng làm đầu mối, cùng Sở Tài chính rà soát giá đất.", [(("Sở Xây dựng",), ("Sở Tài chính",))]),
    ("Sở Xây dựng phối hợp, hỗ trợ Sở Công Thương chia lô quầy.", [(("Sở Xây dựng",), ("Sở Công Thương",))]),
    ("Sở Xây dựng phối hợp, hỗ trợ người dân di dời.", [(("Sở Xây dựng",), ())]),  # people who get help give none
    ("Cùng với Công an tỉnh kiểm tra cân đo.", [((), ("Công an tỉnh",))]),
    # who is there for a building, and what is no public body
    ("Sở Xây dựng phối hợp với đơn vị tư vấn hoàn thiện bản vẽ.", [(("Sở Xây dựng",), ("đơn vị tư vấn",))]),
    ("Nhà thầu thi công dọn bãi tập kết.", [(("Nhà thầu thi công",), ())]),
    ("Sở Xây dựng thuê tư vấn hoàn thiện bản vẽ.", [(("Sở Xây dựng",), ())]),
    ("Tỉnh đoàn phối hợp với gia đình và nhà trường dạy bơi.", [(("Tỉnh đoàn",), ("gia đình", "nhà trường"))]),
    ("Công an tỉnh phối hợp với cơ quan điều tra xác minh.", [(("Công an tỉnh",), ("cơ quan điều tra",))]),
    ("Lực lượng dân quân tự vệ canh gác ban đêm.", [(("Lực lượng dân quân tự vệ",), ())]),
    # names that go on behind their first words
    ("Đề nghị Công đoàn ngành, Liên đoàn Lao động tỉnh vận động tiểu thương.", [(("Công đoàn ngành", "Liên đoàn Lao động tỉnh"), ())]),
    ("Công đoàn ngành Y tế khám sức khỏe cho tiểu thương.", [(("Công đoàn ngành Y tế",), ())]),
    ("Ngân hàng Nhà nước Chi nhánh tỉnh giãn nợ cho tiểu thương.", [(("Ngân hàng Nhà nước chi nhánh tỉnh",), ())]),
    ("Ngân hàng Nhà nước, Chi cục Thuế hướng dẫn tiểu thương.", [(("Ngân hàng Nhà nước", "Chi cục Thuế"), ())]),
    # a time and a place are nobody's work
    ("Thời gian, địa điểm\n\n- Cấp huyện: từ ngày 15/11/2024 đến ngày 30/11/2024 tại Nhà thi đấu.", []),
    ("Thời gian, địa điểm\n\n- Cấp huyện: tổ chức từ ngày 15/11/2024 tại Nhà thi đấu.", [(("Cấp huyện",), ())]),
    ("Các khoa lâm sàng, cận lâm sàng rà soát hồ sơ.", [(("Các khoa lâm sàng, cận lâm sàng",), ())]),
    # a run-in heading over a duty without a verb
    ("Phòng Quản lý chất lượng: đầu mối triển khai.", [(("Phòng Quản lý chất lượng",), ())]),
    ("Phòng Quản lý chất lượng: tầng 2, nhà A.", []),
    # what is to be sent or over by a day is work without a verb; what it is made of is none
    ("Hồ sơ gửi về Sở Nội vụ trước ngày 01/10/2024.", [((), ())]),
    ("Việc lấy ý kiến tiểu thương hoàn thành trước ngày 10/4/2024.", [((), ())]),
    ("Hồ sơ gồm đơn, bản vẽ và bảng kê quầy.", []),
    ("Việc lấy ý kiến tiểu thương được ghi thành biên bản.", []),
    # who answers for each of several villages
    ("Xóm trưởng các xóm\n\n- Thống kê quầy hàng.", [(("Xóm trưởng các xóm",), ())]),
    ("Sở Công Thương phối hợp với TKV, PVN cung cấp nhiên liệu.", [(("Sở Công Thương",), ("TKV", "PVN"))]),
    # a time that comes back opens the sentence
    ("Cuối mỗi học kỳ, các trường học gửi danh sách học sinh bán trú.", [(("các trường học",), ())]),
    # several places of one level, and what is no place
    ("Giao UBND các xã Đồng Đăng, Cao Lộc tổ chức kiểm đếm.", [(("Ủy ban nhân dân các xã",), ())]),
    ("UBND các huyện: Cao Lộc, Lộc Bình chịu trách nhiệm kiểm đếm.", [(("Ủy ban nhân dân các huyện",), ())]),
    ("UBND phường Kỳ Lừa, xã Hội Hoan tổ chức kiểm đếm.", [(("Ủy ban nhân dân phường, xã",), ())]),
    ("UBND thành phố Vinh và các huyện Nghi Lộc, Nam Đàn tổ chức kiểm đếm.", [(("Ủy ban nhân dân thành phố và các huyện",), ())]),
    ("UBND các xã Đồng Đăng, Hội Nông dân tỉnh tổ chức kiểm đếm.", [(("Ủy ban nhân dân các xã", "Hội Nông dân tỉnh"), ())]),
    ("UBND huyện Cao Lộc, Ban Quản lý chợ tổ chức kiểm đếm.", [(("Ủy ban nhân dân huyện", "Ban Quản lý chợ"), ())]),
    # a line that names who carries out says no more with a verb
    ("Lập quy chế chợ.\n\n- Cơ quan thực hiện: Sở Công Thương đôn đốc, hướng dẫn các đơn vị, địa phương triển khai thực hiện.", [(("Sở Công Thương",), ())]),
    ("Lập quy chế chợ.\n\n- Cơ quan thực hiện: Sở Công Thương chủ trì kiểm tra cân đo tại các chợ.", [(("Sở Công Thương",), ())]),
    # Party bodies of an office
    ("Đảng ủy cơ quan Văn phòng Quốc hội\n\n- Lãnh đạo việc số hóa.", [(("Đảng ủy cơ quan Văn phòng Quốc hội",), ())]),
    ("Tổ đảng ở Thường trực Ủy ban Xã hội\n\n- Thẩm tra dự án luật.", [(("Tổ đảng ở Thường trực Ủy ban Xã hội",), ())]),
    # what a body is said to be, with whom it works; training is no organisation, leading no leader
    ("Là cơ quan thường trực, chủ trì, phối hợp với Phòng Y tế, Phòng Nội vụ tham mưu kế hoạch.", [((), ("Phòng Y tế", "Phòng Nội vụ"))]),
    ("Tổ chức tập huấn kỹ năng lập hồ sơ điện tử cho tiểu thương.", [((), ())]),
    ("Lãnh đạo, chỉ đạo rà soát quy hoạch chợ.", [((), ())]),
    ("Trong những năm qua, công tác quản lý chợ đã được các cấp, các ngành quan tâm chỉ đạo.", [((), ())]),
    ("Khi vào học kỳ mới, giáo viên lập sổ theo dõi.", [(("giáo viên",), ())]),
    ("Hướng dẫn giáo viên lập sổ theo dõi.", [((), ())]),
    # in what part a body acts stands between it and its verb
    ("Sở Công Thương, với vai trò cơ quan thường trực Ban Chỉ đạo, đôn đốc tiến độ.", [(("Sở Công Thương",), ())]),
]  # fmt: skip

TIMES: list[tuple[str, list[tuple[str, str | None]]]] = [
    # weeks of a month, counted
    ("Sở Công Thương trình dự thảo trong tuần thứ 2 tháng 5/2024.", [("trong tuần thứ 2 tháng 5/2024", "2024-05-14")]),
    ("Sở Công Thương trình dự thảo trong tuần 3 tháng 5/2024.", [("trong tuần 3 tháng 5/2024", "2024-05-21")]),
    ("Sở Công Thương trình dự thảo ngày 3 tháng 5/2024.", [("ngày 3 tháng 5/2024", "2024-05-03")]),
    # a report that comes back
    ("Định kỳ hằng năm báo cáo kết quả về UBND tỉnh.", [("Định kỳ hằng năm", "FREQ=YEARLY")]),
    ("Định kỳ hàng quý (trước ngày 20 tháng cuối quý) báo cáo kết quả về Sở Tư pháp.", [("Định kỳ hàng quý (trước ngày 20 tháng cuối quý)", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=20")]),
    ("Báo cáo định kỳ của các sở.", []),  # the name of a paper
    # a day of the year that follows
    ("Sở Tài chính quyết toán xong trước ngày 31 tháng 01 năm sau.", [("xong trước ngày 31 tháng 01 năm sau", "2025-01-31")]),
    ("Hằng năm, Sở Tài chính quyết toán trước ngày 31/01 năm sau.", [("Hằng năm", "FREQ=YEARLY"), ("trước ngày 31/01 năm sau", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31")]),
    ("Sở Tài chính quyết toán trước ngày 31/10 năm nay.", [("trước ngày 31/10", "2024-10-31")]),
    # days that stand for the time
    ("Lập danh sách hộ kinh doanh.\n\nThời gian hoàn thành: 30/6.", [("30/6", "2024-06-30")]),
    ("Lập danh sách hộ kinh doanh.\n\nThời gian hoàn thành: 1/2 ngày.", []),
    ("Lập danh sách hộ kinh doanh.\n\nHạn nộp hồ sơ: hết ngày 30/4/2024.", [("hết ngày 30/4/2024", "2024-04-30")]),
    # a year behind `vào` is when, though a plan stands before it
    ("Sơ kết Đề án vào năm 2026, tổng kết vào quý IV năm 2030.", [("vào năm 2026", "2026-12-31"), ("vào quý IV năm 2030", "2030-12-31")]),
    ("Triển khai Đề án năm 2026.", []),
    # how often stands before the verb, with a least number
    ("Tối thiểu 01 lần/quý tổ chức đối thoại với tiểu thương.", [("01 lần/quý", "FREQ=MONTHLY;INTERVAL=3")]),
    ("Ít nhất mỗi năm một lần diễn tập chữa cháy.", [("mỗi năm một lần", "FREQ=YEARLY")]),
    ("Ít nhất 80% tiểu thương tập huấn.", []),
    ("Phát thanh tin về chợ ít nhất 02 lần/ngày trong đợt cao điểm.", [("02 lần/ngày", "FREQ=DAILY")]),
    # a time for each of several steps, and one with a bracket behind it
    ("Quý II/2024: Khảo sát chợ. Quý III/2024: Lập đề án.", [("Quý II/2024", "2024-06-30"), ("Quý III/2024", "2024-09-30")]),
    ("Thanh tra 12 chợ trong năm 2024 (theo danh sách).", [("trong năm 2024", "2024-12-31")]),
    ("Báo cáo UBND tỉnh kết quả quý III/2024.", []),
    # what one year is singled out for is no time
    ("Sở Công Thương lập quy hoạch chợ; riêng năm 2024 hoàn thành trong quý II/2024.", [("trong quý II/2024", "2024-06-30")]),
    # by when a share is to be reached is the time of a goal
    ("Bảng giá\n\nII. MỤC TIÊU\n\n- Tỷ lệ quầy có hợp đồng đạt 100% trước ngày 31/12/2024.", []),
    ("Bảng giá\n\nII. YÊU CẦU\n\n- Bảng giá xong trước ngày 31/12/2024.", [("xong trước ngày 31/12/2024", "2024-12-31")]),
    # a span from an event, with no word before it
    ("Sở Xây dựng nghiệm thu 15 ngày sau khi nhận mặt bằng.", [("15 ngày sau khi nhận mặt bằng", "P15D")]),
    ("Sở Xây dựng tạm giữ 15 ngày tiền bảo lãnh.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_whose_duty_it_is_and_who_helps(
    text: str, expected: list[tuple[tuple[str, ...], tuple[str, ...]]]
) -> None:
    assert [(task.lead, task.support) for task in said(HEAD + text).tasks] == expected


@pytest.mark.parametrize(("text", "expected"), TIMES)
def test_by_when_it_is_due(text: str, expected: list[tuple[str, str | None]]) -> None:
    found = said(HEAD + text).deadlines
    assert [(one.quote, one.due or one.recurrence or one.duration) for one in found] == expected


TABLES: list[tuple[str, str, list[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]]]] = [
    ("in one cell, who leads and who helps", "TT\tNhiệm vụ\tTrách nhiệm\tHoàn thành trước\n1\tRà soát quầy\tSở Xây dựng chủ trì, Sở Tài chính phối hợp\t15/5/2024", [(("Sở Xây dựng",), ("Sở Tài chính",), ("2024-05-15",))]),
    ("the same with colons and dashes", "TT\tNhiệm vụ\tTrách nhiệm\tThời hạn\n1\tRà soát quầy\t- Văn phòng: chủ trì; - Các phòng: phối hợp\t30/6", [(("Văn phòng",), ("Các phòng",), ("2024-06-30",))]),
    ("the same in brackets", "TT\tNhiệm vụ\tĐơn vị thực hiện\tThời hạn\n1\tRà soát quầy\tSở Xây dựng (chủ trì) Sở Tư pháp (phối hợp)\tTháng 5, 6", [(("Sở Xây dựng",), ("Sở Tư pháp",), ("2024-06-30",))]),
    ("a body that only bears the word", "TT\tNhiệm vụ\tĐơn vị thực hiện\tThời hạn\n1\tRà soát quầy\tBan Quản lý chợ\tQuý II", [(("Ban Quản lý chợ",), (), ("2024-06-30",))]),
    ("when work begins is no deadline", "TT\tNhiệm vụ\tĐơn vị thực hiện\tBắt đầu\tKết thúc\n1\tRà soát quầy\tSở Xây dựng\t4/2024\t12/2024", [(("Sở Xây dựng",), (), ("2024-12-31",))]),
    ("a person's name is no body", "TT\tNhiệm vụ\tNgười thực hiện\tThời hạn\n1\tRà soát quầy\tĐ/c Nam, Phòng KT\t20/4 - 30/4", [(("Phòng Kinh tế",), (), ("2024-04-30",))]),
    ("years among words", "TT\tNhiệm vụ\tChủ trì\tThời gian\n1\tXây dựng quy chế\tSở Xây dựng\tSơ kết 2026, tổng kết 2028", [(("Sở Xây dựng",), (), ("2026-12-31", "2028-12-31"))]),
    ("before a year", "TT\tNhiệm vụ\tChủ trì\tThời gian\n1\tXây dựng quy chế\tSở Xây dựng\tTrước 2030", [(("Sở Xây dựng",), (), ("2030-01-01",))]),
    ("but an office is", "TT\tNhiệm vụ\tNgười thực hiện\tThời hạn\n1\tRà soát quầy\tĐ/c Trưởng ban Quản lý chợ\tNăm 2024", [(("Đ/c Trưởng Ban Quản lý chợ",), (), ("2024-12-31",))]),
    ("enterprises by their short names", "TT\tNhiệm vụ\tChủ trì\tPhối hợp\n1\tKéo cáp\tSở Xây dựng\tVNPT, Viettel", [(("Sở Xây dựng",), ("VNPT", "Viettel"), ())]),
]  # fmt: skip


@pytest.mark.parametrize(("table", "expected"), [row[1:] for row in TABLES], ids=[row[0] for row in TABLES])
def test_what_cells_say(
    table: str, expected: list[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]]
) -> None:
    found = said(HEAD.removesuffix("1. ") + "Các việc sau:\n\n" + table).tasks
    assert [(task.lead, task.support, task.due) for task in found] == expected
