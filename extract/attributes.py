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
from extract.named import Named, each_once, named, named_in_cell
from extract.node import Node
from extract.supporting import supports
from extract.times import times
from rulebook.cues import any_of

_SUBJECT = r"(?:(?:Các )?(?:cơ quan|đơn vị|bộ phận|lực lượng|ban|ngành|cá nhân|người)\s*,?\s*)*"
_ASSIGNS = (
    r"(?:chủ trì(?: thực hiện| tham mưu| soạn thảo| xây dựng)?|thực hiện|chịu trách nhiệm(?: chính)?|phụ trách"
    r"|đầu mối|tham mưu|Phân công (?:thực hiện|chủ trì)|Trách nhiệm thực hiện|Tổ chức thực hiện)"
)


# What a letter about a contest or an event tells beside the work: its rules, prizes, where entries go.
_OF_CONTEST = (
    r"(?:(?:Thể lệ|Giải thưởng|Cơ cấu giải thưởng)(?!\w)[^:.;]{0,90}"
    r"|(?:Đối tượng|Địa điểm|Thành phần)(?: [^\W\d_]+){1,5}"
    r"|(?:Cách thức|Hình thức|Địa chỉ|Địa điểm|Nơi) (?:nộp|gửi|nhận|tiếp nhận|đăng ký|tham gia|dự thi|liên hệ)"
    r"(?!\w)[^:.;]{0,50})"
)


@lru_cache(maxsize=1)
def _lines() -> tuple[tuple[str, re.Pattern[str]], ...]:
    tail = rf"(?:\s{any_of('attribute_tail')})*"
    patterns = (
        ("support", _SUBJECT + r"(?:phối hợp|tham gia phối hợp|phối hợp thực hiện)(?: thực hiện)?"),
        ("lead", _SUBJECT + _ASSIGNS),
        ("time", any_of("attribute_time") + tail),
        ("product", any_of("attribute_product") + tail),
        ("other", any_of("attribute_other") + tail),
        ("other", _OF_CONTEST),
        ("when", r"Thời (?:gian|hạn)(?: [^\W\d_]+){1,6}"),
    )
    return tuple((kind, re.compile(pattern + r"\s*:\s*(?=\S)", re.IGNORECASE)) for kind, pattern in patterns)


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
_LABEL = 100  # characters within which a label has its colon


def attribute_line(node: Node) -> tuple[str, int] | None:
    """The kind of attribute line that a node is (`lead`, `support`, `time`, `product`, `other`) and the offset in its
    text at which its value begins; `None` for other nodes."""
    if node.kind in ("table", "footnote", "roman", "attachment", "appendix"):
        return None
    if node.text.find(":", 0, _LABEL) >= 0 and (line := _labelled(node.text)):
        return line
    if (
        node.kind != "plain"
        and node.text.startswith(("Thời ", "Học kỳ "))
        and (line := _tells_time(node.text))
    ):
        return line
    times_below = _opens_times(node) if node.children else None
    return ("time", times_below.end()) if times_below else None


@lru_cache(maxsize=512)  # a line is looked at by the item over it, by its brothers and for its times
def _labelled(text: str) -> tuple[str, int] | None:
    for kind, pattern in _lines():
        if found := pattern.match(text, text.startswith("(")):
            value = text[found.end() :]
            if kind in ("when", "time") and SENDS_TO.match(value):
                return None
            if kind == "when":
                return ("time", found.end()) if times(value) and sentence_duty(value) is None else None
            if kind in ("other", "time") and not text.startswith("Thành phần") and sentence_duty(value):
                return None
            if kind in ("lead", "support") and not (body_list(value, 0)[0] or sentence_duty(value)):
                return None
            return kind, found.end()
    return None


# `Thời gian nộp đề: Nộp cho Phó Hiệu trưởng trước ngày 05/3.` says what is to be done, and is no time alone.
SENDS_TO = re.compile(r"(?:Nộp|Gửi|Chuyển|Trình|Bàn giao)(?: [^\W\d_]+){0,5} (?:cho|về|tới|đến|lên) [^\W\d_]")


def time_of_another(node: Node) -> bool:
    """Whether a time line says of what it gives the time (`Thời gian phát áo: ...`, and not `Thời gian: ...`)."""
    text = node.text
    if not node.marker or not text.startswith("Thời ") or ":" not in text[:_LABEL]:
        return False
    kind = next((kind for kind, pattern in _lines() if pattern.match(text)), None)
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
    value = node.text[start:]
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


def under_last(node: Node) -> Node | None:
    """The last of several items, if under it alone stand lines with bodies and times (`- Thời gian: ...`, `- Đơn vị chủ
    trì: ...`) and nothing else: they close the list, and speak of all its items."""
    items = [child for child in node.children if child.kind not in ("plain", "table", "footnote")]
    if len(items) < 2 or len(items[-1].children) < 2 or any(item.children for item in items[:-1]):
        return None
    kinds = [line[0] if (line := attribute_line(child)) else "" for child in items[-1].children]
    return items[-1] if all(kinds) and "lead" in kinds else None


def over_attributes(node: Node) -> bool:
    """Whether under a node stand only more attribute lines, with another bullet (`- Chủ trì: ...`, `* Thời gian: ...`),
    or nothing."""
    return all(attribute_line(child) and not child.children for child in node.children)


@lru_cache(maxsize=1)
def _blocks() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A heading that only says that bodies follow, and one of those who help."""
    helps = _SUBJECT + r"phối hợp(?: thực hiện)?"
    leads = _SUBJECT + _ASSIGNS
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
    for piece in _pieces(node.text, kind, start):
        found = _with_piece(found, node, piece)
    return found


class _Piece(NamedTuple):
    """One label of a line and its value: offsets in the text of the line."""

    kind: str
    begin: int
    value: int
    stop: int


def _with_piece(found: Attributes, node: Node, piece: _Piece) -> Attributes:
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


_SEEN = 400  # characters of a value that tell whether a label stands before it
_NEXT_LABEL = re.compile(r"\s*[;,.]\s+(?=[^\W\d_][^:;,.\n]{2,60}:)")


def _pieces(text: str, kind: str, start: int) -> list[_Piece]:
    labels = [(kind, 0, start)]
    gaps = [gap.end() for gap in _NEXT_LABEL.finditer(text, start)]
    labels += [
        (found[0], gap, gap + found[1]) for gap in gaps if (found := _labelled(text[gap : gap + _SEEN]))
    ]
    stops = [begin for _, begin, _ in labels[1:]] + [len(text)]
    return [_Piece(*label, stop) for label, stop in zip(labels, stops, strict=True)]


def _is_assignment(node: Node) -> bool:
    over = node.parent.kind if node.parent else "root"
    return over not in ("root", "attachment") and bool(_ASSIGNMENT.match(node.text))


def _said_in(value: str, at: int, how: How) -> Attributes:
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
