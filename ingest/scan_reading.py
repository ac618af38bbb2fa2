"""One page read: turned upright and level, its rules and footnote marks taken out, then its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.pdf_tables import RuledTable
from ingest.scan_cells import with_cells_read_again
from ingest.scan_columns import read_by_column
from ingest.scan_image import PageImage, levelled, painted_over, upright
from ingest.scan_notes import Mark, marks_on, may_have_notes, separator
from ingest.scan_rules import Rule, rules_of, tables_of
from ingest.tesseract import Recognised, quarter_turns, recognise

_ANY_PAGE = 4  # Tesseract's page segmentation mode: lines of any size; it reads narrow columns of tables, too
_DOUBTFUL = 0.75  # below that a page may lie on its side
_FEW_WORDS = 8
_LITTLE_SKEW = 0.6  # degrees
_LONG_WORD = 4  # letters; it is wider than high


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the picture as it was turned to be read, its tables, words, and footnote marks; `notes_from`: how
    far down the picture the rule over its footnotes is, None where it has none."""

    picture: PageImage
    tables: tuple[RuledTable, ...]
    words: tuple[Recognised, ...]
    marks: tuple[Mark, ...] = ()
    notes_from: int | None = None


def reading_of(picture: PageImage) -> Reading:
    """A page with dark print on light paper, read the right way up. Raises `PageFailed`."""
    found = _read(picture)
    if _doubtful(found.words) and (turn := quarter_turns(picture.grey, picture.dpi)):
        again = _read(upright(picture, turn))
        return max(found, again, key=lambda one: _sureness(one.words))
    return found


def _read(picture: PageImage) -> Reading:
    """The page as it lies. Turning a picture smears its pixels, and Tesseract reads lines that are a little askew: such
    a page is read as it is, and its words are levelled afterwards."""
    level = levelled(picture)
    rules, alone = rules_of(level)
    if rules:
        level = painted_over(level, rules)
    elif abs(level.skew) < _LITTLE_SKEW and not may_have_notes(level, alone):
        level = replace(picture, slant=level.skew)
    tables = tuple(tables_of(level, rules)) if rules else ()
    words = recognise(level.grey, level.dpi, _ANY_PAGE)
    reading = _with_notes(Reading(level, tables, tuple(words)), alone)
    by_column = read_by_column(reading.picture, reading.words)
    return replace(reading, words=tuple(with_cells_read_again(reading.picture, tables, by_column)))


def _with_notes(reading: Reading, rules: Sequence[Rule]) -> Reading:
    """The page read again without its footnote marks, if it has footnotes."""
    page = reading.picture
    notes_from = separator(page, rules, reading.words)
    if notes_from is None:
        return reading
    marks = marks_on(page, reading.words, notes_from)
    if marks:
        page = painted_over(page, marks)
        reading = replace(reading, picture=page, words=tuple(recognise(page.grey, page.dpi, _ANY_PAGE)))
    return replace(reading, marks=tuple(marks), notes_from=notes_from)


def _doubtful(words: Sequence[Recognised]) -> bool:
    """Whether the page may stand on its head or lie on its side: Tesseract reads words from bottom to top, too, but
    puts them in no order."""
    if len(words) < _FEW_WORDS or _confidence(words) < _DOUBTFUL:
        return True
    standing = [
        word.bottom - word.top > word.right - word.left for word in words if len(word.text) >= _LONG_WORD
    ]
    return sum(standing) > len(standing) / 2


def _sureness(words: Sequence[Recognised]) -> float:
    """How many letters were read in words that lie, the unsure ones counting little."""
    lying = (word for word in words if word.right - word.left > word.bottom - word.top)
    return sum(len(word.text) * word.confidence**2 for word in lying)


def _confidence(words: Sequence[Recognised]) -> float:
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / max(1, letters)
