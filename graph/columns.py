"""Columns from the top of the state down, and the lines between what stands in them (các cột theo cấp ban hành).

The columns follow the level of government (`graph.levels`); within one level a document stands to the right of what it
cites, and what would make a column too long goes on in the next. A line that crosses columns passes each of them at a
place of its own (`Passage`), so that it runs over no box. The order within the columns keeps what is connected side by
side (the barycentre heuristic of Sugiyama, Tagawa and Toda, 1981).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from graphlib import TopologicalSorter
from itertools import pairwise
from statistics import fmean

from networkx import DiGraph, condensation

from graph.levels import LEVELS, Level

_SWEEPS = 8


@dataclass(frozen=True, slots=True)
class Passage:
    """Where the lines to the right side of the box `left` pass a column between; those that lead `against` the order of
    the columns, away from that box, pass at a place of their own."""

    left: int
    against: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """The box `source` stands in these relations to the box `target`; not `certain` where it may be another one."""

    source: int
    target: int
    relations: tuple[str, ...]
    certain: bool


Item = int | Passage
"""What stands in a column: a box, by its id, or a passage."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The lines, the columns from left to right, each with its items from the top down, and the level of each."""

    lines: tuple[Line, ...]
    columns: tuple[tuple[Item, ...], ...]
    levels: tuple[Level, ...]

    def column_of(self) -> dict[int, int]:
        """The column of each box."""
        return {
            item: at for at, column in enumerate(self.columns) for item in column if isinstance(item, int)
        }


def columns_of(levels: Mapping[int, Level], lines: Sequence[Line], most: int | None = None) -> Columns:
    """The boxes with these ids and `levels` in columns of at most `most` boxes, and what passes between them.

    >>> columns_of({1: "province", 2: "law", 3: "central"}, [Line(1, 2, ("legal_basis",), True)]).columns
    ((2,), (3, Passage(left=2, against=False)), (1,))
    """
    places = _places(levels, lines, most)
    used = sorted(set(places.values()))
    at = {box: used.index(place) for box, place in places.items()}
    columns: list[list[Item]] = [[] for _ in used]
    for box, number in at.items():
        columns[number].append(box)
    for line in lines:
        for number, item in way_of(line, at)[:-1]:
            if item not in columns[number]:
                columns[number].append(item)
    return Columns(tuple(lines), _ordered(columns, lines, at), tuple(LEVELS[level] for level, *_ in used))


def ends_of(line: Line, at: Mapping[int, int]) -> tuple[int, int]:
    """The boxes that a line joins: the one that it touches on its right side, the one that it touches on its left."""
    return (line.source, line.target) if at[line.source] < at[line.target] else (line.target, line.source)


def way_of(line: Line, at: Mapping[int, int]) -> list[tuple[int, Item]]:
    """What a line enters from its right end, column by column, to its left end; nothing within one column."""
    left, right = ends_of(line, at)
    passage = Passage(left, against=left == line.source)
    passed: list[tuple[int, Item]] = [(n, passage) for n in range(at[right] - 1, at[left], -1)]
    return [*passed, (at[left], left)] if at[left] < at[right] else []


def _places(
    levels: Mapping[int, Level], lines: Sequence[Line], most: int | None
) -> dict[int, tuple[int, int, int]]:
    """For each box its level, how far it is from what it rests on within the level, and which column of these."""
    level = {box: LEVELS.index(name) for box, name in levels.items()}
    within = DiGraph((line.source, line.target) for line in lines if level[line.source] == level[line.target])
    within.add_nodes_from(levels)
    groups = condensation(within)
    depth: dict[int, int] = {}
    for group in TopologicalSorter({one: list(groups.successors(one)) for one in groups}).static_order():
        depth[group] = max((depth[below] + 1 for below in groups.successors(group)), default=0)
    of = groups.graph["mapping"]
    standing: dict[tuple[int, int], list[int]] = defaultdict(list)
    for box in levels:
        standing[level[box], depth[of[box]]].append(box)
    return {
        box: (*place, part)
        for place, boxes in standing.items()
        for part, some in enumerate(_parts(boxes, most))
        for box in some
    }


def _parts(boxes: Sequence[int], most: int | None) -> list[Sequence[int]]:
    """The boxes in as many parts as are needed, none more than one longer than the others."""
    count = -(-len(boxes) // most) if most else 1
    return [boxes[n * len(boxes) // count : (n + 1) * len(boxes) // count] for n in range(count)]


def _ordered(
    columns: list[list[Item]], lines: Sequence[Line], at: Mapping[int, int]
) -> tuple[tuple[Item, ...], ...]:
    """The columns, each sorted by where its neighbours stand, to the right and to the left in turn."""
    beside: dict[tuple[int, Item], set[tuple[int, Item]]] = defaultdict(set)
    for line in lines:
        right = ends_of(line, at)[1]
        for one, other in pairwise([(at[right], right), *way_of(line, at)]):
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
