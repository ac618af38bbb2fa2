"""Task tables (bảng phân công nhiệm vụ): the meaning of each column is read from the head rows, in any order.

A row is a task if it carries work. The column of responsible bodies wins over bodies in the work's text; a row that
only heads the rows under it lends them its number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extract.bodies import Span
from extract.crossed_columns import Crossed, crossed_columns, is_crossed
from extract.duties import sentence_duty
from extract.named import Named, each_once, named, named_in_cell, without
from extract.supporting import supports
from ingest.document import Block, Cell, Document

_LEAD = (
    r"chủ trì|chủ đầu tư|chịu trách nhiệm|phụ trách|đầu mối|^(?:cơ quan|đơn vị)$|phân công"
    r"|^(?:trách nhiệm|thực hiện|địa phương|đơn vị, địa phương|cơ quan, đơn vị(?:, địa phương)?)$"
    r"|(?:cơ quan|đơn vị|bộ phận|người|lực lượng)(?:[,/ ]+\w+)*"
    r" (?:thực hiện|tham mưu|được giao|triển khai|trình|soạn thảo|xây dựng|đảm nhiệm)"
)
_HEADS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        ("number", r"^(?:stt|tt|số tt|số thứ tự|số\s*tt|#)$"),
        ("support", r"^(?!.*chủ trì).*phối hợp|^(?:cơ quan|đơn vị|bộ phận) (?:hỗ trợ|tham gia)$"),
        ("start", r"^(?!.*(?:kết thúc|hoàn thành)).*bắt đầu"),
        (
            "time",
            (
                r"thời gian|thời hạn|tiến độ|hoàn thành|thời điểm|lộ trình|khởi công|hạn "
                r"|^(?:quý|tháng|ngày|kết thúc)(?!\w)"
            ),
        ),
        ("lead", _LEAD),
        ("product", r"sản phẩm|kết quả|đầu ra"),
        ("note", r"ghi chú|căn cứ|kinh phí|địa điểm|số lượng|mục tiêu|chỉ tiêu|đơn vị tính"),
        (
            "work",
            r"nội dung|nhiệm vụ|công việc|hoạt động|tên |việc|hạng mục|giải pháp|đề án|công trình|dự án",
        ),
    )
)


_PERSON_HEAD = re.compile(r"người|cán bộ|đồng chí|họ và tên|lãnh đạo", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A row with work: offsets of the cell that describes it, its number, who, and the cells with its times."""

    start: int
    end: int
    marker: str | None
    lead: tuple[Named, ...]
    support: tuple[Named, ...]
    time_spans: tuple[Span, ...]
    deliverable: Span | None


def columns(table: Block, document: Document) -> dict[str, list[int]]:
    """The columns of a table by what their heads say: `number`, `work`, `lead`, `support`, `start`, `time`,
    `product`, `note`; and `crossed` (`extract.crossed_columns`)."""
    found: dict[str, list[int]] = {}
    heads: dict[int, str] = {}
    for cell in table.cells:
        if cell.row < max(1, table.head_rows):
            for column in range(cell.column, cell.column + cell.column_span):
                heads[column] = f"{heads.get(column, '')} {_without_number(document.text_of(cell))}".strip()
    for column, head in sorted(heads.items()):
        kind = next((kind for kind, pattern in _HEADS if pattern.search(" ".join(head.split()))), None)
        if kind:
            found.setdefault(kind, []).append(column)
    if crossed := crossed_columns(table, document):
        found = {kind: [c for c in there if c not in crossed] for kind, there in found.items()}
        found = {kind: there for kind, there in found.items() if there} | {"crossed": list(crossed)}
    bodies = [column for column in found.get("lead", []) if not _PERSON_HEAD.search(heads[column])]
    return found | {"lead": bodies} if bodies else found


_COLUMN_NUMBER = re.compile(r"\s*(?:\(?\d{1,2}\)?|\(?[A-ZĐ]\)?|\(\d{1,2}\)\s*=.*)\s*")


def _without_number(head: str) -> str:
    """What a cell of a head says; a number under it (`(1)`, `A`) only counts the columns."""
    return "" if _COLUMN_NUMBER.fullmatch(head) else head.strip()


def is_task_table(table: Block, document: Document) -> bool:
    """Whether the head of a table names work, and a responsible body or a time."""
    kinds = columns(table, document)
    return "work" in kinds and not kinds.keys().isdisjoint(("lead", "time", "crossed"))


def time_cells(table: Block, document: Document) -> list[Span]:
    """The cells of the time columns of any table, without the head."""
    kinds = columns(table, document)
    return [
        Span(cell.start, cell.end)
        for cell in table.cells
        if cell.row >= max(1, table.head_rows)
        and cell.column in kinds.get("time", [])
        and cell.end > cell.start
    ]


def table_tasks(table: Block, document: Document) -> list[TaskRow]:
    """The tasks of a table, in order; empty for a table that is no task table."""
    if not is_task_table(table, document):
        return []
    kinds = columns(table, document)
    grid = _grid(table, document)
    crossed = crossed_columns(table, document)
    rows: list[TaskRow] = []
    group: str | None = None
    for row in range(max(1, table.head_rows), 1 + max(row for row, _ in grid)):
        marker = _said(document, grid, row, kinds.get("number", []))
        if _heads_others(document, grid, row, kinds):
            group = marker.rstrip(" .") or group
            continue
        own = marker.rstrip(" .")
        named = f"{group}.{own}" if own and group and re.fullmatch(r"[IVXA-Z]+", group) else own or group
        task = _row(document, grid, row, kinds, named)
        if task and (done := _last_crossed(document, grid, row, crossed)):
            task = replace(task, time_spans=(*task.time_spans, done.head))
        if task:
            rows.append(task)
    return rows


def _last_crossed(
    document: Document, grid: dict[tuple[int, int], Cell], row: int, crossed: dict[int, Crossed]
) -> Crossed | None:
    """The last of the columns that are crossed in a row: when its work is over."""
    there = (
        column for column in sorted(crossed, reverse=True) if is_crossed(_said(document, grid, row, [column]))
    )
    return next((crossed[column] for column in there), None)


def crossed_heads(table: Block, document: Document) -> list[Crossed]:
    """The heads of the columns with the last cross of a row, each once."""
    crossed = crossed_columns(table, document)
    if not crossed:
        return []
    grid = _grid(table, document)
    rows = range(max(1, table.head_rows), 1 + max(row for row, _ in grid))
    last = {done for row in rows if (done := _last_crossed(document, grid, row, crossed))}
    return sorted(last)


_DITTO = re.compile(r"\W*(?:nt|n\.t|như trên|như (?:mục|dòng) trên|[\"”“″'’]+)\W*", re.IGNORECASE)


def _grid(table: Block, document: Document) -> dict[tuple[int, int], Cell]:
    """Every position of the table with the cell that covers it; merged cells fill their span, and a cell that only
    repeats (`nt`, `như trên`, `-"-`) has what stands over it."""
    grid = {
        (row, column): cell
        for cell in table.cells
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    }
    for row, column in sorted(grid):
        cell = grid[row, column]
        if cell.end - cell.start < 20 and _DITTO.fullmatch(document.text_of(cell)):
            grid[row, column] = grid.get((row - 1, column), cell)
    return grid


def _cells(grid: dict[tuple[int, int], Cell], row: int, wanted: list[int]) -> list[Cell]:
    """The cells of a row in the wanted columns, each once."""
    cells = {(cell.start, cell.end): cell for column in wanted if (cell := grid.get((row, column)))}
    return list(cells.values())


def _said(document: Document, grid: dict[tuple[int, int], Cell], row: int, wanted: list[int]) -> str:
    return "\n".join(document.text_of(cell).strip() for cell in _cells(grid, row, wanted)).strip()


def _bodies(
    document: Document, grid: dict[tuple[int, int], Cell], row: int, wanted: list[int]
) -> tuple[Named, ...]:
    cells = _cells(grid, row, wanted)
    return each_once(
        one for cell in cells for one in named_in_cell(document.text_of(cell), "column", cell.start)
    )


def _heads_others(
    document: Document, grid: dict[tuple[int, int], Cell], row: int, kinds: dict[str, list[int]]
) -> bool:
    """A row with nothing beside its title, or whose title spans the body and time columns; where cells that were merged
    are written out, every one of them says the title."""
    work = grid.get((row, kinds["work"][0]))
    beside = [column for kind in ("lead", "support", "time", "crossed") for column in kinds.get(kind, [])]
    if (
        work
        and work.column_span > 1
        and any(work.column <= column < work.column + work.column_span for column in beside)
    ):
        return True
    said = [_said(document, grid, row, [column]) for column in beside]
    if work and len(said) > 1 and set(said) == {document.text_of(work).strip()}:
        return True
    return not any(said)


# `Chủ trì: Sở Y tế; phối hợp: Công an tỉnh` in the column of those responsible.
_LEADS = re.compile(
    r"\s*(?:(?:cơ quan|đơn vị) )?(?:chủ trì|thực hiện|chịu trách nhiệm)\s*:\s*", re.IGNORECASE
)
_HELPS = re.compile(
    r"(?:\s+(?:làm )?chủ trì)?\s*[;,.]?\s*(?:(?:cơ quan|đơn vị) )?phối hợp(?: thực hiện| chính)?"
    r"\s*(?::\s*|với\s+|(?=các ))",
    re.IGNORECASE,
)
# `Sở Y tế chủ trì, Công an tỉnh phối hợp`, `- Văn phòng: chủ trì; - Các phòng: phối hợp`, `Sở Y tế (chủ trì)`
_IN_PARTS = re.compile(
    r"(?P<lead>[^:()]{3,300}?)\s*(?::\s*|\()?(?:làm |là )?(?:(?:cơ quan|đơn vị) )?chủ trì\)?"
    r"(?:(?:\s*(?:[;,.\n]|và(?!\w))|(?<=\)) )[\s+–-]*(?P<help>[^()]{3,400}?)\s*(?::\s*|\()?(?:cùng )?phối hợp"
    r"(?: thực hiện)?\)?)?\W*",
    re.IGNORECASE,
)


# `Đoàn kiểm tra do Văn phòng chủ trì, thành viên gồm Sở A, Sở B`
_UNDER = re.compile(
    r"[^.;:()]{3,80}? do (?P<lead>[^.;:()]{3,160}?) (?:chủ trì|làm trưởng đoàn)"
    r"(?:, (?:các )?thành viên (?:gồm|là)(?: có)? (?P<help>[^.;()]{3,300}))?\W*",
    re.IGNORECASE,
)


def _labelled(
    document: Document, grid: dict[tuple[int, int], Cell], row: int, wanted: list[int]
) -> tuple[tuple[Named, ...], tuple[Named, ...]]:
    """The bodies of the column of those responsible: who leads, and who helps where the cell itself says so."""
    lead: list[Named] = []
    support: list[Named] = []
    for cell in _cells(grid, row, wanted):
        text = document.text_of(cell)
        if parts := _IN_PARTS.fullmatch(text) or _UNDER.fullmatch(text):
            lead += named_in_cell(parts["lead"], "column", cell.start)
            if parts["help"]:
                support += named_in_cell(parts["help"], "column", cell.start + parts.start("help"))
            continue
        label = _LEADS.match(text)
        begin = label.end() if label else 0
        helps = _HELPS.search(text, begin)
        lead += named_in_cell(text[begin : helps.start() if helps else None], "column", cell.start + begin)
        if helps:
            support += named_in_cell(text[helps.end() :], "column", cell.start + helps.end())
    return each_once(lead), each_once(support)


def _row(
    document: Document,
    grid: dict[tuple[int, int], Cell],
    row: int,
    kinds: dict[str, list[int]],
    marker: str | None,
) -> TaskRow | None:
    work = grid.get((row, kinds["work"][-1])) or grid.get((row, kinds["work"][0]))
    if work is None or work.row != row or not re.search(r"[^\W\d]{2}", document.text_of(work)):
        return None
    text = document.text_of(work).strip()
    start = work.start + len(document.text_of(work)) - len(document.text_of(work).lstrip())
    lead, helping = _labelled(document, grid, row, kinds.get("lead", []))
    support = each_once([*helping, *_bodies(document, grid, row, kinds.get("support", []))])
    if not lead and (duty := sentence_duty(text)):
        lead = named(text, duty.lead, "own", start)
    support = each_once([*support, *named(text, supports(text), "own", start)])
    times = [
        Span(cell.start, cell.end) for column in kinds.get("time", []) if (cell := grid.get((row, column)))
    ]
    products = [cell for cell in _cells(grid, row, kinds.get("product", [])) if cell.end > cell.start]
    return TaskRow(
        start,
        start + len(text),
        marker,
        lead,
        without(support, lead),
        tuple(times),
        Span(products[0].start, products[-1].end) if products else None,
    )
