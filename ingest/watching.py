"""Who wants to know how far a long reading is (tiến độ đọc): pages that were recognised, of how many.

Reading a scan takes seconds a page. Whoever shows that to people gives a function; nobody is told otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

Watcher = Callable[[int, int], None]
"""Is told how many pages are read, and of how many."""

Page = TypeVar("Page")
_WATCHER: ContextVar[Watcher | None] = ContextVar("watcher", default=None)


@contextmanager
def watched(watcher: Watcher) -> Iterator[None]:
    """Tell `watcher` of every page that is recognised inside the `with`, in this thread.

    >>> with watched(lambda page, pages: print(page, "of", pages)):
    ...     list(counted("ab", 2))
    0 of 2
    1 of 2
    2 of 2
    ['a', 'b']
    """
    token = _WATCHER.set(watcher)
    try:
        yield
    finally:
        _WATCHER.reset(token)


def counted(pages: Iterable[Page], number: int) -> Iterator[Page]:
    """The pages, `number` of them, as they come; who watches is told."""
    watcher = _WATCHER.get()
    if watcher:
        watcher(0, number)
    for at, page in enumerate(pages, 1):
        if watcher:
            watcher(at, number)
        yield page
