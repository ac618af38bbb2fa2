"""A body as a task has it: its name, where in the document it stands, and in what kind of place.

Most tasks do not name their bodies themselves: the heading, the lead-in, a line beside them or a column does. So each
name carries the words that it was taken from, down through the outline to the task.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from extract.bodies import Span
from extract.extraction import How
from extract.names import body_name, each_body, name_key, names_apart, names_in_cell


class Named(NamedTuple):
    """The full `name` of a body without its place; `start` to `end` are the characters that name it, `how` says what
    kind of place that is."""

    name: str
    start: int
    end: int
    how: How = "own"


def named(
    text: str, spans: tuple[Span, ...] | list[Span], how: How = "own", at: int = 0
) -> tuple[Named, ...]:
    """The bodies at `spans` of `text`, each once; `at` is where the text begins in the document.

    >>> named("Giám đốc các Sở: Nội vụ, Y tế rà soát", [Span(0, 29)], at=100)
    (Named(name='Giám đốc Sở Nội vụ', start=100, end=129, how='own'), \
Named(name='Giám đốc Sở Y tế', start=100, end=129, how='own'))
    """
    if not spans:
        return ()
    quoted = [(quote, a, b) for a, b in spans for quote in each_body(text[a:b])]
    if len(quoted) == 1:
        quote, a, b = quoted[0]
        name = body_name(quote)
        return (Named(name, at + a, at + b, how),) if name else ()
    names = names_apart([quote for quote, _, _ in quoted])
    return each_once(Named(name, at + a, at + b, how) for name, (_, a, b) in zip(names, quoted, strict=True))


def named_in_cell(text: str, how: How, at: int) -> tuple[Named, ...]:
    """The bodies that a cell or an attribute line lists; the words they rest on are all of it."""
    return tuple(Named(name, at, at + len(text), how) for name in names_in_cell(text))


def each_once(found: Iterable[Named]) -> tuple[Named, ...]:
    """Without repetitions of a name, compared without regard to case, marks and punctuation, in order."""
    seen: dict[str, Named] = {}
    for one in found:
        if one.name:
            seen.setdefault(name_key(one.name), one)
    return tuple(seen.values())


def without(found: tuple[Named, ...], others: tuple[Named, ...]) -> tuple[Named, ...]:
    """Those of `found` whose name is none of the others': who leads does not help himself."""
    names = set(only_names(others))
    return tuple(one for one in found if one.name not in names)


def only_names(found: tuple[Named, ...]) -> tuple[str, ...]:
    """The names alone."""
    return tuple([one.name for one in found])
