"""Where documents of one level contradict each other (chỗ trái nhau), with both texts side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from time import monotonic

from corpus import queries
from corpus.engine import Connection
from graph.conflicts import Conflict, conflicts_of
from nhiemvu.finding_words import CONFLICTS, differ_in_words, reasons_in_words
from nhiemvu.web.asked import Asked, Reads
from nhiemvu.web.errors import BadInputError
from nhiemvu.web.ids import Id
from nhiemvu.web.pages import Pages
from nhiemvu.web.paging import After, Limit, cursor, number_of, values_of
from nhiemvu.web.shown import as_subject, not_shown, shown_document
from nhiemvu.web.work_views import DocumentName, TaskView, WorkName, document_name, task_view, work_name
from nhiemvu.words import say_in
from publish.words import Lang

pages = Pages(tags=["conflicts"])

_AT_ONCE = 40
_SECONDS = 1.0
"""Documents of the corpus that one page looks at, and how long; the one that it is at is always finished."""
MOST = 200
"""Documents of its level and place with which each is compared, those that were added last."""


@dataclass(frozen=True, slots=True)
class ConflictView:
    """Two tasks that are one, of documents of one level, with two lead bodies or two deadlines: `one_says` and
    `other_says` are those; `reasons` say why they are one, `shared` are the works on which both documents rest."""

    kind: str
    title: str
    one: TaskView
    one_says: str
    other: TaskView
    other_says: str
    score: float
    reasons: str
    shared: tuple[WorkName, ...]


@dataclass(frozen=True, slots=True)
class DocumentConflictsView:
    """The contradictions of a document with others, at most `most` of its level and place: `total` of them; `next`
    where the list goes on."""

    document: DocumentName
    most: int
    total: int
    conflicts: tuple[ConflictView, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class ConflictsView:
    """The contradictions that some documents of the corpus have with others, at most `most` of their level and place:
    how many of `documents` have been `looked` at, in the order in which they were added; `next` where it goes on."""

    most: int
    documents: int
    looked: int
    conflicts: tuple[ConflictView, ...]
    next: str | None


@pages.page("/documents/{document_id}/conflicts", "conflicts.html")
def of_document(asked: Reads, document_id: Id, after: After = "", limit: Limit = 50) -> DocumentConflictsView:
    """Where a document contradicts others of its level and place."""
    with asked.corpus.reading() as connection:
        document = shown_document(asked, connection, document_id)
        found = _shown(asked, connection, conflicts_of(connection, as_subject(connection, document), MOST))
    start = number_of(after)
    return DocumentConflictsView(
        document=document_name(document, asked.lang),
        most=MOST,
        total=len(found),
        conflicts=tuple(_view(one, asked.lang) for one in found[start : start + limit]),
        next=cursor(start + limit) if len(found) > start + limit else None,
    )


@pages.page("/conflicts", "all_conflicts.html")
def of_corpus(asked: Reads, after: After = "") -> ConflictsView:
    """Where documents of the corpus contradict each other; some documents at a time."""
    (last, looked), begun = _place(after), monotonic()
    found: list[Conflict] = []
    with asked.corpus.reading() as connection:
        documents = queries.number_of_documents(connection)
        ids = queries.document_ids_after(connection, last, _AT_ONCE)
        for id_ in ids:
            found += _conflicts_of(asked, connection, id_)
            last, looked = id_, looked + 1
            if monotonic() - begun > _SECONDS:
                break
        found = _shown(asked, connection, found)
        more = bool(queries.document_ids_after(connection, last, 1))
    return ConflictsView(
        most=MOST,
        documents=documents,
        looked=looked,
        conflicts=tuple(_view(one, asked.lang) for one in _once(found)),
        next=cursor(last, looked) if more else None,
    )


def _place(after: str) -> tuple[int, int]:
    """The last document that was looked at, and how many have been by then. Raises `BadInputError`."""
    match values_of(after):
        case []:
            return 0, 0
        case [int() as last, int() as looked] if 0 <= last < 2**63 and 0 <= looked < 2**63:
            return last, looked
    raise BadInputError("con trỏ trang không hợp lệ", "mở lại từ trang đầu")


def _conflicts_of(asked: Asked, connection: Connection, document_id: int) -> Iterable[Conflict]:
    """Those of one document; none of one that must not be shown, or of which nobody can tell what it is."""
    document = queries.documents(connection, [document_id])[document_id]
    if document.work_id is None or not_shown(asked, connection, [document_id]):
        return ()
    return conflicts_of(connection, as_subject(connection, document), MOST)


def _once(found: Sequence[Conflict]) -> list[Conflict]:
    """Each pair once: of documents that meet by what both rest on, each finds the other, so that the later one need not
    tell it again; those that meet by their words may be told again on another page."""
    pairs: dict[frozenset[tuple[str, int]], Conflict] = {}
    for one in found:
        if one.shared and one.other_document.id < one.one_document.id:
            continue
        pairs.setdefault(frozenset(((one.kind, one.one.id), (one.kind, one.other.id))), one)
    return list(pairs.values())


def _shown(asked: Asked, connection: Connection, found: Iterable[Conflict]) -> list[Conflict]:
    """Those that speak of no secret document, those with two leads first."""
    listed = list(found)
    ids = {document.id for one in listed for document in (one.one_document, one.other_document)}
    secret = not_shown(asked, connection, ids)
    open_ = [one for one in listed if not {one.one_document.id, one.other_document.id} & secret]
    return sorted(open_, key=lambda one: list(CONFLICTS).index(one.kind))


def _view(one: Conflict, lang: Lang) -> ConflictView:
    says = differ_in_words(one, lang)
    return ConflictView(
        kind=one.kind,
        title=say_in(lang, CONFLICTS[one.kind]),
        one=task_view(one.one, one.one_document, lang),
        one_says=says[0],
        other=task_view(one.other, one.other_document, lang),
        other_says=says[1],
        score=one.score,
        reasons=reasons_in_words(one.reasons, lang),
        shared=tuple(work_name(work, lang) for work in one.shared),
    )
