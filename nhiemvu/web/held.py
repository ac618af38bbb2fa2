"""The document that a page is about: one that the corpus holds, and that may be shown."""

from __future__ import annotations

from corpus.facts import DocumentFact
from corpus.queries import documents
from corpus.secrecy import is_secret
from nhiemvu.web.asked import Asked
from nhiemvu.web.errors import NotFoundError, RefusedError

SECRET = ("văn bản mang dấu chỉ độ mật", "chạy nhiemvu serve với --allow-secret trên máy được phép")


def document_held(asked: Asked, document_id: int) -> DocumentFact:
    """The document. Raises `NotFoundError`, and `RefusedError` for one with a stamp of secrecy that must not be
    shown."""
    if not 0 < document_id < 2**63:  # more than a database counts
        raise _not_held()
    with asked.corpus.reading() as connection:
        found = documents(connection, [document_id]).get(document_id)
        secret = found is not None and is_secret(connection, document_id)
    if found is None:
        raise _not_held()
    if secret and not asked.settings.allow_secret:
        raise RefusedError(*SECRET)
    return found


def _not_held() -> NotFoundError:
    return NotFoundError("kho không có văn bản này", "tìm lại văn bản ở trang tìm kiếm")
