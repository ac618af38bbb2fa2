"""Numbers as Vietnamese documents print them: a dot parts the thousands, a comma the decimals.

English print (`1,500,000`, `1.5`) is read where it cannot be anything else; what can be read in two ways, or in none
(`66,006,65`), has no value.
"""

from __future__ import annotations

import re

NUMBER = r"[0-9]{1,18}(?:[.,][0-9]{1,6}){0,6}"  # bounded: a run of digits costs its length

_WHOLE = re.compile(r"[0-9]+")
_VIETNAMESE = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+,[0-9]+")
_ENGLISH = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}(?:\.[0-9]+)?|[1-9][0-9]{0,2},[0-9]{3}\.[0-9]{1,2}")
_POINTED = re.compile(r"[0-9]+\.(?:[0-9]{1,2}|[0-9]{4,})|0\.[0-9]+")
_LONGEST = 24  # characters; what is longer is no number that anybody meant


def read_number(printed: str) -> float | None:
    """The value of a printed number (digits, dots, commas); `None` where the print leaves it open.

    >>> [read_number(text) for text in ("2.700", "452,413", "66.006,65", "05", "1.5", "1,500,000")]
    [2700.0, 452.413, 66006.65, 5.0, 1.5, 1500000.0]
    >>> [read_number(text) for text in ("66,006,65", "1.50.000", "12.34,5")]
    [None, None, None]
    """
    if len(printed) > _LONGEST:
        return None
    if _WHOLE.fullmatch(printed):
        return float(printed)
    if _VIETNAMESE.fullmatch(printed):
        return float(printed.replace(".", "").replace(",", "."))
    if _ENGLISH.fullmatch(printed) or _POINTED.fullmatch(printed):
        return float(printed.replace(",", ""))
    return None
