"""TCVN3 and VNI: the tables both ways, which texts are taken for what, and the same document in every form."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import check
from word_files import p, word_file

from ingest import read, read_bytes
from ingest.legacy_encodings import LegacyEncoding, from_unicode, joins, recased, to_unicode
from ingest.legacy_fonts import (
    ENCODINGS,
    Run,
    encoding_of,
    font_encoding,
    unicode_paragraphs,
    unicode_text,
    warnings_of,
)
from ingest.syllables import is_syllable

SAMPLES = sorted((Path(__file__).parents[1] / "corpus" / "samples").glob("*.txt"))
TEXT = (
    "Uỷ ban nhân dân tỉnh yêu cầu các sở, ban, ngành hướng dẫn, kiểm tra hộ nghèo; "
    "trước ngày 20/4/2005 báo cáo kết quả về Sở Lao động - Thương binh và Xã hội để tổng hợp."
)
# Syllables made by the rules, not taken from a list.
ONSETS = [
    "",
    "b",
    "c",
    "ch",
    "d",
    "đ",
    "g",
    "h",
    "kh",
    "l",
    "m",
    "n",
    "ng",
    "nh",
    "ph",
    "r",
    "s",
    "t",
    "th",
    "tr",
    "v",
    "x",
]
RIMES = [
    "a",
    "ai",
    "an",
    "ăng",
    "âu",
    "em",
    "êu",
    "ia",
    "iên",
    "oi",
    "ông",
    "ơ",
    "ơi",
    "oan",
    "ua",
    "uôn",
    "uy",
    "ư",
    "ưa",
    "ương",
    "ươu",
]
TONES = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]


@st.composite
def syllables(draw: st.DrawFn) -> str:
    rime = draw(st.sampled_from(RIMES))
    vowel = draw(
        st.sampled_from([at for at, letter in enumerate(rime) if normalize("NFD", letter)[0] in "aeiouy"])
    )
    toned = rime[: vowel + 1] + draw(st.sampled_from(TONES)) + rime[vowel + 1 :]
    return normalize("NFC", draw(st.sampled_from(ONSETS)) + toned)


# A lone `ạ` has the code of a raised 1 in TCVN3; standing by itself it is read as the mark of a footnote.
texts = st.lists(syllables().filter(lambda syllable: syllable != "ạ"), min_size=1, max_size=12).map(" ".join)


@given(texts)
def test_small_letters_come_back_from_both(text: str) -> None:
    for encoding in ENCODINGS:
        if "ủy ban" not in text:
            assert to_unicode(from_unicode(text, encoding), encoding) == text


@given(texts.map(str.upper) | texts.map(str.title) | texts)
def test_vni_keeps_the_case(text: str) -> None:
    assert to_unicode(from_unicode(text, "VNI"), "VNI") == text


@given(texts.map(str.upper) | texts.map(str.title))
def test_tcvn3_keeps_everything_but_the_case(text: str) -> None:
    assert to_unicode(from_unicode(text, "TCVN3"), "TCVN3").lower() == text.lower()


@given(texts, st.sampled_from(ENCODINGS))
def test_old_text_is_what_a_code_page_of_256_letters_holds(text: str, encoding: LegacyEncoding) -> None:
    assert from_unicode(text, encoding).encode("latin-1").decode("latin-1") == from_unicode(text, encoding)


@given(st.text())
def test_text_in_capitals_keeps_its_length(text: str) -> None:
    assert len(recased(text)) == len(text)


@pytest.mark.parametrize(
    ("encoding", "old", "new"),
    [
        ("TCVN3", "Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam"),
        ("TCVN3", "§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
        ("TCVN3", "n\xadíc, -u ®·i", "nước, -u đãi"),  # ư has the code of the soft hyphen; another hyphen is none
        ("TCVN3", "V. Tæ CHøC THùC HIÖN", "V. TỔ CHỨC THỰC HIỆN"),  # capitals by the letters around
        ("TCVN3", "TM. ñY BAN NH¢N D¢N", "TM. ỦY BAN NHÂN DÂN"),
        ("TCVN3", "Sè: 15/Q§-UBND", "Số: 15/QĐ-UBND"),  # an abbreviation tells nothing of the word beside it
        ("TCVN3", "Sè 19-CT/HU", "Số 19-CT/HU"),  # HU could be a syllable, but something lies between
        ("TCVN3", "Hµ Néi, ë UBND", "Hà Nội, ở UBND"),
        ("TCVN3", "a) øng dông; b) æn ®Þnh", "a) Ứng dụng; b) ổn định"),  # an item begins, a clause goes on
        ("TCVN3", "c¸ch m¹ng¹, ¹ Ghi chó", "cách mạng¹, ¹ Ghi chú"),  # a raised 1 has the code of ạ
        ("VNI", "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("VNI", "Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
        ("VNI", "Aùp duïng, AÙp duïng", "Áp dụng, Áp dụng"),  # the mark of a capital in either case
        ("VNI", "kyõ thuaät, tyû, kyø, lyù, kî, nöôùc, tröôøng, höõu", "kỹ thuật, tỷ, kỳ, lý, kỵ, nước, trường, hữu"),
        ("VNI", "xí nghieäp, trì treä, chæ thò, nghó", "xí nghiệp, trì trệ, chỉ thị, nghĩ"),  # letters of one code
    ],
)  # fmt: skip
def test_what_offices_wrote(encoding: LegacyEncoding, old: str, new: str) -> None:
    assert to_unicode(old, encoding) == new


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (from_unicode(TEXT, "TCVN3"), "TCVN3"),
        (from_unicode(TEXT, "VNI"), "VNI"),
        (TEXT, None),
        ("nghèo.", None),  # good Unicode, and as TCVN3 it would be nghốo
        ("nghèo khó và già, có hai con còn bé, áo mùa hè", None),  # Unicode without one of U+1EA0–1EF9
        (normalize("NFD", TEXT), None),
        (from_unicode(TEXT, "TCVN3") + " Quyết định", None),  # one letter that only Unicode has
        ("Uû ban", None),  # too little to tell
        ("où, déjà, été, très, où, là, après, voilà, français, âge", None),
        ("für, schön, Straße, müssen, können, später, größer, Übung", None),
        ("The Ministry of Finance shall report to the Government.", None),
        ("", None),
    ],
)
def test_which_encoding_a_text_is_in(text: str, encoding: str | None) -> None:
    assert encoding_of(text) == encoding


@given(st.lists(st.sampled_from(TEXT.split()), min_size=1, max_size=30).map(" ".join))
def test_unicode_stays(text: str) -> None:
    assert unicode_text(text) == (text, ())


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", "TCVN3"),
        (".VnArial NarrowH", "TCVN3"),
        ("'.VnTime', serif", "TCVN3"),
        ("VNI-Times", "VNI"),
        ("vni-helve", "VNI"),
        ("Times New Roman", None),
        ("Vnew", None),
        ("", None),
    ],
)
def test_fonts(font: str, encoding: str | None) -> None:
    assert font_encoding(font) == encoding


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_text_file_reads_like_the_same_in_unicode(path: Path, encoding: LegacyEncoding) -> None:
    old = from_unicode(path.read_text("utf-8-sig"), encoding)
    for data in (old.encode("cp1252"), old.encode(), old.encode("utf-16")):
        document = read_bytes(data, "a.txt")
        assert document.text.lower() == read(path).text.lower()
        assert [block.kind for block in document.blocks] == [block.kind for block in read(path).blocks]
        assert document.source.warnings[0] == warnings_of({encoding})[0]
        assert "Unicode" in document.source.warnings[0]


def test_decomposed_text_reads_like_composed_text() -> None:
    for path in SAMPLES:
        decomposed = normalize("NFD", path.read_text("utf-8-sig"))
        composed = read(path)
        for data in (decomposed.encode(), f"<html><body><pre>{decomposed}</pre>".encode()):
            document = read_bytes(data, "a")
            assert document.text == composed.text or data.startswith(b"<html>")
            assert document.source.warnings == ()
            assert normalize("NFC", document.text) == document.text


def run(text: str, font: str = "", bold: str = "") -> str:
    look = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>' if font else ""
    return f'<w:r><w:rPr>{look}{bold}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def test_word_runs_by_their_fonts() -> None:
    """One paragraph in Unicode, one in each old encoding, and the capitals that only the font knows."""
    document = read_bytes(
        word_file(
            paragraph(run("quyÕt ®Þnh", ".VnTimeH"), run(": ban hµnh 5 quy chÕ", ".VnTime"))
            + paragraph(run("Uyû ban nhaân daân", "VNI-Times"))
            + paragraph(run("Uỷ ban nhân dân. Hộ nghèo."), run(" nghèo.", "Times New Roman"))
        ),
        "a.docx",
    )
    assert document.text.split("\n") == [
        "QUYẾT ĐỊNH: ban hành 5 quy chế",
        "Ủy ban nhân dân",
        "Ủy ban nhân dân. Hộ nghèo. nghèo.",
    ]
    assert document.source.warnings == warnings_of(ENCODINGS)
    check(document)


def test_a_word_cut_by_runs_is_one_word() -> None:
    for runs in (
        [run("Uyû ban nha", "VNI-Times"), run("ân da", "VNI-Times", "<w:b/>"), run("ân", "VNI-Times")],
        [run("Uû ban nh©", ".VnTime"), run("n d", ".VnTime", "<w:b/>"), run("©n", ".VnTime")],
    ):
        assert read_bytes(word_file(paragraph(*runs)), "a.docx").text == "Ủy ban nhân dân"


def test_word_text_without_a_font_that_tells() -> None:
    """Somebody set the whole text in Times New Roman: the letters tell."""
    old = from_unicode(TEXT, "TCVN3")
    document = read_bytes(word_file(p(old) * 2), "a.docx")
    assert document.text == read_bytes(f"{TEXT}\n\n{TEXT}".encode(), "a.txt").text
    assert document.source.warnings == warnings_of({"TCVN3"})


def test_unicode_in_a_font_for_something_else_stays() -> None:
    """The text was typed in Unicode, and the font was never changed: also runs that only have letters of Latin-1."""
    document = read_bytes(
        word_file(paragraph(run("Hộ ngh", ".VnTime"), run("èo", ".VnTime"), run(" và già.", ".VnTime"))),
        "a.docx",
    )
    assert document.text == "Hộ nghèo và già."
    assert document.source.warnings == ()


def test_fonts_of_styles_and_labels() -> None:
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Heading"><w:basedOn w:val="Base"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Base"><w:rPr><w:rFonts w:hAnsi=".VnTimeH"/></w:rPr></w:style>'
    )
    body = (
        '<w:p><w:pPr><w:pStyle w:val="Heading"/></w:pPr><w:r><w:t>kÕ ho¹ch</w:t></w:r></w:p>'
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>§èi t\xadîng</w:t></w:r></w:p>'
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="§iÒu %1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    document = read_bytes(word_file(body, styles=styles, numbering=numbering), "a.docx")
    assert document.text.split("\n") == ["KẾ HOẠCH", "Điều 1. Đối tượng"]


def test_a_web_page_by_its_fonts() -> None:
    """The site is in Unicode, the document is not; a class gives the font of the third paragraph."""
    page = (
        '<html><head><style>p.cu, li.cu {font-size:14pt; font-family:".VnTime","serif"}</style></head>'
        "<body><p>Trang chủ của tỉnh: văn bản mới</p>"
        "<p><font face='.VnTimeH'>quyÕt ®Þnh</font><font face='.VnTime'>: ban hµnh <b>quy chÕ</b> n&shy;íc s¹ch</font></p>"
        "<p style=\"font-family:'VNI-Times'\">Uyû ban nha<b>ân</b> daân</p><p class=cu>Sè: 5/Q§-UB</p></body></html>"
    )
    for data in (page.encode("latin-1", "xmlcharrefreplace"), page.encode()):
        document = read_bytes(data, "a.html")
        for words in (
            "QUYẾT ĐỊNH: ban hành quy chế nước sạch",
            "Ủy ban nhân dân",
            "Số: 5/QĐ-UB",
            "Trang chủ của tỉnh",
        ):
            assert words in document.text
        assert document.source.warnings == warnings_of(ENCODINGS)


def test_a_web_page_without_fonts_by_its_letters() -> None:
    old = from_unicode(TEXT, "TCVN3")
    for data in (
        f"<html><body><p>{old}</p>".encode("cp1252"),
        f"<html><meta charset=windows-1252><body><p>{old}</p>".encode("cp1252"),
        f"<html><body><p>{old}</p>".encode(),
        f"<html><body><p>{old}</p>".encode("ascii", "xmlcharrefreplace"),
    ):
        document = read_bytes(data, "a.html")
        assert document.text == read_bytes(TEXT.encode(), "a.txt").text
        assert document.source.warnings == warnings_of({"TCVN3"})


@given(
    st.lists(
        st.lists(
            st.tuples(
                st.text(max_size=12) | texts,
                st.sampled_from(["", ".VnTime", ".VnTimeH", "VNI-Times", "Arial"]),
            ),
            max_size=4,
        ),
        max_size=4,
    )
)
def test_any_runs_keep_their_number(paragraphs: list[list[tuple[str, str]]]) -> None:
    new, found = unicode_paragraphs([[Run(*one) for one in line] for line in paragraphs])
    assert [len(line) for line in new] == [len(line) for line in paragraphs]
    if not found:
        assert new == [[text for text, _ in line] for line in paragraphs]


@pytest.mark.parametrize(
    ("word", "good"),
    [("nghèo", True), ("QUỲNH", True), ("quốc", True), ("giết", True), ("khuỷu", True), ("hoẵng", True), ("ở", True),
     ("nghốo", False), ("tềt", False), ("Việtt", False), ("UBND", False), ("für", False), ("", False), ("áá", False)],
)  # fmt: skip
def test_syllables(word: str, good: bool) -> None:
    assert is_syllable(word) is good


def test_marks_of_vni_belong_to_the_letter_before() -> None:
    assert joins("Vie", "ät")
    assert not joins("Vieä", "t")
    assert not joins("", "ä")
    assert not joins("x", "ä")


@pytest.mark.parametrize(
    ("old", "text"),
    [
        ("n-íc s¹ch", "nước sạch"),  # a soft hyphen that a program saved as a plain one
        ("ng-êi ®-îc h-íng dÉn", "người được hướng dẫn"),
        ("nh- trªn", "như trên"),  # at the end of a word
        ("§-êng Tr-êng Chinh", "Đường Trường Chinh"),
        ("Lao ®éng - Th-¬ng binh", "Lao động - Thương binh"),
        ("x·-ph-êng", "xã-phường"),  # the first hyphen stands between two words
        ("kinh tÕ-x· héi", "kinh tế-xã hội"),
        ("05/Q§-UB", "05/QĐ-UB"),
        ("2004-2005", "2004-2005"),
        ("a- Néi dung; b- Kinh phÝ", "a- Nội dung; b- Kinh phí"),  # the marks of items
    ],
)  # fmt: skip
def test_plain_hyphens_that_are_letters(old: str, text: str) -> None:
    assert to_unicode(old, "TCVN3") == text
