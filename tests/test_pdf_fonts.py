"""Text layers that do not say what is printed: wrong font maps, letters without a name, fonts of before Unicode."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from test_read_pdf import BODY, Paper, read, texts

from ingest import read_bytes
from ingest.document import Document
from ingest.legacy_encodings import LegacyEncoding, from_unicode
from ingest.legacy_fonts import warnings_of
from ingest.pdf_maps import corrections, mended_file

pytestmark = pytest.mark.needs("fonts")

SAMPLES = Path(__file__).parents[1] / "corpus" / "samples"
PROSE = (
    "Đường đi đến đó được định rõ; hộ gia đình nghèo, người khuyết tật và trẻ em được hướng dẫn, hỗ trợ kịp thời."
    " Chủ tịch Ủy ban nhân dân chịu trách nhiệm kiểm tra, đôn đốc, tổng hợp kết quả và báo cáo trước ngày 20/12/2025."
)
GARBLED = dict(
    zip("àáâãèéêìíòóôùúýăđĩũơưạảấầẩậếềệịốộớờợủứữự", "ựữứủợờớộốịệềếậẩầấảạươũĩđăýúùôóòíìêéèãâáà", strict=True)
)
REPAIRED = "bảng mã phông chữ trong tệp sai hoặc thiếu chữ ({}), đã sửa; nên đối chiếu với bản gốc"
WRONG = "có lớp chữ sai (bảng mã phông chữ hỏng)"


def printed(*paragraphs: str) -> bytes:
    paper = Paper()
    paper.set_compression(False)
    paper.text_line("KẾ HOẠCH", "B", "C")
    for text in paragraphs:
        paper.paragraph(text)
    return paper.bytes()


def with_map(data: bytes, meant: dict[str, str]) -> bytes:
    """The file with font maps that say something else of some letters."""

    def said(match: re.Match[bytes]) -> bytes:
        letter = chr(int(match[1], 16))
        return b"> <%04X>" % ord(meant.get(letter, letter))

    return re.sub(rb"> <([0-9A-F]{4})>", said, data)


@pytest.mark.parametrize(
    ("meant", "warned"),
    [
        ({"ư": "ƣ", "Ư": "Ƣ"}, ()),  # so common that nothing needs to be said
        ({"đ": "ð"}, (REPAIRED.format("đ"),)),
        ({"đ": "ñ"}, (REPAIRED.format("đ"),)),
        (
            {"n": "\ue002"},
            (REPAIRED.format("n"),),
        ),  # a letter of nobody's: only n makes syllables of all words
    ],
)
def test_a_letter_that_stands_for_another_is_told_by_its_words(
    meant: dict[str, str], warned: tuple[str, ...]
) -> None:
    document = read(with_map(printed(BODY, PROSE), meant))
    assert texts(document) == ["KẾ HOẠCH", BODY, PROSE]
    assert document.source.warnings == warned


@pytest.mark.parametrize(
    "meant",
    [
        GARBLED,
        {"h": " "},  # `c o p ép`: the blanks are wider than blanks
        {"h": "\x00", "t": "\x00"},
    ],
)
def test_text_that_cannot_be_told_is_said_to_be_wrong(meant: dict[str, str]) -> None:
    document = read_bytes(with_map(printed(BODY, PROSE), meant), "a.pdf", "never")
    (warning,) = document.source.warnings
    assert warning.startswith(f"trang 1 {WRONG}: ")
    assert "xin bản Word" in warning


@pytest.mark.needs("tesseract")
@pytest.mark.parametrize("how", ["garbled", "no map"])
def test_text_that_cannot_be_told_is_recognised(how: str) -> None:
    data = printed(BODY, PROSE)
    wrong = with_map(data, GARBLED) if how == "garbled" else data.replace(b"/ToUnicode", b"/ToUnicodX")
    document = read_bytes(wrong, "a.pdf")
    assert texts(document) == ["KẾ HOẠCH", BODY, PROSE]
    assert document.source.reader == "pdf+ocr"
    assert document.source.warnings == (
        f"trang 1 {WRONG}, đã nhận dạng lại từ hình của trang (OCR); đối chiếu với bản gốc khi sử dụng",
    )


def test_what_looks_strange_and_is_right() -> None:
    """Names, foreign words, abbreviations, formulas, tables of numbers: read as they stand, and nothing is said."""
    strange = [
        "Bà Võ Thị Õ, ông Müller (Đức), bà Núñez, ông Đặng Ngọc Ngõa dự hội nghị tại Besançon, Zürich và Malmö.",
        "Master data management, data warehouse, blockchain, internet of things and open API are explained here:",
        "UBND, HĐND, BCĐ, TTHC, CNTT, QLNN, KTXH, QPPL, GPMB, NTM, OCOP, BHYT, BHXH, DVC, CSDL, VNeID, ƯDCNTT.",
        "a) 12,5 m; b) 3 kg; c) 45 t; d) 7 l; x = 5 k; 1.234 2.345 3.456 4.567 5.678 6.789 7.890 8.901 9.012.",
        "Le président de la République française a décrété: à l'été, l'intérêt général prévaut déjà là où c'est né.",
    ]
    document = read(printed(BODY, *strange, PROSE))
    assert document.source.warnings == ()
    words = " ".join(texts(document))
    assert all(text in words for text in strange)


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.pdf")), ids=lambda path: path.name)
def test_nothing_is_said_of_good_documents(path: Path) -> None:
    document = read_bytes(path.read_bytes(), path.name, "never")
    assert document.source.warnings == ()


def test_maps_are_mended_by_the_order_of_their_glyphs() -> None:
    """Glyphs as the fonts of Windows have them: 36 to 61 are A to Z, 203 is Í, 209 Ò; from 1188 on Ạ, ạ, Ả ..."""
    good = {glyph: chr(glyph + 29) for glyph in range(36, 62)}
    assert corrections({**good, 203: "Í", 209: "Ò"}).keys().isdisjoint({*good, 203, 209})
    wrong = corrections({**good, 43: " ", 203: " ", 209: "Õ"})
    assert {glyph: wrong[glyph] for glyph in (43, 203, 209)} == {43: "H", 203: "Í", 209: "Ò"}
    row = {1188 + step: chr(0x1EA0 + step) for step in range(30)}
    assert corrections({**row, 1190: "x"})[1190] == "Ả"


@pytest.mark.parametrize("found", [{}, {3: " "}, {glyph: chr(glyph + 70) for glyph in range(3, 60)}])
def test_maps_in_another_order_are_left_alone(found: dict[int, str]) -> None:
    assert corrections(found) == {}


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n%%EOF", b"\xff" * 100])
def test_files_that_cannot_be_followed_are_left_alone(data: bytes) -> None:
    assert mended_file(data) is None


def test_the_two_real_files_with_wrong_maps(shared: Path) -> None:
    """1178/ĐCK-CTT: `ƣ` for `ư`, `HÕA`; 47/2020/NĐ-CP: H and Í are blanks in the bold font."""

    def opened(name: str) -> Document:
        path = shared / "documents" / name
        return read_bytes(path.read_bytes(), name, "never")

    letter = opened("bct_cv1178_glyph.pdf")
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in texts(letter)
    assert letter.source.warnings == (REPAIRED.format("Ò"),)
    decree = opened("tw_nd47_2020_glyph.pdf")
    assert texts(decree)[:6] == [
        "CHÍNH PHỦ",
        "Số: 47/2020/NĐ-CP",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Hà Nội, ngày 09 tháng 4 năm 2020",
        "NGHỊ ĐỊNH",
    ]
    assert "QUYỀN, TRÁCH NHIỆM TRONG KẾT NỐI, CHIA SẺ DỮ LIỆU" in texts(decree)
    assert decree.source.warnings == (REPAIRED.format("H, Í"),)


@pytest.mark.parametrize("encoding", ["TCVN3", "VNI"])
def test_old_fonts_by_their_letters(encoding: LegacyEncoding) -> None:
    """The text as LibreOffice prints it without the old font: Tinos, and the letters of Latin-1."""
    paper = Paper()
    paper.text_line(from_unicode("KẾ HOẠCH", encoding), "B", "C")
    for text in (BODY, PROSE):
        paper.paragraph(from_unicode(text, encoding))
    document = read(paper.bytes())
    assert texts(document) == ["KẾ HOẠCH", BODY, PROSE]
    assert document.source.warnings == warnings_of({encoding})


def test_old_fonts_by_their_names() -> None:
    """.VnTimeH draws capitals; a stamp in Unicode beside it stays."""
    paper = Paper()
    paper.set_compression(False)
    paper.text_line(from_unicode("quyết định", "TCVN3"), "B", "C")
    paper.paragraph(from_unicode(BODY, "TCVN3"))
    paper.text_line("Ngày ký số được ghi ở đây", "I")
    data = paper.bytes()
    for name, old in ((b"Tinos", b".VnTime"), (b"TinosBold", b".VnTimeH")):
        data = re.sub(rb"(/(?:BaseFont|FontName) /\w+\+)" + name + rb"(?=\s)", rb"\1" + old, data)
    document = read(data)
    assert texts(document)[:2] == ["QUYẾT ĐỊNH", BODY]
    assert texts(document)[-1] == "Ngày ký số được ghi ở đây"
    assert document.source.warnings == warnings_of({"TCVN3"})


@pytest.mark.needs("tesseract")
def test_what_another_program_saw_in_a_scan_is_not_believed() -> None:
    """A page that is a picture, with the text of a program that knows no Vietnamese under it."""
    import io

    import pypdfium2

    with pypdfium2.PdfDocument(printed(BODY, PROSE, BODY)) as document:
        shown = document[0].render(scale=200 / 72).to_pil()
    picture = io.BytesIO()
    shown.save(picture, "PNG")
    paper = Paper()
    paper.paragraph("CQNG HOA xA HOI CHU NGHIA VIET NAM " * 20)
    paper.image(picture, 0, 0, 210)
    document = read_bytes(paper.bytes(), "a.pdf")
    assert texts(document) == ["KẾ HOẠCH", BODY, PROSE, BODY]
    assert "được nhận dạng từ ảnh quét" in document.source.warnings[0]
