"""What the corpus answers with: plain values, free of the database they came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Status = Literal["resolved", "ambiguous", "unmatched", "self", "broken"]


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
class TaskFact:
    """A task with its bodies (cơ quan chủ trì, phối hợp) in the document's order, and who gets what it produces."""

    id: int
    document_id: int
    name: str
    quote: str
    start: int
    end: int
    section: str | None
    page: int | None
    lead: tuple[str, ...]
    support: tuple[str, ...]
    due: tuple[str, ...]
    deliverable: str | None
    deliverable_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationFact:
    """A citation and what it means: a work, or candidates, or nothing that the corpus knows.

    `symbol`, `type`, `issuer`, `date` are as said; `provisions` is the pinpoint taken apart; `found` is what the
    document alone could tell, and `why` what it lacks; `held` whether the corpus holds the work that is meant. `near`
    says of each candidate how near it comes (`corpus.identity`).
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

    @property
    def status(self) -> Status:
        """`self` and `broken` as the document says; else `resolved` where the corpus holds the work, `ambiguous`
        where it may be several, `unmatched` where the corpus does not hold it."""
        if self.found in ("self", "broken"):
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
