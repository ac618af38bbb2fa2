"""The paragraphs that close a document (`Trên đây là ...`): they speak of all of it, and stand in none of its parts."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.node import Node
from extract.work import ATTACHED
from rulebook.cues import any_of

_LAST = 20  # paragraphs at the end of a part, among which those that close the document stand


def closes(node: Node) -> bool:
    """Whether an unmarked paragraph closes the whole document: after it no marker comes in the same act."""
    if node.kind != "plain" or node.parent is None or not _closing().match(node.text):
        return False
    if not any(sibling is node for sibling in node.parent.children[-_LAST:]):
        return False
    return not _items_after(node, ATTACHED[:2]) and not any(
        _items_after(above, (*ATTACHED, "attachment", "appendix")) for above in node.above()
    )


@lru_cache(maxsize=1)
def _closing() -> re.Pattern[str]:
    return re.compile(any_of("closing"))


def _items_after(node: Node, passed_over: tuple[str, ...]) -> bool:
    for sibling in reversed(node.parent.children if node.parent else []):
        if sibling.start <= node.start:
            return False
        if sibling.kind not in passed_over:
            return True
    return False
