"""A page of a document's file with the boxes of its tasks: the picture (`drawing`), and over it an SVG in points."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.document_rows import Details, tasks_between
from corpus.engine import Connection
from corpus.facts import TaskFact
from ingest.boxes import Point
from ingest.document import Document, Source
from ingest.page_images import has_pages
from nhiemvu.web.asked import Asked
from nhiemvu.web.document_head import caption_of
from nhiemvu.web.document_read import placed_document, read_document
from nhiemvu.web.drawing import sizes_of

_MARGIN = 1.5  # points between words and the frame around them


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxShown:
    """The boxes of a task on a page, one for each line: corners in points from the top left of the page."""

    id: str
    corners: tuple[tuple[Point, ...], ...]
    lit: bool

    @property
    def path(self) -> str:
        """The boxes as the path of an SVG."""
        lines = ("L".join(f"{x:.1f} {y:.1f}" for x, y in corners) for corners in self.corners)
        return "".join(f"M{line}Z" for line in lines)

    @property
    def where(self) -> Point:
        """The top left corner of the first box, where its name stands."""
        return self.corners[0][0]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """A page of the file of the document `name`: its `number` of `pages`, its size in points, the boxes of its tasks,
    and the part of the text in which it begins. `with_boxes` is false where the corpus does not know where words stand
    on pages."""

    document_id: int
    name: str
    number: int
    pages: int
    width: float
    height: float
    part: int
    boxes: tuple[BoxShown, ...]
    with_boxes: bool

    @property
    def margin(self) -> float:
        """How far from the left the names of the tasks end, in the margin beside all boxes."""
        lefts = (x for box in self.boxes for corners in box.corners for x, _ in corners)
        return max(12.0, round(min(lefts, default=0.0) - 4, 1))


def shows_pages(details: Details) -> bool:
    """Whether the file of a document has pages that look the same everywhere."""
    return has_pages(Source(details.path, details.sha256, details.media_type, details.reader))


def page_view(asked: Asked, connection: Connection, details: Details, number: int, lit: str = "") -> PageView:
    """The page of that number, or the nearest one that there is; `lit` is the task whose boxes are lit. Raises
    `drawing.UndrawnError`."""
    number = min(max(number, 1), details.pages or number)
    sizes = sizes_of(asked.settings.files, details, number)
    number = min(number, len(sizes))
    width, height = sizes[number - 1]
    read = read_document(asked, connection, details)
    start, end = read.pages.get(number, (0, 0))
    tasks = tasks_between(connection, details.id, start, end)
    boxes = _boxes(placed_document(asked, connection, details), tasks, number, lit) if tasks else ()
    return PageView(
        document_id=details.id,
        name=caption_of(details, asked.lang),
        number=number,
        pages=len(sizes),
        width=width,
        height=height,
        part=read.part_of(start),
        boxes=boxes,
        with_boxes=bool(read.pages),
    )


def _boxes(placed: Document, tasks: Iterable[TaskFact], number: int, lit: str) -> tuple[BoxShown, ...]:
    found = []
    for task in tasks:
        places = placed.places_of(task.start, task.end)
        corners = [place.corners() for place in places if place.page == number]
        grown = tuple(_grown(one) for one in corners if one)
        if grown:
            found.append(BoxShown(id=task.name, corners=grown, lit=task.name == lit))
    return tuple(found)


def _grown(corners: tuple[Point, ...]) -> tuple[Point, ...]:
    """The corners moved away from their middle."""
    x0 = sum(x for x, _ in corners) / len(corners)
    y0 = sum(y for _, y in corners) / len(corners)
    return tuple(
        (round(x + (_MARGIN if x > x0 else -_MARGIN), 1), round(y + (_MARGIN if y > y0 else -_MARGIN), 1))
        for x, y in corners
    )
