"""Numbers that the file gives elsewhere (bổ sung số, ký hiệu): one spelling for one number, and the numbers of laws.

Thông tư số 5/2000/TT-BXD             05/2000/TT-BXD, where the file writes it so elsewhere
Nghị định số 88/NĐ-CP ngày 13/4/2025  88/2025/NĐ-CP, the same
Luật Bầu cử                           85/2015/QH13, where `Luật Bầu cử ... số 85/2015/QH13` is the only such law there
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
    """The mentions with one spelling for one number: with the zero before it (`05/2000/TT-BXD`) and the year in the
    symbol (`88/2025/NĐ-CP` for `88/NĐ-CP ngày 13/4/2025`), where the file writes it so elsewhere."""
    padded = {one.symbol.lstrip("0"): one for one in found if one.symbol and one.symbol.startswith("0")}
    dated = {one.symbol: one for one in found if one.number and one.number.year}
    if not padded and not dated:
        return list(found)
    return [_spelled_in_full(mention, padded, dated) for mention in found]


def _spelled_in_full(
    mention: Mention, padded: dict[str, Mention], dated: dict[str | None, Mention]
) -> Mention:
    number = mention.number
    if not number or not mention.symbol:
        return mention
    same = padded.get(mention.symbol)
    if same is None and not number.year and number.number and mention.type in _LEGAL:
        same = _with_its_year(number, mention.date, dated)
    return mention._replace(number=same.number, symbol=same.symbol) if same else mention


def _with_its_year(
    number: DocumentNumber, date: str | None, dated: dict[str | None, Mention]
) -> Mention | None:
    """The mention that has the number with its year: the year of the `date`, or the only one there is."""
    if date:
        return dated.get(str(replace(number, year=int(date[:4]))))
    same = [one for one in dated.values() if one.number and replace(one.number, year=None) == number]
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
