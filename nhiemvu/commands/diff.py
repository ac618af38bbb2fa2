"""`nhiemvu diff`: what changed between two plans, or two drafts of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from nhiemvu.recognition import Ocr, policy

if TYPE_CHECKING:
    from graph.plans import Plan
    from ingest.policy import Policy

SHORT = "Hai kế hoạch, hai dự thảo khác nhau ở nhiệm vụ nào?"
HELP = (
    "So hai văn bản: nhiệm vụ nào giữ nguyên, thêm, bỏ, đổi hạn, đổi cơ quan, đổi nội dung, chuyển mục, tách, gộp; chỉ"
    " tiêu nào đổi. Mỗi bản là một tệp, hoặc số, ký hiệu của văn bản trong kho. Bản mới chỉ sửa đổi, bổ sung một số"
    " điểm thì những nhiệm vụ không nhắc đến được coi là giữ nguyên."
)
EXAMPLE = "\b\nVí dụ:\n  nhiemvu diff du-thao-1.docx du-thao-2.docx"


def run(
    old: Annotated[
        str, typer.Argument(metavar="BẢN-CŨ", help="Tệp, hoặc số, ký hiệu trong kho.", show_default=False)
    ],
    new: Annotated[
        str, typer.Argument(metavar="BẢN-MỚI", help="Tệp, hoặc số, ký hiệu trong kho.", show_default=False)
    ],
    everything: Annotated[bool, typer.Option("--all", help="Liệt kê cả những nhiệm vụ giữ nguyên.")] = False,
    whole: Annotated[
        bool,
        typer.Option("--whole", help="So toàn bộ, kể cả khi bản mới chỉ sửa đổi, bổ sung một số điểm."),
    ] = False,
    corpus: Annotated[
        str, typer.Option("--corpus", metavar="KHO", help="Tệp kho hoặc URL (hoặc đặt NHIEMVU_CORPUS).")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="In JSON.")] = False,
    ocr: Ocr = "auto",
) -> int:
    """Compares two documents; 0 where nothing differs, 1 where something does."""
    from graph.plan_changes import changes
    from nhiemvu.differences import notes_of_changes, tables_of_changes
    from nhiemvu.show import note, show, show_json

    if old == new == "-":
        raise typer.BadParameter("-", param_hint="BẢN-MỚI")
    plans = [_plan(typed, corpus, policy(ocr)) for typed in (old, new)]
    found = changes(*plans, whole=whole)
    if as_json:
        show_json(found.as_json())
    else:
        for line in notes_of_changes(found):
            note(line)
        show(tables_of_changes(found, everything=everything))
    return 1 if found.differ else 0


def _plan(typed: str, corpus: str, ocr: Policy) -> Plan:
    """The plan in a file of that name; else the document of the corpus that is called so."""
    from nhiemvu.intake import one_file
    from nhiemvu.parsing import parse
    from nhiemvu.where import is_file_name

    if is_file_name(typed):
        from graph.plans import plan_of

        return plan_of(parse(one_file(typed), ocr))
    return _held(typed, corpus)


def _held(typed: str, corpus: str) -> Plan:
    from corpus.store import Corpus
    from graph.plans import plan_called
    from nhiemvu.where import corpus_target

    with Corpus.open(corpus_target(corpus), create=False) as opened, opened.reading() as connection:
        return plan_called(connection, typed)
