"""A progress bar for work that takes a while, where people watch."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from nhiemvu.words import say


@contextmanager
def progress(work: str, total: int) -> Iterator[Callable[[str], None]]:
    """A progress bar on standard error where that is a terminal; gives what to call, with its name, for everything that
    is done. `work` is a phrase of `nhiemvu.words`."""
    if not sys.stderr.isatty() or not total:
        yield lambda name: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from publish.plain import plain, shortened

    bar = Progress(
        TextColumn(say(work)),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[name]}", markup=False),
        console=Console(stderr=True, highlight=False),
    )
    with bar:
        task = bar.add_task("", total=total, name="")
        yield lambda name: bar.update(task, advance=1, name=shortened(plain(name), 40))
