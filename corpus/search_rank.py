"""The rows that a step finds, with their scores: bm25, by FTS5 where few rows have the words, else reckoned here.

FTS5's bm25() reads every place of every word of the question, and ranks every row that matches: a common word stands in
hundreds of thousands. So where the words are common at most `MOST` of the rows that match are looked at: those that
have the words of the question side by side, as far as they are among the later ones, then those that were added last;
where a row need not have all words, those that have most. Of these the shortest are scored, for with the same words a
shorter row scores more. The formula is that of FTS5, with the counts of `corpus.terms`; so where fewer rows match than
are scored, the order is the one that FTS5 would give.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log
from typing import Any

from sqlalchemy import Connection

from corpus.search_steps import Phrase, Step, either
from corpus.terms import COLUMNS, Counts, Table, numbers_in

FEW = 5_000
"""Rows that have the words of a question: so many FTS5 ranks in a few milliseconds."""

MOST = {"task_words": 2_000, "document_words": 500}  # rows that match and are looked at
_WIDER = 4  # times the rows between which those stand: so far back words side by side are looked for
_OF_ALL = 24_000  # rows that have one of the rarest units of a question
_UNITS = 8  # of a question that are looked up, if the first few are not more
ABOVE_ALL = 1_000  # so much more than by how rare its units are does a row count by how many it has
SCORED = {"task_words": 250, "document_words": 50}  # of them, that are read
# Rows that a step looks at more closely: more than anyone reads, and a document is long.
LOOSE = ("similar", "some")  # what a row need not have all phrases of
_TOGETHER = 3  # the rarest phrases of a question, which few rows have together
_CANDIDATES = {"task_words": 200, "document_words": 50}
_WEIGHTS = (1.0, 1.0, 1.5, 0.4, 0.4, 0.6)  # exact, folded, words, and the same of what stands over it
_K1, _B = 1.2, 0.75  # as in FTS5
_OF_TASK = "JOIN tasks AS t ON t.id = w.{id} JOIN documents AS d ON d.id = t.document_id"
_OF_DOCUMENT = "JOIN documents AS d ON d.id = w.{id}"
_JOINED = {"task_words": _OF_TASK, "document_words": _OF_DOCUMENT}
_TERM = re.compile(r"\w+")
_COLUMNS = ("w.exact", "w.folded", "w.words", "w.over_exact", "w.over_folded", "w.over_words")


@dataclass(frozen=True, slots=True)
class Row:
    """A row that matches: its id, its score (more is better), its words without diacritics, and those over it."""

    id: int
    score: float
    folded: str
    over: str


@dataclass(frozen=True, slots=True)
class Listed:
    """What is known of a row before it is read: the words in it, and the day of its document (`day_number`)."""

    words: int
    day: int


def ranked(connection: Connection, table: Table, step: Step, counts: Counts, few: int = FEW) -> list[Row]:
    """The rows that a step finds, the best first; of equal ones the newer document, then the order of adding."""
    known = {phrase: counts.of(phrase.column, phrase.said) for phrase in step.phrases}
    if step.match not in LOOSE and not all(known.values()):
        return []
    if sum(known.values()) <= few:
        return _by_fts5(connection, table, step.expression)
    strict = step.match not in LOOSE
    if step.units:
        units = _with_enough(connection, table, step, known, counts)
    else:
        rare = _of_the_rarest(connection, table, known) if strict and len(known) > _TOGETHER else None
        units = dict.fromkeys(_candidates(connection, table, step) if rare is None else rare, 0.0)
    sizes = _sizes(connection, table, units)
    chosen = sorted(sizes, key=lambda id_: (-units[id_], sizes[id_], -id_))[: SCORED[table]]
    days = _days(connection, table, chosen)
    listed = {id_: Listed(sizes[id_], days.get(id_, 0)) for id_ in chosen}
    return scored(connection, counts, known, listed, strict=strict)


def _by_fts5(connection: Connection, table: Table, expression: str) -> list[Row]:
    weights = ", ".join(map(str, _WEIGHTS))
    query = (
        f"SELECT w.rowid, -bm25({table}, {weights}) AS score, w.folded, w.over_folded FROM {table} AS w "
        f"{_JOINED[table].format(id='rowid')} WHERE {table} MATCH ? ORDER BY score DESC, d.date DESC, w.rowid "
        f"LIMIT {_CANDIDATES[table]}"
    )
    return [Row(*row) for row in connection.exec_driver_sql(query, (expression,))]


def _of_the_rarest(connection: Connection, table: Table, known: Mapping[Phrase, int]) -> list[int] | None:
    """The rows that have the rarest of these phrases, if they are few: common words need not be looked up for them."""
    rarest = sorted(known, key=known.__getitem__)[:_TOGETHER]
    expression = " AND ".join(f"({phrase.expression})" for phrase in rarest)
    found = matching(connection, table, expression, 0, SCORED[table] + 1)
    return found if len(found) <= SCORED[table] else None


def _candidates(connection: Connection, table: Table, step: Step) -> list[int]:
    """The rows to look at, of many the last added; those first that have the whole question side by side."""
    most = MOST[table]
    found = matching(connection, table, step.expression, 0, most)
    if len(found) < most or step.whole is None or len(step.phrases) < 2:
        return found
    since = found[0] - _WIDER * (found[0] - found[-1])
    whole = matching(connection, table, step.whole.expression, since, most)
    return whole if len(whole) >= SCORED[table] else list(dict.fromkeys((*whole, *found)))


def _with_enough(
    connection: Connection, table: Table, step: Step, known: Mapping[Phrase, int], counts: Counts
) -> dict[int, float]:
    """Of the rows that have enough of the units, those that have most and the rarest, with what they have of them.
    Every such row has one of the first few units; only rows that do are looked up for the common ones, of each unit the
    last added."""
    firsts = len(step.units) - step.least + 1
    some = either(phrase for unit in step.units[:firsts] for phrase in unit)
    looked_up = step.units[: max(firsts, _UNITS)]
    rows, _ = counts.whole
    had: dict[int, float] = {}
    for n, unit in enumerate(looked_up):
        expression = either(unit) if n < firsts else f"({some}) AND ({either(unit)})"
        worth = 1 + worth_of(sum(known[phrase] for phrase in unit), rows) / ABOVE_ALL
        for id_ in matching(connection, table, expression, 0, _OF_ALL // len(looked_up)):
            had[id_] = had.get(id_, 0) + worth
    least = step.least - (len(step.units) - len(looked_up))
    ids = sorted((id_ for id_, units in had.items() if units >= least), reverse=True)
    ids.sort(key=had.__getitem__, reverse=True)
    return {id_: had[id_] for id_ in ids[: MOST[table]]}


def matching(connection: Connection, table: Table, expression: str, since: int, most: int) -> list[int]:
    """The rows that match, the last added first. They come as one text: thousands of rows would each be an object."""
    query = (
        f"SELECT json_group_array(rowid) FROM (SELECT rowid FROM {table} WHERE {table} MATCH ? "
        "AND rowid >= ? ORDER BY rowid DESC LIMIT ?)"
    )
    found: list[int] = json.loads(_one(connection, query, (expression, since, most)) or "[]")
    return found


def scored(
    connection: Connection,
    counts: Counts,
    known: Mapping[Phrase, int],
    listed: Mapping[int, Listed],
    *,
    strict: bool,
) -> list[Row]:
    """These rows with their scores, the best first, of equal ones the newer document, then the order of adding; where
    the step is `strict`, those that have every phrase."""
    table, (rows, average) = counts.table, counts.whole
    looked_up = [
        (COLUMNS.index(phrase.column), _apart(phrase.said), worth_of(number, rows) * (_K1 + 1))
        for phrase, number in known.items()
    ]
    kinds = sorted({kind for kind, *_ in looked_up})
    columns = [_COLUMNS[at] for kind in kinds for at in (kind, kind + len(COLUMNS))]
    query = (
        f"SELECT w.rowid, w.folded, w.over_folded, {', '.join(columns)} FROM {table} AS w "
        "WHERE w.rowid IN (SELECT value FROM json_each(?))"
    )
    found = []
    for id_, folded, over, *said in connection.exec_driver_sql(query, (json.dumps(list(listed)),)):
        words = {kind: (_apart(said[2 * n]), _apart(said[2 * n + 1])) for n, kind in enumerate(kinds)}
        length = _K1 * (1 - _B + _B * listed[id_].words / average)
        score = 0.0
        for kind, phrase, worth in looked_up:
            own, above = words[kind]
            times = _WEIGHTS[kind] * own.count(phrase) + _WEIGHTS[kind + len(COLUMNS)] * above.count(phrase)
            if strict and not times:
                break
            score += worth * times / (times + length)
        else:
            found.append((score, listed[id_].day, -id_, Row(id_, score, folded, over)))
    found.sort(key=lambda one: one[:3], reverse=True)
    return [row for *_, row in found[: _CANDIDATES[table]]]


def worth_of(number: int, rows: int) -> float:
    """The weight of a phrase that so many of the rows have (inverse document frequency)."""
    return max(log((rows - number + 0.5) / (number + 0.5)) if number < rows else 0.0, 1e-6)


def _apart(said: str) -> str:
    """The words of a text with blanks around each, so that phrases can be counted in it as plain text.

    >>> _apart("thuế, thuế").count(_apart("thuế"))
    2
    """
    if (
        said.replace(" ", "").replace("_", "").isalnum()
    ):  # nothing but words with one blank between them: the pattern takes longer
        return " " + said.replace(" ", "  ") + " "
    return " " + "  ".join(_TERM.findall(said)) + " "


def _sizes(connection: Connection, table: Table, ids: Iterable[int]) -> dict[int, int]:
    """The words in each of these rows (FTS5 documentation, 9.3, the docsize table)."""
    query = (
        f"SELECT json_group_object(id, hex(sz)) FROM {table}_docsize "
        "WHERE id IN (SELECT value FROM json_each(?))"
    )
    said = json.loads(_one(connection, query, (json.dumps(list(ids)),)) or "{}")
    sizes = {int(id_): bytes.fromhex(size) for id_, size in said.items()}
    return {id_: sum(size if size.isascii() else numbers_in(size)) for id_, size in sizes.items()}


def day_number(date: str | None) -> int:
    """A day (ISO 8601, also a month or a year alone) as a number that is more the later it is; 0 for none.

    >>> day_number("2025-03-09"), day_number("2025-03"), day_number(None)
    (20250309, 20250300, 0)
    """
    digits = (date or "").replace("-", "")[:8].ljust(8, "0")
    return int(digits) if digits.isascii() and digits.isdecimal() else 0


def _days(connection: Connection, table: Table, ids: Iterable[int]) -> dict[int, int]:
    """The day of the document of each of these rows."""
    query = (
        f"SELECT w.id, d.date FROM {table}_docsize AS w {_JOINED[table].format(id='id')} "
        "WHERE w.id IN (SELECT value FROM json_each(?))"
    )
    rows = connection.exec_driver_sql(query, (json.dumps(list(ids)),))
    return {id_: day_number(day) for id_, day in rows}


def _one(connection: Connection, query: str, values: tuple[Any, ...]) -> Any:
    """The one value that a statement gives. Without the parts of SQLAlchemy, which here take longer than SQLite."""
    return connection.exec_driver_sql(query, values).scalar()
