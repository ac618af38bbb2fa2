"""How a row of a checklist is found again after people sorted, moved or deleted rows (khóa của mỗi dòng).

    visible row    task | ... | status | note |  key (hidden column)
                     |                             |
                     '--------- words ------.     key -> what stood there when the file was made (hidden sheet)

The key goes with its row wherever the whole row goes. It has a fingerprint of the words beside it, so that a key that
came to stand beside other words, as when only some columns were sorted, is known for what it is.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from corpus.same_words import fingerprint

SHEET = "nhiemvu"
"""The name of the hidden sheet."""

HEAD = "Khóa (không sửa)"
"""The head of the hidden column."""

COLUMNS = ("key", "task", "words", "section", "state", "note")
"""What the hidden sheet has of each row, below the line of what names the document."""

_KEY = re.compile(r"nv:(\S{1,40}):([0-9a-f]{16})")


@dataclass(frozen=True, slots=True)
class Key:
    """The task of a row, and the digest of the words that stood in it."""

    task: str
    digest: str

    def __str__(self) -> str:
        return f"nv:{self.task}:{self.digest}"


def key_of(task: str, shown: str) -> Key:
    """The key of a row with these words.

    >>> str(key_of("t3", "Rà soát, lập danh sách;")) == str(key_of("t3", "rà soát lập danh sách"))
    True
    """
    return Key(task, digest(shown))


def digest(shown: str) -> str:
    """The digest by which words are found again: letters count, signs and capitals do not."""
    return hashlib.sha256(fingerprint(shown).encode()).hexdigest()[:16]


def read_key(text: str) -> Key | None:
    """The key that a cell holds, if it is one.

    >>> read_key("nv:t3:0123456789abcdef"), read_key("Ghi chú")
    (Key(task='t3', digest='0123456789abcdef'), None)
    """
    found = _KEY.fullmatch(text.strip())
    return Key(found[1], found[2]) if found else None
