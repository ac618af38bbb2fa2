"""A plan as it is compared with another one (`graph.plan_changes`): out of a file, or out of the corpus."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from corpus import queries
from corpus.description import symbol_keys
from corpus.engine import Connection
from corpus.errors import CorpusError
from corpus.facts import DocumentFact, TaskFact
from extract.extraction import Citation, Extraction, Section, Target, Task
from graph.lookup import find_works

_MOST_NAMED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A document that the plan cites: in which relation, in which words, and what it is as far as that is known (a
    work of the corpus, or a symbol and a date)."""

    relation: str
    quote: str
    start: int
    end: int
    symbol: str | None
    date: str | None
    work_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A plan (kế hoạch, or any document that gives tasks): its formal parts, its text, its outline, its tasks with the
    headings over each, its targets and what it cites. `document_id` and `work_id` are those of the corpus."""

    path: str
    type: str | None
    number: str | None
    issuer: str | None
    date: str | None
    title: str | None
    text: str
    outline: tuple[Section, ...]
    tasks: tuple[TaskFact, ...]
    headings: tuple[tuple[str, ...], ...]
    targets: tuple[Target, ...]
    cites: tuple[Cited, ...]
    document_id: int | None = None
    work_id: int | None = None

    def named(self) -> dict[str, Any]:
        """What the plan is, as published."""
        names = ("path", "type", "number", "issuer", "date", "title")
        return {name: getattr(self, name) for name in names}

    def is_meant_by(self, cited: Cited) -> bool:
        """Whether a citation means this plan: the work of the corpus, else the symbol, the dates not against it."""
        if self.work_id is not None and cited.work_id is not None:
            return self.work_id == cited.work_id
        if not (self.date and cited.date) or self.date.startswith(cited.date):
            symbol = symbol_keys(self.number)[0]
            return symbol is not None and symbol == symbol_keys(cited.symbol)[0]
        return False


def plan_of(said: Extraction) -> Plan:
    """The plan that was extracted from a file."""
    tasks = tuple(_fact(number, task) for number, task in enumerate(said.tasks, 1))
    header = said.header
    return Plan(
        path=said.source.path,
        type=header.type,
        number=header.number,
        issuer=header.issuer,
        date=header.date,
        title=header.title,
        text=said.text,
        outline=said.outline,
        tasks=tasks,
        headings=_headings(said.outline, tasks),
        targets=said.targets,
        cites=tuple(_cited(citation) for citation in said.citations),
    )


def plan_in(connection: Connection, document: DocumentFact) -> Plan:
    """The plan that a document of the corpus is."""
    tasks = tuple(queries.tasks_in(connection, [document.id]))
    outline = tuple(queries.outline_of(connection, document.id))
    cites = queries.citations_in(connection, [document.id])
    return Plan(
        path=document.path,
        type=document.type,
        number=document.number,
        issuer=document.issuer,
        date=document.date,
        title=document.title,
        text=queries.text_of(connection, document.id) or "",
        outline=outline,
        tasks=tasks,
        headings=_headings(outline, tasks),
        targets=tuple(queries.targets_of(connection, document.id)),
        cites=tuple(
            Cited(
                relation=one.relation,
                quote=one.quote,
                start=one.start,
                end=one.end,
                symbol=one.symbol,
                date=one.date,
                work_id=one.work_id,
            )
            for one in cites
        ),
        document_id=document.id,
        work_id=document.work_id,
    )


def plan_called(connection: Connection, typed: str) -> Plan:
    """The plan that somebody means who types its symbol or its name; of several copies the newest.

    Raises `CorpusError` where the corpus has none of that name, several, or knows it from citations only.
    """
    found = find_works(connection, typed)
    if not found.works:
        close = "; ".join(work.name for work in found.close)
        cause = "không có tệp này, kho cũng không có văn bản này"
        remedy = (
            f"kiểm tra lại; gần nhất: {close}" if close else "kiểm tra lại đường dẫn, hoặc gõ số, ký hiệu"
        )
        raise CorpusError(typed, cause, remedy)
    held = [work for work in found.works if work.held]
    if len(held) > 1:
        names = "; ".join(work.name for work in held[:_MOST_NAMED])
        raise CorpusError(typed, f"có thể là {len(held)} văn bản ({names})", "thêm cơ quan hoặc ngày để chọn")
    documents = queries.documents_of_works(connection, [work.id for work in held])
    if not documents:
        cause = "kho chỉ biết tên văn bản này, không có toàn văn"
        raise CorpusError(typed, cause, "thêm văn bản: nhiemvu add TỆP, hoặc chỉ ra tệp")
    return plan_in(connection, documents[0])


def _fact(number: int, task: Task) -> TaskFact:
    return TaskFact(
        id=number,
        document_id=0,
        name=task.id,
        quote=task.quote,
        start=task.start,
        end=task.end,
        section=task.section,
        page=task.page,
        lead=task.lead,
        support=task.support,
        due=task.due,
        deliverable=task.deliverable,
    )


def _cited(citation: Citation) -> Cited:
    return Cited(
        relation=citation.relation,
        quote=citation.quote,
        start=citation.start,
        end=citation.end,
        symbol=citation.symbol,
        date=citation.date,
    )


def _headings(outline: Iterable[Section], tasks: Sequence[TaskFact]) -> tuple[tuple[str, ...], ...]:
    """For each task the headings over it, the outermost first; one that is the task itself, as far as it goes, is
    none. One sweep over the outline."""
    sections = sorted(outline, key=lambda section: (section.start, -section.end))
    found: dict[int, tuple[str, ...]] = {}
    around: list[Section] = []
    following = 0
    for place in sorted(range(len(tasks)), key=lambda place: (tasks[place].start, place)):
        task = tasks[place]
        while following < len(sections) and sections[following].start <= task.start:
            around.append(sections[following])
            following += 1
        around = [section for section in around if section.end > task.start]
        said = (section.heading for section in around if section.heading)
        found[place] = tuple(heading for heading in said if heading not in task.quote)
    return tuple(found[place] for place in range(len(tasks)))
