"""Bodies that are told only by what they are, where a clause begins: the issuer itself, a place, those of a school.

Each text is our own; beside what is found stands what only looks like it.
"""

from __future__ import annotations

import pytest
from small_documents import said

LEADS = {
    "Bộ sẽ tổng kết, khen thưởng các đơn vị làm tốt.": ("Bộ",),
    "Sau đợt thi, Phòng sẽ tổ chức chấm bài.": ("Phòng",),
    "Trường sẽ tổ chức khám mắt cho học sinh.": ("Trường",),
    "Phường An Hòa tổ chức tiêm chủng cho trẻ em.": ("Phường An Hòa",),
    "Xã Tân Lập phải khơi thông cống rãnh.": ("Xã Tân Lập",),
    "Trong đợt thi đấu, công đoàn bố trí sân bãi.": ("công đoàn",),
    "Khi lớp đi tham quan, lớp trưởng cũng nhắc nhở các bạn giữ vệ sinh.": ("lớp trưởng",),
    "Đội trưởng có trách nhiệm nộp danh sách.": ("Đội trưởng",),
    "Hiệu trưởng phân công giáo viên trực.": ("Hiệu trưởng",),
    "Ban Tổ chức chuẩn bị giải thưởng.": ("Ban Tổ chức",),
    "Ban Tổ chức giải bố trí trọng tài.": ("Ban Tổ chức giải",),
    "Ban Giám hiệu bố trí lịch trực.": ("Ban Giám hiệu",),
    # the words are objects, a place, or stand within a name
    "Động viên công đoàn tổ chức thi bơi.": (),
    "Báo cáo Hiệu trưởng phân công người trực.": (),
    "Bộ phận một cửa sẽ tiếp nhận hồ sơ.": ("Bộ phận một cửa",),
    "Kiểm tra UBND phường An Hòa tổ chức tiêm chủng.": (),
    "Sở Y tế sẽ tổ chức tập huấn.": ("Sở Y tế",),
    "Ban Tổ chức Tỉnh ủy thông báo danh sách.": ("Ban Tổ chức Tỉnh ủy",),
}


@pytest.mark.parametrize("sentence", LEADS)
def test_who_must_do_it(sentence: str) -> None:
    tasks = said(f"KẾ HOẠCH\nPhong trào\n\nII. NHIỆM VỤ\n\n1. {sentence}").tasks
    assert [task.lead for task in tasks] == [LEADS[sentence]]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Bộ sẽ tổng kết việc này vào cuối năm 2025.", 1),
        ("Phường An Hòa có 12 tổ dân phố.", 0),
        ("Phường sẽ được chia làm hai.", 0),
    ],
)
def test_outside_of_a_part_with_work(sentence: str, found: int) -> None:
    tasks = said(f"Số: 12/CV-ABC\n\nKính gửi: Các trường.\n\nLời đầu của công văn.\n\n{sentence}").tasks
    assert len(tasks) == found


def test_a_clause_that_goes_on_with_another_body() -> None:
    tasks = said("II. NHIỆM VỤ\n\n1. Nhà trường lập danh sách; Đội trưởng nộp trước ngày 5/3/2025.").tasks
    assert [task.lead for task in tasks] == [("Nhà trường",), ("Đội trưởng",)]


@pytest.mark.parametrize(
    ("asked", "lead"),
    [
        ("các sở, ngành, cộng đồng doanh nghiệp", ("các sở, ngành, cộng đồng doanh nghiệp",)),
        ("các sở, ngành và cộng đồng doanh nghiệp", ("các sở, ngành", "cộng đồng doanh nghiệp")),
        ("Sở Công Thương, cộng đồng doanh nghiệp", ("Sở Công Thương", "cộng đồng doanh nghiệp")),
        # those to whom the letter goes, never who asks
        ("cộng đồng dân cư", ("cộng đồng dân cư",)),
        ("địa phương", ("địa phương",)),
    ],
)
def test_a_community_that_a_lead_in_asks(asked: str, lead: tuple[str, ...]) -> None:
    tasks = said(
        f"CÔNG VĂN\nV/v tiết kiệm điện\n\nUBND tỉnh đề nghị {asked} thực hiện:\n- Rà soát đèn đường."
    ).tasks
    assert [task.lead for task in tasks] == [lead]


@pytest.mark.parametrize(
    ("sentence", "lead", "support"),
    [
        (
            "UBND xã phối hợp với Mặt trận, cộng đồng dân cư dọn kênh.",
            "UBND xã",
            ("Mặt trận", "cộng đồng dân cư"),
        ),
        # the word of what is done for them
        ("UBND xã tuyên truyền đến các hộ nuôi tôm, cộng đồng dân cư thực hiện nếp sống mới.", "UBND xã", ()),
        ("UBND xã hỗ trợ hộ nghèo, cộng đồng dân cư vay vốn.", "UBND xã", ()),
    ],
)
def test_a_community_in_a_sentence(sentence: str, lead: str, support: tuple[str, ...]) -> None:
    (task,) = said(f"II. NHIỆM VỤ\n\n1. {sentence}").tasks
    assert (task.lead, task.support) == ((lead.replace("UBND", "Ủy ban nhân dân"),), support)
