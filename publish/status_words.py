"""How people write that a task is done (cách ghi tình trạng): what was typed into the status column of a checklist."""

from __future__ import annotations

import re

from corpus.facts import ProgressState
from rulebook.spelling import key

_WORDS: dict[ProgressState, str] = {
    "open": (
        "chua, chua lam, chua xong, chua thuc hien, chua trien khai, chua hoan thanh, chua bat dau, khong, no, o,"
        " not started, not done, open, todo, to do, false"
    ),
    "doing": (
        "dang, dang lam, dang thuc hien, dang trien khai, dang xu ly, dang tien hanh, dang soan thao, dang trinh,"
        " in progress, doing, ongoing, started, wip"
    ),
    "done": (
        "xong, da xong, lam xong, xong roi, da lam xong, da lam, hoan thanh, da hoan thanh, hoan tat, da hoan tat,"
        " da thuc hien, da thuc hien xong, da trien khai xong, thuc hien xong, ht, ok, x, v, co, roi, done, completed,"
        " complete, finished, yes, y, true"
    ),
}
_STATES = {words: state for state, some in _WORDS.items() for words in some.split(", ")}
_MARKS: dict[str, ProgressState] = {
    "✓": "done",
    "✔": "done",
    "☑": "done",
    "✅": "done",
    "☒": "done",
    "☐": "open",
}
_PERCENT = re.compile(r"(\d{1,3})(?:[.,]0+)? ?%")


def state_typed(typed: str) -> ProgressState | None:
    """The state that was typed; `None` for what is not understood, which is never guessed at.

    >>> [state_typed(one) for one in ("Hoàn thành", "XONG.", "x", "Đang làm", "60%", "chưa xong", "gần xong")]
    ['done', 'done', 'done', 'doing', 'doing', 'open', None]
    """
    said = typed.replace("\ufe0f", "").strip()
    if said in _MARKS:
        return _MARKS[said]
    if percent := _PERCENT.fullmatch(said):
        return _of_share(int(percent[1]) / 100)
    return _STATES.get(key(said))


def state_of_cell(value: object) -> ProgressState | None:
    """The state that a cell holds: words, a tick box, or a share of the whole (`1` is all, `0.5` a half)."""
    if isinstance(value, bool):
        return "done" if value else "open"
    if isinstance(value, (int, float)):
        return _of_share(value)
    return state_typed(value) if isinstance(value, str) else None


def _of_share(share: float) -> ProgressState | None:
    if not 0 <= share <= 1:
        return None
    return "open" if share == 0 else "done" if share == 1 else "doing"
