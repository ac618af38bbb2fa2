"""What a plan leaves out, as pages and JSON show it: both texts side by side."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from corpus.facts import DocumentFact, LinkFact
from graph.findings import KINDS, EndedBasis, Gaps, GoneBody, Line
from graph.parents import Parent
from nhiemvu.finding_words import (
    SHORT,
    TITLES,
    ended_in_words,
    heirs_in_words,
    note_in_words,
    reasons_in_words,
)
from nhiemvu.web.work_views import (
    DocumentName,
    Quote,
    TaskView,
    WorkName,
    document_name,
    quote,
    task_view,
    work_name,
)
from nhiemvu.words import say_in
from publish.citation_words import RELATIONS
from publish.trace_words import change_in_words
from publish.words import Lang


@dataclass(frozen=True, slots=True)
class KindView:
    """A kind of lines, its title, and how many there are."""

    kind: str
    title: str
    count: int


@dataclass(frozen=True, slots=True)
class ParentView:
    """A document above, in which words the plan rests on it, and how many tasks it has. With `only_in_tasks` the plan
    speaks of it just in tasks."""

    document: DocumentName
    relation: str
    said: str
    quotes: tuple[Quote, ...]
    tasks: int
    only_in_tasks: bool


@dataclass(frozen=True, slots=True)
class LinkView:
    """Somebody's word that one task carries out the other: the number of the correction, who, when (ISO 8601, UTC),
    and why."""

    number: int
    by: str
    at: str
    note: str


@dataclass(frozen=True, slots=True)
class LineView:
    """A task of a document above, and what the plan makes of it: `below` is the plan's task, where there is one.
    `given_to` are the names in it that mean the plan's issuer; `reasons` say why the two are taken for one, `notes`
    what is to be said besides."""

    kind: str
    said: str
    above: TaskView
    given_to: tuple[str, ...]
    below: TaskView | None
    score: float | None
    reasons: str
    notes: tuple[str, ...]
    link: LinkView | None


@dataclass(frozen=True, slots=True)
class BasisView:
    """A basis of the plan that had ended, where the plan names it, and the evidence."""

    work: WorkName
    quote: str
    section: str
    state: str
    said: str
    certain: bool
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BodyView:
    """A body that the plan gives tasks to and that is no more: `then`, on the day judged for, or only today; who has
    its functions now, and why."""

    name: str
    then: bool
    heirs: tuple[str, ...]
    said: str
    why: tuple[str, ...]
    tasks: tuple[TaskView, ...]


@dataclass(frozen=True, slots=True)
class GapTelling:
    """How gaps are told: the language, what people said of tasks, by lower and upper task, and what must not be
    shown."""

    lang: Lang
    links: Mapping[tuple[int, int], LinkFact]
    secret: Collection[int]

    def kinds(self, lines: Collection[Line]) -> tuple[KindView, ...]:
        """How many lines there are of each kind."""
        counts = [(kind, sum(line.kind == kind for line in lines)) for kind in KINDS]
        return tuple(
            KindView(kind, say_in(self.lang, TITLES[kind]), count) for kind, count in counts if count
        )

    def parents(self, parents: Collection[Parent]) -> tuple[ParentView, ...]:
        """The documents above."""
        return tuple(
            ParentView(
                document=document_name(one.document, self.lang),
                relation=one.relation,
                said=say_in(self.lang, RELATIONS[one.relation]),
                quotes=tuple(quote(span, self.lang) for span in one.words),
                tasks=len(one.tasks),
                only_in_tasks=bool(one.only),
            )
            for one in parents
        )

    def shown(self, found: Gaps) -> Gaps:
        """What of it may be shown."""
        return replace(
            found,
            parents=tuple(one for one in found.parents if one.document.id not in self.secret),
            lines=tuple(one for one in found.lines if one.parent.document.id not in self.secret),
        )

    def line(self, line: Line, document: DocumentFact) -> LineView:
        """A line of the plan that is this document."""
        below, said = line.below, None
        if below:
            said = self.links.get((below.id, line.above.id))
        return LineView(
            kind=line.kind,
            said=say_in(self.lang, SHORT[line.kind]),
            above=task_view(line.above, line.parent.document, self.lang),
            given_to=line.given_to,
            below=task_view(below, document, self.lang) if below else None,
            score=line.score,
            reasons=reasons_in_words(line.reasons, self.lang),
            notes=tuple(note_in_words(note, self.lang) for note in line.notes),
            link=LinkView(said.number, said.by, said.at, said.note) if said else None,
        )

    def basis(self, one: EndedBasis) -> BasisView:
        """A basis that has ended."""
        changes = (c for c in one.validity.changes if not (c.document and c.document.id in self.secret))
        return BasisView(
            work=work_name(one.work, self.lang),
            quote=one.citation.quote,
            section=one.citation.section or "",
            state=one.validity.state,
            said=ended_in_words(one, self.lang),
            certain=one.certain,
            evidence=tuple(change_in_words(change, self.lang) for change in changes),
        )

    def body(self, one: GoneBody, document: DocumentFact) -> BodyView:
        """A body that is no more."""
        return BodyView(
            name=one.name,
            then=one.then,
            heirs=one.heirs,
            said=heirs_in_words(one.heirs, self.lang),
            why=one.why,
            tasks=tuple(task_view(task, document, self.lang) for task in one.tasks),
        )
