"""`nhiemvu tick`: how far tasks are, one by one or from a checklist that was filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from corpus.facts import CorrectionFact, ProgressState
    from corpus.statement import Signature
    from corpus.store import Corpus
    from publish.marks import Filled, Written

SHORT = "Đánh dấu nhiệm vụ đã xong, đang làm; nhận lại bảng XLSX đã điền tay."
HELP = (
    "Ghi lại nhiệm vụ đang ở đâu: đã hoàn thành (--done), đang thực hiện (--doing), chưa thực hiện (--open), có tên"
    " người ghi, ngày và ghi chú. Dấu gắn với lời văn của nhiệm vụ, nên còn nguyên khi văn bản được đọc lại hoặc có bản"
    " mới, và thu hồi được (nhiemvu correct --undo). Với --from, lấy cột Tình trạng và Ghi chú trong bảng XLSX đã điền;"
    " dòng nào không hiểu thì nêu ra, không đoán."
)
EXAMPLE = (
    '\b\nVí dụ:\n  nhiemvu tick 58/KH-UBND --task "lập danh sách khu dân cư" --done --by "Nguyễn Thị Hoa"'
    '\n  nhiemvu tick 58/KH-UBND --from checklist.xlsx --by "Nguyễn Thị Hoa"'
)


def run(
    document: Annotated[
        str,
        typer.Argument(
            metavar="SỐ-KÝ-HIỆU", help="Văn bản: số, ký hiệu, tên, hoặc tên tệp.", show_default=False
        ),
    ],
    task: Annotated[str, typer.Option("--task", metavar="LỜI", help="Nhiệm vụ nào.")] = "",
    done: Annotated[bool, typer.Option("--done", help="Đã hoàn thành.")] = False,
    doing: Annotated[bool, typer.Option("--doing", help="Đang thực hiện.")] = False,
    opened: Annotated[bool, typer.Option("--open", help="Chưa thực hiện.")] = False,
    filled: Annotated[
        str, typer.Option("--from", metavar="TỆP", help="Bảng phân công .xlsx đã điền tình trạng.")
    ] = "",
    by: Annotated[str, typer.Option("--by", metavar="HỌ-TÊN", help="Người ghi.")] = "",
    remark: Annotated[str, typer.Option("--note", metavar="GHI-CHÚ", help="Ghi chú.")] = "",
    corpus: Annotated[
        str, typer.Option("--corpus", metavar="KHO", help="Tệp kho hoặc URL (hoặc đặt NHIEMVU_CORPUS).")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="In JSON.")] = False,
) -> int:
    """Writes down how far tasks are, and shows what was written."""
    from corpus.statement import Signature
    from corpus.store import Corpus
    from nhiemvu.commands.correct import show_written
    from nhiemvu.where import corpus_target

    state = _state(task, {"done": done, "doing": doing, "open": opened}, filled)
    signature = Signature(by, remark).checked()
    with Corpus.open(corpus_target(corpus), create=False) as held:
        if state is None:
            return _take_back(held, document, filled, signature.by, as_json)
        return show_written(_tick(held, document, task, state, signature), as_json)


def _state(task: str, typed: dict[ProgressState, bool], filled: str) -> ProgressState | None:
    """The state that is meant; `None` where a file says it. Raises `CorpusError` for what is missing or too much."""
    from nhiemvu.faults import missing, together

    chosen = [state for state, given in typed.items() if given]
    if len(chosen) > 1:
        raise together(f"--{chosen[0]}", f"--{chosen[1]}")
    if filled:
        for name in ["--task"] * bool(task) + [f"--{state}" for state in chosen]:
            raise together("--from", name)
        return None
    if not task:
        raise missing("--task", "tick")
    if not chosen:
        raise missing("--done, --doing, --open", "tick")
    return chosen[0]


def _tick(
    held: Corpus, document: str, words: str, state: ProgressState, signature: Signature
) -> list[CorrectionFact]:
    from graph.meant import documents_meant, task_meant

    with held.reading() as connection:
        task = task_meant(connection, documents_meant(connection, document), words)
    return held.tick(task, state, by=signature.by, note=signature.note)


def _take_back(held: Corpus, document: str, path: str, by: str, as_json: bool) -> int:
    """Takes over what a checklist says that was filled in; 1 where some of it could not be."""
    from graph.meant import documents_meant
    from publish.from_xlsx import read_marks
    from publish.marks import write_marks

    filled = read_marks(path)
    with held.reading() as connection:
        latest = documents_meant(connection, document)[0]
    written = write_marks(held, latest.id, filled, by=by)
    if as_json:
        _show_json(filled, written)
    else:
        _tell(filled, written)
    return 1 if filled.unclear or written.not_found else 0


def _tell(filled: Filled, written: Written) -> None:
    from nhiemvu.put_right import line_of
    from nhiemvu.show import note
    from nhiemvu.words import language, say

    for said in written.changed:
        note(line_of(said))
    for mark in written.not_found:
        why = say("văn bản không có nhiệm vụ này")
        note(say("Dòng {row}: {why}: “{words}”", row=mark.row, why=why, words=mark.words))
    for one in filled.unclear:
        note(say("Dòng {row}: {why}: “{words}”", row=one.row, why=one.said(language()), words=one.words))
    note(
        say(
            "Đã ghi {changed} nhiệm vụ; {already} đã như vậy từ trước, {untouched} dòng không ai điền, {not_found}"
            " không có trong văn bản, {unclear} dòng không hiểu được.",
            changed=len(written.changed),
            already=len(written.already),
            untouched=filled.untouched,
            not_found=len(written.not_found),
            unclear=len(filled.unclear),
        )
    )


def _show_json(filled: Filled, written: Written) -> None:
    from dataclasses import asdict

    from nhiemvu.show import show_json
    from nhiemvu.words import language

    show_json(
        {
            "changed": [one.as_json() for one in written.changed],
            "already": [asdict(one) for one in written.already],
            "not_found": [asdict(one) for one in written.not_found],
            "unclear": [
                {"row": one.row, "words": one.words, "why": one.said(language())} for one in filled.unclear
            ],
            "untouched": filled.untouched,
        }
    )
