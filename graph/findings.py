"""What `gaps` answers with, as frozen values: how a plan stands to the documents above it (kết quả rà soát)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from corpus.facts import CitationFact, DocumentFact, TaskFact, WorkFact
from graph.likeness import Reason
from graph.parents import Parent, Unread
from graph.validity import Validity

Kind = Literal["not_found", "other_owner", "later", "perhaps", "unclear", "past", "taken_up"]

KINDS: tuple[Kind, ...] = ("not_found", "other_owner", "later", "perhaps", "unclear", "past", "taken_up")
"""In the order in which they are shown: what must be looked at first.

    not_found      the task above is given to the issuer, and no task of the plan is like it
    other_owner    it is there, but led by a body that the document above did not mean
    later          it is there, with a later deadline, or less often
    perhaps        some task of the plan may be it; its score and reasons are shown, and nothing is claimed
    unclear        it is not found, and not certain to be given to the issuer, or its words say too little
    past           it is not found for certain, and its day was over when the plan was made
    taken_up       it is there
"""

GAPS: tuple[Kind, ...] = ("not_found", "other_owner", "later", "perhaps")
"""The kinds that somebody must look at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One task of a document above, and what the plan makes of it: `below` is the task of the plan, missing where there
    is none or the plan fulfils it by being there. `given_to` are the names in the task above that mean the issuer;
    where there are none, the task is another body's. `score` and `reasons` say why the two are taken for one; `notes`
    what is to be said of them besides."""

    kind: Kind
    parent: Parent
    above: TaskFact
    given_to: tuple[str, ...]
    below: TaskFact | None = None
    score: float | None = None
    reasons: tuple[Reason, ...] = ()
    notes: tuple[Reason, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The line as published, both tasks with their documents named by number."""
        return {
            "kind": self.kind,
            "above": task_as_json(self.above, self.parent.document),
            "given_to": list(self.given_to),
            "below": self.below and task_as_json(self.below, None),
            "score": self.score,
            "reasons": [reason.as_json() for reason in self.reasons],
            "notes": [note.as_json() for note in self.notes],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class EndedBasis:
    """A document on which the plan rests, or that one of its tasks follows, and that had ended on the plan's day: where
    the plan says so (`citation`), and the `validity` with its evidence. It is not `certain` where the plan names a law
    without number and day: it may mean the one that came after."""

    work: WorkFact
    citation: CitationFact
    validity: Validity
    tasks: tuple[TaskFact, ...] = ()
    certain: bool = True

    def as_json(self) -> dict[str, Any]:
        """The basis as published."""
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoneBody:
    """A body that the plan gives tasks to and that does not exist on `day`: the day that the plan is judged for
    (`then`), or today. `heirs` are the bodies that have its functions, with the legal basis in `why`; several are not
    decided between."""

    name: str
    day: str
    then: bool
    heirs: tuple[str, ...]
    why: tuple[str, ...]
    tasks: tuple[TaskFact, ...]

    def as_json(self) -> dict[str, Any]:
        """The body as published."""
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaps:
    """How a plan stands to what is above it. `unread` are the documents above that could not be compared."""

    document: DocumentFact
    held: bool
    on: str
    parents: tuple[Parent, ...]
    lines: tuple[Line, ...]
    bases: tuple[EndedBasis, ...]
    bodies: tuple[GoneBody, ...]
    unread: tuple[Unread, ...]

    @property
    def found(self) -> bool:
        """Whether there is anything that somebody must look at."""
        return bool(
            any(one.certain for one in self.bases)
            or self.bodies
            or any(line.kind in GAPS for line in self.lines)
        )

    @property
    def unowned(self) -> tuple[tuple[Parent, int], ...]:
        """The documents above with how many of their tasks name nobody: of these nothing can be said to be missing."""
        counts = [(one, sum(not task.lead for task in one.tasks)) for one in self.parents if not one.only]
        return tuple((one, count) for one, count in counts if count)

    def of(self, kinds: Sequence[Kind]) -> tuple[Line, ...]:
        """The lines of these kinds."""
        return tuple(line for line in self.lines if line.kind in kinds)

    def as_json(self) -> dict[str, Any]:
        """The answer as a JSON object."""
        return {
            "document": asdict(self.document),
            "held": self.held,
            "on": self.on,
            "gaps": self.found,
            "parents": [_above(one, one.document) for one in self.parents],
            "unread": [_above(one, None) | {"why": one.why} for one in self.unread],
            "lines": [line.as_json() for line in self.lines],
            "bases": [one.as_json() for one in self.bases],
            "bodies": [one.as_json() for one in self.bodies],
        }


def task_as_json(task: TaskFact, document: DocumentFact | None) -> dict[str, Any]:
    """A task as published: its words, where they stand, its owners and deadlines, and the document where it is not
    plain which one is meant."""
    said = asdict(task)
    for name in ("id", "document_id", "name"):
        del said[name]
    if document is None:
        return said
    return said | {
        "document": {name: getattr(document, name) for name in ("type", "number", "date", "issuer", "path")}
    }


def _above(one: Parent | Unread, document: DocumentFact | None) -> dict[str, Any]:
    tasks = (
        {
            "tasks": len(one.tasks),
            "without_lead": sum(not task.lead for task in one.tasks),
            "only_in_tasks": bool(one.only),
        }
        if isinstance(one, Parent)
        else {}
    )
    return {
        "work": asdict(one.work),
        "relation": one.relation,
        "words": [asdict(span) for span in one.words],
        "path": document.path if document else None,
    } | tasks
