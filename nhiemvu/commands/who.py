"""`nhiemvu who`: which agency owns a task."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from graph.wanted import Wanted

SHORT = "Việc này cơ quan nào chủ trì, nay do cơ quan nào? Tìm trong kho, có dấu hay không dấu."
HELP = (
    "Tìm trong kho những nhiệm vụ ứng với câu hỏi, và cho biết cơ quan chủ trì, cơ quan phối hợp, thời hạn, văn bản,"
    " mục và nguyên văn; cơ quan đã sắp xếp lại thì nay việc thuộc cơ quan nào, theo căn cứ nào. Gõ không dấu cũng"
    " được; gõ có dấu thì từ đúng dấu xếp trước."
)
EXAMPLE = (
    '\b\nVí dụ:\n  nhiemvu who "tổ chức hội nghị tổng kết"\n  nhiemvu who "rà soát hộ nghèo" --on 1/7/2025'
    ' --place "Đắk Lắk"'
)


def run(
    question: Annotated[
        str, typer.Argument(metavar="CÂU-HỎI", help="Nội dung công việc cần tìm.", show_default=False)
    ],
    on: Annotated[
        str, typer.Option("--on", metavar="NGÀY", help="Cơ quan nào vào ngày này; không có thì hôm nay.")
    ] = "",
    agency: Annotated[
        str,
        typer.Option(
            "--agency",
            metavar="CƠ-QUAN",
            help="Chỉ việc của cơ quan này, khi đó hoặc nay, kể cả trong tập thể.",
        ),
    ] = "",
    level: Annotated[
        str,
        typer.Option("--level", metavar="CẤP", help="Cấp của cơ quan chủ trì: trung ương, tỉnh, huyện, xã."),
    ] = "",
    place: Annotated[
        str, typer.Option("--place", metavar="ĐỊA-BÀN", help="Địa bàn của cơ quan chủ trì, khi đó hoặc nay.")
    ] = "",
    due: Annotated[
        str,
        typer.Option(
            "--due", metavar="THỜI-GIAN", help="Hạn trong khoảng này: 6/2026, quý II/2026, 2026, ..30/6/2026."
        ),
    ] = "",
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
    from nhiemvu.answers import tables_of_answers
    from nhiemvu.days import day_typed
    from nhiemvu.show import note, show, show_json
    from nhiemvu.where import corpus_target
    from nhiemvu.words import say

    day = day_typed(on, "--on") if on else None
    wanted = _wanted(agency, level, place, due)
    with Corpus.open(corpus_target(corpus), create=False) as opened:
        answers = who(opened, question, limit, day, wanted)
    if as_json:
        show_json([answer.as_json() for answer in answers])
    elif answers:
        show(tables_of_answers(answers))
    elif wanted.anything:
        phrase = "Trong khoảng 200 nhiệm vụ ứng với “{question}” nhất, không có nhiệm vụ nào như vậy; hỏi cụ thể hơn."
        note(say(phrase, question=question))
    else:
        note(say("Không có nhiệm vụ nào trong kho ứng với “{question}”.", question=question))
    return 0 if answers else 1


def _wanted(agency: str, level: str, place: str, due: str) -> Wanted:
    """What was asked for besides. Raises `typer.BadParameter`."""
    from graph.wanted import Wanted, level_called
    from nhiemvu.days import period_typed

    meant = level_called(level) if level else None
    if level and not meant:
        raise typer.BadParameter(level, param_hint="--level")
    period = period_typed(due, "--due") if due else None
    return Wanted(level=meant, place=place or None, agency=agency or None, due=period)
