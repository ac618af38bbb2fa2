"""Web pages (.html), as legal portals print documents and browsers or Word save them.

The document is found in the page first (`find_document`), then read block by block: line wraps in the source are
spaces, `<br>` is a line break, a table that sets a letterhead side by side is lines, any other one a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from lxml import html

from ingest.composing import compose
from ingest.document import Document
from ingest.encoding import decode, language_warnings
from ingest.errors import ReadError
from ingest.footnotes import raised
from ingest.grids import layout_lines
from ingest.legacy_fonts import warnings_of
from ingest.limits import MOST_CHARACTERS
from ingest.lines import Gap, Grid, GridCell, Line, Part, as_printed, clean
from ingest.provenance import source_of
from ingest.web_content import find_document, is_hidden, is_site_furniture
from ingest.web_fonts import with_unicode_text
from ingest.web_markup import empty_page, parse_page
from ingest.word_numbering import numeral

_META = re.compile(rb"<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_HEAD_BYTES = 8192
_VAGUE = frozenset(
    ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "windows-1252", "cp1252", "unicode")
)
_DATA_URI = re.compile(r"data:[\w/+.-]*;base64,[\w+/=%]*")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_END_OF_LINE = "\v"
_LAST_LINE = 65_535  # the parser counts no further
_DEEPEST = 150  # levels of nesting that are followed; what is deeper is read as plain text
_MOST_COLUMNS = 300  # of a table
_LAST_NUMBER = 99_999  # of a list
_SECTIONS = {
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "center",
    "div",
    "fieldset",
    "figure",
    "header",
    "main",
    "section",
}
_TEXTS = {"caption", "dd", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "ul"}
_BLOCKS = frozenset(_SECTIONS | _TEXTS)
_LIST_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "1": "decimal"}
_NOTE_MARK = re.compile(r"\s*[\[(]?(\d{1,3})[\])]?\s*")
_NOTE_LINK = re.compile(r"#(?:_?ftn|_?edn|fn|footnote|_?note|cite)", re.IGNORECASE)
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_LIGHT = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)", re.IGNORECASE)
_ITALIC = re.compile(r"font-style\s*:\s*italic", re.IGNORECASE)
_UPPER = re.compile(r"text-transform\s*:\s*uppercase", re.IGNORECASE)
_PRE = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)


def read_web_page(data: bytes, name: str) -> Document:
    """The document in an HTML page. Raises `ReadError` for a page without text, and for one that is too long."""
    decoded = decode(data, name, _declared(data))
    text = _DECLARATION.sub(lambda found: "\n" * found[0].count("\n"), decoded.text.replace("\x00", ""))
    text = _DATA_URI.sub("", text)
    if len(text) > MOST_CHARACTERS:
        raise ReadError(
            name,
            f"trang web quá dài ({len(text) / 1e6:.0f} triệu ký tự)",
            "lưu riêng phần văn bản rồi đọc lại",
        )
    page = parse_page(text, name)
    encodings = with_unicode_text(page)
    found = find_document(page)
    encodings |= with_unicode_text(found)  # in a site that is in Unicode itself
    reader = _PageReader()
    reader.read(found)
    words = " ".join(line.text for line in _lines(reader.parts))
    if not words.strip():
        raise empty_page(name)
    warnings = (*decoded.warnings, *warnings_of(encodings), *language_warnings(words))
    return compose(reader.parts, source_of(name, data, "text/html", "web", warnings=warnings))


def _declared(data: bytes) -> str | None:
    """The encoding that the page names, unless it is one that pages name without meaning it."""
    match = _META.search(data[:_HEAD_BYTES])
    encoding = match[1].decode("ascii").lower() if match else ""
    return None if not encoding or encoding in _VAGUE or encoding.startswith("utf-16") else encoding


def _lines(parts: Iterable[Part]) -> Iterable[Line]:
    for part in parts:
        if isinstance(part, Line):
            yield part
        else:
            yield from (line for cell in part.cells for line in cell.lines)


@dataclass(frozen=True, slots=True)
class _Look:
    """How text at one place of the page looks, from all the elements around it."""

    bold: bool = False
    italic: bool = False
    centred: bool = False
    upper: bool = False
    kept_spaces: bool = False
    raised: bool = False


@dataclass(slots=True)
class _PageReader:
    """Collects the lines and tables of a page. `pieces` is the text of the block being read, in which line ends of the
    file, which show as blanks, are vertical tabs."""

    parts: list[Part] = field(default_factory=list)
    pieces: list[tuple[str, _Look]] = field(default_factory=list)
    line: int = 1  # of the file: how far it is read
    first: int = 0  # where the block being read begins to show something; 0: nowhere yet
    label: str = ""
    counts: dict[html.HtmlElement, int] = field(default_factory=dict)  # the last number of each list

    def read(self, element: html.HtmlElement) -> None:
        """Everything in an element, in order."""
        self._element(element, _Look(), 0)
        self._flush()

    def _element(self, element: html.HtmlElement, look: _Look, depth: int) -> None:
        name = element.tag if isinstance(element.tag, str) else ""
        if not name or is_hidden(element) or is_site_furniture(element):
            return
        if 0 < (element.sourceline or 0) < _LAST_LINE:
            self.line = element.sourceline
        if name == "br":
            self.pieces.append(("\n", look))
        elif depth > _DEEPEST:
            self._text(str(element.text_content()), look)
        elif name == "table":
            self._flush()
            self._table(element, depth)
        elif name in _BLOCKS:
            self._flush()
            self.label = self._list_label(element) or self.label
            self._inside(element, _look_of(element, look), depth)
            self._flush()
        else:
            self._inline(element, _look_of(element, look), depth)

    def _inline(self, element: html.HtmlElement, look: _Look, depth: int) -> None:
        if element.tag in ("sup", "a") and (mark := _note_mark(element, look)):
            self.pieces.append((mark, look))
        else:
            self._inside(element, look, depth)

    def _inside(self, element: html.HtmlElement, look: _Look, depth: int) -> None:
        self._text(element.text, look)
        for child in element:
            self._element(child, look, depth + 1)
            self._text(child.tail, look)

    def _text(self, text: str | None, look: _Look) -> None:
        if not text:
            return
        if not self.first and text.strip():
            self.first = self.line + text.count("\n", 0, len(text) - len(text.lstrip()))
        self.line += text.count("\n")
        text = text.replace("\r", " ").replace(_END_OF_LINE, " ")
        kept = text.replace("\n", f"{_END_OF_LINE}\n" if look.kept_spaces else _END_OF_LINE)
        self.pieces.append((kept.upper() if look.upper else kept, look))

    def _flush(self) -> None:
        """End the block: its text as lines, one for each `<br>`."""
        pieces, self.pieces = self.pieces, []
        shown = [look for text, look in pieces if text.strip()]
        if not shown:
            return
        text = f"{self.label} " + "".join(text for text, _ in pieces).lstrip()
        self.label = ""
        look = _Look(
            all(look.bold for look in shown),
            all(look.italic for look in shown),
            all(look.centred for look in shown),
        )
        number, self.first = self.first, 0
        gap: Gap = "hard"
        for printed in text.split("\n"):
            if line := _line(printed, number, look):
                self.parts.append(replace(line, gap=gap))
                gap = "none"
            number += printed.count(_END_OF_LINE)

    def _list_label(self, element: html.HtmlElement) -> str:
        """What a browser shows before a list item: `2.`, `b.`, or a bullet."""
        parent = element.getparent()
        if element.tag != "li" or parent is None or parent.tag not in ("ol", "ul"):
            return ""
        if parent.tag == "ul":
            return "-"
        following = self.counts[parent] + 1 if parent in self.counts else _int(parent.get("start"), 1)
        number = self.counts[parent] = _int(element.get("value"), following, _LAST_NUMBER)
        return numeral(number, _LIST_FORMS.get(parent.get("type", "1"), "decimal")) + "."

    def _table(self, element: html.HtmlElement, depth: int) -> None:
        framed: list[Part] = []
        grid = _grid(element, depth, framed)
        layout = layout_lines(grid)
        if layout is not None:
            self.parts += layout
        elif _frames_page(grid):
            self.parts += framed
        elif grid.cells:
            self.parts.append(grid)


def _line(printed: str, number: int, look: _Look) -> Line | None:
    """The printed line that begins on that line of the file; None where it shows nothing."""
    text = clean(printed)
    if not text:
        return None
    numbers: list[int] = []
    if _END_OF_LINE in printed:
        parts = enumerate(printed.split(_END_OF_LINE), number)
        numbers = [at for at, part in parts for _ in clean(part).split()]
    return Line(
        text,
        number=numbers[0] if numbers else number,
        bold=look.bold,
        italic=look.italic,
        centred=look.centred,
        numbers=tuple(numbers) if numbers and numbers[0] != numbers[-1] else (),
        printed=as_printed(printed, text),
    )


def _look_of(element: html.HtmlElement, look: _Look) -> _Look:
    """The look inside an element that stands where `look` holds."""
    name, style = element.tag, element.get("style", "")
    heading = name in ("h1", "h2", "h3", "h4", "h5", "h6")
    align = element.get("align", "").lower()
    aligned = bool(align) or "text-align" in style
    return replace(
        look,
        bold=(look.bold or heading or name in ("b", "strong", "th") or bool(_BOLD.search(style)))
        and not _LIGHT.search(style),
        italic=look.italic or name in ("i", "em") or bool(_ITALIC.search(style)),
        centred=align == "center"
        or bool(_CENTRED.search(style))
        or name == "center"
        or (look.centred and not aligned),
        upper=look.upper or bool(_UPPER.search(style)),
        kept_spaces=look.kept_spaces or name == "pre" or bool(_PRE.search(style)),
    )


def _note_mark(element: html.HtmlElement, look: _Look) -> str:
    """The raised footnote mark that a `<sup>` or a link to a footnote is; empty where it is none."""
    mark = _NOTE_MARK.fullmatch(str(element.text_content()))
    linked = element.tag == "sup" or bool(_NOTE_LINK.search(element.get("href", "")))
    return raised(mark[1]) if mark and linked else ""


def _grid(element: html.HtmlElement, depth: int, parts: list[Part]) -> Grid:
    """The cells of a table where they stand, with the lines in them; what they hold is also added to `parts`, for a
    table that is none."""
    cells: list[GridCell] = []
    taken: dict[int, int] = {}  # column -> first row that is free again below a merged cell
    head_rows = 0
    for row, row_element in enumerate(_rows(element)):
        column = 0
        row_cells = [cell for cell in row_element if cell.tag in ("td", "th")]
        for cell in row_cells:
            while taken.get(column, 0) > row:
                column += 1
            rows = _int(cell.get("rowspan"), 1)
            columns = min(_int(cell.get("colspan"), 1), max(1, _MOST_COLUMNS - column))
            for at in range(column, min(column + columns, _MOST_COLUMNS)):
                taken[at] = row + rows
            inside = _cell_parts(cell, depth)
            parts += inside
            cells.append(GridCell(row, column, tuple(_lines(inside)), rows, columns))
            column += columns
        in_head = row_element.getparent() is not None and row_element.getparent().tag == "thead"
        all_heads = bool(row_cells) and all(cell.tag == "th" for cell in row_cells)
        head_rows += row == head_rows and (in_head or all_heads)
    return Grid(tuple(cells), head_rows or None)


def _rows(table: html.HtmlElement) -> Iterable[html.HtmlElement]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if row.tag == "tr")


def _cell_parts(cell: html.HtmlElement, depth: int) -> list[Part]:
    reader = _PageReader(line=cell.sourceline or 1)
    reader._inside(cell, _look_of(cell, _Look()), depth + 3)
    reader._flush()
    return reader.parts


_FRAME_ROWS = 3
_FRAMED_LINES = 15


def _frames_page(grid: Grid) -> bool:
    """Whether a table holds the page together instead of facts: few rows, and one cell with most of a document."""
    rows = 1 + max((cell.row for cell in grid.cells), default=0)
    return rows <= _FRAME_ROWS and any(len(cell.lines) > _FRAMED_LINES for cell in grid.cells)


def _int(text: str | None, default: int, most: int = 1000) -> int:
    text = (text or "").strip()
    return max(1, min(int(text), most)) if text.isascii() and text.isdigit() and len(text) < 9 else default
