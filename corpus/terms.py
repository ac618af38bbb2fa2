"""How many rows of the full-text index have a word (số dòng có từ này): `task_words_terms`, `document_words_terms`.

FTS5 can say it too, but only by reading every place where the word stands, which for a common word is a large part of
the index. Here the counts are kept: `add` when rows are put in, `take` before they are removed. A word in the columns
`exact` and `over_exact` counts under `exact`, and so on; a row that has it in both counts twice.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from sqlalchemy import Connection, text

Table = Literal["task_words", "document_words"]
Column = Literal["exact", "folded", "words"]

_MOST_KNOWN = 100_000  # words whose counts are kept

COLUMNS: tuple[Column, ...] = ("exact", "folded", "words")
"""The columns of the index; those of what stands over a row follow in the same order."""

# What FTS5 takes for one word (unicode61): letters and numbers, also those that a font makes its own, and after the
# first of them the marks that it calls diacritics.
_OWN = r"\ue000-\uf8ff\U000f0000-\U0010fffd"
_MARKS = r"\u0300-\u0304\u0306-\u030c\u030f\u0311\u031b\u0323-\u0328\u032d\u032e\u0330\u0331"
_NO_JOIN = re.compile(rf"(?:[^\W_]|[{_OWN}])(?:[^\W_]|[{_OWN}{_MARKS}])*")
_TERM: dict[Column, re.Pattern[str]] = {
    "exact": _NO_JOIN,
    "folded": _NO_JOIN,
    "words": re.compile(rf"[\w{_OWN}][\w{_OWN}{_MARKS}]*"),
}


def add(connection: Connection, table: Table, rows: Iterable[Sequence[str]]) -> None:
    """Count the words of these rows, each with the six columns of the index."""
    put = text(
        f"INSERT INTO {table}_terms (col, term, rows) VALUES (:col, :term, :rows) "
        "ON CONFLICT (col, term) DO UPDATE SET rows = rows + excluded.rows"
    )
    _change(connection, put, _counted(rows))


def take(connection: Connection, table: Table, rows: Iterable[Sequence[str]]) -> None:
    """Take the words of these rows off the counts."""
    less = text(f"UPDATE {table}_terms SET rows = rows - :rows WHERE col = :col AND term = :term")
    counts = _counted(rows)
    _change(connection, less, counts)
    none = text(f"DELETE FROM {table}_terms WHERE col = :col AND term = :term AND rows <= 0")
    _change(connection, none, counts)


@dataclass(slots=True)
class Known:
    """What was asked of the counts so far. It holds for one state of the corpus, and no longer."""

    counts: dict[tuple[Column, str], int] = field(default_factory=dict)
    whole: tuple[int, float] | None = None


class Counts:
    """What is known of words, each asked for once. `table` is the one whose rows count; what is `known` of it already
    may be handed in, by whoever knows that the corpus is still the same."""

    def __init__(self, connection: Connection, table: Table, known: Known | None = None) -> None:
        self._connection, self.table = connection, table
        self._known = known or Known()

    @property
    def whole(self) -> tuple[int, float]:
        """The rows of the index, and the words in a row on average (FTS5 documentation, 9.2, the averages record)."""
        if self._known.whole is None:
            query = f"SELECT block FROM {self.table}_data WHERE id = 1"
            block = self._connection.exec_driver_sql(query).scalar() or b""
            rows, *words = numbers_in(block) or [0]
            self._known.whole = (rows, sum(words) / rows if rows else 1.0)
        return self._known.whole

    def of(self, column: Column, said: str) -> int:
        """In how many rows the word stands; of several words side by side, in how many the rarest of them does, or
        the compound word that they make, as no row has them more often."""
        terms = said.split()
        if len(terms) > 1 and column == "exact":
            together = self._count("words", "_".join(terms))
            if together:
                return together
        return min((self._count(column, term) for term in terms), default=0)

    def spelt_like(self, word: str, slips: int, limit: int) -> list[str]:
        """The known words without diacritics that are at most so many slips away, the nearest first, of these the
        frequent ones; only words of letters, as numbers have no slips."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        query = text(
            f"SELECT term, rows FROM {self.table}_terms WHERE col = 'folded' AND term >= 'a' "
            "AND length(term) BETWEEN :least AND :most"
        )
        lengths = {"least": len(word) - slips, "most": len(word) + slips}
        known = {row.term: int(row.rows) for row in self._connection.execute(query, lengths)}
        near = process.extract(word, list(known), scorer=OSA.distance, score_cutoff=slips, limit=None)
        nearest = sorted((slips, -known[term], term) for term, slips, _ in near)
        return [term for _, _, term in nearest[:limit]]

    def _count(self, column: Column, term: str) -> int:
        counts = self._known.counts
        number = counts.get((column, term))
        if number is None:
            query = f"SELECT rows FROM {self.table}_terms WHERE col = ? AND term = ?"
            number = int(self._connection.exec_driver_sql(query, (column, term)).scalar() or 0)
            if len(counts) >= _MOST_KNOWN:  # anybody may ask for words that are nowhere
                counts.clear()
            counts[column, term] = number
        return number


def numbers_in(block: bytes) -> list[int]:
    """The numbers of a record, seven bits a byte, the high bit where it goes on (SQLite file format, varint).

    >>> numbers_in(bytes([5, 0x81, 0x00]))
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


def _counted(rows: Iterable[Sequence[str]]) -> Counter[tuple[Column, str]]:
    found: Counter[tuple[Column, str]] = Counter()
    for row in rows:
        for n, said in enumerate(row):
            column = COLUMNS[n % 3]
            found.update((column, term) for term in set(_TERM[column].findall(said)))
    return found


def _change(connection: Connection, statement: object, counts: Counter[tuple[Column, str]]) -> None:
    values = [{"col": column, "term": term, "rows": n} for (column, term), n in sorted(counts.items())]
    if values:
        connection.execute(statement, values)  # type: ignore[call-overload]
