"""`nhiemvu parse`: what documents say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from nhiemvu.recognition import Ocr, policy

if TYPE_CHECKING:
    from extract.extraction import Extraction
    from ingest.policy import Policy
    from nhiemvu.drawing import Drawing

SHORT = "Văn bản nói gì: thể thức, bố cục, viện dẫn, thời hạn, nhiệm vụ."
HELP = (
    "Đọc văn bản (TXT, HTML, DOCX, PDF, ảnh quét) và cho biết văn bản nói gì: thể thức, bố cục, viện dẫn, cơ quan,"
    " thời hạn, nhiệm vụ. Với --json, một tệp cho một đối tượng JSON, nhiều tệp cho một mảng."
)
EXAMPLE = "\b\nVí dụ:\n  nhiemvu parse ke-hoach.docx --json"


def run(
    files: Annotated[
        list[str],
        typer.Argument(metavar="TỆP", help="Tệp văn bản; dấu - là đầu vào chuẩn.", show_default=False),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="In JSON.")] = False,
    as_lines: Annotated[bool, typer.Option("--jsonl", help="In JSON, mỗi văn bản một dòng.")] = False,
    text: Annotated[
        bool, typer.Option("--text", help="Thêm toàn văn vào JSON, hoặc chỉ in toàn văn.")
    ] = False,
    html: Annotated[
        bool, typer.Option("--html", help="In trang HTML của một văn bản, tô màu những gì tìm thấy.")
    ] = False,
    pictures: Annotated[
        str,
        typer.Option(
            "--pictures",
            metavar="THƯ-MỤC",
            help="Vẽ từng trang của PDF, bản quét thành ảnh PNG trong thư mục này, đóng khung nhiệm vụ, viện dẫn,"
            " thời hạn.",
        ),
    ] = "",
    ocr: Ocr = "auto",
) -> int:
    """Parses the files, and the documents in folders and archives, in turn; one that cannot be read does not stop the
    others."""
    from nhiemvu.drawing import Drawing
    from nhiemvu.intake import files_in
    from nhiemvu.show import no_documents, show, show_json
    from nhiemvu.tables import tables_of

    found_files = files_in(files)
    if not found_files:
        return no_documents(files)
    reading = _Reading(found_files, policy(ocr), Drawing(pictures) if pictures else None)
    if as_lines:
        show_json((said.as_json(with_text=text) for said in reading), lines=True)
    elif as_json:
        found = [said.as_json(with_text=text) for said in reading]
        if found:
            show_json(found[0] if found_files == files[:1] else found)
    elif html:
        from extract.spans import marked_page
        from nhiemvu.words import language

        for said in reading:
            print(marked_page(said, language()))
    elif text:
        for said in reading:
            print(said.text)
    elif pictures:
        for _ in reading:
            pass
    else:
        for said in reading:
            show(tables_of(said))
    return reading.status()


class _Reading:
    """The documents that could be read, in turn, drawn where that is asked for, and how many could not."""

    def __init__(self, files: list[str], ocr: Policy, drawing: Drawing | None) -> None:
        self._files = files
        self._ocr = ocr
        self._drawing = drawing
        self._failed = 0

    def __iter__(self) -> Iterator[Extraction]:
        from ingest import ReadError
        from nhiemvu.faults import line
        from nhiemvu.intake import outcome
        from nhiemvu.parsing import parse
        from nhiemvu.show import note

        how = self._drawing.parse if self._drawing else parse
        for file in self._files:
            said = outcome(file, self._ocr, how)
            if isinstance(said, ReadError):
                note(line(*said.args))
                self._failed += 1
            else:
                yield said

    def status(self) -> int:
        """0 when all were read (and drawn), 1 when some were not, 2 when none was."""
        failed = self._failed + (self._drawing.undrawn if self._drawing else 0)
        return 2 if failed == len(self._files) else min(failed, 1)
