"""The published JSON of an extraction: its keys are fixed within a schema version."""

from __future__ import annotations

import json
from typing import Any

import pytest
from small_documents import document, said

from extract import extract
from extract.extraction import SCHEMA, Extraction, Target

TEXT = """UBND TỈNH HÀ GIANG
Số: 61/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Giang, ngày 12 tháng 02 năm 2025

KẾ HOẠCH
Bảo tồn chè cổ thụ

Căn cứ Luật Lâm nghiệp ngày 15 tháng 11 năm 2017;

I. NHIỆM VỤ
1. Sở Nông nghiệp và Môi trường chủ trì, phối hợp với UBND các huyện kiểm kê cây chè trước ngày 30/6/2025 theo Quyết định số 9/QĐ-UBND.

II. KINH PHÍ
Tổng kinh phí là 1,2 tỷ đồng.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Vàng Seo Lử
"""

KEYS = {
    "schema": None,
    "source": "path sha256 media_type reader pages warnings",
    "header": "type number issuer place date title authority position signer recipients parent urgency secrecy attachments",
    "outline": "id marker kind heading start end parent",
    "citations": "quote start end symbol type title issuer date pinpoint relation uri status candidates work rule",
    "agencies": "quote start end name kind level place collective rule",
    "deadlines": "quote start end due bound recurrence duration working_days anchor reference last_day why rule",
    "tasks": "id quote start end section lead support due deadlines citations bases deliverable deliverable_to modality page rule origins",
    "targets": "quote start end value unit comparison due",
    "amounts": "quote start end value currency scale",
}


def extraction() -> Extraction:
    found = extract(document(TEXT))
    target = Target(quote="500 ha", start=0, end=6, value=500.0, unit="ha", comparison=">=", due="2025-12-31")
    return Extraction(
        **{name: getattr(found, name) for name in Extraction.__slots__} | {"targets": (target,)}
    )


@pytest.mark.parametrize("key", KEYS)
def test_the_keys_of_the_design_are_there(key: str) -> None:
    part: Any = extraction().as_json()[key]
    if KEYS[key] is None:
        assert part == SCHEMA == "nhiemvu/1"
        return
    row = part if isinstance(part, dict) else part[0]
    assert set(str(KEYS[key]).split()) <= set(row)


def test_the_schema_stands_first_and_the_text_only_where_it_is_asked_for() -> None:
    found = extraction()
    assert list(found.as_json())[:2] == ["schema", "source"]
    assert "text" not in found.as_json()
    assert found.as_json(with_text=True)["text"] == found.text == document(TEXT).text


@pytest.mark.parametrize("text", [TEXT, "Hôm nay trời đẹp.", "x"])
def test_it_is_json_and_comes_back_the_same(text: str) -> None:
    published = said(text).as_json(with_text=True)
    assert json.loads(json.dumps(published, ensure_ascii=False, allow_nan=False)) == published


def test_the_same_document_gives_the_same_json() -> None:
    assert said(TEXT).as_json() == said(TEXT).as_json()


def test_a_task_points_at_its_deadlines_and_citations_by_index() -> None:
    published = said(TEXT).as_json()
    (task,) = published["tasks"]
    assert (
        [published["deadlines"][index]["due"] for index in task["deadlines"]] == task["due"] == ["2025-06-30"]
    )
    assert [published["citations"][index]["symbol"] for index in task["citations"]] == ["9/QĐ-UBND"]


def test_what_is_said_and_what_is_known_are_not_mixed() -> None:
    law = said(TEXT).as_json()["citations"][0]
    assert (law["symbol"], law["title"], law["date"]) == (None, "Lâm nghiệp", "2017-11-15")
    assert (law["work"]["symbol"], law["work"]["uri"]) == ("16/2017/QH14", law["uri"])
