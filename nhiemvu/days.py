"""Days as people type them."""

from __future__ import annotations

from datetime import date

import typer


def day_typed(typed: str, option: str = "--on") -> date:
    """The day that was typed, as the office writes it or as computers do.

    Raises `typer.BadParameter` for what is no day.

    >>> day_typed("1/7/2025") == day_typed("2025-07-01")
    True
    """
    parts = typed.split("/")[::-1] if "/" in typed else typed.split("-")
    try:
        year, month, day = map(int, parts)
        return date(year, month, day)
    except ValueError:
        raise typer.BadParameter(typed, param_hint=option) from None
