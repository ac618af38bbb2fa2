"""`nhiemvu who`: which agency owns a task."""

from __future__ import annotations

from typing import Annotated

import typer

SHORT = "Việc này cơ quan nào chủ trì? Tìm trong kho, có dấu hay không dấu."
HELP = (
    "Tìm trong kho những nhiệm vụ ứng với câu hỏi, và cho biết cơ quan chủ trì, cơ quan phối hợp, thời hạn, văn bản,"
    " mục và nguyên văn. Gõ không dấu cũng được; gõ có dấu thì từ đúng dấu xếp trước."
)
EXAMPLE = '\b\nVí dụ:\n  nhiemvu who "tổ chức hội nghị tổng kết"'


def run(
    question: Annotated[
        str, typer.Argument(metavar="CÂU-HỎI", help="Nội dung công việc cần tìm.", show_default=False)
    ],
    corpus: Annotated[
        str, typer.Option("--corpus", metavar="KHO", help="Tệp kho hoặc URL (hoặc đặt NHIEMVU_CORPUS).")
    ] = "",
    limit: Annotated[
        int, typer.Option("--limit", min=1, metavar="SỐ", help="Nhiều nhất bao nhiêu kết quả.")
    ] = 10,
    as_json: Annotated[bool, typer.Option("--json", help="In JSON.")] = False,
) -> int:
    """Shows the tasks that answer the question, with their agencies and their words."""
    from corpus.store import Corpus
    from graph.who import who
    from nhiemvu.show import note, show, show_json
    from nhiemvu.tables import tables_of_answers
    from nhiemvu.where import corpus_target
    from nhiemvu.words import say

    with Corpus.open(corpus_target(corpus), create=False) as opened:
        answers = who(opened, question, limit)
    if as_json:
        show_json([answer.as_json() for answer in answers])
    elif answers:
        show(tables_of_answers(answers))
    else:
        note(say("Không có nhiệm vụ nào trong kho ứng với “{question}”.", question=question))
    return 0 if answers else 1
