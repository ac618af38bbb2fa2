"""Tasks (nhiệm vụ): actions that the document makes some body responsible for, or lists as work to be done.

Meaning is inherited, so tasks are read from the outline, not from lines. Going down the tree a `Context` is handed on.
A leaf that stands in a part with work, or that names a body and its duty, is a task; a heading over tasks is none.

    1. Sở Y tế chủ trì, phối hợp với các sở, ngành:      context: lead Sở Y tế, support các sở, ngành
       - Xây dựng kế hoạch ... trước ngày 20/4.          task, inherits both
       - Thời gian: Quý II.                              a time line: governs its brothers, no task
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.attributes import (
    attribute_line,
    gather,
    is_bodies_block,
    over_attributes,
    says_duty,
    time_of_another,
    time_told,
    under_last,
)
from extract.bodies import Span
from extract.closing import closes
from extract.context import Context, asked_by, asks_report, context_below, introduces
from extract.deliverables import deliverable
from extract.duties import sentence_duty
from extract.modality import binding, moved
from extract.named import named
from extract.node import Node
from extract.own_tasks import Found, footnote_tasks, is_heading, own_tasks
from extract.task_tables import TaskRow, columns, table_tasks
from extract.times import times
from extract.units import by_duty
from extract.work import (
    ATTACHED,
    begins_with_action,
    introduces_papers,
    is_to_come,
    lists_contents,
    repeats_heading,
    reports,
)
from ingest.document import Document


def find_tasks(root: Node, document: Document) -> list[Found]:
    """The tasks of a document, in reading order; `root` is its outline."""
    return sorted(_under(root, Context(), document), key=lambda task: (task.start, task.end))


def _under(node: Node, context: Context, document: Document) -> list[Found]:
    """The tasks of the children of `node`. A paragraph without a marker goes on with the duty of the item before it."""
    if not node.children:
        return []
    shared = _shared(node, context)
    asking = node  # the paragraph with whose duty those right after it go on
    before: Node | None = None  # the item with whose duty a paragraph without a marker goes on
    found: list[Found] = []
    outlined = _in_outline(node.children)
    acting = _over_attributes(node.children)
    of_others = [child for child in node.children if time_of_another(child)]
    for place, child in enumerate(node.children):
        if child.kind == "plain" and (asked := asked_by(child.text)):
            shared, before = _asked(child, asked, shared), None
        if _is_attribute(child) or is_bodies_block(child):
            continue
        handed = _going_on(before, shared) if child.kind == "plain" and before else shared
        listed = place and asking is not child and _lists_on(asking, child)
        if before is None and place and (listed or _goes_on(node.children[place - 1], child)):
            handed = _going_on(asking, shared)
        else:
            asking = child
        if place in outlined:
            handed = handed._replace(purpose="report")
        if place in acting:
            found += own_tasks(child, handed, introduces_nothing=True)
            continue
        if closes(child):
            handed = Context()
        if when := _told_next(node.children, place):
            handed = handed._replace(time_spans=tuple(dict.fromkeys((*handed.time_spans, when))))
        if of_others and (times(child.text) or child.kind == "plain"):
            handed = _without_times_of(of_others, handed)
        found += _of_node(child, handed, document)
        if child.kind not in ATTACHED:
            before = child
    return found


def _shared(node: Node, context: Context) -> Context:
    """What the items of `node` share: its context, and what the lines among them or under the last of them say."""
    shared = context.under(gather(node))
    last = None if shared.lead else under_last(node)
    return shared.under(gather(last)) if last else shared


def _without_times_of(lines: list[Node], context: Context) -> Context:
    """What an item with a time of its own, or a paragraph, inherits: not the times that lines beside it give of
    something else (`Thời gian phát áo: ...`)."""
    kept = [
        span for span in context.time_spans if not any(line.start <= span.start < line.end for line in lines)
    ]
    return context._replace(time_spans=tuple(kept))


def _in_outline(children: Sequence[Node]) -> set[int]:
    """The places of the items that only say what a report must tell: those behind a lead-in that asks for it."""
    places: set[int] = set()
    asked = False
    for place, child in enumerate(children):
        if child.kind == "plain":
            asked = asks_report(child.text)
        elif asked:
            places.add(place)
    return places


def _told_next(children: Sequence[Node], place: int) -> Span | None:
    """The time that the next paragraph tells of the paragraph at `place`, where neither has a marker."""
    pair = children[place : place + 2]
    if len(pair) < 2 or any(node.kind != "plain" for node in pair):
        return None
    return time_told(pair[1])


def _over_attributes(children: Sequence[Node]) -> set[int]:
    """The places of the lead-ins (`... đề nghị các trường tổ chức cuộc thi như sau:`) over items that only give the
    time, the place or who takes part: there the lead-in is the work."""
    places: set[int] = set()
    told = True  # whether all items since the next paragraph, read backwards, are such lines
    seen = False
    for place in range(len(children) - 1, -1, -1):
        child = children[place]
        if child.kind == "plain":
            if seen and told and introduces(child.text) and not child.children:
                places.add(place)
            told, seen = True, False
        else:
            told, seen = told and _tells_only(child), True
    return places


def _tells_only(node: Node) -> bool:
    """Whether an item is an attribute line, under which paragraphs may go on but no items stand."""
    if all(child.kind in ATTACHED for child in node.children):
        return attribute_line(node) is not None
    return _is_attribute(node)


def _is_attribute(node: Node) -> bool:
    line = attribute_line(node)
    return line is not None and over_attributes(node) and not (line[0] == "lead" and says_duty(node, line[1]))


def _asked(node: Node, spans: list[Span], shared: Context) -> Context:
    """What follows a lead-in that asks somebody (`... yêu cầu các cấp ủy thực hiện các nhiệm vụ sau:`)."""
    said = binding(node.text, spans[0].start, spans[-1].end)
    lead = named(node.text, spans, "lead_in", node.start)
    in_article = node.parent is not None and node.parent.kind == "article"
    if shared.purpose == "goal" and in_article and _BINDS.search(node.text):
        shared = shared._replace(purpose="work")  # `Điều 7. Yêu cầu ...` binds those it names
    return shared._replace(lead=lead, heads=False, binding=moved(said, node.start))


_BINDS = re.compile(r"(?<!\w)(?:phải|có trách nhiệm|có nhiệm vụ)(?!\w)[^.;:]{0,60}:$")
# `Đồng thời, đẩy mạnh tuyên truyền ...`, `Kết quả báo cáo về ...` as a paragraph of its own.
_ALSO = re.compile(r"(?:Đồng thời|Bên cạnh đó|Ngoài ra),? ")


def _goes_on(before: Node, node: Node) -> bool:
    """Whether a paragraph goes on with what the one before it asks, where neither has a marker."""
    if before.kind != "plain" or node.kind != "plain" or node.children:
        return False
    if is_to_come(node.text) and sentence_duty(node.text) is None:
        return True
    also = _ALSO.match(node.text)
    if not also and not before.text.rstrip().endswith(";") and not reports(node.text):
        return False
    said = node.text[also.end() if also else 0 :]
    return begins_with_action(said[:1].upper() + said[1:]) and sentence_duty(node.text) is None


# `... Trong đó, tập trung vào một số nhiệm vụ trọng tâm: Theo dõi bản tin ...` over paragraphs with the others.
_FIRST_OF_LIST = re.compile(
    r"(?:một số|các|những) (?:nhiệm vụ|nội dung|giải pháp|biện pháp|công việc)(?: [^\W\d_]+){0,4}: [^\W\d_][^:]{12,}$"
)


def _lists_on(asking: Node, node: Node) -> bool:
    """Whether a paragraph names one more of the duties of which the last words of `asking` list the first."""
    if asking.kind != "plain" or node.kind != "plain" or node.children or asking.children:
        return False
    return bool(_FIRST_OF_LIST.search(asking.text)) and begins_with_action(node.text)


def _going_on(node: Node, shared: Context) -> Context:
    """What a paragraph without a marker goes on with after the item `node`: the duty that was spoken of last."""
    duty = by_duty(node.text[:600])[-1][1] if node.text else None
    if duty is None:
        return shared
    said = binding(node.text, duty.lead[0].start, duty.after) if duty.lead else None
    lead = named(node.text, duty.lead, "preceding", node.start)
    return shared._replace(lead=lead or shared.lead, binding=moved(said, node.start) or shared.binding)


# `Kính gửi: ...`; `Chủ tịch UBND tỉnh điện:` over those whom a telegram goes to.
_ADDRESSES = re.compile(r"K[íi]nh g[ửở]i|[^.;\n]{3,90},? điện ?:\s*$")


def _of_node(node: Node, context: Context, document: Document) -> list[Found]:
    if node.kind == "table":
        return _of_table(node, context, document)
    if node.kind == "footnote":
        return footnote_tasks(node, context)
    if _ADDRESSES.match(node.text):
        return []  # the addressees, and those on the lines under it
    if node.kind not in ATTACHED and node.parent is not None and introduces_papers(node.parent.text):
        return _under(node, context, document)  # the paragraphs that follow the last of the papers
    inner = context_below(node, context)
    below = _under(node, inner, document)
    has_items = any(child.kind not in ATTACHED for child in node.children)
    contents = lists_contents(node)
    heads = (has_items and not _is_paragraph(node)) or is_heading(node) or _is_said_again(node)
    if introduces_papers(node.text):
        return [*own_tasks(node, context), *below]
    if any(task.rule != "footnote" for task in below) and heads and not contents:
        return below
    if contents and (own := own_tasks(node, inner)):
        return [
            *own,
            *(task for task in below if task.rule in _OF_OTHERS),
        ]  # the paragraphs behind the contents
    items = has_items and not all(child.kind in ATTACHED or _is_attribute(child) for child in node.children)
    if not items and inner.time_spans != context.time_spans:  # it hands nothing down
        inner = inner._replace(time_spans=context.time_spans)
    return [*own_tasks(node, context if node.kind == "plain" else inner), *below]


_OF_OTHERS = ("subject", "request")


def _is_said_again(node: Node) -> bool:
    """Whether the paragraph under an item says it again and more (`6. Giám sát việc cấp nước.` over `Giám sát việc cấp
    nước tại ... .`): there it is the task, and the item its heading."""
    return bool(node.marker and node.children) and repeats_heading(node.children[0])


# `1. Rà soát hồ sơ trước ngày 30/4. Đồng thời, tổ chức kiểm tra ...` over items: it says its own work in full.
_SENTENCES = re.compile(
    r"[^.:]{12,}\.\s+(?:Đồng thời|Trong đó|Trước mắt|Bên cạnh đó|Ngoài ra|Theo đó)[^:]{12,}\."
)


def _is_paragraph(node: Node) -> bool:
    """Whether an item over others is a paragraph of its own: several sentences of which none introduces the items, or a
    long one that says what a body must do."""
    if _SENTENCES.fullmatch(node.text):
        return True
    if not _LONG_SENTENCE.fullmatch(node.text) or len(node.text.split()) < _MANY_WORDS:
        return False
    duty = sentence_duty(node.text)
    return duty is not None and duty.rule == "subject"


_LONG_SENTENCE = re.compile(r"[^.:]{100,}\.")
_MANY_WORDS = 30


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
