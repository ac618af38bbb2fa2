"""The last stage of reading: paragraphs, tables and footnotes become one text with blocks and places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import compress, pairwise
from typing import TypeVar

from ingest.document import Block, BlockKind, Cell, Document, Place, Source
from ingest.footnotes import marks_in, take_out
from ingest.furniture import without_furniture
from ingest.grids import merged
from ingest.lines import Grid, GridCell, Line, Paragraph, Part, Piece, glue
from ingest.lost_blanks import with_blanks
from ingest.paragraphs import paragraphs_of
from ingest.unfolding import unfolded
from ingest.zones import zones_of

_WORD = re.compile(r"\S+")


def compose(parts: Sequence[Part], source: Source) -> Document:
    """The document that the lines and tables of a source make. Never fails; linear in the text."""
    kept, notes = take_out(merged(without_furniture(unfolded(with_blanks(parts)))))
    pieces = _with_notes(paragraphs_of(kept, zones_of(kept)), notes)
    text = _Text()
    for piece in pieces:
        text.add(piece)
    return Document("".join(text.parts), tuple(text.blocks), source, tuple(text.places))


def _with_notes(pieces: Iterable[tuple[int, Piece]], notes: Sequence[tuple[int, Paragraph]]) -> list[Piece]:
    """Each footnote after the piece in which, or after which, it stood."""
    waiting = list(reversed(notes))
    result: list[Piece] = []
    for first, piece in pieces:
        while waiting and waiting[-1][0] <= first:
            result.append(waiting.pop()[1])
        result.append(piece)
    result.extend(note for _, note in reversed(waiting))
    return result


@dataclass(slots=True)
class _Text:
    """The text as it grows. `marks` holds the footnote marks that no footnote has answered yet."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    marks: dict[str, int] = field(default_factory=dict)

    def add(self, piece: Piece) -> None:
        if self.blocks:
            self._write("\n")
        if isinstance(piece, Grid):
            self._table(piece)
        else:
            self._paragraph(piece)

    def _write(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def _paragraph(self, piece: Paragraph) -> None:
        start = self.length
        self._lines(piece.lines)
        block = _block(piece.kind, start, self.length, piece.lines)
        if piece.mark is not None:
            block = replace(block, mark=piece.mark, anchor=self.marks.pop(piece.mark, None))
        self.blocks.append(block)

    def _lines(self, lines: Sequence[Line]) -> None:
        for at, line in enumerate(lines):
            if at:
                self._write(glue(lines[at - 1].text, line.text))
            self._line(line)

    def _line(self, line: Line) -> None:
        """Write a line without its footnote marks, remembering where they stood."""
        start, done, marks = self.length, 0, marks_in(line.text)
        for first, last, mark in marks:
            self._write(line.text[done:first])
            self.marks[mark] = self.length
            done = last
        self._write(line.text[done:])
        if self.length > start:
            kept = _words_kept(line.text, marks) if marks and (line.words or line.numbers) else None
            self.places += _places(line, start, "".join(self.parts[-1 - len(marks) :]), kept)

    def _table(self, grid: Grid) -> None:
        start, row = self.length, 0
        cells: list[Cell] = []
        lines: list[Line] = []
        for cell in grid.cells:
            if cell.row > row:
                self._write("\n")
                row = cell.row
            elif cells:
                self._write("\t")
            at = self.length
            self._cell(cell)
            lines += cell.lines
            cells.append(Cell(cell.row, cell.column, at, self.length, cell.row_span, cell.column_span))
        block = _block("table", start, self.length, lines)
        self.blocks.append(replace(block, cells=tuple(cells), head_rows=grid.head_rows or 0))

    def _cell(self, cell: GridCell) -> None:
        """A cell is one line of text: its paragraphs, too, are joined by spaces."""
        self._lines(cell.lines)


def _words_kept(text: str, marks: Sequence[tuple[int, int, str]]) -> list[bool]:
    """For each word of a line whether anything of it stays when the marks are taken out."""
    return [
        not any(first <= word.start() and word.end() <= last for first, last, _ in marks)
        for word in _WORD.finditer(text)
    ]


def _places(line: Line, start: int, text: str, kept: Sequence[bool] | None) -> list[Place]:
    """The places of a line that was written from `start` on as `text`: one, or one for each line of the file."""
    words = _of_text(line.words, text, kept)
    place = Place(start, start + len(text), line.page, line.number, line.box, words, line.slant, line.printed)
    numbers = _of_text(line.numbers, text, kept)
    if not numbers:
        return [place]
    spans = [word.span() for word in _WORD.finditer(text)]
    firsts = [at for at in range(len(spans)) if at == 0 or numbers[at] != numbers[at - 1]]
    return [
        replace(place, start=start + spans[first][0], end=start + spans[after - 1][1], line=numbers[first])
        for first, after in pairwise([*firsts, len(spans)])
    ]


_Fact = TypeVar("_Fact")


def _of_text(facts: Sequence[_Fact], text: str, kept: Sequence[bool] | None) -> Sequence[_Fact]:
    """What is known of each word of a line, for the words that were written; empty where that cannot be told."""
    if kept is not None and len(kept) == len(facts):
        facts = tuple(compress(facts, kept))
    return facts if facts and len(facts) == len(text.split()) else ()


def _block(kind: BlockKind, start: int, end: int, lines: Sequence[Line]) -> Block:
    return Block(
        kind,
        start,
        end,
        page=next((line.page for line in lines), None),
        bold=bool(lines) and all(line.bold for line in lines),
        italic=bool(lines) and all(line.italic for line in lines),
        centred=bool(lines) and all(line.centred for line in lines),
        confidence=_confidence(lines),
    )


def _confidence(lines: Sequence[Line]) -> float | None:
    """How sure the recognition of the lines was, by the letter."""
    told = [(line.confidence, len(line.text)) for line in lines if line.confidence is not None]
    letters = sum(length for _, length in told)
    return round(sum(sure * length for sure, length in told) / letters, 3) if letters else None
