"""Coded checks over all rule data: `python -m rulebook.check` prints what is wrong and exits 1 if anything is.

Each check is a function whose name begins with its code and whose docstring is its message. Checks of the first
kind (RB001 to RB009) read files as text, so that they say something of a file that cannot be parsed; those of the
second kind read the rows of the files that the first kind found well-formed. `python -m rulebook.check --format`
rewrites the files in normal form and canonical order; a folder as last argument is checked instead of the project's.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path
from typing import Any

from rulebook import tables
from rulebook.check_localities import rb028_localities_after, rb029_localities_today, rb030_localities_within
from rulebook.check_succession import (
    rb031_gaps,
    rb032_circles,
    rb033_present,
    rb034_heirs_of_the_day,
    rb035_functions,
    rb036_places,
)
from rulebook.check_works import (
    rb022_work_dates,
    rb023_year_of_symbol,
    rb024_changed_works,
    rb025_order_of_changes,
    rb026_circles,
)
from rulebook.locality_table import Locality
from rulebook.naming import full_name
from rulebook.number import DocumentNumber
from rulebook.number import parse as parse_number
from rulebook.spelling import normalise
from rulebook.tables import is_date

ROW_TYPES: tuple[Any, ...] = (
    tables.DocumentType,
    tables.IssuerCode,
    tables.Field,
    tables.AgencyName,
    tables.Province,
    tables.Abbreviation,
    tables.Reorganisation,
    tables.StateFunction,
    tables.KnownWork,
    tables.WorkChange,
    tables.DayOff,
    Locality,
)
(
    _TYPES,
    _ISSUERS,
    _FIELDS,
    _AGENCIES,
    _PROVINCES,
    _ABBREVIATIONS,
    _STEPS,
    _FUNCTIONS,
    _WORKS,
    _CHANGES,
    _OFF,
    _LOCALITIES,
) = (kind.TABLE for kind in ROW_TYPES)
_KEYS = {
    _TYPES: ("name", "system"),
    _ISSUERS: ("code", "system", "slot", "body"),
    _FIELDS: ("name",),
    _AGENCIES: ("id",),
    _PROVINCES: ("id",),
    _ABBREVIATIONS: ("short", "full", "domain"),
    _STEPS: ("id",),
    _FUNCTIONS: ("name",),
    _WORKS: ("symbol", "type", "title", "date"),
    _CHANGES: ("work", "date_of_work", "kind", "scope", "by", "date"),
    _OFF: ("date",),
    _LOCALITIES: ("id",),
}
_LEVELS = {"central", "region", "province", "district", "commune", "local", "any"}
_WORDS = {
    (_TYPES, "system"): {"state", "party", "front"},
    (_TYPES, "normative"): {"yes", "no", "some", "consolidated"},
    (_ISSUERS, "system"): {"state", "party", "front"},
    (_ISSUERS, "slot"): {"issuer", "unit"},
    (_ISSUERS, "level"): _LEVELS,
    (_AGENCIES, "level"): _LEVELS,
    (_PROVINCES, "kind"): {"tỉnh", "thành phố", "đặc khu"},
    (_LOCALITIES, "kind"): {
        *("huyện", "quận", "thị xã", "thành phố", "xã", "phường", "thị trấn", "đặc khu"),
    },
    (_ABBREVIATIONS, "domain"): {
        *("body", "programme", "post", "signature", "place", "law", "document", "unit", "other"),
    },
    (_STEPS, "kind"): {
        *("merge", "abolish", "replace", "upgrade", "transfer_function", "merge_province", "split_province"),
        *("rest", "keep", "open", "merge_commune"),
    },
    (_WORKS, "confidence"): {"high", "medium"},  # what is doubtful stays out: an empty cell beats a wrong one
    (_CHANGES, "kind"): {"amended", "replaced", "repealed", "expired"},
    (_CHANGES, "confidence"): {"high", "medium"},
    (_OFF, "confidence"): {"high", "medium"},
}
_LAST_OF_63, _FIRST_OF_34 = date(2025, 6, 30), date(2025, 7, 1)


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: the code of the check, its message, the file, and what in it is wrong."""

    code: str
    message: str
    table: str
    detail: str

    def __str__(self) -> str:
        return f"{self.table}: {self.code} {self.message} {self.detail}"


Texts = Mapping[str, str]
Rows = Mapping[str, tuple[Any, ...]]
Found = Iterator[tuple[str, str]]


def check(texts: Texts) -> tuple[Finding, ...]:
    """All faults of the tables, given as file name and text; a table that is not given is not checked."""
    faults = tuple(_findings(TEXT_CHECKS, texts))
    broken = {finding.table for finding in faults if finding.code == "RB001"}
    whole = [kind for kind in ROW_TYPES if kind.TABLE in texts and kind.TABLE not in broken]
    rows: Rows = {kind.TABLE: tables.parse_table(kind, texts[kind.TABLE]) for kind in whole}
    return (*faults, *_findings(ROW_CHECKS, rows))


def data(folder: Path | None = None) -> dict[str, str]:
    """The text of every table in `folder` (by default, `rulebook/data/`), by file name."""
    entries = (folder or files("rulebook").joinpath("data")).iterdir()
    tables_there = sorted(
        (entry for entry in entries if entry.name.endswith(".tsv")), key=lambda entry: entry.name
    )
    return {entry.name: entry.read_bytes().decode("utf-8") for entry in tables_there}


def formatted(text: str) -> str:
    """A table in normal form: spelling normalised, blanks at the ends of cells out, rows sorted, each once.

    >>> formatted("name\\tsource\\nb \\tx\\na\\tx\\n")
    'name\\tsource\\na\\tx\\nb\\tx\\n'
    """
    head, *lines = text.replace("\r\n", "\n").strip("\n").split("\n")
    clean = {
        "\t".join(cell.strip() for cell in normalise(line).split("\t")) for line in lines if line.strip()
    }
    return "\n".join([head, *sorted(clean)]) + "\n"


def rb001_columns(texts: Texts) -> Found:
    """A row has another number of cells than the head line, or the head line is not that of the row type."""
    heads = {kind.TABLE: [column.name for column in fields(kind)] for kind in ROW_TYPES}
    for table, text in texts.items():
        head, *lines = text.split("\n")
        if head.split("\t") != heads.get(table, head.split("\t")):
            yield table, head
        width = head.count("\t")
        yield from ((table, line) for line in lines if line and line.count("\t") != width)


def rb002_form(texts: Texts) -> Found:
    """The file is not in normal form; `python -m rulebook.check --format` mends it."""
    for table, text in texts.items():
        if text != formatted(text):
            have, want = text.split("\n"), formatted(text).split("\n")
            yield (
                table,
                next(
                    (line for line, other in zip(have, want, strict=False) if line != other), "(end of file)"
                ),
            )


def rb003_source(texts: Texts) -> Found:
    """A row has no source."""
    for table, text in texts.items():
        head, *lines = text.removesuffix("\n").split("\n")
        place = head.split("\t").index("source") if "source" in head.split("\t") else None
        if place is None:
            yield table, head
            continue
        yield from ((table, line) for line in lines if not (line.split("\t") + [""] * place)[place])


def rb011_keys(rows: Rows) -> Found:
    """Two rows have the same key."""
    for table, names in _KEYS.items():
        seen: set[tuple[str, ...]] = set()
        for row in rows.get(table, ()):
            key = tuple(getattr(row, name) or "" for name in names)
            if key in seen:
                yield table, " ".join(key)
            seen.add(key)


def rb012_confidence(rows: Rows) -> Found:
    """The confidence is not high, medium or low."""
    for table, all_of_it in rows.items():
        yield from ((table, str(row)) for row in all_of_it if row.confidence not in ("high", "medium", "low"))


def rb013_words(rows: Rows) -> Found:
    """A cell has a word that its column does not know."""
    for (table, column), words in _WORDS.items():
        for row in rows.get(table, ()):
            if getattr(row, column) not in words:
                yield table, f"{column}: {getattr(row, column)}"


def rb014_dates(rows: Rows) -> Found:
    """A date is not ISO 8601, or the end lies before the beginning."""
    for table, all_of_it in rows.items():
        for row in all_of_it:
            start, end, day = (getattr(row, name, None) for name in ("valid_from", "valid_to", "date"))
            wrong = [when for when in (start, end, day) if when and not is_date(when)]
            if wrong or (start and end and end < start[: len(end)]):
                yield table, str(row)


def rb015_references(rows: Rows) -> Found:
    """A successor, a code or a body that a row names does not exist."""
    for table, column, targets in (
        (_ISSUERS, "successors", (_ISSUERS,)),
        (_AGENCIES, "codes", (_ISSUERS,)),
        (_AGENCIES, "successors", (_AGENCIES,)),
        (_PROVINCES, "successors", (_PROVINCES,)),
        (_STEPS, "before", (_AGENCIES, _PROVINCES)),
        (_STEPS, "after", (_AGENCIES, _PROVINCES)),
    ):
        if all(target in rows for target in targets):
            known = {getattr(row, _KEYS[target][0]) for target in targets for row in rows[target]}
            named = ((row, name) for row in rows.get(table, ()) for name in getattr(row, column))
            yield from (
                (table, f"{getattr(row, _KEYS[table][0])}: {name}")
                for row, name in named
                if name not in known
            )


def rb016_present_provinces(rows: Rows) -> Found:
    """A province that ended leads to none of those of today."""
    places = {row.id: row for row in rows.get(_PROVINCES, ())}
    for start in places.values():
        ahead, seen = [start], set[str]()
        while ahead and not any(row.valid_to is None for row in ahead):
            seen |= {row.id for row in ahead}
            ahead = [
                places[name]
                for row in ahead
                for name in row.successors
                if name in places and name not in seen
            ]
        if not ahead:
            yield _PROVINCES, start.id


def rb017_number_of_provinces(rows: Rows) -> Found:
    """There are not 63 provinces on 30 June 2025 or not 34 the day after (Nghị quyết 202/2025/QH15)."""
    for day, number in ((_LAST_OF_63, 63), (_FIRST_OF_34, 34)):
        there = [row for row in rows.get(_PROVINCES, ()) if tables.valid_on(row, day)]
        if _PROVINCES in rows and len(there) != number:
            yield _PROVINCES, f"{day}: {len(there)}"


def rb018_succession(rows: Rows) -> Found:
    """A province or body that took over did not exist on the day after the other ended, or the other has no end."""
    for table in (_PROVINCES, _AGENCIES):
        named = {row.id: row for row in rows.get(table, ())}
        for row in named.values():
            after = _day_after(row.valid_to)
            late = [
                name
                for name in row.successors
                if after and name in named and not _there_by(named[name], after)
            ]
            yield from ((table, f"{row.id}: {name}") for name in late)
            if row.successors and not row.valid_to:
                yield table, row.id


def rb019_legal_basis(rows: Rows) -> Found:
    """A reorganisation has no legal basis, or a province or body with a successor is in no reorganisation."""
    steps = rows.get(_STEPS, ())
    yield from ((_STEPS, step.id) for step in steps if not step.legal_basis)
    moved = {name for step in steps for name in step.before}
    for table in (_PROVINCES, _AGENCIES) if steps else ():
        yield from ((table, row.id) for row in rows.get(table, ()) if row.successors and row.id not in moved)


def rb020_names(rows: Rows) -> Found:
    """The name of a body is not its full name."""
    for row in rows.get(_AGENCIES, ()):
        if full_name(row.name) != row.name:
            yield _AGENCIES, f"{row.name}: {full_name(row.name)}"


def rb021_codes(rows: Rows) -> Found:
    """A code is not read back from a document number."""
    for row in rows.get(_ISSUERS, ()):
        number = DocumentNumber(number="1", type_code="QĐ", issuers=(row.code,), party=row.system == "party")
        if "-" not in row.code and row.slot == "issuer" and parse_number(str(number)) != number:
            yield _ISSUERS, str(number)
    for row in rows.get(_TYPES, ()):
        for code in row.codes:
            number = DocumentNumber(number="1", type_code=code, issuers=("UBND",), party=row.party)
            if parse_number(str(number)) != number:
                yield _TYPES, str(number)


def rb027_days_off(rows: Rows) -> Found:
    """A day off is no weekday, or the day on which it is made up for is no Saturday or Sunday."""
    for row in rows.get(_OFF, ()):
        days = [date.fromisoformat(day) for day in (row.date, row.worked) if day and is_date(day)]
        if days and (days[0].weekday() > 4 or any(day.weekday() < 5 for day in days[1:])):
            yield _OFF, row.date


TEXT_CHECKS: tuple[Callable[[Texts], Found], ...] = (rb001_columns, rb002_form, rb003_source)
ROW_CHECKS: tuple[Callable[[Rows], Found], ...] = (
    rb011_keys,
    rb012_confidence,
    rb013_words,
    rb014_dates,
    rb015_references,
    rb016_present_provinces,
    rb017_number_of_provinces,
    rb018_succession,
    rb019_legal_basis,
    rb020_names,
    rb021_codes,
    rb022_work_dates,
    rb023_year_of_symbol,
    rb024_changed_works,
    rb025_order_of_changes,
    rb026_circles,
    rb027_days_off,
    rb028_localities_after,
    rb029_localities_today,
    rb030_localities_within,
    rb031_gaps,
    rb032_circles,
    rb033_present,
    rb034_heirs_of_the_day,
    rb035_functions,
    rb036_places,
)


def _findings(checks: tuple[Callable[[Any], Found], ...], over: Any) -> Iterator[Finding]:
    for rule in checks:
        message = (rule.__doc__ or "").split("\n")[0]
        for table, detail in rule(over):
            yield Finding(rule.__name__[:5].upper(), message, table, detail)


def _day_after(end: str | None) -> date | None:
    return date.fromisoformat(end) + timedelta(days=1) if end and len(end) == 10 and is_date(end) else None


def _there_by(row: tables.Dated, day: date) -> bool:
    return (row.valid_from or "") <= day.isoformat() and tables.valid_on(row, day)


def _format(folder: Path) -> None:
    for path in sorted(folder.glob("*.tsv")):
        text = path.read_bytes().decode("utf-8")
        if text != formatted(text):
            path.write_text(formatted(text), encoding="utf-8", newline="\n")


def main(arguments: list[str]) -> int:
    """`[--format] [FOLDER]`: print the findings, one a line, and return 1 if there are any, else 0.

    `--format` mends the form of the tables first. FOLDER is `rulebook/data/` where it is left out.
    """
    named = [Path(argument) for argument in arguments if not argument.startswith("-")]
    folder = named[0] if named else Path(str(files("rulebook"))) / "data"
    if "--format" in arguments:
        _format(folder)
    found = check(data(folder))
    for finding in found:
        print(finding)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
