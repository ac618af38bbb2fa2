"""The pages of a document with boxes around what was found on them: tasks, citations, deadlines.

    page of the file (ingest.page_images)  +  places of each fact (publish.page_marks)  =  picture

A fact that runs over several lines has a box on each. The three colours are told apart by people who see red and green
alike, and in grey by their outlines: tasks stand in frames, citations over a line, deadlines in dashes.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from extract.extraction import Extraction
from ingest.boxes import Box, Point
from ingest.document import Document
from ingest.page_images import ShownPage, shown_pages
from publish.lettering import Lettering
from publish.page_marks import Kind, Mark, marks_by_page
from publish.plain import plain, shortened
from publish.words import Lang, say

COLOURS: dict[Kind, tuple[int, int, int]] = {
    "task": (0, 114, 178),
    "citation": (0, 158, 115),
    "deadline": (213, 94, 0),
}
"""Blue, bluish green and vermilion of the palette of Okabe and Ito (2008), made for all kinds of colour vision."""

_NAMES: dict[Kind, str] = {"task": "Nhiệm vụ", "citation": "Viện dẫn", "deadline": "Thời hạn"}
_FILLS: dict[Kind, int] = {"task": 26, "citation": 60, "deadline": 60}  # of 255
_AROUND: dict[Kind, float] = {"task": 2.0, "citation": 0.0, "deadline": 0.0}  # points between words and frame
_DASH, _GAP = 5.0, 3.0  # pixels
_LABEL, _LEGEND = 12, 15  # sizes of letters in pixels
_PADDING = 2
_BAND = 32  # the height of the legend under the page
_LONGEST_NAME = 60

Corners = Sequence[Point]
Rectangle = tuple[float, float, float, float]


def page_pictures(
    data: bytes, document: Document, said: Extraction, lang: Lang = "vi"
) -> Iterator[Image.Image]:
    """Each page of the file `data` that `document` was read from, with what `said` found on it, and a legend below.

    One page at a time, so that a long document needs no more memory than a short one. Raises `ingest.ReadError` for a
    page that cannot be shown.
    """
    marks = marks_by_page(document, said, lang)
    printed: dict[int | None, list[Box]] = {}
    for place in document.places:
        if place.box:
            printed.setdefault(place.page, []).append(place.box)
    lettering = Lettering.of_this_machine()
    name = shortened(plain(document.source.path.replace("\\", "/").rpartition("/")[2]), _LONGEST_NAME)
    for page in shown_pages(data, document.source):
        sheet = _Sheet(page, lettering, printed.get(page.number, []))
        found = marks.get(page.number, [])
        for step in (sheet.fill, sheet.outline, sheet.label):
            for mark in found:
                step(mark)
        where = say("tr. {page}", lang, page=f"{page.number}/{document.source.pages or page.number}")
        sheet.legend(f"{name}, {where}", lang)
        yield sheet.picture()


class _Sheet:
    """A page that is drawn on, with room for the legend below it. Marks come in points, all else is in pixels."""

    def __init__(self, page: ShownPage, lettering: Lettering, printed: Sequence[Box]) -> None:
        self._width, self._height = page.picture.size
        self._scale = page.scale
        self._lettering = lettering
        self._paper = Image.new("RGBA", (self._width, self._height + _BAND), "white")
        self._paper.paste(page.picture)
        self._colour = Image.new("RGBA", self._paper.size)
        self._draw = ImageDraw.Draw(self._colour)
        # By print, later by labels, too: where no label is put if it can be helped.
        self._taken = [
            (box.left * page.scale, box.top * page.scale, box.right * page.scale, box.bottom * page.scale)
            for box in printed
        ]

    def picture(self) -> Image.Image:
        """The page with all that was drawn on it."""
        return Image.alpha_composite(self._paper, self._colour).convert("RGB")

    def fill(self, mark: Mark) -> None:
        """Shades the boxes lightly."""
        for corners in self._boxes(mark):
            self._draw.polygon(corners, (*COLOURS[mark.kind], _FILLS[mark.kind]))

    def outline(self, mark: Mark) -> None:
        """Draws what tells the kinds apart without colour."""
        if mark.kind == "task":
            self._frame(self._boxes(mark))
            return
        for corners in self._boxes(mark):
            self._underline(corners) if mark.kind == "citation" else self._dash(corners)

    def label(self, mark: Mark) -> None:
        """Writes the longest label that finds room beside the first box; the id of a task in any case."""
        first = self._boxes(mark)[0]
        for text in mark.labels:
            for space in self._spaces(text, first):
                if self._is_free(space):
                    self._write(text, space, mark.kind)
                    return
        if mark.kind == "task":
            left, top, right, bottom = self._spaces(mark.labels[-1], first)[1]
            lower = (bottom - top) / 2
            self._write(mark.labels[-1], (left, top + lower, right, bottom + lower), mark.kind)

    def legend(self, footer: str, lang: Lang) -> None:
        """What the colours mean and, where there is room, which page it is."""
        x, top = 12.0, self._height + (_BAND - _LEGEND) / 2
        self._draw.line((0, self._height, self._width, self._height), "black")
        for kind, name in _NAMES.items():
            right, bottom = x + 2 * _LEGEND, top + _LEGEND
            corners = ((x, top), (right, top), (right, bottom), (x, bottom))
            sample = Mark(kind, (), (tuple((x / self._scale, y / self._scale) for x, y in corners),))
            self.fill(sample)
            self.outline(sample)
            shown = say(name, lang)
            self._lettering.write(self._draw, (right + 9, top), shown, _LEGEND, "black")
            x = right + 9 + self._lettering.width(shown, _LEGEND) + 24
        start = self._width - 12 - self._lettering.width(footer, _LEGEND)
        if start > x:
            self._lettering.write(self._draw, (start, top), footer, _LEGEND, "black")

    def _boxes(self, mark: Mark) -> list[Corners]:
        around = _AROUND[mark.kind]
        return [
            [(x * self._scale, y * self._scale) for x, y in _grown(corners, around)] for corners in mark.boxes
        ]

    def _frame(self, boxes: Sequence[Corners]) -> None:
        """One frame around the boxes of lines that touch, with no line between them through the words."""
        around = [_around(corners) for corners in boxes]
        left, top = int(min(box[0] for box in around)) - 2, int(min(box[1] for box in around)) - 2
        right, bottom = int(max(box[2] for box in around)) + 3, int(max(box[3] for box in around)) + 3
        inside = Image.new("L", (right - left, bottom - top))
        draw = ImageDraw.Draw(inside)
        for corners in boxes:
            draw.polygon([(x - left, y - top) for x, y in corners], 255, 255)
        edge = ImageChops.subtract(inside, inside.filter(ImageFilter.MinFilter(3)))
        self._colour.paste((*COLOURS["task"], 255), (left, top), edge)

    def _underline(self, corners: Corners) -> None:
        self._draw.line([corners[3], corners[2]], (*COLOURS["citation"], 255), 2)

    def _dash(self, corners: Corners) -> None:
        for start, end in pairwise([*corners, corners[0]]):
            for dash in _dashes(start, end):
                self._draw.line(dash, (*COLOURS["deadline"], 255), 1)

    def _spaces(self, text: str, beside: Corners) -> list[Rectangle]:
        """Where a label may stand: to the left of a box, above it, to the right of it."""
        left, top, right, _ = _around(beside)
        top_left = min(y for x, y in beside if x <= (left + right) / 2)
        top_right = min(y for x, y in beside if x >= (left + right) / 2)
        wide = self._lettering.width(text, _LABEL) + 2 * _PADDING
        high = _LABEL + _PADDING
        corners = ((left - wide - 3, top_left), (left, top - high - 1), (right + 3, top_right))
        return [(x, y, x + wide, y + high) for x, y in corners]

    def _is_free(self, space: Rectangle) -> bool:
        left, top, right, bottom = space
        if left < 0 or top < 0 or right > self._width or bottom > self._height:
            return False
        return not any(
            left < taken[2] and taken[0] < right and top < taken[3] and taken[1] < bottom
            for taken in self._taken
        )

    def _write(self, text: str, space: Rectangle, kind: Kind) -> None:
        self._draw.rectangle(space, (*COLOURS[kind], 255))
        self._lettering.write(self._draw, (space[0] + _PADDING, space[1] + 1), text, _LABEL, "white")
        self._taken.append(space)


def _grown(corners: Corners, by: float) -> list[Point]:
    """The corners of a rectangle that lies as the given one does, larger by so much on each side."""
    (x0, y0), (x1, y1), _, (x3, y3) = corners
    along, down = math.dist(corners[0], corners[1]) or 1.0, math.dist(corners[0], corners[3]) or 1.0
    u = (x1 - x0) / along * by, (y1 - y0) / along * by
    v = (x3 - x0) / down * by, (y3 - y0) / down * by
    signs = ((-1, -1), (1, -1), (1, 1), (-1, 1))
    return [
        (x + i * u[0] + j * v[0], y + i * u[1] + j * v[1])
        for (x, y), (i, j) in zip(corners, signs, strict=True)
    ]


def _around(corners: Corners) -> Rectangle:
    across, down = [x for x, _ in corners], [y for _, y in corners]
    return min(across), min(down), max(across), max(down)


def _dashes(start: Point, end: Point) -> Iterator[tuple[Point, Point]]:
    length = math.dist(start, end)
    at = 0.0
    while at < length:
        stop = min(at + _DASH, length)
        yield _between(start, end, at / length), _between(start, end, stop / length)
        at += _DASH + _GAP


def _between(start: Point, end: Point, share: float) -> Point:
    return start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])
