"""How the citing document stands to what it cites (quan hệ viện dẫn): basis, carried out, amended, replaced ...

The opening of the sentence decides (`Căn cứ`, `Thực hiện`, `Xét đề nghị`; Nghị định 30/2020/NĐ-CP, Phụ lục I), or the
words right before the mention (`thay thế`, `hướng dẫn`). A document changes another only by a clause of its own:
`Kế hoạch này thay thế ...`, `2. Bãi bỏ khoản 3 Điều 4 ...`. What it orders to be drafted (`ban hành nghị quyết thay thế
...`), or what is told of other documents (`Nghị định A thay thế Nghị định B`), is no change by this one.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from extract.extraction import Relation

_MARKER = r"(?:Điều \d+[a-z]?\.?\s*)?(?:\d+(?:\.\d+)*[.)]\s*|[IVX]+\.\s*|[a-zđ]\)\s*|[-–+•*]\s*)?"
_ATTACHED = re.compile(
    r"[(\[\s*_-]*(?:(?:Phụ lục|Danh mục|Biểu|Mẫu|Đề cương|Bảng|Quy chế|Quy định|Kế hoạch|Chương trình)"
    r"[^;.():]{0,60}?\s)?(?:được )?(?:ban hành )?kèm theo\s*",
    re.IGNORECASE,
)
_PROPOSED = re.compile(
    r"(?:đề nghị|đề xuất|kiến nghị) (?:của|tại)[^.;]*$|(?:Xét|theo|Theo) (?:đề nghị|đề xuất)[^.;]*$"
)
_CHANGES = re.compile(
    rf"{_MARKER}"
    r"(?:(?:[^\W\d_]+ ){1,3}này[^.;]{0,160}?(?:,|và)?\s*)?"
    r"(?P<word>thay thế|bãi bỏ|hủy bỏ|sửa đổi|điều chỉnh|bổ sung)(?P<more>,? ?(?:và )?bổ sung)?\s+"
    r"(?:cho |vào |nội dung sau (?:đây )?vào |toàn bộ |một số (?:điều|nội dung)(?: của| tại)? |một phần |các "
    r"|nội dung |quy định tại |khoản mục )*"
    r"(?:(?:[Đđ]iểm|[Kk]hoản|[Đđ]iều|[Mm]ục|[Pp]hụ lục|[Pp]hần|[Cc]hương)[^;:()]{0,80}?)?(?:của |tại )?"
    r"(?:[^;:.()]{0,120}?(?:,|và) )?",
    re.IGNORECASE,
)
_CHANGE_WORD = re.compile("[Tt]hay thế|[Bb]ãi bỏ|[Hh]ủy bỏ|[Ss]ửa đổi|[Đđ]iều chỉnh|[Bb]ổ sung")
_CHANGE_WORDS: tuple[tuple[str, Relation], ...] = (
    ("thay", "replaces"),
    ("bãi", "repeals"),
    ("hủy", "repeals"),
    ("bổ", "supplements"),
)
_BASIS = re.compile(rf"{_MARKER}(?:[Cc]ăn cứ|CĂN CỨ)(?!\w)")
_CARRIES_OUT = re.compile(
    rf"{_MARKER}(?:Tiếp tục |Để |Nhằm |Tổ chức )?(?:[Tt]hực hiện|[Tt]riển khai|[Tt]hi hành|[Qq]uán triệt)(?!\w)"
)
_CARRIED = re.compile(
    r"(?:thực hiện|triển khai|thi hành|quán triệt)\s*(?:có hiệu quả |hiệu quả |tốt |nghiêm |nghiêm túc |đầy đủ |các "
    r"|theo |theo đúng |đúng |nội dung |tinh thần )*$",
    re.IGNORECASE,
)
_GUIDES = re.compile(
    r"(?:hướng dẫn|quy định chi tiết|chi tiết)(?:,| và)?(?: thực hiện| thi hành| hướng dẫn"
    r"| một số (?:điều|nội dung)(?: của)?| (?:khoản|điểm|Điều)[^;.()]{0,60}(?:của)?)*\s*$",
    re.IGNORECASE,
)
# `Quyết định số 19/2019/QĐ-UBND hết hiệu lực kể từ ngày Quyết định này có hiệu lực`
_ENDED = re.compile(
    r"[^;.\n]{5,160}?\shết hiệu lực (?:thi hành )?(?:kể )?từ ngày (?:[^\W\d_]+ ){1,3}này có hiệu lực"
)
_MARKER_END = re.compile(
    r"[.;:] \d{1,2}$"
)  # `... thực hiện. 2. Rà soát`; a year that ends a sentence is none
_LONGEST_MARKER = 4  # characters, as in `VIII.`
_REACH = 90  # characters before a mention in which its own words stand


class Place(NamedTuple):
    """Where a mention stands: its paragraph begins at `floor`, its sentence at `sentence`, the mention before it in the
    paragraph ends at `earlier`, if there is one."""

    floor: int
    sentence: int
    earlier: int | None = None


def relation_of(text: str, start: int, kind: str | None, place: Place) -> Relation:
    """The relation of the document to the mention of type `kind` that begins at `start`.

    >>> relation_of("Căn cứ Nghị định 30/2020/NĐ-CP", 7, "Nghị định", Place(0, 0))
    'legal_basis'
    """
    floor, sentence, earlier = place
    near = text[max(floor, start - _REACH, earlier or 0) : start]
    if _is_attached(text, start, floor):
        return "attached_to"
    if kind == "Tờ trình" or ("đề" in near and _PROPOSED.search(near)):
        return "on_proposal"
    opening = text[sentence:start]
    if changed := _own_change(opening):
        return changed
    if _BASIS.match(opening):
        return "legal_basis"
    ending = near[-60:].lower()
    if (
        ("hướng dẫn" in ending or "chi tiết" in ending)
        and _GUIDES.search(near)
        and not _told_of_another(text, start, near, earlier)
    ):
        return "guides"
    if text.find("hết hiệu lực", start, start + 190) >= 0 and _ENDED.match(text, start):
        return "repeals"
    carried = any(word in ending for word in ("hiện", "khai", "hành", "triệt")) and _CARRIED.search(near)
    return "carries_out" if carried or _CARRIES_OUT.match(opening) else "mentions"


_IN_PROSE = re.compile(r"(?<!èm )(?<!ÈM )theo |(?<!\w)(?:tại|của|thực hiện|quy định|sử dụng) ")


def _is_attached(text: str, start: int, floor: int) -> bool:
    """Whether the paragraph or the bracket only says what this is attached to (`(Kèm theo Quyết định số ...)`)."""
    opening = text[max(floor, start - 120) : start]
    if "èm theo" not in opening[-12:] and "ÈM THEO" not in opening[-12:]:
        return False
    line = opening[opening.rfind("(") :] if "(" in opening else opening
    whole = line[0] == "(" or start - 120 <= floor
    return whole and bool(_ATTACHED.fullmatch(line)) and not _IN_PROSE.search(line)


def sentence_start(text: str, begin: int, searched: int, start: int) -> int:
    """Where the sentence begins in which `start` stands: at `begin`, or behind an end of a sentence after `searched`. A
    marker of an item (`1. `) ends none.

    >>> sentence_start("1. Rà soát. Thực hiện Nghị định", 0, 0, 22)
    12
    """
    stop = text.rfind(". ", searched, start)
    while stop >= 0:
        opens = text[stop + 2 : stop + 3]
        marker = stop - begin <= _LONGEST_MARKER or bool(_MARKER_END.search(text, max(begin, stop - 4), stop))
        if not marker and (opens.isupper() or opens.isdigit() or opens == "("):
            return stop + 2
        stop = text.rfind(". ", searched, stop)
    return begin


def _own_change(opening: str) -> Relation | None:
    """What the document itself does to the one cited, where its clause says so."""
    if len(opening) > 500 or not _CHANGE_WORD.search(opening):
        return None
    changes = _CHANGES.fullmatch(opening)
    if changes is None:
        return None
    word = changes["word"].lower()
    return next((relation for begin, relation in _CHANGE_WORDS if word.startswith(begin)), "amends")


def _told_of_another(text: str, start: int, near: str, earlier: int | None) -> bool:
    """Whether it is another document that guides this one (`Thông tư số ... hướng dẫn Nghị định số ...`)."""
    return earlier is not None and start - earlier <= len(near)
