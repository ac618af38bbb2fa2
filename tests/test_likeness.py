"""Which tasks are one task in other words. The labelled lists are our own (`likeness_topics.tsv`): in each topic the
tasks of a higher and of a lower level; two of one name are the same work, all other pairs are not. Weights were chosen
on the half `tune`, the half `test` is what they are judged by. One hand wrote both before the lists of words were
made, which makes `test` easier than life; so `apart` was written last, in words as free as staff use, and nothing was
chosen by it."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.facts import TaskFact
from graph.likeness import Likeness, alike, matched

Lists = tuple[list[TaskFact], list[TaskFact]]


def task(
    quote: str, *, name: str = "t", lead: str = "", due: tuple[str, ...] = (), deliverable: str = ""
) -> TaskFact:
    """A task as the corpus would give it."""
    return TaskFact(
        id=1,
        document_id=1,
        name=name,
        quote=quote,
        start=0,
        end=len(quote),
        section=None,
        page=None,
        lead=(lead,) if lead else (),
        support=(),
        due=due,
        deliverable=deliverable or None,
    )


def _topics(half: str) -> dict[str, Lists]:
    topics: dict[str, Lists] = defaultdict(lambda: ([], []))
    with (Path(__file__).parent / "likeness_topics.tsv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["half"] == half:
                said = task(
                    row["text"],
                    name=row["name"],
                    lead=row["lead"],
                    due=(row["due"],) if row["due"] else (),
                    deliverable=row["deliverable"],
                )
                topics[row["topic"]][row["level"] == "lower"].append(said)
    return topics


def _counts(half: str, *, one_to_one: bool) -> tuple[int, int, int, int]:
    """Right, wrong and missing pairs, and how many pairs there are in all."""
    right = wrong = missing = number = 0
    for higher, lower in _topics(half).values():
        meant = {
            (a, b) for a, one in enumerate(higher) for b, two in enumerate(lower) if one.name == two.name
        }
        pairs = alike(higher, lower)
        found = {(pair.one, pair.other) for pair in (matched(pairs) if one_to_one else pairs)}
        right += len(found & meant)
        wrong += len(found - meant)
        missing += len(meant - found)
        number += len(higher) * len(lower)
    return right, wrong, missing, number


@pytest.mark.parametrize(
    ("half", "one_to_one", "counts"),
    [
        ("tune", False, (24, 3, 0, 232)),
        ("tune", True, (24, 0, 0, 232)),
        ("test", False, (20, 1, 0, 203)),
        ("test", True, (20, 0, 0, 203)),
        ("apart", False, (11, 1, 5, 146)),
        ("apart", True, (11, 0, 5, 146)),
    ],
)
def test_the_labelled_lists(half: str, one_to_one: bool, counts: tuple[int, int, int, int]) -> None:
    assert _counts(half, one_to_one=one_to_one) == counts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Tổ chức tuyên truyền về an toàn giao thông cho học sinh",
            "Tổ chức tuyên truyền về phòng, chống ma túy cho học sinh",
        ),
        ("Tổ chức tuyên truyền về an toàn giao thông", "Tổ chức tuyên truyền về an toàn thực phẩm"),
        ("Ban hành kế hoạch thực hiện Chương trình", "Báo cáo kết quả thực hiện Chương trình"),
        (
            "Kiểm tra việc thực hiện Chương trình giảm nghèo",
            "Báo cáo kết quả thực hiện Chương trình giảm nghèo",
        ),
        (
            "Tập huấn phòng cháy chữa cháy cho dân phòng",
            "Tuyên truyền phòng cháy chữa cháy cho người dân",
        ),
        # nothing of their own: which work it is, nobody can tell
        ("Chủ trì, phối hợp với các đơn vị liên quan triển khai thực hiện", "Tổ chức thực hiện có hiệu quả"),
    ],
)
def test_wording_of_the_office_makes_no_pair(one: str, other: str) -> None:
    assert alike([task(one)], [task(other)]) == []


@pytest.mark.parametrize(
    ("one", "other", "signs"),
    [
        (
            task("Ban hành kế hoạch thực hiện Chương trình trước 31/3", due=("2025-03-31",)),
            task("UBND huyện xây dựng kế hoạch triển khai Chương trình trong tháng 3/2025", due=("2025-03",)),
            ["words", "action", "deadline"],
        ),
        (
            task("Mua 12 máy bơm chữa cháy", lead="Công an tỉnh", deliverable="Hợp đồng"),
            task("Trang bị đủ 12 máy bơm chữa cháy", lead="Công an tỉnh", deliverable="hợp đồng"),
            ["words", "action", "deliverable", "number", "lead"],
        ),
        (task("Hoà giải ở cơ sở"), task("Hòa giải ở cơ sở"), ["same"]),
    ],
)
def test_a_pair_says_why(one: TaskFact, other: TaskFact, signs: list[str]) -> None:
    (pair,) = alike([one], [other])
    assert [reason.sign for reason in pair.reasons] == signs


def test_shared_words_are_shown_once() -> None:
    (pair,) = alike([task("Sửa chữa trạm bơm Đồng Tâm")], [task("Cải tạo trạm bơm Đồng Tâm")])
    assert pair.as_json()["reasons"][0] == {"sign": "words", "what": ["bơm đồng", "trạm bơm", "đồng tâm"]}


def test_texts_that_come_again_are_paired_in_their_order() -> None:
    same = [task("Báo cáo kết quả về Ủy ban nhân dân tỉnh")] * 700
    assert [(pair.one, pair.other) for pair in matched(alike(same, same))] == [(n, n) for n in range(700)]


def test_near_copies_find_a_partner_each() -> None:
    one = [task("Tuyên truyền giảm nghèo bền vững ở thôn")] * 900
    other = [task("Tuyên truyền về giảm nghèo bền vững cho dân ở thôn")] * 900
    pairs = alike(one, other)
    assert len(matched(pairs)) == 900
    assert len(pairs) < 900 * 20  # and not each with each


def test_the_best_pair_is_taken_first() -> None:
    pairs = [
        Likeness(0, 0, 0.7, ()),
        Likeness(0, 1, 0.9, ()),
        Likeness(1, 1, 0.9, ()),
        Likeness(2, 0, 0.5, ()),
    ]
    assert [(pair.one, pair.other) for pair in matched(pairs)] == [(0, 1), (2, 0)]


def test_nothing_is_like_nothing() -> None:
    assert alike([], []) == alike([task("Nạo vét kênh")], []) == alike([], [task("Nạo vét kênh")]) == []


@given(st.lists(st.text(max_size=40), max_size=6), st.lists(st.text(max_size=40), max_size=6))
def test_any_text_is_compared(one: list[str], other: list[str]) -> None:
    pairs = alike(list(map(task, one)), list(map(task, other)), 0)
    assert all(0 <= pair.score <= 1 for pair in pairs)
    assert len({(pair.one, pair.other) for pair in pairs}) == len(pairs)
