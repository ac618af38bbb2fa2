"""Which format a file has, told by its content: the name of a file is only what somebody called it."""

from __future__ import annotations

from collections.abc import Callable

from ingest.document import Document

Reader = Callable[[bytes, str], Document]


def reader_for(data: bytes, name: str) -> Reader:
    """The reader for the content. Raises `ReadError` for a known format that cannot be read."""
    from ingest.plain_text import read_plain_text

    return read_plain_text
