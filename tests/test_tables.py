"""The rule data as rows: what can be looked up in them, and what a table that is not one says."""

from __future__ import annotations

from datetime import date

import pytest

from rulebook import tables
from rulebook.tables import (
    IssuerCode,
    abbreviations,
    agencies,
    document_types,
    government_fields,
    issuers,
    parse_table,
    provinces,
    reorganisations,
    valid_on,
)


@pytest.mark.parametrize(
    "load",
    [document_types, issuers, government_fields, agencies, provinces, abbreviations, reorganisations],
)
def test_a_table_is_loaded_once(load: object) -> None:
    assert callable(load)
    assert load()
    assert load() is load()


def test_types_of_state_and_party_share_names_and_differ_in_codes() -> None:
    rules = {row.system: row.codes for row in document_types() if row.name == "Quy định"}
    assert rules["state"][0] == "QyĐ"
    assert rules["party"][0] == "QĐ"
    assert {row.party for row in document_types() if row.system == "party"} == {True}


@pytest.mark.parametrize(
    ("code", "system", "body"),
    [
        ("TTg", "state", "Thủ tướng Chính phủ"),
        ("BTC", "state", "Bộ Tài chính"),
        ("BTC", "party", "Ban Tổ chức"),  # one code, two systems
        ("QH13", "state", "Quốc hội"),
        ("TU", "party", "Tỉnh ủy"),
    ],
)
def test_codes(code: str, system: str, body: str) -> None:
    assert [row.body for row in issuers() if row.code == code and row.system == system] == [body]


def test_every_ministry_of_a_document_of_2024_has_a_successor_or_is_there_today() -> None:
    then, today = date(2024, 6, 30), date(2025, 7, 1)
    names = {row.id: row for row in agencies()}
    for row in agencies():
        if row.kind == "ministry" and valid_on(row, then) and not valid_on(row, today):
            assert any(valid_on(names[name], today) for name in row.successors), row.name


def test_one_ministry_can_go_to_several_by_function() -> None:
    steps = [row for row in reorganisations() if row.before == ("central.bo-lao-dong-thuong-binh-va-xa-hoi",)]
    assert {row.after for row in steps if row.function and "giảm nghèo" in row.function} == {
        ("central.bo-nong-nghiep-va-moi-truong",)
    }
    assert len({row.after for row in steps}) > 3


@pytest.mark.parametrize(
    ("day", "name", "kind"),
    [
        (date(2024, 12, 31), "Thừa Thiên Huế", "tỉnh"),
        (date(2025, 1, 1), "Huế", "thành phố"),
        (date(2026, 4, 29), "Đồng Nai", "tỉnh"),
        (date(2026, 4, 30), "Đồng Nai", "thành phố"),
        (date(2003, 12, 31), "Cần Thơ", "tỉnh"),
        (date(1990, 6, 1), "Nghệ Tĩnh", "tỉnh"),
    ],
)
def test_provinces_of_a_day(day: date, name: str, kind: str) -> None:
    assert [row.kind for row in provinces() if row.name == name and valid_on(row, day)] == [kind]


@pytest.mark.parametrize(
    ("start", "end", "day", "holds"),
    [
        (None, None, date(1945, 9, 2), True),  # open ends
        ("2025-02", None, date(2025, 2, 1), True),  # known to the month: all of it
        ("2025-02", None, date(2025, 1, 31), False),
        (None, "2025-02", date(2025, 2, 28), True),
        (None, "2025-02", date(2025, 3, 1), False),
        ("1992", "1997", date(1997, 12, 31), True),
        ("2025-03-01", None, date(2025, 2, 28), False),
        (None, "2025-06-30", date(2025, 6, 30), True),  # inclusive
    ],
)
def test_dates_are_as_precise_as_they_say(start: str | None, end: str | None, day: date, holds: bool) -> None:
    row = IssuerCode(
        code="X", system="state", slot="issuer", body="X", level="any", valid_from=start, valid_to=end
    )
    assert valid_on(row, day) is holds


HEAD = "short\tfull\tdomain\tvariants\tsource\tconfidence\n"


def test_cells_are_read_by_their_type() -> None:
    row, other = parse_table(
        tables.Abbreviation, HEAD + "A\tB\tbody\tx;y\tusage\thigh\nC\tD\tbody\t\tusage\tlow\n"
    )
    assert row.variants == ("x", "y")
    assert other.variants == ()


@pytest.mark.parametrize("text", ["", "short\n", HEAD + "A\tB\n"])
def test_what_is_no_table_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"columns|argument"):
        parse_table(tables.Abbreviation, text)
