"""What is asked of the made-up corpus: questions of many kinds, and works to trace, drawn from what it holds."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from bench.graph_document import day
from bench.graph_words import Grammar, slip, village
from corpus.models import Citation, Description, Task, Work
from corpus.words import folded

_OF_A_KIND = 20


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and its kind."""

    kind: str
    text: str


def questions(connection: Connection, seed: int, of_a_kind: int = _OF_A_KIND) -> list[Asked]:
    """Questions of each kind."""
    chance = random.Random(f"questions {seed}")
    grammar = Grammar(random.Random(seed))
    last = connection.scalar(select(func.max(Task.id))) or 0

    def quote() -> str:
        """The words of some task after those that name bodies."""
        said = connection.scalar(select(Task.quote).where(Task.id == chance.randint(1, last))) or ""
        return said.rpartition("chủ trì, ")[2]

    def part(words: int) -> str:
        """Words of a task that stand together."""
        said = quote().split()
        at = chance.randrange(max(1, len(said) - words))
        return " ".join(said[at : at + words])

    kinds: dict[str, Callable[[], str]] = {
        "one common word": lambda: grammar.verbs.one(chance),
        "common words": lambda: f"{grammar.verbs.one(chance)} {grammar.things.one(chance)}",
        "common, no marks": lambda: folded(f"{grammar.verbs.one(chance)} {grammar.things.one(chance)}"),
        "words of a task": lambda: part(6),
        "the same, no marks": lambda: folded(part(6)),
        "two places in a task": lambda: f"{part(3)} {part(3)}",
        "half with marks": lambda: f"{part(2)} {folded(part(3))}",
        "a rare name": lambda: f"thôn {village(chance)}",
        "misspelt": lambda: slip(chance, part(5)),
        "misspelt, no marks": lambda: slip(chance, folded(part(5))),
        "a body and work": lambda: f"{grammar.bodies['Sở'].one(chance)} {grammar.verbs.one(chance)}",
        "a whole task": quote,
        "nothing there": lambda: f"vệ tinh lượng tử {grammar.things.one(chance)}",
    }
    return [Asked(kind, draw()) for kind, draw in kinds.items() for _ in range(of_a_kind)]


def traced(connection: Connection, seed: int, number: int = 100) -> Iterator[tuple[int, str]]:
    """Works to trace, by their ids and as people type them: the three most cited, and others by chance, half of
    them cited often."""
    chance = random.Random(f"traced {seed}")
    most = (
        select(Description.work_id, func.count().label("times"))
        .join(Citation, Citation.description_id == Description.id)
        .group_by(Description.work_id)
        .order_by(func.count().desc(), Description.work_id)
    )
    often = [work_id for work_id, _ in connection.execute(most.limit(number))]
    last = connection.scalar(select(func.max(Work.id))) or 0
    ids = often[:3] + chance.sample(often, min(len(often), number // 2))
    ids += [chance.randint(1, last) for _ in range(number - len(ids))]
    for work_id in ids:
        work = connection.execute(select(Work.symbol, Work.issuer, Work.date).where(Work.id == work_id)).one()
        yield work_id, f"{work.symbol} ngày {day(work.date)} {work.issuer}"
