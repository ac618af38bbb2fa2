"""Which tasks have a word, as sets in memory (tập các nhiệm vụ có một từ): a bit for each task.

The index on disk reads every place of a word to answer with its rows; for a common word that takes as long as all else
together. A server is asked for the same few thousand words again and again, so the rows of each are kept once they were
read: a bit for each task where many have it, else their ids; at most `MOST_BYTES` of them, those that were asked for
last. To find the rows that have all of several words is then a matter of microseconds.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from corpus.search_steps import Phrase
from rulebook.spelling import key

Bits = NDArray[Any]

MOST_BYTES = 192_000_000
_FEW = 32  # where fewer than one in so many tasks have it, ids take less room than bits


@dataclass(frozen=True, slots=True)
class _Set:
    """The rows below `upto` that have a phrase, as bits or as ids."""

    upto: int
    bits: Bits | None
    ids: Bits | None

    @property
    def bytes(self) -> int:
        return sum(one.nbytes for one in (self.bits, self.ids) if one is not None)

    def mask(self, size: int) -> Bits:
        """One truth value for each id below `size`, rounded up to whole bytes."""
        found = np.zeros((size + 7) // 8 * 8, "?")
        if self.ids is not None:
            found[self.ids[: np.searchsorted(self.ids, size)]] = True
        elif self.bits is not None:
            said = np.unpackbits(self.bits, bitorder="little")[: min(self.upto, size)]
            found[: len(said)] = said
        return found


class WordSets:
    """The sets of phrases that were asked for last. `generation` changes when tasks were taken out: then all sets are
    read anew; tasks that were added are read when a set is asked for again."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most, self._held = most_bytes, 0
        self._lock = Lock()
        self._sets: OrderedDict[Phrase, _Set] = OrderedDict()
        self._generation = -1

    def of(self, connection: Connection, phrase: Phrase, size: int, generation: int) -> Bits:
        """The rows with ids below `size` that have a phrase in their words or over them, as a set."""
        with self._lock:
            if generation != self._generation:
                self._sets.clear()
                self._generation, self._held = generation, 0
            known = self._sets.get(phrase) or _Set(0, None, None)
            if known.upto:
                self._sets.move_to_end(phrase)
        if known.upto < size:
            known = _extended(connection, phrase, known, size)
            with self._lock:
                if generation == self._generation:
                    self._keep(phrase, known)
        if known.bits is not None and known.upto == size:
            return known.bits
        return packed(known.mask(size))

    def _keep(self, phrase: Phrase, made: _Set) -> None:
        old = self._sets.pop(phrase, None)
        self._sets[phrase] = made
        self._held += made.bytes - (old.bytes if old else 0)
        while len(self._sets) > 1 and self._held > self._most:
            self._held -= self._sets.popitem(last=False)[1].bytes


def _extended(connection: Connection, phrase: Phrase, known: _Set, size: int) -> _Set:
    query = (
        "SELECT json_group_array(rowid) FROM task_words WHERE task_words MATCH ? AND rowid >= ? AND rowid < ?"
    )
    said = connection.exec_driver_sql(query, (_expression(phrase), known.upto, size)).scalar()
    rows = np.array(json.loads(said or "[]"), "i4")
    if known.bits is None and (len(rows) + (0 if known.ids is None else len(known.ids))) * _FEW < size:
        return _Set(size, None, rows if known.ids is None else np.concatenate((known.ids, rows)))
    mask = known.mask(size)
    mask[rows] = True
    return _Set(size, packed(mask), None)


def _expression(phrase: Phrase) -> str:
    """As FTS5 takes it; without the columns where no other column has such words unless these have, as it then need
    not look where in a row a word stands: what is in any column is in those without diacritics, a compound word
    (`_`) only in those of compound words, and what has diacritics is as well in those that are to the letter."""
    folded = key(phrase.said) == phrase.said.replace("_", " ")
    if phrase.column == "folded" or "_" in phrase.said or (phrase.column == "exact" and not folded):
        return f'"{phrase.said}"'
    return phrase.expression


def packed(mask: Bits) -> Bits:
    """A mask (one truth value for each id) as a set."""
    return np.packbits(mask, bitorder="little")


def ids_in(bits: Bits) -> Bits:
    """The ids in a set, in their order."""
    return np.flatnonzero(np.unpackbits(bits, bitorder="little").view("?"))
