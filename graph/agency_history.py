"""What an agency was before and what became of it (cơ quan tiền thân, cơ quan kế thừa), as far as the corpus and the
rule data know: every step with its day and its legal basis."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from corpus import bodies
from corpus.engine import Connection
from corpus.seats import Identity
from rulebook.bodies import Body, agency_rows
from rulebook.body_places import place_row
from rulebook.dates import first_of, last_of
from rulebook.predecessors import agencies_before, provinces_before
from rulebook.succession import Passage, Succession, succession

_MOST = 500  # bodies of the corpus that may have come before one; more only for a whole kind of bodies


@dataclass(frozen=True, slots=True)
class Before:
    """A body of the corpus from which the agency has something, by the steps of `way`; `whole` where everything went to
    it, else the words of each task decide (`Succession`)."""

    id: int
    body: Identity
    way: tuple[Passage, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class AgencyHistory:
    """`now`: who answers on the day for what was given to it while it lived, missing where the rule data do not know
    it; `heirs` are the ids of those among them that the corpus knows; `before` whom it has taken over from."""

    now: Succession | None
    heirs: Mapping[str, int]
    before: tuple[Before, ...]


def agency_history(connection: Connection, body: Identity, on: date) -> AgencyHistory:
    """What the agency was before the day `on`, and what became of it up to then."""
    if body.group or not body.agency:
        return AgencyHistory(None, {}, ())
    itself = Body(body.agency, body.place)
    now = followed(itself, on)
    keys = {f"{heir.body.agency}@{heir.body.place or ''}": heir.body.name for heir in now.heirs}
    known = bodies.body_ids(connection, keys)
    heirs = {keys[key]: id_ for key, id_ in known.items()}
    return AgencyHistory(now, heirs, tuple(_before(connection, body, itself, on)))


@lru_cache(maxsize=10_000)
def followed(body: Body, on: date) -> Succession:
    """Who answers on a day for what was given to the body on its last day, or on that day if it lives."""
    ends = [last_of(row.valid_to) for row in (body.row, place_row(body.place)) if row and row.valid_to]
    since = min([on, *ends])
    begins = [first_of(row.valid_from) for row in (body.row, place_row(body.place)) if row and row.valid_from]
    return succession(body, max([since, *(day for day in begins if day <= on)]), on)


def _before(connection: Connection, body: Identity, itself: Body, on: date) -> list[Before]:
    agencies = agencies_before(itself.agency)
    row = agency_rows().get(itself.agency)
    central = row is not None and row.level == "central"
    there = bodies.bodies_like(connection, agencies, () if central else provinces_before(itself.place))
    found = []
    for id_, one in list(there.items())[:_MOST]:
        if one.key == body.key or not one.agency:
            continue
        taken = followed(Body(one.agency, one.place), on)
        way = next((heir.way for heir in taken.heirs if heir.body == itself), None)
        if way:
            found.append(Before(id_, one, way, whole=taken.state == "succeeded"))
    return sorted(found, key=lambda one: (one.way[-1].step.date, one.body.full_name))
