"""Functions of state management by their words: examples and counterexamples stand in the data."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rulebook.functions import functions_named
from rulebook.tables import reorganisations, state_functions

EXAMPLES = [(row.name, example) for row in state_functions() for example in row.examples]
COUNTEREXAMPLES = [(row.name, example) for row in state_functions() for example in row.counterexamples]


@pytest.mark.parametrize(("function", "task"), EXAMPLES)
def test_an_example_names_its_function(function: str, task: str) -> None:
    assert function in {named.function for named in functions_named(task)}


@pytest.mark.parametrize(("function", "task"), COUNTEREXAMPLES)
def test_a_counterexample_does_not(function: str, task: str) -> None:
    assert function not in {named.function for named in functions_named(task)}


@pytest.mark.parametrize("row", state_functions(), ids=lambda row: row.name)
def test_every_word_is_found_alone_and_in_another_spelling(row: object) -> None:
    for words in row.words:  # type: ignore[attr-defined]
        for written in (words, words.upper(), words.replace(" ", "\u00a0"), f"({words};"):
            named = {named.function for named in functions_named(written)}
            assert row.name in named, written  # type: ignore[attr-defined]


def test_every_function_was_handed_on() -> None:
    assert {row.name for row in state_functions()} == {
        row.function for row in reorganisations() if row.function
    }


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("an toàn và vệ sinh lao động", ["an toàn và vệ sinh lao động"]),  # `và` and commas between the words
        ("AN TOÀN - VỆ SINH LAO ĐỘNG", ["AN TOÀN - VỆ SINH LAO ĐỘNG"]),
        ("hộ\nnghèo", []),  # the next line is another sentence
        ("của mỗi hộ. Nghèo đa chiều", ["Nghèo đa chiều"]),
        ("kế hoạch hóa gia đình văn minh", ["kế hoạch hóa gia đình"]),  # the longest phrase
        ("ngành Lao động - Thương binh và Xã hội", []),
        ("các sở: Tài chính, Thông tin và Truyền thông", []),
        ("Luật Viễn thông", ["Viễn thông"]),
        ("hô ngheo", []),  # other marks are other words
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert list(dict.fromkeys(named.words for named in functions_named(text))) == words


@given(st.text(max_size=200))
def test_any_text_has_an_answer(text: str) -> None:
    assert all(named.words for named in functions_named(text))
