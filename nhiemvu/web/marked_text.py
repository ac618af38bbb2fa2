"""Text with marks in it as HTML (văn bản có đánh dấu): every mark is an element, however marks lie across each other.

    text      Giao Sở Y tế báo cáo trước ngày 30/6.
    task      [---------------------------------]        a group, with a link into the table of tasks before it
    agency         [----]                                a link to the agency
    deadline                  [------------]             a link to the task that it governs

Where marks overlap, the later one is cut where the earlier one ends and goes on behind it; of links that stand in each
other the outer one is a link, for HTML knows no link in a link. All that comes from a document is escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup, escape

Kind = Literal["task", "citation", "agency", "deadline"]
KINDS: tuple[Kind, ...] = ("task", "citation", "agency", "deadline")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What was found at `start` to `end`: `note` says what was read, `href` leads further, empty where nothing does.
    By its `name` addresses lead to it: `#task-t12` for a task `t12`, for others the name itself;
    the `label` of a task is what it is called aloud."""

    kind: Kind
    start: int
    end: int
    note: str
    href: str = ""
    name: str = ""
    label: str = ""


class Marked:
    """A text with its marks, of which stretches are asked in reading order, each once (one sweep over the marks)."""

    def __init__(self, text: str, marks: Iterable[Mark]) -> None:
        self._text = text
        self._waiting = sorted((one for one in marks if one.start < one.end), key=_order, reverse=True)
        self._around: list[Mark] = []
        self._begun: set[Mark] = set()

    def html(self, start: int, end: int) -> Markup:
        """The characters `start` to `end`, with their marks."""
        out: list[str] = []
        opened: list[Mark] = []
        at = start
        while at < end:
            wanted = self._at(at)
            stop = min(end, self._change(at, wanted))
            kept = _common(opened, wanted)
            out += _closed(opened, kept)
            for mark in wanted[kept:]:
                opened.append(mark)
                out.append(self._begin(mark, opened))
            out.append(str(escape(self._text[at:stop])))
            at = stop
        out += _closed(opened, 0)
        return Markup("".join(out))

    def _at(self, at: int) -> list[Mark]:
        """The marks around a character, tasks outside of all others, else the outermost first."""
        while self._waiting and self._waiting[-1].start <= at:
            self._around.append(self._waiting.pop())
        self._around = [mark for mark in self._around if mark.end > at]
        return sorted(self._around, key=_rank)

    def _change(self, at: int, wanted: Sequence[Mark]) -> int:
        ends = [mark.end for mark in wanted]
        return min([*ends, self._waiting[-1].start] if self._waiting else ends, default=len(self._text))

    def _begin(self, mark: Mark, opened: Sequence[Mark]) -> str:
        first = mark not in self._begun
        self._begun.add(mark)
        if mark.kind == "task":
            return _task(mark) if first else '<span class="task">'
        anchor = f' id="{escape(mark.name)}"' if first and mark.name else ""
        in_link = any(other.kind != "task" for other in opened[:-1])
        return _span(mark, anchor) if in_link or not mark.href else _link(mark, anchor)


def _order(mark: Mark) -> tuple[int, int, int]:
    return mark.start, -mark.end, KINDS.index(mark.kind)


def _rank(mark: Mark) -> tuple[bool, int, int, int]:
    return mark.kind != "task", mark.start, -mark.end, KINDS.index(mark.kind)


def _common(one: Sequence[Mark], other: Sequence[Mark]) -> int:
    pairs = zip(one, other, strict=False)
    return next(
        (at for at, (mine, yours) in enumerate(pairs) if mine is not yours), min(len(one), len(other))
    )


def _closed(opened: list[Mark], kept: int) -> Iterator[str]:
    """The ends of those that are open beyond the first `kept`, the innermost first."""
    while len(opened) > kept:
        mark = opened.pop()
        in_link = any(other.kind != "task" for other in opened)
        yield "</a>" if mark.kind != "task" and mark.href and not in_link else "</span>"


def _task(mark: Mark) -> str:
    name, label = escape(mark.name), escape(mark.label)
    tag = f'<a class="tag" href="{escape(mark.href)}" aria-label="{label}" title="{escape(mark.note)}">{name}</a>'
    return f'<span class="task" id="task-{name}" role="group" aria-label="{label}">{tag}'


def _link(mark: Mark, anchor: str) -> str:
    return f'<a class="{mark.kind}"{anchor} href="{escape(mark.href)}" title="{escape(mark.note)}">'


def _span(mark: Mark, anchor: str) -> str:
    return f'<span class="{mark.kind}"{anchor} role="note" title="{escape(mark.note)}">'
