"""Documents of a few lines for the tests of extraction: written as plain text, read as any other file."""

from __future__ import annotations

from extract import Extraction, extract
from ingest import Document, read_bytes


def document(text: str) -> Document:
    """The `Document` of a plain text."""
    return read_bytes(text.encode(), "van-ban.txt")


def said(text: str) -> Extraction:
    """What is extracted from a plain text."""
    return extract(document(text))
