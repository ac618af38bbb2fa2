"""Documents that are named by type and date alone (văn bản không ghi số): `Quyết định ngày 12/3/2025 của UBND tỉnh`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from extract.after_number import dated_and_issued
from extract.mentions import Mention
from extract.pinpoints import pinpoint_before
from extract.rows import issuer_before
from extract.short_forms import NORMATIVE
from extract.stretches import Stretches
from extract.type_words import TypeBefore, type_before

_ON_DAY = re.compile(r" (?:ký |ban hành )?ngày [0-9]")
# Named by their date alone also where no issuer follows; a report or a plan of a day is one only with its issuer.
_NAMED_BY_DATE = frozenset({*NORMATIVE, "Quy định", "Hướng dẫn", "Tờ trình", "Thông tri", "Sắc lệnh", "Lệnh"})
_WHOLE_DATE = 10  # characters of an ISO 8601 date


def dated_mentions(
    text: str, taken: Sequence[Mention], stretches: Stretches | None = None
) -> Iterator[Mention]:
    """Documents named by type and date alone, outside of the mentions `taken`.

    >>> [(m.type, m.date, m.issuer) for m in dated_mentions("theo Quyết định ngày 12/3/2025 của UBND tỉnh", [])]
    [('Quyết định', '2025-03-12', 'UBND tỉnh')]
    """
    stretches = stretches or Stretches([(0, len(text))])
    starts = [mention.start for mention in taken]
    for day in _ON_DAY.finditer(text):
        place = bisect_right(starts, day.start()) - 1
        if place >= 0 and taken[place].end > day.start():
            continue
        piece = stretches.around(day.start())
        before = type_before(text, day.start(), piece[0]) if piece else None
        if piece and before and text[before.start].isupper():
            yield from _dated(text, day.start(), before, piece)


def _dated(text: str, start: int, before: TypeBefore, piece: tuple[int, int]) -> Iterator[Mention]:
    end, date, issuer = dated_and_issued(text, start, piece[1])
    if not date or len(date) != _WHOLE_DATE:
        return
    pinpoint = pinpoint_before(text, before.start, piece[0])
    found = Mention(
        before.start, end, None, before.name, issuer=issuer, date=date, pinpoint=pinpoint, rule="dated"
    )
    issuer = issuer or issuer_before(text, found, None)
    if issuer or before.name in _NAMED_BY_DATE:
        yield found._replace(issuer=issuer)
