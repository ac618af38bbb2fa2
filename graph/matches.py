"""Which tasks of a higher document are taken up by which tasks of a lower one, as edges (nhiệm vụ được tiếp thu).

The pairs are those of `graph.gaps`: likeness by words, action, deliverable and deadline, and what people said. They are
not kept but found again from what the corpus holds, so that they follow every correction and every new version.
"""

from __future__ import annotations

from collections.abc import Collection

from corpus.engine import Connection
from corpus.facts import DocumentFact
from graph.findings import Kind, Line
from graph.gaps import gaps_of
from graph.nodes import Edge, ObligationGraph, Span, task_id
from graph.subject import subject_of

_PAIRED: tuple[Kind, ...] = ("taken_up", "later", "other_owner", "perhaps")


def add_matches(graph: ObligationGraph, connection: Connection, documents: Collection[DocumentFact]) -> None:
    """Put in an edge from each task above to the task of these documents that takes it up, where both are there: with
    the score, the reasons as `relation`, and the words of the lower task. What is only perhaps so is `ambiguous`."""
    for document in documents:
        if document.work_id:
            for line in gaps_of(connection, subject_of(connection, document)).of(_PAIRED):
                _add(graph, line, document)


def _add(graph: ObligationGraph, line: Line, document: DocumentFact) -> None:
    above, below = line.above, line.below
    if below is None or not (graph.node(task_id(above.id)) and graph.node(task_id(below.id))):
        return
    graph.add_edge(
        Edge(
            task_id(above.id),
            task_id(below.id),
            "matches",
            relation="; ".join(f"{reason.sign}: {', '.join(reason.what)}" for reason in line.reasons),
            status="ambiguous" if line.kind == "perhaps" else "resolved",
            span=Span(below.document_id, below.start, below.end, below.quote, below.section),
            day=document.date,
            score=line.score,
        )
    )
