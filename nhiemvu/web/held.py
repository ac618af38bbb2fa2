"""The document that a page is about: one that the corpus holds, and that may be shown."""

from __future__ import annotations

from corpus.facts import DocumentFact
from nhiemvu.web.asked import Asked
from nhiemvu.web.errors import NotFoundError
from nhiemvu.web.shown import shown_document


def document_held(asked: Asked, document_id: int) -> DocumentFact:
    """The document. Raises `NotFoundError`, and `RefusedError` for one with a stamp of secrecy that must not be
    shown."""
    if not 0 < document_id < 2**63:  # more than a database counts
        raise NotFoundError("kho không có văn bản này", "tìm theo số, ký hiệu hoặc tên")
    with asked.corpus.reading() as connection:
        return shown_document(asked, connection, document_id)
