"""The calendar of an agency that programs subscribe to (lịch để đăng ký, iCalendar): what it leads and supports.

Of tasks that came from bodies before it, those of which it is certain that they are its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from fastapi.responses import Response

from corpus import bodies
from corpus.put_right import tasks_put_right
from corpus.task_deadlines import deadlines_of
from graph.agency_duties import AgencyDuties, AgencyDuty, When
from graph.agency_history import agency_history
from nhiemvu.web.agency_page import BodyId
from nhiemvu.web.asked import Asked, Reads
from nhiemvu.web.errors import NotFoundError
from nhiemvu.web.pages import Pages
from publish.checklist import Checklist, Group
from publish.corpus_checklist import checklist_of
from publish.to_ics import write_together

pages = Pages(tags=["agencies"])
_KINDS: tuple[When, ...] = ("next", "past", "undated")
_BACK = timedelta(days=90)
_MOST = 1000  # tasks; a calendar program reads them all at every look


@pages.get(
    "/agencies/{body_id}.ics", response_class=Response, responses={200: {"content": {"text/calendar": {}}}}
)
def feed(asked: Reads, body_id: BodyId) -> Response:
    """What is not done yet of an agency's tasks that are due from three months ago on, and what comes back, as
    iCalendar."""
    today = date.today()
    with asked.corpus.reading() as connection:
        itself = bodies.body(connection, body_id)
        if itself is None:
            raise NotFoundError("kho không có cơ quan này", "tìm lại trong danh sách cơ quan")
        history = agency_history(connection, itself, today)
        duties = AgencyDuties(connection, body_id, itself, history.before, today)
        hidden = frozenset(asked.secret_ids())
        since = (today - _BACK).isoformat()
        rows = [one for kind in _KINDS for one in duties.listed(kind, hidden=hidden)]
        rows = [one for one in rows if not one.day or one.day >= since]
        corrected = tasks_put_right(connection)
        dated = deadlines_of(connection, {one.task_id for one in rows}).keys() | corrected.keys()
        found = list(islice(duties.looked_at([one for one in rows if one.task_id in dated]), _MOST))
    name = itself.full_name
    data = write_together(name, _checklists(asked, found), asked.lang)
    return Response(data, media_type="text/calendar; charset=utf-8")


def _checklists(asked: Asked, duties: list[AgencyDuty]) -> Iterator[Checklist]:
    """The checklists of the documents, each with the tasks of the agency alone."""
    tasks: dict[int, set[str]] = {}
    for duty in duties:
        if duty.certain:
            tasks.setdefault(duty.owned.document.id, set()).add(duty.owned.task.name)
    for document_id, names in tasks.items():
        whole = checklist_of(asked.corpus, document_id)
        rows = tuple(row for row in whole.rows if row.task in names)
        yield replace(whole, groups=(Group(None, rows),))
