"""The figures of the annotated documents: as they are written down, as a table, and what has changed between two."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import add

from bench.counts import FIGURES, Count, Score

ALL = "all"
NOTICED = 0.0005
"""A figure that changes by less has not fallen."""

Figures = dict[str, float]
"""The figures of a document, or of a whole set."""
Table = dict[str, Figures]
"""The figures of a set: of each document by its name, of all facts of the set together by `all`."""


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that is not what it was."""

    row: str
    figure: str
    before: float
    now: float

    @property
    def fell(self) -> bool:
        """Whether it fell by more than 0.0005.

        >>> Change("samples/all", "tasks", 1.0, 0.9991).fell, Change("samples/all", "tasks", 1.0, 0.9996).fell
        (True, False)
        """
        return self.before - self.now > NOTICED

    def __str__(self) -> str:
        return f"{self.row}: {self.figure} {self.before:.4f} -> {self.now:.4f}"


def table_of(scores: Mapping[str, Score]) -> Table:
    """The figures of each document, and of all their facts together."""
    together = {
        figure: reduce(add, (score.counts[figure] for score in scores.values()), Count()).figure
        for figure in FIGURES
    }
    return {**{name: score.figures for name, score in scores.items()}, ALL: together}


def changes(name: str, before: Table, now: Table) -> list[Change]:
    """What is not as before in the rows that both tables of the set have."""
    return [
        Change(f"{name}/{row}", figure, before[row][figure], value)
        for row, figures in now.items()
        for figure, value in figures.items()
        if row in before and figure in before[row] and value != before[row][figure]
    ]


def gone(before: Mapping[str, Table], now: Mapping[str, Table]) -> list[str]:
    """The rows that are no more.

    >>> gone({"samples": {"01": {}, "all": {}}}, {"samples": {"all": {}}})
    ['samples/01']
    """
    return [f"{name}/{row}" for name in before for row in before[name] if row not in now.get(name, {})]


def lines(name: str, before: Table, now: Table, width: int) -> Iterator[str]:
    """A set as lines: the heads of the columns, then a line for each document and one for all; behind a figure its
    change, if there is one. `width` is that of the first column."""
    cells = {
        row: [_cell(value, before.get(row, {}).get(figure, value)) for figure, value in figures.items()]
        for row, figures in now.items()
    }
    heads = [figure.split() for figure in FIGURES]
    widths = [max(7, *(len(cell) for cell in column)) for column in zip(*cells.values(), strict=True)]
    widths = [max(wide, *map(len, head)) for wide, head in zip(widths, heads, strict=True)]
    first, second = ([head[0] for head in heads], [" ".join(head[1:]) for head in heads])
    yield _line(name, first, width, widths)
    yield _line("", second, width, widths)
    for row, shown in cells.items():
        yield _line(row, shown, width, widths) + ("" if row in before else "  new")


def written(version: str, tables: Mapping[str, Table]) -> str:
    """The figures as JSON, a line for each document, so that a difference shows whole rows."""
    rows = [
        f' "{name}": {{\n'
        + ",\n".join(f'  "{row}": {json.dumps(figures)}' for row, figures in table.items())
        + "\n }"
        for name, table in tables.items()
    ]
    return f'{{\n"version": "{version}",\n"sets": {{\n' + ",\n".join(rows) + "\n}\n}\n"


def _cell(now: float, before: float) -> str:
    return f"{now:.4f}" + (f" {now - before:+.4f}" if now != before else "")


def _line(first: str, cells: list[str], width: int, widths: list[int]) -> str:
    return (
        f"{first:{width}}"
        + "".join(f"  {cell:<{wide}}" for cell, wide in zip(cells, widths, strict=True)).rstrip()
    )
