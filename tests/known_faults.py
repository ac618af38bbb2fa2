"""Rows of a table that the parser does not read as the guide wants it: each tells, when it is mended, by failing."""

from __future__ import annotations

from typing import Any

import pytest


def fault(reason: str, *row: Any) -> Any:
    """A row of a parametrized table, marked as a known fault of the parser with its cause."""
    return pytest.param(*row, marks=pytest.mark.xfail(strict=True, reason=reason))
