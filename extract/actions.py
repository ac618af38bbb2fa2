"""Whether an item whose first word no list knows is an action (hành động) or a thing (danh ngữ), by parts of speech.

A short item of a part that lists work (`Bóc tách khối lượng`, `Sơ đồ mặt bằng`) says what to do, or what something
consists of. The cue words know most verbs of duty; for the rest the tagger of underthesea is asked. Of a lone phrase it
often takes the verb for a noun, so the phrase is put where a verb goes on, where a label does, and where `việc` makes a
noun of it; only where all agree is it told:

                              Đơn vị ...   Nhiệm vụ: ...   Việc ...
    bóc tách khối lượng       verb         verb            verb         action
    sơ đồ mặt bằng nhà kho    noun         noun            noun         thing
    tần suất lấy mẫu          verb         noun            verb         left open

The tagger comes with its model and asks no network. It is loaded when the first such item is met, which in most
documents never happens; where it cannot be loaded, or fails, everything is left open. `docs/language.md` has figures.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from extract.time_openings import time_prefix
from rulebook.cues import any_of

Kind = Literal["action", "thing"]

_FRAMES = (("Đơn vị",), ("Nhiệm vụ", ":"), ("Việc",))
_MOST_WORDS = 8  # the tags of the first word depend on its neighbours only
_WORD = re.compile(r"\S{1,40}")
_NOUNS = frozenset({"N", "Nc", "Np", "Nu", "Ny", "L"})  # L: các, những, mọi


def is_work_by_head(item: str, *, ended: bool) -> bool:
    """Whether a short item in a part that lists work is work, though no cue word opens it: one that ends as a sentence
    does unless it is a thing, any other only if it is an action. Work and events have nouns of their own.

    >>> is_work_by_head("Bóc tách khối lượng", ended=False), is_work_by_head("Sơ đồ nhà kho;", ended=True)
    (True, False)
    >>> is_work_by_head("Hội thi lái xe an toàn.", ended=True)
    True
    """
    if ended:
        return bool(_work_noun().match(item)) or head_kind(item) != "thing"
    return head_kind(item) == "action"


def names_event(item: str) -> bool:
    """Whether an item names an event and then its time (`Hội thi lái xe: Ngày 05/10/2023`): work of a programme.

    >>> names_event("Hội thi lái xe an toàn: Ngày 05/10/2023."), names_event("Thời gian: Ngày 05/10/2023.")
    (True, False)
    """
    event, _, after = item.partition(":")
    return bool(_work_noun().match(event)) and time_prefix(after.strip()) > 0


@lru_cache(maxsize=1)
def _work_noun() -> re.Pattern[str]:
    return re.compile(rf"\W*{any_of('work_noun')}", re.IGNORECASE)


def head_kind(text: str) -> Kind | None:
    """What the phrase with which `text` begins is; `None` where that is not sure.

    >>> head_kind("Bóc tách khối lượng công trình."), head_kind("Sơ đồ nhà kho;"), head_kind("Tần suất lấy mẫu")
    ('action', 'thing', None)
    """
    words = _WORD.findall(text[: 50 * _MOST_WORDS])[:_MOST_WORDS]
    phrase = " ".join(words)
    if not phrase[:1].isalpha() or phrase.isupper():
        return None
    return _kind(phrase[0].lower() + phrase[1:])


@lru_cache(maxsize=4096)
def _kind(phrase: str) -> Kind | None:
    told: Kind | None = None
    for frame in _FRAMES:
        tag = _tag(frame, phrase)
        here: Kind | None = "action" if tag == "V" else "thing" if tag in _NOUNS else None
        if here is None or told not in (None, here):
            return None
        told = here
    return told


def _tag(frame: tuple[str, ...], phrase: str) -> str:
    """The part of speech of the first word of `phrase` after the words of `frame`; empty where it cannot be told."""
    try:
        from underthesea import pos_tag  # type: ignore[import-untyped]

        tagged: list[tuple[str, str]] = pos_tag(" ".join(frame).replace(" :", ":") + " " + phrase)
    except Exception:  # whatever a library does, a document is read
        return ""
    words = tuple(word for word, _ in tagged[: len(frame)])
    return tagged[len(frame)][1] if words == frame and len(tagged) > len(frame) else ""
