"""Plain text: lines joined into paragraphs, whatever cut them."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import check, said, texts

from ingest import read_bytes

FILLER = "các sở, ban, ngành, đoàn thể cấp tỉnh và Ủy ban nhân dân các huyện, thị xã, thành phố"


def read(text: str) -> list[str]:
    document = read_bytes(text.encode(), "van-ban.txt")
    check(document)
    return texts(document)


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        # a line a paragraph, no blank lines
        (
            "1. Sở Tài chính bố trí kinh phí.\n2. Sở Nội vụ tham mưu.",
            ["1. Sở Tài chính bố trí kinh phí.", "2. Sở Nội vụ tham mưu."],
        ),
        # the next line starts in lower case
        ("Sở Tài chính bố trí\nkinh phí.", ["Sở Tài chính bố trí kinh phí."]),
        # a page break as a blank line: the rest in lower case, and a number after a word that awaits one
        ("trách nhiệm của\n\ncác cơ quan liên quan.", ["trách nhiệm của các cơ quan liên quan."]),
        ("Công văn số 12/SYT ngày\n\n26/12/2024 của Sở Y tế.", ["Công văn số 12/SYT ngày 26/12/2024 của Sở Y tế."]),
        # ... and with a capital, after long running text
        (
            f"c) Tổ chức thực hiện nghiêm kiến nghị của {FILLER}, báo cáo {FILLER} kết quả, đảm bảo đúng\n\nThông tư số 39.",
            [f"c) Tổ chức thực hiện nghiêm kiến nghị của {FILLER}, báo cáo {FILLER} kết quả, đảm bảo đúng Thông tư số 39."],
        ),
        # a heading without punctuation swallows nothing
        (
            "1. Phạm vi của Chương trình\n\nChương trình thực hiện trên toàn tỉnh.",
            ["1. Phạm vi của Chương trình", "Chương trình thực hiện trên toàn tỉnh."],
        ),
        ("2. Yêu cầu\nBảo đảm tiến độ.", ["2. Yêu cầu", "Bảo đảm tiến độ."]),
        # a line that ends in a word that ends no sentence
        ("Xét đề nghị của Sở Lao động -\nThương binh và Xã hội.", ["Xét đề nghị của Sở Lao động - Thương binh và Xã hội."]),
        ("Quyết định số\n02/2022/QĐ-TTg.", ["Quyết định số 02/2022/QĐ-TTg."]),
        ("theo quy định tại\nNghị định số 63.", ["theo quy định tại Nghị định số 63."]),
        # ... and one that looks like it and does not
        ("3. Hỗ trợ đồng bào dân tộc thiểu số\nMức hỗ trợ như sau:", ["3. Hỗ trợ đồng bào dân tộc thiểu số", "Mức hỗ trợ như sau:"]),
        ("2. Những khó khăn còn tồn tại\nMột số nơi chậm.", ["2. Những khó khăn còn tồn tại", "Một số nơi chậm."]),
        # a number broken at its hyphen is whole, a name keeps its dash
        ("Công văn số 6631/BLĐTBXH-\nVPQGGN.", ["Công văn số 6631/BLĐTBXH-VPQGGN."]),
        ("theo Quyết định số 90/QĐ-\n\nTTg ngày 18/01/2022.", ["theo Quyết định số 90/QĐ-TTg ngày 18/01/2022."]),
        ("giai đoạn 2021-\n2025 của tỉnh", ["giai đoạn 2021-2025 của tỉnh"]),
        ("của Bộ Lao động\n- Thương binh và Xã hội.", ["của Bộ Lao động - Thương binh và Xã hội."]),
        # a dash and a small letter go on with an unfinished line, and open an item after a finished one
        ("+ Xây dựng dữ liệu việc tìm người\n- người tìm việc;", ["+ Xây dựng dữ liệu việc tìm người - người tìm việc;"]),
        ("Gồm có:\n- đánh giá tiến độ;\n- báo cáo.", ["Gồm có:", "- đánh giá tiến độ;", "- báo cáo."]),
        # what opens an item is never joined
        ("Các đơn vị sau\na) Sở Y tế", ["Các đơn vị sau", "a) Sở Y tế"]),
        ("Các đơn vị sau\nđ) Sở Y tế", ["Các đơn vị sau", "đ) Sở Y tế"]),
        ("4.9 Đẩy mạnh tuyên truyền\n4.10 Tăng cường kiểm tra", ["4.9 Đẩy mạnh tuyên truyền", "4.10 Tăng cường kiểm tra"]),
        ("Điều 1. Phạm vi\nĐiều 2. Đối tượng", ["Điều 1. Phạm vi", "Điều 2. Đối tượng"]),
        ("I- Mục đích\n1- Yêu cầu", ["I- Mục đích", "1- Yêu cầu"]),
        ("3. 1. Dự án 1: Hỗ trợ\n3.2. Dự án 2: Truyền thông", ["3. 1. Dự án 1: Hỗ trợ", "3.2. Dự án 2: Truyền thông"]),
        # ... but the middle of a reference is no item, nor is a number with a unit
        ("quy định tại khoản 2\nĐiều 5 Luật Đất đai.", ["quy định tại khoản 2 Điều 5 Luật Đất đai."]),
        ("trẻ từ\n5 đến dưới 16 tuổi.", ["trẻ từ 5 đến dưới 16 tuổi."]),
        ("tối thiểu\n1.000 người", ["tối thiểu 1.000 người"]),
        ("tại điểm b, Điều 12\n\nNghị định số 97.", ["tại điểm b, Điều 12 Nghị định số 97."]),
        ("quy định tại\nChương II của Nghị định này.", ["quy định tại Chương II của Nghị định này."]),
        ("Chương II\nTỔ CHỨC THỰC HIỆN", ["Chương II", "TỔ CHỨC THỰC HIỆN"]),
        # numbers run into a sentence make no items
        ("a) Tổng kết, gồm: (1) Nghị quyết số 76;\n(2) Nghị quyết số 80.", ["a) Tổng kết, gồm: (1) Nghị quyết số 76; (2) Nghị quyết số 80."]),
        ("(1) Nghị quyết số 76;\n(2) Nghị quyết số 80.", ["(1) Nghị quyết số 76;", "(2) Nghị quyết số 80."]),
        # a span of years broken at its dash
        ("giai đoạn 2021\n- 2025 của tỉnh", ["giai đoạn 2021 - 2025 của tỉnh"]),
        # the deciding words stand alone, whatever the last legal basis ends in
        ("Căn cứ Luật Đất đai;\nXét đề nghị của Sở Nội vụ,\nQUYẾT ĐỊNH :\nĐiều 1. Giao.", ["Căn cứ Luật Đất đai;", "Xét đề nghị của Sở Nội vụ,", "QUYẾT ĐỊNH :", "Điều 1. Giao."]),
        # the title of an article, however long, swallows nothing
        (
            f"Điều 10. Trách nhiệm của {FILLER} và của {FILLER} trong lĩnh vực công nghiệp\n\nỦy ban nhân dân cấp xã thực hiện.",
            [f"Điều 10. Trách nhiệm của {FILLER} và của {FILLER} trong lĩnh vực công nghiệp", "Ủy ban nhân dân cấp xã thực hiện."],
        ),
        # a heading in capitals goes on in capitals
        ("II. PHẠM VI, ĐỐI\nTƯỢNG VÀ THỜI GIAN\n1. Phạm vi", ["II. PHẠM VI, ĐỐI TƯỢNG VÀ THỜI GIAN", "1. Phạm vi"]),
        # an open bracket holds lines together
        ("(Kèm theo Kế hoạch số /KH-UBND ngày /6/2018\n của UBND huyện)", ["(Kèm theo Kế hoạch số /KH-UBND ngày /6/2018 của UBND huyện)"]),
        # Markdown and rules are no text; a bullet star is
        ("1. Tổng kết (*Đề cương kèm theo*).", ["1. Tổng kết (Đề cương kèm theo)."]),
        ("**2. Sở Y tế**\n-----\n* Khám bệnh (*)", ["2. Sở Y tế", "* Khám bệnh (*)"]),
        ("kinh phí là ................. triệu đồng", ["kinh phí là … triệu đồng"]),
        # one spelling
        ("Uỷ  ban\u00a0nhân dân , tỉnh Khánh Hoà", ["Ủy ban nhân dân , tỉnh Khánh Hòa"]),
        ("Quye\u0302\u0301t đi\u0323nh", ["Quyết định"]),
    ],
)  # fmt: skip
def test_lines_become_paragraphs(text: str, paragraphs: list[str]) -> None:
    assert read(text) == paragraphs


WRAPPED = """\
- Chủ trì, phối hợp với các sở, ngành
kiểm tra, giám sát việc thực hiện Chương trình của các địa phương; tổng hợp kết
quả thực hiện Chương trình, báo cáo Ủy ban nhân dân tỉnh, Ban Chỉ đạo Chương
trình mục tiêu quốc gia theo quy định.
+ Ủy ban nhân dân cấp huyện chỉ đạo
Phòng Nông nghiệp và Phát triển nông thôn chủ trì phối hợp với các phòng, ban,
đơn vị liên quan tổ chức thực hiện.
1. Phạm vi của Chương trình
Chương trình mục tiêu quốc gia giảm
nghèo bền vững thực hiện trên phạm vi toàn tỉnh, trọng tâm là các huyện nghèo.
- Xây dựng, tham mưu trình Hội đồng
nhân dân tỉnh quy định nguyên tắc, tiêu chí, định mức phân bổ vốn ngân sách
Trung ương và tỷ lệ vốn đối ứng của ngân sách địa phương thực hiện Chương trình
giai đoạn 2021 - 2025.
"""


def test_a_text_wrapped_at_two_widths_tells_which_lines_were_full() -> None:
    """The first line of each paragraph is cut at 38 characters, the others at 80: `chỉ đạo` was full, the heading not."""
    first, second, heading, body, last = read(WRAPPED)
    assert first.endswith("Ban Chỉ đạo Chương trình mục tiêu quốc gia theo quy định.")
    assert second.startswith("+ Ủy ban nhân dân cấp huyện chỉ đạo Phòng Nông nghiệp")
    assert heading == "1. Phạm vi của Chương trình"
    assert body.startswith("Chương trình mục tiêu quốc gia giảm nghèo")
    assert "vốn ngân sách Trung ương" in last


def test_places_lead_from_a_joined_paragraph_to_its_lines() -> None:
    document = read_bytes("1. Sở Tài chính:\n\nTrách nhiệm của\ncác cơ quan.".encode(), "a.txt")
    at = document.text.index("cơ quan")
    assert [place.line for place in document.places_of(at, at + 3)] == [4]
    block = document.blocks[1]
    assert [place.line for place in document.places_of(block.start, block.end)] == [3, 4]


def test_pages_of_a_text_with_form_feeds() -> None:
    """As pdftotext writes it: the page number at the top of the second page is furniture."""
    pages = "Tiếp tục triển khai công\n\f                2\n\ntác nhập thông tin.\n2. Kinh phí\n"
    document = read_bytes(pages.encode(), "a.txt")
    assert texts(document) == ["Tiếp tục triển khai công tác nhập thông tin.", "2. Kinh phí"]
    assert document.source.pages == 2
    assert document.page_at(document.text.index("tác nhập")) == 2


def test_page_numbers_that_count_up_are_furniture_and_lone_numbers_are_not() -> None:
    page = [f"- Nhiệm vụ {n} của Kế hoạch;" for n in range(20)]
    numbered = ["KẾ HOẠCH", *page, "", "2", "", *page, "", "3", "", *page]
    assert "2" not in texts(read_bytes("\n".join(numbered).encode(), "a.txt"))
    assert "7" in texts(read_bytes("\n".join([*page, "7", *page]).encode(), "a.txt"))


def test_gazette_heads_and_electronic_signatures_are_furniture() -> None:
    text = (
        "Ký bởi: CÔNG BÁO\nCơ quan: VĂN PHÒNG CHÍNH PHỦ\nNgày ký: 2026-05-27 07:55:25 +07:00\n"
        "CÔNG BÁO/Số 286/Ngày 27-05-2026 89\nQUYẾT ĐỊNH\nBan hành Kế hoạch\n1. Phân công:\nCơ quan: Bộ Y tế."
    )
    assert read(text) == ["QUYẾT ĐỊNH", "Ban hành Kế hoạch", "1. Phân công:", "Cơ quan: Bộ Y tế."]


def test_two_columns_of_a_laid_out_text_are_read_one_after_the_other() -> None:
    text = """\
  UBND TỈNH QUẢNG BÌNH              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
  SỞ LAO ĐỘNG - THƯƠNG                  Độc lập - Tự do - Hạnh phúc
     BINH VÀ XÃ HỘI
                                    Quảng Bình, ngày 03 tháng 10 năm 2022
     Số: 15/SLĐTBXH

                Kính gửi: Ủy ban nhân dân các huyện.

Đề nghị các đơn vị báo cáo trước ngày 10/10/2022./.

Nơi nhận:                                  KT. GIÁM ĐỐC
- Như trên;                                PHÓ GIÁM ĐỐC
- Lưu: VT.
                                          Đinh Thị Lan
"""
    assert said(read_bytes(text.encode(), "a.txt")) == [
        "letterhead: UBND TỈNH QUẢNG BÌNH",
        "letterhead: SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI",
        "letterhead: Số: 15/SLĐTBXH",
        "letterhead: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "letterhead: Độc lập - Tự do - Hạnh phúc",
        "letterhead: Quảng Bình, ngày 03 tháng 10 năm 2022",
        "paragraph: Kính gửi: Ủy ban nhân dân các huyện.",
        "paragraph: Đề nghị các đơn vị báo cáo trước ngày 10/10/2022./.",
        "recipients: Nơi nhận:",
        "recipients: - Như trên;",
        "recipients: - Lưu: VT.",
        "signature: KT. GIÁM ĐỐC",
        "signature: PHÓ GIÁM ĐỐC",
        "signature: Đinh Thị Lan",
    ]


def test_a_paragraph_under_two_columns_is_in_neither() -> None:
    text = """\
Đề nghị các đơn vị báo cáo trước ngày 10/10/2022./.

Nơi nhận:                                      TM. ỦY BAN NHÂN DÂN
- Như trên;                                          CHỦ TỊCH
- Lưu: VT.
                                                       K’Brếu

(Bản sao không có giá trị pháp lý)
"""
    assert said(read_bytes(text.encode(), "a.txt"))[-4:] == [
        "signature: TM. ỦY BAN NHÂN DÂN",
        "signature: CHỦ TỊCH",
        "signature: K’Brếu",
        "paragraph: (Bản sao không có giá trị pháp lý)",
    ]


def test_receivers_stand_beside_a_signature_that_begins_under_their_heading() -> None:
    text = """\
Văn phòng thông báo để các cơ quan biết, thực hiện./.
Nơi nhận:
- Bộ trưởng;                                 KT. CHÁNH VĂN PHÒNG
- Lưu: VT, TH.                               PHÓ CHÁNH VĂN PHÒNG
                                               Trịnh Văn Sơn
"""
    assert said(read_bytes(text.encode(), "a.txt"))[1:] == [
        "recipients: Nơi nhận:",
        "recipients: - Bộ trưởng;",
        "recipients: - Lưu: VT, TH.",
        "signature: KT. CHÁNH VĂN PHÒNG",
        "signature: PHÓ CHÁNH VĂN PHÒNG",
        "signature: Trịnh Văn Sơn",
    ]


def test_receivers_without_a_tab_stand_in_the_column_of_those_with_one() -> None:
    text = "Thực hiện kế hoạch./.\n\nNơi nhận:\tTM. ỦY BAN NHÂN DÂN\n- Như trên;\tCHỦ TỊCH\n- Các xã;\n- Lưu: VT.\tHà Văn Thịnh\n"
    assert said(read_bytes(text.encode(), "a.txt"))[-3:] == [
        "signature: TM. ỦY BAN NHÂN DÂN",
        "signature: CHỦ TỊCH",
        "signature: Hà Văn Thịnh",
    ]


def test_an_item_with_a_gap_before_words_in_capitals_is_one_line() -> None:
    text = "II. NHIỆM VỤ\n- Kiểm tra bảng tên;      GIỮ NGUYÊN HIỆN TRẠNG\n- Lập biên bản.\n"
    assert "paragraph: - Kiểm tra bảng tên; GIỮ NGUYÊN HIỆN TRẠNG" in said(read_bytes(text.encode(), "a.txt"))


WORDS = [
    "các",
    "sở,",
    "ban,",
    "ngành",
    "chủ",
    "trì,",
    "phối",
    "hợp",
    "địa",
    "phương",
    "tổ",
    "chức",
    "kiểm",
    "tra",
    "việc",
    "cá",
    "nhân",
]
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=4, max_size=60).map(
    lambda words: " ".join(words).rstrip(",")
)
ITEMS = st.tuples(
    st.sampled_from(["1. Sở Y tế", "a) Tiếp tục", "- Đẩy mạnh", "+ Khảo sát", "Điều 3. Giao"]), SENTENCES
).map(lambda item: f"{item[0]} {item[1]}.")


@given(st.lists(ITEMS, min_size=1, max_size=12), st.integers(40, 110))
def test_wrapping_has_an_inverse(paragraphs: list[str], width: int) -> None:
    """What was wrapped at any width, and cut by blank lines at any line end, comes back as it was."""
    lines = [
        textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False) for text in paragraphs
    ]
    assert read("\n".join("\n".join(part) for part in lines)) == paragraphs
    assert read("\n\n".join("\n".join(part) for part in lines)) == paragraphs
    assert read("\n\n".join("\n\n".join(part) for part in lines)) == paragraphs
