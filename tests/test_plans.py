"""What plans and programmes of action with many tasks and times taught: whose duty it is, who helps, and by when."""

from __future__ import annotations

import pytest
from small_documents import said

HEAD = """ỦY BAN NHÂN DÂN
TỈNH HẬU GIANG
Số: 18/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hậu Giang, ngày 10 tháng 3 năm 2025

KẾ HOẠCH
Quản lý bến bãi ven sông

II. NHIỆM VỤ
"""
Row = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]  # lead, support, due

PLANS: dict[str, list[Row]] = {
    # `a/` is a marker under a heading without a colon
    "1. UBND các xã, thị trấn\na/ Lập danh sách bến.\nb/ Rà soát chủ bến.": [
        (("Ủy ban nhân dân các xã, thị trấn",), (), ()),
        (("Ủy ban nhân dân các xã, thị trấn",), (), ()),
    ],
    # the post of the same person in a committee
    "1. Đồng chí Chủ tịch UBND huyện - Trưởng Ban Chỉ đạo: chỉ đạo chung.": [
        (("Chủ tịch Ủy ban nhân dân huyện",), (), ())
    ],
    # heads of so many villages, in a heading
    "1. Trưởng ấp 14 ấp\n- Thống kê đò ngang.": [(("Trưởng ấp 14 ấp",), (), ())],
    "1. Điện lực Vị Thủy, VNPT Hậu Giang có phương án dự phòng.": [
        (("Điện lực Vị Thủy", "VNPT Hậu Giang"), (), ())
    ],
    "1. Trạm Thú y chủ trì cùng Công an xã kiểm tra chợ.": [(("Trạm Thú y",), ("Công an xã",), ())],
    "1. Phòng Kinh tế chủ trì cùng các xóm kiểm tra đập.": [(("Phòng Kinh tế",), ("các xóm",), ())],
    "1. Phòng Kinh tế chủ trì cùng lúc hai dự án.": [(("Phòng Kinh tế",), (), ())],
    # the quarter is what the report is on
    "1. Sở Xây dựng báo cáo quý I trước ngày 15/3, quý III trước ngày 15/9.": [
        (("Sở Xây dựng",), (), ("2025-03-15", "2025-09-15"))
    ],
    "1. Sở Xây dựng kiểm tra trong quý III, báo cáo trước ngày 15/10.": [
        (("Sở Xây dựng",), (), ("2025-09-30", "2025-10-15"))
    ],
    # another day of the same months; not of a quarter named meanwhile
    "1. Ngày 20 hằng tháng, Sở Xây dựng đối chiếu sổ, báo cáo UBND tỉnh trước ngày 25.": [
        (("Sở Xây dựng",), (), ("FREQ=MONTHLY;BYMONTHDAY=20", "FREQ=MONTHLY;BYMONTHDAY=25"))
    ],
    "1. Sở Xây dựng gửi số liệu ngày 20 hằng tháng, nộp báo cáo quý trước ngày 25.": [
        (("Sở Xây dựng",), (), ("FREQ=MONTHLY;BYMONTHDAY=20",))
    ],
    "1. Sở Xây dựng gửi giấy mời trước mỗi cuộc họp ít nhất 03 ngày.": [(("Sở Xây dựng",), (), ("P3D",))],
    "1. Sở Xây dựng gửi tài liệu trước kỳ kiểm tra 05 ngày.": [(("Sở Xây dựng",), (), ("P5D",))],
    # the year of the plan, in a time column
    "| TT | Nhiệm vụ | Chủ trì | Thời gian |\n|---|---|---|---|\n| 1 | Kiểm tra bến | Sở Xây dựng | Cả năm |"
    "\n| 2 | Sửa bến | Sở Xây dựng | Thường xuyên trong năm |": [
        (("Sở Xây dựng",), (), ("2025-12-31",)),
        (("Sở Xây dựng",), (), ()),
    ],
    "1. Hiệp đồng 12 xe tải với chủ phương tiện; ký xong trước 25/7/2025": [((), (), ("2025-07-25",))],
    # what a heading has in brackets is when its items are done; a budget year is not
    "1. Chuẩn bị (hoàn thành trước ngày 30/4/2025)\n- In biểu mẫu.\n2. Bước 2 (tháng 5 - tháng 9/2025): ra quân\n"
    "- Tổ chức phân làn bến đò.\n3. Kiểm toán ngân sách (năm 2024)\n- Lập báo cáo kiểm toán.": [
        ((), (), ("2025-04-30",)),
        ((), (), ("2025-09-30",)),
        ((), (), ()),
    ],
    # days in brackets; a share is no day
    "1. Sở Y tế tiêm đợt một cho lớp 5 (16/4 - 24/4).\n2. Sở Y tế kiểm tra 2/5 - 3/5 số trạm.": [
        (("Sở Y tế",), (), ("2025-04-24",)),
        (("Sở Y tế",), (), ()),
    ],
    # notice that is given: so many days before, or the hours of whole days; 17 giờ is an hour of the day
    "1. Sở Công Thương báo lịch cắt điện trước 05 ngày làm việc; đối với hộ dân trước ít nhất 24 giờ.": [
        (("Sở Công Thương",), (), ("P5D", "PT24H"))
    ],
    "1. Sở Công Thương chốt số liệu trước 17 giờ.": [(("Sở Công Thương",), (), ())],
    "1. Sở Công Thương treo pa nô xong trước lễ ra quân ít nhất 1 tuần.": [
        (("Sở Công Thương",), (), ("P1W",))
    ],
    "1. Sở Công Thương gửi số liệu vào ngày cuối tháng; nghiệm thu vào ngày cuối tháng 6.": [
        (("Sở Công Thương",), (), ("FREQ=MONTHLY;BYMONTHDAY=-1", "2025-06-30"))
    ],
    "1. Sở Công Thương họp chiều thứ Sáu tuần đầu tháng.": [
        (("Sở Công Thương",), (), ("FREQ=MONTHLY;BYDAY=1FR",))
    ],
    "1. Sở Công Thương cập nhật mỗi tháng hai lần (ngày 10 và ngày 25).": [
        (("Sở Công Thương",), (), ("FREQ=MONTHLY;BYMONTHDAY=10", "FREQ=MONTHLY;BYMONTHDAY=25"))
    ],
    "1. Sở Công Thương gửi báo cáo tháng trước ngày 23, báo cáo năm trước 05/12.": [
        (("Sở Công Thương",), (), ("FREQ=MONTHLY;BYMONTHDAY=23", "2025-12-05"))
    ],
    "1. Sở Công Thương công khai báo cáo tháng 4 trên trang tin.": [(("Sở Công Thương",), (), ())],
    "1. Sở Công Thương đàm phán xong chậm nhất vào 20 tháng 6, bố trí vốn không để chậm quá ngày 10/7.": [
        (("Sở Công Thương",), (), ("2025-06-20", "2025-07-10"))
    ],
    "1. Phối hợp với Cục Điện lực và Năng lượng tái tạo, Đội Cảnh sát giao thông - trật tự Công an quận kiểm tra.": [
        ((), ("Cục Điện lực và Năng lượng tái tạo", "Đội Cảnh sát giao thông - trật tự Công an quận"), ())
    ],
    "1. Các điểm tiêm hoàn tất việc thu gom vỏ lọ.": [(("Các điểm tiêm",), (), ())],
}


@pytest.mark.parametrize("text", PLANS)
def test_whose_with_whom_and_by_when(text: str) -> None:
    assert [(task.lead, task.support, task.due) for task in said(HEAD + text).tasks] == PLANS[text]
