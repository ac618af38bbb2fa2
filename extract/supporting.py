"""Who helps (cơ quan phối hợp): the bodies after `phối hợp với`, `cùng với`, `thống nhất với`."""

from __future__ import annotations

import re

from extract.bodies import Span, body_list
from extract.body_words import province_name
from extract.letters import lowered

_WITH = re.compile(  # for text in small letters; what follows a cue is a helper where it is a body
    r"(?<!\w)(?<!quy chế )(?<!chương trình )(?:phối hợp|hiệp đồng|kết hợp(?= với ))"
    r"(?:,?\s+(?:chặt chẽ|đồng bộ|tốt|thường xuyên|kịp thời|hiệu quả|có hiệu quả|quyết liệt|nhịp nhàng))*\s+"
    r"(?:(?:và|cùng)\s+)?(?:(?:\w+\s+){1,5}?(?:với|từ)\s+|(?:cùng\s+)?(?:với|cùng)\s+|)"
    r"|(?:cơ quan|đơn vị) phối hợp\s*:\s*"
    r"|(?<!\w)phối hợp(?:,| và)\s+(?:hỗ trợ|giúp)\s+"
    r"|(?<!\w)thống nhất với\s+(?!nội dung|đề nghị|chủ trương|ý kiến)"
    r"|(?<!\w)cùng với\s+|(?:(?<=trì, )|(?<=trì )|(?<=mối, )|(?<=mối ))cùng\s+(?:với\s+)?"
    r"|(?<!\w)với sự (?:phối hợp|tham gia|hỗ trợ|hướng dẫn|giúp đỡ) của\s+"
    r"|^\W*cùng\s+"
)
_HELP_TOO = re.compile(
    r"[;,(]\s*(?P<help>[^\W\d_][^;()]{2,160}?),? (?:cùng )?phối hợp(?: thực hiện)?(?=[);]|\.?$)"
)

# `Vụ A chủ trì, Vụ B và Vụ C phối hợp, rà soát ...`
_LED = re.compile(r"(?<!\w)chủ trì(?: soạn thảo| xây dựng| thực hiện)?, (?=[^\W\d_])")
_HELP_WITH = re.compile(
    r",? (?:cùng |tham gia |có trách nhiệm )?phối hợp(?!,? (?:với|cùng))(?=[,;.]|$| [^\W\d_])"
)
_HELP_ENDS = re.compile(r"phối hợp(?: thực hiện)?(?:[);]|\.?$)")


_OF_HELP = (
    "phối hợp",
    "hiệp đồng",
    "kết hợp",
    "cùng với",
    "thống nhất với",
    "với sự",
    "trì, cùng",
    "trì cùng",
    "mối, cùng",
    "mối cùng",
    "cùng ",
)  # one of them stands in every match


def supports(text: str) -> tuple[Span, ...]:
    """The bodies that `text` names as helping: those after `phối hợp với`.

    >>> text = "Chủ trì, phối hợp với Sở Y tế và các đơn vị liên quan tổ chức thực hiện"
    >>> [text[a:b] for a, b in supports(text)]
    ['Sở Y tế', 'các đơn vị liên quan']
    """
    small = lowered(text)
    if not any(map(small.__contains__, _OF_HELP)):
        return ()
    found: list[Span] = []
    for cue in _WITH.finditer(small):
        named, _ = body_list(text, cue.end(), bare=True)
        found += [span for span in named or _places(text, cue.end()) if span not in found]
    for led in _LED.finditer(text):
        named, end = body_list(text, led.end())
        if named and _HELP_WITH.match(text, end):
            found += [span for span in named if span not in found]
    if _HELP_ENDS.search(text) and (too := _HELP_TOO.search(text)):
        named, end = body_list(text, too.start("help"))
        found += [span for span in named if span not in found and end == too.end("help")]
    return tuple(found)


def _places(text: str, start: int) -> list[Span]:
    """`phối hợp với (hai) thành phố Hà Nội và thành phố Hồ Chí Minh`: provinces that help, as names."""
    found: list[Span] = []
    part = _PLACE.match(text, start)
    while part and (name := province_name().match(text, part.end())):
        found.append(Span(part.start("level"), name.end()))
        part = _NEXT_PLACE.match(text, name.end())
    return found


_PLACE = re.compile(r"(?:hai |ba )?(?P<level>(?:[Tt]hành phố|[Tt]ỉnh) )")
_NEXT_PLACE = re.compile(r"(?:, | và |, và )(?P<level>(?:[Tt]hành phố|[Tt]ỉnh) )")


def helpers_end(text: str, start: int, end: int) -> int:
    """Where the last list of helpers that a sentence of `text` (from `start` to `end`) begins is over; it may run on
    over semicolons, which part its members. `start` where the sentence names none."""
    small = lowered(text[start:end])
    if not any(map(small.__contains__, _OF_HELP)):
        return start
    ends = (body_list(text, start + cue.end(), bare=True) for cue in _WITH.finditer(small))
    return max((after for named, after in ends if named), default=start)
