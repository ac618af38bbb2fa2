"""The pieces of text that may carry a task: items, paragraphs, and in running prose the sentences that assign.

A paragraph under one marker is one piece, however many verbs it has; but where it names one body's duty and then
another's, each duty is a piece of its own.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extract.bodies import Span, body_at
from extract.body_words import UPPER
from extract.duties import sentence_duty
from extract.duty import Duty, shifted
from extract.names import name_key
from extract.supporting import helpers_end
from rulebook.cues import any_of

_GAP = re.compile(r"[.!?…;]\s+")
_OPENS = re.compile(r"[^\W\d_]|[“\"(]")
_OPENS_ANEW = re.compile(
    rf"[{UPPER}“\"]"
)  # after an ellipsis a small letter goes on (`dân tộc thiểu số… trong ...`)
_ABBREVIATED = re.compile(
    r"\b(?:TP|TT|TX|Tp|GS|TS|PGS|ThS|KT|TM|St|No|(?:mục|Mục|Điều|điểm|khoản|Phần)\s*[\dIVX]+)\.$|\.\.\.$"
)


def sentences(text: str) -> list[Span]:
    """The sentences of `text`, and the clauses parted by semicolons, as spans; nothing between them is lost.

    >>> text = "Sở Y tế tổng hợp; báo cáo. Các sở rà soát."
    >>> [text[a:b] for a, b in sentences(text)]
    ['Sở Y tế tổng hợp;', 'báo cáo.', 'Các sở rà soát.']
    """
    found, start, counted, opened = [], 0, 0, 0
    for gap in _GAP.finditer(text):
        end = gap.start() + 1
        if not _parts(text, gap):
            continue
        opened += _left_open(text[counted:end])
        counted = end
        if opened > 0 or _ABBREVIATED.search(text, max(start, end - 12), end):
            continue
        found.append(Span(start, end))
        start, opened = gap.end(), 0
    if start < len(text):
        found.append(Span(start, len(text)))
    return found


def _parts(text: str, gap: re.Match[str]) -> bool:
    """Whether a mark and a blank part two sentences, by what follows; a semicolon always does."""
    mark = text[gap.start()]
    return mark == ";" or bool((_OPENS_ANEW if mark == "…" else _OPENS).match(text, gap.end()))


def _left_open(text: str) -> int:
    """How many brackets and quotation marks are opened more often than closed."""
    return text.count("(") - text.count(")") + text.count("“") - text.count("”")


_RUNS_ON = 2_000  # characters after a sentence into which the list of bodies at its start may run


@lru_cache(
    maxsize=16
)  # the same text is asked for its tasks, and for the duty that the next paragraph goes on with
def by_duty(text: str, prose: bool = False) -> tuple[tuple[Span, Duty | None], ...]:
    """`text` cut where a new body's duty begins, each piece with the duty it opens with (`None` where it names nobody).
    In `prose` each sentence that names its body is a piece, also where it is the body of the one before.

    >>> text = "Thành lập Ban Chỉ đạo. Phòng Nội vụ là cơ quan thường trực."
    >>> [text[a:b] for (a, b), duty in by_duty(text)]
    ['Thành lập Ban Chỉ đạo.', 'Phòng Nội vụ là cơ quan thường trực.']
    """
    pieces: list[tuple[Span, Duty | None]] = []
    listed = 0  # the end of a list of bodies at the start of a sentence: semicolons part its members
    for start, end in sentences(text):
        if start < listed:
            (first, _), last_duty = pieces[-1]
            pieces[-1] = (Span(first, end), last_duty)
            continue
        said = sentence_duty(text[start : end + _RUNS_ON], end - start)
        duty = shifted(said, start) if said else None
        listed = max(duty.after if duty else 0, helpers_end(text, start, end) if end < len(text) else 0)
        if pieces and not _begins_new(text, start, end, duty, pieces[-1], prose):
            (first, _), last_duty = pieces[-1]
            leads = duty is not None and _LEADS.match(text[duty.after : end]) is not None
            handed = duty if last_duty is None and (leads or _takes_over(text, first, start)) else last_duty
            pieces[-1] = (Span(first, end), handed)
        else:
            pieces.append((Span(start, end), duty))
    return tuple(pieces)


def _takes_over(text: str, first: int, start: int) -> bool:
    """Whether the duty of a later clause is that of the whole piece: it hands the work over, or what stands before it
    only closes the document (`Trên đây là Kế hoạch ...; ...`)."""
    return bool(_HANDS_OVER.match(text, start)) or text.startswith(_CLOSES, first)


# `Lắp đặt camera. Công an xã chủ trì; các thôn phối hợp.`: whose the work is that was told before.
_HELPS = re.compile(r"\s*,?\s*(?:cùng |tham gia )?phối hợp(?: thực hiện)?[\s.;]*$")
_LEADS = re.compile(
    r"\s*,?\s*(?:chủ trì|chịu trách nhiệm(?: chính)?|làm đầu mối)(?: thực hiện| triển khai| tổ chức thực hiện)?"
    r"(?:[,;] [^.;]{3,200}?,? (?:cùng |tham gia )?phối hợp(?: thực hiện)?)?[\s.;]*$"
)


def _says_only_who(text: str, duty: Duty, end: int) -> bool:
    said = text[duty.after : end]
    return len(said) < _SHORT and bool(_HELPS.match(said) or _LEADS.match(said))


_SHORT = 240  # characters
_CLOSES = "Trên đây là"
# `Tham dự cuộc họp có đại diện các Vụ: ...; Cục Đường bộ; ...`: who came to a meeting.
_ATTENDS = re.compile(r"(?:Tham|Cùng|Về|Đến) dự(?!\w)[^.;:]{0,60} (?:có|gồm)(?!\w)")


def _begins_new(
    text: str, start: int, end: int, duty: Duty | None, last: tuple[Span, Duty | None], prose: bool
) -> bool:
    """Whether the sentence from `start` to `end` begins the duty of another body than the piece before it."""
    if duty is None or _PERMITS.match(text, duty.after) or _says_only_who(text, duty, end):
        return False
    if last[1] is None and text[start - 2] == ";" and text.startswith(_CLOSES, last[0].start):
        return False
    if text[start - 2] == ";" and _ATTENDS.match(text, text.rfind(". ", 0, start) + 2):
        return False
    asked = _ASKED.match(text, start) or (last[1] is None and _HANDS_OVER.match(text, start))
    if text[start - 2] == ";" and not asked and (_names_nobody(text, start) or _EACH.match(text, start)):
        return False
    if text[start].islower() and (text[start - 2] != ";" or _NAMELESS.match(text, start)):
        return False
    if text[start - 2] == ";" and (described := _DESCRIBED.match(text, start)):
        return described["group"] not in text[last[0].start + 1 : last[0].end]
    if text[start - 2] == ";" and _HANDS_ON.match(text[last[0].start : last[0].end]):
        return False
    if last[1] is None and _HANDS_OVER.match(text, start):
        return not (_action().match(text, last[0].start) or _DRAFT.match(text, last[0].start))
    return (
        last[1] is None or (prose and text[start - 2] != ";") or _names(text, duty) != _names(text, last[1])
    )


def _names_nobody(text: str, start: int) -> bool:
    """Whether what follows a semicolon names no body and singles none out (`; riêng Đài Truyền hình phát tin`)."""
    return body_at(text, start + len(_SINGLED) if text.startswith(_SINGLED, start) else start) is None


_SINGLED = "riêng "
# What in small letters after a semicolon only goes on with a list (`các trường; cơ sở sản xuất ...`) or with a verb.
_NAMELESS = re.compile(r"(?:lãnh đạo|cơ sở|lực lượng|ngành|chính quyền|cấp ủy|trạm y tế|trung tâm)(?!\w)")
# `Kiểm tra các cửa hàng có ...; các cửa hàng có ...`: more of those spoken of, by what they have; no duty of theirs.
_DESCRIBED = re.compile(
    r"(?P<group>(?:các|những) \w+ \w+)(?: \w+){0,3} (?:có(?! trách nhiệm| nhiệm vụ| biện pháp| giải pháp| kế hoạch"
    r"| văn bản| thể)|thuộc diện)(?!\w)(?![^.;]*? (?:phải|cần|có trách nhiệm|chịu trách nhiệm)(?!\w))"
)
_ASKED = re.compile(r"(?:[Đđ]ề nghị|[Yy]êu cầu)\s")
_EACH = re.compile(r"(?:mỗi|từng)\s")  # tells the share of the body just named
_HANDS_ON = re.compile(r"Phân công(?!\w)")


_PERMITS = re.compile(r"\s(?:cũng )?(?:có thể|được phép|có quyền)\s")  # leeway in the duty just said
_HANDS_OVER = re.compile(r"[Gg]iao(?: cho)?\s")


# `Thông tư quy định về đường ngang. Giao Vụ A chủ trì.`: what is to be drafted, and whose it is.
_DRAFT = re.compile(
    r"(?:Luật|Nghị định|Nghị quyết|Quyết định|Thông tư|Đề án|Kế hoạch|Chương trình|Quy chế|Quy định) (?!này|số)"
)


@lru_cache(maxsize=1)
def _action() -> re.Pattern[str]:
    """`Chuẩn hóa danh mục thủ tục. Giao Văn phòng Sở chủ trì ...`: the work, then whose it is, are one task."""
    return re.compile(any_of("action"), re.IGNORECASE)


def _names(text: str, duty: Duty) -> set[str]:
    return {name_key(text[a:b]) for a, b in duty.lead}
