"""`nhiemvu trace`: what a document rests on, and what rests on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from graph.trace import Direction, Trace

SHORT = "Văn bản này dựa trên những văn bản nào, và những văn bản nào dựa trên nó?"
HELP = (
    "Truy căn cứ trong kho: --up lên những văn bản mà văn bản này căn cứ, thực hiện; --down xuống những văn bản và"
    " nhiệm vụ dựa trên nó. Mỗi bước có nguyên văn, mục và hiệu lực. Không có --up, --down thì cả hai chiều."
)
EXAMPLE = "\b\nVí dụ:\n  nhiemvu trace 382/QĐ-UBND --up"


def run(
    symbol: Annotated[
        str, typer.Argument(metavar="SỐ-KÝ-HIỆU", help="Số, ký hiệu hoặc tên văn bản.", show_default=False)
    ],
    up: Annotated[bool, typer.Option("--up", help="Chỉ những văn bản ở trên.")] = False,
    down: Annotated[bool, typer.Option("--down", help="Chỉ những văn bản ở dưới.")] = False,
    depth: Annotated[int, typer.Option("--depth", min=1, metavar="SỐ", help="Nhiều nhất bao nhiêu bậc.")] = 3,
    on: Annotated[
        str,
        typer.Option(
            "--on", metavar="NGÀY", help="Hiệu lực vào ngày này; không có thì vào ngày của văn bản viện dẫn."
        ),
    ] = "",
    most: Annotated[
        int,
        typer.Option(
            "--most",
            min=0,
            metavar="SỐ",
            help="Nhiều nhất bao nhiêu văn bản ở mỗi bậc, mới trước; 0: tất cả.",
        ),
    ] = 50,
    svg: Annotated[str, typer.Option("--svg", metavar="TỆP", help="Vẽ thành hình SVG trong tệp này.")] = "",
    corpus: Annotated[
        str, typer.Option("--corpus", metavar="KHO", help="Tệp kho hoặc URL (hoặc đặt NHIEMVU_CORPUS).")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="In JSON.")] = False,
) -> int:
    """Shows the works above and below the one that is meant, step by step."""
    from corpus.store import Corpus
    from graph.trace import trace
    from nhiemvu.days import day_typed
    from nhiemvu.show import show_json
    from nhiemvu.where import corpus_target

    direction: Direction = "both" if up == down else "up" if up else "down"
    day = day_typed(on) if on else None
    with Corpus.open(corpus_target(corpus), create=False) as opened:
        found = trace(opened, symbol, direction, depth, day, most=most or None)
    if svg and found.roots:
        _draw(found, svg)
    if as_json:
        show_json(found.as_json())
    elif not (svg and found.roots):
        _show(found)
    return 0 if any(root.up or root.down for root in found.roots) else 1


def _draw(found: Trace, path: str) -> None:
    from nhiemvu.show import note
    from nhiemvu.words import language, say
    from publish.trace_svg import publish_svg

    publish_svg(found, path, language())
    note(say("Đã vẽ vào {file}.", file=path))


def _show(found: Trace) -> None:
    from nhiemvu.branches import branches_of, name_of
    from nhiemvu.show import note, show_tree
    from nhiemvu.words import say

    if found.outcome == "ambiguous":
        note(
            say(
                "“{typed}” có thể là {n} văn bản; thêm cơ quan hoặc năm để chọn.",
                typed=found.typed,
                n=len(found.roots) + found.more,
            )
        )
    if found.roots:
        show_tree(branches_of(found))
        note(_days(found))
        return
    note(say("Kho không có văn bản nào là “{typed}”.", typed=found.typed))
    if found.close:
        note(say("Gần nhất: {names}.", names="; ".join(map(name_of, found.close))))


def _days(found: Trace) -> str:
    """For which day the validity is told."""
    from datetime import date

    from nhiemvu.words import language, say
    from publish.when import written

    if found.on:
        return say("Hiệu lực ghi ở từng bước là của ngày {day}.", day=written(found.on, language()))
    return say(
        "Hiệu lực ghi ở từng bước là vào ngày của văn bản viện dẫn; của văn bản gốc và các văn bản ở dưới là vào hôm"
        " nay ({day}). Chọn ngày khác: --on",
        day=written(date.today().isoformat(), language()),
    )
