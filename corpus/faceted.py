"""Tasks by their words and by what they are narrowed to (tìm kiếm có lọc): one page of them, and how many there are of
each kind among all that match.

With a question the tasks stand in the order of `corpus.search`; without one by their deadlines: those ahead first, then
tasks without a day, then those whose day has passed, the last first.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from threading import Event, Lock, Thread
from typing import Literal

import numpy as np
from sqlalchemy import Connection, func, select

from corpus.models import Correction, WorkJoining
from corpus.search_models import SearchState
from corpus.search_steps import Match
from corpus.set_search import Memory, common_words, find
from corpus.store import Corpus
from corpus.task_columns import LEVELS, Columns, extended, nothing
from corpus.task_overlay import as_corrected
from corpus.ticks import task_states
from corpus.word_sets import Bits, WordSets, ids_in, packed
from corpus.words import Question

Status = Literal["open", "doing", "done", "overdue"]
Due = Literal["again", "none"]

_SMALL = 50_000  # tasks that are read anew while somebody waits; of more the old columns serve until the new are read
_NARROWED = 64  # sets of what tasks were narrowed down to that are kept
_NO_DAY, _PAST = 1 << 22, 1 << 23  # after every day that a calendar has


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowed:
    """What tasks are narrowed to. `body` is a body that leads or supports them, as the documents name it (id);
    `bodies` any of these; `months` the first and last of the document, counted from the year 0; `due` the first and
    the last day of a deadline, or that it comes `again`, or that there is `none`; `secret` lets those of documents with
    a stamp of secrecy in."""

    body: int | None = None
    bodies: frozenset[int] | None = None
    level: str | None = None
    province: str | None = None
    type: str | None = None
    months: tuple[int, int] | None = None
    due: tuple[date | None, date | None] | Due | None = None
    status: Status | None = None
    secret: bool = False

    @property
    def anything(self) -> bool:
        """Whether it rules anything out that could be seen."""
        return any(
            one is not None
            for one in (
                self.body,
                self.bodies,
                self.level,
                self.province,
                self.type,
                self.months,
                self.due,
                self.status,
            )
        )


@dataclass(frozen=True, slots=True)
class Listed:
    """A task of a page: its id, how it was found (missing in a list by deadlines), and where the list goes on."""

    id: int
    match: Match | None
    place: int


@dataclass(frozen=True, slots=True)
class Counted:
    """How many of the tasks that match are of each kind: names or numbers, each with its number."""

    bodies: tuple[tuple[int, int], ...]
    levels: tuple[tuple[str, int], ...]
    provinces: tuple[tuple[str, int], ...]
    types: tuple[tuple[str, int], ...]
    years: tuple[tuple[int, int], ...]
    quarters: tuple[tuple[int, int], ...]
    due: Mapping[str, int]
    status: Mapping[Status, int]


@dataclass(frozen=True, slots=True)
class TaskPage:
    """A page of tasks; `exact` is how many match in every word, `total` with those on the list that match loosely."""

    tasks: tuple[Listed, ...]
    more: bool
    total: int
    exact: int
    counted: Counted


class TaskSearch:
    """The search of one open corpus, with what it keeps in memory."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._lock, self._beginning, self._ready = Lock(), Lock(), Event()
        self._sets = WordSets()
        self._read = Memory(self._sets, nothing(), -1)
        self._corrected: tuple[object, Memory, Mapping[int, str]] | None = None
        self._reading: Thread | None = None

    def warm(self) -> None:
        """Read what a first question would have to wait for; at once where that was done."""
        if self._ready.is_set():
            return
        with self._beginning:  # nobody who waits here keeps others from a connection
            if not self._ready.is_set():
                with self._corpus.reading() as connection:
                    self._memory(connection)
                self._ready.set()

    def warm_words(self) -> None:
        """Read the sets of the most frequent words, one by one, so that others are answered in between."""
        self.warm()
        with self._corpus.reading() as connection:
            words = common_words(connection, self._read.columns.size)
        for word in words:
            with self._corpus.reading() as connection:
                memory, _ = self._memory(connection)
                memory.sets.of(connection, word, memory.columns.size, memory.generation)

    def page(
        self,
        connection: Connection,
        question: Question,
        narrowed: Narrowed,
        today: date,
        after: int,
        limit: int,
    ) -> TaskPage:
        """At most `limit` tasks after the place `after` (0 at first; `Listed.place`)."""
        memory, states = self._memory(connection)
        columns = memory.columns
        among = _narrowed(memory, narrowed, today, states)
        if question.units:
            ranked = find(connection, memory, question, after + limit + 1, among)
            hits = ranked.hits[after:]
            tasks = tuple(Listed(hit.id, hit.match, after + n) for n, hit in enumerate(hits[:limit], 1))
            more, ids, exact = len(hits) > limit, ranked.ids, ranked.exact
        else:
            ids = ids_in(among)
            tasks, more = _by_deadline(columns, ids, today, after, limit)
            exact = len(ids)
        return TaskPage(tasks, more, len(ids), exact, counted(columns, ids, today, states))

    def _memory(self, connection: Connection) -> tuple[Memory, Mapping[int, str]]:
        """What is kept, brought up to date, and which tasks are done or being done."""
        removals = int(connection.scalar(select(SearchState.removals)) or 0)
        with self._lock:
            if self._read.generation not in (removals, -1) and self._read.columns.size > _SMALL:
                self._read_apart(removals)
            else:
                old = self._read.columns if self._read.generation == removals else nothing()
                columns = extended(connection, old)
                if columns is not self._read.columns:
                    self._read = Memory(self._sets, columns, removals)
            return self._laid_over(connection, self._read)

    def _laid_over(self, connection: Connection, memory: Memory) -> tuple[Memory, Mapping[int, str]]:
        """With what people put right and ticked."""
        last = connection.scalar(select(func.max(Correction.id)))
        if last is None:
            return memory, {}
        joined = connection.scalar(
            select(func.max(WorkJoining.id))
        )  # so two works have the corrections of each
        state = (memory.generation, memory.columns.size, last, joined)
        if self._corrected is None or self._corrected[0] != state:
            columns = as_corrected(connection, memory.columns)
            self._corrected = (state, replace(memory, columns=columns, narrowed={}), task_states(connection))
        return self._corrected[1:]

    def _read_apart(self, removals: int) -> None:
        if self._reading and self._reading.is_alive():
            return

        def read() -> None:
            with self._corpus.reading() as connection:
                removals = int(connection.scalar(select(SearchState.removals)) or 0)
                columns = extended(connection, nothing())
            with self._lock:
                self._read = Memory(self._sets, columns, removals)

        self._reading = Thread(target=read, daemon=True)
        self._reading.start()


def _narrowed(memory: Memory, narrowed: Narrowed, today: date, states: Mapping[int, str]) -> Bits:
    """The set of the tasks that fit; it is kept, as people look for other words among the same."""
    asked = (narrowed, today)
    found = memory.narrowed.get(asked)
    if found is None:
        found = packed(mask_of(memory.columns, narrowed, today, states))
        if len(memory.narrowed) >= _NARROWED:
            memory.narrowed.clear()
        memory.narrowed[asked] = found
    return found


def mask_of(columns: Columns, narrowed: Narrowed, today: date, states: Mapping[int, str]) -> Bits:
    """The tasks that fit, one truth value for each id."""
    fits = columns.document > 0
    if not narrowed.secret:
        fits &= ~columns.secret
    if narrowed.level:
        fits &= columns.level == (LEVELS.index(narrowed.level) + 1 if narrowed.level in LEVELS else 255)
    if narrowed.province:
        fits &= columns.province == columns.provinces.known.get(narrowed.province, -1)
    if narrowed.type:
        fits &= columns.type == columns.types.known.get(narrowed.type, -1)
    if narrowed.months:
        fits &= (columns.month >= narrowed.months[0]) & (columns.month <= narrowed.months[1])
    for bodies in ([narrowed.body] if narrowed.body is not None else None, narrowed.bodies):
        if bodies is not None:
            fits &= _of_bodies(columns, bodies)
    if narrowed.due is not None:
        fits &= _due(columns, narrowed.due)
    return fits & _with_status(columns, narrowed.status, today, states) if narrowed.status else fits


def _of_bodies(columns: Columns, bodies: Collection[int]) -> Bits:
    fits: Bits = np.zeros(columns.size, "?")
    some = list(bodies)
    pairs = columns.pair_body == some[0] if len(some) == 1 else np.isin(columns.pair_body, some)
    fits[columns.pair_task[pairs]] = True
    return fits


def _due(columns: Columns, due: tuple[date | None, date | None] | Due) -> Bits:
    if due == "again":
        return columns.recurs
    if due == "none":
        none: Bits = (columns.due == 0) & ~columns.recurs
        return none
    first, last = due
    fits = columns.due > 0
    if first:
        fits &= np.maximum(columns.due, columns.last) >= first.toordinal()
    return fits & (columns.due <= last.toordinal()) if last else fits


def _with_status(columns: Columns, status: Status, today: date, states: Mapping[int, str]) -> Bits:
    said = _ticked(columns, states)
    if status == "overdue":
        late: Bits = (columns.last > 0) & (columns.last < today.toordinal()) & (said != 2)
        return late
    fits: Bits = said == ("open", "doing", "done").index(status)
    return fits


def _ticked(columns: Columns, states: Mapping[int, str]) -> Bits:
    said = np.zeros(columns.size, "u1")
    for id_, state in states.items():
        if id_ < columns.size:
            said[id_] = ("open", "doing", "done").index(state)
    return said


def _by_deadline(
    columns: Columns, ids: Bits, today: date, after: int, limit: int
) -> tuple[tuple[Listed, ...], bool]:
    day, now = columns.due[ids].astype("i8"), today.toordinal()
    late = np.maximum(day, columns.last[ids])
    when = np.where(day == 0, _NO_DAY, np.where(late >= now, np.maximum(day, now) - now, _PAST + now - late))
    places = (when << 32) + ids
    places = places[places > after]
    if len(places) > 4 * (limit + 1):
        places = np.partition(places, limit + 1)[: limit + 1]
    first = np.sort(places)[: limit + 1].tolist()
    return tuple(Listed(place & 0xFFFFFFFF, None, place) for place in first[:limit]), len(first) > limit


_MOST_BODIES, _MOST_OTHERS = 40, 12


def counted(columns: Columns, ids: Bits, today: date, states: Mapping[int, str]) -> Counted:
    """How many of these tasks are of each kind; of bodies and provinces those that have most."""
    months = np.bincount(columns.month[ids])
    quarters = {int(n): int(months[n]) for n in np.flatnonzero(months) if n}
    years: dict[int, int] = {}
    by_quarter: dict[int, int] = {}
    for month, number in quarters.items():
        years[(month - 1) // 12] = years.get((month - 1) // 12, 0) + number
        by_quarter[(month - 1) // 3] = by_quarter.get((month - 1) // 3, 0) + number
    day, last, again = columns.due[ids], columns.last[ids], columns.recurs[ids]
    said = _ticked(columns, states)[ids] if states else np.zeros(len(ids), "u1")
    due = {name: _number_within(day, last, span) for name, span in spans(today).items()}
    due |= {"again": int(again.sum()), "none": int(((day == 0) & ~again).sum())}
    overdue = int(((last > 0) & (last < today.toordinal()) & (said != 2)).sum())
    ticked = np.bincount(said, minlength=3)
    return Counted(
        bodies=_most(np.bincount(_bodies_in(columns, ids)), _MOST_BODIES),
        levels=tuple(
            (LEVELS[n - 1], number) for n, number in _most(np.bincount(columns.level[ids], minlength=5), 4)
        ),
        provinces=_named(columns.provinces.known, np.bincount(columns.province[ids])),
        types=_named(columns.types.known, np.bincount(columns.type[ids])),
        years=tuple(sorted(years.items(), reverse=True)),
        quarters=tuple(sorted(by_quarter.items(), reverse=True)),
        due=due,
        status={"overdue": overdue, "open": int(ticked[0]), "doing": int(ticked[1]), "done": int(ticked[2])},
    )


def spans(today: date) -> dict[str, tuple[date, date]]:
    """The periods in which deadlines are counted: this month, the next, and the rest of the year.

    >>> spans(date(2026, 11, 29))["next_month"]
    (datetime.date(2026, 12, 1), datetime.date(2026, 12, 31))
    """
    first = today.replace(day=1)
    following = (first.replace(day=28) + (date(2000, 1, 8) - date(2000, 1, 1))).replace(day=1)
    after = (following.replace(day=28) + (date(2000, 1, 8) - date(2000, 1, 1))).replace(day=1)
    one = date.resolution
    return {
        "this_month": (first, following - one),
        "next_month": (following, after - one),
        "this_year": (today.replace(month=1, day=1), today.replace(month=12, day=31)),
    }


def _number_within(day: Bits, last: Bits, span: tuple[date, date]) -> int:
    first, end = (one.toordinal() for one in span)
    return int(((day > 0) & (np.maximum(day, last) >= first) & (day <= end)).sum())


def _bodies_in(columns: Columns, ids: Bits) -> Bits:
    """The bodies of these tasks, each as often as it stands there."""
    if len(ids) * 4 > columns.size:
        chosen = np.zeros(columns.size, "?")
        chosen[ids] = True
        every: Bits = columns.pair_body[chosen[columns.pair_task]]
        return every
    begin, end = columns.pairs[ids], columns.pairs[ids + 1]
    number = end - begin
    if not number.sum():
        return np.zeros(0, "i4")
    at = np.repeat(begin - np.append(0, np.cumsum(number)[:-1]), number) + np.arange(number.sum())
    some: Bits = columns.pair_body[at]
    return some


def _most(numbers: Bits, most: int) -> tuple[tuple[int, int], ...]:
    """The numbers that occur most often, with how often; not 0, which is none."""
    there = np.flatnonzero(numbers)
    there = there[there > 0]
    first = there[np.argsort(-numbers[there], kind="stable")[:most]]
    return tuple((int(n), int(numbers[n])) for n in first)


def _named(known: Mapping[str, int], numbers: Bits) -> tuple[tuple[str, int], ...]:
    words = list(known)
    return tuple((words[n - 1], number) for n, number in _most(numbers, _MOST_OTHERS) if n <= len(words))
