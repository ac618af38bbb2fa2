"""The page of an agency: its tasks by deadline, what came before and after it (trang của một cơ quan)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import islice
from typing import Annotated, Literal

from fastapi import Path, Query

from corpus import bodies
from corpus.seats import Identity
from graph.agency_duties import WHEN, AgencyDuties, Listed, When
from graph.agency_history import agency_history
from graph.owners import Role
from nhiemvu.web.agency_views import (
    AgenciesView,
    AgencyView,
    agency_line,
    duty_line,
    related_after,
    related_before,
)
from nhiemvu.web.asked import Reads
from nhiemvu.web.errors import NotFoundError
from nhiemvu.web.pages import Pages
from nhiemvu.web.paging import After, Limit, cursor, values_of
from nhiemvu.web.task_lines import task_line

pages = Pages(tags=["agencies"])
BodyId = Annotated[int, Path(ge=1, lt=2**63)]


@pages.page("/agencies", "agencies.html")
def agencies(
    asked: Reads,
    q: Annotated[str, Query(max_length=300)] = "",
    level: Literal["", "central", "province", "district", "commune"] = "",
    after: After = "",
    limit: Limit = 50,
) -> AgenciesView:
    """The agencies that the corpus knows, by name, or those with these words in their names."""
    start = values_of(after)
    name, id_ = (str(start[0]), int(start[1] or 0)) if len(start) == 2 else ("", 0)
    with asked.corpus.reading() as connection:
        found = bodies.bodies_named(connection, q, level, (name, id_), limit + 1)
        numbers = bodies.numbers_of_duties(connection, [one for one, _ in found[:limit]])
    lines = tuple(agency_line(one, body, numbers.get(one, (0, 0))) for one, body in found[:limit])
    last = found[limit - 1] if len(found) > limit else None
    return AgenciesView(q, level, lines, cursor(last[1].name, last[0]) if last else None)


@pages.page("/agencies/{body_id}", "agency.html")
def agency(
    asked: Reads,
    body_id: BodyId,
    when: When = "next",
    role: Literal["", "lead", "support"] = "",
    after: After = "",
    limit: Limit = 30,
) -> AgencyView:
    """What an agency leads and supports, by deadline, also what it has taken over from others; what it was before, and
    what became of it."""
    today = date.today()
    hidden = frozenset(asked.secret_ids())
    with asked.corpus.reading() as connection:
        itself = bodies.body(connection, body_id)
        if itself is None:
            raise NotFoundError("kho không có cơ quan này", "tìm lại trong danh sách cơ quan")
        history = agency_history(connection, itself, today)
        duties = AgencyDuties(connection, body_id, itself, history.before, today)
        as_role: Role | None = role or None
        rows = _from(duties.listed(when, as_role, hidden), after)
        found = list(islice(duties.looked_at(rows), limit + 1))
        numbers: dict[str, int] = {one: len(duties.listed(one, as_role, hidden)) for one in WHEN}
    lines = [duty_line(duty, task_line(duty.owned, duty.day, today), itself) for duty in found]
    last = lines[limit - 1].line if len(lines) > limit else None
    return AgencyView(
        id=body_id,
        name=itself.full_name,
        level=itself.level,
        kind=itself.kind,
        place=itself.place_name,
        group=itself.group,
        state=history.now.state if history.now else "unknown",
        why=history.now.why if history.now else "",
        after=related_after(history),
        before=tuple(map(related_before, history.before)),
        numbers=numbers,
        when=when,
        role=role,
        tasks=tuple(lines[:limit]),
        next=cursor(last.day, last.id) if last else None,
    )


def named_body(asked: Reads, body_id: int) -> Identity:
    """The agency with this id. Raises `NotFoundError`."""
    with asked.corpus.reading() as connection:
        found = bodies.body(connection, body_id)
    if found is None:
        raise NotFoundError("kho không có cơ quan này", "tìm lại trong danh sách cơ quan")
    return found


def _from(rows: Sequence[Listed], after: str) -> Sequence[Listed]:
    """The rows behind the one for which the cursor stands; all where it is not there any more."""
    values = values_of(after)
    if len(values) != 2:
        return rows
    at = next((n for n, one in enumerate(rows, 1) if [one.day, one.task_id] == values), 0)
    return rows[at:]
