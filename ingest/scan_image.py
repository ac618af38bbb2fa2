"""The picture of a page made ready to be read: coloured ink out, the right way up, its lines level.

The red seal over a signature is gone where the red channel is kept and lightened by how red a pixel is: red ink
becomes as light as the paper, black print, also under the seal, stays as dark as before: it is dark in the red channel,
too, whatever colour the compression of the picture smeared over it. A page that lies a degree
askew is turned by the angle at which the rows of its ink are sharpest: on level lines, rows full of ink and rows
without any alternate.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
import numpy.typing as npt
from PIL import Image

Grey = npt.NDArray[np.uint8]
Colour = npt.NDArray[np.uint8]

_GREYISH = 14  # by how much the red of grey paper and print differs from its green and blue
_PRINT, _RED_INK = (
    0.4,
    0.65,
)  # of the paper's brightness: the red of black print is below, that of red ink above
_STEEPEST = 5.0  # degrees; what lies more askew is no page that fell a little crooked into the feeder
_LEAST_SKEW = 0.1
_SHARPER = 1.02
_MOST_POINTS = 150_000
_DPI_FOR_SKEW = 100
_EDGE = 0.04  # of the page: shadows of the feeder, which are level whatever the text is
_DARK = 0.6  # of the brightness of the paper
_BLANK_SHARE = 0.0004  # of the page: specks and the hole of a staple
_INVERTED_SHARE = 0.6
_BLACK_SHARE = 0.995


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page as a grey picture. `turn`: quarter turns clockwise, and `skew`: degrees counter-clockwise, by which it
    was turned to be read; `slant`: degrees by which its lines still fall to the right."""

    grey: Grey
    dpi: float
    turn: int = 0
    skew: float = 0.0
    slant: float = 0.0

    @property
    def width(self) -> float:
        """In points, as read."""
        return float(self.grey.shape[1] * 72 / self.dpi)

    @property
    def height(self) -> float:
        """In points, as read."""
        return float(self.grey.shape[0] * 72 / self.dpi)


def without_colour(picture: Colour) -> Grey:
    """A picture (red, green, blue, or grey already) as grey, in which red ink is as light as the paper."""
    if picture.ndim == 2:
        return np.ascontiguousarray(picture)
    red = picture[:, :, 0].astype(np.int16)
    others = (picture[:, :, 1].astype(np.int16) + picture[:, :, 2]) // 2
    redness = np.maximum(red - others - _GREYISH, 0)
    paper = max(1, int(np.median(red)))
    bright = np.clip((red / paper - _PRINT) / (_RED_INK - _PRINT), 0, 1)
    light = np.where(redness > 0, np.minimum(red + 2 * redness * bright, np.maximum(red, paper)), red)
    return light.astype(np.uint8)


def with_dark_print(grey: Grey) -> Grey | None:
    """The picture with dark print on light paper; None where there is nothing to read: a blank or black page."""
    share = float(_ink(grey).mean())
    if share > _INVERTED_SHARE or float(np.median(grey)) < 64:
        light = 255 - grey
        black = float((grey < 64).mean()) > _BLACK_SHARE
        return None if black or float(_ink(light).mean()) < _BLANK_SHARE else light
    return grey if share > _BLANK_SHARE else None


class Spot(Protocol):
    """A part of the picture, in pixels: a rule, a footnote mark."""

    @property
    def left(self) -> int: ...
    @property
    def top(self) -> int: ...
    @property
    def right(self) -> int: ...
    @property
    def bottom(self) -> int: ...


def painted_over(page: PageImage, spots: Iterable[Spot]) -> PageImage:
    """The page with some of its spots, and two pixels around each, as light as its paper."""
    grey = page.grey.copy()
    paper = np.uint8(np.median(grey))
    for spot in spots:
        grey[max(0, spot.top - 2) : spot.bottom + 2, max(0, spot.left - 2) : spot.right + 2] = paper
    return replace(page, grey=grey)


def levelled(page: PageImage) -> PageImage:
    """The page turned so that its lines are level."""
    skew = skew_of(page)
    if abs(skew) < _LEAST_SKEW:
        return page
    paper = int(np.median(page.grey))
    turned = Image.fromarray(page.grey).rotate(skew, Image.Resampling.BICUBIC, fillcolor=paper)
    return replace(page, grey=np.asarray(turned), skew=skew)


def upright(page: PageImage, turn: int) -> PageImage:
    """The page turned by quarter turns clockwise."""
    return replace(page, grey=np.ascontiguousarray(np.rot90(page.grey, -turn)), turn=(page.turn + turn) % 4)


def skew_of(page: PageImage) -> float:
    """By how many degrees the lines of a page fall to the right; 0 where turning makes them no sharper."""
    rows, columns = _ink_points(page)
    if len(rows) < 100:
        return 0.0
    coarse = max(
        np.arange(-_STEEPEST, _STEEPEST + 0.1, 0.5), key=lambda angle: _sharpness(rows, columns, angle)
    )
    fine = np.arange(coarse - 0.45, coarse + 0.46, 0.05)
    best = float(max(fine, key=lambda angle: _sharpness(rows, columns, angle)))
    sharper = _sharpness(rows, columns, best) > _SHARPER * _sharpness(rows, columns, 0.0)
    return round(best, 2) if sharper else 0.0


def _ink(grey: Grey) -> npt.NDArray[np.bool_]:
    return np.asarray(grey < _DARK * float(np.median(grey)))


def _ink_points(page: PageImage) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """Where ink is, rows and columns, on a smaller picture of the page without its edges."""
    small = np.asarray(Image.fromarray(page.grey).reduce(max(1, round(page.dpi / _DPI_FOR_SKEW))))
    height, width = small.shape
    inner = small[
        round(_EDGE * height) : round((1 - _EDGE) * height), round(_EDGE * width) : round((1 - _EDGE) * width)
    ]
    if not inner.size:
        return np.empty(0, np.float32), np.empty(0, np.float32)
    rows, columns = np.nonzero(_ink(inner))
    step = len(rows) // _MOST_POINTS + 1
    return rows[::step].astype(np.float32), columns[::step].astype(np.float32)


def _sharpness(rows: npt.NDArray[np.float32], columns: npt.NDArray[np.float32], degrees: float) -> float:
    """How strongly the amount of ink changes from row to row once the page is turned."""
    level = rows - columns * np.float32(np.tan(np.radians(degrees)))
    counts = np.bincount((level - level.min()).astype(np.int32))
    return float((np.diff(counts.astype(np.float64)) ** 2).sum())
