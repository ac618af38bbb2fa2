"""From which day a document counts (ngày có hiệu lực), where its text says so."""

from __future__ import annotations

import re
from datetime import date

from graph.nodes import Span
from rulebook.spelling import flatten

# `Quyết định này có hiệu lực (thi hành) kể từ ngày ký`, `từ ngày 01 tháng 7 năm 2025` (Nghị định 30/2020/NĐ-CP, the
# models in Phụ lục III); what takes effect is the document itself: `này` stands before.
_TAKES_EFFECT = re.compile(
    r"\bnay (?:co|chinh thuc co|bat dau co)? ?hieu luc(?: thi hanh)?,?(?: ke)? tu (?:ngay )?"
    r"(?:(?P<signed>ky|ban hanh)\b|(?P<d>\d{1,2})\s*(?:/|thang)\s*(?P<m>\d{1,2})\s*(?:/|nam)\s*(?P<y>\d{4}))"
)
_NAMED = re.compile(r"hi\wu\sl\wc", re.IGNORECASE)  # `hiệu lực`: only around it a long text is looked through
_AROUND = 80


def effect_of(text: str, document_id: int, dated: str | None) -> tuple[str, Span] | None:
    """The day (ISO) from which a document with this text and date has effect, with the words that say so.

    >>> day, words = effect_of("Quyết định này có hiệu lực kể từ ngày 01 tháng 7 năm 2025.", 1, "2025-06-20")
    >>> day, words.quote
    ('2025-07-01', 'này có hiệu lực kể từ ngày 01 tháng 7 năm 2025')
    """
    for named in _NAMED.finditer(text):
        first = max(0, named.start() - _AROUND)
        for found in _TAKES_EFFECT.finditer(flatten(text[first : named.end() + _AROUND])):
            day = dated if found["signed"] else _iso(found)
            if day and len(day) == 10:
                start, end = first + found.start(), first + found.end()
                return day, Span(document_id, start, end, text[start:end])
    return None


def _iso(found: re.Match[str]) -> str | None:
    try:
        return date(int(found["y"]), int(found["m"]), int(found["d"])).isoformat()
    except ValueError:
        return None
