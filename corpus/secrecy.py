"""Documents with a stamp of secrecy (độ mật: MẬT, TỐI MẬT, TUYỆT MẬT; Luật Bảo vệ bí mật nhà nước 2018, Điều 8)."""

from __future__ import annotations

from sqlalchemy import Connection, select

from corpus.models import Document


def secret_document_ids(connection: Connection) -> frozenset[int]:
    """The documents that bear such a stamp, by their ids."""
    query = select(Document.id).where(Document.secrecy.is_not(None), Document.secrecy != "")
    return frozenset(connection.scalars(query))


def is_secret(connection: Connection, document_id: int) -> bool:
    """Whether a document bears such a stamp."""
    return bool(connection.scalar(select(Document.secrecy).where(Document.id == document_id)))
