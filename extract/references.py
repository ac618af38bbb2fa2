"""Words that point at a document without naming it (đại từ viện dẫn): `Quyết định này`, `Nghị quyết nêu trên`.

    self       the document itself, or what is attached to it: `Điều 2 Quyết định này`, `Kế hoạch này`
    anaphora   one cited before: the nearest of that type, within a few paragraphs and not across parts
    alias      a name given to it before: `(sau đây gọi là Chương trình)`

The nearest sentence with a citation of the type decides. Two there make the reference ambiguous; one that cannot be
read, or a document of that type without a number (`Nghị quyết của Tỉnh ủy`), breaks the chain: what stands before it is
not meant, and nothing is skipped.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from extract.aliases import AliasUse, alias_uses, aliases
from extract.extraction import Citation, Header, Reference, Status
from extract.pinpoints import pinpoint_before, provisions
from extract.stretches import Stretches

_TYPE = (
    r"(?:Nghị quyết liên tịch|Thông tư liên tịch|Nghị quyết|Nghị định|Quyết định|Thông tư|Chỉ thị|Kế hoạch|Công văn"
    r"|Công điện|Thông báo|Kết luận|Hướng dẫn|Báo cáo|Tờ trình|Quy chế|Quy định|Chương trình|Đề án|Phương án|Bộ luật"
    r"|Luật|Pháp lệnh|[Vv]ăn bản)"
)
_POINTS = re.compile(
    r"(?:này|(?:(?:đã )?nêu |nói |kể |dẫn )?(?:ở )?trên(?: đây)?|(?:đã )?(?:dẫn|viện dẫn)(?: ở)? trên|vừa nêu|đó|ấy)"
    r"(?![\w-])"
)
# The word with which every such expression ends, and the syllables that may stand right before it: looked for first, as
# most of what ends so (`trên địa bàn`, `thời gian này`) points at no document.
_LAST = re.compile(r"(?:này|trên|nêu|đó|ấy)(?![\w-])")
_MAY_PRECEDE = frozenset(
    {
        "quyết",
        "định",
        "tư",
        "thị",
        "hoạch",
        "văn",
        "điện",
        "báo",
        "luận",
        "dẫn",
        "cáo",
        "trình",
        "chế",
        "án",
        "luật",
        "lệnh",
        "bản",
        "tịch",
        "nêu",
        "nói",
        "kể",
        "ở",
        "vừa",
        "đã",
    }
)
_BEFORE = re.compile(rf"(?P<many>(?:[Cc]ác|[Nn]hững|[Hh]ai|[Bb]a) )?(?P<type>{_TYPE}) $")
_ATTACHED = frozenset({"Kế hoạch", "Quy chế", "Quy định", "Chương trình", "Đề án", "Phương án", "Hướng dẫn"})
_ISSUING = frozenset({"Quyết định", "Nghị quyết", "Nghị định", "Thông tư"})  # what issues attachments
_FURTHEST, _MOST_BLOCKS = 2_500, 12  # characters, paragraphs
_PART = re.compile(r"(?:[IVX]+[.\s-]|Phần |PHẦN |Chương |CHƯƠNG )")
_SENTENCE_END = re.compile(r"[.!?]\s|\n")


def find_references(
    text: str, blocks: list[tuple[int, int]], citations: Sequence[Citation], header: Header
) -> tuple[Reference, ...]:
    """Every word in `blocks` that points at a document without naming it, in reading order, with what it means among
    the `citations` of the same text.

    >>> text = "Các sở thi hành Quyết định này."
    >>> [(one.quote, one.status) for one in find_references(text, [(0, 31)], (), Header(type="Quyết định"))]
    [('Quyết định này', 'self')]
    """
    stretches = Stretches(blocks)
    found = [*_pointing(text, stretches, citations, header), *_by_alias(text, stretches, citations)]
    return tuple(sorted(found, key=lambda reference: reference.start))


def _pointing(
    text: str, stretches: Stretches, citations: Sequence[Citation], header: Header
) -> Iterator[Reference]:
    starts = [citation.start for citation in citations]
    for word in _pointing_words(text):
        piece = stretches.around(word.start())
        named = _BEFORE.search(text, max(piece[0], word.start() - 40), word.start()) if piece else None
        if not piece or not named:
            continue
        kind = named["type"].capitalize() if named["type"].lower() == "văn bản" else named["type"]
        if word[0] == "này" and not named["many"] and _is_own(kind, header):
            yield _self(text, named.start(), word.end(), kind, piece[0])
        elif word[0] not in ("đó", "ấy") or bisect_left(starts, word.start()):
            meant = _Search(text, stretches, citations, starts, kind).before(named.start())
            yield _anaphora(text, named, word.end(), kind, piece[0], meant, citations)


def _pointing_words(text: str) -> Iterator[re.Match[str]]:
    """The expressions that may point (`này`, `đã nêu ở trên`), each from its first word."""
    here = 0
    for last in _LAST.finditer(text):
        before = text[max(0, last.start() - 30) : last.start()].split()
        if not before or before[-1].lower() not in _MAY_PRECEDE:
            continue
        found = _POINTS.search(text, max(here, last.start() - 25), last.end() + len(" đây"))
        if found and found.start() >= here:
            here = found.end()
            yield found


def _is_own(kind: str, header: Header) -> bool:
    """Whether `KIND này` is the document itself: its type, or what a document of its type issues."""
    own = header.type
    return own is None or kind == own or kind == "Văn bản" or (own in _ISSUING and kind in _ATTACHED)


def _self(text: str, start: int, end: int, kind: str, floor: int) -> Reference:
    pinpoint = pinpoint_before(text, start, floor)
    return Reference(
        quote=text[start:end],
        start=start,
        end=end,
        kind="self",
        type=kind,
        pinpoint=pinpoint,
        provisions=provisions(pinpoint) if pinpoint else (),
        status="self",
    )


class _Search:
    """The search for what stands before a place: the citations of the nearest sentence that has one of the type."""

    def __init__(
        self, text: str, stretches: Stretches, citations: Sequence[Citation], starts: list[int], kind: str
    ) -> None:
        self._text, self._stretches, self._citations = text, stretches, citations
        self._starts, self._kind = starts, kind

    def before(self, place: int) -> tuple[list[int], bool]:
        """The indices of the citations that may be meant, and whether the chain is broken before one was reached."""
        last = bisect_right(self._starts, place) - 1
        while last >= 0 and self._reaches(self._citations[last].end, place):
            if self._fits(last):
                break
            last -= 1
        else:
            return [], self._unnumbered(max(0, place - _FURTHEST), place)
        row = self._row(last)
        broken = any(self._citations[one].status == "broken" for one in row)
        return row, broken or self._unnumbered(self._citations[last].end, place)

    def _fits(self, index: int) -> bool:
        return self._kind == "Văn bản" or self._citations[index].type == self._kind

    def _reaches(self, end: int, place: int) -> bool:
        """Whether a reference at `place` may reach back to `end`: near enough, and at most one part away."""
        first, last = self._stretches.number_of(end), self._stretches.number_of(place)
        if place - end > _FURTHEST or last - first > _MOST_BLOCKS:
            return False
        between = self._stretches.pieces[first + 1 : last + 1]
        return sum(bool(_PART.match(self._text, start)) for start, _ in between) <= 1

    def _row(self, last: int) -> list[int]:
        """The citations of the type in the sentence of the one at `last`."""
        row = [last]
        for index in range(last - 1, -1, -1):
            start = self._citations[index].end
            if self._citations[last].start - start > _FURTHEST:
                break
            if _SENTENCE_END.search(self._text, start, self._citations[index + 1].start):
                break
            if self._fits(index):
                row.insert(0, index)
        return row

    def _unnumbered(self, start: int, stop: int) -> bool:
        """Whether a document of the type without a number stands in between (`Nghị quyết của Tỉnh ủy`)."""
        if self._kind == "Văn bản":
            return False
        named = re.compile(rf"(?<!\w){self._kind} (?:của|Đại hội|Trung ương|Hội nghị) [A-ZĐỦÔ]")
        places = (found.start() for found in named.finditer(self._text, start, stop))
        return any(not self._within(place) for place in places)

    def _within(self, place: int) -> bool:
        index = bisect_right(self._starts, place) - 1
        return index >= 0 and self._citations[index].end > place


def _anaphora(
    text: str,
    named: re.Match[str],
    end: int,
    kind: str,
    floor: int,
    meant: tuple[list[int], bool],
    citations: Sequence[Citation],
) -> Reference:
    row, broken = meant
    works = {citations[index].symbol or citations[index].quote: index for index in row}
    status, why = _verdict(works, broken, bool(named["many"]))
    pinpoint = pinpoint_before(text, named.start(), floor)
    single = len(works) == 1 and status == "resolved"
    return Reference(
        quote=" ".join(text[named.start() : end].split()),
        start=named.start(),
        end=end,
        kind="anaphora",
        type=kind,
        pinpoint=pinpoint,
        provisions=provisions(pinpoint) if pinpoint else (),
        citation=next(iter(works.values())) if single else None,
        status=status,
        candidates=() if single or broken else tuple(works),
        why=why,
    )


def _verdict(works: dict[str, int], broken: bool, many: bool) -> tuple[Status, str]:
    if broken:
        return "broken", "văn bản gần nhất cùng loại không ghi hoặc không đọc được số"
    if not works:
        return "unmatched", "phía trên gần đó không có văn bản nào cùng loại"
    if len(works) > 1 and not many:
        return "ambiguous", "phía trên có nhiều văn bản cùng loại"
    return "resolved", ""


def _by_alias(text: str, stretches: Stretches, citations: Sequence[Citation]) -> Iterator[Reference]:
    starts = [citation.start for citation in citations]
    for used in alias_uses(text, aliases(text, stretches, citations)):
        piece = stretches.around(used.start)
        cited = bisect_right(starts, used.start) - 1
        if piece and not (cited >= 0 and citations[cited].end > used.start):
            yield _aliased(text, used, piece[0], citations)


def _aliased(text: str, used: AliasUse, floor: int, citations: Sequence[Citation]) -> Reference:
    pinpoint = pinpoint_before(text, used.start, floor)
    meant = used.alias.citations
    return Reference(
        quote=text[used.start : used.end],
        start=used.start,
        end=used.end,
        kind="alias",
        type=citations[meant[-1]].type,
        pinpoint=pinpoint,
        provisions=provisions(pinpoint) if pinpoint else (),
        citation=meant[0] if len(meant) == 1 else None,
        status="resolved",
        candidates=tuple(citations[one].symbol or citations[one].quote for one in meant)
        if len(meant) > 1
        else (),
    )
