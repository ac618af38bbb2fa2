"""By what word a task binds (giao, yêu cầu, đề nghị, có trách nhiệm, chủ trì, phải, có thể).

A superior gives (`giao`) or requires (`yêu cầu`), one who has no power over a body asks it (`đề nghị`); who is bound
by a rule `có trách nhiệm`, `phải`; who stands at the head of others `chủ trì`; a permission is `có thể`, `được phép`.
The word of the request counts before that of the duty: `Giao Sở Y tế chủ trì ...` is given.
"""

from __future__ import annotations

import re
from typing import NamedTuple, cast

from extract.bodies import Span
from extract.extraction import Modality


class Binding(NamedTuple):
    """A modality and the words that say it, offsets in the text or document."""

    modality: Modality
    span: Span


_ASKED: tuple[tuple[Modality, str], ...] = (
    ("requested", r"(?:kính |trân trọng )?đề nghị"),
    ("required", r"yêu cầu|chỉ thị(?= (?:các|cho|Giám đốc|Thủ trưởng|Chủ tịch))"),
    ("may", r"đồng ý(?: cho| để)?|cho phép"),
    ("assigned", r"(?:đồng ý )?giao(?: cho)?|phân công|ủy quyền(?: cho| để)?"),
)
_BOUND: tuple[tuple[Modality, str], ...] = (
    ("responsible", r"(?:có|chịu) trách nhiệm|có nhiệm vụ"),
    ("may", r"có thể|được phép|được quyền|có quyền"),
    ("must", r"phải|cần|có nghĩa vụ"),
    ("leads", r"chủ trì"),
)
_REQUEST = re.compile(
    r"(?<!\w)(?:" + "|".join(f"(?P<{kind}>{words})" for kind, words in _ASKED) + r")"
    r"\s*:?\s*(?:(?:đồng chí|đ/c)\s+)?$",
    re.IGNORECASE,
)
_DUTY = re.compile(
    r"[\s,:(]*(?:\([^()]{1,80}\)\s*,?\s*)?(?:(?:cũng|đều|còn|sẽ|tiếp tục|chủ động|khẩn trương)\s+)?"
    rf"(?:{'|'.join(f'(?P<{kind}>{words})' for kind, words in _BOUND)})(?!\w)",
    re.IGNORECASE,
)
_LONGEST_REQUEST = 40  # characters, the word of a request with what may stand between it and the body


def binding(text: str, lead: int, after: int) -> Binding | None:
    """How the duty of the body at `lead` of `text` binds, whose predicate begins at `after`; `None` where no word says
    so.

    >>> text = "Đề nghị Công an tỉnh chủ trì, phối hợp với Sở Y tế kiểm tra"
    >>> binding(text, 8, 20)
    Binding(modality='requested', span=Span(start=0, end=7))
    >>> binding("Sở Y tế có trách nhiệm kiểm tra", 0, 7).modality, binding("Sở Y tế kiểm tra", 0, 7)
    ('responsible', None)
    """
    begin = max(0, lead - _LONGEST_REQUEST)
    if found := _REQUEST.search(text[begin:lead]):
        return _of(found, begin)
    return opening_binding(text, after)


def opening_binding(text: str, start: int = 0) -> Binding | None:
    """The same of a predicate that begins at `start` (`Chủ trì, phối hợp với ...` under the heading of a body)."""
    found = _DUTY.match(text, start)
    return _of(found, 0) if found else None


def _of(found: re.Match[str], at: int) -> Binding:
    kind = cast(Modality, found.lastgroup)  # no other group is in the patterns
    return Binding(kind, Span(at + found.start(kind), at + found.end(kind)))


def moved(said: Binding | None, by: int) -> Binding | None:
    """The same binding in a text in which its own begins at `by`."""
    return Binding(said.modality, Span(said.span.start + by, said.span.end + by)) if said else None
