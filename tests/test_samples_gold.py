"""The samples and what was written down about them by hand are true to each other: quotes stand in the text, the
documents cite each other by their own numbers and dates, and no body acts before it exists or after it has ended."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from corpus.samples.build import build, sources, target
from corpus.samples.markup import Sample, read_sample
from ingest import read
from rulebook.spelling import flatten, normalise
from rulebook.tables import AgencyName, agencies, provinces, reorganisations, valid_on

SAMPLES = Path(__file__).parents[1] / "corpus" / "samples"
GOLDS: dict[str, dict[str, Any]] = {
    path.name.removesuffix(".gold.json"): json.loads(path.read_text("utf-8"))
    for path in sorted(SAMPLES.glob("*.gold.json"))
}
HEADERS = {name: gold["header"] for name, gold in GOLDS.items()}
NUMBERS = {header["number"]: name for name, header in HEADERS.items()}

# Bodies that end or begin while the family is written, and the day: from there on, or until there.
ENDED = {
    r"Công an huyện|Công an cấp huyện": "2025-03-01",
    r"Sở Kế hoạch và Đầu tư|Sở Giao thông vận tải|Sở Thông tin và Truyền thông": "2025-03-01",
    r"Bộ Thông tin và Truyền thông|Phòng Lao động - Thương binh và Xã hội": "2025-03-01",
    r"Ban cán sự đảng|Đảng đoàn|Ban Tuyên giáo Tỉnh ủy|Ban Dân vận Tỉnh ủy": "2025-03-01",
    r"Ủy ban nhân dân (?:cấp )?huyện|Ủy ban nhân dân các huyện|các xã, thị trấn|Phòng .* huyện": "2025-07-01",
    r"Phòng Tài chính - Kế hoạch|Phòng Kinh tế và Hạ tầng|Phòng Văn hóa và Thông tin": "2025-07-01",
    r"Báo Thái Bình|Đài Phát thanh và Truyền hình": "2025-07-01",
}
BEGUN = {
    r"Phòng Văn hóa - Xã hội|Trung tâm Phục vụ hành chính công|Ủy ban nhân dân các xã, phường": "2025-07-01",
    r"Báo và phát thanh, truyền hình": "2025-07-01",
}


def names() -> list[str]:
    return list(GOLDS)


def quotes(gold: dict[str, Any]) -> list[str]:
    found = [
        entry["quote"] for kind in ("citations", "deadlines", "tasks", "targets") for entry in gold[kind]
    ]
    return [*found, *(gold["header"][key] for key in ("number", "signer") if gold["header"][key])]


def bodies(gold: dict[str, Any]) -> set[str]:
    return {name for task in gold["tasks"] for name in [*task["lead"], *task["support"]]}


def existing() -> dict[str, list[AgencyName]]:
    rows: dict[str, list[AgencyName]] = {}
    for row in agencies():
        rows.setdefault(flatten(row.name), []).append(row)
    return rows


def test_there_is_a_family() -> None:
    assert len(GOLDS) >= 8
    assert {(SAMPLES / gold["document"]).suffix for gold in GOLDS.values()} == {
        ".html",
        ".docx",
        ".txt",
        ".pdf",
    }
    assert all((SAMPLES / gold["document"]).is_file() for gold in GOLDS.values())


@pytest.mark.parametrize("name", names())
def test_every_quote_stands_in_the_document(name: str) -> None:
    text = " ".join(read(SAMPLES / GOLDS[name]["document"]).text.split())
    assert [quote for quote in quotes(GOLDS[name]) if normalise(quote) not in text] == []


@pytest.mark.parametrize("name", names())
def test_every_sample_says_that_it_is_one(name: str) -> None:
    document = SAMPLES / GOLDS[name]["document"]
    assert "(Văn bản mẫu, không có giá trị pháp lý)" in read(document).text


@pytest.mark.parametrize("name", names())
def test_citations_within_the_family_name_the_document_as_it_names_itself(name: str) -> None:
    wrong = [
        f"{cited['quote']}: {cited['date']}, {cited['type']}; it says {own['date']}, {own['type']}"
        for cited in GOLDS[name]["citations"]
        if cited["symbol"] in NUMBERS
        for own in [HEADERS[NUMBERS[cited["symbol"]]]]
        if (cited["date"], cited["type"]) != (own["date"], own["type"])
        or (cited["issuer"] != own["issuer"] and not cited["issuer"].endswith(own["issuer"]))
    ]
    assert wrong == []


@pytest.mark.parametrize("name", names())
def test_nothing_is_cited_before_it_is_signed(name: str) -> None:
    own = HEADERS[name]
    wrong = [
        cited["quote"]
        for cited in GOLDS[name]["citations"]
        if (cited["date"] or "") > own["date"] and cited["symbol"] != own["number"]
    ]
    assert wrong == []


def test_each_document_carries_out_an_earlier_one() -> None:
    first, *others = sorted(HEADERS, key=lambda name: HEADERS[name]["date"])
    for name in others:
        cited = {NUMBERS.get(entry["symbol"]) for entry in GOLDS[name]["citations"]} - {name, None}
        assert cited, f"{name} cites none of the family"
    assert first.startswith("01")


@pytest.mark.parametrize("name", names())
def test_due_dates_come_after_the_document(name: str) -> None:
    wrong = [
        entry["quote"]
        for entry in GOLDS[name]["deadlines"]
        if (entry["due"] or "9999") < HEADERS[name]["date"]
    ]
    assert wrong == []


@pytest.mark.parametrize("name", names())
def test_what_a_task_is_due_is_a_deadline_of_its_document(name: str) -> None:
    kinds = ("due", "recurrence", "duration", "reference")
    values = {entry.get(kind) for entry in GOLDS[name]["deadlines"] for kind in kinds}
    assert [
        (task["quote"], due) for task in GOLDS[name]["tasks"] for due in task["due"] if due not in values
    ] == []


@pytest.mark.parametrize("name", names())
def test_bodies_exist_when_the_document_is_signed(name: str) -> None:
    day = date.fromisoformat(HEADERS[name]["date"])
    rows = existing()
    known = {body: rows[flatten(body)] for body in bodies(GOLDS[name]) if flatten(body) in rows}
    assert [body for body, found in known.items() if not any(valid_on(row, day) for row in found)] == []
    late = [
        body
        for body in bodies(GOLDS[name])
        for form, end in ENDED.items()
        if re.match(form, body) and end <= str(day)
    ]
    early = [
        body
        for body in bodies(GOLDS[name])
        for form, start in BEGUN.items()
        if re.match(form, body) and str(day) < start
    ]
    assert (late, early) == ([], [])


def test_the_province_is_merged_between_the_documents() -> None:
    merged = next(row for row in reorganisations() if "thai-binh" in row.before and "hung-yen" in row.before)
    before = {header["place"] for header in HEADERS.values() if header["date"] < merged.date}
    after = {header["place"] for header in HEADERS.values() if header["date"] >= merged.date}
    old = next(row for row in provinces() if row.id == "thai-binh")
    assert old.name in before
    assert old.name not in after
    assert "Hưng Yên" in after


@pytest.mark.parametrize("path", sources(), ids=lambda path: path.stem)
def test_the_document_is_what_its_source_builds(path: Path) -> None:
    sample = read_sample(path)
    if sample.form == "pdf":
        assert target(sample).read_bytes().startswith(b"%PDF-")
    else:
        assert target(sample).read_bytes() == build(sample)


@pytest.mark.needs("libreoffice", "fonts")
@pytest.mark.parametrize("path", [path for path in sources() if "format: pdf" in path.read_text("utf-8")])
def test_a_printed_sample_says_what_its_source_says(path: Path, tmp_path: Path) -> None:
    sample: Sample = read_sample(path)
    printed = tmp_path / "printed.pdf"
    printed.write_bytes(build(sample) or b"")
    assert read(printed).text == read(target(sample)).text
