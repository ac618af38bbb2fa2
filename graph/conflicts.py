"""Where documents of one level contradict each other (mâu thuẫn giữa văn bản cùng cấp): one task with two leads, or two
deadlines for one report or product.

Compared are documents of one place and level, both still standing, of which neither changes or ends the other and
which are not for different years. Nothing is compared with everything. Two documents meet where they rest on one
document above, or where a task of one has the rare words of a task of the other (the full-text index); then
`graph.likeness` says which tasks are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from itertools import product
from typing import Any, Literal

from corpus import queries, rare_words
from corpus.engine import Connection
from corpus.facts import DocumentFact, TaskFact, WorkFact
from corpus.issuer import issuer_key, place_of
from corpus.seats import named
from corpus.store import Corpus
from corpus.task_places import Where
from extract.extraction import Extraction
from graph.addressees import body_of, is_party, share_a_body
from graph.findings import task_as_json
from graph.gaps import find_subject
from graph.lateness import lateness
from graph.levels import level_of
from graph.likeness import Likeness, Reason, alike
from graph.other_kinds import other_kinds
from graph.own_document import is_about_itself
from graph.parents import BASES
from graph.subject import Subject, subject_from, subject_of
from graph.validity import ENDED, histories
from rulebook.spelling import key

SURE = 0.75
"""The score from which two tasks of one level are taken for one; both must do the same thing besides."""

_MOST_TASKS = 400  # of a document that are looked up by their words
_MOST_FOUND = 30  # tasks that rare words may name for one task
_RARE_WORDS = 4
_SAME_WORK = ("same", "action", "deliverable")
_ENDING = ("amends", "supplements", "replaces", "repeals")
_SMALL: tuple[str, ...] = ("district", "commune")  # of which several bear one name
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MANY = re.compile(r"(?:^|\s)(?:các|từng|mỗi|những|cấp) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two tasks that are one, of two documents, and what they contradict each other in: `two_leads` or
    `two_deadlines`, with the values of both in `differ`. `shared` are the works above that both documents rest on."""

    kind: Literal["two_leads", "two_deadlines"]
    one: TaskFact
    one_document: DocumentFact
    other: TaskFact
    other_document: DocumentFact
    differ: tuple[str, str]
    score: float
    reasons: tuple[Reason, ...]
    shared: tuple[WorkFact, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The conflict as published, both tasks with their documents."""
        return {
            "kind": self.kind,
            "one": task_as_json(self.one, self.one_document),
            "other": task_as_json(self.other, self.other_document),
            "differ": list(self.differ),
            "score": self.score,
            "reasons": [reason.as_json() for reason in self.reasons],
            "shared": [asdict(work) for work in self.shared],
        }


def conflicts(corpus: Corpus, asked: str | Extraction | None = None) -> tuple[Conflict, ...]:
    """The conflicts of a document with others of its level and place; `asked` is what somebody types, or what was read
    out of a file. Without it, those of all documents in the corpus, each once.

    Raises `CorpusError`: the corpus has no such document, or several.
    """
    with corpus.reading() as connection:
        if asked is not None:
            plan = (
                subject_from(connection, asked)
                if isinstance(asked, Extraction)
                else find_subject(connection, asked)
            )
            return tuple(conflicts_of(connection, plan))
        found: dict[frozenset[tuple[str, int]], Conflict] = {}
        for id_ in queries.document_ids(connection):
            plan = subject_of(connection, queries.documents(connection, [id_])[id_])
            for one in conflicts_of(connection, plan):
                pair = frozenset(((one.kind, one.one.id), (one.kind, one.other.id)))
                found.setdefault(pair, one)
        return tuple(found.values())


def conflicts_of(connection: Connection, plan: Subject, most: int | None = None) -> Iterator[Conflict]:
    """The conflicts of this document, the likeliest first within each other document; with `most`, it is compared with
    only so many of its level and place, those that were added last."""
    for document, shared in _beside(connection, plan, most):
        other = subject_of(connection, document)
        works = tuple(plan.works[id_] for id_ in sorted(shared) if id_ in plan.works)
        for pair in alike(plan.tasks, other.tasks, SURE):
            yield from _between(plan, other, pair, works)


def _between(
    plan: Subject, other: Subject, pair: Likeness, shared: tuple[WorkFact, ...]
) -> Iterator[Conflict]:
    one, two = plan.tasks[pair.one], other.tasks[pair.other]
    signs = {reason.sign for reason in pair.reasons}
    if signs.isdisjoint(_SAME_WORK) or _reports_elsewhere(one, two) or other_kinds(one, two):
        return
    if is_about_itself(one, plan.document) or is_about_itself(two, other.document):
        return
    differ = {"two_leads": _two_leads(plan, one, other, two), "two_deadlines": _two_deadlines(one, two)}
    for kind, values in differ.items():
        if values:
            yield Conflict(
                kind=kind,  # type: ignore[arg-type]
                one=one,
                one_document=plan.document,
                other=two,
                other_document=other.document,
                differ=values,
                score=pair.score,
                reasons=pair.reasons,
                shared=shared,
            )


def _two_leads(plan: Subject, one: TaskFact, other: Subject, two: TaskFact) -> tuple[str, str] | None:
    """The leads of both, where they are bodies by name and none of one is one of the other."""
    ours, theirs = _bodies(plan, one), _bodies(other, two)
    if not ours or not theirs or (share_a_body(one.lead, two.lead) and not _places_differ(ours, theirs)):
        return None
    if any(_MANY.search(name) or is_party(name) for name in (*one.lead, *two.lead)):
        return None
    issuers = {issuer_key(plan.document.issuer), issuer_key(other.document.issuer)}
    if issuers & {key(body_of(name)) for name in (*ours, *theirs)}:
        return None  # the issuer and a body below it: the one has it done by the other
    return "; ".join(ours), "; ".join(theirs)


def _bodies(plan: Subject, task: TaskFact) -> list[str]:
    return [named(name, plan.places.get((task.id, name), Where()).place) for name in task.lead]


def _places_differ(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    return all(
        place_of(one) and place_of(other) and place_of(one) != place_of(other)
        for one, other in product(ours, theirs)
    )


def _two_deadlines(one: TaskFact, two: TaskFact) -> tuple[str, str] | None:
    """The deadlines of both, where they produce something and one is due later in the same round."""
    if (
        not one.deliverable
        or not two.deliverable
        or (one.lead and two.lead and not share_a_body(one.lead, two.lead))
    ):
        return None
    if len(one.due) != len(two.due) or {value[:4] for value in one.due} != {value[:4] for value in two.due}:
        return None
    late = lateness(one.due, two.due)
    if late:
        return late.above, late.below
    late = lateness(two.due, one.due)
    return (late.below, late.above) if late else None


def _reports_elsewhere(one: TaskFact, two: TaskFact) -> bool:
    here, there = one.deliverable_to, two.deliverable_to
    return bool(here and there) and not share_a_body(here, there)


def _beside(
    connection: Connection, plan: Subject, most: int | None
) -> Iterator[tuple[DocumentFact, set[int]]]:
    """The documents that may contradict this one, the newest first, each with the works that both rest on."""
    level = level_of(plan.work)
    if level in ("unclear", "law"):
        return
    shared = _sharing(connection, plan)
    met = dict(shared) if level in _SMALL else _by_words(connection, plan) | shared
    documents = queries.documents(connection, sorted(met, reverse=True)[:most])
    works = queries.works(connection, {one.work_id for one in documents.values() if one.work_id})
    changing = _changing(connection, plan)
    beside = {
        document.id: works[document.work_id]
        for document in documents.values()
        if document.work_id in works and level_of(works[document.work_id]) == level
        if document.work_id not in changing and not _apart(plan, works[document.work_id])
    }
    standing = _standing(connection, [plan.work, *{work.id: work for work in beside.values()}.values()])
    for document in documents.values():
        if standing[plan.work.id] and document.id in beside and standing[beside[document.id].id]:
            yield document, met[document.id]


def _sharing(connection: Connection, plan: Subject) -> dict[int, set[int]]:
    """The documents of the place that rest on a work on which this one rests; laws are everybody's basis."""
    above = {
        one.work_id for one in plan.citations if one.relation in BASES and one.work_id and one.found != "self"
    }
    wanted = [id_ for id_ in above if id_ > 0 and level_of(plan.works[id_]) != "law"]
    said, place = plan.document, place_of(plan.document.issuer)
    found = queries.documents_beside(connection, wanted, BASES, said.issuer, said.place)
    # Of a work that thousands rest on few are of this place; the others need not be looked at.
    return {id_: works for id_, (issuer, works) in found.items() if place_of(issuer) == place}


def _by_words(connection: Connection, plan: Subject) -> dict[int, set[int]]:
    """The documents with a task that has the rarest words of one of this document's tasks; of one that is only read,
    none: its tasks are not in the index."""
    ids: set[int] = set()
    for task in plan.tasks[:_MOST_TASKS] if plan.held else ():
        words = rare_words.rarest_words(connection, task.id, _RARE_WORDS)
        if len(words) == _RARE_WORDS:
            ids.update(rare_words.tasks_with_words(connection, words, _MOST_FOUND))
    found = queries.tasks(connection, ids - {task.id for task in plan.tasks})
    documents = queries.documents(connection, {task.document_id for task in found.values()})
    place = place_of(plan.document.issuer)
    return {one.id: set() for one in documents.values() if place_of(one.issuer) == place}


def _standing(connection: Connection, works: Sequence[WorkFact]) -> dict[int, bool]:
    """Which of these works nothing is known to have ended by today."""
    known = histories(connection, works)
    return {work.id: known[work.id].on(date.today()).state not in ENDED for work in works}


def _changing(connection: Connection, plan: Subject) -> set[int | None]:
    """The works of which a document changes or ends this one."""
    if plan.work.id <= 0:
        return set()
    changing = queries.changes_of(connection, [plan.work.id], _ENDING)
    documents = queries.documents(connection, {one.document_id for one in changing})
    return {document.work_id for document in documents.values()}


def _apart(plan: Subject, work: WorkFact) -> bool:
    """Whether two documents cannot contradict each other: they are one, this one changes the other, or each is for its
    own year."""
    if work.id == plan.work.id:
        return True
    if any(one.work_id == work.id and one.relation in _ENDING for one in plan.citations):
        return True
    years = _years(plan.document.title), _years(work.title)
    return bool(years[0] and years[1] and not years[0] & years[1])


def _years(title: str | None) -> set[str]:
    return set(_YEAR.findall(title or ""))
