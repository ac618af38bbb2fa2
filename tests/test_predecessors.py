"""Which bodies and provinces came before: the tables walked backwards, and back again."""

from __future__ import annotations

from datetime import date

import pytest

from rulebook.bodies import Body, agency_rows
from rulebook.predecessors import agencies_before, provinces_before
from rulebook.succession import succession
from rulebook.tables import provinces


@pytest.mark.parametrize(
    ("agency", "before"),
    [
        # two ministries that were merged in 2025
        ("central.bo-noi-vu", {"central.bo-lao-dong-thuong-binh-va-xa-hoi"}),
        # through a department that ended before
        (
            "province.so-nong-nghiep-va-moi-truong",
            {"province.so-thuy-san", "province.so-tai-nguyen-va-moi-truong"},
        ),
        ("no-such-body", set()),
    ],
)
def test_agencies_before(agency: str, before: set[str]) -> None:
    assert before <= agencies_before(agency) - {agency}


def test_no_place_has_no_provinces_before_it() -> None:
    assert provinces_before(None) == provinces_before("no-such-place") == frozenset()


def test_every_heir_knows_whom_it_came_from() -> None:
    """What `succession` gives going forwards is found going backwards, for each body at each province of 2024."""
    today = date(2026, 11, 29)
    old = [row.id for row in provinces() if (row.valid_to or "") == "2025-06-30"][:6]
    asked = 0
    for agency, row in agency_rows().items():
        places = old if row.level == "province" else [None] if row.level == "central" else []
        for place in places:
            for heir in succession(Body(agency, place), date(2024, 5, 1), today).heirs:
                asked += 1
                assert agency in agencies_before(heir.body.agency)
                assert place is None or heir.body.place is None or place in provinces_before(heir.body.place)
    assert asked > 200
