"""What a document tells of how one document that it cites changes another (sửa đổi, bổ sung, thay thế, bãi bỏ).

    Nghị định số 34/2016/NĐ-CP (được sửa đổi, bổ sung theo Nghị định số 154/2020/NĐ-CP)     the second amends the first
    Quyết định số 3889/QĐ-UBND sửa đổi, bổ sung Quyết định số 3577/QĐ-UBND                  the first amends the second
    Luật Đầu tư công năm 2019, được sửa đổi, bổ sung năm 2020, 2022                         by laws of these years

The words stand between the two and nothing else does (Nghị định 78/2025/NĐ-CP, Điều 68; drafting habit). What the
citing document itself changes is the relation of its citation, not one of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.extraction import Change, ChangeKind, Citation
from extract.stretches import Stretches

_WORD = r"(?P<word>sửa đổi|bổ sung|thay thế|bãi bỏ|hủy bỏ)(?:,? ?(?:và )?bổ sung|,? thay thế)?"
_PART = r"[^;.()]{0,40}"
_SOME = rf"(?: một số (?:điều|nội dung|quy định)| một phần| (?:khoản|Điều|Phụ lục){_PART})?"
_PASSIVE = re.compile(
    rf"[\s,;]*\(?\s*(?:đã )?(?:được|bị) {_WORD}{_SOME}(?: (?:tại|theo|bởi|bằng|ở))"
    r"(?: (?:các|khoản[^;.()]{0,40}của))?\s*$"
)
_ACTIVE = re.compile(rf"[\s,]*(?:về (?:việc )?)?{_WORD}{_SOME}(?: (?:của|tại|cho))?(?: các)?\s*$")
_AND = re.compile(r"\s*(?:,|;|và|,? và)\s*(?:các\s+)?$")
_YEARS = re.compile(
    rf"[\s,]*\(?\s*(?:đã )?(?:được) {_WORD}{_SOME} (?:vào )?(?:các )?năm"
    r" (?P<years>(?:19|20)\d\d(?:(?:, | và )(?:19|20)\d\d)*)"
)
_FURTHEST = 120  # characters between the two
# A title may stand before the bracket; that the bracket is not of a law named in the title, the types must show.
_TITLED = re.compile(rf"[^;.()\n]{{0,300}}(?=\((?:đã )?(?:được|bị) {_WORD})")
_KINDS: dict[str, ChangeKind] = {
    "sửa đổi": "amended",
    "bổ sung": "supplemented",
    "thay thế": "replaced",
    "bãi bỏ": "repealed",
    "hủy bỏ": "repealed",
}


def find_changes(
    text: str, blocks: list[tuple[int, int]], citations: Sequence[Citation]
) -> tuple[Change, ...]:
    """The changes between the `citations` of `text` that it tells of, in reading order.

    >>> from extract.citations import find_citations
    >>> from extract.extraction import Header
    >>> text = "Nghị định số 34/2016/NĐ-CP (được sửa đổi, bổ sung theo Nghị định số 154/2020/NĐ-CP)"
    >>> [(one.of, one.kind, one.by) for one in find_changes(text, [(0, 83)], find_citations(text, [(0, 83)], Header()))]
    [(0, 'amended', 1)]
    """
    stretches = Stretches(blocks)
    found: list[Change] = []
    for index, citation in enumerate(citations):
        piece = stretches.around(citation.start)
        if piece is None:
            continue
        found += _by_years(text, index, citation, piece[1])
        if index + 1 < len(citations) and citations[index + 1].start < piece[1]:
            found += _between(text, citations, index)
    return tuple(found)


def _between(text: str, citations: Sequence[Citation], index: int) -> Iterator[Change]:
    """The change between the citation at `index` and those that follow it in one row."""
    one, other = citations[index], citations[index + 1]
    titled = _TITLED.match(text, one.end, other.start) if one.type == other.type else None
    start = titled.end() if titled else one.end
    if other.start - start > _FURTHEST:
        return
    told = _PASSIVE.match(text, start, other.start)
    word = told or _ACTIVE.match(text, one.end, other.start)
    if word is None:
        return
    for following in _row(text, citations, index + 1):
        by, of = (following, index) if told else (index, following)
        end = citations[following].end
        yield Change(
            quote=" ".join(text[one.start : end].split()),
            start=one.start,
            end=end,
            kind=_KINDS[word["word"]],
            of=of,
            by=by,
        )


def _row(text: str, citations: Sequence[Citation], first: int) -> Iterator[int]:
    """The citation at `first` and those joined to it."""
    yield first
    while first + 1 < len(citations) and citations[first + 1].start - citations[first].end < _FURTHEST:
        if not _AND.match(text, citations[first].end, citations[first + 1].start):
            return
        first += 1
        yield first


def _by_years(text: str, index: int, citation: Citation, stop: int) -> Iterator[Change]:
    """`được sửa đổi, bổ sung năm 2020, 2022`: by works of which only the years are told."""
    told = _YEARS.match(text, citation.end, stop)
    if told is None:
        return
    quote = " ".join(text[citation.start : told.end()].split())
    for year in re.findall(r"\d{4}", told["years"]):
        yield Change(
            quote=quote, start=citation.start, end=told.end(), kind=_KINDS[told["word"]], of=index, date=year
        )
