"""Which work is meant: from what documents say of works to the works themselves, and never a guess between two.

A number is no identity: `382/QĐ-UBND` exists every year in every province. Within one issuer and one year a number
is given once (Nghị định 30/2020/NĐ-CP, Điều 15), so a work is symbol, issuer and year. What a document says of it
is often less, and a description relates to a work of the same symbol in one of four ways:

    same       issuer and year are known on both sides and agree, or the full dates are equal
    likely     the issuer is certain and agrees, one side does not say the year
    possible   nothing contradicts, but the issuer is not certain
    different  something contradicts

`settle` takes all descriptions of one symbol together, the most complete first, so that the order in which documents
came does not matter. Those that say everything make the works. The others join the only one that is `same`, or else
the only one that is left, if it is `likely`. Anything between keeps its candidates.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from corpus.description import Description
from corpus.issuer import issuer_key, province_of
from rulebook.number import parse
from rulebook.spelling import fold
from rulebook.uri import work_uri

Likeness = Literal["same", "likely", "possible", "different"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """A work as settled (văn bản đã xác định): `key` is its identity in one line, the rest what is known of it."""

    key: str
    symbol: str | None = None
    symbol_key: str | None = None
    number_key: str | None = None
    title_key: str | None = None
    type: str | None = None
    issuer: str | None = None
    year: int | None = None
    date: str | None = None
    title: str | None = None
    uri: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a description means: the key of one work, or those of its candidates; `nearness` is how each of these
    relates to the description, in the same order."""

    description: Description
    work: str | None
    candidates: tuple[str, ...] = ()
    nearness: tuple[Likeness, ...] = ()


def likeness(one: Description, other: Description) -> Likeness:
    """How two descriptions of one symbol or name relate; see the head of this module.

    >>> from corpus.description import Naming, describe
    >>> undated, in_2016, in_2019 = (
    ...     describe(Naming(symbol="90/QĐ-TTg", issuer="Thủ tướng Chính phủ", date=date))
    ...     for date in (None, "2016-09-02", "2019")
    ... )
    >>> likeness(undated, in_2016), likeness(in_2016, in_2019)
    ('likely', 'different')
    """
    if one.year and other.year and one.year != other.year:
        return "different"
    if _too_late(one, other) or _too_late(other, one):
        return "different"
    issuers = _issuers(one, other)
    whole_dates = len(one.date or "") == 10 and len(other.date or "") == 10
    if issuers == "clash" or (whole_dates and one.date != other.date and issuers != "agree"):
        return "different"
    if whole_dates and one.date == other.date:
        return "same"
    if issuers != "agree":
        return "possible"
    return "same" if one.year and other.year else "likely"


def settle(
    descriptions: Iterable[Description], known: Sequence[Identity] = ()
) -> tuple[list[Identity], list[Verdict]]:
    """The works that descriptions of one symbol (or one number, or one name) mean, and what each of them means.

    `known` are works settled before that they may mean too. The works come in a fixed order and do not depend on the
    order of the descriptions.
    """
    works = [_Work(identity, _as_description(identity)) for identity in known]
    verdicts = [_place(description, works) for description in sorted(descriptions, key=_order)]
    return [work.known_as() for work in works], verdicts


@dataclass(slots=True, eq=False)
class _Work:
    """A work while its descriptions are being gathered."""

    identity: Identity | None
    anchor: Description
    descriptions: list[Description] = field(default_factory=list)

    @property
    def key(self) -> str:
        if self.identity:
            return self.identity.key
        name = self.anchor.symbol_key or self.anchor.title_key
        if name and self.anchor.complete:
            return f"{name}|{self.anchor.series}|{self.anchor.year}"
        return self.anchor.fingerprint

    def known_as(self) -> Identity:
        """What is known of the work: the document itself speaks first, then the most complete description."""
        if self.identity:
            return self.identity
        said = sorted([self.anchor, *self.descriptions], key=lambda one: (not one.held, *_order(one)))

        def first(name: str) -> str | None:
            return next((value for one in said if (value := getattr(one, name)) is not None), None)

        return Identity(
            key=self.key,
            symbol=first("symbol"),
            symbol_key=self.anchor.symbol_key,
            number_key=self.anchor.number_key,
            title_key=first("title_key"),
            type=first("type"),
            issuer=first("issuer"),
            year=next((one.year for one in said if one.year), None),
            date=first("date"),
            title=first("title"),
            uri=first("uri") or self._uri(first("type"), first("symbol"), first("issuer")),
        )

    def _uri(self, type_: str | None, symbol: str | None, issuer: str | None) -> str | None:
        """The identifier of the work, where all that it is made of is known."""
        if not self.anchor.complete or symbol is None:
            return None
        number, place = parse(symbol), province_of(issuer)
        uri = work_uri(type_, number, issuer=issuer, year=self.anchor.year, place=place)
        return str(uri) if uri else None


def _place(description: Description, works: list[_Work]) -> Verdict:
    """The verdict on one description; one that nothing before it can mean becomes a work of its own."""
    alike: dict[Likeness, list[_Work]] = {"same": [], "likely": [], "possible": [], "different": []}
    for work in works:
        if _type_fits(description, work.anchor):
            alike[likeness(description, work.anchor)].append(work)
    same, likely = alike["same"], alike["likely"]
    near = [work for work in likely + alike["possible"] if work.anchor.complete] or likely
    if len(same) == 1 or (not same and len(near) == 1 and near[0] in likely):
        (work,) = same or near
        work.descriptions.append(description)
        return Verdict(description, work.key)
    if (same or near) and not description.held:
        keys = sorted((work.key, likeness(description, work.anchor)) for work in same or near)
        return Verdict(description, None, tuple(key for key, _ in keys), tuple(how for _, how in keys))
    works.append(_Work(None, description))
    return Verdict(description, works[-1].key)


def _order(description: Description) -> tuple[bool, bool, int, bool, str]:
    """The most complete first, documents themselves before mentions, and no tie."""
    whole_date = len(description.date or "") == 10
    little = sum(value is None for value in (description.issuer, description.year, description.type))
    return (
        not (description.complete and whole_date),
        not description.complete,
        little - whole_date,
        not description.held,
        description.fingerprint,
    )


def _issuers(one: Description, other: Description) -> Literal["agree", "open", "clash"]:
    """Two issuers: one for certain, perhaps one (one name only adds a place or a period), or two."""
    if one.series and other.series and one.series == other.series:
        return "agree"
    short, long = sorted((issuer_key(one.issuer), issuer_key(other.issuer)), key=len)
    return "open" if not short or short == long or long.startswith(short + " ") else "clash"


def _too_late(one: Description, other: Description) -> bool:
    """Whether `other` is of a year after the document that speaks of `one`."""
    return bool(one.not_after and other.year and other.year > one.not_after)


def _type_fits(one: Description, other: Description) -> bool:
    """A symbol says its type itself; for a bare number the type is part of the name."""
    if one.symbol_key or one.number_key is None:
        return True
    return other.type is not None and fold(one.type or "") == fold(other.type)


def _as_description(identity: Identity) -> Description:
    return Description(
        symbol=identity.symbol,
        symbol_key=identity.symbol_key,
        number_key=identity.number_key,
        title_key=identity.title_key,
        type=identity.type,
        issuer=identity.issuer,
        date=identity.date,
        title=identity.title,
        year=identity.year,
        uri=identity.uri,
    )
