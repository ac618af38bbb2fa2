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

from extract.appended_duties import appended_duty, second_lead
from extract.attributes import attribute_line, gather, is_bodies_block, over_attributes, says_duty
from extract.bodies import Span, body_list
from extract.context import Context, asked_by, context_below, introduces
from extract.deliverables import deliverable
from extract.duty import Duty, shifted
from extract.heading_duties import heading_duty
from extract.modality import Binding, binding, moved, opening_binding
from extract.named import Named, each_once, named, only_names, without
from extract.outline import Node
from extract.parts import purpose
from extract.supporting import supports
from extract.task_tables import TaskRow, columns, table_tasks
from extract.units import by_duty
from extract.work import ATTACHED, is_task, lists_contents
from ingest.document import Document
from rulebook.cues import any_of


@dataclass(frozen=True, slots=True)
class Found:
    """A task before its times and citations are attached: offsets in the document, who, where, and by which rule.
    `time_spans` and `bases` are stretches of text outside the task whose deadlines govern it and whose citations it
    rests on."""

    start: int
    end: int
    section: str | None
    lead: tuple[Named, ...]
    support: tuple[Named, ...]
    rule: str
    time_spans: tuple[Span, ...] = ()
    binding: Binding | None = None
    deliverable: Span | None = None
    deliverable_to: tuple[Named, ...] = ()
    bases: tuple[Span, ...] = ()


def find_tasks(root: Node, document: Document) -> list[Found]:
    """The tasks of a document, in reading order; `root` is its outline."""
    return sorted(_under(root, Context(), document), key=lambda task: (task.start, task.end))


def _under(node: Node, context: Context, document: Document) -> list[Found]:
    """The tasks of the children of `node`. A paragraph without a marker goes on with the duty of the item before it."""
    if not node.children:
        return []
    shared = context.under(gather(node))
    before: Node | None = None  # the item with whose duty a paragraph without a marker goes on
    found: list[Found] = []
    for child in node.children:
        if child.kind == "plain" and (asked := asked_by(child.text)):
            shared, before = _asked(child, asked, shared), None
        if _is_attribute(child) or is_bodies_block(child):
            continue
        handed = _going_on(before, shared) if child.kind == "plain" and before else shared
        found += _of_node(child, Context() if _closes(child) else handed, document)
        if child.kind not in ATTACHED:
            before = child
    return found


def _is_attribute(node: Node) -> bool:
    line = attribute_line(node)
    return line is not None and over_attributes(node) and not (line[0] == "lead" and says_duty(node, line[1]))


def _asked(node: Node, spans: list[Span], shared: Context) -> Context:
    """What follows a lead-in that asks somebody (`... yêu cầu các cấp ủy thực hiện các nhiệm vụ sau:`)."""
    said = binding(node.text, spans[0].start, spans[-1].end)
    lead = named(node.text, spans, "lead_in", node.start)
    return replace(shared, lead=lead, heads=False, binding=moved(said, node.start))


def _going_on(node: Node, shared: Context) -> Context:
    """What a paragraph without a marker goes on with after the item `node`: the duty that was spoken of last."""
    duty = by_duty(node.text[:600])[-1][1] if node.text else None
    if duty is None:
        return shared
    said = binding(node.text, duty.lead[0].start, duty.after) if duty.lead else None
    lead = named(node.text, duty.lead, "preceding", node.start)
    return replace(shared, lead=lead or shared.lead, binding=moved(said, node.start) or shared.binding)


def _of_node(node: Node, context: Context, document: Document) -> list[Found]:
    if node.kind == "table":
        return _of_table(node, context, document)
    if node.kind == "footnote":
        return _of_footnote(node, context)
    if node.text.startswith("Kính gửi"):
        return []  # the addressees, and those on the lines under it
    inner = context_below(node, context)
    below = _under(node, inner, document)
    has_items = any(child.kind not in ATTACHED for child in node.children)
    contents = lists_contents(node)
    if any(task.rule != "footnote" for task in below) and (has_items or _is_heading(node)) and not contents:
        return below
    if contents and (own := _own_tasks(node, inner)):
        return own
    return [*_own_tasks(node, context if node.kind == "plain" else inner), *below]


def _is_heading(node: Node) -> bool:
    return bool(node.children) and not node.text.rstrip('”"').endswith((".", ";"))


def _own_tasks(node: Node, context: Context) -> list[Found]:
    """The tasks that the text of a node itself states."""
    introduction = node.kind == "plain" and (
        (introduces(node.text) and not lists_contents(node)) or _issues(node)
    )
    if context.purpose in ("goal", "report") or not node.text or introduction or _names_bodies_only(node):
        return []
    if node.children and _is_heading(node) and not node.text.endswith(":") and purpose(node.text):
        return []
    inherited = context.under(gather(node)) if node.children else context
    return [task for span, duty in by_duty(node.text) if (task := _task(node, span, duty, inherited))]


# `Chính phủ ban hành Nghị định quy định ...`: the act of issuing opens a normative document.
_ISSUES = re.compile(
    r"[^.;:]{3,90} ban hành "
    r"(?:Luật|Nghị định|Quyết định|Thông tư|Nghị quyết|Quy chế|Quy định|Chỉ thị|Kế hoạch)(?: liên tịch)?"
    r"(?P<sure>(?= [Qq]uy (?:định|chế)| về| sửa đổi| hướng dẫn| phối hợp| này|,|\.))?"
)


def _issues(node: Node) -> bool:
    """Whether a paragraph is the act of issuing itself: by its words, or right before the first article."""
    found = _ISSUES.match(node.text)
    if not found or found["sure"] is not None:
        return found is not None
    siblings = node.parent.children if node.parent else []
    after = next((sibling for sibling in siblings if sibling.start > node.start), None)
    return after is not None and after.kind == "article"


def _names_bodies_only(node: Node) -> bool:
    heading = heading_duty(node.text) if len(node.text) < 400 else None
    return heading is not None and not node.text[heading.after :].strip(" .:;")


def _task(node: Node, span: Span, duty: Duty | None, context: Context) -> Found | None:
    piece = node.text[span.start : span.end]
    if duty and duty.rule == "widened" and context.purpose != "work":
        duty = None
    if not is_task(node, piece, duty, context):
        return None
    if duty and context.heads and _HANDS_ON.match(piece):
        duty = None
    if duty is None and not context.heads and (appended := appended_duty(piece)):
        duty = shifted(appended, span.start)
    own = named(node.text, (*duty.lead, *second_lead(node.text, duty)), at=node.start) if duty else ()
    return Found(
        node.start + span.start,
        node.start + span.end,
        None if _closes(node) else node.path,
        own
        or each_once(
            [*context.lead, *(_directed_lead(piece, node.start + span.start) if context.lead else ())]
        ),
        _helpers(node, span, duty, own, context),
        duty.rule if duty else "part",
        context.time_spans,
        _binding(node, span, duty) or context.binding,
        *_product(node, span, context),
        bases=context.bases,
    )


# Under a heading with a body, `Giao Phòng X ...` is that body's act of handing a duty on; `Lãnh đạo ...` its act too.
_HANDS_ON = re.compile(r"(?:Giao|Phân công|Ủy quyền|Lãnh đạo)(?!\w)")


# `Chỉ đạo Sở Y tế chủ trì ...` under the body whose duty it is: both lead (cf. `second_lead`).
_DIRECTED = re.compile(r"(?:[Cc]hỉ đạo|[Gg]iao|[Pp]hân công)\s+")


def _directed_lead(piece: str, at: int) -> tuple[Named, ...]:
    directs = _DIRECTED.match(piece)
    spans, end = body_list(piece, directs.end()) if directs else ([], 0)
    return named(piece, spans, at=at) if spans and re.compile(r",?\s+chủ trì").match(piece, end) else ()


def _helpers(
    node: Node, span: Span, duty: Duty | None, own: tuple[Named, ...], context: Context
) -> tuple[Named, ...]:
    """Who helps: those that the piece names; those over it too, unless it names other leads than they help."""
    start = duty.after if duty else span.start
    after = node.text[start : span.end]
    same = not own or set(only_names(own)) == set(only_names(context.lead))
    found = each_once(
        [*(context.support if same else ()), *named(after, supports(after), at=node.start + start)]
    )
    return without(found, own or context.lead)


def _binding(node: Node, span: Span, duty: Duty | None) -> Binding | None:
    said = (
        binding(node.text, duty.lead[0].start, duty.after)
        if duty and duty.lead and duty.rule != "appended"
        else opening_binding(node.text, span.start)
    )
    return moved(said, node.start)


def _product(node: Node, span: Span, context: Context) -> tuple[Span | None, tuple[Named, ...]]:
    """What the task produces, as a line beside it says or its own words, and who gets it."""
    begin = node.start + span.start
    piece = node.text[span.start : span.end]
    what, to = deliverable(piece)
    own = Span(begin + what.start, begin + what.end) if what else None
    return context.deliverable or own, named(piece, to, at=begin)


@lru_cache(maxsize=1)
def _closing() -> re.Pattern[str]:
    return re.compile(any_of("closing"))


_LAST = 20  # paragraphs at the end of a part, among which those that close the document stand


def _closes(node: Node) -> bool:
    """Whether an unmarked paragraph closes the whole document: after it no marker comes in the same act."""
    if node.kind != "plain" or node.parent is None or not _closing().match(node.text):
        return False
    if not any(sibling is node for sibling in node.parent.children[-_LAST:]):
        return False
    return not _items_after(node, ATTACHED[:2]) and not any(
        _items_after(above, (*ATTACHED, "attachment", "appendix")) for above in node.above()
    )


def _items_after(node: Node, passed_over: tuple[str, ...]) -> bool:
    for sibling in reversed(node.parent.children if node.parent else []):
        if sibling.start <= node.start:
            return False
        if sibling.kind not in passed_over:
            return True
    return False


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
    return [_of_row(row, path, context, document) for row in table_tasks(node.block, document)]


def _of_row(row: TaskRow, path: str | None, context: Context, document: Document) -> Found:
    text = document.text[row.start : row.end]
    what, to = deliverable(text)
    own = Span(row.start + what.start, row.start + what.end) if what else None
    return Found(
        row.start,
        row.end,
        ".".join(filter(None, (path, row.marker))) or None,
        row.lead or context.lead,
        row.support,
        "table",
        row.time_spans,
        None if row.lead else context.binding,
        row.deliverable or own,
        named(text, to, at=row.start),
        context.bases,
    )
