"""Who helps (cơ quan phối hợp): the bodies after `phối hợp với`, `cùng với`, `với sự tham gia của`."""

from __future__ import annotations

import re

from extract.bodies import Span, body_list

_WITH = re.compile(
    r"(?<!\w)(?:phối hợp|kết hợp(?= với (?:các |Sở |Bộ |Phòng |Ủy ban |UBND |Công an |Ban )))"
    r"(?:\s+(?:chặt chẽ|đồng bộ|tốt|thường xuyên|kịp thời|hiệu quả|có hiệu quả))*\s+"
    r"(?:(?:và|cùng)\s+)?(?:(?:\w+\s+){1,5}?(?:với|từ)\s+|(?:cùng\s+)?(?:với|cùng)\s+"
    r"|(?=các |Sở |Bộ |Phòng |Ủy ban |UBND |Công an |Ban ))"
    r"|(?:cơ quan|đơn vị) phối hợp\s*:\s*"
    r"|(?<!\w)cùng với\s+(?=các |Sở |Bộ |Phòng |Ủy ban |UBND )"
    r"|(?<=trì, )cùng\s+(?=các |Sở |Bộ |Phòng |Ủy ban |UBND )"
    r"|(?<!\w)với sự (?:phối hợp|tham gia|hỗ trợ) của\s+",
    re.IGNORECASE,
)
_HELP_TOO = re.compile(
    r"[;,(]\s*(?P<help>[^\W\d_][^;()]{2,160}?),? (?:cùng )?phối hợp(?: thực hiện)?(?=[);])"
)

_HELP_ENDS = re.compile(r"phối hợp(?: thực hiện)?[);]")


def _may_help(text: str) -> bool:
    lowered = text.lower()
    return "hợp" in lowered or "với" in lowered or "trì, cùng" in lowered


def supports(text: str) -> tuple[Span, ...]:
    """The bodies that `text` names as helping: those after `phối hợp với`.

    >>> text = "Chủ trì, phối hợp với Sở Y tế và các đơn vị liên quan tổ chức thực hiện"
    >>> [text[a:b] for a, b in supports(text)]
    ['Sở Y tế', 'các đơn vị liên quan']
    """
    found: list[Span] = []
    if not _may_help(text):
        return ()
    for cue in _WITH.finditer(text):
        named, _ = body_list(text, cue.end(), bare=True)
        found += [span for span in named if span not in found]
    if _HELP_ENDS.search(text) and (too := _HELP_TOO.search(text)):
        named, end = body_list(text, too.start("help"))
        found += [span for span in named if span not in found and end == too.end("help")]
    return tuple(found)


def helpers_end(text: str, start: int, end: int) -> int:
    """Where the last list of helpers that a sentence of `text` (from `start` to `end`) begins is over; it may run on
    over semicolons, which part its members. `start` where the sentence names none."""
    if not _may_help(text[start:end]):
        return start
    ends = (body_list(text, cue.end(), bare=True) for cue in _WITH.finditer(text, start, end))
    return max((after for named, after in ends if named), default=start)
