"""Where the corpus of a user is, unless another one is named."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "NHIEMVU_CORPUS"


def corpus_target(asked: str = "") -> str:
    """The corpus asked for: a file name or an SQLAlchemy URL; else what NHIEMVU_CORPUS names, else a file in the
    user's data folder."""
    if asked or os.environ.get(VARIABLE):
        return asked or os.environ[VARIABLE]
    from platformdirs import user_data_dir

    return str(Path(user_data_dir("nhiemvu", appauthor=False), "kho.db"))
