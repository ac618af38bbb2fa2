"""A work among others (lược đồ): what it rests on, what rests on it, as a picture by level and as lists."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Annotated

from fastapi import Query
from fastapi.responses import RedirectResponse, Response

from corpus import queries
from corpus.engine import Connection
from corpus.facts import DocumentFact, WorkFact
from graph.citing import citing
from graph.family import Family, Member, family_of
from graph.lookup import Found, find_works
from graph.rests import Rest
from graph.trace import trace_of
from graph.validity import histories
from nhiemvu.web.asked import Asked, Reads
from nhiemvu.web.errors import BadInputError, NotFoundError
from nhiemvu.web.family_views import LevelView, levels_of
from nhiemvu.web.file_names import attached
from nhiemvu.web.ids import Id
from nhiemvu.web.pages import Pages
from nhiemvu.web.paging import After, Limit, cursor, day_asked, number_of, values_of
from nhiemvu.web.shown import not_shown, open_works, refused
from nhiemvu.web.work_views import (
    DocumentName,
    Quote,
    StepView,
    Telling,
    ValidityView,
    WorkName,
    document_name,
    documents_in,
    quote,
    work_name,
    works_in,
)
from nhiemvu.words import say_in
from publish.citation_words import RELATIONS
from publish.family_svg import family_picture
from publish.svg_picture import STYLE, drawn

pages = Pages(tags=["works"])

# The one style sheet that a picture brings along may be used, by what it says; nothing else may.
_OF_PICTURES = (
    f"default-src 'none'; style-src 'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}'; sandbox"
)
DRAWN = 40
"""Works in a picture: so many can be told apart."""
MOST = 500
"""Works that are listed for what was typed: nobody reads on, and a number alone may be that of a hundred thousand."""

Depth = Annotated[int, Query(ge=1, le=8, description="How many steps up and down.")]
Most = Annotated[int, Query(ge=1, le=200, description="Of each work at most so many, the newest first.")]
On = Annotated[str, Query(max_length=20, description="The day for which validity is told; today without it.")]


@dataclass(frozen=True, slots=True)
class WorksView:
    """What was typed, the works that it may mean, `total` of them, and where there is none those with names close to
    it; `next` where the list goes on. `more`: the corpus has others, which are listed when agency or year is typed."""

    q: str
    total: int
    works: tuple[WorkName, ...]
    close: tuple[WorkName, ...]
    more: bool
    next: str | None


@dataclass(frozen=True, slots=True)
class WorkView:
    """A work, its documents in the corpus, its validity with the evidence, what it rests on (`above`) and what rests on
    it (`below`), step by step; `more_above` and `more_below` count what is next to it and not shown. `on` is the day of
    the validities, `picture` the address of the picture, `levels` what it shows. Under the words `also` somebody joined
    other works with it."""

    id: int
    work: WorkName
    also: tuple[str, ...]
    documents: tuple[DocumentName, ...]
    validity: ValidityView
    on: str
    of_today: bool
    depth: int
    most: int
    above: tuple[StepView, ...]
    below: tuple[StepView, ...]
    more_above: int
    more_below: int
    levels: tuple[LevelView, ...]
    picture: str


@dataclass(frozen=True, slots=True)
class WorkPage(WorkView):
    """The same with the picture itself, which stands in the page."""

    svg: str
    drawn: int
    counted: int


@dataclass(frozen=True, slots=True)
class CitingView:
    """A document that cites a work: its relations to it in words, and where it says so."""

    document: DocumentName
    relations: tuple[str, ...]
    said: str
    certain: bool
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class CitingPageView:
    """The documents that cite a work, `total` of them, the newest first; `next` where the list goes on."""

    work: WorkName
    total: int
    documents: tuple[CitingView, ...]
    next: str | None


@pages.page("/works", "works.html")
def works(
    asked: Reads, q: Annotated[str, Query(max_length=500)] = "", after: After = "", limit: Limit = 50
) -> WorksView | Response:
    """The works that a number, a symbol or a name may mean; one that is meant for certain leads on to its page."""
    start = number_of(after)
    with asked.corpus.reading() as connection:
        found = find_works(connection, q, some=MOST) if q.strip() else Found(())
        shown = open_works(asked, connection, found.works[start : start + limit])
        close = open_works(asked, connection, found.close)
    if len(found.works) == 1 and not found.more and not asked.request.url.path.endswith(".json"):
        return RedirectResponse(f"/works/{found.works[0].id}", status_code=303)
    return WorksView(
        q=q,
        total=len(found.works),
        works=tuple(work_name(one, asked.lang) for one in shown),
        close=tuple(work_name(one, asked.lang) for one in close),
        more=found.more,
        next=cursor(start + limit) if len(found.works) > start + limit else None,
    )


@pages.get(
    "/works/{work_id}.svg", response_class=Response, responses={200: {"content": {"image/svg+xml": {}}}}
)
def picture(asked: Reads, work_id: Id, most: Most = DRAWN, on: On = "", download: bool = False) -> Response:
    """The picture of a work among others, as a file that needs nothing else; with `download` to be kept."""
    day = day_asked(on) or date.today()
    with asked.corpus.reading() as connection:
        work, _ = _work(asked, connection, work_id)
        found = _family(asked, connection, work, most, day)
    svg = drawn(family_picture(found, asked.lang, (lambda _: "") if download else _link), asked.lang)
    answer = Response(svg, media_type="image/svg+xml")
    answer.headers["Content-Security-Policy"] = _OF_PICTURES
    if download:
        answer.headers.update(attached(f"luoc-do-{work.symbol or work.id}", ".svg"))
    return answer


@pages.page("/works/{work_id}", "work.html")
def work(asked: Reads, work_id: Id, depth: Depth = 2, most: Most = 15, on: On = "") -> WorkView:
    """A work, its validity with evidence, and what stands above and below it."""
    day = day_asked(on) or date.today()
    with asked.corpus.reading() as connection:
        fact, documents = _work(asked, connection, work_id)
        root = trace_of(connection, fact, depth=depth, most=most)
        known = histories(connection, list(works_in(root).values()))
        secret = not_shown(asked, connection, documents_in(root))
        found = _family(asked, connection, fact, DRAWN, day)
    telling = Telling(asked.lang, known, day, secret)
    query = f"?on={day.isoformat()}" if on else ""
    return WorkPage(
        id=fact.id,
        work=work_name(fact, asked.lang),
        also=tuple(_joined_name(one.symbol, one.date, one.issuer) for one in fact.also),
        documents=tuple(document_name(one, asked.lang) for one in documents),
        validity=telling.validity(known[fact.id].on(day)),
        on=day.isoformat(),
        of_today=day == date.today(),
        depth=depth,
        most=most,
        above=telling.steps(root.up, upward=True),
        below=telling.steps(root.down, upward=False),
        more_above=root.more_up,
        more_below=root.more_down,
        levels=levels_of(found, asked.lang),
        picture=f"/works/{fact.id}.svg{query}",
        svg=drawn(family_picture(found, asked.lang, _link), asked.lang, inline=True),
        drawn=len(found.members),
        counted=sum(rest.count for rest in found.rests),
    )


@pages.page("/works/{work_id}/citing", "citing.html")
def citing_documents(asked: Reads, work_id: Id, after: After = "", limit: Limit = 50) -> CitingPageView:
    """The documents that cite a work, the newest first, page after page."""
    with asked.corpus.reading() as connection:
        fact, _ = _work(asked, connection, work_id)
        found = citing(connection, fact, _place(after), limit)
        secret = not_shown(asked, connection, [row.document.id for row in found.rows])
        total = queries.counts_below(connection, [fact.id]).get(fact.id, 0)
    return CitingPageView(
        work=work_name(fact, asked.lang),
        total=total,
        documents=tuple(
            CitingView(
                document=document_name(row.document, asked.lang),
                relations=row.relations,
                said=", ".join(say_in(asked.lang, RELATIONS[one]) for one in row.relations),
                certain=row.certain,
                quotes=tuple(quote(span, asked.lang) for span in row.words),
            )
            for row in found.rows
            if row.document.id not in secret
        ),
        next=cursor(*found.last) if found.last else None,
    )


def _work(asked: Asked, connection: Connection, work_id: int) -> tuple[WorkFact, list[DocumentFact]]:
    """The work and its documents that may be shown. Raises `NotFoundError`, and `RefusedError` where it has only secret
    ones."""
    fact = next(iter(queries.works(connection, [work_id]).values()), None)
    if fact is None:
        raise NotFoundError("kho không có văn bản này", "tìm theo số, ký hiệu hoặc tên")
    documents = queries.documents_of_works(connection, [fact.id])
    secret = not_shown(asked, connection, [one.id for one in documents])
    shown = [one for one in documents if one.id not in secret]
    if documents and not shown:
        raise refused()
    return fact, shown


def _family(asked: Asked, connection: Connection, fact: WorkFact, most: int, day: date) -> Family:
    """The family without works of which the corpus has secret documents."""
    found = family_of(connection, fact.id, most, day)
    held = {one.id: member.work.id for member in found.members for one in member.documents}
    secret = not_shown(asked, connection, held)
    return found.without({held[id_] for id_ in secret})


def _link(box: Member | Rest) -> str:
    """The page of a work; of what is only counted, that of what joins it to the family."""
    if isinstance(box, Member):
        return f"/works/{box.work.id}"
    return f"/works/{box.anchors[0]}" + ("" if box.kin == "parent" else "/citing")


def _place(after: str) -> tuple[str | None, int] | None:
    match values_of(after):
        case []:
            return None
        case [str() | None as day, int() as id_] if 0 <= id_ < 2**63:
            return day, id_
    raise BadInputError("con trỏ trang không hợp lệ", "mở lại từ trang đầu")


def _joined_name(symbol: str | None, day: str | None, issuer: str | None) -> str:
    return ", ".join(part for part in (symbol, day, issuer) if part)
