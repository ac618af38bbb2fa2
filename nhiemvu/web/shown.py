"""Which documents a page may show: those that are there, and bear no stamp of secrecy unless the server may show it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from corpus import queries
from corpus.engine import Connection
from corpus.facts import DocumentFact, WorkFact
from corpus.secrecy import secret_among
from graph.subject import Subject, subject_of
from nhiemvu.web.asked import Asked
from nhiemvu.web.errors import NotFoundError, RefusedError, WebError


def shown_document(asked: Asked, connection: Connection, document_id: int) -> DocumentFact:
    """The document with this id. Raises `NotFoundError`, and `RefusedError` for a secret one."""
    found = queries.documents(connection, [document_id]).get(document_id)
    if found is None:
        raise NotFoundError("kho không có văn bản này", "tìm theo số, ký hiệu hoặc tên")
    if not_shown(asked, connection, [document_id]):
        raise refused()
    return found


def as_subject(connection: Connection, document: DocumentFact) -> Subject:
    """The document with its tasks and citations. Raises `WebError` where nobody can tell which document it is."""
    if document.work_id is None:
        raise WebError("văn bản không có số, ký hiệu hay tên để đối chiếu", "sửa tệp rồi đọc lại", 409)
    return subject_of(connection, document)


def not_shown(asked: Asked, connection: Connection, document_ids: Collection[int]) -> frozenset[int]:
    """Those of these documents that must not be shown."""
    return frozenset() if asked.settings.allow_secret else secret_among(connection, document_ids)


def open_works(asked: Asked, connection: Connection, works: Sequence[WorkFact]) -> list[WorkFact]:
    """Those of these works of which the corpus has no secret document."""
    if asked.settings.allow_secret or not works:
        return list(works)
    held = {
        one.id: one.work_id for one in queries.documents_of_works(connection, [work.id for work in works])
    }
    secret = {held[id_] for id_ in secret_among(connection, held)}
    return [work for work in works if work.id not in secret]


def refused() -> RefusedError:
    """Why a secret document is not shown."""
    return RefusedError(
        "văn bản mang dấu chỉ độ mật", "chạy nhiemvu serve với --allow-secret trên máy được phép"
    )
