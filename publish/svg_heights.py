"""How high the items of a picture stand: near what they are joined to, in their order, none over another.

Each column is fitted to its neighbours in turn. The best heights that keep order and distance are those of an isotonic
regression, found by pooling neighbours that would overlap (Barlow, Bartholomew, Bremner and Brunk, 1972).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import fmean

from graph.columns import Item, Passage

GRID = 8
MARGIN, HEAD = 24, 44
_GAP = 16
_SWEEPS = 12
_STRAIGHT = 4  # how much more a passage is worth than a box: lines that go far go straight

Heights = Sequence[Mapping[Item, tuple[int, int]]]
"""For each column the top and the height of its items, in pixels."""


def settled(
    heights: Sequence[Mapping[Item, int]], beside: Mapping[tuple[int, Item], set[tuple[int, Item]]]
) -> Heights:
    """Top and height of each item. `heights` has the items of each column in their order, `beside` what each is joined
    to in the columns next to it."""
    middles = [dict(zip(column, _from_the_top(column), strict=True)) for column in heights]
    for sweep in range(_SWEEPS):
        numbers = range(len(heights)) if sweep % 2 else range(len(heights) - 1, -1, -1)
        for number in numbers:
            column = heights[number]
            wanted = [
                fmean(middles[near][other] for near, other in beside[number, item])
                if beside.get((number, item))
                else middles[number][item]
                for item in column
            ]
            middles[number] = dict(zip(column, _apart(column, wanted), strict=True))
    tops = [
        {item: middles[number][item] - height / 2 for item, height in column.items()}
        for number, column in enumerate(heights)
    ]
    highest = min((top for column in tops for top in column.values()), default=0.0)
    return [_on_the_grid(column, tops[number], highest) for number, column in enumerate(heights)]


def _from_the_top(column: Mapping[Item, int]) -> list[float]:
    middles, y = [], 0.0
    for height in column.values():
        middles.append(y + height / 2)
        y += height + _GAP
    return middles


def _apart(column: Mapping[Item, int], wanted: Sequence[float]) -> list[float]:
    """The middles nearest to those `wanted` at which no item comes too near the one above it."""
    offsets = _from_the_top(column)
    pools: list[tuple[float, float, int]] = []  # where a run of touching items stands, its weight, its length
    for item, middle, offset in zip(column, wanted, offsets, strict=True):
        pool = (middle - offset, float(_STRAIGHT if isinstance(item, Passage) else 1), 1)
        while pools and pools[-1][0] >= pool[0]:
            at, weight, length = pools.pop()
            both = weight + pool[1]
            pool = ((at * weight + pool[0] * pool[1]) / both, both, length + pool[2])
        pools.append(pool)
    starts = [at for at, _, length in pools for _ in range(length)]
    return [start + offset for start, offset in zip(starts, offsets, strict=True)]


def _on_the_grid(
    column: Mapping[Item, int], tops: Mapping[Item, float], highest: float
) -> dict[Item, tuple[int, int]]:
    """Tops on the grid, below the heads of the columns; rounding lets none slip over another."""
    found: dict[Item, tuple[int, int]] = {}
    free = 0
    for item, height in column.items():
        top = max(round((tops[item] - highest + HEAD + MARGIN) / GRID) * GRID, free)
        found[item] = (top, height)
        free = top + height + _GAP - GRID
    return found
