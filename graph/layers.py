"""A trace as a picture has it: each work once, in columns from the top of the state down, and the lines between them.

The columns follow the level of government (`graph.levels`); within one level a document stands to the right of what it
cites. A line that crosses columns passes each of them at a place of its own (`Passage`), so that it runs over no box.
The order within the columns keeps what is connected side by side (the barycentre heuristic of Sugiyama, Tagawa and
Toda, 1981).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from graphlib import TopologicalSorter
from itertools import pairwise
from statistics import fmean

from networkx import DiGraph, condensation

from corpus.facts import WorkFact
from graph.levels import LEVELS, Level, level_of
from graph.steps import Root, Step, Trace
from graph.validity import Change, Validity
from rulebook.works import KnownWork

_SWEEPS = 8


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
class Passage:
    """Where the lines to the box `target` pass a column between."""

    target: int


@dataclass(frozen=True, slots=True)
class Line:
    """The work `source` stands in these relations to the work `target`; not `certain` where it may be another one."""

    source: int
    target: int
    relations: tuple[str, ...]
    certain: bool


Item = int | Passage
"""What stands in a column: a box, by the id of its work, or a passage."""


@dataclass(frozen=True, slots=True)
class Layers:
    """The boxes by the ids of their works, the lines, the columns from left to right, and the level of each."""

    boxes: Mapping[int, Box]
    lines: tuple[Line, ...]
    columns: tuple[tuple[Item, ...], ...]
    levels: tuple[Level, ...]

    def column_of(self) -> dict[int, int]:
        """The column of each box."""
        return {
            item: at for at, column in enumerate(self.columns) for item in column if isinstance(item, int)
        }


def layers_of(found: Trace) -> Layers:
    """The picture of a trace."""
    boxes, lines = _gathered(found)
    places = _places(boxes, lines)
    used = sorted(set(places.values()))
    at = {work_id: used.index(place) for work_id, place in places.items()}
    columns: list[list[Item]] = [[work_id for work_id in boxes if at[work_id] == n] for n in range(len(used))]
    for line in lines:
        for between in range(at[line.target] + 1, at[line.source]):
            if Passage(line.target) not in columns[between]:
                columns[between].append(Passage(line.target))
    ordered = _ordered(columns, lines, at)
    return Layers(boxes, lines, ordered, tuple(LEVELS[level] for level, _ in used))


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


def _places(boxes: Mapping[int, Box], lines: Sequence[Line]) -> dict[int, tuple[int, int]]:
    """For each work its level, and how far from what it rests on within the level."""
    level = {work_id: LEVELS.index(level_of(box.work)) for work_id, box in boxes.items()}
    within = DiGraph((line.source, line.target) for line in lines if level[line.source] == level[line.target])
    within.add_nodes_from(boxes)
    groups = condensation(within)
    depth: dict[int, int] = {}
    for group in TopologicalSorter({one: list(groups.successors(one)) for one in groups}).static_order():
        depth[group] = max((depth[below] + 1 for below in groups.successors(group)), default=0)
    of = groups.graph["mapping"]
    return {work_id: (level[work_id], depth[of[work_id]]) for work_id in boxes}


def _ordered(
    columns: list[list[Item]], lines: Sequence[Line], at: Mapping[int, int]
) -> tuple[tuple[Item, ...], ...]:
    """The columns, each sorted by where its neighbours stand, to the right and to the left in turn."""
    beside: dict[tuple[int, Item], set[tuple[int, Item]]] = defaultdict(set)
    for line in lines:
        way = _way(line, at)
        for one, other in pairwise(way):
            beside[one].add(other)
            beside[other].add(one)
    for sweep in range(_SWEEPS):
        numbers = range(len(columns)) if sweep % 2 else range(len(columns) - 1, -1, -1)
        for number in numbers:
            near = number - 1 if sweep % 2 else number + 1
            if not 0 <= near < len(columns):
                continue
            height = {(near, item): place / len(columns[near]) for place, item in enumerate(columns[near])}
            columns[number] = _by_neighbours(columns[number], number, beside, height)
    return tuple(map(tuple, columns))


def _by_neighbours(
    column: list[Item],
    number: int,
    beside: Mapping[tuple[int, Item], set[tuple[int, Item]]],
    height: Mapping[tuple[int, Item], float],
) -> list[Item]:
    wanted = {}
    for place, item in enumerate(column):
        found = [height[other] for other in beside.get((number, item), ()) if other in height]
        wanted[item] = fmean(found) if found else place / len(column)
    return sorted(column, key=lambda item: (wanted[item], column.index(item)))


def _way(line: Line, at: Mapping[int, int]) -> list[tuple[int, Item]]:
    """What a line touches, column by column, from its source to its target."""
    first, last = at[line.source], at[line.target]
    passed: list[tuple[int, Item]] = [(n, Passage(line.target)) for n in range(first - 1, last, -1)]
    return [(first, line.source), *passed, (last, line.target)]
