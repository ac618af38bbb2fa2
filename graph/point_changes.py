"""What a document changes that amends a plan on some points: the tasks of these points, and no other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from corpus.facts import TaskFact
from graph.amendment import Amendment, Point, tasks_of_points
from graph.likeness import Likeness, Reason
from graph.plans import Plan
from graph.task_changes import TaskChange, changed
from graph.task_pairs import Pairing, paired

Placed = tuple[int, TaskChange]
"""A change and at which task of the old plan it stands."""


def changes_of_points(
    old: Plan, new: Plan, amended: Amendment
) -> tuple[tuple[TaskChange, ...], tuple[str, ...]]:
    """What the points change, what the document gives besides, and what goes on, in the order of the old plan; and the
    points that are left open: not placed in the old plan, or changed by a point before, or no task is read in their new
    words."""
    found: list[Placed] = []
    left_open: list[str] = []
    touched: set[int] = set()
    for point, tasks in tasks_of_points(old, new, amended.points):
        within = [at for at, task in enumerate(old.tasks) if _is_in(task, point.paths)]
        told_before = bool(within) and touched.issuperset(within)
        if not point.paths or (point.verb == "amend" and within and (told_before or not tasks)):
            left_open.append(point.quote)
            continue
        last = within[-1] if within else len(old.tasks)
        if point.verb == "add":
            within = []
        within = [at for at in within if at not in touched]
        touched.update(within)
        found += _of_point(old.tasks, within, tasks, point, last)
    found += _besides(old, new, amended.points, touched)
    in_order = sorted(found, key=lambda placed: (placed[0], not placed[1].old))
    return tuple(change for _, change in in_order), tuple(dict.fromkeys(left_open))


def _of_point(
    old: Sequence[TaskFact], within: list[int], tasks: tuple[TaskFact, ...], point: Point, last: int
) -> Iterator[Placed]:
    """What became of the tasks of a section that has new words, or none any more."""
    one = [old[at] for at in within]
    found = paired(one, tasks)
    if len(one) == len(tasks) == 1 and not found.pairs:
        found = Pairing((Likeness(0, 0, 1.0, (Reason("point", (point.quote,)),)),), {}, {})
    for at, change in _all_of(one, tasks, found, gone="dropped"):
        yield within[at] if at < len(within) else last, replace(change, point=point.quote)


def _besides(old: Plan, new: Plan, points: tuple[Point, ...], touched: set[int]) -> Iterator[Placed]:
    """The tasks of the old plan that no point changes, with those that the document gives outside of its points."""
    left = [at for at in range(len(old.tasks)) if at not in touched]
    spans = [(point.start, point.end) for point in points if point.paths]
    given = [
        task for task in new.tasks if not any(task.start < end and task.end > start for start, end in spans)
    ]
    one = [old.tasks[at] for at in left]
    for at, change in _all_of(one, given, paired(one, given), gone="unmentioned"):
        yield left[at] if at < len(left) else len(old.tasks), change


def _all_of(
    one: Sequence[TaskFact],
    two: Sequence[TaskFact],
    found: Pairing,
    *,
    gone: Literal["dropped", "unmentioned"],
) -> Iterator[Placed]:
    """What became of all tasks of both lists; what was added stands behind the first list."""
    became = {pair.one: pair for pair in found.pairs}
    for at, task in enumerate(one):
        if at in became:
            yield at, changed(one, two, became[at], found)
        elif at not in found.merged:
            yield at, TaskChange(kinds=(gone,), old=(task,))
    known = {pair.other for pair in found.pairs} | found.split.keys()
    for at, task in enumerate(two):
        if at not in known:
            yield len(one), TaskChange(kinds=("added",), new=(task,))


def _is_in(task: TaskFact, paths: tuple[str, ...]) -> bool:
    return task.section is not None and any(f"{task.section}.".startswith(f"{path}.") for path in paths)
