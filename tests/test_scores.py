"""What is measured is measured rightly, and the figures that are written down in docs/scores.json are those of today."""

from __future__ import annotations

import doctest
import importlib
import importlib.util
import json
import random
import re
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from bench import scores
from bench.annotated import ROOT, Annotated, sets
from bench.counts import FIGURES, Count
from bench.figures import Change, changes, lines, table_of, written
from bench.likeness import (
    citation_likeness,
    deadline_likeness,
    paired,
    same_body,
    same_issuer,
    same_part,
    task_likeness,
)
from bench.same_words import name_words, symbol, words
from bench.scoring import bodies, scored
from nhiemvu.parsing import parse

MODULES = ("annotated", "counts", "figures", "likeness", "same_words", "scores", "scoring")
NOTHING: dict[str, Any] = {"header": {}, "citations": [], "deadlines": [], "tasks": []}
LONG = "Rà soát, bổ sung quy hoạch mạng lưới trường, lớp học trên địa bàn các xã vùng cao"
# Repository documents, and of those beside it all that hold characters.
READABLE = [
    (name, one) for name, documents in sets().items() for one in documents if not one.name.startswith("scan_")
]


@lru_cache(maxsize=64)
def said_of(one: Annotated) -> dict[str, Any]:
    """What is read of a document, as its JSON says it."""
    said: dict[str, Any] = json.loads(json.dumps(parse(one.document).as_json()))
    return said


def gold_of(one: Annotated) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads(one.gold.read_text("utf-8"))
    return gold


@pytest.mark.parametrize("name", MODULES)
def test_examples_run(name: str) -> None:
    assert doctest.testmod(importlib.import_module(f"bench.{name}")).failed == 0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Sở TN&MT", "Sở Tài nguyên và Môi trường", True),
        ("Sở TNMT", "Sở Tài nguyên - Môi trường", True),  # a name has its "và" or leaves it out
        ("Sở Lao động-TB&XH", "Sở Lao động - Thương binh và Xã hội", True),
        ("Ủy ban MTTQ Việt Nam tỉnh", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", True),
        ("UBMTTQ tỉnh", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", True),
        ("các Sở, ban, ngành liên quan", "Sở, ban, ngành liên quan", True),
        ("Uỷ ban nhân dân xã Hoà Bình", "Ủy ban nhân dân xã Hòa Bình", True),
        ("Sở Nội vụ (Ban Thi đua - Khen thưởng tỉnh)", "Sở Nội vụ", True),
        ("UBND các huyện", "Ủy ban nhân dân các huyện, thị xã, thành phố", False),
        ("Sở Y tế", "Sở Nội vụ", False),
        ("Báo và phát thanh, truyền hình", "Báo và phát thanh, truyền hình Vĩnh Long", False),
    ],
)
def test_names_of_one_body(one: str, other: str, same: bool) -> None:
    assert same_body(one, other) is same_body(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh Quảng Trị", True),  # the place may be filled in
        ("Ủy ban nhân dân tỉnh Quảng Nam", "Ủy ban nhân dân tỉnh Quảng Trị", False),
        ("Hội đồng nhân dân tỉnh", "Ủy ban nhân dân tỉnh", False),
        ("Bộ Y tế", "Chính phủ", False),
        ("", "Chính phủ", False),
    ],
)
def test_issuers(one: str, other: str, same: bool) -> None:
    assert same_issuer(one, other) is same_issuer(other, one) is same


@pytest.mark.parametrize(
    ("key", "want", "said", "same"),
    [
        ("number", "5/KH-UBND", "5 /KH–UBND", True),
        ("number", "5/KH-UBND", "6/KH-UBND", False),
        ("number", None, "6/KH-UBND", False),
        ("date", "2025-03", "2025-03-01", False),
        ("title", "Về việc phòng, chống dịch", "V/v phòng chống dịch", True),
        ("title", "Phòng, chống dịch bệnh năm 2025", "Phòng, chống dịch", False),
        ("issuer", "Ủy ban nhân dân tỉnh", "UBND tỉnh Bến Tre", True),
        ("signer", "Trần Văn Hiệp", "TRẦN VĂN HIỆP", True),
        ("position", "CHỦ TỊCH", "PHÓ CHỦ TỊCH", False),
    ],
)
def test_parts_of_the_header(key: str, want: str | None, said: str | None, same: bool) -> None:
    assert same_part(key, want, said) is same


@pytest.mark.parametrize(
    ("gold", "said", "least", "most"),
    [
        ({"quote": "QĐ 5", "symbol": "5/QĐ-TTg"}, {"quote": "QĐ 5", "symbol": "5 /QĐ-TTG"}, 100, 100),
        ({"quote": "QĐ 5", "symbol": "5/QĐ-TTg"}, {"quote": "QĐ 5", "symbol": "6/QĐ-TTg"}, 0, 0),
        ({"quote": "QĐ 5", "symbol": "5/QĐ-TTg"}, {"quote": "QĐ 5"}, 0, 0),
        # The same number elsewhere in the document is still likely the mention that is meant.
        ({"quote": "QĐ 5", "symbol": "5/QĐ-TTg"}, {"quote": "nêu trên", "symbol": "5/QĐ-TTg"}, 50, 69),
        # A law that is cited by its name, with another year in the quote.
        (
            {"quote": "Luật Đất đai năm 2013", "type": "Luật", "title": "Đất đai"},
            {"quote": "Luật Đất đai", "type": "Luật", "title": "Đất đai"},
            100,
            100,
        ),
        ({"quote": "Luật Đất đai"}, {"quote": "Bộ luật Dân sự"}, 0, 69),
    ],
)
def test_citations(gold: dict[str, str], said: dict[str, str], least: float, most: float) -> None:
    assert least <= citation_likeness(gold, said) <= most


@pytest.mark.parametrize(
    ("gold", "said", "likeness"),
    [
        ("trước ngày 20/4/2020", "Trước ngày 20-4-2020", 100),
        ("hằng quý", "định kỳ hằng quý", 90),
        ("định kỳ hằng quý", "hằng quý", 90),
    ],
)
def test_deadlines(gold: str, said: str, likeness: float) -> None:
    assert deadline_likeness({"quote": gold}, {"quote": said}) == likeness


def test_deadlines_of_other_days_are_told_apart_by_their_value() -> None:
    gold = {
        **NOTHING,
        "deadlines": [{"quote": "trước ngày 20/4/2020", "due": "2020-04-20", "bound": "before"}],
    }
    same = {"deadlines": [{"quote": "ngày 20/4/2020", "due": "2020-04-20", "bound": "on"}]}
    other = {"deadlines": [{"quote": "trước ngày 20/4/2020", "due": "2021-04-20", "bound": "before"}]}
    assert scored(gold, same).counts["deadlines"] == Count(right=1)  # the bound is no part of the value
    assert scored(gold, other).counts["deadlines found"] == Count(right=1)
    assert scored(gold, other).counts["deadlines"] == Count(added=1, missed=1)


@pytest.mark.parametrize(
    ("gold", "said", "same"),
    [
        ({"quote": LONG}, {"quote": LONG + ", xong trong quý II."}, True),  # the opening decides
        ({"quote": LONG[:40], "quote_rest": LONG[40:]}, {"quote": LONG}, True),
        ({"quote": LONG}, {"quote": "1. " + LONG}, True),
        ({"quote": LONG}, {"quote": "Tổ chức hội nghị tổng kết"}, False),
    ],
)
def test_tasks(gold: dict[str, str], said: dict[str, str], same: bool) -> None:
    assert (task_likeness(gold, said) >= 75) is same


def test_what_is_said_twice_is_paired_in_order() -> None:
    four = [{"quote": "hằng năm"}, {"quote": "hằng quý"}, {"quote": "hằng năm"}, {"quote": "hằng năm"}]
    assert sorted(paired(four, four, deadline_likeness, 60)) == [(0, 0), (1, 1), (2, 2), (3, 3)]
    assert paired([], four, deadline_likeness, 60) == paired(four, [], deadline_likeness, 60) == []


def test_a_body_counts_once() -> None:
    assert bodies(["Sở Y tế"], ["Sở Y tế", "Sở Y tế"]) == Count(right=1, added=1)
    assert bodies(["Sở Y tế", "Sở Y tế"], ["Sở Y tế"]) == Count(right=1, missed=1)


def test_leads_of_tasks_that_were_missed_or_added() -> None:
    gold = {
        **NOTHING,
        "tasks": [{"quote": LONG, "lead": ["Sở Y tế"], "support": ["Sở Nội vụ"], "due": ["2025-01-01"]}],
    }
    said = {"tasks": [{"quote": "Tổ chức hội nghị tổng kết", "lead": ["Công an tỉnh", "Sở Nội vụ"]}]}
    counts = scored(gold, said).counts
    assert counts["tasks found"] == counts["tasks"] == Count(added=1, missed=1)
    assert counts["task lead"] == Count(added=2, missed=1)
    assert counts["task support"] == counts["task due"] == Count()  # of tasks that were found
    assert len(scored(gold, said).misses) == 2


def test_a_task_with_another_day_or_helper_keeps_its_lead() -> None:
    gold = {
        **NOTHING,
        "tasks": [{"quote": LONG, "lead": ["Sở Y tế"], "support": ["Sở Nội vụ"], "due": ["2025-01-01"]}],
    }
    said = {"tasks": [{"quote": LONG, "lead": ["Sở Y tế"], "support": [], "due": []}]}
    counts = scored(gold, said).counts
    assert counts["tasks"] == counts["task lead"] == Count(right=1)
    assert counts["task support"] == Count(missed=1)
    assert counts["task due"] == Count(added=1, missed=1)


def test_nothing_said_of_nothing_is_right() -> None:
    assert scored(NOTHING, {}).figures == dict.fromkeys(FIGURES, 1.0)
    assert scored({**NOTHING, "header": {"number": None, "date": ""}}, {}).counts["header"] == Count()


def test_words() -> None:
    assert words("  A–B;\n(c_d) ") == "a b c d"
    assert symbol("76 / 2014/QH13") == "76/2014/qh13"
    assert (
        name_words("đề nghị Ngân hàng CSXH, PGD NHCSXH")
        == "ngân hàng csxh phòng giao dịch ngân hàng chính sách xã hội"
    )


def test_what_fell_is_told() -> None:
    before = {"a": {"tasks": 1.0}, "gone": {"tasks": 1.0}, "all": {"tasks": 1.0}}
    now = {"a": {"tasks": 0.9}, "new": {"tasks": 0.1}, "all": {"tasks": 0.9996}}
    found = changes("samples", before, now)
    assert found == [Change("samples/a", "tasks", 1.0, 0.9), Change("samples/all", "tasks", 1.0, 0.9996)]
    assert [change.fell for change in found] == [True, False]
    assert str(found[0]) == "samples/a: tasks 1.0000 -> 0.9000"


def test_the_table_and_the_file_hold_the_same() -> None:
    now = table_of({"a": scored(NOTHING, {}), "b": scored(NOTHING, {"tasks": [{"quote": LONG}]})})
    assert [now[row]["tasks found"] for row in ("a", "b", "all")] == [1.0, 0.0, 0.0]
    shown = list(lines("samples", {"a": now["a"], "b": now["a"]}, now, 10))
    assert shown[3].split()[:7] == ["b", *["1.0000"] * 6]
    assert "0.0000 -1.0000" in shown[3]
    assert shown[4].endswith("  new")
    assert json.loads(written("1.2", {"samples": now})) == {"version": "1.2", "sets": {"samples": now}}


@pytest.mark.parametrize("name", ["samples", "documents"])
def test_the_figures_that_are_written_down_are_those_of_today(name: str) -> None:
    today = table_of({one.name: scored(gold_of(one), said_of(one)) for one in sets()[name]})
    changed = [str(change) for change in changes(name, scores.committed()[name], today)]
    assert scores.committed()[name] == today, "\n".join(["make scores ACCEPT=1", *changed])


def test_what_is_written_down_names_the_version_and_no_path() -> None:
    text = scores.WRITTEN.read_text("utf-8")
    assert json.loads(text)["version"] == scores.version(), "make scores ACCEPT=1"
    assert "/" not in text
    assert text == written(scores.version(), scores.committed())


def test_a_fall_is_an_exit_status(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Beside written figures that are better than today's, and without the documents beside the repository."""
    better = scores.committed()
    better["samples"]["all"]["tasks"] += 0.01
    file = tmp_path / "scores.json"
    file.write_text(written("0", better), "utf-8")
    here = ["--beside", str(tmp_path / "none"), "--file", str(file)]
    assert scores.main(here) == 1
    said = capsys.readouterr().out
    assert "annotated: absent" in said
    assert "fell: samples/all: tasks" in said
    assert scores.main([*here, "--accept"]) == 0
    assert file.read_text("utf-8") == scores.WRITTEN.read_text("utf-8")


def test_what_was_missed_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert scores.main(["--misses", "01-qd-1986"]) == 0
    assert capsys.readouterr().out.startswith("01-qd-1986-ttg:\n  ")
    assert scores.main(["--misses", "no such document"]) == 2


def test_the_makefile_knows_it() -> None:
    assert re.search(
        r"^scores:.*\n\t@\$\(BIN\)/python -m bench\.scores .*--accept.*--misses",
        (ROOT / "Makefile").read_text("utf-8"),
        re.MULTILINE,
    )


@lru_cache(maxsize=1)
def beside() -> ModuleType:
    """The scorer that lies with the annotated documents, imported by its path."""
    spec = importlib.util.spec_from_file_location("scorer_beside", ROOT.parent / "shared" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def counted_beside(gold: dict[str, Any], said: dict[str, Any]) -> dict[str, Count]:
    counts = {name: beside().Count() for name in beside().NAMES}
    beside().score(gold, said, counts, [])
    return {name: Count(int(count.tp), int(count.fp), int(count.fn)) for name, count in counts.items()}


def worse(said: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """A reading with facts left out and words of others lost."""
    spoiled: dict[str, Any] = json.loads(json.dumps(said))
    for kind in ("citations", "deadlines", "tasks"):
        spoiled[kind] = [fact for fact in spoiled[kind] if chance.random() < 0.8]
        for fact in spoiled[kind]:
            for key in ("quote", "symbol", "issuer", "date", "due"):
                if isinstance(fact.get(key), str) and chance.random() < 0.3:
                    fact[key] = fact[key][chance.randrange(4) : len(fact[key]) - chance.randrange(9)]
            for key in ("lead", "support"):
                if fact.get(key) and chance.random() < 0.3:
                    fact[key] = [
                        name.replace("Ủy ban nhân dân", "UBND") for name in fact[key][chance.randrange(2) :]
                    ]
    return spoiled


@pytest.mark.needs("shared")
@pytest.mark.parametrize(("name", "one"), READABLE, ids=[one.name for _, one in READABLE])
def test_the_scorer_beside_the_repository_counts_the_same(name: str, one: Annotated) -> None:
    if not (ROOT.parent / "shared" / "score.py").is_file():
        pytest.skip("the scorer in ../shared is not here")
    gold, said, chance = gold_of(one), said_of(one), random.Random(one.name)
    for reading in (said, worse(said, chance), worse(said, chance), said_of(chance.choice(READABLE)[1])):
        assert scored(gold, reading).counts == counted_beside(gold, reading)
