"""The sources of the sample documents: plain text with a few signs, so that every change of a sample can be reviewed.

A source (`source/NAME.vanban`) starts with `key: value` lines; after the first blank line each line is a paragraph:

    ^ text          centred bold (titles)             /  text      italic (căn cứ)
    ~ text          centred italic                    !  text      bold (headings)
    [^1] text       footnote 1, whose mark stands as `[^1]` in the paragraph before it
    [page]          page break
    [letterhead] .. [end]   rows `left || right`      [closing] .. [end]      recipients, `||`, signature
    [addressees] .. [end]   the lines of Kính gửi     [table w1 w2 ..] .. [end]   rows `a || b || c`, widths in mm

`-` alone stands for an empty line or cell. Lines that start with `# ` are remarks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

ParagraphKind = Literal["title", "note", "basis", "heading", "body"]
SIGNS: dict[str, ParagraphKind] = {"^ ": "title", "~ ": "note", "/ ": "basis", "! ": "heading"}
FOOTNOTE = re.compile(r"\[\^(\d+)\] (.+)")
OPENING = re.compile(r"\[(letterhead|addressees|closing|table)((?: \d+)*)\]")
MARK = re.compile(r"\[\^(\d+)\]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph (đoạn văn); `text` may hold footnote marks `[^1]`."""

    kind: ParagraphKind
    text: str

    @property
    def pieces(self) -> list[str]:
        """Text and footnote numbers in turn: `["cao", "2", " có bình"]`."""
        return MARK.split(self.text)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of a document (phần đầu): rows of left and right cell."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Addressees:
    """Kính gửi and the addressees, one a line."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Closing:
    """Nơi nhận on the left, the signing block on the right; an empty line stands for the signature."""

    recipients: tuple[str, ...]
    signature: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table (bảng); the first row is its head; `widths` in millimetres."""

    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The next block starts a new page (sang trang)."""


Block = Paragraph | Letterhead | Addressees | Closing | Table | PageBreak


@dataclass(frozen=True, slots=True)
class Sample:
    """One sample document: `form` says what is built of it, `property` is its title as a file property."""

    name: str
    form: str
    property: str
    blocks: tuple[Block, ...]
    footnotes: dict[str, str] = field(default_factory=dict)


def read_sample(path: Path) -> Sample:
    """The sample that a source file describes.

    Raises ValueError where a line cannot be understood.
    """
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("# ")]
    start = lines.index("")
    head = dict(line.split(": ", 1) for line in lines[:start])
    footnotes = {found[1]: found[2] for line in lines if (found := FOOTNOTE.fullmatch(line))}
    rest = [line for line in lines[start:] if line and not FOOTNOTE.fullmatch(line)]
    return Sample(path.stem, head["format"], head["property"], tuple(_blocks(iter(rest))), footnotes)


def _blocks(lines: Iterator[str]) -> Iterator[Block]:
    for line in lines:
        if opening := OPENING.fullmatch(line):
            yield _group(opening[1], opening[2], list(iter(lines.__next__, "[end]")))
        elif line == "[page]":
            yield PageBreak()
        elif line.startswith("["):
            raise ValueError(f"unknown sign: {line}")
        else:
            kind = SIGNS.get(line[:2])
            yield Paragraph(kind, line[2:]) if kind else Paragraph("body", line)


def _group(name: str, widths: str, lines: list[str]) -> Block:
    if name == "addressees":
        return Addressees(tuple(lines))
    if name == "closing":
        parting = lines.index("||")
        return Closing(tuple(lines[:parting]), tuple(_or_empty(line) for line in lines[parting + 1 :]))
    rows = [tuple(_or_empty(cell) for cell in line.split(" || ")) for line in lines]
    if name == "letterhead":
        return Letterhead(tuple((left, right) for left, right in rows))
    return Table(tuple(int(width) for width in widths.split()), tuple(rows))


def _or_empty(text: str) -> str:
    return "" if text == "-" else text
