"""What people say when they put something right, checked before it is written down: who signs, names, days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.errors import CorpusError
from corpus.facts import CorrectionKind
from corpus.words import storable
from rulebook.spelling import normalise

_LONGEST = 1000  # characters of a name; a list of forty bodies is forty names
_LONGEST_NOTE = 10_000
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_TYPED = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*")
_RECURRENCE = re.compile(r"FREQ=(?:YEARLY|MONTHLY|WEEKLY|DAILY)(?:;[A-Z]+=[A-Z\d,+-]+)*")
_DURATION = re.compile(r"P\d{1,4}[DWMY]")
_FIRST_YEAR, _LAST_YEAR = 1945, 2200


@dataclass(frozen=True, slots=True)
class Signature:
    """Who says it, and why."""

    by: str
    note: str = ""

    def checked(self) -> Signature:
        """The signature as it is kept. Raises `CorpusError` where nobody signs."""
        by = _one_line(self.by)
        if not normalise(by).strip():  # marks that nobody sees sign nothing
            raise CorpusError("--by", "thiếu tên người sửa", 'ghi họ tên: --by "Họ tên"')
        if len(self.note) > _LONGEST_NOTE:
            raise CorpusError("--note", "ghi chú quá dài", f"viết trong {_LONGEST_NOTE} ký tự")
        return Signature(_bounded(by), storable(self.note).strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskChange:
    """What is right of a task; `None` where nothing is said. Empty means nobody, no deadline. `due` values are as an
    extraction has them: days (`2024-06-30`), recurrences (`FREQ=MONTHLY`), durations (`P15D`)."""

    lead: tuple[str, ...] | None = None
    support: tuple[str, ...] | None = None
    due: tuple[str, ...] | None = None
    no_task: bool = False

    def checked(self) -> dict[CorrectionKind, tuple[str, ...]]:
        """What is said, by kind. Raises `CorpusError` for what contradicts itself and for a day that does not exist."""
        fields: tuple[CorrectionKind, ...] = ("lead", "support", "due")
        said = {kind: getattr(self, kind) for kind in fields if getattr(self, kind) is not None}
        if self.no_task and said:
            raise CorpusError("--not-a-task", "không đi cùng việc sửa nhiệm vụ", "chọn một trong hai")
        for kind in ("lead", "support"):
            if kind in said:
                said[kind] = body_names(said[kind])
        if both := set(said.get("lead", ())) & set(said.get("support", ())):
            raise CorpusError(min(both), "vừa chủ trì vừa phối hợp", "chọn một trong hai")
        if "due" in said:
            said["due"] = tuple(dict.fromkeys(map(_due, said["due"])))
        return {"not_task": ()} if self.no_task else said


def iso_day(typed: str) -> str:
    """The day that was typed as the office writes it, in ISO 8601; anything else stays as it is.

    Raises `CorpusError` for a day that does not exist.

    >>> iso_day("30/6/2024"), iso_day("2024-06-30"), iso_day("FREQ=MONTHLY")
    ('2024-06-30', '2024-06-30', 'FREQ=MONTHLY')
    """
    found = _TYPED.fullmatch(typed)
    if not found:
        return typed.strip()
    day, month, year = map(int, found.groups())
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        raise _no_day(typed) from None


def body_names(names: Sequence[str]) -> tuple[str, ...]:
    """The names of bodies as they are kept: each once, in one line, in the spelling of the corpus."""
    said = (_bounded(_one_line(normalise(storable(name)))) for name in names)
    return tuple(dict.fromkeys(name for name in said if name))


def _one_line(text: str) -> str:
    return " ".join(storable(text).split())


def _bounded(name: str) -> str:
    if len(name) > _LONGEST:
        raise CorpusError(name[:40] + "…", "tên quá dài", f"viết trong {_LONGEST} ký tự")
    return name


def _due(value: str) -> str:
    """The value, if it is one. Raises `CorpusError` for a day that does not exist."""
    if _RECURRENCE.fullmatch(value) or _DURATION.fullmatch(value):
        return value
    try:
        day = date.fromisoformat(value) if _DAY.fullmatch(value) else None
    except ValueError:
        day = None
    if day is None or not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise _no_day(value)
    return value


def _no_day(typed: str) -> CorpusError:
    return CorpusError(typed, "không có ngày này", "ghi ngày như 30/6/2024 hoặc 2024-06-30")
