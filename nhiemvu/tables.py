"""What the commands show, as tables: a document, a checklist."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from extract.extraction import Citation, Deadline, Extraction, Task
from nhiemvu.show import Table
from nhiemvu.words import language, say
from publish.caption import caption
from publish.checklist import Checklist, Row
from publish.citation_words import RELATIONS, meant_in_words
from publish.columns import cells, group_title, heads, note, state, state_heads
from publish.when import value_in_words, written
from publish.words import say as in_words

if TYPE_CHECKING:
    pass

WORK, LEAD, SUPPORT, DEADLINE, BASES = 1, 2, 3, 4, 5  # the columns of a checklist that hold long texts
_CITED = ("Nguyên văn", "Ký hiệu", "Ngày", "Cơ quan ban hành", "Điều khoản", "Quan hệ", "Văn bản đã biết")
_CHECKLIST = {WORK: 6, LEAD: 3, SUPPORT: 3, DEADLINE: 3, BASES: 3}


def tables_of(said: Extraction) -> list[Table]:
    """A document: its formal parts, then its tasks, deadlines and citations, as far as there are any."""
    tables = [
        _formal_parts(said),
        _table("Nhiệm vụ", ("Mục", "Nội dung công việc", "Chủ trì", "Phối hợp", "Hạn"),
               [_task(task) for task in said.tasks], {1: 6, 2: 3, 3: 3, 4: 2}),
        _table("Thời hạn", ("Nguyên văn", "Nghĩa"), [_deadline(deadline) for deadline in said.deadlines], {0: 1, 1: 1}),
        _table("Viện dẫn", _CITED, [_citation(citation) for citation in said.citations], {0: 5, 3: 3, 6: 3}),
    ]  # fmt: skip
    return [table for table in tables if table.rows]


def tables_of_checklist(tasks: Checklist) -> list[Table]:
    """A checklist: one table, or one for each agency; in a corpus with how far each task is."""
    named = caption(tasks.header, tasks.path, language())
    return [
        Table(
            group_title(group, language()) if tasks.by_agency else named,
            (*heads(language()), *(state_heads(language()) if tasks.held else ())),
            [_row(row, tasks.held) for row in group.rows],
            _CHECKLIST,
        )
        for group in tasks.groups
    ]


def _row(row: Row, held: bool) -> tuple[str, ...]:
    ticked = (state(row, language()), note(row)) if held else ()
    return (*cells(row, language()), *ticked)


def _table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]], wide: dict[int, int]) -> Table:
    return Table(f"{say(title)} ({len(rows)})", tuple(map(say, heads)), rows, wide)


def _formal_parts(said: Extraction) -> Table:
    header = said.header
    parts = {
        "Loại văn bản": header.type,
        "Số, ký hiệu": header.number,
        "Cơ quan ban hành": header.issuer,
        "Nơi ban hành": header.place,
        "Ngày": header.date and written(header.date, language()),
        "Trích yếu": header.title,
        "Người ký": ", ".join(part for part in (header.authority, header.position, header.signer) if part),
        "Lưu ý khi đọc": "; ".join(said.source.warnings),
    }
    rows = [(say(name), value) for name, value in parts.items() if value]
    return Table(
        caption(header, said.source.path, language()), (say("Thể thức"), say("Nội dung")), rows, {1: 1}
    )


def _task(task: Task) -> tuple[str, ...]:
    return (
        task.section or "",
        task.quote,
        "; ".join(task.lead),
        "; ".join(task.support),
        "; ".join(task.due),
    )


def _deadline(deadline: Deadline) -> tuple[str, ...]:
    values = (deadline.due, deadline.recurrence, deadline.duration, deadline.reference)
    return (deadline.quote, _due(value for value in values if value))


def _due(values: Iterable[str]) -> str:
    return "; ".join(value_in_words(value, language()) for value in values)


def _citation(citation: Citation) -> tuple[str, ...]:
    date = written(citation.date, language()) if citation.date else ""
    said = (citation.quote, citation.symbol or "", date, citation.issuer or "", citation.pinpoint or "")
    return (*said, in_words(RELATIONS[citation.relation], language()), meant_in_words(citation, language()))
