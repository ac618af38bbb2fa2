"""Pages as pictures, as a scanner makes them: for the tests of recognition."""

from __future__ import annotations

import io
from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageDraw, ImageFont

DPI = 200
TINOS = "/usr/share/fonts/truetype/croscore/Tinos-{}.ttf"
LETTERHEAD = (
    ("UBND TỈNH QUẢNG BÌNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("SỞ Y TẾ", "Độc lập - Tự do - Hạnh phúc"),
    ("Số: 1445/KH-SYT", "Quảng Bình, ngày 03 tháng 10 năm 2022"),
)
BODY = (
    "Căn cứ Quyết định số 4969/QĐ-BYT ngày 01 tháng 11 năm 2017",
    "của Bộ Y tế về việc ban hành nội dung kiểm tra, đánh giá chất lượng",
    "bệnh viện và khảo sát hài lòng người bệnh, nhân viên y tế; Sở Y tế lập",
    "kế hoạch kiểm tra, đánh giá chất lượng bệnh viện năm 2022 như sau:",
)


class Sheet:
    """A sheet of A4 at 200 dpi that is written on in points."""

    def __init__(self) -> None:
        self.picture = Image.new("RGB", (1654, 2339), "white")
        self.draw = ImageDraw.Draw(self.picture)

    def write(
        self, text: str, x: float, y: float, style: str = "Regular", size: float = 13, centred: bool = False
    ) -> None:
        font = ImageFont.truetype(TINOS.format(style), round(size * DPI / 72))
        self.draw.text((_px(x), _px(y)), text, "black", font, anchor="ma" if centred else "la")

    def ruled(
        self, rows: Sequence[Sequence[str]], columns: Sequence[float], top: float, height: float = 26
    ) -> None:
        for at, row in enumerate(rows):
            for x, text in zip(columns, row, strict=False):
                self.write(text, x + 6, top + at * height + 5)
        bottom = top + len(rows) * height
        for x in columns:
            self.draw.line((_px(x), _px(top), _px(x), _px(bottom)), "black", 2)
        for at in range(len(rows) + 1):
            y = _px(top + at * height)
            self.draw.line((_px(columns[0]), y, _px(columns[-1]), y), "black", 2)

    def seal(self, x: float, y: float) -> None:
        """A red seal; print under it stays dark."""
        layer = Image.new("RGB", self.picture.size, "white")
        draw = ImageDraw.Draw(layer)
        for radius in (50, 42, 20):
            edge = [_px(x - radius), _px(y - radius), _px(x + radius), _px(y + radius)]
            draw.ellipse(edge, outline=(222, 40, 48), width=6)
        self.picture = Image.fromarray(np.minimum(np.asarray(self.picture), np.asarray(layer)))
        self.draw = ImageDraw.Draw(self.picture)

    def line(self, x: float, y: float, length: float) -> None:
        """A thin rule across."""
        self.draw.line((_px(x), _px(y), _px(x + length), _px(y)), "black", 2)

    def marked(self, text: str, mark: str, rest: str, x: float, y: float, size: float = 13) -> None:
        """A line with a raised footnote mark in it."""
        font = ImageFont.truetype(TINOS.format("Regular"), round(size * DPI / 72))
        small = ImageFont.truetype(TINOS.format("Regular"), round(0.62 * size * DPI / 72))
        at = _px(x)
        for piece, face in ((text, font), (mark, small), (rest, font)):
            self.draw.text((at, _px(y)), piece, "black", face)
            at += round(face.getlength(piece))

    def scanned(
        self, skew: float = 1.0, noise: float = 6.0, dpi: int = DPI, paper: float = 0.96
    ) -> Image.Image:
        """The sheet as it comes out of the scanner; `paper` is how light the paper is."""
        size = (round(1654 * dpi / DPI), round(2339 * dpi / DPI))
        turned = self.picture.resize(size, Image.Resampling.LANCZOS).rotate(
            -skew, Image.Resampling.BICUBIC, fillcolor="white"
        )
        grain = np.random.default_rng(7).normal(0, noise, size[::-1])[:, :, None]
        return Image.fromarray(
            np.clip(np.asarray(turned, np.float32) * paper + grain, 0, 255).astype(np.uint8)
        )


def plan() -> Sheet:
    """The first page of a plan."""
    sheet = Sheet()
    for at, (left, right) in enumerate(LETTERHEAD):
        sheet.write(left, 150, 50 + 17 * at, "Bold" if at == 1 else "Regular", 12, centred=True)
        sheet.write(right, 410, 50 + 17 * at, "Italic" if at == 2 else "Bold", 12, centred=True)
    sheet.write("KẾ HOẠCH", 300, 130, "Bold", 14, centred=True)
    sheet.write("Kiểm tra, đánh giá chất lượng bệnh viện năm 2022", 300, 148, "Bold", 14, centred=True)
    for at, line in enumerate(BODY):
        sheet.write(line, 115 if at == 0 else 85, 190 + 18 * at)
    return sheet


def pdf_of(*pictures: Image.Image) -> bytes:
    """The pictures as a PDF without a text layer."""
    return saved(pictures[0], "PDF", append_images=list(pictures[1:]), save_all=True, resolution=DPI)


def saved(picture: Image.Image, form: str, **options: object) -> bytes:
    """The picture as a file."""
    target = io.BytesIO()
    picture.save(target, form, **options)
    return target.getvalue()


def _px(points: float) -> int:
    return round(points * DPI / 72)
