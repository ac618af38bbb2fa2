"""Names of the gazetteer in prose: found as they are written there, never within a number."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.gazetteer import known_agencies


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sở Tài chính gửi BHXH tỉnh.", ["Sở Tài chính", "BHXH tỉnh"]),
        ("Ủy ban nhân dân tỉnh họp", ["Ủy ban nhân dân tỉnh"]),  # the longest, not `Ủy ban nhân dân`
        ("Các cấp, các ngành phối hợp", ["Các cấp, các ngành"]),  # a sentence begins with a capital
        ("Kế hoạch số 15/KH-UBND", []),
        ("6631/BLĐTBXH-VPQGGN", []),
        ("SỞ TÀI CHÍNH", []),  # as written there: the grammar reads capitals
        ("xã hội, công tác", []),
        ("", []),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    doc = known_agencies(text)
    assert [span.text for span in doc.spans["agencies"]] == names
    assert all(span.label_ == "AGENCY" for span in doc.spans["agencies"])


def test_a_name_is_linked_to_its_row() -> None:
    doc = known_agencies("giao Sở Tài chính")
    (span,) = doc.spans["agencies"]
    assert span.kb_id_ == "province.so-tai-chinh"


@settings(deadline=None)
@given(st.text(max_size=100))
def test_the_text_stays(text: str) -> None:
    assert known_agencies(text).text == text
