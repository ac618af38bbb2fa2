"""Tasks (nhiệm vụ): actions that the document makes some body responsible for, or lists as work to be done.

Meaning is inherited, so tasks are read from the outline, not from lines. Going down the tree a *context* is handed on:
what the part is for, whose duties the heading over it lists, who helps, and the time that its lead-in sets. A leaf
that stands in a part with work, or that names a body and its duty, is a task; a heading over tasks is none.

    1. Sở Y tế chủ trì, phối hợp với các sở, ngành:      context: lead Sở Y tế, support các sở, ngành
       - Xây dựng kế hoạch ... trước ngày 20/4.          task, inherits both
       - Thời gian: Quý II.                              a time line: governs its brothers, no task
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from extract.attributes import attribute_line, gather, says_duty
from extract.bodies import Span, body_list
from extract.duties import Duty, heading_duty, second_lead, supports
from extract.names import names_of, unique_names
from extract.outline import Node
from extract.parts import Purpose, label, purpose
from extract.task_tables import table_tasks
from extract.units import by_duty
from ingest.document import Document
from rulebook.cues import any_of


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


@dataclass(frozen=True, slots=True)
class Context:
    """What the outline hands down to an item."""

    purpose: Purpose | None = None
    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    time_spans: tuple[Span, ...] = ()


@dataclass(slots=True)
class _Reader:
    document: Document
    action: re.Pattern[str] = field(
        default_factory=lambda: re.compile(
            rf"(?:\W*(?:tiếp tục|chủ động|tích cực|kịp thời|thường xuyên|khẩn trương|từng bước|nghiêm túc|định kỳ)\s+)*{any_of('action')}",
            re.IGNORECASE,
        )
    )

    def text(self, node: Node) -> str:
        return self.document.text[node.start : node.stop].strip()


def find_tasks(root: Node, document: Document) -> list[Found]:
    """The tasks of a document, in reading order."""
    return sorted(_under(root, Context(), _Reader(document)), key=lambda task: (task.start, task.end))


def _under(node: Node, context: Context, reader: _Reader) -> list[Found]:
    """The tasks of the children of `node`, which hand one another the time lines that stand beside them."""
    shared = gather(node, reader.document)
    assigned = shared.over(context)
    found: list[Found] = []
    following = assigned
    for child in node.children:
        if child.kind == "plain" and (asked := _asks_all(reader.text(child))):
            assigned = following = replace(assigned, lead=asked)
        if (line := attribute_line(child, reader.document)) and not child.children:
            if line[0] != "lead" or not says_duty(child, line[1], reader.document):
                continue
        handed = (
            replace(assigned, lead=())
            if _closing(child, reader)
            else following
            if child.kind == "plain"
            else assigned
        )
        tasks = _of_node(child, handed, reader)
        if child.kind not in ("plain", "footnote", "table"):
            following = replace(assigned, lead=_own_lead(child, reader) or assigned.lead)
        found += tasks
    return found


_ASKS = re.compile(r"(?<!\w)(?:yêu cầu|đề nghị|giao|chỉ thị)\s*:?\s+(?=\S)", re.IGNORECASE)


def _asks_all(text: str) -> tuple[str, ...]:
    """The bodies that a lead-in asks (`..., Ban Thường vụ Tỉnh ủy yêu cầu các cấp ủy thực hiện các nhiệm vụ sau:`):
    the items that follow and name nobody are theirs."""
    if not text.rstrip().endswith((":", "như sau", "sau đây", "như sau.")):
        return ()
    for asks in reversed(list(_ASKS.finditer(text))):
        named, end = body_list(text, asks.end())
        if named and not re.search(r"[.;]", text[end:].rstrip(" .:")):
            return names_of(text, named)
    return ()


def _own_lead(node: Node, reader: _Reader) -> tuple[str, ...]:
    text = reader.text(node)
    pieces = by_duty(text[:600])
    duty = pieces[-1][1] if pieces else None
    return names_of(text, duty.lead) if duty else ()


def _of_node(node: Node, context: Context, reader: _Reader) -> list[Found]:
    text = reader.text(node)
    if node.kind == "table":
        return _table(node, context, reader)
    inner = _inner_context(node, text, context, reader)
    if node.kind == "footnote":
        return _footnote(node, text, context, reader)
    below = _under(node, inner, reader)
    marked = [child for child in node.children if child.kind not in ("plain", "footnote", "table")]
    if any(task.rule != "footnote" for task in below) and (marked or _is_heading(node, text)):
        return below
    own = _own_tasks(node, text, inner if not _is_plain_leaf(node) else context, reader)
    return [*own, *below]


def _is_plain_leaf(node: Node) -> bool:
    return node.kind == "plain"


def _is_heading(node: Node, text: str) -> bool:
    return bool(node.children) and not text.rstrip('”"').endswith((".", ";", "./."))


def _inner_context(node: Node, text: str, context: Context, reader: _Reader) -> Context:
    """The context for what stands under `node`: its heading may say the purpose, the bodies and the time."""
    if node.kind in ("plain", "footnote", "table"):
        return context
    heading = label(text)
    said = purpose(heading) if heading else None
    inner = replace(context, purpose=said or context.purpose)
    if node.kind in ("attachment", "appendix"):
        inner = Context(purpose=said if said != "scope" else None)
    duty = heading_duty(text) if node.children else None
    if duty:
        helpers = supports(text[duty.after :])
        purpose_here = inner.purpose if inner.purpose in ("goal", "report") else "work"
        inner = replace(
            inner,
            purpose=purpose_here,
            lead=names_of(text, duty.lead),
            support=names_of(text[duty.after :], helpers),
        )
    elif node.children and text.endswith(":"):
        helpers = names_of(text, supports(text))
        inner = replace(inner, support=unique_names([*inner.support, *helpers]))
    if node.children:
        inner = replace(inner, time_spans=(Span(node.start, node.stop),) if text.endswith(":") else ())
    return inner


def _own_tasks(node: Node, text: str, context: Context, reader: _Reader) -> list[Found]:
    if context.purpose in ("goal", "report") or not text or _introduces(node, text):
        return []
    attributes = gather(node, reader.document)
    heading = heading_duty(text) if len(text) < 400 and not _has_predicate(text, reader) else None
    if heading and not node.children and not text[heading.after :].strip(" .:;"):
        return []
    found = []
    for span, duty in by_duty(text):
        task = _task(node, text, span, duty, attributes.over(context), reader)
        if task:
            found.append(task)
    return found


def _introduces(node: Node, text: str) -> bool:
    """The opening paragraph of a plan (`..., Ủy ban nhân dân tỉnh xây dựng Kế hoạch như sau:`)."""
    return node.kind == "plain" and text.rstrip().endswith((":", "như sau", "như sau."))


def _has_predicate(text: str, reader: _Reader) -> bool:
    return bool(reader.action.search(text))


def _task(
    node: Node, text: str, span: Span, duty: Duty | None, context: Context, reader: _Reader
) -> Found | None:
    piece = text[span.start : span.end]
    if duty and duty.rule == "widened" and context.purpose != "work":
        duty = None
    if duty is None and not _is_work(node, piece, context, reader):
        return None
    if _ISSUING.match(piece) or _AMENDING.match(piece) or (duty is None and _TRAILER.match(piece)):
        return None
    if duty and context.lead and _HANDS_ON.match(piece):
        duty = None
    offset = node.start + (
        len(reader.document.text[node.start : node.stop])
        - len(reader.document.text[node.start : node.stop].lstrip())
    )
    named = names_of(text, duty.lead) if duty else ()
    lead = unique_names([*named, *(names_of(text, second_lead(text, duty)) if duty else ())]) or context.lead
    after = piece[duty.after - span.start :] if duty else piece
    helpers = names_of(after, supports(after))
    inherited = context.support if not named or set(named) == set(context.lead) else ()
    support = unique_names([*inherited, *helpers])
    return Found(
        offset + span.start,
        offset + span.end,
        _section(node, reader),
        lead,
        tuple(name for name in support if name not in lead),
        duty.rule if duty else "part",
        context.time_spans,
    )


_ISSUING = re.compile(
    r"(?:Ban hành|Phê duyệt|Thông qua|Công bố|Thành lập|Kiện toàn)(?: kèm theo| và)?[^.;]{0,80}(?:Quyết định|Nghị quyết) này"
    r"|(?:Quyết định|Kế hoạch|Nghị quyết|Chỉ thị|Thông tư|Nghị định|Quy chế|Quy định|Chương trình|Văn bản) này (?:có hiệu lực|thay thế|(?:đã )?được|áp dụng|gồm|quy định)"
    r"|(?:Trường hợp|Trong trường hợp)[^.;]{0,60}văn bản[^.;]{0,40}(?:viện dẫn|dẫn chiếu)",
)
# Amending clauses change a text; they assign nothing.
_AMENDING = re.compile(
    r"(?:Sửa đổi|Bổ sung|Bãi bỏ|Thay thế|Hủy bỏ)(?:,? \w+ \w+)?,?[^.;:]{0,60}(?:điểm|khoản|Điều|cụm từ|Phụ lục|tên gọi)\s"
)
# Under a heading with a body, `Giao Phòng X ...` is that body's act of handing a duty on.
_HANDS_ON = re.compile(r"(?:Giao|Phân công|Ủy quyền)(?!\w)")
_TRAILER = re.compile(
    r"Trên đây là|Kinh phí (?:thực hiện|tổ chức|từ|do|được|cấp|bảo đảm|đảm bảo)|Nguồn kinh phí|\(?Chi tiết|\(?Kèm theo|\(?Có .{0,40}kèm theo|\(Theo|Ghi chú|Lưu ý|Ví dụ"
)
_GOAL = re.compile(
    r"\W*(?:\d|Tỷ lệ|Số (?:lượng|hộ|người)|Phấn đấu|Trên \d|100%|Ít nhất|Tối thiểu|Đạt |Có \d|Giảm tỷ lệ|Tăng tỷ lệ|Không còn)",
    re.IGNORECASE,
)


def _is_work(node: Node, piece: str, context: Context, reader: _Reader) -> bool:
    """Whether a piece that names nobody is work: by its part, or by the body whose duties its heading lists."""
    if context.purpose == "scope":
        return False
    if node.kind == "plain" and not piece.rstrip().endswith((".", ";", "./.")):
        return False
    if _GOAL.match(piece) and not reader.action.match(piece):
        return False
    if context.lead:
        return len(piece.split()) > 2
    begins = bool(reader.action.match(piece)) or _label_action(piece, reader)
    if context.purpose == "work":
        return begins or (len(piece) > 60 and piece.rstrip().endswith((".", ";", "./.")))
    return (
        begins
        and node.kind not in ("plain", "footnote", "article")
        and piece.rstrip().endswith((".", ";", "./."))
    )


def _label_action(piece: str, reader: _Reader) -> bool:
    _, colon, rest = piece.partition(":")
    return bool(colon) and bool(reader.action.match(rest.strip()))


def _section(node: Node, reader: _Reader) -> str | None:
    if _closing(node, reader):
        return None
    return node.path


_CLOSES = re.compile(
    r"(?:Trên đây là|Yêu cầu|Đề nghị|Trong quá trình|Căn cứ|Nhận được|Giao|Kế hoạch này|Chỉ thị này|UBND|Ủy ban nhân dân|HĐND|Sở|Thủ tướng|Các (?:đồng chí|cơ quan|đơn vị|sở))"
)


def _closing(node: Node, reader: _Reader) -> bool:
    """Whether an unmarked paragraph closes the whole document: after it no marker comes in the same act."""
    if node.kind != "plain":
        return False
    siblings = node.parent.children if node.parent else []
    place = siblings.index(node)
    if any(sibling.kind not in ("plain", "footnote") for sibling in siblings[place:]):
        return False
    above = node.parent
    while above is not None and above.parent is not None:
        rest = above.parent.children[above.parent.children.index(above) + 1 :]
        if any(
            sibling.kind not in ("plain", "footnote", "attachment", "appendix", "table") for sibling in rest
        ):
            return False
        above = above.parent
    return bool(_CLOSES.match(reader.text(node)))


def _footnote(node: Node, text: str, context: Context, reader: _Reader) -> list[Found]:
    """A footnote that names a body and its duty is a task of the item on which it hangs."""
    found = []
    if context.purpose in ("goal", "report"):
        return []
    for span, duty in by_duty(text):
        if duty and duty.rule != "opening" and (task := _task(node, text, span, duty, Context(), reader)):
            found.append(replace(task, rule="footnote"))
    return found


def _table(node: Node, context: Context, reader: _Reader) -> list[Found]:
    if node.block is None or context.purpose == "report":
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
        for row in table_tasks(node.block, reader.document)
    ]
