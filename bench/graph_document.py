"""One document of the made-up corpus: its text, and what stands where in it."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, field

from bench.graph_family import Made, Named
from bench.graph_words import Grammar, Phrase, joined, name, phrase

_HEADS = {"central": "Bộ", "province": "Sở", "district": "Phòng", "commune": "Phòng"}
_BELOW = {
    "central": "Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương",
    "province": "Ủy ban nhân dân các huyện, thị xã, thành phố",
    "district": "Ủy ban nhân dân các xã, thị trấn",
}


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of the text."""

    phrase: Phrase
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class MadeTask:
    """A task: its words and those of the heading over it, who must do it, until when, and the place in the list of its
    document's citations of the one that stands in it."""

    words: Words
    section: str
    over: Phrase
    lead: tuple[str, ...]
    support: tuple[str, ...]
    due: str | None
    cites: int | None


@dataclass(slots=True)
class Written:
    """A document while it is being written, line by line."""

    title: Phrase
    lines: list[Phrase] = field(default_factory=list)
    citations: list[tuple[str, Named, Words, str | None]] = field(default_factory=list)
    headings: list[tuple[str, Words, int]] = field(default_factory=list)
    tasks: list[MadeTask] = field(default_factory=list)
    length: int = 0

    def line(self, *parts: Phrase) -> Words:
        """One line more; where it stands."""
        said = joined(parts)
        start = self.length
        self.lines.append(said)
        self.length += len(said.said) + 1
        return Words(said, start, start + len(said.said))

    def text(self) -> Phrase:
        """The whole text."""
        return joined(self.lines, "\n")


def written(made: Made, tasks: int, chance: random.Random, grammar: Grammar) -> Written:
    """The document in the order of Nghị định 30/2020/NĐ-CP: issuer and number, title, bases, parts with tasks."""
    subject = grammar.subject(chance)
    page = Written(joined([*subject, phrase("năm"), name(made.work.date[:4])]))
    page.line(name(made.work.issuer.upper()))
    page.line(phrase("Số:"), name(made.work.symbol), phrase("ngày"), name(day(made.work.date)))
    page.line(phrase(made.work.type.upper()), page.title)
    for relation, work in made.cites:
        opening = "Căn cứ" if relation == "legal_basis" else "Thực hiện"
        if relation in _CHANGING:
            opening = _CHANGING[relation]
        _cite(page, relation, work, opening)
    parts = 2 if tasks > 1 else 1
    for n in range(parts):
        _part(page, made, n, tasks // parts + (n < tasks % parts), (chance, grammar, subject))
    if chance.random() < 0.3:
        page.line(phrase(f"{made.work.type} này có hiệu lực kể từ ngày ký."))
    return page


_CHANGING = {"replaces": "Văn bản này thay thế", "amends": "Văn bản này sửa đổi, bổ sung", "mentions": "Xem"}


def _cite(page: Written, relation: str, work: Named, opening: str) -> None:
    words = page.line(phrase(opening), _called(work))
    start = words.start + len(opening) + 1
    page.citations.append((relation, work, Words(_called(work), start, words.end), None))


def _part(
    page: Written,
    made: Made,
    n: int,
    tasks: int,
    said_by: tuple[random.Random, Grammar, list[Phrase]],
) -> None:
    """A part with its tasks; one in six names a work that the document cites."""
    chance, grammar, subject = said_by
    path = ("I", "II", "III")[n]
    over = grammar.heading(chance, n)
    head = page.line(name(f"{path}."), over)
    for item in range(1, tasks + 1):
        section = f"{path}.{item}"
        lead, support = _bodies(made.level, chance, grammar)
        parts = _assigned(lead, support)
        due = _due(made.work.date, chance) if chance.random() < 0.45 else None
        parts.append(grammar.action(chance, subject))
        cited = chance.choice(made.cites)[1] if chance.random() < 0.16 else None
        start = page.length + len(f"{item}. ")
        if cited:
            parts += [phrase("theo"), _called(cited)]
        quote = joined([*parts, *([phrase("trước ngày"), name(day(due))] if due else [])])
        page.line(name(f"{item}."), quote)
        place = None
        if cited:
            place = len(page.citations)
            at = start + quote.said.index(cited.symbol)
            named = Words(_called(cited), at, at + len(_called(cited).said))
            page.citations.append(("mentions", cited, named, section))
        words = Words(quote, start, start + len(quote.said))
        page.tasks.append(MadeTask(words, section, over, lead, support, due, place))
    page.headings.append((path, head, page.length - 1))


def _assigned(lead: Iterable[str], support: Iterable[str]) -> list[Phrase]:
    parts = [phrase(body) for body in lead]
    if parts:
        parts.append(phrase("chủ trì,"))
    helping = [phrase(body) for body in support]
    return [*parts, *([phrase("phối hợp với"), *helping] if helping else [])]


def _bodies(level: str, chance: random.Random, grammar: Grammar) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who leads (nobody is named in one task of six) and who helps."""
    bodies = grammar.bodies[_HEADS[level]]
    lead = (bodies.one(chance),) if chance.random() < 0.84 else ()
    if level in _BELOW and chance.random() < 0.3:  # what the level below must take up in its plans
        lead = (_BELOW[level],)
    helping = chance.choices((0, 1, 2, 3), (0.6, 0.25, 0.1, 0.05))[0]
    return lead, tuple(one for one in bodies.some(chance, helping) if one not in lead)


def _called(work: Named) -> Phrase:
    if work.type == "Luật" and work.title:
        return joined([name(work.symbol), phrase(f"Luật {work.title}")])
    return joined([name(work.symbol), phrase("ngày"), name(day(work.date))])


def _due(said_on: str, chance: random.Random) -> str:
    year = int(said_on[:4]) + chance.randint(0, 1)
    return f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"


def day(written_as: str) -> str:
    """A day as documents have it.

    >>> day("2025-06-30")
    '30/6/2025'
    """
    year, month, number = map(int, written_as.split("-"))
    return f"{number}/{month}/{year}"
