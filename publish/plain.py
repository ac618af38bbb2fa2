"""Text of documents on its way out: what is shown is letters, never commands to the program that shows it."""

from __future__ import annotations

import re

# Control characters (a terminal obeys them, XML forbids them), marks that turn the writing direction round, halves of
# surrogate pairs, and the two codes that are no characters.
_NOT_SHOWN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)


def plain(text: str) -> str:
    """The text in one line: control characters out, every run of blanks and line breaks one space.

    >>> plain("Sở \\x1b[31mTài chính\\n chủ trì\\u202e")
    'Sở [31mTài chính chủ trì'
    """
    return " ".join(_NOT_SHOWN.sub("", text).split())


def shortened(text: str, length: int) -> str:
    """The text in at most `length` characters, cut between words, `…` for what is left out.

    >>> shortened("thẩm định kinh phí tổ chức hội nghị", 20)
    'thẩm định kinh phí…'
    """
    if len(text) <= length:
        return text
    head = text[: length - 1]
    return (head.rpartition(" ")[0] or head).rstrip(" ,;:") + "…"
