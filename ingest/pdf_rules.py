"""The rules and images drawn on a PDF page: the door to PDFium's drawings.

Programs draw the borders of a table as they please: as lines, as rectangles a hair thin, as one frame for each cell, as
one path for the whole table. What is seen are level and upright strokes, and those are what comes out. A shaded area is
no stroke: its edges are no rules.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, repeat
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from ingest.pdf_letters import Frame, Numbers, address_of

Stroke = tuple[float, float, float, float]
"""Left, top, right, bottom, in points from the top left corner of the page as it is read; as good as flat one way."""

_Matrix = tuple[float, float, float, float, float, float]

_AS_IT_IS: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_THICKEST = 3.0  # points: what is thicker is no rule but an area
_SHORTEST_RULE = 8.0  # of a stroke that can show that a page has tables
_DEEPEST = 4  # forms within forms
_MOST_OBJECTS = 100_000  # on one page, and in one form
_MOST_STROKES = 20_000
_MOST_SEGMENTS = 10_000  # of one path
_KINDS = (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM)


@dataclass(frozen=True, slots=True)
class Drawings:
    """The strokes of a page, and how many images it has."""

    level: tuple[Stroke, ...] = ()
    upright: tuple[Stroke, ...] = ()
    images: int = 0

    @property
    def crossing(self) -> bool:
        """Whether there are rules in both directions, as those of a table are."""
        return (
            sum(right - left > _SHORTEST_RULE for left, _, right, _ in self.level) > 1
            and sum(bottom - top > _SHORTEST_RULE for _, top, _, bottom in self.upright) > 1
        )


def drawings_of(page: pypdfium2.PdfPage, frame: Frame) -> Drawings:
    """The strokes and images drawn on a page, those in forms on it, too."""
    strokes: list[Stroke] = []
    images = 0
    for item, kind, matrix in _objects(page):
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            images += 1
        elif len(strokes) < _MOST_STROKES:
            strokes += _strokes(item, matrix)
    if not strokes:
        return Drawings(images=images)
    boxes = frame.boxes(np.array(strokes))
    wide, high = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    level, upright = (high <= _THICKEST) & (wide > high), (wide <= _THICKEST) & (high > wide)
    return Drawings(_as_strokes(boxes[level]), _as_strokes(boxes[upright]), images)


def _as_strokes(boxes: Numbers) -> tuple[Stroke, ...]:
    return tuple((left, top, right, bottom) for left, top, right, bottom in boxes.tolist())


def _objects(page: pypdfium2.PdfPage) -> Iterator[tuple[int, int, _Matrix]]:
    """The paths and images of a page with their kind, and the matrix that takes their coordinates to the page."""
    raw = address_of(page.raw)
    pages = (_function("Page_CountObjects"), _function("Page_GetObject"))
    forms = (_function("FormObj_CountObjects"), _function("FormObj_GetObject"))
    waiting: list[tuple[int | None, _Matrix, int]] = [(raw, _AS_IT_IS, 0)]
    while waiting:
        holder, matrix, depth = waiting.pop()
        count, get = forms if depth else pages
        number = min(max(0, count(holder)), _MOST_OBJECTS)
        held = list(map(get, repeat(holder), range(number)))
        for item, kind in zip(held, map(_function("PageObj_GetType"), held), strict=True):
            if kind not in _KINDS:
                continue
            if kind != pdfium.FPDF_PAGEOBJ_FORM:
                yield item, kind, matrix
            elif depth < _DEEPEST:
                waiting.append((item, _times(_matrix(item), matrix), depth + 1))


def _strokes(path: int, matrix: _Matrix) -> Iterator[Stroke]:
    """The strokes of a path, in the coordinates of the file: itself where it is thin, else its straight parts."""
    edges = (ctypes.c_float * 4)()
    start = ctypes.addressof(edges)
    if not _function("PageObj_GetBounds")(path, start, start + 4, start + 8, start + 12):
        return
    left, bottom, right, top = edges
    if matrix[1:3] == (0.0, 0.0):
        (left, bottom), (right, top) = _moved(left, bottom, matrix), _moved(right, top, matrix)
        left, bottom, right, top = min(left, right), min(bottom, top), max(left, right), max(bottom, top)
        if min(right - left, top - bottom) <= _THICKEST:
            yield left, bottom, right, top
            return
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    _function("Path_GetDrawMode")(path, ctypes.addressof(mode), ctypes.addressof(stroked))
    for points in _outlines(path, _times(_matrix(path), matrix)):
        if stroked.value:
            yield from (_around(two) for two in pairwise(points))
        elif mode.value:
            yield _around(points)


def _outlines(path: int, matrix: _Matrix) -> Iterator[list[tuple[float, float]]]:
    """The corners of each part of a path; a part with curves has none."""
    point = (ctypes.c_float * 2)()
    place = ctypes.addressof(point)
    part: list[tuple[float, float]] = []
    curved = False
    for index in range(min(_function("Path_CountSegments")(path), _MOST_SEGMENTS)):
        segment = _function("Path_GetPathSegment")(path, index)
        kind = _function("PathSegment_GetType")(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(part) > 1 and not curved:
                yield part
            part, curved = [], False
        curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
        _function("PathSegment_GetPoint")(segment, place, place + 4)
        part.append(_moved(point[0], point[1], matrix))
        if _function("PathSegment_GetClose")(segment) and len(part) > 1:
            part.append(part[0])
    if len(part) > 1 and not curved:
        yield part


def _around(points: list[tuple[float, float]] | tuple[tuple[float, float], ...]) -> Stroke:
    across, up = [x for x, _ in points], [y for _, y in points]
    return min(across), min(up), max(across), max(up)


def _matrix(item: int) -> _Matrix:
    values = (ctypes.c_float * 6)()
    if not _function("PageObj_GetMatrix")(item, ctypes.addressof(values)):
        return _AS_IT_IS
    a, b, c, d, e, f = values
    return a, b, c, d, e, f


def _times(one: _Matrix, two: _Matrix) -> _Matrix:
    """The matrix that does what `one` does, then what `two` does."""
    a, b, c, d, e, f = one
    p, q, r, s, t, u = two
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _moved(x: float, y: float, matrix: _Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


@lru_cache(maxsize=32)
def _function(name: str) -> Callable[..., Any]:
    """One of PDFium's functions by its address, as in `pdf_letters`."""
    held, number = ctypes.c_void_p, ctypes.c_int
    kinds: dict[str, tuple[Any, ...]] = {
        "Page_CountObjects": (number, held),
        "Page_GetObject": (held, held, number),
        "FormObj_CountObjects": (number, held),
        "FormObj_GetObject": (held, held, ctypes.c_ulong),
        "PageObj_GetType": (number, held),
        "PageObj_GetBounds": (number, held, held, held, held, held),
        "PageObj_GetMatrix": (number, held, held),
        "Path_GetDrawMode": (number, held, held, held),
        "Path_CountSegments": (number, held),
        "Path_GetPathSegment": (held, held, number),
        "PathSegment_GetType": (number, held),
        "PathSegment_GetPoint": (number, held, held, held),
        "PathSegment_GetClose": (number, held),
    }
    prefix = "FPDFPage_" if name.startswith("Page_") else "FPDF"
    full = prefix + name.removeprefix("Page_")
    return ctypes.PYFUNCTYPE(*kinds[name])(address_of(getattr(pdfium, full)))
