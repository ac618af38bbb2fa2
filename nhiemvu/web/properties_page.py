"""Thuộc tính: the formal parts of a document, and the file that it was read from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from nhiemvu.web.asked import Reads
from nhiemvu.web.document_head import Head, file_name, head_of
from nhiemvu.web.document_read import found_document
from nhiemvu.web.pages import Pages

pages = Pages(tags=["documents"])

READERS = {
    "pdf": "PDF có lớp chữ",
    "ocr": "nhận dạng chữ (Tesseract)",
    "word": "Word (DOCX)",
    "web": "trang web (HTML)",
    "text": "văn bản thuần",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceShown:
    """The file that was read: `path` as it was named then, `added_at` when the document came into the corpus (UTC)."""

    path: str
    sha256: str
    media_type: str
    reader: str
    pages: int | None
    added_at: str
    schema: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PropertiesView:
    """The formal parts of a document (thể thức), `None` where it does not say them."""

    document: Head
    parent: str | None
    place: str | None
    authority: str | None
    position: str | None
    signer: str | None
    recipients: tuple[str, ...]
    attachments: tuple[dict[str, Any], ...]
    uri: str | None
    source: SourceShown

    @property
    def reader(self) -> str:
        """The reader in words."""
        return READERS.get(self.source.reader, self.source.reader)


@pages.page("/documents/{document_id}/properties", "document_properties.html")
def properties(asked: Reads, document_id: int) -> PropertiesView:
    """The formal parts of a document, what is missing among them, and its file."""
    with asked.corpus.reading() as connection:
        found = found_document(asked, connection, document_id)
    return PropertiesView(
        document=head_of(asked, found),
        parent=found.parent,
        place=found.place,
        authority=found.authority,
        position=found.position,
        signer=found.signer,
        recipients=found.recipients,
        attachments=found.attachments,
        uri=found.uri,
        source=SourceShown(
            # Folders of the server are the business of those who sit at it.
            path=file_name(found.path) if asked.settings.accounts else found.path,
            sha256=found.sha256,
            media_type=found.media_type,
            reader=found.reader,
            pages=found.pages,
            added_at=found.added_at.isoformat(timespec="seconds"),
            schema=found.schema,
        ),
    )
