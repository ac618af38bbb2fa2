"""What the sentence says before the number of a document: when and by whom it was issued (ngày, cơ quan ban hành).

    Ngày 23/8/2017, Tỉnh ủy đã ban hành | Chương trình số 27-CTr/TU
    Ngày 25/9/2015, Sở Xây dựng thống nhất và trình UBND tỉnh phê duyệt ... tại | Văn bản số 1419/SXD-KTQH

The day opens the sentence, the body follows it, and the document is where it acted. It is its day only if the symbol
does not speak against the body.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from extract.bodies import body_at
from extract.dates import DATE, iso_date
from extract.setting import may_be_one
from rulebook.issuing import issuer_of
from rulebook.naming import full_name
from rulebook.number import DocumentNumber

if TYPE_CHECKING:
    from extract.mentions import Mention

_REACH = 320  # characters from the day to the document
_GAP = re.compile(r",?\s")
_ACTS = re.compile(r"[^.;\n]*?(?:tại|bằng|(?:đã )?(?:có|ban hành|gửi|ký|ra))(?: các)? $")


class Told(NamedTuple):
    """The day of a document (ISO 8601) and its issuer as written, said before it."""

    date: str
    issuer: str


def told_before(text: str, mention: Mention, floor: int) -> Told | None:
    """What the sentence says before `mention` of its day and issuer, looked for behind `floor`; `None` where it opens
    with no day, or the body is not one that the symbol may be of."""
    day = text.rfind("Ngày ", max(floor, mention.start - _REACH), mention.start)
    found = DATE.match(text, day, mention.start) if day >= 0 else None
    gap = _GAP.match(text, found.end(), mention.start) if found else None
    end = body_at(text, gap.end()) if gap else None
    if not found or not gap or not end or not _ACTS.fullmatch(text, end, mention.start):
        return None
    date, issuer = iso_date(found), text[gap.end() : end]
    return Told(date, issuer) if date and fits_symbol(issuer, mention.number) else None


def fits_symbol(said: str, number: DocumentNumber | None) -> bool:
    """Whether the symbol does not speak against a body (`12/UBND-VX` against `Sở Y tế`).

    >>> from rulebook.number import parse
    >>> fits_symbol("UBND tỉnh", parse("12/UBND-VX")), fits_symbol("Sở Y tế", parse("12/UBND-VX"))
    (True, False)
    """
    code = issuer_of(number) if number else None
    return code is None or code.system != "state" or may_be_one(code.body, full_name(said))
