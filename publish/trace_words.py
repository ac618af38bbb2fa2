"""A trace in words: relations, the state of a work on a day, and what changed it."""

from __future__ import annotations

from collections.abc import Sequence

from graph.validity import ENDED, Change, Validity
from publish.citation_words import STATES
from publish.when import written
from publish.words import Lang, say

CHANGED = {
    "amended": "được sửa đổi",
    "supplemented": "được bổ sung",
    "replaced": "bị thay thế",
    "repealed": "bị bãi bỏ",
    "expired": "hết hiệu lực",
}

_DOUBTS = {
    "ambiguous": "chưa chắc là văn bản này",
    "lower_body": "cơ quan cấp dưới nói, không tính",
    "told": "một văn bản khác kể lại, không tính",
    "no_day": "không rõ từ ngày nào, không tính",
}
_MOST_AMENDMENTS = 3


def state_in_words(validity: Validity, lang: Lang = "vi", *, with_day: bool = True) -> str:
    """The state, since when, and on which day it is so.

    >>> state_in_words(Validity(state="replaced", day="2025-08-01", since="2025-07-01"))
    'ngày 01/08/2025: đã bị thay thế từ 01/07/2025'
    """
    said = say(STATES[validity.state], lang)
    if validity.since:
        since = "{state} trước {day}" if validity.state == "not_yet" else "{state} từ {day}"
        said = say(since, lang, state=said, day=written(validity.since, lang))
    if validity.disputed:
        said = say("{state} (chứng cứ trái nhau)", lang, state=said)
    return say("ngày {day}: {state}", lang, day=written(validity.day, lang), state=said) if with_day else said


def change_in_words(change: Change, lang: Lang = "vi") -> str:
    """What happened, to which part, by what, from which day, and, where it decides nothing, why."""
    said = say(CHANGED[change.kind], lang)
    if change.scope:
        said += f" ({'; '.join(change.scope)})"
    if change.by:
        said = say("{what} bởi {by}", lang, what=said, by=change.by)
    if change.day:
        said = say("{state} từ {day}", lang, state=said, day=written(change.day, lang))
    return f"{said}; {say(_DOUBTS[change.doubt], lang)}" if change.doubt else said


def worth_showing(changes: Sequence[Change]) -> tuple[list[Change], int]:
    """The changes that people are shown, in order of their days: all ends and doubts, and the last few amendments; and
    how many are left out."""
    minor = [change for change in changes if not change.doubt and change.kind not in ENDED]
    dropped = minor[:-_MOST_AMENDMENTS]
    return [change for change in changes if change not in dropped], len(dropped)
