"""What somebody means who types a number or a name; never one of two in silence."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from corpus_family import LAM_DONG, PRIME_MINISTER, citing, commune, decision, plan, province
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.store import Corpus
from graph.lookup import Found, find_works

QUANG_NAM = "Ủy ban nhân dân tỉnh Quảng Nam"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    with Corpus.open(tmp_path_factory.mktemp("lookup") / "kho.db") as opened:
        for build in (decision, province, commune):
            opened.add(build())
        opened.add(plan("việc", number="/KH-UBND", title="Dự thảo"))
        opened.add(
            citing(
                {"symbol": "85/KH-UBND", "issuer": QUANG_NAM, "date": "2025-03-01", "type": "Kế hoạch"},
                {"symbol": "85/KH-UBND", "issuer": LAM_DONG, "date": "2023-03-01", "type": "Kế hoạch"},
                {"symbol": "76/2014/QH13", "issuer": "Quốc hội", "type": "Nghị quyết"},
                {"type": "Luật", "title": "Nhà vườn", "issuer": "Quốc hội", "date": "2013-11-29"},
                {"type": "Luật", "title": "Nhà vườn", "issuer": "Quốc hội", "date": "2024-01-18"},
                {"symbol": "76/QĐ-TTg", "issuer": PRIME_MINISTER, "date": "2010-01-11", "type": "Quyết định"},
                {
                    "symbol": "02-NQ/TU",
                    "issuer": "Tỉnh ủy Lâm Đồng",
                    "date": "2016-04-27",
                    "type": "Nghị quyết",
                },
            )
        )
        yield opened


def look(corpus: Corpus, typed: str) -> Found:
    with corpus.reading() as connection:
        return find_works(connection, typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1486/QĐ-TTg", ["1486/QĐ-TTg"]),
        ("1486/qd-ttg", ["1486/QĐ-TTg"]),
        (" số 1486 / QĐ – TTg. ", ["1486/QĐ-TTg"]),
        ("Quyết định số 1486/QĐ-TTg ngày 29/11/2024 của Thủ tướng Chính phủ", ["1486/QĐ-TTg"]),
        ("QĐ 1486", ["1486/QĐ-TTg"]),
        ("qd1486", ["1486/QĐ-TTg"]),
        ("quyet dinh so 1486", ["1486/QĐ-TTg"]),
        ("1486", ["1486/QĐ-TTg"]),
        ("nghi quyet 76", ["76/2014/QH13"]),
        ("NQ 76", ["76/2014/QH13"]),
        ("76", ["76/QĐ-TTg", "76/2014/QH13"]),  # ambiguous: all of them
        ("2-nq/tu", ["02-NQ/TU"]),
        ("85/KH-UBND Quảng Nam", ["85/KH-UBND"]),
        ("85/KH-UBND", ["85/KH-UBND"] * 3),
        ("85/KH-UBND Lâm Đồng", ["85/KH-UBND"] * 2),
        ("85/KH-UBND tỉnh Lâm Đồng năm 2023", ["85/KH-UBND"]),
        ("85/KH-UBND Lâm Đồng 14/02/2025", ["85/KH-UBND"]),
        ("85/KH-UBND Lâm Đồng 2025-02-14", ["85/KH-UBND"]),
        ("85/KH-UBND về chất thải rắn sinh hoạt", ["85/KH-UBND"]),  # by words of its title
        ("85/KH-UBND đã ban hành", ["85/KH-UBND"] * 3),  # words that say nothing rule nothing out
        ("Luật Bảo vệ môi trường", [None]),
        ("bao ve moi truong", [None]),
        ("Luật Nhà vườn", [None, None]),  # two generations
        ("Luật Nhà vườn năm 2013", [None]),
        ("luat nha vuon 2024", [None]),
        ("phân loại chất thải rắn sinh hoạt", ["85/KH-UBND", "1486/QĐ-TTg"]),
        ("/KH-UBND", ["/KH-UBND"]),
    ],
)
def test_what_is_meant(corpus: Corpus, typed: str, meant: list[str | None]) -> None:
    found = look(corpus, typed)
    assert sorted(work.symbol or "" for work in found.works) == sorted(symbol or "" for symbol in meant)
    assert not (found.works and found.close)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("1468/QĐ-TTg", "1486/QĐ-TTg"),  # two digits changed places
        ("76/2013/QH13", "76/2014/QH13"),
        ("1486/QĐ-TTg năm 2020", "1486/QĐ-TTg"),  # another year is another document
        ("76/QĐ-TTg 2022", "76/QĐ-TTg"),
        ("Luật Bảo vệ môi trươgn", None),
    ],
)
def test_close_names_are_offered_and_not_taken(corpus: Corpus, typed: str, offered: str | None) -> None:
    found = look(corpus, typed)
    assert found.works == ()
    assert offered in [work.symbol for work in found.close]


@pytest.mark.parametrize(
    "typed", ["", "   ", "😀", "'; DROP TABLE works; --", "%", "9" * 5000, "\x00", "\ud800"]
)
def test_what_names_nothing(corpus: Corpus, typed: str) -> None:
    assert look(corpus, typed) == Found(())


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=80) | st.text(alphabet="0123456789/-QĐTgKHUBND ", max_size=30))
def test_any_text_may_be_typed(corpus: Corpus, typed: str) -> None:
    look(corpus, typed)


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    """A corpus in which every province has a plan and a decision with the number 1, of two years."""
    places = ("Lâm Đồng", "Quảng Nam", "Hưng Yên", "Lào Cai", "Cà Mau", "Hà Giang")
    cited = [
        {
            "symbol": symbol,
            "issuer": f"Ủy ban nhân dân tỉnh {place}",
            "date": f"{year}-03-01",
            "type": type_,
        }
        for place in places
        for year in (2023, 2024)
        for symbol, type_ in (("01/KH-UBND", "Kế hoạch"), ("01/QĐ-UBND", "Quyết định"))
    ]
    with Corpus.open(tmp_path_factory.mktemp("crowded") / "kho.db") as opened:
        opened.add(citing(*cited))
        yield opened


@pytest.mark.parametrize(
    ("typed", "most", "number", "more"),
    [
        ("01/KH-UBND", 5, 5, True),
        ("01/KH-UBND", 12, 12, False),
        ("1", 5, 5, True),
        ("1", 24, 24, False),
        ("KH 1", 5, 5, True),
        ("KH 1", 12, 12, False),
        ("01/KH-UBND Hưng Yên", 12, 2, False),
    ],
)
def test_no_more_are_looked_at_than_asked_for(
    crowded: Corpus, typed: str, most: int, number: int, more: bool
) -> None:
    with crowded.reading() as connection:
        found = find_works(connection, typed, some=most)
        assert (len(found.works), found.more) == (number, more)
        every = find_works(connection, typed)
    assert {work.key for work in found.works} <= {work.key for work in every.works}
    assert every.more is False


@pytest.mark.parametrize("typed", ["KH 1 Hưng Yên 2024", "1 Hưng Yên 2024", "kế hoạch số 1 Hưng Yên 2024"])
def test_what_is_typed_beside_a_number_is_found_among_many(crowded: Corpus, typed: str) -> None:
    with crowded.reading() as connection:
        found = find_works(connection, typed, some=3)
    assert {(work.issuer, work.year) for work in found.works} == {("Ủy ban nhân dân tỉnh Hưng Yên", 2024)}
    assert not found.more
