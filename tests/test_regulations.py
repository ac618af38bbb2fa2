"""Habits of regulations (quy định, quy chế, nghị định): whom they bind, what they only describe, how they allot a power.

Each habit has an example, and where it could be mistaken a counter-example.
"""

from __future__ import annotations

import pytest
from small_documents import said

HEAD = "ỦY BAN NHÂN DÂN\nTỈNH NINH THUẬN\n\nQUYẾT ĐỊNH\nBan hành Quy định về bến bãi\n\n"
Row = tuple[tuple[str, ...], str]


def rows(text: str) -> list[Row]:
    return [(task.lead, task.quote) for task in said(HEAD + text).tasks]


WHO: dict[str, tuple[str, list[Row]]] = {
    "a conclusion drawn from what was told": (
        "1. Về bến bãi\n\nDo đó, Sở Xây dựng rà soát các bến.\n\nVì vậy, đề nghị địa phương khảo sát các bãi đỗ.",
        [
            (("Sở Xây dựng",), "Do đó, Sở Xây dựng rà soát các bến."),
            (("địa phương",), "Vì vậy, đề nghị địa phương khảo sát các bãi đỗ."),
        ],
    ),
    "staff by where they work": (
        "Điều 4. Tiếp nhận\n\n1. Cán bộ, công chức làm việc tại quầy thu phí có trách nhiệm hướng dẫn khách, ghi sổ.",
        [
            (
                ("Cán bộ, công chức làm việc tại quầy thu phí",),
                "Cán bộ, công chức làm việc tại quầy thu phí có trách nhiệm hướng dẫn khách, ghi sổ.",
            )
        ],
    ),
    "a heading with staff by where they work": (
        "Điều 4. Tiếp nhận\n\n1. Cán bộ, viên chức làm việc tại bến có trách nhiệm:\n\na) Nếu xe quá tải thì lập biên bản;\n\nb) Ghi vào sổ trực.",
        [
            (("Cán bộ, viên chức làm việc tại bến",), "Nếu xe quá tải thì lập biên bản;"),
            (("Cán bộ, viên chức làm việc tại bến",), "Ghi vào sổ trực."),
        ],
    ),
    "bodies by what they run": (
        "Điều 4. Vận hành\n\n1. Các doanh nghiệp khai thác bến phải lắp camera.\n\n2. Các tổ chức, cá nhân là chủ quán ăn, bãi xe khi thuê mặt bằng đều phải ký hợp đồng.",
        [
            (("Các doanh nghiệp khai thác bến",), "Các doanh nghiệp khai thác bến phải lắp camera."),
            (
                ("Các tổ chức, cá nhân là chủ quán ăn, bãi xe",),
                "Các tổ chức, cá nhân là chủ quán ăn, bãi xe khi thuê mặt bằng đều phải ký hợp đồng.",
            ),
        ],
    ),
    "a name of its own is not lengthened by its duty": (
        "Điều 4. Vận hành\n\n1. Sở Xây dựng quản lý các bến phải di dời.\n\n2. Các đơn vị quản lý chặt chẽ vé, tem phải hủy.",
        [
            (("Sở Xây dựng",), "Sở Xây dựng quản lý các bến phải di dời."),
            (("Các đơn vị",), "Các đơn vị quản lý chặt chẽ vé, tem phải hủy."),
        ],
    ),
    "the unit that receives and hands back papers is one name": (
        "Điều 4. Tiếp nhận\n\n1. Bộ phận tiếp nhận và trả kết quả trình lãnh đạo ký giấy.",
        [(("Bộ phận tiếp nhận và trả kết quả",), "Bộ phận tiếp nhận và trả kết quả trình lãnh đạo ký giấy.")],
    ),
    "under whom staff stand is no duty": (
        "Điều 4. Tổ chức\n\n1. Cán bộ, công chức làm việc tại bến chịu sự quản lý của Ban Quản lý bến.\n\n2. Văn phòng Ban Quản lý đặt tại bến số 1.",
        [],
    ),
    "the place is no body where no verb follows": ("1. Về bến bãi\n\nVì vậy, đề nghị địa phương khác.", []),
}


@pytest.mark.parametrize("name", WHO)
def test_whom_a_regulation_binds(name: str) -> None:
    text, expected = WHO[name]
    assert rows(text) == expected
