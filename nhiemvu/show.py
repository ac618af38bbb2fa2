"""Tables for people: drawn on a terminal, tab-separated when the output goes to a file or another program.

What a document says is printed as it is, never obeyed: control characters are taken out and markup stays text.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from nhiemvu.words import say
from publish.plain import plain, shortened

_CELL = 240  # characters of a cell that a terminal shows


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its title, its head row, its rows. `wide` has the columns of long texts and how they share the room
    that the others leave."""

    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    wide: Mapping[int, int] = field(default_factory=dict)


def show(tables: Iterable[Table]) -> None:
    """Prints the tables to standard output; on a terminal, columns without any text are left out."""
    if sys.stdout.isatty():
        _draw(tables)
    else:
        _write_tsv(tables)


def show_json(value: Any, *, lines: bool = False) -> None:
    """Prints a value as JSON; with `lines`, every item of a list on one line of its own (JSON Lines)."""
    if lines:
        for item in value:
            sys.stdout.write(json.dumps(item, ensure_ascii=False) + "\n")
    else:
        sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def note(line: str) -> None:
    """Prints a line for people to standard error, so that it does not get into what is piped on."""
    print(plain(line), file=sys.stderr)


def no_documents(paths: Sequence[str]) -> int:
    """Says that the folders hold no document; the exit status of that."""
    note(say("{paths}: không có văn bản nào ở đây; chỉ tên tệp hoặc thư mục khác", paths=", ".join(paths)))
    return 2


def _write_tsv(tables: Iterable[Table]) -> None:
    for number, table in enumerate(tables):
        lines = [table.heads, *table.rows]
        text = "".join("\t".join(map(plain, line)) + "\n" for line in lines)
        sys.stdout.write(("\n" if number else "") + text)


def _draw(tables: Iterable[Table]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table as Drawn
    from rich.text import Text

    console = Console(markup=False, highlight=False, emoji=False)
    for table in tables:
        if table.title:
            console.print(Text(plain(table.title), style="bold"))
        drawn = Drawn(
            box=box.HORIZONTALS, expand=bool(table.wide), show_lines=True, pad_edge=False, border_style="dim"
        )
        shown = [at for at in range(len(table.heads)) if any(row[at] for row in table.rows)]
        for at in shown:
            ratio = table.wide.get(at)
            drawn.add_column(
                plain(table.heads[at]), ratio=ratio, min_width=10 if ratio else None, overflow="fold"
            )
        for row in table.rows:
            drawn.add_row(*(Text(shortened(plain(row[at]), _CELL)) for at in shown))
        console.print(drawn)


@dataclass(frozen=True, slots=True)
class Branch:
    """A line of a tree: its text, the words of a document that it rests on, and what hangs on it."""

    text: str
    quote: str = ""
    children: tuple[Branch, ...] = ()


def show_tree(branches: Iterable[Branch]) -> None:
    """Prints trees to standard output: drawn on a terminal, indented by two spaces a step elsewhere."""
    if sys.stdout.isatty():
        _draw_tree(branches)
    else:
        for branch in branches:
            _write_indented(branch, 0)


def _write_indented(branch: Branch, depth: int) -> None:
    line = " ".join(part for part in (plain(branch.text), plain(branch.quote)) if part)
    sys.stdout.write("  " * depth + line + "\n")
    for child in branch.children:
        _write_indented(child, depth + 1)


def _draw_tree(branches: Iterable[Branch]) -> None:
    from rich.console import Console
    from rich.text import Text
    from rich.tree import Tree

    def grow(branch: Branch, style: str) -> Tree:
        line = Text(plain(branch.text), style=style)
        if branch.quote:
            line.append("\n" + shortened(plain(branch.quote), _CELL), style="dim")
        tree = Tree(line)
        for child in branch.children:
            tree.children.append(grow(child, ""))
        return tree

    console = Console(markup=False, highlight=False, emoji=False)
    for branch in branches:
        console.print(grow(branch, "bold"))
