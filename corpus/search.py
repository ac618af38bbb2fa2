"""Full-text search over tasks and documents (tìm kiếm toàn văn), by SQLite's FTS5.

Each row is indexed three times (`corpus.words`): exact, folded, and as compound words; and so is what stands over it
(`over_*`): the headings over a task, the title of a document. A question is put in steps, from the strictest reading
to the loosest (`corpus.search_steps`), and a row counts at the first step that finds it:

    words     its compound words              `tổ chức hội` is not in `các tổ, chức danh, hội`
    exact     its words, letter by letter     `thuế` is not `thuê`
    typed     a word typed without diacritics may have any: `hội nghi`
    folded    no word has any                 `giam ngheo` finds `giảm nghèo`
    similar   words that nobody wrote, mended to those that somebody did
    some      at least three in five of its words

A question with diacritics that a step can answer is not put to the steps that read it without. Within a step the order
is bm25 (`corpus.search_rank`), raised where words that stand together in the question stand together in the text; then
the newer document; then the order of adding.

Everything that knows FTS5 is here, in `search_steps`, `search_rank`, `terms` and `names`; that it is there, behind
`put`, `remove`, `find_tasks` and `find_documents`, nobody else needs to know.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from sqlalchemy import Connection, bindparam, text

from corpus import terms
from corpus.search_rank import FEW, Row, ranked
from corpus.search_steps import Match, Reading, Step, loose_steps, readings, strict_steps
from corpus.terms import Counts, Table
from corpus.words import Question, Word, compound, exact, folded, storable

_ENOUGH = 3  # with fewer answers than this a question without diacritics is put to the loose steps as well
_MOST_OF = 0.6
_WORTH = 0.35  # of the best score; below that, words scattered over a text are no answer beside a good one
_COLUMNS = "exact, folded, words, over_exact, over_folded, over_words"


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


def entry(said: str, over: str) -> Entry:
    """The row for the words `said` and those that stand `over` them. Slow (compound words): do it before writing."""
    said, over = storable(said), storable(over)
    return Entry((exact(said), folded(said), compound(said), exact(over), folded(over), compound(over)))


def put(connection: Connection, table: Table, entries: Iterable[tuple[int, Entry]]) -> None:
    """Index rows by the ids of their tasks or documents."""
    names = _COLUMNS.split(", ")
    given = list(entries)
    rows = [{"id": id_, **dict(zip(names, entry.columns, strict=True))} for id_, entry in given]
    values = ", ".join(f":{name}" for name in names)
    if rows:
        connection.execute(text(f"INSERT INTO {table} (rowid, {_COLUMNS}) VALUES (:id, {values})"), rows)
        terms.add(connection, table, (entry.columns for _, entry in given))


def remove(connection: Connection, table: Table, ids: Sequence[int]) -> None:
    """Take rows out of the index."""
    which = {"ids": list(ids)}
    there = text(f"SELECT {_COLUMNS} FROM {table} WHERE rowid IN :ids").bindparams(
        bindparam("ids", expanding=True)
    )
    terms.take(connection, table, [tuple(row) for row in connection.execute(there, which)])
    gone = text(f"DELETE FROM {table} WHERE rowid IN :ids").bindparams(bindparam("ids", expanding=True))
    connection.execute(gone, which)


def find_tasks(connection: Connection, question: Question, limit: int, *, few: int = FEW) -> list[Hit]:
    """The tasks that answer the question best, at most `limit`. Where more than `few` rows have its words, not all of
    them are ranked (`corpus.search_rank`)."""
    return _find(connection, "task_words", question, limit, few)


def find_documents(connection: Connection, question: Question, limit: int, *, few: int = FEW) -> list[Hit]:
    """The documents that answer the question best, in the same way."""
    return _find(connection, "document_words", question, limit, few)


@dataclass(slots=True)
class _Answers:
    """The hits so far, in the order of the steps."""

    question: Question
    hits: dict[int, Hit] = field(default_factory=dict)
    best: float = 0.0

    def add(self, match: Match, rows: Iterable[Row], *, loose: bool = False) -> None:
        """Add what one step found, the best first; rows that tie keep the order in which the database gave them."""
        near = [(row, _closeness(row, self.question.words)) for row in rows]
        scored = [(row.id, row.score * (1 + closeness), closeness) for row, closeness in near]
        scored.sort(key=lambda found: -found[1])
        if scored and not self.hits:
            self.best = scored[0][1]
        for id_, score, closeness in scored:
            if score >= _WORTH * self.best or (closeness and not loose):
                self.hits.setdefault(id_, Hit(id_, match, score))


def answers(question: Question, limit: int, counts: Counts, rank: Callable[[Step], list[Row]]) -> list[Hit]:
    """The hits of a question, at most `limit`, by the rows that `rank` gives for each step. The first ones are the same
    for any limit, so that a list can be gone on with."""
    if not question.units or limit < 1:
        return []
    found = _Answers(question)
    asked: set[str] = set()
    for step in strict_steps(question):
        if len(found.hits) >= limit or step.expression in asked:
            continue
        if step.match in ("exact", "words") or not (found.hits and question.marked):
            asked.add(step.expression)
            found.add(step.match, rank(step))
    if len(found.hits) < (limit if question.marked else min(limit, _ENOUGH)):
        choices = readings(question, counts)
        for step in loose_steps(choices, _MOST_OF, counts):
            shares = [(row, _share(row, choices)) for row in rank(step)]
            rows = [replace(row, score=row.score * share) for row, share in shares if share >= _MOST_OF]
            found.add(step.match, rows, loose=True)
    return list(found.hits.values())[:limit]


def _find(connection: Connection, table: Table, question: Question, limit: int, few: int) -> list[Hit]:
    counts = Counts(connection, table)
    return answers(question, limit, counts, lambda step: ranked(connection, table, step, counts, few))


def _closeness(row: Row, words: Sequence[Word]) -> float:
    """The share (0 to 1) of the question's neighbours that are neighbours in the row as well; 1 for one word alone."""
    pairs = [f" {one.folded} {other.folded} " for one, other in pairwise(words)]
    said = f" {row.folded} | {row.over} "
    return sum(pair in said for pair in pairs) / len(pairs) if pairs else 1.0


def _share(row: Row, choices: Sequence[Sequence[Reading]]) -> float:
    """The share (0 to 1) of the question's units that the row has, headings over it counted."""
    said = f" {row.folded} {row.over} "
    return sum(any(f" {one.folded} " in said for one in choice) for choice in choices) / len(choices)
