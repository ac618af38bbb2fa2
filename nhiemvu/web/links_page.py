"""That a task carries out one of a document above, as a person says it: signed, and can be taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Form, Query

from corpus import correct, queries, task_links
from corpus.engine import Connection
from corpus.facts import DocumentFact, LinkFact, TaskFact
from corpus.statement import Signature
from graph.likeness import alike
from nhiemvu.finding_words import reasons_in_words
from nhiemvu.web.asked import Asked, Edits, Reads
from nhiemvu.web.errors import NotFoundError
from nhiemvu.web.gap_views import LinkView
from nhiemvu.web.ids import Id
from nhiemvu.web.pages import Done, Pages
from nhiemvu.web.shown import shown_document
from nhiemvu.web.work_views import DocumentName, TaskView, document_name, task_view

pages = Pages(tags=["gaps"])

_LEAST = 0.15  # of likeness: what is less like is offered in its place in the document

TaskId = Annotated[int, Query(ge=1, le=2**63 - 1)]
TypedTaskId = Annotated[int, Form(ge=1, le=2**63 - 1)]
Name = Annotated[str, Form(max_length=200, description="Who signs; without accounts alone.")]
Note = Annotated[str, Form(max_length=2000)]


@dataclass(frozen=True, slots=True)
class OfferView:
    """A task of the plan that may carry the higher one out: how like it is, and why; nothing where it is not."""

    task: TaskView
    score: float | None
    reasons: str


@dataclass(frozen=True, slots=True)
class LinkingView:
    """A task of a document above, and the tasks of the plan, those that are like it first; `chosen` is one of them.
    `links` are what people said already."""

    document: DocumentName
    above: TaskView
    offers: tuple[OfferView, ...]
    chosen: int
    links: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class SaidView:
    """What was written down: the numbers of the corrections; none where it was so already."""

    numbers: tuple[int, ...]


@pages.page("/documents/{document_id}/gaps/link", "link.html")
def linking(
    asked: Reads, document_id: Id, above: TaskId, below: Annotated[int, Query(ge=0, le=2**63 - 1)] = 0
) -> LinkingView:
    """Which task of the document carries out a task of one above: all of them to choose from."""
    with asked.corpus.reading() as connection:
        document = shown_document(asked, connection, document_id)
        upper, upper_document = _task(asked, connection, above)
        tasks = queries.tasks_in(connection, [document.id])
        said = [one for one in task_links.links(connection, [document.id]) if one.upper == upper.id]
    likely = {pair.one: pair for pair in reversed(alike(tasks, [upper], _LEAST))}
    order = sorted(range(len(tasks)), key=lambda at: -likely[at].score if at in likely else 1)
    offers = tuple(
        OfferView(
            task=task_view(tasks[at], document, asked.lang),
            score=likely[at].score if at in likely else None,
            reasons=reasons_in_words(likely[at].reasons, asked.lang) if at in likely else "",
        )
        for at in order
    )
    return LinkingView(
        document=document_name(document, asked.lang),
        above=task_view(upper, upper_document, asked.lang),
        offers=offers,
        chosen=below,
        links=tuple(_link_view(one) for one in said),
    )


@pages.action("/documents/{document_id}/gaps/link")
def link(
    asked: Edits, document_id: Id, above: TypedTaskId, below: TypedTaskId, name: Name = "", note: Note = ""
) -> Done[SaidView]:
    """Write down that the task `below` of the document carries out the task `above`. Raises `CorpusError` where nobody
    signs."""
    with asked.corpus.reading() as connection:
        shown_document(asked, connection, document_id)
        upper, _ = _task(asked, connection, above)
        lower, of = _task(asked, connection, below)
        if of.id != document_id:
            raise NotFoundError("văn bản không có nhiệm vụ này", "mở lại trang rồi chọn lại")
    with asked.corpus.writing() as connection:
        said = correct.link_tasks(connection, lower, upper, Signature(asked.person.name or name, note))
        for one in said:
            about = {"document": document_id, "lower": lower.quote, "upper": upper.quote}
            asked.audit(connection, "link_tasks", str(one.id), **about)
    phrase = "Đã ghi: nhiệm vụ này thực hiện nhiệm vụ cấp trên." if said else "Đã ghi từ trước."
    return Done(SaidView(tuple(one.id for one in said)), f"/documents/{document_id}/gaps", phrase)


@pages.action("/documents/{document_id}/gaps/unlink")
def unlink(
    asked: Edits, document_id: Id, number: TypedTaskId, name: Name = "", note: Note = ""
) -> Done[SaidView]:
    """Take back that a task of the document carries out one above. Raises `CorpusError` where nobody signs."""
    with asked.corpus.reading() as connection:
        shown_document(asked, connection, document_id)
        numbers = {one.number for one in task_links.links(connection, [document_id])}
    if number not in numbers:
        raise NotFoundError("không có lần sửa này", "mở lại trang rồi chọn lại")
    with asked.corpus.writing() as connection:
        said = correct.undo(connection, number, Signature(asked.person.name or name, note))
        for one in said:
            asked.audit(connection, "undo", str(number), document=document_id, by_number=one.id)
    phrase = "Đã bỏ điều đã ghi."
    return Done(SaidView(tuple(one.id for one in said)), f"/documents/{document_id}/gaps", phrase)


def _task(asked: Asked, connection: Connection, task_id: int) -> tuple[TaskFact, DocumentFact]:
    """A task and its document, where that may be shown. Raises `NotFoundError`, `RefusedError`."""
    task = queries.tasks(connection, [task_id]).get(task_id)
    if task is None:
        raise NotFoundError("kho không có nhiệm vụ này", "mở lại trang rồi chọn lại")
    return task, shown_document(asked, connection, task.document_id)


def _link_view(one: LinkFact) -> LinkView:
    return LinkView(one.number, one.by, one.at, one.note)
