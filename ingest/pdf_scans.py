"""The scans among the pages of a PDF: recognised, and put back between the pages that have text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pypdfium2

from ingest.errors import ReadError
from ingest.pdf_words import PageWords
from ingest.policy import Policy

if TYPE_CHECKING:
    from ingest.ocr import Task
    from ingest.pdf_tables import RuledTable


@dataclass(frozen=True, slots=True)
class WithScans:
    """The pages of a file with the words of its scans, the tables on these by index of the page (from 0), and what the
    reader of the document should know."""

    pages: list[PageWords]
    tables: Mapping[int, tuple[RuledTable, ...]] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    recognised: bool = False


def with_scans(data: bytes, name: str, pages: list[PageWords], policy: Policy) -> WithScans:
    """The pages, those that are scans recognised. Raises `ReadError` where Tesseract is missing and no page has text;
    where some have, they are read, and a warning names the others."""
    wanted = _wanted(data, pages, policy)
    if not wanted:
        return WithScans(pages)
    from ingest.ocr import recognised_pages, scan_warnings, tables_by_page
    from ingest.scan_pages import page_numbers
    from ingest.tesseract import require

    try:
        require(name)
    except ReadError as error:
        if len(wanted) == len(pages):
            raise
        numbers = page_numbers([page.number for page in wanted])
        return WithScans(pages, warnings=(f"trang {numbers} {error.cause}; {error.remedy}",))
    found = list(recognised_pages(_tasks(data, wanted)))
    by_number = {one.page.number: one.page for one in found}
    return WithScans(
        [by_number.get(page.number, page) for page in pages],
        tables_by_page(found),
        scan_warnings(found),
        recognised=True,
    )


def _wanted(data: bytes, pages: Sequence[PageWords], policy: Policy) -> list[PageWords]:
    """The pages to be recognised."""
    if policy == "never":
        return []
    from ingest.scan_pages import cover_of, is_scanned, may_be_scanned

    if policy == "always":
        return list(pages)
    maybe = [page for page in pages if may_be_scanned(page)]
    if not maybe:
        return []
    with pypdfium2.PdfDocument(data) as document:
        return [page for page in maybe if is_scanned(page, cover_of(document[page.number - 1]))]


def _tasks(data: bytes, pages: Sequence[PageWords]) -> Iterator[Task]:
    """The pages with their pictures, one after the other."""
    from ingest.scan_pages import picture_of

    with pypdfium2.PdfDocument(data) as document:
        for page in pages:
            shown = document[page.number - 1]
            yield page, picture_of(shown)
            shown.close()
