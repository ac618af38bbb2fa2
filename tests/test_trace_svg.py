"""The picture of a trace: a sound file, nothing over anything else, states told by more than colour."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from corpus_family import LAM_DONG, PRIME_MINISTER, citing, commune, decision, make, province
from drawn_over import faults

from corpus.store import Corpus
from graph.columns import Line, Passage
from graph.layers import Layers, layers_of
from graph.trace import trace
from publish.errors import PublishError
from publish.svg_places import BOX, Plan, plan_of
from publish.svg_words import broken, width_of
from publish.trace_svg import publish_svg, to_svg

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = '</text><script>alert("x")</script> & \x1b[31m ]]> \u202e đỏ'


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with Corpus.open(tmp_path / "kho.db") as opened:
        for make_one in (decision, province, commune):
            opened.add(make_one())
        yield opened


def many(corpus: Corpus) -> None:
    """Some 150 works: laws, decisions, plans of provinces in chains, plans of communes, and a few that cite each other."""
    about = {"relation": "legal_basis"}
    laws = [
        {"symbol": f"{n}/2015/QH13", "type": "Luật", "issuer": "Quốc hội", "date": "2015-06-25"} | about
        for n in range(70, 90)
    ]
    decisions = [
        {"symbol": f"{n}/QĐ-TTg", "issuer": PRIME_MINISTER, "date": "2022-01-18"} | about
        for n in range(100, 112)
    ]
    for n, one in enumerate(decisions):
        header = {
            "number": one["symbol"],
            "type": "Quyết định",
            "issuer": PRIME_MINISTER,
            "date": "2022-01-18",
        }
        corpus.add(citing(laws[n], laws[(7 * n) % 20], decisions[(n + 1) % 3], **header, title=f"Chương trình số {n} giai đoạn 2021 - 2025"))  # fmt: skip
    for n in range(40):
        before = (
            [{"symbol": f"{n - 1}/KH-UBND", "issuer": LAM_DONG, "date": "2023-02-01"} | about]
            if n % 4
            else []
        )
        corpus.add(citing(decisions[n % 12], laws[n % 20], *before, number=f"{n}/KH-UBND", date="2023-02-01"))
    for n in range(70):
        plans = [{"symbol": f"{n % 40}/KH-UBND", "issuer": LAM_DONG, "date": "2023-02-01"} | about]
        corpus.add(
            citing(
                *plans,
                laws[1],
                number=f"{n}/KH-UBND",
                issuer=f"Ủy ban nhân dân xã Thôn {n}",
                date="2024-02-01",
            )
        )


def planned(layers: Layers) -> Plan:
    return plan_of(layers.columns, dict.fromkeys(layers.boxes, 90), dict.fromkeys(layers.columns.lines, 60))


def parsed(picture: str) -> ElementTree.Element:
    return ElementTree.fromstring(picture.encode())


def test_it_has_everything_that_the_trace_has(corpus: Corpus) -> None:
    root = parsed(to_svg(trace(corpus, "12/KH-UBND")))
    said = "\n".join("".join(one.itertext()) for one in root.iter(f"{SVG}text"))
    for words in (
        "Kế hoạch 12/KH-UBND",
        "Quyết định 1486/QĐ-TTg",
        "Bảo vệ môi trường",
        "thực hiện",
        "căn cứ",
        "29/11/2024",
    ):
        assert words in said
    assert root.get("role") == "img"
    titles = {one.get("id"): one.text or "" for one in root if one.get("id")}
    assert "12/KH-UBND" in titles["title"]
    assert "thực hiện" in titles["desc"]
    assert set((root.get("aria-labelledby") or "").split()) == set(titles)


def test_levels_go_from_left_to_right(corpus: Corpus) -> None:
    layers = layers_of(trace(corpus, "12/KH-UBND"))
    symbols = [
        [layers.boxes[item].work.symbol for item in column if isinstance(item, int)]
        for column in layers.columns.columns
    ]
    assert symbols == [
        ["72/2020/QH14"] if symbols[0] != [None] else [None],
        ["1486/QĐ-TTg"],
        ["85/KH-UBND"],
        ["12/KH-UBND"],
    ]
    assert layers.columns.levels == ("law", "central", "province", "commune")
    assert [box.root for box in layers.boxes.values()].count(True) == 1


def test_nothing_lies_over_anything_else(corpus: Corpus) -> None:
    many(corpus)
    layers = layers_of(trace(corpus, "71/2015/QH13", depth=8))
    plan = planned(layers)
    assert len(plan.boxes) > 100
    assert faults(plan, dict.fromkeys(layers.columns.lines, 40)) == []


def test_tracks_of_different_lines_do_not_run_over_each_other(corpus: Corpus) -> None:
    many(corpus)
    plan = planned(layers_of(trace(corpus, "71/2015/QH13", depth=8)))
    upright: dict[int, list[tuple[int, int, int]]] = {}
    for run in plan.runs:
        for (x1, y1), (x2, y2) in pairwise(run.points):
            if x1 == x2 and y1 != y2:
                upright.setdefault(x1, []).append((min(y1, y2), max(y1, y2), run.line.target))
    for runs in upright.values():
        for one, other in combinations(runs, 2):
            assert one[2] == other[2] or one[1] < other[0] or other[1] < one[0]


def test_the_same_trace_gives_the_same_picture(corpus: Corpus) -> None:
    assert to_svg(trace(corpus, "12/KH-UBND")) == to_svg(trace(corpus, "12/KH-UBND"))


def test_works_that_cite_each_other_are_drawn(tmp_path: Path) -> None:
    with Corpus.open(tmp_path / "kho.db") as corpus:
        for number, others in {1: (2, 1), 2: (3,), 3: (1, 2)}.items():
            about = {"issuer": LAM_DONG, "date": "2025-06-01", "relation": "legal_basis"}
            corpus.add(
                citing(*({"symbol": f"{n}/KH-UBND", **about} for n in others), number=f"{number}/KH-UBND")
            )
        layers = layers_of(trace(corpus, "1/KH-UBND", depth=30))
        assert (len(layers.boxes), len(layers.columns.lines)) == (3, 4)
        assert len(planned(layers).runs) == 4


def test_what_documents_say_is_text(tmp_path: Path) -> None:
    with Corpus.open(tmp_path / "kho.db") as corpus:
        header = {
            "type": "Kế hoạch",
            "number": "1/KH-UBND",
            "issuer": HOSTILE,
            "date": "2025-01-01",
            "title": HOSTILE,
        }
        corpus.add(make(f"{header}", header=header))
        picture = to_svg(trace(corpus, "1/KH-UBND"))
    root = parsed(picture)
    assert "script" not in {one.tag.removeprefix(SVG) for one in root.iter()}
    assert not re.search(r"[\x00-\x08\x0e-\x1f\u202e]", picture)


def test_nothing_comes_from_elsewhere(corpus: Corpus) -> None:
    many(corpus)
    picture = to_svg(trace(corpus, "71/2015/QH13", depth=8))
    hosts = set(re.findall(r"https?://[^\"'\s]+", picture))
    assert hosts == {"http://www.w3.org/2000/svg"}
    assert not re.search(
        r"<(script|image|foreignObject|use|a)\b|@import|@font-face|href|\bon\w+=|url\((?!#)", picture
    )


def test_an_end_is_told_by_words_and_shape(corpus: Corpus) -> None:
    ended = {
        "symbol": "1486/QĐ-TTg",
        "type": "Quyết định",
        "issuer": PRIME_MINISTER,
        "date": "2024-11-29",
        "relation": "replaces",
    }
    corpus.add(citing(ended, number="9/QĐ-TTg", type="Quyết định", issuer=PRIME_MINISTER, date="2025-07-01"))
    picture = to_svg(trace(corpus, "1486/QĐ-TTg"))
    root = parsed(picture)
    (box,) = [
        group for group in root.iter(f"{SVG}g") if "ended" in (group.find(f"{SVG}rect").get("class") or "")
    ]  # type: ignore[union-attr]
    words = [one.text or "" for one in box.iter(f"{SVG}text")]
    assert "đã bị thay thế từ 01/07/2025" in words
    assert "bị thay thế bởi 9/QĐ-TTg" in words
    assert {"sign", "hatch"} <= {one.get("class") for one in box.iter(f"{SVG}path")}
    assert "gone" in (next(box.iter(f"{SVG}text")).get("class") or "")
    assert "thay thế" in {one.text for one in root.iter(f"{SVG}text")}, "the work that replaces it is drawn"


def test_what_is_not_certain_is_dashed(corpus: Corpus) -> None:
    corpus.add(
        citing({"symbol": "1486", "type": "Quyết định", "relation": "legal_basis"}, number="9/KH-UBND")
    )
    found = trace(corpus, "9/KH-UBND", "up")
    (line,) = layers_of(found).columns.lines
    assert not line.certain
    assert 'class="line open"' in to_svg(found)


def test_light_and_dark(corpus: Corpus) -> None:
    style = parsed(to_svg(trace(corpus, "12/KH-UBND"))).find(f"{SVG}style")
    assert style is not None
    assert "prefers-color-scheme:dark" in (style.text or "")


def test_in_english(corpus: Corpus) -> None:
    picture = to_svg(trace(corpus, "12/KH-UBND"), "en")
    assert "carries out" in picture
    assert "validity unknown" in picture
    assert "chưa rõ" not in picture


def test_every_word_fits_into_its_box(corpus: Corpus) -> None:
    many(corpus)
    root = parsed(to_svg(trace(corpus, "71/2015/QH13", depth=8)))
    sizes = {"name": 13, "name gone": 13, "title": 12, "small": 11, "state": 11}
    for box in root.iter(f"{SVG}g"):
        edge = float(box.find(f"{SVG}rect").get("x") or 0) + BOX  # type: ignore[union-attr]
        for one in box.iter(f"{SVG}text"):
            size = sizes[one.get("class") or ""]
            assert float(one.get("x") or 0) + width_of(one.text or "", size) <= edge, one.text


@pytest.mark.parametrize(
    ("text", "room", "most", "lines"),
    [
        ("", 100, 2, []),
        ("ngắn", 100, 2, ["ngắn"]),
        ("một hai ba bốn năm sáu", 60, 2, 2),
        ("x" * 500, 60, 2, 1),
    ],
)
def test_broken(text: str, room: int, most: int, lines: Any) -> None:
    found = broken(text, 12, room, most)
    assert found == lines or len(found) == lines
    assert all(width_of(line, 12) <= room for line in found)


@pytest.mark.parametrize("name", ["a.png", "thư mục/không có/a.svg"])
def test_what_cannot_be_written(corpus: Corpus, tmp_path: Path, name: str) -> None:
    with pytest.raises(PublishError):
        publish_svg(trace(corpus, "12/KH-UBND"), tmp_path / name)
    assert list(tmp_path.glob("*.png")) == []


def test_an_empty_trace_is_drawn(tmp_path: Path) -> None:
    with Corpus.open(tmp_path / "kho.db") as corpus:
        parsed(to_svg(trace(corpus, "1/KH-UBND")))


def test_passages_are_only_where_lines_pass(corpus: Corpus) -> None:
    many(corpus)
    layers = layers_of(trace(corpus, "71/2015/QH13", depth=8))
    at = layers.columns.column_of()
    for number, column in enumerate(layers.columns.columns):
        for item in column:
            if isinstance(item, Passage):
                assert any(_passes(line, item, at, number) for line in layers.columns.lines)


def _passes(line: Line, passage: Passage, at: dict[int, int], number: int) -> bool:
    return line.target == passage.left and at[line.target] < number < at[line.source]
