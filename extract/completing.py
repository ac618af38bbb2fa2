"""Numbers that the file gives elsewhere (bổ sung số, ký hiệu): one spelling for one number, and the numbers of laws.

Thông tư số 5/2000/TT-BXD             05/2000/TT-BXD, where the file writes it so elsewhere
Nghị định số 88/NĐ-CP ngày 13/4/2025  88/2025/NĐ-CP, the same
NĐ 55/CP                              55/2015/NĐ-CP, where that is the only decree 55 there
Luật Bầu cử                           85/2015/QH13, where `Luật Bầu cử ... số 85/2015/QH13` is the only one
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from extract.law_names import law_key
from extract.mentions import Mention
from rulebook.number import DocumentNumber

_LEGAL = frozenset({"Nghị định", "Thông tư", "Thông tư liên tịch"})  # all of them have the year in the symbol
_LAWS = frozenset({"Luật", "Bộ luật", "Pháp lệnh"})


def in_full(found: Sequence[Mention]) -> list[Mention]:
    """The mentions with one spelling for one number, the fullest that the file has: with the zero before it, the year
    and the type in the symbol."""
    spellings = _Spellings(found)
    return [spellings.in_full(mention) for mention in found]


class _Spellings:
    """How the file spells its numbers: with a zero before them, with the year, with type and issuer."""

    def __init__(self, found: Sequence[Mention]) -> None:
        numbered = [one for one in found if one.number and one.symbol]
        self._padded = {
            str(one.symbol).lstrip("0"): one for one in numbered if str(one.symbol).startswith("0")
        }
        self._dated: dict[DocumentNumber, dict[str, Mention]] = defaultdict(dict)
        self._whole: dict[tuple[str | None, tuple[str, ...]], dict[str, Mention]] = defaultdict(dict)
        for one in numbered:
            if one.number and one.number.year:
                self._dated[replace(one.number, year=None)][str(one.symbol)] = one
            if one.number and one.number.type_code:
                self._whole[one.number.number, one.number.issuers][str(one.symbol)] = one

    def in_full(self, mention: Mention) -> Mention:
        """The mention with the fullest spelling of its number."""
        number = mention.number
        if not number or not mention.symbol:
            return mention
        same = self._padded.get(mention.symbol) or self._with_its_type(mention, number)
        same = same or self._with_its_year(mention, number)
        return mention._replace(number=same.number, symbol=same.symbol) if same else mention

    def _with_its_year(self, mention: Mention, number: DocumentNumber) -> Mention | None:
        """The mention that has the number with its year: the year of the date, or the only one there is."""
        if number.year or not number.number or mention.type not in _LEGAL:
            return None
        same = list(self._dated.get(number, {}).values()) if self._dated else []
        if mention.date:
            same = [one for one in same if one.number and str(one.number.year) == mention.date[:4]]
        return same[0] if len(same) == 1 else None

    def _with_its_type(self, mention: Mention, number: DocumentNumber) -> Mention | None:
        """The only document with this number, issuer and type, where the symbol says number and issuer alone."""
        if number.type_code or number.unit or number.year or mention.type in (None, "Công văn"):
            return None
        found = self._whole.get((number.number, number.issuers), {}).values()
        same = [one for one in found if one.type == mention.type]
        return same[0] if len(same) == 1 else None


def laws_with_numbers(found: Sequence[Mention]) -> list[Mention]:
    """Laws named without a number get that of the law of the same name which the file cites with one, if there is only
    one and no year speaks against it."""
    numbers: dict[tuple[str, str], dict[str, Mention]] = defaultdict(dict)
    for mention in found:
        if mention.number and mention.type in _LAWS and mention.title and mention.symbol:
            numbers[mention.type, law_key(mention.title)][mention.symbol] = mention
    if not numbers:
        return list(found)
    return [_numbered_law(mention, numbers) for mention in found]


def _numbered_law(mention: Mention, numbers: dict[tuple[str, str], dict[str, Mention]]) -> Mention:
    if mention.number or not mention.title or not mention.type:
        return mention
    same = _same_name(mention.type, law_key(mention.title), numbers)
    if len(same) != 1 or not same[0].number:
        return mention
    said, known = (mention.date or "")[:4], str(same[0].number.year or (same[0].date or "")[:4])
    if said and said != known:
        return mention
    return mention._replace(number=same[0].number, symbol=same[0].symbol)


def _same_name(kind: str, name: str, numbers: dict[tuple[str, str], dict[str, Mention]]) -> list[Mention]:
    """The laws of this name, or else those whose name begins so (`Luật Bầu cử`)."""
    if same := numbers.get((kind, name)):
        return list(same.values())
    longer = [
        laws for (other, full), laws in numbers.items() if other == kind and full.startswith(name + " ")
    ]
    return [law for laws in longer for law in laws.values()]
