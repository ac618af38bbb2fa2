"""The words of the web app: Vietnamese, and English by the switch in the page head.

The Vietnamese phrase is its own key, as in `publish.words`. Each page has its own table, `words_PAGE.py`.
"""

from __future__ import annotations

from nhiemvu.web import (
    words_agency,
    words_document,
    words_doors,
    words_frame,
    words_search,
    words_works,
)
from nhiemvu.words import ENGLISH as ENGLISH_OF_COMMANDS
from publish.words import Lang

PAGES = (
    words_frame,
    words_agency,
    words_document,
    words_doors,
    words_search,
    words_works,
)

ENGLISH: dict[str, str] = dict(ENGLISH_OF_COMMANDS)
for _page in PAGES:
    ENGLISH |= _page.ENGLISH


def say(phrase: str, lang: Lang = "vi", **values: object) -> str:
    """The phrase in the language asked for, its braces filled in; one that has no English stays in Vietnamese (a test
    finds it).

    >>> say("Tìm kiếm", "en")
    'Search'
    """
    said = ENGLISH.get(phrase, phrase) if lang == "en" else phrase
    return said.format(**values) if values else said
