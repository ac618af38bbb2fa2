"""The names of bodies as an index (tên cơ quan), by which a body is found that somebody types.

called    so tai chinh tinh thai binh        its name with its place, without diacritics
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sqlalchemy import Connection, text

from corpus.seats import Identity
from rulebook.spelling import key

_WORD = re.compile(r"[^\W_]+")


def put(connection: Connection, bodies: Iterable[tuple[int, Identity]]) -> None:
    """Index bodies by their ids."""
    rows = [{"id": id_, "called": key(body.full_name)} for id_, body in bodies]
    if rows:
        connection.execute(text("INSERT INTO body_names (rowid, called) VALUES (:id, :called)"), rows)


def that_have(connection: Connection, typed: str, most: int) -> list[int]:
    """The bodies whose name has all these words, of the last one at least the beginning; the shortest names first,
    of the first `most` that there are."""
    words = _WORD.findall(key(typed))
    if not words:
        return []
    asked = " AND ".join([f'"{word}"' for word in words[:-1]] + [f'"{words[-1]}"*'])
    query = (
        "SELECT rowid FROM (SELECT rowid, called FROM body_names WHERE body_names MATCH ? LIMIT ?) "
        "ORDER BY length(called), rowid"
    )
    return [row[0] for row in connection.exec_driver_sql(query, (asked, most))]
