"""Tasks that share rare words (những từ ít gặp): from a task to the few others in the corpus that may say the same."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlalchemy import Connection, text

from corpus.terms import Counts

_COMPOUND = re.compile(r"\w+")


def tasks_with_words(connection: Connection, words: Sequence[str], limit: int) -> list[int]:
    """The ids of tasks that have all these compound words (`corpus.words.compound`), in no order of worth, at most
    `limit`."""
    asked = " AND ".join(f'words : "{word}"' for word in words if _COMPOUND.fullmatch(word))
    if not asked:
        return []
    query = text("SELECT rowid FROM task_words WHERE task_words MATCH :asked LIMIT :limit")
    return list(connection.scalars(query, {"asked": asked, "limit": limit}))


def rarest_words(connection: Connection, task_id: int, number: int) -> list[str]:
    """The compound words of a task that fewest tasks of the corpus have, the rarest first, at most `number`."""
    said = connection.scalar(text("SELECT words FROM task_words WHERE rowid = :id"), {"id": task_id}) or ""
    counts = Counts(connection, "task_words")
    words = [word for word in dict.fromkeys(said.split()) if "_" in word and _COMPOUND.fullmatch(word)]
    return sorted(words, key=lambda word: (counts.of("words", word), word))[:number]
