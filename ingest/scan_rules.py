"""Ruled tables on scanned pages: long runs of dark pixels are rules, and where rules meet are cells.

A rule is a run far longer than any stroke of a letter, a few pixels thick. Rules are painted over before the page is
recognised, because letters that touch them are misread; which of them bound a cell is asked of pdfplumber, as on pages
with drawn rules.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ingest.pdf_tables import RuledTable, ruled_table
from ingest.scan_image import PageImage

Mask = npt.NDArray[np.bool_]

_ACROSS = 0.6  # inches: no stroke of a letter is as long
_DOWN = 0.28
_HOLE = 0.02  # inches: a gap in a rule that the scanner made
_THICKEST = 0.05  # inches
_CROSSING = 0.05  # inches between the ends of rules that meet
_DARK = 0.75  # of the paper's brightness: rules are thin and scanned greyer than print
_MOST_RUNS = 20_000  # a picture, not a page with rules


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line on the page, in pixels; `across`: horizontal."""

    across: bool
    left: int
    top: int
    right: int
    bottom: int


def rules_of(page: PageImage) -> tuple[list[Rule], list[Rule]]:
    """The rules of a level page: those that form tables (each meets two of the other kind), and the horizontal ones
    that stand alone."""
    dark = page.grey < _DARK * float(np.median(page.grey))
    every = _rules(dark, page.dpi, round(_ACROSS * page.dpi))
    down = [
        Rule(False, rule.top, rule.left, rule.bottom, rule.right)
        for rule in _rules(np.ascontiguousarray(dark.T), page.dpi, round(_DOWN * page.dpi))
    ]
    near = round(_CROSSING * page.dpi)
    across = [rule for rule in every if sum(_meet(rule, other, near) for other in down) > 1]
    down = [rule for rule in down if sum(_meet(other, rule, near) for other in across) > 1]
    alone = [rule for rule in every if not any(_meet(rule, other, near) for other in down)]
    return [*across, *down], alone


def tables_of(page: PageImage, rules: Sequence[Rule]) -> list[RuledTable]:
    """The tables that the rules make, from the top, in points."""
    from pdfplumber.table import (
        cells_to_tables,
        edges_to_intersections,
        intersections_to_cells,
        merge_edges,
    )

    scale = 72 / page.dpi
    edges = [_edge(rule, scale) for rule in rules]
    near = _CROSSING * 72
    merged = merge_edges(edges, near, near, near, near)
    cells = intersections_to_cells(edges_to_intersections(merged, near, near))
    found = (ruled_table(cells) for cells in cells_to_tables(cells))
    return sorted((table for table in found if table), key=lambda table: table.box.top)


def _edge(rule: Rule, scale: float) -> dict[str, Any]:
    """A rule as pdfplumber knows edges."""
    left, right, top, bottom = (scale * value for value in (rule.left, rule.right, rule.top, rule.bottom))
    if rule.across:
        top = bottom = (top + bottom) / 2
    else:
        left = right = (left + right) / 2
    return {
        "x0": left,
        "x1": right,
        "top": top,
        "bottom": bottom,
        "width": right - left,
        "height": bottom - top,
        "orientation": "h" if rule.across else "v",
        "object_type": "line",
    }


def _meet(across: Rule, down: Rule, near: int) -> bool:
    return (
        across.left - near <= down.left <= across.right + near
        and down.top - near <= across.top <= down.bottom + near
    )


def _rules(dark: Mask, dpi: float, shortest: int) -> list[Rule]:
    """The horizontal rules of at least that length: runs in neighbouring rows put together."""
    hole, thickest = max(1, round(_HOLE * dpi)), round(_THICKEST * dpi)
    done: list[Rule] = []
    growing: list[Rule] = []
    for row, left, right in _runs(dark, shortest, hole):
        done += [rule for rule in growing if rule.bottom < row - hole]
        growing = [rule for rule in growing if rule.bottom >= row - hole]
        mine = [rule for rule in growing if rule.left <= right + hole and left <= rule.right + hole]
        growing = [rule for rule in growing if rule not in mine]
        growing.append(
            Rule(
                True,
                min([left, *(rule.left for rule in mine)]),
                min([row, *(rule.top for rule in mine)]),
                max([right, *(rule.right for rule in mine)]),
                row + 1,
            )
        )
    return [rule for rule in [*done, *growing] if rule.bottom - rule.top <= thickest]


def _runs(dark: Mask, shortest: int, hole: int) -> Iterator[tuple[int, int, int]]:
    """Row, start and end of the dark runs of at least that length, small holes in them closed."""
    padded = np.zeros((dark.shape[0], dark.shape[1] + 2), np.int8)
    padded[:, 1:-1] = dark
    steps = np.diff(padded, axis=1)
    rows, starts = np.nonzero(steps == 1)
    ends = np.nonzero(steps == -1)[1]
    if not len(rows):
        return
    apart = np.ones(len(rows), np.bool_)
    apart[1:] = (rows[1:] != rows[:-1]) | (starts[1:] - ends[:-1] > hole)
    first = np.nonzero(apart)[0]
    last = np.append(first[1:], len(rows)) - 1
    inked = np.add.reduceat(ends - starts, first)
    lengths = ends[last] - starts[first]
    long = np.nonzero((lengths >= shortest) & (inked > 0.8 * lengths))[0][:_MOST_RUNS]
    yield from zip(
        rows[first[long]].tolist(), starts[first[long]].tolist(), ends[last[long]].tolist(), strict=True
    )
