"""The words of the web app: Vietnamese, and English by the switch in the page head.

The Vietnamese phrase is its own key, as in `publish.words`. Each page has its own table, `words_PAGE.py`.
"""

from __future__ import annotations

from nhiemvu.faults import said
from nhiemvu.web import (
    words_agency,
    words_checklist,
    words_document,
    words_doors,
    words_frame,
    words_plans,
    words_search,
    words_works,
)
from nhiemvu.words import ENGLISH as ENGLISH_OF_COMMANDS
from publish.words import Lang

PAGES = (
    words_frame,
    words_agency,
    words_checklist,
    words_document,
    words_doors,
    words_plans,
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
    words = ENGLISH.get(phrase, phrase) if lang == "en" else phrase
    return words.format(**values) if values else words


def say_fault(phrase: str, lang: Lang = "vi") -> str:
    """Why something was not done, with what changes from case to case already in it (`nhiemvu.faults`).

    >>> say_fault("tệp lớn hơn 100 MB", "en")
    'the file is larger than 100 MB'
    """
    if lang == "vi" or phrase in ENGLISH:
        return say(phrase, lang)
    return said(phrase, "en")
