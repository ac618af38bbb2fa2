"""What tasks are narrowed and counted by, as columns in memory (các cột để lọc và đếm nhiệm vụ).

A server that is asked many times a second keeps of each task a few numbers, 45 bytes, in arrays by the task's id: its
document, the kind, day and province of that, the level and the bodies that are responsible, its first and last day,
the words in it. With them any choice among a million tasks, and the counts of every value among what is chosen,
take a few milliseconds, and are exact. They are read once (six seconds of processor for a million tasks); tasks that
were added since are read when somebody asks again, and what people put right is laid over (`corpus.task_overlay`).
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from corpus.issuer import place_of
from corpus.search_rank import day_number
from corpus.task_places_today import province_today
from corpus.terms import numbers_in
from rulebook.body_places import place_row
from rulebook.localities import province_of_locality
from rulebook.tables import Province

Numbers = NDArray[Any]

LEVELS = ("central", "province", "district", "commune")
"""The levels of a body, as numbers from 1; 0 is none of them."""


@dataclass(slots=True)
class Names:
    """Words that are kept as numbers: the first is 1, 0 is none."""

    known: dict[str, int] = field(default_factory=dict)

    def number(self, said: str | None) -> int:
        """The number of a word."""
        return self.known.setdefault(said, len(self.known) + 1) if said else 0

    def word(self, number: int) -> str | None:
        """The word of a number."""
        return list(self.known)[number - 1] if 0 < number <= len(self.known) else None


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns. Those of tasks are as long as the highest id and one more; `document` is 0 where there is no such
    task. Days are proleptic ordinals, 0 where there is none; `last` is 0 too where something comes again. `secret` are
    tasks of documents with a stamp of secrecy. `pair_task` and `pair_body` are in the order of tasks, `leads` marks
    those that lead; `pairs` is where those of a task begin."""

    document: Numbers
    type: Numbers
    issued: Numbers
    month: Numbers
    province: Numbers
    level: Numbers
    due: Numbers
    last: Numbers
    recurs: Numbers
    words: Numbers
    secret: Numbers
    pair_task: Numbers
    pair_body: Numbers
    leads: Numbers
    pairs: Numbers
    types: Names
    provinces: Names

    @property
    def size(self) -> int:
        """One more than the highest id."""
        return len(self.document)


_OF_TASKS = (
    "document",
    "type",
    "issued",
    "month",
    "province",
    "level",
    "due",
    "last",
    "recurs",
    "words",
    "secret",
)


def plain(connection: Connection, query: str, *values: object) -> list[tuple[Any, ...]]:
    """The rows as the driver gives them: a million of SQLAlchemy's own take ten times as long to read."""
    return list(connection.exec_driver_sql(query, values).cursor.fetchall())


def nothing() -> Columns:
    """The columns of no task."""
    kinds = ("i4", "u1", "i4", "i2", "u1", "u1", "i4", "i4", "?", "u2", "?")
    columns = {name: np.zeros(1, kind) for name, kind in zip(_OF_TASKS, kinds, strict=True)}
    none = np.zeros(0, "i4")
    pairs = {"pair_task": none, "pair_body": none, "leads": none.astype("?"), "pairs": np.zeros(2, "i4")}
    return Columns(**columns, **pairs, types=Names(), provinces=Names())


def extended(connection: Connection, known: Columns) -> Columns:
    """The columns with the tasks that were added since."""
    last = known.size - 1
    asked = "SELECT id, document_id, due FROM tasks WHERE id > ? ORDER BY id"
    rows = plain(connection, asked, last)
    if not rows:
        return known
    more = rows[-1][0] - last
    new = {name: np.zeros(more, getattr(known, name).dtype) for name in _OF_TASKS}
    ids = np.fromiter((row[0] for row in rows), "i4", len(rows)) - last - 1
    new["document"][ids] = np.fromiter((row[1] for row in rows), "i4", len(rows))
    dated = [(n, *days_in(row[2])) for n, row in enumerate(rows) if row[2] != "[]"]
    at = ids[np.fromiter((row[0] for row in dated), "i4", len(dated))]
    for n, name in enumerate(("due", "last", "recurs"), 1):
        new[name][at] = np.fromiter((row[n] for row in dated), "i4", len(dated))
    _put_words(connection, new["words"], last)
    pairs = _pairs(connection, known, last, known.size + more)
    _put_documents(connection, known, new)
    _put_bodies(connection, known, new, pairs, last)
    columns = {name: np.concatenate((getattr(known, name), new[name])) for name in _OF_TASKS}
    return Columns(**columns, **pairs, types=known.types, provinces=known.provinces)


@lru_cache(maxsize=100_000)
def days_in(due: str) -> tuple[int, int, bool]:
    """The first day among deadlines (JSON), the last where all are days, and whether one comes again.

    >>> days_in('["2026-03-31"]') == (date(2026, 3, 31).toordinal(),) * 2 + (False,)
    True
    >>> days_in('["FREQ=MONTHLY"]'), days_in('["P15D"]')
    ((0, 0, True), (0, 0, False))
    """
    values = json.loads(due) if due != "[]" else []
    days = [day for value in values if (day := _ordinal(value))]
    whole = len(days) == len(values) and bool(days)
    return min(days, default=0), max(days) if whole else 0, any(value.startswith("FREQ=") for value in values)


def _ordinal(value: str) -> int:
    try:
        return date.fromisoformat(value).toordinal() if len(value) == 10 else 0
    except ValueError:
        return 0


def _put_words(connection: Connection, words: Numbers, last: int) -> None:
    """How many words each row of the index has (`corpus.search_rank`): six numbers, nearly always of one byte each."""
    rows = plain(connection, "SELECT id, sz FROM task_words_docsize WHERE id > ?", last)
    rows = [row for row in rows if row[0] - last - 1 < len(words)]
    short = [row for row in rows if len(row[1]) == 6 and row[1].isascii()]
    sizes = np.frombuffer(b"".join(row[1] for row in short), "u1").reshape(-1, 6).sum(axis=1)
    words[np.fromiter((row[0] for row in short), "i4", len(short)) - last - 1] = sizes
    for id_, size in rows:
        if len(size) != 6 or not size.isascii():
            words[id_ - last - 1] = min(sum(numbers_in(size)), 65_535)


def _pairs(connection: Connection, known: Columns, last: int, size: int) -> dict[str, Numbers]:
    query = (
        "SELECT task_id, body_id, role = 'lead' FROM task_bodies WHERE task_id > ? AND task_id < ? "
        "AND body_id IS NOT NULL ORDER BY task_id, role, ordinal"
    )
    rows = np.array(plain(connection, query, last, size), "i4").reshape(-1, 3)
    task = np.concatenate((known.pair_task, rows[:, 0]))
    body = np.concatenate((known.pair_body, rows[:, 1]))
    leads = np.concatenate((known.leads, rows[:, 2].astype("?")))
    return {"pair_task": task, "pair_body": body, "leads": leads, "pairs": begins(task, size)}


def begins(task: Numbers, size: int) -> Numbers:
    """Where the pairs of each task begin, one more than there are tasks."""
    return np.searchsorted(task, np.arange(size + 1)).astype("i4")


def _put_documents(connection: Connection, known: Columns, new: dict[str, Numbers]) -> None:
    """The kind, day and province of the documents of new tasks."""
    first, most = int(new["document"].min(initial=0)), int(new["document"].max(initial=0))
    kinds, issued, months, places, secret = (
        np.zeros(most + 1, kind) for kind in ("u1", "i4", "i2", "u1", "?")
    )
    query = "SELECT id, type, date, issuer, secrecy FROM documents WHERE id >= ? AND id <= ?"
    for id_, type_, day, issuer, stamp in plain(connection, query, first, most):
        kinds[id_] = min(known.types.number(type_), 255)
        issued[id_] = day_number(day)
        months[id_] = month_of(day)
        places[id_] = min(known.provinces.number(province_of_issuer(issuer)), 255)
        secret[id_] = bool(stamp)
    of = new["document"]
    new["type"][:], new["issued"][:], new["month"][:] = kinds[of], issued[of], months[of]
    new["province"][:], new["secret"][:] = places[of], secret[of]


def month_of(day: str | None) -> int:
    """The months up to that of a day, counted from the year 0; 0 for none.

    >>> month_of("2025-03-09"), divmod(month_of("2025-03-09") - 1, 12)
    (24303, (2025, 2))
    """
    said = day or ""
    if len(said) < 7 or not (said[:4].isdecimal() and said[5:7].isdecimal()):
        return 0
    return min(int(said[:4]), 2_700) * 12 + int(said[5:7])


@lru_cache(maxsize=50_000)
def province_of_issuer(issuer: str | None) -> str | None:
    """The province of an issuer, by the last place in its name, as it is today."""
    said = (place_of(issuer) or "").split(", ")[-1]
    return province_today(said) if said else None


def _put_bodies(
    connection: Connection, known: Columns, new: dict[str, Numbers], pairs: dict[str, Numbers], last: int
) -> None:
    """The level and the province of the first body that leads each task; where its place is not known, the province of
    the document stays."""
    begin = int(pairs["pairs"][last + 1])
    task, body = pairs["pair_task"][begin:][::-1], pairs["pair_body"][begin:][::-1]
    leads = pairs["leads"][begin:][::-1]
    first = np.zeros(len(new["document"]), "i4")
    first[task[leads] - last - 1] = body[
        leads
    ]  # of several the last one written stays: in this order the first
    levels, places = bodies_of_level(connection, known.provinces, np.unique(first))
    new["level"][:] = levels[first]
    new["province"][:] = np.where(places[first], places[first], new["province"])


def bodies_of_level(connection: Connection, provinces: Names, ids: Numbers) -> tuple[Numbers, Numbers]:
    """The levels and the provinces of bodies, by their ids."""
    most = int(ids.max(initial=0))
    levels, places = np.zeros(most + 1, "u1"), np.zeros(most + 1, "u1")
    query = "SELECT id, level, place FROM bodies WHERE id <= ?" + ("" if len(ids) > 500 else _AMONG)
    values = (most,) if len(ids) > 500 else (most, json.dumps(ids.tolist()))
    for id_, level, place in plain(connection, query, *values):
        levels[id_] = LEVELS.index(level) + 1 if level in LEVELS else 0
        places[id_] = min(provinces.number(_province_of_place(place)), 255)
    return levels, places


_AMONG = " AND id IN (SELECT value FROM json_each(?))"


@lru_cache(maxsize=50_000)
def _province_of_place(place: str | None) -> str | None:
    row = place_row(place)
    if row is None:
        return None
    return province_today(row.id if isinstance(row, Province) else province_of_locality(row.id))
