"""Sentences of running prose that go on with the duty of the body before them, and assign work of their own.

Giao Sở A rà soát. | Đồng thời, báo cáo UBND tỉnh.         what it does besides
Giao Sở A rà soát. | Trình UBND tỉnh trước ngày 10/8.      what it has to hand in, and by when
Yêu cầu Công an kiểm tra. | Nếu có sai phạm, xử lý nghiêm. what it does in a case

The guide: in running prose each sentence that assigns is a task. One that only tells more of the same work is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from extract.bodies import Span
from extract.duty import Duty
from extract.times import times
from extract.units import sentences
from extract.work import begins_with_action

Piece = tuple[Span, Duty | None]

_BESIDES = re.compile(r"Đồng thời,? ")
_ASKS = re.compile(r"(?:Yêu cầu|Đề nghị) ")
_IN_A_CASE = re.compile(r"(?:Trong )?(?:[Tt]rường hợp|[Nn]ếu|[Qq]uá trình)(?!\w)")
_THEN = re.compile(r", (?:thì |đề nghị |yêu cầu )?| thì | (?=phải )")
_CASE_WITHIN = 200  # characters
_MUST = re.compile(r"(?:phải|cần)(?: được)? ")
_BY_ITSELF = re.compile(r"(?:kịp thời|chủ động|khẩn trương|lập tức) ")


def continued(text: str, pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces of a paragraph of prose, cut before each sentence that assigns more to the bodies of its piece.

    >>> from extract.units import by_duty
    >>> text = "Giao Sở Y tế rà soát. Đồng thời, báo cáo UBND tỉnh."
    >>> [text[a:b] for (a, b), duty in continued(text, by_duty(text))]
    ['Giao Sở Y tế rà soát.', 'Đồng thời, báo cáo UBND tỉnh.']
    """
    found: list[Piece] = []
    for span, duty in pieces:
        start = span.start
        for sentence in sentences(text[span.start : span.end])[1:] if duty else ():
            begin = span.start + sentence.start
            if text[begin - 2] == "." and _assigns(text[begin : span.start + sentence.end]):
                found.append((Span(start, begin - 1), _going_on(duty, start)))
                start = begin
        found.append((Span(start, span.end), _going_on(duty, start)))
    return found


def _going_on(duty: Duty | None, start: int) -> Duty | None:
    return duty if duty is None or start < duty.after else Duty(duty.lead, start, "continued")


def _assigns(sentence: str) -> bool:
    if besides := _BESIDES.match(sentence) or _ASKS.match(sentence):
        return begins_with_action(sentence[besides.end() :])
    if _IN_A_CASE.match(sentence):
        return any(_acts(sentence[then.end() :]) for then in _THEN.finditer(sentence, 0, _CASE_WITHIN))
    return begins_with_action(sentence) and bool(times(sentence))


def _acts(said: str) -> bool:
    must = _MUST.match(said)
    return begins_with_action(said[must.end() if must else 0 :]) or bool(_BY_ITSELF.match(said))
