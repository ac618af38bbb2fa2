"""The picture of a family: a sound file that can be read at fifty documents, nothing over anything else, safe links."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from corpus_family import LAM_DONG, PRIME_MINISTER, citing, make
from drawn_over import faults

from corpus.store import Corpus
from graph.family import Family, family
from graph.family_columns import FamilyColumns, family_columns
from nhiemvu.cli import run
from publish.errors import PublishError
from publish.family_svg import family_svg, publish_family
from publish.links import link_to
from publish.svg_places import BOX, plan_of
from publish.svg_words import width_of

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = '</text><script>alert("x")</script> & \x1b[31m ]]> \u202e đỏ'
CAM_LO = "Ủy ban nhân dân huyện Cam Lộ"


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with Corpus.open(tmp_path / "kho.db") as opened:
        yield opened


def cited(symbol: str, issuer: str, type_: str, relation: str = "legal_basis") -> dict[str, Any]:
    date = "2021-10-14" if issuer in (PRIME_MINISTER, "Quốc hội") else "2025-06-01"
    return {"symbol": symbol, "issuer": issuer, "type": type_, "date": date, "relation": relation}


def fill(corpus: Corpus, siblings: int, children: int) -> Family:
    """The plan 1/KH-UBND of Lâm Đồng: laws and a programme above, a proposal of a district below it on which it rests,
    plans that cite each other, and as many plans of the same programme and of communes."""
    laws = [cited(f"{n}/2015/QH13", "Quốc hội", "Luật") for n in range(70, 75)]
    programme = cited("1719/QĐ-TTg", PRIME_MINISTER, "Quyết định", "carries_out")
    root = cited("1/KH-UBND", LAM_DONG, "Kế hoạch", "carries_out")
    other = cited("2/KH-UBND", LAM_DONG, "Kế hoạch")
    proposal = cited("9/TTr-UBND", CAM_LO, "Tờ trình", "on_proposal")
    long = (
        "Phê duyệt Chương trình mục tiêu quốc gia phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số"
    )
    corpus.add(citing(*laws, number="1719/QĐ-TTg", type="Quyết định", issuer=PRIME_MINISTER, date="2021-10-14", title=long))  # fmt: skip
    corpus.add(citing(programme, other, proposal, *laws[:2], number="1/KH-UBND", title=long))
    corpus.add(citing(root, number="2/KH-UBND"))
    for n in range(siblings):
        corpus.add(citing(programme, laws[0], number=f"{100 + n}/KH-UBND", title=f"{long} năm {n}"))
    for n in range(children):
        commune = f"Ủy ban nhân dân xã Thôn {n}"
        corpus.add(
            citing(root, number=f"{500 + n}/KH-UBND", issuer=commune, title=f"Kế hoạch của xã Thôn {n}")
        )
    return family(corpus, "1/KH-UBND Lâm Đồng")


def parsed(picture: str) -> ElementTree.Element:
    return ElementTree.fromstring(picture.encode())


def boxes(picture: str) -> list[ElementTree.Element]:
    return [one for one in parsed(picture).iter(f"{SVG}g") if one.find(f"{SVG}rect") is not None]


def lies_over(placed: FamilyColumns, height: int = 120) -> list[str]:
    labels = {line: 110 if line.relations else 0 for line in placed.columns.lines}
    plan = plan_of(placed.columns, dict.fromkeys(placed.boxes, height), dict.fromkeys(labels, 124))
    return faults(plan, labels)


@pytest.mark.parametrize(("siblings", "children"), [(0, 0), (3, 3), (30, 10), (5, 55), (60, 60)])
def test_nothing_lies_over_anything_else(corpus: Corpus, siblings: int, children: int) -> None:
    found = fill(corpus, siblings, children)
    placed = family_columns(found)
    assert lies_over(placed) == []
    assert len(found.members) <= 53
    assert {box for line in placed.columns.lines for box in (line.source, line.target)} == set(placed.boxes)


def test_columns_are_no_longer_than_can_be_seen(corpus: Corpus) -> None:
    placed = family_columns(fill(corpus, 30, 30))
    assert max(sum(isinstance(item, int) for item in column) for column in placed.columns.columns) <= 10
    assert list(dict.fromkeys(placed.columns.levels)) == ["law", "central", "province", "district", "commune"]


def test_lines_against_the_order_of_levels_end_where_they_should(corpus: Corpus) -> None:
    placed = family_columns(fill(corpus, 12, 12))
    at = placed.columns.column_of()
    plan = plan_of(placed.columns, dict.fromkeys(placed.boxes, 120), dict.fromkeys(placed.columns.lines, 90))
    (proposal,) = [run for run in plan.runs if run.line.relations == ("on_proposal",)]
    assert at[proposal.line.source] < at[proposal.line.target]
    source, target = plan.boxes[proposal.line.source], plan.boxes[proposal.line.target]
    (x1, y1), (x2, y2) = proposal.points[0], proposal.points[-1]
    assert x1 == source.x + BOX
    assert source.y < y1 < source.y + source.height
    assert x2 == target.x
    assert target.y < y2 < target.y + target.height


def test_what_a_box_says(corpus: Corpus) -> None:
    found = fill(corpus, 60, 0)
    picture = family_svg(found)
    said = ["\n".join(one.text or "" for one in box.iter(f"{SVG}text")) for box in boxes(picture)]
    (root,) = [words for words in said if words.startswith("Kế hoạch 1/KH-UBND\n")]
    for words in (
        "Phê duyệt Chương trình",
        "…",
        "01/06/2025, UBND tỉnh Lâm Đồng",
        "chưa rõ hiệu lực",
        "0 nhiệm vụ",
    ):
        assert words in root
    (rest,) = [words for words in said if "văn bản khác" in words]
    count = 60 - sum(one.kin == "sibling" for one in found.members)
    assert rest == f"và {count} văn bản khác\ndựa trên Quyết định 1719/QĐ-TTg"
    titles = [box.findtext(f"{SVG}title") or "" for box in boxes(picture)]
    assert any("vùng đồng bào dân tộc thiểu số" in title for title in titles), (
        "cut in the box, whole when pointed at"
    )
    marked = [box for box in boxes(picture) if "root" in (box.find(f"{SVG}rect").get("class") or "")]  # type: ignore[union-attr]
    assert len(marked) == 1


def test_lines_tell_their_words(corpus: Corpus) -> None:
    root = parsed(family_svg(fill(corpus, 1, 1)))
    told = [
        one.findtext(f"{SVG}title") or ""
        for one in root.iter(f"{SVG}text")
        if "said" in (one.get("class") or "")
    ]
    assert "thực hiện: “văn bản 0: 1719/QĐ-TTg”" in told
    assert all(told)


def test_letters_are_large_enough_and_fit(corpus: Corpus) -> None:
    picture = family_svg(fill(corpus, 30, 30))
    sizes = {name: int(size) for name, size in re.findall(r"\.(\w+)\{font-size:(\d+)px", picture)}
    assert min(sizes.values()) >= 11
    for box in boxes(picture):
        edge = float(box.find(f"{SVG}rect").get("x") or 0) + BOX  # type: ignore[union-attr]
        for one in box.iter(f"{SVG}text"):
            size = sizes[(one.get("class") or "").split()[0]]
            assert float(one.get("x") or 0) + width_of(one.text or "", size) <= edge, one.text


def test_for_those_who_do_not_see_it(corpus: Corpus) -> None:
    root = parsed(family_svg(fill(corpus, 1, 1)))
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "vi"
    assert root.get("role") == "img"
    title, desc = root.findtext(f"{SVG}title") or "", root.findtext(f"{SVG}desc") or ""
    assert "1/KH-UBND" in title
    assert "thực hiện Quyết định số 1719/QĐ-TTg" in desc
    style = root.findtext(f"{SVG}style") or ""
    assert "prefers-color-scheme:dark" in style
    assert style.count("{") == style.count("}")


def test_in_english(corpus: Corpus) -> None:
    picture = family_svg(fill(corpus, 55, 3), "en")
    for words in ('xml:lang="en"', "carries out", "more documents", "0 tasks", "Validity is told for"):
        assert words in picture
    assert "chưa rõ" not in picture


def test_what_documents_say_is_text(corpus: Corpus) -> None:
    header = {
        "type": "Kế hoạch",
        "number": "1/KH-UBND",
        "issuer": HOSTILE,
        "date": "2025-01-01",
        "title": HOSTILE,
    }
    corpus.add(make(f"{header}", header=header, path='"><script>alert(1)</script>.txt'))
    above = {
        "quote": HOSTILE,
        "symbol": "1/KH-UBND",
        "type": "Kế hoạch",
        "issuer": HOSTILE,
        "date": "2025-01-01",
    }
    corpus.add(make(f"x\n{HOSTILE}", header=header | {"number": "2/KH-UBND"}, citations=[above | {"relation": "legal_basis"}]))  # fmt: skip
    picture = family_svg(family(corpus, "2/KH-UBND"), folder=Path())
    assert {one.tag.removeprefix(SVG) for one in parsed(picture).iter()} <= {
        "svg", "title", "desc", "style", "defs", "marker", "path", "rect", "g", "text", "circle"
    }  # fmt: skip
    assert not re.search(r"[\x00-\x08\x0e-\x1f\u202e]", picture)


def test_nothing_comes_from_elsewhere(corpus: Corpus) -> None:
    picture = family_svg(fill(corpus, 20, 5))
    assert set(re.findall(r"https?://[^\"'\s]+", picture)) == {"http://www.w3.org/2000/svg"}
    assert not re.search(
        r"<(script|image|foreignObject|use)\b|@import|@font-face|\bon\w+=|url\((?!#)", picture
    )


@pytest.mark.parametrize(
    ("path", "link"),
    [
        ("https://example.vn/van-ban?id=7&trang=2", "https://example.vn/van-ban?id=7&trang=2"),
        ("HTTP://example.vn/a", "HTTP://example.vn/a"),
        ('https://example.vn/"><script>', "https://example.vn/%22%3E%3Cscript%3E"),
        ("https:///khong-co-may", ""),
        ("http://[xau", ""),
        ("javascript:alert(1)", ""),
        (" javascript:alert(1)", ""),
        ("data:text/html,<script>alert(1)</script>", ""),
        ("file:///etc/passwd", ""),
        ("//example.vn/a", ""),
        ("khong-co.docx", ""),
        ("ho-so.zip/ke-hoach.docx", ""),
        ("\x00", ""),
        ("", ""),
    ],
)
def test_links(path: str, link: str, tmp_path: Path) -> None:
    assert link_to(path, tmp_path) == link


@pytest.mark.parametrize(
    ("name", "link"),
    [
        ("kế hoạch #1 100%.docx", "./k%E1%BA%BF%20ho%E1%BA%A1ch%20%231%20100%25.docx"),
        ("javascript:alert(1)", "./javascript%3Aalert%281%29"),
        ("con/kh.txt", "./con/kh.txt"),
        ("../kh.txt", "../kh.txt"),
    ],
)
def test_links_to_files_are_relative_to_the_picture(name: str, link: str, tmp_path: Path) -> None:
    folder = tmp_path / "hinh"
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(exist_ok=True)
    file.write_text("x")
    assert link_to(str(file), folder) == link


def test_boxes_lead_to_the_files_of_their_documents(corpus: Corpus, tmp_path: Path) -> None:
    (tmp_path / "kh 1.txt").write_text("x")
    header = {"type": "Kế hoạch", "number": "1/KH-UBND", "issuer": LAM_DONG, "date": "2025-01-01"}
    corpus.add(make(f"{header}", header=header, path=str(tmp_path / "kh 1.txt")))
    found = family(corpus, "1/KH-UBND")
    publish_family(found, tmp_path / "so-do.svg")
    (link,) = parsed((tmp_path / "so-do.svg").read_text("utf-8")).iter(f"{SVG}a")
    assert (link.get("href"), link.findtext(f"{SVG}text")) == ("./kh%201.txt", "Kế hoạch 1/KH-UBND")
    assert "href" not in family_svg(found), "without a place of its own it leads nowhere"


@pytest.mark.parametrize("name", ["a.png", "thư mục/không có/a.svg"])
def test_what_cannot_be_written(corpus: Corpus, tmp_path: Path, name: str) -> None:
    with pytest.raises(PublishError):
        publish_family(fill(corpus, 1, 1), tmp_path / name)


def test_the_same_family_gives_the_same_picture(corpus: Corpus) -> None:
    assert family_svg(fill(corpus, 40, 30)) == family_svg(family(corpus, "1/KH-UBND Lâm Đồng"))


# The command: what is typed after `nhiemvu graph`, the exit status, what standard error says.
COMMANDS: list[tuple[list[str], int, str]] = [
    (["1/KH-UBND Lâm Đồng", "-o", "so-do.svg"], 0, "Đã vẽ vào so-do.svg."),
    (["1/KH-UBND Lâm Đồng", "-o", "so-do.svg", "--most", "4"], 0, "chỉ đếm, không vẽ"),
    (["1/KH-UBND Lâm Đồng", "--on", "30/2/2025", "-o", "so-do.svg"], 2, "--on"),
    (["1/KH-UBND Lâm Đồng"], 2, "thiếu --output"),
    (["1/KH-UBND Lâm Đồng", "-o", "so-do.png"], 2, "không biết định dạng này"),
    (["1/KH-UBND", "-o", "so-do.svg"], 1, "có thể là 2 văn bản; thêm cơ quan hoặc năm để chọn. Đó là: "),
    (["1/QĐ-UBND", "-o", "so-do.svg"], 1, "Kho không có văn bản nào là “1/QĐ-UBND”. Gần nhất: "),
    (["77/KH-UBND", "-o", "so-do.svg"], 1, "Kho không có văn bản nào liên quan"),
]


@pytest.mark.parametrize(("typed", "status", "said"), COMMANDS, ids=[" ".join(row[0]) for row in COMMANDS])
def test_the_command(typed: list[str], status: int, said: str, corpus: Corpus, tmp_path: Path,
                     monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    fill(corpus, 4, 4)
    corpus.add(citing(number="1/KH-UBND", issuer="Ủy ban nhân dân tỉnh Đắk Lắk"))
    corpus.add(citing(number="77/KH-UBND"))
    monkeypatch.chdir(tmp_path)
    assert run(["graph", *typed, "--corpus", str(tmp_path / "kho.db")]) == status
    error = capsys.readouterr().err
    assert said in error
    assert (tmp_path / "so-do.svg").exists() is ("Đã vẽ" in error)
    if status:
        assert error.count("\n") == 1 or "Đã vẽ" in error, "one line"


def test_the_command_prints_json(corpus: Corpus, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(corpus, 4, 4)
    assert run(["graph", "1/KH-UBND", "--json", "--corpus", str(tmp_path / "kho.db")]) == 0
    said = json.loads(capsys.readouterr().out)
    assert len(said["nodes"]) == 17
    assert said["nodes"][0]["kin"] == "root"
