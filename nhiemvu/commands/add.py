"""`nhiemvu add`: documents into the corpus."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nhiemvu.recognition import Ocr, policy

if TYPE_CHECKING:
    from corpus.store import Corpus
    from ingest import ReadError
    from ingest.policy import Policy

SHORT = "Thêm văn bản vào kho: tệp, thư mục."
HELP = (
    "Thêm tệp và mọi văn bản trong các thư mục vào kho văn bản. Chạy lại thì chỉ thêm những gì chưa có; tệp không đọc"
    " được không làm dừng các tệp khác."
)
EXAMPLE = "\b\nVí dụ:\n  nhiemvu add van-ban-den/ --corpus kho.db"


@dataclass(slots=True)
class Summary:
    """What became of the files, by name; `tasks` counts the tasks of those that were added."""

    added: list[str] = field(default_factory=list)
    held: list[str] = field(default_factory=list)
    failed: list[ReadError] = field(default_factory=list)
    tasks: int = 0

    def status(self) -> int:
        """0 when every file is in the corpus, 1 when some are not, 2 when none is."""
        if not self.added and not self.held:
            return 2
        return 1 if self.failed else 0


@dataclass(frozen=True, slots=True)
class _Reading:
    """How files are read: by how many processes (0: as many as pay), when pictures are recognised, and whether those
    are read `again` that the corpus holds."""

    jobs: int
    ocr: Policy
    again: bool = False


def run(
    paths: Annotated[list[str], typer.Argument(metavar="TỆP", help="Tệp hoặc thư mục.", show_default=False)],
    corpus: Annotated[
        str, typer.Option("--corpus", metavar="KHO", help="Tệp kho hoặc URL (hoặc đặt NHIEMVU_CORPUS).")
    ] = "",
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=0, metavar="SỐ", help="Số tiến trình đọc tệp; 0: tự chọn.")
    ] = 0,
    again: Annotated[
        bool, typer.Option("--again", help="Đọc lại cả những tệp đã có trong kho; mọi sửa đổi vẫn giữ.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="In JSON.")] = False,
    ocr: Ocr = "auto",
) -> int:
    """Adds files and folders to the corpus."""
    from corpus.store import Corpus
    from nhiemvu.intake import files_in
    from nhiemvu.progress import progress
    from nhiemvu.where import corpus_target

    asked, files = policy(ocr), files_in(paths)
    with Corpus.open(corpus_target(corpus)) as opened, progress("Đang đọc", len(files)) as advance:
        summary = _add_all(opened, files, _Reading(jobs, asked, again), advance)
    _tell(summary, paths, as_json)
    return summary.status()


def _add_all(corpus: Corpus, files: list[str], how: _Reading, advance: Callable[[str], None]) -> Summary:
    from ingest.errors import ReadError
    from nhiemvu.intake import processes_for, read_all
    from nhiemvu.parsing import read_and_extract

    summary, new = Summary(), []
    for file in files:
        if not how.again and _held(corpus, file):
            summary.held.append(file)
            advance(Path(file).name)
        else:
            new.append(file)
    for file, found in read_all(new, read_and_extract, processes_for(new, how.jobs), how.ocr):
        if isinstance(found, ReadError):
            summary.failed.append(found)
            advance(Path(file).name)
            continue
        said, places = found
        if corpus.add(said, places=places, replace=how.again).new:
            summary.added.append(file)
            summary.tasks += len(said.tasks)
        else:
            summary.held.append(file)
        advance(Path(file).name)
    return summary


def _held(corpus: Corpus, file: str) -> bool:
    """Whether the corpus has the content of the file, so that it need not be read again."""
    with suppress(OSError, ValueError), Path(file).open("rb") as stream:
        return corpus.holds(hashlib.file_digest(stream, "sha256").hexdigest())
    return False


def _tell(summary: Summary, paths: list[str], as_json: bool) -> None:
    from nhiemvu.faults import line, said
    from nhiemvu.show import no_documents, note, show_json
    from nhiemvu.words import say

    for error in summary.failed:
        note(line(*error.args))
    if as_json:
        failed = [
            {"path": error.path, "cause": error.cause, "remedy": error.remedy} for error in summary.failed
        ]
        show_json({"added": summary.added, "held": summary.held, "tasks": summary.tasks, "failed": failed})
        return
    if not (summary.added or summary.held or summary.failed):
        no_documents(paths)
        return
    print(say("Đã thêm {added} văn bản ({tasks} nhiệm vụ), {held} văn bản đã có trong kho.",
              added=len(summary.added), tasks=summary.tasks, held=len(summary.held)))  # fmt: skip
    if summary.failed:
        causes = Counter(error.cause for error in summary.failed).most_common()
        reasons = "; ".join(f"{said(cause)}: {number}" for cause, number in causes)
        print(say("Không đọc được {n} tệp ({reasons}).", n=len(summary.failed), reasons=reasons))
