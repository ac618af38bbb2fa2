"""What people put right, as lines and tables for people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpus.facts import CorrectionFact, StandingFact
from nhiemvu.show import Table
from nhiemvu.words import language, say
from publish.columns import STATES as PROGRESS
from publish.when import value_in_words
from publish.words import say as in_words

KINDS = {
    "lead": "cơ quan chủ trì",
    "support": "cơ quan phối hợp",
    "due": "thời hạn",
    "not_task": "không phải nhiệm vụ",
    "means": "viện dẫn nói tới",
    "carries_out": "thực hiện nhiệm vụ",
    "same_agency": "cùng một cơ quan",
    "progress": "tình trạng",
    "undo": "thu hồi",
}
STATES = {
    "holds": "đang áp dụng",
    "superseded": "đã được sửa lại sau đó",
    "undone": "đã thu hồi (số {number})",
    "gone": "không còn thấy lời này",
    "several": "lời này nay có ở nhiều chỗ, chưa rõ chỗ nào",
    "changed": "bản mới của văn bản nói khác",
}


def line_of(said: CorrectionFact) -> str:
    """One line about a correction that was just written down."""
    if said.kind == "undo":
        return say("Đã ghi số {number}: thu hồi lần sửa số {undone}.", number=said.id, undone=said.undoes)
    kind = say(KINDS[said.kind])
    if said.kind == "not_task":
        return say("Đã ghi số {number}: {kind}: “{quote}”.", number=said.id, kind=kind, quote=said.quote)
    return say(
        "Đã ghi số {number}: {kind}: {after} (trước: {before}): “{quote}”.",
        number=said.id,
        kind=kind,
        after=_values(said, said.after),
        before=_values(said, said.before),
        quote=said.quote,
    )


def tables_of_corrections(found: Sequence[StandingFact]) -> list[Table]:
    """What people put right, the newest first, with what has become of it."""
    heads = (
        say("Số"), say("Lúc (UTC)"), say("Người"), say("Việc"), say("Văn bản"), say("Nguyên văn"), say("Trước"),
        say("Sửa thành"), say("Tình trạng"), say("Ghi chú"),
    )  # fmt: skip
    return [Table("", heads, [_row(one) for one in found], {4: 2, 5: 4, 6: 2, 7: 2, 9: 1})]


def _row(one: StandingFact) -> tuple[str, ...]:
    said = one.correction
    kind = say(KINDS[said.kind]) + (f" {said.undoes}" if said.undoes else "")
    return (
        str(said.id),
        said.said_at.strftime("%Y-%m-%d %H:%M"),
        said.by,
        kind,
        said.document or say("mọi văn bản"),
        said.quote,
        _values(said, said.before),
        _values(said, said.after),
        say(STATES[one.state], number=one.undone_by),
        said.note,
    )


def _values(said: CorrectionFact, values: Iterable[str]) -> str:
    if said.kind in ("progress", "undo"):
        known: dict[str, str] = {state: in_words(phrase, language()) for state, phrase in PROGRESS.items()}
        values = [known.get(value, value) for value in values]
    if said.kind in ("due", "undo"):
        values = (value_in_words(value, language()) for value in values)
    return "; ".join(values) or ("" if said.kind in ("not_task", "undo", "carries_out") else say("không có"))
