"""Days as people type them on the command line."""

from __future__ import annotations

import re
from datetime import date

_TYPED = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*")


def iso_day(typed: str) -> str:
    """The day that was typed as the office writes it, in ISO 8601; anything else stays as it is.

    Raises `CorpusError` for a day that does not exist.

    >>> iso_day("30/6/2024"), iso_day("2024-06-30"), iso_day("FREQ=MONTHLY")
    ('2024-06-30', '2024-06-30', 'FREQ=MONTHLY')
    """
    from corpus.errors import CorpusError

    found = _TYPED.fullmatch(typed)
    if not found:
        return typed.strip()
    day, month, year = map(int, found.groups())
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        raise CorpusError(typed, "không có ngày này", "ghi ngày như 30/6/2024 hoặc 2024-06-30") from None
