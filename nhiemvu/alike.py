"""Works that may be one, and what people said of them, as tables for people."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.facts import JoiningFact
from corpus.same import Suggestion
from nhiemvu.finding_words import sign_in_words
from nhiemvu.show import Table
from nhiemvu.words import language, say


def tables_of_suggestions(found: Sequence[Suggestion]) -> list[Table]:
    """The pairs with what speaks for them."""
    heads = (say("Điểm"), say("Văn bản"), say("Có thể cũng là"), say("Căn cứ để ngờ"), say("Người đã nói"))
    rows = [
        (
            f"{pair.score:.2f}",
            pair.one.name,
            pair.other.name,
            "; ".join(sign_in_words(one, language()) for one in pair.evidence),
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


def _said(said: JoiningFact) -> str:
    what = say("nối") if said.joined else say("tách")
    return f"{said.by}: {what} ({said.said_at:%Y-%m-%d})"
