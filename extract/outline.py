"""The outline (bố cục): one tree of the markers that a document uses, whatever tradition it follows.

Decisions and laws count Phần, Chương, Mục, Điều, khoản, điểm; plans and letters I., 1., 1.1, a), -, +. A marker's
*style* (`roman`, `number`, `letter`, `dash` ...) tells its level only relative to the styles that are open when it
comes: a style that is open closes what stands below it, a new one goes one level deeper. So a plan may begin with
`1.` or with `A.`, and a wrong marker never swallows the rest:

    I. ...              open: roman
    1. ...              open: roman, number
    a) ...              open: roman, number, letter
    2. ...              number is open: letter is closed
    - ...               open: roman, number, dash

A paragraph without a marker hangs under the nearest marker with a number or letter.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extract.extraction import Section
from extract.hanging import hang
from extract.markers import COUNTED, HIGH, UNNAMED, read_marker
from extract.node import Node
from ingest.document import Block, Document
from rulebook.cues import any_of


def outline(document: Document) -> Node:
    """The tree of the document: the root, under it the parts, in reading order. Letterhead, recipients and signature
    are left out; a table hangs under the marker over it."""
    root = Node("root", None, 0, 0, len(document.text))
    here = root
    open_act = False
    for block in document.blocks:
        if block.kind in ("letterhead", "recipients", "signature"):
            open_act, here = True, root
            continue
        node = _node(document, block)
        if _is_title_of(here, node) or _is_text_of(here, node):
            here.text, here.start, here.stop, here.end = node.text, node.start, node.stop, node.end
            continue
        if node.kind == "attachment" or (open_act and node.kind == "appendix"):
            here = root
        hang(node, here)
        open_act = False
        if node.kind not in ("footnote", "table"):
            here = node
    _close(root)
    return root


def _is_title_of(here: Node, node: Node) -> bool:
    """Whether a block is the title of the chapter or appendix over it, which stands on a line of its own
    (`PHỤ LỤC I`, then `DANH MỤC NHIỆM VỤ`; Nghị định 30/2020/NĐ-CP, Phụ lục I, phần III)."""
    if here.kind not in (*HIGH[:3], "appendix") or here.text or node.kind not in ("plain", "attachment"):
        return False
    return len(node.text) < _LONG_TITLE and (node.text.isupper() or not node.text.endswith((".", ";", ":")))


def _is_text_of(here: Node, node: Node) -> bool:
    """Whether a paragraph is the text of the number over it, which stands on a line of its own (`2.4.`), as copies of
    web pages and tables have it."""
    alone = here.block is not None and not here.text and here.marker is not None and not here.children
    return alone and here.kind in COUNTED and node.kind == "plain"


@lru_cache(maxsize=1)
def _attachment() -> re.Pattern[str]:
    return re.compile(any_of("attachment"))


_LONG_TITLE = 200  # characters


def _node(document: Document, block: Block) -> Node:
    text = document.text_of(block)
    if block.kind in ("table", "footnote"):
        return _stripped(block.kind, None, block, text, 0)
    marker = read_marker(text)
    if marker and not (marker[0] == "appendix" and len(text) > _LONG_TITLE):
        return _stripped(marker[0], marker[1], block, text, marker[2])
    attached = _attachment().match(text) and len(text) < _LONG_TITLE
    return _stripped("attachment" if attached else "plain", None, block, text, 0)


def _stripped(kind: str, marker: str | None, block: Block, text: str, offset: int) -> Node:
    own = text[offset:].strip()
    start = block.start + text.index(own, offset) if own else block.end
    return Node(kind, marker, start, start + len(own), block.end, own, block)


def _close(root: Node) -> None:
    for node in reversed(root.walk()):
        if node.children:
            node.end = max(node.end, *(child.end for child in node.children))


def sections(root: Node) -> tuple[Section, ...]:
    """The outline as it is published: each marked node, with its path, its heading and the span of what it holds."""
    found: list[Section] = []
    ids: dict[int, str] = {}
    seen: dict[str, int] = {}
    for node in root.walk():
        if node.marker is None or node.kind in UNNAMED:
            continue
        path = node.path or node.marker
        seen[path] = seen.get(path, 0) + 1
        ids[id(node)] = path if seen[path] == 1 else f"{path}#{seen[path]}"
        over = next((ids[id(above)] for above in node.above() if id(above) in ids), None)
        heading = node.text.split("\n")[0][:_LONG_TITLE] or None
        begin = node.block.start if node.block else node.start
        found.append(
            Section(
                id=ids[id(node)],
                marker=node.marker,
                kind=node.kind,
                heading=heading,
                start=begin,
                end=node.end,
                parent=over,
            )
        )
    return tuple(found)
