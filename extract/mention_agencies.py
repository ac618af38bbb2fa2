"""Mentions of bodies (cơ quan) in a document: every name, with its full form, level and place."""

from __future__ import annotations

import re

from extract.bodies import bodies
from extract.body_words import UPPER
from extract.extraction import Agency
from extract.names import body_name

_COLLECTIVE = re.compile(r"(?:tất cả |)(?:các|những|một số|mọi|từng|mỗi|toàn thể)\s", re.IGNORECASE)
_LEVELS = (
    ("commune", re.compile(r"(?<!\w)(?:xã|phường|thị trấn|đặc khu)(?!\w)(?! hội)", re.IGNORECASE)),
    ("district", re.compile(r"(?<!\w)(?:huyện|quận|thị xã|Phòng)(?!\w)")),
    ("province", re.compile(r"(?<!\w)(?:tỉnh|Sở|Tỉnh ủy|Thành ủy|Tỉnh đoàn)(?!\w)")),
    (
        "central",
        re.compile(
            r"^(?:Bộ (?!Chỉ huy|phận)|Chính phủ|Thủ tướng|Quốc hội|Ban Bí thư|Trung ương|Kiểm toán nhà nước)|Trung ương"
        ),
    ),
)
_PLACE = re.compile(
    rf"(?<!\w)(?:tỉnh|huyện|quận|thị xã|thành phố|xã|phường|thị trấn|đặc khu)\s+[{UPPER}]\w*(?:\s+[{UPPER}]\w*)*"
)


def find_agencies(text: str, stretches: list[tuple[int, int]]) -> tuple[Agency, ...]:
    """Every mention of a body in the stretches of `text` (offsets), in reading order.

    >>> [a.name for a in find_agencies("giao Sở TN&MT tổng hợp", [(0, 22)])]
    ['Sở Tài nguyên và Môi trường']
    """
    found = []
    for start, end in stretches:
        piece = text[start:end]
        for a, b in bodies(piece):
            found.append(_agency(piece[a:b], start + a))
    return tuple(found)


def _agency(quote: str, start: int) -> Agency:
    place = _PLACE.search(quote)
    return Agency(
        quote=" ".join(quote.split()),
        start=start,
        end=start + len(quote),
        name=body_name(quote),
        kind=None,
        level=next((level for level, pattern in _LEVELS if pattern.search(quote)), None),
        place=place.group() if place else None,
        collective=bool(_COLLECTIVE.match(quote)),
        rule="grammar",
        confidence=0.9,
    )
