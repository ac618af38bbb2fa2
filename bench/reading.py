"""How fast PDF and DOCX files are read, and in how much memory: `python bench/reading.py [--runs N] [--pages N] FILE..`

PDF files with a text layer (the samples, a made-up plan with tables, and the FILEs given) are read by `ingest.read`,
with all that it does (paragraphs, tables, footnotes), and by `pdfplumber.extract_text`, which gives the words alone.
DOCX files are read by `ingest.read` and by docx2python, where that is installed. The two take turns, and the best of
the runs counts. Then a process of its own reads a plan of 2,000 pages, and says how much memory it took at most.

The aims: ten times the pages a second of pdfplumber over all files together, with the tables of every page that has
them; DOCX at least as fast as docx2python; 2,000 pages in less than 400 MB. The plan is set in Tinos (Debian's
fonts-croscore), as offices set Times: about 2,000 characters a page, a ruled table on each tenth page.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import pdfplumber
import pypdfium2
from fpdf import FPDF

from ingest import read

SAMPLES = Path(__file__).parents[1] / "corpus" / "samples"
FONTS = Path("/usr/share/fonts/truetype/croscore")
AIM_TIMES, AIM_MEGABYTES = 10, 400
PAGES_OF_PLAN = 60
LONGEST = 2_000
TEXT = (
    "Trên cơ sở Kế hoạch số {0}4/KH-UBND ngày 24/5/2022 của Ủy ban nhân dân tỉnh, đề nghị Ủy ban nhân dân các huyện,"
    " thị xã, thành phố chỉ đạo các phòng chuyên môn xây dựng kế hoạch điều tra, khảo sát, thu thập thông tin"
    " thị trường lao động năm 2022; báo cáo kết quả trước ngày {1}/9/2022 để tổng hợp, trình cấp có thẩm quyền"
    " xem xét, quyết định."
)
HEAD = ("TT", "Nội dung công việc", "Cơ quan chủ trì", "Thời gian")
_MEMORY = """
import re, sys
from pathlib import Path
from ingest import read
document = read(sys.argv[1])
peak = re.search(r"VmHWM:\\s*(\\d+) kB", Path("/proc/self/status").read_text())[1]
print(document.source.pages, len(document.text), sum(block.kind == "table" for block in document.blocks), peak)
"""


class Plan(FPDF):
    """The pages of the plan: each shows its number at the top."""

    def __init__(self) -> None:
        super().__init__()
        for style, name in (("", "Regular"), ("B", "Bold")):
            self.add_font("Tinos", style, FONTS / f"Tinos-{name}.ttf")
        self.set_margins(30, 20, 20)
        self.set_auto_page_break(False)

    def header(self) -> None:
        self.set_font("Tinos", size=13)
        self.set_xy(30, 10)
        self.cell(160, 6, str(self.page_no()), align="C")
        self.set_xy(30, 20)

    def prose(self, number: int) -> None:
        """A page of numbered paragraphs under a heading."""
        self.add_page()
        self.set_font("Tinos", "B", 13)
        self.cell(0, 7, f"{number}. Nhiệm vụ và giải pháp", new_x="LMARGIN", new_y="NEXT")
        self.set_font("Tinos", size=13)
        for item in "abcdef":
            self.multi_cell(
                0,
                6.5,
                f"{item}) {TEXT.format(number, 1 + number % 28)}",
                align="J",
                new_x="LMARGIN",
                new_y="NEXT",
            )

    def tasks(self, number: int) -> None:
        """A page with a ruled table."""
        self.add_page()
        self.set_font("Tinos", size=12)
        with self.table(col_widths=(10, 80, 40, 30), line_height=6) as table:
            table.row(HEAD)
            for row in range(1, 11):
                table.row(
                    (str(row), TEXT[:150].format(number, row), "Sở Tài chính", f"Quý {1 + row % 4}/2025")
                )


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds for a file by us and by the other, its pages, and the tables that we found."""

    ours: float
    theirs: float
    pages: int
    tables: int


def plan(pages: int, target: Path) -> Path:
    """A PDF of so many pages, written to `target`."""
    paper = Plan()
    for number in range(1, min(pages, PAGES_OF_PLAN) + 1):
        (paper.tasks if number % 10 == 0 else paper.prose)(number)
    base = bytes(paper.output())
    with pypdfium2.PdfDocument(base) as short, pypdfium2.PdfDocument.new() as whole:
        whole.import_pages(short, [number % len(short) for number in range(pages)])
        whole.save(str(target))
    return target


def best(runs: int, *works: Callable[[], object]) -> list[float]:
    """The fewest seconds that each of the works took; they take turns."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(runs):
        for work, times in zip(works, taken, strict=True):
            start = perf_counter()
            work()
            times.append(perf_counter() - start)
    return [min(times) for times in taken]


def plumbed(path: Path) -> int:
    """pdfplumber's text of a file; how many characters."""
    with pdfplumber.open(path) as pdf:
        return sum(len(page.extract_text()) for page in pdf.pages)


def of_pdf(path: Path, runs: int) -> Taken:
    """A PDF file read by both."""
    document = read(path, "never")
    ours, theirs = best(runs, lambda: read(path, "never"), lambda: plumbed(path))
    tables = sum(block.kind == "table" for block in document.blocks)
    return Taken(ours, theirs, document.source.pages or 0, tables)


def show_pdfs(paths: Sequence[Path], runs: int) -> None:
    """One line for each file, and one for all."""
    print(f"{'PDF, pages a second':44}{'pages':>6}{'tables':>7}{'nhiemvu':>9}{'pdfplumber':>11}{'times':>7}")
    every = [(path.name, of_pdf(path, runs)) for path in paths]
    total = Taken(
        *(sum(getattr(one, name) for _, one in every) for name in ("ours", "theirs", "pages", "tables"))
    )
    for name, one in [*every, ("all together", total)]:
        rates = f"{one.pages / one.ours:9.0f}{one.pages / one.theirs:11.1f}{one.theirs / one.ours:7.1f}"
        print(f"{name:44}{one.pages:6.0f}{one.tables:7.0f}{rates}")
    print(f"aim: {AIM_TIMES} times; {'reached' if total.theirs >= AIM_TIMES * total.ours else 'MISSED'}\n")


def show_docx(paths: Sequence[Path], runs: int) -> None:
    """The seconds for all DOCX files together."""
    try:
        from docx2python import docx2python
    except ImportError:
        print(
            "DOCX: docx2python is not installed (pip install docx2python), so there is nothing to compare with\n"
        )
        return

    def theirs() -> None:
        for path in paths:
            with docx2python(path) as content:
                content.text  # noqa: B018 - it is worked out when asked

    for path in paths:
        read(path)
    ours, other = best(runs, lambda: [read(path) for path in paths], theirs)
    print(f"DOCX, {len(paths)} files: nhiemvu {ours:.3f} s, docx2python {other:.3f} s; ", end="")
    print(f"aim: at least as fast; {'reached' if ours <= other else 'MISSED'}\n")


def show_memory(path: Path) -> None:
    """The most memory that a process takes that reads the file."""
    start = perf_counter()
    done = subprocess.run([sys.executable, "-c", _MEMORY, path], capture_output=True, text=True, check=True)
    pages, letters, tables, kilobytes = map(int, done.stdout.split())
    print(
        f"{pages:,} pages, {letters:,} characters, {tables} tables: {perf_counter() - start:.0f} s, ", end=""
    )
    print(f"{kilobytes / 1024:.0f} MB; aim: {AIM_MEGABYTES} MB; ", end="")
    print("reached" if kilobytes / 1024 < AIM_MEGABYTES else "MISSED")


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path, help="more PDF and DOCX files")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--pages", type=int, default=LONGEST, help="of the plan that is read for its memory")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        made = plan(PAGES_OF_PLAN, Path(folder, f"plan of {PAGES_OF_PLAN} pages.pdf"))
        files = [*sorted(SAMPLES.iterdir()), made, *given.files]
        show_pdfs([path for path in files if path.suffix == ".pdf"], given.runs)
        show_docx([path for path in files if path.suffix == ".docx"], given.runs)
        show_memory(plan(given.pages, Path(folder, "long.pdf")))


if __name__ == "__main__":
    main()
