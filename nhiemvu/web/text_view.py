"""Toàn văn: the text of a document with what was found in it, as a page shows it and as JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from markupsafe import Markup, escape

from corpus.document_rows import MentionFact
from corpus.facts import TaskSaid
from nhiemvu.web.document_head import Head
from nhiemvu.web.document_parts import Block, Heading, blocks_of, cells_of
from nhiemvu.web.mark_notes import agency_note, citation_note, deadline_note, task_note
from nhiemvu.web.marked_text import KINDS, Kind, Mark, Marked
from nhiemvu.web.page_view import PageView
from publish.words import Lang

Word = Callable[..., str]

_FEW, _MOST = 60, 250  # headings in the table of contents
_HIGHEST = 2  # h2
_HEADS = frozenset({"tt", "stt", "số tt"})  # the first cell of a head row, as offices write it


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskShown(TaskSaid):
    """A task with words in this part of the text, as people put it right; `id` is its name in the document."""

    id: str
    task_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkNamed:
    """A work by its id and what it is called."""

    work_id: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationShown:
    """A citation in this part of the text; `work` is what it means, or `candidates` what it may mean. `number` counts
    the citations of the document from 1."""

    number: int
    quote: str
    start: int
    end: int
    relation: str
    pinpoint: str | None
    status: str
    work: WorkNamed | None
    candidates: tuple[WorkNamed, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineShown:
    """A deadline in this part of the text; `meaning` says in words what its quote leaves open, `tasks` are the ids of
    the tasks that it governs."""

    quote: str
    start: int
    end: int
    due: str | None
    recurrence: str | None
    duration: str | None
    last_day: str | None
    meaning: str
    tasks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """A task that begins in another part of the text than the first."""

    id: str
    part: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TextView:
    """A part of the text of a document, characters `start` to `end`, with what stands there; a long document has
    several parts, and the first of them says in which the other tasks are (`elsewhere`). `shown` are the
    kinds of marks that are switched on; `page` is the page beside the text, for files that have such."""

    document: Head
    part: int
    parts: int
    start: int
    end: int
    text: str
    shown: tuple[Kind, ...]
    outline: tuple[Heading, ...]
    tasks: tuple[TaskShown, ...]
    citations: tuple[CitationShown, ...]
    agencies: tuple[MentionFact, ...]
    deadlines: tuple[DeadlineShown, ...]
    elsewhere: tuple[Elsewhere, ...]
    page_starts: tuple[tuple[int, int], ...]
    page: PageView | None
    no_page: str

    @property
    def base(self) -> str:
        """The address of the document."""
        return f"/documents/{self.document.id}"

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """All kinds of marks."""
        return KINDS

    @property
    def contents(self) -> list[Heading]:
        """The headings that the table of contents shows: all, or of a long one the highest and those of this part."""
        if len(self.outline) <= _FEW:
            return list(self.outline)
        shown = [one for one in self.outline if one.level == _HIGHEST or one.part == self.part]
        return shown[:_MOST]

    def address(self, **changed: object) -> str:
        """The address of the text with this query; kinds that are switched off stay so."""
        query = [(name, str(value)) for name, value in changed.items() if value not in (None, "")]
        off = [] if self.shown == KINDS else [("show", ",".join(self.shown))]
        return f"{self.base}?{urlencode([*query, *off])}" if query or off else self.base

    def count(self, kind: Kind) -> int:
        """How many of a kind stand in this part."""
        found = {"task": self.tasks, "citation": self.citations, "agency": self.agencies}
        return len(found.get(kind, self.deadlines))

    def body(self, word: Word, lang: Lang) -> Markup:
        """The text as HTML, block by block, with its marks; `word` says phrases in the language of the request."""
        marked = Marked(self.text, self._marks(word, lang))
        own = [heading for heading in self.outline if heading.part == self.part]
        headings = [replace(one, start=one.start - self.start, end=one.end - self.start) for one in own]
        pages = [(start - self.start, page) for start, page in reversed(self.page_starts)]
        out: list[str] = []
        for block in blocks_of(self.text, 0, len(self.text), headings):
            first, last = block.lines[0][0], block.lines[-1][1]
            while pages and pages[-1][0] <= first:
                out.append(self._page_mark(word, pages.pop()[1]))
            out.append(_block(self.text, block, marked, word))
            while pages and pages[-1][0] < last:  # a page that begins amid the block is told of behind it
                out.append(self._page_mark(word, pages.pop()[1]))
        return Markup("".join(out))

    def _page_mark(self, word: Word, page: int) -> str:
        said = escape(word("trang {page}", page=page))
        href = escape(self.address(page=page, part=self.part) + "#page")
        return f'<p class="page-mark" data-page="{page}"><a href="{href}">{said}</a></p>'

    def _marks(self, word: Word, lang: Lang) -> Iterator[Mark]:
        if "task" in self.shown:
            for task in self.tasks:
                href = f"{self.base}/tasks?task={task.id}#row-{task.id}"
                mark = self._mark("task", task.start, task.end, task_note(task, word, lang), href, task.id)
                yield replace(mark, label=word("Nhiệm vụ {id}", id=task.id))
        if "citation" in self.shown:
            for cited in self.citations:
                row = f"{self.base}/bases?citation={cited.number}#c{cited.number}"
                href = f"/works/{cited.work.work_id}" if cited.work else row
                note, name = citation_note(cited, word), f"c-{cited.number}"
                yield self._mark("citation", cited.start, cited.end, note, href, name)
        if "agency" in self.shown:
            for agency in self.agencies:
                href = f"/agencies/{agency.body_id}" if agency.body_id else ""
                yield self._mark("agency", agency.start, agency.end, agency_note(agency, word), href)
        if "deadline" in self.shown:
            for due in self.deadlines:
                href = f"{self.base}/tasks?task={due.tasks[0]}#row-{due.tasks[0]}" if due.tasks else ""
                yield self._mark("deadline", due.start, due.end, deadline_note(due, word), href)

    def _mark(self, kind: Kind, start: int, end: int, note: str, href: str, name: str = "") -> Mark:
        """A mark at characters of this part."""
        first, last = max(start, self.start) - self.start, min(end, self.end) - self.start
        return Mark(kind=kind, start=first, end=last, note=note, href=href, name=name)


def _block(text: str, block: Block, marked: Marked, word: Word) -> str:
    if block.kind == "table":
        return "".join(_table(text, block.lines, marked, word("Bảng")))
    inside = marked.html(*block.lines[0])
    if block.heading:
        level = block.heading.level
        return f'<h{level} id="{block.heading.id}">{inside}</h{level}>\n'
    return f"<p>{inside}</p>\n"


def _table(text: str, rows: Iterable[tuple[int, int]], marked: Marked, name: str) -> Iterator[str]:
    """Where a row has fewer cells than others, its last one takes the rest: which cells were merged is not kept."""
    found = [list(cells_of(text, row)) for row in rows]
    wide = max(map(len, found))
    yield f'<div class="wide" tabindex="0" role="group" aria-label="{escape(name)}"><table>'
    for number, cells in enumerate(found):
        head = number == 0 and text[slice(*cells[0])].strip().lower() in _HEADS
        cell = ('<th scope="col"', "</th>") if head else ("<td", "</td>")
        rest = f' colspan="{wide - len(cells) + 1}"' if len(cells) < wide else ""
        spans = [""] * (len(cells) - 1) + [rest]
        inside = "".join(
            f"{cell[0]}{span}>{marked.html(*at)}{cell[1]}" for at, span in zip(cells, spans, strict=True)
        )
        yield f"<thead><tr>{inside}</tr></thead>" if head else f"<tr>{inside}</tr>"
    yield "</table></div>\n"
