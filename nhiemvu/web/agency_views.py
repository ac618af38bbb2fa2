"""What the pages of an agency show, made from what `corpus` and `graph` know of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from corpus.seats import Identity
from graph.agency_duties import AgencyDuty, When
from graph.agency_history import AgencyHistory, Before
from graph.owners import Role
from nhiemvu.web.task_lines import TaskLine
from rulebook.succession import Heir, Passage


@dataclass(frozen=True, slots=True)
class StepView:
    """A step of a reorganisation: its day, from which body to which, the function that was handed on (empty: all), and
    the documents that say so."""

    date: str
    before: str
    after: str
    function: str
    legal_basis: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RelatedBody:
    """A body that came before or after: its id where the corpus knows it, the way from one to the other, and whether
    everything went that way (`whole`) or only what the words of a task decide."""

    id: int | None
    name: str
    whole: bool
    way: tuple[StepView, ...]


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """An agency in a list, with how many tasks it leads and supports, as documents name it."""

    id: int
    name: str
    level: str | None
    kind: str | None
    place: str | None
    group: bool
    leads: int
    supports: int


@dataclass(frozen=True, slots=True)
class AgenciesView:
    """A page of the list of agencies; `next` is the cursor of the page after it."""

    q: str
    level: str
    agencies: tuple[AgencyLine, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class DutyLine:
    """A task of the agency: its role in it, the body that the document names (where that is another one), and whether
    it is certain that the agency has it."""

    line: TaskLine
    role: Role
    named: str
    certain: bool


@dataclass(frozen=True, slots=True)
class AgencyView:
    """An agency: what it is, what it was and what became of it (`state` as in `rulebook.succession`, with `why`), how
    many tasks it has of each kind, and a page of those of the kind `when`."""

    id: int
    name: str
    level: str | None
    kind: str | None
    place: str | None
    group: bool
    state: str
    why: str
    after: tuple[RelatedBody, ...]
    before: tuple[RelatedBody, ...]
    numbers: dict[str, int]
    when: When
    role: str
    tasks: tuple[DutyLine, ...]
    next: str | None


def related_after(history: AgencyHistory) -> tuple[RelatedBody, ...]:
    """Who answers for the agency now, where that is another body."""
    heirs = history.now.heirs if history.now and history.now.state not in ("living", "unknown") else ()
    whole = history.now is not None and history.now.state == "succeeded"
    return tuple(_after(heir, history, whole) for heir in heirs)


def related_before(before: Before) -> RelatedBody:
    """A body that the agency has taken over from."""
    return RelatedBody(before.id, before.body.full_name, before.whole, tuple(map(_step, before.way)))


def agency_line(id_: int, body: Identity, numbers: tuple[int, int]) -> AgencyLine:
    """An agency in a list."""
    place = body.place_name
    return AgencyLine(id_, body.full_name, body.level, body.kind, place, body.group, *numbers)


def duty_line(duty: AgencyDuty, line: TaskLine, itself: Identity) -> DutyLine:
    """A task of the agency."""
    named = duty.named.full_name if duty.named.key != itself.key else ""
    return DutyLine(line, duty.role, named, duty.certain)


def _after(heir: Heir, history: AgencyHistory, whole: bool) -> RelatedBody:
    name = heir.body.name
    return RelatedBody(history.heirs.get(name), name, whole, tuple(map(_step, heir.way)))


def _step(passage: Passage) -> StepView:
    said: dict[str, Any] = passage.as_json()
    return StepView(
        date=said["date"],
        before=passage.before.name,
        after=passage.after.name,
        function=said["function"] or "",
        legal_basis=tuple(said["legal_basis"]),
    )
