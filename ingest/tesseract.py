"""The door to Tesseract (nhận dạng chữ): grey pictures in, words with boxes and confidences out.

The program is run once a page, with one thread, on standard input and output: no picture of a document is written to
the disk. The script model `Vietnamese` reads better than the language model `vie`, and Sauvola thresholding better than
Otsu's on grey paper.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from lxml import etree
from PIL import Image

from ingest.errors import ReadError
from ingest.scan_image import Grey

SECONDS_A_PAGE = 180
"""How long one page may take, by the clock; a page of text takes one or two, many times that on a busy machine."""

_MODELS = ("Vietnamese", "script/Vietnamese")
_INSTALL = "cài Tesseract và bộ chữ tiếng Việt: apt-get install tesseract-ocr tesseract-ocr-script-viet"
_LINES = ("ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat")
_ROTATE = re.compile(r"Rotate:\s*(\d+)")
_SURE_ROTATION = re.compile(r"Orientation confidence:\s*([\d.]+)")
_LEAST_SURE = 1.0
_DIGIT = 36  # pixels
_LETTERS_SURE = 4  # letters are told with 0.99 where words are with 0.96, with 0.9 where they are with 0.6
# Signs that such documents do not hold and the model takes print for: `¾` for `34`, `1]` for `11`, `Ÿ` for `Ý`.
_NEVER_PRINTED = "½¼¾⁄[]{}|~<>«»‹›„¥£€¢©®™§¦¬¤ÄÖÜäöüÅåÇçÑñØøßÆæŒœÎîÏïÛûËëŸÿ"
_SETTINGS = ("-c", "thresholding_method=2", "-c", f"tessedit_char_blacklist={_NEVER_PRINTED}")


class PageFailed(Exception):  # noqa: N818 - it is one page that failed, not the file
    """Tesseract could not read one page: it took too long, or died on it."""


Edges = tuple[int, int, int, int]
"""Left, top, right, bottom, in pixels."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """A word as Tesseract tells it, in pixels from the top left corner: `base` is how far down its base line is,
    `size` the height of its line from descenders to ascenders, `confidence` from 0 to 1."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    base: float
    size: float
    confidence: float


def require(name: str) -> None:
    """Raises `ReadError` for the file `name` where Tesseract or its Vietnamese model is missing."""
    if shutil.which("tesseract") is None:
        raise ReadError(name, "là bản quét (ảnh), cần nhận dạng chữ nhưng máy chưa có Tesseract", _INSTALL)
    if _model() is None:
        raise ReadError(
            name, "là bản quét (ảnh), cần nhận dạng chữ nhưng Tesseract chưa có bộ chữ tiếng Việt", _INSTALL
        )


def recognise(grey: Grey, dpi: float, layout: int) -> list[Recognised]:
    """The words of a grey picture, in the order in which Tesseract reads them. `layout` is its page segmentation mode
    (4: one column of lines of any size). Raises `PageFailed`."""
    told = _run(grey, dpi, "-l", _model() or _MODELS[0], "--psm", str(layout), *_SETTINGS, "hocr")
    return list(_words(told))


def recognise_pieces(grey: Grey, dpi: float, layout: int, pieces: Sequence[Edges]) -> list[list[Recognised]]:
    """What stands in each of the pieces of a grey picture, which are given by their edges. Tesseract sees no blanks
    between single letters that stand apart, so the words are put together from its letters. Raises `PageFailed`."""
    told = _run(
        grey,
        dpi,
        "-l",
        _model() or _MODELS[0],
        "--psm",
        str(layout),
        *_SETTINGS,
        "-c",
        "hocr_char_boxes=1",
        "hocr",
    )
    found: list[list[Recognised]] = [[] for _ in pieces]
    for word in _spans(told, ("ocrx_word",)):
        held: dict[int, list[Recognised]] = {}
        for letter in _letters_of(word):
            at = _holding(letter, pieces)
            if at is not None:
                held.setdefault(at, []).append(letter)
        for at, letters in held.items():
            found[at].append(_word_of(letters))
    return found


def _letters_of(word: etree._Element) -> Iterator[Recognised]:
    for sign in word.iter("{*}span"):
        if sign.get("class") != "ocrx_cinfo":
            continue
        facts = _facts(sign)
        left, top, right, bottom = (int(value) for value in facts["x_bboxes"])
        text = "".join(map(str, sign.itertext()))
        yield Recognised(
            text, left, top, right, bottom, bottom, bottom - top, float(facts["x_conf"][0]) / 100
        )


def _holding(letter: Recognised, pieces: Sequence[Edges]) -> int | None:
    x, y = (letter.left + letter.right) / 2, (letter.top + letter.bottom) / 2
    return next(
        (
            at
            for at, (left, top, right, bottom) in enumerate(pieces)
            if left <= x <= right and top <= y <= bottom
        ),
        None,
    )


def _word_of(letters: Sequence[Recognised]) -> Recognised:
    """A word of letters: as sure as the least sure of them."""
    sure = min(letter.confidence for letter in letters)
    return Recognised(
        "".join(letter.text for letter in letters),
        letters[0].left,
        min(letter.top for letter in letters),
        letters[-1].right,
        max(letter.bottom for letter in letters),
        max(letter.base for letter in letters),
        max(letter.size for letter in letters),
        sure**_LETTERS_SURE,
    )


def quarter_turns(grey: Grey, dpi: float) -> int:
    """By how many quarter turns clockwise a page is to be turned to stand upright; 0 where Tesseract is not sure."""
    try:
        told = _run(grey, dpi, "-l", "osd", "--psm", "0").decode("utf-8", "replace")
    except PageFailed:  # too few letters to tell
        return 0
    turn, sure = _ROTATE.search(told), _SURE_ROTATION.search(told)
    return int(turn[1]) // 90 % 4 if turn and sure and float(sure[1]) >= _LEAST_SURE else 0


def recognise_digits(pictures: Sequence[Grey], dpi: float) -> list[str]:
    """What numbers small pictures show, each a number of a few digits; empty where one shows none. Raises
    `PageFailed`. They are read as one line, far apart."""
    if not pictures:
        return []
    strip, starts = _side_by_side(pictures)
    only = ("-c", "tessedit_char_whitelist=0123456789", "-c", "hocr_char_boxes=1")
    told = _run(strip, dpi, "-l", _model() or _MODELS[0], "--psm", "7", *only, "hocr")
    found = [""] * len(pictures)
    for sign in _spans(told, ("ocrx_cinfo",)):
        left, _, right, _ = (float(value) for value in _facts(sign)["x_bboxes"])
        found[max(0, bisect_right(starts, (left + right) / 2) - 1)] += "".join(map(str, sign.itertext()))
    return found


def _side_by_side(pictures: Sequence[Grey]) -> tuple[Grey, list[int]]:
    """The pictures in a row, all as high as print at 300 dpi; and where the place of each begins."""
    paper = max(int(one.max()) for one in pictures)
    strips: list[Grey] = []
    starts: list[int] = []
    for one in pictures:
        height, width = one.shape
        size = (max(1, round(width * _DIGIT / height)), _DIGIT)
        scaled = np.asarray(Image.fromarray(one).resize(size, Image.Resampling.BICUBIC))
        starts.append(sum(strip.shape[1] for strip in strips))
        strips.append(np.pad(scaled, ((_DIGIT, _DIGIT), (_DIGIT, _DIGIT)), constant_values=paper))
    return np.concatenate(strips, axis=1), starts


@lru_cache(maxsize=1)
def _model() -> str | None:
    """The name under which this machine has the Vietnamese script model."""
    try:
        told = subprocess.run(
            ["tesseract", "--list-langs"], capture_output=True, timeout=SECONDS_A_PAGE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    there = set(told.stdout.decode("utf-8", "replace").split())
    return next((model for model in _MODELS if model in there), None)


def _run(grey: Grey, dpi: float, *options: str) -> bytes:
    height, width = grey.shape
    picture = b"P5\n%d %d\n255\n" % (width, height) + grey.tobytes()
    command = ["tesseract", "stdin", "stdout", "--dpi", str(round(dpi)), *options]
    try:
        done = subprocess.run(
            command,
            input=picture,
            capture_output=True,
            timeout=SECONDS_A_PAGE,
            env={**os.environ, "OMP_THREAD_LIMIT": "1", "LC_ALL": "C"},
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise PageFailed(type(error).__name__) from error
    if done.returncode:
        raise PageFailed(done.stderr.decode("utf-8", "replace")[-200:])
    return done.stdout


def _words(told: bytes) -> Iterator[Recognised]:
    """The words of a page in hOCR, the form in which Tesseract tells base lines and sizes."""
    for line in _spans(told, _LINES):
        yield from _words_of(line)


def _spans(told: bytes, kinds: Sequence[str]) -> Iterator[etree._Element]:
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=True)
    tree = etree.fromstring(told, parser) if told.strip() else None
    if tree is not None:
        yield from (span for span in tree.iter("{*}span") if span.get("class") in kinds)


def _words_of(line: etree._Element) -> Iterator[Recognised]:
    facts = _facts(line)
    left, _, _, bottom = (int(value) for value in facts["bbox"])
    slope, rise = (float(value) for value in facts.get("baseline", ("0", "0")))
    size = float(facts.get("x_size", ("0",))[0])
    for word in line.iter("{*}span"):
        text = "".join(map(str, word.itertext())).strip() if word.get("class") == "ocrx_word" else ""
        if not text:
            continue
        own = _facts(word)
        x1, y1, x2, y2 = (int(value) for value in own["bbox"])
        base = bottom + rise + slope * ((x1 + x2) / 2 - left)
        yield Recognised(text, x1, y1, x2, y2, base, size or y2 - y1, float(own["x_wconf"][0]) / 100)


def _facts(element: etree._Element) -> dict[str, list[str]]:
    """What hOCR writes into `title`: `bbox 10 20 30 40; x_wconf 96`."""
    parts = (part.split() for part in (element.get("title") or "").split(";"))
    return {part[0]: part[1:] for part in parts if part}
