"""`nhiemvu correct`: what a person puts right of what was read, signed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from corpus.facts import CorrectionFact
    from corpus.statement import TaskChange
    from corpus.store import Corpus

SHORT = "Sửa cơ quan, thời hạn, viện dẫn mà chương trình đọc sai; có ký tên, thu hồi được."
HELP = (
    "Ghi lại điều đúng thay cho điều chương trình đọc được, có tên người sửa và ngày. Lần sửa gắn với lời văn, nên còn"
    " nguyên khi văn bản được đọc lại hoặc có bản mới; kết quả trích xuất không bị đổi, và lần sửa nào cũng thu hồi"
    " được (--undo). Nhiệm vụ và viện dẫn được chọn bằng lời của nó, vài từ đủ để chỉ một; nhiệm vụ cũng được chọn bằng"
    ' mã. Để trống (--lead "") nghĩa là không có.'
)
EXAMPLE = (
    '\b\nVí dụ:\n  nhiemvu correct 58/KH-UBND --task "lập danh sách khu dân cư" --lead "Công an huyện"'
    ' --by "Nguyễn Thị Hoa"'
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed, as far as it says what is to be put right."""

    document: str
    task: str
    lead: list[str] | None
    support: list[str] | None
    due: list[str] | None
    not_a_task: bool
    citation: str
    means: str
    no_citation: bool
    carries_out: str
    above: str
    same_agency: tuple[str, str]
    undo: int


def run(
    document: Annotated[
        str,
        typer.Argument(
            metavar="[SỐ-KÝ-HIỆU]", help="Văn bản: số, ký hiệu, tên, hoặc tên tệp.", show_default=False
        ),
    ] = "",
    task: Annotated[str, typer.Option("--task", metavar="LỜI", help="Nhiệm vụ cần sửa.")] = "",
    lead: Annotated[
        list[str] | None,
        typer.Option("--lead", metavar="CƠ-QUAN", help="Cơ quan chủ trì đúng; nhiều cơ quan thì lặp lại."),
    ] = None,
    support: Annotated[
        list[str] | None,
        typer.Option(
            "--support", metavar="CƠ-QUAN", help="Cơ quan phối hợp đúng; nhiều cơ quan thì lặp lại."
        ),
    ] = None,
    due: Annotated[
        list[str] | None,
        typer.Option("--due", metavar="NGÀY", help="Thời hạn đúng: 30/6/2024 hoặc 2024-06-30."),
    ] = None,
    not_a_task: Annotated[bool, typer.Option("--not-a-task", help="Đây không phải là nhiệm vụ.")] = False,
    citation: Annotated[str, typer.Option("--citation", metavar="LỜI", help="Viện dẫn cần sửa.")] = "",
    means: Annotated[
        str, typer.Option("--means", metavar="SỐ-KÝ-HIỆU", help="Văn bản mà viện dẫn thật sự nói tới.")
    ] = "",
    no_citation: Annotated[
        bool, typer.Option("--not-a-citation", help="Lời này không viện dẫn văn bản nào.")
    ] = False,
    carries_out: Annotated[
        str,
        typer.Option(
            "--carries-out", metavar="SỐ-KÝ-HIỆU", help="Văn bản cấp trên mà nhiệm vụ này thực hiện."
        ),
    ] = "",
    above: Annotated[
        str, typer.Option("--above", metavar="LỜI", help="Nhiệm vụ nào của văn bản cấp trên.")
    ] = "",
    same_agency: Annotated[
        tuple[str, str],
        typer.Option(
            "--same-agency",
            metavar="TÊN TÊN",
            help="Hai tên của một cơ quan, tên sau là tên dùng; không nêu văn bản thì ở mọi văn bản.",
            show_default=False,
        ),
    ] = ("", ""),
    undo: Annotated[
        int,
        typer.Option("--undo", min=0, metavar="SỐ", help="Thu hồi lần sửa mang số này.", show_default=False),
    ] = 0,
    by: Annotated[str, typer.Option("--by", metavar="HỌ-TÊN", help="Người sửa.")] = "",
    remark: Annotated[str, typer.Option("--note", metavar="GHI-CHÚ", help="Vì sao.")] = "",
    corpus: Annotated[
        str, typer.Option("--corpus", metavar="KHO", help="Tệp kho hoặc URL (hoặc đặt NHIEMVU_CORPUS).")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="In JSON.")] = False,
) -> int:
    """Writes down what a person puts right, and shows it."""
    from corpus.statement import Signature
    from corpus.store import Corpus
    from nhiemvu.where import corpus_target

    asked = Asked(
        document=document,
        task=task,
        lead=lead,
        support=support,
        due=due,
        not_a_task=not_a_task,
        citation=citation,
        means=means,
        no_citation=no_citation,
        carries_out=carries_out,
        above=above,
        same_agency=same_agency,
        undo=undo,
    )
    _refuse(asked)
    signature = Signature(by, remark).checked()
    with Corpus.open(corpus_target(corpus), create=False) as opened:
        said = _write(opened, asked, signature.by, signature.note)
    return show_written(said, as_json)


def _refuse(asked: Asked) -> None:
    """Raises `CorpusError` for what is not said in full, or said twice."""
    from nhiemvu.faults import missing, together

    ways = {
        "--undo": bool(asked.undo),
        "--same-agency": any(asked.same_agency),
        "--citation": bool(asked.citation or asked.means or asked.no_citation),
        "--carries-out": bool(asked.carries_out or asked.above),
        "--not-a-task": asked.not_a_task,
        "--lead, --support, --due": any(one is not None for one in (asked.lead, asked.support, asked.due)),
    }
    chosen = [name for name, typed in ways.items() if typed]
    if len(chosen) > 1:
        raise together(chosen[0], chosen[1])
    if asked.means and asked.no_citation:
        raise together("--means", "--not-a-citation")
    of_task = chosen[:1] in (["--carries-out"], ["--not-a-task"], ["--lead, --support, --due"])
    needed = {
        "--task": bool(asked.task) or (bool(chosen) and not of_task),
        "--lead": bool(chosen),
        "SỐ-KÝ-HIỆU": bool(asked.document) or not (of_task or chosen == ["--citation"]),
        "--citation": bool(asked.citation) or chosen != ["--citation"],
        "--means": bool(asked.means or asked.no_citation) or chosen != ["--citation"],
        "--carries-out": bool(asked.carries_out) or chosen != ["--carries-out"],
        "--above": bool(asked.above) or chosen != ["--carries-out"],
    }
    for name, given in needed.items():
        if not given:
            raise missing(name, "correct")
    if asked.task and chosen and not of_task:
        raise together("--task", chosen[0])


def _write(opened: Corpus, asked: Asked, by: str, note: str) -> list[CorrectionFact]:
    """What was written down."""
    from graph.meant import citation_meant, documents_meant, task_meant, work_meant

    if asked.undo:
        return opened.undo(asked.undo, by=by, note=note)
    with opened.reading() as connection:
        documents = documents_meant(connection, asked.document) if asked.document else []
        if asked.citation:
            citation = citation_meant(connection, documents, asked.citation)
            work = work_meant(connection, asked.means).key if asked.means else None
        elif asked.task:
            task = task_meant(connection, documents, asked.task)
        if asked.carries_out:
            above = task_meant(connection, documents_meant(connection, asked.carries_out), asked.above)
    if asked.citation:
        return opened.correct_citation(citation, work, by=by, note=note)
    if asked.carries_out:
        return opened.link_tasks(task, above, by=by, note=note)
    if asked.task:
        return opened.correct_task(task, _change(asked), by=by, note=note)
    one, other = _written_out(asked.same_agency)
    of = documents[0].id if documents else None
    return opened.same_agency(one, other, by=by, note=note, document_id=of)


def _written_out(names: tuple[str, str]) -> tuple[str, str]:
    """The names as the corpus has them (`STC` is `Sở Tài chính`), unless that makes them one."""
    from rulebook.naming import full_name
    from rulebook.spelling import key

    one, other = map(full_name, names)
    return (one, other) if key(one) != key(other) else names


def _change(asked: Asked) -> TaskChange:
    """What is right of the task; the names of bodies written out as the corpus has them (`STC`, `Sở LĐTBXH`)."""
    from corpus.statement import TaskChange, iso_day
    from rulebook.naming import full_name

    def names(typed: list[str] | None) -> tuple[str, ...] | None:
        return None if typed is None else tuple(full_name(name) for name in typed if name.strip())

    due = None if asked.due is None else tuple(iso_day(day) for day in asked.due if day.strip())
    return TaskChange(lead=names(asked.lead), support=names(asked.support), due=due, no_task=asked.not_a_task)


def show_written(said: list[CorrectionFact], as_json: bool) -> int:
    """Shows the corrections that were written down; 1 where there is none."""
    from nhiemvu.put_right import line_of
    from nhiemvu.show import note, show_json
    from nhiemvu.words import say

    if as_json:
        show_json([one.as_json() for one in said])
    elif not said:
        note(say("Đã như vậy từ trước; không ghi gì thêm."))
    for one in said if not as_json else ():
        note(line_of(one))
    return 0 if said else 1
