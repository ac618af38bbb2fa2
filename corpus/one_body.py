"""Names that people say are of one body (hai tên của một cơ quan): each is read as the one that was named last."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.facts import CorrectionFact
from rulebook.spelling import key


class OneBody:
    """What a body is called, by the corrections of the kind `same_agency` that hold, the oldest first.

    The first name of a correction is one with the second; through it, names form groups, and a group is called by the
    second name that was said last.
    """

    def __init__(self, said: Iterable[CorrectionFact]) -> None:
        self._called: dict[str, tuple[str, CorrectionFact]] = {}
        groups: dict[str, set[str]] = {}
        for one in said:
            first, second = key(one.quote), key(one.after[0])
            together = groups.get(first, {first}) | groups.get(second, {second})
            groups |= dict.fromkeys(together, together)
            self._called |= dict.fromkeys(together, (one.after[0], one))

    def renamed(self, names: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[CorrectionFact, ...]]:
        """The names as the bodies are called, each once, and the corrections by which any is called otherwise."""
        by: dict[int, CorrectionFact] = {}
        called = []
        for name in names:
            found = self._called.get(key(name))
            if found and key(found[0]) != key(name):
                by[found[1].id] = found[1]
            called.append(found[0] if found and key(found[0]) != key(name) else name)
        return tuple(dict.fromkeys(called)), tuple(by.values())
