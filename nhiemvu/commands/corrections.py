"""`nhiemvu corrections`: what people put right, what has become of it, and the documents in the form of annotations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from corpus.facts import StandingFact
    from corpus.store import Corpus

SHORT = "Những gì đã được sửa, ai sửa, còn áp dụng hay không."
HELP = (
    "Liệt kê mọi lần sửa (mới nhất trước) với tình trạng của nó: đang áp dụng, đã thu hồi, đã được sửa lại, hoặc không"
    " còn thấy lời văn trong bản mới. Với --as-gold, ghi các văn bản đã sửa theo mẫu chú giải dùng để đo chương trình:"
    " mỗi văn bản một tệp (-o) hoặc một dòng JSON. Nêu số, ký hiệu thì chỉ lấy những văn bản ấy."
)
EXAMPLE = "\b\nVí dụ:\n  nhiemvu corrections --as-gold -o chu-giai"


def run(
    documents: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SỐ-KÝ-HIỆU]...", help="Chỉ những văn bản này.", show_default=False),
    ] = None,
    ticks: Annotated[
        bool, typer.Option("--ticks", help="Cả những lần đánh dấu tình trạng (nhiemvu tick).")
    ] = False,
    as_gold: Annotated[bool, typer.Option("--as-gold", help="Ghi văn bản theo mẫu chú giải.")] = False,
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="THƯ-MỤC", help="Ghi vào thư mục này.")
    ] = "",
    corpus: Annotated[
        str, typer.Option("--corpus", metavar="KHO", help="Tệp kho hoặc URL (hoặc đặt NHIEMVU_CORPUS).")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="In JSON.")] = False,
) -> int:
    """Lists corrections, or writes the documents that have them as annotations."""
    from corpus.store import Corpus
    from nhiemvu.where import corpus_target

    if output and not as_gold:
        raise typer.BadParameter(output, param_hint="--output")
    with Corpus.open(corpus_target(corpus), create=False) as opened:
        chosen = _documents(opened, documents or [])
        if as_gold:
            return _annotate(opened, chosen, output)
        return _list(opened, chosen, ticks, as_json)


def _documents(opened: Corpus, typed: list[str]) -> list[int] | None:
    """The ids of the documents that are meant, in each version; `None` for all."""
    from graph.meant import documents_meant

    if not typed:
        return None
    with opened.reading() as connection:
        return [document.id for words in typed for document in documents_meant(connection, words)]


def _list(opened: Corpus, chosen: list[int] | None, ticks: bool, as_json: bool) -> int:
    from nhiemvu.put_right import tables_of_corrections
    from nhiemvu.show import note, show, show_json
    from nhiemvu.words import say

    every = chosen is None
    found = opened.corrections(ticks=ticks) if every else opened.corrections_of(chosen or (), ticks=ticks)
    if as_json:
        show_json([one.as_json() for one in found])
    elif found:
        show(tables_of_corrections(found))
    else:
        note(say("Chưa ai sửa gì."))
    return 0 if found else 1


def _annotate(opened: Corpus, chosen: list[int] | None, folder: str) -> int:
    from nhiemvu.show import note, show_json
    from nhiemvu.words import language, say
    from publish.annotation_files import write_annotations

    ids = _put_right(opened.corrections()) if chosen is None else list(dict.fromkeys(chosen))
    annotations = opened.annotations(ids)
    if not folder:
        show_json(annotations, lines=True)
    for path in write_annotations(annotations, folder, language()) if folder else ():
        note(say("Đã ghi {file}.", file=path))
    if not ids:
        note(say("Chưa ai sửa gì."))
    return 0 if ids else 1


def _put_right(found: list[StandingFact]) -> list[int]:
    """The documents in which corrections hold, in the order in which they were added."""
    holding = (one for one in found if one.state == "holds" and one.correction.kind != "undo")
    return sorted({id_ for one in holding for id_ in one.documents})
