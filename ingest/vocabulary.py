"""The words of offices (từ ngữ hành chính): the syllables of the rule data."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.syllables import is_syllable
from rulebook.tables import read_table

_WORD = re.compile(r"[^\W\d_]+")
_TABLES = ("agencies", "laws", "cues", "document_types", "fields")


@lru_cache(maxsize=1)
def office_words() -> frozenset[str]:
    """The syllables, in small letters, of names of agencies and laws, cue words and types of documents: about 1,200 of
    the 6,000 of the language, and nearly all of those that office documents use.

    >>> "quyết" in office_words(), "nguýt" in office_words()
    (True, False)
    """
    text = " ".join(read_table(f"{name}.tsv") for name in _TABLES).lower()
    return frozenset(word for word in _WORD.findall(text) if is_syllable(word))
