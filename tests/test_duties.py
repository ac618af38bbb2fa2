"""Who must do it, and with whom: read from headings and lead-ins, and from sentences."""

from __future__ import annotations

import pytest

from extract.appended_duties import second_lead
from extract.duties import sentence_duty
from extract.heading_duties import heading_duty
from extract.supporting import supports

HEADINGS = [
    # the bare name of a body, with or without its full stop or colon
    ("Sở Công Thương", ["Sở Công Thương"]),
    ("Sở Công Thương:", ["Sở Công Thương"]),
    ("Các sở, ban, ngành và UBND cấp huyện.", ["Các sở, ban, ngành", "UBND cấp huyện"]),
    # what follows the colon is the duty
    ("Công an tỉnh: Tăng cường tuần tra các tuyến đường thủy.", ["Công an tỉnh"]),
    # the word of a request stands before the name
    ("Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh:", ["Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"]),
    ("Giao Sở Du lịch chủ trì, phối hợp với các địa phương:", ["Sở Du lịch"]),
    ("Trách nhiệm của Ủy ban nhân dân cấp xã", ["Ủy ban nhân dân cấp xã"]),
    ("Đối với các chủ đầu tư:", ["các chủ đầu tư"]),
    # a bracket explains the body
    ("Văn phòng Điều phối nông thôn mới tỉnh (cơ quan thường trực):", ["Văn phòng Điều phối nông thôn mới tỉnh"]),
    # the verb of the duty after the name
    ("Sở Tài chính có trách nhiệm:", ["Sở Tài chính"]),
    ("Thủ trưởng các cơ quan, đơn vị chịu trách nhiệm:", ["Thủ trưởng các cơ quan, đơn vị"]),
    ("Thời gian tới, các cấp ủy, tổ chức đảng tập trung thực hiện các nhiệm vụ sau:", ["các cấp ủy, tổ chức đảng"]),
    ("Trong thời gian tới, Sở Y tế thực hiện các việc sau:", ["Sở Y tế"]),
    # names that no rule can end, before the words of the duty
    ("Giám đốc trung tâm đa ngành, chuyên ngành các tỉnh; Thủ trưởng y tế các ngành phải:",
     ["Giám đốc trung tâm đa ngành, chuyên ngành các tỉnh", "Thủ trưởng y tế các ngành"]),
    # a group with what narrows it, up to the colon
    ("Các cơ quan được giao chủ trì nội dung thành phần:", ["Các cơ quan được giao chủ trì nội dung thành phần"]),
]  # fmt: skip

NO_HEADINGS = [
    "Tuyên truyền, phổ biến pháp luật",  # a piece of work
    "Nhiệm vụ và giải pháp",
    "Công tác phối hợp giữa các ngành",  # bodies, but not at the start
    "Mục tiêu: Sở Y tế nâng cao năng lực",
    "Kinh phí thực hiện",
    "",
]

SENTENCES = [
    # the subject opens the sentence
    ("Sở Tư pháp thẩm định dự thảo.", ["Sở Tư pháp"], "subject"),
    ("Ban Quản lý cảng cá: không cho tàu quá hạn đăng kiểm rời bến.", ["Ban Quản lý cảng cá"], "subject"),
    ("Các trường học tổ chức cho học sinh ký cam kết.", ["Các trường học"], "subject"),
    ("Chi cục Kiểm lâm, Hạt Kiểm lâm các huyện tuần tra rừng.", ["Chi cục Kiểm lâm", "Hạt Kiểm lâm các huyện"], "subject"),
    ("Kho bạc Nhà nước tỉnh phải đối chiếu số dư.", ["Kho bạc Nhà nước tỉnh"], "subject"),  # a modal before the verb
    ("Trạm Y tế xã tiếp tục quản lý hồ sơ sức khỏe.", ["Trạm Y tế xã"], "subject"),  # an adverb before the verb
    ("Sở Y tế (Trung tâm Kiểm soát bệnh tật) giám sát dịch tễ.", ["Sở Y tế"], "subject"),  # a bracket before the verb
    ("Đài Phát thanh và Truyền hình tỉnh: Xây dựng chuyên mục.", ["Đài Phát thanh và Truyền hình tỉnh"], "subject"),  # a colon before the verb
    # the word of a request
    ("Đề nghị Liên đoàn Lao động tỉnh phối hợp xử lý.", ["Liên đoàn Lao động tỉnh"], "request"),
    ("Giao Sở Xây dựng tổng hợp, báo cáo.", ["Sở Xây dựng"], "request"),
    ("Yêu cầu Chủ tịch UBND cấp xã kiểm tra hiện trường.", ["Chủ tịch UBND cấp xã"], "request"),
    ("Trường hợp phát sinh vướng mắc, đề nghị các đơn vị báo cáo về Sở Y tế.", ["các đơn vị"], "request"),
    ("Đề nghị đồng chí Đảng ủy viên phụ trách thôn kịp thời nhắc nhở.", ["Đảng ủy viên phụ trách thôn"], "request"),
    ("Giao các Bộ: Tài chính, Nội vụ có ý kiến đối với dự thảo.", ["các Bộ: Tài chính, Nội vụ"], "request"),
    ("UBND huyện yêu cầu các phòng, ban chuẩn bị tài liệu.", ["các phòng, ban"], "request"),  # the bodies that are asked
    # a time, then a colon or comma
    ("Trước ngày 10/10/2025: Sở Nội vụ trình đề án.", ["Sở Nội vụ"], "request"),
    # an opening phrase, a comma, then the subject (a time at the very start counts as one)
    ("Căn cứ chức năng được giao, các sở, ngành xây dựng kế hoạch.", ["các sở, ngành"], "opening"),
    ("Trên cơ sở dự toán, Phòng Tài chính - Kế hoạch thẩm định.", ["Phòng Tài chính - Kế hoạch"], "opening"),
    ("Định kỳ hằng quý, UBND cấp xã báo cáo kết quả.", ["UBND cấp xã"], "request"),
    ("Thực hiện Nghị quyết của Tỉnh ủy, Sở Công Thương xây dựng chương trình.", ["Sở Công Thương"], "opening"),
    # a condition: the body between `thì` and the verb
    ("Trong trường hợp dịch lan rộng thì UBND huyện phải công bố dịch.", ["UBND huyện"], "opening"),
    # a label before the subject
    ("Kiểm tra, giám sát: Thanh tra tỉnh xây dựng kế hoạch thanh tra.", ["Thanh tra tỉnh"], "subject"),
]  # fmt: skip

# what was once read wrong, or still is
HARD_SENTENCES = [
    ("Sở Y tế kiểm tra các đơn vị: từ ngày 20/11/2017.", ["Sở Y tế"], "subject"),
    ("Tổ chức, cá nhân kinh doanh hàng hóa có trách nhiệm niêm yết giá.", ["Tổ chức, cá nhân kinh doanh hàng hóa"], "subject"),
    ("Doanh nghiệp viễn thông phải phủ sóng các xã đảo.", ["Doanh nghiệp viễn thông"], "subject"),
    ("UBND cấp xã niêm yết danh sách.", ["UBND cấp xã"], "subject"),
    ("Công an tỉnh phân luồng giao thông.", ["Công an tỉnh"], "subject"),
    ("Các trường học chăm sóc vườn cây.", ["Các trường học"], "subject"),
    ("Liên đoàn Lao động tỉnh thăm hỏi công nhân.", ["Liên đoàn Lao động tỉnh"], "subject"),
    ("Chi cục Thú y tiêu hủy gia cầm bệnh.", ["Chi cục Thú y"], "subject"),
    ("Sở Xây dựng bảo trì các tuyến đường.", ["Sở Xây dựng"], "subject"),
    ("Thanh tra huyện đối thoại với người khiếu nại.", ["Thanh tra huyện"], "subject"),
    ("Đề nghị Tòa án nhân dân tỉnh phối hợp xử lý.", ["Tòa án nhân dân tỉnh"], "request"),
]  # fmt: skip

NO_SENTENCES = [
    "Người đứng đầu đơn vị cơ bản hoàn thành nhiệm vụ.",  # how things stand
    "Tổ chức lớp tập huấn cho cán bộ thôn.",  # begins with its verb: the subject is inherited
    "Hướng dẫn các trường học lắp đặt camera.",  # the bodies are objects
    "Báo cáo Ủy ban nhân dân tỉnh xem xét, quyết định.",
    "Phối hợp với Công an xã tuần tra ban đêm.",  # a helper, no lead
    "Tham mưu UBND tỉnh ban hành quy chế.",
    "Gửi báo cáo về Sở Nội vụ trước ngày 15/11.",
    "Nguồn vốn do ngân sách huyện bảo đảm.",
    "Kinh phí thực hiện theo phân cấp hiện hành.",
    "100% cơ sở kinh doanh được kiểm tra.",
    "",
]

SECOND = [
    ("UBND tỉnh chỉ đạo Sở Y tế chủ trì xây dựng phương án.", ["Sở Y tế"]),  # both lead
    ("UBND tỉnh chỉ đạo Sở Y tế xây dựng phương án.", []),  # only the first
    ("UBND tỉnh xây dựng phương án, chỉ đạo Sở Y tế chủ trì.", []),  # not right after the subject
]

HELPERS = [
    ("Chủ trì cùng Thanh tra Sở, Công đoàn ngành kiểm tra công trường", ["Thanh tra Sở", "Công đoàn ngành"]),
    ("Bố trí xe, phối hợp với địa phương đưa người dân đi tránh trú", ["địa phương"]),  # alone, before the verb
    ("Phối hợp với Điện lực huyện, chủ đập kiểm tra cửa xả", ["Điện lực huyện", "chủ đập"]),
    ("Chủ trì, phối hợp với Sở Y tế kiểm tra.", ["Sở Y tế"]),
    ("Phối hợp chặt chẽ với Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh và các đơn vị liên quan.",
     ["Công an tỉnh", "Bộ Chỉ huy Quân sự tỉnh", "các đơn vị liên quan"]),
    ("phối hợp cùng Đoàn Thanh niên xã ra quân.", ["Đoàn Thanh niên xã"]),
    ("phối hợp Sở Tài chính tham mưu.", ["Sở Tài chính"]),  # `với` left out
    ("phối hợp các sở, ngành rà soát; phối hợp với UBND cấp xã niêm yết.", ["các sở, ngành", "UBND cấp xã"]),
    ("Sở A chủ trì, cùng Ban Xây dựng Đảng theo dõi.", ["Ban Xây dựng Đảng"]),
    ("Vận hành hồ chứa; cùng với Công ty Thủy lợi tỉnh kiểm tra đê.", ["Công ty Thủy lợi tỉnh"]),
    ("Lập danh sách cùng với hồ sơ của công ty.", []),
    ("Tổ chức hội thi với sự tham gia của các trường học.", ["các trường học"]),
    ("Cùng với Công an xã và Hạt Quản lý đường bộ rà soát biển báo.", ["Công an xã", "Hạt Quản lý đường bộ"]),
    ("phối hợp Bệnh viện Đa khoa huyện khám sàng lọc.", ["Bệnh viện Đa khoa huyện"]),
    ("phối hợp báo cáo kết quả.", []),
    ("Phòng Quản trị chủ trì cùng Khoa Dược và Trung tâm Thông tin kiểm kê.", ["Khoa Dược", "Trung tâm Thông tin"]),
    ("Hiệp đồng với Công an xã, Trạm Kiểm lâm rà soát phương án.", ["Công an xã", "Trạm Kiểm lâm"]),
    ("Phối hợp với thanh tra các sở Y tế, Xây dựng lập đoàn kiểm tra.", ["thanh tra các sở Y tế, Xây dựng"]),
    ("Phối hợp thanh tra các cơ sở giết mổ.", []),  # `thanh tra` is a verb
    # bodies that are only directed, guided, urged or reported to are no support
    ("Hướng dẫn UBND cấp xã lập danh sách.", []),
    ("Đôn đốc các phòng, ban báo cáo Sở Nội vụ.", []),
    ("Tham mưu UBND tỉnh ban hành quyết định.", []),
    ("Nâng cao công tác phối hợp giữa các lực lượng.", []),
    ("Phối hợp thực hiện các biện pháp kỹ thuật.", []),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lead"), HEADINGS)
def test_a_heading_that_names_whose_duty_follows(text: str, lead: list[str]) -> None:
    duty = heading_duty(text)
    assert duty is not None
    assert [text[a:b] for a, b in duty.lead] == lead


@pytest.mark.parametrize("text", NO_HEADINGS)
def test_a_heading_that_names_nobody(text: str) -> None:
    assert heading_duty(text) is None


@pytest.mark.parametrize(("text", "lead", "rule"), [*SENTENCES, *HARD_SENTENCES])
def test_the_subject_of_a_sentence(text: str, lead: list[str], rule: str) -> None:
    duty = sentence_duty(text)
    assert duty is not None
    assert ([text[a:b] for a, b in duty.lead], duty.rule) == (lead, rule)


@pytest.mark.parametrize("text", NO_SENTENCES)
def test_a_sentence_that_names_nobody(text: str) -> None:
    assert sentence_duty(text) is None


@pytest.mark.parametrize(("text", "also"), SECOND)
def test_a_body_directed_to_lead_leads_too(text: str, also: list[str]) -> None:
    duty = sentence_duty(text)
    assert duty is not None
    assert [text[a:b] for a, b in second_lead(text, duty)] == also


@pytest.mark.parametrize(("text", "helpers"), HELPERS)
def test_those_who_help(text: str, helpers: list[str]) -> None:
    assert [text[a:b] for a, b in supports(text)] == helpers


def test_what_follows_the_end_of_a_sentence_is_not_read() -> None:
    text = "Căn cứ quy định. Đề nghị Sở Y tế kiểm tra."
    assert sentence_duty(text, text.index(" Đề")) is None
