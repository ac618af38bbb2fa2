"""Parents and children of a document (văn bản cấp trên, văn bản cấp dưới): who set its tasks, and who carries them out.

A document that cites a higher one as its basis, or says that it carries it out, is its child:

    1986/QĐ-TTg  <── legal_basis ──  417/QĐ-UBND (province)  <── carries_out ──  58/KH-UBND (district)

Higher is a body of a higher level, or, at one level, one that stands above (`graph.levels.rank_of`): the Prime Minister
above a ministry. At one level the committee of the Party leads and the council decides what the people's committee
carries out (Luật 72/2025/QH15, Điều 2 và các điều về nhiệm vụ của Ủy ban nhân dân). Where a level is unclear nothing is
claimed. A law that is cited as basis gives no task to the issuer, unless the corpus holds it with tasks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus import queries
from corpus.engine import Connection
from corpus.facts import CitationFact, DocumentFact, TaskFact, WorkFact
from graph.levels import level_of, rank_of
from graph.nodes import Span, span_of
from graph.subject import Subject, cited_in_tasks
from rulebook.spelling import key

BASES = ("legal_basis", "carries_out")
"""The relations of a citation that make a document the child of what it cites."""

_LEADING = (
    "tinh uy",
    "thanh uy",
    "huyen uy",
    "thi uy",
    "quan uy",
    "dang uy",
    "ban thuong vu",
    "hoi dong nhan dan",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parent:
    """A higher document that a plan rests on: `document` is the copy that the corpus holds, with its `tasks`; `words`
    those by which the plan says so. With `only` the plan cites it just in these tasks, and is no child of it: nothing
    that it asks for can be missing from the plan, but these tasks can go against it."""

    work: WorkFact
    relation: str
    words: tuple[Span, ...]
    document: DocumentFact
    tasks: tuple[TaskFact, ...]
    only: tuple[TaskFact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A higher document that a plan rests on and that cannot be compared: the corpus does not hold it (`not_held`), it
    has no tasks (`no_tasks`), or nobody can tell who stands above whom (`unclear`)."""

    work: WorkFact
    relation: str
    words: tuple[Span, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """A lower document that the corpus holds, and the words by which it rests on the higher one."""

    document: DocumentFact
    work: WorkFact
    relation: str
    words: tuple[Span, ...]


def stands_above(one: WorkFact, other: WorkFact) -> bool | None:
    """Whether the maker of `one` stands above that of `other`; `None` where the level of either is unclear.

    >>> from corpus.facts import WorkFact
    >>> more = dict(id=1, key="", type=None, year=None, date=None, title=None, uri=None, held=True)
    >>> committee, council = (
    ...     WorkFact(symbol=symbol, issuer=f"{body} nhân dân tỉnh Lâm Đồng", **more)
    ...     for symbol, body in (("85/KH-UBND", "Ủy ban"), ("5/NQ-HĐND", "Hội đồng"))
    ... )
    >>> stands_above(council, committee), stands_above(committee, council)
    (True, False)
    """
    ranks = rank_of(one), rank_of(other)
    if ranks[0] is None or ranks[1] is None:
        return None
    return ranks[0] < ranks[1] or (level_of(one) == level_of(other) and _leads(one, other))


def parents_of(connection: Connection, plan: Subject) -> tuple[tuple[Parent, ...], tuple[Unread, ...]]:
    """The higher documents that the plan rests on: those that can be compared with it, the highest first, and the
    others. Works that only tasks cite are among the first alone."""
    said = _by_work(plan.citations)
    in_tasks = cited_in_tasks(plan)
    above = {id_: stands_above(work, plan.work) for id_, work in plan.works.items() if id_ != plan.work.id}
    wanted = [id_ for id_ in said if above.get(id_) and (_base(said[id_]) or id_ in in_tasks)]
    documents = _documents(connection, wanted)
    parents, unread = [], []
    for id_ in said:
        work, base = plan.works[id_], _base(said[id_])
        document, tasks = documents.get(id_, (None, ()))
        if document and tasks and id_ in wanted:
            only = () if base else tuple(in_tasks[id_])
            parents.append(_parent(work, base or said[id_], document, tasks, only))
        elif base and id_ != plan.work.id and above.get(id_) is not False and level_of(work) != "law":
            why = "unclear" if above.get(id_) is None else "no_tasks" if document else "not_held"
            unread.append(Unread(work=work, relation=base[0].relation, words=_words(base), why=why))
    return tuple(sorted(parents, key=lambda one: (bool(one.only), rank_of(one.work) or ()))), tuple(unread)


def children_of(connection: Connection, work: WorkFact) -> tuple[Child, ...]:
    """The lower documents in the corpus that rest on this work, by level, then the newest first."""
    cited = [one for one in queries.changes_of(connection, [work.id], BASES) if one.work_id]
    said: dict[int, list[CitationFact]] = defaultdict(list)
    for one in cited:
        said[one.document_id].append(one)
    documents = queries.documents(connection, said)
    works = queries.works(connection, {one.work_id for one in documents.values() if one.work_id})
    found = [
        Child(document=document, work=own, relation=_base(said[id_])[0].relation, words=_words(said[id_]))
        for id_, document in documents.items()
        if (own := works.get(document.work_id or 0)) and own.id != work.id and stands_above(work, own)
    ]
    found.sort(key=lambda child: child.document.date or "", reverse=True)
    return tuple(sorted(found, key=lambda child: rank_of(child.work) or ()))


def _leads(one: WorkFact, other: WorkFact) -> bool:
    """Whether, at one level, the maker of `one` is a Party committee or a council and that of `other` is not."""
    ours, theirs = key(one.issuer or ""), key(other.issuer or "")
    return ours.startswith(_LEADING) and not theirs.startswith(_LEADING)


def _by_work(citations: Iterable[CitationFact]) -> dict[int, list[CitationFact]]:
    found: dict[int, list[CitationFact]] = defaultdict(list)
    for one in citations:
        if one.work_id and one.found != "self":
            found[one.work_id].append(one)
    return dict(found)


def _base(citations: Sequence[CitationFact]) -> list[CitationFact]:
    """Those that make it a basis; what the document carries out before what it merely rests on."""
    return sorted((one for one in citations if one.relation in BASES), key=lambda one: one.relation)


def _words(citations: Iterable[CitationFact]) -> tuple[Span, ...]:
    return tuple(span_of(one) for one in citations)


def _documents(
    connection: Connection, work_ids: Sequence[int]
) -> dict[int, tuple[DocumentFact, tuple[TaskFact, ...]]]:
    """For each work the newest copy that has tasks, with them; else the newest copy."""
    copies = queries.documents_of_works(connection, [id_ for id_ in work_ids if id_ > 0])
    tasks: dict[int, list[TaskFact]] = defaultdict(list)
    for task in queries.tasks_in(connection, [copy.id for copy in copies]):
        tasks[task.document_id].append(task)
    found: dict[int, tuple[DocumentFact, tuple[TaskFact, ...]]] = {}
    for copy in copies:
        if copy.work_id and (copy.work_id not in found or (tasks[copy.id] and not found[copy.work_id][1])):
            found[copy.work_id] = copy, tuple(tasks[copy.id])
    return found


def _parent(
    work: WorkFact,
    said: Sequence[CitationFact],
    document: DocumentFact,
    tasks: tuple[TaskFact, ...],
    only: tuple[TaskFact, ...],
) -> Parent:
    return Parent(
        work=work, relation=said[0].relation, words=_words(said), document=document, tasks=tasks, only=only
    )
