"""Full-text search over tasks and documents (tìm kiếm toàn văn), by SQLite's FTS5.

Each row is indexed three times (`corpus.words`): exact, folded, and as compound words; and so is what stands over it
(`over_*`): the headings over a task, the title of a document. A question is put in steps, from the strictest reading
to the loosest, and a row counts at the first step that finds it:

    words     its compound words              `tổ chức hội` is not in `các tổ, chức danh, hội`
    exact     its words, letter by letter     `thuế` is not `thuê`
    typed     a word typed without diacritics may have any: `hội nghi`
    folded    no word has any                 `giam ngheo` finds `giảm nghèo`
    similar   words that nobody wrote, mended to those that somebody did
    some      at least three in five of its words

A question with diacritics that a step can answer is not put to the steps that read it without. Within a step the order
is bm25, raised where words that stand together in the question stand together in the text; then the newer document;
then the order of adding.

Everything that knows FTS5 is in this module, behind `put`, `remove`, `find_tasks` and `find_documents`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from sqlalchemy import Connection, bindparam, text

from corpus.models import storable
from corpus.words import Question, Unit, Word, compound, exact, folded

Table = Literal["task_words", "document_words"]
Match = Literal["words", "exact", "typed", "folded", "similar", "some"]

# Rows that a step looks at more closely: more than anyone reads, and a document is long.
_CANDIDATES = {"task_words": 200, "document_words": 50}
_ENOUGH = 3  # with fewer answers than this the looser steps are tried as well
_MOST_OF = 0.6
_WORTH = 0.35  # of the best answer's score; what the looser steps find below that is no answer beside it
_LONG = 6  # letters; in Vietnamese most shorter words are one letter away from several others
_WEIGHTS = "1.0, 1.0, 1.5, 0.4, 0.4, 0.6"  # exact, folded, words, and the same of what stands over it
_COLUMNS = "exact, folded, words, over_exact, over_folded, over_words"
_OF_TASK = "JOIN tasks AS t ON t.id = w.rowid JOIN documents AS d ON d.id = t.document_id"
_OF_DOCUMENT = "JOIN documents AS d ON d.id = w.rowid"


@dataclass(frozen=True, slots=True)
class Hit:
    """A row that answers: its id, the step that found it, and how well within that step (more is better)."""

    id: int
    match: Match
    score: float


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the index: the columns in their order."""

    columns: tuple[str, str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class _Row:
    id: int
    score: float
    folded: str
    over: str


def entry(said: str, over: str) -> Entry:
    """The row for the words `said` and those that stand `over` them. Slow (compound words): do it before writing."""
    said, over = storable(said), storable(over)
    return Entry((exact(said), folded(said), compound(said), exact(over), folded(over), compound(over)))


def put(connection: Connection, table: Table, entries: Iterable[tuple[int, Entry]]) -> None:
    """Index rows by the ids of their tasks or documents."""
    names = _COLUMNS.split(", ")
    rows = [{"id": id_, **dict(zip(names, entry.columns, strict=True))} for id_, entry in entries]
    values = ", ".join(f":{name}" for name in names)
    if rows:
        connection.execute(text(f"INSERT INTO {table} (rowid, {_COLUMNS}) VALUES (:id, {values})"), rows)


def remove(connection: Connection, table: Table, ids: Sequence[int]) -> None:
    """Take rows out of the index."""
    gone = text(f"DELETE FROM {table} WHERE rowid IN :ids").bindparams(bindparam("ids", expanding=True))
    connection.execute(gone, {"ids": list(ids)})


def find_tasks(connection: Connection, question: Question, limit: int) -> list[Hit]:
    """The tasks that answer the question best, at most `limit`."""
    return _find(connection, "task_words", question, limit)


def find_documents(connection: Connection, question: Question, limit: int) -> list[Hit]:
    """The documents that answer the question best, at most `limit`."""
    return _find(connection, "document_words", question, limit)


def _find(connection: Connection, table: Table, question: Question, limit: int) -> list[Hit]:
    if not question.units or limit < 1:
        return []
    hits: dict[int, Hit] = {}
    for match, expression in _strict_steps(question):
        if match in ("exact", "words") or not (hits and question.marked):
            _collect(hits, match, _ranked(_rows(connection, table, expression), question))
    if len(hits) < (limit if question.marked else _ENOUGH):
        vocabulary = _Vocabulary(connection, table)
        choices = [
            vocabulary.readings(unit, alone=len(question.words) == 1) for unit in vocabulary.split(question)
        ]
        best = max((hit.score for hit in hits.values()), default=0.0)
        for match, expression in _loose_steps(question, choices):
            shares = [(row, _share(row, choices)) for row in _rows(connection, table, expression)]
            rows = [replace(row, score=row.score * share) for row, share in shares if share >= _MOST_OF]
            rows = _ranked(rows, question)
            best = best or max((row.score for row in rows), default=0.0)
            _collect(hits, match, (row for row in rows if row.score >= _WORTH * best))
    return list(hits.values())[:limit]


def _strict_steps(question: Question) -> list[tuple[Match, str]]:
    words = question.words
    steps: list[tuple[Match, str]] = [
        ("exact", _all(_exactly(unit) for unit in question.units)),
        ("typed", _all(_exactly((word,)) if word.marked else _roughly((word,)) for word in words)),
        ("folded", _all(_roughly(unit) for unit in question.units)),
    ]
    if any(len(unit) > 1 for unit in question.units):
        steps.insert(0, ("words", _all(_as_word(unit) for unit in question.units)))
    return steps


def _loose_steps(question: Question, choices: list[list[Reading]]) -> list[tuple[Match, str]]:
    """The steps for a question that was misspelt, or whose words do not all stand in one place. `choices` are the
    readings of each unit."""
    read = [_any(reading.expression for reading in choice) for choice in choices if choice]
    steps: list[tuple[Match, str]] = []
    if read and any(reading.mended for choice in choices for reading in choice):
        steps.append(("similar", _all(read)))
    if len(read) > 1:
        steps.append(("some", _any(read)))
    return steps


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a unit of the question: the expression that finds it, and its words without diacritics."""

    expression: str
    folded: str
    mended: bool = False


@dataclass(slots=True)
class _Vocabulary:
    """The words that the corpus knows."""

    connection: Connection
    table: Table

    def split(self, question: Question) -> list[Unit]:
        """The units of the question, those that nobody wrote taken apart into their words."""
        return [
            part
            for unit in question.units
            for part in ([unit] if self._knows("words", _joined(unit)) else [(word,) for word in unit])
        ]

    def readings(self, unit: Unit, *, alone: bool) -> list[Reading]:
        """As typed where somebody wrote it so; else without diacritics; else what is spelt most like it. A short word
        that stands `alone` is like too many others to be mended."""
        if len(unit) > 1:
            return [Reading(_as_word(unit), " ".join(word.folded for word in unit))]
        (word,) = unit
        if word.marked and self._knows("exact", word.typed):
            return [Reading(_exactly(unit), word.folded)]
        if self._knows("folded", word.folded):
            return [Reading(_roughly(unit), word.folded)]
        if alone and len(word.folded) < _LONG:
            return []
        return [Reading(_roughly((Word(one, one),)), one, mended=True) for one in self._like(word.folded)]

    def _knows(self, column: str, term: str) -> bool:
        query = text(f"SELECT 1 FROM {self.table}_vocabulary WHERE term = :term AND col = :column LIMIT 1")
        return self.connection.scalar(query, {"term": term, "column": column}) is not None

    def _like(self, word: str) -> list[str]:
        """The few known words that are spelt most like `word`, the frequent ones first."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        query = text(f"SELECT term FROM {self.table}_vocabulary WHERE col = 'folded' ORDER BY doc DESC, term")
        terms = list(self.connection.scalars(query))
        slips = 1 if len(word) < _LONG else 2
        near = process.extract(word, terms, scorer=OSA.distance, score_cutoff=slips, limit=3)
        return [term for term, _, _ in near]


def _rows(connection: Connection, table: Table, expression: str) -> list[_Row]:
    joined = _OF_TASK if table == "task_words" else _OF_DOCUMENT
    query = text(
        f"SELECT w.rowid, -bm25({table}, {_WEIGHTS}) AS score, w.folded, w.over_folded FROM {table} AS w {joined} "
        f"WHERE {table} MATCH :expression ORDER BY score DESC, d.date DESC, w.rowid LIMIT {_CANDIDATES[table]}"
    )
    return [_Row(*row) for row in connection.execute(query, {"expression": expression})]


def _ranked(rows: list[_Row], question: Question) -> list[_Row]:
    """Best first; rows that tie keep the order in which the database gave them."""
    scored = [(row.score * (1 + _closeness(row, question.words)), row) for row in rows]
    scored.sort(key=lambda pair: -pair[0])
    return [replace(row, score=score) for score, row in scored]


def _closeness(row: _Row, words: Sequence[Word]) -> float:
    """The share (0 to 1) of the question's neighbours that are neighbours in the row as well."""
    pairs = [f" {one.folded} {other.folded} " for one, other in pairwise(words)]
    said = f" {row.folded} "
    return sum(pair in said for pair in pairs) / len(pairs) if pairs else 0.0


def _share(row: _Row, choices: list[list[Reading]]) -> float:
    """The share (0 to 1) of the question's units that the row has, headings over it counted."""
    said = f" {row.folded} {row.over} "
    return sum(any(f" {one.folded} " in said for one in choice) for choice in choices) / len(choices)


def _collect(hits: dict[int, Hit], match: Match, rows: Iterable[_Row]) -> None:
    for row in rows:
        hits.setdefault(row.id, Hit(row.id, match, row.score))


def _exactly(unit: Unit) -> str:
    return _phrase("exact", " ".join(word.typed for word in unit))


def _roughly(unit: Unit) -> str:
    return _phrase("folded", " ".join(word.folded for word in unit))


def _as_word(unit: Unit) -> str:
    return _phrase("words", _joined(unit))


def _joined(unit: Unit) -> str:
    return "_".join(word.typed for word in unit)


def _phrase(column: Literal["exact", "folded", "words"], said: str) -> str:
    """Words in one kind of column. `said` holds letters, digits, `_` and blanks only, so the quotes hold it."""
    return f'{{{column} over_{column}}} : "{said}"'


def _all(parts: Iterable[str]) -> str:
    return " AND ".join(f"({part})" for part in parts)


def _any(parts: Iterable[str]) -> str:
    return " OR ".join(f"({part})" for part in parts)
