"""The names of works as an index (tên và số, ký hiệu văn bản), by which a work is found that somebody names.

called    luat ngan sach nha nuoc        its type and title, without diacritics
symbol    83 2015 qh13                   its symbol, in the same way
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, bindparam, select, text

from corpus.models import Work
from rulebook.spelling import key


def put(connection: Connection, work_ids: Collection[int]) -> None:
    """Index these works as they are called now."""
    remove(connection, work_ids)
    for some in _portions(work_ids):
        query = select(Work.id, Work.type, Work.title, Work.symbol).where(Work.id.in_(some))
        rows = [_row(row.id, row.type, row.title, row.symbol) for row in connection.execute(query)]
        connection.execute(
            text("INSERT INTO work_names (rowid, called, symbol) VALUES (:id, :called, :symbol)"), rows
        )


def remove(connection: Connection, work_ids: Collection[int]) -> None:
    """Take works out of the index."""
    gone = text("DELETE FROM work_names WHERE rowid IN :ids").bindparams(bindparam("ids", expanding=True))
    for some in _portions(work_ids):
        connection.execute(gone, {"ids": some})


def that_have(connection: Connection, words: str, most: int) -> list[int]:
    """The works whose name or symbol has these words side by side, in the order of their ids; `words` are a key."""
    return _found(connection, f'"{words}"', most)


def that_share(connection: Connection, words: str, most: int) -> list[int]:
    """Works whose name or symbol has one of these words, of each word about as many, the last added."""
    each = list(dict.fromkeys(words.split()))
    found = (_found(connection, f'"{word}"', most // len(each), last=True) for word in each)
    return sorted({id_ for some in found for id_ in some})


def _found(connection: Connection, expression: str, most: int, *, last: bool = False) -> list[int]:
    query = text(
        "SELECT rowid FROM work_names WHERE work_names MATCH :expression "
        f"ORDER BY rowid {'DESC' if last else 'ASC'} LIMIT :most"
    )
    return list(connection.scalars(query, {"expression": expression, "most": most}))


def _row(id_: int, type_: str | None, title: str | None, symbol: str | None) -> dict[str, object]:
    return {"id": id_, "called": key(f"{type_ or ''} {title or ''}"), "symbol": key(symbol or "")}


def _portions(ids: Iterable[int]) -> Iterable[list[int]]:
    ordered = sorted(ids)
    return (ordered[at : at + 10_000] for at in range(0, len(ordered), 10_000))
