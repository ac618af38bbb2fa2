"""`ObligationGraph`: who must do what, on what basis, as typed nodes and edges (đồ thị nghĩa vụ).

    agency  <──assigns_lead, assigns_support──  task  ──part_of──>  document  ──part_of──>  work
                                                  │                     │
                                                  └──────── legal_basis, carries_out, cites ──────>  work

Every edge that was read out of a text has its `Span`: the words that it rests on.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from networkx import MultiDiGraph

from corpus.facts import Corrected, DocumentFact, Status, TaskFact, WorkFact

NodeKind = Literal["work", "document", "task", "agency"]
EdgeKind = Literal["cites", "carries_out", "legal_basis", "assigns_lead", "assigns_support", "part_of"]


@dataclass(frozen=True, slots=True)
class Span:
    """The words that a fact rests on: characters `start` to `end` of the text of a document, and their section; of a
    citation also the `provisions` it names, and `why` it is not plain, as far as the document alone tells; `corrected`
    says where a person put right what it means, or who does it."""

    document_id: int
    start: int
    end: int
    quote: str
    section: str | None = None
    provisions: tuple[str, ...] = ()
    why: str = ""
    corrected: tuple[Corrected, ...] = ()


@dataclass(frozen=True, slots=True)
class AgencyFact:
    """A body as a node (cơ quan): its name, and the place that tells it from the same body elsewhere."""

    name: str
    place: str | None


@dataclass(frozen=True, slots=True)
class Node:
    """A node: `id` is its kind and what identifies it within the kind, `fact` what is known of it."""

    id: str
    kind: NodeKind
    fact: WorkFact | DocumentFact | TaskFact | AgencyFact


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge from `source` to `target` (ids of nodes). `relation` is that of the citation; `status` tells a certain
    edge from one to a candidate; `span` is missing only where nothing was read, as from a document to its work."""

    source: str
    target: str
    kind: EdgeKind
    relation: str | None = None
    status: Status = "resolved"
    span: Span | None = None


class ObligationGraph:
    """Nodes and edges over networkx; adding what is there already changes nothing."""

    def __init__(self) -> None:
        self.networkx: MultiDiGraph = MultiDiGraph()

    def add_node(self, node: Node) -> None:
        """Put in a node."""
        if node.id not in self.networkx:
            self.networkx.add_node(node.id, node=node)

    def add_edge(self, edge: Edge) -> None:
        """Put in an edge between nodes that are there."""
        self.networkx.add_edge(edge.source, edge.target, key=edge, edge=edge)

    def node(self, node_id: str) -> Node | None:
        """The node with this id."""
        found: Node | None = self.networkx.nodes[node_id]["node"] if node_id in self.networkx else None
        return found

    def nodes(self, kind: NodeKind) -> Iterator[Node]:
        """The nodes of a kind, in the order in which they came."""
        return (data["node"] for _, data in self.networkx.nodes(data=True) if data["node"].kind == kind)

    def edges_from(self, node_id: str, kinds: Collection[EdgeKind]) -> list[Edge]:
        """The edges of these kinds that start at a node."""
        if node_id not in self.networkx:
            return []
        return [edge for _, _, edge in self.networkx.out_edges(node_id, data="edge") if edge.kind in kinds]

    def edges_to(self, node_id: str, kinds: Collection[EdgeKind]) -> list[Edge]:
        """The edges of these kinds that end at a node."""
        if node_id not in self.networkx:
            return []
        return [edge for _, _, edge in self.networkx.in_edges(node_id, data="edge") if edge.kind in kinds]


def work_id(number: int) -> str:
    """The id of the node of the work with this id."""
    return f"work:{number}"


def document_id(number: int) -> str:
    """The id of the node of the document with this id."""
    return f"document:{number}"


def task_id(number: int) -> str:
    """The id of the node of the task with this id."""
    return f"task:{number}"
