"""The well-known works: found by number, name and alias, and what is known of them on a day."""

from __future__ import annotations

from datetime import date

import pytest

from rulebook.tables import KnownWork, WorkChange
from rulebook.works import (
    changes_of,
    known_works,
    validity_on,
    work_changes,
    works_called,
    works_named,
    works_with_symbol,
)


def test_the_tables_load_in_order_of_date() -> None:
    assert [work.date for work in known_works()] == sorted(work.date for work in known_works())
    assert [change.date for change in work_changes()] == sorted(change.date for change in work_changes())
    assert isinstance(known_works()[0], KnownWork)
    assert isinstance(work_changes()[0], WorkChange)


@pytest.mark.parametrize(
    ("symbol", "found"),
    [
        ("31/2024/QH15", ["Đất đai 2024-01-18"]),
        ("31/2024/qh15", ["Đất đai 2024-01-18"]),
        (" 31 / 2024 / QH15", ["Đất đai 2024-01-18"]),
        ("24-L/CTN", ["Đất đai 1993-07-14"]),
        (
            "47-L/CTN",  # one order promulgated several laws
            ["Hợp tác xã 1996-03-20", "Khoáng sản 1996-03-20", "Ngân sách nhà nước 1996-03-20"],
        ),
        ("31/2025/QH15", []),
        ("", []),  # works without a number are not found by none
        ("không phải số", []),
    ],
)
def test_works_are_found_by_number(symbol: str, found: list[str]) -> None:
    assert [f"{work.title} {work.date}" for work in works_with_symbol(symbol)] == found


@pytest.mark.parametrize(
    ("type_name", "title", "years"),
    [
        ("Luật", "Đất đai", ["1987", "1993", "2003", "2013", "2024"]),
        ("Luật", "ĐẤT ĐAI", ["1987", "1993", "2003", "2013", "2024"]),
        ("Luật", "Phòng chống tham nhũng", ["2005", "2018"]),  # a comma lost
        ("Luật", "sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế", ["2014", "2024"]),
        ("Bộ luật", "Dân sự", ["1995", "2005", "2015"]),
        ("Pháp lệnh", "Đất đai", []),
        ("Luật", "", []),
        ("Luật", "Đất đai đô thị", []),
    ],
)
def test_a_name_gives_its_generations(type_name: str, title: str, years: list[str]) -> None:
    assert [work.date[:4] for work in works_named(type_name, title)] == years


@pytest.mark.parametrize(
    ("alias", "symbols"),
    [
        ("Đề án 06", ["06/QĐ-TTg"]),
        ("Nghị quyết 30a", ["30a/2008/NQ-CP"]),
        ("chương trình 30a", ["30a/2008/NQ-CP"]),
        ("Chương trình 135", ["135/1998/QĐ-TTg", "07/2006/QĐ-TTg", "551/QĐ-TTg"]),  # three phases
    ],
)
def test_works_are_found_by_alias(alias: str, symbols: list[str]) -> None:
    assert [work.symbol for work in works_called(alias)] == symbols


def test_one_number_of_a_law_and_a_resolution() -> None:
    assert {work.type for work in works_with_symbol("100/2015/QH13")} == {"Bộ luật", "Nghị quyết"}
    (resolution,) = [work for work in works_with_symbol("100/2015/QH13") if work.type == "Nghị quyết"]
    assert changes_of(resolution) == ()


def test_a_constitution_needs_no_title() -> None:
    assert [work.date[:4] for work in works_named("Hiến pháp", "")] == [
        "1946",
        "1959",
        "1980",
        "1992",
        "2013",
    ]


def test_an_unknown_alias_finds_nothing() -> None:
    assert works_called("Chương trình 99999") == ()


def only(name: str) -> KnownWork:
    (work,) = [work for work in known_works() if work.id == name]
    return work


@pytest.mark.parametrize(
    ("symbol", "day", "state", "by"),
    [
        ("45/2013/QH13", "2013-11-28", "not_yet", ()),  # not even passed
        ("45/2013/QH13", "2014-06-30", "not_yet", ()),
        ("45/2013/QH13", "2024-08-01", "replaced", ("31/2024/QH15",)),
        ("45/2013/QH13", "2099-01-01", "replaced", ("31/2024/QH15",)),  # an end is not taken back
        ("81/2006/QH11", "2013-12-31", "in_force", ()),
        ("81/2006/QH11", "2014-01-01", "amended", ("36/2013/QH13",)),
        ("81/2006/QH11", "2021-07-01", "replaced", ("68/2020/QH14",)),
        ("58/2014/QH13", "2016-06-30", "in_force", ()),
        ("58/2014/QH13", "2016-07-01", "amended", ("84/2015/QH13",)),  # a part of it lost its effect
        ("23/2008/QH12", "2025-01-01", "replaced", ("35/2024/QH15", "36/2024/QH15")),  # one law became two
        ("Hiến pháp 1992", "2014-01-01", "replaced", ("Hiến pháp 2013",)),  # no number
        ("57/2020/QH14", "2020-12-31", "not_yet", ()),
        ("57/2020/QH14", "2021-01-01", "in_force", ()),
        ("57/2020/QH14", "2099-01-01", "unknown", ("97/2025/QH15",)),  # nobody looked so far ahead
    ],
)
def test_validity_before_and_after_each_change(
    symbol: str, day: str, state: str, by: tuple[str, ...]
) -> None:
    found = validity_on(only(symbol), date.fromisoformat(day))
    assert (found.state, found.by) == (state, by)


def test_what_is_said_has_its_evidence() -> None:
    found = validity_on(only("45/2013/QH13"), date(2025, 1, 1))
    assert found.since == "2024-08-01"
    assert any("31/2024/QH15" in source for source in found.evidence)


def test_a_work_that_nobody_checked_is_unknown() -> None:
    work = KnownWork(
        symbol="1/2001/X",
        type="Quyết định",
        issuer="X",
        title="X",
        date="2001-01-01",
        effective="2001-01-01",
        aliases=(),
        checked=None,
        source=("usage",),
        confidence="high",
    )
    assert validity_on(work, date(2002, 1, 1)).state == "unknown"
    assert changes_of(work) == ()


def test_every_name_of_a_change_is_that_of_one_work() -> None:
    for work in known_works():
        assert all(change.date >= work.date for change in changes_of(work)), work.id
