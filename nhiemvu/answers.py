"""The answers to who owns a task, as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from extract.extraction import Header
from nhiemvu.owner_words import answering
from nhiemvu.show import Table
from nhiemvu.words import language, say
from publish.caption import caption
from publish.when import value_in_words, written

if TYPE_CHECKING:
    from graph.who import Answer

_HEADS = (
    "Cơ quan chủ trì",
    "Ngày {day}",
    "Nội dung công việc",
    "Cơ quan phối hợp",
    "Hạn",
    "Văn bản",
    "Mục, trang",
)


def tables_of_answers(answers: Sequence[Answer]) -> list[Table]:
    """The tasks that answer a question, each with its owners then and on the asked day, its words and where they
    stand."""
    on = next((answer.on for answer in answers if answer.on), None)
    day = written(on.isoformat(), language()) if on else ""
    heads = tuple(say(head, day=day) for head in _HEADS)
    return [Table("", heads, [_answer(answer) for answer in answers], {0: 3, 1: 4, 2: 6, 3: 3, 5: 4})]


def _answer(answer: Answer) -> tuple[str, ...]:
    task, document = answer.task, answer.document
    header = Header(type=document.type, number=document.number, date=document.date, issuer=document.issuer)
    page = say("tr. {page}", page=task.page) if task.page else ""
    put_right = {one.field for one in task.corrected}

    def marked(cell: str, name: str) -> str:
        return f"{cell} {say('(đã sửa)')}".strip() if name in put_right else cell

    return (
        marked("; ".join(task.lead) or say("Chưa xác định cơ quan chủ trì"), "lead"),
        answering(answer.owners),
        task.quote,
        marked("; ".join(task.support), "support"),
        marked("; ".join(value_in_words(value, language()) for value in task.due), "due"),
        caption(header, document.path, language()),
        ", ".join(part for part in (task.section, page) if part),
    )
