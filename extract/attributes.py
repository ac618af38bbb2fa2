"""Attribute lines (dòng thuộc tính): short lines under an item that give its bodies, time, place, product or money.

    a) Tổ chức tập huấn cho lực lượng cơ sở
       - Đơn vị chủ trì: Công an tỉnh.
       - Đơn vị phối hợp: UBND cấp xã.
       - Thời gian: Quý II/2025.

They are no tasks; they belong to the item over them, or to their brothers. A block `Phân công thực hiện` beside
the items of work of one project gives them the body that leads there.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from extract.bodies import Span, body_list
from extract.duties import sentence_duty
from extract.duty import patterns
from extract.extraction import How
from extract.labels import (
    ASSIGNS,
    LABEL,
    SUBJECT,
    Piece,
    in_brackets,
    label_patterns,
    labelled,
    pieces,
)
from extract.named import Named, each_once, named, named_in_cell
from extract.node import Node
from extract.supporting import supports
from extract.times import times

_ASSIGNMENT = re.compile(
    r"(?:Phân công|Cơ quan|Đơn vị)(?: (?:thực hiện|nhiệm vụ|chủ trì|trách nhiệm|tổ chức))+\s*:?\s*$",
    re.IGNORECASE,
)


class Attributes(NamedTuple):
    """What the attribute lines among the children of one node say. `time_spans` are the lines with a time."""

    lead: tuple[Named, ...] = ()
    support: tuple[Named, ...] = ()
    time_spans: tuple[Span, ...] = ()
    deliverable: Span | None = None


NOTHING = Attributes()
_MOST_TIMES = 50  # time lines under one heading; no item has more, so that each may be tied to all its items


def attribute_line(node: Node) -> tuple[str, int] | None:
    """The kind of attribute line that a node is (`lead`, `support`, `time`, `product`, `other`) and the offset in its
    text at which its value begins; `None` for other nodes."""
    if node.kind in ("table", "footnote", "roman", "attachment", "appendix"):
        return None
    if node.text.find(":", 0, LABEL) >= 0 and (line := labelled(node.text)):
        return line
    if node.text.startswith("(") and (whole := in_brackets(node.text)) and not whole[0].begin > 1:
        return whole[0].kind, whole[0].value
    if (
        node.kind != "plain"
        and node.text.startswith(("Thời ", "Học kỳ "))
        and (line := _tells_time(node.text))
    ):
        return line
    times_below = _opens_times(node) if node.children else None
    return ("time", times_below.end()) if times_below else None


def time_of_another(node: Node) -> bool:
    """Whether a time line says of what it gives the time (`Thời gian phát áo: ...`, and not `Thời gian: ...`)."""
    text = node.text
    if not node.marker or not text.startswith("Thời ") or ":" not in text[:LABEL]:
        return False
    kind = next((kind for kind, pattern in label_patterns() if pattern.match(text)), None)
    return kind == "when" and attribute_line(node) is not None


# `Thời gian phát động từ tháng 8 đến hết tháng 11/2018.`, `Học kỳ I: Bắt đầu từ ...; kết thúc trước ...`: the time told
# in a sentence of its own.
_TOLD = re.compile(
    r"(?:Thời (?:gian|hạn)(?! (?:qua|tới|vừa qua|gần đây))(?!\w)[^.;:]{0,170}?"
    r"(?=(?<!\w)(?:(?:là|từ|vào|trong|đến|hết|trước|chậm nhất|bắt đầu|kết thúc) )+(?:ngày|tháng|quý|năm|tuần|\d))"
    r"|Học kỳ (?:I{1,2}|[12])\s*:\s+)"
)


# `Thời gian mở cửa từ 6 giờ đến 23 giờ hằng ngày`: hours of business, and no time of anybody's duty.
_BUSINESS_HOURS = re.compile(
    r"Thời gian (?:mở(?:,| và)? (?:đóng )?cửa|cung cấp|phục vụ|giao dịch|bán|hoạt động|tiếp)(?!\w)[^.;:\d]{0,60}"
    r"\d{1,2} ?(?:giờ|h|g)(?!\w)"
)


def _tells_time(text: str) -> tuple[str, int] | None:
    if hours := _BUSINESS_HOURS.match(text):
        return "other", hours.end()
    told = _TOLD.match(text)
    return ("time", told.end()) if told and times(text) and sentence_duty(text) is None else None


def time_told(node: Node) -> Span | None:
    """The part of a time line, or of a sentence that only says when, that gives the time; `None` for other nodes.

    A paragraph without a marker is one too (`Thời gian hoàn thành: trước ngày 05/6/2025.`)."""
    line = attribute_line(node) or (_tells_time(node.text) if node.kind == "plain" else None)
    if line is None or line[0] != "time" or not times(node.text[line[1] :]):
        return None
    return Span(node.start + line[1], node.end)


_TIMES = re.compile(
    r"(?:Thời gian|Thời hạn|Tiến độ)(?: (?:tổ chức|thực hiện|triển khai|hoàn thành))*\s*:?\s*", re.IGNORECASE
)


def _opens_times(node: Node) -> re.Match[str] | None:
    """`Thời gian thực hiện:` whose times stand on short lines under it (`+ Đợt 1: Trong tháng 5/2025`)."""
    if not _TIMES.fullmatch(node.text):
        return None
    if not node.children or not all(
        len(child.text.split()) <= 16 and times(child.text) for child in node.children
    ):
        return None
    return _TIMES.fullmatch(node.text)


# `Đơn vị thực hiện: Sở Y tế chủ trì; các huyện phối hợp.` names who leads and who helps, and no work.
_LEADS_AND_HELPS = re.compile(
    r",? chủ trì[;,.]? (?P<helpers>[^:.]{3,300}?),? (?:cùng )?phối hợp(?: thực hiện)?\W*"
)


# `Đơn vị thực hiện: Phòng Nội vụ tham mưu cho UBND huyện`: only for whom it does so.
_ADVISES = re.compile(r"\s*tham mưu (?:cho |giúp |trình )?(?P<body>[^.;:,]{3,60})[.;]?\s*")


def says_duty(node: Node, start: int) -> bool:
    """Whether the value of a `lead` line is a sentence with a duty of its own (`Phân công thực hiện: Sở Y tế chủ trì,
    phối hợp với ... tổ chức kiểm tra`), and so a task beside being an attribute; bodies alone are none."""
    value = node.text[start : pieces(node.text, "lead", start)[0].stop]
    duty = sentence_duty(value)
    if duty is None:
        return False
    after = value[duty.after :]
    if _LEADS_AND_HELPS.fullmatch(after) or _ADVISES.fullmatch(after):
        return False
    helpers = supports(after)
    rest = after[helpers[-1].end if helpers else 0 :]
    if _NAMES_WHO.match(node.text) and _ONLY_CARRIES_OUT.fullmatch(rest):
        return False
    return len(rest.split()) > 3


# `Cơ quan thực hiện: Sở Y tế đôn đốc, hướng dẫn các đơn vị triển khai thực hiện.`: no more than the label says.
_NAMES_WHO = re.compile(r"\W*(?:Cơ quan|Đơn vị)(?!\w)")  # `Phân công thực hiện: ...` assigns
_ONLY_CARRIES_OUT = re.compile(
    r"(?:[\s,;.]*(?:chủ trì|phối hợp|tham mưu|đôn đốc|hướng dẫn|theo dõi|tổ chức|triển khai|chỉ đạo|thực hiện"
    r"|(?:các |những )?(?:đơn vị|địa phương|cơ quan|sở|ngành|xã)|(?:có )?liên quan|và)(?!\w))+[\s.;]*",
    re.IGNORECASE,
)


def gather(node: Node) -> Attributes:
    """The attributes that the children of `node` give it, or those of an assignment block among them."""
    found = NOTHING
    for child in node.children:
        if is_bodies_block(child):
            found = _with_block(found, child)
            continue
        line = attribute_line(child)
        if line is None and _is_assignment(child):
            block = _assignment(child)
            found = found._replace(lead=block.lead, support=block.support)
        elif line and (line[0] == "time" or over_attributes(child)):
            found = _with_line(found, child, *line)
            for below in child.children if over_attributes(child) else ():
                if more := attribute_line(below):
                    found = _with_line(found, below, *more)
    return found


def bracketed(node: Node) -> Attributes:
    """The attributes that the bracket at the end of an item gives it (`... (Chủ trì: Sở Y tế; thời gian: quý II)`)."""
    found = NOTHING
    for piece in in_brackets(node.text) if node.text.rstrip(" .;,").endswith(")") else ():
        found = _with_piece(found, node, piece)
    return found


def told_times(node: Node) -> list[Span]:
    """The values of the labels of time in a node: on a line with several labels, in the bracket that closes an item."""
    line = attribute_line(node)
    found = pieces(node.text, *line) if line and line[0] in ("lead", "support") else in_brackets(node.text)
    return [
        Span(node.start + piece.value, node.start + piece.stop) for piece in found if piece.kind == "time"
    ]


def under_last(node: Node) -> Node | None:
    """The last of several items, if under it alone stand lines with bodies and times (`- Thời gian: ...`, `- Đơn vị chủ
    trì: ...`) and nothing else: they close the list, and speak of all its items."""
    items = [child for child in node.children if child.kind not in ("plain", "table", "footnote")]
    if len(items) < 2 or not items[-1].children or any(item.children for item in items[:-1]):
        return None
    if len(items[-1].children) == 1:
        only = items[-1].children[0]
        of_all = _OF_ALL.match(only.text) and (attribute_line(only) or ("",))[0] == "time"
        return items[-1] if of_all else None
    kinds = [line[0] if (line := attribute_line(child)) else "" for child in items[-1].children]
    return items[-1] if all(kinds) and "lead" in kinds else None


# `Thời gian hoàn thành các nội dung nêu trên: trước ngày 20/9/2021.`
_OF_ALL = re.compile(r"Thời (?:gian|hạn)(?: [^\W\d_]+){1,6} (?:nêu trên|trên đây|trên)\s*:")


def over_attributes(node: Node) -> bool:
    """Whether under a node stand only more attribute lines, with another bullet (`- Chủ trì: ...`, `* Thời gian: ...`),
    or nothing."""
    return all(attribute_line(child) and not child.children for child in node.children)


@lru_cache(maxsize=1)
def _blocks() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A heading that only says that bodies follow, and one of those who help."""
    helps = SUBJECT + r"phối hợp(?: thực hiện)?"
    leads = SUBJECT + ASSIGNS
    both = rf"(?:{leads}(?:(?:,| và|, và) (?:{helps}))?|{helps})\s*:?\s*"
    return re.compile(both, re.IGNORECASE), re.compile(helps + r"\s*:?\s*", re.IGNORECASE)


def is_bodies_block(node: Node) -> bool:
    """Whether a heading only says that bodies follow (`2. Cơ quan chủ trì, phối hợp`), and nothing but names does. One
    line of it may be a name that is not understood (`Mặt tr ận Tổ quốc`), as long as nothing is done in it."""
    if not node.children or len(node.text) > 60 or not _blocks()[0].fullmatch(node.text):
        return False
    named = [
        is_bodies_block(child)
        or _only_bodies(child)
        or (attribute_line(child) or ("",))[0] in ("lead", "support")
        for child in node.children
    ]
    return any(named) and all(
        known or _does_nothing(child) for known, child in zip(named, node.children, strict=True)
    )


_FEW_WORDS = 4  # behind the last name of a line that only names bodies


# `- Ở trung ương: Vụ Pháp chế.`, `- Cấp tỉnh: Sở Tư pháp.`: at which level a body does it.
_AT_LEVEL = re.compile(
    r"(?:(?:Ở|Tại|Đối với) )?(?:các )?(?:[Tt]rung ương|[Đđ]ịa phương|[Cc]ấp (?:tỉnh|huyện|xã|cơ sở|trung ương))\s*:\s*"
)


def _after_level(text: str) -> int:
    found = _AT_LEVEL.match(text)
    return found.end() if found else 0


def _only_bodies(node: Node) -> bool:
    found, end = body_list(node.text, _after_level(node.text))
    few = len(node.text[end:].split()) <= _FEW_WORDS
    return bool(found) and few and _does_nothing(node, end)


def _does_nothing(node: Node, start: int = 0) -> bool:
    if node.children or len(node.text) > 300:
        return False
    return not patterns()["any_verb"].search(node.text, start)


def _with_block(found: Attributes, block: Node) -> Attributes:
    for child in block.children:
        if child.children:
            found = _with_block(found, child)
            continue
        if line := attribute_line(child):
            found = _with_line(found, child, *line)
            continue
        start = _after_level(child.text)
        said = named_in_cell(child.text[start:], "attribute", child.start + start)
        if _blocks()[1].fullmatch(block.text):
            found = found._replace(support=each_once([*found.support, *said]))
        else:
            found = found._replace(lead=each_once([*found.lead, *said]))
    return found


def _with_line(found: Attributes, node: Node, kind: str, start: int) -> Attributes:
    """`Chủ trì: Tỉnh đoàn; phối hợp: Sở Nội vụ; thời gian: quý II.` may have several labels on one line."""
    for piece in pieces(node.text, kind, start):
        found = _with_piece(found, node, piece)
    return found


def _with_piece(found: Attributes, node: Node, piece: Piece) -> Attributes:
    value, at = node.text[piece.value : piece.stop], node.start + piece.value
    if piece.kind in ("lead", "support"):
        said = (
            _said_in(value, at, "attribute")
            if piece.kind == "lead"
            else Attributes(support=named_in_cell(value, "attribute", at))
        )
        support = each_once([*found.support, *said.support])
        return found._replace(lead=each_once([*found.lead, *said.lead]), support=support)
    if piece.kind == "time" and len(found.time_spans) < _MOST_TIMES:
        end = node.start + piece.stop if value.strip() else node.end
        labelled = node.text[piece.begin : piece.value].rstrip().endswith(":")
        begin = node.start + (piece.begin if labelled else piece.value)
        return found._replace(time_spans=(*found.time_spans, Span(begin, end)))
    if piece.kind == "product" and (product := value.rstrip(" .;)")):
        return found._replace(deliverable=Span(at, at + len(product)))
    return found


def _is_assignment(node: Node) -> bool:
    over = node.parent.kind if node.parent else "root"
    return over not in ("root", "attachment") and bool(_ASSIGNMENT.match(node.text))


# `Đơn vị thực hiện: Cục Đường sắt Việt Nam; Vụ Pháp chế phối hợp.`
_HELP_LAST = re.compile(
    r"(?P<leads>(?:(?!chủ trì|phối hợp)[^;.]){3,200}); (?P<helpers>(?:(?!chủ trì|phối hợp)[^;.]){3,200}?)"
    r",? (?:cùng )?phối hợp[\s.;]*$"
)


def _said_in(value: str, at: int, how: How) -> Attributes:
    if help_last := _HELP_LAST.match(value):
        leads = named_in_cell(help_last["leads"], how, at)
        return Attributes(leads, named_in_cell(help_last["helpers"], how, at + help_last.start("helpers")))
    duty = sentence_duty(value)
    if duty and value[duty.after :].strip(" .;"):
        after = value[duty.after :]
        helping = _LEADS_AND_HELPS.fullmatch(after)
        spans = tuple(body_list(after, helping.start("helpers"))[0]) if helping else supports(after)
        helpers = named(after, spans, how, at + duty.after)
        return Attributes(named(value, duty.lead, how, at), helpers)
    return Attributes(named_in_cell(value, how, at))


def _assignment(block: Node) -> Attributes:
    """Of the bodies that `chủ trì` in an assignment block, the first: the block goes from the issuer's level down."""
    said = [(child, _said_in(child.text, child.start, "assignment")) for child in block.children]
    led = [one for child, one in said if "chủ trì" in child.text]
    return next(iter(led or [one for _, one in said]), Attributes())
