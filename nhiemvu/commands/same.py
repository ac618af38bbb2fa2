"""`nhiemvu same`: works that may be one, and what a person says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from corpus.store import Corpus

SHORT = "Những văn bản nào có thể là một? Nối lại hoặc tách ra, có ký tên."
HELP = (
    "Nêu những cặp văn bản trong kho có thể là một (cùng số, cùng ngày, chỉ khác mã cơ quan hoặc dấu nối) với căn cứ để"
    " ngờ. Không cặp nào được tự nối: một người nối (--join) hoặc tách lại (--part), có tên và ngày; sau đó trace coi"
    " hai văn bản là một. Mỗi văn bản là một số, ký hiệu, thêm cơ quan hoặc ngày nếu cần."
)
EXAMPLE = '\b\nVí dụ:\n  nhiemvu same 152\n  nhiemvu same 152/QĐ-LĐTBXH 152/QĐ-BCĐCTMTQG --join --by "Nguyễn Thị Hoa"'


def run(
    works: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SỐ-KÝ-HIỆU]...",
            help="Một số để tìm những văn bản có thể là một; hai văn bản để nối hoặc tách.",
            show_default=False,
        ),
    ] = None,
    join: Annotated[bool, typer.Option("--join", help="Hai văn bản này là một.")] = False,
    part: Annotated[bool, typer.Option("--part", help="Tách lại hai văn bản đã nối.")] = False,
    by: Annotated[str, typer.Option("--by", metavar="HỌ-TÊN", help="Người nối hoặc tách.")] = "",
    remark: Annotated[str, typer.Option("--note", metavar="GHI-CHÚ", help="Vì sao.")] = "",
    history: Annotated[bool, typer.Option("--history", help="Những gì đã được nối, tách.")] = False,
    corpus: Annotated[
        str, typer.Option("--corpus", metavar="KHO", help="Tệp kho hoặc URL (hoặc đặt NHIEMVU_CORPUS).")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="In JSON.")] = False,
) -> int:
    """Lists pairs, or writes down what somebody says of one."""
    from corpus.store import Corpus
    from nhiemvu.where import corpus_target

    typed = works or []
    _refuse(typed, join=join, part=part, history=history, by=by)
    with Corpus.open(corpus_target(corpus), create=False) as opened:
        if history:
            return _history(opened, as_json)
        if join or part:
            return _say(opened, typed, joined=join, by=by, remark=remark)
        return _suggest(opened, typed[0] if typed else None, as_json)


def _refuse(typed: list[str], *, join: bool, part: bool, history: bool, by: str) -> None:
    """Raises `typer.BadParameter` for what cannot be meant."""
    if join + part + history > 1:
        raise typer.BadParameter("", param_hint="--join, --part, --history")
    if (join or part) and len(typed) != 2:
        raise typer.BadParameter(" ".join(typed), param_hint="SỐ-KÝ-HIỆU")
    if (join or part) and not by.strip():
        raise typer.BadParameter(by, param_hint="--by")
    if not (join or part) and len(typed) > (0 if history else 1):
        raise typer.BadParameter(" ".join(typed), param_hint="SỐ-KÝ-HIỆU")


def _suggest(opened: Corpus, number: str | None, as_json: bool) -> int:
    from corpus.same import suggestions
    from nhiemvu.alike import tables_of_suggestions
    from nhiemvu.show import note, show, show_json
    from nhiemvu.words import say

    with opened.reading() as connection:
        found = suggestions(connection, number)
    if as_json:
        show_json([pair.as_json() for pair in found])
    elif found:
        show(tables_of_suggestions(found))
    else:
        note(say("Không có cặp văn bản nào trong kho có thể là một."))
    return 0 if found else 1


def _history(opened: Corpus, as_json: bool) -> int:
    from dataclasses import asdict

    from nhiemvu.alike import tables_of_history
    from nhiemvu.show import note, show, show_json
    from nhiemvu.words import say

    found = opened.joinings()
    if as_json:
        show_json([asdict(said) | {"said_at": said.said_at.isoformat()} for said in found])
    elif found:
        show(tables_of_history(found))
    else:
        note(say("Chưa ai nối văn bản nào."))
    return 0 if found else 1


def _say(opened: Corpus, typed: list[str], *, joined: bool, by: str, remark: str) -> int:
    from graph.lookup import one_work
    from nhiemvu.show import note
    from nhiemvu.words import say

    with opened.reading() as connection:
        one, other = (one_work(connection, words) for words in typed)
    write = opened.join if joined else opened.part
    news = write(one.key, other.key, by=by, note=remark)
    names = {"one": one.name, "other": other.name}
    if joined:
        note(
            say("Đã nối: {one} và {other} là một." if news else "Đã nối từ trước: {one} và {other}.", **names)
        )
    else:
        note(
            say("Đã tách: {one} và {other}." if news else "Chưa ai nối trực tiếp: {one} và {other}.", **names)
        )
    return 0 if news else 1
