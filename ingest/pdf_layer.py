"""The text layer of a PDF, as right as it can be made: one step after the other, each of which knows one trouble.

bytes --pdf_maps--> bytes --pdf_words--> pages     font maps that call letters something else
      --pdf_legacy--> pages                        letters of TCVN3 and VNI
      --pdf_fonts--> pages, doubts                 letters told by their words; fonts that say nothing sure
      --pdf_torn--> pages                          letters one by one, blanks amid words
      --pdf_stamps--> pages                        who signed and when
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ingest.pdf_fonts import judged
from ingest.pdf_legacy import in_unicode
from ingest.pdf_stamps import without_stamps
from ingest.pdf_torn import rejoined
from ingest.pdf_words import PageWords, read_pages

_MOST_NAMED = 8  # letters that a warning names


@dataclass(frozen=True, slots=True)
class TextLayer:
    """The pages of a file by its text layer, what the reader of the document should know of it, and the pages whose
    words cannot all be what is printed, by number, without those words."""

    pages: list[PageWords]
    warnings: tuple[str, ...] = ()
    doubtful: Mapping[int, PageWords] = field(default_factory=dict)


def text_layer(data: bytes, name: str) -> TextLayer:
    """The pages of the PDF file in `data`. Raises `ReadError` for one that is broken, locked or has no pages."""
    pages = read_pages(data, name, until_strange=True)
    letters: tuple[str, ...] = ()
    if pages[-1].strange:
        from ingest.pdf_maps import mended_file

        mended = mended_file(data)
        letters = mended.letters if mended else ()
        pages = read_pages(mended.data if mended else data, name)
    pages, warnings = in_unicode(pages)
    found = judged(pages)
    letters = tuple(dict.fromkeys((*letters, *found.letters)))
    whole = [without_stamps(rejoined(page)) for page in found.pages]
    return TextLayer(whole, (*_letters_warning(letters), *warnings), found.doubtful)


def _letters_warning(letters: Sequence[str]) -> tuple[str, ...]:
    if not letters:
        return ()
    more = ", …" if len(letters) > _MOST_NAMED else ""
    named = ", ".join(letters[:_MOST_NAMED]) + more
    return (f"bảng mã phông chữ trong tệp sai hoặc thiếu chữ ({named}), đã sửa; nên đối chiếu với bản gốc",)
