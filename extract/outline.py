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
from dataclasses import dataclass, field
from functools import lru_cache

from extract.body_words import UPPER
from extract.extraction import Section
from ingest.document import Block, Document
from rulebook.cues import any_of

_ROMAN = r"(?=[IVX])(?:X{0,3})(?:IX|IV|V?I{0,3})"
_MARKERS: tuple[tuple[str, str], ...] = (
    ("part", r"(?:Phần|PHẦN)\s+(?:thứ\s+\w+|THỨ\s+\w+|[IVX]+|\d+)(?!\w)[.:]?"),
    ("chapter", r"(?:Chương|CHƯƠNG)\s+(?:[IVXLC]+|\d+)(?!\w)[.:]?"),
    ("section", r"(?:Mục|MỤC)\s+(?:[IVX]+|\d+)(?!\w)[.:]?(?=\s|$)"),
    ("article", r"(?:Điều|ĐIỀU)\s+\d+[a-zđ]?\s?[.:]"),
    (
        "appendix",
        r"(?:Phụ lục|PHỤ LỤC|Phụ biểu|PHỤ BIỂU)(?:\s+(?:số\s+)?(?:[IVX]+|\d+[a-z]?))?(?=[\s.:]|$)[.:]?",
    ),
    ("roman", _ROMAN + r"\s?(?:[.):-]|/(?!v))(?=\s|[^\W\d]|$)"),
    ("capital", rf"[A-HĐ]\s?[.)/](?=\s+[{UPPER}])"),
    ("decimal", r"\d{1,2}(?:\s?\.\s?\d{1,2}){1,3}\s?(?:[.):/-](?=\s|$)|(?=\s))"),
    ("number", r"\d{1,3}\s?(?:[.)/]|-(?=\s))(?=\s|[^\W\d]|$)"),
    ("bracket", r"\(\d{1,2}\)(?=\s|[^\W\d])"),
    ("small_roman", r"\(?(?:ii|iii|iv|vi|vii|viii|ix|i|v|x)\)(?=\s)"),
    ("letter", r"\(?[a-zđ]\d?\s?\)(?=\s|[^\W\d]|$)|[a-zđ]\s?\.(?=\s+[^\W\d])"),
    ("dash", r"[-–—•·●○](?=\s*[^\s\d]|\s+\d)"),
    ("plus", r"\+(?=\s*\S)"),
    ("star", r"\*{1,2}(?=\s*\S)"),
)
_MARKER = re.compile(r"\s*(?:" + "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _MARKERS) + r")\s*")
_UNNAMED = frozenset({"dash", "plus", "star"})
_HIGH = ("part", "chapter", "section", "article")
_COUNTED = frozenset({"roman", "capital", "decimal", "number", "bracket", "small_roman", "letter"})


@lru_cache(maxsize=1)
def _attachment() -> re.Pattern[str]:
    return re.compile(any_of("attachment"))


@dataclass(slots=True)
class Node:
    """A place in the outline while it is being built: its own text without the marker (`start` to `stop`), the end
    of everything under it (`end`), and its children in order. The root has no block."""

    kind: str
    marker: str | None
    start: int
    stop: int
    end: int
    text: str = ""
    block: Block | None = None
    parent: Node | None = None
    children: list[Node] = field(default_factory=list)

    @property
    def path(self) -> str | None:
        """The markers that lead here, joined by dots; a marker that repeats its parent's stands once."""
        markers: list[str] = []
        node: Node | None = self
        while node is not None:
            if node.marker and node.kind not in _UNNAMED:
                if markers and markers[-1].startswith(node.marker + "."):
                    pass
                else:
                    markers.append(node.marker)
            node = node.parent
        return ".".join(reversed(markers)) or None

    def above(self) -> list[Node]:
        """The nodes over this one, nearest first, without the root."""
        found: list[Node] = []
        node = self.parent
        while node is not None and node.parent is not None:
            found.append(node)
            node = node.parent
        return found

    def walk(self) -> list[Node]:
        """This node and all under it, in reading order."""
        found, waiting = [], [self]
        while waiting:
            node = waiting.pop()
            found.append(node)
            waiting.extend(reversed(node.children))
        return found


def read_marker(text: str) -> tuple[str, str, int] | None:
    """The marker with which `text` begins: its style, the marker as a path shows it, and where the item's text begins.

    >>> read_marker("đ) Tổ chức giám sát"), read_marker("3. 1. Dự án 1"), read_marker("2020 là năm")
    (('letter', 'đ', 3), ('decimal', '3.1', 6), None)
    """
    found = _MARKER.match(text)
    if not found or found.lastgroup is None or (found.end() == len(text) and found.lastgroup in _UNNAMED):
        return None
    kind, raw = found.lastgroup, found[found.lastgroup]
    if kind == "number" and int(re.sub(r"\D", "", raw)) > 60:
        return None
    return kind, _shown(kind, raw), found.end()


def _shown(kind: str, raw: str) -> str:
    if kind in (*_HIGH, "appendix"):
        words = raw.rstrip(" .:").split()
        return (
            " ".join([words[0].capitalize() if words[0].isupper() else words[0], *words[1:]])
            .replace("PHỤ lục", "Phụ lục")
            .replace("Phụ LỤC", "Phụ lục")
        )
    return re.sub(r"\s", "", raw).strip("().:/-") or raw


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
        _hang(node, here)
        open_act = False
        if node.kind not in ("footnote", "table"):
            here = node
    _close(root)
    return root


def _is_title_of(here: Node, node: Node) -> bool:
    """Whether a block is the title of the chapter or appendix over it, which stands on a line of its own
    (`PHỤ LỤC I`, then `DANH MỤC NHIỆM VỤ`; Nghị định 30/2020/NĐ-CP, Phụ lục I, phần III)."""
    if here.kind not in (*_HIGH[:3], "appendix") or here.text or node.kind not in ("plain", "attachment"):
        return False
    return len(node.text) < _LONG_TITLE and (node.text.isupper() or not node.text.endswith((".", ";", ":")))


def _is_text_of(here: Node, node: Node) -> bool:
    """Whether a paragraph is the text of the number over it, which stands on a line of its own (`2.4.`), as copies of
    web pages and tables have it."""
    alone = here.block is not None and not here.text and here.marker is not None and not here.children
    return alone and here.kind in _COUNTED and node.kind == "plain"


def _node(document: Document, block: Block) -> Node:
    text = document.text_of(block)
    if block.kind in ("table", "footnote"):
        return _stripped(block.kind, None, block, text, 0)
    marker = read_marker(text)
    if marker and not (marker[0] == "appendix" and len(text) > _LONG_TITLE):
        return _stripped(marker[0], marker[1], block, text, marker[2])
    attached = _attachment().match(text) and len(text) < _LONG_TITLE
    return _stripped("attachment" if attached else "plain", None, block, text, 0)


_LONG_TITLE = 200  # characters


def _stripped(kind: str, marker: str | None, block: Block, text: str, offset: int) -> Node:
    own = text[offset:].strip()
    start = block.start + text.index(own, offset) if own else block.end
    return Node(kind, marker, start, start + len(own), block.end, own, block)


def _hang(node: Node, here: Node) -> None:
    if node.kind == "attachment":
        parent = here if here.kind == "appendix" else _root_of(here)
    elif node.kind in ("plain", "table", "footnote"):
        parent = _numbered(here)
    else:
        parent = _parent_for(node, here)
    node.parent = parent
    parent.children.append(node)


def _root_of(node: Node) -> Node:
    while node.parent is not None:
        node = node.parent
    return node


def _numbered(here: Node) -> Node:
    """The nearest node with a number or letter, or the attachment or root it stands in."""
    while here.parent is not None and (here.kind in _UNNAMED or here.kind == "plain"):
        here = here.parent
    return here


def _parent_for(node: Node, here: Node) -> Node:
    """Where a marked node belongs: beside the open node of its style, or one deeper than the last marker."""
    ended = here.kind == "plain" and not here.text.endswith(":")
    if node.kind == "appendix" or (node.kind == "bracket" and ended):
        return _root_of(here)
    line = [n for n in [here, *here.above()] if n.kind not in ("plain", "table", "footnote")]
    if node.kind in _UNNAMED and (introduced := _introduced(node, here)):
        return introduced
    if node.kind in _HIGH:
        return _above_rank(node, here)
    if node.kind in _COUNTED:
        line = _without_bullets(line)
    if (before := _list_it_continues(node, line)) is not None:
        return before.parent or _root_of(here)
    for index, open_node in enumerate(line):
        if open_node.kind == node.kind and not _restarts_inside(node, line, index):
            return open_node.parent or _root_of(here)
        if node.kind == "decimal" and open_node.kind == "number" and _extends(open_node, node):
            return open_node
    if node.kind == "number" and (over := _over_decimals(node, line)):
        return over
    return line[0] if line else _root_of(here)


def _introduced(node: Node, here: Node) -> Node | None:
    """What a bullet hangs under though it is no marker of a higher style: a paragraph or a bullet that ends in a colon
    right over it. Such a bullet has the next ones too, up to another that introduces its own."""
    if here.kind == "plain" and here.text.endswith(":"):
        return here
    if here.kind != node.kind:
        return None
    if here.text.endswith(":"):
        return None if node.text.endswith(":") else here
    over = here.parent
    if over is not None and over.kind == node.kind and node.text.endswith(":"):
        return over.parent
    return None


def _without_bullets(line: list[Node]) -> list[Node]:
    """The open nodes under which a number or letter may stand: a bullet only if it introduces (`- Gồm: 1. ...`)."""
    while line and line[0].kind in _UNNAMED and not line[0].text.endswith(":"):
        line = line[1:]
    return line


def _above_rank(node: Node, here: Node) -> Node:
    rank = _HIGH.index(node.kind)
    for open_node in [here, *here.above()]:
        if open_node.kind in _HIGH[:rank] or open_node.kind in ("attachment", "appendix"):
            return open_node
    return _root_of(here)


def _extends(number: Node, decimal: Node) -> bool:
    return bool(number.marker and decimal.marker and decimal.marker.startswith(number.marker + "."))


def _over_decimals(node: Node, line: list[Node]) -> Node | None:
    """`5.` after `4.11`: beside the decimals' parent `4`, or beside the decimals where they have none."""
    for open_node in line:
        if open_node.kind == "decimal" and open_node.marker and node.marker:
            major = int(open_node.marker.split(".")[0])
            if int(re.sub(r"\D", "", node.marker) or 0) == major + 1:
                return open_node.parent
    return None


def _list_it_continues(node: Node, line: list[Node]) -> Node | None:
    """Of several open lists of one style, the one whose last number comes right before (`7.` after `6.` and its own
    `1.`, `2.`); `None` where there is no choice."""
    same = [open_node for open_node in line if open_node.kind == node.kind]
    here = _place(node)
    if len(same) < 2 or here is None:
        return None
    return next((open_node for open_node in same if _place(open_node) == here - 1), None)


_LETTERS = "abcdđeghiklmnopqrstuvxy"
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


def _place(node: Node) -> int | None:
    """The place of a marker in the row that its style counts, from 1."""
    marker = (node.marker or "").lower()
    if marker.isdecimal():
        return int(marker)
    if node.kind in ("roman", "small_roman"):
        return _ROMANS.index(marker) + 1 if marker in _ROMANS else None
    return _LETTERS.index(marker) + 1 if len(marker) == 1 and marker in _LETTERS else None


def _restarts_inside(node: Node, line: list[Node], index: int) -> bool:
    """Whether a first marker (`1.`, `a)`) opens a list inside the item before it: its lead-in ends in a colon and
    hangs deeper than the open list of the same style."""
    if node.marker not in ("1", "a", "I", "i"):
        return False
    if index == 0:
        return (
            line[0].marker != node.marker and not line[0].children and not line[0].text.endswith((".", ";"))
        )
    return line[0].text.endswith(":")


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
        if node.marker is None or node.kind in _UNNAMED:
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
