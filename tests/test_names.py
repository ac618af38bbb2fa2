"""Works are found by their names through an index, which follows what is known of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from corpus_family import PRIME_MINISTER, citing, decision, make

from corpus.store import Corpus
from graph.lookup import find_works

CHILDREN = "Chương trình hành động quốc gia vì trẻ em"
TYPED = [
    (CHILDREN, [CHILDREN]),
    ("chuong trinh hanh dong quoc gia vi tre em", [CHILDREN]),
    ("hành động quốc gia", [CHILDREN]),
    ("định", []),  # one word is no name
    ("Đất đai", ["Đất đai"]),
    ("Luật Đất đai", ["Đất đai"]),
    ("phân loại chất thải", ["Phê duyệt Đề án phân loại chất thải rắn sinh hoạt tại nguồn"]),
]


@pytest.mark.parametrize("many", [False, True], ids=["few works", "many works"])
@pytest.mark.parametrize(("typed", "titles"), TYPED)
def test_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, titles: list[str], many: bool
) -> None:
    monkeypatch.setattr("graph.lookup._MOST_NAMED", 3 if many else 2_000)
    with Corpus.open(tmp_path / "kho.db") as corpus:
        corpus.add(decision())
        said = {"symbol": "23/QĐ-TTg", "type": "Quyết định", "issuer": PRIME_MINISTER, "date": "2021-01-07"}
        corpus.add(citing(said | {"title": CHILDREN}, {"type": "Luật", "title": "Đất đai"}))
        with corpus.reading() as connection:
            assert [work.title for work in find_works(connection, typed).works] == titles


def test_the_closest_share_a_word_where_there_are_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.lookup._MOST_NAMED", 3)
    with Corpus.open(tmp_path / "kho.db") as corpus:
        corpus.add(decision())
        corpus.add(citing(*({"symbol": f"{n}/KH-UBND"} for n in range(5))))
        with corpus.reading() as connection:
            assert [work.symbol for work in find_works(connection, "1468/QĐ-TTg").close] == ["1486/QĐ-TTg"]


def test_a_work_that_nobody_means_any_more_is_out_of_the_index(tmp_path: Path) -> None:
    text = "Căn cứ Luật Đất đai."
    law = {"quote": "Luật Đất đai", "type": "Luật", "title": "Đất đai"}
    with Corpus.open(tmp_path / "kho.db") as corpus:
        for citations in ((law,), ()):
            corpus.add(make(text, citations=citations), replace=True)
            with corpus.reading() as connection:
                assert len(find_works(connection, "Luật Đất đai").works) == len(citations)
                indexed = connection.exec_driver_sql("SELECT rowid FROM work_names").all()
                assert indexed == connection.exec_driver_sql("SELECT id FROM works").all()
