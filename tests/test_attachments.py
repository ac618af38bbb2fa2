"""Appendices and attached documents in the same file, each from its heading to the next."""

from __future__ import annotations

import pytest
from small_documents import document

from extract.attachments import find_attachments

DECISION = (
    "QUYẾT ĐỊNH\nBan hành Quy chế\n\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành Quy chế./.\n\nCHỦ TỊCH\nLê Văn Nam\n\n"
)
PLAN = "KẾ HOẠCH\nTrồng rừng\n\nI. NHIỆM VỤ\n1. Trồng 5 ha./.\n\n"

TEXTS = [
    ("what a decision issues", DECISION + "QUY CHẾ\nTIẾP CÔNG DÂN\n(Kèm theo Quyết định số 5/QĐ-UBND)\n\nĐiều 1. Phạm vi.",
     [("QUY CHẾ", "Tiếp công dân")]),
    ("appendices with numbers", PLAN + "PHỤ LỤC I\nDANH MỤC XÃ\n(Kèm theo Kế hoạch số 5/KH-UBND)\n\n1. Xã Mường Cang.\n\nPHỤ LỤC II\nKINH PHÍ\n\n1. Vốn.",
     [("PHỤ LỤC I", "Danh mục xã"), ("PHỤ LỤC II", "Kinh phí")]),
    ("one without a title", PLAN + "CHỦ TỊCH\nLê Văn Nam\n\nPhụ lục\n\n1. Xã Mường Cang.", [("Phụ lục", None)]),
    ("a list behind the signature", PLAN + "CHỦ TỊCH\nLê Văn Nam\n\nDANH SÁCH CÁC XÃ\n\n1. Xã Mường Cang.",
     [("DANH SÁCH CÁC XÃ", "Danh sách các xã")]),
    # none
    ("the document's own type", PLAN, []),
    ("the chapters of what is issued", DECISION + "QUY CHẾ\nTIẾP CÔNG DÂN\n\nChương I\nQUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi.",
     [("QUY CHẾ", "Tiếp công dân")]),
    ("appendices that a sentence names", PLAN + "2. Số liệu tại Phụ lục I và Phụ lục II kèm theo Kế hoạch này.", []),
    ("a plan that is itself attached", "KẾ HOẠCH\nTrồng rừng\n(Kèm theo Quyết định số 5/QĐ-UBND)\n\n1. Trồng 5 ha.", []),
    ("a text that is no document", "Hôm nay trời đẹp.", []),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text", "expected"), TEXTS, ids=[row[0] for row in TEXTS])
def test_the_attachments(why: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(one.heading, one.title) for one in find_attachments(document(text))] == expected


def test_each_reaches_to_the_next_and_the_last_to_the_end() -> None:
    read = document(PLAN + "PHỤ LỤC I\nDANH MỤC XÃ\n\n1. Xã Mường Cang.\n\nPHỤ LỤC II\nKINH PHÍ\n\n1. Vốn.")
    first, second = find_attachments(read)
    assert read.text[first.start : first.end].startswith("PHỤ LỤC I\n")
    assert (first.end, second.end) == (second.start, len(read.text))
