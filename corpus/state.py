"""Whether a corpus has changed (kho đã thay đổi chưa), at the cost of reading a few bytes."""

from __future__ import annotations

from threading import Lock
from types import TracebackType
from typing import Self

from sqlalchemy import Engine

from corpus.engine import explained


class Watch:
    """A connection of its own that only looks for changes, also those of other processes (SQLite, `PRAGMA
    data_version`: the number means something on one connection only)."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lock = Lock()
        with explained(engine.url):
            self._connection = engine.raw_connection()

    def version(self) -> int:
        """A number that is another after each change of the corpus."""
        with self._lock, explained(self._engine.url):
            cursor = self._connection.cursor()
            try:
                return int(cursor.execute("PRAGMA data_version").fetchone()[0])
            finally:
                cursor.close()

    def close(self) -> None:
        """Give the connection back."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
