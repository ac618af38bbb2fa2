"""DOCX files of the samples, in the page layout of Nghị định 30/2020/NĐ-CP, Phụ lục I: A4, margins 20/20/30/20 mm,
Times New Roman 13 and 14, page number in the middle of the upper margin and not on the first page.

The parts are written here and not by a library so that numbering, footnotes and repeated table heads are the plain
WordprocessingML that Word writes, and so that the same source always gives the same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from xml.sax.saxutils import escape

from corpus.samples.markup import (
    Addressees,
    Block,
    Closing,
    Letterhead,
    PageBreak,
    Paragraph,
    Sample,
    Table,
)
from corpus.samples.numbering import Numbering
from corpus.samples.word_parts import NAMESPACES, fixed_parts

TEXT_WIDTH = 9071  # 160 mm in twips
TABLE_LAYOUT = f'<w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
FIRST_LINE = 567
ARTICLE = re.compile(r"Điều \d+\.")


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph looks; `size` in half points, `before` and `first` in twips."""

    align: str = "both"
    bold: bool = False
    italic: bool = False
    size: int = 26
    before: int = 80
    first: int = 0
    level: int | None = None
    rule: int | None = None


LOOKS = {
    "title": Look("center", bold=True, size=28, before=60),
    "note": Look("center", italic=True, size=24, before=60),
    "basis": Look(italic=True, first=FIRST_LINE),
    "heading": Look(bold=True, first=FIRST_LINE),
    "body": Look(first=FIRST_LINE),
}
SPACER = '<w:p><w:pPr><w:spacing w:before="0" w:after="0"/><w:rPr><w:sz w:val="12"/></w:rPr></w:pPr></w:p>'


def write_docx(sample: Sample, *, font: str = "Times New Roman") -> bytes:
    """The bytes of a DOCX file; with the form `docx-numbered` the markers become automatic numbers, with `docx-mixed`
    those that Word would print so."""
    strict = {"docx-numbered": True, "docx-mixed": False}.get(sample.form)
    numbering = None if strict is None else Numbering(strict)
    body = "".join(_block(block, numbering) for block in sample.blocks) + _section()
    notes = "".join(
        f'<w:footnote w:id="{number}">{_note(text)}</w:footnote>' for number, text in sample.footnotes.items()
    )
    parts = fixed_parts(sample.property, font, notes)
    parts["word/document.xml"] = f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    return _zipped(parts)


def _zipped(parts: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in parts.items():
            entry = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + xml)
    return buffer.getvalue()


def _block(block: Block, numbering: Numbering | None) -> str:
    match block:
        case Paragraph():
            return _paragraph(block, numbering)
        case Letterhead():
            return _letterhead(block)
        case Addressees():
            first = _text(block.lines[0], Look("left", before=240, first=1701))
            rest = (_text(line, Look("left", before=0, first=2552)) for line in block.lines[1:])
            return first + "".join(rest) + _text("", Look(before=0))
        case Closing():
            return SPACER + _closing(block)
        case Table():
            return SPACER + _table(block)
        case PageBreak():
            return f'<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/>{_section()}</w:pPr></w:p>'


def _section() -> str:
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567"/>'
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


def _paragraph(paragraph: Paragraph, numbering: Numbering | None) -> str:
    look = LOOKS[paragraph.kind]
    pieces = paragraph.pieces
    numbered = numbering.level_of(pieces[0]) if numbering and paragraph.kind in ("heading", "body") else None
    if numbered:
        look = replace(look, first=0, level=numbered[0])
        pieces[0] = numbered[1]
    head = ARTICLE.match(pieces[0])
    article = _run(head[0], replace(look, bold=True)) if head else ""
    pieces[0] = pieces[0][head.end() :] if head else pieces[0]
    runs = (_run(piece, look) if at % 2 == 0 else _mark(piece) for at, piece in enumerate(pieces))
    return f"<w:p>{_properties(look)}{article}{''.join(runs)}</w:p>"


def _text(text: str, look: Look) -> str:
    return f"<w:p>{_properties(look)}{_run(text, look)}</w:p>"


def _properties(look: Look) -> str:
    number = "" if look.level is None else _number(look.level)
    rule = ""
    indent = f'<w:ind w:firstLine="{look.first}"/>' if look.first else ""
    if look.rule is not None:
        rule = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
        indent = f'<w:ind w:left="{look.rule}" w:right="{look.rule}"/>'
    spacing = f'<w:spacing w:before="{look.before}" w:after="0"/>'
    return (
        f'<w:pPr>{number}{rule}{spacing}{indent}<w:jc w:val="{look.align}"/>'
        f"<w:rPr>{_character(look)}</w:rPr></w:pPr>"
    )


def _number(level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'


def _character(look: Look) -> str:
    bold, italic = "<w:b/>" if look.bold else "", "<w:i/>" if look.italic else ""
    return f'{bold}{italic}<w:sz w:val="{look.size}"/>'


def _run(text: str, look: Look) -> str:
    if not text:
        return ""
    return f'<w:r><w:rPr>{_character(look)}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _mark(number: str) -> str:
    return f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'


def _note(text: str) -> str:
    return (
        '<w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
        '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {escape(text)}</w:t></w:r></w:p>'
    )


def _letterhead(head: Letterhead) -> str:
    names, rest = head.rows[:2], head.rows[2:]
    last = max((at for at, (left, _) in enumerate(names) if left), default=0)
    left = "".join(_text(name, Look("center", True, size=26, before=0)) for name, _ in names[: last + 1])
    right = _text(names[0][1], Look("center", True, size=24, before=0))
    right += _text(names[1][1], Look("center", True, size=26, before=0))
    rows = [(left + _rule(1300), right + _rule(1250))]
    if rest:
        number, date = rest[0]
        subject = "".join(_text(line, Look("center", size=24, before=60)) for line, _ in rest[1:])
        rows.append(
            (
                _text(number, Look("center", size=26, before=60)) + subject,
                _text(date, Look("center", italic=True, size=26, before=60)),
            )
        )
    return _frame((3686, 5385), rows) + _text("", Look(before=0))


def _rule(indent: int) -> str:
    return _text("", Look("center", size=4, before=0, rule=indent))


def _closing(closing: Closing) -> str:
    def recipient(at: int, line: str) -> str:
        head = at == 0
        return _text(line, Look("left", head, head, 24 if head else 22, 0))

    left = "".join(recipient(at, line) for at, line in enumerate(closing.recipients))
    right = "".join(_signing_line(line) for line in closing.signature)
    return _frame((4536, 4535), [(left, right)])


def _signing_line(line: str) -> str:
    return _text(line, Look("center", True, before=0)) * (1 if line else 3)


def _frame(widths: tuple[int, int], rows: list[tuple[str, str]]) -> str:
    lines = "".join(
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(map(_cell, row, widths))}</w:tr>" for row in rows
    )
    return f"<w:tbl><w:tblPr>{TABLE_LAYOUT}</w:tblPr>{_grid(widths)}{lines}</w:tbl>"


def _grid(widths: tuple[int, ...]) -> str:
    return "<w:tblGrid>" + "".join(f'<w:gridCol w:w="{width}"/>' for width in widths) + "</w:tblGrid>"


def _cell(content: str, width: int, span: int = 1) -> str:
    spanning = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanning}</w:tcPr>{content}</w:tc>'


def _table(table: Table) -> str:
    scale = TEXT_WIDTH / sum(table.widths)
    widths = tuple(int(width * scale) for width in table.widths)
    rows = "".join(_row(at, row, widths) for at, row in enumerate(table.rows))
    properties = f'<w:tblPr><w:tblStyle w:val="TableGrid"/>{TABLE_LAYOUT}</w:tblPr>'
    return f"<w:tbl>{properties}{_grid(widths)}{rows}</w:tbl>"


def _row(at: int, row: tuple[str, ...], widths: tuple[int, ...]) -> str:
    head = "<w:trPr><w:tblHeader/></w:trPr>" if at == 0 else ""
    return f"<w:tr>{head}{''.join(_cells(at, row, widths))}</w:tr>"


def _cells(at: int, row: tuple[str, ...], widths: tuple[int, ...]) -> Iterator[str]:
    group = at > 0 and not any(row[2:])
    look: Callable[[int], Look] = lambda column: Look(  # noqa: E731
        "center" if at == 0 or column == 0 else "left", bold=at == 0 or group, size=24, before=40
    )
    if group:
        yield _cell(_text(row[0], look(0)), widths[0])
        yield _cell(_text(row[1], look(1)), sum(widths[1:]), len(widths) - 1)
        return
    for column, (text, width) in enumerate(zip(row, widths, strict=True)):
        yield _cell(_text(text, look(column)), width)
