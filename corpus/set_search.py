"""The search with what a server keeps in memory (`corpus.word_sets`, `corpus.task_columns`): the same steps and the
same scores as `corpus.search`, among those tasks that a person narrowed it down to, and with their exact number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from sqlalchemy import Connection

from corpus.search import Hit, answers
from corpus.search_rank import ABOVE_ALL, LOOSE, MOST, Listed, Row, matching, scored, worth_of
from corpus.search_steps import Phrase, Step
from corpus.task_columns import Columns
from corpus.terms import Counts, Known
from corpus.word_sets import Bits, WordSets, ids_in
from corpus.words import Question
from rulebook.spelling import key

_COMMON = 600  # words, that are read before anybody asks for them
_SHARE = 80  # a word is common if one in so many tasks has it
_WIDER = (
    4  # times the rows between which those last added stand: so far back words side by side are looked for
)
_PLACES = 12_000  # of words, that are read for it
_SCORED = (
    80  # rows that are read; they are chosen among all that match, so fewer are needed than in `search_rank`
)


@dataclass(frozen=True, slots=True)
class Ranked:
    """The best hits, and `ids` of all rows that have every word of the question, with those of the hits that do not, in
    their order; `exact` is how many have every word."""

    hits: list[Hit]
    ids: Bits
    exact: int


@dataclass(slots=True)
class Memory:
    """What is kept, of one state of the corpus: the sets of words, the columns, what is `known` of words, and the sets
    of what people narrowed the tasks down to (`corpus.faceted`)."""

    sets: WordSets
    columns: Columns
    generation: int
    known: Known = field(default_factory=Known)
    narrowed: dict[Any, Bits] = field(default_factory=dict)


def _words_of(phrase: Phrase) -> list[Phrase]:
    """The words of a phrase, each alone. One that was typed without diacritics may have any: whether a row has it to
    the letter, its score tells."""
    return [
        Phrase("folded" if phrase.column == "exact" and key(word) == word else phrase.column, word)
        for word in phrase.said.split()
    ]


def find(connection: Connection, memory: Memory, question: Question, limit: int, among: Bits) -> Ranked:
    """The tasks that answer the question best, at most `limit`, of those in the set `among`."""
    counts = Counts(connection, "task_words", memory.known)
    ranking = _Ranking(connection, memory, counts, among)
    hits = answers(question, limit, counts, ranking.rank)
    every = ranking.with_every_word(question, any(hit.match == "folded" for hit in hits))
    exact = ids_in(every)
    loose = {hit.id for hit in hits if not every[hit.id >> 3] >> (hit.id & 7) & 1}
    return Ranked(hits, np.sort(np.append(exact, list(loose)).astype("i8")) if loose else exact, len(exact))


@dataclass(slots=True)
class _Ranking:
    connection: Connection
    memory: Memory
    counts: Counts
    among: Bits

    def with_every_word(self, question: Question, folded: bool) -> Bits:
        """The rows that have all words of the question, those that were typed with diacritics to the letter, or, where
        only that found any, with others: however many steps were taken."""
        bits = self.among.copy()
        for word in question.words if question.units else ():
            to_the_letter = word.marked and not folded
            bits &= self._of(Phrase("exact", word.typed) if to_the_letter else Phrase("folded", word.folded))
        return bits

    def rank(self, step: Step) -> list[Row]:
        """The rows that a step finds, as `corpus.search_rank.ranked` gives them."""
        known = {phrase: self.counts.of(phrase.column, phrase.said) for phrase in step.phrases}
        strict = step.match not in LOOSE
        if strict and not all(known.values()):
            return []
        if step.units:
            ids, worth = self._with_enough(step, known)
        else:
            ids = self._with_all(step, known)
            worth = np.zeros(len(ids))
        sizes = self.memory.columns.words[ids]
        # With the same words a shorter row scores more; of equal ones the later.
        chosen = np.lexsort((-ids, sizes, -worth))[:_SCORED]
        days = self.memory.columns.issued[ids[chosen]]
        of_each = zip(ids[chosen].tolist(), sizes[chosen].tolist(), days.tolist(), strict=True)
        listed = {id_: Listed(words, day) for id_, words, day in of_each}
        return scored(self.connection, self.counts, known, listed, strict=strict) if listed else []

    def _with_all(self, step: Step, known: dict[Phrase, int]) -> Bits:
        """Of the rows with every phrase the last added, those first that have the whole question side by side."""
        bits, most = self.among.copy(), MOST["task_words"]
        choices = step.choices or [(phrase,) for phrase in sorted(known, key=known.__getitem__)]
        for choice in choices:
            bits &= self._roughly(choice)
            if not bits.any():
                return ids_in(bits)
        found = ids_in(bits)
        if len(found) > most:  # of fewer the scores tell which have words side by side
            for phrase in known:
                bits &= self._of(self._side_by_side(phrase)) if " " in phrase.said else 255
            found = ids_in(bits)
        if len(found) <= most or step.whole is None or len(step.phrases) < 2:
            return found[-most:]
        last = found[-most:]
        since = max(int(last[-1]) - _WIDER * int(last[-1] - last[0]), self._far_enough(step.whole))
        together = np.array(matching(self.connection, "task_words", step.whole.expression, since, most), "i8")
        together = together[together < len(bits) * 8]
        together = together[(bits[together >> 3] >> (together & 7) & 1).astype("?")]
        return together if len(together) >= _SCORED else np.union1d(together, last)

    def _side_by_side(self, phrase: Phrase) -> Phrase:
        """The compound word for words side by side, where there is one: to find it no places have to be read."""
        word = "_".join(phrase.said.split())
        return Phrase("words", word) if phrase.column == "exact" and self.counts.of("words", word) else phrase

    def _far_enough(self, whole: Phrase) -> int:
        """The first row that is looked at for these words side by side, so that not too many places of them are read:
        two that everybody uses may stand together nowhere."""
        places = sum(self.counts.of(word.column, word.said) for word in _words_of(whole))
        size = self.memory.columns.size
        return size - size * _PLACES // max(places, 1)

    def _roughly(self, phrases: Sequence[Phrase]) -> Bits:
        """The rows that have all words of one of these phrases, side by side or not."""
        either = np.zeros_like(self.among)
        for phrase in phrases:
            first, *others = _words_of(phrase)
            bits = self._of(first)
            for word in others:
                bits = bits & self._of(word)
            either = either | bits if len(phrases) > 1 else bits
        return either

    def _with_enough(self, step: Step, known: dict[Phrase, int]) -> tuple[Bits, Bits]:
        """Of the rows that have enough of the units, those that have most and the rarest, with what they have."""
        rows, _ = self.counts.whole
        sets = [self._roughly(unit) for unit in step.units]
        number = np.zeros(len(self.among) * 8, "u1")
        for bits in sets:
            number += np.unpackbits(bits, bitorder="little")
        number *= np.unpackbits(self.among, bitorder="little")
        left: list[Bits] = []
        for n in range(len(sets), step.least - 1, -1):
            left.append(np.flatnonzero(number == n)[-MOST["task_words"] :])
            if sum(map(len, left)) >= MOST["task_words"]:
                break
        ids = np.concatenate(left)[: MOST["task_words"]]
        had = np.zeros(len(ids))
        for bits, unit in zip(sets, step.units, strict=True):
            worth = 1 + worth_of(sum(known[phrase] for phrase in unit), rows) / ABOVE_ALL
            had += worth * (bits[ids >> 3] >> (ids & 7) & 1)
        return ids, had

    def _of(self, phrase: Phrase) -> Bits:
        memory = self.memory
        return memory.sets.of(self.connection, phrase, memory.columns.size, memory.generation)


def common_words(connection: Connection, size: int) -> list[Phrase]:
    """The words that many of so many tasks have, the most frequent first."""
    query = "SELECT col, term FROM task_words_terms WHERE rows > ? ORDER BY rows DESC LIMIT ?"
    rows = connection.exec_driver_sql(query, (max(size // _SHARE, 5_000), _COMMON))
    return [word for col, term in rows for word in _words_of(Phrase(col, term))]
