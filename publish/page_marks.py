"""Where the tasks, citations and deadlines of a document stand on its pages: boxes to be drawn, and their labels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from extract.extraction import Extraction
from ingest.boxes import Point
from ingest.document import Document
from publish.plain import plain
from publish.when import left_open
from publish.words import Lang

Kind = Literal["task", "citation", "deadline"]

_LONGEST_LABEL = 46


@dataclass(frozen=True, slots=True)
class Mark:
    """A fact on one page: the corners of its boxes in points, one box for each line, and the labels that may stand
    beside it, the longest first."""

    kind: Kind
    labels: tuple[str, ...]
    boxes: tuple[tuple[Point, ...], ...]


def marks_by_page(document: Document, said: Extraction, lang: Lang = "vi") -> dict[int, list[Mark]]:
    """The facts on each page (from 1), in the order in which they are drawn: the tasks first, for what stands in them
    is drawn over them. A task is labelled with its id and, where that is short, who leads it; a deadline with the day
    that it means. Where a fact goes on on another page, it has its shortest label there."""
    found: dict[int, list[Mark]] = {}
    for kind, labels, start, end in _facts(said, lang):
        pages: dict[int, list[tuple[Point, ...]]] = {}
        for place in document.places_of(start, end):
            if place.page is not None and (corners := place.corners()):
                pages.setdefault(place.page, []).append(corners)
        for at, (page, boxes) in enumerate(pages.items()):
            shown = labels if at == 0 else labels[-1:]
            found.setdefault(page, []).append(Mark(kind, shown, tuple(boxes)))
    return found


def _facts(said: Extraction, lang: Lang) -> Iterator[tuple[Kind, tuple[str, ...], int, int]]:
    for task in said.tasks:
        named = plain(f"{task.id} · {'; '.join(task.lead)}")
        yield "task", (*_if_short(named if task.lead else ""), plain(task.id)), task.start, task.end
    for citation in said.citations:
        yield "citation", (), citation.start, citation.end
    for deadline in said.deadlines:
        yield "deadline", _if_short(left_open(deadline, lang)), deadline.start, deadline.end


def _if_short(label: str) -> tuple[str, ...]:
    return (label,) if 0 < len(label) <= _LONGEST_LABEL else ()
