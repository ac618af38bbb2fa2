"""Citations find their works: after each change, what was said is settled anew for the symbols it touches.

Descriptions with a symbol are settled first, among themselves. Then those that have only a number (`QĐ 1722`) or only
a name (`Luật Ngân sách nhà nước`), which may also mean one of the works so found. A document that comes later than
the citations of it is found by them in the same way.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Connection

from corpus import changes, queries
from corpus.description import Description, Naming, describe
from corpus.identity import Identity, settle
from extract.extraction import Citation, Extraction


def describe_all(extraction: Extraction) -> list[Description]:
    """What a document says of itself, and then what each of its citations says of the work it means."""
    header, sha256 = extraction.header, extraction.source.sha256
    naming = Naming(
        symbol=header.number, type=header.type, issuer=header.issuer, date=header.date, title=header.title
    )
    own = describe(naming, said_in=sha256, said_on=header.date, held=True)
    return [own, *(_cited(citation, own, sha256, header.date) for citation in extraction.citations)]


def ensure_descriptions(connection: Connection, descriptions: Sequence[Description]) -> list[int]:
    """The ids of these descriptions, in the same order; those that are new are put in."""
    wanted = {one.fingerprint: one for one in descriptions}
    there = queries.description_ids(connection, wanted)
    changes.insert_descriptions(connection, [one for name, one in wanted.items() if name not in there])
    ids = queries.description_ids(connection, wanted)
    return [ids[one.fingerprint] for one in descriptions]


def settle_again(connection: Connection, touched: Iterable[Description], left: Collection[int] = ()) -> None:
    """Decide anew what is meant by every description that shares a symbol, number or name with one of `touched`.

    `left` are works that were meant by descriptions which are gone.
    """
    touched = list(touched)
    titles = {one.title_key for one in touched}
    meant = set(left)
    for symbol in sorted({one.symbol_key for one in touched if one.symbol_key}):
        rows = queries.descriptions_by(connection, symbol_key=symbol)
        titles |= {one.title_key for _, one in rows}
        meant |= _settle(connection, rows)
    for number in sorted({one.number_key for one in touched if one.number_key}):
        rows = queries.descriptions_by(connection, symbol_key=None, number_key=number)
        meant |= _settle(
            connection, rows, queries.identities_by(connection, number_key=number) if rows else []
        )
    for title in sorted(filter(None, titles)):
        rows = queries.descriptions_by(connection, symbol_key=None, number_key=None, title_key=title)
        meant |= _settle(connection, rows, queries.identities_by(connection, title_key=title) if rows else [])
    for one in touched:
        if one.number_key is None and one.title_key is None:
            meant |= _settle(connection, queries.descriptions_by(connection, fingerprint=one.fingerprint))
    changes.remove_unmeant_works(connection, meant)


def _settle(
    connection: Connection, rows: list[tuple[int, Description]], known: Sequence[Identity] = ()
) -> set[int]:
    """Settle one group; returns the works that it meant before."""
    if not rows:
        return set()
    works, verdicts = settle([description for _, description in rows], known)
    keys = [work.key for work in works]
    changes.keep_works(connection, works, queries.identities_with_keys(connection, keys))
    ids = {key: id_ for key, (id_, _) in queries.identities_with_keys(connection, keys).items()}
    row_ids = {description.fingerprint: id_ for id_, description in rows}
    before = queries.meanings(connection, row_ids.values())
    for verdict in verdicts:
        row_id = row_ids[verdict.description.fingerprint]
        near = zip(verdict.candidates, verdict.nearness, strict=True)
        meaning = (ids[verdict.work] if verdict.work else None, {ids[key]: how for key, how in near})
        if before[row_id] != meaning:
            changes.set_meaning(connection, row_id, *meaning)
    return {work_id for work_id, _ in before.values() if work_id}


def _cited(citation: Citation, own: Description, sha256: str, said_on: str | None) -> Description:
    """What a citation says of a work, and what the rule data know of it where the citation does not say."""
    if citation.status == "self":
        return own
    known = citation.work or {}
    naming = Naming(
        symbol=citation.symbol or known.get("symbol") or None,
        type=citation.type or known.get("type"),
        issuer=citation.issuer or known.get("issuer"),
        date=citation.date or known.get("date"),
        title=citation.title or known.get("title"),
        uri=citation.uri,
    )
    return describe(naming, said_in=sha256, said_on=said_on)
