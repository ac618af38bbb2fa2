"""The columns of a checklist, and what stands in the cells of a row: the same in every format."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.facts import ProgressState
from publish.caption import caption
from publish.checklist import Checklist, Group, Row
from publish.plain import plain
from publish.when import in_words
from publish.words import Lang, say

HEADS = (
    "TT",
    "Nội dung công việc",
    "Cơ quan chủ trì",
    "Cơ quan phối hợp",
    "Thời hạn",
    "Căn cứ",
    "Mục, trang",
)


STATE_HEADS = ("Tình trạng", "Ghi chú")
"""The heads of what people fill in: how far the task is, and a note."""

STATES: dict[ProgressState, str] = {
    "open": "Chưa thực hiện",
    "doing": "Đang thực hiện",
    "done": "Đã hoàn thành",
}

MARK = "(*)"
"""What stands behind a value that people put right, in formats that explain it below the table."""


def heads(lang: Lang = "vi") -> tuple[str, ...]:
    """The head row.

    >>> heads("en")[:2]
    ('No.', 'Task')
    """
    return tuple(say(head, lang) for head in HEADS)


def state_heads(lang: Lang = "vi") -> tuple[str, ...]:
    """The heads of the columns that people fill in."""
    return tuple(say(head, lang) for head in STATE_HEADS)


def cells(row: Row, lang: Lang = "vi", mark: str = "") -> tuple[str, ...]:
    """The texts of a row under `HEADS`; several values in one cell are parted by a semicolon. Behind what people put
    right stands `mark`; without one, that it was (đã sửa)."""
    deadlines = dict.fromkeys(in_words(deadline, lang) for deadline in row.deadlines)

    def signed(field: str, values: Iterable[str]) -> str:
        said = "; ".join(values)
        if field not in row.corrected:
            return said
        return f"{said} {mark or say('(đã sửa)', lang)}".strip()

    return (
        str(row.number),
        work(row, lang),
        signed("lead", row.lead),
        signed("support", row.support),
        signed("deadlines", deadlines),
        signed("bases", row.bases),
        row.place(lang),
    )


def state(row: Row, lang: Lang = "vi") -> str:
    """How far a task is, in words; one on which nobody put a tick is open."""
    return say(STATES[row.progress.state if row.progress else "open"], lang)


def note(row: Row) -> str:
    """What somebody noted when they said how far the task is, in one line."""
    return plain(row.progress.note) if row.progress else ""


def foot_note(checklist: Checklist, lang: Lang = "vi") -> str:
    """What `MARK` means, where any cell of the checklist has it."""
    if not any(row.corrected for row in checklist.rows):
        return ""
    return f"{MARK} {say('Đã sửa so với kết quả đọc văn bản.', lang)}"


def work(row: Row, lang: Lang = "vi") -> str:
    """The work of a row, with the document to be produced (sản phẩm) where the work does not name it."""
    if not row.deliverable:
        return row.work
    return f"{row.work} ({say('Sản phẩm: {deliverable}', lang, deliverable=row.deliverable)})"


def title(lang: Lang = "vi") -> str:
    """The title of the table, in capitals."""
    return say("Bảng phân công nhiệm vụ", lang).upper()


def under(checklist: Checklist, lang: Lang = "vi") -> str:
    """The line below the title: which document the tasks come from."""
    return say("Theo {document}", lang, document=caption(checklist.header, checklist.path, lang))


def group_title(group: Group, lang: Lang = "vi") -> str:
    """The heading of a group in a checklist by agency."""
    return group.agency or say("Chưa xác định cơ quan chủ trì", lang)
