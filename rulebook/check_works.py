"""Coded checks over the well-known works and their changes (RB022 to RB026), run by `rulebook.check`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rulebook.number import parse as parse_number
from rulebook.tables import KnownWork, WorkChange, is_date

_WORKS, _CHANGES = KnownWork.TABLE, WorkChange.TABLE
Rows = Mapping[str, tuple[Any, ...]]
Found = Iterator[tuple[str, str]]


def rb022_work_dates(rows: Rows) -> Found:
    """A work takes effect or was checked before it was passed, or a date of it is not ISO 8601."""
    for work in rows.get(_WORKS, ()):
        later = [day for day in (work.effective, work.checked) if day]
        if not all(is_date(day) for day in later) or any(day < work.date[: len(day)] for day in later):
            yield _WORKS, f"{work.id}: {work.date} {' '.join(later)}"


def rb023_year_of_symbol(rows: Rows) -> Found:
    """The year in the number of a work is not that of its date, or the number cannot be read."""
    for work in rows.get(_WORKS, ()):
        number = parse_number(work.symbol)
        if work.symbol and (number is None or str(number.year or work.date[:4]) != work.date[:4]):
            yield _WORKS, f"{work.symbol}: {work.date}"


def rb024_changed_works(rows: Rows) -> Found:
    """A change is of no known work or of several, or what made it is neither a known work nor a number."""
    known = _works_by_id(rows)
    for change in rows.get(_CHANGES, ()) if known else ():
        if len(_works_of(change, known)) != 1:
            yield _CHANGES, f"{change.work}: {change.date_of_work or ''}"
        if change.by and change.by not in known and parse_number(change.by) is None:
            yield _CHANGES, f"{change.work}: {change.by}"
        if change.by is None and change.kind != "expired":
            yield _CHANGES, f"{change.work}: {change.kind}"


def rb025_order_of_changes(rows: Rows) -> Found:
    """A change lies before the work, before what made it, or after the end of the work."""
    known = _works_by_id(rows)
    ends: dict[str, str] = {}
    for change in rows.get(_CHANGES, ()):
        if _is_end(change):
            ends[change.work] = max(change.date, ends.get(change.work, ""))
    for change in rows.get(_CHANGES, ()):
        before = [work.date for work in _works_of(change, known)]
        before += [min(work.date for work in known[change.by])] if change.by in known else []
        late = change.date > ends.get(change.work, change.date) and not change.date_of_work
        if late or any(change.date < day[: len(change.date)] for day in before):
            yield _CHANGES, f"{change.work}: {change.date}"


def rb026_circles(rows: Rows) -> Found:
    """A work is changed by itself, or what replaced it leads back to it."""
    after: dict[str, set[str]] = {}
    for change in rows.get(_CHANGES, ()):
        if change.work == change.by and not change.date_of_work:
            yield _CHANGES, change.work
        if change.by and _is_end(change) and not change.date_of_work:
            after.setdefault(change.work, set()).add(change.by)
    for start in after:
        ahead, seen = set(after[start]), set[str]()
        while ahead:
            seen |= ahead
            ahead = {name for work in ahead for name in after.get(work, ())} - seen
        if start in seen:
            yield _CHANGES, start


def _works_by_id(rows: Rows) -> dict[str, list[Any]]:
    works: dict[str, list[Any]] = {}
    for work in rows.get(_WORKS, ()):
        works.setdefault(work.id, []).append(work)
    return works


def _works_of(change: Any, known: Mapping[str, list[Any]]) -> list[Any]:
    return [work for work in known.get(change.work, ()) if change.date_of_work in (None, work.date)]


def _is_end(change: Any) -> bool:
    return change.kind != "amended" and not change.scope
