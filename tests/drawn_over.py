"""What no picture may have: a box over a box, a line over a box that it does not belong to, a line over words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise

from graph.columns import Line
from publish.svg_places import Place, Plan, Run


def faults(plan: Plan, labels: Mapping[Line, int]) -> list[str]:
    """Everything in a plan that lies over something else, or outside; `labels` are the widths of the words at lines."""
    return [*_boxes(plan), *_lines(plan), *_words(plan, labels)]


def _boxes(plan: Plan) -> Iterator[str]:
    for (one, a), (other, b) in combinations(plan.boxes.items(), 2):
        if a.x < b.x + b.width and b.x < a.x + a.width and a.y < b.y + b.height and b.y < a.y + a.height:
            yield f"box {one} over box {other}"
    for id_, box in plan.boxes.items():
        if box.x < 0 or box.y < 0 or box.x + box.width > plan.width or box.y + box.height > plan.height:
            yield f"box {id_} outside"


def _lines(plan: Plan) -> Iterator[str]:
    for run in plan.runs:
        for (x1, y1), (x2, y2) in pairwise(run.points):
            if x1 != x2 and y1 != y2:
                yield f"{run.line} does not go straight"
            for id_, box in plan.boxes.items():
                if id_ not in (run.line.source, run.line.target) and _crosses((x1, y1), (x2, y2), box):
                    yield f"{run.line} over box {id_}"


def _words(plan: Plan, labels: Mapping[Line, int]) -> Iterator[str]:
    rooms = [(run, _room(run, labels[run.line])) for run in plan.runs if labels[run.line]]
    for run, room in rooms:
        for id_, box in plan.boxes.items():
            if room.x < box.x + box.width and box.x < room.x + room.width and _level(room, box):
                yield f"words of {run.line} over box {id_}"
        for other in plan.runs:
            for one, next_ in pairwise(other.points):
                if _crosses(one, next_, room):
                    yield f"{other.line} over words of {run.line}"


def _level(one: Place, other: Place) -> bool:
    return one.y < other.y + other.height and other.y < one.y + one.height


def _room(run: Run, width: int) -> Place:
    """What the words at a line take up: letters of 11 pixels stand eight over their foot, and two below it."""
    x, y = run.label
    return Place(x - width, y - 8, width, 10)


def _crosses(one: tuple[int, int], other: tuple[int, int], place: Place) -> bool:
    """Whether a straight line runs through the inside of a rectangle."""
    (x1, x2), (y1, y2) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    beside = x2 <= place.x or place.x + place.width <= x1
    return not beside and not (y2 <= place.y or place.y + place.height <= y1)
