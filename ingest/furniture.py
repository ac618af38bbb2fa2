"""Page furniture: what stands on the page but not in the document (page numbers, gazette heads, e-signatures)."""

from __future__ import annotations

import re
from collections.abc import Sequence

_RUNNING_HEAD = re.compile(
    r"\d{0,4}\s*CÔNG BÁO\s?/\s?Số\b.{0,80}|CÔNG BÁO\s*/?\s*\S+\s*/?\s*Số\b.{0,60}/\s?Ngày.{0,40}"
)
_PAGE_LABEL = re.compile(r"[-–—\s]*(?:Trang\s*)?(\d{1,4})(?:\s?/\s?\d{1,4})?[-–—\s]*", re.IGNORECASE)
_SIGNED_BY = re.compile(
    r"(?:Ký bởi|Người ký|Ký số bởi|Được ký bởi|Digitally signed by|Signature Not Verified)\b", re.IGNORECASE
)
_SIGNED_MORE = re.compile(
    r"(?:Cơ quan|Email|Tổ chức|Thời gian ký|Ngày ký|Ngày, giờ ký|Giờ ký|Date|DN|Reason|Location)\s?:",
    re.IGNORECASE,
)
_LINES_A_PAGE = 12  # a page of the shortest documents holds more lines of text than this


def is_furniture(text: str, before: str = "") -> bool:
    """Whether a clean line is a running head or part of an electronic signature; `before` is the line before it.

    >>> is_furniture("CÔNG BÁO/Số 286/Ngày 27-05-2026 89"), is_furniture("Ngày ký: 2026-05-27", "Ký bởi: CÔNG BÁO")
    (True, True)
    """
    if _RUNNING_HEAD.fullmatch(text) or _SIGNED_BY.match(text):
        return True
    if re.match(r"(?:Thời gian ký|Ngày ký)\s?:", text):
        return True
    return bool(_SIGNED_MORE.match(text) and (_SIGNED_BY.match(before) or _SIGNED_MORE.match(before)))


def page_label(text: str) -> int | None:
    """The page number that a line consists of: `2`, `- 3 -`, `Trang 4/8`.

    >>> [page_label(t) for t in ("2", "- 3 -", "Trang 4/8", "2025", "1.")]
    [2, 3, 4, 2025, None]
    """
    match = _PAGE_LABEL.fullmatch(text)
    return int(match[1]) if match else None


def page_number_lines(lines: Sequence[str]) -> set[int]:
    """Where page numbers stand in a text that has lost its page breaks: lone numbers that count up from 1, 2 or 3, a
    page of text apart.

    >>> sorted(page_number_lines([*["văn bản"] * 20, "2", *["văn bản"] * 30, "3", "văn bản"]))
    [20, 51]
    """
    found: list[int] = []
    expected, since = 0, _LINES_A_PAGE
    for at, text in enumerate(lines):
        number = page_label(text) if len(text) < 20 else None
        if number is None:
            since += bool(text)
        elif since >= _LINES_A_PAGE and (number == expected or (not found and number in (1, 2, 3))):
            found.append(at)
            expected, since = number + 1, 0
    return set(found) if len(found) > 1 else set()
