"""The map back: for everything found in a document, the words at its place in the file are the words found.

The files are read here a second time, by other means: the text that PDFium finds inside a box, the n-th paragraph of
document.xml, the n-th line of a text or web page.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from unicodedata import normalize

import pypdfium2
import pytest
from lxml import etree
from PIL import Image
from rapidfuzz.distance import Levenshtein
from running import COMMUNE_PLAN, SAMPLES
from word_files import p, r, word_file

from extract import extract
from ingest import Document, read, read_bytes
from ingest.document import Box, Place
from ingest.footnotes import SUPERSCRIPTS
from ingest.legacy_encodings import from_unicode
from ingest.lines import clean

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SHARED = Path(__file__).parents[2] / "shared"
LETTERS = re.compile(r"[^\W_]+")


def letters(text: str) -> str:
    return "".join(LETTERS.findall(clean(text).translate(dict.fromkeys(map(ord, SUPERSCRIPTS)))))


def found_in(document: Document) -> Iterator[tuple[Place, str]]:
    """The places of all that is found, each with its words."""
    said = extract(document)
    for fact in (*said.tasks, *said.citations, *said.deadlines):
        places = document.places_of(fact.start, fact.end)
        parts = [letters(document.text[place.start : place.end]) for place in places]
        assert "".join(parts) == letters(fact.quote)
        yield from ((place, document.text[place.start : place.end]) for place in places)


def of_pdf(data: bytes) -> Callable[[Place], str]:
    pages = list(pypdfium2.PdfDocument(data))

    def words(place: Place) -> str:
        assert place.page is not None and place.box is not None  # noqa: PT018
        page = pages[place.page - 1]
        left, _, _, top = page.get_bbox()
        middle = (
            top - (place.box.top + place.box.bottom) / 2
        )  # boxes of lines overlap: what stands in their middle
        box = (place.box.left + left + 0.5, middle - 1, place.box.right + left - 0.5, middle + 1)
        return str(page.get_textpage().get_text_bounded(*box)).replace("\ufffe", "-")

    return words


def of_word(data: bytes) -> Callable[[Place], str]:
    body = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))[0]
    paragraphs = [
        "".join(text.text or " " for text in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br"))
        for paragraph in body.iter(f"{W}p")
        if not any(above.tag == f"{W}txbxContent" for above in paragraph.iterancestors())
    ]
    return lambda place: paragraphs[(place.line or 0) - 1]


def of_lines(data: bytes) -> Callable[[Place], str]:
    lines = data.decode("utf-8-sig").split("\n")
    return lambda place: html.unescape(re.sub("<[^>]*>", "", lines[(place.line or 0) - 1]))


READERS = {".pdf": of_pdf, ".docx": of_word, ".html": of_lines, ".txt": of_lines}
FILES = [
    *sorted(path for path in SAMPLES.iterdir() if path.suffix in READERS),
    *sorted(path for path in (SHARED / "documents").glob("[hqt]*") if re.search(r"(html|docx|cv1445\S*|844\S*pdf)$", path.name)),
    *sorted((SHARED / "seeds").glob("*.txt")),
]  # fmt: skip


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_words_at_a_place_are_the_words_found(path: Path) -> None:
    data = path.read_bytes()
    document = read_bytes(data, path.name)
    there = READERS[path.suffix](data)
    notes = [block for block in document.blocks if block.kind == "footnote"]
    wrong = []
    for place, words in found_in(document):
        if path.suffix == ".docx" and any(note.start <= place.start < note.end for note in notes):
            continue  # its place is the paragraph with its mark, in which its words are not
        wanted, shown = letters(words), letters(there(place))
        # A span may end amid a word, whose letters are not equally wide.
        near = Levenshtein.distance(wanted, shown) <= 2 if path.suffix == ".pdf" else wanted in shown
        wrong += [] if near else [(place.page, place.line, words, shown[:200])]
    assert wrong == []


def test_a_span_of_several_lines_has_a_place_on_each() -> None:
    document = read(COMMUNE_PLAN)
    task = next(task for task in extract(document).tasks if task.quote.startswith("Niêm yết hướng dẫn"))
    first, second = document.places_of(task.start, task.end)
    assert first.box
    assert second.box
    assert first.box.bottom < second.box.bottom
    assert first.box.left > second.box.left  # the first line is set in
    assert (first.start, second.end) == (task.start, task.end)
    assert document.text[first.start : second.end].replace(" ", "") == task.quote.replace(" ", "")


def test_a_place_is_cut_to_the_words_asked_for() -> None:
    document = read(COMMUNE_PLAN)
    at = document.text.index("nhà văn hóa thôn")
    (place,) = document.places_of(at, at + len("nhà văn hóa thôn"))
    (whole,) = document.places_of(at - 10, at + 30)
    assert place.box
    assert whole.box
    assert len(place.words) == 4
    assert whole.box.left < place.box.left < place.box.right < whole.box.right
    left, top, right, bottom = place.box.left, place.box.top, place.box.right, place.box.bottom
    for corner, expected in zip(
        place.corners() or (), ((left, top), (right, top), (right, bottom), (left, bottom)), strict=True
    ):
        assert corner == pytest.approx(expected, abs=0.2)


def quoted(document: Document, quotes: Sequence[str]) -> dict[str, Place]:
    """The first place of each quote that stands in the document."""
    found = {quote: document.text.find(quote) for quote in quotes}
    return {quote: document.places_of(at, at + len(quote))[0] for quote, at in found.items() if at >= 0}


def centre(box: Box) -> tuple[float, float]:
    return (box.left + box.right) / 2, (box.top + box.bottom) / 2


QUOTES = (
    "hệ thống truyền thanh",
    "nhân dân xã",
    "Phòng Kinh tế",
    "không chồng chéo",
    "bàn xã Tiên La",
    "15/KH-UBND",
)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_pages_that_are_shown_turned(turn: int) -> None:
    """The file says that its pages are shown turned clockwise, and moves them besides."""
    pdf = pypdfium2.PdfDocument(COMMUNE_PLAN.read_bytes())
    level = quoted(read(COMMUNE_PLAN), QUOTES)
    for page in pdf:
        left, bottom, right, top = page.get_mediabox()
        wide, high = right - left, top - bottom
        page.set_rotation(turn)
    target = io.BytesIO()
    pdf.save(target)
    turned = quoted(read_bytes(target.getvalue(), "a.pdf"), QUOTES)
    assert len(turned) == len(level) > 4
    for quote, place in turned.items():
        before = level[quote].box
        assert before
        assert place.box
        x, y = centre(before)
        expected = {90: (high - y, x), 180: (wide - x, high - y), 270: (y, wide - x)}[turn]
        assert centre(place.box) == pytest.approx(expected, abs=1)


def picture_of_a_page(dpi: int = 200) -> Image.Image:
    picture: Image.Image = pypdfium2.PdfDocument(COMMUNE_PLAN.read_bytes())[0].render(scale=dpi / 72).to_pil()
    return picture


@pytest.mark.needs("tesseract")
def test_boxes_on_a_crooked_scan_stand_where_the_page_lies() -> None:
    """Read level, told askew: the corners are those of the printed page, turned about its middle."""
    from math import cos, radians, sin

    degrees = 2.0
    picture = picture_of_a_page()
    level = quoted(read(COMMUNE_PLAN), QUOTES)
    turned = picture.rotate(-degrees, Image.Resampling.BICUBIC, fillcolor="white")
    target = io.BytesIO()
    turned.save(target, "PDF", resolution=200)
    found = quoted(read_bytes(target.getvalue(), "quet.pdf"), QUOTES)
    middle = picture.width * 72 / 400, picture.height * 72 / 400
    assert len(found) >= 4
    for quote, place in found.items():
        corners, before = place.corners(), level[quote].box
        assert before
        assert corners
        assert place.slant == pytest.approx(degrees, abs=0.2)
        x, y = (before.left - middle[0], centre(before)[1] - middle[1])
        expected = (
            middle[0] + x * cos(radians(degrees)) - y * sin(radians(degrees)),
            middle[1] + x * sin(radians(degrees)) + y * cos(radians(degrees)),
        )
        left_edge = (corners[0][0] + corners[3][0]) / 2, (corners[0][1] + corners[3][1]) / 2
        assert left_edge == pytest.approx(expected, abs=3)


@pytest.mark.needs("tesseract")
def test_boxes_on_a_photograph_taken_with_the_camera_held_sideways() -> None:
    """Pixels lie on their side, and a note of the camera says so: boxes are those of the picture as it is seen."""
    level = quoted(read(COMMUNE_PLAN), QUOTES)
    picture = picture_of_a_page()
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned clockwise
    target = io.BytesIO()
    picture.rotate(90, expand=True).save(target, "JPEG", dpi=(200, 200), exif=exif)
    found = quoted(read_bytes(target.getvalue(), "anh.jpg"), QUOTES)
    assert len(found) >= 4
    for quote, place in found.items():
        before = level[quote].box
        assert before
        assert place.box
        assert centre(place.box) == pytest.approx(centre(before), abs=3)


@pytest.mark.parametrize(
    ("data", "asked", "printed"),
    [
        ("1. Uỷ ban nhân dân tỉnh Khánh Hoà giao Sở Y tế.", "tỉnh Khánh Hòa", "tỉnh Khánh Hoà"),  # tone placement
        ("1. Uỷ ban nhân dân tỉnh Khánh Hoà giao Sở Y tế.", "ban nhân", "ban nhân"),
        (normalize("NFD", "1. Sở Tài chính tỉnh Khánh Hoà thẩm định."), "tỉnh Khánh Hòa", "tỉnh Khánh Hoà"),  # composed
        ("**1. Uỷ ban**   nhân dân số: ......... đề\u00a0nghị", "Ủy ban nhân dân số: … đề nghị",
         "Uỷ ban** nhân dân số: ......... đề nghị"),  # as it stands, remains of markup inside and all
        ("<p>1. Uỷ\nban &nbsp; <b>nhân</b> dân tỉnh Khánh Ho&agrave;.</p>", "Ủy ban nhân", "Uỷ ban nhân"),
        (word_file(f"<w:p>{r('1. Thực hiện Quyết định của Uỷ ban nhân dân ')}{r('tỉnh Khánh Hoà')}</w:p>"), "dân tỉnh Khánh Hòa", "dân tỉnh Khánh Hoà"),
        (from_unicode("Uỷ ban nhân dân tỉnh Khánh Hoà yêu cầu các sở, ngành, huyện", "TCVN3"), "Ủy ban nhân dân tỉnh Khánh Hòa", "Uỷ ban nhân dân tỉnh Khánh Hoà"),
        ("TT\tViệc\tCơ quan\n1\tTổng hợp báo cáo\tUỷ ban nhân dân\n2\tBáo cáo\tUỷ ban\n", "Ủy ban nhân", "Uỷ ban nhân"),
        ("1. Sở Y tế thuê kho³ và khoẻ mạnh;\n\n³ Kho của tỉnh.\n", "kho và khỏe", "kho³ và khoẻ"),  # the mark is where it was
    ],
)  # fmt: skip
def test_the_spelling_of_the_source(data: str | bytes, asked: str, printed: str) -> None:
    document = read_bytes(data.encode() if isinstance(data, str) else data, "a")
    at = document.text.index(asked)
    assert document.as_printed(at, at + len(asked)) == printed
    assert document.as_printed(0, len(document.text)).count("\n") == document.text.count("\n")


def test_text_that_is_spelt_so_needs_no_second_copy() -> None:
    document = read(COMMUNE_PLAN)
    assert all(place.printed is None for place in document.places)
    assert document.as_printed(10, 500) == document.text[10:500]


def test_paragraphs_of_a_word_file_are_counted_as_they_stand() -> None:
    """Text boxes and footnotes stand aside; the rows that a tracked change deleted are still there."""
    box = f"<w:r><w:pict><w:txbxContent>{p('Trong khung.')}</w:txbxContent></w:pict></w:r>"
    deleted = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{p('Đã xóa')}</w:tc></w:tr>"
    kept = f"<w:tr><w:tc>{p('TT')}</w:tc><w:tc>{p('Việc')}</w:tc></w:tr>"
    body = p("Một.") + f"<w:p>{r('Hai.')}{box}</w:p>" + f"<w:tbl>{deleted}{kept}{kept}</w:tbl>" + p("Tám.")
    document = read_bytes(word_file(body), "a.docx")
    told = {document.text[place.start : place.end]: place.line for place in reversed(document.places)}
    assert told == {"Một.": 1, "Hai.": 2, "Trong khung.": 2, "TT": 4, "Việc": 5, "Tám.": 8}


def test_lines_of_a_web_page() -> None:
    """A paragraph is wrapped in the source, `<br>` breaks it, text after an element goes on where that ended."""
    page = "<?xml version='1.0'\n?>\n<html><body>\n<p\n class='a'>\nMột hai\nba <b>bốn\nnăm</b> sáu<br>\nbảy.</p>\n<pre>\ntám\nchín</pre></body></html>"
    document = read_bytes(page.encode(), "a.html")
    lines = page.split("\n")
    for word in ("Một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"):
        at = document.text.index(word)
        (place,) = document.places_of(at, at + len(word))
        assert word in lines[(place.line or 0) - 1]
