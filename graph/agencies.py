"""Bodies as nodes: from when to when they live, what they belong to, and who succeeds them (cơ quan trong đồ thị)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from corpus.seats import Identity, place_name
from graph.nodes import AgencyFact, Edge, Node, ObligationGraph, agency_id
from rulebook.bodies import Body, agency_rows
from rulebook.body_places import place_row
from rulebook.localities import locality
from rulebook.succession import succession

# What a body stands under: a department, a division and an office under the committee of its place (Luật 72/2025/QH15,
# Nghị định 45/2025/NĐ-CP and 150/2025/NĐ-CP), a committee under that of the place above, a ministry under the
# Government (Luật 63/2025/QH15).
_COMMITTEES = {
    "province": "province.uy-ban-nhan-dan-tinh",
    "district": "district.uy-ban-nhan-dan-huyen",
    "commune": "commune.uy-ban-nhan-dan-xa",
}
_UNDER_A_COMMITTEE = frozenset({"department", "division", "office"})


def agency_node(body: Identity) -> Node:
    """The node of a body."""
    rows = [row for row in (agency_rows().get(body.agency or ""), place_row(body.place)) if row]
    first = max((row.valid_from for row in rows if row.valid_from), default=None)
    last = min((row.valid_to for row in rows if row.valid_to), default=None)
    return Node(agency_id(body), "agency", AgencyFact(body, first, last))


def identity_of(body: Body) -> Identity:
    """A body of the rule data as the corpus identifies it."""
    row = agency_rows().get(body.agency)
    return Identity(
        key=f"{body.agency}@{body.place or ''}",
        name=row.name if row else body.agency,
        kind=row.kind if row else None,
        level=row.level if row else None,
        agency=body.agency,
        place=body.place,
        place_name=place_name(body.place),
        group=False,
    )


def add_relations(graph: ObligationGraph, body: Identity, since: date | None, on: date) -> None:
    """Put in what a body belongs to, and, where it was there on the day `since`, each step by which others succeeded it
    up to the day `on`, for whatever function."""
    if body.agency is None or body.group:
        return
    for over in superiors(Body(body.agency, body.place)):
        node = agency_node(identity_of(over))
        graph.add_node(node)
        graph.add_edge(Edge(agency_id(body), node.id, "belongs_to"))
    if since:
        _add_heirs(graph, Body(body.agency, body.place), since, on)


def superiors(body: Body) -> Iterator[Body]:
    """What a body stands under, by the laws on the organisation of government; nothing where they do not say.

    >>> [over.name for over in superiors(Body("province.so-y-te", "son-la"))]
    ['Ủy ban nhân dân tỉnh Sơn La']
    >>> [over.name for over in superiors(Body("district.uy-ban-nhan-dan-huyen", "quang-tri.cam-lo"))]
    ['Ủy ban nhân dân tỉnh Quảng Trị']
    """
    row = agency_rows().get(body.agency)
    if row is None:
        return
    if row.kind == "ministry":
        yield Body("central.chinh-phu")
    elif row.kind in _UNDER_A_COMMITTEE and row.level in _COMMITTEES and body.place:
        yield Body(_COMMITTEES[row.level], body.place)
    elif row.id in _COMMITTEES.values() and (unit := locality(body.place or "")):
        above = "district" if locality(unit.parent) else "province"
        yield Body(_COMMITTEES[above], unit.parent)


def _add_heirs(graph: ObligationGraph, body: Body, since: date, on: date) -> None:
    for heir in succession(body, since, on).heirs:
        for step in heir.way:
            before, after = (agency_node(identity_of(one)) for one in (step.before, step.after))
            graph.add_node(before)
            graph.add_node(after)
            basis = "; ".join(step.step.legal_basis)
            said = Edge(after.id, before.id, "succeeds", step.step.function, day=step.step.date, basis=basis)
            graph.add_edge(said)
