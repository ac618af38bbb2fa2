"""From a work up to what it rests on, and down to what rests on it (truy căn cứ pháp lý).

    up      its legal bases and what it carries out, and theirs in turn, as far as the corpus holds the documents
    down    the documents that cite it, with their tasks that cite it, and what rests on those documents in turn

A trace is a tree of steps, each with the words that it rests on, and with what is known of the validity of its work. A
work that was reached before is shown again but not gone into again, so that works which cite each other end.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any, Literal

from corpus import queries
from corpus.engine import Connection
from corpus.facts import DocumentFact, Status, TaskFact, WorkFact
from corpus.store import Corpus
from graph.build import CITING, add_above, add_below
from graph.lookup import find_works
from graph.nodes import ObligationGraph, Span, work_id
from graph.openness import between
from graph.validity import Change, History, Validity, histories
from rulebook.works import KnownWork

Direction = Literal["up", "down", "both"]

# What stands above a document: what it is based on, carries out or guides (Nghị định 30/2020/NĐ-CP, Phụ lục I, căn cứ
# ban hành, with the proposal that it was issued on).
UPWARD = ("legal_basis", "carries_out", "guides", "on_proposal")
_RELATIONS = (*UPWARD, "attached_to", "amends", "supplements", "replaces", "repeals", "mentions")
_DEEPEST = 32  # steps; the longest chain from a commune's plan up to the constitution has about ten
_MOST_TREES = 5  # of candidates that are all shown with what is above and below them


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a trace: `document` says in `words` that it stands in `relation` to a work.

    Going up, `work` is that work; going down, it is the work of `document`, and `tasks` are the tasks of the document
    that say so. Where the words leave it open, `work` is missing, `candidates` are what they may mean, and `why` says
    in Vietnamese between what it stands. `again` marks a work that is gone into elsewhere in the tree.

    `validity` is that of `work`: going up on the day of `document`, which relies on it, going down today, unless the
    trace is made for one day (`Trace.on`). Going down, `relied_on` is the validity of the work that is traced on the
    day of `document`. `changes` are all that is known to have changed or ended `work`, on whatever day, and `known` its
    row in the rule data.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """A work that may be meant, the documents of it that the corpus holds, its validity (today, unless the trace is
    made for one day), its changes and its row in the rule data, and the steps from it."""

    work: WorkFact
    documents: tuple[DocumentFact, ...]
    validity: Validity | None = None
    changes: tuple[Change, ...] = ()
    known: KnownWork | None = None
    up: tuple[Step, ...] = ()
    down: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """The answer to what was typed: one root; or several, where it may mean several works, and none is chosen; or
    none, and the works with `close` names. `on` is the day that the validity was asked for, `None` where each step has
    its own."""

    typed: str
    direction: Direction
    on: str | None = None
    roots: tuple[Root, ...]
    close: tuple[WorkFact, ...] = ()

    @property
    def outcome(self) -> Literal["found", "ambiguous", "unknown"]:
        """Whether one work was meant, perhaps several, or none that the corpus knows."""
        return "unknown" if not self.roots else "found" if len(self.roots) == 1 else "ambiguous"

    def as_json(self) -> dict[str, Any]:
        """The trace as a JSON object."""
        return {"outcome": self.outcome} | asdict(self)


def trace(
    corpus: Corpus, typed: str, direction: Direction = "both", depth: int = 3, on: date | None = None
) -> Trace:
    """What the work rests on that `typed` means, and what rests on it, at most `depth` steps each way.

    `on` is the day for which the validity of each work is told; without it, that is the day of the document that
    relies on the work. Any text may be typed. Raises `CorpusError`.
    """
    steps = max(0, min(depth, _DEEPEST))
    with corpus.reading() as connection:
        found = find_works(connection, typed)
        if len(found.works) > _MOST_TREES:
            steps = 0
        roots = [_root(connection, work, direction, steps) for work in found.works]
        known = histories(connection, _works_in(roots))
    judged = tuple(_judged_root(root, known, on) for root in roots)
    said = on.isoformat() if on else None
    return Trace(typed=typed, direction=direction, on=said, roots=judged, close=found.close)


def _root(connection: Connection, work: WorkFact, direction: Direction, depth: int) -> Root:
    documents = queries.documents_of_works(connection, [work.id])
    return Root(
        work=work,
        documents=tuple(documents),
        up=() if direction == "down" else _Tree(connection, work.id, depth, upward=True).grown(),
        down=() if direction == "up" else _Tree(connection, work.id, depth, upward=False).grown(),
    )


def _works_in(roots: Iterable[Root]) -> list[WorkFact]:
    found: dict[int, WorkFact] = {}
    left: list[Step] = []
    for root in roots:
        found[root.work.id] = root.work
        left += (*root.up, *root.down)
    while left:
        step = left.pop()
        left += step.steps
        if step.work:
            found[step.work.id] = step.work
    return list(found.values())


def _judged_root(root: Root, known: dict[int, History], on: date | None) -> Root:
    history = known[root.work.id]
    return replace(
        root,
        validity=history.on(on or date.today()),
        changes=history.changes,
        known=history.known,
        up=tuple(_judged(step, None, known, on) for step in root.up),
        down=tuple(_judged(step, root.work, known, on) for step in root.down),
    )


def _judged(step: Step, below: WorkFact | None, known: dict[int, History], on: date | None) -> Step:
    """The step and those that follow it, with the validity of their works; `below` is the work that is traced down."""
    said = on or _day(step.document.date)
    history = known[step.work.id] if step.work else History()
    return replace(
        step,
        validity=history.on((on or date.today()) if below else said) if step.work else None,
        relied_on=known[below.id].on(said) if below else None,
        changes=history.changes,
        known=history.known,
        steps=tuple(_judged(one, step.work if below else None, known, on) for one in step.steps),
    )


def _day(written: str | None) -> date:
    """The day of a document; of one that does not say it, today."""
    try:
        return date.fromisoformat(written or "")
    except ValueError:
        return date.today()


class _Tree:
    """The steps from the work `root`: its neighbourhood is loaded into a graph, one distance after the other, and each
    work is gone into once, where it is nearest to the root."""

    def __init__(self, connection: Connection, root: int, depth: int, *, upward: bool) -> None:
        self._graph = ObligationGraph()
        self._root, self._depth, self._upward = root, depth, upward
        self._nearest = {root: 0}
        self._gone_into = {root}
        around = {root}
        for distance in range(1, depth + 1):
            reached = self._load(connection, around)
            around = reached - self._nearest.keys()
            self._nearest |= dict.fromkeys(around, distance)

    def grown(self) -> tuple[Step, ...]:
        """The whole tree."""
        return self._from(self._root, 1) if self._depth else ()

    def _load(self, connection: Connection, around: set[int]) -> set[int]:
        if self._upward:
            return add_above(self._graph, connection, around, UPWARD)
        return add_below(self._graph, connection, around)

    def _from(self, work: int, distance: int) -> tuple[Step, ...]:
        return tuple(self._followed(step, distance) for step in self._steps(work))

    def _followed(self, step: Step, distance: int) -> Step:
        """The step, with those that follow it where its work is certain, near, and not gone into before."""
        if step.work is None or step.status == "ambiguous" or distance == self._depth:
            return step
        work = step.work.id
        if self._nearest.get(work) != distance or work in self._gone_into:
            return replace(step, again=bool(self._steps(work)))
        self._gone_into.add(work)
        return replace(step, steps=self._from(work, distance + 1))

    def _steps(self, work: int) -> list[Step]:
        return self._steps_up(work) if self._upward else self._steps_down(work)

    def _steps_up(self, work: int) -> list[Step]:
        """What the documents of a work say that stands above them, by relation and in reading order."""
        steps = []
        for edge in self._graph.edges_to(work_id(work), ["part_of"]):
            targets: dict[tuple[str, Status, Span], list[str]] = defaultdict(list)
            for said in self._graph.edges_from(edge.source, CITING):
                if said.span and said.relation in UPWARD and said.target != work_id(work):
                    targets[said.relation, said.status, said.span].append(said.target)
            words: dict[tuple[str, Status, tuple[str, ...]], list[Span]] = defaultdict(list)
            for (relation, status, span), perhaps in targets.items():
                words[relation, status, tuple(sorted(perhaps))].append(span)
            for (relation, status, meant), spans in words.items():
                works = tuple(self._work(id_) for id_ in meant)
                certain = works[0] if status != "ambiguous" else None
                steps.append(
                    Step(
                        relation=relation,
                        status=status,
                        document=self._document(edge.source),
                        words=_in_order(spans),
                        work=certain,
                        candidates=() if certain else works,
                        why=_why(spans, () if certain else works),
                    )
                )
        return sorted(steps, key=lambda step: (_RELATIONS.index(step.relation), step.words[0].start))

    def _steps_down(self, work: int) -> list[Step]:
        """The documents that speak of a work, by relation, the newest first, each with its tasks that do so."""
        words: dict[tuple[str, str, Status], list[Span]] = defaultdict(list)
        tasks: dict[Span, list[TaskFact]] = defaultdict(list)
        for said in self._graph.edges_to(work_id(work), CITING):
            source = self._graph.node(said.source)
            if source is None or said.span is None or said.relation is None:
                continue
            if isinstance(source.fact, TaskFact):
                tasks[said.span].append(source.fact)
            else:
                words[said.source, said.relation, said.status].append(said.span)
        steps = []
        for (source_id, relation, status), spans in words.items():
            document = self._document(source_id)
            if document.work_id != work:
                standing = {task.id: task for span in spans for task in tasks[span]}
                steps.append(
                    Step(
                        relation=relation,
                        status=status,
                        document=document,
                        words=_in_order(spans),
                        work=self._work(work_id(document.work_id)) if document.work_id else None,
                        why=_why(spans, ()),
                        tasks=tuple(sorted(standing.values(), key=lambda task: task.start)),
                    )
                )
        steps.sort(key=lambda step: (step.document.id, _RELATIONS.index(step.relation)))
        return sorted(steps, key=lambda step: step.document.date or "", reverse=True)

    def _work(self, node_id: str) -> WorkFact:
        node = self._graph.node(node_id)
        assert node is not None
        assert isinstance(node.fact, WorkFact)
        return node.fact

    def _document(self, node_id: str) -> DocumentFact:
        node = self._graph.node(node_id)
        assert node is not None
        assert isinstance(node.fact, DocumentFact)
        return node.fact


def _in_order(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(sorted(spans, key=lambda span: (span.document_id, span.start)))


def _why(spans: Iterable[Span], candidates: tuple[WorkFact, ...]) -> str:
    """Why it is left open: between what it stands in the corpus, else what the document itself lacks."""
    if candidates:
        phrase, values = between(candidates)
        return phrase.format(**values)
    return next((span.why for span in spans if span.why), "")
