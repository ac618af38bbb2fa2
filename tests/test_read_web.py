"""Web pages: the document in the page, and the page's markup as a browser shows it."""

from __future__ import annotations

import pytest
from reading import check, rows, said, texts

from ingest import ReadError, read_bytes
from ingest.document import Document

SENTENCE = "Ủy ban nhân dân các xã, phường báo cáo kết quả thực hiện trước ngày 15 tháng 12 hằng năm."


def read(body: str, head: str = "") -> Document:
    document = read_bytes(
        f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(), "trang.html"
    )
    check(document)
    return document


LETTERHEAD = """
<table><tr><td><p align=center><b>CHÍNH PHỦ<br>-------</b></p></td>
<td><p>CỘNG HÒA XÃ HỘI
CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</p></td></tr>
<tr><td>Số: 30/2025/NĐ-CP</td><td><i>Hà Nội, ngày 30 tháng 8 năm 2025</i></td></tr></table>
"""


def test_a_document_as_a_portal_prints_it() -> None:
    """Menus, buttons, scripts and the foot of the site are no part of it; the letterhead beside the text is."""
    site = """
    <header class="top"><nav><a href="/">Trang chủ</a><a href="/van-ban">Văn bản</a><a href="/lien-he">Liên hệ</a></nav></header>
    <div class="menu"><a href=1>Thuộc tính</a><a href=2>Lược đồ</a><a href=3>Tải về</a></div>
    <script>var chu = "CỘNG HÒA";</script><button>In trang</button>
    """
    body = f"""{site}<div id="main"><div class="doc">{LETTERHEAD}
    <div><p style="text-align: center"><b>NGHỊ ĐỊNH<br>Quy định chi tiết
    một số điều</b></p><p><em>Căn cứ Luật Tổ chức
    Chính phủ;</em></p><p class="prov-chapter" align="center"><b>Chương I<br>QUY ĐỊNH CHUNG</b></p>
    {"".join(f"<p>{n}. {SENTENCE}</p>" for n in range(1, 6))}</div>
    <table><tr><td><p><b>Nơi nhận:</b><br>- Như Điều 3;<br>- Lưu: VT.</p></td><td><p>TM. CHÍNH PHỦ<br>THỦ TƯỚNG<br><br>Phạm Minh A</p></td></tr></table>
    </div></div><footer>Cơ quan chủ quản: Cục Tin học. Giấy phép số 01.</footer>"""
    assert said(read(body)) == [
        "letterhead: CHÍNH PHỦ",
        "letterhead: Số: 30/2025/NĐ-CP",
        "letterhead: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "letterhead: Độc lập - Tự do - Hạnh phúc",
        "letterhead: Hà Nội, ngày 30 tháng 8 năm 2025",
        "heading: NGHỊ ĐỊNH",
        "heading: Quy định chi tiết một số điều",
        "paragraph: Căn cứ Luật Tổ chức Chính phủ;",
        "heading: Chương I",
        "heading: QUY ĐỊNH CHUNG",
        *(f"paragraph: {n}. {SENTENCE}" for n in range(1, 6)),
        "recipients: Nơi nhận:",
        "recipients: - Như Điều 3;",
        "recipients: - Lưu: VT.",
        "signature: TM. CHÍNH PHỦ",
        "signature: THỦ TƯỚNG",
        "signature: Phạm Minh A",
    ]


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("<p>Sở Y tế\n   chủ trì,&nbsp;nghi\u00adêm túc.</p>", ["Sở Y tế chủ trì, nghiêm túc."]),
        ("<div>Một.<p>Hai.</p>Ba.</div>", ["Một.", "Hai.", "Ba."]),
        ("<p>a) Việc<br>\nmột;<br>b) Việc hai.</p>", ["a) Việc một;", "b) Việc hai."]),
        ("<ol><li>Một.</li><li>Hai.</li></ol><ul><li>Ba.</li></ul>", ["1. Một.", "2. Hai.", "- Ba."]),
        ('<ol type="a" start="3"><li>Ba.</li><li value="9">Chín.</li></ol>', ["c. Ba.", "i. Chín."]),
        ("<pre>Dòng một.\nDòng hai.</pre>", ["Dòng một.", "Dòng hai."]),
        ('<p style="text-transform: uppercase">Kế hoạch</p>', ["KẾ HOẠCH"]),
        ('<p>Hiện <span style="display:none">ẩn</span>ra.</p><p hidden>Ẩn.</p>', ["Hiện ra."]),
        ("<p>Rộng 25 m<sup>2</sup>.</p>", ["Rộng 25 m²."]),
        ("<p>Theo <a href='/luat'>Luật Đất đai</a> và <a href='/nd'>Nghị định số 1</a>.</p>", ["Theo Luật Đất đai và Nghị định số 1."]),
        ("<p>&lt;script&gt; &amp; &#7898;</p>", ["<script> & Ớ"]),
    ],
)  # fmt: skip
def test_markup(body: str, shown: list[str]) -> None:
    assert texts(read(body)) == shown


def test_footnotes_of_a_page_saved_by_word() -> None:
    body = """<p>Giảm nghèo<a href="#_ftn1"><sup>[1]</sup></a> bền vững.</p><p>Đoạn sau.</p>
    <div id="ftn1"><p><a href="#_ftnref1">[1]</a> Theo chuẩn nghèo đa chiều.</p></div>"""
    document = read(body)
    assert said(document) == [
        "paragraph: Giảm nghèo bền vững.",
        "paragraph: Đoạn sau.",
        "footnote: Theo chuẩn nghèo đa chiều.",
    ]
    (note,) = (block for block in document.blocks if block.kind == "footnote")
    assert document.text[: note.anchor].endswith("Giảm nghèo")


def test_tables() -> None:
    body = """<table><thead><tr><th>TT</th><th>Nội dung</th><th>Cơ quan</th></tr></thead>
    <tr><td>I</td><td colspan=2>TUYÊN TRUYỀN</td></tr>
    <tr><td rowspan=2>1</td><td><p>Việc một;</p><p>việc hai</p></td><td>Sở Y tế</td></tr>
    <tr><td>Việc<br>ba</td><td></td></tr></table>"""
    document = read(body)
    (block,) = document.blocks
    assert rows(document, block) == [
        ["TT", "Nội dung", "Cơ quan"],
        ["I", "TUYÊN TRUYỀN"],
        ["1", "Việc một; việc hai", "Sở Y tế"],
        ["Việc ba", ""],
    ]
    assert [(cell.row, cell.column, cell.row_span, cell.column_span) for cell in block.cells][3:] == [
        (1, 0, 1, 1),
        (1, 1, 1, 2),
        (2, 0, 2, 1),
        (2, 1, 1, 1),
        (2, 2, 1, 1),
        (3, 1, 1, 1),
        (3, 2, 1, 1),
    ]  # fmt: skip
    assert block.head_rows == 1


def test_a_table_that_holds_the_page_together_is_no_table() -> None:
    body = (
        "<table><tr><td>Trái</td><td>"
        + "".join(f"<p>{n}. {SENTENCE}</p>" for n in range(1, 20))
        + "</td></tr></table>"
    )
    assert [block.kind for block in read(body).blocks] == ["paragraph"] * 20


def test_lines_of_the_source() -> None:
    document = read("\n\n<p>Một.</p>\n<p>Hai.</p>")
    assert [place.line for place in document.places] == [3, 4]


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", ""),  # with its byte order mark
        ("utf-16-le", ""),
        ("utf-16-be", '<meta charset="utf-8">'),  # a lie
        ("cp1258", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1258">'),
        ("cp1258", '<meta charset="iso-8859-1">'),  # what old programs wrote
        ("cp1258", ""),
    ],
)
def test_encodings(encoding: str, declared: str) -> None:
    text = SENTENCE
    if encoding == "cp1258":  # the code page has letters and tone marks apart
        from unicodedata import normalize

        plain = normalize("NFD", SENTENCE)
        for base, mark in (
            ("a", "\u0302"),
            ("e", "\u0302"),
            ("o", "\u0302"),
            ("a", "\u0306"),
            ("o", "\u031b"),
            ("u", "\u031b"),
            ("U", "\u031b"),
        ):
            for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"):
                plain = plain.replace(base + tone + mark, base + mark + tone)
                plain = plain.replace(base + mark, normalize("NFC", base + mark))
        text = plain
    data = f"<html><head>{declared}</head><body><p>{text}</p></body></html>".encode(encoding)
    document = read_bytes(data, "trang.htm")
    assert document.text == SENTENCE
    assert document.source.media_type == "text/html"


def test_a_page_without_text() -> None:
    with pytest.raises(ReadError, match="không có chữ"):
        read("<script>1</script><img src=a.png>")


def test_a_page_of_the_national_database(shared: object) -> None:
    """30/2025/QĐ-TTg: a megabyte of site around nineteen thousand characters of document."""
    from conftest import SHARED

    document = read_bytes((SHARED / "documents" / "html_qd30_2025_ttg.html").read_bytes(), "a.html")
    check(document)
    shown = texts(document)
    assert shown[:2] == ["CHÍNH PHỦ", "Số: 30/2025/QĐ-TTg"]
    assert shown[-3:] == ["KT. THỦ TƯỚNG", "PHÓ THỦ TƯỚNG", "Nguyễn Hòa Bình"]
    assert sum(text.startswith("Điều ") for text in shown) == 14
