"""Short forms (dạng rút gọn): a type and a bare number (`QĐ 1722`, `Nghị quyết 30a`), or a number and a year
(`Nghị định 45/2025`).

The same file completes a short form where it cites the document in full; where two documents fit, none is chosen. One
that nothing completes keeps the number as printed, if it stands like a reference and not like a count (`Kế hoạch 5
năm`, `Báo cáo 6 tháng`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from extract.after_number import dated_and_issued
from extract.mentions import Mention
from extract.pinpoints import pinpoint_before
from extract.stretches import Stretches
from extract.told_before import fits_symbol
from extract.type_words import TypeBefore, type_before, type_names
from rulebook.cues import any_of
from rulebook.number import DocumentNumber, type_of

_BARE = re.compile(
    r"[0-9](?:(?<![\w/.,:–-][0-9])|(?<=(?:NQ|NĐ|QĐ)[0-9]))[0-9]{0,4}[a-zđ]?"
    r"(?:(?P<year>/(?:19|20)[0-9]{2})(?![\w/]|[.-]\d)|(?![\w/%]|[.,-]\d|\s*/|\s?[-–]\s?[A-ZĐ]))"
)
# Types that drafters shorten to a bare number without citing them in full, and those of them that bear a year.
NORMATIVE = frozenset(
    {
        *("Nghị quyết", "Nghị định", "Thông tư", "Quyết định", "Chỉ thị", "Kết luận", "Công văn"),
        *("Công điện", "Thông tư liên tịch", "Pháp lệnh"),
    }
)
_WITH_YEAR = frozenset(
    {"Nghị quyết", "Nghị định", "Thông tư", "Thông tư liên tịch", "Quyết định", "Luật", "Pháp lệnh"}
)
_OTHERS = frozenset({"Kế hoạch", "Hướng dẫn", "Thông báo", "Tờ trình", "Báo cáo", "Chương trình hành động"})
_LONG = 3  # digits: no plan counts its parts in hundreds
# What goes on behind a reference; a noun behind a small number would make it a count.
_GOES_ON = re.compile(rf"\s*(?:$|[;.,:)\]”\"]|\n|\(|{any_of('after_reference')})")
_COUNTED = re.compile(rf"\s*{any_of('counted_noun')}")


@lru_cache(maxsize=1)
def _last_letters() -> frozenset[str]:
    """The last letters of the words that may stand before a bare number: a first sieve, as most numbers are dates."""
    return (
        frozenset(name[-1] for name in type_names())
        | {"ố", ":"}
        | {name[-1].upper() for name in type_names()}
    )


def short_mentions(
    text: str, known: Sequence[DocumentNumber], taken: Sequence[Mention], stretches: Stretches | None = None
) -> list[Mention]:
    """Short forms outside of the mentions `taken`, completed by the numbers `known` from the same file. One that fits
    several of them keeps its bare number and has them as candidates.

    >>> from rulebook.number import parse
    >>> found = short_mentions("theo QĐ 1722 và Nghị quyết 30a", [parse("1722/QĐ-TTg")], [])
    >>> [mention.symbol for mention in found]
    ['1722/QĐ-TTg', '30a']
    """
    stretches = stretches or Stretches([(0, len(text))])
    by_number = _by_number(known)
    starts = [mention.start for mention in taken]
    letters = _last_letters()
    found = []
    for bare in _BARE.finditer(text):
        start = bare.start()
        if start < 2 or (text[start - 1 : start].isspace() and text[start - 2] not in letters):
            continue
        place = bisect_right(starts, start) - 1
        if place >= 0 and taken[place].end > start:
            continue
        if mention := _short(text, bare, by_number, stretches):
            found.append(mention)
    return found


def _by_number(known: Sequence[DocumentNumber]) -> dict[str, list[DocumentNumber]]:
    found: dict[str, list[DocumentNumber]] = defaultdict(list)
    for number in known:
        if number.number:
            found[number.number.lstrip("0")].append(number)
    return found


def _short(
    text: str, bare: re.Match[str], by_number: dict[str, list[DocumentNumber]], stretches: Stretches
) -> Mention | None:
    piece = stretches.around(bare.start())
    before = type_before(text, bare.start(), piece[0]) if piece else None
    if piece is None or before is None or before.issuer is not None:
        return None
    number, _, year = bare.group().partition("/")
    fitting = {
        str(one): one
        for one in by_number.get(number.lstrip("0"), ())
        if _is_of_type(one, before.name) and (not year or one.year in (None, int(year)))
    }
    if _is_count(text, bare, before) or not (fitting or _stands_alone(text, bare, before)):
        return None
    after = dated_and_issued(text, bare.end(), piece[1])
    fitting = {symbol: one for symbol, one in fitting.items() if not after[2] or fits_symbol(after[2], one)}
    return _completed(text, bare, before, fitting, piece, after)


def _completed(
    text: str,
    bare: re.Match[str],
    before: TypeBefore,
    fitting: dict[str, DocumentNumber],
    piece: tuple[int, int],
    after: tuple[int, str | None, str | None],
) -> Mention:
    number = next(iter(fitting.values())) if len(fitting) == 1 else None
    end, date, issuer = after
    return Mention(
        before.start,
        end,
        number,
        before.name,
        str(number) if number else bare.group(),
        issuer=issuer,
        date=date,
        pinpoint=pinpoint_before(text, before.start, piece[0]),
        rule="number_year" if bare["year"] else "short",
        candidates=tuple(fitting) if number is None else (),
    )


def _is_count(text: str, bare: re.Match[str], before: TypeBefore) -> bool:
    """`Kế hoạch 5 năm`, `Báo cáo 6 tháng`: how many, and no number of a document, whatever the file cites."""
    if bare["year"] or "số" in text[before.start : bare.start()]:
        return False
    return bool(_COUNTED.match(text, bare.end()))


def _stands_alone(text: str, bare: re.Match[str], before: TypeBefore) -> bool:
    """Whether a short form that nothing completes stands like a reference."""
    if bare["year"]:
        return before.name in _WITH_YEAR
    number = bare.group()
    if not text[before.start].isupper():
        return False
    said = text[before.start : bare.start()]
    sure = "số" in said or said.strip().isupper() or len(number) >= _LONG
    if before.name in _OTHERS:
        return len(number) >= _LONG and not said.strip().isupper()
    return before.name in NORMATIVE and (sure or bool(_GOES_ON.match(text, bare.end())))


def _is_of_type(number: DocumentNumber, kind: str) -> bool:
    if number.type_code is None:
        return kind == ("Nghị quyết" if number.year else "Công văn") or (bool(number.year) and kind == "Luật")
    known = type_of(number)
    return known is not None and (known.name == kind or known.name == f"{kind} liên tịch")
