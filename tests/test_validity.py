"""Is a work in force on a day: what the rule data and the corpus say, what contradicts, and what nobody knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from corpus_family import LAM_DONG, PRIME_MINISTER, citing, make

from corpus import queries
from corpus.facts import WorkFact
from corpus.store import Corpus
from extract.extraction import Extraction
from graph.effect import effect_of
from graph.levels import level_of, rank_of
from graph.trace import trace
from graph.validity import History, Validity, histories, known_work

OLD = {"symbol": "90/QĐ-TTg", "type": "Quyết định", "issuer": PRIME_MINISTER, "date": "2022-01-18"}
BUDGET_LAW = {"symbol": "83/2015/QH13", "type": "Luật", "issuer": "Quốc hội", "date": "2015-06-25"}
IN_2024 = {"number": "200/QĐ-TTg", "type": "Quyết định", "issuer": PRIME_MINISTER, "date": "2024-06-01"}


def work(**said: Any) -> WorkFact:
    plain = {
        "id": 1,
        "key": "",
        "symbol": None,
        "type": None,
        "issuer": None,
        "year": None,
        "date": None,
        "title": None,
        "uri": None,
        "held": False,
    }
    return WorkFact(**(plain | said))


def changing(relation: str, changed: dict[str, Any] = OLD, closing: str = "", **header: Any) -> Any:
    """A document that says that it changes another one."""
    named = IN_2024 | header
    cited = changed | {"quote": f"bãi bỏ {changed['symbol']}", "relation": relation}
    text = "\n".join((str(named), cited["quote"], closing))
    return make(text, header=named, citations=[cited])


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with Corpus.open(tmp_path / "kho.db") as opened:
        opened.add(citing(OLD | {"relation": "legal_basis"}, number="1/KH-UBND", date="2023-02-01"))
        yield opened


def history(corpus: Corpus, symbol_key: str = "90/qd-ttg") -> History:
    with corpus.reading() as connection:
        (found,) = queries.works_with_symbol(connection, symbol_key)
        return histories(connection, [found])[found.id]


def on(corpus: Corpus, day: str, symbol_key: str = "90/qd-ttg") -> Validity:
    return history(corpus, symbol_key).on(date.fromisoformat(day))


# The relation by which another decision speaks of it, where in it, and the state before and after.
RELATIONS = [
    ("replaces", {}, "replaced"),
    ("repeals", {}, "repealed"),
    ("amends", {}, "amended"),
    ("supplements", {}, "supplemented"),
    ("repeals", {"pinpoint": "khoản 2 Điều 5"}, "repealed"),
    ("mentions", {}, "unknown"),
    ("legal_basis", {}, "unknown"),
    ("carries_out", {}, "unknown"),
]


@pytest.mark.parametrize(("relation", "more", "state"), RELATIONS)
def test_what_the_corpus_says(corpus: Corpus, relation: str, more: dict[str, str], state: str) -> None:
    corpus.add(changing(relation, OLD | more))
    before, after = on(corpus, "2024-05-31"), on(corpus, "2024-06-01")
    assert before.state == "unknown", "no evidence of a change is no evidence that it is in force"
    if more:
        assert (after.state, after.changes[0].scope) == ("amended", ("khoản 2 Điều 5",))
        return
    assert after.state == state
    if state != "unknown":
        (change,) = after.changes
        assert (after.since, change.by, change.words and change.words.quote) == (
            "2024-06-01",
            "200/QĐ-TTg",
            "bãi bỏ 90/QĐ-TTg",
        )


CLOSINGS = [
    ("Quyết định này có hiệu lực thi hành kể từ ngày 01 tháng 7 năm 2024.", "2024-07-01"),
    ("Quyết định này có hiệu lực từ ngày 15/8/2024", "2024-08-15"),
    ("Quyết định này có hiệu lực kể từ ngày ký.", "2024-06-01"),
    ("Luật Đất đai có hiệu lực thi hành từ ngày 01/8/2024.", "2024-06-01"),
    ("Quyết định này có hiệu lực từ ngày 31/02/2024.", "2024-06-01"),
]


@pytest.mark.parametrize(("closing", "day"), CLOSINGS)
def test_it_counts_from_the_day_of_effect(corpus: Corpus, closing: str, day: str) -> None:
    corpus.add(changing("replaces", closing=closing))
    assert history(corpus).changes[0].day == day
    assert on(corpus, day).state == "replaced"
    yesterday = date.fromordinal(date.fromisoformat(day).toordinal() - 1).isoformat()
    assert on(corpus, yesterday).state == "unknown"


def test_the_words_of_effect_are_shown() -> None:
    text = "Điều 3. QUYẾT ĐỊNH NÀY CÓ HIỆU LỰC THI HÀNH KỂ TỪ NGÀY KÝ."
    found = effect_of(text, 7, "2024-06-01")
    assert found is not None
    day, span = found
    assert (day, span.document_id, text[span.start : span.end]) == ("2024-06-01", 7, span.quote)
    assert effect_of(text, 7, None) is None


# Changes that decide nothing, and why.
DOUBTS = [
    (changing("replaces", OLD, number="9/KH-UBND", type="Kế hoạch", issuer=LAM_DONG), "lower_body"),
    (changing("replaces", OLD, date=None), "no_day"),
    (changing("replaces", {"symbol": "90/QĐ-TTg", "type": "Quyết định"}), "ambiguous"),
]


@pytest.mark.parametrize(("extraction", "doubt"), DOUBTS, ids=[doubt for _, doubt in DOUBTS])
def test_possible_changes_decide_nothing(corpus: Corpus, extraction: Any, doubt: str) -> None:
    corpus.add(extraction)
    found = on(corpus, "2025-01-01")
    assert (found.state, found.changes) == ("unknown", ())
    assert [change.doubt for change in found.possible] == [doubt]


def test_two_ends_contradict_each_other(corpus: Corpus) -> None:
    corpus.add(changing("replaces"))
    assert not on(corpus, "2025-01-01").disputed
    corpus.add(changing("repeals", number="300/QĐ-TTg", date="2024-09-01"))
    found = on(corpus, "2025-01-01")
    assert (found.state, found.since, found.disputed) == ("replaced", "2024-06-01", True)
    assert [change.by for change in found.changes] == ["200/QĐ-TTg", "300/QĐ-TTg"]
    assert not on(corpus, "2024-07-01").disputed, "the second had not come yet"


def test_the_rule_data_know_laws_that_the_corpus_does_not_hold(corpus: Corpus) -> None:
    corpus.add(citing(BUDGET_LAW | {"relation": "legal_basis"}, number="2/KH-UBND"))
    states = {year: on(corpus, f"{year}-06-01", "83/2015/qh13").state for year in (2016, 2018, 2026)}
    assert (states[2016], states[2026]) == ("not_yet", "replaced")
    assert states[2018] in ("in_force", "amended"), "whatever amendments become known"
    found = on(corpus, "2026-06-01", "83/2015/qh13")
    assert found.changes[0].sources


def test_the_corpus_against_the_rule_data(corpus: Corpus) -> None:
    """A resolution that says in 2020 that it repeals a law of which the rule data know that it was in force."""
    corpus.add(
        changing(
            "repeals", BUDGET_LAW, number="9/2020/QH14", type="Luật", issuer="Quốc hội", date="2020-01-01"
        )
    )
    found = on(corpus, "2021-06-01", "83/2015/qh13")
    assert (found.state, found.disputed) == ("repealed", True)


def test_a_known_work_is_one_or_none() -> None:
    assert known_work(work(symbol="83/2015/QH13", issuer="Quốc hội", year=2015)) is not None
    assert known_work(work(type="Luật", title="Ngân sách nhà nước", issuer="Quốc hội", year=2015)) is not None
    assert known_work(work(type="Luật", title="Ngân sách nhà nước", issuer="Quốc hội")) is None, (
        "several years"
    )
    assert known_work(work(symbol="83/2015/QH13", year=2014)) is None
    assert known_work(work(symbol="382/QĐ-UBND", issuer=LAM_DONG, year=2022)) is None
    assert known_work(work()) is None


LEVELS = [
    ("83/2015/QH13", "Luật", "Quốc hội", "law"),
    ("05/2021/UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "law"),
    ("45/2025/NĐ-CP", None, None, "central"),
    ("90/QĐ-TTg", "Quyết định", PRIME_MINISTER, "central"),
    ("47-CT/TW", "Chỉ thị", "Ban Bí thư", "central"),
    ("382/QĐ-UBND", "Quyết định", LAM_DONG, "province"),
    ("382/QĐ-UBND", "Quyết định", f"Chủ tịch {LAM_DONG}", "province"),
    ("31-CT/TU", "Chỉ thị", "Tỉnh ủy Thái Bình", "province"),
    ("5/KH-SYT", "Kế hoạch", "Sở Y tế thành phố Hà Nội", "province"),
    ("5/KH-UBND", "Kế hoạch", "Ủy ban nhân dân huyện Hưng Hà", "district"),
    ("5/KH-UBND", "Kế hoạch", "Ủy ban nhân dân xã Đức Trọng, tỉnh Lâm Đồng", "commune"),
    ("5/KH-UBND", "Kế hoạch", "Ủy ban nhân dân phường", "commune"),
    ("5/LĐTBXH-BTXH", "Công văn", "Bộ Lao động - Thương binh và Xã hội", "central"),  # `Xã hội` is no commune
    ("5/CĐS-VP", "Công văn", "Cục Chuyển đổi số quốc gia", "central"),
    ("5/CTLDO", "Công văn", "Cục Thuế tỉnh Lâm Đồng", "province"),
    ("5/KH-UBND", "Kế hoạch", None, "unclear"),
    (None, None, None, "unclear"),
]  # fmt: skip


@pytest.mark.parametrize(("symbol", "type_", "issuer", "level"), LEVELS)
def test_level(symbol: str | None, type_: str | None, issuer: str | None, level: str) -> None:
    assert level_of(work(symbol=symbol, type=type_, issuer=issuer)) == level


def test_rank() -> None:
    makers = [
        "Quốc hội",
        "Chính phủ",
        PRIME_MINISTER,
        "Bộ Y tế",
        LAM_DONG,
        "Sở Y tế tỉnh Lâm Đồng",
        "Ủy ban nhân dân xã Đức Trọng",
    ]
    ranks = [rank_of(work(issuer=maker)) for maker in makers]
    assert ranks == sorted(ranks, key=lambda rank: rank or (9, 9))
    assert len(set(ranks)) == len(makers)
    assert rank_of(work()) is None


def test_a_trace_tells_the_state_on_the_day_of_reliance(corpus: Corpus) -> None:
    corpus.add(changing("replaces"))
    corpus.add(citing(OLD | {"relation": "legal_basis"}, number="2/KH-UBND", date="2024-10-01"))
    before, after = (trace(corpus, number, "up").roots[0].up[0] for number in ("1/KH-UBND", "2/KH-UBND"))
    assert [step.validity and (step.validity.day, step.validity.state) for step in (before, after)] == [
        ("2023-02-01", "unknown"),
        ("2024-10-01", "replaced"),
    ]
    assert [change.by for change in before.changes] == ["200/QĐ-TTg"], "what came later is shown all the same"
    (root,) = trace(corpus, "90/QĐ-TTg", "down").roots
    relied = {step.document.number: step.relied_on and step.relied_on.state for step in root.down}
    assert relied == {"1/KH-UBND": "unknown", "2/KH-UBND": "replaced", "200/QĐ-TTg": "replaced"}
    asked = trace(corpus, "1/KH-UBND", "up", on=date(2025, 1, 1))
    step = asked.roots[0].up[0]
    assert (asked.on, step.validity and step.validity.state) == ("2025-01-01", "replaced")


def test_a_work_that_the_corpus_lacks_has_title_and_date_from_the_rule_data(corpus: Corpus) -> None:
    corpus.add(citing({"symbol": "83/2015/QH13", "relation": "legal_basis"}, number="2/KH-UBND"))
    (step,) = trace(corpus, "2/KH-UBND", "up").roots[0].up
    assert step.known is not None
    assert (step.known.title, step.known.date) == ("Ngân sách nhà nước", "2015-06-25")


@dataclass(frozen=True)
class Told(Extraction):
    """An extraction that tells of changes between the works it cites."""

    changes: tuple[Any, ...] = ()


@dataclass(frozen=True)
class ToldOne:
    """That the work cited at `of` was changed by the one at `by`."""

    quote: str
    start: int
    end: int
    kind: str
    of: int
    by: int | None = None
    date: str | None = None


def test_what_a_document_only_tells_is_shown_and_not_counted(corpus: Corpus) -> None:
    """`Quyết định số 90/QĐ-TTg, được sửa đổi theo Quyết định số 200/QĐ-TTg`, in a plan."""
    newer = {"symbol": "200/QĐ-TTg", "type": "Quyết định", "issuer": PRIME_MINISTER, "date": "2024-06-01"}
    plan = citing(OLD, newer, number="5/KH-UBND")
    said = {one.name: getattr(plan, one.name) for one in fields(Extraction)}
    changes = (
        ToldOne("được sửa đổi theo", 0, 17, "amended", 0, by=1),
        ToldOne("năm 2023", 0, 8, "amended", 0, date="2023"),
    )
    corpus.add(Told(**(said | {"changes": changes})))
    found = on(corpus, "2025-01-01")
    assert (found.state, found.changes) == ("unknown", ())
    told = [(change.kind, change.by, change.day, change.doubt) for change in found.possible]
    assert told == [("amended", None, "2023", "told"), ("amended", "200/QĐ-TTg", "2024-06-01", "told")]
    corpus.add(changing("amends"))
    assert [change.by for change in on(corpus, "2025-01-01").possible] == [None], (
        "the decision itself says it better"
    )
