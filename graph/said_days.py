"""The day of a document as a day (ngày của văn bản), also where it only says its month or its year."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def day_of(written: str | None) -> date | None:
    """The day that an ISO date means, as precise as it is written; of a month or a year the last one. `None` for no
    date.

    >>> day_of("2020-03-09"), day_of("2020-02"), day_of("2020"), day_of(None), day_of("2020-13")
    (datetime.date(2020, 3, 9), datetime.date(2020, 2, 29), datetime.date(2020, 12, 31), None, None)
    """
    parts = (written or "").split("-")
    try:
        year, month = int(parts[0]), int(parts[1]) if len(parts) > 1 else 12
        return date(year, month, int(parts[2]) if len(parts) > 2 else monthrange(year, month)[1])
    except ValueError:
        return None
