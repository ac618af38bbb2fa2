"""`Checklist`: the tasks of one document as a table that an office can work from (bảng phân công nhiệm vụ)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from typing import Any, Protocol

from corpus.facts import Progress
from extract.extraction import Deadline, Extraction, Header, Task
from publish.caption import caption
from publish.plain import plain
from publish.when import due_day, in_words
from publish.words import Lang, say
from rulebook.spelling import key


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One task: `number` is its TT, `bases` the documents that it cites (căn cứ), `section` and `page` where it
    stands in the source, `task` its id there. `progress` is how far it is, where somebody said so, `corrected` which
    of its fields (`lead`, `support`, `deadlines`, `bases`) people put right; both are known in a corpus only."""

    number: int
    work: str
    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    bases: tuple[str, ...] = ()
    deliverable: str | None = None
    section: str | None = None
    page: int | None = None
    task: str
    progress: Progress | None = None
    corrected: tuple[str, ...] = ()

    @property
    def due(self) -> date | None:
        """The first of its fixed days (ngày đến hạn)."""
        return min((day for day in map(due_day, self.deadlines) if day), default=None)

    def place(self, lang: Lang = "vi") -> str:
        """Section and page in the source (mục, trang): `V.1, tr. 3`."""
        page = say("tr. {page}", lang, page=self.page) if self.page else None
        return ", ".join(part for part in (self.section, page) if part)


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one lead agency; `agency` is `None` for tasks that name no lead, and where there is no grouping."""

    agency: str | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """The tasks of a document in groups, with what names the document. `by_agency` says whether the groups are
    agencies; without it there is one group. `shared` names the collectives (`các Sở, ban, ngành`). `held` says that
    the document is in a corpus, where its tasks can be ticked (`publish.corpus_checklist`)."""

    header: Header
    path: str
    sha256: str
    groups: tuple[Group, ...]
    by_agency: bool = False
    shared: frozenset[str] = frozenset()
    held: bool = False

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every row, group by group; with groups by agency a task stands under each of its leads."""
        return tuple(row for group in self.groups for row in group.rows)

    def agencies(self) -> tuple[str, ...]:
        """Every name that leads or supports a task, in order of first mention."""
        return tuple(dict.fromkeys(name for row in self.rows for name in (*row.lead, *row.support)))

    def grouped(self) -> Checklist:
        """The same tasks under their lead agencies, numbered anew in each; those without a lead come last."""
        rows_of: dict[str, list[Row]] = {}
        names: dict[str, str] = {}
        for row in self.rows:
            for name in row.lead or ("",):
                names.setdefault(key(name), name)
                rows_of.setdefault(key(name), []).append(row)
        rows_of |= {"": rows_of.pop("")} if "" in rows_of else {}
        groups = (Group(names[at] or None, _numbered(rows)) for at, rows in rows_of.items())
        return replace(self, groups=tuple(groups), by_agency=True)

    def only(self, *agencies: str) -> Checklist:
        """The tasks that one of these agencies leads or supports, as their names stand in the checklist."""
        wanted = {key(name) for name in agencies}
        mine = (row for row in self.rows if wanted & {key(name) for name in (*row.lead, *row.support)})
        return replace(self, groups=(Group(None, _numbered(mine)),), by_agency=False)

    def given_to_all_but(self, mine: Checklist) -> tuple[Row, ...]:
        """The tasks that a collective (`các Sở, ban, ngành`) leads or supports, without those in `mine`."""
        there = {row.task for row in mine.rows}
        return tuple(
            row
            for row in self.rows
            if row.task not in there and self.shared & {key(name) for name in (*row.lead, *row.support)}
        )

    def as_json(self, lang: Lang = "vi") -> dict[str, Any]:
        """The checklist as a JSON object: `document`, `groups` with their `rows`."""
        return {
            "document": caption(self.header, self.path, lang),
            "groups": [
                {"agency": group.agency, "rows": [_as_json(row, lang) for row in group.rows]}
                for group in self.groups
            ],
        }


def checklist(extraction: Extraction) -> Checklist:
    """The checklist of a document: one row for each of its tasks, in the order of the text.

    The text of every row is on one line and free of control characters, so that it can go into any format.
    """
    rows = tuple(_row(number, task, extraction) for number, task in enumerate(extraction.tasks, 1))
    return Checklist(
        header=extraction.header,
        path=extraction.source.path,
        sha256=extraction.source.sha256,
        groups=(Group(None, rows),),
        shared=frozenset(key(agency.name) for agency in extraction.agencies if agency.collective),
    )


def _as_json(row: Row, lang: Lang) -> dict[str, Any]:
    said = {item.name: getattr(row, item.name) for item in fields(row) if item.name != "deadlines"}
    deadlines = [
        {"words": in_words(deadline, lang), "due": deadline.due, "recurrence": deadline.recurrence}
        for deadline in row.deadlines
    ]
    said["progress"] = asdict(row.progress) if row.progress else None
    return said | {"deadlines": deadlines, "due": row.due.isoformat() if row.due else None}


def _row(number: int, task: Task, extraction: Extraction) -> Row:
    cited = (extraction.citations[index] for index in task.citations)
    return Row(
        number=number,
        work=plain(task.quote),
        lead=tuple(map(plain, task.lead)),
        support=tuple(map(plain, task.support)),
        deadlines=tuple(extraction.deadlines[index] for index in task.deadlines),
        bases=bases_of(cited),
        deliverable=deliverable_of(task.deliverable, task.quote),
        section=plain(task.section) if task.section else None,
        page=task.page,
        task=task.id,
    )


class Cited(Protocol):
    """What names a document in a task: a citation, as extracted or as a corpus has it."""

    @property
    def quote(self) -> str: ...
    @property
    def symbol(self) -> str | None: ...
    @property
    def title(self) -> str | None: ...
    @property
    def pinpoint(self) -> str | None: ...


def bases_of(citations: Iterable[Cited]) -> tuple[str, ...]:
    """Each document that is cited once, in the longest words that the task has for it."""
    longest: dict[tuple[str, str], str] = {}
    for citation in citations:
        words = _cited(citation)
        at = (key(citation.symbol or citation.title or citation.quote), key(citation.pinpoint or ""))
        longest[at] = max(longest.get(at, ""), words, key=len)
    return tuple(longest.values())


def deliverable_of(deliverable: str | None, quote: str) -> str | None:
    """The document to be produced (sản phẩm), where the words of the task do not name it."""
    said = plain(deliverable or "")
    return said if said and key(said) not in key(quote) else None


def _cited(citation: Cited) -> str:
    words = plain(citation.quote)
    if citation.symbol and key(citation.symbol) not in key(words):
        words = f"{words} ({plain(citation.symbol)})"
    if citation.pinpoint and key(citation.pinpoint) not in key(words):
        words = f"{plain(citation.pinpoint)} {words}"
    return words


def _numbered(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(replace(row, number=number) for number, row in enumerate(rows, 1))
