"""Up to what a work rests on, down to what rests on it, each step with its words; cycles end, nothing is chosen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from corpus_family import LAM_DONG, PRIME_MINISTER, citing, commune, decision, make, province
from sqlalchemy import update

from corpus import engine, queries
from corpus.models import Citation
from corpus.store import Corpus
from extract import extract
from graph.build import build
from graph.trace import Step, trace
from ingest import read

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with Corpus.open(tmp_path / "kho.db") as opened:
        for make_one in (decision, province, commune):
            opened.add(make_one())
        yield opened


def outline(steps: tuple[Step, ...]) -> list[Any]:
    """A tree as nested lists: relation, work, status, and the steps that follow."""
    return [
        (
            step.relation,
            step.work and (step.work.symbol or step.work.title),
            step.status,
            *([outline(step.steps)] if step.steps else []),
            *(["again"] if step.again else []),
        )
        for step in steps
    ]


def test_up_to_the_decision_that_started_it(corpus: Corpus) -> None:
    found = trace(corpus, "12/KH-UBND", "up")
    assert found.outcome == "found"
    (root,) = found.roots
    assert outline(root.up) == [
        ("legal_basis", "Bảo vệ môi trường", "unmatched"),
        ("carries_out", "85/KH-UBND", "resolved", [("carries_out", "1486/QĐ-TTg", "resolved")]),
    ]
    assert root.down == ()
    carries_out = root.up[1]
    assert carries_out.document.number == "12/KH-UBND"
    (span,) = carries_out.words
    assert span.quote == "Kế hoạch số 85/KH-UBND ngày 14/02/2025 của Ủy ban nhân dân tỉnh Lâm Đồng"
    assert commune().text[span.start : span.end] == span.quote


def test_down_to_the_tasks_that_rest_on_it(corpus: Corpus) -> None:
    (root,) = trace(corpus, "1486/QĐ-TTg", "down").roots
    assert root.up == ()
    assert outline(root.down) == [
        (
            "carries_out",
            "85/KH-UBND",
            "resolved",
            [("carries_out", "12/KH-UBND", "resolved"), ("mentions", "12/KH-UBND", "resolved")],
        ),
        ("mentions", "85/KH-UBND", "resolved", "again"),
    ]
    mention = root.down[1]
    assert [task.section for task in mention.tasks] == ["II.2"]
    assert mention.tasks[0].lead == ("Sở Nông nghiệp và Môi trường",)
    assert [span.section for span in mention.words] == ["II"]
    assert root.down[0].tasks == ()


def test_depth(corpus: Corpus) -> None:
    (root,) = trace(corpus, "12/KH-UBND", depth=1).roots
    assert outline(root.up) == [
        ("legal_basis", "Bảo vệ môi trường", "unmatched"),
        ("carries_out", "85/KH-UBND", "resolved"),
    ]
    assert trace(corpus, "12/KH-UBND", depth=0).roots[0].up == ()
    assert trace(corpus, "12/KH-UBND", depth=-5).roots[0].up == ()
    deep = trace(corpus, "12/KH-UBND", depth=10**9).roots[0]
    assert deep.up == trace(corpus, "12/KH-UBND", depth=3).roots[0].up


def test_a_work_that_is_only_cited_can_be_traced(corpus: Corpus) -> None:
    (root,) = trace(corpus, "Luật Bảo vệ môi trường").roots
    assert (root.work.held, root.documents, root.up) == (False, (), ())
    assert outline(root.down) == [("legal_basis", "12/KH-UBND", "unmatched")]


def test_ambiguous_input_shows_all_and_chooses_none(corpus: Corpus) -> None:
    corpus.add(
        citing({"symbol": "85/KH-UBND", "issuer": "Ủy ban nhân dân tỉnh Quảng Nam", "date": "2025-03-01"})
    )
    found = trace(corpus, "85/KH-UBND")
    assert found.outcome == "ambiguous"
    assert {root.work.issuer for root in found.roots} == {LAM_DONG, "Ủy ban nhân dân tỉnh Quảng Nam"}
    assert all(root.down for root in found.roots)


def test_unknown_input_offers_what_is_close(corpus: Corpus) -> None:
    found = trace(corpus, "1468/QĐ-TTg")
    assert (found.outcome, found.roots) == ("unknown", ())
    assert [work.symbol for work in found.close] == ["1486/QĐ-TTg"]
    assert trace(corpus, "😀").close == ()


def test_a_citation_that_leaves_it_open_shows_its_candidates(corpus: Corpus) -> None:
    other = {"symbol": "1486/QĐ-TTg", "issuer": PRIME_MINISTER, "date": "2021-01-01"}
    corpus.add(citing(other, number="8/KH-UBND"))
    corpus.add(
        citing(
            {"symbol": "1486/QĐ-TTg", "issuer": PRIME_MINISTER, "relation": "legal_basis"}, number="9/KH-UBND"
        )
    )
    (root,) = trace(corpus, "9/KH-UBND", "up").roots
    (step,) = root.up
    assert (step.status, step.work) == ("ambiguous", None)
    assert {work.year for work in step.candidates} == {2021, 2024}
    below = [trace(corpus, f"1486/QĐ-TTg {year}", "down").roots[0].down for year in (2021, 2024)]
    for steps in below:
        assert ("legal_basis", "9/KH-UBND", "ambiguous") in outline(steps)


def test_works_that_cite_each_other_end(tmp_path: Path) -> None:
    """1 rests on 2, 2 on 3, 3 on 1 and 2; and 1 on itself, as a slip of reading."""
    rests_on = {1: (2, 1), 2: (3,), 3: (1, 2)}
    with Corpus.open(tmp_path / "kho.db") as corpus:
        for number, others in rests_on.items():
            about = {"issuer": LAM_DONG, "date": "2025-06-01", "relation": "legal_basis"}
            corpus.add(
                citing(*({"symbol": f"{n}/KH-UBND", **about} for n in others), number=f"{number}/KH-UBND")
            )
        (root,) = trace(corpus, "1/KH-UBND", depth=30).roots
        assert outline(root.up) == [
            (
                "legal_basis",
                "2/KH-UBND",
                "resolved",
                [
                    (
                        "legal_basis",
                        "3/KH-UBND",
                        "resolved",
                        [
                            ("legal_basis", "1/KH-UBND", "resolved", "again"),
                            ("legal_basis", "2/KH-UBND", "resolved", "again"),
                        ],
                    )
                ],
            )
        ]
        assert len(outline(root.down)) == 1


def test_many_ways_to_one_work_do_not_multiply(tmp_path: Path) -> None:
    """Twelve levels of three plans, each resting on all three below it: half a million ways, 33 works."""
    with Corpus.open(tmp_path / "kho.db") as corpus:
        for level in range(12):
            for place in range(3):
                below = [f"{10 * level + n + 10}/KH-UBND" for n in range(3)]
                about = {"issuer": LAM_DONG, "date": "2025-06-01", "relation": "legal_basis"}
                corpus.add(
                    citing(*({"symbol": n, **about} for n in below), number=f"{10 * level + place}/KH-UBND")
                )
        (root,) = trace(corpus, "1/KH-UBND", "up", depth=20).roots

    def size(steps: tuple[Step, ...]) -> int:
        return sum(1 + size(step.steps) for step in steps)

    assert size(root.up) == 3 + 11 * 9


def test_the_json_is_the_whole_answer(corpus: Corpus) -> None:
    said = json.loads(json.dumps(trace(corpus, "12/KH-UBND").as_json(), ensure_ascii=False))
    assert said["outcome"] == "found"
    step = said["roots"][0]["up"][1]
    assert step["words"][0]["quote"].startswith("Kế hoạch số 85/KH-UBND")
    assert step["steps"][0]["work"]["symbol"] == "1486/QĐ-TTg"


def test_the_whole_graph(corpus: Corpus) -> None:
    graph = build(corpus)
    kinds = {kind: len(list(graph.nodes(kind))) for kind in ("work", "document", "task", "agency")}
    # The bodies of the tasks, what they belong to, and the ministry that succeeded the one of 2024.
    assert {name: kinds[name] for name in ("work", "document", "task")} == {
        "work": 4,
        "document": 3,
        "task": 4,
    }
    leads = {
        graph.node(edge.target).fact.name  # type: ignore[union-attr]
        for task in graph.nodes("task")
        for edge in graph.edges_from(task.id, ["assigns_lead"])
    }
    assert leads == {
        "Sở Tài chính tỉnh Lâm Đồng",
        "Sở Nông nghiệp và Môi trường tỉnh Lâm Đồng",
        "Phòng Kinh tế xã Đức Trọng",
        "Bộ Tài nguyên và Môi trường",
    }
    for _, _, edge in graph.networkx.edges(data="edge"):
        assert (edge.span is None) == (edge.kind in ("part_of", "belongs_to", "succeeds", "sets_up"))


def test_one_name_in_two_provinces_is_two_agencies(corpus: Corpus) -> None:
    """`Sở Tài chính` is that of the issuer's province; a ministry is one everywhere."""
    text = "Sở Tài chính kiểm tra. Bộ Tài nguyên và Môi trường báo cáo."
    issuer = "Ủy ban nhân dân tỉnh Quảng Nam"
    tasks = [
        {"quote": "Sở Tài chính kiểm tra.", "lead": ("Sở Tài chính",)},
        {"quote": "Bộ Tài nguyên và Môi trường báo cáo.", "lead": ("Bộ Tài nguyên và Môi trường",)},
    ]
    corpus.add(make(text, header={"type": "Kế hoạch", "number": "3/KH-UBND", "issuer": issuer}, tasks=tasks))
    graph = build(corpus)
    leads = {edge.target for edge in graph.edges("assigns_lead")}
    names = [node.fact.name for node in graph.nodes("agency") if node.id in leads]  # type: ignore[union-attr]
    assert sorted(name for name in names if name.startswith("Sở Tài chính")) == [
        "Sở Tài chính tỉnh Lâm Đồng",
        "Sở Tài chính tỉnh Quảng Nam",
    ]
    assert names.count("Bộ Tài nguyên và Môi trường") == 1


# A citation that may mean one of these works, and between what it stands.
OPEN = [
    (
        {"issuer": PRIME_MINISTER},
        [{"issuer": PRIME_MINISTER, "date": "2021-01-01"}],
        "lời dẫn không nói năm; số này có ở các năm: 2021, 2024",
    ),
    (
        {},
        [{"issuer": "Bộ Y tế", "date": "2024-05-05"}],
        f"lời dẫn không nói rõ cơ quan ban hành; số này là của: {PRIME_MINISTER}; Bộ Y tế",
    ),
    ({}, [], "lời dẫn chưa đủ để chắc là văn bản này (thiếu cơ quan ban hành hoặc năm)"),
]


@pytest.mark.parametrize(("said", "others", "why"), OPEN, ids=["years", "issuers", "one"])
def test_why_it_is_left_open(
    corpus: Corpus, said: dict[str, Any], others: list[dict[str, Any]], why: str
) -> None:
    """The number alone (`QĐ 1486`), where the corpus has several of it or one on too little evidence."""
    cited = {"symbol": "1486", "type": "Quyết định", "relation": "legal_basis"} | said
    codes = {PRIME_MINISTER: "TTg", "Bộ Y tế": "BYT"}
    full = [{"symbol": f"1486/QĐ-{codes[one['issuer']]}", "type": "Quyết định"} | one for one in others]
    corpus.add(citing(*full, number="8/KH-UBND"))
    corpus.add(citing(cited, number="9/KH-UBND"))
    (step,) = trace(corpus, "9/KH-UBND", "up").roots[0].up
    assert (step.status, step.work, step.why) == ("ambiguous", None, why)
    assert trace(corpus, "9/KH-UBND").as_json()["roots"][0]["up"][0]["why"] == why


def test_two_provinces_with_one_number(corpus: Corpus) -> None:
    """`Kế hoạch 85/KH-UBND` without its province stands between two; with it, it is the one of that province."""
    quang_nam = "Ủy ban nhân dân tỉnh Quảng Nam"
    plan = {"symbol": "85/KH-UBND", "type": "Kế hoạch", "relation": "carries_out"}
    corpus.add(citing(plan | {"issuer": quang_nam, "date": "2025-03-01"}, number="8/KH-UBND"))
    corpus.add(citing(plan, number="9/KH-UBND"))
    corpus.add(citing(plan | {"issuer": quang_nam}, number="10/KH-UBND"))
    (bare,) = trace(corpus, "9/KH-UBND", "up").roots[0].up
    assert {work.issuer for work in bare.candidates} == {LAM_DONG, quang_nam}
    (placed,) = trace(corpus, "10/KH-UBND", "up").roots[0].up
    assert placed.work is not None
    assert placed.work.issuer == quang_nam


SHORT = [
    ({"symbol": "45/2025", "type": "Nghị định"}, "number and year; only the government makes decrees"),
    ({"symbol": "45", "type": "Nghị định", "issuer": "Chính phủ"}, "the only one of that number"),
    ({"symbol": "45/2025/NĐ-CP", "issuer": "Chính phủ"}, "the year stands in the symbol"),
]


@pytest.mark.parametrize(("said", "why"), SHORT, ids=[why for _, why in SHORT])
def test_short_forms_find_the_work(corpus: Corpus, said: dict[str, Any], why: str) -> None:
    decree = {"number": "45/2025/NĐ-CP", "type": "Nghị định", "issuer": "Chính phủ", "date": "2025-02-28"}
    corpus.add(make(f"Nghị định {decree}", header=decree))
    corpus.add(citing(said | {"relation": "legal_basis"}, number="9/KH-UBND"))
    (step,) = trace(corpus, "9/KH-UBND", "up").roots[0].up
    assert (step.status, step.work and step.work.symbol) == ("resolved", "45/2025/NĐ-CP"), why


def test_a_short_form_of_another_year_is_another_work(corpus: Corpus) -> None:
    decree = {"number": "45/2025/NĐ-CP", "type": "Nghị định", "issuer": "Chính phủ", "date": "2025-02-28"}
    corpus.add(make(f"Nghị định {decree}", header=decree))
    corpus.add(
        citing({"symbol": "45/2019", "type": "Nghị định", "relation": "legal_basis"}, number="9/KH-UBND")
    )
    (step,) = trace(corpus, "9/KH-UBND", "up").roots[0].up
    assert (step.status, step.work and step.work.year) == ("unmatched", 2019)


def test_a_law_by_name_is_the_one_that_the_rule_data_mean(corpus: Corpus) -> None:
    """`Luật Ngân sách nhà nước` without a year, of which the rule data know number and day, is the law that is held."""
    law = {
        "number": "83/2015/QH13",
        "type": "Luật",
        "issuer": "Quốc hội",
        "date": "2015-06-25",
        "title": "Ngân sách nhà nước",
    }
    corpus.add(make(f"Luật {law}", header=law))
    known = {"symbol": "83/2015/QH13", "type": "Luật", "issuer": "Quốc hội", "date": "2015-06-25"}
    named = {"type": "Luật", "title": "Ngân sách nhà nước", "work": known, "relation": "legal_basis"}
    corpus.add(citing(named, number="9/KH-UBND"))
    (step,) = trace(corpus, "9/KH-UBND", "up").roots[0].up
    assert (step.status, step.work and step.work.symbol) == ("resolved", "83/2015/QH13")


def test_provisions_and_what_a_citation_lacks_are_kept(corpus: Corpus) -> None:
    """Columns that an extraction may not have yet are empty."""
    corpus.add(citing({"symbol": "45/2025/NĐ-CP"}, number="9/KH-UBND"))
    with corpus.reading() as connection:
        (document,) = queries.documents_of_works(
            connection, [work.id for work in queries.works_with_symbol(connection, "9/kh-ubnd")]
        )
        (cited,) = queries.citations_in(connection, [document.id])
    assert (cited.provisions, cited.why) == ((), "")
    with engine.writing(corpus._engine) as connection:
        said = {"provisions": ["khoản 2 Điều 5"], "why": "thiếu năm"}
        connection.execute(update(Citation).where(Citation.id == cited.id).values(said))
    (root,) = trace(corpus, "45/2025/NĐ-CP", "down").roots
    (span,) = root.down[0].words
    assert (span.provisions, span.why, root.down[0].why) == (("khoản 2 Điều 5",), "thiếu năm", "thiếu năm")


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    with Corpus.open(tmp_path_factory.mktemp("seeds") / "kho.db") as opened:
        for path in sorted(SEEDS.glob("*.txt")):
            opened.add(extract(read(path)))
        yield opened


@pytest.mark.needs("shared")
def test_real_documents_down_from_a_resolution(seeds: Corpus) -> None:
    (root,) = trace(seeds, "76/2014/QH13", "down").roots
    assert (root.work.issuer, root.work.date, root.work.held) == ("Quốc hội", "2014-06-24", False)
    assert {Path(step.document.path).name[:3] for step in root.down} == {"000", "001", "002"}
    tasks = {(Path(step.document.path).name[:3], task.section) for step in root.down for task in step.tasks}
    assert {("000", "V.1"), ("000", "V.6"), ("002", "II.4.1.a")} <= tasks


@pytest.mark.needs("shared")
def test_real_documents_up_from_a_decision(seeds: Corpus) -> None:
    (root,) = trace(seeds, "382/QĐ-UBND", "up").roots
    assert root.work.issuer == "Ủy ban nhân dân tỉnh Lâm Đồng"
    bases = [step.work for step in root.up if step.relation == "legal_basis"]
    named = {(work.symbol or work.title, work.year) for work in bases if work}
    assert {
        ("77/2015/QH13", 2015),
        ("83/2015/QH13", 2015),
        ("24/2021/QH15", 2021),
        ("90/QĐ-TTg", 2022),
        ("02/2022/QĐ-TTg", 2022),
    } <= named


def many_that_cite(corpus: Corpus, number: int) -> None:
    """Plans 101, 102 ... of days one after another that all rest on 1486/QĐ-TTg, and each on the one before."""
    above = {
        "symbol": "1486/QĐ-TTg",
        "issuer": PRIME_MINISTER,
        "date": "2024-11-29",
        "relation": "legal_basis",
    }
    for n in range(1, number + 1):
        before = {
            "symbol": f"{99 + n}/KH-UBND",
            "issuer": LAM_DONG,
            "date": "2025-03-01",
            "relation": "cites",
        }
        before |= {"relation": "carries_out"}
        corpus.add(citing(above, before, number=f"{100 + n}/KH-UBND", date=f"2025-03-{n:02}"))


def test_of_many_the_newest_are_shown_and_the_others_counted(tmp_path: Path) -> None:
    with Corpus.open(tmp_path / "kho.db") as corpus:
        corpus.add(decision())
        many_that_cite(corpus, 9)
        (root,) = trace(corpus, "1486/QĐ-TTg", "down", depth=1, most=4).roots
        assert [step.document.date for step in root.down] == [f"2025-03-0{n}" for n in (9, 8, 7, 6)]
        assert (root.more_down, root.more_up) == (5, 0)
        (root,) = trace(corpus, "1486/QĐ-TTg", "down", depth=1, most=9).roots
        assert (len(root.down), root.more_down) == (9, 0)
        whole = trace(corpus, "1486/QĐ-TTg", depth=4, most=None)
        assert whole.roots == trace(corpus, "1486/QĐ-TTg", depth=4).roots, (
            "nine are no reason to leave any out"
        )
        said = trace(corpus, "1486/QĐ-TTg", "down", depth=1, most=4).as_json()
        assert said["roots"][0]["more_down"] == 5


def test_what_rests_on_a_work_that_is_not_gone_into_is_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nine plans fill the page: what rests on each of them is not shown, but counted."""
    monkeypatch.setattr("graph.tree._MOST_STEPS", 5)
    with Corpus.open(tmp_path / "kho.db") as corpus:
        corpus.add(decision())
        many_that_cite(corpus, 5)
        (root,) = trace(corpus, "1486/QĐ-TTg", "down", depth=3, most=50).roots
        assert [(step.document.number, step.more) for step in root.down] == [
            ("105/KH-UBND", 0),
            ("104/KH-UBND", 1),
            ("103/KH-UBND", 1),
            ("102/KH-UBND", 1),
            ("101/KH-UBND", 1),
        ]


def test_above_too_what_is_left_out_is_counted(tmp_path: Path) -> None:
    with Corpus.open(tmp_path / "kho.db") as corpus:
        above = [{"symbol": f"{n}/KH-UBND", "issuer": LAM_DONG, "date": "2024-01-01"} for n in range(1, 8)]
        corpus.add(citing(*(one | {"relation": "legal_basis"} for one in above), number="9/KH-UBND"))
        (root,) = trace(corpus, "9/KH-UBND", "up", most=3).roots
        assert [step.work and step.work.symbol for step in root.up] == [f"{n}/KH-UBND" for n in (1, 2, 3)]
        assert root.more_up == 4


def test_a_number_that_very_many_bear(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not all are listed, and how many there are is said; those of the issuer that was typed are found."""
    monkeypatch.setattr("graph.trace._MOST_ROOTS", 6)
    monkeypatch.setattr("graph.lookup._MANY", 3)
    with Corpus.open(tmp_path / "kho.db") as corpus:
        of = [f"Ủy ban nhân dân xã Đức {letter}" for letter in "ABCDEGHI"]
        corpus.add(citing(*({"symbol": "1/KH-UBND", "issuer": one, "date": "2024-01-01"} for one in of)))
        found = trace(corpus, "1/KH-UBND")
        assert (found.outcome, len(found.roots), found.more) == ("ambiguous", 6, 2)
        (root,) = trace(corpus, "1/KH-UBND xã Đức H").roots
        assert root.work.issuer == "Ủy ban nhân dân xã Đức H"
        assert len(trace(corpus, "1/KH-UBND phòng cháy").roots) == 6, "words that none has rule none out"


BAD = [
    "",
    " ",
    '"',
    "AND OR NOT",
    "NEAR(1/KH-UBND, 2)",
    "😀" * 50,
    "1/KH-UBND " * 1000,
    "a" * 10_000,
    "%_\\*^:{}()",
]


@pytest.mark.parametrize("typed", BAD, ids=range(len(BAD)))
def test_any_text_may_be_typed(corpus: Corpus, typed: str) -> None:
    json.dumps(trace(corpus, typed).as_json())
