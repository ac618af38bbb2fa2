"""Which printed lines are one paragraph: where a line's end looks like the end of an item, or a line's head like one."""

from __future__ import annotations

import pytest

from ingest.lines import Line
from ingest.paragraphs import goes_on


def _line(text: str, indented: bool | None = None) -> Line:
    return Line(text, full=True, indented=indented)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("b) Lập đội bắt giữ chó thả rông tại các phường trong quý", "III/2019."),
        ("a) Các tổ chấm chéo; thực hiện từ tuần 28 và hoàn thành trong tháng", "3."),
        ("c) Mở lớp tập huấn (Chủ trì: Sở Y tế; phối hợp:", "Trường Đại học Cần Thơ, Viện Lúa)."),
        ("- Mỗi huyện chọn từ 02", "- 03 sản phẩm chủ lực, gửi Sở Công Thương;"),
        ("chỉ đạo Tập đoàn Công nghiệp Than", "- Khoáng sản Việt Nam cung ứng đủ than;"),
        ("thẩm tra của Ban Kinh tế -", "Ngân sách Hội đồng nhân dân tỉnh;"),
    ],
)
def test_the_sentence_goes_on(before: str, after: str) -> None:
    assert goes_on([_line(before)], _line(after))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Báo cáo kết quả trong quý", "III. TỔ CHỨC THỰC HIỆN"),
        ("Báo cáo kết quả trong quý", "III/ TỔ CHỨC THỰC HIỆN"),
        ("Rà soát từng tháng", "3. Sở Y tế bố trí thuốc."),
        ("c) Phân công như sau:", "Trường Đại học Cần Thơ mở lớp."),
        ("a) Các đơn vị (có danh sách kèm theo) phân công:", "Sở Y tế bố trí thuốc."),
        ("Giao chỉ tiêu năm 2025", "- 100% số xã có trạm y tế;"),
        ("Rà soát lĩnh vực kinh tế", "- Bố trí ngân sách cho trường học;"),
    ],
)
def test_an_item_begins(before: str, after: str) -> None:
    assert not goes_on([_line(before)], _line(after))


def test_a_number_that_is_not_set_in_as_items_are_belongs_to_the_sentence() -> None:
    items = _line("- Kiểm đếm xong Dự án đường nối Quốc lộ 7 với Quốc lộ", indented=True)
    assert goes_on([items], _line("48. Thời hạn hoàn thành: 30/9/2024.", indented=False))
    assert not goes_on([items], _line("48. Sở Y tế bố trí thuốc.", indented=True))
