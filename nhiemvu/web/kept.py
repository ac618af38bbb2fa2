"""What was worked out once and is wanted again, a bounded number of them (bộ nhớ đệm)."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Kept(Generic[Value]):
    """At most so many values by name; the one that was longest not asked for goes first. Threads may share it.

    >>> kept = Kept[str](1)
    >>> kept.get("a", lambda: "made"), kept.get("a", lambda: "made anew"), kept.get("b", lambda: "other")
    ('made', 'made', 'other')
    >>> kept.get("a", lambda: "made anew")
    'made anew'
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[Hashable, Value] = OrderedDict()
        self._lock = Lock()

    def get(self, name: Hashable, make: Callable[[], Value]) -> Value:
        """The value of that name, made where it is not there. Two that ask at once may both make it."""
        with self._lock:
            if name in self._values:
                self._values.move_to_end(name)
                return self._values[name]
        made = make()
        with self._lock:
            self._values[name] = made
            while len(self._values) > self._most:
                self._values.popitem(last=False)
        return made
