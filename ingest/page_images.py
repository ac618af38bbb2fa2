"""The pages of a file as pictures, as a viewer shows them: what the boxes of `ingest.document` are drawn over.

PDF pages are rendered by PDFium, stamps and signatures with them; the frames of PNG, JPEG and TIFF files are turned as
the camera was held. Only formats with a fixed layout have such pages; those of DOCX, text and HTML depend on the
program that shows them.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageSequence

from ingest.document import Source
from ingest.errors import ReadError
from ingest.pictures import FORMATS, dpi_of, picture_trouble, upright_frame

DPI = 120
"""The resolution of the pictures, dots an inch: print of 8 points can be read, and A4 fits a screen."""

_MOST_PIXELS = 16_000_000  # of one picture: A2 at 120 dpi has 7 million
_LARGEST_IMAGE = 250_000_000  # pixels that a page may make PDFium unpack


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A page (`number` from 1) as it is shown, in colour; `scale`: how many pixels a point (1/72 inch) has in it.
    The picture is blank where the images of the page are too large to be unpacked."""

    number: int
    picture: Image.Image
    scale: float


def has_pages(source: Source) -> bool:
    """Whether a document comes from a file with pages that can be shown: PDF, or a picture."""
    return source.media_type == "application/pdf" or source.media_type.startswith("image/")


def shown_pages(data: bytes, source: Source) -> Iterator[ShownPage]:
    """The pages of the file `data` that `source` tells of, one at a time. Raises `ReadError` for a page that cannot be
    shown."""
    return _of_pdf(data, source) if source.media_type == "application/pdf" else _of_picture(data, source)


def page_sizes(data: bytes, source: Source, most: int) -> list[tuple[float, float]]:
    """How wide and high the pages of the file are, in points, at most those of the first `most`. Raises `ReadError`."""
    if source.media_type == "application/pdf":
        with _opened(data, source) as document:
            return [document.get_page_size(index) for index in range(min(most, len(document)))]
    return [
        (frame.width * 72 / dpi_of(frame), frame.height * 72 / dpi_of(frame))
        for frame in islice(_frames(data, source), most)
    ]


def shown_page(data: bytes, source: Source, number: int) -> ShownPage:
    """The page `number` (from 1) of the file. Raises `ReadError` where it cannot be shown, or is not there."""
    if source.media_type == "application/pdf":
        with _opened(data, source) as document:
            if 0 < number <= len(document):
                return _shown(document, number - 1, source)
    else:
        frame = next(islice(_frames(data, source), number - 1, None), None) if number > 0 else None
        if frame:
            return _shown_frame(frame, number)
    raise ReadError(source.path, f"không có trang {number}", "chọn trang khác")


def _of_pdf(data: bytes, source: Source) -> Iterator[ShownPage]:
    with _opened(data, source) as document:
        yield from (_shown(document, index, source) for index in range(len(document)))


@contextmanager
def _opened(data: bytes, source: Source) -> Iterator[pypdfium2.PdfDocument]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        cause = f"không mở được tệp ({error})"
        raise ReadError(source.path, cause, "xin lại tệp gốc hoặc tải lại") from error
    with document:
        yield document


def _shown(document: pypdfium2.PdfDocument, index: int, source: Source) -> ShownPage:
    try:
        return _rendered(document, index)
    except pypdfium2.PdfiumError as error:
        cause = f"không vẽ được trang {index + 1} ({error})"
        raise ReadError(source.path, cause, "xin lại tệp gốc hoặc tải lại") from error


def _rendered(document: pypdfium2.PdfDocument, index: int) -> ShownPage:
    page = document[index]
    try:
        width, height = page.get_size()
        scale = _scale(width, height)
        if _unpacks_too_much(page):
            size = max(1, round(scale * width)), max(1, round(scale * height))
            return ShownPage(index + 1, Image.new("RGB", size, "white"), scale)
        bitmap = page.render(scale=scale, rev_byteorder=True)
        try:
            return ShownPage(index + 1, bitmap.to_pil().convert("RGB"), scale)
        finally:
            bitmap.close()
    finally:
        page.close()


def _unpacks_too_much(page: pypdfium2.PdfPage) -> bool:
    facts = pdfium.FPDF_IMAGEOBJ_METADATA()
    for image in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=4):
        pdfium.FPDFImageObj_GetImageMetadata(image.raw, None, facts)
        if int(facts.width) * int(facts.height) > _LARGEST_IMAGE:
            return True
    return False


def _of_picture(data: bytes, source: Source) -> Iterator[ShownPage]:
    return (_shown_frame(frame, number) for number, frame in enumerate(_frames(data, source), 1))


def _frames(data: bytes, source: Source) -> Iterator[Image.Image]:
    """The frames of a picture, turned as the camera was held, each with its resolution."""
    with picture_trouble(source.path), Image.open(io.BytesIO(data), formats=FORMATS) as file:
        for frame in ImageSequence.Iterator(file):
            upright = upright_frame(frame)
            upright.info["dpi"] = (dpi_of(frame),) * 2
            yield upright


def _shown_frame(frame: Image.Image, number: int) -> ShownPage:
    dpi = dpi_of(frame)
    picture = frame.convert("RGB")
    width, height = picture.width * 72 / dpi, picture.height * 72 / dpi
    scale = min(dpi / 72, _scale(width, height))
    size = max(1, round(scale * width)), max(1, round(scale * height))
    return ShownPage(number, picture.resize(size, Image.Resampling.LANCZOS), scale)


def _scale(width: float, height: float) -> float:
    """Pixels a point for a page of that size in points."""
    return float(min(DPI / 72, (_MOST_PIXELS / max(1.0, width * height)) ** 0.5))
