"""Page furniture: what stands on the page but not in the document (page numbers, gazette heads, e-signatures)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ingest.lines import Line, Part

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
# What programs that read scans put between two pages.
_PAGE_BREAK = re.compile(
    r"[-=_*]{2,}\s*(?:page break|page \d{1,4}|trang \d{1,4})\s*[-=_*]{2,}", re.IGNORECASE
)
_RULE_SIGNS = " \t\xa0|_=~*+.-–—·…"
_RULE_WORDS = ("", "o0o", "ooo")
_LINES_A_PAGE = 12  # a page of the shortest documents holds more lines of text than this


def without_furniture(parts: Iterable[Part]) -> list[Part]:
    """The parts without rules, running heads and electronic signatures; where a rule stood, the gap says so."""
    kept: list[Part] = []
    before, ruled = "", False
    for part in parts:
        if not isinstance(part, Line):
            kept.append(part)
            continue
        if rule_line(part.text):
            ruled = True
        elif not is_furniture(part.text, before):
            kept.append(replace(part, gap="rule") if ruled else part)
            ruled = False
        before = part.text
    return kept


def rule_line(text: str) -> bool:
    """Whether a line only draws: `-----`, `|`, `***`, `---o0o---`, a lone line of dots.

    >>> [rule_line(t) for t in ("-------", "|", "---o0o---", "--- Page 2 ---", "- Như trên;", "1.")]
    [True, True, True, True, False, False]
    """
    return text.strip(_RULE_SIGNS).lower() in _RULE_WORDS or _PAGE_BREAK.fullmatch(text.strip()) is not None


def is_furniture(text: str, before: str = "") -> bool:
    """Whether a clean line is a running head or part of an electronic signature; `before` is the line before it.

    >>> is_furniture("CÔNG BÁO/Số 286/Ngày 27-05-2026 89"), is_furniture("Ngày ký: 2026-05-27", "Ký bởi: CÔNG BÁO")
    (True, True)
    """
    if running_head(text) or _SIGNED_BY.match(text):
        return True
    if re.match(r"(?:Thời gian ký|Ngày ký)\s?:", text):
        return True
    return bool(_SIGNED_MORE.match(text) and (_SIGNED_BY.match(before) or _SIGNED_MORE.match(before)))


def running_head(text: str) -> bool:
    """Whether a line is the head of a page of the official gazette.

    >>> running_head("CÔNG BÁO/Số 286/Ngày 27-05-2026 89")
    True
    """
    return bool(_RUNNING_HEAD.fullmatch(text))


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
