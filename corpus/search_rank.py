"""The rows that a step finds, with their scores: bm25, by FTS5 where few rows have the words, else reckoned here.

FTS5's bm25() reads every place of every word of the question, and ranks every row that matches: a common word stands in
hundreds of thousands. So where the words are common at most `_MOST` of the rows that match are looked at: those that
have the words of the question side by side, as far as they are among the later ones, then those that were added last.
Of these the shortest are scored, for with the same words a shorter row scores more. The formula is that of FTS5, with
the counts of `corpus.terms`; so with fewer rows than that the order is the one that FTS5 would give.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log

from sqlalchemy import Connection, text

from corpus.search_steps import Phrase, Step
from corpus.terms import COLUMNS, Counts, Table

_FEW = 5_000  # rows that have the words of a question: so many FTS5 ranks in a few milliseconds
_MOST = {"task_words": 4_000, "document_words": 1_000}  # rows that match and are looked at
_WIDER = 8  # times the rows between which those stand: so far back words side by side are looked for
_OF_ALL = 24_000  # rows that have one of the rarest units of a question
_SCORED = {"task_words": 250, "document_words": 50}  # of them, that are read
# Rows that a step looks at more closely: more than anyone reads, and a document is long.
_CANDIDATES = {"task_words": 200, "document_words": 50}
_WEIGHTS = (1.0, 1.0, 1.5, 0.4, 0.4, 0.6)  # exact, folded, words, and the same of what stands over it
_K1, _B = 1.2, 0.75  # as in FTS5
_OF_TASK = "JOIN tasks AS t ON t.id = w.rowid JOIN documents AS d ON d.id = t.document_id"
_OF_DOCUMENT = "JOIN documents AS d ON d.id = w.rowid"
_JOINED = {"task_words": _OF_TASK, "document_words": _OF_DOCUMENT}
_SIGNS = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Row:
    """A row that matches: its id, its score (more is better), its words without diacritics, and those over it."""

    id: int
    score: float
    folded: str
    over: str


def ranked(connection: Connection, table: Table, step: Step, counts: Counts) -> list[Row]:
    """The rows that a step finds, the best first; of equal ones the newer document, then the order of adding."""
    known = {phrase: counts.of(phrase.column, phrase.said) for phrase in step.phrases}
    if step.match not in ("similar", "some") and not all(known.values()):
        return []
    if sum(known.values()) <= _FEW:
        return _by_fts5(connection, table, step.expression)
    if step.rarest:
        sizes = _sizes(connection, table, _with_most(connection, table, step))
    else:
        sizes = _sizes(connection, table, _candidates(connection, table, step))
    shortest = sorted(sizes, key=lambda id_: (sizes[id_], -id_))[: _SCORED[table]]
    return _scored(connection, table, known, {id_: sizes[id_] for id_ in shortest})


def _by_fts5(connection: Connection, table: Table, expression: str) -> list[Row]:
    weights = ", ".join(map(str, _WEIGHTS))
    query = text(
        f"SELECT w.rowid, -bm25({table}, {weights}) AS score, w.folded, w.over_folded FROM {table} AS w "
        f"{_JOINED[table]} WHERE {table} MATCH :expression ORDER BY score DESC, d.date DESC, w.rowid "
        f"LIMIT {_CANDIDATES[table]}"
    )
    return [Row(*row) for row in connection.execute(query, {"expression": expression})]


def _candidates(connection: Connection, table: Table, step: Step) -> list[int]:
    """The rows to look at, of many the last added; those first that have the whole question side by side."""
    most = _MOST[table]
    found = _matching(connection, table, step.expression, 0, most)
    if len(found) < most or step.whole is None or len(step.phrases) < 2:
        return found
    since = found[0] - _WIDER * (found[0] - found[-1])
    whole = _matching(connection, table, step.whole.expression, since, most)
    return whole if len(whole) >= _SCORED[table] else list(dict.fromkeys((*whole, *found)))


def _with_most(connection: Connection, table: Table, step: Step) -> list[int]:
    """Of the rows that have one of the rarest units, of each the last added, those that have most of them."""
    had: Counter[int] = Counter()
    for expression in step.rarest:
        had.update(_matching(connection, table, expression, 0, _OF_ALL // len(step.rarest)))
    ids = sorted(had, key=lambda id_: (-had[id_], -id_))
    return ids[: _SCORED[table]]


def _matching(connection: Connection, table: Table, expression: str, since: int, most: int) -> list[int]:
    """The rows that match, the last added first. They come as one text: thousands of rows would each be an object."""
    query = text(
        f"SELECT json_group_array(rowid) FROM (SELECT rowid FROM {table} WHERE {table} MATCH :expression "
        "AND rowid >= :since ORDER BY rowid DESC LIMIT :most)"
    )
    values = {"expression": expression, "since": since, "most": most}
    found: list[int] = json.loads(connection.scalar(query, values) or "[]")
    return found


def _scored(
    connection: Connection, table: Table, known: dict[Phrase, int], sizes: dict[int, int]
) -> list[Row]:
    """These rows with their scores, the best first."""
    rows, average = _whole(connection, table)
    worth = {
        phrase: max(log((rows - n + 0.5) / (n + 0.5)) if n < rows else 0.0, 1e-6)
        for phrase, n in known.items()
    }
    patterns = [(phrase, _pattern(phrase), COLUMNS.index(phrase.column)) for phrase in known]
    columns = "w.exact, w.folded, w.words, w.over_exact, w.over_folded, w.over_words"
    query = text(
        f"SELECT w.rowid, d.date, {columns} FROM {table} AS w {_JOINED[table]} "
        "WHERE w.rowid IN (SELECT value FROM json_each(:ids))"
    )
    found = []
    for id_, date, *said in connection.execute(query, {"ids": json.dumps(list(sizes))}).all():
        length = _K1 * (1 - _B + _B * sizes[id_] / average)
        score = 0.0
        for phrase, pattern, column in patterns:
            often = _times(pattern, said, column)
            score += worth[phrase] * often * (_K1 + 1) / (often + length)
        found.append((Row(id_, score, said[1], said[4]), date or ""))
    found.sort(key=lambda one: one[0].id)
    found.sort(key=lambda one: (one[0].score, one[1]), reverse=True)
    return [row for row, _ in found[: _CANDIDATES[table]]]


def _pattern(phrase: Phrase) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){phrase.said.replace(' ', _SIGNS.pattern)}(?!\w)")


def _times(pattern: re.Pattern[str], said: Sequence[str], column: int) -> float:
    """How often a phrase stands in the columns of its kind, each by its weight."""
    over = column + len(COLUMNS)
    here, above = (len(pattern.findall(said[at])) for at in (column, over))
    return _WEIGHTS[column] * here + _WEIGHTS[over] * above


def _sizes(connection: Connection, table: Table, ids: Iterable[int]) -> dict[int, int]:
    """The words in each of these rows (FTS5 documentation, 9.3, the docsize table)."""
    query = text(
        f"SELECT json_group_object(id, hex(sz)) FROM {table}_docsize "
        "WHERE id IN (SELECT value FROM json_each(:ids))"
    )
    said = json.loads(connection.scalar(query, {"ids": json.dumps(list(ids))}) or "{}")
    sizes = {int(id_): bytes.fromhex(size) for id_, size in said.items()}
    return {id_: sum(size if size.isascii() else _numbers(size)) for id_, size in sizes.items()}


def _whole(connection: Connection, table: Table) -> tuple[int, float]:
    """The rows of the index, and the words in a row on average (FTS5 documentation, 9.2, the averages record)."""
    block = connection.scalar(text(f"SELECT block FROM {table}_data WHERE id = 1")) or b""
    rows, *words = _numbers(block) or [0]
    return rows, sum(words) / rows if rows else 1.0


def _numbers(block: bytes) -> list[int]:
    """The numbers of a record, seven bits a byte, the high bit where it goes on (SQLite file format, varint).

    >>> _numbers(bytes([5, 0x81, 0x00]))
    [5, 128]
    """
    return list(_each_number(block))


def _each_number(block: bytes) -> Iterator[int]:
    number = 0
    for byte in block:
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            yield number
            number = 0
