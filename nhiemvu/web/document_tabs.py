"""All pages about documents (các trang về văn bản): the list, the tabs of one, and the pictures of its pages."""

from __future__ import annotations

from nhiemvu.web import (
    bases_page,
    citation_page,
    document_page,
    documents_page,
    history_page,
    page_pictures,
    properties_page,
    tasks_page,
)

# Pictures come first: `3.png` is no number of a page.
ROUTERS = (
    documents_page.pages,
    page_pictures.pages,
    document_page.pages,
    properties_page.pages,
    bases_page.pages,
    citation_page.pages,
    tasks_page.pages,
    history_page.pages,
)
