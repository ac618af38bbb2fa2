"""Documents with a stamp of secrecy (độ mật: MẬT, TỐI MẬT, TUYỆT MẬT; Luật Bảo vệ bí mật nhà nước 2018, Điều 8)."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, select

from corpus.fact_rows import batches
from corpus.models import Document


def secret_document_ids(connection: Connection) -> frozenset[int]:
    """The documents that bear such a stamp, by their ids."""
    query = select(Document.id).where(Document.secrecy.is_not(None), Document.secrecy != "")
    return frozenset(connection.scalars(query))


def secret_among(connection: Connection, document_ids: Collection[int]) -> frozenset[int]:
    """Which of these documents bear such a stamp: asked for those that a page speaks of, not for the whole corpus."""
    query = select(Document.id).where(Document.secrecy.is_not(None), Document.secrecy != "")
    return frozenset(
        id_
        for some in batches(document_ids)
        for id_ in connection.scalars(query.where(Document.id.in_(some)))
    )


def is_secret(connection: Connection, document_id: int) -> bool:
    """Whether a document bears such a stamp."""
    return bool(connection.scalar(select(Document.secrecy).where(Document.id == document_id)))
