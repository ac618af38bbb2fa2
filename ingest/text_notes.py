"""Footnote marks that a text file has lost the height of: `sửa chữa3; hoàn thành` and, pages later, `3 Các đơn vị ...`.

A digit glued to a word is a mark only where a line further down starts with the same number and no punctuation (or
is that number alone, with the footnote on the next line); both are then written as superscripts, as the stages after
this one know them. Portals save marks in brackets (`sửa chữa[3]`) and the footnotes behind the text (`[3] Các đơn vị`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.footnotes import SUPERSCRIPTS, raised
from ingest.text_lines import RawLine

_BODY = re.compile(r"\s*(\d{1,2})(?:\s+(?=[^\W\d_]{2})|\s*$)")
_MARK = re.compile(r"(?:(?<![\w/.-])([^\W\d_]{2,})|(?<=[”»\")\]]))(\d{1,2})(?=[\s,.;:)”]|$)")
_BRACKETED = re.compile(r"\[(\d{1,3})\]")
_NO_MARK_AFTER = frozenset(
    {"co", "so", "no", "pm", "km", "dm", "cm", "mm", "ha", "qh", "covid", "iso", "kv", "mức", "loại"}
)
_FARTHEST = 150  # lines between a mark and its footnote: two pages of small print


@dataclass(frozen=True, slots=True)
class _Mark:
    line: int
    start: int
    end: int
    number: str


def raise_marks(lines: Sequence[RawLine], cells: frozenset[int] = frozenset()) -> list[RawLine]:
    """The lines with lowered footnote marks, and the numbers of their footnotes, raised. A line whose index is in
    `cells` is a cell of a table: a number there opens a row and no footnote."""
    lines = _without_brackets(lines)
    bodies = [
        (at, match) for at, line in enumerate(lines) if at not in cells and (match := _BODY.match(line.text))
    ]
    if not bodies:
        return list(lines)
    waiting: dict[str, list[_Mark]] = {}
    for mark in _marks(lines):
        waiting.setdefault(mark.number, []).append(mark)
    changes: dict[int, list[tuple[int, int]]] = {}
    for at, body in bodies:
        marks = waiting.get(body[1], [])
        near = [mark for mark in marks if at - _FARTHEST < mark.line < at]
        if near:
            marks.remove(near[-1])
            changes.setdefault(near[-1].line, []).append((near[-1].start, near[-1].end))
            changes.setdefault(at, []).append(body.span(1))
    changed = [replace(line, text=_raised(line.text, changes.get(at, []))) for at, line in enumerate(lines)]
    return _with_lone_numbers(changed)


def _without_brackets(lines: Sequence[RawLine]) -> Sequence[RawLine]:
    """The lines with marks in brackets raised, where a later line that starts with the same mark is the footnote."""
    waiting: dict[str, tuple[int, tuple[int, int]]] = {}
    changes: dict[int, list[tuple[int, int]]] = {}
    for at, line in enumerate(lines):
        for mark in _BRACKETED.finditer(line.text):
            if line.text[: mark.start()].strip():
                waiting.setdefault(mark[1], (at, mark.span()))
            elif mark[1] in waiting:
                place, span = waiting.pop(mark[1])
                changes.setdefault(place, []).append(span)
                changes.setdefault(at, []).append(mark.span())
    return [replace(line, text=_raised(line.text, changes.get(at, []))) for at, line in enumerate(lines)]


def _with_lone_numbers(lines: Sequence[RawLine]) -> list[RawLine]:
    """A footnote's number that stands on a line of its own, put in front of the footnote."""
    result: list[RawLine] = []
    lone = ""
    for line in lines:
        text = line.text.strip()
        if text and not text.strip(SUPERSCRIPTS):
            lone = text
            continue
        result.append(replace(line, text=f"{lone} {line.text}") if lone else line)
        lone = ""
    return result


def _marks(lines: Sequence[RawLine]) -> list[_Mark]:
    return [
        _Mark(at, *match.span(2), match[2])
        for at, line in enumerate(lines)
        for match in _MARK.finditer(line.text)
        if (match[1] or "").lower() not in _NO_MARK_AFTER
    ]


def _raised(text: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + raised(text[start:end].strip("[]")) + text[end:]
    return text
