"""What is looked for before a slow pattern is tried lets every phrase of the rulebook through that the pattern knows."""

from __future__ import annotations

import pytest

from extract.amounts import find_amounts
from extract.deliverables import deliverable
from extract.duty import after_directive
from extract.not_due import names_time
from extract.statements import is_formality
from extract.supporting import supports
from extract.time_words import Time
from extract.times import times
from rulebook.cues import cues

_CODES = ("VND", "USD", "EUR", "JPY", "CNY", "KRW")
_MONEY = [(code, name) for code in _CODES for name in cues(f"money_{code}") if name != "đ"]
_EACH = ("hằng", "hàng", "mỗi", "từng")


@pytest.mark.parametrize("word", [form for cue in cues("directive") for form in (cue, cue.capitalize())])
def test_every_word_of_a_request_is_passed_over(word: str) -> None:
    assert after_directive(f"{word} Sở Y tế kiểm tra", 0) == len(word) + 1


@pytest.mark.parametrize("name", cues("family_name"))
def test_a_person_with_any_family_name_may_be_asked(name: str) -> None:
    person = f"{name} Văn An"
    assert after_directive(f"{person}, Giám đốc Sở Y tế kiểm tra", 0) == len(person) + 2


@pytest.mark.parametrize("words", cues("time_not_due"))
def test_every_word_that_names_a_time_is_seen(words: str) -> None:
    for before in (f"việc {words} ", f"VIỆC {words.upper()}  "):
        time = Time(len(before), len(before) + 8, "recurrence", recurrence="FREQ=YEARLY")
        assert names_time(f"{before}hằng năm", before, time)


@pytest.mark.parametrize(("code", "name"), _MONEY)
def test_every_name_of_a_currency_is_found(code: str, name: str) -> None:
    assert [found.currency for found in find_amounts(f"Chi 5 triệu {name}.", [(0, 80)])] == [code]
    assert [found.currency for found in find_amounts(f"Chi 5.000{name}.", [(0, 80)])] == [code]


def test_a_word_that_ends_in_the_name_of_a_currency_is_none() -> None:
    text = "Trong 5 triệu, thường xuyên kiểm tra 12 chuyên đề"
    assert find_amounts(text, [(0, len(text))]) == ()


@pytest.mark.parametrize("each", _EACH)
@pytest.mark.parametrize("unit", ["ngày", "tuần", "tháng", "quý", "năm"])
def test_what_comes_back_is_found_by_each_of_its_words(each: str, unit: str) -> None:
    assert [time.grain for time in times(f"tổng hợp, báo cáo {each} {unit}")] == ["recurrence"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("TRONG THỜI HẠN 05 (năm) ngày kể từ ngày nhận", 1),  # a bracket ends the count
        ("trong thời hạn mười lăm ngày kể từ ngày nhận", 1),
        ("trong vòng 24h kể từ khi nhận", 1),
        ("trong thời hạn nhiều ngày kể từ ngày nhận", 0),  # nothing is counted
        ("từ ngày 01/4/2025 đến ngày 15/5/2025", 1),
        ("ngày 20 và 21/02/2026", 1),
    ],
)
def test_spans_and_ranges_are_found_from_what_is_counted(text: str, kept: int) -> None:
    assert len(times(text)) == kept


@pytest.mark.parametrize(
    "text",
    [
        "Phối hợp với Sở Y tế kiểm tra",
        "Chủ trì, cùng Sở Y tế kiểm tra",
        "Kiểm tra CÙNG VỚI Sở Y tế",
        "Tổ chức với sự tham gia của Sở Y tế",
        "Cơ quan phối hợp: Sở Y tế",
    ],
)
def test_who_helps_is_found_by_each_form(text: str) -> None:
    assert [text[a:b] for a, b in supports(text)] == ["Sở Y tế"]


@pytest.mark.parametrize("verb", cues("makes_document"))
def test_a_document_is_found_behind_each_verb(verb: str) -> None:
    text = f"{verb.capitalize()} KẾ HOẠCH kiểm tra; gửi Sở Y tế"
    what, to = deliverable(text)
    assert what
    assert text[what.start : what.end].startswith("KẾ HOẠCH")
    assert [text[a:b] for a, b in to] == ["Sở Y tế"]


@pytest.mark.parametrize(
    ("text", "formality"),
    [
        ("Xin trân trọng cảm ơn.", True),
        ("Trân trọng kính mời các đồng chí.", True),
        ("Sở Y tế gửi đến các đơn vị để biết, thực hiện.", True),
        ("Sau khi nghe báo cáo, Chủ tịch kết luận", True),
        ("Gửi báo cáo đến Sở Y tế trước ngày 15.", False),
    ],
)
def test_formulas_are_known_by_their_words(text: str, formality: bool) -> None:
    assert is_formality(text) is formality
