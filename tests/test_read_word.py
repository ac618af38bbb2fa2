"""Word files: what Word shows is what is read."""

from __future__ import annotations

import io

import docx
import pytest
from reading import check, rows, said, texts
from word_files import abstract, level, num, numbered, p, r, table, tc, tr, word_file, zipped

from ingest import ReadError, read_bytes
from ingest.document import Document

TEXT = "Kế hoạch tổng kết công tác năm 2024."


def read(body: str, **parts: str) -> Document:
    document = read_bytes(word_file(body, **parts), "van-ban.docx")
    check(document)
    return document


OUTLINE = abstract(
    0,
    level(0, "upperRoman", "%1."),
    level(1, "decimal", "%2."),
    level(2, "decimal", "%2.%3."),
    level(3, "lowerLetter", "%4)"),
    level(4, "bullet", "\uf02d"),
    level(5, "bullet", "+"),
)  # fmt: skip


def labels(body: str, numbering: str, styles: str = "") -> list[str]:
    """The labels of the paragraphs, all of which say `X`."""
    return [text.removesuffix("X").strip() for text in texts(read(body, numbering=numbering, styles=styles))]


def test_labels_of_an_outline() -> None:
    """Each level starts anew under a higher one; bullets of symbol fonts are dashes, a plus stays."""
    depths = [0, 1, 2, 2, 3, 3, 4, 5, 1, 2, 3, 0, 1]
    body = "".join(numbered("X", 1, depth) for depth in depths)
    shown = ["I.", "1.", "1.1.", "1.2.", "a)", "b)", "-", "+", "2.", "2.1.", "a)", "II.", "1."]
    assert labels(body, OUTLINE + num(1, 0)) == shown


@pytest.mark.parametrize(
    ("numbering", "body", "shown"),
    [
        # two lists of one abstract list count on together ...
        (
            abstract(0, level(0, "decimal", "%1.")) + num(1, 0) + num(2, 0),
            [(1, 0), (1, 0), (2, 0)],
            ["1.", "2.", "3."],
        ),
        # ... unless the second is told to start anew
        (
            abstract(0, level(0, "decimal", "%1."))
            + num(1, 0)
            + num(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
            [(1, 0), (1, 0), (2, 0), (2, 0)],
            ["1.", "2.", "1.", "2."],
        ),
        # a start other than 1, letters beyond z, leading zeros
        (abstract(0, level(0, "lowerLetter", "%1)", start=26)) + num(1, 0), [(1, 0), (1, 0)], ["z)", "aa)"]),
        (abstract(0, level(0, "decimalZero", "%1/")) + num(1, 0), [(1, 0)], ["01/"]),
        # a level that is not started anew: articles run on through the chapters
        (
            abstract(
                0,
                level(0, "upperRoman", "Chương %1"),
                level(1, "decimal", "Điều %2.", more='<w:lvlRestart w:val="0"/>'),
            )
            + num(1, 0),
            [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1)],
            ["Chương I", "Điều 1.", "Điều 2.", "Chương II", "Điều 3."],
        ),
        # legal numbering shows the Roman number above as 1
        (
            abstract(0, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2.", more="<w:isLgl/>"))
            + num(1, 0),
            [(1, 0), (1, 1)],
            ["I.", "1.1."],
        ),
        # a level used without the one above it
        (
            abstract(0, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2.")) + num(1, 0),
            [(1, 1)],
            ["1.1."],
        ),
        # a level of its own in the list
        (
            abstract(0, level(0, "decimal", "%1."))
            + num(1, 0, f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1.")}</w:lvlOverride>'),
            [(1, 0)],
            ["A."],
        ),
        # no list of that number, and the number 0, which takes a number away
        (abstract(0, level(0, "decimal", "%1.")) + num(1, 0), [(9, 0), (0, 0), (1, 0)], ["", "", "1."]),
        # no format: only the text
        (abstract(0, level(0, "none", "Phần")) + num(1, 0), [(1, 0)], ["Phần"]),
    ],
)
def test_labels(numbering: str, body: list[tuple[int, int]], shown: list[str]) -> None:
    assert labels("".join(numbered("X", list_id, depth) for list_id, depth in body), numbering) == shown


def test_numbers_through_styles() -> None:
    """A heading style numbers its paragraphs; a style based on it inherits; an empty paragraph counts."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    numbering = abstract(0, level(0, "upperRoman", "%1."), level(1, "decimal", "%2.")) + num(1, 0)
    first, second = ('<w:pStyle w:val="H1"/>', '<w:pStyle w:val="H2"/>')
    body = p("X", first) + p("X", second) + p("", second) + p("X", second) + p("X", first)
    assert labels(body, numbering, styles) == ["I.", "1.", "3.", "II."]


def test_footnotes_stand_after_the_paragraph_that_refers_to_them() -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    end = '<w:r><w:endnoteReference w:id="5"/></w:r>'
    body = f"<w:p>{r('Người có công cách mạng')}{mark}{r('; hết năm 2024.')}{end}</w:p>" + p("Đoạn sau.")
    document = read(
        body,
        footnotes='<w:footnote w:type="separator" w:id="0"/><w:footnote w:id="2">'
        + p(" Cuối năm 2018,")
        + p("toàn tỉnh có 689 hộ.")
        + "</w:footnote>",
        endnotes=f'<w:endnote w:id="5">{p("Ghi chú cuối.")}</w:endnote>',
    )
    assert said(document) == [
        "paragraph: Người có công cách mạng; hết năm 2024.",
        "footnote: Cuối năm 2018, toàn tỉnh có 689 hộ.",
        "footnote: Ghi chú cuối.",
        "paragraph: Đoạn sau.",
    ]
    assert [(block.mark, block.anchor) for block in document.blocks if block.mark] == [("1", 23), ("2", 38)]


def nested(result: str, instruction: str = "") -> str:
    """A field; its instruction may hold another field."""

    def sign(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f"<w:r><w:instrText>IF </w:instrText></w:r>{instruction}"
    return sign("begin") + code + sign("separate") + result + sign("end")


@pytest.mark.parametrize(
    ("run", "shown"),
    [
        (f"<w:ins>{r('mới')}</w:ins><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>", "mới"),
        (f"<w:moveFrom>{r('đi')}</w:moveFrom><w:moveTo>{r('đến')}</w:moveTo>", "đến"),
        (r("ẩn", "<w:vanish/>") + r("hiện"), "hiện"),
        (r("sở y tế", "<w:caps/>"), "SỞ Y TẾ"),
        (r("thường", '<w:caps w:val="0"/>'), "thường"),
        ("<w:r><w:t>12</w:t><w:noBreakHyphen/><w:t>KH</w:t></w:r>", "12-KH"),
        ("<w:r><w:t>Số</w:t><w:tab/><w:t>5</w:t></w:r>", "Số 5"),
        (f"<w:hyperlink>{r('Luật')}</w:hyperlink><w:smartTag>{r(' Đầu tư')}</w:smartTag>", "Luật Đầu tư"),
        (f"<w:sdt><w:sdtContent>{r('ô chọn')}</w:sdtContent></w:sdt>", "ô chọn"),
        # the result of a field, not its instruction, also where fields are nested
        (
            nested(r("kết quả"), nested(r("trong"))),
            "kết quả",
        ),
        (f'<w:fldSimple w:instr="DATE">{r("09/3/2022")}</w:fldSimple>', "09/3/2022"),
        (r("25 m") + r("2", '<w:vertAlign w:val="superscript"/>'), "25 m²"),
        (r("mạng") + r("1", '<w:vertAlign w:val="superscript"/>') + r(";"), "mạng;"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>' + r(" Có"), "☐ Có"),
    ],
)
def test_runs_as_word_shows_them(run: str, shown: str) -> None:
    assert texts(read(f"<w:p>{run}</w:p>")) == [shown]


def test_tracked_changes_are_accepted_and_said() -> None:
    body = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{r('Sở Y tế ')}</w:p>" + p("chủ trì.")
    document = read(body)
    assert texts(document) == ["Sở Y tế chủ trì."]
    assert ["Track Changes" in warning for warning in document.source.warnings] == [True]
    assert read(p(TEXT)).source.warnings == ()


def test_line_breaks_part_title_lines_and_wrap_sentences() -> None:
    def breaks(*lines: str) -> str:
        return "<w:p>" + "<w:r><w:br/></w:r>".join(r(line) for line in lines) + "</w:p>"

    body = (
        breaks("QUYẾT ĐỊNH", "Ban hành Quy chế phối hợp", "của tỉnh")
        + breaks("Chương I", "QUY ĐỊNH CHUNG")
        + breaks("Điều 1. Quy", "định này.")
    )
    assert texts(read(body)) == [
        "QUYẾT ĐỊNH",
        "Ban hành Quy chế phối hợp của tỉnh",
        "Chương I",
        "QUY ĐỊNH CHUNG",
        "Điều 1. Quy định này.",
    ]


def test_a_letterhead_and_a_signature_in_tables_are_lines() -> None:
    head = table(
        tr(
            tc(p("ỦY BAN NHÂN DÂN"), p("TỈNH LÂM ĐỒNG"), p("-------")),
            tc(p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), p("Độc lập - Tự do - Hạnh phúc")),
        ),
        tr(tc(p("Số: 382/QĐ-UBND")), tc(p("Lâm Đồng, ngày 09 tháng 3 năm 2022"))),
    )
    foot = table(
        tr(
            tc(p("Nơi nhận:"), p("- Như trên;"), p("- Lưu: VT.")),
            tc(p("CHỦ TỊCH"), p(""), p("Trần Văn Hiệp")),
        )
    )
    assert said(read(head + p("QUYẾT ĐỊNH") + p("Ban hành Kế hoạch") + p("Điều 1. Ban hành./.") + foot)) == [
        "letterhead: ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG",
        "letterhead: Số: 382/QĐ-UBND",
        "letterhead: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "letterhead: Độc lập - Tự do - Hạnh phúc",
        "letterhead: Lâm Đồng, ngày 09 tháng 3 năm 2022",
        "heading: QUYẾT ĐỊNH",
        "heading: Ban hành Kế hoạch",
        "paragraph: Điều 1. Ban hành./.",
        "recipients: Nơi nhận:",
        "recipients: - Như trên;",
        "recipients: - Lưu: VT.",
        "signature: CHỦ TỊCH",
        "signature: Trần Văn Hiệp",
    ]  # fmt: skip


def test_a_letterhead_set_with_tabs_reads_the_left_column_first() -> None:
    body = (
        p("UBND TỈNH X\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        + p("SỞ Y TẾ\tĐộc lập - Tự do - Hạnh phúc")
        + p("KẾ HOẠCH")
    )
    assert texts(read(body)) == [
        "UBND TỈNH X",
        "SỞ Y TẾ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "KẾ HOẠCH",
    ]


def test_a_table_with_merged_cells() -> None:
    span, start, on = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    document = read(
        table(
            tr(tc(p("TT")), tc(p("Nội dung")), tc(p("Cơ quan")), properties="<w:tblHeader/>"),
            tr(tc(p("I")), tc(p("TUYÊN TRUYỀN"), properties=span)),
            tr(tc(p("1"), properties=start), tc(p("Việc một;"), p("việc hai")), tc(p("Sở Y tế"))),
            tr(tc(properties=on), tc(p("Việc ba")), tc()),
            tr(
                tc(p("2")), tc(table(tr(tc(p("trong")), tc(p("bảng"))))), tc(p("Sở B")), properties="<w:del/>"
            ),
        )
    )
    (block,) = document.blocks
    assert rows(document, block) == [
        ["TT", "Nội dung", "Cơ quan"],
        ["I", "TUYÊN TRUYỀN"],
        ["1", "Việc một; việc hai", "Sở Y tế"],
        ["Việc ba", ""],
    ]
    spans = {
        document.text_of(cell): (cell.row, cell.column, cell.row_span, cell.column_span)
        for cell in block.cells
    }
    assert spans["TUYÊN TRUYỀN"] == (1, 1, 1, 2)
    assert spans["1"] == (2, 0, 2, 1)
    assert spans["Việc ba"] == (3, 1, 1, 1)
    assert block.head_rows == 1


def test_text_boxes_are_kept_and_tables_of_contents_are_not() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p('Trong khung.')}</w:txbxContent></w:pict></w:r>"
    styles = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    body = p("I. MỤC ĐÍCH\t3", '<w:pStyle w:val="TOC1"/>') + f"<w:p>{r('Ngoài khung.')}{box}</w:p>"
    assert texts(read(body, styles=styles)) == ["Ngoài khung.", "Trong khung."]


def test_looks_and_places() -> None:
    body = f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{r("KẾ HOẠCH", "<w:b/>")}</w:p>' + p("") + p(TEXT)
    document = read(body)
    title, text = document.blocks
    assert (title.bold, title.centred, text.bold, text.centred) == (True, True, False, False)
    assert [place.line for place in document.places] == [1, 3]
    assert document.source.pages is None


def test_a_file_of_python_docx() -> None:
    made = docx.Document()
    made.add_paragraph("KẾ HOẠCH")
    made.add_paragraph("Thứ nhất", style="List Number")
    made.add_paragraph("Thứ hai", style="List Number")
    made.add_paragraph("Gạch", style="List Bullet")
    packed = io.BytesIO()
    made.save(packed)
    assert texts(read_bytes(packed.getvalue(), "a.docx")) == [
        "KẾ HOẠCH",
        "1. Thứ nhất",
        "2. Thứ hai",
        "- Gạch",
    ]


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (word_file(p(TEXT))[:400], "hỏng"),
        (zipped({"word/other.xml": "<a/>"}), "thiếu phần nội dung"),
        (zipped({"word/document.xml": "<a><b></a>"}), "hỏng"),
        (zipped({"word/document.xml": "<a/>"}), "thiếu phần nội dung"),
        (word_file("<w:p/>"), "không có chữ nào"),
        # an entity is not resolved, neither from the file nor from the disk
        (
            zipped({"word/document.xml": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'}),
            "khai báo thực thể",
        ),
    ],
)
def test_broken_files(data: bytes, cause: str) -> None:
    with pytest.raises(ReadError, match=cause):
        read_bytes(data, "a.docx")


def test_a_zip_bomb_is_not_unpacked() -> None:
    bomb = zipped({"word/document.xml": " " * 200 * 1024 * 1024})
    assert len(bomb) < 1024 * 1024
    with pytest.raises(ReadError, match="vượt quá"):
        read_bytes(bomb, "a.docx")


def test_nesting_without_end_is_an_error_and_no_crash() -> None:
    deep = "<w:ins>" * 5000 + r(TEXT) + "</w:ins>" * 5000
    with pytest.raises(ReadError):
        read_bytes(word_file(f"<w:p>{deep}</w:p>"), "a.docx")
