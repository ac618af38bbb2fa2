"""What an agency has to do (việc của cơ quan): what documents give to it, and what it has taken over from others.

    found = AgencyDuties(connection, body_id, before, on)
    found.shown("next", limit=30)        # what is due from today on, the next first

A task of a body that came before it is its own where the words of the task or the law say so; where they leave it open,
it is shown as not certain (`Duty.certain`). Corrections count as in every other answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from corpus import bodies, queries
from corpus.body_rows import bodies_of
from corpus.engine import Connection
from corpus.facts import TaskFact
from corpus.put_right import tasks_put_right
from corpus.seats import Identity
from corpus.ticks import task_states
from graph.agency_history import Before
from graph.owned import Owned, owned
from graph.owners import Role
from rulebook.bodies import Body

When = Literal["next", "past", "undated", "done"]
WHEN: tuple[When, ...] = ("next", "past", "undated", "done")
_PORTION = 50


Claim = tuple[int, Role]
"""That a body, by its id, has a task in a role."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A task in the list: its first fixed day, if it has any, and which bodies have it, the surest claim first."""

    task_id: int
    document_id: int
    day: str | None
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class AgencyDuty:
    """A task of an agency with all its owners; `role` is that of the agency, `named` which body the document names for
    it; not `certain` where it may have gone to another heir."""

    owned: Owned
    role: Role
    day: str | None
    named: Identity
    certain: bool


class AgencyDuties:
    """The tasks of one agency on a day, listed at once and looked at only as far as they are shown."""

    def __init__(
        self, connection: Connection, body_id: int, itself: Identity, before: Sequence[Before], on: date
    ) -> None:
        self._connection, self._on = connection, on
        self._itself = itself
        self._bodies = {body_id: itself} | {one.id: one.body for one in before}
        self._whole = {body_id} | {one.id for one in before if one.whole}
        rows = _as_corrected(connection, bodies.duties_of(connection, self._bodies), self._bodies)
        self._listed = self._together(rows)
        self._states = task_states(connection, {one.document_id for one in self._listed})

    def listed(
        self, when: When, role: Role | None = None, hidden: frozenset[int] = frozenset()
    ) -> list[Listed]:
        """The tasks of one kind, those that are shown first in front: `next` by day, `past` the latest first, those
        without a day or that are done from the newest document on. Without those of `hidden` documents."""
        today = self._on.isoformat()
        rows = [
            one
            for one in self._listed
            if self._when(one, today) == when
            and (role is None or any(as_what == role for _, as_what in one.claims))
            and one.document_id not in hidden
        ]
        if when == "next":
            return sorted(rows, key=lambda one: (one.day or "", one.task_id))
        return sorted(rows, key=lambda one: (one.day or "", one.document_id, -one.task_id), reverse=True)

    def looked_at(self, listed: Sequence[Listed]) -> Iterator[AgencyDuty]:
        """These tasks with their owners, in their order, without those that went to other bodies."""
        for at in range(0, len(listed), _PORTION):
            some = listed[at : at + _PORTION]
            known = queries.tasks(self._connection, {one.task_id for one in some})
            tasks = {one.task.id: one for one in owned(self._connection, list(known.values()), self._on)}
            for one in some:
                found = tasks.get(one.task_id)
                duty = self._duty(one, found) if found else None
                if duty:
                    yield duty

    def _when(self, one: Listed, today: str) -> When:
        if self._states.get(one.task_id) == "done":
            return "done"
        return "undated" if not one.day else "next" if one.day >= today else "past"

    def _together(self, rows: Iterable[bodies.Duty]) -> list[Listed]:
        """One entry a task: claims of the agency itself and of those that went to it whole before others."""
        found: dict[int, list[bodies.Duty]] = {}
        for row in rows:
            found.setdefault(row.task_id, []).append(row)
        listed = []
        for task_id, claims in found.items():
            claims.sort(key=lambda one: (one.body_id not in self._whole, one.role != "lead"))
            said = tuple((one.body_id, _role(one.role)) for one in claims)
            listed.append(Listed(task_id, claims[0].document_id, claims[0].day, said))
        return listed

    def _duty(self, listed: Listed, found: Owned) -> AgencyDuty | None:
        duties = (self._claimed(claim, listed.day, found) for claim in listed.claims)
        return next(filter(None, duties), None)

    def _claimed(self, claim: Claim, day: str | None, found: Owned) -> AgencyDuty | None:
        body_id, role = claim
        named = self._bodies[body_id]
        if body_id in self._whole:
            return AgencyDuty(found, role, day, named, certain=True)
        itself = Body(self._itself.agency or "", self._itself.place)
        mine = (one for one in found.owners if one.role == role and one.body.key == named.key)
        heirs = [owner for owner in mine if any(heir.body == itself for heir in owner.heirs)]
        if not heirs:
            return None
        return AgencyDuty(found, role, day, named, certain=heirs[0].state in ("succeeded", "living"))


def _as_corrected(
    connection: Connection, rows: list[bodies.Duty], known: dict[int, Identity]
) -> list[bodies.Duty]:
    """The rows with what people put right of tasks: who has them, and when they are due."""
    corrected = tasks_put_right(connection)
    if not corrected:
        return rows
    ids = {body.key: id_ for id_, body in known.items()}
    kept = [one for one in rows if one.task_id not in corrected]
    tasks = [task for task in corrected.values() if task is not None]
    meant = bodies_of(connection, tasks)
    for task in tasks:
        kept += [
            bodies.Duty(task.id, task.document_id, ids[meant[task.id][name].key], role, _first_day(task))
            for role, names in (("lead", task.lead), ("support", task.support))
            for name in names
            if meant[task.id][name].key in ids
        ]
    return kept


def _role(written: str) -> Role:
    return "lead" if written == "lead" else "support"


def _first_day(task: TaskFact) -> str | None:
    return min((due for due in task.due if due[:1].isdigit() and len(due) == 10), default=None)
