"""The pieces of a node's text that may carry a task, and whose duty each opens with."""

from __future__ import annotations

import re

from extract.bodies import Span
from extract.context import Context
from extract.continued_duties import Piece, continued
from extract.names import names_of
from extract.node import Node
from extract.opening_paragraphs import HEADED
from extract.statements import tells_past
from extract.units import by_duty
from extract.work import ATTACHED


def pieces_of(node: Node) -> list[Piece]:
    """The pieces of a text that may carry a task; in an item, what is only told first belongs to the duty after it."""
    prose = _is_prose(node)
    pieces = list(by_duty(node.text, prose))
    if prose:
        pieces = continued(node.text, pieces)
    if len(pieces) > 1 and node.kind not in ATTACHED and pieces[1][1]:
        (start, end), told = pieces[0]
        if told is None and (_NOW.match(node.text, start) or tells_past(node.text[start:end])):
            pieces[:2] = [(Span(start, pieces[1][0].end), pieces[1][1])]
    return pieces


_CASE = re.compile(r"(?:Trong )?(?:[Tt]rường hợp|[Nn]ếu|[Kk]hi) ")


def with_cases(node: Node, pieces: list[Piece], context: Context) -> list[Piece]:
    """The pieces of an item, those joined with what they follow that only tell what some of its own bodies must do in
    a case (`a) Xây dựng kế hoạch. Trường hợp vượt mức, tổ chức tín dụng phải báo cáo.`)."""
    if len(pieces) < 2 or node.kind in ATTACHED:
        return pieces
    over = {one.name.lower() for one in context.lead}
    joined = pieces[:1]
    for span, duty in pieces[1:]:
        own = {name.lower() for name in names_of(node.text, duty.lead)} if duty else set()
        before = joined[-1][1]
        same = before is None or own == {name.lower() for name in names_of(node.text, before.lead)}
        if own and own <= over and same and _CASE.match(node.text, span.start):
            start = joined[-1][0].start
            joined[-1] = (Span(start, span.end), before)
        else:
            joined.append((span, duty))
    return joined


_LED = re.compile(
    r",? (?:chủ trì|tham mưu|làm đầu mối|đầu mối|là (?:cơ quan|đơn vị) (?:thường trực|đầu mối))(?!\w)"
)


def led_later(node: Node, pieces: list[Piece]) -> list[Piece]:
    """The pieces of an item that names nobody first and then who leads (`Rà soát tiêu chí. Sở Y tế chủ trì thẩm định`):
    one paragraph under one marker, and one body, is one task (the guide)."""
    if len(pieces) < 2 or node.kind in ATTACHED or pieces[0][1] is not None:
        return pieces
    (start, _), ((_, end), duty) = pieces[0][0], pieces[1]
    if duty is None or duty.rule != "subject" or not _LED.match(node.text, duty.after):
        return pieces
    return [(Span(start, end), duty), *pieces[2:]]


def _is_prose(node: Node) -> bool:
    """Whether a paragraph stands under no item: in running prose each sentence that assigns is a task (the guide)."""
    over = node.parent
    return node.kind == "plain" and over is not None and over.kind in HEADED


_NOW = re.compile(r"(?:Hiện nay|Thời gian (?:qua|vừa qua)|Trong thời gian qua|Những năm qua)(?!\w)")
