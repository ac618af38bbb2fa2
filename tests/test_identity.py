"""A number is no identity: which mentions are one work, which are several, and which stay open."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.description import Description, Naming, describe, symbol_keys
from corpus.identity import settle
from corpus.issuer import issuer_key, place_of, series_of

TTG = "Thủ tướng Chính phủ"
LAM_DONG = "Ủy ban nhân dân tỉnh Lâm Đồng"
QUANG_NAM = "Ủy ban nhân dân tỉnh Quảng Nam"


def said(symbol: str | None, issuer: str | None = None, date: str | None = None, **more: Any) -> Description:
    about = {name: more.pop(name) for name in ("type", "title") if name in more}
    return describe(Naming(symbol=symbol, issuer=issuer, date=date, **about), **({"said_in": "a"} | more))


# Descriptions that mean one work, in any order.
ONE = [
    (said("382/QĐ-UBND", LAM_DONG, "2022-03-09"), said("0382/QĐ–UBND", LAM_DONG, "2022-03-09"), "print"),
    (
        said("382/QĐ-UBND", LAM_DONG, "2022-03-09"),
        said("382/QĐ-UBND", LAM_DONG, "2022-03"),
        "less precise date",
    ),
    (
        said("382/QĐ-UBND", LAM_DONG, "2022-03-09"),
        said("382/QĐ-UBND", LAM_DONG, "2022-03-10"),
        "a slip in the day",
    ),
    (
        said("382/QĐ-UBND", LAM_DONG, "2022-03-09"),
        said("382/QĐ-UBND", None, "2022-03-09"),
        "the day settles it",
    ),
    (
        said("382/QĐ-UBND", LAM_DONG, "2022-03-09"),
        said("382/QĐ-UBND", "Ủy ban nhân dân tỉnh", "2022-03-09"),
        "a province that the citing document takes for granted",
    ),
    (
        said("382/QĐ-UBND", LAM_DONG, "2022-03-09"),
        said("382/QĐ-UBND", f"Chủ tịch {LAM_DONG}", "2022-03-09"),
        "the head signs in the body's series",
    ),
    (
        said("31-CT/TU", "Tỉnh ủy Thái Bình", "2024-01-15"),
        said("31-CT/TU", "Ban Thường vụ Tỉnh ủy Thái Bình", "2024-01-15"),
        "the organs of a Party committee share its series",
    ),
    (
        said("47-CT/TW", "Ban Bí thư", "2015-06-25"),
        said("47-CT/TW", "Trung ương Đảng", "2015"),
        "the code fixes it",
    ),
    (
        said(
            "22/KH-UBND",
            "Ban Chỉ đạo các chương trình mục tiêu quốc gia tỉnh Bình Định giai đoạn 2021-2025",
            "2025",
        ),
        said("22/KH-UBND", "Ủy ban nhân dân tỉnh Bình Định", "2025-02-27"),
        "a committee that uses the series of the people's committee",
    ),
    (said("1722/QĐ-TTg", TTG, "2016-09-02"), said("1722/QĐ-TTg", TTG), "the only one of that number"),
    (
        said("76/2014/QH13", "Quốc hội", "2014-06-24"),
        said("76/2014/QH13", "Quốc hội"),
        "the year is in the symbol",
    ),
    (said("1722/QĐ-TTg", TTG), said("1722/QĐ-TTg", TTG, said_on="2019-01-01"), "neither says the year"),
]

# Descriptions that mean different works.
DIFFERENT = [
    (
        said("382/QĐ-UBND", LAM_DONG, "2022-03-09"),
        said("382/QĐ-UBND", QUANG_NAM, "2022-03-09"),
        "two provinces",
    ),
    (said("382/QĐ-UBND", LAM_DONG, "2022-03-09"), said("382/QĐ-UBND", LAM_DONG, "2023-03-09"), "two years"),
    (
        said("90/QĐ-TTg", TTG, "2022-01-18"),
        said("90/QĐ-TTg", TTG, said_on="2015-05-05"),
        "said before it was made",
    ),
    (said("152/QĐ-LĐTBXH", "Bộ A"), said("152/QĐ-BCĐCTMTQG", "Bộ A"), "two symbols"),
    (
        said("5/KH-UBND", "Ủy ban nhân dân tỉnh Thái Bình", "2024"),
        said("5/KH-UBND", "Ủy ban nhân dân thành phố Thái Bình", "2024"),
        "a province and its city of the same name",
    ),
    (
        said("79/QĐ-BCĐ", "Ban Chỉ đạo giảm nghèo tỉnh Quảng Nam", "2020"),
        said("79/QĐ-BCĐ", "Ban Chỉ đạo nông thôn mới tỉnh Quảng Nam", "2020"),
        "a place has many steering committees",
    ),
    (said("5/QĐ-UBND", None, "2022-03-09"), said("5/QĐ-UBND", None, "2022-04-01"), "no issuer, two days"),
    (said("5/QĐ-UBND", said_in="a"), said("5/QĐ-UBND", said_in="b"), "bare local numbers of two documents"),
]


@pytest.mark.parametrize(("one", "other", "why"), ONE, ids=[why for *_, why in ONE])
def test_one_work(one: Description, other: Description, why: str) -> None:
    for both in ([one, other], [other, one]):
        works, verdicts = settle(both)
        assert len(works) == 1, why
        assert {verdict.work for verdict in verdicts} == {works[0].key}


@pytest.mark.parametrize(("one", "other", "why"), DIFFERENT, ids=[why for *_, why in DIFFERENT])
def test_different_works(one: Description, other: Description, why: str) -> None:
    works, verdicts = settle([one, other] if one.symbol_key == other.symbol_key else [one])
    assert all(verdict.work for verdict in verdicts), why
    assert len(works) == (2 if one.symbol_key == other.symbol_key else 1)


def test_never_a_guess_between_two() -> None:
    """`QĐ 90/QĐ-TTg` without a date, where 2014 and 2022 have one: open, with both as candidates."""
    works, verdicts = settle(
        [said("90/QĐ-TTg", TTG, "2014"), said("90/QĐ-TTg", TTG, "2022"), said("90/QĐ-TTg", TTG)]
    )
    assert len(works) == 2
    (open_one,) = (verdict for verdict in verdicts if verdict.work is None)
    assert set(open_one.candidates) == {work.key for work in works}


def test_the_only_local_number_is_not_enough() -> None:
    """A bare `382/QĐ-UBND` may be that of any province: the one that is known is a candidate, no more."""
    known = said("382/QĐ-UBND", LAM_DONG, "2022-03-09")
    works, verdicts = settle([known, said("382/QĐ-UBND", said_in="elsewhere")])
    assert [verdict.work for verdict in verdicts if verdict.description == known] == [works[0].key]
    assert [verdict.candidates for verdict in verdicts if not verdict.work] == [(works[0].key,)]


def test_the_document_itself_says_what_is_known_of_its_work() -> None:
    held = said(
        "382/QĐ-UBND", LAM_DONG, "2022-03-09", title="Ban hành Kế hoạch", type="Quyết định", held=True
    )
    slip = said("382/QĐ-UBND", LAM_DONG, "2022-03-19")
    (work,), _ = settle([slip, held])
    assert (work.date, work.title, work.type) == ("2022-03-09", "Ban hành Kế hoạch", "Quyết định")
    assert work.uri == "/akn/vn-lam-dong/act/quyet-dinh/ubnd/2022/382-qd-ubnd"


def test_a_held_document_always_has_a_work() -> None:
    """Even where its header leaves open which of two it is."""
    held = said("5/QĐ-UBND", "Ủy ban nhân dân tỉnh", "2022-03-09", held=True)
    _, verdicts = settle(
        [said("5/QĐ-UBND", LAM_DONG, "2022-03-09"), said("5/QĐ-UBND", QUANG_NAM, "2022-03-09"), held]
    )
    assert all(verdict.work for verdict in verdicts)
    assert len({verdict.work for verdict in verdicts}) == 3


def test_two_drafts_without_a_number_are_two() -> None:
    drafts = [
        said("/KH-UBND", LAM_DONG, "2025", title=f"Dự thảo {n}", held=True, said_in=str(n)) for n in (1, 2)
    ]
    assert len({one.fingerprint for one in drafts}) == 2
    assert len({settle([one])[0][0].key for one in drafts}) == 2


def test_a_law_by_name_is_the_law_by_number() -> None:
    """Nghị định 78/2025/NĐ-CP, Điều 68: laws are cited by name and year."""
    held = said("83/2015/QH13", "Quốc hội", "2015-06-25", type="Luật", title="Ngân sách nhà nước", held=True)
    by_name = said(None, None, "2015", type="Luật", title="Ngân sách Nhà nước")
    assert held.title_key == by_name.title_key
    works, _ = settle([held])
    assert settle([by_name], works)[1][0].work == works[0].key
    other_year = said(None, None, "2002-12-16", type="Luật", title="Ngân sách nhà nước")
    assert settle([other_year], works)[1][0].work != works[0].key


def test_a_bare_number_is_found_with_its_type_and_issuer() -> None:
    works, _ = settle([said("1722/QĐ-TTg", TTG, "2016-09-02", type="Quyết định")])
    sure = said("1722", TTG, type="Quyết định")
    unsure = said("1722", type="Quyết định")
    other_type = said("1722", TTG, type="Chỉ thị")
    assert settle([sure], works)[1][0].work == works[0].key
    assert settle([unsure], works)[1][0].candidates == (works[0].key,)
    assert settle([other_type], works)[1][0].work not in (None, works[0].key)


def test_a_number_with_its_year() -> None:
    """`Nghị định 45/2025`: the year is said, and only the government makes decrees; decisions are made by many."""
    works, _ = settle([said("45/2025/NĐ-CP", "Chính phủ", "2025-02-28", type="Nghị định")])
    assert settle([said("45/2025", type="Nghị định")], works)[1][0].work == works[0].key
    assert settle([said("45/2019", type="Nghị định")], works)[1][0].work != works[0].key
    decisions, _ = settle([said("45/2025/QĐ-TTg", TTG, "2025-02-28", type="Quyết định")])
    verdict = settle([said("45/2025", type="Quyết định")], decisions)[1][0]
    assert (verdict.work, verdict.candidates, verdict.nearness) == (None, (decisions[0].key,), ("possible",))


@pytest.mark.parametrize(
    ("symbol", "keys"),
    [
        ("76/2014/QH13", ("76/2014/qh13", "76")),
        ("02-NQ/TU", ("2-nq/tu", "2")),  # the Party's form
        ("30a/2008/NQ-CP", ("30a/2008/nq-cp", "30a")),
        ("1722", (None, "1722")),
        ("045/2025", (None, "45")),  # a short form with its year
        ("…/KH-UBND", (None, None)),  # a draft
        ("24/6/2014", (None, None)),  # a date
        ("'; DROP TABLE works; --", (None, None)),
    ],
)
def test_symbol_keys(symbol: str, keys: tuple[str | None, str | None]) -> None:
    assert symbol_keys(symbol) == keys


def test_issuer_key_keeps_heads_that_are_bodies() -> None:
    assert issuer_key("Chủ tịch nước") == "chu tich nuoc"
    assert issuer_key("Bộ trưởng Bộ Y tế") == "bo y te"


@pytest.mark.parametrize(
    ("issuer", "place"),
    [
        ("Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu", "tinh ba ria vung tau"),
        ("Ban Chỉ đạo 389 tỉnh Bình Định giai đoạn 2021-2025", "tinh binh dinh"),
        ("ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG", "tinh lam dong"),
        ("Thành ủy Hà Nội", "thanh pho ha noi"),
        ("Ủy ban nhân dân xã Đức Trọng, tỉnh Lâm Đồng", "xa duc trong, tinh lam dong"),
        ("Sở Lao động - Thương binh và Xã hội", None),  # `Xã hội` is no commune
        ("Ủy ban nhân dân các huyện, thị xã", None),
        ("Công an tỉnh", None),
    ],
)
def test_place_of(issuer: str, place: str | None) -> None:
    assert place_of(issuer) == place


def test_without_its_place_a_local_series_is_open() -> None:
    assert series_of("286/TTr-CAT-PC07", "Công an tỉnh") is None
    assert series_of("286/TTr-CAT-PC07", "Công an tỉnh Thái Bình") is not None
    assert series_of("5/BHXH-CĐ", "Bảo hiểm xã hội tỉnh") is None  # the code is that of the centre as well
    assert series_of(None, "Quốc hội") == "quoc hoi"


ISSUERS = [None, TTG, LAM_DONG, QUANG_NAM, "Ủy ban nhân dân tỉnh"]
DATES = [None, "2021", "2022", "2022-03", "2022-03-09", "2022-04-01"]
DESCRIPTIONS = st.builds(
    lambda issuer, date, said_in, held: said("5/QĐ-UBND", issuer, date, said_in=said_in, held=held),
    st.sampled_from(ISSUERS),
    st.sampled_from(DATES),
    st.sampled_from(["a", "b"]),
    st.booleans(),
)


@given(st.lists(DESCRIPTIONS, max_size=8, unique_by=lambda one: one.fingerprint), st.randoms())
def test_the_order_does_not_matter(descriptions: list[Description], random: Any) -> None:
    works, verdicts = settle(descriptions)
    shuffled = list(descriptions)
    random.shuffle(shuffled)
    again, verdicts_again = settle(shuffled)
    assert works == again
    assert verdicts == verdicts_again


@given(st.lists(DESCRIPTIONS, max_size=8, unique_by=lambda one: one.fingerprint))
def test_a_link_contradicts_nothing_that_was_said(descriptions: list[Description]) -> None:
    works, verdicts = settle(descriptions)
    known = {work.key: work for work in works}
    assert len(known) == len(works)
    for verdict in verdicts:
        assert (verdict.work is None) == bool(verdict.candidates)
        if verdict.work:
            work, one = known[verdict.work], verdict.description
            assert work.year is None or one.year is None or work.year == one.year
            assert {work.issuer, one.issuer} != {LAM_DONG, QUANG_NAM}
        if verdict.description.held:
            assert verdict.work
