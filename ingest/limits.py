"""How long one document can be, whatever its format: what is longer is many, or an attack.

A page of print has about 3,000 characters and 40 lines; the largest compendium that is read as one has 5,000 of them.
"""

from __future__ import annotations

from ingest.errors import ReadError

MOST_CHARACTERS = 16_000_000
"""The longest text that is read, in characters."""

MOST_LINES = 500_000
"""The most lines of a text, paragraphs of a Word file or a web page, or cells of their tables."""

_SPLIT = "tách tệp thành từng văn bản rồi đọc lại"


def refuse_too_long(name: str, *, characters: int = 0, lines: int = 0) -> None:
    """Raise `ReadError` (file `name`) for a text of more than `MOST_CHARACTERS` or `MOST_LINES`.

    >>> refuse_too_long("a.txt", characters=20_000_000)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ingest.errors.ReadError: a.txt: văn bản quá dài (20 triệu ký tự, tối đa 16 triệu); tách tệp thành từng văn bản ...
    """
    if characters > MOST_CHARACTERS:
        most = MOST_CHARACTERS // 10**6
        raise ReadError(
            name, f"văn bản quá dài ({characters / 1e6:.0f} triệu ký tự, tối đa {most} triệu)", _SPLIT
        )
    if lines > MOST_LINES:
        raise ReadError(name, f"văn bản quá dài (hơn {MOST_LINES} dòng hoặc đoạn)", _SPLIT)
