"""Two works that may be one (hai số của một văn bản): what speaks for it, and never more than a suggestion.

A document gets one number, but people write it down in two ways: with the code of a committee or of the body that it
sits at (`152/QĐ-BCĐCTMTQG`, `152/QĐ-LĐTBXH`), with or without a hyphen (`456/HĐNDVP`, `456/HĐND-VP`), with the day of
signing or the day after. Works are compared only where they share their bare number and one thing more (the letters of
the symbol and a near day, the day, or titles that begin alike), so that the cost stays near-linear in the works.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from itertools import chain
from typing import Any, Literal

from sqlalchemy import Connection

from corpus import joinings, queries
from corpus.description import symbol_keys
from corpus.facts import JoiningFact, WorkFact
from corpus.issuer import is_certain, issuer_key, place_of, series_of
from rulebook.number import DocumentNumber, parse
from rulebook.spelling import fold, key

Sign = Literal[
    "same_date", "a_day_apart", "one_digit", "year_digit", "same_letters", "same_symbol", "only_issuer_code",
    "committee", "code_within", "titles_alike", "titles_differ", "same_issuer",
]  # fmt: skip

# How much each sign says, of 100. Two works are suggested from 50 on: no sign alone is enough but the letters.
_WEIGHTS: dict[Sign, int] = {
    "same_letters": 50,  # 456/HĐNDVP, 456/HĐND-VP
    "committee": 40,  # a committee has no office of its own: its papers are numbered where it sits
    "same_date": 35,
    "titles_alike": 30,
    "same_symbol": 25,
    "a_day_apart": 25,
    "code_within": 20,  # 152/QĐ-LĐTBXH, 152/QĐ-BLĐTBXH
    "same_issuer": 15,
    "one_digit": 15,
    "only_issuer_code": 10,
    "year_digit": 5,  # a number comes again each year
    "titles_differ": -40,
}
_ENOUGH = 50
_ALIKE, _UNLIKE = 80, 45  # of 100, how alike two titles are
_SEATS = 50  # works of one number, type and place that the undated paper of a committee is compared with
_NEIGHBOURS = 4  # titles in alphabetical order that each is compared with


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that speaks for or against it; `what` are the words on both sides, or how alike they are."""

    sign: Sign
    what: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two works that may be one. `score` (0 to 1) adds the evidence up; `said` is what a person said of them before,
    where somebody joined them and took it back."""

    one: WorkFact
    other: WorkFact
    evidence: tuple[Evidence, ...]
    score: float
    said: JoiningFact | None = None

    def as_json(self) -> dict[str, Any]:
        """The suggestion as a JSON object."""
        said = self.said and asdict(self.said) | {"said_at": self.said.said_at.isoformat()}
        return asdict(self) | {"said": said}


def suggestions(connection: Connection, number: str | None = None) -> list[Suggestion]:
    """The pairs of works that may be one, the likeliest first; with `number` (`456/HĐND-VP`) those of one number.

    Works that are joined already are one here.
    """
    wanted = [bare_number(number) or ""] if number else queries.numbers_of_works(connection)
    found = [pair for one in wanted for pair in among(queries.works_with_number(connection, one))]
    said = {frozenset(pair): last for pair, last in joinings.standing(connection).items()}
    known = [
        Suggestion(
            pair.one,
            pair.other,
            pair.evidence,
            pair.score,
            said.get(frozenset((pair.one.key, pair.other.key))),
        )
        for pair in found
    ]
    return sorted(known, key=lambda pair: (-pair.score, pair.one.key, pair.other.key))


def bare_number(typed: str) -> str | None:
    """The bare number that is meant by a symbol or a number; `None` where there is none.

    >>> bare_number("456/HĐND-VP"), bare_number("0456"), bare_number("kế hoạch")
    ('456', '456', None)
    """
    return symbol_keys(typed)[1]


def among(works: Sequence[WorkFact]) -> list[Suggestion]:
    """The pairs of these works, all of one bare number, that may be one."""
    found = (_weighed(one, other) for one, other in _neighbours([_looks(work) for work in works]))
    return [suggestion for suggestion in found if suggestion is not None]


@dataclass(frozen=True, slots=True, eq=False)
class _Looks:
    """A work with what it is compared by. `letters` are those of its symbol, without joints; `seat` is the place of
    its issuer, or that it is a central one."""

    work: WorkFact
    letters: str
    symbol_key: str | None
    number: DocumentNumber | None
    type: str
    day: date | None
    place: str
    seat: str
    committee: bool
    body: str
    series: str
    title: str


def _looks(work: WorkFact) -> _Looks:
    number = parse(work.symbol or "")
    body, place = issuer_key(work.issuer), place_of(work.issuer) or ""
    try:
        day = date.fromisoformat(work.date or "")
    except ValueError:
        day = None
    return _Looks(
        work=work,
        letters=key(work.symbol or "").replace(" ", ""),
        symbol_key=symbol_keys(work.symbol)[0],
        number=number,
        type=fold(number.type_code) if number and number.type_code else "",
        day=day,
        place=place,
        seat=place or ("trung uong" if is_certain(work.issuer) else ""),
        committee=bool(number and number.issuers and number.issuers[0].startswith("BCĐ")),
        body=body,
        series=series_of(work.symbol, work.issuer) or body,
        title=key(work.title or ""),
    )


def _neighbours(works: list[_Looks]) -> Iterator[tuple[_Looks, _Looks]]:
    """The pairs that are worth comparing, each once."""
    ordered = sorted(works, key=lambda one: one.work.key)
    blocks: dict[tuple[str, ...], list[_Looks]] = defaultdict(list)
    for one in ordered:
        for block in _blocks(one):
            blocks[block].append(one)
    titled = sorted((one for one in ordered if one.title), key=lambda one: one.title)
    runs = (titled[at : at + 1 + _NEIGHBOURS] for at in range(len(titled)))
    beside = ((run[0], other) for run in runs for other in run[1:])
    seen: set[tuple[str, str]] = set()
    for pair in chain(_pairs(blocks.values()), _across_spellings(ordered), _at_their_seats(ordered), beside):
        one, other = sorted(pair, key=lambda one: one.work.key)
        names = (one.work.key, other.work.key)
        if names[0] != names[1] and names not in seen:
            seen.add(names)
            yield one, other


def _blocks(one: _Looks) -> Iterator[tuple[str, ...]]:
    """Where a work with a day is looked for: its day and type; its letters with each day that is a slip away."""
    if one.day is None:
        return
    written = one.day.isoformat()
    yield "day", one.type, written, one.place
    yield "day", one.type, written, "" if one.place else "-"
    for near in (one.day, one.day + timedelta(days=1)):
        yield "near", one.letters, near.isoformat()
    for at, digit in enumerate(written):
        if digit != "-":
            yield "slip", one.letters, written[:at] + "?" + written[at + 1 :], one.place


def _pairs(blocks: Iterable[list[_Looks]]) -> Iterator[tuple[_Looks, _Looks]]:
    """Each work of a block with the few after it: in a block are works that agree in nearly everything."""
    for block in blocks:
        for at, one in enumerate(block):
            for other in block[at + 1 : at + 1 + 2 * _NEIGHBOURS]:
                yield one, other


def _across_spellings(works: Iterable[_Looks]) -> Iterator[tuple[_Looks, _Looks]]:
    """The works of which no day is known with a few of the same letters but another symbol."""
    spelt: dict[str, dict[str | None, list[_Looks]]] = defaultdict(lambda: defaultdict(list))
    for one in works:
        spelt[one.letters][one.symbol_key].append(one)
    for spellings in spelt.values():
        for symbol, undated in spellings.items() if len(spellings) > 1 else ():
            others = [one for name, group in spellings.items() if name != symbol for one in group]
            for one in undated:
                if one.day is None:
                    yield from ((one, other) for other in others[: 2 * _NEIGHBOURS])


def _at_their_seats(works: Iterable[_Looks]) -> Iterator[tuple[_Looks, _Looks]]:
    """The papers of committees of which no day is known with those of the other bodies of the same place."""
    seated: dict[tuple[str, str], list[_Looks]] = defaultdict(list)
    for one in works:
        if one.seat:
            seated[one.type, one.seat].append(one)
    for group in seated.values():
        others = [one for one in group if not one.committee][:_SEATS]
        for one in group:
            if one.committee and one.day is None:
                yield from ((one, other) for other in others)


def _weighed(one: _Looks, other: _Looks) -> Suggestion | None:
    """What speaks for it that two works are one; `None` where something rules it out or it is too little."""
    dates = _dates(one, other)
    if dates is None or one.type != other.type or _bodies_clash(one, other):
        return None
    signs = (*_symbols(one, other), *dates, *_titles(one, other))
    if one.series and one.series == other.series:
        signs += (Evidence("same_issuer", (one.work.issuer or "",)),)
    score = sum(_WEIGHTS[evidence.sign] for evidence in signs)
    return Suggestion(one.work, other.work, signs, min(score, 100) / 100) if score >= _ENOUGH else None


def _symbols(one: _Looks, other: _Looks) -> tuple[Evidence, ...]:
    said = (one.work.symbol or "", other.work.symbol or "")
    if one.symbol_key == other.symbol_key:
        return (Evidence("same_symbol", said[:1]),)
    if one.letters == other.letters:
        return (Evidence("same_letters", said),)
    if not one.number or not other.number or one.number.unit != other.number.unit:
        return ()
    codes = ("-".join(one.number.issuers), "-".join(other.number.issuers))
    found = (Evidence("only_issuer_code", codes),)
    together = one.seat == other.seat != "" or one.day == other.day is not None
    if one.committee != other.committee and together:
        return (*found, Evidence("committee", codes))
    short, long = sorted(codes, key=len)
    return (*found, Evidence("code_within", codes)) if len(short) > 1 and short in long else found


def _dates(one: _Looks, other: _Looks) -> tuple[Evidence, ...] | None:
    """What the dates say; `None` where they rule it out: a number comes again each year."""
    if one.day is None or other.day is None:
        years = (one.work.year, other.work.year)
        return None if all(years) and years[0] != years[1] else ()
    said = (one.day.isoformat(), other.day.isoformat())
    if one.day == other.day:
        return (Evidence("same_date", said[:1]),)
    if abs((one.day - other.day).days) == 1:
        return (Evidence("a_day_apart", said),)
    if sum(a != b for a, b in zip(*said, strict=True)) == 1:
        return (Evidence("one_digit" if one.day.year == other.day.year else "year_digit", said),)
    return None


def _titles(one: _Looks, other: _Looks) -> tuple[Evidence, ...]:
    if not one.title or not other.title:
        return ()
    from rapidfuzz import fuzz

    ratio = fuzz.token_sort_ratio(one.title, other.title)
    if ratio >= _ALIKE:
        return (Evidence("titles_alike", (f"{ratio:.0f}",)),)
    return (Evidence("titles_differ", (f"{ratio:.0f}",)),) if ratio < _UNLIKE else ()


def _bodies_clash(one: _Looks, other: _Looks) -> bool:
    """Two bodies of two places; or two names under one symbol, of which neither is only shorter."""
    if one.place and other.place and one.place != other.place:
        return True
    short, long = sorted((one.body, other.body), key=len)
    return one.symbol_key == other.symbol_key and bool(short) and not long.startswith(short)
