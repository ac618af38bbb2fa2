"""How a document is named in a heading: `Kế hoạch số 22/KH-UBND ngày 27/02/2025 của Ủy ban nhân dân tỉnh …`."""

from __future__ import annotations

from extract.extraction import Header
from publish.plain import plain
from publish.when import written
from publish.words import Lang, say

# An ISO date is as precise as it is long: a day, a month, a year.
_DATES = {10: "ngày {date}", 7: "tháng {date}", 4: "năm {date}"}


def caption(header: Header, path: str, lang: Lang = "vi") -> str:
    """The document's type, number, date and issuer, as far as it says them; else the name of its file.

    >>> caption(Header(type="Kế hoạch", number="22/KH-UBND", date="2025-02-27"), "kh22.docx")
    'Kế hoạch số 22/KH-UBND ngày 27/02/2025'
    >>> caption(Header(), "/tmp/kh22.docx")
    'kh22.docx'
    """
    number = header.number and (header.number if header.number[0] != "/" else f"…{header.number}")
    parts = [
        header.type,
        number and say("số {number}", lang, number=number),
        header.date and say(_DATES[len(header.date)], lang, date=written(header.date, lang)),
        header.issuer and say("của {issuer}", lang, issuer=header.issuer),
    ]
    said = [part for part in parts if part]
    return plain(" ".join(said) if header.type or header.number else path.rpartition("/")[2])
