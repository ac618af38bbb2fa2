"""The pieces of text that may carry a task: one for each duty."""

from __future__ import annotations

import pytest
from small_documents import said

from extract.units import by_duty, sentences

SENTENCES = [
    ("Rà soát hồ sơ. Báo cáo kết quả.", ["Rà soát hồ sơ.", "Báo cáo kết quả."]),
    ("Rà soát; tổng hợp; báo cáo.", ["Rà soát;", "tổng hợp;", "báo cáo."]),
    # a point that ends no sentence
    ("Thực hiện tại TP. Cần Thơ trong năm nay.", ["Thực hiện tại TP. Cần Thơ trong năm nay."]),
    ("Thực hiện mục 2. Phần này giữ nguyên.", ["Thực hiện mục 2. Phần này giữ nguyên."]),
    ("Chi 1.500.000 đồng cho mỗi lớp.", ["Chi 1.500.000 đồng cho mỗi lớp."]),
    ("Theo các văn bản 5... Phần còn lại sau.", ["Theo các văn bản 5... Phần còn lại sau."]),
    ("Hỗ trợ hộ nghèo, hộ cận nghèo… trong các dự án.", ["Hỗ trợ hộ nghèo, hộ cận nghèo… trong các dự án."]),
    ("Kinh phí là … triệu đồng.", ["Kinh phí là … triệu đồng."]),
    ("Mua sổ, bút, phấn… Lập danh sách học sinh.", ["Mua sổ, bút, phấn…", "Lập danh sách học sinh."]),
    # inside brackets and quotation marks nothing is cut
    ("Hỗ trợ giống (lúa; ngô. Sắn) cho hộ nghèo.", ["Hỗ trợ giống (lúa; ngô. Sắn) cho hộ nghèo."]),
    ("Phát động phong trào “Sạch nhà; đẹp ngõ. Xanh phố” toàn xã.", ["Phát động phong trào “Sạch nhà; đẹp ngõ. Xanh phố” toàn xã."]),
    ("", []),
]  # fmt: skip

DUTIES = [
    # one body, many verbs: one piece
    ("Sở Y tế rà soát; tổng hợp. Báo cáo UBND tỉnh.", ["Sở Y tế rà soát; tổng hợp. Báo cáo UBND tỉnh."]),
    # one body's duty and then another's: one piece each
    ("Sở Y tế chủ trì xây dựng dự toán; Sở Tài chính thẩm định.", ["Sở Y tế chủ trì xây dựng dự toán;", "Sở Tài chính thẩm định."]),
    ("Phòng Nội vụ tổng hợp. UBND cấp xã công khai.", ["Phòng Nội vụ tổng hợp.", "UBND cấp xã công khai."]),
    # the same body again goes on with its piece
    ("Sở Y tế rà soát. Sở Y tế báo cáo.", ["Sở Y tế rà soát. Sở Y tế báo cáo."]),
    # work without a subject, then a body's duty
    ("Tổ chức lễ phát động. Đoàn Thanh niên xã chuẩn bị hội trường.", ["Tổ chức lễ phát động.", "Đoàn Thanh niên xã chuẩn bị hội trường."]),
    # bodies as objects begin nothing
    ("Hướng dẫn các xã lập danh sách; đôn đốc các thôn rà soát.", ["Hướng dẫn các xã lập danh sách; đôn đốc các thôn rà soát."]),
    # semicolons inside a list of bodies at the start of a sentence part its members, not duties
    ("Sở Y tế; Sở Tài chính; UBND các huyện triển khai thực hiện.", ["Sở Y tế; Sở Tài chính; UBND các huyện triển khai thực hiện."]),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in sentences(text)] == expected


@pytest.mark.parametrize(("text", "expected"), DUTIES)
def test_a_text_is_cut_where_a_new_duty_begins(text: str, expected: list[str]) -> None:
    assert [text[a:b] for (a, b), _ in by_duty(text)] == expected


@pytest.mark.parametrize("text", [text for text, _ in SENTENCES + DUTIES])
def test_nothing_but_white_space_is_lost_between_the_pieces(text: str) -> None:
    for pieces in (sentences(text), [span for span, _ in by_duty(text)]):
        assert "".join(text[a:b] for a, b in pieces).replace(" ", "") == text.replace(" ", "")


def test_each_piece_has_its_own_duty() -> None:
    text = "Tổ chức lễ phát động. Đoàn Thanh niên xã chuẩn bị; Công an xã bảo vệ."
    said = [[text[a:b] for a, b in duty.lead] if duty else None for _, duty in by_duty(text)]
    assert said == [None, ["Đoàn Thanh niên xã"], ["Công an xã"]]


AGAIN = "Sở Nội vụ tổng hợp danh sách của các đơn vị. Định kỳ hằng quý, Sở Nội vụ báo cáo UBND tỉnh."


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (AGAIN, 2),
        ("Sở Nội vụ tổng hợp danh sách của các đơn vị; Sở Nội vụ báo cáo UBND tỉnh.", 1),
        ("Sở Nội vụ tổng hợp danh sách. Báo cáo UBND tỉnh trước ngày 05/3.", 1),  # names nobody
    ],
)
def test_in_prose_each_sentence_that_names_its_body_is_a_piece(text: str, pieces: int) -> None:
    assert len(by_duty(text, prose=True)) == pieces
    assert len(by_duty(text)) == 1


def test_a_paragraph_of_prose_is_two_tasks_and_an_item_is_one() -> None:
    prose = f"Số: 12/CV-SNV\n\nKính gửi: Các đơn vị.\n\nLời đầu của công văn.\n\n{AGAIN}"
    assert len(said(prose).tasks) == 2
    assert len(said(f"II. NHIỆM VỤ\n\n1. {AGAIN}").tasks) == 1
