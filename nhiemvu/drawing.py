"""The pages of a document drawn with what was found on them, in the same pass as it is parsed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.extraction import Extraction
    from ingest import Document
    from ingest.policy import Policy


@dataclass(slots=True)
class Drawing:
    """Parses documents and draws their pages into a folder; `undrawn` counts those that have no pages."""

    folder: str
    undrawn: int = 0

    def parse(self, path: str, ocr: Policy = "auto") -> Extraction:
        """What the document in a file says, its pages drawn. Raises `ingest.ReadError`, and `publish.PublishError`
        where the folder cannot be written in."""
        from extract import extract
        from ingest import read_bytes
        from ingest.page_images import has_pages
        from nhiemvu.parsing import bytes_of
        from nhiemvu.show import note
        from nhiemvu.words import say

        data = bytes_of(path)
        document = read_bytes(data, path, ocr)
        said = extract(document)
        if has_pages(document.source):
            self._draw(data, document, said)
        else:
            self.undrawn += 1
            note(
                say(
                    "{file}: định dạng này không có trang cố định nên không vẽ được; dùng --html để xem văn bản với"
                    " những gì tìm thấy được tô màu",
                    file=path,
                )
            )
        return said

    def _draw(self, data: bytes, document: Document, said: Extraction) -> None:
        from nhiemvu.progress import progress
        from nhiemvu.show import note
        from nhiemvu.words import language, say
        from publish.page_pictures import page_pictures
        from publish.picture_files import write_pictures

        source, written = document.source, []
        pictures = page_pictures(data, document, said, language())
        with progress("Đang vẽ trang", source.pages or 1) as advance:
            for file in write_pictures(pictures, self.folder, source, language()):
                written.append(file)
                advance(file.name)
        first, last = written[0], written[-1].name
        if len(written) == 1:
            note(say("Đã vẽ 1 trang: {file}", file=first))
        else:
            note(say("Đã vẽ {n} trang: {first} … {last}", n=len(written), first=first, last=last))
