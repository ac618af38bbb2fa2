"""Whole documents: what the parser says of each sample is what was accepted last (`make accept` writes it anew)."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from accept import documents, expected, what_it_says


@pytest.mark.parametrize("document", documents(), ids=lambda path: path.stem)
def test_a_sample_says_what_was_accepted(document: Path) -> None:
    accepted, said = expected(document).read_text("utf-8"), what_it_says(document)
    changes = "\n".join(
        difflib.unified_diff(accepted.splitlines(), said.splitlines(), "accepted", "said", n=1)
    )
    assert not changes, (
        f"{document.name} says something else; if that is right, run `make accept`\n{changes[:4000]}"
    )


def test_nothing_is_expected_of_a_document_that_is_gone() -> None:
    folder = expected(documents()[0]).parent
    assert {path.name for path in folder.iterdir()} == {expected(document).name for document in documents()}
