"""The bodies that are responsible for tasks, put into a graph with what they belong to and who succeeded them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from corpus.body_rows import bodies_of, receivers_of
from corpus.engine import Connection
from corpus.facts import DocumentFact, TaskFact
from corpus.seats import Identity
from graph.agencies import add_relations, agency_node
from graph.nodes import Edge, EdgeKind, ObligationGraph, Span, agency_id, task_id
from rulebook.dates import day_of


def add_owners(
    graph: ObligationGraph,
    connection: Connection,
    documents: Collection[DocumentFact],
    on: date | None = None,
) -> None:
    """Put in the bodies that lead, support or get the tasks that are there, of these documents, and those that
    succeeded them up to the day `on`, or today."""
    dated = {document.id: document.date for document in documents}
    tasks = [
        node.fact
        for node in graph.nodes("task")
        if isinstance(node.fact, TaskFact) and node.fact.document_id in dated
    ]
    named, told = bodies_of(connection, tasks), receivers_of(connection, tasks)
    first: dict[str, str] = {}
    known: dict[str, Identity] = {}
    for task in tasks:
        day = dated[task.document_id]
        roles: list[tuple[EdgeKind, str, Collection[Identity]]] = [
            ("assigns_lead", "lead", [named[task.id][name] for name in task.lead]),
            ("assigns_support", "support", [named[task.id][name] for name in task.support]),
            ("reports_to", "", told.get(task.id, {}).values()),
        ]
        words = Span(task.document_id, task.start, task.end, task.quote, task.section)
        for kind, field, bodies in roles:
            span = replace(words, corrected=tuple(one for one in task.corrected if one.field == field))
            for body in bodies:
                graph.add_node(agency_node(body))
                graph.add_edge(Edge(task_id(task.id), agency_id(body), kind, span=span, day=day))
                known[body.key] = body
                first[body.key] = min(filter(None, (first.get(body.key), day)), default="")
    for key, body in known.items():
        add_relations(graph, body, day_of(first[key]), on or date.today())
