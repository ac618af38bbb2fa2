"""What one reorganisation makes of one body: who takes what, by the functions that a task names (`Share`).

    named      one function that was handed on, or several that went to one body     it has the task
               functions that went to several bodies                                 all, undecided
    silent     what is left went to one body whole (`merge`, `replace`, ...)         it has the task
               the body was split (`rest`)                                           all, undecided
               nobody knows, or provinces differ (`open`)                            all, open
               only single functions left a body that lives on                       it stays where it was

The task's own words come before the headings over it: the first line that names a function decides.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rulebook.bodies import agency_rows
from rulebook.functions import functions_named
from rulebook.tables import Reorganisation, reorganisations

Cause = Literal["words", "whole", "several", "silent", "functions", "open", "ended"]

ONE_OFFICE = {"commune.phong-kinh-te-ha-tang-va-do-thi": "commune.phong-kinh-te"}
"""One office under two names: in wards, and in communes (Nghị định 150/2025/NĐ-CP)."""

_WHOLE = frozenset({"merge", "abolish", "replace", "upgrade"})


@dataclass(frozen=True, slots=True)
class Share:
    """One heir of a step: the row, the agency (`None` where there is none), the words that decided, and why it is one
    of the heirs."""

    row: Reorganisation
    agency: str | None
    by: str | None
    cause: Cause


def days_of_steps(agency: str) -> tuple[str, ...]:
    """The dates of the reorganisations in which a body ended or handed something on."""
    return tuple(sorted({row.date for row in _by_agency().get(agency, ())}))


def shares(agency: str, place: str | None, day: str, lines: Iterable[str]) -> tuple[Share, ...]:
    """Who takes over from `agency` at `place` by the rows of that `day`; empty where it stays as it is.

    >>> [(share.agency, share.by) for share in shares("province.so-tu-phap", "son-la", "2025-03-01",
    ...  ["Cấp phiếu lý lịch tư pháp"])]
    [('province.cong-an-tinh', 'lý lịch tư pháp')]
    >>> shares("province.so-tu-phap", "son-la", "2025-03-01", ["Thẩm định dự thảo nghị quyết"])
    ()
    """
    rows = _rows_at(agency, place, day)
    said = _named(rows, lines)
    chosen = sorted(
        (row for row in rows if row.function in said), key=lambda row: [*said].index(row.function or "")
    )
    if len({row.after for row in chosen}) == 1:
        return () if chosen[0].after == (agency,) else _from_rows(chosen[:1], said, "words")
    if chosen:
        rest = [row for row in rows if row not in chosen]
        return _from_rows([*chosen, *rest], said, "functions")
    return _silent(agency, rows)


def _silent(agency: str, rows: list[Reorganisation]) -> tuple[Share, ...]:
    """The task names no function that was handed on."""
    for kind, cause in (("keep", "whole"), ("open", "open")):
        if found := [row for row in rows if row.kind == kind and not row.function]:
            return () if cause == "whole" else _from_rows(found, {}, "open")
    if whole := [row for row in rows if row.kind in _WHOLE]:
        heirs = {ONE_OFFICE.get(name, name) for row in whole for name in row.after}
        return _from_rows(whole, {}, "whole" if len(heirs) == 1 else "several" if heirs else "ended")
    if any(row.kind == "rest" for row in rows):
        return _from_rows(sorted(rows, key=lambda row: row.kind != "rest"), {}, "silent")
    return ()


def _from_rows(rows: list[Reorganisation], said: dict[str, str], cause: Cause) -> tuple[Share, ...]:
    """A share for each agency that takes over, each once."""
    found: dict[str | None, Share] = {}
    for row in rows:
        for name in row.after or (None,):
            found.setdefault(name, Share(row, name, said.get(row.function or ""), cause))
    return tuple(found.values())


def _named(rows: list[Reorganisation], lines: Iterable[str]) -> dict[str, str]:
    """The functions among those of the rows that the first line naming any of them names, each with its words."""
    there = {row.function for row in rows if row.function}
    for line in lines if there else ():
        said: dict[str, str] = {}
        for named in functions_named(line):
            if named.function in there:
                said.setdefault(named.function, named.words)
        if said:
            return said
    return {}


def _rows_at(agency: str, place: str | None, day: str) -> list[Reorganisation]:
    """The rows that hold at that place: those for it alone before those for all."""
    rows = [row for row in _by_agency().get(agency, ()) if row.date == day]
    own = [row for row in rows if place in row.places]
    taken = {row.function for row in own}
    return own + [row for row in rows if not row.places and row.function not in taken]


@lru_cache(maxsize=1)
def _by_agency() -> dict[str, tuple[Reorganisation, ...]]:
    """The rows by the body that hands on; a body that takes in another (`before` and `after`) hands on nothing."""
    found: dict[str, list[Reorganisation]] = {}
    for row in reorganisations():
        for name in row.before:
            if name in agency_rows() and (name not in row.after or row.kind in ("keep", "open")):
                found.setdefault(name, []).append(row)
    return {name: tuple(rows) for name, rows in found.items()}
