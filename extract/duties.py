"""Who must do it: the subject of a duty (cơ quan chủ trì) that a sentence names.

A sentence names its subject where a clause begins: at its start, after the word of a request (`Đề nghị`, `Giao`),
after a label (`Thời gian báo cáo:`) or after an opening phrase (`Căn cứ nhiệm vụ được giao, ...`). A sentence that
begins with a verb names nobody: its subject is inherited. A body after `chỉ đạo`, `hướng dẫn`, `báo cáo`, `gửi` is
an object:

    Trên cơ sở Kế hoạch này, | đề nghị | UBND các huyện | chỉ đạo các xã xây dựng ...
    opening                    request   subject          verb   (object)
"""

from __future__ import annotations

import re

from extract.bodies import Span, bodies, body_at, body_list, group_at
from extract.body_groups import is_group
from extract.body_words import PERSON, verb
from extract.duty import (
    ADDRESS,
    OBLIGED,
    OFFICE_NEXT,
    Duty,
    actors,
    after_directive,
    after_person,
    patterns,
    shifted,
)
from extract.subjects import subject_at
from extract.time_openings import time_prefix

_MOST_LABELS = 3  # one after another before a duty (`2. Về nhân sự: Tiến độ: Sở Y tế ...`)


# `Đối với các đơn vị đang thi công (trường A, trường B): phối hợp với ...`
_THOSE_WHO = re.compile(
    r"Đối với (?P<who>(?:các|những) [^\W\d_]+(?: [^\W\d_]+){0,3} (?:đang|chưa|còn) [^:;.()\n]{2,60}?)"
    r"(?: \([^()]*\))?: (?=\S)"
)
# `Họp tổng kết giữa Đoàn và đơn vị để ...`, `Nội bộ nhóm họp thống nhất ...`: those who meet.
_BETWEEN = re.compile(
    r"(?:Họp|Làm việc|Trao đổi)(?: [^\W\d_]+){0,3} giữa (?!năm|kỳ|các bên)([^,.;:()\n]{2,50}?) và ([^,.;:()\n]{2,50}?)"
    r"(?= (?:để|về|nhằm)(?!\w)|[,.;]|$)"
)
_WITHIN = re.compile(
    r"Nội bộ ((?:các )?(?:nhóm|tổ|đoàn|đơn vị|phòng|cơ quan|khoa|ban)(?: [^\W\d_]+){0,3}?)"
    r"(?= (?:họp|thống nhất|rà soát|thảo luận|phân công|tổ chức)(?!\w))"
)
# `UBND các xã nào để dịch lây lan thì Chủ tịch UBND xã đó phải kiểm điểm`: the duty is behind the word.
_WHICH_OF_THEM = re.compile(r"[^.;:]{3,90} nào [^.;:]{3,140} thì (?=[^\W\d_])")

# `Phê bình và yêu cầu Bộ A kiểm điểm ...`: a judgement before the request.
_JUDGES = re.compile(
    r"(?:Phê bình|Biểu dương|Nhắc nhở|Ghi nhận|Hoan nghênh)(?: [^\W\d_]+){0,3} và (?=yêu cầu|đề nghị|giao)"
)


def sentence_duty(text: str, end: int | None = None, labels: int = _MOST_LABELS) -> Duty | None:
    """The subject that the sentence names with which `text` begins, or `None` where it names nobody. `end` is where
    that sentence ends; only a list of bodies at its start may run on. So many `labels` may stand before the duty.

    >>> text = "Căn cứ nhiệm vụ được giao, các Sở, ban, ngành xây dựng kế hoạch"
    >>> [text[a:b] for a, b in sentence_duty(text).lead]
    ['các Sở, ban, ngành']
    """
    if (which := _WHICH_OF_THEM.match(text)) and (of_them := _conditional(text, which.end())):
        return of_them
    if (those := _THOSE_WHO.match(text)) and patterns()["begins"].match(text, those.end()):
        return Duty((Span(*those.span("who")),), those.end(), "subject")
    if text.startswith("Nay ") and (now := sentence_duty(text[4:], end - 4 if end else None, labels)):
        return shifted(now, 4)  # `Nay giao cho Sở A ...`, as decisions used to begin
    if (judged := _JUDGES.match(text)) and (asked := _requested(text[judged.end() :], None)):
        return shifted(asked, judged.end())
    if meeting := _BETWEEN.match(text) or _WITHIN.match(text):
        who = tuple(Span(*span) for span in meeting.regs[1:] if span[0] >= 0)
        return Duty(who, meeting.end(), "subject")
    start = after_directive(text, 0) or after_person(text, 0)
    if start == 0:
        start = time_prefix(text) or _ALONE.match(text).end()  # type: ignore[union-attr]
    if duty := subject_at(
        text, start, "subject" if start == 0 or _ALONE.fullmatch(text, 0, start) else "request"
    ):
        return _of_request(text, duty)
    if obliged := OBLIGED.match(text, start, end or len(text)):
        return Duty(tuple(actors(text, Span(start, obliged.end()))), obliged.end(), "subject")
    sentence = text[:end]
    longest = _LONG_TOPIC if sentence.startswith(_TOPICS) else _LABEL
    label_end = _LABEL_END.search(sentence, 0, longest) if labels else None
    if label_end and (
        inner := sentence_duty(text[label_end.end() :], len(sentence) - label_end.end(), labels - 1)
    ):
        return shifted(inner, label_end.end())
    if start == 0 and patterns()["action"].match(sentence) and not _opens(sentence):
        return _requested(text, end)
    if asked := _requested(text, end):
        return asked
    opened = _after_opening(sentence)
    return _of_request(sentence, opened) if opened else None


_LABEL_END = re.compile(r"(?<!như)(?<!gồm):\s+")  # `các cơ quan liên quan như: Công an, ...` tells examples
_LABEL, _LONG_TOPIC = 100, 240  # characters; `Đối với nguồn vốn ..., vốn ...: các chủ đầu tư ...` may be long
_TOPICS = ("Đối với ", "Về ", "Trong ", "Công tác ", "Việc ")
# One body singled out of those spoken of; a word that draws the conclusion from what was told before.
_ALONE = re.compile(
    r"(?:(?:[Rr]iêng(?: đối với)?|(?:Vì (?:vậy|thế)|Do (?:vậy|đó)|Bởi vậy|Như vậy|Theo đó|Từ đó|Mặt khác),?) )?"
)
_CARRIES_OUT = re.compile(
    r"(?:thực hiện|triển khai|thi hành|tiếp thu)(?: \w+)? "
    r"(?:Nghị|Quyết|Kế|Chỉ|Công (?:văn|điện)|Thông (?:báo|tư|tri)|Luật|Kết luận|ý kiến|chỉ đạo)",
    re.IGNORECASE,
)


_ENDING = re.compile(r"Kết thúc [^,;.:]{3,60}, ")


def _opens(text: str) -> bool:
    """`Thực hiện Nghị quyết số ..., Sở Y tế ...`, `Kết thúc đợt kiểm tra, Sở Y tế ...` open a sentence, though they
    begin with a verb."""
    return bool(_CARRIES_OUT.match(text) or _ENDING.match(text))


_ENTRUSTS = (
    r"(?:giao|phân công)(?: (?:nhiệm vụ|trách nhiệm))?(?: cho)?|ủy quyền(?: cho| để)?"
    r"|đồng ý(?: cho| để| giao(?: cho)?)?"
)
_ASKING = (
    "giao",
    "đề nghị",
    "yêu cầu",
    "phân công",
    "ủy quyền",
    "đồng ý",
)  # one of them stands in every request
_REQUEST = re.compile(
    rf"(?<!\w)(?:(?:kính|trân trọng)\s+)?(?:đề nghị|yêu cầu|{_ENTRUSTS})\s+"
    rf"(?:(?:{ADDRESS}{OFFICE_NEXT}|đồng chí|đ/c)\s+)?(?=\S)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\s*(?:(?:cũng|thông báo,?(?: và)?) )?(?:(?:kính|trân trọng) )?"
    rf"(?:đề nghị|yêu cầu|{_ENTRUSTS})\s+(?:(?:{ADDRESS}{OFFICE_NEXT}|đồng chí|đ/c)\s+)?"
)


def _of_request(text: str, duty: Duty) -> Duty:
    """`UBND huyện yêu cầu các phòng, ban ...`: the duty is that of the bodies who are asked, unless a group asks. Many
    issue no document: `UBND các huyện yêu cầu UBND cấp xã ...` is their duty."""
    asked = _ASKS.match(text, duty.after)
    if not asked or is_group(text[duty.lead[-1].start : duty.lead[-1].end]):
        return duty
    inner = subject_at(text, asked.end(), "request")
    begged = inner is None and ("đề nghị" in asked[0] or "yêu cầu" in asked[0])
    if begged and (end := group_at(text, asked.end())) and patterns()["predicate"].match(text, end):
        inner = Duty((Span(asked.end(), end),), end, "request")
    if inner is None and (named := body_list(text, asked.end()))[0]:
        inner = Duty(
            tuple(named[0]), named[1], "request"
        )  # `Bộ A đề nghị Bộ B có ý kiến`: who asks does not do it
    return inner or duty


# `Ủy ban MTTQ xã kêu gọi các cơ quan, doanh nghiệp ủng hộ ...`
_CALLS_UPON = re.compile(r"\s*(?:(?:trân trọng|tha thiết) )?kêu gọi(?: và vận động)? ")


def called_upon(text: str, duty: Duty) -> Duty | None:
    """The duty of those whom the body of `duty` calls upon; `None` where it calls upon nobody, or on people at large.

    >>> text = "UBND xã kêu gọi các doanh nghiệp ủng hộ Quỹ."
    >>> [text[a:b] for a, b in called_upon(text, sentence_duty(text)).lead]
    ['các doanh nghiệp']
    """
    calls = _CALLS_UPON.match(text, duty.after)
    return subject_at(text, calls.end(), "request") if calls else None


def _requested(text: str, stop: int | None) -> Duty | None:
    """`..., đề nghị UBND các huyện chỉ đạo ...`: the body after the word of a request, where a clause begins, up to
    `stop`; the list of those who are asked may run on over semicolons."""
    if not any(map(text.lower().__contains__, _ASKING)):
        return None
    for found in _REQUEST.finditer(text, 0, len(text) if stop is None else stop):
        before = text[: found.start()].rstrip()
        if before and not before.endswith(_BEFORE_REQUEST) and not _ends_in_body(before):
            continue
        duty = subject_at(text, found.end(), "request")
        if duty and not (before and len(duty.lead) == 1 and _NOBODY.fullmatch(text, *duty.lead[0])):
            return duty
    return None


# `Nhận được văn bản này, đề nghị ...`, `nếu có vướng mắc đề nghị ...`
_BEFORE_REQUEST = (",", ";", ":", ".", " này", "vướng mắc", "phát sinh", "khó khăn")
# `Kiện toàn Ban Chỉ huy, phân công thành viên phụ trách từng thôn`: whoever it may be.
_NOBODY = re.compile(
    r"(?:từng |các )?(?:thành viên|cán bộ|công chức|lãnh đạo|người|nhân viên|viên chức|đồng chí)(?: lãnh đạo)?"
)


_CLAUSE = re.compile(r"[,;:]\s+|\s(?:thì|do)\s+|(?:(?<=vướng mắc)|(?<=khó khăn)|(?<=phát sinh)) (?=các )")


# `Là cơ quan thường trực, phối hợp với ...` is said of the body in the heading.
_WHAT_IT_IS = ("Là cơ quan ", "Là đơn vị ", "Là đầu mối")
# `trên cơ sở dự toán do các đơn vị lập, thẩm định ...`: who made what the duty rests on.
_ON_BASIS = re.compile(r"(?<!\w)trên cơ sở [^,;.]{2,60}$", re.IGNORECASE)
_MADE_BY = re.compile(r" (?:lập|xây dựng|đề xuất|trình|cung cấp|gửi|báo cáo|ban hành|tổng hợp), ")
_PASSIVE = re.compile(r"(?<!\w)được (?:các |sự )[^,;.]{2,40}$")  # `đã được các cấp, các ngành quan tâm`


def _after_opening(text: str) -> Duty | None:
    """The first body that stands where a clause begins and has a verb after it."""
    opens = patterns()["opening"].match(text) or _WHICHEVER.match(text)
    if not opens or text.startswith(_WHAT_IT_IS) or _has_helpers_only(text):
        return None
    if then := _THEN.search(text):
        return _conditional(text, then.end()) or _who_seeks(text, then.end())
    by: Duty | None = (
        None  # `tài liệu do Bộ A cung cấp` names who does it only where no clause of its own follows
    )
    for clause in _CLAUSE.finditer(text):
        if _SENDS.match(text, clause.end()):
            break  # what comes behind the verb is who gets it
        if _PASSIVE.search(text, max(0, clause.start() - 60), clause.start()):
            continue
        before = text[max(0, clause.start() - _NEAR) : clause.start()]
        if _is_object(text, clause.end(), before):
            continue
        duty = subject_at(text, clause.end(), "opening")
        does_it = not clause[0].strip().endswith("do")
        if (
            does_it
            and (not duty or (duty.rule == "opening" and len(duty.lead) == 1))
            and (whole := OBLIGED.match(text, clause.end()))
        ):
            return Duty(tuple(actors(text, Span(clause.end(), whole.end()))), whole.end(), "opening")
        if duty and (aside := _ASIDE.match(text, duty.after)) and body_at(text, aside.end()) is not None:
            continue
        if duty:
            if does_it:
                return duty
            if not (_ON_BASIS.search(before) and _MADE_BY.match(text, duty.after)):
                by = by or duty
    return by or _unparted(text)


def _is_object(text: str, start: int, before: str) -> bool:
    """Whether the body at `start` is one more of those who are told, given or directed, by what stands before it."""
    if _ends_in_body(before) or _PARTY.search(before) or (" cho " in before and _GIVES.search(before)):
        return True
    return text.startswith("các ", start) and bool(_DIRECTS_GROUP.search(before))


def _has_helpers_only(text: str) -> bool:
    """`Cùng với Sở A, Sở B rà soát ...`: a list of those who help, and the verb right behind it."""
    helpers = body_list(text, len(_TOGETHER))[1] if text.startswith(_TOGETHER) else 0
    return helpers > len(_TOGETHER) and bool(verb().match(text, helpers + 1))


_TOGETHER = "Cùng với "
_NEAR = 320  # characters before a clause that may tell what it is part of
_PARTY = re.compile(r"(?<!\w)(?:cấp ủy|chi ủy|đảng ủy)$")  # `tham mưu cho cấp ủy, chính quyền, ...`
# `cung cấp cho Bộ A, Bộ B thông tin`: more of those who are given something.
_GIVES = re.compile(
    r"(?:cung cấp|trao đổi|bàn giao|chuyển giao|gửi|thông báo|báo)(?: \w+){0,2} cho (?:[^\W\d_]+,? ){1,30}[^\W\d_]+$"
)
# `chỉ đạo các trường tiểu học, các trường nghề lồng ghép ...`: more of those who are directed.
_DIRECTS_GROUP = re.compile(
    r"(?:^|[,;] )(?:chỉ đạo|hướng dẫn|đôn đốc|vận động) các (?:(?!phải|cần)[^\W\d_]+(?: |$)){1,8}$"
)
# `theo đề nghị của Sở A, UBND xã theo quy định tại Điều 2, Sở B chủ trì ...`: what is told of the one before.
_ASIDE = re.compile(r" theo (?:quy định|phân công|đề nghị)[^.;:,\n]{0,70}, ")
_SENDS = re.compile(r"(?:gửi|nộp|chuyển)(?! đổi)(?!\w)")


# `Về việc này, Thủ tướng Chính phủ Lê Văn Hải giao Bộ Y tế ...`: the person stands behind the office.
_PERSON = re.compile(rf" {PERSON}")


def _ends_in_body(text: str) -> bool:
    tail = text[-90:]
    last = max(bodies(tail), default=None)
    if last is None or not (last.end == len(tail) or _PERSON.fullmatch(tail, last.end)):
        return False
    return last.start < 2 or tail[: last.start].rstrip().endswith((",", ".", ";"))


_THEN = re.compile(r"\sthì\s+")
# `Khu nào bầu không đủ tỷ lệ thì UBND xã quyết định ngày bầu lại`
_WHICHEVER = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,3} nào (?=[^.;:]{3,140} thì )")
_MUST = re.compile(r"\s(?:sẽ|phải|cần|có trách nhiệm|chịu trách nhiệm)(?!\w)")


def _conditional(text: str, start: int) -> Duty | None:
    """`Trong trường hợp ... thì ... sẽ ...`: the body between the two words, with what narrows it."""
    must = _MUST.search(text, start)
    if must and body_at(text, start) is not None and not re.search(r"[;.]", text[start : must.start()]):
        found, end = body_list(text, start)
        if end >= must.start():
            return Duty(tuple(found), end, "opening")
        return Duty((Span(start, must.start()),), must.start(), "opening")
    return subject_at(text, start, "opening")


# `Trường hợp tổ chức, cá nhân có nhu cầu đổi phù hiệu thì nộp ...`: who seeks something does what follows.
_SEEKS = re.compile(
    r"(?:Trường hợp|Trong trường hợp|Nếu) (?P<who>(?:các )?(?:tổ chức|cá nhân|cơ quan|đơn vị|doanh nghiệp|hộ gia đình"
    r"|người dân)(?:, (?:tổ chức|cá nhân|doanh nghiệp|hộ gia đình|cơ quan|đơn vị))*)"
    r" có (?:nhu cầu|yêu cầu|nguyện vọng)(?!\w)[^.;]*$"
)


def _who_seeks(text: str, start: int) -> Duty | None:
    found = _SEEKS.match(text, 0, start)
    if not found or not patterns()["predicate"].match(text, start):
        return None
    return Duty((Span(*found.span("who")),), start, "opening")


_STARTS_ACTING = re.compile(
    r"\s(?:khẩn trương|chủ động|có trách nhiệm|tổ chức|xây dựng|chỉ đạo|triển khai|phải|chủ trì|đề nghị|quyết định)"
)


_FOR = re.compile(r"Đối với\s+")
_OUGHT = re.compile(r"(?<!\w)(?:phải|cần|có trách nhiệm)(?!\w)")
_GROUNDS = re.compile(r"(?:Căn cứ|Trên cơ sở|Theo|Quá trình|Khi)(?!\w)")
_OBJECT = re.compile(r"(?:của|do|với|về|từ|cho|giao)\s*$")


def _unparted(text: str) -> Duty | None:
    """`Căn cứ nhiệm vụ được phân công các Sở, ban, ngành khẩn trương ...`; `Đối với cấp xã, ... phải ...`."""
    if found := _FOR.match(text):
        named, end = body_list(text, found.end())
        if named and _OUGHT.search(text[end:]):
            return Duty(tuple(named), end, "opening")
    if _GROUNDS.match(text):
        for body in bodies(text[:300]):
            named, end = body_list(text, body.start)
            if _OBJECT.search(text[: body.start]):
                continue
            if _STARTS_ACTING.match(text, end):
                return Duty(tuple(named), end, "opening")
    return None
