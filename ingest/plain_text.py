"""Plain text (.txt): as drafted, saved from a web page, or drawn from a PDF, with the damage of each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ingest.composing import compose
from ingest.document import Document
from ingest.encoding import decode, language_warnings
from ingest.furniture import page_label, page_number_lines
from ingest.legacy_fonts import unicode_text
from ingest.limits import refuse_too_long
from ingest.lines import Line, Part, as_printed, clean
from ingest.provenance import source_of
from ingest.text_lines import RawLine, in_one_column, raw_lines
from ingest.text_notes import raise_marks
from ingest.text_tables import stacked_lines, stacked_table_at, table_at
from ingest.wrapping import mark_full

_EMPHASIS = re.compile(r"\*{2,3}|(?<![\w*)])\*(?=[^\W_])|(?<=[\w.,;:)”!?…])\*(?![\w*])")
_MARKDOWN = re.compile(r"^\s*#{1,6}\s+|\\(?=[.\-()*_#])")


def read_plain_text(data: bytes, name: str) -> Document:
    """The document in a text file. Raises `ReadError` for bytes that are no text, and for more than a document has
    (`ingest.limits`)."""
    decoded = decode(data, name)
    text, converted = unicode_text(decoded.text)
    refuse_too_long(name, characters=len(text), lines=_line_ends(text))
    warnings = (*decoded.warnings, *converted, *language_warnings(text))
    pages = text.rstrip("\f\r\n ").count("\f") + 1 if "\f" in text else None
    return compose(
        parts_of(text), source_of(name, data, "text/plain", "text", pages=pages, warnings=warnings)
    )


def _line_ends(text: str) -> int:
    return max(text.count("\n"), text.count("\r")) + sum(map(text.count, "\f\v\x85\u2028\u2029"))


def parts_of(text: str) -> list[Part]:
    """The lines and tables of a plain text, page furniture left out."""
    lines = raw_lines(text)
    raw = _without_page_numbers(in_one_column(raise_marks(lines, stacked_lines(lines))))
    indents = _usual_indents(raw)
    parts: list[Part] = []
    run: list[Line] = []
    at = 0
    while at < len(raw):
        table = table_at(raw, at) or stacked_table_at(raw, at)
        if table is not None:
            parts += [*mark_full(run), *table[0]]
            run, at = [], table[1]
            continue
        line = _line(raw[at], indents)
        if line.text:
            run.append(line)
        at += 1
    return [*parts, *mark_full(run)]


def _line(raw: RawLine, indents: dict[int | None, int]) -> Line:
    text = clean(_EMPHASIS.sub("", _MARKDOWN.sub("", raw.text)).strip("| \t"))
    indented = _indent(raw.text) > indents.get(raw.page, 0)
    return Line(
        text, raw.page, raw.number, gap=raw.gap, indented=indented, printed=as_printed(raw.text, text)
    )


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" \t\xa0"))


def _usual_indents(lines: Sequence[RawLine]) -> dict[int | None, int]:
    """How far most lines of each page are set in."""
    counts: dict[int | None, Counter[int]] = {}
    for line in lines:
        counts.setdefault(line.page, Counter())[_indent(line.text)] += 1
    return {page: count.most_common(1)[0][0] for page, count in counts.items()}


def _without_page_numbers(lines: Sequence[RawLine]) -> list[RawLine]:
    """The lines without page numbers: the first or last line of a page where the file has pages, else where lone
    numbers count up. The line after one stands after a page break."""
    texts = [line.text.strip() for line in lines]
    dropped = page_number_lines(texts)
    for at, line in enumerate(lines):
        tops = line.gap == "page" or at == 0
        ends = at + 1 == len(lines) or lines[at + 1].gap == "page"
        if line.page is not None and (tops or ends) and page_label(texts[at]) is not None:
            dropped.add(at)
    return [
        replace(line, gap="page") if at - 1 in dropped and line.gap != "rule" else line
        for at, line in enumerate(lines)
        if at not in dropped
    ]
