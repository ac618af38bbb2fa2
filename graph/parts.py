"""What documents hold besides tasks and citations, put into a graph: provisions, programmes, deadlines, targets."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from corpus import goals
from corpus.engine import Connection
from corpus.facts import DocumentFact, WorkFact
from graph.nodes import (
    Edge,
    EdgeKind,
    Node,
    ObligationGraph,
    ProgrammeFact,
    ProvisionFact,
    Span,
    document_id,
    task_id,
)
from graph.programmes import programmes_in


def add_provisions(graph: ObligationGraph, citing: Edge) -> None:
    """Put in the parts of a work that a citation of it names."""
    work = graph.node(citing.target)
    if work is None or not isinstance(work.fact, WorkFact) or citing.span is None:
        return
    for name in citing.span.provisions:
        node = Node(f"provision:{work.fact.id}:{name}", "provision", ProvisionFact(work.fact.id, name))
        graph.add_node(node)
        graph.add_edge(Edge(node.id, work.id, "part_of"))
        graph.add_edge(replace(citing, target=node.id, kind="names"))


def add_programmes(graph: ObligationGraph, document: DocumentFact) -> None:
    """Put in the programmes that the title of a document sets up or carries out."""
    for programme in programmes_in(document.title):
        fact = ProgrammeFact(programme.name, programme.period)
        node = Node(f"programme:{programme.key}", "programme", fact)
        kind: EdgeKind = "sets_up" if programme.set_up else "carries_out"
        graph.add_node(node)
        graph.add_edge(Edge(document_id(document.id), node.id, kind, day=document.date))


def add_goals(graph: ObligationGraph, connection: Connection, documents: Collection[DocumentFact]) -> None:
    """Put in the deadlines of these documents, with the tasks that they govern, and their targets."""
    dated = {document.id: document.date for document in documents}
    for deadline in goals.deadlines_in(connection, dated):
        node = Node(f"deadline:{deadline.id}", "deadline", deadline)
        graph.add_node(node)
        graph.add_edge(Edge(node.id, document_id(deadline.document_id), "part_of"))
        span = Span(deadline.document_id, deadline.start, deadline.end, deadline.quote)
        for task in deadline.tasks:
            if graph.node(task_id(task)):
                day = dated[deadline.document_id]
                graph.add_edge(Edge(task_id(task), node.id, "due", span=span, day=day))
    for target in goals.targets_in(connection, dated):
        node = Node(f"target:{target.id}", "target", target)
        span = Span(target.document_id, target.start, target.end, target.quote)
        graph.add_node(node)
        graph.add_edge(Edge(node.id, document_id(target.document_id), "part_of", span=span))
