"""The steps of a trace from one work, up or down."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from corpus import queries
from corpus.engine import Connection
from corpus.facts import DocumentFact, Status, TaskFact, WorkFact
from graph.build import CITING, add_above, add_below
from graph.nodes import ObligationGraph, Span, work_id
from graph.openness import between
from graph.steps import Step

# What stands above a document: what it is based on, carries out or guides (Nghị định 30/2020/NĐ-CP, Phụ lục I, căn cứ
# ban hành, with the proposal that it was issued on).
UPWARD = ("legal_basis", "carries_out", "guides", "on_proposal")
_RELATIONS = (*UPWARD, "attached_to", "amends", "supplements", "replaces", "repeals", "mentions")


_MOST_STEPS = 200
"""Of one direction of a trace with a limit: what is shown of a work that half the state cites stays a page to read."""


class Tree:
    """The steps from the work `root`: its neighbourhood is loaded into a graph, one distance after the other, and each
    work is gone into once, where it is nearest to the root.

    With `most`, of each work at most so many documents are shown, the newest first, and fewer where there are many
    works at one distance, so that all of them together are about `_MOST_STEPS`; `more` says how many are left out.
    """

    def __init__(
        self, connection: Connection, root: int, depth: int, *, upward: bool, most: int | None = None
    ) -> None:
        self._graph = ObligationGraph()
        self._root, self._depth, self._upward = root, depth, upward
        self._nearest = {root: 0}
        self._gone_into = {root}
        self._steps: dict[int, list[Step]] = {}
        self._more: dict[int, int] = {}
        around, left = [root], _MOST_STEPS
        for distance in range(1, depth + 1):
            into = around if most is None else around[: max(0, left)]
            each = None if most is None else max(1, min(most, left // max(1, len(around))))
            self._go_into(connection, into, each)
            self._leave(connection, around[len(into) :])
            shown = [step for work in into for step in self._steps[work]]
            left -= len(shown)
            reached = [step.work.id for step in shown if step.work and step.status != "ambiguous"]
            around = [work for work in dict.fromkeys(reached) if work not in self._nearest]
            self._nearest |= dict.fromkeys(around, distance)

    def grown(self) -> tuple[Step, ...]:
        """The whole tree."""
        return self._from(self._root, 1) if self._depth else ()

    @property
    def more(self) -> int:
        """How many documents next to the root are not shown."""
        return self._more.get(self._root, 0)

    def _go_into(self, connection: Connection, works: list[int], each: int | None) -> None:
        """Load what is next to these works, and take of each what may be shown."""
        if self._upward:
            add_above(self._graph, connection, works, UPWARD)
        else:
            add_below(self._graph, connection, works, each)
        for work in works:
            steps = self._steps_up(work) if self._upward else self._steps_down(work)
            self._steps[work] = steps if each is None else _first(steps, each, self._upward)
            if len(self._steps[work]) < len(steps):
                self._more[work] = len(steps) - len(self._steps[work])
        if not self._upward:
            cut = [work for work in works if work in self._more]
            for work, documents in queries.counts_below(connection, cut).items():
                self._more[work] = documents - len({step.document.id for step in self._steps[work]})

    def _leave(self, connection: Connection, works: list[int]) -> None:
        """Count what there would be next to works that are not gone into."""
        if self._upward:
            self._more |= queries.counts_above(connection, works, UPWARD)
        else:
            self._more |= queries.counts_below(connection, works)

    def _from(self, work: int, distance: int) -> tuple[Step, ...]:
        return tuple(self._followed(step, distance) for step in self._steps.get(work, ()))

    def _followed(self, step: Step, distance: int) -> Step:
        """The step, with those that follow it where its work is certain, near, and not gone into before."""
        if step.work is None or step.status == "ambiguous" or distance == self._depth:
            return step
        work = step.work.id
        if self._nearest.get(work) != distance or work in self._gone_into:
            return replace(step, again=bool(self._steps.get(work) or self._more.get(work)))
        self._gone_into.add(work)
        return replace(step, steps=self._from(work, distance + 1), more=self._more.get(work, 0))

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


def _first(steps: list[Step], most: int, upward: bool) -> list[Step]:
    """The first of these steps: so many, or, going down, those of so many documents."""
    if upward:
        return steps[:most]
    first = set(list(dict.fromkeys(step.document.id for step in steps))[:most])
    return [step for step in steps if step.document.id in first]


def _in_order(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(sorted(spans, key=lambda span: (span.document_id, span.start)))


def _why(spans: Iterable[Span], candidates: tuple[WorkFact, ...]) -> str:
    """Why it is left open: between what it stands in the corpus, else what the document itself lacks."""
    if candidates:
        phrase, values = between(candidates)
        return phrase.format(**values)
    return next((span.why for span in spans if span.why), "")
