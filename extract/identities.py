"""Which work a citation means (xác định văn bản): what the document says, then what the rule data know.

    self        the document itself
    resolved    number, issuer, place and year are known from this document, or the rule data know the only work it
                can be
    ambiguous   several works fit: `candidates`
    unmatched   something is missing that the corpus may know: `why`; what the rule data offer are `candidates`
    broken      it cannot be read

A number is no identity, and nothing is guessed: `uri` is told for `self` and `resolved` alone.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from extract.extraction import Status
from extract.known_works import Known, as_work, by_alias, by_name, by_number, uri_of
from extract.meanings import Candidate, Meaning, year_of
from extract.mentions import Mention
from extract.merged_places import merger, setting_of
from extract.setting import Setting, may_be_one, place_of
from rulebook.number import DocumentNumber
from rulebook.number import parse as parse_number
from rulebook.uri import work_uri
from rulebook.works import KnownWork

_BY_NAME = frozenset({"law_name", "amending_law", "law_list"})


class Identity(NamedTuple):
    """What a citation means, and how sure that is."""

    status: Status
    uri: str | None = None
    why: str = ""
    candidates: tuple[str, ...] = ()
    work: dict[str, Any] | None = None


def identify(
    mention: Mention, meaning: Meaning, issuer: str | None, setting: Setting, *, attached: bool
) -> Identity:
    """The work that a mention means; `issuer` and the type of `meaning` are completed already, `attached` says whether
    the line of an attachment names it."""
    if mention.rule == "broken":
        return Identity("broken", why="không đọc được số văn bản")
    if mention.candidates:
        why = "văn bản này viện dẫn nhiều văn bản cùng số"
        return Identity("ambiguous", why=why, candidates=mention.candidates)
    if mention.number is None:
        return _without_symbol(mention, meaning, setting)
    if meaning.candidates:
        lines = tuple(_line(mention.symbol or "", one) for one in meaning.candidates)
        return Identity("ambiguous", why=meaning.why, candidates=lines)
    return _with_symbol(mention, mention.number, meaning, issuer, setting, attached)


def _with_symbol(
    mention: Mention,
    number: DocumentNumber,
    meaning: Meaning,
    issuer: str | None,
    setting: Setting,
    attached: bool,
) -> Identity:
    year = int(meaning.date[:4]) if meaning.date else None
    found = work_uri(meaning.type, number, issuer=issuer, year=year, place=place_of(issuer, setting))
    uri = str(found) if found else None
    if _is_self(mention.symbol, issuer, meaning.date, setting) or (
        attached and _is_blank_self(number, setting)
    ):
        return Identity("self", uri)
    known = by_number(mention.symbol or "", meaning.date, setting.day)
    if uri is None:
        if perhaps := _of_merged(mention.symbol or "", issuer, meaning.date or year_of(mention), setting):
            return Identity(
                "ambiguous", why="ban hành trước khi hợp nhất tỉnh, không rõ tỉnh nào", candidates=perhaps
            )
        return Identity("unmatched", why=_missing(number, issuer, meaning.date), candidates=_named(known))
    same = [work for work in known.works if known.sure and uri_of(work) == uri]
    return Identity("resolved", uri, meaning.why, work=as_work(same[0], setting.day) if same else None)


def _of_merged(symbol: str, issuer: str | None, said: str | None, setting: Setting) -> tuple[str, ...]:
    """A document of a province that was merged since, in the text of the new one: it may be of each of the old."""
    merged = merger(setting)
    if not (merged and issuer and said and _OF_SOME_PROVINCE.search(issuer)):
        return ()
    if setting_of(setting, said) == setting:
        return ()
    return tuple(_line(symbol, Candidate(f"{issuer} {name}", said)) for name in merged.provinces)


_OF_SOME_PROVINCE = re.compile(r"(?:\stỉnh|Tỉnh ủy)$")


def _without_symbol(mention: Mention, meaning: Meaning, setting: Setting) -> Identity:
    """The identity of what is named by name, by a bare number or by its date alone."""
    kind = mention.type or ""
    if mention.rule in _BY_NAME:
        known = by_name(kind, mention.title or "", meaning.date, setting.day, meaning.candidates)
        return _by_rule_data(known, setting, "không ghi số, ký hiệu")
    if mention.symbol is None:
        return Identity("unmatched", why="không ghi số, ký hiệu")
    if decree := _decree(kind, mention.symbol):
        return Identity("resolved", str(decree))
    known = by_alias(kind, mention.symbol, setting.day)
    return _by_rule_data(known, setting, "chỉ ghi số, không có ký hiệu")


def _decree(kind: str, symbol: str) -> str | None:
    """`Nghị định 45/2025`: only the Government issues decrees, and their symbol is known with number and year."""
    number = parse_number(f"{symbol}/NĐ-CP") if kind == "Nghị định" and "/" in symbol else None
    uri = work_uri(kind, number) if number else None
    return str(uri) if uri else None


def _by_rule_data(known: Known, setting: Setting, otherwise: str) -> Identity:
    if known.sure:
        (work,) = known.works
        return Identity("resolved", uri_of(work), known.why, work=as_work(work, setting.day))
    status: Status = "ambiguous" if len(known.works) > 1 else "unmatched"
    return Identity(status, why=known.why or otherwise, candidates=_named(known))


def _named(known: Known) -> tuple[str, ...]:
    """The works of the rule data in one line each; the symbol alone where it has its year."""
    return tuple(_name(work) for work in known.works)


def _name(work: KnownWork) -> str:
    if not work.symbol:
        return f"{work.type} {work.title} ngày {work.date}".replace("  ", " ")
    return work.symbol if f"/{work.date[:4]}/" in work.symbol else f"{work.symbol} ngày {work.date}"


def _line(symbol: str, candidate: Candidate) -> str:
    """A candidate in one line: `45/QĐ-UBND ngày 2023-03-02, Ủy ban nhân dân tỉnh Yên Bái`."""
    when = candidate.date
    dated = f"{symbol} {'ngày' if len(when) == 10 else 'năm'} {when}" if when else symbol
    return f"{dated}, {candidate.issuer}" if candidate.issuer else dated


def _is_blank_self(number: DocumentNumber, setting: Setting) -> bool:
    """Whether a number left blank in the line of an attachment is that of the document it is attached to: the drafter
    leaves it to be stamped."""
    own = parse_number(setting.number) if setting.number and number.number is None else None
    return own is not None and (own.type_code, own.issuers) == (number.type_code, number.issuers)


def _is_self(symbol: str | None, issuer: str | None, date: str | None, setting: Setting) -> bool:
    """Whether it is the citing document: its number, and nothing that speaks against its date and issuer."""
    if (
        symbol is None
        or symbol != setting.number
        or (date and setting.date and not setting.date.startswith(date[:7]))
    ):
        return False
    return may_be_one(issuer, setting.issuer)


def _missing(number: DocumentNumber, issuer: str | None, date: str | None) -> str:
    """What an identity lacks."""
    if number.number is None:
        return "số văn bản để trống"
    if not (number.year or date):
        return "không rõ năm ban hành"
    return "không rõ địa phương ban hành" if issuer else "không rõ cơ quan ban hành"
