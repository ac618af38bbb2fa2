"""Times as an office in Viet Nam reads them (giờ Việt Nam, UTC+7 all year); the tables have UTC."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7), "ICT")


def in_vietnam(at: datetime | None) -> str:
    """A time of the tables as people read it there.

    >>> in_vietnam(datetime(2026, 3, 1, 17, 30)), in_vietnam(None)
    ('00:30 02/03/2026', '')
    """
    return at.replace(tzinfo=UTC).astimezone(VIETNAM).strftime("%H:%M %d/%m/%Y") if at else ""


def iso(at: datetime | None) -> str | None:
    """A time of the tables for programs, which says that it is UTC.

    >>> iso(datetime(2026, 3, 1, 17, 30))
    '2026-03-01T17:30:00Z'
    """
    return at.replace(microsecond=0).isoformat() + "Z" if at else None


def begins(day: date) -> datetime:
    """When a day begins in Viet Nam, as the tables have it.

    >>> begins(date(2026, 3, 2))
    datetime.datetime(2026, 3, 1, 17, 0)
    """
    return datetime(day.year, day.month, day.day, tzinfo=VIETNAM).astimezone(UTC).replace(tzinfo=None)
