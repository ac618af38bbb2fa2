"""From the corpus to the graph: all of it, or the neighbourhood of some works, loaded step by step."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from corpus import queries
from corpus.engine import Connection
from corpus.facts import CitationFact, DocumentFact, TaskFact
from corpus.store import Corpus
from graph.matches import add_matches
from graph.nodes import Edge, EdgeKind, Node, ObligationGraph, document_id, span_of, task_id, work_id
from graph.owner_nodes import add_owners
from graph.parts import add_goals, add_programmes, add_provisions

CITING: tuple[EdgeKind, ...] = (
    *("legal_basis", "carries_out", "amends", "supplements", "replaces", "repeals", "cites"),
)
"""The kinds of edges that lead from a document or a task to a work that it speaks of."""


def build(corpus: Corpus) -> ObligationGraph:
    """The graph of everything that the corpus holds."""
    graph = ObligationGraph()
    with corpus.reading() as connection:
        documents = queries.all_documents(connection)
        ids = [document.id for document in documents]
        add_citations(graph, connection, queries.citations_in(connection, ids))
        add_documents(graph, connection, documents)
        add_tasks(graph, connection, queries.tasks_in(connection, ids))
        add_parts(graph, connection)
    return graph


def add_parts(graph: ObligationGraph, connection: Connection) -> None:
    """Put in what belongs to the documents, citations and tasks that are there: the provisions that are named,
    programmes, deadlines and targets, the bodies that are responsible, with those that succeeded them, and which tasks
    take up which of the documents above."""
    documents = [node.fact for node in graph.nodes("document") if isinstance(node.fact, DocumentFact)]
    for document in documents:
        add_programmes(graph, document)
    for kind in CITING:
        for edge in list(graph.edges(kind)):
            add_provisions(graph, edge)
    add_goals(graph, connection, documents)
    add_owners(graph, connection, documents)
    add_matches(graph, connection, documents)


def add_above(
    graph: ObligationGraph, connection: Connection, work_ids: Collection[int], relations: Collection[str]
) -> None:
    """Put in what the documents of these works cite in these relations."""
    documents = queries.documents_of_works(connection, work_ids)
    add_documents(graph, connection, documents)
    said = queries.citations_in(connection, [document.id for document in documents])
    add_citations(graph, connection, [one for one in said if one.relation in relations])


def add_below(
    graph: ObligationGraph, connection: Connection, work_ids: Collection[int], most: int | None = None
) -> None:
    """Put in the documents and tasks that cite these works; with `most`, of each at least so many, the newest."""
    if most is None:
        citing = queries.citations_of(connection, work_ids)
    else:
        citing = queries.newest_citations_of(connection, work_ids, most + 1)
    add_citations(graph, connection, citing)


def add_documents(
    graph: ObligationGraph, connection: Connection, documents: Collection[DocumentFact]
) -> None:
    """Put in documents, each as part of its work."""
    _add_works(graph, connection, {document.work_id for document in documents if document.work_id})
    for document in documents:
        graph.add_node(Node(document_id(document.id), "document", document))
        if document.work_id:
            graph.add_edge(Edge(document_id(document.id), work_id(document.work_id), "part_of"))


def add_citations(graph: ObligationGraph, connection: Connection, citations: Sequence[CitationFact]) -> None:
    """Put in what documents and tasks say of works, to all candidates where it is left open."""
    said = [one for one in citations if one.status != "self"]
    meant = {one.work_id for one in said if one.work_id} | {id_ for one in said for id_ in one.candidates}
    _add_works(graph, connection, meant)
    documents = _documents(graph, connection, said)
    dated = {document.id: document.date for document in documents}
    add_documents(graph, connection, documents)
    tasks = queries.tasks_that_cite(connection, [one.id for one in said])
    add_tasks(graph, connection, [task for standing in tasks.values() for task in standing])
    for one in said:
        sources = [document_id(one.document_id), *(task_id(task.id) for task in tasks.get(one.id, []))]
        targets = (one.work_id,) if one.work_id else one.candidates
        for source in sources:
            for target in targets:
                graph.add_edge(_citing(one, source, work_id(target), dated[one.document_id]))


def add_tasks(graph: ObligationGraph, connection: Connection, tasks: Sequence[TaskFact]) -> None:
    """Put in tasks, each as part of its document."""
    add_documents(graph, connection, _documents(graph, connection, tasks))
    for task in tasks:
        graph.add_node(Node(task_id(task.id), "task", task))
        graph.add_edge(Edge(task_id(task.id), document_id(task.document_id), "part_of"))


def _documents(
    graph: ObligationGraph, connection: Connection, parts: Sequence[CitationFact] | Sequence[TaskFact]
) -> list[DocumentFact]:
    """The documents of these parts; those that are in the graph are taken from there."""
    ids = {part.document_id for part in parts}
    nodes = [node for id_ in sorted(ids) if (node := graph.node(document_id(id_)))]
    there = [node.fact for node in nodes if isinstance(node.fact, DocumentFact)]
    new = ids - {document.id for document in there}
    return [*there, *(queries.documents(connection, new).values() if new else ())]


def _add_works(graph: ObligationGraph, connection: Connection, ids: Collection[int]) -> None:
    new = [id_ for id_ in ids if graph.node(work_id(id_)) is None]
    for work in queries.works(connection, new).values() if new else ():
        graph.add_node(Node(work_id(work.id), "work", work))


def _citing(citation: CitationFact, source: str, target: str, day: str | None) -> Edge:
    kind: EdgeKind = next((kind for kind in CITING if kind == citation.relation), "cites")
    return Edge(source, target, kind, citation.relation, citation.status, span_of(citation), day)
