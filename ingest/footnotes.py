"""Footnotes (chú thích chân trang): taken out of the sentences they interrupt, and tied to where their mark stood.

Readers write a footnote mark as superscript digits, in the running text (`cách mạng¹;`) and at the start of the
footnote itself (`¹ Cuối năm 2018 ...`). Superscripts of units (`m²`) are no marks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from unicodedata import is_normalized

from ingest.lines import Line, Paragraph, Part, without_start
from ingest.paragraphs import goes_on
from ingest.wording import finished, starts_lower

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_DIGITS = str.maketrans(SUPERSCRIPTS, "0123456789")
_RAISED = str.maketrans("0123456789", SUPERSCRIPTS)
_BODY = re.compile(rf"[(\[]?([{SUPERSCRIPTS}]{{1,3}})[)\]]?\s*(?=[^\s{SUPERSCRIPTS}])")
_MARK = re.compile(rf"(?<=\S) ?[{SUPERSCRIPTS}]{{1,3}}")
_UNIT = re.compile(r"(?:^|[\s\d(/])(?:[kcdhm]?m|ha|10|R|CO|X|x)$")
_LONGEST_UNIT = 4


def raised(mark: str) -> str:
    """A footnote number as superscript digits.

    >>> raised("12")
    '¹²'
    """
    return mark.translate(_RAISED)


def marks_in(text: str) -> list[tuple[int, int, str]]:
    """The footnote marks of a text: start, end, and the mark in plain digits.

    >>> marks_in("người có công cách mạng¹; 25 m² đất; HĐND⁸ tỉnh")
    [(23, 24, '1'), (41, 42, '8')]
    """
    return [
        (match.start(), match.end(), match[0].strip().translate(_DIGITS))
        for match in _MARK.finditer(text)
        if not _UNIT.search(text[max(0, match.start() - _LONGEST_UNIT) : match.start()])
        and is_normalized("NFC", text[match.start() - 1] + text[match.end() : match.end() + 1])
    ]


def take_out(parts: Sequence[Part]) -> tuple[list[Part], list[tuple[int, Paragraph]]]:
    """The parts without footnotes, and the footnotes, each with the number of parts that stand before it.

    Where a footnote stood, the parts around it are as on both sides of a page break.
    """
    kept: list[Part] = []
    notes: list[tuple[int, Paragraph]] = []
    open_note: list[Line] = []
    for part in parts:
        if isinstance(part, Line) and _BODY.match(part.text):
            _close(open_note, kept, notes)
            open_note = [part]
        elif isinstance(part, Line) and open_note and _belongs(open_note, part, kept):
            open_note.append(part)
        else:
            after_note = bool(open_note)
            _close(open_note, kept, notes)
            open_note = []
            kept.append(_over_break(part) if after_note else part)
    _close(open_note, kept, notes)
    return kept, notes


def _belongs(note: Sequence[Line], line: Line, kept: Sequence[Part]) -> bool:
    """Whether a line goes on with the open footnote rather than with the paragraph that the footnote cut."""
    if line.note or note[-1].note:
        return line.note
    if line.gap not in ("none", "blank") or not goes_on(note, line):
        return False
    cut = kept[-1] if kept else None
    cut_unfinished = isinstance(cut, Line) and not finished(cut.text)
    return line.gap == "none" or not (cut_unfinished and starts_lower(line.text))


def _over_break(part: Part) -> Part:
    if isinstance(part, Line) and part.gap in ("none", "blank"):
        return replace(part, gap="page")
    return part


def _close(lines: Sequence[Line], kept: Sequence[Part], notes: list[tuple[int, Paragraph]]) -> None:
    if not lines:
        return
    head = _BODY.match(lines[0].text)
    if head is None:  # not reached: a footnote is opened by its mark
        return
    first = without_start(lines[0], head.end())
    notes.append((len(kept), Paragraph("footnote", (first, *lines[1:]), head[1].translate(_DIGITS))))
