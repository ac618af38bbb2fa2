"""A citation in words: how the document stands to it, and what is known of the work that it means."""

from __future__ import annotations

from extract.extraction import Citation
from publish.when import written
from publish.words import Lang, say

RELATIONS = {
    "legal_basis": "căn cứ",
    "carries_out": "thực hiện",
    "on_proposal": "theo đề nghị tại",
    "amends": "sửa đổi",
    "supplements": "bổ sung",
    "replaces": "thay thế",
    "repeals": "bãi bỏ",
    "guides": "hướng dẫn",
    "attached_to": "kèm theo",
    "mentions": "dẫn chiếu",
}

STATES = {
    "in_force": "còn hiệu lực",
    "not_yet": "chưa có hiệu lực",
    "amended": "đã được sửa đổi",
    "supplemented": "đã được bổ sung",
    "replaced": "đã bị thay thế",
    "repealed": "đã bị bãi bỏ",
    "expired": "đã hết hiệu lực",
    "unknown": "chưa rõ hiệu lực",
}

_OPEN = {"self": "chính văn bản này", "broken": "không đọc được số văn bản"}


def meant_in_words(citation: Citation, lang: Lang = "vi") -> str:
    """What is known besides what the citation says: the number of a law cited by name, and whether it was in force on
    the day of the citing document; or between what it stands. Empty where nothing is to be said.

    >>> meant_in_words(Citation(quote="Luật Giá", start=0, end=8, rule="law_name", status="ambiguous",
    ...                         candidates=("11/2012/QH13", "16/2023/QH15"), why="không ghi năm ban hành"))
    'chưa rõ (không ghi năm ban hành); có thể là 11/2012/QH13; 16/2023/QH15'
    """
    if citation.status in _OPEN:
        return say(_OPEN[citation.status], lang)
    if citation.status == "resolved":
        return _known(citation, lang)
    parts = [say("chưa rõ ({why})", lang, why=say(citation.why, lang))] if citation.why else []
    if citation.candidates:
        parts.append(say("có thể là {names}", lang, names="; ".join(citation.candidates)))
    return "; ".join(parts)


def _known(citation: Citation, lang: Lang) -> str:
    work = citation.work or {}
    number = work.get("symbol") if work.get("symbol") != citation.symbol else None
    state = _state(work.get("validity") or {}, lang)
    return "; ".join(part for part in (number, state) if part)


def _state(validity: dict[str, object], lang: Lang) -> str:
    state = str(validity.get("state") or "unknown")
    if state == "unknown":
        return ""
    since = validity.get("since")
    return (
        say("{state} từ {day}", lang, state=say(STATES[state], lang), day=written(str(since), lang))
        if since and state not in ("in_force", "not_yet")
        else say(STATES[state], lang)
    )
