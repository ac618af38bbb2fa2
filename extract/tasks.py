"""Tasks (nhiệm vụ): actions that the document makes some body responsible for, or lists as work to be done.

Meaning is inherited, so tasks are read from the outline, not from lines. Going down the tree a `Context` is handed on.
A leaf that stands in a part with work, or that names a body and its duty, is a task; a heading over tasks is none.

    1. Sở Y tế chủ trì, phối hợp với các sở, ngành:      context: lead Sở Y tế, support các sở, ngành
       - Xây dựng kế hoạch ... trước ngày 20/4.          task, inherits both
       - Thời gian: Quý II.                              a time line: governs its brothers, no task
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from extract.attributes import attribute_line, gather, says_duty
from extract.bodies import Span
from extract.context import Context, asked_by, context_below, introduces
from extract.duties import (
    Duty,
    appended_duty,
    heading_duty,
    opens_with_hour,
    second_lead,
    shifted,
    supports,
    time_prefix,
)
from extract.names import names_of, unique_names
from extract.outline import Node
from extract.parts import purpose
from extract.task_tables import columns, table_tasks
from extract.units import by_duty
from ingest.document import Document
from rulebook.cues import any_of

_ATTACHED = ("plain", "footnote", "table")  # what hangs on a marked item and is none itself


@dataclass(frozen=True, slots=True)
class Found:
    """A task before its times and citations are attached: offsets in the document, who, where, and by which rule.
    `time_spans` are stretches of text outside the task whose deadlines govern it."""

    start: int
    end: int
    section: str | None
    lead: tuple[str, ...]
    support: tuple[str, ...]
    rule: str
    time_spans: tuple[Span, ...] = ()
    deliverable: str | None = None


def find_tasks(root: Node, document: Document) -> list[Found]:
    """The tasks of a document, in reading order; `root` is its outline."""
    return sorted(_under(root, Context(), document), key=lambda task: (task.start, task.end))


def _under(node: Node, context: Context, document: Document) -> list[Found]:
    """The tasks of the children of `node`. A paragraph without a marker goes on with the duty of the item before it."""
    shared = context.under(gather(node))
    following = shared
    found: list[Found] = []
    for child in node.children:
        if child.kind == "plain" and (asked := asked_by(child.text)):
            shared = following = replace(shared, lead=asked, heads=False)
        if _is_attribute(child):
            continue
        handed = following if child.kind == "plain" else shared
        found += _of_node(child, Context() if _closes(child) else handed, document)
        if child.kind not in _ATTACHED:
            following = replace(shared, lead=_last_lead(child) or shared.lead)
    return found


def _is_attribute(node: Node) -> bool:
    line = attribute_line(node)
    return line is not None and not node.children and not (line[0] == "lead" and says_duty(node, line[1]))


def _last_lead(node: Node) -> tuple[str, ...]:
    duty = by_duty(node.text[:600])[-1][1] if node.text else None
    return names_of(node.text, duty.lead) if duty else ()


def _of_node(node: Node, context: Context, document: Document) -> list[Found]:
    if node.kind == "table":
        return _of_table(node, context, document)
    if node.kind == "footnote":
        return _of_footnote(node, context)
    inner = context_below(node, context)
    below = _under(node, inner, document)
    has_items = any(child.kind not in _ATTACHED for child in node.children)
    if any(task.rule != "footnote" for task in below) and (has_items or _is_heading(node)):
        return below
    return [*_own_tasks(node, context if node.kind == "plain" else inner), *below]


def _is_heading(node: Node) -> bool:
    return bool(node.children) and not node.text.rstrip('”"').endswith((".", ";"))


def _own_tasks(node: Node, context: Context) -> list[Found]:
    """The tasks that the text of a node itself states."""
    introduction = node.kind == "plain" and (introduces(node.text) or bool(_ISSUES.match(node.text)))
    if context.purpose in ("goal", "report") or not node.text or introduction or _names_bodies_only(node):
        return []
    if node.children and _is_heading(node) and not node.text.endswith(":") and purpose(node.text):
        return []
    inherited = context.under(gather(node))
    return [task for span, duty in by_duty(node.text) if (task := _task(node, span, duty, inherited))]


# `Chính phủ ban hành Nghị định quy định ...`: the act of issuing opens a normative document.
_ISSUES = re.compile(
    r"[^.;:]{3,90} ban hành "
    r"(?:Luật|Nghị định|Quyết định|Thông tư|Nghị quyết|Quy chế|Quy định|Chỉ thị|Kế hoạch)(?: liên tịch)?"
    r"(?= [Qq]uy (?:định|chế)| về| sửa đổi| hướng dẫn| phối hợp| này|,|\.)"
)


def _names_bodies_only(node: Node) -> bool:
    heading = heading_duty(node.text) if len(node.text) < 400 and not node.children else None
    return heading is not None and not node.text[heading.after :].strip(" .:;")


def _task(node: Node, span: Span, duty: Duty | None, context: Context) -> Found | None:
    piece = node.text[span.start : span.end]
    if duty and duty.rule == "widened" and context.purpose != "work":
        duty = None
    if not _is_task(node, piece, duty, context):
        return None
    if duty and context.heads and _HANDS_ON.match(piece):
        duty = None
    if duty is None and not context.heads and (appended := appended_duty(piece)):
        duty = shifted(appended, span.start)
    named = names_of(node.text, (*duty.lead, *second_lead(node.text, duty))) if duty else ()
    lead = named or context.lead
    after = piece[duty.after - span.start :] if duty else piece
    inherited = context.support if not named or set(named) == set(context.lead) else ()
    support = unique_names([*inherited, *names_of(after, supports(after))])
    return Found(
        node.start + span.start,
        node.start + span.end,
        None if _closes(node) else node.path,
        lead,
        tuple(name for name in support if name not in lead),
        duty.rule if duty else "part",
        context.time_spans,
    )


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    itself = rf"{any_of('self_reference')} này {any_of('says_of_itself')}"
    issuing = (
        r"(?:Ban hành|Phê duyệt|Thông qua|Công bố|Thành lập|Kiện toàn)(?: kèm theo| và)?[^.;]{0,80}"
        rf"(?:Quyết định|Nghị quyết) này|{itself}"
        r"|(?:Trường hợp|Trong trường hợp)[^.;]{0,60}văn bản[^.;]{0,40}(?:viện dẫn|dẫn chiếu)"
    )
    adverb = r"(?:tiếp tục|chủ động|tích cực|kịp thời|thường xuyên|khẩn trương|từng bước|nghiêm túc|định kỳ)"
    return {
        "issuing": re.compile(issuing),
        "no_duty": re.compile(rf"\(?(?:{any_of('no_duty')}|Theo (?!dõi))|\(?Có .{{0,40}}kèm theo"),
        "goal": re.compile(rf"\W*(?:\d|Trên \d|Có \d|100%|{any_of('goal_opening')})", re.IGNORECASE),
        "closing": re.compile(any_of("closing")),
        "action": re.compile(rf"(?:\W*{adverb}\s+)*{any_of('action')}", re.IGNORECASE),
    }


# Amending clauses change a text; they assign nothing.
_AMENDING = re.compile(
    r"(?:Sửa đổi|Bổ sung|Bãi bỏ|Thay thế|Hủy bỏ)(?:,? \w+ \w+)?,?[^.;:]{0,60}"
    r"(?:điểm|khoản|Điều|cụm từ|Phụ lục|tên gọi)\s"
)
# Under a heading with a body, `Giao Phòng X ...` is that body's act of handing a duty on; `Lãnh đạo ...` its act too.
_HANDS_ON = re.compile(r"(?:Giao|Phân công|Ủy quyền|Lãnh đạo)(?!\w)")
_NORM = re.compile(
    r"(?:Hỗ trợ|Mức|Chi|Thưởng|Trợ cấp)[^.;]{0,60}\d[\d.,]*\s*(?:triệu |nghìn |tỷ )?(?:đồng|%)"
)  # what is paid
# `Hồ sơ gồm: ...`, `Nội dung tuyên truyền bao gồm ...`, `Phần A: Đánh giá ...`: what something consists of.
_CONTENTS = re.compile(
    r"(?:Nội dung|Hình thức|Thành phần|Hồ sơ|Tài liệu)(?: [^.;:]{0,80}?)? (?:bao )?gồm(?!\w)"
    r"|(?:Phần|Mẫu|Biểu|Bảng|Phiếu|Chuyên đề|Câu)(?: số)? (?:[A-ZĐ]|\d{1,2}) ?[:.]"
)
_ENDS = (".", ";")


def _is_task(node: Node, piece: str, duty: Duty | None, context: Context) -> bool:
    if _patterns()["issuing"].match(piece) or _AMENDING.match(piece):
        return False
    if duty:
        return True
    return not _patterns()["no_duty"].match(piece) and _is_work(node, piece, context)


def _is_work(node: Node, piece: str, context: Context) -> bool:
    """Whether a piece that names nobody is work: by its part, or by the body whose duties its heading lists."""
    ended = piece.rstrip().endswith(_ENDS)
    if node.kind not in _ATTACHED and context.purpose != "scope" and opens_with_hour(piece):
        return ended and len(piece[time_prefix(piece) :].split()) > 1  # an item of a programme
    if (
        _NORM.match(piece)
        or _CONTENTS.match(piece)
        or context.purpose == "scope"
        or (node.kind == "plain" and not ended)
        or _patterns()["goal"].match(piece)
    ):
        return False
    if context.lead:
        return len(piece.split()) > 2
    action = _patterns()["action"]
    begins = bool(action.match(piece[time_prefix(piece) :]) or action.match(piece.partition(":")[2].strip()))
    if context.purpose == "work":
        return begins or (ended and (len(piece) > 60 or _is_short_item(node, piece)))
    return begins and ended and node.kind not in (*_ATTACHED, "article")


def _is_short_item(node: Node, piece: str) -> bool:
    """A marked item of some words that is no line of a label and its value (`Địa điểm: Hội trường xã.`)."""
    return node.kind not in _ATTACHED and len(piece.split()) > 3 and ":" not in piece


def _closes(node: Node) -> bool:
    """Whether an unmarked paragraph closes the whole document: after it no marker comes in the same act."""
    if node.kind != "plain" or node.parent is None or not _patterns()["closing"].match(node.text):
        return False
    return not _items_after(node, _ATTACHED[:2]) and not any(
        _items_after(above, (*_ATTACHED, "attachment", "appendix")) for above in node.above()
    )


def _items_after(node: Node, passed_over: tuple[str, ...]) -> bool:
    siblings = node.parent.children if node.parent else []
    return any(sibling.kind not in passed_over for sibling in siblings if sibling.start > node.start)


def _of_footnote(node: Node, context: Context) -> list[Found]:
    """A footnote that names a body and its duty is a task of the item on which it hangs."""
    if context.purpose in ("goal", "report"):
        return []
    bare = Context(purpose=context.purpose)
    said = [
        _task(node, span, duty, bare) for span, duty in by_duty(node.text) if duty and duty.rule != "opening"
    ]
    return [replace(task, rule="footnote") for task in said if task]


def _of_table(node: Node, context: Context, document: Document) -> list[Found]:
    if node.block is None or (context.purpose == "report" and "lead" not in columns(node.block, document)):
        return []
    path = node.parent.path if node.parent else None
    return [
        Found(
            row.start,
            row.end,
            ".".join(filter(None, (path, row.marker))) or None,
            row.lead or context.lead,
            row.support,
            "table",
            row.time_spans,
            row.deliverable,
        )
        for row in table_tasks(node.block, document)
    ]
