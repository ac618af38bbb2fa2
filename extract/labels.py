"""Labels and their values on one line (nhãn): who leads, who helps, by when, what comes of it.

Cơ quan chủ trì: Sở Y tế; phối hợp: các huyện; thời gian: quý II.       a line with three labels
Lập danh sách các hộ (Chủ trì: UBND xã; thời gian: 2020 - 2022);        the same in brackets behind an item
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from extract.bodies import Span, bodies, body_list
from extract.duties import sentence_duty
from extract.times import times
from rulebook.cues import any_of

SUBJECT = r"(?:(?:Các )?(?:cơ quan|đơn vị|bộ phận|lực lượng|ban|ngành|cá nhân|người)\s*,?\s*)*"
ASSIGNS = (
    r"(?:chủ trì(?: thực hiện| tham mưu| soạn thảo| xây dựng)?|thực hiện|chịu trách nhiệm(?: chính)?|phụ trách"
    r"|đầu mối|tham mưu|Phân công (?:thực hiện|chủ trì)|Trách nhiệm thực hiện|Tổ chức thực hiện)"
)


# What a letter about a contest or an event tells beside the work: its rules, prizes, where entries go.
_OF_CONTEST = (
    r"(?:(?:Thể lệ|Giải thưởng|Cơ cấu giải thưởng)(?!\w)[^:.;]{0,90}"
    r"|(?:Đối tượng|Địa điểm|Thành phần)(?: [^\W\d_]+){1,5}"
    r"|(?:Cách thức|Hình thức|Địa chỉ|Địa điểm|Nơi) (?:nộp|gửi|nhận|tiếp nhận|đăng ký|tham gia|dự thi|liên hệ)"
    r"(?!\w)[^:.;]{0,50})"
)


LABEL = 100
"""Characters within which a label has its colon."""


@lru_cache(maxsize=1)
def label_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What each kind of label says before its colon; `when` has further words (`Thời gian nộp hồ sơ`)."""
    tail = rf"(?:\s{any_of('attribute_tail')})*"
    patterns = (
        ("support", SUBJECT + r"(?:phối hợp|tham gia phối hợp|phối hợp thực hiện)(?: thực hiện)?"),
        ("lead", SUBJECT + ASSIGNS),
        ("time", any_of("attribute_time") + tail),
        ("product", any_of("attribute_product") + tail),
        ("other", any_of("attribute_other") + tail),
        ("other", _OF_CONTEST),
        ("when", r"Thời (?:gian|hạn)(?: [^\W\d_]+){1,9}"),
    )
    return tuple((kind, re.compile(pattern + r"\s*:\s*(?=\S)", re.IGNORECASE)) for kind, pattern in patterns)


@lru_cache(maxsize=512)  # a line is looked at by the item over it, by its brothers and for its times
def labelled(text: str) -> tuple[str, int] | None:
    """The kind of label with which a text begins, and where its value does; `None` where none stands there.

    >>> labelled("Cơ quan chủ trì: Sở Y tế"), labelled("(Thời gian: quý II)"), labelled("Thời gian qua")
    (('lead', 17), ('time', 12), None)
    """
    for kind, pattern in label_patterns():
        if found := pattern.match(text, text.startswith("(")):
            value = text[found.end() :]
            if kind in ("when", "time") and SENDS_TO.match(value):
                return None
            if kind == "when":
                return ("time", found.end()) if times(value) and sentence_duty(value) is None else None
            if kind in ("other", "time") and not text.startswith("Thành phần") and sentence_duty(value):
                return None
            if kind in ("lead", "support") and not (body_list(value, 0)[0] or sentence_duty(value)):
                return None
            return kind, found.end()
    return None


# `Thời gian nộp đề: Nộp cho Phó Hiệu trưởng trước ngày 05/3.` says what is to be done, and is no time alone.
SENDS_TO = re.compile(r"(?:Nộp|Gửi|Chuyển|Trình|Bàn giao)(?: [^\W\d_]+){0,5} (?:cho|về|tới|đến|lên) [^\W\d_]")


class Piece(NamedTuple):
    """One label of a line and its value: offsets in the text of the line."""

    kind: str
    begin: int
    value: int
    stop: int


_SEEN = 400  # characters of a value that tell whether a label stands before it
_NEXT_LABEL = re.compile(r"\s*[;,.]\s+(?=[^\W\d_][^:;,.\n]{2,60}:)")


def pieces(text: str, kind: str, start: int) -> Sequence[Piece]:
    """The labels of a line that begins with one of that kind, whose value begins at `start`."""
    if text.startswith("(") and (whole := in_brackets(text)):
        return whole
    labels = [(kind, 0, start)]
    gaps = [gap.end() for gap in _NEXT_LABEL.finditer(text, start)]
    labels += [
        (found[0], gap, gap + found[1]) for gap in gaps if (found := labelled(text[gap : gap + _SEEN]))
    ]
    stops = [begin for _, begin, _ in labels[1:]] + [len(text)]
    return [Piece(*label, stop) for label, stop in zip(labels, stops, strict=True)]


_LONGEST = 500  # characters of a bracket
_ENDS = re.compile(r"\)[\s.;,]*$")


@lru_cache(maxsize=512)  # asked for the bodies and for the times of an item
def in_brackets(text: str) -> tuple[Piece, ...]:
    """The labels in the bracket that closes an item.

    >>> text = "Lập danh sách các hộ (Chủ trì: UBND xã; thời gian: 2020 - 2022);"
    >>> [(piece.kind, text[piece.value : piece.stop]) for piece in in_brackets(text)]
    [('lead', 'UBND xã; '), ('time', '2020 - 2022')]
    """
    end = _ENDS.search(text, max(0, len(text) - 10))
    begin = _opened(text, end.start()) if end else None
    if end is None or begin is None:
        return ()
    inside, at = text[begin + 1 : end.start()], begin + 1
    line = labelled(inside) if ":" in inside[:LABEL] else None
    said = (
        pieces(inside, *line) if line and line[0] in ("lead", "support", "time") else _without_label(inside)
    )
    return tuple(Piece(kind, at + first, at + value, at + stop) for kind, first, value, stop in said)


# Behind these a bracket tells through whom, or explains.
_EXPLAINED = re.compile(r"(?:về|cho|của|với|tại|gửi|do|là|thuộc|đến|theo)$")


def bodies_behind(text: str) -> Span | None:
    """The bracket that closes an item and holds nothing but bodies: who does it, where nobody else is named. Behind
    the name of a body it explains that (`báo cáo UBND tỉnh (qua Sở Y tế)`, `gửi UBND tỉnh (Sở Y tế)`).

    >>> text = "Giao chỉ tiêu thi đua cho các chi hội (Ban Kinh tế - Xã hội)."
    >>> bodies_behind(text), bodies_behind("Tổ chức hội nghị tổng kết (Văn phòng Sở)")
    (None, Span(start=27, end=39))
    """
    end = _ENDS.search(text, max(0, len(text) - 10))
    begin = _opened(text, end.start()) if end else None
    if end is None or not begin:
        return None
    named, over = body_list(text, begin + 1)
    before = text[max(0, begin - _NAME) : begin].rstrip()
    explains = _EXPLAINED.search(before) or any(span.end == len(before) for span in bodies(before))
    return Span(begin + 1, over) if named and over == end.start() and not explains else None


_NAME = 120  # characters
_THEN = re.compile(r"\s*;\s*")


def _without_label(inside: str) -> Sequence[Piece]:
    """`Sở Y tế; hoàn thành năm 2022`: bodies alone, and then when."""
    named, end = body_list(inside, 0)
    then = _THEN.match(inside, end) if named else None
    found = times(inside[then.end() :]) if then else []
    if then is None or not found or found[-1].end < len(inside[then.end() :].rstrip()):
        return []
    return [Piece("lead", 0, 0, end), Piece("time", then.end(), then.end(), len(inside))]


def _opened(text: str, end: int) -> int | None:
    """Where the bracket begins that ends at `end`."""
    depth = 0
    for at in range(end, max(-1, end - _LONGEST), -1):
        depth += (text[at] == ")") - (text[at] == "(")
        if depth == 0:
            return at
    return None
