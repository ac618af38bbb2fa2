"""Pictures of documents (ảnh chụp, ảnh quét), as scanners and telephones make them: PNG, JPEG, TIFF of many pages."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from PIL import Image, ImageOps, ImageSequence

from ingest.composing import compose
from ingest.document import Document
from ingest.encoding import language_warnings
from ingest.errors import ReadError
from ingest.ocr import MOST_PAGES, Task, recognised_pages, scan_warnings, tables_by_page
from ingest.pdf import parts_of
from ingest.pdf_words import PageWords
from ingest.policy import Policy
from ingest.provenance import source_of
from ingest.scan_image import PageImage, without_colour
from ingest.scan_slips import mended, mending_warnings
from ingest.tesseract import require
from ingest.watching import counted

_MOST_PIXELS = 80_000_000  # of one picture: A4 at 600 dpi has 35 million
_MOST_DPI = 300
_LEAST_DPI = 60  # less is what programs write that know nothing of paper
_PAGE_WIDTH = 8.27  # inches: A4, the paper of offices (Nghị định 30/2020/NĐ-CP, Phụ lục I)
FORMATS = ("PNG", "JPEG", "TIFF")
_AGAIN = "xin lại tệp gốc hoặc quét lại"


def read_picture(data: bytes, name: str, media_type: str, ocr: Policy = "auto") -> Document:
    """The document in a picture. Raises `ReadError` for one that is broken or too large, that shows no text, or where
    recognition is missing or forbidden."""
    if ocr == "never":
        raise ReadError(
            name, "là ảnh, không có lớp chữ", "bỏ --ocr never, hoặc xin bản Word hoặc PDF có lớp chữ"
        )
    with picture_trouble(name), Image.open(io.BytesIO(data), formats=FORMATS) as picture:
        require(name)
        frames = min(getattr(picture, "n_frames", 1), MOST_PAGES)
        found = list(counted(recognised_pages(_tasks(picture, name)), frames))
    pages = [one.page for one in found]
    words = " ".join(word.text for page in pages for word in page.words)
    if not any(character.isalpha() for character in words):
        raise ReadError(
            name, "không nhận ra chữ nào trong ảnh", "quét lại rõ hơn (200 đến 300 dpi), hoặc xin bản Word"
        )
    read_as = parts_of(pages, tables_by_page(found))
    parts = mended(read_as)
    said = (*scan_warnings(found), *mending_warnings(read_as, parts), *language_warnings(words))
    return compose(parts, source_of(name, data, media_type, "ocr", pages=len(pages), warnings=said))


@contextmanager
def picture_trouble(name: str) -> Iterator[None]:
    """Whatever the picture library says of the file `name`, said so that staff know what to do: as `ReadError`."""
    too_large = ReadError(
        name, f"ảnh quá lớn (tối đa {_MOST_PIXELS // 1_000_000} triệu điểm ảnh)", "quét lại ở 200 đến 300 dpi"
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # complaints about broken tags are nothing that staff can act on
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            yield
        except ReadError:
            raise
        except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError) as error:
            raise too_large from error
        except Exception as error:  # the decoders raise whatever a broken picture leads them to
            raise ReadError(name, "tệp ảnh hỏng, không mở được", _AGAIN) from error


def _tasks(picture: Image.Image, name: str) -> Iterator[Task]:
    for at, frame in enumerate(ImageSequence.Iterator(picture)):
        if at >= MOST_PAGES:
            raise ReadError(
                name, f"tệp ảnh có quá nhiều trang (tối đa {MOST_PAGES})", "tách tệp thành từng văn bản"
            )
        if frame.width * frame.height > _MOST_PIXELS:
            raise Image.DecompressionBombError
        page = _page(frame)
        yield PageWords(at + 1, page.width, page.height, (), False, 1), page


def upright_frame(frame: Image.Image) -> Image.Image:
    """A picture as it is to be seen, in colour or grey: turned as the telephone was held, on white where it is
    transparent."""
    shown = ImageOps.exif_transpose(frame)
    if "A" in shown.getbands() or "transparency" in shown.info:
        shown = shown.convert("RGBA")
        paper = Image.new("RGBA", shown.size, "white")
        shown = Image.alpha_composite(paper, shown)
    if shown.mode.startswith(("I", "F")):  # 16 bits of grey
        shown = Image.fromarray((np.asarray(shown, np.float64) / 257).clip(0, 255).astype(np.uint8))
    return shown.convert("L" if shown.mode in ("1", "L", "LA") else "RGB")


def _page(frame: Image.Image) -> PageImage:
    dpi, shown = dpi_of(frame), upright_frame(frame)
    if dpi > _MOST_DPI:
        shown = shown.resize(
            (round(shown.width * _MOST_DPI / dpi) or 1, round(shown.height * _MOST_DPI / dpi) or 1),
            Image.Resampling.LANCZOS,
        )
        dpi = _MOST_DPI
    return PageImage(without_colour(np.asarray(shown)), dpi)


def dpi_of(frame: Image.Image) -> float:
    """The resolution of a picture, dots an inch: what the file tells, if a page of that size can be; else that of a
    sheet of A4."""
    told = frame.info.get("dpi", (0, 0))[0]
    across = min(frame.size)
    if told and float(told) >= _LEAST_DPI and 0.5 < across / float(told) / _PAGE_WIDTH < 2:
        return float(told)
    return max(float(_LEAST_DPI), across / _PAGE_WIDTH)
