"""Texts that nobody writes, but that somebody may send: each of one thing only, so that a step whose cost grows faster
than the text gives itself away when the text is twice as long.

Each is a function of `n`, how much there is of it; the number beside it gives the size at which it is measured.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bench.plan_text import paragraphs, plan, table
from ingest.document import Document

BODIES = (
    "Sở Tài chính",
    "Công an tỉnh",
    "UBND các huyện",
    "Hội Nông dân tỉnh",
    "Ban Chỉ đạo cấp huyện",
    "các sở, ban, ngành liên quan",
    "Ủy ban MTTQ Việt Nam tỉnh",
    "Sở Giáo dục và Đào tạo",
    "Phòng Tài chính - Kế hoạch",
)
_MARKERS = ("I.", "1.", "1.1.", "a)", "-", "+", "*")


@dataclass(frozen=True, slots=True)
class Hostile:
    """A text, how much of it is measured (twice that too), and what is counted."""

    name: str
    made: Callable[[int], Document]
    size: int
    unit: str


def _repeated(text: str) -> Callable[[int], Document]:
    """One paragraph of about `n` KB of the same words."""
    return lambda kilobytes: paragraphs([(text * (kilobytes * 1_000 // len(text.encode()) + 1)).strip()])


def _one_paragraph(kilobytes: int) -> Document:
    text = plan(kilobytes * 1_000).text
    return paragraphs([", ".join(line.rstrip(".;:") for line in text.replace(". ", ", ").splitlines())])


def _items(number: int) -> Document:
    days = (f"{1 + at % 28}/{1 + at % 12}/2025" for at in range(number))
    return paragraphs(f"- {BODIES[at % 9]} báo cáo lần {at} trước ngày {day}." for at, day in enumerate(days))


def _bare_items(number: int) -> Document:
    return paragraphs(
        ["II. NHIỆM VỤ", *(f"{at % 60 + 1}. Rà soát hồ sơ của năm {at}" for at in range(number))]
    )


def _lead_ins(number: int) -> Document:
    """Lead-ins under lead-ins, as deep as there are markers, over and over; then the one item they all lead to."""
    markers = (_MARKERS[at % len(_MARKERS)] for at in range(number))
    lines = (
        f"{marker} {BODIES[at % 9]} chủ trì, phối hợp với {BODIES[at % 7]}:"
        for at, marker in enumerate(markers)
    )
    return paragraphs([*lines, "Báo cáo trước ngày 15/6/2025."])


def _unmarked_lead_ins(number: int) -> Document:
    return paragraphs(["III. NHIỆM VỤ", *(f"{BODIES[at % 9]} có trách nhiệm:" for at in range(number))])


def _rows(number: int) -> Document:
    head = ("TT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian")
    rows = (
        (str(at), f"Xây dựng quy chế số {at}", BODIES[at % 9], BODIES[at % 7], f"Trước {1 + at % 28}/6/2025")
        for at in range(1, number + 1)
    )
    return table([head, *rows])


def _cells(number: int) -> Document:
    """A table without the head of a task table."""
    return table(
        [("A", "B", "C"), *((f"{at}", f"Huyện {at % 97}", f"{at * 7 % 1_000}%") for at in range(number))]
    )


def _bodies(kilobytes: int) -> Document:
    return paragraphs([_joined(kilobytes, ", ", lambda chance: chance.choice(BODIES))])


def _digits(kilobytes: int) -> Document:
    return paragraphs([_joined(kilobytes, "/", lambda chance: str(chance.randint(0, 2_100)))])


def _citations(number: int) -> Document:
    """Each document is another one, and each is cited once more in its short form."""
    full = (
        f"Thực hiện Quyết định số {at}/QĐ-UBND ngày {1 + at % 28}/5/2024 của UBND tỉnh."
        for at in range(number)
    )
    return paragraphs([*full, *(f"Sở Y tế tổng kết Quyết định {at}." for at in range(number))])


def _aliases(number: int) -> Document:
    """Each document gets a name of its own, by which it is meant once more."""
    full = (
        f"Quyết định số {at}/QĐ-UBND ngày 05/5/2024 của UBND tỉnh (sau đây gọi là Chương trình số {at})."
        for at in range(number)
    )
    return paragraphs([*full, *(f"Sở Y tế thực hiện Chương trình số {at}." for at in range(number))])


def _references(number: int) -> Document:
    pairs = (
        (f"Theo Quyết định số {at}/QĐ-UBND của UBND tỉnh.", "Sở Y tế thực hiện Quyết định nêu trên.")
        for at in range(number)
    )
    return paragraphs(line for pair in pairs for line in pair)


def _time_lines(number: int) -> Document:
    """Items of one heading, and a time line for each, which governs them all."""
    lines = ((f"- Rà soát hồ sơ {at}.", f"- Thời gian: tháng {1 + at % 12}/2025.") for at in range(number))
    return paragraphs(["I. NHIỆM VỤ", "1. Sở Y tế:", *(line for pair in lines for line in pair)])


def _projects(number: int) -> Document:
    """Projects with items that name nobody, and a block that says who carries them out."""
    return paragraphs(
        line
        for at in range(number)
        for line in (
            f"{at % 39 + 1}. Dự án {at}",
            "a) Nội dung thực hiện",
            "- Xây dựng mô hình.",
            "b) Phân công thực hiện",
            "- Sở Y tế chủ trì, phối hợp với Sở Nội vụ hướng dẫn thực hiện.",
        )
    )


def _cell_of_bodies(kilobytes: int) -> Document:
    head = ("TT", "Nội dung công việc", "Cơ quan chủ trì", "Thời gian")
    named = _joined(kilobytes, "; ", lambda chance: chance.choice(BODIES))
    return table([head, ("1", "Xây dựng quy chế", named, "Quý II/2025")])


def _one_long_duty(kilobytes: int) -> Document:
    """A paragraph in which one body's duty follows another's."""
    return paragraphs(
        [_joined(kilobytes, "; ", lambda chance: f"{chance.choice(BODIES)} chủ trì thẩm định hồ sơ")]
    )


def _days_of_one_duty(number: int) -> Document:
    days = (f"trước ngày {1 + at % 28}/{1 + at % 12}/2025" for at in range(number))
    return paragraphs([f"1. Sở Y tế báo cáo {', '.join(days)}."])


def _goals(number: int) -> Document:
    return paragraphs(["I. MỤC TIÊU", *(f"- Đến năm 2025, có {at}% xã đạt chuẩn." for at in range(number))])


def _articles(number: int) -> Document:
    return paragraphs(
        f"Điều {at}. Giao Sở Y tế kiểm tra theo khoản 2 Điều {at}." for at in range(1, number + 1)
    )


def _joined(kilobytes: int, joint: str, one: Callable[[random.Random], str]) -> str:
    def pieces() -> Iterator[str]:
        chance, left = random.Random(3), kilobytes * 1_000
        while left > 0:
            piece = one(chance)
            left -= len((joint + piece).encode())
            yield piece

    return joint.join(pieces())


HOSTILE = (
    Hostile("one paragraph without a full stop", _one_paragraph, 150, "KB"),
    Hostile("items of one line, each a duty", _items, 10_000, "items"),
    Hostile("items of one line, bodies unnamed", _bare_items, 10_000, "items"),
    Hostile("nested lead-ins", _lead_ins, 1_500, "lead-ins"),
    Hostile("lead-ins without a marker", _unmarked_lead_ins, 1_500, "lead-ins"),
    Hostile("a task table", _rows, 2_500, "rows"),
    Hostile("another table", _cells, 2_500, "rows"),
    Hostile("distinct citations, each twice", _citations, 2_000, "citations"),
    Hostile("names given to documents", _aliases, 1_000, "names"),
    Hostile("Quyết định nêu trên", _references, 2_000, "pairs"),
    Hostile("time lines of one heading", _time_lines, 200, "lines"),
    Hostile("days of one duty", _days_of_one_duty, 500, "days"),
    Hostile("projects with Phân công thực hiện", _projects, 1_000, "projects"),
    Hostile("goals", _goals, 2_500, "goals"),
    Hostile("articles", _articles, 2_500, "articles"),
    Hostile("a cell of bodies", _cell_of_bodies, 50, "KB"),
    Hostile("duties of many bodies, one paragraph", _one_long_duty, 50, "KB"),
    Hostile("bodies and commas", _bodies, 50, "KB"),
    Hostile("digits and slashes", _digits, 50, "KB"),
    Hostile("trước ngày ...", _repeated("trước ngày "), 50, "KB"),
    Hostile("tháng 3, 5, 7, ...", _repeated("tháng 3, 5, 7, "), 50, "KB"),
    Hostile("open brackets", _repeated("("), 50, "KB"),
    Hostile("open brackets with words", _repeated("(Sở Y tế "), 50, "KB"),
    Hostile("open quotation marks", _repeated("“Luật "), 50, "KB"),
    Hostile("Quyết định số ...", _repeated("Quyết định số "), 50, "KB"),
    Hostile("điểm a khoản 2 Điều 5 ...", _repeated("điểm a khoản 2 Điều 5 "), 50, "KB"),
    Hostile("Luật A và Luật B ...", _repeated("Luật Đất đai và Luật "), 50, "KB"),
    Hostile("Ủy ban nhân dân ...", _repeated("Ủy ban nhân dân "), 50, "KB"),
    Hostile("phối hợp với ...", _repeated("phối hợp với "), 50, "KB"),
    Hostile("capital words", _repeated("Ban Quản Lý Dự Án "), 50, "KB"),
    Hostile("one word without blanks", _repeated("ngày"), 50, "KB"),
    Hostile("100% ...", _repeated("đạt trên 100% hộ "), 50, "KB"),
    Hostile("1.000 đồng ...", _repeated("1.000 tỷ đồng "), 50, "KB"),
)
