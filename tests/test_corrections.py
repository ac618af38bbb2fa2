"""What people put right wins over what was extracted, outlives it, and can be taken back."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from corpus_family import LAM_DONG, PRIME_MINISTER, citing, commune, decision, make, plan, province

from bench.scoring import scored
from corpus import changes, engine, queries
from corpus.errors import CorpusError
from corpus.facts import CitationFact, CorrectionFact, TaskFact
from corpus.statement import TaskChange
from corpus.store import Corpus
from corpus.task_links import links
from extract.extraction import Extraction
from graph.build import build
from graph.meant import citation_meant, documents_meant, task_meant
from graph.trace import trace
from graph.who import who

FUNDING = "thẩm định kinh phí"
HOME_AFFAIRS = ("Sở Nội vụ",)
BIN = "Sở Tài chính thẩm định kinh phí mua sắm thùng rác trước ngày 30/6/2025."


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with Corpus.open(tmp_path / "kho.db") as opened:
        for make_one in (decision, province, commune):
            opened.add(make_one())
        yield opened


def task(corpus: Corpus, words: str, document: str = "85/KH-UBND") -> TaskFact:
    with corpus.reading() as connection:
        return task_meant(connection, documents_meant(connection, document), words)


def citation(corpus: Corpus, words: str, document: str) -> CitationFact:
    with corpus.reading() as connection:
        return citation_meant(connection, documents_meant(connection, document), words)


def work(corpus: Corpus, number: str) -> str:
    with corpus.reading() as connection:
        return queries.works_with_number(connection, number)[0].key


def correct(corpus: Corpus, words: str = FUNDING, by: str = "Hoa", **change: Any) -> list[CorrectionFact]:
    return corpus.correct_task(task(corpus, words), TaskChange(**change), by=by)


def lead(corpus: Corpus, query: str = FUNDING) -> tuple[str, ...]:
    return who(corpus, query)[0].task.lead


def states(corpus: Corpus) -> list[tuple[int, str]]:
    return [(one.correction.id, one.state) for one in reversed(corpus.corrections())]


def tables(corpus: Corpus) -> dict[str, list[Any]]:
    """Everything in the tables but what people said."""
    with sqlite3.connect(str(corpus._engine.url.database)) as connection:
        names = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        plain = [name for name in names if name != "corrections" and "_words" not in name]
        return {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in plain}


def later(quote: str = BIN, owner: str = "Sở Tài chính", **header: Any) -> Extraction:
    """A new version of the plan of the province: another text, the same number and day."""
    named = {
        "type": "Kế hoạch", "number": "85/KH-UBND", "issuer": LAM_DONG, "date": "2025-02-14", **header,
    }  # fmt: skip
    first = {"quote": "Sở Y tế phân loại chất thải y tế.", "section": "I", "lead": ("Sở Y tế",)}
    moved = {"quote": quote, "section": "III.7", "lead": (owner,), "due": ("2025-06-30",)}
    return make("Bản mới\n" + first["quote"] + "\n" + quote, header=named, tasks=[first, moved])  # type: ignore[operator]


def test_owner_support_and_deadline(corpus: Corpus) -> None:
    before = tables(corpus)
    said = corpus.correct_task(
        task(corpus, FUNDING),
        TaskChange(lead=HOME_AFFAIRS, support=("Sở Tài chính", "Sở Y tế"), due=()),
        by=" Nguyễn  Thị Hoa ",
        note="theo họp giao ban",
    )
    found = who(corpus, FUNDING)[0].task
    assert (found.lead, found.support, found.due) == (HOME_AFFAIRS, ("Sở Tài chính", "Sở Y tế"), ())
    marks = {mark.field: (mark.was, mark.by, mark.note, mark.number) for mark in found.corrected}
    signed = ("Nguyễn Thị Hoa", "theo họp giao ban")
    assert marks == {
        "lead": (("Sở Tài chính",), *signed, said[0].id),
        "support": ((), *signed, said[1].id),
        "due": (("2025-06-30",), *signed, said[2].id),
    }
    assert tables(corpus) == before, "what was extracted stays as it is"
    for one in said:
        corpus.undo(one.id, by="Nam")
    assert who(corpus, FUNDING)[0].task == replace(
        found, lead=("Sở Tài chính",), support=(), due=("2025-06-30",), corrected=()
    )


@pytest.mark.parametrize(
    ("name", "full", "group", "now"),
    [
        ("Sở Nội vụ", "Sở Nội vụ tỉnh Thái Bình", False, "Sở Nội vụ tỉnh Hưng Yên"),
        (
            "Sở Ngoại vụ tỉnh Nam Định",
            "Sở Ngoại vụ tỉnh Nam Định",
            False,
            "Văn phòng Ủy ban nhân dân tỉnh Ninh Bình",
        ),
        ("Tỉnh ủy", "Tỉnh ủy Thái Bình", False, "Tỉnh ủy Hưng Yên"),
        ("Công an huyện", "Công an huyện (tỉnh Thái Bình)", True, "Công an xã"),
        ("Công an huyện Hưng Hà", "Công an huyện Hưng Hà", False, "Công an xã Tiên La"),
        ("Bộ Kế hoạch và Đầu tư", "Bộ Kế hoạch và Đầu tư", False, "Bộ Tài chính"),
        ("các sở, ban, ngành", "các sở, ban, ngành (tỉnh Thái Bình)", True, ""),
    ],
)
def test_a_corrected_owner_is_the_body_that_its_name_says(
    tmp_path: Path, name: str, full: str, group: bool, now: str
) -> None:
    """Names that stand nowhere in the document: at its place, or at another one that they say themselves."""
    with Corpus.open(tmp_path / "kho.db") as opened:
        opened.add(plan(BIN, issuer="Ủy ban nhân dân tỉnh Thái Bình", date="2024-03-12"))
        asked = who(opened, FUNDING)[0].task
        opened.correct_task(asked, TaskChange(lead=(name,)), by="Hoa")
        (owner,) = who(opened, FUNDING, on=date(2026, 1, 1))[0].owners
    assert (owner.body.full_name, owner.body.group) == (full, group)
    assert now in owner.now if now else owner.now == ()


def test_the_graph_has_the_corrected_owner_with_its_mark(corpus: Corpus) -> None:
    correct(corpus, lead=HOME_AFFAIRS)
    graph = build(corpus)
    found = task(corpus, FUNDING)
    (edge,) = graph.edges_from(f"task:{found.id}", ["assigns_lead"])
    assert "so-noi-vu" in edge.target
    assert edge.span is not None
    assert [mark.by for mark in edge.span.corrected] == ["Hoa"]


def test_what_is_no_task_is_answered_for_no_more(corpus: Corpus) -> None:
    assert [answer.document.number for answer in who(corpus, "rác", limit=2)] == ["12/KH-UBND", "85/KH-UBND"]
    (said,) = correct(corpus, no_task=True)
    assert who(corpus, FUNDING) == []
    assert [answer.document.number for answer in who(corpus, "rác", limit=1)] == ["12/KH-UBND"]
    with pytest.raises(CorpusError, match="không có nhiệm vụ nào như vậy"):
        task(corpus, FUNDING)
    corpus.undo(said.id, by="Hoa")
    assert lead(corpus) == ("Sở Tài chính",)


def test_a_task_that_cites_and_is_none(corpus: Corpus) -> None:
    correct(corpus, "tổ chức hội nghị tổng kết", no_task=True)
    down = trace(corpus, "1486/QĐ-TTg", "down").roots[0].down
    assert [step.tasks for step in down if step.document.number == "85/KH-UBND"] == [(), ()]


def test_the_last_one_holds_and_an_undo_brings_back_the_one_before(corpus: Corpus) -> None:
    correct(corpus, lead=("Sở Y tế",))
    correct(corpus, lead=HOME_AFFAIRS, by="Nam")
    assert lead(corpus) == HOME_AFFAIRS
    assert states(corpus) == [(1, "superseded"), (2, "holds")]
    corpus.undo(2, by="Hoa")
    assert lead(corpus) == ("Sở Y tế",)
    corpus.undo(3, by="Nam", note="vẫn đúng")
    assert lead(corpus) == HOME_AFFAIRS
    assert states(corpus) == [(1, "superseded"), (2, "holds"), (3, "undone"), (4, "holds")]
    corpus.undo(4, by="Hoa")
    corpus.undo(1, by="Hoa")
    assert lead(corpus) == ("Sở Tài chính",)
    assert [one.undone_by for one in reversed(corpus.corrections())] == [6, 3, None, 5, None, None]


def test_who_undid_what(corpus: Corpus) -> None:
    correct(corpus, lead=HOME_AFFAIRS)
    corpus.undo(1, by="Hoa")
    assert corpus.undo(1, by="Nam") == [], "it is undone already"
    corpus.undo(2, by="Nam")
    assert corpus.undo(2, by="Nam") == []
    corpus.undo(1, by="Lan")
    assert [(one.correction.id, one.undone_by) for one in corpus.corrections()] == [
        (4, None),
        (3, None),
        (2, 3),
        (1, 4),
    ]


def test_what_is_so_already_is_not_written(corpus: Corpus) -> None:
    assert correct(corpus, lead=("Sở Tài chính",), due=("2025-06-30",)) == []
    correct(corpus, lead=HOME_AFFAIRS)
    assert correct(corpus, lead=HOME_AFFAIRS, by="Nam") == []
    assert len(corpus.corrections()) == 1


def test_it_survives_reading_anew(corpus: Corpus) -> None:
    """A later parser: other ids, other words beside, the letters of the task a little otherwise."""
    correct(corpus, lead=HOME_AFFAIRS, due=("2025-07-31",))
    for anew in (province(), replace(province(), tasks=province().tasks[::-1])):
        corpus.add(anew, replace=True)
        assert (lead(corpus), who(corpus, FUNDING)[0].task.due) == (HOME_AFFAIRS, ("2025-07-31",))
    first, second = province().tasks
    corpus.add(
        replace(province(), tasks=(replace(first, quote=first.quote[:-1], lead=()), second)), replace=True
    )
    assert lead(corpus) == HOME_AFFAIRS
    corpus.add(replace(province(), tasks=(second,)), replace=True)
    assert [state for _, state in states(corpus)] == ["gone", "gone"], "shown, never lost"
    assert lead(corpus, "tổ chức hội nghị tổng kết") == ("Sở Nông nghiệp và Môi trường",)
    corpus.add(province(), replace=True)
    assert [state for _, state in states(corpus)] == ["holds", "holds"]


def test_it_survives_another_reading_of_the_header(corpus: Corpus) -> None:
    correct(corpus, lead=HOME_AFFAIRS)
    other = replace(province(), header=replace(province().header, number="86/KH-UBND", issuer=None))
    corpus.add(other, replace=True)
    assert lead(corpus) == HOME_AFFAIRS


# The words and the owner in a new version of the document, and the owner that is answered with then.
VERSIONS = [
    (BIN, "Sở Tài chính", HOME_AFFAIRS, "holds"),
    (BIN.replace("thẩm định", "chủ trì thẩm định"), "Sở Tài chính", HOME_AFFAIRS, "holds"),
    (BIN, "Sở Nội vụ", HOME_AFFAIRS, "holds"),  # it says by now what the person said
    (BIN, "Văn phòng", ("Văn phòng",), "changed"),  # it gives the task to somebody else
    ("Sở Tài chính mua sắm thùng rác và xe chở rác, thẩm định kinh phí vận hành lò đốt.", "Sở Tài chính", ("Sở Tài chính",), "gone"),
]  # fmt: skip


@pytest.mark.parametrize(("quote", "owner", "answered", "state"), VERSIONS)
def test_a_new_version_of_the_document(
    corpus: Corpus, quote: str, owner: str, answered: tuple[str, ...], state: str
) -> None:
    correct(corpus, lead=HOME_AFFAIRS)
    with engine.writing(corpus._engine) as connection:
        (held,) = queries.documents_called(connection, province().source.sha256)
        changes.remove_document(connection, held.id)
    assert states(corpus) == [(1, "gone")]
    added = corpus.add(later(quote, owner)).document_id
    with corpus.reading() as connection:
        found = queries.tasks_in(connection, [added])
    assert [one.lead for one in found] == [("Sở Y tế",), answered]
    assert states(corpus) == [(1, state)]


def test_both_versions_have_it(corpus: Corpus) -> None:
    correct(corpus, lead=HOME_AFFAIRS)
    new = corpus.add(later()).document_id
    assert {answer.task.lead for answer in who(corpus, "thẩm định kinh phí mua sắm")} == {HOME_AFFAIRS}
    assert corpus.corrections()[0].documents == (2, new)


def test_another_document_of_that_number_has_it_not(corpus: Corpus) -> None:
    correct(corpus, lead=HOME_AFFAIRS)
    other = corpus.add(later(issuer="Ủy ban nhân dân tỉnh Quảng Nam")).document_id
    with corpus.reading() as connection:
        assert queries.tasks_in(connection, [other])[1].lead == ("Sở Tài chính",)


def test_a_document_taken_out_and_put_in_again(corpus: Corpus) -> None:
    correct(corpus, lead=HOME_AFFAIRS)
    with engine.writing(corpus._engine) as connection:
        changes.remove_document(connection, 2)
    assert states(corpus) == [(1, "gone")]
    corpus.add(province())
    assert lead(corpus) == HOME_AFFAIRS


def test_the_key_of_the_work_may_change_meanwhile(tmp_path: Path) -> None:
    """A plan whose header names no province, until a decision of the province cites it with its day."""
    with Corpus.open(tmp_path / "kho.db") as corpus:
        corpus.add(
            plan("Sở Y tế tổng hợp báo cáo kết quả.", number="9/KH-UBND", issuer="Ủy ban nhân dân tỉnh")
        )
        found = task(corpus, "tổng hợp báo cáo", "9/KH-UBND")
        corpus.correct_task(found, TaskChange(lead=HOME_AFFAIRS), by="Hoa")
        before = work(corpus, "9")
        cited = {"symbol": "9/KH-UBND", "issuer": LAM_DONG, "date": "2025-01-01", "quote": "Kế hoạch 9"}
        corpus.add(make("Kế hoạch 9", header={"number": "5/QĐ-UBND", "issuer": LAM_DONG}, citations=[cited]))
        new = plan("Bản hai", "Sở Y tế tổng hợp báo cáo kết quả.", number="9/KH-UBND")
        added = corpus.add(replace(new, tasks=(replace(new.tasks[1], lead=()),))).document_id
        assert work(corpus, "9") != before
        with corpus.reading() as connection:
            assert queries.tasks_in(connection, [added])[0].lead == HOME_AFFAIRS


def test_a_document_of_which_nobody_knows_what_it_is(tmp_path: Path) -> None:
    """Its number is of two provinces, and its letterhead is missing: the copy itself has the corrections."""
    with Corpus.open(tmp_path / "kho.db") as corpus:
        for place in ("Lâm Đồng", "Quảng Nam"):
            corpus.add(
                plan(f"Báo cáo của {place}.", number="382/KH-UBND", issuer=f"Ủy ban nhân dân tỉnh {place}")
            )
        named = plan("Sở Y tế tổng hợp.", number="382/KH-UBND", issuer=None, date="2025")
        unknown = replace(named, source=replace(named.source, path="a/nháp.txt"))
        for _ in range(2):
            corpus.add(unknown, replace=True)
            found = task(corpus, "tổng hợp", "nháp.txt")
            corpus.correct_task(found, TaskChange(lead=HOME_AFFAIRS), by="Hoa")
            corpus.same_agency("Sở Nội vụ", "Sở Nội vụ tỉnh", by="Hoa", document_id=found.document_id)
            assert task(corpus, "tổng hợp", "nháp.txt").lead == ("Sở Nội vụ tỉnh",)
        upper = task(corpus, "Báo cáo của Lâm Đồng", "382/KH-UBND Lâm Đồng")
        corpus.link_tasks(task(corpus, "tổng hợp", "a/nháp.txt"), upper, by="Hoa")
        assert states(corpus) == [(1, "holds"), (2, "holds"), (3, "holds")]
        with pytest.raises(CorpusError, match="có thể là 3 văn bản"):
            task(corpus, "Báo cáo", "382/KH-UBND")


def test_joined_works_share_their_corrections(corpus: Corpus) -> None:
    correct(corpus, lead=HOME_AFFAIRS)
    slip = corpus.add(later(number="85/KH-UBNDT", issuer=LAM_DONG)).document_id
    with corpus.reading() as connection:
        one, other = (queries.works_with_number(connection, "85")[n].key for n in (0, 1))
        assert queries.tasks_in(connection, [slip])[1].lead == ("Sở Tài chính",)
    corpus.join(one, other, by="Hoa")
    with corpus.reading() as connection:
        assert queries.tasks_in(connection, [slip])[1].lead == HOME_AFFAIRS


def test_what_a_citation_means(corpus: Corpus) -> None:
    """The commune cites the plan of the province in two ways; of one of them somebody says that it is the decision."""
    cited = citation(corpus, "Kế hoạch số 85/KH-UBND ngày 14/02/2025", "12/KH-UBND")
    (said,) = corpus.correct_citation(cited, work(corpus, "1486"), by="Hoa", note="trích nhầm")
    assert (said.before, said.after) == (
        (f"85/KH-UBND, 2025-02-14, {LAM_DONG}",),
        (f"1486/QĐ-TTg, 2024-11-29, {PRIME_MINISTER}",),
    )

    def cites(number: str) -> list[str]:
        steps = trace(corpus, number, "down", depth=1).roots[0].down
        return [f"{step.document.number} {step.relation}" for step in steps]

    assert cites("1486/QĐ-TTg") == ["12/KH-UBND carries_out", "85/KH-UBND carries_out", "85/KH-UBND mentions"]
    assert cites("85/KH-UBND") == ["12/KH-UBND mentions"]
    for anew in (commune(), replace(commune(), citations=commune().citations[:2], tasks=())):
        corpus.add(anew, replace=True)
        (up,) = (
            step for step in trace(corpus, "12/KH-UBND", "up").roots[0].up if step.relation == "carries_out"
        )
        assert (up.work and up.work.symbol, up.status) == ("1486/QĐ-TTg", "resolved")
        assert [(mark.by, mark.was) for mark in up.words[0].corrected] == [("Hoa", said.before)]
    corpus.add(commune(), replace=True)
    assert (
        corpus.correct_citation(
            citation(corpus, "ngày 14/02/2025", "12/KH-UBND"), work(corpus, "1486"), by="Nam"
        )
        == []
    )
    corpus.undo(said.id, by="Hoa")
    assert cites("85/KH-UBND") == ["12/KH-UBND carries_out", "12/KH-UBND mentions"]


def test_words_that_cite_nothing(corpus: Corpus) -> None:
    """The commune cites the plan of the province in two ways; of one of them somebody says that it cites nothing."""
    before = corpus.annotations([3])
    cited = citation(corpus, "Kế hoạch số 85/KH-UBND ngày 14/02/2025", "12/KH-UBND")
    (said,) = corpus.correct_citation(cited, None, by="Hoa")
    assert (said.before, said.after, said.target) == ((f"85/KH-UBND, 2025-02-14, {LAM_DONG}",), (), None)
    for anew in range(2):
        now = citation(corpus, "Kế hoạch số 85/KH-UBND ngày 14/02/2025", "12/KH-UBND")
        assert (now.status, now.work_id, now.candidates, now.held) == ("none", None, (), False)
        steps = trace(corpus, "85/KH-UBND", "down", depth=1).roots[0].down
        assert [f"{step.document.number} {step.relation}" for step in steps] == ["12/KH-UBND mentions"]
        (gold,) = corpus.annotations([3])
        assert len(gold["citations"]) == 2
        assert [one["field"] for one in gold["corrected"]] == ["means"]
        if not anew:
            corpus.add(commune(), replace=True)
    assert corpus.correct_citation(now, None, by="Nam") == []
    assert states(corpus) == [(said.id, "holds")]
    corpus.correct_citation(now, work(corpus, "1486"), by="Nam")
    assert states(corpus) == [(1, "superseded"), (2, "holds")]
    corpus.undo(2, by="Hoa")
    corpus.undo(1, by="Hoa")
    assert [one["citations"] for one in corpus.annotations([3])] == [one["citations"] for one in before]


def test_documents_that_cite_are_counted_as_put_right(tmp_path: Path) -> None:
    """Of three plans that cite one decision the newest means the other one, somebody says, which a fourth plan cites."""
    one, other = (
        {"symbol": f"{n}/QĐ-TTg", "type": "Quyết định", "issuer": PRIME_MINISTER, "date": "2024-11-29"}
        for n in (11, 22)
    )
    with Corpus.open(tmp_path / "kho.db") as opened:
        for n in range(3):
            opened.add(citing(one, number=f"{n}/KH-UBND", date=f"2025-01-0{n + 1}"))
        opened.add(citing(other, number="3/KH-UBND", date="2025-01-04"))
        opened.correct_citation(citation(opened, "11/QĐ-TTg", "2/KH-UBND"), work(opened, "22"), by="Hoa")
        with opened.reading() as connection:
            ids = [queries.works_with_number(connection, number)[0].id for number in ("11", "22")]
            newest = queries.newest_citations_of(connection, ids[:1], 1)
            documents = queries.documents(connection, {found.document_id for found in newest})
            assert "1/KH-UBND" in {document.number for document in documents.values()}
            assert queries.counts_below(connection, ids) == dict(zip(ids, (2, 2), strict=True))


def test_an_open_citation_is_decided(tmp_path: Path) -> None:
    with Corpus.open(tmp_path / "kho.db") as corpus:
        for place in ("Lâm Đồng", "Quảng Nam"):
            corpus.add(plan(place, number="382/KH-UBND", issuer=f"Ủy ban nhân dân tỉnh {place}"))
        open_one = {"quote": "Kế hoạch 382/KH-UBND", "symbol": "382/KH-UBND", "type": "Kế hoạch"}
        corpus.add(make("Kế hoạch 382/KH-UBND", header={"number": "6/CV-STC"}, citations=[open_one]))
        cited = citation(corpus, "382", "6/CV-STC")
        assert (cited.status, len(cited.candidates)) == ("ambiguous", 2)
        with corpus.reading() as connection:
            chosen, other = queries.works_with_number(connection, "382")
        corpus.correct_citation(cited, chosen.key, by="Hoa")
        decided = citation(corpus, "382", "6/CV-STC")
        assert (decided.status, decided.work_id, decided.candidates, decided.near) == (
            "resolved",
            chosen.id,
            (),
            (),
        )
        with corpus.reading() as connection:
            assert [one.id for one in queries.citations_of(connection, [chosen.id])] == [cited.id]
            assert queries.citations_of(connection, [other.id]) == []


def test_a_citation_of_itself(corpus: Corpus) -> None:
    cited = citation(corpus, "ngày 14/02/2025", "12/KH-UBND")
    corpus.correct_citation(cited, work(corpus, "12"), by="Hoa")
    assert citation(corpus, "ngày 14/02/2025", "12/KH-UBND").status == "self"


def test_which_task_of_a_higher_document_a_task_carries_out(corpus: Corpus) -> None:
    lower, upper = (
        task(corpus, "vận động các hộ", "12/KH-UBND"),
        task(corpus, "hướng dẫn phân loại", "1486/QĐ-TTg"),
    )
    assert len(corpus.link_tasks(lower, upper, by="Hoa", note="cùng một việc")) == 1
    assert corpus.link_tasks(lower, upper, by="Nam") == []
    corpus.add(commune(), replace=True)
    corpus.add(decision(), replace=True)
    lower, upper = (
        task(corpus, "vận động các hộ", "12/KH-UBND"),
        task(corpus, "hướng dẫn phân loại", "1486/QĐ-TTg"),
    )
    for document in (lower.document_id, upper.document_id):
        with corpus.reading() as connection:
            (link,) = links(connection, [document])
        assert (link.lower, link.upper, link.by, link.note) == (lower.id, upper.id, "Hoa", "cùng một việc")
    with corpus.reading() as connection:
        assert links(connection, [2]) == []
    corpus.add(replace(decision(), tasks=()), replace=True)
    assert states(corpus) == [(1, "gone")]
    corpus.add(decision(), replace=True)
    corpus.undo(1, by="Hoa")
    with corpus.reading() as connection:
        assert links(connection, [1, 2, 3]) == []
    with pytest.raises(CorpusError, match="cùng một văn bản"):
        corpus.link_tasks(task(corpus, FUNDING), task(corpus, "hội nghị"), by="Hoa")


def test_two_names_of_one_body(corpus: Corpus) -> None:
    corpus.same_agency("sở tài chính", "Sở Tài chính - Kế hoạch", by="Hoa")
    assert lead(corpus) == ("Sở Tài chính - Kế hoạch",)
    found = who(corpus, "tổ chức hội nghị tổng kết")[0].task
    assert found.support == ("Sở Tài chính - Kế hoạch",)
    assert [(mark.field, mark.was) for mark in found.corrected] == [("support", ("Sở Tài chính",))]
    assert corpus.same_agency("Sở Tài chính", "Sở Tài chính - Kế hoạch", by="Nam") == []
    corpus.same_agency("Sở Tài chính - Kế hoạch", "Sở Kế hoạch", by="Nam")
    assert lead(corpus) == ("Sở Kế hoạch",), "through the second name the first is one with the third"
    corpus.same_agency("Sở Kế hoạch", "Sở Tài chính", by="Nam")
    assert lead(corpus) == ("Sở Tài chính",), "the name that was said last is used, and a circle ends"
    for number in (3, 2, 1):
        corpus.undo(number, by="Hoa")
    assert who(corpus, FUNDING)[0].task.corrected == ()


def test_what_is_said_of_names_is_news_only_once(corpus: Corpus) -> None:
    one, other = "Sở Tài chính", "Sở Kế hoạch"
    news = [
        len(corpus.same_agency(*names, by="Hoa"))
        for names in ((one, other), (one, other), (other, one), (one, other))
    ]
    assert news == [1, 0, 1, 1]
    assert lead(corpus) == (other,)


def test_two_names_of_one_body_in_one_document(corpus: Corpus) -> None:
    corpus.same_agency("Phòng Kinh tế", "Phòng Kinh tế - Hạ tầng", by="Hoa", document_id=2)
    assert lead(corpus, "vận động các hộ phân loại rác") == ("Phòng Kinh tế",)
    corpus.same_agency("Phòng Kinh tế", "Phòng Kinh tế - Hạ tầng", by="Hoa", document_id=3)
    assert lead(corpus, "vận động các hộ phân loại rác") == ("Phòng Kinh tế - Hạ tầng",)


@pytest.mark.parametrize(
    ("change", "by", "said"),
    [
        (TaskChange(lead=("Sở Y tế",)), " \t", "thiếu tên người sửa"),
        (TaskChange(lead=("Sở Y tế",)), "\u200b", "thiếu tên người sửa"),
        (TaskChange(due=("2024-06-31",)), "Hoa", "không có ngày này"),
        (TaskChange(due=("31/6/2024",)), "Hoa", "không có ngày này"),
        (TaskChange(due=("0024-06-30",)), "Hoa", "không có ngày này"),
        (TaskChange(due=("sớm",)), "Hoa", "không có ngày này"),
        (TaskChange(due=("٢٠٢٤-06-30",)), "Hoa", "không có ngày này"),
        (TaskChange(lead=("Sở Y tế",), no_task=True), "Hoa", "không đi cùng"),
        (TaskChange(lead=("Sở Y tế",), support=("Sở Y tế",)), "Hoa", "vừa chủ trì vừa phối hợp"),
        (TaskChange(lead=("Sở " * 1000,)), "Hoa", "tên quá dài"),
    ],
)
def test_what_is_refused(corpus: Corpus, change: TaskChange, by: str, said: str) -> None:
    with pytest.raises(CorpusError, match=said):
        corpus.correct_task(task(corpus, FUNDING), change, by=by)
    assert corpus.corrections() == []


@pytest.mark.parametrize("due", ["2025-12-31", "FREQ=MONTHLY;INTERVAL=3", "P15D"])
def test_deadlines_that_are_taken(corpus: Corpus, due: str) -> None:
    correct(corpus, due=(due, due))
    assert who(corpus, FUNDING)[0].task.due == (due,)


def test_what_is_not_there_is_refused(corpus: Corpus) -> None:
    seen = task(corpus, FUNDING)
    with pytest.raises(CorpusError, match="vừa được đọc lại"):
        corpus.correct_task(replace(seen, quote="lời khác"), TaskChange(lead=()), by="Hoa")
    with pytest.raises(CorpusError, match="vừa được đọc lại"):
        corpus.correct_task(replace(seen, id=10_000), TaskChange(lead=()), by="Hoa")
    with pytest.raises(CorpusError, match="không có văn bản này"):
        corpus.correct_citation(citation(corpus, "14/02/2025", "12/KH-UBND"), "không có", by="Hoa")
    for number in (7, 0, -1, 10**30):
        with pytest.raises(CorpusError, match="không có lần sửa này"):
            corpus.undo(number, by="Hoa")
    for one, other in (("Sở Y tế", "SỞ Y TẾ"), ("", "Sở Y tế")):
        with pytest.raises(CorpusError):
            corpus.same_agency(one, other, by="Hoa")


HOSTILE = [
    "=HYPERLINK(1)",
    "'; DROP TABLE corrections; --",
    "\x1b[31mSở\x00",
    "\ud800",
    "‮ở Sở",
    "<script>",
    "%s{}",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_what_people_type_is_data(corpus: Corpus, name: str) -> None:
    correct(corpus, lead=(name,), by=name)
    corpus.same_agency(name + "x", name + "y", by="Hoa", note=name)
    (found,) = lead(corpus)
    assert found == lead(corpus)[0]
    assert len(corpus.corrections()) == 2
    assert states(corpus) == [(1, "holds"), (2, "holds")]


def test_twins_in_one_document(tmp_path: Path) -> None:
    """The same words under two offices: each has its own correction, also where a third comes."""
    text = "I. SỞ Y TẾ\nTheo dõi, đôn đốc.\nII. SỞ NỘI VỤ\nTheo dõi, đôn đốc ."
    outline = [
        {"id": "I", "heading": "SỞ Y TẾ", "kind": "roman", "end": text.index("II")},
        {"id": "II", "heading": "SỞ NỘI VỤ", "kind": "roman"},
    ]
    tasks = [
        {"quote": "Theo dõi, đôn đốc.", "section": "I"},
        {"quote": "Theo dõi, đôn đốc .", "section": "II"},
    ]
    header = {"number": "4/KH-UBND", "issuer": LAM_DONG, "date": "2025-01-01"}
    with Corpus.open(tmp_path / "kho.db") as corpus:
        corpus.add(make(text, header=header, outline=outline, tasks=tasks))
        with pytest.raises(CorpusError, match="hợp với 2 nhiệm vụ"):
            task(corpus, "theo dõi", "4/KH-UBND")
        for name, owner in (("t0", "Sở Y tế"), ("t1", "Sở Nội vụ")):
            corpus.correct_task(task(corpus, name, "4/KH-UBND"), TaskChange(lead=(owner,)), by="Hoa")
        with corpus.reading() as connection:
            assert [one.lead for one in queries.tasks_in(connection, [1])] == [("Sở Y tế",), ("Sở Nội vụ",)]
        assert states(corpus) == [(1, "holds"), (2, "holds")]


def test_two_that_correct_at_once(corpus: Corpus) -> None:
    """Each takes the write lock: both are kept, and one of them is the last."""
    script = (
        "import sys; from corpus.store import Corpus; from corpus.statement import TaskChange; from graph.who import who\n"
        "with Corpus.open(sys.argv[1]) as c:\n"
        "    seen = who(c, 'thẩm định kinh phí')[0].task\n"
        "    for n in range(5): c.correct_task(seen, TaskChange(lead=(f'Sở {sys.argv[2]} {n}',)), by=sys.argv[2])"
    )
    path = str(corpus._engine.url.database)
    runs = [
        subprocess.Popen([sys.executable, "-c", script, path, name], cwd=Path(__file__).parents[1])
        for name in ("Hoa", "Nam")
    ]
    assert [run.wait() for run in runs] == [0, 0]
    found = corpus.corrections()
    assert [one.state for one in found] == ["holds"] + ["superseded"] * 9
    assert lead(corpus) == found[0].correction.after


def test_an_annotation_is_what_was_extracted_where_nothing_was_corrected(corpus: Corpus) -> None:
    for number, extraction in enumerate((decision(), province(), commune()), 1):
        (gold,) = corpus.annotations([number])
        assert scored(gold, extraction.as_json()).misses == []
        assert gold["corrected"] == []


def test_an_annotation_has_what_was_put_right(corpus: Corpus) -> None:
    correct(corpus, lead=HOME_AFFAIRS, due=("2025-06-29",))
    correct(corpus, "tổ chức hội nghị tổng kết", no_task=True)
    corpus.correct_citation(citation(corpus, "14/02/2025", "12/KH-UBND"), work(corpus, "1486"), by="Hoa")
    provincial, communal = corpus.annotations([2, 3])
    (only,) = provincial["tasks"]
    assert (only["lead"], only["due"], only["section"]) == (["Sở Nội vụ"], ["2025-06-29"], "II.1")
    assert provincial["deadlines"] == [
        {"quote": "trước ngày 30/6/2025", "due": "2025-06-30", "bound": "before"}
    ], "the words do not name the new day"
    assert [(one["number"], one["field"]) for one in provincial["corrected"]] == [
        (1, "lead"),
        (2, "due"),
        (3, "not_task"),
    ]
    law, put_right, other = communal["citations"]
    assert (law["title"], law["symbol"]) == ("Bảo vệ môi trường", None)
    assert (put_right["symbol"], put_right["issuer"], put_right["date"]) == (
        "1486/QĐ-TTg",
        PRIME_MINISTER,
        None,
    )
    assert (other["symbol"], other["date"]) == ("85/KH-UBND", "2025-02-14")


def test_a_day_that_was_misread_is_put_right_in_the_annotation(corpus: Corpus) -> None:
    (slip,) = province().deadlines
    first, second = province().tasks
    misread = replace(
        province(),
        deadlines=(replace(slip, due="2025-03-06"),),
        tasks=(replace(first, due=("2025-03-06",)), second),
    )
    corpus.add(misread, replace=True)
    correct(corpus, due=("2025-06-30",))
    (gold,) = corpus.annotations([2])
    assert scored(gold, province().as_json()).misses == []
