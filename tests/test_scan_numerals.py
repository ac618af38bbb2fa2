"""The strokes of Roman numerals are counted on the picture, whatever a recogniser took them for."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont
from scanning import TINOS

from ingest.scan_image import Grey
from ingest.scan_numerals import counted
from ingest.tesseract import Recognised


def printed(text: str, said: str, before: str | None, dpi: int, style: str) -> tuple[list[Recognised], Grey]:
    """A line with a word printed as `text` that was recognised as `said`, and the word before it."""
    font = ImageFont.truetype(TINOS.format(style), round(13 * dpi / 72))
    picture = Image.new("L", (500, 120), 246)
    draw = ImageDraw.Draw(picture)
    draw.text((120, 60), text, 20, font, anchor="ls")
    left, top, right, bottom = (round(edge) for edge in draw.textbbox((120, 60), text, font, anchor="ls"))
    size = float(sum(font.getmetrics()))
    word = Recognised(said, left, top, right, bottom, 60.0, size, 0.8)
    words = (
        [word]
        if before is None
        else [Recognised(before, left - 60, top, left - 10, bottom, 60.0, size, 0.9), word]
    )
    grain = np.random.default_rng(3).normal(0, 8, (120, 500))
    return words, np.clip(np.asarray(picture, np.float32) + grain, 0, 255).astype(np.uint8)


CASES = [
    ("III", "II", "quý", "III"),
    ("II", "H", "Quý", "II"),
    ("III", "HI", "Chương", "III"),
    ("II", "III", "quý", "II"),
    ("I", "I", "lục", "I"),
    ("III/2026", "IÉ/2026", "quý", "III/2026"),
    ("III/2026", "II/2026", "quý", "III/2026"),
    ("II;", "IÍ;", "quý", "II;"),
    ("III.", "HI.", None, "III."),
    ("IV", "II", "quý", "II"),  # a V among the strokes: nothing is counted
    ("IV;", "IH;", "quý", "IH;"),
    ("1", "1", "quý", "1"),  # a digit is read as one
    ("H", "H", "Dự", "H"),  # no numeral stands there
    ("II.", "H.", "của", "H."),
    ("H.", "H.", None, "H."),  # `H. Cam Lộ`: its bar is seen
    ("II", "H", None, "II"),  # the number of a row
    ("III/2026", "II/2026", "trong", "III/2026"),  # a quarter, its word on the line before
    ("11/2026", "11/2026", "tháng", "11/2026"),
    ("II/2022.", "1/2022.", "quý", "II/2022."),  # read as a digit: its strokes are two
    ("1/2022.", "1/2022.", "quý", "1/2022."),
    ("II/202", "IH/202", "hợp", "II/202"),  # the year broken by the edge of a narrow cell
    ("III-", "HI-", None, "III-"),  # headings of the Party
    ("11-", "11-", None, "11-"),
]


@pytest.mark.parametrize(("text", "said", "before", "wanted"), CASES)
@pytest.mark.parametrize(
    ("dpi", "style"), [(150, "Bold"), (200, "Regular"), (200, "Italic"), (300, "Regular")]
)
def test_strokes(text: str, said: str, before: str | None, wanted: str, dpi: int, style: str) -> None:
    assert counted(*printed(text, said, before, dpi, style))[-1].text == wanted


def test_a_word_outside_the_picture_stays() -> None:
    word = Recognised("II", 0, 0, 3, 3, 2.0, 3.0, 0.5)
    before = Recognised("quý", 0, 0, 0, 3, 2.0, 3.0, 0.5)
    assert counted([before, word], np.full((5, 5), 255, np.uint8)) == [before, word]
