"""`nhiemvu checklist`: the tasks of a plan as a table or a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from nhiemvu.recognition import Ocr, policy

if TYPE_CHECKING:
    from publish.checklist import Checklist

SHORT = "Bảng phân công nhiệm vụ của một kế hoạch: trên màn hình, XLSX, DOCX, PDF, CSV, MD, ICS."
HELP = (
    "Lập bảng phân công nhiệm vụ từ một văn bản: nội dung công việc, cơ quan chủ trì, cơ quan phối hợp, thời hạn, căn"
    " cứ, mục và trang trong văn bản. Không cần kho văn bản, không cần thiết lập gì. Không có -o thì in ra màn hình."
    " Nêu số, ký hiệu của văn bản trong kho thì bảng có những gì đã sửa (nhiemvu correct) và tình trạng từng việc"
    " (nhiemvu tick)."
)
EXAMPLE = '\b\nVí dụ:\n  nhiemvu checklist ke-hoach.docx --agency "Sở Tài chính" -o viec-cua-so.xlsx'


def run(
    plan: Annotated[
        str,
        typer.Argument(
            metavar="VĂN-BẢN",
            help="Tệp, hoặc số, ký hiệu của văn bản trong kho; dấu - là đầu vào chuẩn.",
            show_default=False,
        ),
    ],
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="TỆP", help="Ghi ra tệp .xlsx, .docx, .pdf, .csv, .md hoặc .ics."
        ),
    ] = "",
    by: Annotated[str, typer.Option("--by", metavar="agency", help="agency: xếp theo cơ quan chủ trì.")] = "",
    agency: Annotated[
        str,
        typer.Option(
            "--agency", metavar="CƠ-QUAN", help="Chỉ lấy việc mà cơ quan này chủ trì hoặc phối hợp."
        ),
    ] = "",
    corpus: Annotated[
        str, typer.Option("--corpus", metavar="KHO", help="Tệp kho hoặc URL (hoặc đặt NHIEMVU_CORPUS).")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="In JSON.")] = False,
    ocr: Ocr = "auto",
) -> int:
    """Makes the checklist of one document, and shows it or writes it to a file."""
    if by not in ("", "agency"):
        raise typer.BadParameter(by, param_hint="--by")
    tasks = _held(plan, corpus) or _read(plan, ocr)
    if agency:
        tasks = _only(tasks, agency)
    if by:
        tasks = tasks.grouped()
    if not tasks.rows:
        return _nothing(agency)
    return _write(tasks, output) if output else _show(tasks, as_json)


def _read(plan: str, ocr: str) -> Checklist:
    """The checklist of a file."""
    from nhiemvu.intake import one_file
    from nhiemvu.parsing import parse
    from publish.checklist import checklist

    return checklist(parse(one_file(plan), policy(ocr)))


def _held(plan: str, corpus: str) -> Checklist | None:
    """The checklist of a document of the corpus, in its latest version; `None` where a file is meant, or where there is
    no corpus."""
    from nhiemvu.where import corpus_is_there, corpus_target, is_file_name

    if not plan or is_file_name(plan) or not (corpus or corpus_is_there()):
        return None
    from corpus.store import Corpus
    from graph.meant import documents_meant
    from publish.corpus_checklist import checklist_of

    with Corpus.open(corpus_target(corpus), create=False) as opened:
        with opened.reading() as connection:
            latest = documents_meant(connection, plan)[0]
        return checklist_of(opened, latest.id)


def _only(tasks: Checklist, asked: str) -> Checklist:
    """The tasks of the agency that is meant, with a line about whatever is not plain in that."""
    from nhiemvu.show import note
    from nhiemvu.words import say
    from publish.offices import meant

    found = meant(asked, tasks.agencies())
    if found.closest:
        note(
            say(
                "Văn bản không giao việc cho “{asked}”. Tên gần nhất: {names}.",
                asked=asked,
                names="; ".join(found.closest),
            )
        )
    elif found.names and not found.exact:
        note(say("“{asked}” được hiểu là: {names}.", asked=asked, names="; ".join(found.names)))
    mine = tasks.only(*found.names)
    common = tasks.given_to_all_but(mine)
    if mine.rows and common:
        note(say("Ngoài ra có {n} nhiệm vụ giao chung cho nhiều cơ quan (xem cả bảng).", n=len(common)))
    return mine


def _nothing(agency: str) -> int:
    from nhiemvu.show import note
    from nhiemvu.words import say

    if not agency:
        note(say("Không tìm thấy nhiệm vụ nào trong văn bản này."))
    return 1


def _write(tasks: Checklist, output: str) -> int:
    from nhiemvu.show import note
    from nhiemvu.words import language, say
    from publish.files import publish

    publish(tasks, output, language())
    number, left_out = len({row.task for row in tasks.rows}), 0
    if output.lower().endswith(".ics"):
        from publish.to_ics import undated

        left_out = undated(tasks)
    note(say("Đã ghi {n} nhiệm vụ vào {file}.", n=number - left_out, file=output))
    if left_out:
        note(say("{n} nhiệm vụ không có ngày cố định nên không vào lịch.", n=left_out))
    return 0


def _show(tasks: Checklist, as_json: bool) -> int:
    from nhiemvu.show import show, show_json
    from nhiemvu.tables import tables_of_checklist
    from nhiemvu.words import language

    if as_json:
        show_json(tasks.as_json(language()))
    else:
        show(tables_of_checklist(tasks))
    return 0
