"""`nhiemvu conflicts`: where documents of one level contradict each other."""

from __future__ import annotations

from typing import Annotated

import typer

from nhiemvu.recognition import Ocr, policy

SHORT = "Văn bản cùng cấp có giao một việc cho hai cơ quan, hay hai hạn cho một báo cáo?"
HELP = (
    "Tìm chỗ trái nhau giữa các văn bản cùng cấp, cùng địa bàn, chưa hết hiệu lực: một việc có hai cơ quan chủ trì, một"
    " báo cáo hoặc sản phẩm có hai thời hạn. Có tên văn bản (tệp, hoặc số, ký hiệu trong kho) thì chỉ xét văn bản ấy;"
    " không có thì xét cả kho."
)
EXAMPLE = "\b\nVí dụ:\n  nhiemvu conflicts 21/KH-UBND"


def run(
    document: Annotated[
        str,
        typer.Argument(
            metavar="[VĂN-BẢN]",
            help="Tệp, hoặc số, ký hiệu của văn bản trong kho; dấu - là đầu vào chuẩn.",
            show_default=False,
        ),
    ] = "",
    corpus: Annotated[
        str, typer.Option("--corpus", metavar="KHO", help="Tệp kho hoặc URL (hoặc đặt NHIEMVU_CORPUS).")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="In JSON.")] = False,
    ocr: Ocr = "auto",
) -> int:
    """Shows the tasks of one place and level that contradict each other."""
    from corpus.store import Corpus
    from graph.conflicts import conflicts
    from nhiemvu.commands.gaps import plan_typed
    from nhiemvu.gap_tables import tables_of_conflicts
    from nhiemvu.show import note, show, show_json
    from nhiemvu.where import corpus_target
    from nhiemvu.words import say

    with Corpus.open(corpus_target(corpus), create=False) as opened:
        found = conflicts(opened, plan_typed(document, policy(ocr)) if document else None)
    if as_json:
        show_json([one.as_json() for one in found])
    elif found:
        show(tables_of_conflicts(found))
    else:
        note(say("Không thấy chỗ nào trái nhau giữa các văn bản cùng cấp."))
    return 1 if found else 0
