"""The words of the command line: Vietnamese, and English with `--lang en` or NHIEMVU_LANG=en.

The Vietnamese phrase is its own key, as in `publish.words`; a test holds that each phrase in use has its English.
"""

from __future__ import annotations

import os

from publish.words import ENGLISH as ENGLISH_OF_FILES
from publish.words import Lang

VARIABLE = "NHIEMVU_LANG"

ENGLISH = {
    **ENGLISH_OF_FILES,
}


def language() -> Lang:
    """The language that is asked for; Vietnamese unless it is `en`, whatever the case or region (`en_GB`)."""
    return "en" if os.environ.get(VARIABLE, "").lower().startswith("en") else "vi"


def say(phrase: str, **values: object) -> str:
    """The phrase in that language, its braces filled in."""
    return (ENGLISH[phrase] if language() == "en" else phrase).format(**values)
