"""Where a document came from: the `Source` of what a reader read."""

from __future__ import annotations

from hashlib import sha256

from ingest.document import Source


def source_of(
    name: str,
    data: bytes,
    media_type: str,
    reader: str,
    *,
    pages: int | None = None,
    warnings: tuple[str, ...] = (),
) -> Source:
    """The source record of the bytes `data` read from the file `name` by `reader`; each warning once."""
    return Source(name, sha256(data).hexdigest(), media_type, reader, pages, tuple(dict.fromkeys(warnings)))
