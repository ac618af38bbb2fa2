"""What a plan leaves out of what the documents above ask for, or dates too late (rà soát kế hoạch với cấp trên).

    found = gaps(corpus, "15/KH-UBND Tiên La")          # a document in the corpus, as `trace` takes it
    found = gaps(corpus, parse("ke-hoach.docx"))        # or one that is only read
    for line in found.of(("not_found", "later")):
        line.above.quote, line.below and line.below.quote, line.notes

The documents above are those of `graph.parents`; each is compared with the plan by `graph.taken_up`. All that is read
from the corpus hangs on the plan: its citations, the documents they mean, and their tasks, by their ids.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from corpus import queries, task_links
from corpus.engine import Connection
from corpus.errors import CorpusError
from corpus.facts import LinkFact, WorkFact
from corpus.store import Corpus
from corpus.task_places import places_in
from extract.extraction import Extraction
from graph.addressees import Addressees
from graph.findings import KINDS, Gaps, Line
from graph.gone import gone_bodies
from graph.likeness import Reason
from graph.lookup import find_works
from graph.outdated import ended_bases
from graph.parents import BASES, Parent, parents_of
from graph.subject import Subject, subject_from, subject_of
from graph.taken_up import Comparison
from rulebook.dates import day_of
from rulebook.spelling import key

_MOST_OFFERED = 5
_LONG = 30  # characters; shorter ones begin many tasks


def gaps(corpus: Corpus, asked: str | Extraction, on: date | None = None) -> Gaps:
    """How a plan stands to the documents above it: `asked` is what somebody types for a document in the corpus, or what
    was read out of a file. `on` is the day for which it is judged; without it, that of the plan, else today.

    Raises `CorpusError`: the corpus has no such document, or several.
    """
    with corpus.reading() as connection:
        if isinstance(asked, Extraction):
            return gaps_of(connection, subject_from(connection, asked), on)
        return gaps_of(connection, find_subject(connection, asked), on)


def find_subject(connection: Connection, typed: str) -> Subject:
    """The document in the corpus that is meant. Raises `CorpusError`, which offers those with names like it."""
    work = held_work(connection, typed)
    return subject_of(connection, queries.documents_of_works(connection, [work.id])[0])


def held_work(connection: Connection, typed: str) -> WorkFact:
    """The one work in the corpus that is meant, of which it holds a document. Raises `CorpusError`."""
    found = find_works(connection, typed)
    held = [work for work in found.works if work.held]
    if len(held) == 1:
        return held[0]
    if len(held) > 1:
        raise CorpusError(
            typed, f"có thể là {len(held)} văn bản ({_names(held)})", "thêm cơ quan hoặc năm để chọn"
        )
    if found.works:
        raise CorpusError(
            typed,
            f"kho chỉ biết qua viện dẫn, không có văn bản ({_names(found.works)})",
            "thêm văn bản ấy vào kho",
        )
    if found.close:
        raise CorpusError(typed, "kho không có văn bản này", f"gần nhất: {_names(found.close)}")
    raise CorpusError(typed, "kho không có văn bản này", "thêm văn bản vào kho, hoặc chỉ ra tệp")


def gaps_of(connection: Connection, plan: Subject, on: date | None = None) -> Gaps:
    """How this plan stands to the documents above it."""
    day = on or day_of(plan.document.date) or date.today()
    parents, unread = parents_of(connection, plan)
    said = task_links.links(connection, [plan.document.id]) if plan.held else []
    lines = [line for parent in parents for line in _comparison(connection, parent, plan, day, said).lines()]
    return Gaps(
        document=plan.document,
        held=plan.held,
        on=day.isoformat(),
        parents=parents,
        lines=tuple(sorted(_once(lines), key=lambda line: KINDS.index(line.kind))),
        bases=ended_bases(connection, plan, day),
        bodies=gone_bodies(plan, day),
        unread=unread,
    )


def _once(lines: Sequence[Line]) -> list[Line]:
    """The lines, where a document above asks twice for what is not found, in a section and in the table of its annex,
    with one line for both."""
    missing = [
        at for at, line in enumerate(lines) if line.below is None and line.kind in ("not_found", "past")
    ]
    order = sorted(missing, key=lambda at: (lines[at].parent.document.id, key(lines[at].above.quote)))
    first_of: dict[int, int] = {}
    also: dict[int, list[str]] = defaultdict(list)
    for before, at in pairwise(order):
        first = first_of.get(before, before)
        if _asks_the_same(lines[first], lines[at]):
            first_of[at] = first
            also[first].append(lines[at].above.section or "")
    noted = (
        replace(line, notes=(*line.notes, Reason("also", ("; ".join(also[at]),)))) if at in also else line
        for at, line in enumerate(lines)
    )
    return [line for at, line in enumerate(noted) if at not in first_of]


def _asks_the_same(one: Line, other: Line) -> bool:
    short, long = key(one.above.quote), key(other.above.quote)
    return (
        one.parent is other.parent
        and one.given_to == other.given_to
        and len(short) >= _LONG
        and f"{long} ".startswith(f"{short} ")
    )


def _comparison(
    connection: Connection, parent: Parent, plan: Subject, day: date, links: Sequence[LinkFact]
) -> Comparison:
    places = places_in(connection, parent.document.id)
    addressees = Addressees(parent.work, plan.work, places, day)
    return Comparison(
        parent, plan, addressees, day, lambda: _carried_out_before(connection, parent, plan), links
    )


def _carried_out_before(connection: Connection, parent: Parent, plan: Subject) -> bool:
    """Whether an earlier document of the issuer is known that carried the one above out: the corpus holds it, or the
    plan replaces it."""
    if any(one.relation == "replaces" for one in plan.citations):
        return True
    issuer, made = key(plan.document.issuer or ""), plan.document.date or ""
    cited = queries.changes_of(connection, [parent.work.id], BASES)
    others = queries.documents(connection, {one.document_id for one in cited if one.work_id})
    return any(
        key(other.issuer or "") == issuer and (other.date or "9") < made and other.work_id != plan.work.id
        for other in others.values()
    )


def _names(works: Sequence[WorkFact]) -> str:
    return "; ".join(work.name for work in works[:_MOST_OFFERED])
