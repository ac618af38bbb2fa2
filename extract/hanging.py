"""Where in the outline an item hangs: beside the open item of its style, or one deeper than the last."""

from __future__ import annotations

import re

from extract.markers import COUNTED, HIGH, UNNAMED, place_in_row
from extract.node import Node


def hang(node: Node, here: Node) -> None:
    """Give `node` its parent; `here` is the item that came before it in the text."""
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
    while here.parent is not None and (here.kind in UNNAMED or here.kind == "plain"):
        here = here.parent
    return here


def _parent_for(node: Node, here: Node) -> Node:
    """Where a marked node belongs: beside the open node of its style, or one deeper than the last marker."""
    if node.kind == "small_roman" and _follows_letter(node, here):
        node.kind = "letter"
    ended = here.kind == "plain" and not here.text.endswith(":")
    if node.kind == "appendix" or (node.kind == "bracket" and ended):
        return _root_of(here)
    line = [n for n in [here, *here.above()] if n.kind not in ("plain", "table", "footnote")]
    if node.kind in UNNAMED and (introduced := _introduced(node, here)):
        return introduced
    if node.kind in HIGH:
        return _above_rank(node, here)
    if node.kind in COUNTED:
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


def _follows_letter(node: Node, here: Node) -> bool:
    """Whether `i)` comes right after `h)`: a letter, and no Roman number; under `h) ...:` it counts anew."""
    letter = next((above for above in (here, *here.above()) if above.kind == "letter"), None)
    if letter is None or letter.text.endswith(":"):
        return False
    before, place = place_in_row("letter", letter.marker), place_in_row("letter", node.marker)
    return before is not None and place == before + 1


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
    while line and line[0].kind in UNNAMED and not line[0].text.endswith(":"):
        line = line[1:]
    return line


def _above_rank(node: Node, here: Node) -> Node:
    rank = HIGH.index(node.kind)
    for open_node in [here, *here.above()]:
        if open_node.kind in HIGH[:rank] or open_node.kind in ("attachment", "appendix"):
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
    here = place_in_row(node.kind, node.marker)
    if len(same) < 2 or here is None:
        return None
    return next(
        (open_node for open_node in same if place_in_row(open_node.kind, open_node.marker) == here - 1), None
    )


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
