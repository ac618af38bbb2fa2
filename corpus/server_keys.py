"""Secrets of a server (khóa của máy chủ), kept in its corpus: made once, the same for every process that serves it."""

from __future__ import annotations

import secrets

from sqlalchemy import Connection, insert, select

from corpus.work_models import ServerKey

_BYTES = 32


def known(connection: Connection, name: str) -> bytes | None:
    """The key of this name, if it has been made."""
    return connection.scalar(select(ServerKey.value).where(ServerKey.name == name))


def key(connection: Connection, name: str) -> bytes:
    """The key of this name, made when it is first asked for. `connection` holds the write lock (`Corpus.writing`), so
    that of two processes that ask at once one makes it and the other finds it."""
    found = known(connection, name)
    if found is None:
        found = secrets.token_bytes(_BYTES)
        connection.execute(insert(ServerKey).values(name=name, value=found))
    return found
