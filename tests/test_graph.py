"""The graph of obligations: its nodes, its edges, and parts of it for networkx."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from corpus_family import commune, decision, province
from running import SAMPLES

from corpus.store import Corpus
from extract import extract
from graph.build import build
from graph.nodes import AgencyFact, ObligationGraph
from graph.programmes import Programme, programmes_in
from ingest import read


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ObligationGraph]:
    with Corpus.open(tmp_path_factory.mktemp("graph") / "kho.db") as corpus:
        for path in sorted(SAMPLES.glob("0[1-9]-*")):
            if path.suffix != ".json":
                corpus.add(extract(read(path)))
        yield build(corpus)


def test_every_kind_of_node_and_edge(graph: ObligationGraph) -> None:
    nodes = Counter(node["node"].kind for _, node in graph.networkx.nodes(data=True))
    assert set(nodes) == {
        "work",
        "document",
        "provision",
        "task",
        "agency",
        "programme",
        "deadline",
        "target",
    }
    edges = Counter(edge.kind for _, _, edge in graph.networkx.edges(data="edge"))
    assert set(edges) == {
        *("cites", "carries_out", "legal_basis", "amends", "replaces", "repeals", "sets_up", "names"),
        *(
            "assigns_lead",
            "assigns_support",
            "reports_to",
            "due",
            "belongs_to",
            "succeeds",
            "matches",
            "part_of",
        ),
    }


def test_what_was_read_has_its_words_and_its_day(graph: ObligationGraph) -> None:
    for _, _, edge in graph.networkx.edges(data="edge"):
        if edge.kind in (
            "assigns_lead",
            "assigns_support",
            "reports_to",
            "due",
            "legal_basis",
            "names",
            "matches",
        ):
            assert edge.span is not None, edge
            assert edge.span.quote, edge
            assert edge.day, edge
        if edge.kind == "succeeds":
            assert edge.day, edge
            assert edge.basis, edge


def test_a_body_lives_from_a_day_to_a_day(graph: ObligationGraph) -> None:
    facts = [node.fact for node in graph.nodes("agency") if isinstance(node.fact, AgencyFact)]
    lives = {fact.name: (fact.valid_from, fact.valid_to) for fact in facts}
    assert lives["Sở Giao thông vận tải tỉnh Thái Bình"][1] == "2025-02-28"
    assert lives["Công an huyện Hưng Hà"][1] == "2025-02-28"


def test_who_succeeds_whom(graph: ObligationGraph) -> None:
    old = "agency:province.cong-an-tinh@thai-binh"
    steps = [(edge.source, edge.day, edge.basis) for edge in graph.edges_to(old, ["succeeds"])]
    assert steps == [("agency:province.cong-an-tinh@hung-yen-2025", "2025-07-01", "Nghị quyết 202/2025/QH15")]
    over = [edge.target for edge in graph.edges_from("agency:province.so-xay-dung@thai-binh", ["belongs_to"])]
    assert over == ["agency:province.uy-ban-nhan-dan-tinh@thai-binh"]


def test_a_programme_joins_those_who_carry_it_out(graph: ObligationGraph) -> None:
    (programme,) = graph.nodes("programme")
    kinds = Counter(edge.kind for edge in graph.edges_to(programme.id, ["sets_up", "carries_out"]))
    assert kinds["sets_up"] == 1


def test_tasks_match_across_levels(graph: ObligationGraph) -> None:
    for edge in graph.edges("matches"):
        assert edge.score is not None
        assert 0 < edge.score <= 1
        assert edge.relation
        above, below = graph.node(edge.source), graph.node(edge.target)
        assert above
        assert below
        assert above.fact.document_id != below.fact.document_id
    assert any(edge.status == "resolved" for edge in graph.edges("matches"))


def test_a_view_is_a_part(graph: ObligationGraph) -> None:
    view = graph.view(["task", "agency"], ["assigns_lead"], on="2024-12-31")
    kinds = {view.nodes[node]["node"].kind for node in view}
    assert kinds == {"task", "agency"}
    said = [edge for _, _, edge in view.edges(data="edge")]
    assert said
    assert all(edge.kind == "assigns_lead" and edge.day <= "2024-12-31" for edge in said)
    assert view.number_of_edges() < len(list(graph.edges("assigns_lead")))
    assert graph.view().number_of_nodes() == graph.networkx.number_of_nodes()


def test_an_old_corpus_gets_its_bodies(tmp_path: Path) -> None:
    """Version 0007 has names only; on the way to 0008 it is found which body each means."""
    from sqlalchemy import text

    from corpus import engine, migrations

    path = tmp_path / "kho.db"
    with Corpus.open(path) as corpus:
        for one in (decision, province, commune):
            corpus.add(one())
        before = sorted(node.id for node in build(corpus).nodes("agency"))
    made = engine.connect(path)
    with engine.writing(made) as connection:
        from alembic import command

        command.downgrade(migrations.config(connection), "0007")
    made.dispose()
    with Corpus.open(path) as corpus:
        assert sorted(node.id for node in build(corpus).nodes("agency")) == before
        with corpus.reading() as connection:
            assert connection.scalar(text("SELECT count(*) FROM task_bodies WHERE body_id IS NULL")) == 0


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Phê duyệt Chương trình phát triển thủy sản giai đoạn 2021 - 2025",
         [Programme("Chương trình phát triển thủy sản", "2021-2025", True)]),
        ("Triển khai thực hiện Chương trình phát triển thủy sản trên địa bàn huyện",
         [Programme("Chương trình phát triển thủy sản", None, False)]),
        ("Về việc ban hành Kế hoạch thực hiện Đề án 06 năm 2024", [Programme("Đề án 06", None, False)]),
        ("Phê duyệt Chiến lược quốc gia về bình đẳng giới",
         [Programme("Chiến lược quốc gia về bình đẳng giới", None, True)]),
        ("Thực hiện Chương trình xây dựng nông thôn mới và Đề án mỗi xã một sản phẩm",
         [Programme("Chương trình xây dựng nông thôn mới và Đề án mỗi xã một sản phẩm", None, False),
          Programme("Đề án mỗi xã một sản phẩm", None, False)]),
        ("Chương trình công tác năm 2024", []),
        ("Chương trình hành động thực hiện Nghị quyết số 19-NQ/TW", []),
        ("Quy chế phối hợp giữa các chương trình", []),
        ("Phê duyệt Đề án", []),
        ("", []),
        (None, []),
    ],
)  # fmt: skip
def test_programmes_in_titles(title: str | None, found: list[Programme]) -> None:
    assert list(programmes_in(title)) == found
