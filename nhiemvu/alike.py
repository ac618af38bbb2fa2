"""Works that may be one, and what people said of them, as tables for people."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.facts import JoiningFact
from corpus.same import Evidence, Suggestion
from nhiemvu.show import Table
from nhiemvu.words import say

SIGNS = {
    "same_date": "cùng ngày {one}",
    "a_day_apart": "ngày cách nhau một ngày ({one}, {other})",
    "one_digit": "ngày khác nhau một chữ số ({one}, {other})",
    "year_digit": "năm khác nhau một chữ số ({one}, {other})",
    "same_letters": "ký hiệu chỉ khác dấu nối ({one}, {other})",
    "same_symbol": "cùng số, ký hiệu {one}",
    "only_issuer_code": "cùng số, chỉ khác mã cơ quan ({one}, {other})",
    "committee": "một bên là ban chỉ đạo, văn bản thường lấy số ở cơ quan thường trực",
    "code_within": "mã này nằm trong mã kia ({one}, {other})",
    "titles_alike": "trích yếu giống nhau {one}%",
    "titles_differ": "trích yếu chỉ giống nhau {one}%",
    "same_issuer": "cùng hệ thống số của {one}",
}


def tables_of_suggestions(found: Sequence[Suggestion]) -> list[Table]:
    """The pairs with what speaks for them."""
    heads = (say("Điểm"), say("Văn bản"), say("Có thể cũng là"), say("Căn cứ để ngờ"), say("Người đã nói"))
    rows = [
        (
            f"{pair.score:.2f}",
            pair.one.name,
            pair.other.name,
            "; ".join(map(_in_words, pair.evidence)),
            _said(pair.said) if pair.said else "",
        )
        for pair in found
    ]
    return [Table("", heads, rows, {1: 3, 2: 3, 3: 4})]


def tables_of_history(found: Sequence[JoiningFact]) -> list[Table]:
    """What people said, the newest first."""
    heads = (say("Lúc (UTC)"), say("Người"), say("Việc"), say("Văn bản"), say("và"), say("Ghi chú"))
    rows = [
        (
            said.said_at.strftime("%Y-%m-%d %H:%M"),
            said.by,
            say("nối") if said.joined else say("tách"),
            said.one_name,
            said.other_name,
            said.note,
        )
        for said in found
    ]
    return [Table("", heads, rows, {3: 2, 4: 2, 5: 1})]


def _in_words(evidence: Evidence) -> str:
    return say(SIGNS[evidence.sign], **dict(zip(("one", "other"), evidence.what, strict=False)))


def _said(said: JoiningFact) -> str:
    what = say("nối") if said.joined else say("tách")
    return f"{said.by}: {what} ({said.said_at:%Y-%m-%d})"
