"""The search over tasks, which is the home page (tìm kiếm)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Query

from graph.who import Answer, who
from nhiemvu.web.asked import Reads
from nhiemvu.web.pages import Pages

pages = Pages(tags=["search"])


@dataclass(frozen=True, slots=True)
class Found:
    """A task that answers: its id and document, its words, its place, who leads it then and now, its deadlines."""

    id: int
    document_id: int
    document: str
    task: str
    quote: str
    section: str | None
    lead: tuple[str, ...]
    due: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """What was asked, and what answers."""

    q: str
    tasks: tuple[Found, ...]


@pages.page("/", "search.html")
@pages.page("/search", "search.html")
def search(asked: Reads, q: Annotated[str, Query(max_length=1000)] = "") -> SearchView:
    """The tasks that answer a question, with diacritics or without, best first."""
    secret = asked.secret_ids()
    found = who(asked.corpus, q, 20) if q else []
    return SearchView(q, tuple(_found(one) for one in found if one.document.id not in secret))


def _found(answer: Answer) -> Found:
    task, document = answer.task, answer.document
    return Found(
        task.id,
        document.id,
        document.number or document.path,
        task.name,
        task.quote,
        task.section,
        task.lead,
        task.due,
    )
