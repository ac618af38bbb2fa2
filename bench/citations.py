"""How fast citations are read: `python bench/citations.py`. The aim: 5 MB/s and more with resolution in the document,
the same time for each byte from 5 KB to 5 MB (within 20 %), on one core.

The text is made up: Vietnamese prose with a citation every 300 characters (full forms, pinpoints, laws by name, Party
documents, short forms), almost every number another one. A megabyte is 1,000,000 bytes of UTF-8. Each size is read
several times and the best time counts, as others may be using the machine.

Beside it eyecite reads English text of the same size and density with its default tokenizer, finding and resolving, in
an environment of its own that is made for it once (`--without-eyecite` leaves it out, `--largest 500` stops at 500 KB).
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

from extract.citations import find_citations
from extract.extraction import Header

SIZES = (5, 50, 500, 5_000)  # KB
EVERY = 300  # characters
EYECITE = "eyecite==2.7.8"
PLAN = Header(
    type="Kế hoạch",
    number="44/KH-UBND",
    issuer="Ủy ban nhân dân tỉnh Quảng Trị",
    place="Quảng Trị",
    date="2024-03-15",
)
PROSE = """\
Các cơ quan, đơn vị, địa phương tiếp tục rà soát, bổ sung giải pháp phù hợp với tình hình thực tế; nâng cao trách nhiệm
Người đứng đầu chịu trách nhiệm trong chỉ đạo, điều hành và bảo đảm nguồn lực thực hiện
Tăng cường kiểm tra, giám sát tại cơ sở, kịp thời tháo gỡ khó khăn, vướng mắc cho người dân trên địa bàn
Các sở, ban, ngành chủ động phối hợp với các huyện trong việc bố trí kinh phí, cập nhật số liệu và công khai kết quả
Đẩy mạnh thông tin, tuyên truyền để người dân hiểu rõ quyền lợi, nghĩa vụ; biểu dương những cách làm hay
""".splitlines()
ENGLISH = """\
The parties continued to negotiate in good faith while the motion was pending before the district court
Neither of them asked for an extension of the schedule that had been set at the conference in the spring
We review the grant of summary judgment without deference and draw all inferences in favor of the other party
The agency answered that the rule had been adopted after notice and comment and that the record supported it
Counsel objected to the instruction before the jury retired, and the objection was preserved for review
""".splitlines()


def vietnamese(size: int) -> str:
    """Text of `size` bytes with a citation every 300 characters, a paragraph for each two."""
    return _text(size, PROSE, ", theo ", _vietnamese_citation)


def english(size: int) -> str:
    """English text of the same size and density."""
    return _text(size, ENGLISH, ". See ", _english_citation)


def _text(size: int, prose: list[str], joint: str, cite: Callable[[random.Random], str]) -> str:
    chance, length = random.Random(7), 0
    parts: list[str] = []
    while length < size:
        closing, piece = joint + cite(chance) + ".", chance.choice(prose)
        while len(piece) < EVERY:
            piece += ". " + chance.choice(prose)
        sentence = piece[: EVERY - len(closing)].rsplit(" ", 1)[0].rstrip(",;. ") + closing
        part = sentence + ("\n" if chance.random() < 0.5 else " ")
        parts.append(part)
        length += len(part.encode())
    return "".join(parts)


def _vietnamese_citation(chance: random.Random) -> str:
    day, year = f"{chance.randint(1, 28):02d}/{chance.randint(1, 12)}/", chance.randint(2010, 2024)
    number = chance.randint(1, 4_999)
    return chance.choice(
        (
            f"Quyết định số {number}/QĐ-TTg ngày {day}{year} của Thủ tướng Chính phủ",
            f"Nghị định số {number % 190 + 1}/{year}/NĐ-CP",
            f"khoản 2 Điều {number % 9} Thông tư số {number % 99 + 1}/{year}/TT-BTC ngày {day}{year} của Bộ Tài chính",
            f"Kế hoạch số {number}/KH-UBND ngày {day}{year} của UBND tỉnh",
            f"Công văn số {number}/UBND-VX ngày {day}{year}",
            f"Luật {chance.choice(('Đất đai', 'Đầu tư công', 'Nhà ở', 'Trẻ em'))} năm {year}",
            f"Nghị quyết số {number % 99 + 1:02d}-NQ/TU ngày {day}{year} của Tỉnh ủy",
            f"Quyết định {number}",
        )
    )


def _english_citation(chance: random.Random) -> str:
    volume, page, year = chance.randint(1, 580), chance.randint(1, 1_400), chance.randint(1950, 2020)
    reporter = chance.choice(("U.S.", "F.2d", "F.3d", "S. Ct.", "F. Supp. 2d", "Cal. 4th"))
    return chance.choice(
        (
            f"Smith v. Jones, {volume} {reporter} {page} ({year})",
            f"Roe v. Adams, {volume} {reporter} {page}, {page + 3} ({year})",
            f"{volume} {reporter} {page}",
            f"{chance.randint(1, 50)} U.S.C. § {page}",
        )
    )


def main() -> None:
    """Prints a line for each size: megabytes a second of both, and their ratio."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--without-eyecite", action="store_true")
    options.add_argument("--largest", type=int, default=SIZES[-1], help="KB")
    options.add_argument("--largest-eyecite", type=int, default=500, help="KB; it takes minutes for 5 MB")
    chosen = options.parse_args()
    sizes = [size for size in SIZES if size <= chosen.largest]
    theirs = (
        {}
        if chosen.without_eyecite
        else dict(_eyecite([size for size in sizes if size <= chosen.largest_eyecite]))
    )
    find_citations(vietnamese(200_000), [(0, 200_000)], PLAN)  # patterns and tables are made once
    print(f"{'KB':>6} {'citations':>10} {'MB/s':>7} {'eyecite MB/s':>13} {'times':>7}")
    for size in sizes:
        found, speed = _measured(size)
        beside = theirs.get(size)
        ratio = f"{beside:13.3f} {speed / beside:7.1f}" if beside else ""
        print(f"{size:>6} {found:>10} {speed:7.2f} {ratio}")


def _measured(size: int) -> tuple[int, float]:
    """How many citations, and the megabytes a second in the best of the rounds."""
    text = vietnamese(size * 1_000)
    blocks = list(_paragraphs(text))
    length, rounds = len(text.encode()), max(5, min(400, 4_000 // size))
    best, found = float("inf"), 0
    for _ in range(rounds):
        begin = perf_counter()
        found = len(find_citations(text, blocks, PLAN))
        best = min(best, perf_counter() - begin)
    return found, length / 1e6 / best


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield start, start + len(line.rstrip("\n"))
        start += len(line)


def _eyecite(sizes: list[int]) -> Iterator[tuple[int, float]]:
    """What eyecite does in an environment of its own."""
    home = Path(tempfile.gettempdir()) / "nhiemvu-bench-eyecite"
    python = home / "bin" / "python"
    if not python.exists():
        print(f"installing {EYECITE} ...", file=sys.stderr)
        venv.create(home, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "-qq", EYECITE], check=True)
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            (Path(folder) / f"{size}.txt").write_text(english(size * 1_000), "utf-8")
        job = json.dumps({"folder": folder, "sizes": sizes})
        done = subprocess.run([python, "-c", _WORKER, job], check=True, capture_output=True, text=True)
    for line in done.stdout.splitlines():
        size, _, speed = line.split()
        yield int(size), float(speed)


_WORKER = """
import json, sys
from pathlib import Path
from time import perf_counter
from eyecite import get_citations, resolve_citations
job = json.loads(sys.argv[1])
resolve_citations(get_citations("Smith v. Jones, 410 U.S. 113 (1973)"))
for size in job["sizes"]:
    text = (Path(job["folder"]) / f"{size}.txt").read_text("utf-8")
    best = float("inf")
    for _ in range(3 if size < 500 else 1):
        begin = perf_counter()
        found = get_citations(text)
        resolve_citations(found)
        best = min(best, perf_counter() - begin)
    print(size, len(found), len(text.encode()) / 1e6 / best, flush=True)
"""


if __name__ == "__main__":
    main()
