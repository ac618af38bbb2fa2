"""The columns of a checklist, and what stands in the cells of a row: the same in every format."""

from __future__ import annotations

from publish.caption import caption
from publish.checklist import Checklist, Group, Row
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


def heads(lang: Lang = "vi") -> tuple[str, ...]:
    """The head row.

    >>> heads("en")[:2]
    ('No.', 'Task')
    """
    return tuple(say(head, lang) for head in HEADS)


def cells(row: Row, lang: Lang = "vi") -> tuple[str, ...]:
    """The texts of a row under `HEADS`; several values in one cell are parted by a semicolon."""
    deadlines = dict.fromkeys(in_words(deadline, lang) for deadline in row.deadlines)
    return (
        str(row.number),
        work(row, lang),
        "; ".join(row.lead),
        "; ".join(row.support),
        "; ".join(deadlines),
        "; ".join(row.bases),
        row.place(lang),
    )


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
