"""What the text itself says of who issues it: the line of authority, the enacting sentence, the day of adoption.

    ỦY BAN NHÂN DÂN TỈNH X           over the legal bases (Nghị định 30/2020/NĐ-CP, Phụ lục III; before: Thông tư
                                     liên tịch 55/2005/TTLT-BNV-VPCP)
    Hội đồng nhân dân ban hành Nghị quyết quy định ...       under them, since Nghị định 78/2025/NĐ-CP
    Nghị quyết này được Hội đồng nhân dân tỉnh X khóa X, kỳ họp thứ 2 thông qua ngày ...        at the end

They speak where a letterhead is missing, as in excerpts and in texts of data banks, which keep no capitals either.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from extract.bodies import body_at
from extract.dates import DATE, iso_date
from extract.title_case import sentence_case
from extract.type_words import type_names
from rulebook.naming import full_name

_HEAD_LINES = 10
_BASES = ("Căn cứ", "- Căn cứ", "Xét ", "Theo đề nghị", "Trên cơ sở")
_OFFICE = re.compile(
    r"(?P<office>(?:PHÓ )?(?:CHỦ TỊCH|BỘ TRƯỞNG|(?:TỔNG )?GIÁM ĐỐC|(?:TỔNG |CHI )?CỤC TRƯỞNG|HIỆU TRƯỞNG|TRƯỞNG BAN"
    r"|CHÁNH ÁN|VIỆN TRƯỞNG|TỔNG THANH TRA|THỐNG ĐỐC)) (?P<body>\S.*)"
)
_ENACTED = frozenset({"Nghị quyết", "Nghị định", "Quyết định", "Thông tư", "Thông tư liên tịch", "Pháp lệnh"})
_ENACTS = re.compile(
    rf" ban hành (?P<type>{'|'.join(sorted(_ENACTED, key=len, reverse=True))})(?= (?P<title>\S.{{8,500}}))"
)
_ADOPTED = re.compile(
    r"(?:Nghị quyết|Luật|Bộ luật|Pháp lệnh) này (?:đã )?được (?P<rest>.{10,200}?) ?thông qua(?P<date>.{0,60})"
)
_LAST = 2  # lines under a letterhead whose line of type is lost
_LONGEST_LINE = 120
_TERM = re.compile(r",? khóa [IVXLC\d]+(?!\w).*", re.IGNORECASE)


class Enacted(NamedTuple):
    """What the text says of itself: `type` and `title` (None: not said), the deciding body, the day of adoption."""

    type: str | None = None
    title: str | None = None
    issuer: str | None = None
    date: str | None = None


def enacted(body: Sequence[str], letterhead: Sequence[str] = ()) -> Enacted:
    """What the paragraphs of a document say of its type, title, issuer and date.

    >>> enacted(["Căn cứ Luật Thú y;", "Hội đồng nhân dân ban hành Nghị quyết quy định mức hỗ trợ tiêm phòng."])
    Enacted(type='Nghị quyết', title='Quy định mức hỗ trợ tiêm phòng', issuer='Hội đồng nhân dân', date=None)
    """
    told = _lost_capitals(body) or _enacting_sentence(body) or Enacted()
    adopter, date = _adoption(body)
    issuer = authority_issuer((*letterhead[-_LAST:], *body)) or told.issuer
    if adopter and (issuer is None or adopter.startswith(issuer)):
        issuer = adopter
    return told._replace(issuer=issuer, date=date)


def authority_issuer(body: Sequence[str]) -> str | None:
    """The deciding body, from its line in capitals over the legal bases, in full.

    >>> authority_issuer(["QUYẾT ĐỊNH", "Về chống hạn", "BỘ TRƯỞNG BỘ XÂY DỰNG", "Căn cứ Luật Xây dựng;"])
    'Bộ trưởng Bộ Xây dựng'
    """
    for at, line in enumerate(body[:_HEAD_LINES]):
        words = " ".join(line.split()).strip(" -:.*")
        based = any(after.startswith(_BASES) for after in body[at + 1 : at + 4])
        if words.isupper() and based and (name := _deciding(words)):
            return name
    return None


def _deciding(capitals: str) -> str | None:
    """The body that a whole line of capitals names, in full; an officer with the body he heads."""
    if len(capitals) > _LONGEST_LINE:
        return None
    office = _OFFICE.fullmatch(capitals)
    name = full_name(_TERM.sub("", office["body"] if office else capitals))
    if body_at(name, 0) != len(name):
        return None
    return f"{office['office'].capitalize()} {name}" if office else name


def _lost_capitals(body: Sequence[str]) -> Enacted | None:
    """`Quyết định ban hành ...`, `Ủy ban nhân dân tỉnh x`, then the legal bases: a head whose capitals a data bank
    has made small."""
    if len(body) < 3 or not any(line.startswith(_BASES) for line in body[2:6]):
        return None
    first = " ".join(body[0].split())
    kind = next(
        (full for name, full in type_names().items() if first.startswith(full + " ") and len(name) > 3), None
    )
    issuer = _deciding(" ".join(body[1].split()).upper())
    if kind is None or issuer is None or first.endswith((".", ";", ":")):
        return None
    return Enacted(kind, sentence_case(first[len(kind) :].upper()), issuer)


def _enacting_sentence(body: Sequence[str]) -> Enacted | None:
    """The sentence under the legal bases with which the body issues the document."""
    for at, paragraph in enumerate(body):
        end = body_at(paragraph, 0)
        found = _ENACTS.match(paragraph, end) if end else None
        if found and at and all(line.startswith(_BASES) for line in body[max(0, at - 2) : at]):
            title = found["title"].strip(" .:")
            return Enacted(found["type"], title[:1].upper() + title[1:], full_name(paragraph[:end]))
        if paragraph.startswith("Điều ") or at > 60:
            break
    return None


def _adoption(body: Sequence[str]) -> tuple[str | None, str | None]:
    """The assembly that adopted the document, and when, from the closing sentence."""
    for paragraph in reversed(body):
        found = _ADOPTED.search(paragraph) if "thông qua" in paragraph else None
        if found:
            end = body_at(found["rest"], 0)
            dated = DATE.search(found["date"])
            named = full_name(_TERM.sub("", found["rest"][:end])) if end else None
            return named, iso_date(dated) if dated else None
    return None, None
