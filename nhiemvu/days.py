"""Days as people type them."""

from __future__ import annotations

from datetime import date

import typer


def day_typed(typed: str, option: str) -> date:
    """The day that was typed for an option, as the office writes it (`1/7/2025`) or as computers do (`2025-07-01`).

    Raises `typer.BadParameter` for what is no day.

    >>> day_typed("1/7/2025", "--on")
    datetime.date(2025, 7, 1)
    """
    parts = typed.split("/")[::-1] if "/" in typed else typed.split("-")
    try:
        year, month, day = map(int, parts)
        return date(year, month, day)
    except ValueError:
        raise typer.BadParameter(typed, param_hint=option) from None
