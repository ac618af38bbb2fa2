"""Where the corpus of a user is, unless another one is named."""

from __future__ import annotations

import os
import re
from pathlib import Path

VARIABLE = "NHIEMVU_CORPUS"
_SUFFIX = re.compile(r"\.(?:docx?|pdf|txt|html?|rtf|odt|zip|mht|png|jpe?g|tiff?)$", re.IGNORECASE)


def corpus_target(asked: str = "") -> str:
    """The corpus asked for: a file name or an SQLAlchemy URL; else what NHIEMVU_CORPUS names, else a file in the
    user's data folder."""
    if asked or os.environ.get(VARIABLE):
        return asked or os.environ[VARIABLE]
    from platformdirs import user_data_dir

    return str(Path(user_data_dir("nhiemvu", appauthor=False), "kho.db"))


def corpus_is_there() -> bool:
    """Whether somebody who names no corpus has one: NHIEMVU_CORPUS says so, or the user's data folder holds it."""
    return bool(os.environ.get(VARIABLE)) or Path(corpus_target()).exists()


def is_file_name(typed: str) -> bool:
    """Whether somebody who typed this means a file: it is there (or in an archive that is), or is named like one.

    >>> is_file_name("ke-hoach.docx"), is_file_name("-"), is_file_name("15/KH-UBND")
    (True, True, False)
    """
    try:
        return typed == "-" or Path(typed).exists() or bool(_SUFFIX.search(typed))
    except (OSError, ValueError):  # longer than any name of a file, or with a NUL in it
        return False
