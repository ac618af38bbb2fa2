"""`nhiemvu graph`: the family of a document as a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from graph.family import Family

SHORT = "Vẽ sơ đồ các văn bản cấp trên, ngang hàng, cấp dưới của một văn bản."
HELP = (
    "Vẽ thành hình SVG những văn bản liên quan đến một văn bản trong kho, theo cấp ban hành: những văn bản mà nó căn"
    " cứ, thực hiện; những văn bản khác cùng thực hiện văn bản cấp trên ấy; những văn bản dựa trên nó. Vẽ những văn bản"
    " gần nhất, còn lại chỉ đếm."
)
EXAMPLE = "\b\nVí dụ:\n  nhiemvu graph 21/KH-UBND -o so-do.svg"


def run(
    document: Annotated[
        str, typer.Argument(metavar="SỐ-KÝ-HIỆU", help="Số, ký hiệu hoặc tên văn bản.", show_default=False)
    ],
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="TỆP", help="Vẽ vào tệp .svg này.", show_default=False)
    ] = "",
    most: Annotated[
        int, typer.Option("--most", min=1, max=500, metavar="SỐ", help="Vẽ khoảng bao nhiêu văn bản.")
    ] = 50,
    on: Annotated[
        str, typer.Option("--on", metavar="NGÀY", help="Hiệu lực vào ngày này; không có thì hôm nay.")
    ] = "",
    corpus: Annotated[
        str, typer.Option("--corpus", metavar="KHO", help="Tệp kho hoặc URL (hoặc đặt NHIEMVU_CORPUS).")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="In JSON.")] = False,
) -> int:
    """Draws the family of the work that is meant, or offers those that may be."""
    from pathlib import Path

    from corpus.store import Corpus
    from graph.family import family
    from nhiemvu.days import day_typed
    from nhiemvu.show import show_json
    from nhiemvu.where import corpus_target
    from nhiemvu.words import language
    from publish.svg_picture import refuse_other_names

    if not output and not as_json:
        raise typer.TyperException("Missing option '--output'.")
    if output:
        refuse_other_names(Path(output), language())
    day = day_typed(on) if on else None
    with Corpus.open(corpus_target(corpus), create=False) as opened:
        found = family(opened, document, most, day)
    if as_json:
        show_json(found.as_json())
    if not found.members:
        _offer(found)
        return 1
    if output:
        _draw(found, output)
    return 0 if len(found.members) > 1 else 1


def _draw(found: Family, path: str) -> None:
    from nhiemvu.show import note
    from nhiemvu.words import language, say
    from publish.family_svg import publish_family

    publish_family(found, path, language())
    left_out = sum(rest.count for rest in found.rests)
    if left_out:
        note(say("{n} văn bản khác chỉ đếm, không vẽ; vẽ thêm: --most", n=left_out))
    if len(found.members) == 1:
        note(say("Kho không có văn bản nào liên quan đến văn bản này."))
    note(say("Đã vẽ vào {file}.", file=path))


def _offer(found: Family) -> None:
    """One line on the works that may be meant."""
    from nhiemvu.branches import name_of
    from nhiemvu.show import note
    from nhiemvu.words import say

    perhaps = found.candidates or found.close
    closing = "Đó là: {names}." if found.candidates else "Gần nhất: {names}."
    names = "; ".join([*map(name_of, perhaps[:5]), *("…" for _ in perhaps[5:6])])
    if found.candidates:
        said = say(
            "“{typed}” có thể là {n} văn bản; thêm cơ quan hoặc năm để chọn.",
            typed=found.typed,
            n=len(perhaps),
        )
    else:
        said = say("Kho không có văn bản nào là “{typed}”.", typed=found.typed)
    note(f"{said} {say(closing, names=names)}" if perhaps else said)
