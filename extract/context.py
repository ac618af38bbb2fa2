"""What the outline hands down to an item: the purpose of its part, whose duty it is, who helps, and by when.

A heading that names bodies makes what stands under it theirs; a lead-in at the top of a directive (`... yêu cầu các
cấp ủy thực hiện các nhiệm vụ sau:`) those that follow it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from extract.appended_duties import appended_duty
from extract.attributes import NOTHING, Attributes, bracketed
from extract.bodies import Span, body_list
from extract.body_words import UPPER
from extract.duties import sentence_duty
from extract.duty import ADDRESS, OBLIGED, OFFICE_NEXT, Duty, actors
from extract.heading_duties import heading_duty, in_small_letters
from extract.labels import SENDS_TO
from extract.modality import Binding, binding, moved
from extract.named import Named, each_once, named
from extract.node import Node
from extract.parts import Purpose, label, purpose
from extract.subjects import courteously
from extract.supporting import supports
from extract.time_openings import OPENS_WITH_TIME
from extract.times import times
from extract.units import sentences


class Context(NamedTuple):
    """What an item inherits. `time_spans` are the lead-in over it and the time lines beside it (offsets in the
    document): deadlines in them govern the item; `phase` is a heading over it that is nothing but a time. `heads` tells
    whether the heading right over it names the lead."""

    purpose: Purpose | None = None
    lead: tuple[Named, ...] = ()
    support: tuple[Named, ...] = ()
    time_spans: tuple[Span, ...] = ()
    heads: bool = False
    phase: tuple[Span, ...] = ()
    binding: Binding | None = None
    deliverable: Span | None = None
    bases: tuple[Span, ...] = ()

    def under(self, attributes: Attributes) -> Context:
        """This context with what attribute lines say put over it."""
        if attributes is NOTHING and self.deliverable is None:
            return self
        support = attributes.support if attributes.lead else each_once([*self.support, *attributes.support])
        return self._replace(
            lead=attributes.lead or self.lead,
            support=support,
            time_spans=(*self.time_spans, *attributes.time_spans),
            deliverable=attributes.deliverable,
        )


def context_below(node: Node, context: Context) -> Context:
    """The context of what stands under `node`, which itself stands in `context`."""
    if node.kind == "plain" and node.children:
        return _below_lead_in(node, context._replace(bases=(*context.bases, Span(node.start, node.stop))))
    if node.kind in ("plain", "footnote", "table"):
        return context
    heading = label(node.text)
    said = purpose(heading) if heading else None
    if node.kind in ("attachment", "appendix"):
        return Context(purpose=said if said != "scope" else None)
    if said == "report" and context.purpose == "work" and _sends(node):
        said = None
    if said == "report" and any(place.kind == "article" for place in (node, *node.above())):
        said = "scope"  # `Điều 11. Danh mục hàng hóa ...`: an article rules, and is no outline
    if said == "scope" and SENDS_TO.match(node.text.partition(":")[2].strip()):
        said = None
    if heading and context.purpose != "work" and _PRINCIPLES.match(heading):
        said = "scope"  # principles are work only where they stand among solutions
    whose = said or context.purpose
    if not node.children:
        return context if whose == context.purpose else context._replace(purpose=whose)
    bases = (*context.bases, Span(node.start, node.stop))
    if node.text.endswith(":") and _APPLIES_TO.search(node.text):
        whose = "goal"  # whom a rule covers: names, and no duties
    inner = context._replace(purpose=whose, bases=bases, deliverable=None)
    return _below_lead_in(node, inner)


_APPLIES_TO = re.compile(
    r"(?<!\w)(?:áp dụng (?:đối với|cho) [^.;:]{0,80}|trừ (?:các|những) trường hợp (?:sau|dưới đây)[^.;:]{0,20}):$"
)
# `1.2. Báo cáo kết quả hội nghị` over what is to be sent to whom is work; over what it must tell it is an outline.
_SENDS = re.compile(r"(?:Gửi|Nộp|Chuyển|Trình|Thông báo|Phối hợp|Niêm yết|Công khai)(?!\w)")


def _sends(node: Node) -> bool:
    return any(_SENDS.match(child.text) for child in node.children)


def _below_lead_in(node: Node, inner: Context) -> Context:
    lead_in = node.text.endswith(":") or is_time_heading(node.text) or has_time_beside(node.text)
    kept = inner.time_spans if _NAMES_PART.fullmatch(node.text) else ()
    if is_time_heading(node.text):
        inner = inner._replace(phase=(Span(node.start, node.stop),))
    elif lead_in:
        kept = (Span(node.start + _lead_in_begin(node), node.stop),)
    if inner.phase or kept or inner.time_spans:
        inner = inner._replace(time_spans=tuple(dict.fromkeys((*inner.phase, *kept))))
    begin = _lead_in_begin(node)
    heading, at = in_small_letters(node.text[begin:]), node.start + begin
    required = _REQUIRES.fullmatch(node.parent.text) if node.parent and inner.purpose == "goal" else None
    if duty := heading_duty(heading) or (_concerned(heading) if required else _about(node, heading)):
        after = heading[duty.after :]
        own = inner.purpose if inner.purpose in ("goal", "report") and not required else "work"
        return inner._replace(
            purpose=own,
            lead=named(heading, duty.lead, "heading", at),
            support=named(after, supports(after), "heading", at + duty.after),
            heads=True,
            binding=moved(binding(heading, duty.lead[0].start, duty.after), at) or inner.binding,
        )
    if behind := _whose_behind(node):
        lead, support = behind
        return inner._replace(lead=lead, support=support)
    if lead_in and node.marker and (asked := asked_by(node.text)):
        lead = named(node.text, asked, "lead_in", node.start)
        said = binding(node.text, asked[0].start, asked[-1].end)
        inner = inner._replace(lead=lead, heads=True, binding=moved(said, node.start) or inner.binding)
    helpers = named(node.text, supports(node.text), "lead_in", node.start) if lead_in else ()
    return inner._replace(support=each_once([*inner.support, *helpers])) if helpers else inner


# `III. Yêu cầu` over `1. Đối với sinh viên`: what is required of somebody is a duty, and no aim of the plan.
_REQUIRES = re.compile(r"\W*yêu cầu\W*", re.IGNORECASE)
_CONCERNS = re.compile(
    r"Đối với (?P<whom>(?:(?:các|toàn thể) )?(?:sinh viên|học sinh|học viên|giáo viên|giảng viên|cán bộ|nhân viên"
    r"|phụ huynh|khoa|lớp)(?!\w)[^:;.()\n]{0,60}?)\W*",
    re.IGNORECASE,
)


def _about(node: Node, heading: str) -> Duty | None:
    """`Điều 1. Về đại biểu HĐND tỉnh`: an article on a body, over what it does."""
    found, end = (
        body_list(heading, len("Về ")) if node.kind == "article" and heading.startswith("Về ") else ([], 0)
    )
    return Duty(tuple(found), end, "heading") if found and not heading[end:].strip(" .:") else None


def _concerned(heading: str) -> Duty | None:
    found = _CONCERNS.fullmatch(heading)
    return Duty((Span(*found.span("whom")),), found.end("whom"), "heading") if found else None


# `2. Về tổ chức bộ máy (Ban Tổ chức chủ trì, phối hợp với các ban)`: whose is all that stands under it.
_CLOSING_BRACKET = re.compile(r"\([^()]{8,300}\)(?=\W*$)")


# `CẤP TỈNH (Giao các phòng trực thuộc Sở)`
_HANDED = re.compile(r"\((?:[Gg]iao|[Pp]hân công)(?: cho)? ")


def _whose_behind(node: Node) -> tuple[tuple[Named, ...], tuple[Named, ...]] | None:
    """Who leads and who helps, where the bracket behind a heading says so."""
    behind = _CLOSING_BRACKET.search(node.text)
    if behind is None:
        return None
    bracket, start = behind.group(), node.start + behind.start()
    if duty := appended_duty(bracket):
        helpers = named(bracket, supports(bracket), "heading", start)
        return named(bracket, duty.lead, "heading", start), helpers
    if handed := _HANDED.match(bracket):
        found, end = body_list(bracket, handed.end())
        return (named(bracket, found, "heading", start), ()) if found and end == len(bracket) - 1 else None
    labels = bracketed(node)
    return (labels.lead, labels.support) if labels.lead else None


def _lead_in_begin(node: Node) -> int:
    """Where the sentence of a paragraph begins that introduces what follows (`... . Ban Công tác Mặt trận thực hiện các
    nội dung sau:`); 0 where it is the only one."""
    if node.kind != "plain" or not node.text.endswith(":"):
        return 0
    return sentences(node.text)[-1].start


# A part that is only called what it is (`1. Nội dung, biện pháp`): the time beside it is that of its items.
_NAMES_PART = re.compile(
    r"(?:(?:Nội dung|Nhiệm vụ|Giải pháp|Biện pháp|Công việc|Hoạt động|Các hoạt động|Cách thức)"
    r"(?: (?:công việc|thực hiện|hoạt động|cụ thể|chính|chủ yếu))?(?:, | và )?)+\s*[:.]?",
    re.IGNORECASE,
)
_PRINCIPLES = re.compile(r"(?:Về |Các )?nguyên tắc(?!\w)", re.IGNORECASE)
_BESIDE_TIME = re.compile(
    r"[\s(]*(?:\([^()]*\))?\)?[\s,]*(?:(?:gồm|bao gồm|thực hiện|tập trung)(?: (?:các|những))?)?"
    r"(?: ?(?:nội dung|công việc|nhiệm vụ|hoạt động)(?: (?:sau|chính|trọng tâm|cụ thể|sau đây))*)?[\s.:;]*"
)


@lru_cache(maxsize=512)
def is_time_heading(text: str) -> bool:
    """Whether a heading is nothing but a time (`1. Ngày 20/02/2026 (mùng 4 tháng Giêng)`), which its items have.

    >>> is_time_heading("Ngày 20/02/2026 (mùng 4 tháng Giêng)"), is_time_heading("Ngày hội văn hóa")
    (True, False)
    >>> is_time_heading("Đợt 1: Từ ngày 05/12/2025 đến ngày 20/02/2026")
    True
    """
    if len(text) >= 120:
        return False
    begin = _PHASE.match(text).end()  # type: ignore[union-attr]
    if not OPENS_WITH_TIME.match(text, begin):
        return False
    found = times(text)
    return bool(found and found[0].start == begin and _BESIDE_TIME.fullmatch(text, found[-1].end))


# `1. Chuẩn bị (hoàn thành trước ngày 30/9/2024)`, `2. Giai đoạn 2 (từ nay đến 30/4): ra quân`
_BESIDE = re.compile(
    r"[^():;.]{3,90}\((?:(?:hoàn thành|thực hiện|xong|dự kiến|thời gian)(?: thực hiện| hoàn thành)?:? )?"
    r"(?P<time>[^()]{4,60})\)(?:[\s.:]*$|: )",
    re.IGNORECASE,
)


@lru_cache(maxsize=512)
def has_time_beside(text: str) -> bool:
    """Whether a heading has in brackets when what stands under it is done.

    >>> has_time_beside("Chuẩn bị (hoàn thành trước ngày 30/9/2024)"), has_time_beside("Quyết toán (năm 2023)")
    (True, False)
    """
    if ")" not in text[-200:] or len(text) >= 200 or not (beside := _BESIDE.match(text)):
        return False
    found = times(beside["time"])
    whole = found and not found[0].start and found[-1].end == len(beside["time"].rstrip())
    return bool(whole) and (found[-1].said_bound or found[-1].grain != "year")


_PHASE = re.compile(
    r"(?:(?:Đợt|Giai đoạn|Bước|Kỳ|Lần|Vòng|Tuần|Phiên|Chặng)(?: thứ)? [\w]{1,5}\s*[:.(,–-]+\s*)?",
    re.IGNORECASE,
)


_ASKS = re.compile(
    r"(?<!\w)(?:yêu cầu|đề nghị|giao(?: cho)?|chỉ thị|kêu gọi(?: và vận động)?|thông báo (?:đến|tới|cho))\s*:?\s+"
    rf"(?:(?:{ADDRESS}{OFFICE_NEXT}|đồng chí|đ/c)\s+)?(?=\S)",
    re.IGNORECASE,
)
# `Căn cứ tình hình thực tế, các huyện tập trung một số việc sau:`
_DOES_THESE = re.compile(
    r",?\s*(?:tập trung|thực hiện|triển khai|làm tốt|tổ chức)(?: [^\W\d_]+){0,3} (?:một số|các|những)"
    r" (?:việc|nội dung|nhiệm vụ|giải pháp|công việc|biện pháp|hoạt động)(?!\w)[^.;:]{0,60}:$"
)
# `Công tác tuyên truyền do Sở A phụ trách gồm các nội dung sau:`
_DONE_BY = re.compile(
    r"(?<!\w)do (?=[^\W\d_][^.;:]{2,120} (?:phụ trách|đảm nhiệm|chủ trì|thực hiện)(?!\w)[^.;:]{0,60}:$)"
)
_CARRIES = re.compile(r" (?:phụ trách|đảm nhiệm|chủ trì|thực hiện)(?!\w)")
_MUST = re.compile(r"\s*(?:cần|phải|có trách nhiệm|có nhiệm vụ)(?!\w)")
# `Tổ chức sử dụng rừng có các nghĩa vụ sau:`: normative documents name an actor by what it does.
_DOES_AS_FOLLOWS = re.compile(
    r"(?:Cơ quan|Đơn vị|Tổ chức|Doanh nghiệp|Cá nhân|Hộ gia đình|Người|Chủ (?:đầu tư|cơ sở|dự án|hộ|rừng|quản))"
    r"(?!\w)[^.;:()\n]{0,110}?"
    r"(?=,? (?:thực hiện|có|tuân thủ)(?: các| những)? "
    r"(?:nội dung|quyền|trách nhiệm|nghĩa vụ|nhiệm vụ|hoạt động|công việc)[^.;:\n]{0,50}:$)"
)
# `Đại lý bán vé có các quyền và nghĩa vụ sau đây:`: whoever has rights and duties is bound, by whatever name.
_HAS_DUTIES = re.compile(
    rf"[{UPPER}][^.;:,()\n]{{3,90}}?"
    r"(?= có(?: các| những)? (?:quyền|nghĩa vụ|trách nhiệm|nhiệm vụ)(?!\w)[^.;:\n]{0,60}:$)"
)
_SHORT = 70  # characters: `... phải thực hiện, tuân thủ các yêu cầu sau:`
_INTRODUCES = (":", "như sau", "sau đây", "như sau.")


def introduces(text: str) -> bool:
    """Whether a paragraph introduces what follows (`... xây dựng Kế hoạch như sau:`)."""
    return text.endswith(_INTRODUCES)


_REPORT_ON = re.compile(
    r"(?<!\w)báo cáo(?!\w)[^.;:]{0,160}?(?:theo|gồm|với)(?: các| những)? nội dung[^.;:]{0,40}:$",
    re.IGNORECASE,
)


def asks_report(text: str) -> bool:
    """Whether a lead-in asks for a report, so that what follows is what it must tell and no work of its own.

    >>> asks_report("Bộ Y tế đề nghị các Sở Y tế báo cáo kết quả theo các nội dung sau:")
    True
    >>> asks_report("Sau khi nghe báo cáo, Chủ tịch UBND tỉnh yêu cầu thực hiện các nội dung sau:")
    False
    """
    return text.endswith(":") and bool(_REPORT_ON.search(text))


def _asked_too(text: str, start: int) -> list[Span]:
    """`đề nghị UBND các xã chỉ đạo các trường; | các trường trực thuộc Sở | thực hiện các nội dung sau:`: those behind
    the one semicolon of a lead-in are asked too."""
    mark = text.find("; ", start)
    duty = sentence_duty(text[mark + 2 :]) if mark >= 0 and text.find(". ", start, -1) < 0 else None
    if duty is None or duty.rule != "subject" or text.find("; ", mark + 2 + duty.after) >= 0:
        return []
    return [Span(mark + 2 + a, mark + 2 + b) for a, b in duty.lead]


def asked_by(text: str) -> list[Span]:
    """The bodies that a lead-in asks: the items that follow it and name nobody are theirs.

    >>> text = "Chủ tịch UBND tỉnh yêu cầu các sở, ban, ngành thực hiện các nội dung sau đây:"
    >>> [text[a:b] for a, b in asked_by(text)]
    ['các sở, ban, ngành']
    """
    if not introduces(text):
        return []
    whole = _DOES_AS_FOLLOWS.match(text) or OBLIGED.match(text)
    whole = whole or _HAS_DUTIES.match(text)
    if whole and len(text) - whole.end() < _SHORT and not _ASKS.search(whole[0]):
        return actors(text, Span(0, whole.end()))
    duty = sentence_duty(text)
    if (
        duty
        and duty.rule != "widened"
        and (_MUST.match(text, duty.after) or _DOES_THESE.match(text, duty.after))
    ):
        return list(duty.lead)
    if by := _DONE_BY.search(text):
        found, end = body_list(text, by.end())
        if found and _CARRIES.match(text, end):
            return found
    for asks in reversed(list(_ASKS.finditer(text))):
        found, end = body_list(text, asks.end())
        if not found and (addressed := courteously(text, asks.end())):
            found, end = [Span(asks.end(), addressed)], addressed
        if found and (more := _asked_too(text, end)):
            return [*found, *more]
        if found and not re.search(r"\.|;(?! đồng thời(?!\w))", text[end:].rstrip(" .:")):
            return found
    return []
