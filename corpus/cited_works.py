"""What a document cites, once for each work that is meant (văn bản được viện dẫn), without reading all that is known of
each citation: a plan of a hundred pages has fourteen hundred, and a page shows a few."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from corpus.fact_rows import candidates_of, meaning_of
from corpus.joinings import groups
from corpus.models import Citation, Description
from corpus.overlay import citations_as_corrected


@dataclass(frozen=True, slots=True)
class Cited:
    """The citations of a document that mean one work, may mean the same works, or, where nobody knows what they mean,
    say the same: their ids, their numbers (from 1) in reading order, and their relations."""

    ids: list[int] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    relations: set[str] = field(default_factory=set)


def cited_works(connection: Connection, document_id: int) -> list[Cited]:
    """What a document cites, as people put it right, in reading order."""
    columns = (Citation.id, Citation.ordinal, Citation.relation, Citation.symbol, Citation.quote)
    query = select(*columns, Citation.description_id, Description.work_id).outerjoin(Description)
    rows = connection.execute(
        query.where(Citation.document_id == document_id).order_by(Citation.ordinal)
    ).all()
    joined = groups(connection)
    perhaps = candidates_of(connection, {row[5] for row in rows if row[5] is not None and row[6] is None})
    said = citations_as_corrected(connection, {document_id})
    found: dict[object, Cited] = {}
    for id_, ordinal, relation, symbol, quote, description_id, work_id in rows:
        meant, near = meaning_of(work_id, perhaps.get(description_id, {}), joined)
        if id_ in said:
            meant, near = said[id_][0], {}
        one = found.setdefault(meant or tuple(near) or (symbol, quote), Cited())
        one.ids.append(id_)
        one.numbers.append(ordinal + 1)
        one.relations.add(relation)
    return list(found.values())
