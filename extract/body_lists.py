"""Lists of bodies that are known to be lists (a cell, an attribute line, all that stands before `chịu trách nhiệm thi
hành`): every piece of them is a body, also one whose name no rule can end.

    Chánh Văn phòng Bộ, Vụ trưởng Vụ Khoa học, môi trường và Vật liệu, Thủ trưởng các đơn vị thuộc Bộ
    ------------------  ---------------------------------------------  ------------------------------
"""

from __future__ import annotations

import re

from extract.bodies import Span, body_at, body_list
from extract.body_words import NOUN
from extract.letters import LOWER, UPPER

_MORE = re.compile(r"\s*(?:,|và|cùng)\s+")
# `UBND tỉnh trình HĐND tỉnh`, `Sở Y tế đối với địa phương`: what it does, or for whom, is no part of a name.
_DOES_WHAT = re.compile(r" (?:trình|tham mưu(?: cho)?|báo cáo) (?=[^\W\d_])")
_FOR_WHOM = re.compile(r" đối với (?=[^\W\d_])")
_RELATED = re.compile(r"(?:có )?liên quan\Z")  # ends a name: what stands behind the comma is another
_PARTED = re.compile(r"[,;]\s+")
_NO_MORE = re.compile(r"[ ,.;:]*$")
_SEPARATOR = re.compile(r"\s*(?:,|;)\s*|\s+và\s+")
_STAFF = r"giảng viên|giáo viên|sinh viên|học sinh|học viên|viên chức|người lao động"
_GROUP_NEXT = re.compile(rf"(?:các|những|một số|{_STAFF}|{NOUN})(?!\w)", re.IGNORECASE)
_EDGE = " ,.;:"
# `Bộ Y tế, thành phố Hải Phòng, tỉnh Quảng Ninh`: provinces among the bodies, unless a place stands before them that
# lies there (`UBND xã Tân Lập, huyện Cam Lộ, tỉnh Quảng Trị`).
_PLACE = re.compile(
    rf"(?P<place>(?:[Tt]hành phố|[Tt]ỉnh|[Tt]hủ đô)(?: [{UPPER}][{LOWER}]+){{1,3}})(?:\s*(?:,|;)\s*|,?\s+và\s+|\s*\.?$)"
)
_LIES_IN = re.compile(
    rf"(?:, (?:huyện|quận|thị xã|thành phố|tỉnh)(?: [{UPPER}][{LOWER}]+){{1,4}}(?=\s*(?:[,;.]|và\s|$)))+"
)
_WHERE = re.compile(rf"(?:xã|phường|thị trấn|huyện|quận|thị xã)(?: [{UPPER}][{LOWER}]+){{1,4}}\s*,\s*$")


def bodies_listed(piece: str) -> list[Span]:
    """The bodies of a list, in order: names that follow one another, lines joined without a mark, and names that run
    on to the next body. What no rule reads as a body is one as it is written.

    >>> text = "Vụ Khoa học công nghệ và môi trường, Sở Y tế Công an tỉnh"
    >>> [text[a:b] for a, b in bodies_listed(text)]
    ['Vụ Khoa học công nghệ và môi trường', 'Sở Y tế', 'Công an tỉnh']
    """
    spans: list[Span] = []
    here: int | None = 0
    while here is not None and here < len(piece):
        found, end = body_list(piece, here)
        if not found and (place := _PLACE.match(piece, here)) and not _WHERE.search(piece, 0, here):
            spans.append(Span(*place.span("place")))
            here = place.end()
            continue
        if not found:
            part = _next_body(piece, here)
            spans.append(Span(here, part.start() if part else len(piece)))
            here = part.end() if part else None
            continue
        last, here = _last_of(piece, found[-1], _after_places(piece, end))
        spans += [*found[:-1], last]
    return [edged for span in spans if (edged := _without_edges(piece, span))]


def _last_of(piece: str, last: Span, end: int) -> tuple[Span, int | None]:
    """The last body of a list that is over at `end`, and where the next list begins."""
    if _NO_MORE.match(piece, end):
        return last, None
    if _DOES_WHAT.match(piece, end):
        return last, None
    if (limit := _FOR_WHOM.match(piece, end)) and not _next_body(piece, limit.end()):
        return last, None
    if _RELATED.search(piece, last.start, end) and (part := _PARTED.match(piece, end)):
        return last, part.end()
    if piece[end] == " " and body_at(piece, end + 1) is not None:
        return last, end + 1
    if (more := _MORE.match(piece, end)) and not _goes_on(piece, more):
        return last, more.end()
    if part := _next_body(piece, end):
        return Span(last.start, part.start()), part.end()
    return Span(last.start, len(piece)), None


def _after_places(piece: str, end: int) -> int:
    """Where the places end in which the body lies that ends at `end` with its own (`UBND xã A|, huyện B, tỉnh C`)."""
    lies = _LIES_IN.match(piece, end) if _WHERE.search(piece[:end] + ",") else None
    return lies.end() if lies else end


def _next_body(piece: str, here: int) -> re.Match[str] | None:
    """The mark behind `here` after which another body begins."""
    marks = _SEPARATOR.finditer(piece, here)
    return next((part for part in marks if body_at(piece, part.end()) is not None), None)


def _goes_on(piece: str, more: re.Match[str]) -> bool:
    """Whether a name that no list has goes on in small letters (`Vụ Khoa học công nghệ và môi trường`, `Khoa Dược - Vật
    tư, thiết bị y tế`)."""
    start = more.end()
    small = piece[start : start + 1].islower() and more[0].strip() in ("và", ",")
    return small and body_at(piece, start) is None and not _GROUP_NEXT.match(piece, start)


def _without_edges(piece: str, span: Span) -> Span | None:
    words = piece[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip(_EDGE))
    return Span(start, start + len(words.strip(_EDGE))) if words.strip(_EDGE) else None
