"""A place in the outline: an item with its marker, what stands over it and under it."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.markers import UNNAMED
from ingest.document import Block


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
            if node.marker and node.kind not in UNNAMED:
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
