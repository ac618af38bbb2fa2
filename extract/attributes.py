"""Attribute lines (dòng thuộc tính): short lines under an item that give its bodies, time, place, product or money.

    a) Tổ chức tập huấn cho lực lượng cơ sở
       - Đơn vị chủ trì: Công an tỉnh.
       - Đơn vị phối hợp: UBND cấp xã.
       - Thời gian: Quý II/2025.

They are no tasks; they belong to the item over them, or to their brothers. A block `Phân công thực hiện` beside the items
of work of one project gives them the body that leads there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extract.bodies import Span
from extract.duties import sentence_duty, supports
from extract.names import names_in_cell, names_of, unique_names
from extract.outline import Node
from ingest.document import Document

if TYPE_CHECKING:
    from extract.tasks import Context

_SUBJECT = r"(?:(?:Các )?(?:cơ quan|đơn vị|bộ phận|lực lượng|ban|ngành|cá nhân)\s*,?\s*)*"
_LINES: tuple[tuple[str, str], ...] = (
    ("support", _SUBJECT + r"(?:phối hợp|tham gia phối hợp|phối hợp thực hiện)(?: thực hiện)?"),
    (
        "lead",
        _SUBJECT
        + r"(?:chủ trì(?: thực hiện| tham mưu)?|thực hiện|chịu trách nhiệm(?: chính)?|phụ trách|đầu mối|tham mưu)",
    ),
    ("lead", r"(?:Phân công (?:thực hiện|chủ trì)|Trách nhiệm thực hiện|Tổ chức thực hiện)"),
    (
        "time",
        r"(?:Thời gian|Thời hạn|Tiến độ|Thời điểm|Hoàn thành|Lộ trình|Hạn hoàn thành)(?: và địa điểm)?(?: (?:thực hiện|hoàn thành|tổ chức|triển khai|báo cáo|gửi báo cáo|dự kiến|tiến hành))*",
    ),
    ("product", r"(?:Sản phẩm|Kết quả|Đầu ra)(?: (?:đầu ra|dự kiến|hoàn thành|cần đạt|đạt được))*"),
    (
        "other",
        r"(?:Địa điểm|Thành phần|Kinh phí|Nguồn kinh phí|Đối tượng|Số lượng|Hình thức|Quy mô|Phạm vi|Mục đích|Mục tiêu|Yêu cầu|Chủ đề|Nguồn lực|Phương thức|Thành phần tham gia|Thành phần tham dự)(?: (?:thực hiện|tổ chức|tham dự|tham gia|áp dụng))*",
    ),
)
_LINE = tuple((kind, re.compile(pattern + r"\s*:\s*(?=\S)", re.IGNORECASE)) for kind, pattern in _LINES)
_ASSIGNMENT = re.compile(
    r"(?:Phân công|Cơ quan|Đơn vị)(?: (?:thực hiện|nhiệm vụ|chủ trì|trách nhiệm|tổ chức))+\s*:?\s*$", re.IGNORECASE
)
_TIME_LINE = re.compile(r"Thời (?:gian|hạn)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Attributes:
    """What the attribute lines among the children of one node say. `time_spans` are the lines with a time."""

    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    time_spans: tuple[Span, ...] = ()
    deliverable: str | None = None

    def over(self, context: Context) -> Context:
        """`context` with what the lines say put over what it inherited."""
        return replace(
            context,
            lead=self.lead or context.lead,
            support=self.support if self.lead else unique_names([*context.support, *self.support]),
            time_spans=(*context.time_spans, *self.time_spans),
        )


def attribute_line(node: Node, document: Document) -> tuple[str, int] | None:
    """The kind of attribute line that a node is (`lead`, `support`, `time`, `product`, `other`) and the offset in the
    document at which its value begins; `None` for other nodes."""
    if node.kind in ("table", "footnote", "roman", "attachment", "appendix"):
        return None
    for kind, pattern in _LINE:
        if found := pattern.match(document.text, node.start, node.stop):
            if kind == "other" and sentence_duty(document.text[found.end() : node.stop]):
                return None
            if kind == "time" and sentence_duty(document.text[found.end() : node.stop]):
                return None
            return kind, found.end()
    return None


def says_duty(node: Node, start: int, document: Document) -> bool:
    """Whether the value of a `lead` line is a sentence with a duty of its own (`Phân công thực hiện: Sở Y tế chủ trì,
    phối hợp với ... tổ chức kiểm tra`), and so a task beside being an attribute."""
    value = document.text[start : node.stop].strip()
    duty = sentence_duty(value)
    return bool(duty and len(value[duty.after :].split()) > 3)


def gather(node: Node, document: Document) -> Attributes:
    """The attributes that the children of `node` give it, or those of an assignment block among them."""
    lead: list[str] = []
    support: list[str] = []
    times: list[Span] = []
    deliverable = None
    for child in node.children:
        line = attribute_line(child, document)
        if line is None:
            if (
                child.parent
                and child.parent.kind not in ("root", "attachment")
                and _ASSIGNMENT.match(document.text, child.start, child.stop)
            ):
                block = _assignment(child, document)
                lead, support = list(block.lead), list(block.support)
            continue
        if child.children and line[0] != "time":
            continue
        kind, start = line
        value = document.text[start : child.stop].strip()
        if kind == "lead":
            block = _said_in(value)
            lead += block.lead
            support += block.support
        elif kind == "support":
            support += names_in_cell(value)
        elif kind == "time":
            times.append(Span(child.start, child.stop))
        elif kind == "product":
            deliverable = value.rstrip(" .;") or None
    return Attributes(unique_names(lead), unique_names(support), tuple(times), deliverable)


def _said_in(value: str) -> Attributes:
    duty = sentence_duty(value)
    if duty and value[duty.after :].strip(" .;"):
        after = value[duty.after :]
        return Attributes(names_of(value, duty.lead), names_of(after, supports(after)))
    return Attributes(names_in_cell(value))


def _assignment(block: Node, document: Document) -> Attributes:
    """Of the bodies that `chủ trì` in an assignment block, the first: the block goes from the issuer's level down."""
    said = [_said_in(document.text[child.start : child.stop].strip()) for child in block.children]
    led = [
        one
        for one, child in zip(said, block.children, strict=True)
        if "chủ trì" in document.text[child.start : child.stop]
    ]
    return next(iter(led or said), Attributes())
