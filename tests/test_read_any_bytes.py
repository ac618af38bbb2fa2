"""Any bytes give a sound document or a `ReadError`, and nothing else."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pytest
from fpdf import FPDF
from hypothesis import example, given, settings
from hypothesis import strategies as st
from reading import check
from word_files import p, table, tc, tr, word_file

from extract import extract
from ingest import ReadError, read_bytes
from ingest.ole import SIGNATURE, stream_names

# Pieces of documents and of damage: what they make together nobody wrote down.
FORMAL = (
    "KẾ HOẠCH;QUYẾT ĐỊNH:;CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM;Độc lập - Tự do;Số: 5/KH-UBND;Lâm;ỦY;UBND TỈNH X"
)
FORMAL += ";Đồng, ngày 5 tháng 3 năm 2022;V/v báo cáo;Nơi nhận:;- Lưu: VT.;TM.;KT. CHỦ TỊCH;Trần Văn An;Phụ lục;(Kèm theo"
WORDS = "1. ;a) ;- ;+ ;Điều 1.;I. ;của;các sở;Sở Y tế;6631/BLĐTBXH-;VPQGGN;./.;¹;mạng¹;m²;3;TT;STT;1;2;Uỷ;Ð;<b>;&amp"
SIGNS = [
    "\t",
    "\t\t",
    "|",
    "| a | b |",
    "---",
    "*",
    "**",
    "_",
    "…",
    "....",
    ";",
    ":",
    ".",
    ",",
    "(",
    "“",
    "\u0301",
    "\u200b",
]
BLANKS = ["\n", "\n", "\n\n", " ", "   ", "      ", "\f", "\r\n", "\u2028", "\x85", "\xa0"]
PIECES = st.sampled_from([*FORMAL.split(";"), *WORDS.split(";"), *SIGNS, *BLANKS])
TEXTS = st.lists(PIECES, min_size=1, max_size=60).map("".join)


def sound(data: bytes) -> None:
    """Read the bytes and check what comes of it; an error is one line."""
    refused = ""
    try:
        document = read_bytes(data, "tệp", ocr="never")
    except ReadError as error:
        refused = str(error)
    if refused:
        assert len(refused.splitlines()) == 1
    else:
        check(document)
        assert document.text.strip()
        extract(document)


@given(st.binary(max_size=600))
@settings(max_examples=300, deadline=None)
def test_any_bytes(data: bytes) -> None:
    sound(data)


@given(
    st.sampled_from(
        [
            b"%PDF-1.4\n",
            b"PK\x03\x04",
            b"<html>",
            b"{\\rtf",
            b"\xff\xfe",
            b"\xef\xbb\xbf",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            b"MIME-Version: 1.0\nContent-Type: multipart/related;",
        ]
    ),
    st.binary(max_size=400),
)
@settings(max_examples=150, deadline=None)
def test_bytes_that_start_like_a_format(start: bytes, rest: bytes) -> None:
    sound(start + rest)


@given(TEXTS)
@example("¹ a\n¹ b¹")
@example("a¹\u0301")
@example("TT\tNội dung\n\tb\n\n\tc")
@settings(max_examples=400, deadline=None)
def test_any_text(text: str) -> None:
    sound(text.encode())


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_characters(text: str) -> None:
    sound(text.encode("utf-8", "surrogatepass"))


MARKUP = "<p>,</p>,<br>,<table>,</table>,<tr>,</tr>,<td>,<td rowspan=3>,<td colspan=2>,</td>,<th>,<div>,</div>,<ol>,<li>,</ol>"
MARKUP += ",<sup>,</sup>,<b>,<a href='#_ftn1'>,</a>,<pre>,<!--,-->,<script>,<style>,&#0;,&bogus;"
TAGS = st.sampled_from(MARKUP.split(","))


@given(st.lists(TAGS | PIECES, max_size=60).map("".join))
@settings(max_examples=300, deadline=None)
def test_any_page(body: str) -> None:
    sound(f"<html><body>{body}".encode())


@given(st.lists(TEXTS, min_size=1, max_size=6), st.lists(TEXTS, max_size=6))
@settings(max_examples=150, deadline=None)
def test_any_word_file(paragraphs: list[str], cells: list[str]) -> None:
    def escaped(text: str) -> str:
        return (
            "".join(letter for letter in text if letter >= " " or letter in "\t\n")
            .replace("&", "&amp;")
            .replace("<", "&lt;")
        )

    body = "".join(p(escaped(text)) for text in paragraphs)
    body += (
        table(*(tr(*(tc(p(escaped(text))) for text in cells[at:])) for at in range(min(3, len(cells)))))
        if cells
        else ""
    )
    sound(word_file(body))


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_a_damaged_word_file(data: st.DataObject) -> None:
    whole = bytearray(word_file(p("Kế hoạch tổng kết công tác năm 2024.") * 3))
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    sound(bytes(whole[: data.draw(st.integers(0, len(whole)))]))


@given(st.text(alphabet="<>/wpt:rbl\"= xmlns'!&;[]", max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_xml_in_a_word_file(xml: str) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", xml)
    sound(packed.getvalue())


def _pdf() -> bytes:
    """A page with text and a table, uncompressed, so that damage reaches what PDF readers parse."""
    paper = FPDF()
    paper.set_compression(False)
    paper.set_font("Helvetica", size=13)
    paper.add_page()
    paper.multi_cell(
        0, 7, "KE HOACH\n1. To chuc hoi nghi tong ket cong tac nam 2024 tren dia ban toan tinh. " * 4
    )
    with paper.table() as table_:
        for row in (
            ("TT", "Noi dung", "Co quan"),
            ("1", "Viec mot", "So Y te"),
            ("2", "Viec hai", "So Noi vu"),
        ):
            table_.row(row)
    return bytes(paper.output())


WHOLE_PDF = _pdf()


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_a_damaged_pdf(data: st.DataObject) -> None:
    damaged = bytearray(WHOLE_PDF)
    for _ in range(data.draw(st.integers(1, 12))):
        at = data.draw(st.integers(0, len(damaged) - 1))
        piece = data.draw(
            st.binary(max_size=3) | st.sampled_from([b"1e9", b"-1", b"0 Tf", b"<<", b"/", b" 99999 "])
        )
        damaged[at : at + len(piece)] = piece
    sound(bytes(damaged))


WORD_TAGS = "p,r,t,tbl,tr,tc,sdt,sdtContent,ins,del,pPr,rPr,tcPr,trPr,numPr,hyperlink,pict,txbxContent,sectPr,fldSimple"
WORD_SIGNS = '<w:br/>,<w:tab/>,<w:fldChar w:fldCharType="begin"/>,<w:fldChar w:fldCharType="separate"/>,<w:vanish/>,<w:vMerge/>'
WORD_SIGNS += (
    ',<w:fldChar w:fldCharType="end"/>,<w:instrText>TOC</w:instrText>,<w:hMerge/>,<w:gridSpan w:val="-1"/>'
)
WORD_SIGNS += ',<w:numId w:val="1"/>,<w:ilvl w:val="9"/>,<w:footnoteReference w:id="2"/>,<w:sym w:char="F0B7"/>,<w:altChunk/>'
LEAVES = st.sampled_from(WORD_SIGNS.split(",")) | TEXTS.map(
    lambda text: f"<w:t>{''.join(c for c in text if c >= ' ').replace('&', '').replace('<', '')}</w:t>"
)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.tuples(st.sampled_from(WORD_TAGS.split(",")), st.lists(inner, max_size=5)).map(
        lambda tree: f"<w:{tree[0]}>{''.join(tree[1])}</w:{tree[0]}>"
    ),
    max_leaves=25,
)


@given(st.lists(TREES, max_size=6).map("".join), TREES)
@settings(max_examples=200, deadline=None)
def test_any_tree_of_word_markup(body: str, note: str) -> None:
    """What no program writes: cells without rows, paragraphs in runs, fields that end before they begin."""
    numbering = '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1.%9"/></w:lvl></w:abstractNum>'
    numbering += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    sound(word_file(body, numbering=numbering, footnotes=f'<w:footnote w:id="2">{note}</w:footnote>'))


SAMPLES = [
    sample.read_bytes()
    for sample in sorted((Path(__file__).parents[1] / "corpus" / "samples").glob("0*"))
    if sample.suffix in (".docx", ".html", ".pdf", ".txt") and sample.stat().st_size < 70_000
]
DAMAGE = [
    b"<",
    b">",
    b'"',
    b"\0",
    b"\xff",
    b"-1",
    b"99999999",
    b"<<",
    b" obj",
    b"stream",
    b"<w:p>",
    b"</td>",
    b"PK\3\4",
]


def damaged(data: bytes, dice: random.Random) -> bytes:
    """Bits turned, pieces cut out, doubled, written over, the end cut off; in a package also in its parts."""
    if data.startswith(b"PK") and dice.random() < 0.8:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        for name in dice.sample(sorted(parts), 2):
            parts[name] = damaged(parts[name], dice)
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        return packed.getvalue()
    result = bytearray(data)
    for _ in range(dice.choice((1, 2, 8, 40))):
        at, other, length = (
            dice.randrange(len(result)),
            dice.randrange(len(result)),
            dice.choice((1, 30, 900)),
        )
        what = dice.randrange(6)
        if what == 0:
            result[at] ^= 1 << dice.randrange(8)
        elif what == 1:
            result[at : at + 1] = dice.choice(DAMAGE)
        elif what == 2 and len(result) > 2 * length:
            del result[at : at + length]
        elif what == 3:
            result[at:at] = result[other : other + length]
        elif what == 4:
            result[at : at + length] = result[other : other + length]
        elif dice.random() < 0.1:
            result = result[: at + 1]
    return bytes(result)


@pytest.mark.parametrize("seed", range(40))
def test_damaged_documents(seed: int) -> None:
    dice = random.Random(seed)
    sound(damaged(dice.choice(SAMPLES), dice))


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_the_streams_of_a_damaged_old_file(data: st.DataObject) -> None:
    """Sectors and names that lead anywhere."""
    head = bytearray(SIGNATURE + bytes(22) + b"\x09\x00" + bytes(2016))
    for _ in range(data.draw(st.integers(0, 30))):
        at = data.draw(st.integers(8, 300) | st.integers(8, 2040)) & ~3
        head[at : at + 4] = data.draw(st.sampled_from(range(9)) | st.integers(0, 2**32 - 1)).to_bytes(
            4, "little"
        )
    assert all(isinstance(name, str) for name in stream_names(bytes(head)))
