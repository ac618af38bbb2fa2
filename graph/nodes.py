"""`ObligationGraph`: who must do what, on what basis, as typed nodes and edges (đồ thị nghĩa vụ).

    programme <──sets_up, carries_out──┐
                                       │            ┌──legal_basis, carries_out, amends, replaces, ...──> work
    deadline <──due──┐                 │            │                                                      ^
    agency <──assigns_lead, ...──  task ──part_of──> document ──part_of──────────────────────────────> work┤
       │  └─reports_to─────────────┘  └──names──> provision ──part_of─────────────────────────────────> ───┘
       └──succeeds, belongs_to──> agency          target ──part_of──> document         task ──matches──> task

A `document` is a version of a work: a text that the corpus holds. Every edge that was read out of a text has its
`Span`, the words that it rests on, and the `day` of the document that says it; an edge from the rule data has the day
from which it holds, and its legal basis.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from networkx import MultiDiGraph, subgraph_view

from corpus.facts import (
    CitationFact,
    Corrected,
    DeadlineFact,
    DocumentFact,
    Status,
    TargetFact,
    TaskFact,
    WorkFact,
)
from corpus.seats import Identity

NodeKind = Literal["work", "document", "provision", "task", "agency", "programme", "deadline", "target"]
EdgeKind = Literal[
    "cites", "carries_out", "legal_basis", "amends", "supplements", "replaces", "repeals", "sets_up", "names",
    "assigns_lead", "assigns_support", "reports_to", "due", "belongs_to", "succeeds", "matches", "part_of",
]  # fmt: skip


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
    """A body at its place as a node (cơ quan), with the days from which and up to which it lives, where the rule data
    know them and it does not live for ever."""

    body: Identity
    valid_from: str | None = None
    valid_to: str | None = None

    @property
    def name(self) -> str:
        """Its full name."""
        return self.body.full_name


@dataclass(frozen=True, slots=True)
class ProvisionFact:
    """A part of a work that is named (điều, khoản, điểm)."""

    work_id: int
    name: str


@dataclass(frozen=True, slots=True)
class ProgrammeFact:
    """A programme (chương trình, đề án, chiến lược) in one of its periods."""

    name: str
    period: str | None


Fact = (
    WorkFact
    | DocumentFact
    | ProvisionFact
    | TaskFact
    | AgencyFact
    | ProgrammeFact
    | DeadlineFact
    | TargetFact
)


@dataclass(frozen=True, slots=True)
class Node:
    """A node: `id` is its kind and what identifies it within the kind, `fact` what is known of it."""

    id: str
    kind: NodeKind
    fact: Fact


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge from `source` to `target` (ids of nodes). `relation` is that of the citation, of a succession the
    function that was handed on, of a match its reasons; `status` tells a certain edge from one to a candidate; `span`
    is missing only where nothing was read, as from a document to its work; `day` is when it was said, or from when it
    holds; `score` (0 to 1) says how much a match is worth, `basis` on what legal basis a body succeeded another."""

    source: str
    target: str
    kind: EdgeKind
    relation: str | None = None
    status: Status = "resolved"
    span: Span | None = None
    day: str | None = None
    score: float | None = None
    basis: str | None = None


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

    def edges(self, kind: EdgeKind) -> Iterator[Edge]:
        """The edges of a kind, in the order in which they came."""
        return (edge for _, _, edge in self.networkx.edges(data="edge") if edge.kind == kind)

    def view(
        self, kinds: Collection[NodeKind] = (), edges: Collection[EdgeKind] = (), on: str | None = None
    ) -> MultiDiGraph:
        """A part of it as networkx sees it, without a copy: the nodes of these kinds and the edges of these, all where
        none is named; with `on` (ISO), what was said or held by that day.

        >>> graph = ObligationGraph()
        >>> graph.view(["task"]).number_of_nodes()
        0
        """
        node, edge = self.networkx.nodes, self.networkx.edges

        def wanted(source: str, target: str, key: Edge) -> bool:
            said: Edge = edge[source, target, key]["edge"]
            return (not edges or said.kind in edges) and (on is None or said.day is None or said.day <= on)

        found: MultiDiGraph = subgraph_view(  # type: ignore[no-untyped-call]
            self.networkx,
            filter_node=lambda one: not kinds or node[one]["node"].kind in kinds,
            filter_edge=wanted,
        )
        return found

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


def span_of(citation: CitationFact) -> Span:
    """The words of a citation, with what they name and lack."""
    return Span(
        document_id=citation.document_id,
        start=citation.start,
        end=citation.end,
        quote=citation.quote,
        section=citation.section,
        provisions=citation.provisions,
        why=citation.why,
        corrected=citation.corrected,
    )


def work_id(number: int) -> str:
    """The id of the node of the work with this id."""
    return f"work:{number}"


def document_id(number: int) -> str:
    """The id of the node of the document with this id."""
    return f"document:{number}"


def task_id(number: int) -> str:
    """The id of the node of the task with this id."""
    return f"task:{number}"


def agency_id(body: Identity) -> str:
    """The id of the node of a body."""
    return f"agency:{body.key}"
