"""Rows of documents (dãy văn bản): what is said once and holds for every member of a row.

các Quyết định số 79/QĐ-BCĐ, 81/QĐ-BCĐ                  the type, said of the first
các Quyết định số 79, 81/QĐ-BCĐ                         the symbol, said of the last
Quyết định số 12/QĐ-UBND và Kế hoạch số 90/KH-UBND của UBND tỉnh     the issuer that closes the row
theo chỉ đạo của UBND tỉnh tại Công văn số 3021/UBND-KT              the issuer before it
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from extract.bodies import bodies
from extract.told_before import fits_symbol, told_before
from extract.type_words import TypeBefore, type_before
from rulebook.number import DocumentNumber, type_of

if TYPE_CHECKING:
    from extract.mentions import Mention

_AND = re.compile(r"\s*(?:[,;]|và|&|[,;] và|,? các \w+(?: \w+)? liên quan và)\s*(?:các\s+)?(?:số\s*:?\s*)?")
_LONGEST_GAP = 60  # characters between two members of a row that are parted by words of joining alone


def share_types(text: str, found: list[Mention]) -> list[Mention]:
    """`các Quyết định số 79/QĐ-BCĐ, 81/QĐ-BCĐ`: the type of the first holds for those that follow without one, unless
    their own symbol says another."""
    shared: list[Mention] = []
    for mention in found:
        if mention.type is None and shared and shared[-1].type and _joined(text, shared[-1], mention):
            own = type_of(mention.number) if mention.number else None
            if (
                own is None
                or own.name == shared[-1].type
                or not mention.number
                or not mention.number.type_code
            ):
                rule = "list" if mention.rule == "untyped" else mention.rule
                mention = mention._replace(type=shared[-1].type, rule=rule)
        shared.append(mention)
    return shared


def _joined(text: str, one: Mention, other: Mention) -> bool:
    return other.start - one.end < _LONGEST_GAP and bool(_AND.fullmatch(text, one.end, other.start))


class BareNumber(NamedTuple):
    """A number that takes its symbol from the one behind it; `before` is the type where it stands before this one."""

    start: int
    end: int
    number: DocumentNumber
    before: TypeBefore | None


_BARE = re.compile(
    r"(?<![\w/.,:-])(?P<number>\d{1,5}[a-zđ]?)(?:\s?,\s?(?:và\s)?|\s?&\s?|\s?;\s?|\s+(?:và|hoặc)\s+)(?:số\s)?$"
)
_MOST_BARE = 12


def bare_numbers_before(text: str, start: int, floor: int, symbol: DocumentNumber) -> Iterator[BareNumber]:
    """The bare numbers right before `start` that share the symbol there, back to the type that they stand under; none
    where no type does.

    >>> from rulebook.number import parse
    >>> text = "các Quyết định số 79, 81/QĐ-BCĐ"
    >>> [str(bare.number) for bare in bare_numbers_before(text, 22, 0, parse("81/QĐ-BCĐ"))]
    ['79/QĐ-BCĐ']
    """
    here = start
    spans: list[tuple[int, int]] = []
    while len(spans) < _MOST_BARE and (found := _BARE.search(text[max(floor, here - 16) : here])):
        begin = max(floor, here - 16) + found.start("number")
        spans.append((begin, begin + len(found["number"])))
        here = begin
    before = type_before(text, here, floor) if spans else None
    if before is None:
        return
    for place, (begin, end) in enumerate(reversed(spans)):
        number = replace(symbol, number=text[begin:end])
        yield BareNumber(begin, end, number, before if place == 0 else None)


def share_issuers(text: str, found: list[Mention]) -> list[Mention]:
    """An issuer said once for a row of mentions: before it (`chỉ đạo của UBND tỉnh tại ...`) or closing it."""
    shared: list[Mention] = []
    for mention in found:
        if mention.issuer is None:
            issuer = issuer_before(text, mention, shared[-1] if shared else None)
            mention = mention._replace(issuer=issuer) if issuer else mention
        if mention.date is None and (told := told_before(text, mention, shared[-1].end if shared else 0)):
            mention = mention._replace(date=told.date, issuer=mention.issuer or told.issuer)
        shared.append(mention)
    for place in range(len(shared) - 2, -1, -1):
        here, following = shared[place], shared[place + 1]
        if (
            here.issuer is None
            and following.issuer
            and _same_kind(here, following)
            and _in_row(text, here, following)
        ):
            shared[place] = here._replace(issuer=following.issuer)
    return shared


_NEXT_NUMBER = re.compile(r";\s(?:và\s)?[Ss]ố\s:?$")


def _follows(text: str, earlier: Mention, mention: Mention) -> bool:
    """Whether a mention goes on with the row of the one before: joined to it, or a number alone behind a semicolon
    (`các Quyết định của Bộ ...: Số 1025/QĐ-LĐTBXH về ...; số 547/QĐ-LĐTBXH`)."""
    if _joined(text, earlier, mention):
        return True
    between = text[earlier.end : mention.start]
    return mention.rule == "untyped" and len(between) < 500 and bool(_NEXT_NUMBER.search(between))


_BREAKS_ROW = re.compile(r"[.\n\t]|;\s")
_ENDS_JOINT = re.compile(r"(?:,|và)\s*(?:\w+ ){0,2}$")


def _in_row(text: str, here: Mention, following: Mention) -> bool:
    if following.start - here.end > 400:
        return False
    between = text[here.end : following.start]
    return not _BREAKS_ROW.search(between.replace("...", "")) and bool(
        _ENDS_JOINT.search(between) or _AND.fullmatch(between)
    )


def _same_kind(one: Mention, other: Mention) -> bool:
    return bool(one.number and other.number and one.number.issuers[-1:] == other.number.issuers[-1:])


_AT = re.compile(r"(?:^|\s)(?:tại|trong|ở|(?:đã )?(?:có|ban hành|gửi|ký|ra))\s+(?:các\s+)?$|\s\($")
_BREAKS_LINE = re.compile(r"[\n\t]")
_ENDS_CLAUSE = re.compile(r"[;.,]")


def issuer_before(text: str, mention: Mention, earlier: Mention | None) -> str | None:
    """The body in whose hands the words before a mention put it (`chỉ đạo của UBND tỉnh tại`), within one paragraph or
    cell; not one that the symbol speaks against."""
    if earlier and _same_kind(earlier, mention) and _follows(text, earlier, mention):
        return earlier.issuer
    start = max(0, mention.start - 160, earlier.end if earlier else 0)
    window = _BREAKS_LINE.split(text[start : mention.start])[-1]
    at = _AT.search(window, max(0, len(window) - 24))
    if not at:
        return None
    named = list(bodies(window[: at.end()]))
    if not named:
        return None
    end = named[-1].end
    if at[0].endswith("(") and end != at.start():
        return None
    if len(window[end : at.end()].split()) > 5 or _ENDS_CLAUSE.search(window[end:]):
        return None
    said = window[named[-1].start : end]
    if said[0].islower():  # a group of bodies issues nothing
        return None
    return said if fits_symbol(said, mention.number) else None
