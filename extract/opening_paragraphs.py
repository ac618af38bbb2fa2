"""Paragraphs that open a document and hold no task: its title, the act of issuing, the occasion, whom it covers."""

from __future__ import annotations

import re
from bisect import bisect_right

from extract.bodies import body_list
from extract.context import introduces
from extract.duties import sentence_duty
from extract.node import Node
from extract.units import by_duty

_ASKS = re.compile(r" (?:trân trọng )?(?:đề nghị|yêu cầu|giao|hướng dẫn|chỉ đạo|thông báo)(?!\w)")


def told_by_asker(node: Node) -> bool:
    """Whether a paragraph tells what the body itself does that in one of the next asks others (`Bộ A tổ chức Tháng hành
    động. Bộ A đề nghị UBND các tỉnh thực hiện các nội dung sau:`): the occasion, and no task."""
    over = node.parent
    if node.kind != "plain" or node.children or over is None or over.kind not in HEADED:
        return False
    place = bisect_right(over.children, node.start, key=lambda child: child.start)
    after = over.children[place : place + _ASKED_WITHIN]
    asking = [other for other in after if other.kind == "plain" and introduces(other.text)]
    duty = sentence_duty(node.text) if asking else None
    if duty is None or duty.rule == "request" or len(duty.lead) != 1:
        return False
    who = node.text[slice(*duty.lead[0])]
    return any(other.text.startswith(who) and _ASKS.match(other.text, len(who)) for other in asking)


_ASKED_WITHIN = 3  # paragraphs
# `Nghị định này áp dụng đối với các bộ; các tổ chức khai thác dữ liệu.`: whom a document covers.
COVERS = re.compile(r"(?:[^\W\d_]+ ){1,3}này (?:được )?áp dụng (?:đối với|cho) [^.]*\.?$")


HEADED = ("root", "attachment", "appendix")
"""The nodes under which a paragraph stands under no item."""
# `Thực hiện Nghị quyết số ..., UBND xã xây dựng Kế hoạch ... năm 2024.`: the sentence with which a plan begins.
_OPENS_PLAN = re.compile(
    r"(?:Thực hiện|Căn cứ|Triển khai|Nhằm|Để)(?!\w)[^\n]{8,600}, (?P<who>[^\W\d_][^,;:\n]{2,80}?)"
    r" (?:xây dựng|ban hành|lập|đề ra)"
    r" (?:Kế hoạch|kế hoạch|Chương trình|Phương án|Hướng dẫn)(?! chi tiết| cụ thể)(?!\w)[^.\n]*[.:]?"
)


def opens_plan(node: Node) -> bool:
    """Whether a paragraph at the head only says which plan its body makes, and on what grounds."""
    over = node.parent
    if node.kind != "plain" or over is None or over.kind not in HEADED:
        return False
    first = any(sibling is node for sibling in over.children[:_TITLE_WITHIN])
    opens = _OPENS_PLAN.fullmatch(node.text) if first else None
    return opens is not None and body_list(opens["who"], 0)[1] == len(opens["who"])


_TITLE_WITHIN = 4  # paragraphs at the head of a document, among which its title stands


# `UBND huyện thông báo đến các cơ quan; các hộ tiểu thương biết để phối hợp thực hiện.`: to whom a document goes.
_INFORMS = re.compile(
    r"(?P<who>[^\W\d_][^,;:.\n]{2,80}?) (?:xin |trân trọng )?thông báo (?:đến|tới|để|cho)(?!\w)[^.\n]{5,500}"
    r"(?<!\w)biết(?:,| và| để)[^.,\n]{0,40}(?:thực hiện|phối hợp|chấp hành)[^.,\n]{0,20}[./]*"
)


def informs(node: Node) -> bool:
    """Whether a paragraph only says who is informed: a formula that closes a notice."""
    found = _INFORMS.fullmatch(node.text) if node.kind == "plain" else None
    return found is not None and body_list(found["who"], 0)[1] == len(found["who"])


def is_title(node: Node) -> bool:
    """Whether a line at the head of a document is its title (`Các đơn vị giới thiệu ứng viên`): no sentence ends."""
    over = node.parent
    if node.kind != "plain" or node.children or over is None or over.kind not in HEADED:
        return False
    ended = node.text.rstrip("”\"' )").endswith((".", ";", ":", "/", "!", "…")) or _asks(node.text)
    return not ended and any(sibling is node for sibling in over.children[:_TITLE_WITHIN])


def _asks(text: str) -> bool:
    """Whether a line asks somebody (`Nhận được thông báo này, đề nghị các hộ thực hiện`): no title does."""
    duty = by_duty(text)[-1][1]
    return duty is not None and duty.rule == "request"


# `Chính phủ ban hành Nghị định quy định ...`: the act of issuing opens a normative document.
_ISSUES = re.compile(
    r"[^.;:]{3,90} ban hành "
    r"(?:Luật|Nghị định|Quyết định|Thông tư|Nghị quyết|Quy chế|Quy định|Chỉ thị|Kế hoạch)(?: liên tịch)?"
    r"(?P<sure>(?= [Qq]uy (?:định|chế)| về| sửa đổi| hướng dẫn| phối hợp| này|,|\.))?"
)


def issues(node: Node) -> bool:
    """Whether a paragraph is the act of issuing itself: by its words, or right before the first article."""
    found = _ISSUES.match(node.text)
    if not found or found["sure"] is not None:
        return found is not None
    siblings = node.parent.children if node.parent else []
    place = bisect_right(siblings, node.start, key=lambda child: child.start)
    return place < len(siblings) and siblings[place].kind == "article"
