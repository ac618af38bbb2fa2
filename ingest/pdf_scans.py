"""The scans among the pages of a PDF: recognised, and put back between the pages that have text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

import pypdfium2

from ingest.encoding import marked_share
from ingest.errors import ReadError
from ingest.pdf_words import PageWords
from ingest.policy import Policy
from ingest.watching import counted

if TYPE_CHECKING:
    from ingest.ocr import RecognisedPage, Task
    from ingest.pdf_tables import RuledTable

_FEWEST_WORDS = 50  # of letters, below which a text tells nothing of its language
_MARKED_SHARE = 0.15  # of the words; in Vietnamese, more than half carry a mark


@dataclass(frozen=True, slots=True)
class WithScans:
    """The pages of a file with the words of its scans, the tables on these by index of the page (from 0), and what the
    reader of the document should know."""

    pages: list[PageWords]
    tables: Mapping[int, tuple[RuledTable, ...]] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    recognised: bool = False


def with_scans(
    data: bytes,
    name: str,
    pages: list[PageWords],
    policy: Policy,
    doubtful: Mapping[int, PageWords] = MappingProxyType({}),
) -> WithScans:
    """The pages, those that are scans recognised, and those whose text layer is `doubtful` (by number: what of it is
    sure). Raises `ReadError` where Tesseract is missing and no page has text; where some have, they are read, and a
    warning names the others."""
    scans = [
        page for page in _wanted(data, pages, policy) if page.number not in doubtful or policy == "always"
    ]
    again = [] if policy != "auto" else [doubtful[number] for number in sorted(doubtful)]
    if not scans and not again:
        return WithScans(pages, warnings=_not_right(doubtful if policy == "never" else ()))
    from ingest.ocr import MOST_PAGES, recognised_pages, scan_warnings, tables_by_page
    from ingest.tesseract import require

    try:
        require(name)
    except ReadError as error:
        if len(scans) == len(pages):
            raise
        return WithScans(pages, warnings=(*_not_recognised(scans, error), *_not_right(doubtful)))
    wanted = sorted([*scans, *again], key=lambda page: page.number)
    if len(wanted) > MOST_PAGES:
        cause = f"PDF có quá nhiều trang quét ({len(wanted)}, tối đa {MOST_PAGES})"
        raise ReadError(name, cause, "tách tệp thành từng văn bản rồi đọc lại")
    found = list(counted(recognised_pages(_tasks(data, wanted)), len(wanted)))
    once_more = [one for one in found if one.page.number in doubtful and policy == "auto"]
    found = [one for one in found if one not in once_more or one.outcome == "read"]
    by_number = {one.page.number: one.page for one in found}
    return WithScans(
        [by_number.get(page.number, page) for page in pages],
        tables_by_page(found),
        (*scan_warnings([one for one in found if one not in once_more]), *_read_again(once_more)),
        recognised=True,
    )


def _not_recognised(pages: Sequence[PageWords], error: ReadError) -> tuple[str, ...]:
    from ingest.scan_pages import page_numbers

    if not pages:
        return ()
    numbers = page_numbers([page.number for page in pages])
    return (f"trang {numbers} {error.cause}; {error.remedy}",)


def _not_right(doubtful: Iterable[int]) -> tuple[str, ...]:
    """What is said of pages whose text layer is wrong and was read all the same."""
    from ingest.scan_pages import page_numbers

    numbers = sorted(doubtful)
    if not numbers:
        return ()
    wrong = f"trang {page_numbers(numbers)} có lớp chữ sai (bảng mã phông chữ hỏng)"
    return (f"{wrong}: chữ đọc được có thể sai hoặc thiếu; xin bản Word, hoặc nhận dạng chữ (OCR)",)


def _read_again(pages: Sequence[RecognisedPage]) -> tuple[str, ...]:
    """What is said of pages that were recognised because their text layer is wrong."""
    from ingest.ocr import doubts
    from ingest.scan_pages import page_numbers

    read = [one.page.number for one in pages if one.outcome == "read"]
    again = (
        f"trang {page_numbers(read)} có lớp chữ sai (bảng mã phông chữ hỏng), đã nhận dạng lại từ hình của trang (OCR);"
        " đối chiếu với bản gốc khi sử dụng"
    )
    left = _not_right(one.page.number for one in pages if one.outcome != "read")
    return (*([again] if read else []), *doubts([one for one in pages if one.outcome == "read"]), *left)


def _wanted(data: bytes, pages: Sequence[PageWords], policy: Policy) -> list[PageWords]:
    """The pages to be recognised."""
    if policy == "never":
        return []
    from ingest.scan_pages import COVERED, cover_of, draws_nothing, is_scanned, may_be_scanned

    if policy == "always":
        return list(pages)
    poor = {page.number for page in pages if page.images and _is_poor(page)}
    maybe = [page for page in pages if page.number in poor or may_be_scanned(page)]
    if not maybe:
        return []
    with pypdfium2.PdfDocument(data) as document:
        covers = {page.number: cover_of(document[page.number - 1]) for page in maybe}
        empty = {page.number for page in maybe if draws_nothing(document[page.number - 1])}
    maybe = [page for page in maybe if page.number not in empty]
    scans = [page for page in maybe if is_scanned(page, covers[page.number])]
    hidden = [
        replace(page, words=())
        for page in maybe
        if page.number in poor and page not in scans and covers[page.number] > COVERED
    ]
    return sorted([*scans, *hidden], key=lambda page: page.number)


def _is_poor(page: PageWords) -> bool:
    """Whether the text layer of a page is what a program that knows no Vietnamese saw in a scan: `CQNG HOA xA HOI`.
    Over the picture of a page such a text is not what is printed."""
    words = [text for text in page.texts if text.isalpha()]
    return len(words) >= _FEWEST_WORDS and marked_share(" ".join(words)) < _MARKED_SHARE


def _tasks(data: bytes, pages: Sequence[PageWords]) -> Iterator[Task]:
    """The pages with their pictures, one after the other."""
    from ingest.scan_pages import picture_of

    with pypdfium2.PdfDocument(data) as document:
        for page in pages:
            shown = document[page.number - 1]
            yield page, picture_of(shown)
            shown.close()
