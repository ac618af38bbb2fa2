"""Mentions of documents in a text, as each mention stands there: nothing is looked up elsewhere yet.

A number and its symbol are the anchor; the other recognisers look a bounded way around it, so that the cost stays
linear in the text:

    điểm a khoản 2 Điều 5 | Quyết định | số | 1722/QĐ-TTg | ngày 02/9/2016 | của Thủ tướng Chính phủ | phê duyệt ...
    pinpoints               type_words       symbols        after_number: date, issuer, title

`rows` then gives the members of a row what is said once for all of them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from extract.after_number import dated_and_issued, title_after
from extract.laws import Law, laws, name_end
from extract.pinpoints import pinpoint_after, pinpoint_before
from extract.rows import bare_numbers_before, share_issuers, share_types
from extract.stretches import Stretches
from extract.symbols import Symbol, number_of, symbols, whole_code
from extract.type_words import TypeBefore, type_before
from rulebook.number import DocumentNumber

_LAWS = frozenset({"Luật", "Bộ luật", "Pháp lệnh"})


class Mention(NamedTuple):
    """One mention: offsets in characters, and its parts as written. `number` is the parsed symbol, `None` for a law
    named without one; `symbol` its text; `issuer` may come from the words before it (`hướng dẫn của Bộ ... tại Công
    văn số ...`); `rule` names the recogniser that found it; `candidates` the symbols that a short form may mean."""

    start: int
    end: int
    number: DocumentNumber | None
    type: str | None
    symbol: str | None = None
    title: str | None = None
    issuer: str | None = None
    date: str | None = None
    pinpoint: str | None = None
    rule: str = "symbol"
    candidates: tuple[str, ...] = ()


def mentions(text: str, stretches: Stretches | None = None) -> list[Mention]:
    """Every mention of a document by number, and of a law by name, in reading order, in `stretches` where given; none
    runs over the end of one.

    >>> [m.type for m in mentions("Căn cứ Luật Đê điều; Nghị định số 53/2019/NĐ-CP ngày 17/6/2019 của Chính phủ")]
    ['Luật', 'Nghị định']
    """
    stretches = stretches or Stretches([(0, len(text))])
    numbered = sorted(_numbered(text, stretches), key=_start)
    numbered = share_issuers(text, share_types(text, numbered))
    return sorted([*numbered, *_named_laws(text, numbered, stretches)], key=_start)


_start = attrgetter("start")


def _numbered(text: str, stretches: Stretches) -> Iterator[Mention]:
    for symbol in symbols(text):
        piece = stretches.around(symbol.start)
        if piece is None or symbol.end > piece[1]:
            continue
        mention = (_unreadable if symbol.kind == "broken" else _mention)(text, symbol, piece)
        if mention and mention.type is None:
            yield from _bare_ones(text, mention, symbol.start, piece[0])
        if mention:
            yield mention


def _mention(text: str, symbol: Symbol, piece: tuple[int, int]) -> Mention | None:
    floor = piece[0]
    before = type_before(text, symbol.start, floor) or _law_before(text, symbol.start, floor)
    if before is None and _NUMBER_LINE.search(text, max(floor, symbol.start - 8), symbol.start):
        return None
    symbol = whole_code(text, symbol)
    printed = text[symbol.start : symbol.end]
    number = number_of(printed, certain=before is not None)
    if number is None or not (before or ("/" in printed and symbol.kind == "number")):
        return None
    return _around(text, symbol, number, before, piece)


def _around(
    text: str, symbol: Symbol, number: DocumentNumber, before: TypeBefore | None, piece: tuple[int, int]
) -> Mention:
    """The mention around a symbol: what stands before it, then date and issuer after it in either order."""
    floor, stop = piece
    start, kind, issuer = before or (_first_letter(text, symbol.start), None, None)
    title = _name_between(text, start + len(kind), symbol.start) if kind in _LAWS and kind else None
    end, date, issuer = dated_and_issued(text, symbol.end, stop, issuer, joint=len(number.issuers) > 1)
    return Mention(
        start,
        end,
        number,
        kind,
        str(number),
        title or title_after(text, end, stop),
        issuer,
        date,
        pinpoint_before(text, start, floor) or pinpoint_after(text, end, stop),
        "blank" if symbol.kind == "blank" else "symbol" if kind else "untyped",
    )


def _first_letter(text: str, start: int) -> int:
    while text[start].isspace():
        start += 1
    return start


def _unreadable(text: str, symbol: Symbol, piece: tuple[int, int]) -> Mention | None:
    """A mention whose number cannot be read: it is told, so that nobody takes the text for free of it."""
    before = type_before(text, symbol.start, piece[0])
    if before is None:
        return None
    end, date, issuer = dated_and_issued(text, symbol.end, piece[1], before.issuer)
    return Mention(before.start, end, None, before.name, issuer=issuer, date=date, rule="broken")


def _bare_ones(text: str, mention: Mention, start: int, floor: int) -> Iterator[Mention]:
    """The numbers before a symbol that share it: `các Quyết định số 79, 81/QĐ-BCĐ`."""
    if mention.number is None:
        return
    for begin, end, number, before in bare_numbers_before(text, start, floor, mention.number):
        kind, first = (before.name, before.start) if before else (None, begin)
        yield Mention(first, end, number, kind, str(number), rule="shared_symbol")


_NUMBER_LINE = re.compile(r"Số\s*:\s*$")  # of a letterhead that was flattened into its text
_NUMBER_WORD = re.compile(r"\s*,?\s*số\s*:?\s*$")
_BREAKS_NAME = re.compile(r"[;:.()\n\t]|\d|(?:Luật|Nghị|Quyết|Thông|Pháp lệnh|Bộ luật)(?!\w)|.{120}")
_LAW = re.compile(r"(?<!\w)(Bộ luật|Luật|Pháp lệnh)(?= |$)")


def _name_between(text: str, start: int, stop: int) -> str | None:
    return _NUMBER_WORD.sub("", text[start:stop]).strip() or None


def _law_before(text: str, start: int, floor: int) -> TypeBefore | None:
    """`Luật Tổ chức chính quyền địa phương số ` before a symbol: the name stands between the type and the number."""
    window = text[max(floor, start - 200) : start]
    stripped = _NUMBER_WORD.sub("", window)
    if stripped == window or ("uật" not in window and "lệnh" not in window):
        return None
    laws_there = list(_LAW.finditer(stripped))
    amending = [found for found in laws_there if stripped.startswith(" sửa đổi", found.end())]
    for found in [*amending[-1:], *reversed(laws_there)]:
        offset = start - len(window) + found.start()
        whole = name_end(text, offset + len(found[0])) == start - len(window) + len(stripped)
        if whole or not _BREAKS_NAME.search(stripped[found.end() :]):
            return TypeBefore(offset, found[1])
    return None


def _named_laws(text: str, numbered: Sequence[Mention], stretches: Stretches) -> Iterator[Mention]:
    starts = [mention.start for mention in numbered]
    for law in laws(text, stretches):
        place = bisect_right(starts, law.start) - 1
        if place >= 0 and numbered[place].end > law.start:
            continue
        if place + 1 < len(numbered) and numbered[place + 1].start < law.end:
            continue
        yield _of_law(text, law, stretches.around(law.start) or (0, len(text)))


def _of_law(text: str, law: Law, piece: tuple[int, int]) -> Mention:
    pinpoint = pinpoint_before(text, law.start, piece[0]) or pinpoint_after(text, law.end, piece[1])
    return Mention(
        law.start, law.end, None, law.type, title=law.title, date=law.date, pinpoint=pinpoint, rule=law.rule
    )
