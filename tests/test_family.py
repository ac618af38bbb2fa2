"""The family of a document: who belongs to it, who is only counted, and what is not decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from corpus_family import LAM_DONG, PRIME_MINISTER, citing, commune, decision, make, province

from corpus import kinship, queries
from corpus.store import Corpus
from graph.family import Family, family
from graph.kin import RELATIONS, UPWARD, Reached
from graph.lookup import find_works
from graph.rests import Counting
from publish.family_svg import family_svg

DAK_LAK = "Ủy ban nhân dân tỉnh Đắk Lắk"
LAW = {"symbol": "72/2020/QH14", "type": "Luật", "issuer": "Quốc hội", "date": "2020-11-17"}
PROGRAMME = {"symbol": "1486/QĐ-TTg", "type": "Quyết định", "issuer": PRIME_MINISTER, "date": "2024-11-29"}
DECREE = {"symbol": "8/2022/NĐ-CP", "type": "Nghị định", "issuer": "Chính phủ", "date": "2022-01-10"}


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with Corpus.open(tmp_path / "kho.db") as opened:
        yield opened


def said(work: dict[str, str], relation: str = "legal_basis") -> dict[str, Any]:
    return work | {"relation": relation}


def plan(number: int, issuer: str = LAM_DONG, date: str | None = "2025-06-01") -> dict[str, Any]:
    return {"symbol": f"{number}/KH-UBND", "type": "Kế hoạch", "issuer": issuer, "date": date}


def add(corpus: Corpus, work: dict[str, Any], *cited: dict[str, Any]) -> None:
    corpus.add(
        citing(*cited, **{"number" if name == "symbol" else name: value for name, value in work.items()})
    )


def kin(found: Family) -> dict[str, str]:
    """Each member by its symbol."""
    return {one.work.symbol or one.work.title or "": f"{one.kin} {one.generation}" for one in found.members}


def test_up_down_and_the_root(corpus: Corpus) -> None:
    for one in (decision(), province(), commune()):
        corpus.add(one)
    found = family(corpus, "85/KH-UBND")
    assert kin(found) == {"85/KH-UBND": "root 0", "1486/QĐ-TTg": "parent -1", "12/KH-UBND": "child 1"}
    assert set(kin(family(corpus, "12/KH-UBND")).values()) == {"root 0", "parent -1", "parent -2"}
    assert kin(family(corpus, "1486/QĐ-TTg")) == {
        "1486/QĐ-TTg": "root 0",
        "85/KH-UBND": "child 1",
        "12/KH-UBND": "child 2",
    }
    (root, *_) = found.members
    assert (root.tasks, root.level, [one.number for one in root.documents]) == (2, "province", ["85/KH-UBND"])
    (tie,) = [tie for tie in found.ties if tie.source == root.work.id]
    assert (tie.relations, tie.certain) == (("carries_out",), True)
    assert tie.words[0].quote == "Quyết định số 1486/QĐ-TTg ngày 29/11/2024"


# What a plan of the province Lâm Đồng cites, and who is its sibling: others that rest on the programme of the Prime
# Minister (2), the directive of its own Party committee (3), the law (4), the decree (5), another plan of its own (6).
DIRECTIVE = {"symbol": "31-CT/TU", "type": "Chỉ thị", "issuer": "Tỉnh ủy Lâm Đồng", "date": "2024-01-15"}
SIBLINGS: list[tuple[str, list[dict[str, Any]], set[int]]] = [
    ("the level above counts before its own", [said(PROGRAMME, "carries_out"), said(DIRECTIVE, "carries_out")], {2}),
    ("its own level, where there is none above", [said(DIRECTIVE, "carries_out"), said(LAW)], {3}),
    ("laws and decrees are everybody's basis", [said(LAW), said(DECREE)], set()),
    ("a decree that is carried out, and nothing else is", [said(DECREE, "carries_out"), said(LAW)], {5}),
    ("a programme goes before a decree", [said(DECREE, "carries_out"), said(PROGRAMME, "carries_out")], {2}),
    ("a basis that is no normative document", [said(LAW), said(PROGRAMME)], {2}),
    ("what is carried out goes before a basis", [said(PROGRAMME), said(plan(9), "carries_out")], {6}),
    ("a mention makes no family", [said(PROGRAMME, "mentions")], set()),
    ("nothing is cited", [], set()),
]  # fmt: skip


@pytest.mark.parametrize(("why", "cited", "siblings"), SIBLINGS, ids=[row[0] for row in SIBLINGS])
def test_siblings(corpus: Corpus, why: str, cited: list[dict[str, Any]], siblings: set[int]) -> None:
    add(corpus, plan(1), *cited)
    for number, parent in ((2, PROGRAMME), (3, DIRECTIVE), (4, LAW), (5, DECREE), (6, plan(9))):
        add(corpus, plan(number, DAK_LAK), said(parent, "carries_out"))
    found = family(corpus, "1/KH-UBND Lâm Đồng")
    assert {one.work.symbol for one in found.members if one.kin == "sibling"} == {
        f"{number}/KH-UBND" for number in siblings
    }, why


def test_what_is_meant_is_left_open(corpus: Corpus) -> None:
    add(corpus, plan(1), said(PROGRAMME))
    add(corpus, plan(1, DAK_LAK), said(PROGRAMME))
    found = family(corpus, "1/KH-UBND")
    assert (found.outcome, len(found.candidates), found.members) == ("ambiguous", 2, ())
    assert family(corpus, "1/KH-UBND Đắk Lắk").outcome == "found"
    unknown = family(corpus, "1/QĐ-UBND")
    assert (unknown.outcome, unknown.members) == ("unknown", ())
    assert {one.symbol for one in unknown.close} == {"1/KH-UBND"}


@pytest.mark.parametrize("typed", ["", "😀", '" OR 1=1 --', "x" * 10_000, "1/KH-UBND; DROP TABLE works"])
def test_whatever_is_typed(corpus: Corpus, typed: str) -> None:
    add(corpus, plan(1), said(PROGRAMME))
    assert family(corpus, typed).outcome in ("found", "unknown")


def test_words_that_may_mean_another_work(corpus: Corpus) -> None:
    add(corpus, plan(1))
    add(corpus, plan(2, "Ủy ban nhân dân xã Đức Trọng"), {"symbol": "1/KH-UBND", "relation": "carries_out"})
    found = family(corpus, "1/KH-UBND Lâm Đồng")
    (child,) = [one for one in found.members if one.kin == "child"]
    assert child.certain is False
    assert [tie.certain for tie in found.ties] == [False]
    counted = family(corpus, "1/KH-UBND Lâm Đồng", most=1)
    assert len(counted.members) + sum(rest.count for rest in counted.rests) == 2


def test_a_circle_of_citations_ends(corpus: Corpus) -> None:
    for number, others in {1: (2, 1), 2: (3,), 3: (1, 2)}.items():
        add(corpus, plan(number), *(said(plan(other)) for other in others))
    found = family(corpus, "1/KH-UBND")
    assert kin(found) == {"1/KH-UBND": "root 0", "2/KH-UBND": "parent -1", "3/KH-UBND": "child 1"}
    assert len(found.ties) == 4, "what a work cites of itself is no tie"


def test_beyond_the_most_they_are_counted(corpus: Corpus) -> None:
    add(corpus, PROGRAMME, said(LAW), said(DECREE))
    for number in range(1, 31):
        add(corpus, plan(number, date=f"2025-01-{number:02}"), said(PROGRAMME, "carries_out"))
    for number in range(101, 121):
        of_commune = plan(number, f"Ủy ban nhân dân xã Thôn {number}", f"2025-02-{number - 100:02}")
        add(corpus, of_commune, said(PROGRAMME), said(plan(7, date="2025-01-07")))
    found = family(corpus, "1486/QĐ-TTg", most=12)
    drawn = [one for one in found.members if one.kin == "child"]
    assert len(found.members) == 12
    assert [one.work.date for one in drawn] == [f"2025-02-{20 - n:02}" for n in range(len(drawn))], (
        "newest first"
    )
    rests = {(rest.kin, rest.level): rest.count for rest in found.rests}
    assert rests == {("child", "commune"): 20 - len(drawn), ("child", "province"): 30}
    assert {rest.anchors for rest in found.rests} == {(found.members[0].work.id,)}
    assert family(corpus, "1486/QĐ-TTg", most=12) == found
    everybody = family(corpus, "1486/QĐ-TTg", most=500)
    assert (len(everybody.members), everybody.rests) == (53, ())


def test_siblings_are_counted_without_the_root(corpus: Corpus) -> None:
    for number in range(1, 31):
        add(corpus, plan(number), said(PROGRAMME, "carries_out"))
    found = family(corpus, "4/KH-UBND", most=10)
    (rest,) = found.rests
    drawn = sum(one.kin == "sibling" for one in found.members)
    assert (rest.kin, rest.count, drawn) == ("sibling", 29 - drawn, 8)


def test_one_that_would_be_left_alone_is_drawn(corpus: Corpus) -> None:
    for number in range(1, 12):
        add(corpus, plan(number), said(PROGRAMME, "carries_out"))
    found = family(corpus, "4/KH-UBND", most=11)
    assert (len(found.members), found.rests) == (12, ())


def test_what_rests_on_members_and_is_not_drawn_is_told_with_them(corpus: Corpus) -> None:
    add(corpus, plan(1), said(PROGRAMME, "carries_out"))
    add(corpus, plan(2, DAK_LAK), said(PROGRAMME, "carries_out"))
    for number in range(3, 6):
        add(corpus, plan(number, f"Ủy ban nhân dân xã Thôn {number}"), said(plan(2, DAK_LAK), "carries_out"))
    add(corpus, PROGRAMME, said(LAW), said(DECREE))
    found = family(corpus, "1/KH-UBND Lâm Đồng", most=3)
    numbers = {one.work.symbol: (one.above, one.below) for one in found.members}
    assert numbers == {"1/KH-UBND": (0, 0), "1486/QĐ-TTg": (2, 0), "2/KH-UBND": (0, 3)}


def test_what_is_drawn_is_not_counted_again(corpus: Corpus) -> None:
    add(corpus, plan(1), said(PROGRAMME, "carries_out"))
    add(corpus, plan(2, DAK_LAK), said(PROGRAMME, "carries_out"))
    add(corpus, plan(3, DAK_LAK), said(PROGRAMME, "carries_out"), said(plan(2, DAK_LAK)))
    add(corpus, plan(4, "Ủy ban nhân dân xã Thôn Tư"), said(plan(2, DAK_LAK), "carries_out"))
    numbers = {one.work.symbol: (one.kin, one.below) for one in family(corpus, "1/KH-UBND").members}
    assert numbers["2/KH-UBND"] == ("sibling", 1)
    assert numbers["3/KH-UBND"] == ("sibling", 0)


def test_no_more_is_loaded_than_may_be_drawn(corpus: Corpus) -> None:
    for number in range(1, 61):
        add(corpus, plan(number, f"Ủy ban nhân dân xã Thôn {number}"), said(LAW))
    with corpus.reading() as connection:
        (law,) = [one.work.id for one in family(corpus, "72/2020/QH14", most=5).members if one.kin == "root"]
        assert len(kinship.newest_citing(connection, [law], RELATIONS, 7)) == 7
        assert sum(count for _, count in kinship.citing_by_maker(connection, [law], UPWARD)) == 60
        assert kinship.numbers_of_citing(connection, [law], UPWARD) == {law: 60}
        assert kinship.numbers_of_citing(connection, [law], ("replaces",)) == {}
        assert kinship.newest_citing(connection, [law], UPWARD, 7, certain=False) == []


def test_very_many_are_counted_without_being_looked_at_one_by_one(corpus: Corpus) -> None:
    for number in range(1, 13):
        add(corpus, plan(number, f"Ủy ban nhân dân xã Thôn {number}"), said(LAW), said(LAW, "mentions"))
    with corpus.reading() as connection:
        (law,) = [one.id for one in find_works(connection, "72/2020/QH14").works]
        drawn = {law: Reached("root", law, 0)}
        (rest,) = Counting(connection, drawn, {}, (), many=11).rests()
        (by_level,) = Counting(connection, drawn, {}, (), many=12).rests()
    assert (rest.kin, rest.level, rest.of_all_levels, rest.count) == ("child", "unclear", True, 12)
    assert (by_level.kin, by_level.level, by_level.of_all_levels, by_level.count) == (
        "child",
        "commune",
        False,
        12,
    )
    found = family(corpus, "72/2020/QH14", most=1)
    assert "và khoảng 12 văn bản khác" in family_svg(replace(found, rests=(rest,)))


def test_the_newest_are_found_whatever_stands_before_them(corpus: Corpus) -> None:
    """Also where many newer documents only mention the work, and where the day is not known."""
    for number in range(1, 31):
        relation = "legal_basis" if number <= 10 else "mentions"
        add(corpus, plan(number, date=f"2025-01-{number:02}"), said(LAW, relation))
    add(corpus, plan(31, date=None), said(LAW))
    with corpus.reading() as connection:
        (law,) = [one.id for one in find_works(connection, "72/2020/QH14").works]
        newest = kinship.newest_citing(connection, [law], UPWARD, 3)
        symbols = [work.symbol for id_ in newest for work in [queries.works(connection, [id_])[id_]]]
        assert symbols == ["10/KH-UBND", "9/KH-UBND", "8/KH-UBND"]
        assert len(kinship.newest_citing(connection, [law], UPWARD, 50)) == 11
        assert kinship.number_of_citing(connection, [law], UPWARD) == 11


def test_what_must_not_be_shown_is_left_out_with_its_lines(corpus: Corpus) -> None:
    add(corpus, plan(1), said(PROGRAMME, "carries_out"))
    add(corpus, plan(2, DAK_LAK), said(PROGRAMME, "carries_out"), said(plan(1), "replaces"))
    whole = family(corpus, "1/KH-UBND Lâm Đồng")
    (other,) = [one.work.id for one in whole.members if one.work.symbol == "2/KH-UBND"]
    left = whole.without([other, whole.members[0].work.id])
    assert [one.work.symbol for one in left.members] == ["1/KH-UBND", "1486/QĐ-TTg"]
    assert {(tie.source, tie.target) for tie in left.ties} == {
        (left.members[0].work.id, left.members[1].work.id)
    }


def test_works_that_somebody_joined_are_one(corpus: Corpus) -> None:
    twice = PROGRAMME | {"symbol": "1486/QĐ-BCĐ", "issuer": "Ban Chỉ đạo trung ương"}
    add(corpus, plan(1), said(PROGRAMME, "carries_out"))
    add(corpus, plan(2, DAK_LAK), said(twice, "carries_out"))
    with corpus.reading() as connection:
        keys = {work.symbol: work.key for work in queries.works(connection, range(1, 50)).values()}
    assert "2/KH-UBND" not in kin(family(corpus, "1/KH-UBND Lâm Đồng"))
    corpus.join(keys["1486/QĐ-TTg"], keys["1486/QĐ-BCĐ"], by="Nguyễn Thị Hoa")
    assert kin(family(corpus, "1/KH-UBND Lâm Đồng"))["2/KH-UBND"] == "sibling 0"


def test_a_document_that_stands_twice_counts_its_tasks_once(corpus: Corpus) -> None:
    header = {"type": "Kế hoạch", "number": "5/KH-UBND", "issuer": LAM_DONG, "date": "2025-01-01"}
    for text in ("Sở Y tế báo cáo.", "Sở Y tế báo cáo. "):
        corpus.add(make(f"{header}\n{text}", header=header, tasks=[{"quote": "Sở Y tế báo cáo."}]))
    (root,) = family(corpus, "5/KH-UBND").members
    assert (root.tasks, len(root.documents)) == (1, 2)


def test_validity_on_a_day(corpus: Corpus) -> None:
    add(corpus, plan(1), said(PROGRAMME, "carries_out"))
    add(corpus, plan(2, date="2025-09-01"), said(plan(1), "replaces"))
    for day, state in ((date(2025, 8, 1), "unknown"), (date(2025, 10, 1), "replaced")):
        found = family(corpus, "1/KH-UBND", on=day)
        assert (found.on, found.members[0].validity and found.members[0].validity.state) == (
            day.isoformat(),
            state,
        )
        assert kin(found)["2/KH-UBND"] == "child 1", "what replaces it belongs to its family"


def test_as_json(corpus: Corpus) -> None:
    for number in range(1, 9):
        add(corpus, plan(number), said(PROGRAMME, "carries_out"), said(LAW))
    said_ = family(corpus, "4/KH-UBND", most=4).as_json()
    ids = [node["id"] for node in said_["nodes"]]
    assert len(set(ids)) == len(ids)
    assert {one[end] for one in said_["edges"] for end in ("source", "target")} <= set(ids)
    assert {id_ for node in said_["nodes"] for id_ in node.get("anchors", ())} <= set(ids)
    assert {node["kind"] for node in said_["nodes"]} == {"work", "rest"}
    assert said_["outcome"] == "found"
    assert said_["edges"][0]["words"][0]["quote"].startswith("văn bản")
