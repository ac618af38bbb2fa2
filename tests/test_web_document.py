"""The pages of a document, as JSON and as HTML."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from lxml import html
from running import COMMUNE_PLAN, ROOT
from web_serving import Served, serving

from bench.plan_text import plan
from corpus import queries
from corpus.statement import TaskChange
from corpus.store import Corpus
from extract import extract
from ingest import read_bytes
from nhiemvu.parsing import read_and_extract
from nhiemvu.web.words import ENGLISH

TABS = ("", "/properties", "/bases", "/tasks", "/history")


def answered(web: Served, path: str) -> httpx.Response:
    """What the server answers, however busy the machine is."""
    return httpx.get(web.url + path, timeout=60)


def numbers(web: Served) -> dict[str, int]:
    """The ids of the sample documents, by their numbers."""
    found = answered(web, "/documents.json").json()["documents"]
    return {one["number"]: one["id"] for one in found}


def get(web: Served, path: str) -> Any:
    answer = answered(web, path)
    assert answer.status_code == 200, answer.text
    return (
        answer.json()
        if answer.headers["content-type"] == "application/json"
        else html.fromstring(answer.text)
    )


@pytest.fixture(scope="module")
def long_web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server on a corpus with one document of a hundred pages."""
    target = tmp_path_factory.mktemp("long") / "kho.db"
    with Corpus.open(target) as corpus:
        corpus.add(extract(plan(120_000)))
    with serving(target) as served:
        yield served


def test_the_list_goes_on_by_cursor_and_shows_each_document_once(web: Served) -> None:
    whole = get(web, "/documents.json")
    assert whole["next"] is None
    days = [one["date"] for one in whole["documents"]]
    assert days == sorted(days, reverse=True)
    seen, after = [], ""
    while after is not None:
        page = get(web, f"/documents.json?limit=2&after={after}")
        seen += page["documents"]
        after = page["next"]
    assert seen == whole["documents"]


def test_documents_without_a_date_come_last_and_none_is_left_out(own_web: Served) -> None:
    with Corpus.open(own_web.corpus_path) as corpus:
        undated = [
            corpus.add(
                extract(read_bytes(f"KẾ HOẠCH\nI. NỘI DUNG\n1. Sở Y tế rà soát {n}.".encode(), "a.txt"))
            )
            for n in range(3)
        ]
    seen, after = [], ""
    while after is not None:
        page = get(own_web, f"/documents.json?limit=2&after={after}")
        seen += [one["id"] for one in page["documents"]]
        after = page["next"]
    assert len(seen) == len(set(seen)) == 12
    assert seen[-3:] == [one.document_id for one in undated]


def test_the_text_is_the_text_and_every_mark_stands_on_its_words(web: Served) -> None:
    id_ = numbers(web)["21/KH-UBND"]
    said = get(web, f"/documents/{id_}.json")
    for kind in ("tasks", "citations", "agencies", "deadlines"):
        assert said[kind], kind
        for one in said[kind]:
            assert said["text"][one["start"] : one["end"]] == one["quote"]
    page = get(web, f"/documents/{id_}")
    text = page.xpath("//article")[0]
    for tag in text.xpath(".//a[@class='tag']"):
        tag.drop_tree()
    shown = re.sub(r"\s+", "", text.text_content())
    assert shown == re.sub(r"\s+", "", said["text"])


def test_a_task_leads_to_its_row_and_the_row_to_its_words(web: Served) -> None:
    id_ = numbers(web)["21/KH-UBND"]
    page = get(web, f"/documents/{id_}")
    (mark,) = page.xpath("//*[@id='task-t9']")
    assert mark.get("aria-label") == "Nhiệm vụ t9"
    (tag,) = mark.xpath("./a[@class='tag']")
    assert tag.get("title").startswith("Chưa xác định cơ quan chủ trì. Thời hạn: ")
    address, _, anchor = tag.get("href").partition("#")
    table = get(web, address)
    (row,) = table.xpath(f"//*[@id='{anchor}']")
    (back,) = row.xpath("./td[1]/a")
    assert back.get("href") == f"/documents/{id_}?task=t9#task-t9"


def test_a_citation_leads_to_its_work_and_an_agency_to_its_page(web: Served) -> None:
    id_ = numbers(web)["21/KH-UBND"]
    said, page = get(web, f"/documents/{id_}.json"), get(web, f"/documents/{id_}")
    cited = next(one for one in said["citations"] if "1986/QĐ-TTg" in one["quote"])
    (link,) = page.xpath(f"//*[@id='c-{cited['number']}']")
    assert link.get("href") == f"/works/{cited['work']['work_id']}"
    assert link.get("title") == (
        "Viện dẫn: thực hiện, 1986/QĐ-TTg, 22/11/2023, Thủ tướng Chính phủ, có trong kho"
    )
    agency = next(one for one in said["agencies"] if one["quote"] == "Sở Xây dựng")
    assert page.xpath(f"//a[@class='agency'][@href='/agencies/{agency['body_id']}']/text()")


def test_a_citation_that_may_mean_several_works_names_them(own_web: Served, tmp_path: Path) -> None:
    body = "KẾ HOẠCH\nNăm 2025\nI. NỘI DUNG\n1. Sở Y tế rà soát theo Quyết định số 90/QĐ-UBND.\n"
    letterheads = [("Quảng Trị", "05/3/2022"), ("Bình Định", "07/4/2021")]
    with Corpus.open(own_web.corpus_path) as corpus:
        for place, day in letterheads:
            head = f"ỦY BAN NHÂN DÂN TỈNH {place.upper()}\nSố: 90/QĐ-UBND\n{place}, ngày {day}\nQUYẾT ĐỊNH\nVề việc A\n"
            corpus.add(extract(read_bytes((head + "Điều 1. Giao Sở Y tế rà soát.").encode(), f"{place}.txt")))
        id_ = corpus.add(extract(read_bytes(body.encode(), "kh.txt"))).document_id
    (cited,) = get(own_web, f"/documents/{id_}.json")["citations"]
    assert (cited["status"], cited["work"], len(cited["candidates"])) == ("ambiguous", None, 2)
    page = get(own_web, f"/documents/{id_}")
    (link,) = page.xpath("//a[@id='c-1']")
    assert "Ủy ban nhân dân tỉnh Bình Định" in link.get("title")
    (row,) = get(own_web, link.get("href").partition("#")[0]).xpath("//tr[@id='c1']")
    assert len(row.xpath(".//ul/li/a[starts-with(@href, '/works/')]")) == 2


@pytest.mark.parametrize(
    ("show", "kinds"),
    [
        ("", {"task", "citation", "agency", "deadline"}),
        ("?show=task,citation", {"task", "citation"}),
        ("?show=&show=deadline", {"deadline"}),
        ("?show=", set()),
        ("?show=nonsense", set()),
    ],
)
def test_kinds_of_marks_are_switched_by_the_query(web: Served, show: str, kinds: set[str]) -> None:
    page = get(web, f"/documents/{numbers(web)['21/KH-UBND']}{show}")
    marks = page.xpath(
        "//article//*[@class='task' or @class='citation' or @class='agency' or @class='deadline']"
    )
    assert {one.get("class") for one in marks} == kinds
    assert {one.get("value") for one in page.xpath("//input[@name='show'][@checked]")} == kinds


def test_tables_are_tables_and_headings_have_anchors(web: Served) -> None:
    page = get(web, f"/documents/{numbers(web)['21/KH-UBND']}")
    head = page.xpath("//article//thead//th")
    assert [one.text_content() for one in head][:2] == ["TT", "Nội dung"]
    anchors = [one.get("href") for one in page.xpath("//nav[@class='contents no-print']//a")]
    assert anchors
    assert all(page.xpath(f"//article//*[@id='{one[1:]}']") for one in anchors)
    levels = [int(one.tag[1]) for one in page.xpath("//article//*[self::h2 or self::h3 or self::h4]")]
    assert all(after <= before + 1 for before, after in zip([1, *levels], levels, strict=False))


def test_a_long_document_comes_in_parts_and_a_task_is_found_in_its_own(long_web: Served) -> None:
    first = get(long_web, "/documents/1.json")
    parts = [get(long_web, f"/documents/1.json?part={number + 1}") for number in range(first["parts"])]
    assert first["parts"] > 3
    assert "".join(part["text"] for part in parts) == plan(120_000).text
    elsewhere = {one["id"]: one["part"] for one in first["elsewhere"]}
    here = {one["id"] for one in first["tasks"]}
    assert {one["id"] for part in parts for one in part["tasks"]} == here | elsewhere.keys()
    name, number = next(iter(elsewhere.items()))
    found = get(long_web, f"/documents/1.json?task={name}")
    assert found["part"] == number
    # An address without the query leads to the first part, where a link by that name leads on.
    page = get(long_web, "/documents/1")
    assert [one.get("href") for one in page.xpath(f"//*[@id='task-{name}']")] == [f"?task={name}#task-{name}"]
    assert len(answered(long_web, "/documents/1").content) < 140_000
    assert answered(long_web, f"/documents/1?part={first['parts'] + 1}").status_code == 404


def test_a_pdf_has_its_page_beside_the_text_with_the_boxes_of_its_tasks(web: Served) -> None:
    id_ = numbers(web)["15/KH-UBND"]
    said = get(web, f"/documents/{id_}.json?task=t9")["page"]
    assert (said["number"], said["pages"], said["with_boxes"]) == (2, 4, True)
    lit = [one for one in said["boxes"] if one["lit"]]
    assert [one["id"] for one in lit] == ["t9"]
    for one in said["boxes"]:
        for x, y in (corner for corners in one["corners"] for corner in corners):
            assert 0 < x < said["width"]
            assert 0 < y < said["height"]
    page = get(web, f"/documents/{id_}?task=t9")
    assert [one.get("id") for one in page.xpath("//a[@class='box lit']")] == ["box-t9"]
    picture = answered(web, page.xpath("//div[@class='sheet']/img")[0].get("src"))
    assert picture.headers["content-type"] == "image/png"
    assert picture.content.startswith(b"\x89PNG")
    assert get(web, f"/documents/{id_}.json?page=3")["page"]["number"] == 3
    assert get(web, f"/documents/{id_}.json?page=99")["page"]["number"] == 4


def test_a_format_without_pages_has_no_page(web: Served) -> None:
    id_ = numbers(web)["21/KH-UBND"]
    assert get(web, f"/documents/{id_}.json")["page"] is None
    assert answered(web, f"/documents/{id_}/pages/1.png").status_code == 404


def test_a_file_that_is_gone_is_told_of_and_the_text_is_shown_all_the_same(own_web: Served) -> None:
    said, places = read_and_extract(COMMUNE_PLAN)
    moved = replace(said, source=replace(said.source, path="/nowhere/kh.pdf", sha256="ab" * 32))
    with Corpus.open(own_web.corpus_path) as corpus:
        id_ = corpus.add(moved, places=places).document_id
    found = get(own_web, f"/documents/{id_}.json")
    assert found["page"] is None
    assert found["no_page"] == "tệp gốc không còn ở chỗ cũ, hoặc đã bị sửa"
    assert found["tasks"]


def test_a_corpus_that_has_no_places_shows_the_page_without_boxes(own_web: Served) -> None:
    said, _ = read_and_extract(COMMUNE_PLAN)
    with Corpus.open(own_web.corpus_path) as corpus:
        id_ = corpus.add(said, replace=True).document_id
    page = get(own_web, f"/documents/{id_}.json?task=t9")["page"]
    assert (page["with_boxes"], page["boxes"], page["pages"], page["number"]) == (False, [], 4, 2)
    assert "đọc lại tệp để có" in get(own_web, f"/documents/{id_}").text_content()


def test_a_document_that_is_read_anew_is_shown_anew(own_web: Served) -> None:
    """It keeps its id: what the server has kept of the reading before must not be shown."""
    source = extract(read_bytes("KẾ HOẠCH\nI. NỘI DUNG\n1. Sở Y tế rà soát.".encode(), "kh.txt"))
    with Corpus.open(own_web.corpus_path) as corpus:
        id_ = corpus.add(source).document_id
        assert "rà soát" in get(own_web, f"/documents/{id_}.json")["text"]
        other = extract(read_bytes("KẾ HOẠCH\nI. NỘI DUNG\n1. Sở Y tế báo cáo.".encode(), "kh.txt"))
        corpus.add(replace(other, source=source.source), replace=True)
    assert "báo cáo" in get(own_web, f"/documents/{id_}.json")["text"]


def test_properties_say_what_is_there_and_what_is_missing(web: Served) -> None:
    by_number = numbers(web)
    page = get(web, f"/documents/{by_number['15/KH-UBND']}/properties").text_content()
    assert "Vũ Thị Thanh Hằng" in page
    said = get(web, f"/documents/{by_number['15/KH-UBND']}/properties.json")
    assert (said["source"]["reader"], said["source"]["pages"]) == ("pdf", 4)
    assert len(said["source"]["sha256"]) == 64
    every = [get(web, f"/documents/{id_}/properties") for id_ in by_number.values()]
    assert any("văn bản không ghi, hoặc không đọc được" in page.text_content() for page in every)


def test_bases_have_relation_validity_and_what_cites_the_document(web: Served) -> None:
    by_number = numbers(web)
    said = get(web, f"/documents/{by_number['21/KH-UBND']}/bases.json")
    law = next(one for one in said["cites"] if one["work"] and one["work"]["name"].startswith("55/2024/QH15"))
    assert (law["relations"][0], law["status"], law["now"]["state"]) == (
        "carries_out",
        "unmatched",
        "amended",
    )
    assert law["pinpoints"] == ["Điều 20 và Điều 21"]
    old = next(one for one in said["cites"] if "74/KH-UBND" in one["quote"])
    assert (old["relations"][0], old["now"]["ended"]) == ("replaces", True)
    below = get(web, f"/documents/{by_number['1986/QĐ-TTg']}/bases.json")["cited_by"]
    assert by_number["21/KH-UBND"] in {one["document_id"] for one in below}


def test_tasks_are_told_with_their_owners_then_and_now(web: Served) -> None:
    said = get(web, f"/documents/{numbers(web)['58/KH-UBND']}/tasks.json")
    assert said["total"] == len(said["tasks"]) or said["next"]
    task = next(one for one in said["tasks"] if one["lead"] and one["lead"][0]["said"] == "Công an huyện")
    lead = task["lead"][0]
    assert lead["state"] == "undecided"
    assert "Công an tỉnh Hưng Yên" in lead["now"]
    assert lead["legal_bases"]
    assert lead["body_id"]


def test_the_list_of_tasks_goes_on_by_cursor(web: Served) -> None:
    path = f"/documents/{numbers(web)['21/KH-UBND']}/tasks.json?limit=7"
    seen, after = [], ""
    while after is not None:
        page = get(web, f"{path}&after={after}")
        seen += [one["id"] for one in page["tasks"]]
        after = page["next"]
    assert seen == [f"t{number}" for number in range(1, page["total"] + 1)]
    assert "t20" in {one["id"] for one in get(web, f"{path}&task=t20")["tasks"]}


def test_what_people_put_right_is_shown_at_once_and_its_history_is_told(own_web: Served) -> None:
    id_ = numbers(own_web)["15/KH-UBND"]
    get(own_web, f"/documents/{id_}")  # what is kept of the document must not hide what comes later
    with Corpus.open(own_web.corpus_path) as corpus:
        with corpus.reading() as connection:
            first, second, *_ = queries.tasks_in(connection, [id_])
        corpus.correct_task(first, TaskChange(lead=("Công an xã",)), by="Nguyễn Thị Hoa", note="<b>")
        corpus.correct_task(second, TaskChange(no_task=True), by="Nguyễn Thị Hoa")
    tasks = {one["id"]: one for one in get(own_web, f"/documents/{id_}.json")["tasks"]}
    assert tasks["t1"]["lead"] == ["Công an xã"]
    assert "t2" not in tasks
    said = get(own_web, f"/documents/{id_}/history.json")["corrections"]
    assert [(one["kind"], one["by"], one["state"]) for one in said] == [
        ("not_task", "Nguyễn Thị Hoa", "holds"),
        ("lead", "Nguyễn Thị Hoa", "holds"),
    ]
    assert get(own_web, f"/documents/{id_}/history").xpath("//td[text()='<b>']")
    corpus_row = get(own_web, f"/documents/{id_}/tasks").xpath("//tr[@id='row-t1']")[0].text_content()
    assert "Nguyễn Thị Hoa đã sửa cơ quan chủ trì" in corpus_row


HOSTILE = """ỦY BAN NHÂN DÂN TỈNH HƯNG YÊN
Số: 1/KH-UBND
KẾ HOẠCH
<script>alert(1)</script> "><img src=x onerror=alert(2)>
I. <H1>NHIỆM VỤ</H1>
1. Sở Y tế <img src=x onerror=alert(3)> rà soát </p></article> trước ngày 30/6/2026 {{ 7*7 }}.
TT\t<b>Việc</b>\tJavascript
1\t<a href="javascript:alert(4)">x</a>\t' onmouseover='alert(5)
"""


@pytest.mark.parametrize("tab", TABS)
def test_markup_in_a_document_is_text(own_web: Served, tab: str) -> None:
    with Corpus.open(own_web.corpus_path) as corpus:
        id_ = corpus.add(extract(read_bytes(HOSTILE.encode(), "<svg onload=alert(6)>.txt"))).document_id
    page = get(own_web, f"/documents/{id_}{tab}")
    main = page.xpath("//main")[0]
    assert main.xpath(".//script | .//img | .//b[text()='Việc'] | .//h1/script") == []
    assert [name for node in main.iter() for name in node.attrib if name.startswith("on")] == []
    links = [one.get("href") for one in main.xpath(".//a[@href]")]
    assert all(one.startswith(("/", "#", "?")) for one in links)
    if not tab:
        assert "{{ 7*7 }}" in main.text_content()


def test_a_secret_document_is_refused_unless_it_may_be_shown(sample_corpus: str, tmp_path: Path) -> None:
    shutil.copy(sample_corpus, tmp_path / "kho.db")
    said, places = read_and_extract(COMMUNE_PLAN)
    secret = replace(
        said,
        source=replace(said.source, sha256="cd" * 32),
        header=replace(said.header, secrecy="MẬT", number="99/KH-UBND"),
    )
    with Corpus.open(tmp_path / "kho.db") as corpus:
        id_ = corpus.add(secret, places=places).document_id
    paths = [f"/documents/{id_}{tab}{face}" for tab in TABS for face in ("", ".json")]
    paths += [f"/documents/{id_}/pages/1{face}" for face in ("", ".json", ".png")]
    with serving(tmp_path / "kho.db") as web:
        for path in paths:
            answer = answered(web, path)
            assert (path, answer.status_code) == (path, 403)
            assert "Phòng cháy" not in answer.text
        assert id_ not in numbers(web).values()
    with serving(tmp_path / "kho.db", "--allow-secret") as web:
        assert answered(web, paths[0]).status_code == 200
        assert id_ in numbers(web).values()


@pytest.mark.parametrize("id_", ["77", "0", "-1", "9" * 30])
@pytest.mark.parametrize("tab", [*TABS, "/pages/1"])
def test_what_is_not_there_is_not_found(web: Served, id_: str, tab: str) -> None:
    for face in ("", ".json"):
        assert answered(web, f"/documents/{id_}{tab}{face}").status_code == 404


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/documents/abc", 422),
        ("/documents/1?part=-1", 422),
        ("/documents/1?part=99999999999999999999", 404),
        ("/documents/1?page=99999999999999999999999", 200),
        ("/documents/1?task=nonsense", 200),
        ("/documents/1/pages/1.png", 404),
        ("/documents/1/pages/0.png", 422),
        ("/documents/1/pages/99999999999999999999999.png", 404),
        ("/documents/1/tasks?after=nonsense", 422),
        ("/documents/1/tasks?task=nonsense", 200),
        ("/documents/1/bases?citation=-5", 200),
        ("/documents/1/bases?citation=999999999999999999999999", 200),
        ("/documents?after=WyIyMDI2IiwgMTAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDBd", 422),
        ("/documents?after=WzEsMl0", 422),
    ],
)  # fmt: skip
def test_whatever_is_typed_is_answered(web: Served, path: str, status: int) -> None:
    assert answered(web, path).status_code == status


@pytest.mark.parametrize("tab", TABS)
def test_every_tab_speaks_english(web: Served, tab: str) -> None:
    page = get(web, f"/documents/{numbers(web)['15/KH-UBND']}{tab}?lang=en")
    names = [one.text for one in page.xpath("//nav[contains(@class, 'tabs')]/a")]
    assert names == ["Full text", "Properties", "Legal bases and map", "Tasks", "History"]
    assert page.xpath("//nav[contains(@class, 'tabs')]/a[@aria-current]")[0].text == names[TABS.index(tab)]


def test_every_phrase_that_a_page_looks_up_has_its_english() -> None:
    from ast import Constant, parse, walk

    found = set()
    for module in (
        "mark_notes",
        "properties_page",
        "drawing",
        "drawing_child",
        "document_read",
        "document_page",
    ):
        tree = parse((ROOT / "nhiemvu" / "web" / f"{module}.py").read_text("utf-8"))
        docs = {node.body[0].value for node in walk(tree) if _has_doc(node)}  # type: ignore[attr-defined]
        found |= {
            node.value
            for node in walk(tree)
            if isinstance(node, Constant) and isinstance(node.value, str) and node not in docs
        }
    vietnamese = {one for one in found if re.search("[à-ỹđ]", one) and not one.startswith("\n")}
    assert len(vietnamese) > 20
    assert vietnamese - ENGLISH.keys() == set()


def _has_doc(node: object) -> bool:
    from ast import Constant, Expr

    body = getattr(node, "body", None)
    first = body[0] if isinstance(body, list) and body else None
    return isinstance(first, Expr) and isinstance(first.value, Constant)
