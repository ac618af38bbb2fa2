"""Which works rest on others (văn bản nào dựa trên văn bản nào): counted whole, listed only as far as is asked.

A law may be cited by a hundred thousand documents. The answers here are as large as what is asked for: the newest few,
or a number. Citations that a work makes of itself do not count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, case, func, select, true
from sqlalchemy.orm import aliased

from corpus.fact_rows import descriptions_meaning, newest_that_cite
from corpus.joinings import Groups, groups
from corpus.models import Citation, Description, DescriptionCandidate, Document, Task, Work

_Own = aliased(Description)


def newest_citing(
    connection: Connection,
    work_ids: Collection[int],
    relations: Collection[str],
    limit: int,
    *,
    certain: bool = True,
) -> list[int]:
    """The works, at most `limit`, whose documents cite one of these in one of these relations; the newest first, those
    without a date last. Without `certain`, those whose words may mean one of these works and leave it open."""
    joined = groups(connection)
    spread = joined.spread(work_ids)
    citing = _citing(select(_Own.work_id), relations, spread, certain=certain)
    found: list[int | None] = []
    if certain:
        # Copies of one work count once, so that a few more documents than works are looked at.
        newest = newest_that_cite(connection, spread, 2 * limit + len(spread), relations)
        among = _citing(select(_Own.work_id), relations, spread, within=newest)
        found = list(connection.scalars(_newest(among, spread, limit)))
        if len(newest) < limit:
            return _led(found, joined)
    return _led(found if len(found) == limit else connection.scalars(_newest(citing, spread, limit)), joined)


def documents_citing(
    connection: Connection, work_ids: Collection[int], after: tuple[str | None, int] | None, limit: int
) -> list[tuple[str | None, int]]:
    """The documents, at most `limit`, that cite one of these works in any way, or perhaps do: their days and ids, the
    newest first, those without a day last; with `after`, what comes after that day and id. Citations that a work makes
    of itself do not count."""
    meaning = descriptions_meaning(groups(connection).spread(work_ids))
    own = select(Document.id).join(Description, Description.id == Document.description_id)
    own = own.where(Description.work_id.in_(groups(connection).spread(work_ids)))
    found = {
        (row.said_on, row.document_id)
        for description in connection.scalars(meaning)
        for row in connection.execute(
            select(Citation.said_on, Citation.document_id)
            .where(
                Citation.description_id == description, Citation.document_id.not_in(own), _comes_after(after)
            )
            .group_by(Citation.said_on, Citation.document_id)
            .order_by(Citation.said_on.desc(), Citation.document_id.desc())
            .limit(limit)
        )
    }
    return sorted(found, key=lambda one: (one[0] or "", one[1]), reverse=True)[:limit]


def _comes_after(after: tuple[str | None, int] | None) -> ColumnElement[bool]:
    if after is None:
        return true()
    day, id_ = after
    of_the_day = Citation.said_on.is_(None) if day is None else Citation.said_on == day
    older = of_the_day & (Citation.document_id < id_)
    return older if day is None else older | (Citation.said_on < day) | Citation.said_on.is_(None)


def number_of_citing(connection: Connection, work_ids: Collection[int], relations: Collection[str]) -> int:
    """About how many documents cite these works for certain: never fewer than do, and more only where one says so in
    several ways. Counted in indexes alone, so that it is quick however many there are."""
    meaning = select(Description.id).where(Description.work_id.in_(groups(connection).spread(work_ids)))
    related = select(func.count()).where(
        Citation.description_id.in_(meaning), Citation.relation.in_(relations)
    )
    documents = select(func.count(Citation.document_id.distinct())).where(
        Citation.description_id.in_(meaning)
    )
    said = connection.scalar(related) or 0
    return min(said, connection.scalar(documents) or 0) if said else 0


def citing_by_maker(
    connection: Connection, work_ids: Collection[int], relations: Collection[str], *, certain: bool = True
) -> list[tuple[int, int]]:
    """How many works cite these: for each type and issuer the id of one of them, and their number.

    Works that somebody joined are counted apart.
    """
    spread = groups(connection).spread(work_ids)
    unnamed = case((Work.issuer.is_(None), Work.symbol))
    columns = select(func.min(Work.id), func.count(func.distinct(Work.id)))
    query = (
        _citing(columns, relations, spread, certain=certain)
        .join(Work, Work.id == _Own.work_id)
        .where(Work.id.not_in(spread))
        .group_by(Work.issuer, Work.type, unnamed)
        .order_by(func.min(Work.id))
    )
    return [(first, count) for first, count in connection.execute(query)]


def numbers_of_citing(
    connection: Connection, work_ids: Collection[int], relations: Collection[str]
) -> dict[int, int]:
    """For each of these works how many others cite it for certain."""
    joined = groups(connection)
    found: dict[int, int] = defaultdict(int)
    counted = func.count(func.distinct(_Own.work_id))
    spread = joined.spread(work_ids)
    query = _citing(select(Description.work_id, counted), relations, spread)
    query = query.where(_Own.work_id != Description.work_id)
    for cited, count in connection.execute(query.group_by(Description.work_id)):
        found[joined.lead(cited or 0)] += count
    return dict(found)


def numbers_of_tasks(connection: Connection, work_ids: Collection[int]) -> dict[int, int]:
    """How many tasks each of these works has; of several documents of one work, the one with the most counts."""
    joined = groups(connection)
    query = (
        select(_Own.work_id, Document.id, func.count())
        .select_from(Task)
        .join(Document, Document.id == Task.document_id)
        .join(_Own, _Own.id == Document.description_id)
        .where(_Own.work_id.in_(joined.spread(work_ids)))
        .group_by(_Own.work_id, Document.id)
    )
    found: dict[int, int] = defaultdict(int)
    for work, _, count in connection.execute(query):
        lead = joined.lead(work or 0)
        found[lead] = max(found[lead], count)
    return dict(found)


def _led(work_ids: Iterable[int | None], joined: Groups) -> list[int]:
    return list(dict.fromkeys(joined.lead(id_) for id_ in work_ids if id_ is not None))


def _newest(
    citing: Select[*tuple[Any, ...]], spread: Collection[int], limit: int
) -> Select[*tuple[Any, ...]]:
    day = func.max(Document.date)
    others = citing.where(_Own.work_id.not_in(spread)).group_by(_Own.work_id)
    return others.order_by(day.is_(None), day.desc(), _Own.work_id).limit(limit)


def _citing(
    columns: Select[*tuple[Any, ...]],
    relations: Collection[str],
    work_ids: Collection[int],
    *,
    certain: bool = True,
    within: Collection[int] | None = None,
) -> Select[*tuple[Any, ...]]:
    """From citations of these works in these relations to the works whose documents make them; where it is not
    `certain`, without those that also cite one of them for certain. `within` are the only documents that are looked
    at."""
    # `+ 0`: these documents are few, by what they mean there may be a hundred thousand.
    meant = Citation.description_id + 0 if within is not None else Citation.description_id
    query = (
        columns.select_from(Citation)
        .join(Description, Description.id == meant)
        .join(Document, Document.id == Citation.document_id)
        .join(_Own, _Own.id == Document.description_id)
        .where(Citation.relation.in_(relations), Citation.status.not_in(("self", "broken")))
        .where(_Own.work_id.is_not(None))
    )
    if within is not None:
        query = query.where(Citation.document_id.in_(within))
    if certain:
        return query.where(Description.work_id.in_(work_ids))
    open_ = select(DescriptionCandidate.description_id).where(DescriptionCandidate.work_id.in_(work_ids))
    also, of = aliased(Citation), aliased(Description)
    surely = (
        select(also.id)
        .join(of, of.id == also.description_id)
        .where(also.document_id == Document.id, also.relation.in_(relations), of.work_id.in_(work_ids))
    )
    return query.where(Description.work_id.is_(None), Description.id.in_(open_), ~surely.exists())
