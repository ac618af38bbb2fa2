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


def attached_to(header: Header, path: str, lang: Lang = "vi") -> str:
    """The line of an appendix that says which document it belongs to, in brackets (Nghị định 30/2020/NĐ-CP, Phụ lục I,
    III.1); of a document that nobody can name, where the tasks are from.

    >>> attached_to(Header(type="Kế hoạch", number="22/KH-UBND", date="2025-02-07"), "kh22.docx")
    '(Kèm theo Kế hoạch số 22/KH-UBND ngày 07 tháng 02 năm 2025)'
    >>> attached_to(Header(), "kh22.docx")
    '(Theo kh22.docx)'
    """
    named = caption(header, path, lang)
    if not (header.type or header.number):
        return f"({say('Theo {document}', lang, document=named)})"
    if lang == "vi" and header.date and len(header.date) == 10:
        year, month, day = header.date.split("-")
        month = (
            month if month in ("01", "02") else str(int(month))
        )  # a nought where one could be written before it
        full = f"ngày {day} tháng {month} năm {year}"
        named = named.replace(f"ngày {written(header.date)}", full, 1)
    return f"({say('Kèm theo {document}', lang, document=named)})"
