"""Works, their validity and what is cited, as pages and JSON show them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from corpus.facts import DocumentFact, TaskFact, WorkFact
from graph.nodes import Span
from graph.openness import between
from graph.steps import Root, Step
from graph.validity import Change, History, Validity
from nhiemvu.finding_words import due_in_words, named, section_in_words, sources_in_words, work_named
from nhiemvu.words import say_in
from publish.citation_words import RELATIONS
from publish.trace_words import change_in_words, state_in_words
from publish.words import Lang


@dataclass(frozen=True, slots=True)
class WorkName:
    """A work by its id and its name in full; `held` says whether the corpus has a document of it."""

    id: int
    name: str
    symbol: str | None
    type: str | None
    issuer: str | None
    date: str | None
    title: str | None
    held: bool


@dataclass(frozen=True, slots=True)
class DocumentName:
    """A document of the corpus by its id and its name in full."""

    id: int
    name: str
    number: str | None
    issuer: str | None
    date: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a document: characters `start` to `end` of its text, their section in words, the provisions that they
    name."""

    document_id: int
    quote: str
    start: int
    end: int
    section: str
    provisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TaskView:
    """A task with its place: its words, section or page in words, bodies, deadlines as values and `due_words` as people
    write them."""

    id: int
    document_id: int
    document: str
    task: str
    quote: str
    section: str
    lead: tuple[str, ...]
    support: tuple[str, ...]
    due: tuple[str, ...]
    due_words: str


@dataclass(frozen=True, slots=True)
class ChangeView:
    """What changed or ended a work, in `words`; the document of the corpus that says so with its words, else the
    sources of the rule data. `doubt` is why it decides nothing."""

    kind: str
    day: str | None
    words: str
    document: DocumentName | None
    work_id: int | None
    quote: str
    section: str
    effect: str
    sources: str
    doubt: str


@dataclass(frozen=True, slots=True)
class ValidityView:
    """The state of a work on a day, as a word of the schema and in `words`; the evidence, and what is only possible."""

    state: str
    day: str
    since: str | None
    words: str
    disputed: bool = False
    changes: tuple[ChangeView, ...] = ()
    possible: tuple[ChangeView, ...] = ()


@dataclass(frozen=True, slots=True)
class StepView:
    """One step of a trace (`graph.steps.Step`): `document` says in `quotes` that it stands in `relation` to a work.

    `work` is what is reached: above, the work that is cited, below, that of the document. `relied_on` is the validity
    of the cited work on the day of the document that cites it, `validity` that of `work` on the day that was asked for.
    `more` counts what follows and is not shown.
    """

    relation: str
    said: str
    status: str
    why: str
    work: WorkName | None
    candidates: tuple[WorkName, ...]
    document: DocumentName
    quotes: tuple[Quote, ...]
    relied_on: ValidityView | None
    validity: ValidityView | None
    tasks: tuple[TaskView, ...]
    again: bool
    steps: tuple[StepView, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Telling:
    """How things are told: the language, the histories of all works, the day, and the documents that must not be
    shown."""

    lang: Lang
    known: Mapping[int, History]
    day: date
    secret: Collection[int]

    def steps(self, steps: Collection[Step], *, upward: bool) -> tuple[StepView, ...]:
        """The steps, without those that only a secret document tells of."""
        return tuple(self._step(one, upward) for one in steps if one.document.id not in self.secret)

    def validity(self, validity: Validity) -> ValidityView:
        """The state with all its evidence."""
        brief = brief_validity(validity, self.lang)
        return replace(
            brief, changes=self._changes(validity.changes), possible=self._changes(validity.possible)
        )

    def _step(self, step: Step, upward: bool) -> StepView:
        work, lang = step.work, self.lang
        now = self.known[work.id].on(self.day) if work else None
        then = step.validity if upward else step.relied_on
        return StepView(
            relation=step.relation,
            said=say_in(lang, RELATIONS[step.relation]),
            status=step.status,
            why=_why(step, lang),
            work=work_name(work, lang) if work else None,
            candidates=tuple(work_name(one, lang) for one in step.candidates),
            document=document_name(step.document, lang),
            quotes=tuple(quote(span, lang) for span in step.words),
            relied_on=brief_validity(then, lang) if then else None,
            validity=brief_validity(now, lang) if now else None,
            tasks=tuple(task_view(task, step.document, lang) for task in step.tasks),
            again=step.again,
            steps=self.steps(step.steps, upward=upward),
            more=step.more,
        )

    def _changes(self, changes: Collection[Change]) -> tuple[ChangeView, ...]:
        return tuple(self._change(one) for one in changes if not self._is_secret(one))

    def _is_secret(self, change: Change) -> bool:
        return bool(change.document and change.document.id in self.secret)

    def _change(self, change: Change) -> ChangeView:
        words = change.words
        return ChangeView(
            kind=change.kind,
            day=change.day,
            words=change_in_words(change, self.lang),
            document=document_name(change.document, self.lang) if change.document else None,
            work_id=change.work.id if change.work else None,
            quote=words.quote if words else "",
            section=section_in_words(words.section, None, self.lang) if words else "",
            effect=change.effect.quote if change.effect else "",
            sources=sources_in_words(change.sources, self.lang),
            doubt=change.doubt,
        )


def works_in(root: Root) -> dict[int, WorkFact]:
    """The works of a trace."""
    found = {root.work.id: root.work}
    found |= {step.work.id: step.work for step in _all_steps(root) if step.work}
    return found


def documents_in(root: Root) -> set[int]:
    """The documents that a trace, or the evidence in it, speaks of."""
    steps = {step.document.id for step in _all_steps(root)}
    told = {change.document.id for change in root.changes if change.document}
    return steps | told | {document.id for document in root.documents}


def work_name(work: WorkFact, lang: Lang) -> WorkName:
    """The work by name."""
    name = work_named(work, lang)
    return WorkName(work.id, name, work.symbol, work.type, work.issuer, work.date, work.title, work.held)


def document_name(document: DocumentFact, lang: Lang) -> DocumentName:
    """The document by name."""
    name = named(document, lang)
    return DocumentName(document.id, name, document.number, document.issuer, document.date, document.title)


def quote(span: Span, lang: Lang) -> Quote:
    """The words of a citation with their place."""
    section = section_in_words(span.section, None, lang)
    return Quote(span.document_id, span.quote, span.start, span.end, section, span.provisions)


def task_view(task: TaskFact, document: DocumentFact, lang: Lang) -> TaskView:
    """The task with its place."""
    return TaskView(
        id=task.id,
        document_id=task.document_id,
        document=named(document, lang),
        task=task.name,
        quote=task.quote,
        section=section_in_words(task.section, task.page, lang),
        lead=task.lead,
        support=task.support,
        due=task.due,
        due_words=due_in_words(task, lang),
    )


def brief_validity(validity: Validity, lang: Lang) -> ValidityView:
    """The state without its evidence."""
    words = state_in_words(validity, lang, with_day=False)
    return ValidityView(validity.state, validity.day, validity.since, words, validity.disputed)


def _why(step: Step, lang: Lang) -> str:
    if not step.candidates:
        return step.why
    phrase, values = between(step.candidates)
    return say_in(lang, phrase, **values)


def _all_steps(root: Root) -> list[Step]:
    found = [*root.up, *root.down]
    for step in found:  # grows while it is walked
        found += step.steps
    return found
