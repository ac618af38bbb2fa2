"""Which work is meant by a number or a name, and is it in force on a day? The well-known documents and their changes.

`works.tsv` has a row for each document, `work_changes.tsv` one for each dated edge between two (sửa đổi, thay thế, bãi
bỏ, hết hiệu lực). A law named without its year is one of several generations: `works_named` gives all of them.

Not knowing is a result. What is in force is said only up to the day to which a row was `checked`: later days, and rows
that nobody checked, are `unknown` unless the end of the work is known, since an end is not taken back.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from rulebook.number import parse as parse_number
from rulebook.spelling import key
from rulebook.tables import KnownWork, WorkChange, parse_table, read_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

Item = TypeVar("Item")
Key = TypeVar("Key")

__all__ = [
    "KnownWork",
    "Validity",
    "WorkChange",
    "changes_of",
    "known_works",
    "validity_on",
    "work_changes",
    "works_called",
    "works_named",
    "works_with_symbol",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Validity:
    """Is a work in force (hiệu lực) on a day? `state` is `in_force`, `amended` (in force with changes), `not_yet`,
    `replaced`, `repealed`, `expired` or `unknown`. `since` is the day from which it is so (of `not_yet`, the day on
    which the work takes effect); `by` the ids of the works that made it so, `evidence` the sources."""

    state: str
    since: str | None = None
    by: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def known_works() -> tuple[KnownWork, ...]:
    """All well-known works, oldest first."""
    rows = parse_table(KnownWork, read_table(KnownWork.TABLE))
    return tuple(sorted(rows, key=lambda work: (work.date, work.symbol)))


@lru_cache(maxsize=1)
def work_changes() -> tuple[WorkChange, ...]:
    """All changes of works, in order of their dates."""
    rows = parse_table(WorkChange, read_table(WorkChange.TABLE))
    return tuple(sorted(rows, key=lambda change: (change.date, change.by or "")))


def works_with_symbol(symbol: str) -> tuple[KnownWork, ...]:
    """The works that bear this number, oldest first; several where the number is no identity, none if unknown.

    >>> [work.title for work in works_with_symbol("31/2024/qh15")]
    ['Đất đai']
    """
    return _by_symbol().get(_symbol_key(symbol), ()) if symbol else ()


def works_named(type: str, title: str) -> tuple[KnownWork, ...]:  # noqa: A002
    """The generations of a law, code or ordinance of this name, newest last. Constitutions need no title.

    >>> [work.date[:4] for work in works_named("Luật", "đất đai")]
    ['1987', '1993', '2003', '2013', '2024']
    """
    found = _by_name().get((key(type), key(title)), ())
    return found or (_by_name().get((key(type), ""), ()) if not title else ())


def works_called(alias: str) -> tuple[KnownWork, ...]:
    """The works that documents call by this name without a number.

    >>> [work.symbol for work in works_called("Đề án 06")]
    ['06/QĐ-TTg']
    """
    return _by_alias().get(key(alias), ())


def changes_of(work: KnownWork) -> tuple[WorkChange, ...]:
    """What is known to have changed or ended `work`, in order of date."""
    found = _changes_by_work().get(_symbol_key(work.id), ())
    return tuple(change for change in found if change.date_of_work in (None, work.date))


def validity_on(work: KnownWork, day: date) -> Validity:
    """What the rule data know of `work` on `day` (Luật 64/2025/QH15, Điều 57: how a document loses effect).

    A work with a known end has ended on every later day. `in_force` and `amended` are said up to `work.checked`; after
    it, the amendments known are still in `by`, and the state is `unknown`.

    >>> from datetime import date
    >>> law = works_with_symbol("45/2013/QH13")[0]
    >>> [validity_on(law, date(year, 8, 1)).state for year in (2013, 2015, 2025)]
    ['not_yet', 'in_force', 'replaced']
    """
    if not _reached(work.effective or work.date, day):
        return Validity(state="not_yet", since=work.effective, evidence=work.source)
    past = [change for change in changes_of(work) if _reached(change.date, day)]
    ends = [change for change in past if _is_end(change)]
    if ends:
        return _through(ends[0].kind, ends)
    known = work.effective is not None and work.checked is not None and day.isoformat() <= work.checked
    if past:
        return _through("amended" if known else "unknown", past)
    if known:
        return Validity(state="in_force", since=work.effective, evidence=work.source)
    return Validity(state="unknown")


def _through(state: str, changes: list[WorkChange]) -> Validity:
    """What the changes made of a work: an end holds since the first of them, an amendment since the last."""
    since = changes[0] if _is_end(changes[0]) else changes[-1]
    by = dict.fromkeys(change.by for change in changes if change.by)
    evidence = dict.fromkeys(source for change in changes for source in change.source)
    return Validity(state=state, since=since.date, by=tuple(by), evidence=tuple(evidence))


def _is_end(change: WorkChange) -> bool:
    return change.kind != "amended" and not change.scope


def _reached(start: str, day: date) -> bool:
    """Has `start`, which may be known to the month or year only, come by `day`? All of its month counts as reached."""
    return start <= day.isoformat()[: len(start)]


def _symbol_key(symbol: str) -> str:
    number = parse_number(symbol)
    return key(str(number) if number else symbol).lstrip("0")


@lru_cache(maxsize=1)
def _by_symbol() -> dict[str, tuple[KnownWork, ...]]:
    return _grouped(known_works(), lambda work: [_symbol_key(work.symbol)] if work.symbol else [])


@lru_cache(maxsize=1)
def _by_name() -> dict[tuple[str, str], tuple[KnownWork, ...]]:
    return _grouped(known_works(), _names)


@lru_cache(maxsize=1)
def _by_alias() -> dict[str, tuple[KnownWork, ...]]:
    return _grouped(known_works(), lambda work: [key(alias) for alias in work.aliases])


@lru_cache(maxsize=1)
def _changes_by_work() -> dict[str, tuple[WorkChange, ...]]:
    return _grouped(work_changes(), lambda change: [_symbol_key(change.work)])


def _names(work: KnownWork) -> list[tuple[str, str]]:
    name = (key(work.type), key(work.title))
    return [name, (key(work.type), "")] if work.type == "Hiến pháp" else [name]


def _grouped(items: Iterable[Item], keys: Callable[[Item], list[Key]]) -> dict[Key, tuple[Item, ...]]:
    groups: dict[Key, list[Item]] = {}
    for item in items:
        for name in dict.fromkeys(keys(item)):
            groups.setdefault(name, []).append(item)
    return {name: tuple(group) for name, group in groups.items()}
