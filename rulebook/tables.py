"""The rule data (bảng quy tắc), each table one file in `rulebook/data/`, loaded once and never changed.

A file is UTF-8 (NFC) with `\\n` line ends: a head line of column names, then one line a row, sorted by code point,
cells parted by a tab, the parts of a list by `;`. The column names are the fields of the row type; an empty cell is
`None`, or the empty list. `rulebook.check` says what else a row must keep to.

Every row has its `source`: legal bases, addresses of pages, or one of `documents` (seen in published documents),
`usage` (general knowledge of the field, read nowhere in particular), `secondary` (read in a copy), and for works
`memory` (known, but nothing was read for the row); and a `confidence`: `high`, `medium` or `low`.
Dates are ISO 8601, as precise as known (`2025-02`), and inclusive.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Any, ClassVar, Protocol, TypeVar


class Dated(Protocol):
    """A row that holds from `valid_from` to `valid_to`; `None` is an open end."""

    @property
    def valid_from(self) -> str | None: ...
    @property
    def valid_to(self) -> str | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentType:
    """A type of document (thể loại văn bản): `Quyết định`, its `codes` in document numbers (`QĐ`) and its other
    `variants` in running text. `system` is `state`, `party` or `front` (Mặt trận and the mass organisations).
    `normative` (quy phạm pháp luật) is `yes`, `no`, `some` or `consolidated`."""

    name: str
    system: str
    codes: tuple[str, ...]
    variants: tuple[str, ...]
    normative: str
    valid_from: str | None
    valid_to: str | None
    source: tuple[str, ...]
    confidence: str
    TABLE: ClassVar[str] = "document_types.tsv"

    @property
    def party(self) -> bool:
        """Is it a type of Party document (văn bản của Đảng)?"""
        return self.system == "party"


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuerCode:
    """What a code within a document number stands for (ký hiệu cơ quan): `BTC` is `Bộ Tài chính`. `slot` is `issuer`,
    or `unit` for the drafting unit of an official letter (`UBND-VX`). `level` is `central`, `province`,
    `district`, `commune`, `local` (any of these three) or `any`. `body` has no place: `UBND` is `Ủy ban nhân dân`.
    `successors` are codes."""

    code: str
    system: str
    slot: str
    body: str
    level: str
    variants: tuple[str, ...] = ()
    valid_from: str | None = None
    valid_to: str | None = None
    successors: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    confidence: str = "high"
    TABLE: ClassVar[str] = "issuers.tsv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of government (ngành, lĩnh vực): with one of its `heads` it makes the name of a body, `Sở` and
    `Tài chính`. `abbreviations` are those that are not its initials (`NgV`)."""

    name: str
    heads: tuple[str, ...]
    abbreviations: tuple[str, ...]
    valid_from: str | None
    valid_to: str | None
    source: tuple[str, ...]
    confidence: str
    TABLE: ClassVar[str] = "fields.tsv"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyName:
    """A body or group of bodies (cơ quan, tập thể cơ quan) as it is called without the name of its place. `kind` says
    what it is, one of `rulebook.known_bodies.KINDS`; `level` as in `IssuerCode`,
    and `region`. `abbreviations` and `variants` are what documents write for it, `codes` its issuer codes,
    `successors` the ids of the bodies that took over."""

    id: str
    name: str
    kind: str
    level: str
    abbreviations: tuple[str, ...]
    variants: tuple[str, ...]
    codes: tuple[str, ...]
    valid_from: str | None
    valid_to: str | None
    successors: tuple[str, ...]
    source: tuple[str, ...]
    confidence: str
    TABLE: ClassVar[str] = "agencies.tsv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Province:
    """A province or city under the central government (tỉnh, thành phố trực thuộc trung ương) for as long as it had
    one name, kind and extent. `kind` is `tỉnh` or `thành phố`; `code` that of the General Statistics Office;
    `successors` are ids. Two rows may bear one name, one after the other."""

    id: str
    name: str
    kind: str
    code: str | None
    valid_from: str | None
    valid_to: str | None
    successors: tuple[str, ...]
    variants: tuple[str, ...]
    source: tuple[str, ...]
    confidence: str
    TABLE: ClassVar[str] = "provinces.tsv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviation:
    """One meaning of an abbreviation (chữ viết tắt). `domain` says where it has it: `body` (within the name of a body),
    `signature`, `post`, `place`, `document`, `law`, `programme`, `unit`, `other`. What is ambiguous has a row for each
    meaning."""

    short: str
    full: str
    domain: str
    variants: tuple[str, ...]
    source: tuple[str, ...]
    confidence: str
    TABLE: ClassVar[str] = "abbreviations.tsv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reorganisation:
    """One step in which bodies or provinces ended, began or handed on a function (sắp xếp tổ chức bộ máy). `before`
    and `after` are ids of agencies or of provinces; `function` is what was handed on (a name of `StateFunction`),
    `None` for everything. `places` are the provinces for which alone the row holds, before others of its day.
    `kind` says what silence of a task means: `merge`, `abolish`, `replace`, `upgrade` hand on all that no function
    row takes away; `rest` what is left after a split, which silence does not prove; `keep` that nothing changes there;
    `open` that it is not known, or differs, which of `after` has it."""

    id: str
    kind: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    function: str | None
    places: tuple[str, ...]
    date: str
    legal_basis: tuple[str, ...]
    source: tuple[str, ...]
    confidence: str
    TABLE: ClassVar[str] = "reorganisations.tsv"


@dataclass(frozen=True, slots=True, kw_only=True)
class StateFunction:
    """A function of state management (chức năng quản lý nhà nước) that was handed on by itself. `words` are phrases by
    which a task shows that it belongs to it, as laws and plans write them; `except_in` longer phrases that hold one
    of them and mean something else (`vị trí việc làm`); `examples` and `counterexamples` are tasks."""

    name: str
    words: tuple[str, ...]
    except_in: tuple[str, ...]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]
    source: tuple[str, ...]
    confidence: str
    TABLE: ClassVar[str] = "functions.tsv"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownWork:
    """A well-known document (văn bản) of the State or the Party. `symbol` is empty where it has none (the Constitution)
    or none that is sure. `title` of a law is its name without the word Luật (`Ngân sách nhà nước`). `date` is that of
    passing or signing, `effective` the day it takes effect. `aliases` are names that documents call it by without its
    number (`Đề án 06`). `checked` is the day up to which it is known whether it had ended; `None` says that nobody
    looked."""

    symbol: str
    type: str
    issuer: str
    title: str
    date: str
    effective: str | None
    aliases: tuple[str, ...]
    checked: str | None
    source: tuple[str, ...]
    confidence: str
    TABLE: ClassVar[str] = "works.tsv"

    @property
    def id(self) -> str:
        """The symbol; where there is none, or one that it shares, type, title and year (`Hiến pháp 2013`).

        Laws before 1997 bear the number of the order that promulgated them, often several at once (`47-L/CTN`).
        """
        name = self.type if self.type == "Hiến pháp" else f"{self.type} {self.title}"
        alone = self.symbol and "L/CTN" not in self.symbol and "LCT/" not in self.symbol
        return self.symbol if alone else f"{name} {self.date[:4]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkChange:
    """One dated change of a work. `work` and `by` are ids of works (`KnownWork.id`); `by` may be the number of a work
    that has no row. `date_of_work` says which work is meant where the number is no identity (`90/QĐ-TTg`). `kind` is
    `amended`, `replaced`, `repealed` or `expired`; `scope` which part, empty for the whole; `date` the day the change
    takes effect."""

    work: str
    date_of_work: str | None
    kind: str
    scope: str
    by: str | None
    date: str
    source: tuple[str, ...]
    confidence: str
    TABLE: ClassVar[str] = "work_changes.tsv"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOff:
    """A weekday off beside the yearly holidays of the Labour Code, for one year (ngày nghỉ hoán đổi, nghỉ bù): `worked`
    is the Saturday or Sunday on which it is made up for, empty where it is not."""

    date: str
    worked: str | None
    source: tuple[str, ...]
    confidence: str
    TABLE: ClassVar[str] = "days_off.tsv"


Row = TypeVar(
    "Row",
    DocumentType,
    IssuerCode,
    Field,
    AgencyName,
    Province,
    Abbreviation,
    Reorganisation,
    StateFunction,
    KnownWork,
    WorkChange,
    DayOff,
)


@lru_cache(maxsize=1)
def document_types() -> tuple[DocumentType, ...]:
    """All types of documents (Nghị định 30/2020/NĐ-CP, Điều 7; Luật 64/2025/QH15, Điều 4; Quy định 399-QĐ/TW)."""
    return parse_table(DocumentType, read_table(DocumentType.TABLE))


@lru_cache(maxsize=1)
def issuers() -> tuple[IssuerCode, ...]:
    """All codes of issuers and drafting units. One code may have several rows."""
    return parse_table(IssuerCode, read_table(IssuerCode.TABLE))


@lru_cache(maxsize=1)
def government_fields() -> tuple[Field, ...]:
    """All fields of government, each with the heads it is used with."""
    return parse_table(Field, read_table(Field.TABLE))


@lru_cache(maxsize=1)
def agencies() -> tuple[AgencyName, ...]:
    """All bodies, roles and groups of bodies that have a name of their own."""
    return parse_table(AgencyName, read_table(AgencyName.TABLE))


@lru_cache(maxsize=1)
def provinces() -> tuple[Province, ...]:
    """All provinces since 1976: the 63 until 30 June 2025, the 34 since (Nghị quyết 202/2025/QH15), and older ones."""
    return parse_table(Province, read_table(Province.TABLE))


@lru_cache(maxsize=1)
def abbreviations() -> tuple[Abbreviation, ...]:
    """All abbreviations of running text, one row for each meaning."""
    return parse_table(Abbreviation, read_table(Abbreviation.TABLE))


@lru_cache(maxsize=1)
def reorganisations() -> tuple[Reorganisation, ...]:
    """All reorganisations, by id."""
    return parse_table(Reorganisation, read_table(Reorganisation.TABLE))


@lru_cache(maxsize=1)
def state_functions() -> tuple[StateFunction, ...]:
    """All functions that were handed on by themselves, by name."""
    return parse_table(StateFunction, read_table(StateFunction.TABLE))


@lru_cache(maxsize=1)
def days_off() -> tuple[DayOff, ...]:
    """All days off that were decided for one year (Bộ luật Lao động 2019, Điều 111, 112: the Prime Minister decides
    each year), by date."""
    return parse_table(DayOff, read_table(DayOff.TABLE))


_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def is_date(text: str) -> bool:
    """Whether `text` is a day, month or year in ISO 8601 that the calendar has.

    >>> is_date("2025-07"), is_date("2025-02-30")
    (True, False)
    """
    try:
        date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return False
    return bool(_DATE.fullmatch(text))


def valid_on(row: Dated, day: date) -> bool:
    """Does `row` hold on `day`? A date known only to the month or year holds for all of it.

    >>> from datetime import date
    >>> [t.name for t in document_types() if "CK" in t.codes and valid_on(t, date(2015, 1, 1))]
    ['Bản cam kết']
    """
    on, start, end = day.isoformat(), row.valid_from or "", row.valid_to or ""
    return start <= on[: len(start)] and (not end or on[: len(end)] <= end)


def read_table(name: str) -> str:
    """The text of a file of `rulebook/data/`."""
    return files("rulebook").joinpath("data", name).read_text(encoding="utf-8")


def parse_table(row_type: type[Row], text: str) -> tuple[Row, ...]:
    """The rows of a table. Raises `ValueError` where the head line or the number of cells is not that of `row_type`."""
    columns = fields(row_type)
    head, *lines = text.removesuffix("\n").split("\n")
    names = [column.name for column in columns]
    if head.split("\t") != names:
        raise ValueError(f"{row_type.TABLE}: columns {head!r} instead of {names}")
    readers = [_reader(str(column.type)) for column in columns]
    return tuple(
        row_type(
            **{name: read(cell) for name, read, cell in zip(names, readers, line.split("\t"), strict=True)}
        )
        for line in lines
    )


def _reader(annotation: str) -> Callable[[str], Any]:
    if annotation.startswith("tuple"):
        return lambda cell: tuple(cell.split(";")) if cell else ()
    if annotation.endswith("None"):
        return lambda cell: cell or None
    return str
