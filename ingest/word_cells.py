"""The cells of a Word table as they are merged: to the right by `hMerge`, downwards by `vMerge`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ingest.lines import GridCell, Line
from ingest.word_package import Element, attribute, child


@dataclass(slots=True)
class Cells:
    """Collects the cells of a table in their order. `open` has, by column, the place in `cells` of the one that goes
    on downwards, `more` the lines of those that were merged into another."""

    cells: list[GridCell] = field(default_factory=list)
    open: dict[int, int] = field(default_factory=dict)
    more: dict[int, list[Line]] = field(default_factory=dict)

    def add(self, cell: GridCell, properties: Element | None) -> None:
        """The next cell, with its `w:tcPr`."""
        merge = child(properties, "vMerge")
        above = self.open.get(cell.column)
        if _goes_on(child(properties, "hMerge")) and self.cells and self.cells[-1].row == cell.row:
            self._merge(len(self.cells) - 1, cell, columns=cell.column_span)
        elif _goes_on(merge) and above is not None:
            self._merge(above, cell)
        else:
            self.open.pop(cell.column, None)
            if merge is not None:
                self.open[cell.column] = len(self.cells)
            self.cells.append(cell)

    def _merge(self, into: int, cell: GridCell, columns: int = 0) -> None:
        first = self.cells[into]
        rows, span = cell.row - first.row + 1, first.column_span + columns
        self.cells[into] = replace(first, row_span=max(first.row_span, rows), column_span=span)
        self.more.setdefault(into, []).extend(cell.lines)

    def finished(self) -> Iterator[GridCell]:
        """All cells, with the lines of those that were merged into them."""
        for at, cell in enumerate(self.cells):
            more = self.more.get(at)
            yield replace(cell, lines=(*cell.lines, *more)) if more else cell


def _goes_on(merge: Element | None) -> bool:
    return merge is not None and attribute(merge, "val", "continue") == "continue"
