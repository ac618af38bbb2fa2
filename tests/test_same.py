"""Two works may be one: what speaks for it, that nothing is joined by itself, and that a joining can be taken back."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from corpus_family import LAM_DONG, PRIME_MINISTER, citing, commune, decision, make, province

from corpus import queries
from corpus.errors import CorpusError
from corpus.facts import WorkFact
from corpus.same import Suggestion, among, bare_number, suggestions
from corpus.store import Corpus
from graph.lookup import find_works
from graph.trace import trace

MINISTRY = "Bộ Lao động - Thương binh và Xã hội"
COMMITTEE = "Ban Chỉ đạo Trung ương các chương trình mục tiêu quốc gia"
COUNCIL = "Hội đồng nhân dân tỉnh Bình Định"
SOMEWHERE = "Ủy ban nhân dân tỉnh"
PLAN = "Kế hoạch giảm nghèo bền vững năm 2020"


def work(
    symbol: str, issuer: str | None = None, date: str | None = None, title: str | None = None
) -> WorkFact:
    year = int(date[:4]) if date else None
    key = "|".join(str(part) for part in (symbol, issuer, date))
    return WorkFact(
        id=0,
        key=key,
        symbol=symbol,
        type=None,
        issuer=issuer,
        year=year,
        date=date,
        title=title,
        uri=None,
        held=False,
    )


# Two works that are suggested, and what speaks for it.
ALIKE = [
    (work("152/QĐ-LĐTBXH", MINISTRY, "2020-02-11"), work("152/QĐ-BCĐCTMTQG", "Ban Chỉ đạo Trung ương"), ("only_issuer_code", "committee")),
    (work("79/QĐ-UBND", LAM_DONG, "2020-02-11"), work("79/QĐ-BCĐ", "Ban Chỉ đạo giảm nghèo tỉnh Lâm Đồng"), ("only_issuer_code", "committee")),
    (work("152/QĐ-LĐTBXH", MINISTRY, "2020-02-11"), work("152/QĐ-BCĐCTMTQG", COMMITTEE, "2020-02-11"), ("only_issuer_code", "committee", "same_date")),
    (work("152/QĐ-LĐTBXH", MINISTRY, "2020-02-11"), work("152/QĐ-BLĐTBXH", None, "2020-02-11"), ("only_issuer_code", "code_within", "same_date")),
    (work("456/HĐNDVP", COUNCIL, "2020-05-04"), work("456/HĐND-VP", COUNCIL, "2020-05-04"), ("same_letters", "same_date")),
    (work("456/HĐNDVP", COUNCIL, "2020-05-04"), work("456/HĐND-VP"), ("same_letters",)),
    (work("382/QĐ-UBND", LAM_DONG, "2022-03-09"), work("382/QĐ-UBND", SOMEWHERE, "2022-03-10"), ("same_symbol", "a_day_apart")),
    (work("382/QĐ-UBND", SOMEWHERE, "2022-03-09"), work("382/QĐ-UBND", SOMEWHERE, "2022-03-19"), ("same_symbol", "one_digit", "same_issuer")),
    (work("12/QĐ-BYT", "Bộ Y tế", "2022-03-09", PLAN), work("12/QĐ-BTC", "Bộ Tài chính", "2022-03-09", PLAN), ("only_issuer_code", "same_date", "titles_alike")),
]  # fmt: skip

# Two works of one number that are not.
UNLIKE = [
    (work("79/QĐ-BCĐ", "Trưởng Ban Chỉ đạo"), work("79/QĐ-BYT", "Bộ Y tế", "2022-03-09"), "a committee of nobody knows where"),
    (work("79/QĐ-BCĐ", "Ban Chỉ đạo tỉnh Quảng Nam"), work("79/QĐ-UBND", LAM_DONG, "2022-03-09"), "a committee of another province"),
    (work("5/QĐ-TTg", PRIME_MINISTER, "2022-03-09"), work("5/QĐ-BYT", "Bộ Y tế", "2022-03-09"), "two bodies on one day"),
    (work("382/QĐ-UBND", LAM_DONG, "2022-03-09"), work("382/QĐ-UBND", "Ủy ban nhân dân tỉnh Quảng Nam", "2022-03-09"), "two provinces"),
    (work("90/QĐ-TTg", PRIME_MINISTER, "2022-01-18"), work("90/QĐ-TTg", PRIME_MINISTER, "2014-01-18"), "two years"),
    (work("90/QĐ-TTg", PRIME_MINISTER, "2022-01-18"), work("90/QĐ-TTg", PRIME_MINISTER, "2021-01-18"), "the same day of the year before"),
    (work("5/KH-UBND", LAM_DONG, "2022-03-09", PLAN), work("5/QĐ-UBND", LAM_DONG, "2022-03-09", PLAN), "two types"),
    (work("382/QĐ-UBND", SOMEWHERE, "2022-03-09", PLAN), work("382/QĐ-UBND", SOMEWHERE, "2022-03-10", "Bổ nhiệm cán bộ"), "two subjects"),
    (work("382/QĐ-UBND", LAM_DONG, "2022-03-09"), work("382/QĐ-UBND", LAM_DONG, "2022-06-30"), "two days"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "signs"), ALIKE, ids=["; ".join(signs) for *_, signs in ALIKE])
def test_suggested(one: WorkFact, other: WorkFact, signs: tuple[str, ...]) -> None:
    for works in ([one, other], [other, one]):
        (found,) = among(works)
        assert set(signs) <= {evidence.sign for evidence in found.evidence}
        assert 0.5 <= found.score <= 1


@pytest.mark.parametrize(("one", "other", "why"), UNLIKE, ids=[why for *_, why in UNLIKE])
def test_not_suggested(one: WorkFact, other: WorkFact, why: str) -> None:
    assert among([one, other]) == [], why


def test_many_plans_of_one_number_cost_their_count() -> None:
    """Every commune has a `5/KH-UBND` each year; three thousand of them would be four and a half million pairs."""
    works = [
        work("5/KH-UBND", f"Ủy ban nhân dân xã Thôn {n % 300}", f"20{10 + n // 300}-0{1 + n % 9}-1{n % 7}")
        for n in range(3000)
    ]
    start = time.perf_counter()
    among(works)
    assert time.perf_counter() - start < 10


@pytest.mark.parametrize(
    ("typed", "number"),
    [("152", "152"), ("0152/QĐ-LĐTBXH", "152"), ("30a/2008/NQ-CP", "30a"), ("giảm nghèo", None), ("", None)],
)
def test_bare_number(typed: str, number: str | None) -> None:
    assert bare_number(typed) == number


BY_MINISTRY = {"symbol": "152/QĐ-LĐTBXH", "issuer": MINISTRY, "date": "2020-02-11", "relation": "legal_basis"}
BY_COMMITTEE = BY_MINISTRY | {"symbol": "152/QĐ-BCĐCTMTQG", "issuer": COMMITTEE}


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    """One plan rests on the decision by one number, one by the other."""
    with Corpus.open(tmp_path / "kho.db") as opened:
        opened.add(citing(BY_MINISTRY, number="1/KH-UBND"))
        opened.add(citing(BY_COMMITTEE, number="2/KH-UBND"))
        yield opened


def pairs(corpus: Corpus, number: str | None = None) -> list[Suggestion]:
    with corpus.reading() as connection:
        return suggestions(connection, number)


def rows(corpus: Corpus) -> dict[str, list[Any]]:
    """Everything in the tables but what people said."""
    with sqlite3.connect(str(corpus._engine.url.database)) as connection:
        tables = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        plain = [name for name in tables if name != "work_joinings" and "_words" not in name]
        return {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in plain}


def answers(corpus: Corpus, *typed: str) -> list[Any]:
    return [trace(corpus, one).as_json() for one in typed]


def join(corpus: Corpus) -> Suggestion:
    (pair,) = pairs(corpus, "152")
    assert corpus.join(pair.one.key, pair.other.key, by="Nguyễn Thị Hoa", note="hai mã, một văn bản")
    return pair


def test_never_joined_by_itself(corpus: Corpus) -> None:
    assert len(pairs(corpus)) == len(pairs(corpus, "152/QĐ-LĐTBXH")) == 1
    assert pairs(corpus, "153") == []
    for typed, number in (("152/QĐ-LĐTBXH", "1/KH-UBND"), ("152/QĐ-BCĐCTMTQG", "2/KH-UBND")):
        assert [step.document.number for step in trace(corpus, typed, "down").roots[0].down] == [number]


def test_joined_they_are_one(corpus: Corpus) -> None:
    join(corpus)
    assert pairs(corpus) == []
    for typed in ("152/QĐ-LĐTBXH", "152/QĐ-BCĐCTMTQG", "152"):
        (root,) = trace(corpus, typed, "down").roots
        assert {step.document.number for step in root.down} == {"1/KH-UBND", "2/KH-UBND"}
        assert {root.work.symbol, *(name.symbol for name in root.work.also)} == {
            "152/QĐ-LĐTBXH",
            "152/QĐ-BCĐCTMTQG",
        }
    ups = [trace(corpus, number, "up").roots[0].up[0].work for number in ("1/KH-UBND", "2/KH-UBND")]
    assert ups[0] == ups[1]


def test_taking_it_back_restores_everything(corpus: Corpus) -> None:
    asked = ("152/QĐ-LĐTBXH", "152/QĐ-BCĐCTMTQG", "1/KH-UBND", "152")
    tables, before, suggested = rows(corpus), answers(corpus, *asked), pairs(corpus)
    pair = join(corpus)
    assert rows(corpus) == tables, "a joining changes nothing that was settled"
    assert answers(corpus, *asked) != before
    assert corpus.part(pair.other.key, pair.one.key, by="Trần Văn Nam")
    assert (rows(corpus), answers(corpus, *asked)) == (tables, before)
    (again,) = pairs(corpus)
    assert (again.evidence, again.score) == (suggested[0].evidence, suggested[0].score)
    assert again.said is not None
    assert again.said.by == "Trần Văn Nam", "who parted them is told beside the suggestion"
    history = [(said.joined, said.by, said.note) for said in corpus.joinings()]
    assert history == [(False, "Trần Văn Nam", ""), (True, "Nguyễn Thị Hoa", "hai mã, một văn bản")]


def test_it_outlives_documents_that_are_read_anew(corpus: Corpus) -> None:
    join(corpus)
    for extraction in (citing(BY_MINISTRY, number="1/KH-UBND"), citing(BY_COMMITTEE, number="2/KH-UBND")):
        corpus.add(extraction, replace=True)
    corpus.add(citing(BY_MINISTRY | {"date": None}, number="3/KH-UBND", date="2021-01-01"))
    (root,) = trace(corpus, "152", "down").roots
    assert {step.document.number for step in root.down} == {"1/KH-UBND", "2/KH-UBND", "3/KH-UBND"}


def test_it_outlives_that_more_is_known_of_a_work(tmp_path: Path) -> None:
    """`456/HĐND-VP` without issuer and day is known by its words alone; then a document says both."""
    full = {"symbol": "456/HĐND-VP", "issuer": COUNCIL, "date": "2020-05-04"}
    with Corpus.open(tmp_path / "kho.db") as corpus:
        corpus.add(
            citing({"symbol": "456/HĐNDVP", "issuer": COUNCIL, "date": "2020-05-04"}, number="1/KH-UBND")
        )
        corpus.add(citing({"symbol": "456/HĐND-VP", "date": "2020-05-04"}, number="2/KH-UBND"))
        (pair,) = pairs(corpus)
        corpus.join(pair.one.key, pair.other.key, by="Hoa")
        corpus.add(citing(full, number="3/KH-UBND"))
        (root,) = trace(corpus, "456/HĐNDVP", "down").roots
        assert len(root.down) == 3
        with corpus.reading() as connection:
            one, other = (
                find_works(connection, typed, apart=True).works[0] for typed in ("456/HĐNDVP", "456/HĐND-VP")
            )
        assert not corpus.join(one.key, other.key, by="Hoa"), "joined before, under the old key"
        assert corpus.part(one.key, other.key, by="Hoa")
        assert len(trace(corpus, "456/HĐNDVP", "down").roots[0].down) == 1


def test_it_outlives_that_a_work_is_read_otherwise(tmp_path: Path) -> None:
    """The paper of a committee without a day is known by its words alone, and a better parser reads more of them."""
    text = "văn bản 0: 152/QĐ-BCĐCTMTQG"
    header = {"type": "Kế hoạch", "number": "2/KH-UBND", "issuer": LAM_DONG, "date": "2020-05-01"}
    cited = {"quote": text, "symbol": "152/QĐ-BCĐCTMTQG", "type": "Quyết định"}
    with Corpus.open(tmp_path / "kho.db") as corpus:
        corpus.add(citing(BY_MINISTRY, number="1/KH-UBND"))
        corpus.add(make(text, header=header, citations=[cited | {"issuer": "Ban Chỉ đạo Trung ương"}]))
        join(corpus)
        corpus.add(make(text, header=header, citations=[cited | {"issuer": COMMITTEE}]), replace=True)
        assert len(trace(corpus, "152", "down").roots[0].down) == 2
        two = [cited | {"issuer": COMMITTEE, "date": f"{year}-02-11"} for year in (2021, 2022)]
        corpus.add(make(text, header=header, citations=two), replace=True)
        assert len(trace(corpus, "152").roots) == 3, "of two works with that symbol none is chosen"


def test_a_citation_between_members_of_a_group_means_it(tmp_path: Path) -> None:
    """`90/QĐ-TTg` without a year stands between 2021 and 2022, until somebody says that these are one."""
    dated = [
        {"symbol": "90/QĐ-TTg", "issuer": PRIME_MINISTER, "date": f"{year}-01-18"} for year in (2021, 2022)
    ]
    undated = {"symbol": "90/QĐ-TTg", "issuer": PRIME_MINISTER, "relation": "legal_basis"}
    local = {"symbol": "90/QĐ-TTg", "relation": "legal_basis"}
    with Corpus.open(tmp_path / "kho.db") as corpus:
        corpus.add(citing(*dated, number="1/KH-UBND"))
        corpus.add(citing(undated, number="2/KH-UBND"))
        corpus.add(citing(local, number="3/KH-UBND"))
        assert trace(corpus, "2/KH-UBND", "up").roots[0].up[0].status == "ambiguous"
        with corpus.reading() as connection:
            one, other = queries.works_with_symbol(connection, "90/qd-ttg")[:2]
        corpus.join(one.key, other.key, by="Hoa")
        (step,) = trace(corpus, "2/KH-UBND", "up").roots[0].up
        assert (step.status, step.work and step.work.symbol, step.candidates) == (
            "unmatched",
            "90/QĐ-TTg",
            (),
        )
        (unsure,) = trace(corpus, "3/KH-UBND", "up").roots[0].up
        assert (unsure.status, len(unsure.candidates)) == ("ambiguous", 1), "without an issuer it stays open"
        corpus.part(one.key, other.key, by="Hoa")
        assert trace(corpus, "2/KH-UBND", "up").roots[0].up[0].status == "ambiguous"


def test_a_held_document_leads_and_three_can_be_one(tmp_path: Path) -> None:
    with Corpus.open(tmp_path / "kho.db") as corpus:
        for make_one in (decision, province, commune):
            corpus.add(make_one())
        slips = [
            {"symbol": "1486/QĐ-VPCP", "issuer": "Văn phòng Chính phủ", "date": "2024-11-29"},
            {"symbol": "1486/QĐ-CP", "issuer": "Chính phủ", "date": "2024-11-29"},
        ]
        corpus.add(citing(*slips, number="9/KH-UBND"))
        with corpus.reading() as connection:
            works = queries.works_with_number(connection, "1486")
        keys = [one.key for one in works]
        assert len(keys) == 3
        corpus.join(keys[0], keys[1], by="Hoa")
        corpus.join(keys[1], keys[2], by="Hoa")
        (root,) = trace(corpus, "1486/QĐ-TTg", "down").roots
        assert (root.work.held, root.work.date, len(root.work.also)) == (True, "2024-11-29", 2)
        assert {step.document.number for step in root.down} == {"85/KH-UBND", "9/KH-UBND"}
        corpus.part(keys[1], keys[2], by="Hoa")
        assert len(trace(corpus, "1486").roots) == 2


def test_nothing_to_do_and_what_is_refused(corpus: Corpus) -> None:
    pair = join(corpus)
    assert not corpus.join(pair.one.key, pair.other.key, by="Nam")
    assert corpus.part(pair.one.key, pair.other.key, by="Nam")
    assert not corpus.part(pair.one.key, pair.other.key, by="Nam")
    for one, other, by in (
        (pair.one.key, "không có", "Nam"),
        (pair.one.key, pair.one.key, "Nam"),
        (pair.one.key, pair.other.key, "  "),
    ):
        with pytest.raises(CorpusError):
            corpus.join(one, other, by=by)
    assert len(corpus.joinings()) == 2


def test_what_people_type_is_data(corpus: Corpus) -> None:
    (pair,) = pairs(corpus)
    corpus.join(pair.one.key, pair.other.key, by="'; DROP TABLE works; --\n\x00", note="\ud800")
    assert corpus.joinings()[0].by.startswith("'; DROP TABLE works; --")
    assert len(trace(corpus, "152").roots) == 1
