"""Measurable goals: what is one, how much, compared how, by when; and the many numbers that are none."""

from __future__ import annotations

import pytest
from small_documents import said

# Each line stands alone in a part on goals of a plan without a year.
GOALS = [
    # the words that compare
    ("Giảm trên 2.700 hộ nghèo", [(2700, "hộ nghèo", ">")]),
    ("Hơn 90% hộ dân dùng nước sạch", [(90, "%", ">")]),
    ("Ít nhất 60% hộ có bình chữa cháy", [(60, "%", ">=")]),
    ("Tối thiểu 1.000 người lao động thuộc hộ nghèo được kết nối việc làm", [(1000, "người lao động", ">=")]),
    ("Chỉ số hài lòng của người dân đạt từ 92% trở lên", [(92, "%", ">=")]),
    ("Tỷ lệ bao phủ bảo hiểm y tế đạt 95% trở lên", [(95, "%", ">=")]),
    ("Tỷ lệ trẻ suy dinh dưỡng thể thấp còi còn dưới 18%", [(18, "%", "<")]),
    ("Tỷ lệ tái nghèo không quá 0,5%", [(0.5, "%", "<=")]),
    ("Tỷ lệ học sinh bỏ học tối đa 0,3%", [(0.3, "%", "<=")]),
    ("Tỷ lệ tử vong ở trẻ dưới 5 tuổi không vượt quá 15‰", [(15, "‰", "<=")]),
    ("Tỷ lệ che phủ rừng không dưới 42%", [(42, "%", ">=")]),
    ("Khoảng 500 thanh niên được học nghề", [(500, "thanh niên", "≈")]),
    ("Tỷ lệ tử vong do sốt xuất huyết < 0,09%", [(0.09, "%", "<")]),
    ("Tỷ lệ hồ sơ đúng hạn ≥ 98%", [(98, "%", ">=")]),
    ("Tỷ lệ hộ nghèo còn 3,5%", [(3.5, "%", "=")]),
    ("Tỷ lệ trẻ em đi học đúng độ tuổi đạt 90%", [(90, "%", "=")]),
    ("Tỷ lệ tiêm đủ mũi đạt tối thiểu 95%", [(95, "%", ">=")]),
    ("Tối thiểu có 05 mô hình sinh kế", [(5, "mô hình sinh kế", ">=")]),
    ("Tỷ lệ giao dịch trực tuyến đạt tỷ lệ trên 70%", [(70, "%", ">")]),
    ("Tỷ lệ mắc mới từ 2% trở xuống", [(2, "%", "<=")]),
    # falls and rises
    ("Giảm ít nhất 30% số vụ cháy nhà ở so với giai đoạn 2017 - 2023", [(30, "%", ">=")]),
    ("Giảm 5% số người chết vì tai nạn giao thông so với năm 2023", [(5, "%", "=")]),
    ("Giảm tỷ lệ hộ nghèo từ 5,2% xuống còn 3%", [(3, "%", "=")]),
    ("Nâng tỷ lệ trường đạt chuẩn từ 60% lên trên 75%", [(75, "%", ">")]),
    ("Giảm tỷ lệ hộ nghèo bình quân 1 - 1,5%/năm", [(1, "%/năm", ">="), (1.5, "%/năm", "<=")]),
    ("Giảm bình quân từ 4% đến 5% số vụ vi phạm", [(4, "%", ">="), (5, "%", "<=")]),
    ("Tăng 5 điểm phần trăm so với năm trước", [(5, "điểm phần trăm", "=")]),
    ("Cắt giảm tối thiểu 20% chi phí tuân thủ", [(20, "%", ">=")]),
    ("Giải ngân 100% vốn đầu tư công", [(100, "%", "=")]),
    ("Kéo giảm số vụ mỗi năm 5-10%", [(5, "%", ">="), (10, "%", "<=")]),
    ("Tuổi thọ trung bình đạt khoảng 74,5 tuổi", [(74.5, "tuổi", "≈")]),
    ("Dưới 112 bé trai/100 bé gái", [(112, "bé trai/100 bé gái", "<")]),
    ("GRDP bình quân đầu người đạt 4.700 USD", [(4700, "USD", "=")]),
    ("Tỷ lệ đô thị hóa: 16% trở lên", [(16, "%", ">=")]),
    # nothing left
    ("Không còn hộ chính sách người có công là hộ nghèo", [(0, "hộ chính sách người có công là hộ nghèo", "=")]),
    ("Cơ bản không còn phòng học tạm", [(0, "phòng học tạm", "≈")]),
    ("Không còn điểm đen tai nạn giao thông trên địa bàn huyện", [(0, "điểm đen tai nạn giao thông", "=")]),
    # counts and their units
    ("Trồng mới 1.500 ha rừng phòng hộ", [(1500, "ha rừng phòng hộ", "=")]),
    ("Thành lập mới 65 Tổ liên gia an toàn PCCC", [(65, "Tổ liên gia an toàn PCCC", "=")]),
    ("Đón 5 triệu lượt khách", [(5_000_000, "lượt khách", "=")]),
    ("Đón 1,2 triệu lượt khách quốc tế", [(1_200_000, "lượt khách quốc tế", "=")]),
    ("Đào tạo nghề cho 18.000 lao động", [(18000, "lao động", "=")]),
    ("Toàn huyện có 33 trường đạt chuẩn quốc gia", [(33, "trường đạt chuẩn quốc gia", "=")]),
    ("Đạt 30 giường bệnh/10.000 dân", [(30, "giường bệnh/10.000 dân", "=")]),
    ("Đạt 12 bác sĩ/vạn dân", [(12, "bác sĩ/vạn dân", "=")]),
    ("Có 10/12 xã đạt chuẩn nông thôn mới", [(10, "xã đạt chuẩn nông thôn mới", "=")]),
    ("Cứng hóa 45,5 km đường liên thôn", [(45.5, "km đường liên thôn", "=")]),
    ("Xây dựng 02 trạm y tế xã", [(2, "trạm y tế xã", "=")]),
    ("Thu nhập bình quân đầu người đạt 60 triệu đồng/người/năm", [(60e6, "đồng/người/năm", "=")]),
    ("Doanh thu du lịch đạt trên 2.500 tỷ đồng", [(2500e9, "đồng", ">")]),
    ("Kinh tế số chiếm 20% GRDP", [(20, "%", "=")]),
    ("Tốc độ tăng năng suất lao động đạt 7,5%/năm", [(7.5, "%/năm", "=")]),
    ("90 phần trăm dân số có hồ sơ sức khỏe điện tử", [(90, "%", "=")]),
    # several in one item
    ("Giảm trên 2.700 hộ nghèo và 3.000 hộ cận nghèo", [(2700, "hộ nghèo", ">"), (3000, "hộ cận nghèo", ">")]),
    ("Có 70% số xã đạt chuẩn, trong đó 30% số xã đạt chuẩn nâng cao", [(70, "%", "="), (30, "%", "=")]),
    ("Tỷ lệ qua đào tạo đạt 60%, trong đó có bằng cấp đạt 30%; 100% xã có nhà văn hóa", [(60, "%", "="), (30, "%", "="), (100, "%", "=")]),
    ("Tỷ lệ hộ dùng nước sạch đạt 95%, tỷ lệ hộ có nhà tiêu hợp vệ sinh đạt 90%", [(95, "%", "="), (90, "%", "=")]),
    ("90% hộ dùng nước hợp vệ sinh; ít nhất 60% hộ có nhà tiêu", [(90, "%", "="), (60, "%", ">=")]),
    ("Thành lập 65 tổ và ít nhất 38 điểm chữa cháy công cộng", [(65, "tổ", "="), (38, "điểm chữa cháy công cộng", ">=")]),
    ("Trồng 200 ha rừng, chăm sóc 500 ha rừng", [(200, "ha rừng", "="), (500, "ha rừng", "=")]),
    # one goal, though it has a second number
    ("100% tổ dân phố có ít nhất 01 “Ngôi nhà xanh” thu gom phế liệu", [(100, "%", "=")]),
    ("100% cơ sở trên 50 giường bệnh có bệnh án điện tử", [(100, "%", "=")]),
    ("Giảm 500 hộ nghèo, tương ứng 2,5% số hộ", [(500, "hộ nghèo", "=")]),
    ("Đạt 95% (hiện nay 80%)", [(95, "%", "=")]),
    ("100% người từ 15 tuổi trở lên có tài khoản", [(100, "%", "=")]),
    ("80% thủ tục mức độ 4 phát sinh hồ sơ trực tuyến", [(80, "%", "=")]),
    ("Kinh tế số: kinh tế số chiếm 8% GRDP của tỉnh", [(8, "%", "=")]),
]  # fmt: skip

NONE = [
    ("Hiện có 12 xã đặc biệt khó khăn", "what there is"),
    ("Toàn tỉnh đã công nhận 25 xã", "of the past"),
    ("Đến nay đã đạt 60% kế hoạch", "of the past"),
    ("Tỷ lệ hộ nghèo hiện còn 8%", "what there is"),
    ("Ước đạt 75% kế hoạch", "an estimate of a result"),
    ("Thực hiện Nghị quyết số 76/2014/QH13 ngày 24/6/2014 của Quốc hội", "a citation"),
    ("Theo Điều 5, khoản 2 của Luật Lâm nghiệp", "articles"),
    ("Hoàn thành trước ngày 30/6/2025", "a date"),
    ("Hoàn thành trong 6 tháng", "a duration"),
    ("Giải quyết trong 05 ngày làm việc", "a duration"),
    ("Giai đoạn 2021 - 2025 đạt kết quả toàn diện", "a period"),
    ("Đến năm 2025 cơ bản hoàn thành", "a horizon with no measure"),
    ("Liên hệ số điện thoại 0623.754.268 để được hướng dẫn", "a phone number"),
    ("Liên hệ đường dây nóng 19009095 để phản ánh", "a phone number"),
    ("Cung cấp dịch vụ công mức độ 3, mức độ 4", "names of levels"),
    ("Triển khai Dự án 1 và Tiểu dự án 2 của Chương trình", "names of projects"),
    ("Nâng cấp quốc lộ 6 và đường tỉnh 105", "names of roads"),
    ("Hỗ trợ 50% kinh phí đào tạo", "a share of a cost"),
    ("Ngân sách tỉnh bảo đảm 50% tổng mức hỗ trợ", "a share of a cost"),
    ("Hỗ trợ 30 triệu đồng/hộ để sửa nhà", "an amount of support"),
    ("Kinh phí thực hiện 46,8 tỷ đồng", "a sum of money"),
    ("Bộ máy chính quyền địa phương 02 cấp vận hành thông suốt", "number of levels"),
    ("Không để xảy ra vụ ngộ độc trên 30 người mắc", "what must not happen"),
    ("Bảo đảm thông tin thông suốt 24/24 giờ", "hours"),
    ("Chăm sóc trẻ từ 3 tuổi", "an age"),
    ("Kiểm soát dịch COVID-19", "a name"),
    ("Tỷ lệ đạt 12.345%", "can be read in two ways"),
    ("Giảm 66,006,65 hộ", "cannot be read"),
    ("Không còn phù hợp với thực tiễn", "nothing that is counted"),
    ("Nếu vượt 10% thì báo cáo", "a condition"),
    ("Năm 2019 đạt 45%", "issued in 2024: a result"),
]  # fmt: skip

# Outside of the parts on goals.
ELSEWHERE = [
    ("Các xã phấn đấu giảm 200 hộ nghèo", [(200, "hộ nghèo", "=")]),
    ("Sở Y tế bảo đảm 100% trạm y tế có bác sĩ", [(100, "%", "=")]),
    ("UBND xã hỗ trợ xóa nghèo, đảm bảo đến cuối năm 2025 không còn hộ nghèo là người có công", [(0, "hộ nghèo là người có công", "=")]),
    ("Công an tỉnh thực hiện chỉ tiêu giảm 5% số vụ tai nạn", [(5, "%", "=")]),
    ("Sở GD&ĐT phấn đấu đến hết năm 2025 có 85% trường đạt chuẩn", [(85, "%", "=")]),
    ("Kiểm tra 100% bếp ăn tập thể", []),
    ("Kiểm tra tại tối thiểu 30% đơn vị trực thuộc", []),
    ("Mở rộng mạng truyền số liệu đến 100% cơ quan cấp xã", []),
    ("Ký cam kết bảo đảm an toàn PCCC với 100% chủ hộ", []),
    ("Bố trí 02 cán bộ trực", []),
    ("Tỷ lệ bao phủ đạt 93,06%, thấp hơn chỉ tiêu 95,25% được giao", []),
    ("Thời gian qua, huyện đã phấn đấu giảm 300 hộ nghèo", []),
    ("Ngân sách tỉnh bảo đảm 50% kinh phí", []),
    ("Ngân sách tỉnh bảo đảm 100% kinh phí", []),
    ("Giao chỉ tiêu cụ thể cho 12 xã trước ngày 30/6", []),
    ("Thực hiện Chương trình mục tiêu quốc gia giai đoạn 2021 - 2025", []),
    ("Năm 2023 giao quân đạt 100% chỉ tiêu", []),
]  # fmt: skip

# Title of the plan, heading, item; the last day that is allowed.
DUE = [
    ("Giảm nghèo", "I. MỤC TIÊU", "Đến năm 2025, 100% xã có trạm y tế", "2025-12-31"),
    ("Giảm nghèo", "I. MỤC TIÊU", "Xóa 100% phòng học tạm vào năm 2026", "2026-12-31"),
    ("Giảm nghèo", "I. MỤC TIÊU", "Đến tháng 6/2026 có 80% hộ phân loại rác", "2026-06-30"),
    ("Giảm nghèo", "I. MỤC TIÊU ĐẾN NĂM 2030", "100% xã có trạm y tế", "2030-12-31"),
    ("Giảm nghèo", "I. CHỈ TIÊU ĐẾN HẾT NĂM 2025", "100% xã có trạm y tế", "2025-12-31"),
    ("Giảm nghèo giai đoạn 2024 - 2028", "I. MỤC TIÊU", "100% xã có trạm y tế", "2028-12-31"),
    ("Giảm nghèo năm 2025", "I. MỤC TIÊU", "100% xã có trạm y tế", "2025-12-31"),
    ("Giảm nghèo năm 2025", "I. MỤC TIÊU", "Đến cuối năm, 100% xã có trạm y tế", "2025-12-31"),
    ("Giảm nghèo năm 2025", "I. MỤC TIÊU", "Hằng năm giảm 2% số vụ", "2025-12-31"),
    ("Giảm nghèo", "I. MỤC TIÊU", "Hằng năm giảm 2% số vụ", None),
    ("Giảm nghèo", "I. MỤC TIÊU", "100% xã có trạm y tế", None),
    ("Giảm nghèo", "I. MỤC TIÊU", "Giảm 5% số vụ so với năm 2023", None),
    ("Giảm nghèo", "I. MỤC TIÊU ĐẾN NĂM 2030, TẦM NHÌN ĐẾN NĂM 2045", "100% xã có trạm y tế", "2030-12-31"),
    ("Giảm nghèo", "I. MỤC TIÊU\n1. Giai đoạn 2024 - 2025", "100% xã có trạm y tế", "2025-12-31"),
    ("Giảm nghèo", "I. MỤC TIÊU\nĐến năm 2027:", "100% xã có trạm y tế", "2027-12-31"),
]

HEAD = """UBND TỈNH HÀ GIANG
Số: 61/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Giang, ngày 12 tháng 02 năm 2024

KẾ HOẠCH
{title}

"""


def goals(title: str, heading: str, item: str) -> list[tuple[float | None, str | None, str, str | None]]:
    text = HEAD.format(title=title) + f"{heading}\n- {item}.\n- Nâng cao nhận thức.\n"
    return [(target.value, target.unit, target.comparison, target.due) for target in said(text).targets]


@pytest.mark.parametrize(("item", "expected"), GOALS, ids=[item for item, _ in GOALS])
def test_a_goal(item: str, expected: list[tuple[float, str, str]]) -> None:
    assert [goal[:3] for goal in goals("Về giảm nghèo", "II. MỤC TIÊU CỤ THỂ", item)] == expected


@pytest.mark.parametrize(("item", "why"), NONE, ids=[item for item, _ in NONE])
def test_no_goal(item: str, why: str) -> None:
    assert goals("Về giảm nghèo", "II. MỤC TIÊU CỤ THỂ", item) == [], why


@pytest.mark.parametrize(("item", "expected"), ELSEWHERE, ids=[item for item, _ in ELSEWHERE])
def test_outside_of_the_parts_on_goals(item: str, expected: list[tuple[float, str, str]]) -> None:
    assert [goal[:3] for goal in goals("Về giảm nghèo", "III. NHIỆM VỤ", item)] == expected


@pytest.mark.parametrize(("title", "heading", "item", "due"), DUE)
def test_by_when(title: str, heading: str, item: str, due: str | None) -> None:
    assert [goal[3] for goal in goals(title, heading, item)] == [due]


@pytest.mark.parametrize(
    "heading", ["II. KẾT QUẢ THỰC HIỆN CÁC MỤC TIÊU", "I. THỰC TRẠNG", "I. TÌNH HÌNH", "IV. KINH PHÍ", "I. CĂN CỨ"]
)  # fmt: skip
def test_other_parts_have_no_goals(heading: str) -> None:
    assert goals("Về giảm nghèo", heading, "100% xã có trạm y tế") == []


@pytest.mark.parametrize(
    "heading",
    ["I. MỤC TIÊU", "II. CHỈ TIÊU NĂM 2025", "1. Các chỉ tiêu chủ yếu", "I. MỤC ĐÍCH, MỤC TIÊU", "2. Một số chỉ tiêu",
     "I. QUAN ĐIỂM VÀ MỤC TIÊU", "Điều 2. Mục tiêu", "a) Mục tiêu cụ thể:"],
)  # fmt: skip
def test_parts_on_goals(heading: str) -> None:
    assert len(goals("Về giảm nghèo", heading, "100% xã có trạm y tế")) == 1


def test_the_quote_is_the_clause() -> None:
    text = "MỤC TIÊU\n\nI. MỤC TIÊU\n- Y tế: Có 70% số xã đạt chuẩn(1), trong đó 30% số xã nâng cao (phụ lục 1).\n- Khác.\n"
    assert [target.quote for target in said(text).targets] == ["Có 70% số xã đạt chuẩn", "30% số xã nâng cao"]


def test_tables_are_not_read() -> None:
    text = "I. MỤC TIÊU\n1\tSở Y tế\t70% dân số có hồ sơ\n2\tSở Y tế\t80% dân số có hồ sơ\n"
    assert said(text).targets == ()


DIGITAL = """UBND TỈNH SƠN LA
Số: 12/KH-UBND
Sơn La, ngày 10 tháng 01 năm 2024

KẾ HOẠCH
Chuyển đổi số năm 2024

Căn cứ Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ;

I. KẾT QUẢ NĂM 2023
Tỷ lệ hồ sơ trực tuyến đạt 45%; 12 xã có tổ công nghệ số.

II. MỤC TIÊU
1. Chính quyền số
- 100% thủ tục đủ điều kiện được cung cấp trực tuyến toàn trình; tối thiểu 60% hồ sơ nộp trực tuyến.
- Năm 2024 đạt 80% báo cáo điện tử, đến năm 2025 đạt 100%.
2. Xã hội số: trên 65% người từ 15 tuổi trở lên có tài khoản thanh toán.

III. NHIỆM VỤ
1. Sở Thông tin và Truyền thông kiểm tra 100% hệ thống trước ngày 30/6/2024.
2. Các sở phấn đấu số hóa ít nhất 50% kết quả giải quyết.

IV. KINH PHÍ
Tổng kinh phí 68.450 triệu đồng, trong đó ngân sách tỉnh 60%.
"""

FOREST = """HĐND TỈNH LAI CHÂU
Số: 08/NQ-HĐND
Lai Châu, ngày 10 tháng 7 năm 2021

NGHỊ QUYẾT
Về phát triển rừng bền vững giai đoạn 2021 - 2025

Điều 1. Mục tiêu
1. Tỷ lệ che phủ rừng đạt trên 54%; trồng mới 15.000 ha rừng, trong đó có 2.000 ha quế.
2. Thu nhập từ rừng đạt 40 triệu đồng/hộ/năm.
Điều 2. Chính sách hỗ trợ
1. Hỗ trợ 10 triệu đồng/ha, không quá 03 ha/hộ.
2. Hỗ trợ 100% chi phí giống.
"""

SCHOOL = """UBND HUYỆN HỮU LŨNG
Số: 33/KH-UBND
Hữu Lũng, ngày 05 tháng 9 năm 2024

KẾ HOẠCH
Phổ cập giáo dục

Hiện nay toàn huyện có 64 phòng học tạm, đạt 81%.
Phấn đấu đạt các chỉ tiêu sau:
- Duy trì 24/24 xã đạt chuẩn phổ cập;
- Không còn phòng học tạm vào năm 2026;
- Tỷ lệ chuyên cần đạt 98% trở lên.
"""

ROAD = """CÔNG AN TỈNH HÀ TĨNH
Số: 77/KH-CAT
Hà Tĩnh, ngày 05 tháng 01 năm 2025

KẾ HOẠCH
Bảo đảm trật tự, an toàn giao thông năm 2025

I. MỤC ĐÍCH, YÊU CẦU
1. Kéo giảm tai nạn giao thông từ 5% đến 10% trên cả 03 tiêu chí.
2. Phấn đấu giảm 10% số người chết so với năm 2024.
II. NỘI DUNG
1. Xử lý người lái xe có nồng độ cồn vượt quá 50 miligam.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            DIGITAL,
            [(100, "%", "=", "2024-12-31"), (60, "%", ">=", "2024-12-31"), (80, "%", "=", "2024-12-31"),
             (100, "%", "=", "2025-12-31"), (65, "%", ">", "2024-12-31"), (50, "%", ">=", "2024-12-31")],
        ),
        (
            FOREST,
            [(54, "%", ">", "2025-12-31"), (15000, "ha rừng", "=", "2025-12-31"),
             (2000, "ha quế", "=", "2025-12-31"), (40e6, "đồng/hộ/năm", "=", "2025-12-31")],
        ),
        (
            SCHOOL,
            [(24, "xã đạt chuẩn phổ cập", "=", None), (0, "phòng học tạm vào năm 2026", "=", "2026-12-31"),
             (98, "%", ">=", None)],
        ),
        (ROAD, [(5, "%", ">=", "2025-12-31"), (10, "%", "<=", "2025-12-31"), (10, "%", "=", "2025-12-31")]),
    ],
    ids=["digital", "forest", "school", "road"],
)  # fmt: skip
def test_whole_documents(text: str, expected: list[tuple[float, str, str, str | None]]) -> None:
    found = [(target.value, target.unit, target.comparison, target.due) for target in said(text).targets]
    assert found == expected
