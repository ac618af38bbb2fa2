"""Rows in which a ministry only says whose the department before it is (`Cục Viễn thông, Bộ Khoa học và Công nghệ`)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.bodies import Span

_OF_MINISTRY = re.compile(r"(?:Cục|Tổng cục|Vụ) ")
_MINISTRY = re.compile(r"Bộ (?!Chỉ huy|Tư lệnh|đội|phận)")


def without_ministries(text: str, found: list[Span]) -> list[Span]:
    """`Cục Viễn thông, Bộ Thông tin và Truyền thông; ...`: the ministry behind a department of it, with nothing more in
    the same row, only says whose it is."""
    if len(found) < 2:
        return found
    kept: list[Span] = []
    for place, span in enumerate(found):
        before = found[place - 1] if place else None
        alone = place + 1 == len(found) or text[span.end : span.end + 1] == ";"
        first = place == 1 or (place > 1 and text[found[place - 2].end : found[place - 2].end + 1] == ";")
        if not (
            before
            and alone
            and first
            and text[before.end : span.start] == ", "
            and _OF_MINISTRY.match(text, before.start)
            and _MINISTRY.match(text, span.start)
        ):
            kept.append(span)
    return kept
