"""Writing down that two works are one, or that they are not (nối, tách văn bản), signed and only where it is news."""

from __future__ import annotations

from sqlalchemy import Connection

from corpus import changes, joinings, queries
from corpus.errors import CorpusError
from corpus.facts import JoiningFact, WorkFact
from corpus.statement import Signature
from corpus.words import storable


def say_same(connection: Connection, one: str, other: str, *, joined: bool, signature: Signature) -> bool:
    """Write down that two works, each named by its `WorkFact.key`, are one (`joined`), or take that back; whether it
    is news. `connection` holds the write lock.

    Raises `CorpusError` where the corpus has no such work, where both are one, and where nobody signs.
    """
    by, note = " ".join(storable(signature.by).split()), storable(signature.note).strip()
    pair = _pair(connection, one, other, by)
    last = joinings.between(connection, pair[0].id, pair[1].id)
    if (last is not None and last.joined) == joined:
        return False
    names = _names_of(last) if last else {work.key: work.name for work in pair}
    changes.insert_joining(connection, names, joined=joined, by=by, note=note)
    return True


def _pair(connection: Connection, one: str, other: str, by: str) -> tuple[WorkFact, WorkFact]:
    """The two works that somebody speaks of."""
    if not by:
        raise CorpusError("--by", "thiếu tên người nối", 'ghi họ tên: --by "Họ tên"')
    found = [work for name in (one, other) for work in queries.works_with_key(connection, name)]
    if one == other:
        raise CorpusError(
            found[0].name if found else one, "hai lần cùng một văn bản", "chỉ hai văn bản khác nhau"
        )
    if len(found) < 2:
        there = {work.key for work in found}
        missing = next(name for name in (one, other) if name not in there)
        raise CorpusError(missing, "kho không có văn bản này", "xem các cặp: nhiemvu same")
    return found[0], found[1]


def _names_of(said: JoiningFact) -> dict[str, str]:
    return {said.one: said.one_name, said.other: said.other_name}
