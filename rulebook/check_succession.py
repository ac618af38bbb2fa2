"""The checks of the reorganisations as a whole: whoever asks what became of a body or a province gets an answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from typing import Any

from rulebook.dates import first_of, last_of
from rulebook.tables import AgencyName, Province, Reorganisation, StateFunction, is_date

Rows = Mapping[str, tuple[Any, ...]]
Found = Iterator[tuple[str, str]]
_AGENCIES, _PROVINCES = AgencyName.TABLE, Province.TABLE
_STEPS, _FUNCTIONS = Reorganisation.TABLE, StateFunction.TABLE


def rb031_gaps(rows: Rows) -> Found:
    """A body or province ended and no row says, by the day after, where all that it had went or that it is open."""
    steps = _hand_on(rows)
    for table in (_AGENCIES, _PROVINCES) if _STEPS in rows else ():
        for row in rows.get(table, ()):
            if (
                row.valid_to
                and is_date(row.valid_to)
                and not any(_at(step, row) for step in steps.get(row.id, ()))
            ):
                yield table, f"{row.id}: {row.valid_to}"


def rb032_circles(rows: Rows) -> Found:
    """On one day a body or province comes back to itself."""
    days: dict[str, dict[str, set[str]]] = {}
    for step in rows.get(_STEPS, ()):
        for name in step.before:
            days.setdefault(step.date, {}).setdefault(name, set()).update(set(step.after) - set(step.before))
    for day, after in days.items():
        yield from ((_STEPS, f"{day}: {start}") for start in after if start in _reached(after[start], after))


def rb033_present(rows: Rows) -> Found:
    """A body or province that ended leads to none of today, and no row on the way says that this is open."""
    if _STEPS not in rows:
        return
    living = {row.id for table in (_AGENCIES, _PROVINCES) for row in rows.get(table, ()) if not row.valid_to}
    after: dict[str, set[str]] = {}
    for step in rows[_STEPS]:
        for name in step.before:
            after.setdefault(name, set()).update(step.after)
    open_ = {name for step in rows[_STEPS] if step.kind == "open" for name in step.before}
    for table in (_AGENCIES, _PROVINCES):
        for row in rows.get(table, ()):
            if not ({row.id} | _reached(after.get(row.id, set()), after)) & (living | open_):
                yield table, row.id


def rb034_heirs_of_the_day(rows: Rows) -> Found:
    """A body or province takes over on a day on which it is not there."""
    named = {row.id: row for table in (_AGENCIES, _PROVINCES) for row in rows.get(table, ())}
    for step in rows.get(_STEPS, ()):
        for heir in (named[name] for name in step.after if name in named and is_date(step.date)):
            begun, ended = heir.valid_from or step.date, heir.valid_to or step.date
            if is_date(begun) and is_date(ended):
                late = first_of(begun) > last_of(step.date)
                if late or last_of(ended) < first_of(step.date):
                    yield _STEPS, f"{step.id}: {heir.id}"


def rb035_functions(rows: Rows) -> Found:
    """A row hands on a function that has no words, or it does not say which; or a function has no example."""
    known = {row.name for row in rows.get(_FUNCTIONS, ())}
    for step in rows.get(_STEPS, ()):
        if bool(step.function) != (step.kind == "transfer_function") and step.kind != "keep":
            yield _STEPS, f"{step.id}: {step.kind}"
        if step.function and _FUNCTIONS in rows and step.function not in known:
            yield _STEPS, f"{step.id}: {step.function}"
    for row in rows.get(_FUNCTIONS, ()):
        if not (row.words and row.examples and row.counterexamples):
            yield _FUNCTIONS, row.name


def rb036_places(rows: Rows) -> Found:
    """A row holds for a province that is not there on its day."""
    there = {row.id: row for row in rows.get(_PROVINCES, ())}
    for step in rows.get(_STEPS, ()) if there else ():
        for name in step.places if is_date(step.date) else ():
            row = there.get(name)
            eve = (last_of(step.date) - timedelta(days=1)).isoformat()
            if row is None or not (row.valid_from or "") <= eve <= (row.valid_to or eve):
                yield _STEPS, f"{step.id}: {name}"


def _hand_on(rows: Rows) -> dict[str, list[Any]]:
    """The rows by which a body hands on all it has, everywhere, or which say that it is open."""
    found: dict[str, list[Any]] = {}
    for step in rows.get(_STEPS, ()):
        if not step.function and not step.places and is_date(step.date):
            for name in step.before:
                found.setdefault(name, []).append(step)
    return found


def _at(step: Any, row: Any) -> bool:
    """Does the step fall on the last day of the row, or on the day after?"""
    end = last_of(row.valid_to)
    return bool(first_of(step.date) <= end + timedelta(days=1) and last_of(step.date) >= end)


def _reached(start: Iterable[str], after: Mapping[str, set[str]]) -> set[str]:
    ahead, seen = set(start), set[str]()
    while ahead:
        seen |= ahead
        ahead = {name for each in ahead for name in after.get(each, ())} - seen
    return seen
