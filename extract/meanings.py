"""Which mentions of one file are of one document, and what they lend each other (đồng nhất các lần viện dẫn).

Mentions with the same number and symbol may be of one document or of several: the number of a local body stands in
every province and every year. Two go together where neither issuer nor year speaks against it. A mention that says
less than the others gets what is missing from the only document that it can be; where it can be several it gets
nothing, and they are its candidates. Two full dates in one year are no two documents, since a body gives a number
once a year (Nghị định 30/2020/NĐ-CP, Điều 15): each mention keeps its own, and a mention without one gets none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from extract.law_names import law_key
from extract.mentions import Mention
from extract.merged_places import setting_of
from extract.setting import Setting, issuer_name, may_be_one
from rulebook.issuing import issuer_of
from rulebook.number import DocumentNumber

_MOST_SAID = 40  # different ways of naming one symbol in one file; beyond that nothing is lent


class Candidate(NamedTuple):
    """A document that a mention may mean, as the file speaks of it; `date` is ISO 8601, as precise as it is said."""

    issuer: str | None
    date: str | None


class Meaning(NamedTuple):
    """What is said of the document that a mention means, there or elsewhere in the file; `candidates` where its words
    fit several, `why` says between what it stands."""

    type: str | None = None
    issuer: str | None = None
    date: str | None = None
    candidates: tuple[Candidate, ...] = ()
    why: str = ""


@dataclass(slots=True)
class _Document:
    """A document as far as the file speaks of it."""

    issuer: str | None
    years: set[str] = field(default_factory=set)
    dates: set[str] = field(default_factory=set)

    def fits(self, said: _Said, year_in_symbol: bool) -> bool:
        """Whether what is said may be of this document."""
        same_year = year_in_symbol or not (self.years and said.date and said.date[:4] not in self.years)
        return same_year and may_be_one(self.issuer, said.issuer)

    def take(self, said: _Said) -> None:
        """Put in what is said."""
        self.issuer = max((self.issuer or "", said.issuer or ""), key=len) or None
        if said.date:
            self.years.add(said.date[:4])
            self.dates.add(said.date)

    @property
    def date(self) -> str | None:
        """The date on which all mentions agree, the most precise one; else the year, if they agree on that."""
        longest = max(self.dates, key=lambda date: (len(date), date), default=None)
        if longest is None or all(longest.startswith(date) for date in self.dates):
            return longest
        return None


class _Said(NamedTuple):
    issuer: str | None
    date: str | None


def meanings(
    mentions: Sequence[Mention], setting: Setting, bases: Collection[int] = frozenset()
) -> list[Meaning]:
    """What each mention means within the file, in the order of the mentions; `bases` are the indices of those that are
    legal bases of the document."""
    groups: dict[str, list[int]] = defaultdict(list)
    found = [Meaning(mention.type, None, mention.date) for mention in mentions]
    for place, mention in enumerate(mentions):
        if name := _name_of(mention):
            groups[name].append(place)
        elif mention.issuer:
            found[place] = found[place]._replace(issuer=_said_issuer(mention, setting))
    for places in groups.values():
        group = [mentions[place] for place in places]
        based = {at for at, place in enumerate(places) if place in bases}
        for place, meaning in zip(places, _of_group(group, setting, based), strict=True):
            found[place] = meaning
    return found


def year_of(mention: Mention) -> str | None:
    """The year that stands in the symbol of a mention (`2020` of `30/2020/NĐ-CP`)."""
    return str(mention.number.year) if mention.number and mention.number.year else None


def _name_of(mention: Mention) -> str | None:
    """What mentions of one document share: the symbol, or the name of a law cited without one."""
    if mention.number:
        return mention.symbol.lstrip("0") if mention.symbol else None
    if mention.title and mention.rule != "broken":
        return _law_name(mention.type, mention.title)
    return None


@lru_cache(maxsize=10_000)
def _law_name(kind: str | None, title: str) -> str:
    return f"{kind} {law_key(title)}"


def _of_group(group: Sequence[Mention], setting: Setting, based: set[int]) -> Iterable[Meaning]:
    """The meanings of the mentions of one symbol or name, of which those in `based` are legal bases."""
    said = [_Said(_said_issuer(mention, setting), mention.date) for mention in group]
    kinds = {mention.type for mention in group if mention.type}
    kind = next(iter(kinds)) if len(kinds) == 1 else None
    in_symbol = bool(group[0].number and group[0].number.year)
    issuers, dates = {one.issuer for one in said if one.issuer}, {one.date for one in said if one.date}
    if len(issuers) <= 1 and len(dates) <= 1:
        lent = Meaning(kind, next(iter(issuers), None), next(iter(dates), None))
        return [
            lent if mention.type in (None, kind) else lent._replace(type=mention.type) for mention in group
        ]
    central = _is_central(group[0].number)
    told = [one._replace(issuer=None) for one in said] if central else said
    documents = _documents(set(told), in_symbol)
    basis = (
        _basis([told[place] for place in based], documents, in_symbol) if group[0].number is None else None
    )
    pairs = zip(group, said, told, strict=True)
    return [
        _meaning(mention, bare, documents, in_symbol, basis, one.issuer)._replace(type=mention.type or kind)
        for mention, one, bare in pairs
    ]


def _is_central(number: DocumentNumber | None) -> bool:
    """Whether the symbol fixes a body of the centre (`NĐ-CP`): whatever stands behind it, it is one number series."""
    code = issuer_of(number) if number else None
    return code is not None and code.level == "central" and code.system == "state"


def _basis(said: Sequence[_Said], documents: list[_Document] | None, in_symbol: bool) -> _Document | None:
    """The only document that is a legal basis: a law named without its year is that one and not the one that the text
    compares it with."""
    fitting = {
        id(document): document
        for document in documents or ()
        for one in said
        if one.date and document.fits(one, in_symbol)
    }
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def _said_issuer(mention: Mention, setting: Setting) -> str | None:
    if not mention.issuer:
        return None
    return issuer_name(mention.issuer, setting_of(setting, mention.date or year_of(mention)))


def _documents(said: set[_Said], in_symbol: bool) -> list[_Document] | None:
    """The documents that these ways of naming tell apart; `None` where there are too many of them."""
    if len(said) > _MOST_SAID:
        return None
    documents: list[_Document] = []
    for one in sorted(
        said, key=lambda one: (-bool(one.issuer) - bool(one.date), one.issuer or "", one.date or "")
    ):
        fitting = [document for document in documents if document.fits(one, in_symbol)]
        if not fitting and (one.issuer or one.date):
            documents.append(_Document(None))
            fitting = documents[-1:]
        if len(fitting) == 1:
            fitting[0].take(one)
    return documents


def _meaning(
    mention: Mention,
    said: _Said,
    documents: list[_Document] | None,
    in_symbol: bool,
    basis: _Document | None,
    issuer: str | None,
) -> Meaning:
    """The meaning of a mention that says `said`; `issuer` is the one said with it, which `said` may leave out."""
    if documents is None:
        return Meaning(mention.type, issuer, said.date)
    fitting = [document for document in documents if document.fits(said, in_symbol)]
    fitting = [basis] if basis in fitting and basis else fitting
    if len(fitting) != 1:
        candidates = tuple(sorted({_candidate(document) for document in fitting}, key=str))
        why = "văn bản này viện dẫn nhiều văn bản cùng số, ký hiệu" if candidates else ""
        return Meaning(mention.type, issuer, said.date, candidates, why)
    (document,) = fitting
    why = "" if document.date or not document.dates else "các lần viện dẫn ghi ngày khác nhau"
    return Meaning(mention.type, document.issuer or issuer, said.date or document.date, why=why)


def _candidate(document: _Document) -> Candidate:
    return Candidate(document.issuer, document.date or next(iter(sorted(document.years)), None))
