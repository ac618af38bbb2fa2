"""What a task produces (sản phẩm) and to whom it goes: the document after a verb of making or sending it.

    xây dựng | Kế hoạch triển khai Đề án trên địa bàn huyện | , gửi | Sở Y tế | trước ngày 15/6
    verb       deliverable                                     verb   receiver

Documents are those that Nghị định 30/2020/NĐ-CP, Điều 7 lists and those that staff draw up beside them (danh sách,
hồ sơ, phương án ...). One that exists already (`thực hiện Kế hoạch`, `ban hành kèm theo Quyết định số 12`) is none.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from extract.bodies import Span, body_at, body_list
from extract.letters import lowered
from rulebook.cues import any_of, cues, first_words


class Deliverable(NamedTuple):
    """The words of the document to be produced, and the bodies that get it; offsets in the text."""

    what: Span | None
    to: tuple[Span, ...]


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    makes, document = any_of("makes_document"), any_of("document_made")
    counted = r"(?:\d{1,3} |các |những |một số |bộ )?"
    return {
        "made": re.compile(
            rf"(?<!\w)(?:{makes},? (?:và |hoặc )?)+{counted}(?P<what>(?:dự thảo )?{document})"
            rf"(?! (?:số )?[\d.…/]| này| nêu trên| kèm theo)",
        ),
        "report": re.compile(r"(?<!\w)(?P<what>báo cáo)(?!\w)"),
        "ends": re.compile(rf"[;.:\n(]|,|(?<!\w){any_of('document_ends')}"),
        "sends": re.compile(rf"(?<!\w){any_of('sends')}\s+"),
    }


_TO = re.compile(r"[^.;:,()\n]{0,70}?(?<!\w)(?:về|cho|lên|tới|đến|với|giúp|gửi)\s+(?=[^\W\d])")
_LONGEST = 200  # characters


def deliverable(text: str) -> Deliverable:
    """The document that a task produces, and who gets it.

    >>> text = "Xây dựng Kế hoạch kiểm tra năm 2025, báo cáo UBND huyện trước ngày 15/6."
    >>> what, to = deliverable(text)
    >>> text[what.start : what.end], [text[a:b] for a, b in to]
    ('Kế hoạch kiểm tra năm 2025', ['UBND huyện'])
    >>> deliverable("Thực hiện nghiêm Kế hoạch số 12/KH-UBND.")
    Deliverable(what=None, to=())
    """
    small = lowered(text)
    return Deliverable(_made(text, small), _receivers(text, small))


def _made(text: str, small: str) -> Span | None:
    if not any(map(small.__contains__, _nouns())):
        return None
    found = _patterns()["made"].search(small) or _patterns()["report"].search(small)
    if not found:
        return None
    start = found.start("what")
    end = _end_of(text, found.end("what"))
    return Span(start, end)


@lru_cache(maxsize=1)
def _nouns() -> tuple[str, ...]:
    return cues("document_made")


@lru_cache(maxsize=1)
def _sending() -> tuple[str, ...]:
    """The first word of each verb of sending: most tasks have none of them."""
    return tuple(first_words("sends"))


def _end_of(text: str, after: int) -> int:
    """Where the name of a document ends: at a receiver, a time, a purpose, or the end of the clause."""
    if body_at(text, after + 1) is not None:
        return after
    stop = _patterns()["ends"].search(text, after, after + _LONGEST)
    end = stop.start() if stop else min(len(text), after + _LONGEST)
    for link in _GOES.finditer(text, after, end):
        if body_at(text, link.end()) is not None:
            end = link.start()
            break
    return after + len(text[after:end].rstrip())


_GOES = re.compile(r" (?:với|về|lên|tới|đến|cho) ")


def _receivers(text: str, small: str) -> tuple[Span, ...]:
    found: list[Span] = []
    if not any(map(small.__contains__, _sending())):
        return ()
    for cue in _patterns()["sends"].finditer(small):
        named = _bodies_after(text, cue.end())
        found += [span for span in named if all(span.start >= other.end for other in found)]
    return tuple(found)


def _bodies_after(text: str, start: int) -> list[Span]:
    named, _ = body_list(text, start)
    here = start
    while not named and (to := _TO.match(text, here, start + 90)):
        here = to.end()
        named, _ = body_list(text, here)
    return named
