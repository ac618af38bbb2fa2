"""How well scans are read: `python bench/scans.py [--runs N]`. The aims: a character error rate (CER) of at most 0.5 %
on scans as offices make them, at most 4 % on bad ones.

The PDF samples are printed to pictures and spoiled as paper is: laid askew, greyed, speckled, a red seal over the
signature. Each is read back, and its whole text compared with that of the PDF it came from; the characters that have
to be changed, by the hundred, are the CER. Fixed seeds: the same figures on every run.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import numpy as np
import pypdfium2
from PIL import Image, ImageDraw
from rapidfuzz.distance import Levenshtein

from ingest import read_bytes

SAMPLES = Path(__file__).parents[1] / "corpus" / "samples"


@dataclass(frozen=True)
class Spoiling:
    """What happens to a page: resolution, degrees askew, grey levels of noise and of the paper, JPEG quality."""

    name: str
    dpi: int
    skew: float
    noise: float
    paper: int
    quality: int


OFFICE = Spoiling("office scan: 200 dpi, 1 degree, noise, red seal", 200, 1.0, 8.0, 246, 85)
HARD = Spoiling("hard scan: 150 dpi, 2 degrees, grey, noise, JPEG, red seal", 150, 2.0, 14.0, 205, 60)


def scan(pdf: bytes, spoiling: Spoiling) -> bytes:
    """The PDF as a PDF of spoiled pictures."""
    random = np.random.default_rng(20260101)
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [
            spoiled(document[at].render(scale=spoiling.dpi / 72).to_pil().convert("RGB"), spoiling, random)
            for at in range(len(document))
        ]
    target = io.BytesIO()
    pages[0].save(
        target,
        "PDF",
        save_all=True,
        append_images=pages[1:],
        resolution=spoiling.dpi,
        quality=spoiling.quality,
    )
    return target.getvalue()


def spoiled(page: Image.Image, spoiling: Spoiling, random: np.random.Generator) -> Image.Image:
    """One page as paper that went through a scanner."""
    _seal(page, spoiling.dpi)
    turned = page.rotate(-spoiling.skew, Image.Resampling.BICUBIC, fillcolor="white")
    light = np.asarray(turned, np.float32) * (spoiling.paper / 255)
    grain = random.normal(0, spoiling.noise, light.shape[:2])[:, :, None]
    return Image.fromarray(np.clip(light + grain, 0, 255).astype(np.uint8))


def _seal(page: Image.Image, dpi: int) -> None:
    """A red round seal in the lower right half; print under it stays."""
    layer = Image.new("RGB", page.size, "white")
    draw = ImageDraw.Draw(layer)
    x, y, radius = 0.62 * page.width, 0.55 * page.height, 0.7 * dpi
    for inset in (0.0, 0.14, 0.5):
        size = radius * (1 - inset)
        draw.ellipse((x - size, y - size, x + size, y + size), outline=(222, 40, 48), width=max(2, dpi // 40))
    page.paste(Image.fromarray(np.minimum(np.asarray(page), np.asarray(layer))))


def error_rate(read: str, truth: str) -> float:
    """The share of characters that have to be changed, blanks and line ends alike."""
    return Levenshtein.distance(" ".join(read.split()), " ".join(truth.split())) / max(1, len(truth))


def main() -> None:
    """Prints a line for each sample and way of spoiling."""
    for spoiling in (OFFICE, HARD):
        print(spoiling.name)
        wrong = length = 0.0
        for path in sorted(SAMPLES.glob("*.pdf")):
            truth = read_bytes(path.read_bytes(), path.name)
            picture = scan(path.read_bytes(), spoiling)
            started = perf_counter()
            found = read_bytes(picture, path.name)
            seconds = (perf_counter() - started) / (found.source.pages or 1)
            rate = error_rate(found.text, truth.text)
            wrong, length = wrong + rate * len(truth.text), length + len(truth.text)
            print(f"  {path.name}: CER {100 * rate:.2f} %, {seconds:.2f} s a page, {found.source.warnings}")
        print(f"  all: CER {100 * wrong / length:.2f} %")


if __name__ == "__main__":
    main()
