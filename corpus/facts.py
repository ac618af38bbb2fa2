"""What the corpus answers with: plain values, free of the database they came from."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Literal

Status = Literal["resolved", "ambiguous", "unmatched", "self", "broken", "none"]
CorrectionKind = Literal[
    "lead", "support", "due", "not_task", "means", "carries_out", "same_agency", "progress", "undo"
]
ProgressState = Literal["open", "doing", "done"]
CorrectionState = Literal["holds", "superseded", "undone", "gone", "several", "changed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """That a person put a field right (đã sửa): the correction's number, the `field` (`lead`, `support`, `due`,
    `means`), what it `was` as extracted, who said so, when (ISO 8601, UTC), and why."""

    number: int
    field: CorrectionKind
    was: tuple[str, ...]
    by: str
    at: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a task is (tiến độ), as somebody ticked it: `open` (chưa thực hiện), `doing` (đang thực hiện) or `done`
    (đã hoàn thành); the number of the correction that says so, who said it, when (ISO 8601, UTC), and a note."""

    number: int
    state: ProgressState
    by: str
    at: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameFact:
    """By what else a work is called that somebody joined with another one."""

    key: str
    symbol: str | None
    date: str | None
    issuer: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkFact:
    """A work (văn bản, as an identity). `held` says whether the corpus holds a document of it; `key` is its identity
    in one line, which outlives `id`; `also` are the works that somebody joined with it."""

    id: int
    key: str
    symbol: str | None
    type: str | None
    issuer: str | None
    year: int | None
    date: str | None
    title: str | None
    uri: str | None
    held: bool
    also: tuple[NameFact, ...] = ()

    @property
    def name(self) -> str:
        """What it is called in one line: its symbol or its type and title, its date, its issuer."""
        called = self.symbol or " ".join(part for part in (self.type, self.title) if part)
        when = self.date or (str(self.year) if self.year else "")
        return ", ".join(part for part in (called, when, self.issuer) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class JoiningFact:
    """Somebody's word that two works are one (`joined`) or, later, that they are not; the works by their keys and by
    the names that the person saw. `said_at` is in UTC."""

    id: int
    one: str
    other: str
    one_name: str
    other_name: str
    joined: bool
    by: str
    note: str
    said_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionFact:
    """Somebody's word that something is to be otherwise than it was read (`corpus.models.Correction`); `said_at` is in
    UTC, and `id` the number by which it can be taken back."""

    id: int
    kind: CorrectionKind
    work: str | None
    sha256: str | None
    document: str
    quote: str
    fingerprint: str
    section: str | None
    context: dict[str, Any]
    before: tuple[str, ...]
    after: tuple[str, ...]
    target: str | None
    undoes: int | None
    by: str
    note: str
    said_at: datetime

    def as_json(self) -> dict[str, Any]:
        """The correction as a JSON object, without what only serves to find its words."""
        said = asdict(self) | {"said_at": self.said_at.isoformat()}
        return {name: value for name, value in said.items() if name not in ("fingerprint", "context")}


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingFact:
    """A correction and what has become of it: it `holds`; a later one `superseded` it; one (`undone_by`) has it
    `undone`; its words are `gone` from the corpus, or `several` may be meant now, or a later version of the document
    says something new (`changed`). `documents` are the ids of those in which its words were found."""

    correction: CorrectionFact
    state: CorrectionState
    documents: tuple[int, ...] = ()
    undone_by: int | None = None

    def as_json(self) -> dict[str, Any]:
        """The correction as a JSON object, with its state."""
        more = {"state": self.state, "documents": list(self.documents), "undone_by": self.undone_by}
        return self.correction.as_json() | more


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkFact:
    """Somebody's word that the task `lower` carries out the task `upper` of a higher document; both by their ids."""

    lower: int
    upper: int
    number: int
    by: str
    at: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFact:
    """A document that the corpus holds, without its text; `work_id` is what it is a copy of."""

    id: int
    work_id: int | None
    path: str
    sha256: str
    type: str | None
    number: str | None
    issuer: str | None
    place: str | None
    date: str | None
    title: str | None
    uri: str | None
    pages: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionFact:
    """A section over some words, with its path of markers (`V.1.a`)."""

    path: str
    marker: str | None
    heading: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskSaid:
    """What a task says, where that stands, and who is to do it (cơ quan chủ trì, phối hợp, in the document's order) by
    when."""

    quote: str
    start: int
    end: int
    section: str | None
    page: int | None
    lead: tuple[str, ...]
    support: tuple[str, ...]
    due: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskFact(TaskSaid):
    """A task of a document, and who gets what it produces; `corrected` are the fields that people put right, `progress`
    how far it is, where somebody said so."""

    id: int
    document_id: int
    name: str
    deliverable: str | None
    deliverable_to: tuple[str, ...] = ()
    corrected: tuple[Corrected, ...] = ()
    progress: Progress | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineFact:
    """When something must be done; `due` is the last day (ISO), `last_day` that of a duration, `tasks` the ids of the
    tasks that it governs."""

    id: int
    document_id: int
    quote: str
    start: int
    end: int
    due: str | None
    recurrence: str | None
    duration: str | None
    last_day: str | None
    tasks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetFact:
    """A measurable goal (chỉ tiêu) with its value, unit, comparison and last day."""

    id: int
    document_id: int
    quote: str
    start: int
    end: int
    value: float | None
    unit: str | None
    comparison: str
    due: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationFact:
    """A citation and what it means: a work, or candidates, or nothing that the corpus knows.

    `symbol`, `type`, `issuer`, `date` are as said; `provisions` is the pinpoint taken apart; `found` is what the
    document alone could tell, and `why` what it lacks; `held` whether the corpus holds the work that is meant. `near`
    says of each candidate how near it comes (`corpus.identity`); `corrected` that a person said what it means.
    """

    id: int
    document_id: int
    quote: str
    start: int
    end: int
    section: str | None
    relation: str
    symbol: str | None
    type: str | None
    title: str | None
    issuer: str | None
    date: str | None
    pinpoint: str | None
    found: Status
    work_id: int | None
    held: bool
    candidates: tuple[int, ...] = ()
    near: tuple[str, ...] = ()
    provisions: tuple[str, ...] = ()
    why: str = ""
    corrected: tuple[Corrected, ...] = ()

    @property
    def status(self) -> Status:
        """`self` and `broken` as the document says, `none` where a person said that it cites nothing; else `resolved`
        where the corpus holds the work, `ambiguous` where it may be several, `unmatched` where the corpus does not hold
        it."""
        if self.found in ("self", "broken", "none"):
            return self.found
        if self.candidates:
            return "ambiguous"
        return "resolved" if self.held else "unmatched"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldFact:
    """What a document tells of a change between works that it cites: the one that `citation` means was changed by the
    one that `by` means, or, where only that is told, in the year `date`."""

    document_id: int
    quote: str
    start: int
    end: int
    kind: str
    date: str | None
    citation: CitationFact
    by: CitationFact | None
