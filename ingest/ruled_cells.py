"""Rules to tables: where level and upright rules cross are the corners of cells.

    y1  +----+---------+      each crossing is the top left corner of the smallest rectangle whose four sides are
        | 1  | 2       |      drawn; cells that share a corner are one table. A merged cell (3) is a rectangle with
    y2  +----+----+----+      crossings on its sides.
        | 3       | 4  |
    y3  +---------+----+

Rules that lie within three points of each other are one, and so are the pieces of a rule that leave gaps of that size:
programs draw borders twice, and cell by cell.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from ingest.pdf_rules import Stroke

Cell = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_NEAR = 3.0  # points
_SHORTEST = 3.0
_MOST_RULES = 1_500  # in one direction: more are a drawing, not a table
_MOST_TRIES = 400  # rectangles that are looked at from one corner


def tables_of(level: Sequence[Stroke], upright: Sequence[Stroke], near: float = _NEAR) -> list[list[Cell]]:
    """The cells of each table that the rules make, tables of a single cell left out. In points, and so is `near`: how
    far apart rules may lie that are one, or that meet.

    >>> level = [(0, y, 100, y) for y in (0, 20, 40)]
    >>> upright = [(0, 0, 0, 40), (50, 0, 50, 20), (100, 0, 100, 40)]
    >>> tables_of(level, upright)
    [[(0.0, 0.0, 50.0, 20.0), (0.0, 20.0, 100.0, 40.0), (50.0, 0.0, 100.0, 20.0)]]
    """
    across = _joined([((top + bottom) / 2, left, right) for left, top, right, bottom in level], near)
    down = _joined([((left + right) / 2, top, bottom) for left, top, right, bottom in upright], near)
    if not across or not down or max(len(across), len(down)) > _MOST_RULES:
        return []
    return _together(_cells(_Crossings(across, down, near)))


_Rule = tuple[float, float, float]
"""Where it lies, and from where to where it goes."""


def _joined(rules: Iterable[_Rule], near: float) -> list[_Rule]:
    """Rules that lie side by side put on one line, and their pieces joined."""
    lines: list[list[_Rule]] = []
    last = 0.0
    for rule in sorted(rules):
        if not lines or rule[0] - last > near:
            lines.append([])
        lines[-1].append(rule)
        last = rule[0]
    result: list[_Rule] = []
    for line in lines:
        place = sum(rule[0] for rule in line) / len(line)
        pieces: list[tuple[float, float]] = []
        for start, end in sorted((rule[1], rule[2]) for rule in line):
            if pieces and start <= pieces[-1][1] + near:
                pieces[-1] = (pieces[-1][0], max(end, pieces[-1][1]))
            else:
                pieces.append((start, end))
        result += [(place, start, end) for start, end in pieces if end - start >= _SHORTEST]
    return result


class _Crossings:
    """Where rules cross: on each upright line the crossings from the top, on each level line from the left, and which
    rules meet there (two pieces of one line may both reach a crossing)."""

    def __init__(self, across: Sequence[_Rule], down: Sequence[_Rule], near: float) -> None:
        y, left, right = (np.array(values)[None, :] for values in zip(*across, strict=True))
        x, top, bottom = (np.array(values)[:, None] for values in zip(*down, strict=True))
        meet = (top <= y + near) & (bottom >= y - near) & (x >= left - near) & (x <= right + near)
        self.uprights: dict[tuple[float, float], set[int]] = defaultdict(set)
        self.levels: dict[tuple[float, float], set[int]] = defaultdict(set)
        for one, two in zip(*(found.tolist() for found in np.nonzero(meet)), strict=True):
            point = (down[one][0], across[two][0])
            self.uprights[point].add(one)
            self.levels[point].add(two)
        self.points = sorted(self.uprights)
        self.on_upright: dict[float, list[float]] = defaultdict(list)
        self.on_level: dict[float, list[float]] = defaultdict(list)
        for x_of, y_of in self.points:
            self.on_upright[x_of].append(y_of)
            self.on_level[y_of].append(x_of)

    def down_joined(self, one: tuple[float, float], two: tuple[float, float]) -> bool:
        """Whether one upright rule leads from a crossing to another."""
        return not self.uprights[one].isdisjoint(self.uprights[two])

    def across_joined(self, one: tuple[float, float], two: tuple[float, float]) -> bool:
        """Whether one level rule leads from a crossing to another."""
        return not self.levels[one].isdisjoint(self.levels[two])

    def below(self, point: tuple[float, float]) -> list[float]:
        """How far down the rule of a crossing leads: the heights of the crossings on it."""
        line = self.on_upright[point[0]]
        found = line[bisect_left(line, point[1]) + 1 :]
        return [y for y in found if self.down_joined(point, (point[0], y))]

    def beside(self, point: tuple[float, float]) -> list[float]:
        """The same to the right."""
        line = self.on_level[point[1]]
        found = line[bisect_left(line, point[0]) + 1 :]
        return [x for x in found if self.across_joined(point, (x, point[1]))]


def _cells(crossings: _Crossings) -> list[Cell]:
    """The smallest rectangle to the right of and below each crossing."""
    found = (_smallest(point, crossings) for point in crossings.points)
    return [cell for cell in found if cell is not None]


def _smallest(point: tuple[float, float], crossings: _Crossings) -> Cell | None:
    tries = 0
    beside = crossings.beside(point)
    for y in crossings.below(point) if beside else ():
        for x in beside:
            tries += 1
            corner = (x, y)
            if (
                corner in crossings.uprights
                and crossings.down_joined((x, point[1]), corner)
                and crossings.across_joined((point[0], y), corner)
            ):
                return (*point, *corner)
            if tries > _MOST_TRIES:
                return None
    return None


def _together(cells: Sequence[Cell]) -> list[list[Cell]]:
    """Cells that share corners, in the order of the first of each."""
    leader = list(range(len(cells)))

    def first(cell: int) -> int:
        while leader[cell] != cell:
            leader[cell] = leader[leader[cell]]
            cell = leader[cell]
        return cell

    at_corner: dict[tuple[float, float], int] = {}
    for index, (left, top, right, bottom) in enumerate(cells):
        for corner in ((left, top), (left, bottom), (right, top), (right, bottom)):
            one, two = sorted((first(at_corner.setdefault(corner, index)), first(index)))
            leader[two] = one
    tables: dict[int, list[Cell]] = defaultdict(list)
    for index, cell in enumerate(cells):
        tables[first(index)].append(cell)
    return [table for table in tables.values() if len(table) > 1]
