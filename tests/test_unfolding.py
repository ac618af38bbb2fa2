"""Letterheads and signatures that were run into one line are cut again; sentences of the body never are."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from ingest import read_bytes
from ingest.boxes import Box
from ingest.lines import Line
from ingest.signatures import end_cuts
from ingest.unfolding import head_cuts, unfolded

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
HAPPY = "Độc lập - Tự do - Hạnh phúc"

LETTERHEADS = [
    # both columns, the rules under them as hyphens or asterisks
    (f"UBND TỈNH LAI CHÂU ------- {MOTTO} {HAPPY} ---------------", ["UBND TỈNH LAI CHÂU", "-------", MOTTO, HAPPY, "---------------"]),
    (f"BỘ XÂY DỰNG ******** {MOTTO}", ["BỘ XÂY DỰNG", "********", MOTTO]),
    # a bar where the columns met
    (f"ỦY BAN NHÂN DÂN | {MOTTO} |", ["ỦY BAN NHÂN DÂN", "|", MOTTO, "|"]),
    ("Số: 84/QĐ-UBND | Lai Châu, ngày 12 tháng 4 năm 2016 |", ["Số: 84/QĐ-UBND", "|", "Lai Châu, ngày 12 tháng 4 năm 2016", "|"]),
    # line by line, left and right
    (f"BỘ TÀI CHÍNH {MOTTO}", ["BỘ TÀI CHÍNH", MOTTO]),
    (f"CỤC HẢI QUAN {HAPPY}", ["CỤC HẢI QUAN", HAPPY]),
    ("BỘ TÀI CHÍNH CONG HOA XA HỘI CHỦ NGHĨA VIỆT NAM", ["BỘ TÀI CHÍNH", "CONG HOA XA HỘI CHỦ NGHĨA VIỆT NAM"]),  # of a scan
    # with the type and the title behind the date
    ("Số: 5/QĐ-UBND Lai Châu, ngày 02 tháng 3 năm 2020 QUYẾT ĐỊNH VỀ VIỆC CHỐNG HẠN",
     ["Số: 5/QĐ-UBND", "Lai Châu, ngày 02 tháng 3 năm 2020", "QUYẾT ĐỊNH", "VỀ VIỆC CHỐNG HẠN"]),
    # a letter: subject, place, salutation
    ("Số: 5/SYT-NVY V/v chống dịch Bà Rịa - Vũng Tàu, ngày 02 tháng 3 năm 2020 Kính gửi: Trung tâm Y tế Thực hiện Luật,",
     ["Số: 5/SYT-NVY", "V/v chống dịch", "Bà Rịa - Vũng Tàu, ngày 02 tháng 3 năm 2020", "Kính gửi: Trung tâm Y tế Thực hiện Luật,"]),
    ("Lai Châu, ngày 02 tháng 3 năm 2020 Kính gửi: Sở Y tế", ["Lai Châu, ngày 02 tháng 3 năm 2020", "Kính gửi: Sở Y tế"]),
    # the place is what has a capital and small letters before the date
    ("Số: 5/QĐ-UBND V/v thi hành Luật Thú y Hà Nam, ngày tháng 3 năm 2020",
     ["Số: 5/QĐ-UBND", "V/v thi hành Luật Thú y", "Hà Nam, ngày tháng 3 năm 2020"]),
    # a whole document in one line: the text goes on behind its legal bases
    (f"UBND TỈNH LAI CHÂU {MOTTO} Số: 5/QĐ-UBND Lai Châu, ngày 02 tháng 3 năm 2020 QUYẾT ĐỊNH VỀ VIỆC CHỐNG HẠN Căn cứ Luật Thủy lợi;",
     ["UBND TỈNH LAI CHÂU", MOTTO, "Số: 5/QĐ-UBND", "Lai Châu, ngày 02 tháng 3 năm 2020", "QUYẾT ĐỊNH", "VỀ VIỆC CHỐNG HẠN", "Căn cứ Luật Thủy lợi;"]),
]  # fmt: skip

NO_LETTERHEADS = [
    MOTTO,
    HAPPY,
    "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013 quy định quyền con người.",
    "THI HÀNH HIẾN PHÁP NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM NĂM 2013",
    "Số: 84/QĐ-UBND",
    "Lai Châu, ngày 12 tháng 4 năm 2016",
    "Căn cứ Quyết định số 84/QĐ-UBND ngày 12 tháng 4 năm 2016 của UBND tỉnh Lai Châu, ngày họp là 15/4/2016;",
    "Hội nghị họp tại Lai Châu, ngày 12 tháng 4 năm 2016 và kết thúc trong ngày.",
    "1. Số hộ nghèo: 5/10 hộ thuộc xã Mường Cang, ngày 12 tháng 4 năm 2016 rà soát xong.",
    "Quốc hiệu ghi CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM ở đầu trang.",
]

ENDS = [
    ("KT. BỘ TRƯỞNG THỨ TRƯỞNG Lê Thị Mai", ["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "Lê Thị Mai"]),
    ("TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH (Đã ký) Lê Thị Mai",
     ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "(Đã ký)", "Lê Thị Mai"]),
    ("TM. BAN BÍ THƯ BÍ THƯ THƯỜNG TRỰC (đã ký) Lê Thị Mai", ["TM. BAN BÍ THƯ", "BÍ THƯ THƯỜNG TRỰC", "(đã ký)", "Lê Thị Mai"]),
    ("T/M BAN THƯỜNG VỤ PHÓ BÍ THƯ Lê Thị Mai", ["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Lê Thị Mai"]),
    ("TL. CHỦ TỊCH CHÁNH VĂN PHÒNG Đại tá Lê Văn Nam", ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Đại tá Lê Văn Nam"]),
    ("KT. BỘ TRƯỞNG, CHỦ NHIỆM PHÓ CHỦ NHIỆM Lê Thị Mai", ["KT. BỘ TRƯỞNG, CHỦ NHIỆM", "PHÓ CHỦ NHIỆM", "Lê Thị Mai"]),
    ("Lê Thị Mai (Đã ký)", ["Lê Thị Mai", "(Đã ký)"]),
    # receivers before it, with a bar or without
    ("Nơi nhận: - Như Điều 3; - Bộ Y tế (để b/c); - Lưu: VT, K1. | CHỦ TỊCH Lê Văn Nam",
     ["Nơi nhận:", "- Như Điều 3;", "- Bộ Y tế (để b/c);", "- Lưu: VT, K1.", "|", "CHỦ TỊCH", "Lê Văn Nam"]),
    ("Nơi nhận: - Như Điều 3; - Lưu: VT. TM. HỘI ĐỒNG NHÂN DÂN CHỦ TỊCH Lê Văn Nam",
     ["Nơi nhận:", "- Như Điều 3;", "- Lưu: VT.", "TM. HỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH", "Lê Văn Nam"]),
    ("- Lưu: VT, NC. | KT. CHỦ TỊCH", ["- Lưu: VT, NC.", "|", "KT. CHỦ TỊCH"]),
]  # fmt: skip

NO_ENDS = [
    "KT. CHỦ TỊCH",
    "CHỦ TỊCH",
    "Nơi nhận:",
    "Lê Văn Nam",
    "CHỦ TỊCH Lê Văn Nam",  # a name in a list of members
    "TM. ỦY BAN NHÂN DÂN là chữ viết trước tên tập thể lãnh đạo.",
    "Nơi nhận hồ sơ - Trung tâm Phục vụ hành chính công - mở cửa cả ngày.",
    "Giao Chủ tịch UBND các xã (đã ký cam kết) thực hiện.",
    "Sở Y tế | KT. GIÁM ĐỐC là người ký.",
]


def pieces(text: str, cuts: list[int]) -> list[str]:
    return [piece for a, b in pairwise([0, *cuts, len(text)]) if (piece := text[a:b].strip())]


@pytest.mark.parametrize(("text", "lines"), LETTERHEADS)
def test_a_folded_letterhead(text: str, lines: list[str]) -> None:
    assert pieces(text, head_cuts(text)) == lines


@pytest.mark.parametrize("text", NO_LETTERHEADS)
def test_no_letterhead(text: str) -> None:
    assert pieces(text, head_cuts(text)) == [text]


@pytest.mark.parametrize(("text", "lines"), ENDS)
def test_a_folded_end(text: str, lines: list[str]) -> None:
    assert pieces(text, end_cuts(text)) == lines


@pytest.mark.parametrize("text", NO_ENDS)
def test_no_end(text: str) -> None:
    assert pieces(text, end_cuts(text)) == [text]


def test_receivers_and_signature_side_by_side() -> None:
    text = "KẾ HOẠCH\nChống hạn\n\n1. Bơm nước./.\n\nNơi nhận: KT. GIÁM ĐỐC\n- Như trên; PHÓ GIÁM ĐỐC\n- Sở Y tế; Sở Tài chính;\n- Lưu: VT, K1. Lò Thị Hoa\n"
    document = read_bytes(text.encode(), "a.txt")
    told = [(block.kind, document.text_of(block)) for block in document.blocks][3:]
    assert told == [
        ("recipients", "Nơi nhận:"),
        ("recipients", "- Như trên;"),
        ("recipients", "- Sở Y tế; Sở Tài chính;"),
        ("recipients", "- Lưu: VT, K1."),
        ("signature", "KT. GIÁM ĐỐC"),
        ("signature", "PHÓ GIÁM ĐỐC"),
        ("signature", "Lò Thị Hoa"),
    ]


def test_an_office_with_a_name_signs_where_the_text_has_ended() -> None:
    lines = [Line("Điều 3. Quyết định có hiệu lực từ ngày ký./."), Line("CHỦ TỊCH Lê Văn Nam")]
    assert [part.text for part in unfolded(lines) if isinstance(part, Line)][1:] == ["CHỦ TỊCH", "Lê Văn Nam"]


def test_each_piece_has_its_own_words_and_spelling() -> None:
    boxes = [Box(at, 0, at + 1, 1) for at in range(6)]
    line = Line("KT. CHỦ TỊCH PHÓ CHỦ TỊCH", words=boxes, printed="KT. CHỦ TỊCH PHÓ CHỦ TỊCH")
    first, second = (part for part in unfolded([line]) if isinstance(part, Line))
    assert (list(first.words), list(second.words)) == (boxes[:3], boxes[3:])
    folded = Line("UBND XÃ HÒA AN ---- " + MOTTO, printed="UBND XÃ HOÀ AN ---- " + MOTTO)
    assert [part.printed for part in unfolded([folded]) if isinstance(part, Line)] == [
        "UBND XÃ HOÀ AN",
        None,
        None,
    ]


def test_a_file_that_came_through_a_web_page() -> None:
    text = f"| ỦY BAN NHÂN DÂN TỈNH LAI CHÂU ------- | {MOTTO} {HAPPY} ------- |\n| Số: 7/QĐ-UBND | Lai Châu, ngày 02 tháng 3 năm 2020 |\n\nQUYẾT ĐỊNH\n\nCHỐNG HẠN\n\nĐiều 1. Chống hạn.\n\n| Nơi nhận: - Như Điều 1; - Lưu: VT. | CHỦ TỊCH Lê Văn Nam |\n"
    document = read_bytes(text.encode(), "a.txt")
    told = [(block.kind, document.text_of(block)) for block in document.blocks]
    assert told[:2] == [("letterhead", "ỦY BAN NHÂN DÂN TỈNH LAI CHÂU"), ("letterhead", "Số: 7/QĐ-UBND")]
    assert told[-5:] == [
        ("recipients", "Nơi nhận:"),
        ("recipients", "- Như Điều 1;"),
        ("recipients", "- Lưu: VT."),
        ("signature", "CHỦ TỊCH"),
        ("signature", "Lê Văn Nam"),
    ]


@pytest.mark.parametrize(
    "piece",
    [
        "Số: 5/QĐ-UBND Hà Nam, ngày ",
        MOTTO + " ",
        "KT. CHỦ TỊCH ",
        "Nơi nhận: - ",
        "| ",
        "Hà Nam ",
        "a",
        "A",
        "- ",
    ],
)
def test_a_line_without_end_costs_no_more_than_its_length(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    start = time.perf_counter()
    unfolded([Line(text)])
    assert time.perf_counter() - start < 1.0
