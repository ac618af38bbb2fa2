"""Scans and pictures: text, boxes and tables out of pixels, and what is no text said so."""

from __future__ import annotations

import io
import os
import shutil
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageOps
from reading import check, rows, said, texts
from scanning import BODY, DPI, pdf_of, plan, saved
from scanning import Sheet as NewSheet
from test_read_pdf import Paper

from ingest import ReadError, read_bytes
from ingest.document import Document
from ingest.lines import Line
from ingest.scan_image import without_colour
from ingest.scan_slips import mended

pytestmark = pytest.mark.needs("fonts", "tesseract")

A4 = (1654, 2339)
BY_WORD = "Việc được giao, cơ quan chủ trì và thời hạn hoàn thành như sau."


def read(data: bytes) -> Document:
    document = read_bytes(data, "ban-quet")
    check(document)
    return document


@pytest.fixture(scope="module")
def scanned_plan() -> Document:
    sheet = plan()
    sheet.seal(380, 215)
    return read(pdf_of(sheet.scanned()))


def test_a_crooked_scan_with_a_seal_reads_as_the_page_does(scanned_plan: Document) -> None:
    assert said(scanned_plan) == [
        "letterhead: UBND TỈNH QUẢNG BÌNH",
        "letterhead: SỞ Y TẾ",
        "letterhead: Số: 1445/KH-SYT",
        "letterhead: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "letterhead: Độc lập - Tự do - Hạnh phúc",
        "letterhead: Quảng Bình, ngày 03 tháng 10 năm 2022",
        "heading: KẾ HOẠCH",
        "heading: Kiểm tra, đánh giá chất lượng bệnh viện năm 2022",
        f"paragraph: {' '.join(BODY)}",
    ]


def test_a_scan_says_what_it_is_and_how_sure_its_blocks_are(scanned_plan: Document) -> None:
    source = scanned_plan.source
    assert (source.reader, source.media_type, source.pages) == ("pdf+ocr", "application/pdf", 1)
    assert [warning for warning in source.warnings if warning.startswith("trang 1 được nhận dạng")]
    sure = [block.confidence for block in scanned_plan.blocks]
    assert all(value is not None and 0.7 < value <= 1 for value in sure)


def test_boxes_stand_on_the_page_as_it_lies(scanned_plan: Document) -> None:
    """The page is a degree askew: in the middle of the sheet nothing moves, at its left edge everything by 5 points."""
    place = scanned_plan.places_of(
        scanned_plan.text.index("bệnh viện và khảo sát"), scanned_plan.text.index("như sau")
    )[0]
    assert place.page == 1
    assert place.box is not None
    assert 78 < place.box.left < 98
    assert place.box.top < 190 + 2 * 18 + 10 < place.box.bottom


def test_a_table_with_rules_and_a_page_on_its_side() -> None:
    cells = [
        ("TT", "Việc cần làm", "Đơn vị"),
        ("1", "Lập kế hoạch kiểm tra", "Sở Y tế"),
        ("2", "Báo cáo kết quả", "Sở Nội vụ"),
    ]
    sheet = NewSheet()
    sheet.write(BY_WORD, 85, 90)
    sheet.ruled(cells, (85, 130, 330, 510), 130)
    sheet.write("Các đơn vị triển khai thực hiện theo kế hoạch này.", 85, 230)
    for turned in (0, 90):
        document = read(saved(sheet.scanned(0.6).rotate(turned, expand=True), "PNG", dpi=(DPI, DPI)))
        assert [block.kind for block in document.blocks] == ["paragraph", "table", "paragraph"]
        found = rows(document, document.blocks[1])
        assert [row[1:] for row in found] == [list(row[1:]) for row in cells]
        assert document.source.media_type == "image/png"


def test_scans_among_pages_with_text(tmp_path: Path) -> None:
    """The scan is read in its place; without recognition the warning names its page."""
    picture = io.BytesIO(saved(plan().scanned(0.5), "JPEG", quality=80))
    paper = Paper()
    paper.paragraph(" ".join(BODY))
    paper.paragraph(" ".join(BODY))
    paper.add_page()
    paper.image(picture, 0, 0, 210)
    data = paper.bytes()
    document = read(data)
    assert document.text.count("4969/QĐ-BYT") == 3
    assert document.blocks[0].confidence is None
    assert {block.page for block in document.blocks if block.confidence is not None} == {2}
    without = read_bytes(data, "x", ocr="never")
    assert without.source.warnings == ("trang 2 là ảnh quét, chưa đọc được",)
    assert without.text.count("4969/QĐ-BYT") == 2


def test_what_is_stamped_on_a_scan_as_text_is_not_guessed() -> None:
    """A number that the filing system wrote over the picture is taken from the file, not from its pixels."""
    paper = Paper()
    paper.image(io.BytesIO(saved(plan().scanned(0), "PNG")), 0, 0, 210)
    paper.set_xy(35, 60)
    paper.text_line("Đến: 03/10/2022 số 0O1l5")
    document = read(paper.bytes())
    assert "0O1l5" in document.text
    assert "4969/QĐ-BYT" in document.text


def test_always_reads_pages_with_text_from_their_picture() -> None:
    paper = Paper()
    paper.paragraph(" ".join(BODY))
    document = read_bytes(paper.bytes(), "x", ocr="always")
    assert document.source.reader == "pdf+ocr"
    assert texts(document) == [" ".join(BODY)]


@pytest.mark.parametrize("colour", ["black", "white", "grey"])
def test_pages_without_anything_on_them(colour: str) -> None:
    """A fax of black pages, the backs of sheets."""
    empty = Image.new("L", A4, colour)
    with pytest.raises(ReadError, match="không nhận ra chữ nào"):
        read(pdf_of(empty, empty))
    with pytest.raises(ReadError, match="không nhận ra chữ nào trong ảnh"):
        read(saved(empty, "PNG"))


def test_a_pdf_of_empty_pages() -> None:
    paper = Paper()
    with pytest.raises(ReadError, match="chữ"):
        read(paper.bytes())


def test_never_is_the_error_of_a_scan() -> None:
    with pytest.raises(ReadError, match=r"bản quét \(ảnh\), không có lớp chữ"):
        read_bytes(pdf_of(Image.new("L", A4, "white")), "x", ocr="never")
    with pytest.raises(ReadError, match="là ảnh"):
        read_bytes(saved(Image.new("L", (9, 9)), "PNG"), "x", ocr="never")


def test_a_machine_without_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    with pytest.raises(ReadError, match="tesseract-ocr-script-viet"):
        read(pdf_of(plan().picture))
    with pytest.raises(ReadError, match="tesseract-ocr-script-viet"):
        read(saved(plan().picture, "PNG"))


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n",
        b"\x89PNG\r\n\x1a\n" + b"rubbish" * 30,
        b"\xff\xd8\xff\xe0 no picture",
        b"II*\x00\xff\xff\xff\xff",
        saved(Image.new("L", A4, "white"), "PNG")[:-40],
    ],
    ids=["head", "rubbish", "jpeg", "tiff", "truncated"],
)
def test_pictures_that_are_none(data: bytes) -> None:
    with pytest.raises(ReadError, match="tệp ảnh hỏng"):
        read(data)


def test_a_picture_that_would_fill_the_memory() -> None:
    """60,000 by 60,000 pixels in a file of a few bytes."""
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 1, 0, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in ((b"IHDR", head), (b"IDAT", zlib.compress(b"\x00" * 1000)), (b"IEND", b""))
    )
    with pytest.raises(ReadError, match="ảnh quá lớn"):
        read(bomb)


def test_a_locked_scan() -> None:
    locked = Paper()
    locked.set_encryption(owner_password="chu", user_password="khach")
    locked.image(io.BytesIO(saved(plan().picture, "PNG")), 0, 0, 210)
    with pytest.raises(ReadError, match="mật khẩu"):
        read(locked.bytes())


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    read(saved(plan().scanned(), "TIFF", save_all=True, dpi=(DPI, DPI)))
    assert list(tmp_path.iterdir()) == []


NOTED = (
    ("Các địa phương rà soát khu dân cư có nguy cơ cháy, nổ cao", "1", ";", 190),
    ("bố trí kinh phí theo phân cấp", "2", " và báo cáo Ủy ban nhân dân tỉnh.", 208),
)


def test_footnotes_are_taken_out_and_tied_to_their_marks() -> None:
    """Two marks in the text, two notes under the short rule; what is read is the sentence without them."""
    sheet = plan()
    for text, mark, rest, y in NOTED:
        sheet.marked(text, mark, rest, 85, y + 90)
    sheet.line(85, 700, 144)
    sheet.marked("", "1", " Theo Báo cáo số 12/BC-UBND ngày 05/01/2022.", 85, 706, 10)
    sheet.marked("", "2", " Luật Ngân sách nhà nước ngày 25/6/2015.", 85, 721, 10)
    document = read(pdf_of(sheet.scanned(0.8)))
    assert "cháy, nổ cao; bố trí kinh phí theo phân cấp và báo cáo" in " ".join(document.text.split())
    notes = [block for block in document.blocks if block.kind == "footnote"]
    assert [(note.mark, document.text_of(note)) for note in notes] == [
        ("1", "Theo Báo cáo số 12/BC-UBND ngày 05/01/2022."),
        ("2", "Luật Ngân sách nhà nước ngày 25/6/2015."),
    ]
    assert [document.text[: note.anchor].split()[-1] for note in notes] == ["cao", "cấp"]


def test_a_rule_over_print_of_the_usual_size_is_no_rule_over_footnotes() -> None:
    sheet = plan()
    sheet.line(85, 500, 144)
    sheet.write("Các đơn vị triển khai thực hiện kế hoạch này.", 85, 506)
    assert [block.kind for block in read(pdf_of(sheet.scanned(0))).blocks if block.kind == "footnote"] == []


def test_receivers_and_signature_stand_in_two_columns_of_their_own() -> None:
    """The lines of the two columns are at different heights, and a seal lies over the signature."""
    sheet = plan()
    left = ("Nơi nhận:", "- Như trên;", "- Bộ Y tế (để báo cáo);", "- Lưu: VT, NVY.")
    for at, text in enumerate(left):
        sheet.write(text, 85, 300 + 15 * at, "BoldItalic" if at == 0 else "Regular", 11)
    for text, y in (("KT. GIÁM ĐỐC", 295), ("PHÓ GIÁM ĐỐC", 313), ("Nguyễn Văn Hà", 400)):
        sheet.write(text, 430, y, "Bold", 13, centred=True)
    sheet.seal(400, 360)
    document = read(pdf_of(sheet.scanned(0.7)))
    found = {kind: texts_of(document, kind) for kind in ("recipients", "signature")}
    assert found["recipients"] == list(left)
    assert found["signature"] == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Văn Hà"]


def texts_of(document: Document, kind: str) -> list[str]:
    return [document.text_of(block) for block in document.blocks if block.kind == kind]


def test_pages_however_they_lie_and_however_fine_they_are() -> None:
    """A fine page on its head, one 5 degrees askew, the negative of a coarse grey one."""
    sheet = plan()
    pages = [
        sheet.scanned(0.5, dpi=300).rotate(180),
        sheet.scanned(5.0),
        ImageOps.invert(sheet.scanned(1.5, noise=12, dpi=150, paper=0.8)),
    ]
    data = saved(pages[0], "TIFF", save_all=True, append_images=pages[1:])
    document = read(data)
    for page in range(1, len(pages) + 1):
        said = " ".join(document.text_of(block) for block in document.blocks if block.page == page)
        assert "Số: 1445/KH-SYT" in said, page
        assert "Căn cứ Quyết định số 4969/QĐ-BYT ngày 01 tháng 11 năm 2017 của Bộ Y tế" in said, page


def test_print_under_a_seal_keeps_its_strokes() -> None:
    """Compression smears the red of a seal over black print; what is dark in the red channel is print."""
    sheet = plan()
    plain = np.asarray(sheet.picture.convert("L"))
    sheet.seal(250, 215)
    smeared = Image.open(io.BytesIO(saved(sheet.picture, "JPEG", quality=60)))
    grey = without_colour(np.asarray(smeared))
    strokes = plain < 60
    assert float((grey[strokes] < 128).mean()) > 0.99
    seal = (np.asarray(sheet.picture)[:, :, 0] > 200) & (np.asarray(sheet.picture)[:, :, 1] < 100)
    assert float((grey[seal] > 180).mean()) > 0.95


def test_a_page_that_is_hard_to_read_is_said() -> None:
    document = read(pdf_of(plan().scanned(1.0, noise=35, dpi=100, paper=0.7)))
    assert [said for said in document.source.warnings if "nhận dạng không chắc chắn" in said]


def test_each_page_gets_one_thread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program that is run is the real one; a script before it on the path writes down how it was called."""
    log, real = tmp_path / "log", shutil.which("tesseract")
    script = tmp_path / "tesseract"
    script.write_text(f'#!/bin/sh\necho "threads=$OMP_THREAD_LIMIT" >> {log}\nexec {real} "$@"\n')
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    read(pdf_of(plan().picture))
    assert set(log.read_text().split()) <= {"threads=1", "threads="}
    assert "threads=1" in log.read_text()


def test_numerals_follow_one_another() -> None:
    """Only the numeral that must come next is mended, and only in what was recognised."""
    told = ["I. MỤC TIÊU", "II. NỘI DUNG", "1. Sở Y tế", "HI. TỔ CHỨC", "N. Kinh phí", "H. Nguyên"]
    lines = [Line(text, confidence=0.9) for text in told]
    assert [part.text for part in mended(lines) if isinstance(part, Line)] == [
        *told[:3],
        "III. TỔ CHỨC",
        *told[4:],
    ]
    assert [part.text for part in mended([Line(text) for text in told]) if isinstance(part, Line)] == told
