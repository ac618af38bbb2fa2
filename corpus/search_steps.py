"""A question as FTS5 expressions, from the strictest reading to the loosest; `corpus.search` says what each is for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Literal

from corpus.terms import Column, Counts
from corpus.words import Question, Unit, Word

Match = Literal["words", "exact", "typed", "folded", "similar", "some"]

# Letters: in Vietnamese most shorter words are one letter away from several others. Among other words that the corpus
# knows a word may be mended from four letters on, alone it must be long.
_MENDABLE = 4
_LONG = 6
_DEEPEST = (
    3  # units that a row of the last step is asked for one by one; how many it has in all is counted later
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words side by side in one kind of column."""

    column: Column
    said: str

    @property
    def expression(self) -> str:
        """As FTS5 takes it. `said` holds letters, digits, `_` and blanks only, so the quotes hold it."""
        return f'{{{self.column} over_{self.column}}} : "{self.said}"'


@dataclass(frozen=True, slots=True)
class Step:
    """One reading of the question: the expression that finds its rows, and the phrases that count for a row. `whole` is
    the phrase of the whole question, its words side by side, where there is one. Where a row need not have all, `units`
    are the phrases for each unit, the rarest first, and a row must have at least so many (`least`); of `choices` it
    must have one of each."""

    match: Match
    expression: str
    phrases: tuple[Phrase, ...]
    whole: Phrase | None = None
    units: tuple[tuple[Phrase, ...], ...] = ()
    least: int = 0
    choices: tuple[tuple[Phrase, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a unit of the question: the phrase that finds it, and its words without diacritics."""

    phrase: Phrase
    folded: str
    mended: bool = False


def strict_steps(question: Question) -> list[Step]:
    """The steps that ask for every word."""
    words = question.words
    steps = [
        _strict("exact", [_exactly(unit) for unit in question.units]),
        _strict("typed", [_exactly((word,)) if word.marked else _roughly((word,)) for word in words]),
        _strict("folded", [_roughly(unit) for unit in question.units]),
    ]
    if any(len(unit) > 1 for unit in question.units):
        steps.insert(0, _strict("words", [_as_word(unit) for unit in question.units]))
    return steps


def loose_steps(choices: list[list[Reading]], share: float, counts: Counts) -> list[Step]:
    """The steps for a question that was misspelt, or whose words do not all stand in one place; `choices` are the
    readings of each unit, of which a row must have at least this `share`."""
    read = [[reading.phrase for reading in choice] for choice in choices if choice]
    phrases = tuple(phrase for choice in read for phrase in choice)
    steps: list[Step] = []
    if any(reading.mended for choice in choices for reading in choice):
        steps.append(Step("similar", _all(map(either, read)), phrases, choices=tuple(map(tuple, read))))
    least = ceil(share * len(choices))
    if 1 < len(read) >= least:
        read.sort(key=lambda choice: sum(counts.of(phrase.column, phrase.said) for phrase in choice))
        units = tuple(map(tuple, read))
        steps.append(Step("some", _any(map(either, read)), phrases, units=units, least=least))
    return steps


def readings(question: Question, counts: Counts) -> list[list[Reading]]:
    """How each unit may be read, after what the corpus knows: as typed where somebody wrote it so; else without
    diacritics; else what is spelt most like it. A short word alone is like too many others to be mended."""
    alone = len(question.words) == 1
    return [
        [Reading(_as_word(part), " ".join(word.folded for word in part))]
        if len(part) > 1
        else _of_word(part[0], counts, mend=not alone)
        for unit in question.units
        for part in ([unit] if counts.of("words", _joined(unit)) else [(word,) for word in unit])
    ]


def _of_word(word: Word, counts: Counts, *, mend: bool) -> list[Reading]:
    if word.marked and counts.of("exact", word.typed):
        return [Reading(_exactly((word,)), word.folded)]
    if counts.of("folded", word.folded):
        return [Reading(_roughly((word,)), word.folded)]
    if not word.folded.isalpha() or len(word.folded) < (_MENDABLE if mend else _LONG):
        return []
    slips = 1 if len(word.folded) < _LONG else 2
    return [
        Reading(Phrase("folded", like), like, mended=True)
        for like in counts.spelt_like(word.folded, slips, limit=3)
    ]


def _strict(match: Match, phrases: Sequence[Phrase]) -> Step:
    columns = {phrase.column for phrase in phrases}
    whole = Phrase(columns.pop(), " ".join(phrase.said for phrase in phrases)) if len(columns) == 1 else None
    return Step(match, _all(phrase.expression for phrase in phrases), tuple(phrases), whole)


def _exactly(unit: Unit) -> Phrase:
    return Phrase("exact", " ".join(word.typed for word in unit))


def _roughly(unit: Unit) -> Phrase:
    return Phrase("folded", " ".join(word.folded for word in unit))


def _as_word(unit: Unit) -> Phrase:
    return Phrase("words", _joined(unit))


def _joined(unit: Unit) -> str:
    return "_".join(word.typed for word in unit)


def either(phrases: Iterable[Phrase]) -> str:
    """The expression for any of these phrases."""
    return _any(phrase.expression for phrase in phrases)


def _all(parts: Iterable[str]) -> str:
    given = list(parts)
    return given[0] if len(given) == 1 else " AND ".join(f"({part})" for part in given)


def _any(parts: Iterable[str]) -> str:
    given = list(parts)
    return given[0] if len(given) == 1 else " OR ".join(f"({part})" for part in given)
