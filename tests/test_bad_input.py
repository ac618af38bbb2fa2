"""Files that are broken, locked, disguised, or made to do harm: one clear error, or what they say; nothing left behind.

What is bounded is shown by a child that may have only so much memory and time: it would be killed.
"""

from __future__ import annotations

import io
import os
import struct
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fpdf import FPDF
from pdf_files import TEXT, form, one_page, packed_twice, pdf_of_objects, stream
from PIL import Image
from reading import check, texts
from scanning import BODY, plan, saved
from word_files import abstract, level, num, numbered, p, r, table, tc, tr, word_file, zipped

from extract import extract
from ingest import ReadError, limits, pdf_guard, read_bytes
from ingest.document import Document
from ingest.limits import MOST_CHARACTERS, MOST_LINES

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "corpus" / "samples"
SAID = "Kế hoạch tổng kết công tác năm 2024."
PDF_SAID = "To chuc hoi nghi"
DOCX = word_file(p(SAID) * 30)
_MEMORY, _SECONDS = 2_500, 100  # megabytes, and seconds of work: many times what any test here needs


@pytest.fixture(autouse=True)
def nothing_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No test here may leave a file or a process."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    before = children()
    yield
    assert list(folder.iterdir()) == []
    assert children() <= before


def children() -> set[str]:
    """The processes that this one has started."""
    found: set[str] = set()
    for task in Path("/proc/self/task").glob("*/children"):
        found |= set(task.read_text().split())
    return found


def read(data: bytes, name: str = "tệp") -> Document:
    """The document, without recognition; what holds of every document is looked at, and it can be extracted from."""
    document = read_bytes(data, name, ocr="never")
    check(document)
    extract(document)
    return document


def refused(data: bytes) -> str:
    """The error, which is one line and names the file."""
    with pytest.raises(ReadError) as caught:
        read_bytes(data, "tệp", ocr="never")
    said = str(caught.value)
    assert said.startswith("tệp: ")
    assert len(said.splitlines()) == 1
    return said


# --- locked, cut off, disguised -------------------------------------------------------------------------------------


def locked_pdf() -> bytes:
    paper = FPDF()
    paper.set_encryption(owner_password="chu", user_password="khach")
    paper.set_font("Helvetica", size=12)
    paper.add_page()
    paper.cell(0, 10, "To chuc")
    return bytes(paper.output())


def compound(*names: str, inside: tuple[str, ...] = ()) -> bytes:
    """An old Office file with these streams in its outermost folder, and a folder that holds others."""
    every = ["Root Entry", *names, "ObjectPool", *inside]
    folder = 1 + len(names)
    entries = b""
    for at, name in enumerate(every):
        coded = name.encode("utf-16-le") + b"\0\0"
        after = at + 1 if 0 < at < folder or folder < at < len(every) - 1 else 0xFFFFFFFF
        below = 1 if at == 0 else folder + 1 if at == folder and inside else 0xFFFFFFFF
        kind = bytes((5 if at == 0 else 1 if at == folder else 2, 1))
        links = struct.pack("<HBBIII", len(coded), *kind, 0xFFFFFFFF, after, below)
        entries += coded.ljust(64, b"\0") + links.ljust(64, b"\0")
    entries = entries.ljust(1024, b"\0")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6)
    head = head.ljust(44, b"\0") + struct.pack("<II", 1, 1)
    head = head.ljust(76, b"\0") + struct.pack("<I", 0) + b"\xff" * (4 * 108)
    fat = struct.pack("<III", 0xFFFFFFFD, 2, 0xFFFFFFFE).ljust(512, b"\xff")
    return head + fat + entries + bytes(512)


def odt() -> bytes:
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": "<a/>",
            "META-INF/manifest.xml": "x" * 900,
        }
    )


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (locked_pdf(), "PDF có mật khẩu"),
        (compound("EncryptedPackage", "EncryptionInfo"), "tệp Office có mật khẩu"),
        (compound("Workbook"), "bảng tính Excel"),
        (compound("PowerPoint Document"), "tệp Office đời cũ"),
        # cut off in the middle
        ((SAMPLES / "09-kh-15-ubnd-xa-tien-la.pdf").read_bytes()[:20_000], "PDF bị cắt cụt"),
        (DOCX[: len(DOCX) // 2], "hỏng"),
        (zipped({"a.txt": SAID * 99})[:100], "hỏng"),
        (odt()[:150], "hỏng"),
        (saved(plan().picture, "PNG")[:9_000], "là ảnh"),  # and so it is by its beginning
        (compound("WordDocument")[:900], "cắt cụt"),
        (b"{\\rtf1 " + b"a" * 900, "RTF bị cắt cụt"),
        (b"PK\x03\x04", "hỏng"),
        (b"%PDF-1.7", "cắt cụt"),
        (b"GIF89a" + bytes(90), "ảnh GIF"),
        # a list of streams that runs in a circle
        (compound("x").replace(struct.pack("<III", 0xFFFFFFFD, 2, 0xFFFFFFFE), struct.pack("<III", 1, 1, 1)), "đời cũ"),
    ],
)  # fmt: skip
def test_locked_and_cut_off(data: bytes, cause: str) -> None:
    assert cause in refused(data)


@pytest.mark.needs("libreoffice")
def test_a_letter_that_holds_a_spreadsheet_is_a_letter() -> None:
    """Only the outermost streams say what an old file is: this one is tried, and found to be broken."""
    assert "không đổi được" in refused(compound("WordDocument", inside=("Workbook",)))


PAGE = f"<html><body><p>{SAID}</p></body></html>"
MHT = (
    'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\n'
    "Content-Transfer-Encoding: 8bit\n\n{}\n--b\nContent-Type: image/png\n\nx\n--b--\n"
)


@pytest.mark.parametrize(
    ("data", "name", "media_type"),
    [
        (PAGE.encode(), "trang-web.doc", "text/html"),  # what Word and many office systems save as .doc
        (b"\xef\xbb\xbf" + PAGE.encode(), "trang-web.doc", "text/html"),
        (MHT.format(PAGE).encode(), "trang-web.doc", "multipart/related"),
        (DOCX, "van-ban.doc", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (one_page(), "van-ban.docx", "application/pdf"),
        (SAID.encode(), "van-ban.pdf", "text/plain"),
    ],
)
def test_the_content_says_what_a_file_is(data: bytes, name: str, media_type: str) -> None:
    document = read(data, name)
    assert document.source.media_type == media_type
    assert document.text.startswith((SAID, PDF_SAID))


@pytest.mark.needs("libreoffice")
def test_rich_text_is_often_named_doc() -> None:
    assert read(b"{\\rtf1\\ansi K\\u7871 ? ho\\u7841 ?ch}", "van-ban.doc").text == "Kế hoạch"


def test_a_picture_named_pdf_is_a_picture() -> None:
    assert "là ảnh" in refused(saved(Image.new("L", (60, 60)), "PNG"))


# --- PDF ------------------------------------------------------------------------------------------------------------

SCRIPTS = (
    b"/OpenAction<</S/JavaScript/JS(while(1){})>>/AA<</WC<</S/Launch/F(/bin/sh)>>>>"
    b"/Names<</EmbeddedFiles<</Names[(a.exe) 6 0 R]>>/JavaScript<</Names[(x)<</S/JavaScript/JS(while(1){})>>]>>>>"
)


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (one_page(tree=b"/Kids[]/Count 0"), "hỏng|không có trang nào"),
        (one_page(tree=b"/Kids[3 0 R]/Count 10000"), r"quá nhiều trang \(10000, tối đa 3000\); tách tệp"),
        (one_page(tree=b"/Kids[3 0 R]/Count 1000000"), "quá nhiều trang"),
        (one_page(tree=b"/Kids[" + b"3 0 R " * 10_000 + b"]/Count 10000"), "quá nhiều trang"),
        # a tree of pages that is its own branch, two that are each other's, more pages told than there are
        (one_page(tree=b"/Kids[2 0 R]/Count 5"), "trang 1 của tệp PDF hỏng"),
        (one_page(tree=b"/Kids[6 0 R]/Count 9", more={6: b"<</Type/Pages/Kids[2 0 R]/Count 9>>"}), "trang 1 của"),
        (one_page(tree=b"/Kids[3 0 R]/Count 7"), "trang 2 của tệp PDF hỏng"),
        (pdf_of_objects({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"null"}), "hỏng"),
        (one_page(content=b"BT /F1 12 Tf 72 700 Td (" + b" " * 5_000 + b") Tj ET"), "không có lớp chữ"),
    ],
)  # fmt: skip
def test_pdf_that_is_refused(data: bytes, cause: str) -> None:
    said = refused(data)
    assert any(one in said for one in cause.replace("\\", "").split("|"))


@pytest.mark.parametrize(
    "data",
    [
        *(one_page(box=box) for box in (b"0 0 0 0", b"0 0 .001 .001", b"595 842 0 0", b"0 0 1e30 1e30", b"nan nan nan nan", b"1 2")),
        one_page(box=b"0 0 1000000 1000000"),
        one_page(tree=b"/Kids[3 0 R]/Count -1"),
        one_page(tree=b"/Kids[3 0 R]/Count 99999999999"),
        one_page(tree=b"/Kids[3 0 R]/Count 1/Parent 2 0 R"),
        # letters of a size and at a place that no number tells
        one_page(TEXT + b" BT /F1 1e38 Tf 1e30 1e30 -1e30 1e30 1e38 1e38 Tm (xa) Tj ET"),
        # scripts, programs and files in it are nobody's business
        one_page(catalog=SCRIPTS, more={6: b"<</Type/Filespec/F(a.exe)/EF<</F 7 0 R>>>>", 7: stream(b"MZ")}),
        # more stamps than are drawn in
        one_page(page=b"/Annots[" + b"<</Type/Annot/Subtype/Square/Rect[0 0 9 9]/AP<</N 6 0 R>>>>" * 5_000 + b"]", more={6: form(b"0 0 m 1 1 l S")}),
        # the forms of a signature: harmless, and told to be so
        one_page(TEXT + b"/A Do", more={6: form(b"/B Do /C Do", b"/B 7 0 R/C 8 0 R"), 7: form(b""), 8: form(b"")}, draws=b"/A 6 0 R"),
    ],
)  # fmt: skip
def test_pdf_that_is_read(data: bytes) -> None:
    assert read(data).text.startswith(PDF_SAID)


FORMS = {6 + at: form(b"/A Do " * 10, b"/A %d 0 R" % (7 + at)) for at in range(9)}
BOMBS = {
    "a form that draws itself": one_page(b"/A Do", more={6: form(b"/A Do /A Do /A Do", b"/A 6 0 R")}, draws=b"/A 6 0 R"),
    "a thousand million forms": one_page(b"/A Do", more={**FORMS, 15: form(TEXT)}, draws=b"/A 6 0 R"),
    "a stream of a gigabyte": one_page(more={4: packed_twice(b"0 0 m 1 1 l S\n" * 5_000_000)}),
    "its name in disguise": one_page(b"/A Do", more={6: form(b"/A Do /A Do /A Do", b"/A 6 0 R").replace(b"/Form", b"/F#6Frm")}, draws=b"/A 6 0 R"),
}  # fmt: skip


@pytest.mark.parametrize("bomb", BOMBS)
def test_pdf_bombs_explode_elsewhere(bomb: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A few thousand bytes that fill any memory: PDFium would take this process with it."""
    monkeypatch.setattr(pdf_guard, "_MOST_MEMORY", 600 * 1024**2)
    monkeypatch.setattr(pdf_guard, "SECONDS", 3)
    assert len(BOMBS[bomb]) < 10_000
    assert "mở ra quá lớn hoặc quá lâu" in refused(BOMBS[bomb])


def test_ordinary_pdf_files_are_read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_guard, "_opens", lambda _: pytest.fail("another process was started"))
    for sample in SAMPLES.glob("*.pdf"):
        assert read(sample.read_bytes()).text


@pytest.mark.needs("tesseract", "fonts")
def test_blanks_over_a_scan_are_no_text_layer() -> None:
    paper = FPDF()
    paper.set_font("Helvetica", size=12)
    paper.add_page()
    paper.image(io.BytesIO(saved(plan().scanned(0), "JPEG", quality=80)), 0, 0, 210)
    for _ in range(30):
        paper.cell(0, 8, " " * 90, new_x="LMARGIN", new_y="NEXT")
    document = read_bytes(bytes(paper.output()), "x")
    assert document.source.reader == "pdf+ocr"
    assert BODY[1] in document.text


@pytest.mark.needs("tesseract")
@pytest.mark.parametrize("box", [b"0 0 1000000 1000000", b"0 0 1 1000000", b"0 0 .001 .001"])
def test_a_page_of_square_miles_is_drawn_small(box: bytes) -> None:
    with pytest.raises(ReadError, match="không nhận ra chữ nào"):
        read_bytes(one_page(b"0 0 m 9 9 l S", box), "x")


def test_pages_without_anything_are_not_recognised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.scan_pages.picture_of", lambda _: pytest.fail("a page was drawn"))
    with pytest.raises(ReadError, match="không có lớp chữ"):
        read_bytes(one_page(b"", tree=b"/Kids[" + b"3 0 R " * 900 + b"]/Count 900"), "x")


def tiff(pages: int, *, endless: bool = False) -> bytes:
    """A TIFF of that many pages of one white pixel; `endless`: the last is followed by the first."""
    tags = [(256, 1), (257, 1), (258, 8), (259, 1), (262, 1), (273, 8), (277, 1), (278, 1), (279, 1)]
    size = 2 + 12 * len(tags) + 4
    data = b"II*\0" + struct.pack("<I", 16) + b"\xff".ljust(8, b"\0")
    for at in range(pages):
        last = at == pages - 1
        data += struct.pack("<H", len(tags)) + b"".join(
            struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags
        )
        data += struct.pack("<I", (16 if endless else 0) if last else 16 + (at + 1) * size)
    return data


@pytest.mark.needs("tesseract")
@pytest.mark.parametrize(
    ("data", "cause"),
    [(tiff(10_000), "quá nhiều trang"), (tiff(3, endless=True), "hỏng|không nhận ra|quá nhiều trang")],
    ids=["pages", "circle"],
)
def test_pictures_of_very_many_pages(data: bytes, cause: str) -> None:
    with pytest.raises(ReadError, match=cause):
        read_bytes(data, "x")


# --- DOCX -----------------------------------------------------------------------------------------------------------

NOTE = "<w:r><w:footnoteReference w:id='2'/></w:r>"
WHOLE = word_file(
    numbered(SAID) + p("Đoạn có kiểu.", '<w:pStyle w:val="a"/>') + f"<w:p>{r('Có chú thích')}{NOTE}</w:p>",
    styles='<w:style w:type="paragraph" w:styleId="a"/>',
    numbering=abstract(0, level(0, "decimal", "%1.")) + num(1, 0),
    footnotes=f'<w:footnote w:id="2">{p("Ghi chú.")}</w:footnote>',
)
PARTS = {
    member: zipfile.ZipFile(io.BytesIO(WHOLE)).read(member).decode()
    for member in zipfile.ZipFile(io.BytesIO(WHOLE)).namelist()
}
ALL = [f"1. {SAID}", "Đoạn có kiểu.", "Có chú thích", "Ghi chú."]
LINKS = "word/_rels/document.xml.rels"


def changed(**parts: str | None) -> bytes:
    """The whole file with these parts changed, or (None) left out."""
    names = {"rels": LINKS, "root": "_rels/.rels", "types": "[Content_Types].xml"}
    new = {names.get(part, f"word/{part}.xml"): content for part, content in parts.items()}
    return zipped({member: content for member, content in {**PARTS, **new}.items() if content is not None})


@pytest.mark.parametrize(
    ("parts", "shown", "lost"),
    [
        ({}, ALL, ""),
        # what can be found without is read without
        ({"types": None}, ALL, ""),
        ({"root": None}, ALL, ""),
        ({"rels": None}, ALL, ""),
        ({"root": "<a"}, ALL, ""),
        ({"rels": ""}, ALL, ""),
        # parts outside of the package: the document, and what is beside it, are where they always are
        ({"root": PARTS["_rels/.rels"].replace("word/document.xml", "../../../etc/passwd")}, ALL, ""),
        (
            {
                "rels": PARTS[LINKS]
                .replace("styles.xml", "/etc/passwd")
                .replace("footnotes.xml", "http://a.vn/b")
            },
            ALL,
            "",
        ),
        # what is lost is said
        ({"styles": None}, ALL, "kiểu chữ"),
        ({"numbering": None}, [SAID, *ALL[1:]], "số thứ tự tự động"),
        ({"numbering": "<a"}, [SAID, *ALL[1:]], "số thứ tự tự động"),
        ({"footnotes": None}, ALL[:3], "chú thích cuối trang"),
    ],
)
def test_a_word_file_with_a_part_missing(parts: dict[str, str | None], shown: list[str], lost: str) -> None:
    document = read(changed(**parts))
    assert texts(document) == shown
    assert [lost in warning for warning in document.source.warnings] == ([True] if lost else [])


LAUGHS = "".join(f'<!ENTITY {chr(98 + at)} "{(f"&{chr(97 + at)};") * 10}">' for at in range(9))
DECLARATIONS = {
    "laughs": f'<!DOCTYPE x [<!ENTITY a "ha">{LAUGHS}]>',
    "file": '<!DOCTYPE x [<!ENTITY j SYSTEM "file:///etc/passwd">]>',
    "network": '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd" [<!ENTITY j SYSTEM "http://127.0.0.1:9/">]>',
    "parameter": '<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>',
}


@pytest.mark.parametrize("part", ["document", "styles", "numbering", "footnotes"])
@pytest.mark.parametrize("kind", DECLARATIONS)
def test_entities_are_refused(part: str, kind: str) -> None:
    content = PARTS[f"word/{part}.xml"]
    used = content if kind == "parameter" else content.replace("</w:p>", "<w:r><w:t>&j;</w:t></w:r></w:p>")
    assert f"word/{part}.xml của tệp DOCX khai báo thực thể" in refused(
        changed(**{part: DECLARATIONS[kind] + used})
    )


@pytest.mark.parametrize(
    ("body", "cause"),
    [
        ("<w:tbl><w:tr><w:tc>" * 100_000 + p(SAID), "lồng nhau quá sâu"),
        ("<w:p>" + "<w:ins>" * 5_000 + r(SAID) + "</w:ins>" * 5_000 + "</w:p>", "lồng nhau quá sâu"),
        ("<w:p/>" * 1_001 + p(SAID), "văn bản quá dài"),
        ("<w:p/><w:p>", "hỏng ở dòng 1, cột"),
    ],
    ids=["tables", "insertions", "paragraphs", "broken"],
)
def test_word_bodies_that_are_refused(body: str, cause: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_LINES", 1_000)
    assert cause in refused(word_file(body))


def test_a_word_file_is_read_in_the_time_of_its_length() -> None:
    """Each of these took the square of its length, or more."""
    runs = "<w:p>" + r("a ") * 30_000 + "</w:p>"
    merged = table(
        *(
            tr(tc(p("x"), properties="<w:vMerge/>" if at else '<w:vMerge w:val="restart"/>'))
            for at in range(4_000)
        )
    )
    wide = table(*(tr(*[tc(p("x"), properties='<w:gridSpan w:val="99999999"/>')] * 20) for _ in range(40)))
    notes = f"<w:p>{r('a')}{NOTE * 20_000}</w:p>"
    long_label = numbered("x") * 200
    document = read(
        word_file(
            p(SAID) + runs + merged + wide + notes + long_label,
            footnotes=f'<w:footnote w:id="2"><w:p>{r(SAID * 20)}{NOTE * 2}</w:p></w:footnote>',
            numbering=abstract(0, level(0, "decimal", "%1." * 30_000)) + num(1, 0),
            styles="".join(
                f'<w:style w:styleId="s{at}"><w:basedOn w:val="s{at}"/></w:style>' for at in range(9)
            ),
        )
    )
    assert document.text.startswith(SAID)
    assert document.text.count(SAID * 2) < 20


# --- web pages ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("page", "cause"),
    [
        (f"<html><body>{f'<p>{SAID}</p>' * (MOST_CHARACTERS // 30)}", "trang web quá dài"),
        ("<html><body>" + "<p>a" * (MOST_LINES + 1), "văn bản quá dài"),
        ("<html><pre>" + "a\n" * (MOST_LINES + 1), "văn bản quá dài"),
        *((f"<html><body>{f'<{tag}>' * 100_000}{SAID}", "lồng nhau quá sâu") for tag in ("div", "b", "table><tr><td", "ul><li")),
        ("<html><body>" + "<!--" * 100_000 + SAID, "không có chữ nào"),
    ],
    ids=["long", "paragraphs", "lines", "div", "b", "table", "list", "comment"],
)  # fmt: skip
def test_pages_that_are_refused(page: str, cause: str) -> None:
    assert cause in refused(page.encode())


@pytest.mark.parametrize(
    ("page", "starts"),
    [
        # tables that hold pages, in each other
        (f"{'<table><tr><td>' * 30}{f'<p>{SAID}</p>' * 20}", SAID),
        (f"<p {' '.join(f'a{at}=1' for at in range(60_000))}>{SAID}", SAID),
        (f"<ol>{f'<li>{SAID}' * 8_000}</ol>", f"1. {SAID}"),
        (f"<ol start=3><li>{SAID}<li value=7>{SAID}<li>{SAID}</ol>", f"3. {SAID}\n7. {SAID}\n8. {SAID}"),
        (f"<table>{('<tr>' + '<td colspan=1000 rowspan=1000>x</td>' * 20) * 100}</table><p>{SAID}", "x"),
        (f"<img src='data:image/png;base64,{'A' * 20_000_000}'><p>{SAID}", SAID),
        (f"<p>{SAID * 9}&#0;&#1;&#xd800;\x01", SAID),
        # old fonts over characters that no tree takes
        (f"<p style='font-family:.VnTime'>K&#1;&#x0b;\x02Õ ho¹ch</p><p>{SAID * 9}", "Kế hoạch"),
    ],
    ids=["frames", "attributes", "list", "numbers", "spans", "picture", "characters", "fonts"],
)
def test_pages_that_are_read(page: str, starts: str) -> None:
    assert read(f"<html><body>{page}".encode()).text.startswith(starts)


# --- plain text -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ((SAID + "\x00" + SAID).encode(), "nhị phân|" + SAID),
        ((SAID + "\ud800" + SAID * 9).encode("utf-8", "surrogatepass"), SAID),
        (b"\x00" * 1000 + SAID.encode(), "nhị phân"),
        *((mark, "không có chữ nào") for mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\0\0", b"\xef\xbb\xbf \n")),
        (SAID.encode("utf-16") + b"\x41", SAID),
        (SAID.encode("utf-16-le") * 3, SAID),
        (SAID.encode("utf-16-be") * 3, SAID),
        (SAID.encode("utf-32"), SAID),
        (b"\0\0\xfe\xff" + SAID.encode("utf-32-be"), SAID),
        (SAID.encode("utf-32-le"), "nhị phân"),
        (SAID.encode("utf-32-be"), "nhị phân"),
        (b"\xff\xfe\0\0" + b"\xff" * 80, "không có chữ nào|nhị phân"),
        (SAID.encode() * 40 + b"\xc3 \xff" + SAID.encode() * 40, SAID),
        (bytes(range(32)) * 3 + SAID.encode() * 3, "nhị phân"),
        # a tower of marks on one letter
        (("Kế hoạch a" + "\u0301\u0323" * 100_000 + f" {SAID}").encode(), "Kế hoạch"),
        (("\u200b\u202e\u2066" * 9 + SAID).encode(), SAID),
        ((SAID + "\n") .encode() * (MOST_LINES + 1), "văn bản quá dài"),
    ],
)  # fmt: skip
def test_texts(data: bytes, said: str) -> None:
    try:
        result = read(data).text
    except ReadError:
        result = refused(data)
    assert any(one in result[:200] for one in said.split("|")), result[:200]


def test_nothing_that_a_terminal_obeys_comes_out() -> None:
    """Escapes, marks of direction, and characters nobody sees; a formula stays text, which is for those who write."""
    text = read(
        (SAID * 20 + " \x1b[31m\x07\x9b\u202e\u2066\u200f\u200b\ufeff\u2028\x85 =cmd|' /C calc'!A0").encode()
    ).text
    assert text.replace("\n", " ") == f"{SAID * 20} [31m =cmd|' /C calc'!A0"


# --- how much memory and time ---------------------------------------------------------------------------------------

_CHILD = """
import resource, sys
sys.path[:0] = [{root!r}]
resource.setrlimit(resource.RLIMIT_AS, ({memory}, {memory}))
resource.setrlimit(resource.RLIMIT_CPU, ({seconds}, {seconds}))
from ingest import ReadError, read_bytes
try:
    print("read", len(read_bytes(sys.stdin.buffer.read(), "x", ocr="never").text))
except ReadError as error:
    print(error)
"""


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: zipped({"word/document.xml": "<a>" * 40_000_000}), "vượt quá"),
        (lambda: word_file("<w:p/>" * 6_500_000), "quá nhiều thẻ"),
        (lambda: (SAID * (4_000_000 // len(SAID))).encode(), "read"),
        (lambda: b"a\n" * 8_000_000, "văn bản quá dài"),
        (lambda: one_page(more={4: packed_twice(b"0 0 m 1 1 l S\n" * 70_000_000)}), "mở ra quá lớn"),
    ],
    ids=["zip", "tags", "one line", "lines", "pdf"],
)  # fmt: skip
def test_memory_and_time_are_bounded(make: Callable[[], bytes], said: str) -> None:
    script = _CHILD.format(root=str(ROOT), memory=_MEMORY * 1024**2, seconds=_SECONDS)
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", script], input=make(), capture_output=True, env=environment, check=False
    )
    assert done.returncode == 0, done.stderr.decode()[-500:]
    assert said in done.stdout.decode()
