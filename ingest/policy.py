"""When pictures of text are recognised (nhận dạng chữ, OCR)."""

from __future__ import annotations

from typing import Literal, get_args

Policy = Literal["auto", "always", "never"]
"""Where a page has no text of its own (`auto`), on every page of PDFs and pictures (`always`), nowhere (`never`)."""

POLICIES: tuple[Policy, ...] = get_args(Policy)
