"""The words of the language (từ tiếng Việt), from the list that underthesea brings: one of them was not misread.

The list is read as a file, without the package: importing it takes half a second.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

from rulebook.spelling import normalise

_LIST = Path("corpus", "data", "Viet74K.txt")


@lru_cache(maxsize=1)
def pairs() -> frozenset[tuple[str, str]]:
    """The pairs of neighbouring syllables, in small letters, in some 65,000 words of two syllables and more; none where
    the list is not installed.

    >>> ("công", "đoạn") in pairs(), ("tiền", "hành") in pairs()
    (True, False)
    """
    spec = find_spec("underthesea")
    if spec is None or spec.origin is None:
        return frozenset()
    try:
        text = Path(spec.origin).parent.joinpath(_LIST).read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return frozenset()
    words = normalise(text.lower()).split("\n")
    return frozenset(pair for word in words for pair in pairwise(word.split()))
