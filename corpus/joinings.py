"""What people said of two works, and what follows (nối văn bản): works that somebody joined are answered for as one.

Nothing that was settled is changed by it. The joinings are laid over the works whenever the corpus is asked: the
members of a group stand under the one that leads it. So a joining outlives documents that are read anew, and one that
is taken back leaves everything as it was before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, exists, select

from corpus.facts import JoiningFact
from corpus.models import Description, Document, Work, WorkJoining


@dataclass(frozen=True, slots=True)
class Groups:
    """Which works are one: each member's id to the id of the work that leads its group, and the members of each."""

    leading: Mapping[int, int] = field(default_factory=dict)
    members: Mapping[int, tuple[int, ...]] = field(default_factory=dict)

    def lead(self, work_id: int) -> int:
        """The work that stands for this one."""
        return self.leading.get(work_id, work_id)

    def spread(self, work_ids: Collection[int]) -> set[int]:
        """These works and all that are one with them."""
        led = {self.lead(id_) for id_ in work_ids}
        return led.union(*(self.members[id_] for id_ in led if id_ in self.members))


def history(connection: Connection) -> list[JoiningFact]:
    """Everything that was said of two works, the newest first."""
    query = select(WorkJoining).order_by(WorkJoining.id.desc())
    return [JoiningFact(**row._mapping) for row in connection.execute(query)]


def standing(connection: Connection) -> dict[tuple[str, str], JoiningFact]:
    """What holds of two works by now: their keys, as the joining has them, to what was said last."""
    return {(said.one, said.other): said for said in reversed(history(connection))}


def groups(connection: Connection) -> Groups:
    """The works that are one by what holds now, as far as the corpus has them. One that only reads sees one state of
    the corpus, so for it they are looked up once."""
    if connection.get_execution_options().get("writes"):
        return _groups(connection)
    if connection not in _READ:
        _READ[connection] = _groups(connection)
    return _READ[connection]


_READ: WeakKeyDictionary[Connection, Groups] = WeakKeyDictionary()


def _groups(connection: Connection) -> Groups:
    pairs = [pair for pair, said in standing(connection).items() if said.joined]
    if not pairs:
        return Groups()
    ids = ids_by_key(connection, {key for pair in pairs for key in pair})
    there = [(ids[one], ids[other]) for one, other in pairs if one in ids and other in ids]
    return _led(connection, _connected(there))


def ids_by_key(connection: Connection, keys: Collection[str]) -> dict[str, int]:
    """The works that bear these keys now. A work known by little is called by the words of its description: when more
    is known its key changes, and the description leads to it; when the words are read otherwise, its symbol does, where
    that is of one work only."""
    by_words = select(Description.fingerprint, Description.work_id).where(Description.fingerprint.in_(keys))
    by_key = select(Work.key, Work.id).where(Work.key.in_(keys))
    found = {words: id_ for words, id_ in connection.execute(by_words) if id_ is not None}
    found |= {row.key: row.id for row in connection.execute(by_key)}
    return found | _by_symbol(connection, [key for key in keys if key not in found and key.count("|") > 2])


def _by_symbol(connection: Connection, words: Collection[str]) -> dict[str, int]:
    """The only works that have the symbols with which these descriptions begin."""
    symbols = {one: one.partition("|")[0] for one in words}
    bearing: dict[str | None, list[int]] = defaultdict(list)
    for row in connection.execute(select(Work).where(Work.symbol_key.in_(set(symbols.values())))):
        bearing[row.symbol_key].append(row.id)
    return {one: bearing[symbol][0] for one, symbol in symbols.items() if len(bearing[symbol]) == 1}


def between(connection: Connection, one: int, other: int) -> JoiningFact | None:
    """What was said last of these two works, also under keys that they have no more."""
    said = standing(connection)
    ids = ids_by_key(connection, {key for pair in said for key in pair})
    for pair, last in said.items():
        if {ids.get(key) for key in pair} == {one, other}:
            return last
    return None


def _connected(pairs: Iterable[tuple[int, int]]) -> list[set[int]]:
    """The sets of works that are joined, directly or through others."""
    group_of: dict[int, set[int]] = {}
    for one, other in pairs:
        together = group_of.get(one, {one}) | group_of.get(other, {other})
        group_of |= dict.fromkeys(together, together)
    return [set(ids) for ids in {frozenset(group) for group in group_of.values()} if len(ids) > 1]


def _led(connection: Connection, sets: Collection[set[int]]) -> Groups:
    """The groups with their leaders: a work that the corpus holds, else one of which more is known."""
    everyone = {id_ for together in sets for id_ in together}
    held = exists().where(Document.description_id == Description.id, Description.work_id == Work.id)
    known = select(Work, held.label("held")).where(Work.id.in_(everyone))
    order = {
        row.id: (not row.held, row.date is None or len(row.date) < 10, row.issuer is None, row.key)
        for row in connection.execute(known)
    }
    leading: dict[int, int] = {}
    members: dict[int, list[int]] = defaultdict(list)
    for together in sets:
        ranked = sorted(together, key=order.__getitem__)
        first = ranked[0]
        leading |= dict.fromkeys(together, first)
        members[first] = ranked
    return Groups(leading, {id_: tuple(ranked) for id_, ranked in members.items()})
