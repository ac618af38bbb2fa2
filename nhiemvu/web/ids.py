"""Numbers in addresses: none that a database could not hold."""

from __future__ import annotations

from typing import Annotated

from fastapi import Path

Id = Annotated[int, Path(ge=1, le=2**63 - 1)]
