"""A trace as a picture has it: each work once, in columns from the top of the state down, with the lines between."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from corpus.facts import WorkFact
from graph.columns import Columns, Line, columns_of
from graph.levels import level_of
from graph.steps import Root, Step, Trace
from graph.validity import Change, Validity
from rulebook.works import KnownWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A work in the picture, with its state; `root` marks the one that was asked for, `tasks` counts its tasks that
    cite a work of the trace."""

    work: WorkFact
    validity: Validity | None = None
    changes: tuple[Change, ...] = ()
    known: KnownWork | None = None
    root: bool = False
    tasks: int = 0


@dataclass(frozen=True, slots=True)
class Layers:
    """The boxes by the ids of their works, and the columns in which they stand."""

    boxes: Mapping[int, Box]
    columns: Columns


def layers_of(found: Trace) -> Layers:
    """The picture of a trace."""
    boxes, lines = _gathered(found)
    return Layers(boxes, columns_of({id_: level_of(box.work) for id_, box in boxes.items()}, lines))


@dataclass(slots=True)
class _Gathering:
    """What is gathered on the way through a trace."""

    boxes: dict[int, Box] = field(default_factory=dict)
    relations: dict[tuple[int, int], dict[str, bool]] = field(default_factory=lambda: defaultdict(dict))

    def box(self, box: Box) -> None:
        """The box, unless a nearer step has put its work in with more."""
        there = self.boxes.get(box.work.id)
        if there is None or (there.validity is None and box.validity):
            self.boxes[box.work.id] = box
        elif box.tasks > there.tasks:
            self.boxes[box.work.id] = replace(there, tasks=box.tasks)

    def line(self, source: int, target: int, relation: str, *, certain: bool) -> None:
        if source != target:
            known = self.relations[source, target]
            known[relation] = certain or known.get(relation, False)


def _gathered(found: Trace) -> tuple[dict[int, Box], tuple[Line, ...]]:
    all_of = _Gathering()
    for root in found.roots:
        all_of.box(_root_box(root))
    for root in found.roots:
        for step, parent in (*_walk(root.up, root.work), *_walk(root.down, root.work)):
            if step.relied_on is None:
                _put_up(all_of, step, parent)
            else:
                _put_down(all_of, step, parent)
    lines = tuple(
        Line(source, target, tuple(said), any(said.values()))
        for (source, target), said in all_of.relations.items()
    )
    return all_of.boxes, lines


def _root_box(root: Root) -> Box:
    return Box(work=root.work, validity=root.validity, changes=root.changes, known=root.known, root=True)


def _walk(steps: Sequence[Step], parent: WorkFact) -> Iterator[tuple[Step, WorkFact]]:
    """Every step with the work that it starts from, the near ones first."""
    level = [(step, parent) for step in steps]
    while level:
        yield from level
        level = [(below, step.work) for step, _ in level if step.work for below in step.steps]


def _put_up(all_of: _Gathering, step: Step, parent: WorkFact) -> None:
    if step.work:
        all_of.box(_step_box(step, step.work))
        all_of.line(parent.id, step.work.id, step.relation, certain=True)
        _put_changes(all_of, step, step.work)
    for work in step.candidates:
        all_of.box(Box(work=work))
        all_of.line(parent.id, work.id, step.relation, certain=False)


def _put_down(all_of: _Gathering, step: Step, parent: WorkFact) -> None:
    if step.work:
        all_of.box(_step_box(step, step.work))
        all_of.line(step.work.id, parent.id, step.relation, certain=step.status != "ambiguous")
        _put_changes(all_of, step, step.work)


def _put_changes(all_of: _Gathering, step: Step, work: WorkFact) -> None:
    """The documents of the corpus that changed or ended a work."""
    relations = {
        "amended": "amends",
        "supplemented": "supplements",
        "replaced": "replaces",
        "repealed": "repeals",
    }
    for change in step.changes:
        if change.work and change.kind in relations:
            all_of.box(Box(work=change.work))
            all_of.line(change.work.id, work.id, relations[change.kind], certain=not change.doubt)


def _step_box(step: Step, work: WorkFact) -> Box:
    return Box(
        work=work, validity=step.validity, changes=step.changes, known=step.known, tasks=len(step.tasks)
    )
