"""The option `--ocr`, which several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

from ingest.policy import POLICIES, Policy

Ocr = Annotated[
    str,
    typer.Option(
        "--ocr",
        metavar="auto|always|never",
        help="Nhận dạng chữ trong ảnh quét: auto (trang không có lớp chữ), always, never.",
    ),
]


def policy(given: str) -> Policy:
    """The policy of that name; raises `typer.BadParameter` where there is none."""
    for known in POLICIES:
        if given == known:
            return known
    raise typer.BadParameter(given, param_hint="--ocr")
