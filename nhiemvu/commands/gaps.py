"""`nhiemvu gaps`: what the documents above ask for, and a plan leaves out or dates too late."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from nhiemvu.recognition import Ocr, policy

if TYPE_CHECKING:
    from datetime import date

    from corpus.store import Corpus
    from extract.extraction import Extraction
    from ingest.policy import Policy

SHORT = "Kế hoạch này còn thiếu việc nào cấp trên giao, việc nào sai cơ quan, muộn hạn?"
HELP = (
    "So một kế hoạch với những văn bản cấp trên mà nó căn cứ hoặc thực hiện: nhiệm vụ đã có, không thấy, giao cho cơ"
    " quan khác, muộn hơn hạn trên; căn cứ đã hết hiệu lực, cơ quan không còn. Kế hoạch là một tệp (không cần có trong"
    " kho), hoặc số, ký hiệu của văn bản trong kho. --down: những cơ quan cấp dưới nào đã có văn bản thực hiện."
)
EXAMPLE = "\b\nVí dụ:\n  nhiemvu gaps ke-hoach.docx\n  nhiemvu gaps 1986/QĐ-TTg --down"


def run(
    plan: Annotated[
        str,
        typer.Argument(
            metavar="KẾ-HOẠCH",
            help="Tệp, hoặc số, ký hiệu của văn bản trong kho; dấu - là đầu vào chuẩn.",
            show_default=False,
        ),
    ],
    down: Annotated[bool, typer.Option("--down", help="Ai ở cấp dưới đã có văn bản thực hiện.")] = False,
    on: Annotated[
        str,
        typer.Option("--on", metavar="NGÀY", help="Xét vào ngày này; không có thì vào ngày của kế hoạch."),
    ] = "",
    corpus: Annotated[
        str, typer.Option("--corpus", metavar="KHO", help="Tệp kho hoặc URL (hoặc đặt NHIEMVU_CORPUS).")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="In JSON.")] = False,
    ocr: Ocr = "auto",
) -> int:
    """Compares a plan with the documents above it, or looks for the plans below."""
    from corpus.store import Corpus
    from nhiemvu.days import day_typed
    from nhiemvu.where import corpus_target

    day = day_typed(on, "--on") if on else None
    answer = _down if down else _up
    with Corpus.open(corpus_target(corpus), create=False) as opened:
        return answer(opened, plan_typed(plan, policy(ocr)), day, as_json)


def plan_typed(typed: str, ocr: Policy) -> str | Extraction:
    """What a file says, where what is typed is one; else what is typed, for the corpus."""
    from nhiemvu.intake import one_file
    from nhiemvu.parsing import parse
    from nhiemvu.where import is_file_name

    return parse(one_file(typed), ocr) if typed and is_file_name(typed) else typed


def _up(opened: Corpus, plan: str | Extraction, day: date | None, as_json: bool) -> int:
    from graph.gaps import gaps
    from nhiemvu.finding_words import notes_of_gaps, summary_of_gaps
    from nhiemvu.gap_tables import tables_of_gaps
    from nhiemvu.show import note, show, show_json
    from nhiemvu.words import language

    found = gaps(opened, plan, day)
    if as_json:
        show_json(found.as_json())
    else:
        show(tables_of_gaps(found))
        for line in (*notes_of_gaps(found, language()), summary_of_gaps(found, language())):
            note(line)
    return 1 if found.found else 0


def _down(opened: Corpus, plan: str | Extraction, day: date | None, as_json: bool) -> int:
    from graph.coverage import coverage
    from nhiemvu.coverage_tables import summary, tables_of_coverage
    from nhiemvu.show import note, show, show_json

    found = coverage(opened, plan, day)
    if as_json:
        show_json(found.as_json())
    else:
        show(tables_of_coverage(found))
        note(summary(found))
    return 1 if found.found else 0
