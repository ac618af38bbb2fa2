"""A small family of documents about sorting household waste, made by hand for the tests of the corpus and the graph.

decision (Prime Minister, 2024)  <-  province (Lâm Đồng, 2025)  <-  commune (Đức Trọng, 2025)
"""

from __future__ import annotations

import hashlib
from typing import Any

from extract.extraction import Citation, Deadline, Extraction, Header, Section, Task
from ingest.document import Source

PRIME_MINISTER = "Thủ tướng Chính phủ"
LAM_DONG = "Ủy ban nhân dân tỉnh Lâm Đồng"


def make(text: str, **parts: Any) -> Extraction:
    """An extraction of `text`; `header` is a dict, each of `tasks`, `citations`, `outline` a dict whose `quote` (or
    `heading`) says where in the text it stands."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    source = Source(
        path=parts.get("path", f"{digest[:8]}.txt"), sha256=digest, media_type="text/plain", reader="text"
    )
    citations = _placed(text, parts.get("citations", ()))
    return Extraction(
        source=source,
        header=Header(**parts.get("header", {})),
        outline=tuple(_section(text, section) for section in parts.get("outline", ())),
        citations=tuple(Citation(rule="made", **one) for one in citations),
        deadlines=tuple(Deadline(rule="made", **one) for one in _placed(text, parts.get("deadlines", ()))),
        tasks=tuple(
            Task(id=f"t{n}", rule="made", citations=_within(citations, task), **task)
            for n, task in enumerate(_placed(text, parts.get("tasks", ())))
        ),
        text=text,
    )


def plan(*quotes: str, number: str = "1/KH-UBND", date: str = "2025-01-01", **more: Any) -> Extraction:
    """A plan that consists of these tasks."""
    header = {"type": "Kế hoạch", "number": number, "issuer": LAM_DONG, "date": date} | more
    return make(
        "\n".join((number, date, *quotes)), header=header, tasks=[{"quote": quote} for quote in quotes]
    )


def citing(*citations: dict[str, Any], number: str = "7/KH-UBND", **header: Any) -> Extraction:
    """A plan of Lâm Đồng that cites these works, one a line."""
    said = [
        {"quote": f"văn bản {n}: {one.get('symbol') or one.get('title')}", **one}
        for n, one in enumerate(citations)
    ]
    named = {"type": "Kế hoạch", "number": number, "issuer": LAM_DONG, "date": "2025-06-01"} | header
    return make("\n".join((str(named), *(one["quote"] for one in said))), header=named, citations=said)


def decision() -> Extraction:
    """The decision at the top of the family."""
    return make(
        "THỦ TƯỚNG CHÍNH PHỦ\nSố: 1486/QĐ-TTg\n1. Bộ Tài nguyên và Môi trường hướng dẫn phân loại chất thải rắn sinh hoạt.",
        header={
            "type": "Quyết định",
            "number": "1486/QĐ-TTg",
            "issuer": PRIME_MINISTER,
            "date": "2024-11-29",
            "title": "Phê duyệt Đề án phân loại chất thải rắn sinh hoạt tại nguồn",
        },
        tasks=[
            {
                "quote": "Bộ Tài nguyên và Môi trường hướng dẫn phân loại chất thải rắn sinh hoạt.",
                "section": "1",
                "lead": ("Bộ Tài nguyên và Môi trường",),
            }
        ],
    )


def province() -> Extraction:
    """The plan of the province, which carries the decision out."""
    return make(
        "ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG\nSố: 85/KH-UBND\nThực hiện Quyết định số 1486/QĐ-TTg ngày 29/11/2024\n"
        "II. TỔ CHỨC THỰC HIỆN\n1. Sở Tài chính thẩm định kinh phí mua sắm thùng rác trước ngày 30/6/2025.\n"
        "2. Sở Nông nghiệp và Môi trường tổ chức hội nghị tổng kết Quyết định số 1486/QĐ-TTg.",
        header={
            "type": "Kế hoạch",
            "number": "85/KH-UBND",
            "issuer": LAM_DONG,
            "place": "Lâm Đồng",
            "date": "2025-02-14",
            "title": "Phân loại chất thải rắn sinh hoạt trên địa bàn tỉnh",
        },
        outline=[{"id": "II", "heading": "TỔ CHỨC THỰC HIỆN", "kind": "roman"}],
        citations=[
            {
                "quote": "Quyết định số 1486/QĐ-TTg ngày 29/11/2024",
                "symbol": "1486/QĐ-TTg",
                "type": "Quyết định",
                "issuer": PRIME_MINISTER,
                "date": "2024-11-29",
                "relation": "carries_out",
            },
            {
                "quote": "Quyết định số 1486/QĐ-TTg.",
                "symbol": "1486/QĐ-TTg",
                "type": "Quyết định",
                "issuer": PRIME_MINISTER,
                "date": "2024-11-29",
            },
        ],
        deadlines=[{"quote": "trước ngày 30/6/2025", "due": "2025-06-30", "bound": "before"}],
        tasks=[
            {
                "quote": "Sở Tài chính thẩm định kinh phí mua sắm thùng rác trước ngày 30/6/2025.",
                "section": "II.1",
                "lead": ("Sở Tài chính",),
                "due": ("2025-06-30",),
                "deadlines": (0,),
                "page": 2,
            },
            {
                "quote": "Sở Nông nghiệp và Môi trường tổ chức hội nghị tổng kết Quyết định số 1486/QĐ-TTg.",
                "section": "II.2",
                "lead": ("Sở Nông nghiệp và Môi trường",),
                "support": ("Sở Tài chính",),
            },
        ],
    )


def commune() -> Extraction:
    """The plan of a commune, which carries out that of the province and rests on a law."""
    return make(
        "ỦY BAN NHÂN DÂN XÃ ĐỨC TRỌNG\nSố: 12/KH-UBND\nCăn cứ Luật Bảo vệ môi trường ngày 17/11/2020;\n"
        "Thực hiện Kế hoạch số 85/KH-UBND ngày 14/02/2025 của Ủy ban nhân dân tỉnh Lâm Đồng\n"
        "1. Phòng Kinh tế vận động các hộ phân loại rác theo Kế hoạch số 85/KH-UBND.",
        header={
            "type": "Kế hoạch",
            "number": "12/KH-UBND",
            "issuer": "Ủy ban nhân dân xã Đức Trọng",
            "place": "Đức Trọng",
            "date": "2025-08-01",
            "title": "Phân loại rác tại nguồn",
        },
        citations=[
            {
                "quote": "Luật Bảo vệ môi trường ngày 17/11/2020",
                "type": "Luật",
                "title": "Bảo vệ môi trường",
                "issuer": "Quốc hội",
                "date": "2020-11-17",
                "relation": "legal_basis",
            },
            {
                "quote": "Kế hoạch số 85/KH-UBND ngày 14/02/2025 của Ủy ban nhân dân tỉnh Lâm Đồng",
                "symbol": "85/KH-UBND",
                "type": "Kế hoạch",
                "issuer": LAM_DONG,
                "date": "2025-02-14",
                "relation": "carries_out",
            },
            {
                "quote": "Kế hoạch số 85/KH-UBND.",
                "symbol": "85/KH-UBND",
                "type": "Kế hoạch",
                "issuer": LAM_DONG,
                "date": "2025-02-14",
            },
        ],
        tasks=[
            {
                "quote": "Phòng Kinh tế vận động các hộ phân loại rác theo Kế hoạch số 85/KH-UBND.",
                "section": "1",
                "lead": ("Phòng Kinh tế",),
            }
        ],
    )


def _placed(text: str, facts: Any) -> list[dict[str, Any]]:
    placed = []
    for fact in facts:
        start = text.index(fact["quote"])
        placed.append(fact | {"start": start, "end": start + len(fact["quote"])})
    return placed


def _section(text: str, section: dict[str, Any]) -> Section:
    start = text.index(section["heading"])
    wanted = {"marker": section["id"], "parent": None, "start": start, "end": len(text)}
    return Section(**(wanted | section))


def _within(citations: list[dict[str, Any]], task: dict[str, Any]) -> tuple[int, ...]:
    inside = range(task["start"], task["end"])
    return tuple(n for n, one in enumerate(citations) if one["start"] in inside)
