"""The letters that are written on pictures: a font of this machine that has the Vietnamese ones."""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import combining, normalize

from PIL import ImageDraw, ImageFont

# Sans-serif fonts with all Vietnamese letters, of Linux, Windows and macOS; the first that is there is taken.
_FONTS = (
    "Arimo-Regular.ttf",
    "LiberationSans-Regular.ttf",
    "DejaVuSans.ttf",
    "NotoSans-Regular.ttf",
    "Carlito-Regular.ttf",
    "arial.ttf",
    "Arial.ttf",
    "segoeui.ttf",
    "Tinos-Regular.ttf",
)
_LETTERS_WITHOUT_MARK = str.maketrans("đĐ·", "dD-")


@dataclass(frozen=True, slots=True)
class Lettering:
    """Writes on pictures, in pixels. `font` is the file of a font; None where this machine has none that will do: the
    letters are then written without their marks, in the font that Pillow brings along."""

    font: str | None = None

    @classmethod
    def of_this_machine(cls) -> Lettering:
        """The lettering with the best font that is installed."""
        for name in _FONTS:
            try:
                return cls(str(ImageFont.truetype(name, 12).path))
            except OSError:
                continue
        return cls()

    def width(self, text: str, size: int) -> int:
        """How many pixels a line of text is wide."""
        return round(self._sized(size).getlength(self._shown(text)))

    def write(
        self, draw: ImageDraw.ImageDraw, corner: tuple[float, float], text: str, size: int, colour: str
    ) -> None:
        """Writes a line of text; `corner` is the top left one of the space that it takes."""
        x, y = corner
        draw.text((x, y + size / 2), self._shown(text), colour, self._sized(size), anchor="lm")

    def _sized(self, size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
        return ImageFont.truetype(self.font, size) if self.font else ImageFont.load_default(size)

    def _shown(self, text: str) -> str:
        return text if self.font else unmarked(text)


def unmarked(text: str) -> str:
    """The letters without their marks, in the same case.

    >>> unmarked("t1 · Sở Nội vụ, ĐẢNG")
    't1 - So Noi vu, DANG'
    """
    letters = normalize("NFD", text.translate(_LETTERS_WITHOUT_MARK))
    return "".join(letter for letter in letters if not combining(letter))
