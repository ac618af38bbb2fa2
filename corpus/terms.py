"""How many rows of the full-text index have a word (số dòng có từ này): `task_words_terms`, `document_words_terms`.

FTS5 can say it too, but only by reading every place where the word stands, which for a common word is a large part of
the index. Here the counts are kept: `add` when rows are put in, `take` before they are removed. A word in the columns
`exact` and `over_exact` counts under `exact`, and so on; a row that has it in both counts twice.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Connection, bindparam, text

KINDS = ("exact", "folded", "words")
"""The kinds of columns, in their order; those of what stands over a row follow in the same order."""

_TERM = {"exact": re.compile(r"[^\W_]+"), "folded": re.compile(r"[^\W_]+"), "words": re.compile(r"\w+")}
_LIKE = 40  # letters: a longer word is mended to none


def add(connection: Connection, table: str, rows: Iterable[Sequence[str]]) -> None:
    """Count the words of these rows, each with the six columns of the index."""
    put = text(
        f"INSERT INTO {table}_terms (col, term, rows) VALUES (:col, :term, :rows) "
        "ON CONFLICT (col, term) DO UPDATE SET rows = rows + excluded.rows"
    )
    _change(connection, put, _counted(rows))


def take(connection: Connection, table: str, rows: Iterable[Sequence[str]]) -> None:
    """Take the words of these rows off the counts."""
    less = text(f"UPDATE {table}_terms SET rows = rows - :rows WHERE col = :col AND term = :term")
    counts = _counted(rows)
    _change(connection, less, counts)
    none = text(f"DELETE FROM {table}_terms WHERE col = :col AND term = :term AND rows <= 0")
    _change(connection, none, counts)


def counts(connection: Connection, table: str, col: str, terms: Collection[str]) -> dict[str, int]:
    """In how many rows each of these words stands; those that nobody wrote are missing."""
    query = text(f"SELECT term, rows FROM {table}_terms WHERE col = :col AND term IN :terms")
    asked = query.bindparams(bindparam("terms", expanding=True))
    return {row.term: row.rows for row in connection.execute(asked, {"col": col, "terms": list(terms)})}


def spelt_like(connection: Connection, table: str, word: str, slips: int, limit: int) -> list[str]:
    """The known words without diacritics that are at most so many slips away, the nearest first, of these the frequent
    ones; only words of letters, as numbers have no slips."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    query = text(
        f"SELECT term, rows FROM {table}_terms WHERE col = 'folded' AND length(term) BETWEEN :least AND :most "
        "AND term >= 'a' ORDER BY rows DESC, term"
    )
    if len(word) > _LIKE:
        return []
    lengths = {"least": len(word) - slips, "most": len(word) + slips}
    terms = [row.term for row in connection.execute(query, lengths)]
    near = process.extract(word, terms, scorer=OSA.distance, score_cutoff=slips, limit=limit)
    return [term for term, _, _ in near]


def _counted(rows: Iterable[Sequence[str]]) -> Counter[tuple[str, str]]:
    found: Counter[tuple[str, str]] = Counter()
    for row in rows:
        for n, column in enumerate(row):
            kind = KINDS[n % 3]
            found.update((kind, term) for term in set(_TERM[kind].findall(column)))
    return found


def _change(connection: Connection, statement: object, counts: Counter[tuple[str, str]]) -> None:
    values = [{"col": kind, "term": term, "rows": n} for (kind, term), n in sorted(counts.items())]
    if values:
        connection.execute(statement, values)  # type: ignore[call-overload]
