"""Which pages of a PDF are scans, and their pictures: the door to PDFium's renderer."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from ingest.pdf_words import PageWords
from ingest.scan_image import PageImage, without_colour

DPI = 200
"""The resolution at which pages are recognised: more brings nothing for print of 8 points and above."""

_MOST_DPI = 300
_MOST_PIXELS = 25_000_000  # of one rendered page: A3 at 300 dpi has 17 million
_LARGEST_IMAGE = 250_000_000  # pixels that a file may make PDFium unpack
COVERED = 0.6
"""Of a page that an image covers: the picture of a page, not a logo or a signature."""

_SIGNED_OVER = 500  # letters that may be stamped over the picture of a page: number, date, signature
_A_FEW = 25


def may_be_scanned(page: PageWords) -> bool:
    """Whether it is worth asking how much of the page its images cover."""
    return not page.letters or (page.images > 0 and page.letters < _SIGNED_OVER)


def is_scanned(page: PageWords, cover: float) -> bool:
    """Whether a page is the picture of a page, `cover` of it being images, perhaps with something stamped over it."""
    letters = page.letters
    if letters < _A_FEW:
        return page.images > 0 or not letters
    return letters < _SIGNED_OVER and cover > COVERED


def cover_of(page: pypdfium2.PdfPage) -> float:
    """How much of a page its images cover, 0 to 1 (more where they overlap)."""
    left, bottom, right, top = page.get_bbox()
    area = 0.0
    for image in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=1):
        x1, y1, x2, y2 = image.get_bounds()
        area += max(0.0, min(x2, right) - max(x1, left)) * max(0.0, min(y2, top) - max(y1, bottom))
    return float(area / max(1.0, (right - left) * (top - bottom)))


def draws_nothing(page: pypdfium2.PdfPage) -> bool:
    """Whether there is nothing at all on a page: then there is nothing to recognise."""
    return int(pdfium.FPDFPage_CountObjects(page.raw)) == 0


def picture_of(page: pypdfium2.PdfPage) -> PageImage | None:
    """The page as a grey picture, red ink out; None where its images are too large to unpack.

    Rendered in the resolution of a scan that is finer than `DPI`, so that no pixel is smeared over two.
    """
    width, height = page.get_size()
    dpi = float(DPI)
    for image in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=4):
        across, down = _pixels(image)
        if across * down > _LARGEST_IMAGE:
            return None
        x1, _, x2, _ = image.get_bounds()
        if x2 - x1 > COVERED * width and not page.get_rotation() % 180:
            dpi = max(dpi, across * 72 / (x2 - x1))
    dpi = min(dpi, _MOST_DPI, (_MOST_PIXELS * 72 * 72 / max(1.0, width * height)) ** 0.5)
    bitmap = page.render(scale=dpi / 72, rev_byteorder=True)
    try:
        return PageImage(without_colour(np.array(bitmap.to_numpy())), dpi)
    finally:
        bitmap.close()


def _pixels(image: pypdfium2.PdfObject) -> tuple[int, int]:
    facts = pdfium.FPDF_IMAGEOBJ_METADATA()
    pdfium.FPDFImageObj_GetImageMetadata(image.raw, None, facts)
    return int(facts.width), int(facts.height)


def page_numbers(numbers: Sequence[int]) -> str:
    """Page numbers as people write them.

    >>> page_numbers([1, 2, 3, 5, 8, 9])
    '1-3, 5, 8-9'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
