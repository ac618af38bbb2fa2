"""At which width a text was wrapped, told from the lines that are surely continued.

A text saved from a web page or a mail program is cut at a fixed width, often with another one for the first line of a
paragraph. Lines whose successor starts in lower case were surely cut; how long they are tells both widths, and from
them which other lines were full: their successor's first word would not have fitted any more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.lines import Line
from ingest.paragraphs import goes_on
from ingest.wording import dangles, finished, opening, starts_lower

_FEWEST_CUTS = 5
_CUT_SHARE = 0.08
_CUT_EARLY = 0.15  # of the lines may be cut short of the common width, where markup that is gone took up room
_SLACK = 2


@dataclass(frozen=True, slots=True)
class Widths:
    """What a line and the next word need together, in characters, where the text was cut: for the first line of a
    paragraph, and for its other lines."""

    first: int
    rest: int


def widths_of(lines: Sequence[Line]) -> Widths | None:
    """The widths at which `lines` were wrapped; None for a text with a line a paragraph."""
    first: list[int] = []
    rest: list[int] = []
    opens = True
    for line, after in pairwise(lines):
        opens = opens or line.gap != "none" or opening(line.text) == "sure"
        cut = (
            after.gap == "none"
            and not finished(line.text)
            and starts_lower(after.text)
            and opening(after.text) == "none"
        )
        if cut:
            (first if opens else rest).append(_needed(line, after))
        opens = not cut and not dangles(line.text)
    cuts = len(first) + len(rest)
    if cuts < max(_FEWEST_CUTS, _CUT_SHARE * len(lines)):
        return None
    both = _tightest(first + rest)
    return Widths(*(_tightest(part) if len(part) >= _FEWEST_CUTS else both for part in (first, rest)))


def _needed(line: Line, after: Line) -> int:
    return len(line.text) + 1 + len(after.text.split(" ", 1)[0])


def _tightest(needed: list[int]) -> int:
    return sorted(needed)[int(_CUT_EARLY * len(needed))] - _SLACK


def mark_full(lines: Sequence[Line]) -> list[Line]:
    """The lines, each told whether it filled its width, where the text was wrapped at one."""
    widths = widths_of(lines)
    if widths is None:
        return list(lines)
    marked: list[Line] = []
    opens = True
    for line, after in pairwise([*lines, None]):
        if line is None:
            break
        opens = opens or opening(line.text) == "sure"
        full = after is not None and _needed(line, after) >= (widths.first if opens else widths.rest)
        marked.append(replace(line, full=full))
        opens = after is None or not goes_on(marked[-1:], after)
    return marked
