"""Mentions of documents in a text, as each mention stands there: nothing is looked up elsewhere yet."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache

from extract.bodies import bodies
from extract.citation_grammar import (
    SYMBOL,
    date_after,
    issuer_after,
    looks_foreign,
    number_of,
    pinpoint_before,
    type_before,
    type_names,
    type_words,
)
from extract.laws import laws, name_end
from rulebook.number import DocumentNumber, type_of


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention: offsets in characters, and its parts as written. `number` is the parsed symbol, `None` for a law
    named without one; `issuer` may come from the words before it (`hướng dẫn của Bộ ... tại Công văn số ...`)."""

    start: int
    end: int
    number: DocumentNumber | None
    type: str | None
    title: str | None = None
    issuer: str | None = None
    date: str | None = None
    pinpoint: str | None = None
    rule: str = "symbol"
    candidates: tuple[str, ...] = ()


def mentions(text: str) -> list[Mention]:
    """Every mention of a document by number, and of a law by name, in reading order.

    >>> [m.type for m in mentions("Căn cứ Luật Đê điều; Nghị định số 53/2019/NĐ-CP ngày 17/6/2019 của Chính phủ")]
    ['Luật', 'Nghị định']
    """
    numbered = _share_issuers(text, _share_types(text, _numbered(text)))
    return sorted([*numbered, *_named_laws(text, numbered)], key=lambda mention: mention.start)


def short_mentions(text: str, known: list[DocumentNumber], taken: list[Mention]) -> list[Mention]:
    """Short forms (`Quyết định 1722`, `QĐ 90`) of documents that the same file cites in full: `known` are those. A
    short form that fits several of them has no number; one that fits none is left alone."""
    found = []
    for short in _short().finditer(text) if _DIGIT.search(text) else ():
        if any(mention.start < short.end() and short.start() < mention.end for mention in taken):
            continue
        kind = type_names()[" ".join(short["type"].lower().split())]
        fitting = {
            str(n): n
            for n in known
            if (n.number or "").lstrip("0") == short["number"].lstrip("0") and _is_of_type(n, kind)
        }
        if fitting:
            number = next(iter(fitting.values())) if len(fitting) == 1 else None
            found.append(
                Mention(
                    short.start(),
                    short.end(),
                    number,
                    kind,
                    pinpoint=pinpoint_before(text, short.start()),
                    rule="short",
                    candidates=tuple(fitting) if number is None else (),
                )
            )
    return found


_DIGIT = re.compile(r"\d")


@lru_cache(maxsize=1)
def _short() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?P<type>{type_words()})\s*(?:số\s*)?(?P<number>\d{{1,5}}[a-zđ]?)(?![\w/%]|[.,-]\d|\s*/|\s?-\s?[A-ZĐ])"
    )


def _is_of_type(number: DocumentNumber, kind: str) -> bool:
    if number.type_code is None:
        return kind == ("Nghị quyết" if number.year else "Công văn")
    known = type_of(number)
    return known is not None and known.name == kind


def _numbered(text: str) -> list[Mention]:
    found: list[Mention] = []
    for symbol in SYMBOL.finditer(text):
        if looks_foreign(text, symbol.start()):
            continue
        before = type_before(text, symbol.start()) or _law_before(text, symbol.start())
        said_number = text[max(0, symbol.start() - 5) : symbol.start()].rstrip(" :").lower().endswith("số")
        number = number_of(symbol.group(), certain=bool(before) or said_number)
        if number is not None:
            found.append(_around(text, symbol, number, before))
    return found


def _around(
    text: str, symbol: re.Match[str], number: DocumentNumber, before: tuple[int, str, str | None] | None
) -> Mention:
    """The mention around a symbol: what stands before it, then date and issuer after it in either order."""
    start, kind, issuer = before or (symbol.start(), None, None)
    title = None
    if kind in ("Luật", "Bộ luật", "Pháp lệnh"):
        title = re.sub(r"\s*,?\s*số\s*:?\s*$", "", text[start + len(kind) : symbol.start()]).strip() or None
    end, date = symbol.end(), None
    for _ in range(2):
        if date is None and (dated := date_after(text, end)):
            end, date = dated
        if issuer is None and (named := issuer_after(text, end)):
            end, issuer = named
    return Mention(start, end, number, kind, title, issuer, date, pinpoint_before(text, start))


_BREAKS_NAME = re.compile(r"[;:.()\n\t]|\d|(?:Luật|Nghị|Quyết|Thông|Pháp lệnh|Bộ luật)(?!\w)|.{120}")


def _law_before(text: str, start: int) -> tuple[int, str, str | None] | None:
    """`Luật Tổ chức chính quyền địa phương số ` before a symbol: the name stands between the type and the number."""
    window = text[max(0, start - 200) : start]
    stripped = re.sub(r",?\s*(?:số)\s*:?\s*$", "", window)
    if stripped == window:
        return None
    for found in reversed(list(re.finditer(r"(?<!\w)(Bộ luật|Luật|Pháp lệnh)(?= |$)", stripped))):
        offset = start - len(window) + found.start()
        name = stripped[found.end() :]
        whole = name_end(text, offset + len(found[0])) == start - len(window) + len(stripped)
        if whole or not _BREAKS_NAME.search(name):
            return offset, found[1], None
    return None


_AND = re.compile(r"\s*(?:[,;]|và|[,;] và|,? các \w+(?: \w+)? liên quan và)\s*(?:các\s+)?(?:số\s*:?\s*)?")


def _share_types(text: str, found: list[Mention]) -> list[Mention]:
    """`các Quyết định số 79/QĐ-BCĐ, 81/QĐ-BCĐ`: the type of the first holds for those that follow without one."""
    shared: list[Mention] = []
    for mention in found:
        if mention.type is None and shared and _AND.fullmatch(text[shared[-1].end : mention.start]):
            mention = replace(mention, type=shared[-1].type, rule="list")
        shared.append(mention)
    return shared


def _share_issuers(text: str, found: list[Mention]) -> list[Mention]:
    """An issuer said once for a row of mentions: before it (`chỉ đạo của UBND tỉnh tại ...`) or closing it."""
    shared: list[Mention] = []
    for mention in found:
        if mention.issuer is None:
            mention = replace(mention, issuer=_issuer_before(text, mention, shared))
        shared.append(mention)
    for place in range(len(shared) - 2, -1, -1):
        here, following = shared[place], shared[place + 1]
        if (
            here.issuer is None
            and following.issuer
            and _same_kind(here, following)
            and _in_row(text, here, following)
        ):
            shared[place] = replace(here, issuer=following.issuer)
    return shared


def _in_row(text: str, here: Mention, following: Mention) -> bool:
    between = text[here.end : following.start]
    return (
        len(between) < 400
        and not re.search(r"[.\n\t]|;\s", between.replace("...", ""))
        and bool(re.search(r"(?:,|và)\s*(?:\w+ ){0,2}$", between) or _AND.fullmatch(between))
    )


def _same_kind(one: Mention, other: Mention) -> bool:
    return bool(one.number and other.number and one.number.issuers[-1:] == other.number.issuers[-1:])


_AT = re.compile(r"(?:^|\s)(?:tại|trong|ở|(?:đã )?(?:có|ban hành|gửi|ký|ra))\s+(?:các\s+)?$")


def _issuer_before(text: str, mention: Mention, earlier: list[Mention]) -> str | None:
    if earlier and _AND.fullmatch(text[earlier[-1].end : mention.start]) and _same_kind(earlier[-1], mention):
        return earlier[-1].issuer
    window_start = max(0, mention.start - 160, earlier[-1].end if earlier else 0)
    window = text[window_start : mention.start]
    at = _AT.search(window)
    if not at:
        return None
    last = None
    for body in bodies(window[: at.end()]):
        last = body
    if (
        last is None
        or len(window[last.end : at.end()].split()) > 5
        or re.search(r"[;.,]", window[last.end :])
    ):
        return None
    return window[last.start : last.end]


def _named_laws(text: str, numbered: list[Mention]) -> list[Mention]:
    starts = [mention.start for mention in numbered]
    found = []
    for law in laws(text):
        place = bisect_right(starts, law.start) - 1
        if place >= 0 and numbered[place].end > law.start:
            continue
        following = numbered[place + 1] if place + 1 < len(numbered) else None
        if following and following.start < law.end:
            continue
        found.append(
            Mention(
                law.start,
                law.end,
                None,
                law.type,
                law.title,
                None,
                law.date,
                pinpoint_before(text, law.start),
                "law_name",
            )
        )
    return found
