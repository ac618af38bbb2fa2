"""The documents of the corpus (danh sách văn bản), the newest first."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.document_rows import newest_documents, task_counts
from nhiemvu.web.asked import Reads
from nhiemvu.web.document_head import Named, named
from nhiemvu.web.errors import BadInputError
from nhiemvu.web.pages import Pages
from nhiemvu.web.paging import After, Limit, cursor, values_of

pages = Pages(tags=["documents"])


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow(Named):
    """A document in a list: `work_id` is the work that it is a copy of; `tasks` counts those that were found in it."""

    work_id: int | None
    tasks: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsView:
    """Documents, and the cursor with which the list goes on."""

    documents: tuple[DocumentRow, ...]
    next: str | None


@pages.page("/documents", "documents.html")
def documents(asked: Reads, after: After = "", limit: Limit = 50) -> DocumentsView:
    """The documents that the corpus holds, the newest first, those without a date last."""
    with asked.corpus.reading() as connection:
        found = newest_documents(connection, limit + 1, _before(after), secret=asked.settings.allow_secret)
        tasks = task_counts(connection, [one.id for one in found])
    shown = found[:limit]
    more = cursor(shown[-1].date, shown[-1].id) if len(found) > limit else None
    rows = (DocumentRow(**named(one), work_id=one.work_id, tasks=tasks.get(one.id, 0)) for one in shown)
    return DocumentsView(documents=tuple(rows), next=more)


def _before(after: str) -> tuple[str | None, int] | None:
    match values_of(after):
        case []:
            return None
        case [str() | None as day, int() as id_] if 0 <= id_ < 2**63:
            return day, id_
    raise BadInputError("con trỏ trang không hợp lệ", "mở lại từ trang đầu")
