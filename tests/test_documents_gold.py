"""The documents in tests/documents and what was written down about them by hand hold together: every quote stands in
the text and in reading order, dates are real, and what a task is due is what its own words or its table cell say."""

from __future__ import annotations

import json
import re
import unicodedata
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from ingest import read

DOCUMENTS = Path(__file__).parent / "documents"
GOLDS: dict[str, dict[str, Any]] = {
    path.name.removesuffix(".gold.json"): json.loads(path.read_text("utf-8"))
    for path in sorted(DOCUMENTS.glob("*.gold.json"))
}
SUFFIXES = (".txt", ".docx", ".html")
HEADER = {"type", "number", "issuer", "place", "date", "title", "authority", "position", "signer"}
CITATION = {"quote", "symbol", "type", "issuer", "date", "pinpoint"}
DEADLINE = {"quote", "due", "bound"}
TASK = {"quote", "section", "lead", "support", "due"}
TARGET = {"quote", "value", "unit", "comparison", "due"}
OPTIONAL = {
    "citations": {"title"},
    "deadlines": {"recurrence", "duration", "working_days", "anchor", "reference"},
    "tasks": {"quote_rest"},
    "targets": set[str](),
}
VALUES = ("due", "recurrence", "duration", "reference")
# The parts of a recurrence, in the order that the annotation guide fixes.
RECURRENCE = re.compile(
    r"FREQ=(?:HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY)(?:;INTERVAL=[1-9]\d*)?(?:;BYMONTH=(?:[1-9]|1[0-2]))?"
    r"(?:;BYMONTHDAY=(?:[1-9]|[12]\d|3[01]))?"
    r"(?:;BYDAY=(?:-1)?(?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:MO|TU|WE|TH|FR|SA|SU))*)?"
)
DURATION = re.compile(r"P(?:[1-9]\d*[DWMY]|T[1-9]\d*[HM])")
# What a bound other than a plain span of time looks like in words; a span may take either 'by' or 'during'.
BOUND = {
    "before": re.compile(r"^trước\b"),
    "by": re.compile(r"đến|chậm nhất|hết|trong thời hạn|trong vòng|không quá"),
    "on": re.compile(r"^(?:các |sáng |chiều )?(?:ngày )?\d"),
    "during": re.compile(r"tháng|quý|năm|tuần|ngày|\d"),
}


def names() -> list[str]:
    return list(GOLDS)


def fold(text: str) -> str:
    """The text in NFC, with every run of white space as one space: the form that quotes are copied in."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def printed(name: str) -> str:
    """The text of a document as its drafter spelled it: of a plain text the file itself, else what is read of it."""
    path = DOCUMENTS / GOLDS[name]["document"]
    if path.suffix == ".txt":
        return path.read_text("utf-8")
    document = read(path)
    return document.as_printed(0, len(document.text))


@lru_cache(maxsize=32)
def text_of(name: str) -> str:
    return fold(printed(name))


def spans(name: str, kind: str) -> list[tuple[int, int]]:
    """Where the quotes of one kind stand, found one after another; a task may begin inside the one before (a footnote)."""
    text, at, found = text_of(name), 0, []
    for entry in GOLDS[name][kind]:
        start = text.find(entry["quote"], at)
        assert start >= 0, f"{kind}, not found in reading order: {entry['quote']}"
        found.append((start, start + len(entry["quote"])))
        at = start + 1 if kind in ("tasks", "targets") else found[-1][1]
    return found


def values(deadline: dict[str, Any]) -> list[str]:
    return [deadline[key] for key in VALUES if deadline.get(key)]


def is_date(text: str, parts: tuple[int, ...] = (3,)) -> bool:
    pieces = text.split("-")
    if len(pieces) not in parts or not re.fullmatch(r"\d{4}(?:-\d{2}){0,2}", text):
        return False
    try:
        date.fromisoformat("-".join([*pieces, "01", "01"][:3]))
    except ValueError:
        return False
    return True


def test_each_document_has_its_gold_and_its_line_in_the_readme() -> None:
    files = sorted(path for path in DOCUMENTS.iterdir() if path.suffix in SUFFIXES)
    readme = (DOCUMENTS / "README.md").read_text("utf-8")
    assert [gold["document"] for gold in GOLDS.values()] == [path.name for path in files]
    assert names() == [path.stem for path in files]
    assert len(files) >= 24
    assert [path.stem for path in files if f"`{path.stem}`" not in readme] == []


@pytest.mark.parametrize("name", names())
def test_every_document_says_that_it_is_a_sample(name: str) -> None:
    text = printed(name)
    assert text.rstrip("\n").splitlines()[-1] == "(Văn bản mẫu, không có giá trị pháp lý)"
    assert text == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("name", names())
def test_the_gold_has_the_keys_of_the_guide(name: str) -> None:
    gold = GOLDS[name]
    assert set(gold) == {"document", "header", "citations", "deadlines", "tasks", "targets", "notes"}
    assert set(gold["header"]) == HEADER
    for kind, keys in {
        "citations": CITATION,
        "deadlines": DEADLINE,
        "tasks": TASK,
        "targets": TARGET,
    }.items():
        for entry in gold[kind]:
            assert keys <= set(entry) <= keys | OPTIONAL[kind], entry["quote"]
    assert all(isinstance(note, str) for note in gold["notes"])
    assert gold["tasks"]
    assert gold["citations"]
    assert gold["deadlines"]


@pytest.mark.parametrize("name", names())
def test_quotes_stand_in_the_text_and_in_reading_order(name: str) -> None:
    text = text_of(name)
    for kind in ("citations", "deadlines", "tasks", "targets"):
        assert len(spans(name, kind)) == len(GOLDS[name][kind])
    assert [task["quote"] for task in GOLDS[name]["tasks"] if task.get("quote_rest", "") not in text] == []


@pytest.mark.parametrize("name", names())
def test_the_header_stands_in_the_letterhead_and_the_signature(name: str) -> None:
    header, text = GOLDS[name]["header"], text_of(name)
    assert is_date(header["date"], (2, 3))
    assert header["place"] in text
    assert header["number"].replace(" ", "") in text.replace(" ", "")
    assert header["title"].casefold() in text.casefold()
    signature = [*re.split(r" (?=KT\.)", header["authority"] or header["position"]), header["position"]]
    assert [line for line in signature if line not in text.replace("T/M", "TM.")] == []
    assert header["signer"] in text


@pytest.mark.parametrize("name", names())
def test_citations_say_what_their_words_say(name: str) -> None:
    for cited in GOLDS[name]["citations"]:
        assert cited["type"], cited["quote"]
        assert cited["symbol"] or cited.get("title"), cited["quote"]
        if cited["symbol"]:
            assert re.split(r"[/-]", cited["symbol"])[0] in cited["quote"]
        elif cited["type"] == "Luật":
            assert cited["issuer"] == "Quốc hội"
        if cited["date"]:
            assert is_date(cited["date"], (1, 2, 3))
            assert cited["date"] <= GOLDS[name]["header"]["date"] or cited["symbol"].startswith("/")


@pytest.mark.parametrize("name", names())
def test_deadlines_are_one_of_the_kinds_of_the_guide(name: str) -> None:
    for deadline in GOLDS[name]["deadlines"]:
        assert len(values(deadline)) == 1, deadline
        words = deadline["quote"].casefold()
        if deadline["due"]:
            assert is_date(deadline["due"])
            assert deadline["due"] >= GOLDS[name]["header"]["date"]
        if "recurrence" in deadline:
            assert RECURRENCE.fullmatch(deadline["recurrence"]), deadline
            assert deadline["bound"] == "during"
        elif "duration" in deadline:
            assert DURATION.fullmatch(deadline["duration"]), deadline
            assert deadline["anchor"] in deadline["quote"]
            assert str(int(re.sub(r"\D", "", deadline["duration"]))) in words.replace(" 0", " ")
            assert deadline.get("working_days", False) == ("ngày làm việc" in words)
        elif "reference" in deadline:
            assert (deadline["due"], deadline["bound"]) == (None, None)
        else:
            assert BOUND[deadline["bound"]].search(words), deadline


@pytest.mark.parametrize("name", names())
def test_a_date_with_a_day_is_due_on_that_day(name: str) -> None:
    for deadline in GOLDS[name]["deadlines"]:
        days = re.findall(r"(\d{1,2})(?:[/-]| tháng )(\d{1,2})(?:[/-]| năm )(\d{4})", deadline["quote"])
        if days and deadline["due"]:
            day, month, year = days[-1]
            assert deadline["due"] == f"{year}-{int(month):02}-{int(day):02}", deadline


@pytest.mark.parametrize("name", names())
def test_what_a_task_is_due_is_a_deadline_of_its_document(name: str) -> None:
    said = {value for deadline in GOLDS[name]["deadlines"] for value in values(deadline)}
    for task in GOLDS[name]["tasks"]:
        assert set(task["due"]) <= said, task["quote"]
        assert len(set(task["due"])) == len(task["due"])


@pytest.mark.parametrize("name", names())
def test_a_deadline_within_a_task_governs_it(name: str) -> None:
    tasks = list(zip(spans(name, "tasks"), GOLDS[name]["tasks"], strict=True))
    for (start, end), deadline in zip(spans(name, "deadlines"), GOLDS[name]["deadlines"], strict=True):
        for (first, last), task in tasks:
            if first <= start and end <= last:
                assert values(deadline)[0] in task["due"], (deadline["quote"], task["quote"])


@pytest.mark.parametrize("name", names())
def test_no_deadline_is_the_date_of_a_document_that_is_cited(name: str) -> None:
    cited = spans(name, "citations")
    for (start, end), deadline in zip(spans(name, "deadlines"), GOLDS[name]["deadlines"], strict=True):
        assert not any(first <= start and end <= last for first, last in cited), deadline


@pytest.mark.parametrize("name", names())
def test_bodies_are_named_in_full_and_once(name: str) -> None:
    for task in GOLDS[name]["tasks"]:
        bodies = [*task["lead"], *task["support"]]
        assert len(set(bodies)) == len(bodies), task["quote"]
        short = [
            body for body in bodies if re.search(r"\b(?:UBND|HĐND|MTTQ|BHXH|TN&MT|TT&TT|PTNT)\b|Uỷ", body)
        ]
        assert short == []
