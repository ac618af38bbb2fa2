"""Word files: markup that is easily read otherwise than Word shows it, one row each."""

from __future__ import annotations

import pytest
from reading import check, rows, said, texts
from word_files import abstract, level, num, numbered, p, r, table, tc, tr, word_file, zipped

from ingest import read_bytes
from ingest.document import Document

TEXT = "Kế hoạch tổng kết công tác năm 2024."
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
FONT = '<w:rPr><w:rFonts w:ascii="{0}" w:hAnsi="{0}"/></w:rPr>'


def read(body: str, **parts: str) -> Document:
    document = read_bytes(word_file(body, **parts), "van-ban.docx")
    check(document)
    return document


def sign(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field(code: str, result: str) -> str:
    """A field, with its parts as Word writes them."""
    return f"{sign('begin')}<w:r><w:instrText> {code} </w:instrText></w:r>{sign('separate')}{result}{sign('end')}"


@pytest.mark.parametrize(
    ("run", "shown"),
    [
        # small capitals look like capitals, on paper and in a PDF of it
        (r("Sở Y tế", "<w:smallCaps/>"), "SỞ Y TẾ"),
        # signs of symbol fonts: limits of targets are typed with them
        ('<w:r><w:t>đạt </w:t><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 80%</w:t></w:r>', "đạt ≥ 80%"),
        (r("đạt \uf0a3 5%", '<w:rFonts w:ascii="Symbol"/>'), "đạt ≤ 5%"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t> Có</w:t></w:r>', "☑ Có"),
        # a number with hyphens that must not break, as an element and as a character
        ("<w:r><w:t>1722/QĐ</w:t><w:noBreakHyphen/><w:t>TTg</w:t></w:r>", "1722/QĐ-TTg"),
        ("<w:r><w:t>nghi</w:t><w:softHyphen/><w:t>êm</w:t></w:r>", "nghiêm"),
        # references and page numbers by what they show
        (r("tại ") + field("REF muc_1 \\h", r("mục 2")) + r(" và trang ") + field("PAGE", r("7")), "tại mục 2 và trang 7"),
        (f'{r("trang ")}<w:fldSimple w:instr=" NUMPAGES ">{r("12")}</w:fldSimple>', "trang 12"),
        # the fields of a form
        (
            ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>'
            f"<w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r>{sign('end')}{r(' Đồng ý')}"),
            "☑ Đồng ý",
        ),
        # a field that never ends hides nothing but its sign
        (f"{r('Trước, ')}{sign('begin')}{r('sau.')}", "Trước, sau."),
        # its end in a hidden run ends it, too
        (
            f'{sign("begin")}<w:r><w:instrText>XE</w:instrText></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="end"/></w:r>'
            + r("hiện"),
            "hiện",
        ),
        # a text box in both forms of markup is read once
        (
            (f"<w:r><mc:AlternateContent {MC}><mc:Choice><w:drawing><w:txbxContent>{p('Trong khung')}</w:txbxContent></w:drawing></mc:Choice>"
            f"<mc:Fallback><w:pict><w:txbxContent>{p('Trong khung')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"),
            "Trong khung",
        ),
        (f"<m:oMath {M}><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>", "1/2"),
        # a piece that was moved stands where it came to, and what was put in and struck out again is gone
        (f"<w:ins><w:del><w:r><w:delText>x</w:delText></w:r></w:del>{r('mới')}</w:ins>", "mới"),
        (f'{r("a")}<w:bookmarkStart w:id="1"/><w:proofErr/><w:commentRangeStart w:id="0"/>{r("b")}<w:commentReference/>', "ab"),
    ],
)  # fmt: skip
def test_runs(run: str, shown: str) -> None:
    assert texts(read(f"<w:p>{run}</w:p>")) == [shown]


@pytest.mark.parametrize(
    ("levels", "shown"),
    [
        # Word has no list with đ: drafters set the letter themselves
        (level(0, "bullet", "đ)"), ["đ) X", "đ) X"]),
        # a letter of a symbol font is an arrow, and the o of Courier New a ring
        (level(0, "bullet", "Ø", more="").replace("</w:lvl>", FONT.format("Wingdings") + "</w:lvl>"), ["- X", "- X"]),
        (level(0, "bullet", "o").replace("</w:lvl>", FONT.format("Courier New") + "</w:lvl>"), ["- X", "- X"]),
        (level(0, "vietnameseCounting", "Thứ %1,"), ["Thứ một, X", "Thứ hai, X"]),
        # nothing between label and text: no blank in a number that is put together so
        (level(0, "decimal", "Số %1", more='<w:suff w:val="nothing"/>'), ["Số 1X", "Số 2X"]),
        (level(0, "decimal", "%1.", more='<w:suff w:val="nothing"/>'), ["1. X", "2. X"]),
        # a form that only newer programs know
        (
            (f'<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent {MC}><mc:Choice><w:numFmt w:val="custom" w:format="001, 002"/></mc:Choice>'
            '<mc:Fallback><w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1."/></w:lvl>'),
            ["01. X", "02. X"],
        ),
        (level(0, "decimal", "%1.", start=-3), ["0. X", "1. X"]),
        (level(0, "decimal", "%1.", start=2**31), ["32767. X", "32767. X"]),
    ],
)  # fmt: skip
def test_labels(levels: str, shown: list[str]) -> None:
    assert texts(read(numbered("X") + numbered("X"), numbering=abstract(0, levels) + num(1, 0))) == shown


def test_a_level_that_is_started_anew_counts_from_there_on() -> None:
    """`startOverride` on the second level of the second list."""
    numbering = abstract(0, level(0, "upperRoman", "%1."), level(1, "decimal", "%2.")) + num(1, 0)
    numbering += num(2, 0, '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride>')
    body = "".join(
        numbered("X", *where) for where in ((1, 0), (1, 1), (2, 1), (2, 1), (1, 1), (1, 0), (2, 1))
    )
    assert texts(read(body, numbering=numbering)) == ["I. X", "1. X", "5. X", "6. X", "7. X", "II. X", "1. X"]


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        # the end of a paragraph that is hidden (a heading that runs into its text), deleted, or moved away
        (p("Điều 1.", "<w:rPr><w:vanish/><w:specVanish/></w:rPr>") + p(" Phạm vi"), ["Điều 1. Phạm vi"]),
        (p("", "<w:rPr><w:moveFrom/></w:rPr>") + p("Còn lại"), ["Còn lại"]),
        # where nothing follows that it could be one with
        (p("Cuối cùng", "<w:rPr><w:del/></w:rPr>"), ["Cuối cùng"]),
        # content controls around a paragraph, around a row, in a paragraph
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{p('trong ô')}</w:sdtContent></w:sdt>", ["trong ô"]),
        (f"<w:customXml><w:smartTag>{p('trong thẻ')}</w:smartTag></w:customXml>", ["trong thẻ"]),
        # a table of contents by its field, whatever style its lines have
        (
            (f"<w:p>{sign('begin')}<w:r><w:instrText> TOC \\o </w:instrText></w:r>{sign('separate')}{r('I. MỤC ĐÍCH')}</w:p>"
            f"{p('II. YÊU CẦU')}<w:p>{sign('end')}</w:p>{p('I. MỤC ĐÍCH')}"),
            ["I. MỤC ĐÍCH"],
        ),
        (f"<mc:AlternateContent {MC}><mc:Choice>{p('mới')}</mc:Choice><mc:Fallback>{p('cũ')}</mc:Fallback></mc:AlternateContent>", ["mới"]),
        # a hidden paragraph takes no number, a style may hide one
        (p("ẩn", '<w:pStyle w:val="H"/>') + p("hiện"), ["hiện"]),
    ],
)  # fmt: skip
def test_paragraphs(body: str, shown: list[str]) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'
    assert texts(read(body, styles=styles)) == shown


def test_rows_and_cells_that_are_not_there() -> None:
    document = read(
        table(
            tr(tc(p("TT")), tc(p("Nội dung"))),
            tr(tc(p("1")), tc(p("ẩn")), properties="<w:hidden/>"),
            tr(tc(p("2")), tc(p("bỏ"), properties="<w:cellDel/>"), tc(p("Việc hai"))),
            tr(tc(p("Cả hàng"), properties='<w:hMerge w:val="restart"/>'), tc(properties="<w:hMerge/>")),
            f"<w:sdt><w:sdtContent>{tr(tc(p('3')), tc(p('Việc ba')))}</w:sdtContent></w:sdt>",
        )
    )
    (block,) = document.blocks
    assert rows(document, block) == [["TT", "Nội dung"], ["2", "Việc hai"], ["Cả hàng"], ["3", "Việc ba"]]
    assert [cell.column_span for cell in block.cells if document.text_of(cell) == "Cả hàng"] == [2]


def test_a_note_is_shown_once_and_its_own_notes_never() -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    document = read(
        f"<w:p>{r('một')}{mark}{r(' hai')}{mark}</w:p>",
        footnotes=f'<w:footnote w:id="2"><w:p>{r("Chú thích.")}{mark}</w:p></w:footnote>',
    )
    assert said(document) == ["paragraph: một hai", "footnote: Chú thích."]


def members(head: str = "", **changed: str) -> dict[str, str]:
    """The members of a Word file whose first page has a head."""
    root = '<w:{0} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="urn:r">{1}</w:{0}>'
    section = '<w:sectPr><w:headerReference w:type="first" r:id="h"/><w:titlePg/></w:sectPr>'
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return {
        "_rels/.rels": f'<R><r Id="d" Type="{office}/officeDocument" Target="word/document.xml"/></R>',
        "word/_rels/document.xml.rels": f'<R><r Id="h" Type="{office}/header" Target="header1.xml"/></R>',
        "word/header1.xml": root.format("hdr", head),
        "word/document.xml": root.format("document", f"<w:body>{p('KẾ HOẠCH')}{p(TEXT)}{section}</w:body>"),
        **changed,
    }


LETTERHEAD = p("ỦY BAN NHÂN DÂN") + p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + p("Độc lập - Tự do - Hạnh phúc")


def test_a_letterhead_in_the_head_of_the_first_page() -> None:
    """Some templates put it there; any other page head is left out."""
    document = read_bytes(zipped(members(LETTERHEAD)), "a.docx")
    assert texts(document)[:3] == [
        "ỦY BAN NHÂN DÂN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
    ]
    assert document.blocks[0].kind == "letterhead"
    assert texts(read_bytes(zipped(members(p("Công báo số 5"))), "a.docx")) == ["KẾ HOẠCH", TEXT]


def test_the_strict_namespaces_and_the_suffix_do_not_matter() -> None:
    strict = {
        name: part.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        ).replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, part in members(LETTERHEAD).items()
    }
    for name in ("a.docx", "a.docm", "a.dotx"):
        assert read_bytes(zipped(strict), name).text == read_bytes(zipped(members(LETTERHEAD)), name).text


def test_an_embedded_file_is_told() -> None:
    document = read(f"{p(TEXT)}<w:altChunk/>")
    assert ["altChunk" in warning for warning in document.source.warnings] == [True]
