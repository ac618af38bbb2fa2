"""A small family on sorting waste, written for the tests of gaps and conflicts, and read by the whole pipeline.

1486/QĐ-TTg (2024)  <-  85/KH-UBND of the province Lâm Đồng (2025)  <-  12/KH-UBND of the district Đức Trọng
"""

from __future__ import annotations

from small_documents import said

from extract.extraction import Extraction

CENTRAL = "THỦ TƯỚNG CHÍNH PHỦ"
PROVINCE = "ỦY BAN NHÂN DÂN\nTỈNH LÂM ĐỒNG"
DISTRICT = "ỦY BAN NHÂN DÂN\nHUYỆN ĐỨC TRỌNG"

TASKS_ABOVE = """1. Bộ Tài nguyên và Môi trường hướng dẫn kỹ thuật phân loại chất thải rắn sinh hoạt trước ngày 31/3/2025.
2. Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương:
a) Ban hành kế hoạch thực hiện Đề án trước ngày 30/4/2025;
b) Lắp đặt thùng rác ba ngăn tại các khu dân cư tập trung, hoàn thành trước ngày 30/6/2025;
c) Xây dựng điểm tập kết chất thải nguy hại hộ gia đình, hoàn thành trước ngày 31/12/2025;
d) Báo cáo kết quả thực hiện Đề án về Bộ Tài nguyên và Môi trường trước ngày 15 tháng 12 hằng năm."""

TASKS = """1. Sở Xây dựng lắp đặt thùng rác ba ngăn tại các khu dân cư tập trung, hoàn thành trước ngày 30/9/2025.
2. Sở Nông nghiệp và Môi trường tổng hợp, báo cáo kết quả thực hiện Đề án về Bộ Tài nguyên và Môi trường trước ngày 10 tháng 12 hằng năm.
3. Ủy ban nhân dân các huyện, thành phố tổ chức tập huấn phân loại rác cho cán bộ thôn, tổ dân phố trước ngày 31/8/2025."""

CARRIES_OUT = "Thực hiện Quyết định số 1486/QĐ-TTg ngày 29 tháng 11 năm 2024 của Thủ tướng Chính phủ"


def decision(tasks: str = TASKS_ABOVE, **more: str) -> Extraction:
    """The decision of the Prime Minister with these tasks."""
    body = (
        "QUYẾT ĐỊNH:\n\nĐiều 1. Phê duyệt Đề án phân loại chất thải rắn sinh hoạt tại nguồn.\n\nĐiều 2. Tổ chức thực hiện\n"
        f"{tasks}\n\nĐiều 3. Chủ tịch Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương chịu trách nhiệm thi hành"
        " Quyết định này./."
    )
    about = {
        "number": "1486/QĐ-TTg",
        "day": "Hà Nội, ngày 29 tháng 11 năm 2024",
        "type_": "QUYẾT ĐỊNH",
        "title": "Phê duyệt Đề án phân loại chất thải rắn sinh hoạt tại nguồn",
    }
    return document(CENTRAL, body, **(about | more))


def plan(tasks: str = TASKS, bases: str = CARRIES_OUT, issuer: str = PROVINCE, **more: str) -> Extraction:
    """A plan of the province with these tasks, which rests on these documents."""
    about = {
        "number": "85/KH-UBND",
        "day": "Lâm Đồng, ngày 14 tháng 4 năm 2025",
        "type_": "KẾ HOẠCH",
        "title": "Phân loại chất thải rắn sinh hoạt trên địa bàn tỉnh Lâm Đồng",
    }
    body = f"{bases}, Ủy ban nhân dân ban hành Kế hoạch như sau:\n\nI. TỔ CHỨC THỰC HIỆN\n\n{tasks}"
    return document(issuer, body, **(about | more))


def district_plan(tasks: str, **more: str) -> Extraction:
    """A plan of the district, which carries out that of the province."""
    about = {
        "number": "12/KH-UBND",
        "day": "Đức Trọng, ngày 05 tháng 5 năm 2025",
        "title": "Phân loại rác tại nguồn trên địa bàn huyện Đức Trọng",
    }
    basis = "Thực hiện Kế hoạch số 85/KH-UBND ngày 14 tháng 4 năm 2025 của Ủy ban nhân dân tỉnh Lâm Đồng"
    return plan(tasks, basis, DISTRICT, **(about | more))


def document(issuer: str, body: str, *, number: str, day: str, type_: str, title: str) -> Extraction:
    """A document in the official layout (Nghị định 30/2020/NĐ-CP), read as a plain text."""
    return said(
        f"{issuer}\n\nSố: {number}\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n{day}\n\n"
        f"{type_}\n{title}\n\n{body}\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n"
    )
