"""`Trace`: the answer to what a document rests on, as frozen values (truy căn cứ pháp lý)."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from corpus.facts import DocumentFact, Status, TaskFact, WorkFact
from graph.nodes import Span
from graph.validity import Change, Validity
from rulebook.works import KnownWork

Direction = Literal["up", "down", "both"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a trace: `document` says in `words` that it stands in `relation` to a work.

    Going up, `work` is that work; going down, it is the work of `document`, and `tasks` are the tasks of the document
    that say so. Where the words leave it open, `work` is missing, `candidates` are what they may mean, and `why` says
    in Vietnamese between what it stands. `again` marks a work that is gone into elsewhere in the tree.

    `validity` is that of `work`: going up on the day of `document`, which relies on it, going down today, unless the
    trace is made for one day (`Trace.on`). Going down, `relied_on` is the validity of the work that is traced on the
    day of `document`. `changes` are all that is known to have changed or ended `work`, on whatever day, and `known` its
    row in the rule data. `more` counts what follows and is not shown: going down documents, the newest of which are
    shown, going up works that are cited.
    """

    relation: str
    status: Status
    document: DocumentFact
    words: tuple[Span, ...]
    work: WorkFact | None
    candidates: tuple[WorkFact, ...] = ()
    tasks: tuple[TaskFact, ...] = ()
    why: str = ""
    again: bool = False
    validity: Validity | None = None
    relied_on: Validity | None = None
    changes: tuple[Change, ...] = ()
    known: KnownWork | None = None
    steps: tuple[Step, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """A work that may be meant, the documents of it that the corpus holds, its validity (today, unless the trace is
    made for one day), its changes and its row in the rule data, and the steps from it. `more_up` and
    `more_down` count what is next to it and not shown, as `Step.more` does."""

    work: WorkFact
    documents: tuple[DocumentFact, ...]
    validity: Validity | None = None
    changes: tuple[Change, ...] = ()
    known: KnownWork | None = None
    up: tuple[Step, ...] = ()
    down: tuple[Step, ...] = ()
    more_up: int = 0
    more_down: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """The answer to what was typed: one root; or several, where it may mean several works, and none is chosen; or
    none, and the works with `close` names; `more` works that may be meant are not
    listed. `on` is the day that the validity was asked for, `None` where each step has its own."""

    typed: str
    direction: Direction
    on: str | None = None
    roots: tuple[Root, ...]
    more: int = 0
    close: tuple[WorkFact, ...] = ()

    @property
    def outcome(self) -> Literal["found", "ambiguous", "unknown"]:
        """Whether one work was meant, perhaps several, or none that the corpus knows."""
        return "unknown" if not self.roots else "found" if len(self.roots) == 1 else "ambiguous"

    def as_json(self) -> dict[str, Any]:
        """The trace as a JSON object."""
        return {"outcome": self.outcome} | asdict(self)
