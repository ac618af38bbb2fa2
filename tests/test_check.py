"""The checks of the rule data: the data of the project pass, and each check finds the smallest table that breaks it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rulebook.check import ROW_CHECKS, TEXT_CHECKS, check, data, formatted

ROOT = Path(__file__).parents[1]
HEADS = {
    "document_types.tsv": "name system codes variants normative valid_from valid_to source confidence",
    "issuers.tsv": "code system slot body level variants valid_from valid_to successors source confidence",
    "agencies.tsv": "id name kind level abbreviations variants codes valid_from valid_to successors source confidence",
    "provinces.tsv": "id name kind code valid_from valid_to successors variants source confidence",
    "abbreviations.tsv": "short full domain variants source confidence",
    "reorganisations.tsv": "id kind before after function places date legal_basis source confidence",
    "functions.tsv": "name words except_in examples counterexamples source confidence",
    "works.tsv": "symbol type issuer title date effective aliases checked source confidence",
    "work_changes.tsv": "work date_of_work kind scope by date source confidence",
    "days_off.tsv": "date worked source confidence",
    "localities.tsv": "id name kind code valid_from valid_to successors source confidence",
}


def table(name: str, *rows: str) -> dict[str, str]:
    """A table in which `|` parts the cells."""
    return {name: "\n".join([HEADS[name].replace(" ", "\t"), *(row.replace("|", "\t") for row in rows), ""])}


def province(name: str, valid_from: str = "", valid_to: str = "", successors: str = "") -> str:
    return f"{name}|Tên|tỉnh||{valid_from}|{valid_to}|{successors}||usage|high"


def agency(name: str, valid_from: str = "", valid_to: str = "", successors: str = "", codes: str = "") -> str:
    return f"{name}|Công an tỉnh|police|province|||{codes}|{valid_from}|{valid_to}|{successors}|usage|high"


def locality(
    id_: str, valid_from: str = "", valid_to: str = "", successors: str = "", name: str = "B"
) -> str:
    return f"{id_}|{name}|xã||{valid_from}|{valid_to}|{successors}|usage|high"


def work(symbol: str, date: str = "2013-11-29", effective: str = "", checked: str = "") -> str:
    return f"{symbol}|Luật|Quốc hội|X|{date}|{effective}||{checked}|usage|high"


def change(work: str, by: str, date: str, kind: str = "replaced") -> str:
    return f"{work}||{kind}||{by}|{date}|usage|high"


def step(
    before: str,
    after: str,
    date: str = "2025-07-01",
    kind: str = "merge",
    function: str = "",
    places: str = "",
    basis: str = "Luật",
    row: str = "R1",
) -> str:
    return f"{row}|{kind}|{before}|{after}|{function}|{places}|{date}|{basis}|usage|high"


ENDED = agency("a", valid_to="2025-06-30", successors="b")

GOOD = {
    "functions.tsv": "trẻ em|trẻ em||Bảo vệ trẻ em|Vườn cây trẻ|usage|high",
    "abbreviations.tsv": "HĐND|Hội đồng nhân dân|body||usage|high",
    "agencies.tsv": agency("a"),
    "document_types.tsv": "Quyết định|state|QĐ||some|||usage|high",
    "issuers.tsv": "UBND|state|issuer|Ủy ban nhân dân|local|||||usage|high",
    "reorganisations.tsv": "R1|merge||||||Luật|usage|high",
    "work_changes.tsv": change("45/2013/QH13", "31/2024/QH15", "2024-08-01"),
    "works.tsv": work("45/2013/QH13", effective="2014-07-01"),
}

STEPS = "reorganisations.tsv"
WORKS = table("works.tsv", work("31/2024/QH15", "2024-01-18"), work("45/2013/QH13"))

BAD = [
    ("RB001", table("abbreviations.tsv", "A|B|body||usage")),  # a cell is missing
    ("RB001", {"issuers.tsv": "code\tsource\nUBND\tusage\n"}),  # another head line
    ("RB002", table("abbreviations.tsv", "B|b|body||usage|high", "A|a|body||usage|high")),  # not sorted
    ("RB002", table("abbreviations.tsv", "A|a|body||usage|high", "A|a|body||usage|high")),  # twice
    ("RB002", table("abbreviations.tsv", "A|thuỷ|body||usage|high")),  # another tone placement
    ("RB002", table("abbreviations.tsv", "A|e\u0302|body||usage|high")),  # not NFC
    ("RB002", table("abbreviations.tsv", "A|a |body||usage|high")),  # a blank at the end of a cell
    ("RB002", {"abbreviations.tsv": table("abbreviations.tsv")["abbreviations.tsv"].replace("\n", "\r\n")}),
    ("RB003", table("abbreviations.tsv", "A|a|body|||high")),
    ("RB003", {"other.tsv": "name\nx\n"}),  # any table has a column of sources
    (
        "RB011",
        table(
            "issuers.tsv",
            "A|state|issuer|Bộ A|local|||||usage|high",
            "A|state|issuer|Bộ A|local|a||||usage|high",
        ),
    ),
    ("RB012", table("abbreviations.tsv", "A|a|body||usage|certain")),
    ("RB013", table("abbreviations.tsv", "A|a|bodies||usage|high")),
    ("RB014", table("agencies.tsv", agency("a", valid_to="1/7/2025"))),
    ("RB014", table("agencies.tsv", agency("a", valid_to="2025-02-30"))),  # no such day
    ("RB014", table("agencies.tsv", agency("a", valid_from="2025-07-01", valid_to="2025-06"))),
    ("RB015", table("agencies.tsv", agency("a", valid_to="2025-06-30", successors="b"))),
    ("RB015", table("issuers.tsv", "UBND|state|issuer|Ủy ban nhân dân|local||||TTT|usage|high")),
    ("RB016", table("provinces.tsv", province("a", valid_to="2025-06-30"))),
    (
        "RB016",  # a circle leads nowhere
        table(
            "provinces.tsv",
            province("a", valid_to="1996-12-31", successors="b"),
            province("b", valid_to="2003-12-31", successors="a"),
        ),
    ),
    ("RB017", table("provinces.tsv", province("a"))),
    (
        "RB018",  # the other began a month late
        table(
            "agencies.tsv",
            agency("a", valid_to="2025-06-30", successors="b"),
            agency("b", valid_from="2025-08-01"),
        ),
    ),
    ("RB018", table("agencies.tsv", agency("a", successors="b"), agency("b"))),  # it has not ended
    ("RB019", table("reorganisations.tsv", step("a", "b", basis=""))),
    (
        "RB019",
        table("agencies.tsv", agency("a", valid_to="2025-06-30", successors="b"), agency("b"))
        | table("reorganisations.tsv", step("b", "b")),
    ),
    ("RB020", table("agencies.tsv", "a|UBND tỉnh|peoples_committee|province|||||||usage|high")),
    ("RB021", table("document_types.tsv", "Tờ|state|TỜ||no|||usage|high")),
    ("RB013", table("work_changes.tsv", change("1/2013/QH13", "2/2013/QH13", "2014", kind="changed"))),
    ("RB022", table("works.tsv", work("45/2013/QH13", effective="2013-07-01"))),
    ("RB022", table("works.tsv", work("45/2013/QH13", effective="1/7/2014"))),
    ("RB023", table("works.tsv", work("45/2014/QH13"))),
    ("RB023", table("works.tsv", work("Luật"))),
    ("RB024", WORKS | table("work_changes.tsv", change("46/2013/QH13", "31/2024/QH15", "2024-08-01"))),
    ("RB024", WORKS | table("work_changes.tsv", change("45/2013/QH13", "Luật", "2024-08-01"))),
    ("RB024", WORKS | table("work_changes.tsv", change("45/2013/QH13", "", "2024-08-01"))),
    (
        "RB024",  # which of the two
        table("works.tsv", work("90/QĐ-TTg", "2008-07-09"), work("90/QĐ-TTg", "2022-01-18"))
        | table("work_changes.tsv", change("90/QĐ-TTg", "1/QĐ-TTg", "2024")),
    ),
    ("RB025", WORKS | table("work_changes.tsv", change("45/2013/QH13", "31/2024/QH15", "2013-01-01"))),
    ("RB025", WORKS | table("work_changes.tsv", change("45/2013/QH13", "31/2024/QH15", "2023-08-01"))),
    (
        "RB025",  # it ended before
        WORKS
        | table(
            "work_changes.tsv",
            change("45/2013/QH13", "31/2024/QH15", "2024-08-01"),
            change("45/2013/QH13", "9/2025/QH15", "2025-08-01", kind="amended"),
        ),
    ),
    ("RB026", WORKS | table("work_changes.tsv", change("45/2013/QH13", "45/2013/QH13", "2024-08-01"))),
    (
        "RB026",
        WORKS
        | table(
            "work_changes.tsv",
            change("31/2024/QH15", "45/2013/QH13", "2024-08-01"),
            change("45/2013/QH13", "31/2024/QH15", "2024-08-01"),
        ),
    ),
    ("RB027", table("days_off.tsv", "2025-05-03|2025-04-26|usage|high")),  # a Saturday
    ("RB027", table("days_off.tsv", "2025-05-02|2025-04-25|usage|high")),  # made up for on a Friday
    ("RB013", table("localities.tsv", "a.b|B|thôn|||||usage|high")),
    (
        "RB028",
        table("localities.tsv", locality("a.b", valid_to="2025-06-30", successors="a.c")),
    ),  # which is it
    (
        "RB028",
        table("localities.tsv", locality("a.b", successors="a.b~2025"), locality("a.b~2025")),
    ),  # no end
    (
        "RB028",  # the other began a month late
        table(
            "localities.tsv",
            locality("a.b", valid_to="2025-06-30", successors="a.b~2025"),
            locality("a.b~2025", valid_from="2025-08-01"),
        ),
    ),
    ("RB029", table("localities.tsv", locality("a.b", valid_to="2025-06-30"))),
    ("RB030", table("localities.tsv", locality("a.b"))),  # no such province
    (
        "RB030",
        table("localities.tsv", locality("a.c")) | table("provinces.tsv", province("a")),
    ),  # not its name
    (
        "RB030",  # the province ended before
        table("localities.tsv", locality("a.b"))
        | table("provinces.tsv", province("a", valid_to="2025-06-30")),
    ),
    (
        "RB030",  # the province began after
        table("localities.tsv", locality("a.b", valid_from="2024"))
        | table("provinces.tsv", province("a", valid_from="2025-07-01")),
    ),
    (
        "RB030",  # that many were never there
        table("localities.tsv", *sorted(locality(f"a.{number}", name=str(number)) for number in range(800)))
        | table("provinces.tsv", province("a")),
    ),
    ("RB031", table("agencies.tsv", ENDED, agency("b")) | table(STEPS)),  # nothing says where it went
    (
        "RB031",  # a month late
        table("agencies.tsv", ENDED, agency("b")) | table(STEPS, step("a", "b", date="2025-08-01")),
    ),
    (
        "RB031",  # one function went, and the rest
        table("agencies.tsv", ENDED, agency("b"))
        | table(STEPS, step("a", "b", kind="transfer_function", function="trẻ em")),
    ),
    (
        "RB031",  # it went in one province, and elsewhere
        table("agencies.tsv", ENDED, agency("b")) | table(STEPS, step("a", "b", places="hue")),
    ),
    (
        "RB032",
        table("agencies.tsv", agency("a"), agency("b"))
        | table(STEPS, step("a", "b"), step("b", "a", row="R2")),
    ),
    (
        "RB033",
        table("agencies.tsv", ENDED, agency("b", valid_to="2025-12-31"))
        | table(STEPS, step("a", "b"), step("b", "", date="2026-01-01", kind="abolish", row="R2")),
    ),
    (
        "RB034",  # it had not begun
        table("agencies.tsv", agency("a"), agency("b", valid_from="2025-08-01"))
        | table(STEPS, step("a", "b")),
    ),
    (
        "RB034",
        table("agencies.tsv", agency("a"), agency("b", valid_to="2025-06")) | table(STEPS, step("a", "b")),
    ),
    ("RB035", table(STEPS, step("a", "b", kind="transfer_function"))),  # which function
    ("RB035", table(STEPS, step("a", "b", function="trẻ em"))),  # a merger of one function
    (
        "RB035",
        table("functions.tsv", GOOD["functions.tsv"])
        | table(STEPS, step("a", "b", kind="transfer_function", function="thanh niên")),
    ),
    ("RB035", table("functions.tsv", "trẻ em|trẻ em||Bảo vệ trẻ em||usage|high")),
    (
        "RB036",
        table("provinces.tsv", province("hue")) | table(STEPS, step("a", "b", places="thua-thien-hue")),
    ),
    (
        "RB036",
        table("provinces.tsv", province("hue", valid_to="2024-12-31"))
        | table(STEPS, step("a", "b", places="hue")),
    ),
]


def test_the_rule_data_are_clean() -> None:
    assert [str(finding) for finding in check(data())] == []


@pytest.mark.parametrize(("code", "tables"), BAD)
def test_each_check_finds_its_fault(code: str, tables: dict[str, str]) -> None:
    assert code in {finding.code for finding in check(tables)}


def test_every_check_has_a_table_that_breaks_it_and_a_message() -> None:
    rules = {rule.__name__[:5].upper(): rule for rule in (*TEXT_CHECKS, *ROW_CHECKS)}
    assert set(rules) == {code for code, _ in BAD}
    assert all(rule.__doc__ and rule.__doc__.split("\n")[0].endswith(".") for rule in rules.values())


@pytest.mark.parametrize("name", GOOD)
def test_the_smallest_good_table_passes(name: str) -> None:
    assert check(table(name, GOOD[name])) == ()


@pytest.mark.parametrize(
    "row",
    [
        step("a", "b"),
        step("a", "b", kind="rest"),
        step("a", "b", kind="open"),
        step("a", "b", date="2025-06-30"),
    ],
)
def test_a_body_that_ended_is_followed(row: str) -> None:
    assert check(table("agencies.tsv", ENDED, agency("b")) | table("reorganisations.tsv", row)) == ()


def test_an_end_may_be_open() -> None:
    gone = agency("a", valid_to="2025-06-30")
    assert check(table("agencies.tsv", gone) | table("reorganisations.tsv", step("a", "", kind="open"))) == ()


def test_a_table_that_cannot_be_parsed_hides_no_other() -> None:
    broken, bad = table("abbreviations.tsv", "A"), table("agencies.tsv", agency("a", valid_to="x"))
    assert {finding.code for finding in check(broken | bad)} >= {"RB001", "RB014"}


cells = st.text(st.sampled_from("abc ủỷạ\u0302\u00a0"), max_size=4)


@given(st.lists(st.tuples(cells, cells), max_size=5))
def test_a_formatted_table_is_in_form(rows: list[tuple[str, str]]) -> None:
    text = formatted("name\tsource\n" + "".join(f"{a}\t{b}\n" for a, b in rows))
    assert formatted(text) == text


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "rulebook.check", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)


def test_the_command_prints_the_findings_and_fails(tmp_path: Path) -> None:
    bad = table("abbreviations.tsv", "A|a|body||usage|certain")
    (tmp_path / "abbreviations.tsv").write_bytes(bad["abbreviations.tsv"].encode())
    done = run(str(tmp_path))
    assert done.returncode == 1
    assert done.stdout.startswith("abbreviations.tsv: RB012 The confidence is not high, medium or low.")


def test_the_command_mends_the_form(tmp_path: Path) -> None:
    path = tmp_path / "abbreviations.tsv"
    bad = table("abbreviations.tsv", "B|b|body||usage|high", "A|thuỷ|body||usage|high")
    path.write_bytes(bad["abbreviations.tsv"].replace("\n", "\r\n").encode())
    assert run(str(tmp_path)).returncode == 1
    assert (run("--format", str(tmp_path)).returncode, run(str(tmp_path)).stdout) == (0, "")
    good = table("abbreviations.tsv", "A|thủy|body||usage|high", "B|b|body||usage|high")
    assert path.read_bytes() == good["abbreviations.tsv"].encode()
