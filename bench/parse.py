"""How long a plan of 30 pages takes: `python bench/parse.py`. The aim: under 2 s, and no language model loaded.

The plan is made up: headings, lead-ins, tasks with agencies, deadlines and citations, about 2,800 characters a page,
as in real plans. Printed are the seconds for 30, 60 and 120 pages (twice the pages, twice the time), and which
heavy libraries the parsing has loaded.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from time import perf_counter

from nhiemvu.parsing import parse

PAGE = 2_800  # characters
HEAVY = ("spacy", "underthesea", "torch", "sklearn", "pandas", "sqlalchemy", "networkx")
AGENCIES = ("Sở Tài chính", "Sở Nội vụ", "Sở Y tế", "Công an tỉnh", "Sở Giáo dục và Đào tạo", "Báo Quảng Nam")
HEAD = """ỦY BAN NHÂN DÂN
TỈNH BÌNH ĐỊNH
Số: 22/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Bình Định, ngày 27 tháng 02 năm 2025

KẾ HOẠCH
Phòng cháy, chữa cháy tại khu dân cư trên địa bàn tỉnh năm 2025

Thực hiện Quyết định số 1986/QĐ-TTg ngày 05/12/2024 của Thủ tướng Chính phủ, Ủy ban nhân dân tỉnh ban hành Kế hoạch:

"""


def plan(pages: int) -> str:
    """A plan of so many pages."""
    parts, section = [HEAD], 0
    while sum(map(len, parts)) < pages * PAGE:
        section += 1
        parts.append(f"{_roman(section)}. NHIỆM VỤ, GIẢI PHÁP {section}\n\n")
        for number, agency in enumerate(AGENCIES, 1):
            parts.append(
                f"{number}. {agency} chủ trì, phối hợp với các Sở, ban, ngành liên quan:\n\n"
                f"a) Rà soát, tổng hợp kết quả thực hiện Nghị quyết số {section}{number}/NQ-CP ngày 19/5/2024 của"
                f" Chính phủ tại các khu dân cư có nguy cơ cháy lan; báo cáo trước ngày {number + 9}/6/2025.\n\n"
                f"b) Hằng quý kiểm tra việc trang bị phương tiện chữa cháy theo khoản {number} Điều 5 Luật Phòng cháy,"
                f" chữa cháy và cứu nạn, cứu hộ; hoàn thành trong Quý III năm 2025.\n\n"
            )
    return "".join(parts)


def main() -> None:
    print(f"{'pages':>6}{'characters':>12}{'seconds':>9}{'tasks':>7}{'citations':>11}")
    for pages in (30, 60, 120):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "plan.txt")
            path.write_text(plan(pages), "utf-8")
            start = perf_counter()
            said = parse(path)
            taken = perf_counter() - start
        print(f"{pages:6}{len(said.text):12,}{taken:9.2f}{len(said.tasks):7}{len(said.citations):11}")
    loaded = [name for name in HEAVY if name in sys.modules]
    print("loaded:", ", ".join(loaded) or "none of " + ", ".join(HEAVY))


def _roman(number: int) -> str:
    signs = (
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    )
    text = ""
    for value, sign in signs:
        text, number = text + sign * (number // value), number % value
    return text


if __name__ == "__main__":
    main()
