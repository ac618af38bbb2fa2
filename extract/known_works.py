"""What the rule data know of a cited work besides what the document says of it (văn bản đã biết).

A law by its name and date, or an alias that everybody uses (`Nghị quyết 30a`), is looked up among the well-known works.
A name without a year may mean several generations of a law; it means one where the rule data are sure that on the day
of the document only that one was in force, and every other had ended or did not exist. Otherwise all are candidates.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from extract.law_names import law_key
from extract.meanings import Candidate
from rulebook.number import parse as parse_number
from rulebook.uri import work_uri
from rulebook.works import (
    KnownWork,
    validity_on,
    works_called,
    works_named,
    works_numbered,
    works_of_day,
)

_LIVES = frozenset({"in_force", "amended"})
_ENDED = frozenset({"replaced", "repealed", "expired"})


class Known(NamedTuple):
    """The works of the rule data that a citation may mean; `sure` where it is one of them and no other. `why` says what
    it rests on, or why it is open."""

    works: tuple[KnownWork, ...]
    why: str = ""
    sure: bool = False


def by_number(symbol: str, said: str | None, on: date | None) -> Known:
    """The works with this canonical symbol of the year or day `said`, none later than the citing document.

    Where no year is said and the symbol has none, the works found are only examples: each year has such a number.

    >>> [work.title for work in by_number("45/2013/QH13", None, None).works]
    ['Đất đai']
    """
    found = tuple(work for work in works_numbered(symbol) if _of_day(work, said) and _existed(work, on))
    return Known(found, sure=len(found) == 1 and bool(said or _YEAR_IN_SYMBOL.search(symbol)))


_YEAR_IN_SYMBOL = re.compile(r"/(?:19|20)\d\d/")


@lru_cache(maxsize=5_000)
def by_name(
    kind: str, title: str, said: str | None, on: date | None, told: tuple[Candidate, ...] = ()
) -> Known:
    """The generations of a law that its name may mean: those of the year or day `said`; or of the years that the
    document itself speaks of (`told`); or else the one in force on the day `on` of the document.

    >>> [work.symbol for work in by_name("Luật", "Đất đai", "2013", None).works]
    ['45/2013/QH13']
    """
    known = works_named(kind, law_key(title))
    if told:
        return Known(
            tuple(work for work in known if any(_of_day(work, one.date) for one in told)),
            "văn bản này nói đến nhiều văn bản cùng tên",
        )
    if said:
        found = tuple(work for work in known if _of_day(work, said) and _existed(work, on))
        found = found or _amending_that_day(kind, title, said)
        why = "nhiều văn bản cùng tên, cùng năm" if len(found) > 1 else ""
        return Known(
            found, why or ("" if found else "chưa có văn bản tên và năm này trong dữ liệu"), len(found) == 1
        )
    if on is None:
        return Known(known, "không ghi năm ban hành")
    return _in_force(tuple(work for work in known if _existed(work, on)), on)


def _amending_that_day(kind: str, title: str, said: str) -> tuple[KnownWork, ...]:
    """The amending laws of a day whose name holds the one said: drafters shorten `sửa đổi, bổ sung một số điều của Luật
    A và Luật B` to one of the two."""
    inner = law_key(title).removeprefix(_AMENDS)
    if len(said) != len("2019-11-22") or inner == law_key(title):
        return ()
    named = (work for work in works_of_day(kind, said) if law_key(work.title).startswith(_AMENDS))
    return tuple(work for work in named if f" {inner} " in f" {law_key(work.title)} ")


_AMENDS = "sua doi bo sung mot so dieu cua "


def _in_force(known: tuple[KnownWork, ...], on: date) -> Known:
    """The only one of these generations that was in force, if that is sure of it and of all others."""
    states = {work: validity_on(work, on).state for work in known}
    living = [work for work, state in states.items() if state in _LIVES]
    others_ended = all(state in _ENDED for work, state in states.items() if work not in living)
    if len(living) == 1 and others_ended:
        return Known(
            (living[0],), f"không ghi năm; chỉ văn bản này còn hiệu lực ngày {on:%d/%m/%Y}", sure=True
        )
    return Known(known, "không ghi năm ban hành")


def by_alias(kind: str, number: str, on: date | None) -> Known:
    """The work that drafters call by type and bare number, where everybody means one (`Nghị quyết 30a`).

    >>> [work.symbol for work in by_alias("Nghị quyết", "30a", None).works]
    ['30a/2008/NQ-CP']
    """
    found = tuple(work for work in works_called(f"{kind} {number}") if _existed(work, on))
    return Known(found, sure=len(found) == 1)


def _of_day(work: KnownWork, said: str | None) -> bool:
    return not said or work.date.startswith(said) or said.startswith(work.date)


def _existed(work: KnownWork, on: date | None) -> bool:
    return on is None or work.date <= on.isoformat()


def as_work(work: KnownWork, on: date | None) -> dict[str, Any]:
    """What is known of a work, for `Citation.work`: its identity, its sources, and whether it was in force on the day
    of the citing document (`validity`, missing where that day is not known)."""
    return dict(_as_work(work, on))


@lru_cache(maxsize=5_000)
def _as_work(work: KnownWork, on: date | None) -> dict[str, Any]:
    said = {name: getattr(work, name) for name in ("symbol", "type", "issuer", "title", "date")}
    found = {name: value for name, value in said.items() if value}
    found |= {"uri": uri_of(work), "source": list(work.source), "confidence": work.confidence}
    if on:
        validity = validity_on(work, on)
        found["validity"] = {
            "on": on.isoformat(),
            "state": validity.state,
            "since": validity.since,
            "by": list(validity.by),
            "evidence": list(validity.evidence),
        }
    return found


@lru_cache(maxsize=2_000)
def uri_of(work: KnownWork) -> str | None:
    """The identity of a known work; `None` for an old law without a number."""
    number = parse_number(work.symbol) if work.symbol else None
    uri = work_uri(work.type, number, issuer=work.issuer, year=int(work.date[:4]))
    return str(uri) if uri else None
