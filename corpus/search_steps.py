"""A question as FTS5 expressions, from the strictest reading to the loosest; `corpus.search` says what each is for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, text

from corpus.words import Question, Unit, Word

Table = Literal["task_words", "document_words"]
Match = Literal["words", "exact", "typed", "folded", "similar", "some"]
Column = Literal["exact", "folded", "words"]

# Letters: in Vietnamese most shorter words are one letter away from several others. Among other words that the corpus
# knows a word may be mended from four letters on, alone it must be long.
_MENDABLE = 4
_LONG = 6


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a unit of the question: the expression that finds it, and its words without diacritics."""

    expression: str
    folded: str
    mended: bool = False


def strict_steps(question: Question) -> list[tuple[Match, str]]:
    """The steps that ask for every word."""
    words = question.words
    steps: list[tuple[Match, str]] = [
        ("exact", _all(_exactly(unit) for unit in question.units)),
        ("typed", _all(_exactly((word,)) if word.marked else _roughly((word,)) for word in words)),
        ("folded", _all(_roughly(unit) for unit in question.units)),
    ]
    if any(len(unit) > 1 for unit in question.units):
        steps.insert(0, ("words", _all(_as_word(unit) for unit in question.units)))
    return steps


def loose_steps(choices: list[list[Reading]]) -> list[tuple[Match, str]]:
    """The steps for a question that was misspelt, or whose words do not all stand in one place; `choices` are the
    readings of each unit."""
    read = [_any(reading.expression for reading in choice) for choice in choices if choice]
    steps: list[tuple[Match, str]] = []
    if read and any(reading.mended for choice in choices for reading in choice):
        steps.append(("similar", _all(read)))
    if len(read) > 1:
        steps.append(("some", _any(read)))
    return steps


def readings(connection: Connection, table: Table, question: Question) -> list[list[Reading]]:
    """How each unit may be read, after what the corpus knows: as typed where somebody wrote it so; else without
    diacritics; else what is spelt most like it. A short word alone is like too many others to be mended."""
    vocabulary = _Vocabulary(connection, table)
    alone = len(question.words) == 1
    return [
        vocabulary.compound(part) if len(part) > 1 else vocabulary.word(part[0], mend=not alone)
        for unit in question.units
        for part in ([unit] if vocabulary.knows("words", _joined(unit)) else [(word,) for word in unit])
    ]


@dataclass(slots=True)
class _Vocabulary:
    """The words that the corpus knows."""

    connection: Connection
    table: Table

    def knows(self, column: Column, term: str) -> bool:
        query = text(f"SELECT 1 FROM {self.table}_vocabulary WHERE term = :term AND col = :column LIMIT 1")
        return self.connection.scalar(query, {"term": term, "column": column}) is not None

    def compound(self, unit: Unit) -> list[Reading]:
        return [Reading(_as_word(unit), " ".join(word.folded for word in unit))]

    def word(self, word: Word, *, mend: bool) -> list[Reading]:
        if word.marked and self.knows("exact", word.typed):
            return [Reading(_exactly((word,)), word.folded)]
        if self.knows("folded", word.folded):
            return [Reading(_roughly((word,)), word.folded)]
        if not word.folded.isalpha() or len(word.folded) < (_MENDABLE if mend else _LONG):
            return []
        return [Reading(_phrase("folded", like), like, mended=True) for like in self._like(word.folded)]

    def _like(self, word: str) -> list[str]:
        """The few known words that are spelt most like `word`, the frequent ones first."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        query = text(f"SELECT term FROM {self.table}_vocabulary WHERE col = 'folded' ORDER BY doc DESC, term")
        terms = list(self.connection.scalars(query))
        slips = 1 if len(word) < _LONG else 2
        near = process.extract(word, terms, scorer=OSA.distance, score_cutoff=slips, limit=3)
        return [term for term, _, _ in near]


def _exactly(unit: Unit) -> str:
    return _phrase("exact", " ".join(word.typed for word in unit))


def _roughly(unit: Unit) -> str:
    return _phrase("folded", " ".join(word.folded for word in unit))


def _as_word(unit: Unit) -> str:
    return _phrase("words", _joined(unit))


def _joined(unit: Unit) -> str:
    return "_".join(word.typed for word in unit)


def _phrase(column: Column, said: str) -> str:
    """Words in one kind of column. `said` holds letters, digits, `_` and blanks only, so the quotes hold it."""
    return f'{{{column} over_{column}}} : "{said}"'


def _all(parts: Iterable[str]) -> str:
    return " AND ".join(f"({part})" for part in parts)


def _any(parts: Iterable[str]) -> str:
    return " OR ".join(f"({part})" for part in parts)
