"""What is no document to read though it can be decoded: text in English, and text that poses as another format."""

from __future__ import annotations

import re
from pathlib import PurePath

from ingest.document import Document
from ingest.encoding import marked_share
from ingest.errors import ReadError

_SAMPLE = 1 << 16  # characters
_WORD = re.compile(r"[^\W\d_]+")
_FEW_WORDS = 10
# Words of English that are no syllables of Vietnamese without its marks, as `to`, `the`, `that` are.
_ENGLISH = frozenset(
    [
        "of",
        "and",
        "is",
        "for",
        "with",
        "shall",
        "by",
        "are",
        "this",
        "from",
        "which",
        "or",
        "has",
        "was",
        "were",
        "will",
        "should",
    ]
)
_ENGLISH_SHARE = 0.08  # of the words; in English text, about 20 %
_MARKED_IN_ENGLISH = 0.05
_MARKED_IN_VIETNAMESE = 0.25
_BINARY = frozenset({".docx", ".doc", ".odt", ".rtf", ".pdf"})


def refuse_other_text(document: Document, name: str) -> None:
    """Raises `ReadError` for text in English, and for plain text under the name of another format unless it is
    Vietnamese: that was saved under a wrong name, anything else is a broken file."""
    sample = document.text[:_SAMPLE]
    if is_english(sample):
        raise ReadError(name, "văn bản bằng tiếng Anh", "chỉ ra bản tiếng Việt của văn bản")
    suffix = PurePath(name).suffix.lower()
    if (
        document.source.reader == "text"
        and suffix in _BINARY
        and marked_share(sample) < _MARKED_IN_VIETNAMESE
    ):
        raise ReadError(
            name, f"tên có đuôi {suffix} nhưng nội dung không phải", "xin lại tệp gốc hoặc tải lại"
        )


def is_english(text: str) -> bool:
    """Whether the text is in English; Vietnamese typed without marks is not taken for it.

    >>> is_english("The report shall be sent by the department of health and is due in May."), is_english(
    ...     "Ke hoach to chuc hoi nghi tong ket cong tac giam ngheo nam 2025 tren dia ban tinh")
    (True, False)
    """
    words = [word.lower() for word in _WORD.findall(text)]
    if len(words) < _FEW_WORDS or marked_share(text) >= _MARKED_IN_ENGLISH:
        return False
    return sum(word in _ENGLISH for word in words) >= _ENGLISH_SHARE * len(words)
