"""Adding is idempotent, whole or not at all, and finds for every citation the work it means, in any order."""

from __future__ import annotations

import itertools
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from corpus_family import LAM_DONG, PRIME_MINISTER, citing, commune, decision, make, plan, province
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus import queries
from corpus.errors import CorpusError
from corpus.facts import CitationFact
from corpus.store import Added, Corpus
from extract.extraction import Extraction

HERE = Path(__file__).parent
FAMILY = [decision, province, commune]
FACTS = (
    "documents",
    "sections",
    "citations",
    "tasks",
    "task_bodies",
    "task_citations",
    "works",
    "descriptions",
)


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with Corpus.open(tmp_path / "kho.db") as opened:
        yield opened


def citations(corpus: Corpus, extraction: Extraction) -> list[CitationFact]:
    with corpus.reading() as connection:
        document = queries.document_with_content(connection, extraction.source.sha256)
        return queries.citations_in(connection, [document] if document else [])


def meaning(corpus: Corpus) -> object:
    """What is known of every work, and which each citation means, without the ids that depend on the order."""
    with corpus.reading() as connection:
        documents = {document.id: document.path for document in queries.all_documents(connection)}
        said = queries.citations_in(connection, documents)
        ids = {one.work_id for one in said if one.work_id} | {id_ for one in said for id_ in one.candidates}
        works = {id_: replace(work, id=0) for id_, work in queries.works(connection, ids).items()}
        return sorted(
            (
                documents[one.document_id],
                one.start,
                one.status,
                str(works.get(one.work_id or 0)),
                sorted(str(works[id_]) for id_ in one.candidates),
            )
            for one in said
        )


def rows(path: Path) -> dict[str, int]:
    with sqlite3.connect(path) as connection:
        return {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in FACTS}


def test_the_same_content_is_added_once(tmp_path: Path) -> None:
    path = tmp_path / "kho.db"
    with Corpus.open(path) as corpus:
        first = corpus.add(province())
        before = rows(path)
        again = corpus.add(replace(province(), source=replace(province().source, path="bản sao.txt")))
        assert (first.new, again) == (True, Added(first.document_id, new=False))
        assert corpus.holds(province().source.sha256)
        assert not corpus.holds("0" * 64)
        assert rows(path) == before


def test_a_later_parse_replaces_only_when_asked(corpus: Corpus) -> None:
    corpus.add(commune())
    old = corpus.add(province())
    corrected = replace(
        province(),
        tasks=province().tasks[:1],
        citations=(),
        header=replace(province().header, number="86/KH-UBND"),
    )
    assert not corpus.add(corrected).new
    assert corpus.add(corrected, replace=True) == Added(old.document_id, new=True)
    with corpus.reading() as connection:
        assert len(queries.tasks_in(connection, [old.document_id])) == 1
        assert queries.works_with_symbol(connection, "1486/qd-ttg") == []  # nobody speaks of it any more
    assert corpus.find_tasks("hội nghị tổng kết") == []
    assert [one.status for one in citations(corpus, commune())] == [
        "unmatched"
    ] * 3  # it has another number now


def test_replacing_by_the_same_changes_nothing(corpus: Corpus) -> None:
    for build in FAMILY:
        corpus.add(build())
    before, found = meaning(corpus), corpus.find_tasks("phân loại rác")
    corpus.add(province(), replace=True)
    assert meaning(corpus) == before
    assert [hit.match for hit in corpus.find_tasks("phân loại rác")] == [hit.match for hit in found]


def test_earlier_citations_find_a_document_that_comes_later(corpus: Corpus) -> None:
    corpus.add(commune())
    assert [one.status for one in citations(corpus, commune())] == ["unmatched"] * 3
    corpus.add(province())
    law, *plans = citations(corpus, commune())
    assert law.status == "unmatched"
    assert [one.status for one in plans] == ["resolved"] * 2
    assert all(one.held for one in plans)


def test_the_order_of_adding_does_not_matter(tmp_path: Path) -> None:
    """Also where a citation is left open, and where one alone completes what others say."""
    extra = [
        citing({"symbol": "1486/QĐ-TTg", "issuer": PRIME_MINISTER}, number="8/KH-UBND"),
        citing({"symbol": "1486/QĐ-TTg", "issuer": PRIME_MINISTER, "date": "2019-01-01"}, number="9/KH-UBND"),
    ]
    documents = [build() for build in FAMILY] + extra
    found = []
    for n, order in enumerate([*itertools.permutations(documents)][::17]):
        with Corpus.open(tmp_path / f"{n}.db") as corpus:
            for document in order:
                corpus.add(document)
            found.append(meaning(corpus))
    assert len(found) == 8
    assert all(one == found[0] for one in found)
    assert "ambiguous" in str(found[0])


@pytest.mark.parametrize(
    ("citation", "status"),
    [
        ({"symbol": "85/KH-UBND", "issuer": LAM_DONG, "date": "2025-02-14"}, "resolved"),
        ({"symbol": "85/KH-UBND", "issuer": LAM_DONG}, "resolved"),  # the only one of that body
        ({"symbol": "85/KH-UBND", "issuer": "Ủy ban nhân dân tỉnh", "date": "2025-02-14"}, "resolved"),
        ({"symbol": "85/KH-UBND"}, "ambiguous"),  # of any province: a candidate, no more
        ({"symbol": "85/KH-UBND", "issuer": "Ủy ban nhân dân tỉnh Quảng Nam"}, "unmatched"),
        ({"symbol": "85/KH-UBND", "issuer": LAM_DONG, "date": "2024-02-14"}, "unmatched"),
        ({"symbol": "1486/QĐ-TTg", "issuer": PRIME_MINISTER}, "resolved"),
        ({"symbol": "/QĐ-UBND", "type": "Quyết định"}, "unmatched"),
        ({"symbol": None, "status": "broken"}, "broken"),
        ({"symbol": "85/KH-UBND", "status": "self"}, "self"),
    ],
)
def test_what_a_citation_means(corpus: Corpus, citation: dict[str, str], status: str) -> None:
    for build in FAMILY:
        corpus.add(build())
    asking = citing(citation, date="2025-09-01")
    corpus.add(asking)
    (found,) = citations(corpus, asking)
    assert found.status == status
    assert bool(found.candidates) == (status == "ambiguous")
    assert found.symbol == citation["symbol"]  # what was said stays as it was said


def test_what_the_rule_data_know_helps_but_is_not_what_was_said(corpus: Corpus) -> None:
    """A law cited by name, whose number the rule data know, is the law that the corpus holds under that number."""
    corpus.add(
        make(
            "Luật số: 72/2020/QH14",
            header={"type": "Luật", "number": "72/2020/QH14", "issuer": "Quốc hội", "date": "2020-11-17"},
        )
    )
    asking = citing(
        {
            "symbol": None,
            "type": "Luật",
            "title": "Bảo vệ môi trường",
            "work": {"symbol": "72/2020/QH14"},
            "issuer": "Quốc hội",
        }
    )
    corpus.add(asking)
    (found,) = citations(corpus, asking)
    assert (found.status, found.symbol) == ("resolved", None)


def test_two_files_of_one_document_are_one_work(corpus: Corpus) -> None:
    scan = replace(province(), source=replace(province().source, sha256="1" * 64))
    ids = [corpus.add(province()).document_id, corpus.add(scan).document_id]
    with corpus.reading() as connection:
        works = {document.work_id for document in queries.documents(connection, ids).values()}
    assert len(works) == 1


def test_drafts_without_a_number_stay_apart(corpus: Corpus) -> None:
    drafts = [plan(f"việc {n}", number="/KH-UBND", title=f"Dự thảo {n}") for n in (1, 2)]
    ids = [corpus.add(draft).document_id for draft in drafts]
    with corpus.reading() as connection:
        works = {document.work_id for document in queries.documents(connection, ids).values()}
    assert len(works - {None}) == 2


STOPS = [
    "documents",
    "citations",
    "task_bodies",
    "UPDATE descriptions",
    "document_words",
    "task_words",
    "COMMIT",
]
ADDER = """
import sys, time
from sqlalchemy import event
from corpus_family import commune, decision, province
from corpus.store import Corpus

stop = sys.argv[2]

def pause(*_):
    print("here", flush=True)
    time.sleep(60)

with Corpus.open(sys.argv[1]) as corpus:
    corpus.add(decision())
    corpus.add(commune())
    if stop == "COMMIT":
        event.listen(corpus._engine, "commit", pause)
    else:
        begins = stop if " " in stop else f"INSERT INTO {stop} "
        event.listen(
            corpus._engine,
            "after_cursor_execute",
            lambda connection, cursor, statement, *_: statement.startswith(begins) and pause(),
        )
    corpus.add(province())
"""


def adder(path: Path, *arguments: str) -> subprocess.Popen[bytes]:
    run = [sys.executable, "-c", ADDER, str(path), *arguments]
    paths = os.pathsep.join((str(HERE.parent), str(HERE)))
    return subprocess.Popen(run, stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": paths})


@pytest.mark.parametrize("stop", STOPS)
def test_killed_in_the_middle_the_corpus_is_whole_and_the_run_goes_on(tmp_path: Path, stop: str) -> None:
    path = tmp_path / "kho.db"
    running = adder(path, stop)
    assert running.stdout
    assert running.stdout.readline() == b"here\n"
    os.kill(running.pid, signal.SIGKILL)
    assert running.wait() == -signal.SIGKILL
    running.stdout.close()

    with Corpus.open(path) as corpus, Corpus.open(tmp_path / "never killed.db") as expected:
        assert not corpus.holds(province().source.sha256)
        assert [one.status for one in citations(corpus, commune())] == ["unmatched"] * 3
        assert corpus.find_tasks("thẩm định kinh phí") == []
        for build in (decision, commune, province):
            corpus.add(build())
            expected.add(build())
        assert meaning(corpus) == meaning(expected)
        assert corpus.find_tasks("thẩm định kinh phí") == expected.find_tasks("thẩm định kinh phí")
    assert rows(path) == rows(tmp_path / "never killed.db")
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.execute("INSERT INTO task_words(task_words) VALUES ('integrity-check')")


CONCURRENT = """
import sys
from corpus_family import commune, decision, plan, province
from corpus.store import Corpus

documents = [decision(), province(), commune(), *(plan(f"việc số {n}", number=f"{n}/KH-UBND") for n in range(20))]
with Corpus.open(sys.argv[1]) as corpus:
    print(sum(corpus.add(one).new for one in documents[:: int(sys.argv[2])]))
"""


def test_two_processes_add_at_once(tmp_path: Path) -> None:
    """The same documents from both ends: each is added by exactly one of them."""
    path = tmp_path / "kho.db"
    paths = os.pathsep.join((str(HERE.parent), str(HERE)))
    both = [
        subprocess.Popen(
            [sys.executable, "-c", CONCURRENT, str(path), step],
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": paths},
        )
        for step in ("1", "-1")
    ]
    added = [int(one.communicate()[0]) for one in both]
    assert [one.returncode for one in both] == [0, 0]
    assert sum(added) == 23
    assert rows(path)["documents"] == 23
    with Corpus.open(path) as corpus:
        assert [one.status for one in citations(corpus, commune())] == ["unmatched", "resolved", "resolved"]


def test_readers_do_not_wait_for_a_writer(corpus: Corpus, tmp_path: Path) -> None:
    corpus.add(decision())
    with sqlite3.connect(tmp_path / "kho.db", isolation_level=None) as writer:
        writer.execute("BEGIN IMMEDIATE")
        assert len(corpus.find_tasks("phân loại chất thải")) == 1
        writer.execute("ROLLBACK")


def test_errors_say_where_why_and_what_to_do(tmp_path: Path) -> None:
    junk = tmp_path / "junk.db"
    junk.write_bytes(b"%PDF-1.7 not a database at all" * 200)
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    wrong = {
        str(junk): "không phải là kho văn bản",
        str(other): "là cơ sở dữ liệu của chương trình khác",
        str(tmp_path): "là thư mục",
        str(junk / "kho.db"): "không tạo được thư mục",
        "/proc/kho.db": "không mở được tệp kho",
        "postgresql://user:secret@host/kho": "chưa hỗ trợ",
        "no-such://": "địa chỉ kho không hợp lệ",
        "://": "địa chỉ kho không hợp lệ",
        "sqlite:///x?timeout=soon": "địa chỉ kho không hợp lệ",
    }
    for target, cause in wrong.items():
        with pytest.raises(CorpusError) as caught:
            Corpus.open(target)
        message = str(caught.value)
        assert cause in message, target
        assert ";" in message
        assert "\n" not in message
        assert "secret" not in message
    with sqlite3.connect(other) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("bookmarks",)]


def test_a_locked_corpus_is_reported_and_nothing_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "kho.db"
    Corpus.open(path).close()
    with (
        sqlite3.connect(path, isolation_level=None) as other,
        Corpus.open(f"sqlite:///{path}?timeout=0.1") as corpus,
    ):
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(CorpusError, match="đang bị khóa"):
            corpus.add(decision())
        other.execute("ROLLBACK")
        assert corpus.add(decision()).new


def test_a_reader_makes_no_corpus(tmp_path: Path) -> None:
    path = tmp_path / "kho.db"
    with pytest.raises(CorpusError, match="chưa có kho văn bản"):
        Corpus.open(path, create=False)
    assert not path.exists()
    Corpus.open(tmp_path / "new" / "folder" / "kho.db").close()
    Corpus.open(tmp_path / "new" / "folder" / "kho.db", create=False).close()


TEXTS = st.text(max_size=30)
HEADERS = st.fixed_dictionaries(
    {name: st.none() | TEXTS for name in ("type", "number", "issuer", "place", "date", "title", "signer")}
)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    HEADERS,
    st.lists(
        st.fixed_dictionaries(
            {
                name: st.none() | TEXTS | st.sampled_from(["5/QĐ-UBND", "Luật"])
                for name in ("symbol", "type", "title", "date")
            }
        ),
        max_size=3,
    ),
)
def test_any_extraction_can_be_added(
    corpus: Corpus, header: dict[str, str], cited: list[dict[str, str]]
) -> None:
    extraction = citing(*cited, **header)  # type: ignore[arg-type]
    corpus.add(extraction)
    assert len(citations(corpus, extraction)) == len(cited)
