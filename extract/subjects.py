"""The subject of a duty where a clause begins: one body or a list of them, and after it a verb.

UBND các xã, Công an tỉnh | trong phạm vi nhiệm vụ ... | có trách nhiệm ...
subject                     what narrows it              verb
"""

from __future__ import annotations

import re

from extract.bodies import Span, body_at, body_list
from extract.body_lists import bodies_listed
from extract.body_words import LOWER, STOP, field_of_work, verb
from extract.duty import Duty, patterns
from extract.named_by_duty import by_what_they_do, pair_at
from extract.told_subjects import placed, told_of

_MOST_RUN_INS = 3  # names with a colon, one after another (`Các Sở: Sở Y tế: ...`)


def subject_at(text: str, start: int, rule: str, run_ins: int = _MOST_RUN_INS) -> Duty | None:
    """The bodies that begin at `start` and have a verb after them, or `None`; `rule` says why they may stand there.
    So many names with a colon (`run_ins`) may stand before them.

    >>> text = "Đề nghị Sở Y tế kiểm tra các chợ"
    >>> [text[a:b] for a, b in subject_at(text, 8, "request").lead]
    ['Sở Y tế']
    """
    if staff := _STAFF.match(text, start) or COMRADES.match(text, start):
        return Duty((Span(start, staff.end()),), staff.end(), rule)
    found, end = body_list(text, start)
    if not found:
        return _addressed(text, start) or pair_at(text, start, rule)
    if post := _POST.match(text, end):
        return Duty(tuple(found), post.end(), rule)
    if colon := _RUN_IN.match(text, end):
        return _before_colon(text, found, colon, rule, run_ins)
    if (named := by_what_they_do(text, found, end)) and found[0].start == start:
        return Duty((*found[:-1], named), named.end, rule)
    if charge := _IN_CHARGE.match(text, end):
        return Duty((*found[:-1], Span(found[-1].start, charge.end())), charge.end(), rule)
    if patterns()["predicate"].match(text, end):
        return Duty(tuple(found), end, rule)
    if told := told_of(text, found, end, rule) or placed(text, found, end, rule):
        return told
    if listed := _listed(text, start, found, end, rule):
        return listed
    if rule == "request" and (described := _DESCRIBED.match(text, found[-1].start)):
        return Duty((*found[:-1], Span(*described.span())), described.end(), rule)
    if text[found[-1].start : found[-1].end].lower().startswith(("các ", "những ")):
        return _widened(text, found, end, rule)
    return Duty(tuple(found), end, rule) if _goes_on(text, end) and body_at(text, start) is not None else None


# `Yêu cầu các hộ dân có hành vi lấn chiếm vỉa hè, lòng đường | tự giác tháo dỡ`: who are asked, by what they do.
_DESCRIBED = re.compile(
    r"(?:các|những) [^\W\d_]+(?: [^\W\d_]+){0,2} (?:có|đang|chưa) (?!trách nhiệm|nhiệm vụ|thể)[^.;:()\n]{5,200}?"
    r"(?=,? (?:tự (?:giác|tháo|thu|di|chấm dứt)|nghiêm túc|khẩn trương|chủ động|phải|chấp hành nghiêm)(?!\w))"
)


def _listed(text: str, start: int, found: list[Span], end: int, rule: str) -> Duty | None:
    """A list with a name that no rule ends, or one that a clause narrows, up to the word of duty."""
    if text.startswith((",", ";", " và "), end) and (listed := _list_before_duty(text, start, rule)):
        return listed
    relative = _GIVEN.match(text, end) if len(found) > 1 else None
    return Duty(tuple(found), relative.end(), rule) if relative else None


def _goes_on(text: str, end: int) -> bool:
    """Whether a sentence goes on behind the name of one body with a verb, known or not."""
    follows = _WORD_FOLLOWS.match(text, end)
    return bool(follows) and not STOP.match(text, end + 1) and not _STATES.match(text, end + 1)


def _before_colon(text: str, found: list[Span], colon: re.Match[str], rule: str, run_ins: int) -> Duty | None:
    """The bodies `found` as a run-in heading, whose duty or whose own names with a colon follow."""
    end, rest = colon.start(), colon.end()
    if run_ins and (inner := subject_at(text, rest, rule, run_ins - 1)) and inner.rule != "widened":
        listed = len(found) > 1 and _KINDS.match(text, found[-1].start)
        return inner._replace(lead=(*found[:-1], *inner.lead)) if listed else inner
    # `Sở Y tế kiểm tra các đơn vị: ...` has its verb before the colon.
    if text[end : end + 1] == " " and patterns()["predicate"].match(text, end):
        return Duty(tuple(found), end, rule)
    whole = (*found[:-1], Span(found[-1].start, colon.start("colon")))
    acts = patterns()["begins"].match(text, rest) or _FORBIDDEN.match(text, rest)
    return Duty(whole, colon.start("colon"), rule) if acts else None


# `Chuyên viên phụ trách tổng hợp | tham mưu ...`, `Đảng ủy viên phụ trách xã A | chủ động ...`: staff by what they
# answer for, up to a word that only a duty has.
_DUTY_BEGINS = (
    r"(?:có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|phải|chủ trì|tham mưu|phối hợp|chủ động|kịp thời|thường xuyên"
    r"|bố trí|đôn đốc|khẩn trương|tiếp tục|tích cực)(?!\w)"
)
_STAFF = re.compile(
    r"(?:[Cc]huyên viên|[Cc]ông chức|[Cc]án bộ|[Vv]iên chức|[Nn]hân viên|[Bb]ộ phận|[^\W\d_]{2,5} ủy viên)"
    r"(?:, (?:công chức|viên chức))*"
    r" (?:(?:được (?:giao|phân công) )?(?:phụ trách|theo dõi)|làm công tác|chuyên trách)"
    rf" (?!{_DUTY_BEGINS})(?:, (?=[{LOWER}])|[^.;:,()\n]){{2,80}}?(?= {_DUTY_BEGINS})"
)
# `Các đồng chí Huyện ủy viên được phân công phụ trách xã | trực tiếp xuống địa bàn ...`
COMRADES = re.compile(
    r"(?:Các )?(?:[Đđ]ồng chí|[Đđ]/c) [^.;:()\n]{3,120}? được (?:phân công|giao)(?: nhiệm vụ)? (?:phụ trách|theo dõi)"
    rf" (?!{_DUTY_BEGINS})[^.;:()\n]{{2,60}}?"
    rf"(?=:|$|\n| (?:trực tiếp|xuống|tăng cường|kiểm tra|theo dõi)(?!\w)| {_DUTY_BEGINS})"
)
# `đề nghị địa phương rà soát ...`, `đề nghị Quý Sở, ngành chỉ đạo ...`: the one to whom a letter goes.
_COURTEOUS = (
    r"(?i:sở|ban|ngành|bộ|phòng|cục|vụ|viện|trường|hội|công ty|doanh nghiệp|bệnh viện|trung tâm|ủy ban|ubnd|tỉnh"
    r"|cơ quan|đơn vị|địa phương|tổ chức|nhà trường|cơ sở)(?!\w)"
)
_ADDRESSED = re.compile(
    rf"(?:[Cc]ác )?[Qq]uý {_COURTEOUS}(?:(?:,| và|/) ?(?:[Qq]uý )?{_COURTEOUS})*(?= )"
    r"|(?:địa phương|đơn vị|cơ quan|cộng đồng (?:doanh nghiệp|dân cư))(?= )"
)


_ASKING = re.compile(r"(?:đề nghị|yêu cầu|giao(?: cho)?|mong) $", re.IGNORECASE)


def courteously(text: str, start: int) -> int | None:
    """Where the name of those ends to whom a letter goes, if it begins at `start` (`Quý Sở`), or `None`.

    >>> courteously("đề nghị Quý Sở, ngành thực hiện các nội dung sau:", 8)
    21
    """
    asked = (
        _ADDRESSED.match(text, start)
        if text.startswith(("Quý", "quý", "các quý", "các Quý"), start)
        else None
    )
    return asked.end() if asked else None


def _addressed(text: str, start: int) -> Duty | None:
    asked = _ADDRESSED.match(text, start) if _ASKING.search(text, max(0, start - 12), start) else None
    if not asked or not patterns()["predicate"].match(text, asked.end()):
        return None
    return Duty((Span(start, asked.end()),), asked.end(), "request")


# `Chủ tịch UBND xã - Trưởng Ban Chỉ đạo: ...`: the post that the same person has in a committee.
_POST = re.compile(
    r",? ?[-–] ?(?:Phó )?(?:Trưởng|Tổ trưởng|Chủ tịch Hội đồng|Ủy viên|Thành viên|Đội trưởng)"
    r"(?: [^\W\d_]+(?:,(?= [^\W\d_]))?){0,12}(?=:\s*\S)"
)
# What tells how things stand, and gives nobody a duty; a name that only goes on for a word or two has no verb.
_STATES = re.compile(
    r"(?:còn|chưa|đã|đang|vẫn|bị|cơ bản|rất|mới|vừa|luôn|từng|kiêm|sẽ được|tự giải thể)(?!\w)|[^.;:,\n]{0,12}[.;]?\s*$"
)
# `Mặt trận Tổ quốc và các tổ chức chính trị - xã hội: Hội Nông dân, ...`: its members behind the colon.
_KINDS = re.compile(r"các (?:tổ chức|đoàn thể|hội|ban|phòng|đơn vị|ngành)(?!\w)")
# A run-in heading: the colon right after the name, or after a few words that belong to it (`Khoa Dược, vật tư:`).
_RUN_IN = re.compile(r"(?:,? [^\W\d_]+(?: [^\W\d_]+){0,4})??(?P<colon>:)\s*")
# `Ban Quản lý khu kinh tế: không tiếp nhận dự án ...`: what a body must not do is a duty too.
_FORBIDDEN = re.compile(
    r"(?:[Tt]uyệt đối )?[Kk]hông (?:cho phép|cho|để|cấp|tiếp nhận|giải quyết|bố trí|tổ chức)(?!\w)"
)
_LINKS = re.compile(
    r"\s*(?:được|đến|cho|tới|để|về|với|từ|đã|có|đang)(?!\w)"
)  # `... có liên quan đến ...` names no actor
# A list in which one name cannot be ended (`Vụ trưởng Vụ Khoa học, môi trường và Vật liệu, ...`) is over at the duty.
_BEFORE_DUTY = re.compile(
    r"(?P<list>[^.:()\n]{8,700}?),?(?: (?:trong phạm vi|căn cứ|theo) [^.;:()\n]{3,90}?,?)?"
    r" (?P<word>chịu trách nhiệm|có trách nhiệm|có nhiệm vụ|khẩn trương|có biện pháp|có giải pháp|tiếp tục|chủ động"
    r"|tăng cường|tích cực|phối hợp chặt chẽ"
    r"|căn cứ (?:[Qq]uyết|[Nn]ghị|[Cc]hỉ)[^,;.]{2,20}? thi hành"
    r"|(?:căn cứ [^,;.]{3,30} )?thi hành(?= (?:Quyết|Nghị|Chỉ|Kế hoạch|Quy|từ ngày ký)))(?!\w)"
)
_SURE_DUTY = re.compile(r"chịu|có (?:trách|nhiệm)|khẩn|.*thi hành")  # the others only where somebody is asked
_PARTED = re.compile(r"[,;] |(?<!\w)và ")
_LONGEST_NAME = 110  # characters


# Where somebody is asked more words show that the list is over (`Đề nghị Mặt trận, tổ tự quản môi trường tham gia`).
_ASKED_TO = re.compile(
    r"(?P<list>[^.:()\n]{8,400}?),? (?P<word>phối hợp (?:với|cùng)|chủ trì|phân công|hưởng ứng|thực hiện|triển khai"
    r"|tham gia|tuyên truyền|vận động)(?!\w)"
)


def _list_before_duty(text: str, start: int, rule: str) -> Duty | None:
    found = _BEFORE_DUTY.match(text, start)
    asked = _ASKED_TO.match(text, start) if rule == "request" else None
    if asked and (found is None or asked.end() < found.end()):
        found = asked
    words = field_of_work().sub(lambda field: "x" * len(field[0]), found["list"]) if found else ""
    if (
        not found
        or (rule != "request" and not _SURE_DUTY.match(found["word"]))
        or any(verb().match(words, part.end()) for part in _PARTED.finditer(words))
    ):
        return None
    spans = tuple(Span(start + a, start + b) for a, b in bodies_listed(found["list"]))
    if any(b - a > _LONGEST_NAME for a, b in spans):
        return None
    return Duty(spans, found.end("list"), rule)


# `Phó Chủ tịch UBND xã phụ trách kinh tế | trực tiếp chỉ đạo ...`
_IN_CHARGE = re.compile(
    r" phụ trách [^,.;:()\n]{2,50}?"
    r"(?= (?:trực tiếp|chỉ đạo|chủ trì|có trách nhiệm|chịu trách nhiệm|theo dõi|kiểm tra)(?!\w))"
)


# `Sở Y tế, UBND cấp xã được giao nhiệm vụ tại Điều 5 có trách nhiệm ...`: what narrows a list up to the word of duty.
_GIVEN = re.compile(
    r" được [^.;:()\n]{0,110}?(?=,? (?:có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|phải)(?!\w))"
    r"|,? được (?:phân công|giao|chỉ định)(?!\w)[^.;:()\n]{0,130}?"
    r"(?= thực hiện (?:rà soát|kiểm tra|đánh giá|việc|tổng hợp|thẩm định|công tác|lập)(?!\w))"
)
_WORD_FOLLOWS = re.compile(
    rf" (?:[{LOWER}]+ [^\W\d_]|(?!(?:năm|tháng|ngày|quý|số|khóa|lần|thứ|kỳ|đợt|từ|trên|có)(?!\w))[{LOWER}]+ \d)"
)  # `Bộ Tài chính xuất 4.000 tấn gạo`


_REST = re.compile(r"[^.;:,()\n]{0,90}")  # of a clause


def _widened(text: str, found: list[Span], end: int, rule: str) -> Duty | None:
    """`Các đơn vị cấp nước trên địa bàn tỉnh kiểm tra ...`: words that narrow a group run to the colon or the verb."""
    clause = _REST.match(text, end)
    stop = clause.end() if clause else end
    verb = patterns()["any_verb"].search(text, end, stop)
    if text[stop : stop + 1] == ":" and patterns()["any_action"].search(text, stop):
        return Duty((*found[:-1], Span(found[-1].start, stop)), stop, rule)
    if (
        verb
        and rule == "subject"
        and not _LINKS.match(text, end)
        and text[found[-1].start].isupper()
        and 0 < len(text[end : verb.start()].split()) <= 8
    ):
        last = end + len(text[end : verb.start()].rstrip())
        told = rule if verb[0].lower() in _SURELY_BINDS else "widened"
        return Duty((*found[:-1], Span(found[-1].start, last)), last, told)
    return None


_SURELY_BINDS = ("phải", "có trách nhiệm", "có nhiệm vụ")
