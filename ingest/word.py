"""Word files (.docx): paragraphs with their automatic labels, tables, footnotes and text boxes, in document order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from ingest.composing import compose
from ingest.document import Document
from ingest.encoding import language_warnings
from ingest.errors import ReadError
from ingest.footnotes import raised
from ingest.formalities import authority_line, letterhead_line, motto_line, position_line, recipients_line
from ingest.grids import layout_lines
from ingest.legacy_fonts import warnings_of
from ingest.limits import refuse_too_long
from ingest.lines import Gap, Grid, GridCell, Line, Part, as_printed, clean, text_of
from ingest.provenance import source_of
from ingest.word_cells import Cells
from ingest.word_fonts import with_unicode_text
from ingest.word_numbering import Numbering, read_numbering
from ingest.word_package import (
    Element,
    WordPackage,
    attribute,
    child,
    children,
    open_package,
    switched_on,
    tag,
)
from ingest.word_styles import Styles, read_styles
from ingest.word_text import Words, WordText, alternative, close_fields

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_WRAPPERS = frozenset(("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
_TOP = 20  # parts, in which a letterhead stands if there is one
_CHANGES = "văn bản có sửa đổi chưa duyệt (Track Changes); đã đọc như khi chấp nhận mọi sửa đổi"
_CHUNK_UNREAD = (
    "văn bản có phần nhúng nguyên tệp (altChunk) chưa đọc được; mở bằng Word rồi lưu lại để đọc phần này"
)


def read_word(data: bytes, name: str) -> Document:
    """The document in a DOCX file. Raises `ReadError` for a broken one, and for one without any text."""
    package = open_package(data, name)
    encodings = with_unicode_text(package)
    reader = _reader(package, name)
    parts = reader.parts()
    words = " ".join(_texts(parts))
    if not words.strip():
        raise ReadError(
            name, "tệp DOCX không có chữ nào (có thể chỉ chứa ảnh quét)", "xin bản Word hoặc PDF có chữ"
        )
    refuse_too_long(name, characters=len(words))
    told = (*package.warnings, *((_CHANGES,) if reader.changed else ()), *reader.warnings)
    warnings = (*told, *warnings_of(encodings), *language_warnings(words))
    return compose(parts, source_of(name, data, _MEDIA_TYPE, "word", warnings=warnings))


def _texts(parts: Sequence[Part]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Line):
            yield part.text
        else:
            yield from (text_of(cell.lines) for cell in part.cells)


def _reader(package: WordPackage, name: str) -> _WordReader:
    for root in (package.document, package.footnotes, package.endnotes, *package.headers.values()):
        if root is not None:
            close_fields(root)
    styles = read_styles(package.styles)
    notes = {
        (kind, attribute(note, "id")): note
        for kind, root in (("footnote", package.footnotes), ("endnote", package.endnotes))
        for note in children(root, kind)
        if attribute(note, "type", "normal") == "normal"
    }
    numbering = read_numbering(package.numbering, styles)
    return _WordReader(name, package, styles, numbering, WordText(styles), notes)


@dataclass(slots=True)
class _WordReader:
    name: str
    package: WordPackage
    styles: Styles
    numbering: Numbering
    drawing: WordText
    notes: dict[tuple[str, str], Element]
    read: int = 0  # paragraphs, wherever they stand
    paragraphs: int = 0  # of the body, as they stand in document.xml, those of text boxes and notes aside
    aside: int = (
        0  # how deep in text boxes and notes, whose places are the paragraphs that they are anchored in
    )
    in_note: bool = False
    changed: bool = False
    carried: list[str] = field(default_factory=list)  # text of paragraphs whose ends were deleted or hidden
    waiting: list[Line] = field(default_factory=list)  # footnotes of the table or paragraph being read
    warnings: tuple[str, ...] = ()

    def parts(self) -> list[Part]:
        """Everything in the body, in order, under the letterhead that stands in the head of its first page."""
        body = child(self.package.document, "body")
        if body is None:
            return []
        inside = [*self._blocks(body), *self._left_over()]
        return _left_column_first([*self._letterhead(body, inside), *inside])

    def _letterhead(self, body: Element, inside: Sequence[Part]) -> list[Part]:
        """The head of the first page, where some people put the letterhead; nothing if the text has its own."""
        section = next(body.iter("{*}sectPr"), None)
        heads = {
            attribute(head, "type"): attribute(head, "id") for head in children(section, "headerReference")
        }
        if not heads or any(map(motto_line, _texts(inside[:_TOP]))):
            return []
        of_first = "first" if switched_on(section, "titlePg") and "first" in heads else "default"
        head = self.package.headers.get(heads.get(of_first, ""))
        self.aside += 1
        parts = [] if head is None else self._blocks(head)
        self.aside -= 1
        return parts if any(map(motto_line, _texts(parts))) else []

    def _blocks(self, parent: Element) -> list[Part]:
        parts: list[Part] = []
        for element in parent:
            name = tag(element)
            if name == "p":
                parts += self._paragraph(element)
            elif name == "tbl":
                parts += [*self._left_over(), *self._table(element)]
            elif name in _WRAPPERS or name == "AlternateContent":
                parts += self._blocks(alternative(element))
                continue
            elif name == "altChunk":
                parts += self._chunk(element)
            else:
                continue
            parts += self.waiting
            self.waiting = []
        return parts

    def _left_over(self) -> list[Part]:
        """The lines of paragraphs whose ends are gone, where no paragraph follows that they could be one with."""
        text, self.carried = "".join(self.carried), []
        return self._lines(text, Words(), self.paragraphs, centred=False) if text.strip() else []

    def _chunk(self, element: Element) -> list[Part]:
        """A file that was embedded as a whole is not read: only a warning."""
        self.warnings = (_CHUNK_UNREAD,)
        return []

    def _paragraph(self, element: Element) -> list[Part]:
        """The lines of a paragraph, the lines of the text boxes in it after them."""
        self.read += 1
        refuse_too_long(self.name, lines=self.read)
        self.paragraphs += not self.aside
        number = self.paragraphs
        properties = child(element, "pPr")
        style = attribute(child(properties, "pStyle"), "val") or self.styles.default
        words = self.drawing.words(element, style)
        self.changed = self.changed or words.changed
        parts: list[Part] = []
        end = self._end(properties)
        if end == "kept" and not self._is_contents_list(style):
            label = self.numbering.label(properties, style)  # also of an empty paragraph, which counts
            text = "".join(self.carried) + words.text()
            shown = label + text if text.strip() else ""
            parts += self._lines(shown, words, number, self._centred(properties, style))
            self.carried = []
        elif end != "kept":  # it is one with the next paragraph
            own = words.text()
            shows_label = end == "hidden" and own.strip()
            self.carried += [self.numbering.label(properties, style) if shows_label else "", own]
        self.aside += 1
        for box in words.boxes:
            parts += self._blocks(box)
        self.aside -= 1
        for mark, kind, note_id in words.notes:
            self._note(mark, self.notes.get((kind, note_id)))
        return parts

    def _end(self, properties: Element | None) -> Literal["kept", "deleted", "hidden"]:
        """What became of the paragraph's end: deleted or moved away in a change, hidden, or there."""
        look = child(properties, "rPr")
        if child(look, "del") is not None or child(look, "moveFrom") is not None:
            self.changed = True
            return "deleted"
        return "hidden" if switched_on(look, "vanish") or switched_on(look, "specVanish") else "kept"

    def _is_contents_list(self, style: str) -> bool:
        """Whether a paragraph belongs to an automatic table of contents, which repeats the headings."""
        return any(one.name.lower().startswith("toc ") for one in self.styles.chain(style))

    def _centred(self, properties: Element | None, style: str) -> bool:
        own = child(properties, "jc")
        return attribute(own, "val") == "center" if own is not None else self.styles.says(style, "centred")

    def _lines(self, text: str, words: Words, number: int, centred: bool) -> list[Part]:
        """The printed lines of a paragraph; a line of two columns as a row of two cells."""
        bold, italic = bool(words.bold) and all(words.bold), bool(words.italic) and all(words.italic)
        parts: list[Part] = []
        for printed in text.split("\n"):
            gap: Gap = "none" if parts else "hard"
            columns = [
                Line(
                    shown,
                    number=number,
                    gap=gap,
                    bold=bold,
                    italic=italic,
                    centred=centred,
                    printed=as_printed(column, shown),
                )
                for column in _columns(printed)
                if (shown := clean(column))
            ]
            if len(columns) > 1:
                parts.append(
                    Grid(tuple(GridCell(0, at, (line,)) for at, line in enumerate(columns)), continues=True)
                )
            else:
                parts += columns
        return parts

    def _note(self, mark: str, element: Element | None) -> None:
        """Keep a footnote for after the block that refers to it; its paragraphs are one text."""
        if element is None or self.in_note:  # a note that refers to notes would never end
            return
        waiting, self.waiting = self.waiting, []
        carried, self.carried, self.in_note = self.carried, [], True
        self.aside += 1
        parts = [*self._blocks(element), *self._left_over()]
        lines = [line for line in parts if isinstance(line, Line)]
        self.aside -= 1
        self.waiting, self.carried, self.in_note = waiting, carried, False
        if lines:
            first = replace(lines[0], text=f"{raised(mark)} {lines[0].text}")
            self.waiting += [replace(line, note=True) for line in (first, *lines[1:])]

    def _table(self, element: Element) -> list[Part]:
        grid = self._grid(element)
        if not grid.cells:
            return []
        layout = layout_lines(grid)
        return list(layout) if layout is not None else [grid]

    def _grid(self, element: Element) -> Grid:
        made = Cells()
        head_rows = row = 0
        for row_element in _unwrapped(element, "tr"):
            properties = child(row_element, "trPr")
            deleted = child(properties, "del") is not None
            if deleted or switched_on(properties, "hidden"):
                self._left_out(row_element, deleted=deleted)
                continue
            self._row(row_element, row, made)
            head_rows += switched_on(properties, "tblHeader") is True and head_rows == row
            row += 1
        return Grid(tuple(made.finished()), head_rows or None)

    def _left_out(self, element: Element, *, deleted: bool) -> None:
        """Keep count of the paragraphs in a row or cell that is not read."""
        self.changed = self.changed or deleted
        self.paragraphs += 0 if self.aside else _paragraphs_in(element)

    def _row(self, element: Element, row: int, made: Cells) -> None:
        column = _int(attribute(child(element, "trPr", "gridBefore"), "val"), 0)
        for cell in _unwrapped(element, "tc"):
            properties = child(cell, "tcPr")
            if child(properties, "cellDel") is not None:
                self._left_out(cell, deleted=True)
                continue
            span = max(1, _int(attribute(child(properties, "gridSpan"), "val"), 1))
            made.add(GridCell(row, column, tuple(self._cell_lines(cell)), column_span=span), properties)
            column += span

    def _cell_lines(self, cell: Element) -> Iterator[Line]:
        """The lines of a cell; a table inside it row by row."""
        waiting, self.waiting = self.waiting, []
        parts = [*self._blocks(cell), *self._left_over()]
        notes = [part for part in parts if isinstance(part, Line) and part.note]
        self.waiting = [*waiting, *notes]
        for part in parts:
            if isinstance(part, Grid):
                yield from (line for inner in part.cells for line in inner.lines)
            elif not part.note:
                yield part


def _paragraphs_in(row: Element) -> int:
    """How many paragraphs a table row has, those of text boxes aside."""
    below = (element for element in row.iter() if tag(element) == "p")
    return sum(all(tag(above) != "txbxContent" for above in element.iterancestors()) for element in below)


def _unwrapped(parent: Element, name: str) -> Iterator[Element]:
    """The children of that name, also those inside content controls and tracked insertions."""
    for element in parent:
        if tag(element) == name:
            yield element
        elif tag(element) in _WRAPPERS:
            yield from _unwrapped(element, name)


def _int(text: str, default: int) -> int:
    return min(int(text), 1000) if text.isascii() and text.isdigit() and len(text) < 9 else default


def _columns(text: str) -> list[str]:
    """A paragraph that a tab cuts into a left and a right part of a letterhead or signature; else the paragraph."""
    left, _, right = text.strip().partition("\t")
    one, other = clean(left), clean(right)
    formal = letterhead_line(one) and (motto_line(other) or letterhead_line(other))
    signing = recipients_line(one) and (authority_line(other) or position_line(other))
    return [left, right] if one and other and (formal or signing) else [text]


def _left_column_first(parts: Sequence[Part]) -> list[Part]:
    """The parts with neighbouring lines of two columns (`_columns`) as the left column, then the right one."""
    result: list[Part] = []
    right: list[Line] = []
    for part in parts:
        if isinstance(part, Grid) and part.continues:
            result += part.cells[0].lines
            right += part.cells[1].lines
        else:
            result += [*right, part]
            right = []
    return [*result, *right]
