"""One box over tasks, agencies and documents (tìm kiếm): a page of tasks with their owners then and now, how many there
are of each kind, and the agencies and documents that the question names.

A server asks one `Finder` for all of its users. Answers are kept until the corpus changes, the last `_KEPT` of them.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field, replace
from datetime import date
from threading import BoundedSemaphore, Lock
from typing import Any

from corpus import bodies, body_names, queries
from corpus.engine import Connection
from corpus.faceted import Counted, Narrowed, TaskPage, TaskSearch
from corpus.search_steps import Match
from corpus.seats import Identity
from corpus.secrecy import is_secret
from corpus.store import Corpus
from corpus.words import Question, question
from graph.agencies import identity_of
from graph.agency_history import agency_history, followed
from graph.highlight import Range, highlights
from graph.numbered import Numbered, numbered
from graph.owned import Owned, owned
from rulebook.bodies import Body
from rulebook.naming import full_name
from rulebook.spelling import key

_KEPT = 1_000
_AT_WORK = (
    2  # questions at a time: one process has one interpreter, and more would only take it from each other
)
_AGENCIES = 3
_LOOKED_AT = 200  # bodies of such a name, of which the first are chosen
_WORDS_OF_A_NAME = 14
_MOST_KNOWN = 20_000  # bodies whose names are kept
_NOW = 12  # agencies of today that are counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What somebody looks for: words, what the tasks are narrowed to, an agency of today (`now`, a key as
    `corpus.seats.Identity` has it) that they are with, and where the list goes on."""

    typed: str = ""
    narrowed: Narrowed = field(default_factory=Narrowed)
    now: str = ""
    after: int = 0
    limit: int = 10


@dataclass(frozen=True, slots=True)
class FoundTask:
    """A task on the page: how it was found, the characters of its words that answer, and how far it is."""

    owned: Owned
    match: Match | None
    ranges: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency that the question names, with its id, how many tasks it leads and supports as documents name it, and
    who answers for it now, where that is another."""

    id: int
    body: Identity
    leads: int
    supports: int
    now: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CountedBody:
    """An agency among the tasks that match: its id or key, its name, and how many tasks it has."""

    value: str
    name: str
    number: int


@dataclass(frozen=True, slots=True)
class Answers:
    """The answer. `total` tasks match, `exact` of them in every word; not more than these where `at_most`, as of some
    the words decide whether the agency of today has them. `place` is where the list goes on, 0 at its end."""

    tasks: tuple[FoundTask, ...]
    place: int
    total: int
    exact: int
    at_most: bool
    counted: Counted
    named: tuple[CountedBody, ...]
    now: tuple[CountedBody, ...]
    agencies: tuple[Agency, ...]
    documents: tuple[Numbered, ...]
    number_of_documents: int


@dataclass(frozen=True, slots=True)
class _Known:
    """The name of a body, and the keys and names of those who answer for it on the day."""

    name: str
    heirs: tuple[tuple[str, str], ...]


class Finder:
    """The search of one open corpus."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._search = TaskSearch(corpus)
        self._watch = corpus.watch()
        self._lock, self._at_work = Lock(), BoundedSemaphore(_AT_WORK)
        self._state: Any = None
        self._kept: OrderedDict[Any, Answers] = OrderedDict()
        self._bodies: dict[int, _Known] = {}

    def warm(self) -> None:
        """Read what a first question would have to wait for, and the words that everybody asks for."""
        self._search.warm()
        question("Rà soát")  # what finds compound words is loaded with the first of them
        self._search.warm_words()

    def close(self) -> None:
        """Let the corpus go."""
        self._watch.close()

    def find(self, sought: Sought, today: date) -> Answers:
        """The answer to a question on a day."""
        state = (self._watch.version(), today)
        with self._lock:
            if state != self._state:
                self._kept.clear()
                self._bodies = {}
                self._state = state
            if sought in self._kept:
                self._kept.move_to_end(sought)
                return self._kept[sought]
        self._search.warm()
        with self._at_work, self._corpus.reading() as connection:
            found = _Asking(connection, self._search, sought, today, self._bodies).answers()
        with self._lock:
            if state == self._state:
                self._kept[sought] = found
                while len(self._kept) > _KEPT:
                    self._kept.popitem(last=False)
        return found


@dataclass(slots=True)
class _Asking:
    connection: Connection
    search: TaskSearch
    sought: Sought
    today: date
    known: dict[int, _Known]

    def answers(self) -> Answers:
        sought = self.sought
        asked = question(sought.typed)
        narrowed, perhaps = self._with_today()
        page = self.search.page(self.connection, asked, narrowed, self.today, sought.after, sought.limit)
        first = sought.after == 0
        documents, number = numbered(self.connection, sought.typed) if first else ((), 0)
        if not sought.narrowed.secret:
            documents = tuple(
                one
                for one in documents
                if not one.document or not is_secret(self.connection, one.document.id)
            )
        named, now = self._bodies(page.counted)
        return Answers(
            tasks=self._tasks(page, asked, perhaps),
            place=page.tasks[-1].place if page.more else 0,
            total=page.total,
            exact=page.exact,
            at_most=bool(perhaps),
            counted=page.counted,
            named=named,
            now=now,
            agencies=self._agencies() if first else (),
            documents=documents,
            number_of_documents=number,
        )

    def _with_today(self) -> tuple[Narrowed, frozenset[int]]:
        """What the tasks are narrowed to, with the bodies that came before the agency of today; those of them whose
        tasks it may have, as their words decide."""
        if not self.sought.now:
            return self.sought.narrowed, frozenset()
        agency, _, place = self.sought.now.partition("@")
        itself = identity_of(Body(agency, place or None))
        ids = bodies.body_ids(self.connection, [self.sought.now])
        before = agency_history(self.connection, itself, self.today).before
        every = frozenset(ids.values()) | {one.id for one in before}
        return replace(self.sought.narrowed, bodies=every), frozenset(
            one.id for one in before if not one.whole
        )

    def _tasks(self, page: TaskPage, asked: Question, perhaps: frozenset[int]) -> tuple[FoundTask, ...]:
        matches = {one.id: one.match for one in page.tasks}
        known = queries.tasks(self.connection, matches)
        tasks = [known[id_] for id_ in matches if id_ in known]
        found = owned(self.connection, tasks, self.today)
        return tuple(
            FoundTask(one, matches[one.task.id], highlights(one.task.quote, asked, matches[one.task.id]))
            for one in found
            if not perhaps or self._is_with(one)
        )

    def _is_with(self, one: Owned) -> bool:
        """Whether the agency of today has the task, or may have it."""
        for owner in one.owners:
            keys = {f"{heir.body.agency}@{heir.body.place or ''}" for heir in owner.heirs}
            if self.sought.now in keys or owner.body.key == self.sought.now:
                return True
        return False

    def _bodies(self, counted: Counted) -> tuple[tuple[CountedBody, ...], tuple[CountedBody, ...]]:
        """The agencies that most tasks name, and those of today that have their tasks, or may have them."""
        known = self.known
        missing = [id_ for id_, _ in counted.bodies if id_ not in known]
        if len(known) > _MOST_KNOWN:
            known.clear()
            missing = [id_ for id_, _ in counted.bodies]
        for id_, body in bodies.bodies(self.connection, missing).items() if missing else ():
            known[id_] = _Known(body.full_name, self._heirs(body))
        there = [(id_, known[id_], number) for id_, number in counted.bodies if id_ in known]
        named = tuple(CountedBody(str(id_), one.name, number) for id_, one, number in there)
        now: dict[tuple[str, str], int] = {}
        for _, one, number in there:
            for heir in one.heirs:
                now[heir] = now.get(heir, 0) + number
        most = sorted(now.items(), key=lambda one: -one[1])[:_NOW]
        return named[:_NOW], tuple(CountedBody(*heir, number) for heir, number in most)

    def _heirs(self, body: Identity) -> tuple[tuple[str, str], ...]:
        """Who has its tasks on the day, or may have them: keys and names."""
        if not body.agency or body.group:
            return ()
        found = [heir.body for heir in followed(Body(body.agency, body.place), self.today).heirs]
        return tuple((f"{heir.agency}@{heir.place or ''}", heir.name) for heir in found)

    def _agencies(self) -> tuple[Agency, ...]:
        """The agencies whose name has all words that were typed, those of this very name first."""
        typed = self.sought.typed
        if not 2 <= len(typed.split()) <= _WORDS_OF_A_NAME:
            return ()
        called = key(full_name(typed))
        ids = body_names.that_have(self.connection, called, _LOOKED_AT)
        known = bodies.bodies(self.connection, ids)
        order = [id_ for id_ in ids if id_ in known]
        order.sort(key=lambda id_: (key(known[id_].full_name) != called, known[id_].agency is None))
        shown = order[:_AGENCIES]
        numbers = bodies.numbers_of_duties(self.connection, shown)
        return tuple(
            Agency(id_, known[id_], *numbers.get(id_, (0, 0)), self._now(known[id_])) for id_ in shown
        )

    def _now(self, body: Identity) -> tuple[str, ...]:
        if not body.agency or body.group:
            return ()
        found = followed(Body(body.agency, body.place), self.today)
        return tuple(heir.body.name for heir in found.heirs) if found.state != "living" else ()
