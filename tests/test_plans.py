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
}


@pytest.mark.parametrize("text", PLANS)
def test_whose_with_whom_and_by_when(text: str) -> None:
    assert [(task.lead, task.support, task.due) for task in said(HEAD + text).tasks] == PLANS[text]
