"""Putting a citation right (sửa viện dẫn): which work it means, or that it cites nothing; signed, to be taken back."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import Form, Path, Query

from corpus import queries
from corpus.correct import correct_citation
from corpus.document_rows import Details, citation_numbered
from corpus.engine import Connection
from corpus.facts import CitationFact, Corrected, WorkFact
from corpus.statement import Signature
from graph.lookup import find_works
from nhiemvu.web.asked import Asked, Edits
from nhiemvu.web.document_head import Head, head_of, told, work_name
from nhiemvu.web.document_read import found_document
from nhiemvu.web.errors import AgainError, Fault, NotFoundError
from nhiemvu.web.ids import Id
from nhiemvu.web.mark_notes import STATUSES
from nhiemvu.web.pages import Done, Pages
from nhiemvu.web.shown import open_works
from nhiemvu.web.task_page import Changed, said_view
from nhiemvu.web.words import say_fault
from nhiemvu.web.works_page import MOST

pages = Pages(tags=["documents"])

TEMPLATE = "citation_edit.html"
_OFFERED = 20  # works to choose from
_UNSIGNED = ("thiếu tên người sửa", "ghi họ và tên của bạn")
_CHANGED = ("viện dẫn này vừa được sửa hoặc đọc lại", "xem lại rồi lưu lần nữa")
_NOTHING = ("chưa chọn văn bản nào", "chọn một văn bản, hoặc ghi rằng lời này không viện dẫn văn bản nào")

Number = Annotated[int, Path(ge=1, le=2**63 - 1, description="The number of the citation, from 1.")]
Asking = Annotated[
    str, Query(max_length=500, description="A number, a symbol or a name of works to choose from.")
]


@dataclass(frozen=True, slots=True)
class OfferView:
    """A work that a citation may mean: its `key`, by which it is chosen, what it is called, its title, and whether the
    corpus has it."""

    work_id: int
    key: str
    name: str
    title: str | None
    held: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationEditView:
    """A citation, what it means as it stands (`means`, the key of a work; `status`, `why`), and the works to choose
    from: those that it may mean, and those that `q` may mean, of which `more` are not listed. `seen` is sent with what
    is chosen, `corrected` is who said something before."""

    document: Head
    number: int
    quote: str
    section: str | None
    status: str
    why: str
    means: str
    offers: tuple[OfferView, ...]
    q: str
    more: int
    seen: str
    corrected: tuple[Corrected, ...]
    note: str = ""
    fault: Fault | None = None

    @property
    def status_in_words(self) -> str:
        """What is known of it, as a phrase."""
        return STATUSES[self.status]


@pages.page("/documents/{document_id}/citations/{number}", TEMPLATE)
def edit(asked: Edits, document_id: Id, number: Number, q: Asking = "") -> CitationEditView:
    """A citation, and the works that it may mean, to choose from."""
    with asked.corpus.reading() as connection:
        details, cited = _cited(asked, connection, document_id, number)
        return _view(asked, connection, details, cited, number, q)


@pages.action("/documents/{document_id}/citations/{number}")
def put_right(
    asked: Edits,
    document_id: Id,
    number: Number,
    means: Annotated[
        str,
        Form(max_length=2000, description="The `key` of the work that it means; `none`: it cites nothing."),
    ] = "",
    seen: Annotated[
        str, Form(max_length=64, description="`seen` of the citation; empty: as it is now.")
    ] = "",
    note: Annotated[str, Form(max_length=10_000)] = "",
    name: Annotated[str, Form(max_length=200)] = "",
    q: Annotated[str, Form(max_length=500)] = "",
) -> Done[Changed]:
    """Write down which work a citation means, and all in the same words in its document, or that it cites nothing."""
    with asked.corpus.reading() as connection:
        details, cited = _cited(asked, connection, document_id, number)

        def again(cause: str, remedy: str, status: int = 422) -> AgainError:
            fault = Fault(say_fault(cause, asked.lang), say_fault(remedy, asked.lang))
            view = _view(asked, connection, details, cited, number, q)
            return AgainError(TEMPLATE, replace(view, note=note, fault=fault), cause, remedy, status)

        by = asked.person.name or " ".join(name.split())
        if not by:
            raise again(*_UNSIGNED)
        if not means:
            raise again(*_NOTHING)
        if seen and seen != _seen(cited):
            raise again(*_CHANGED, 409)
    with asked.corpus.writing() as connection:
        key = None if means == "none" else means
        said = correct_citation(connection, cited, key, Signature(by, note))
        for one in said:
            about = {"document": document_id, "number": one.id, "before": one.before, "after": one.after}
            asked.audit(connection, "task.means", one.quote, **about)
    news = "Đã lưu sửa đổi." if said else "Không có gì thay đổi."
    back = f"/documents/{document_id}/bases?citation={number}#c{number}"
    return Done(Changed(tuple(map(said_view, said))), back, news)


def _cited(
    asked: Asked, connection: Connection, document_id: int, number: int
) -> tuple[Details, CitationFact]:
    """The document and its citation. Raises `NotFoundError`, and `RefusedError` for a secret document."""
    details = found_document(asked, connection, document_id)
    cited = citation_numbered(connection, document_id, number)
    if cited is None:
        raise NotFoundError("văn bản không có viện dẫn này", "mở lại từ trang đầu")
    return details, cited


def _view(
    asked: Asked, connection: Connection, details: Details, cited: CitationFact, number: int, q: str
) -> CitationEditView:
    own = [id_ for id_ in (cited.work_id, *cited.candidates) if id_]
    known = queries.works(connection, own)
    typed = q.strip() or cited.symbol or ""
    found = find_works(connection, typed, some=MOST) if typed else None
    works = {work.id: work for id_ in own if (work := known.get(id_))}
    works |= {work.id: work for work in (*found.works, *found.close)[:_OFFERED]} if found else {}
    meant = known.get(cited.work_id or 0)
    return CitationEditView(
        document=head_of(asked, details),
        number=number,
        quote=cited.quote,
        section=cited.section,
        status=cited.status,
        why=told(asked, cited.why) if cited.why else "",
        means="none" if cited.found == "none" else meant.key if meant and not cited.candidates else "",
        offers=_offers(asked, connection, list(works.values())),
        q=q,
        more=max(0, len(found.works) - _OFFERED) if found else 0,
        seen=_seen(cited),
        corrected=cited.corrected,
    )


def _offers(asked: Asked, connection: Connection, works: Sequence[WorkFact]) -> tuple[OfferView, ...]:
    return tuple(
        OfferView(
            work.id, work.key, work_name(work, asked.lang), work.title if work.symbol else None, work.held
        )
        for work in open_works(asked, connection, works)
    )


def _seen(cited: CitationFact) -> str:
    """What tells whether a citation is still as somebody saw it."""
    said = (
        cited.quote,
        cited.work_id,
        cited.candidates,
        cited.found,
        [one.number for one in cited.corrected],
    )
    return hashlib.sha256(repr(said).encode()).hexdigest()[:32]
