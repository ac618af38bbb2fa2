"""PDF files with a text layer: geometry back into paragraphs, columns, tables and footnotes."""

from __future__ import annotations

import io
from unicodedata import normalize

import pytest
from fpdf import FPDF
from reading import check, rows, said, texts

from ingest import ReadError, read_bytes
from ingest.document import Document

pytestmark = pytest.mark.needs("fonts")

FONTS = "/usr/share/fonts/truetype/croscore"
BODY = (
    "Trên cơ sở Kế hoạch số 884/KH-UBND ngày 24/5/2022 của Ủy ban nhân dân tỉnh, đề nghị Ủy ban nhân dân các huyện,"
    " thị xã, thành phố chỉ đạo các phòng chuyên môn xây dựng kế hoạch điều tra, khảo sát, thu thập thông tin. Các đơn vị"
    " báo cáo kết quả thực hiện theo Công văn số 1412/SLĐTBXH-LĐVLDN ngày 28/9/2022 và đúng quy định của pháp luật."
)


class Paper(FPDF):
    """A page as offices set it: Times 13, margins of 30 and 20 mm, the page number at the top from the second page."""

    def __init__(self) -> None:
        super().__init__()
        for style in ("", "B", "I"):
            name = {"": "Regular", "B": "Bold", "I": "Italic"}[style]
            self.add_font("Tinos", style, f"{FONTS}/Tinos-{name}.ttf")
        self.set_margins(30, 20, 20)
        self.set_auto_page_break(True, 20)
        self.set_font("Tinos", size=13)
        self.add_page()

    def header(self) -> None:
        if self.page_no() > 1:
            self.set_xy(30, 10)
            self.cell(160, 6, str(self.page_no()), align="C")
            self.set_xy(30, 20)

    def text_line(self, text: str, style: str = "", align: str = "L") -> None:
        self.set_font("Tinos", style, 13)
        self.cell(0, 7, text, align=align, new_x="LMARGIN", new_y="NEXT")

    def paragraph(self, text: str, first: float = 10) -> None:
        """Justified, the first line set in, each word drawn where it belongs, as typesetting programs do."""
        self.set_font("Tinos", size=13)
        words, left = text.split(), 30 + first
        while words:
            fitting = len(words)
            while self._width(words[:fitting], self.get_string_width(" ")) > 190 - left:
                fitting -= 1
            line, words = words[:fitting], words[fitting:]
            blank = self.get_string_width(" ")
            if words:
                blank = (190 - left - self._width(line, 0)) / max(1, fitting - 1)
            self._line(line, left, blank)
            left = 30

    def _width(self, words: list[str], blank: float) -> float:
        return sum(self.get_string_width(word) for word in words) + blank * (len(words) - 1)

    def _line(self, words: list[str], left: float, blank: float) -> None:
        if self.get_y() > 270:
            self.add_page()
        for word in words:
            self.text(left, self.get_y() + 5, word)
            left += self.get_string_width(word) + blank
        self.set_y(self.get_y() + 7)

    def two_columns(self, left: list[str], right: list[str]) -> None:
        top = self.get_y()
        for x, lines in ((30, left), (110, right)):
            for at, line in enumerate(lines):
                self.set_xy(x, top + 6 * at)
                self.cell(80, 6, line, align="C")
        self.set_xy(30, top + 6 * max(len(left), len(right)) + 8)

    def bytes(self) -> bytes:
        return bytes(self.output())


def read(data: bytes) -> Document:
    document = read_bytes(data, "van-ban.pdf")
    check(document)
    return document


def test_paragraphs_over_lines_and_pages() -> None:
    paper = Paper()
    for number in range(1, 20):
        paper.paragraph(f"{number}. {BODY}")
    document = read(paper.bytes())
    assert texts(document) == [f"{number}. {BODY}" for number in range(1, 20)]
    assert document.source.pages == 3
    crossing = [
        block
        for block in document.blocks
        if len({place.page for place in document.places_of(block.start, block.end)}) > 1
    ]
    assert crossing


def test_unmarked_paragraphs_are_told_by_their_first_line() -> None:
    paper = Paper()
    for _ in range(4):
        paper.paragraph(BODY)
    assert texts(read(paper.bytes())) == [BODY] * 4


def test_a_title_swallows_no_text_that_is_set_in_under_it() -> None:
    paper = Paper()
    paper.text_line("CHỈ THỊ", "B", "C")
    paper.text_line("Về việc bảo đảm an toàn giao thông", "B", "C")
    paper.text_line("dịp Tết Nguyên đán", "B", "C")
    paper.paragraph("Trong 11 tháng qua, " + BODY)
    assert said(read(paper.bytes())) == [
        "heading: CHỈ THỊ",
        "heading: Về việc bảo đảm an toàn giao thông dịp Tết Nguyên đán",
        "paragraph: Trong 11 tháng qua, " + BODY,
    ]


def test_a_bold_heading_swallows_nothing() -> None:
    paper = Paper()
    paper.text_line("1. Phạm vi của Chương trình", "B")
    paper.paragraph(BODY)
    assert texts(read(paper.bytes())) == ["1. Phạm vi của Chương trình", BODY]


def test_columns_are_read_one_after_the_other() -> None:
    paper = Paper()
    paper.two_columns(
        ["UBND TỈNH QUẢNG BÌNH", "SỞ LAO ĐỘNG - THƯƠNG", "BINH VÀ XÃ HỘI", "Số: 1445/SLĐTBXH"],
        [
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "",
            "Quảng Bình, ngày 03 tháng 10 năm 2022",
        ],
    )
    paper.text_line("KẾ HOẠCH", "B", "C")
    paper.text_line("Điều tra lao động năm 2022", "B", "C")
    paper.paragraph(BODY)
    paper.paragraph(BODY.removesuffix(".") + "./.")
    paper.ln(4)
    paper.two_columns(
        ["Nơi nhận:", "- Như trên;", "- Lưu: VT."], ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", "", "Đinh Thị Lan"]
    )
    assert said(read(paper.bytes())) == [
        "letterhead: UBND TỈNH QUẢNG BÌNH",
        "letterhead: SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI",
        "letterhead: Số: 1445/SLĐTBXH",
        "letterhead: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "letterhead: Độc lập - Tự do - Hạnh phúc",
        "letterhead: Quảng Bình, ngày 03 tháng 10 năm 2022",
        "heading: KẾ HOẠCH",
        "heading: Điều tra lao động năm 2022",
        f"paragraph: {BODY}",
        f"paragraph: {BODY.removesuffix('.')}./.",
        "recipients: Nơi nhận:",
        "recipients: - Như trên;",
        "recipients: - Lưu: VT.",
        "signature: KT. GIÁM ĐỐC",
        "signature: PHÓ GIÁM ĐỐC",
        "signature: Đinh Thị Lan",
    ]


def test_an_item_in_larger_letters_is_still_a_receiver() -> None:
    paper = Paper()
    paper.paragraph(BODY)
    paper.two_columns([], ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", "Đinh Thị Lan"])
    paper.set_y(paper.get_y() - 32)
    for text, size in (
        ("Nơi nhận:", 12),
        ("- Như trên;", 10),
        ("- Giám đốc Sở;", 10),
        ("- Lưu: VT, NVY.", 12),
    ):
        paper.set_font("Tinos", "", size)
        paper.set_x(31 if text.startswith("- Lưu") else 30)  # a little set in, as print wavers on scans
        paper.cell(70, 7, text, new_x="LMARGIN", new_y="NEXT")
    assert [line for line in said(read(paper.bytes())) if line.startswith("recipients")] == [
        "recipients: Nơi nhận:",
        "recipients: - Như trên;",
        "recipients: - Giám đốc Sở;",
        "recipients: - Lưu: VT, NVY.",
    ]


@pytest.mark.parametrize("size", [11, 13])
def test_what_stands_under_a_long_list_of_receivers_is_not_one_of_them(size: int) -> None:
    paper = Paper()
    paper.paragraph(BODY)
    top = paper.get_y()
    for text in ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", "Đinh Thị Lan"):
        paper.set_x(110)
        paper.text_line(text, "B")
    paper.set_y(top)
    for text in ["Nơi nhận:", *(f"- Phòng chuyên môn số {at};" for at in range(6))]:
        paper.set_font("Tinos", "", size)
        paper.cell(70, 6, text, new_x="LMARGIN", new_y="NEXT")
    paper.set_x(40)
    paper.text_line("(Kèm theo danh sách)")
    assert said(read(paper.bytes()))[-5:] == [
        "recipients: - Phòng chuyên môn số 5;",
        "signature: KT. GIÁM ĐỐC",
        "signature: PHÓ GIÁM ĐỐC",
        "signature: Đinh Thị Lan",
        "paragraph: (Kèm theo danh sách)",
    ]


def test_what_is_stamped_later_stands_where_it_is_seen() -> None:
    """The number is drawn last, into the gap that the draft left."""
    paper = Paper()
    paper.two_columns(
        ["SỞ Y TẾ", "Số:        /SYT-NVY"],
        ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"],
    )
    paper.text_line("KẾ HOẠCH", "B", "C")
    paper.paragraph(BODY)
    paper.set_xy(55.5, 26)
    paper.cell(10, 6, "1445")
    assert texts(read(paper.bytes()))[1] == "Số: 1445 /SYT-NVY"


def test_a_table_over_pages() -> None:
    """The head is repeated, the row that the page breaks is one, and each cell knows its page and box."""
    paper = Paper()
    paper.text_line("PHỤ LỤC", "B", "C")
    with paper.table(col_widths=(10, 70, 45, 35), repeat_headings=1, line_height=7) as table:
        for row in [
            ("TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"),
            *((str(n), f"Việc số {n}: " + BODY[:150], "Sở Y tế", "Quý I/2025") for n in range(1, 16)),
        ]:
            table.row(row)
    document = read(paper.bytes())
    (block,) = (block for block in document.blocks if block.kind == "table")
    found = rows(document, block)
    assert [row[0] for row in found] == ["TT", *map(str, range(1, 16))]
    assert [row[1] for row in found[1:]] == [f"Việc số {n}: " + BODY[:150].strip() for n in range(1, 16)]
    assert block.head_rows == 1
    last = block.cells[-3]
    (place, *_) = document.places_of(last.start, last.end)
    assert place.page == document.source.pages != 1
    assert place.box is not None
    assert 30 / 25.4 * 72 < place.box.left < place.box.right < 190 / 25.4 * 72


def test_footnotes_are_small_print_under_a_raised_number() -> None:
    paper = Paper()
    paper.set_auto_page_break(False)
    for number in range(1, 6):
        paper.paragraph(f"{number}. {BODY}")
    words, after = "6. Giảm số hộ có người có công cách mạng", "; bảo đảm không"
    left, down = 40.0, paper.get_y() + 5
    for text, size, lift in ((words, 13, 0), ("1", 8, 2), (after, 13, 0)):
        paper.set_font("Tinos", size=size)
        paper.text(left, down - lift, text)
        left += paper.get_string_width(text)
    for text, size, x, y in (
        ("1", 6, 30, 266.5),
        ("Cuối năm 2018, toàn tỉnh có 689 hộ, đến cuối năm", 10, 32, 268),
        ("2019 giảm còn 416 hộ.", 10, 30, 273),
    ):
        paper.set_font("Tinos", size=size)
        paper.text(x, y, text)
    paper.add_page()
    paper.paragraph("còn hộ nghèo là người có công. " + BODY, first=0)
    document = read(paper.bytes())
    assert [block.kind for block in document.blocks] == ["paragraph"] * 6 + ["footnote"]
    assert texts(document)[5] == f"{words}{after} còn hộ nghèo là người có công. {BODY}"
    note = document.blocks[6]
    assert document.text_of(note) == "Cuối năm 2018, toàn tỉnh có 689 hộ, đến cuối năm 2019 giảm còn 416 hộ."
    assert note.mark == "1"
    assert document.text[: note.anchor].endswith("cách mạng")


def test_running_heads_are_left_out_and_a_letterhead_printed_twice_is_not() -> None:
    class Gazette(Paper):
        def header(self) -> None:
            self.set_xy(30, 10)
            self.cell(160, 6, f"CÔNG BÁO/Số 286/Ngày 27-05-2026     {88 + self.page_no()}", align="C")
            self.set_xy(30, 20)

    paper = Gazette()
    for page in range(4):
        if page:
            paper.add_page()
        if page < 2:
            paper.two_columns(
                ["ỦY BAN NHÂN DÂN", "TỈNH THÁI BÌNH"],
                ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"],
            )
            paper.text_line("QUYẾT ĐỊNH" if not page else "KẾ HOẠCH", "B", "C")
        paper.paragraph(BODY)
    shown = texts(read(paper.bytes()))
    assert not [text for text in shown if "CÔNG BÁO" in text]
    assert shown.count("ỦY BAN NHÂN DÂN TỈNH THÁI BÌNH") == 2


def test_a_page_that_lies_down_is_read_and_its_boxes_are_where_it_is_shown() -> None:
    paper = Paper()
    with paper.rotation(90, 105, 148):
        paper.set_xy(0, 120)
        paper.multi_cell(240, 7, BODY, align="J")
    document = read(paper.bytes())
    assert texts(document) == [BODY]
    box = document.places[0].box
    assert box is not None
    assert box.bottom - box.top > 10 * (box.right - box.left)


def test_a_scan_among_the_pages_is_said() -> None:
    from PIL import Image

    picture = io.BytesIO()
    Image.new("RGB", (200, 200), "grey").save(picture, "PNG")
    paper = Paper()
    paper.paragraph(BODY)
    paper.paragraph(BODY)
    paper.add_page()
    paper.image(picture, 0, 0, 210)
    document = read(paper.bytes())
    assert texts(document) == [BODY, BODY]
    assert document.source.warnings == ("trang 2 là ảnh quét, chưa đọc được",)

    only = FPDF()
    only.add_page()
    only.image(picture, 0, 0, 210)
    with pytest.raises(ReadError, match="bản quét"):
        read(bytes(only.output()))


def test_broken_and_locked_files() -> None:
    paper = Paper()
    paper.paragraph(BODY)
    whole = paper.bytes()
    with pytest.raises(ReadError, match="cắt cụt"):
        read(whole[: len(whole) // 2])
    with pytest.raises(ReadError, match="hỏng"):
        read(b"%PDF-1.7\n%%EOF")

    locked = Paper()
    locked.set_encryption(owner_password="chu", user_password="khach")
    locked.paragraph(BODY)
    with pytest.raises(ReadError, match="mật khẩu"):
        read(locked.bytes())


def test_the_letter_signed_and_stamped(shared: object) -> None:
    """1445/SLĐTBXH-LĐVLDN: the number and the day are stamped in a layer of their own."""
    from conftest import SHARED

    document = read((SHARED / "documents" / "qb_cv1445_sldtbxh_2022.pdf").read_bytes())
    assert texts(document)[:7] == [
        "UBND TỈNH QUẢNG BÌNH",
        "SỞ LAO ĐỘNG – THƯƠNG BINH VÀ XÃ HỘI",
        "Số: 1445 /SLĐTBXH-LĐVLDN",
        "V/v hướng dẫn một số nội dung thu thập, phân tích, dự báo thị trường lao động năm 2022",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Quảng Bình, ngày 03 tháng 10 năm 2022",
    ]
    assert [document.text_of(block) for block in document.blocks if block.kind == "signature"] == [
        "KT. GIÁM ĐỐC",
        "PHÓ GIÁM ĐỐC",
        "Đinh Thị Ngọc Lan",
    ]


def test_the_task_table_of_a_gazette(shared: object) -> None:
    """844/QĐ-TTg: one table over nine pages, 29 tasks under six group rows."""
    from conftest import SHARED

    document = read((SHARED / "documents" / "tw_qd844_2026.pdf").read_bytes())
    (block,) = (block for block in document.blocks if block.kind == "table")
    numbers = [row[0] for row in rows(document, block) if len(row) > 1]
    assert numbers == ["STT", *(f"{n}." for n in range(1, 30))]
    assert all(len(row) in (1, 6) for row in rows(document, block))
    row = next(row for row in rows(document, block) if row[0] == "23.")
    assert row[1].startswith("Từ năm 2026, từng bước")
    assert row[1].endswith("Từ quý III/2030 tổng kết, xây dựng Nghị định.")
    assert row[5] == "Từ quý III/2026 đến quý III/2030"


def test_signatures_of_document_systems_are_left_out() -> None:
    """Stamped beside the letterhead, on its lines and between them, and under the text."""
    paper = Paper()
    paper.two_columns(
        ["ỦY BAN NHÂN DÂN", "TỈNH THÁI BÌNH", "Số: 22/KH-UBND"],
        [
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Thái Bình, ngày 05 tháng 3 năm 2025",
        ],
    )
    down = paper.get_y()
    stamp = [
        "Người ký: Văn phòng UBND tỉnh",
        "Email: vanphong@thaibinh.gov.vn",
        "Cơ quan: Tỉnh Thái Bình",
        "Thời gian ký: 05.03.2025 16:02:11 +07:00",
    ]
    paper.set_font("Tinos", size=7)
    for at, line in enumerate(stamp):
        paper.text(150, 14 + 3 * at, line)
    paper.set_y(down)
    paper.text_line("KẾ HOẠCH", "B", "C")
    paper.paragraph(BODY)
    paper.set_font("Tinos", size=9)
    for at, line in enumerate(
        ["Ký bởi: ỦY BAN NHÂN DÂN TỈNH", "Ngày ký: 05/03/2025 16:02:11", "Cơ quan: UBND tỉnh"]
    ):
        paper.text(120, paper.get_y() + 20 + 4 * at, line)
    assert texts(read(paper.bytes())) == [
        "ỦY BAN NHÂN DÂN TỈNH THÁI BÌNH",
        "Số: 22/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Thái Bình, ngày 05 tháng 3 năm 2025",
        "KẾ HOẠCH",
        BODY,
    ]


@pytest.mark.parametrize(
    ("form", "place"),
    [("{}", "top"), ("- {} -", "bottom"), ("Trang {}/3", "bottom"), ("{}/3", "bottom")],
)
def test_page_numbers_are_left_out_and_the_paragraph_goes_on(form: str, place: str) -> None:
    class Numbered(Paper):
        def header(self) -> None:
            self.set_font("Tinos", size=13)
            self.text(105, 14 if place == "top" else 288, form.format(self.page_no()))
            self.set_xy(30, 20)

    paper = Numbered()
    for number in range(1, 20):
        paper.paragraph(f"{number}. {BODY}")
    assert texts(read(paper.bytes())) == [f"{number}. {BODY}" for number in range(1, 20)]


def test_a_number_broken_at_its_hyphen_is_whole_and_names_are_not_glued() -> None:
    paper = Paper()
    paper.set_font("Tinos", size=13)
    for line in (
        "Theo Công văn số 6631/BLĐTBXH-",
        "VPQGGN ngày 26/12/2018 của Bộ Lao động -",
        "Thương binh và Xã hội, giai đoạn 2021-",
        "2025, đề nghị các sở báo cáo.",
    ):
        paper.text(30, paper.get_y() + 5, line)
        paper.set_y(paper.get_y() + 7)
    paper.paragraph(BODY)
    assert texts(read(paper.bytes()))[0] == (
        "Theo Công văn số 6631/BLĐTBXH-VPQGGN ngày 26/12/2018 của Bộ Lao động - Thương binh và Xã hội, giai đoạn"
        " 2021-2025, đề nghị các sở báo cáo."
    )


def test_torn_and_decomposed_words_are_whole() -> None:
    paper = Paper()
    paper.text_line("Q U Y Ế T   Đ Ị N H", "B", "C")  # wider gaps part the words
    paper.text_line("C H Ư Ơ N G T R Ì N H", "B", "C")  # the rules of spelling do
    paper.set_char_spacing(4)
    paper.text_line("KẾ HOẠCH", "B", "C")
    paper.set_char_spacing(0)
    paper.text_line("ĐIỀ U KHO ẢN THI HÀ NH", "B", "C")
    paper.paragraph(normalize("NFD", BODY))
    paper.paragraph(
        "Các mục a, b, c, d, đ; điểm A B C; UBND TP; x y z; ông T. V. A; 5 m x 6 m; BCĐ QG về CĐS."
    )
    shown = " ".join(texts(read(paper.bytes())))
    for words in (
        "QUYẾT ĐỊNH",
        "CHƯƠNG TRÌNH",
        "KẾ HOẠCH",
        "ĐIỀU KHOẢN THI HÀNH",
        BODY,
        "Các mục a, b, c, d, đ; điểm A B C; UBND TP; x y z; ông T. V. A; 5 m x 6 m; BCĐ QG về CĐS.",
    ):
        assert words in shown


def test_merged_cells_fill_their_span() -> None:
    paper = Paper()
    with paper.table(col_widths=(10, 70, 40, 40), line_height=7, num_heading_rows=2) as table:
        head = table.row()
        head.cell("TT", rowspan=2)
        head.cell("Nội dung công việc", rowspan=2)
        head.cell("Trách nhiệm", colspan=2)
        table.row(("Chủ trì", "Phối hợp"))
        table.row().cell("I. NHIỆM VỤ CHUNG", colspan=4)
        first = table.row(("1", "Rà soát quy hoạch"))
        first.cell("Sở Xây dựng", rowspan=2)
        first.cell("UBND cấp xã")
        table.row(("2", "Lập danh mục dự án", "Sở Tài chính"))
    document = read(paper.bytes())
    (block,) = document.blocks
    spans = {
        document.text_of(cell): (cell.row, cell.column, cell.row_span, cell.column_span)
        for cell in block.cells
    }
    assert spans["TT"] == (0, 0, 2, 1)
    assert spans["Trách nhiệm"] == (0, 2, 1, 2)
    assert spans["Phối hợp"] == (1, 3, 1, 1)
    assert spans["I. NHIỆM VỤ CHUNG"] == (2, 0, 1, 4)
    assert spans["Sở Xây dựng"] == (3, 2, 2, 1)
    assert spans["Sở Tài chính"] == (4, 3, 1, 1)
    assert block.head_rows == 2


def test_blocks_know_how_they_are_set() -> None:
    paper = Paper()
    paper.text_line("KẾ HOẠCH", "B", "C")
    for number in range(1, 5):
        paper.paragraph(f"{number}. {BODY}")
    paper.text_line("(Kèm theo Quyết định số 15/QĐ-UBND)", "I", "C")
    title, *items, attached = read(paper.bytes()).blocks
    assert (title.bold, title.italic, title.centred) == (True, False, True)
    assert {(item.bold, item.italic, item.centred) for item in items} == {(False, False, False)}
    assert (attached.bold, attached.italic, attached.centred) == (False, True, True)


def test_columns_without_rules_are_no_table() -> None:
    """Letterhead, receivers beside a signature, figures set in columns: lines as they are printed."""
    paper = Paper()
    for line in ("Năm 2023        12.500        98,5", "Năm 2024        13.200        99,1"):
        paper.text_line(line)
    paper.paragraph(BODY)
    assert [block.kind for block in read(paper.bytes()).blocks].count("table") == 0
