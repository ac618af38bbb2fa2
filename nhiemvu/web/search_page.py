"""The search over tasks, agencies and documents, which is the home page (tìm kiếm)."""

from __future__ import annotations

from datetime import date

from fastapi.responses import RedirectResponse, Response

from corpus import bodies, queries
from graph.finder import Agency, Answers, Finder, FoundTask
from graph.numbered import Numbered
from nhiemvu.web.asked import Asked, Reads
from nhiemvu.web.pages import Pages
from nhiemvu.web.paging import cursor
from nhiemvu.web.rendering import rendered
from nhiemvu.web.search_asked import SearchAsked, Searched
from nhiemvu.web.search_facets import facets
from nhiemvu.web.search_views import AgencyHit, DocumentHit, HitView, SearchView
from nhiemvu.web.task_lines import document_name, task_line
from rulebook.bodies import Body

pages = Pages(tags=["search"])


@pages.page("/", "search.html")
@pages.page("/search", "search.html")
def search(asked: Reads, said: Searched) -> SearchView | Response:
    """Tasks by their words, with diacritics or without, and by what they are narrowed to: the best first, without words
    by their deadlines; and above them the agencies and the documents that the words name."""
    today = date.today()
    sought = said.sought(today, secret=asked.settings.allow_secret)
    if not sought.typed and not sought.narrowed.anything and not sought.now:
        view = _home(asked, said)
    else:
        finder: Finder = asked.request.app.state.finder
        view = _view(asked, said, finder.find(sought, today), today)
    browser = not asked.request.url.path.endswith(".json")
    if browser and said.go and _only(view) is not None:
        return RedirectResponse(f"/documents/{_only(view)}", status_code=303)
    return rendered(asked, "search_results.html", view) if browser and said.part else view


def _home(asked: Asked, said: SearchAsked) -> SearchView:
    """The page before anything was asked."""
    with asked.corpus.reading() as connection:
        empty = not queries.more_works_than(connection, 0)
    return SearchView(said.q, False, (), 0, 0, False, (), (), (), 0, said.due_from, said.due_to, empty, None)


def _view(asked: Asked, said: SearchAsked, found: Answers, today: date) -> SearchView:
    return SearchView(
        q=said.q,
        asked=True,
        tasks=tuple(_hit(one, today) for one in found.tasks),
        total=found.total,
        exact=found.exact,
        at_most=found.at_most,
        facets=facets(said, found, lambda chosen: _names(asked, chosen)),
        agencies=tuple(map(_agency, found.agencies)),
        documents=tuple(map(_document, found.documents)),
        number_of_documents=found.number_of_documents,
        due_from=said.due_from,
        due_to=said.due_to,
        empty=False,
        next=cursor(found.place) if found.place else None,
    )


def _names(asked: Asked, said: SearchAsked) -> dict[str, str]:
    """What agencies are called that were chosen."""
    agency, _, place = said.now.partition("@")
    found = {"now": Body(agency, place or None).name} if said.now else {}
    if said.agency != "":
        with asked.corpus.reading() as connection:
            body = bodies.body(connection, said.agency)
        found["agency"] = body.full_name if body else str(said.agency)
    return found


def _hit(found: FoundTask, today: date) -> HitView:
    days = sorted(due for due in found.owned.task.due if len(due) == 10 and due[4] == due[7] == "-")
    ahead = [day for day in days if day >= today.isoformat()]
    day = ahead[0] if ahead else days[-1] if days else None
    return HitView(task_line(found.owned, day, today), found.match or "", found.ranges)


def _agency(found: Agency) -> AgencyHit:
    return AgencyHit(found.id, found.body.full_name, found.now, found.leads, found.supports)


def _document(found: Numbered) -> DocumentHit:
    work, held = found.work, found.document
    name = work.symbol or (document_name(held) if held else work.name)
    when = work.date or (str(work.year) if work.year else "")
    return DocumentHit(work.id, held.id if held else None, name, work.title or "", work.issuer or "", when)


def _only(view: SearchView) -> int | None:
    """The one document that the number means, where no other may be meant."""
    return view.documents[0].document_id if view.number_of_documents == 1 and view.documents else None
