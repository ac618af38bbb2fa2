"""Words that somebody spoke of are found again, in another version or reading of the document; and no others are."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.same_words import Meant, Words, find, fingerprint, meant

ROOT = Path(__file__).parents[1]
GOLD = sorted(
    [*(ROOT / "corpus" / "samples").glob("*.gold.json"), *(ROOT / "tests" / "documents").glob("*.gold.json")]
)

LIST = "Công an huyện rà soát, lập danh sách khu dân cư có nguy cơ cháy, nổ cao trên địa bàn."
LATER = "Công an huyện rà soát, lập danh sách khu dân cư có nguy cơ cháy, nổ cao trên toàn địa bàn huyện."
WATER = "Công an xã kiểm tra nguồn nước chữa cháy tại các thôn trước ngày 15/5/2024."
VILLAGE_1 = "Hướng dẫn thôn Đông lập phương án chữa cháy, gửi Ủy ban nhân dân xã phê duyệt."
VILLAGE_2 = "Hướng dẫn thôn Đoài lập phương án chữa cháy, gửi Ủy ban nhân dân xã phê duyệt."
URGE = "Theo dõi, đôn đốc."

# What the document said when somebody spoke of the words (the first of them), what it says now, and at which place the
# words are now, or why they are not known.
CASES = [
    ([LIST, WATER], [WATER, LIST], 1, "they have moved"),
    ([LIST, WATER], [WATER, LIST.upper() + ";"], 1, "letters and signs make no other words"),
    ([LIST, WATER], [WATER, "Công an huyện rà soát, lập danh sách khu dân cư có nguy cơ cháy, nổ cao trên địa bàn."], 1, "decomposed or late tones neither"),
    ([LIST, WATER], [WATER, LATER], 1, "two words more"),
    ([LIST, WATER], [WATER], "gone", "they are gone"),
    ([LIST, WATER], [], "gone", "the document has no tasks any more"),
    ([LIST], [LIST, LIST], "several", "said twice now under one heading"),
    ([LIST], [LATER, LATER + " Báo cáo."], "several", "two that are as much alike"),
    ([VILLAGE_1, VILLAGE_2], [VILLAGE_2], "gone", "what stood beside them then is not what they became"),
    ([VILLAGE_1, VILLAGE_2], [VILLAGE_2.replace("xã", "huyện")], "gone", "nor is what that became"),
    ([VILLAGE_1, VILLAGE_2], [VILLAGE_2, VILLAGE_1.replace("phê duyệt", "duyệt")], 1, "nearer to themselves than to it"),
    ([URGE], ["Theo dõi, đốc thúc."], "gone", "of few words one is too many"),
    (["Lập dự toán kinh phí thuế."], ["Lập dự toán kinh phí thuê."], 0, "a slip that was mended"),
]  # fmt: skip


def placed(quotes: list[str], document: int = 1) -> list[Words]:
    return [Words(n, document, quote, 100 * n, 100 * n + len(quote)) for n, quote in enumerate(quotes)]


def nothing_over(_: Words) -> str:
    return ""


@pytest.mark.parametrize(("then", "now", "expected", "why"), CASES, ids=[why for *_, why in CASES])
def test_found_again(then: list[str], now: list[str], expected: int | str, why: str) -> None:
    before = placed(then)
    said = meant(before[0], before, nothing_over)
    found = find(said, placed(now, 2), nothing_over, same_copy=False, numbers="any")
    assert (found.words.id if found.words else found.why) == expected, why


def test_the_same_words_under_several_headings() -> None:
    """`Theo dõi, đôn đốc.` stands under three offices, twice under the last."""
    over = {0: "Sở Tài chính", 1: "Sở Nội vụ", 2: "Sở Y tế", 3: "Sở Y tế"}
    words = placed([URGE] * 4)

    def heading(one: Words) -> str:
        return over[one.id % 10]

    for one in words:
        said = meant(one, words, heading)
        assert find(said, words, heading, same_copy=True, numbers="any").words == one
        new = find(said, words, heading, same_copy=False, numbers="any")
        assert new.words == (one if one.id < 2 else None), "of two alike nobody knows which has moved"
    said = meant(words[0], words, heading)
    assert find(said, words[1:], heading, same_copy=True, numbers="any").why == "several"


def test_what_was_said_of_a_day_needs_its_numbers() -> None:
    then, now = placed([WATER]), placed([WATER.replace("15/5", "15/6")])
    said = meant(then[0], then, nothing_over)
    assert find(said, now, nothing_over, same_copy=False, numbers="any").words == now[0]
    assert find(said, now, nothing_over, same_copy=False, numbers="all").why == "gone"


def test_every_task_among_many_is_itself_and_nothing_else() -> None:
    quotes = [
        f"Thôn {n}: kiểm tra {n % 7 + 2} điểm chữa cháy công cộng và báo cáo Ủy ban nhân dân xã."
        for n in range(40)
    ]
    words = placed(quotes)
    for one in words:
        said = meant(one, words, nothing_over)
        assert find(said, words, nothing_over, same_copy=False, numbers="any").words == one
        others = [other for other in words if other != one]
        assert find(said, others, nothing_over, same_copy=False, numbers="any").words is None


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.name)
def test_whole_documents(path: Path) -> None:
    """Of real plans every task is found; one that is taken out is never mistaken for another, changed by a word or not;
    and one that is changed by a word is itself, or several, or gone."""
    quotes = list(dict.fromkeys(task["quote"] for task in json.loads(path.read_text("utf-8"))["tasks"]))
    words = placed(quotes)
    changed = [replace(one, quote=another_word(one.quote)) for one in words]
    for one in words:
        said = meant(one, words, nothing_over)

        def now(among: list[Words], said: Meant = said) -> int | None:
            found = find(said, among, nothing_over, same_copy=False, numbers="any").words
            return found.id if found else None

        assert now(words) == one.id
        assert now([other for other in words if other != one]) is None
        assert now([other for other in changed if other.id != one.id]) is None
        assert now(changed) in (one.id, None)


def another_word(quote: str) -> str:
    """The words with the one in the middle changed."""
    said = quote.split()
    said[len(said) // 2] = "khác"
    return " ".join(said)


@pytest.mark.parametrize("text", ["", "…", "\x00\ud800", "=1+1", "a" * 100_000])
def test_any_text_is_words(text: str) -> None:
    (one,) = placed([text])
    said = meant(one, [one], nothing_over)
    assert find(said, [one], nothing_over, same_copy=False, numbers="any").words == one
    assert fingerprint(text) == said.fingerprint
