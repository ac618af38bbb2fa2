"""The tasks that the text of one item states: for each piece of it whose it is, who helps, what it is to produce."""

from __future__ import annotations

import re
from typing import NamedTuple

from extract.appended_duties import allotted_duty, appended_duty, second_lead
from extract.attributes import bracketed, gather
from extract.bodies import Span, body_list
from extract.closing import closes
from extract.context import Context, asked_by, asks_report, introduces
from extract.deliverables import deliverable
from extract.duties import called_upon
from extract.duty import Duty, shifted
from extract.heading_duties import heading_duty
from extract.item_pieces import led_later, pieces_of, with_cases
from extract.labels import bodies_behind
from extract.modality import Binding, binding, moved, opening_binding
from extract.named import Named, each_once, named, only_names, without
from extract.names import names_of
from extract.node import Node
from extract.opening_paragraphs import COVERS, informs, is_title, issues, opens_plan, told_by_asker
from extract.parts import is_told, purpose
from extract.subjects import courteously
from extract.supporting import supports
from extract.units import by_duty, sentences
from extract.work import ATTACHED, is_task, is_to_come, lists_contents


class Found(NamedTuple):
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


def own_tasks(node: Node, context: Context, *, introduces_nothing: bool = False) -> list[Found]:
    """The tasks that the text of a node itself states; a lead-in states some where it `introduces_nothing` to do."""
    introduction = (
        node.kind == "plain"
        and not introduces_nothing
        and (
            (introduces(node.text) and not lists_contents(node) and not asks_report(node.text))
            or issues(node)
        )
    )
    told = context.purpose == "goal" and node.kind == "plain" and is_told(node)
    if (context.purpose in ("goal", "report") and not told) or not node.text or told_by_asker(node):
        return []
    if introduction:
        return _asked_before(node, context)
    if _names_bodies_only(node) or opens_plan(node) or informs(node):
        return []
    if is_title(node) or _only_heads(node) or COVERS.match(node.text):
        return []
    inherited = context.under(gather(node)) if node.children else context
    inherited = inherited.under(bracketed(node))
    if not inherited.lead and inherited.purpose == "work" and (behind := bodies_behind(node.text)):
        lead = named(node.text, body_list(node.text, behind.start)[0], "attribute", node.start)
        inherited = inherited._replace(lead=lead)
    pieces = pieces_of(node)
    pieces = with_cases(node, pieces, inherited) if inherited.lead else led_later(node, pieces)
    if told:
        pieces = [(span, duty) for span, duty in pieces if duty and duty.rule == "request"]
    stated = [_task(node, span, duty, inherited) for span, duty in pieces]
    found = [task for task in stated if task]
    if node.kind not in ATTACHED and len(found) == 1 and stated[0] is None:
        return [
            found[0]._replace(start=node.start + pieces[0][0].start)
        ]  # one marker, one task: with what is told first
    return found


def _asked_before(node: Node, context: Context) -> list[Found]:
    """What a paragraph asks of a body in its sentences before the one that introduces the items under it (`Nhà trường
    giao Phòng Đào tạo lấy ý kiến. Cách thức như sau:`)."""
    last = sentences(node.text)[-1].start
    if not last or context.purpose == "goal" or issues(node):
        return []
    below = set(
        names_of(node.text, asked_by(node.text))
    )  # whose the items are: what they were asked before leads to them
    asked = [(span, duty) for span, duty in by_duty(node.text[:last].rstrip(), True) if duty]
    others = [(span, duty) for span, duty in asked if not below & set(names_of(node.text, duty.lead))]
    stated = [_task(node, span, duty, context) for span, duty in others if duty.rule == "request"]
    return [task for task in stated if task]


def _only_heads(node: Node) -> bool:
    """Whether an item is the heading of a part (`Tiến độ`, `Về đánh giá kế hoạch`), though no task stands under it."""
    if not is_heading(node) or node.text.endswith(":"):
        return False
    if node.kind == "article" and any(child.kind not in ATTACHED for child in node.children):
        return True  # `Điều 9. Cán bộ làm việc tại quầy` over its clauses
    return purpose(node.text) is not None or node.text.startswith("Về ")


def footnote_tasks(node: Node, context: Context) -> list[Found]:
    """A footnote that names a body and its duty is a task of the item on which it hangs."""
    if context.purpose in ("goal", "report"):
        return []
    bare = Context(purpose=context.purpose)
    said = [
        _task(node, span, duty, bare) for span, duty in by_duty(node.text) if duty and duty.rule != "opening"
    ]
    return [task._replace(rule="footnote") for task in said if task]


def is_heading(node: Node) -> bool:
    """Whether an item only heads what stands under it: its text ends in no full stop or semicolon."""
    return bool(node.children) and not node.text.rstrip('”"').endswith((".", ";"))


def _names_bodies_only(node: Node) -> bool:
    heading = heading_duty(node.text) if len(node.text) < 400 else None
    return heading is not None and not node.text[heading.after :].strip(" .:;")


def _task(node: Node, span: Span, duty: Duty | None, context: Context) -> Found | None:
    piece = node.text[span.start : span.end]
    if duty and duty.rule == "widened" and context.purpose != "work":
        duty = None
    if duty is None and (allotted := allotted_duty(piece)):
        duty = shifted(allotted, span.start)
    if not is_task(node, piece, duty, context):
        return None
    if duty and node.kind == "plain" and context.purpose != "work":
        duty = called_upon(node.text, duty) or duty
    if duty and context.heads and context.lead[0].how != "lead_in" and _HANDS_ON.match(piece):
        duty = duty if _is_one_of_them(node.text, duty, context.lead[0]) else None
    if duty and piece.startswith(("Yêu cầu", "Đề nghị")) and node.parent and _RIGHTS.search(node.parent.text):
        duty = None  # whoever has the right asks
    if duty is None and (appended := appended_duty(piece)):
        one_of = {one.name for one in context.lead} & set(names_of(piece, appended.lead))
        if not context.heads or (len(context.lead) > 1 and one_of):
            duty = shifted(appended, span.start)
    own = named(node.text, (*duty.lead, *second_lead(node.text, duty)), at=node.start) if duty else ()
    if own and _is_one_of(own, context.lead):
        own = ()
    if not own and duty is None and is_to_come(piece):
        own = named(piece, _whose_paper(piece), at=node.start + span.start)
        context = _without_receivers(piece, context)
    return Found(
        node.start + span.start,
        node.start + span.end,
        None if closes(node) else node.path,
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


_SENT_TO = re.compile(r"(?<!\w)(?:gửi|nộp)(?: \w+)? (?:về|đến|cho|lên|qua) ")


_OF_WHOM = re.compile(r"[^,.;:()]{3,60}? của (?=\S)")


def _whose_paper(piece: str) -> list[Span]:
    """Whose a paper is that is to come (`Ý kiến của các cơ quan gửi về Văn phòng trước ngày 20 tháng 5`)."""
    of, sent = _OF_WHOM.match(piece), _SENT_TO.search(piece)
    if not of or not sent or of.end() > sent.start():
        return []
    polite = courteously(piece, of.end())
    return [Span(of.end(), polite)] if polite else body_list(piece, of.end())[0]


def _without_receivers(piece: str, context: Context) -> Context:
    """The context without those to whom a paper is to come: who gets it does not send it."""
    sent = _SENT_TO.search(piece)
    spans = body_list(piece, sent.end())[0] if sent else []
    receivers = set(names_of(piece, spans))
    return context._replace(lead=tuple(one for one in context.lead if one.name not in receivers))


def _is_one_of(own: tuple[Named, ...], over: tuple[Named, ...]) -> bool:
    """Whether an item names each of those whose duties its heading lists (`Cục Thuế` under `Các Cục Thuế`)."""
    if len(own) != 1 or len(over) != 1 or own[0].how != "own":
        return False
    return over[0].name.lower() == f"các {own[0].name.lower()}"


def _is_one_of_them(text: str, duty: Duty, over: Named) -> bool:
    """Whether those who are handed work are some of those over it: `Giao UBND thành phố A ...` under `UBND các huyện,
    thành phố`."""
    handed = text[duty.lead[0].start :] if duty.lead else ""
    return handed.startswith(("UBND ", "Ủy ban nhân dân ")) and over.name.startswith("Ủy ban nhân dân các")


# Under a heading with a body, `Giao Phòng X ...` is that body's act of handing a duty on; `Lãnh đạo ...` its act too.
_HANDS_ON = re.compile(r"(?:Giao|Phân công|Ủy quyền|Lãnh đạo)(?!\w)")
# `1. Ban Quản lý bến có các quyền sau:`
_RIGHTS = re.compile(r"(?<!\w)quyền(?: hạn)?(?!\w)[^.;:]{0,60}:$")
# `Chỉ đạo Sở Y tế chủ trì ...` under the body whose duty it is: both lead (cf. `second_lead`).
_DIRECTED = re.compile(r"(?:[Cc]hỉ đạo|[Gg]iao|[Pp]hân công)\s+")


_LEADS = re.compile(r",?\s+chủ trì")


def _directed_lead(piece: str, at: int) -> tuple[Named, ...]:
    directs = _DIRECTED.match(piece)
    spans, end = body_list(piece, directs.end()) if directs else ([], 0)
    return named(piece, spans, at=at) if spans and _LEADS.match(piece, end) else ()


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
