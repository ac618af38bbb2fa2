"""Bodies at their places, and which of them each task means."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

from corpus.responsible import around, duty_of, responsible
from corpus.seats import Identity, seat_of
from rulebook.dates import day_of

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the table of bodies, and find those of the tasks that are there."""
    op.create_table(
        "bodies",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text()),
        sa.Column("level", sa.String(length=16)),
        sa.Column("agency", sa.Text()),
        sa.Column("place", sa.Text()),
        sa.Column("place_name", sa.Text()),
        sa.Column("group", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_bodies"),
        sa.UniqueConstraint("key", name="uq_bodies_key"),
    )
    op.create_index("ix_bodies_agency", "bodies", ["agency"])
    op.create_index("ix_bodies_place", "bodies", ["place"])
    with op.batch_alter_table("task_bodies") as table:
        table.add_column(sa.Column("body_id", sa.Integer(), nullable=True))
        table.create_foreign_key("fk_task_bodies_body_id", "bodies", ["body_id"], ["id"])
        table.create_index("ix_task_bodies_body_id", ["body_id"])
    _find_bodies(op.get_bind())


def downgrade() -> None:
    """Take them away again; the tasks keep the names."""
    with op.batch_alter_table("task_bodies") as table:
        table.drop_index("ix_task_bodies_body_id")
        table.drop_constraint("fk_task_bodies_body_id", type_="foreignkey")
        table.drop_column("body_id")
    op.drop_table("bodies")


def _find_bodies(connection: sa.Connection) -> None:
    ids: dict[str, int] = {}
    update = sa.text("UPDATE task_bodies SET body_id = :body WHERE task_id = :task AND name = :name")
    for document in connection.execute(sa.text("SELECT id, issuer, date, parent FROM documents")).all():
        for task_id, bodies in _bodies_of(connection, document):
            for name, body in bodies.items():
                if body.key not in ids:
                    ids[body.key] = _put(connection, body)
                connection.execute(update, {"body": ids[body.key], "task": task_id, "name": name})


def _bodies_of(connection: sa.Connection, document: Any) -> Iterator[tuple[int, dict[str, Identity]]]:
    """The tasks of a document, each with its bodies by name."""
    of = {"document": document.id}
    named = "SELECT name, kind, level, place, collective, start FROM agencies WHERE document_id = :document"
    mentions = connection.execute(sa.text(named), of).all()
    cited = sa.text("SELECT issuer FROM citations WHERE document_id = :document")
    issuers = connection.scalars(cited, of).all()
    places = [mention.place for mention in mentions if mention.level == "province"]
    seat = seat_of(document.issuer, day_of(document.date), around(document.parent, issuers, places))
    names: dict[int, list[str]] = defaultdict(list)
    ends: dict[int, tuple[int, str]] = {}
    query = (
        'SELECT t.id, t."end", t.origins, b.name FROM tasks AS t JOIN task_bodies AS b ON b.task_id = t.id'
        " WHERE t.document_id = :document ORDER BY t.ordinal, b.role, b.ordinal"
    )
    for task_id, end, origins, name in connection.execute(sa.text(query), of):
        names[task_id].append(name)
        ends[task_id] = end, origins
    duties = [
        duty_of(end, names[task_id], [(one["value"], one["end"]) for one in json.loads(origins)])
        for task_id, (end, origins) in ends.items()
    ]
    yield from zip(ends, responsible(seat, mentions, duties), strict=True)


def _put(connection: sa.Connection, body: Identity) -> int:
    query = (
        'INSERT INTO bodies (key, name, kind, level, agency, place, place_name, "group")'
        " VALUES (:key, :name, :kind, :level, :agency, :place, :place_name, :group) RETURNING id"
    )
    values = {name: getattr(body, name) for name in Identity.__slots__}
    found: int = connection.execute(sa.text(query), values).scalar_one()
    return found
