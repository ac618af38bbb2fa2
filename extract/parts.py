"""What a part of a document is for (mục đích, nhiệm vụ, phạm vi ...): read from its heading, inherited below it.

Purposes, requirements and goals (`goal`) hold no tasks, nor does the outline of a report (`report`). A part that lists
work (`work`) is nothing but tasks. In a part on scope, form, time or money (`scope`) an item is a task only where it
names a body and its duty. The nearest heading decides.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from extract.bodies import body_at
from extract.node import Node
from rulebook.cues import any_of

Purpose = Literal["work", "goal", "scope", "report"]

_OPENING = r"(?:(?:về|các|một số|những|mục|phần|công tác(?= triển khai)|yêu cầu về)\s+)*"
_STRONG_WORK = re.compile(
    r"(?<!\w)(?:tổ chức thực hiện|nhiệm vụ|giải pháp|phân công|tiến độ|biện pháp|cơ cấu lại"
    r"|nội dung (?:thực hiện|công việc|hoạt động))(?!\w)"
)


@lru_cache(maxsize=1)
def _openings() -> tuple[tuple[Purpose, re.Pattern[str]], ...]:
    kinds: tuple[Purpose, ...] = ("report", "goal", "scope", "work")
    return tuple((kind, re.compile(_OPENING + any_of(f"{kind}_part"))) for kind in kinds)


def label(text: str) -> str | None:
    """The heading of an item: what stands before its colon, or the whole of a short line without a full stop.

    >>> label("Mục tiêu: Hỗ trợ sinh kế"), label("Phạm vi thực hiện"), label("Tổ chức hội nghị tổng kết.")
    ('Mục tiêu', 'Phạm vi thực hiện', None)
    """
    line = (text.partition("\n")[0] if "\n" in text else text).strip()
    before, colon, _ = line.partition(":")
    if colon and len(before) <= 110 and before.count("(") <= before.count(")"):
        return before.strip() or None
    if line.isupper():
        line = line.rstrip(".")  # `III. NỘI DUNG THI ĐUA.`
    return line if len(line) <= 200 and not line.endswith((".", ";", "./.", ",")) else None


@lru_cache(maxsize=4096)
def purpose(heading: str) -> Purpose | None:
    """What a heading says its part is for; `None` where it does not say.

    >>> purpose("MỤC ĐÍCH, YÊU CẦU"), purpose("Nhiệm vụ và giải pháp"), purpose("Dự án 1")
    ('goal', 'work', None)
    >>> purpose("Yêu cầu đối với báo cáo"), purpose("Yêu cầu Sở Y tế kiểm tra")
    ('goal', None)
    """
    words = " ".join(heading.lower().split())
    if _says_what_to_do(heading, words):
        return None
    if words.startswith("về tình hình "):
        return "work" if _STRONG_WORK.search(words) else None  # a topic of conclusions
    found = next((kind for kind, opening in _openings() if opening.match(words)), None)
    if found in ("goal", "scope") and _STRONG_WORK.search(words):
        return "work" if found == "scope" else None
    return "work" if found == "report" and _STRONG_WORK.search(words) else found


def _says_what_to_do(heading: str, words: str) -> bool:
    """`Yêu cầu Sở Y tế kiểm tra ...` asks a body, `Căn cứ Kế hoạch này, chủ động ...` opens a sentence: neither heads
    requirements or legal bases."""
    if words.startswith("yêu cầu "):
        return body_at(heading, len("yêu cầu ")) is not None
    return words.startswith("căn cứ ") and bool(_opened().match(words))


@lru_cache(maxsize=1)
def _opened() -> re.Pattern[str]:
    return re.compile(
        rf"căn cứ [^,:;]{{4,160}}, (?:{any_of('action', 'modal')}|(?:các|sở|phòng|ban|ủy ban|công an) )"
    )


_TOLD = re.compile(
    r"(?:về )?(?:đánh giá|tình hình|kết quả|thực trạng|tồn tại|hạn chế|ưu điểm|nguyên nhân)(?!\w)",
    re.IGNORECASE,
)


def is_told(node: Node) -> bool:
    """Whether the part in which `node` stands tells how things stand (`I. Đánh giá chung`): there only those who are
    asked have a duty."""
    over = next((place for place in node.above() if place.marker and label(place.text)), None)
    return over is not None and _TOLD.match(over.text) is not None


def purpose_of(node: Node) -> Purpose | None:
    """The purpose of the part in which `node` stands, its own heading first."""
    for place in (node, *node.above()):
        if place.kind in ("table", "footnote", "plain") and place is not node:
            continue
        heading = label(place.text)
        if heading and (found := purpose(heading)):
            if (
                found == "work"
                and place is node
                and not place.children
                and place.kind not in ("attachment", "roman")
            ):
                continue
            return found
    return None
