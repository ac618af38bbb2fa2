"""Cursors: where a list goes on, opaque to whoever asks (phân trang bằng con trỏ)."""

from __future__ import annotations

import base64
import binascii
import json
from datetime import date
from typing import Annotated

from fastapi import Query

from nhiemvu.days import day_typed
from nhiemvu.web.errors import BadInputError

Scalar = str | int | float | None

After = Annotated[str, Query(description="The cursor `next` of the page before; empty for the first page.")]
Limit = Annotated[int, Query(ge=1, le=100, description="At most so many rows.")]


def cursor(*values: Scalar) -> str:
    """The cursor that stands for these values.

    >>> values_of(cursor("2026-03-01", 17))
    ['2026-03-01', 17]
    """
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")


def values_of(after: str) -> list[Scalar]:
    """The values in a cursor, none in an empty one. Raises `BadInputError` for what is no cursor."""
    if not after:
        return []
    try:
        read = json.loads(base64.urlsafe_b64decode(after + "=" * (-len(after) % 4)))
    except (ValueError, binascii.Error, RecursionError):
        read = None
    if not isinstance(read, list) or not all(map(_is_scalar, read)):
        raise BadInputError("con trỏ trang không hợp lệ", "mở lại từ trang đầu")
    return read


def _is_scalar(value: object) -> bool:
    """Whether a list may go on after it: no half of a surrogate pair, which no database takes."""
    if isinstance(value, str):
        return value == value.encode("utf-8", "replace").decode()
    return isinstance(value, Scalar)


def number_of(after: str) -> int:
    """Where a list that is counted goes on. Raises `BadInputError`.

    >>> number_of(cursor(50)), number_of("")
    (50, 0)
    """
    match values_of(after):
        case []:
            return 0
        case [int() as number] if 0 <= number < 10**9:
            return number
    raise BadInputError("con trỏ trang không hợp lệ", "mở lại từ trang đầu")


def beginning(after: str, sought: int, limit: int) -> int:
    """At which row a list begins: where the cursor says, else at the page on which the row that is looked for stands.
    Raises `BadInputError`.

    >>> beginning("", 57, 30), beginning(cursor(60), 57, 30)
    (30, 60)
    """
    return number_of(after) if after else sought - sought % limit


def around(first: int, limit: int, total: int) -> tuple[str | None, str | None]:
    """The cursors of the pages before and after the one that begins at `first`.

    >>> around(0, 30, 31) == (None, cursor(30)), around(30, 30, 31) == (cursor(0), None)
    (True, True)
    """
    before = cursor(max(0, first - limit)) if first else None
    return before, cursor(first + limit) if first + limit < total else None


def day_asked(typed: str) -> date | None:
    """The day in a query, as the office writes it or as computers do; `None` where it is empty. Raises
    `CorpusError`."""
    return day_typed(typed, "on") if typed.strip() else None
