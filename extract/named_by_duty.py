"""Those whom documents bind without a name: kinds of people and bodies, by what they do or seek, up to a word of duty.

Cán bộ, công chức làm việc tại bộ phận một cửa | có trách nhiệm ...
Tổ chức, cá nhân có nhu cầu đỗ xe | liên hệ Ban Quản lý
"""

from __future__ import annotations

import re

from extract.bodies import Span, body_at
from extract.duty import Duty, patterns

# `Cán bộ, công chức làm việc tại bộ phận một cửa có trách nhiệm ...`: a kind of people or bodies is named by what they
# do, up to the word of duty; `Sở Y tế quản lý ...` is a name, and the verb is its duty.
_KIND = re.compile(
    r"(?:(?:[Cc]ác|[Mm]ọi|[Nn]hững) )?(?:[Cc]ơ quan nhà nước|[Cc]ơ quan|[Đđ]ơn vị|[Tt]ổ chức|[Cc]á nhân|[Dd]oanh nghiệp"
    r"|[Cc]ơ sở|[Cc]án bộ|[Cc]ông chức|[Vv]iên chức)(?:, (?:tổ chức|cá nhân|công chức|viên chức|đơn vị|cơ quan))*"
    r"(?: khác)?"
)
_DO = re.compile(
    r"(?: khác)? (?:làm việc|công tác|hoạt động|kinh doanh|sản xuất|cung cấp|sử dụng|khai thác|quản lý|tham gia"
    r"|vận hành|là chủ|được giao(?: nhiệm vụ)?|được phân công|thực hiện|cấp)(?!\w)"
    r"(?! (?:nghiêm|tốt|chặt chẽ|đầy đủ|có hiệu quả|hiệu quả))(?:v\.v|[^.;:()\n]){2,170}?"
    r"(?=,? (?:(?:đều )?phải|có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|chịu sự quản lý|thực hiện các quyền"
    r"|là (?:các|những) chức danh)(?!\w)"
    r"|(?<!,) phối hợp[ ,])"
)
# `Các đơn vị cung cấp danh sách những hộ phải di dời`: others than the subject must.
_OTHERS = re.compile(r"(?<!\w)(?:những|danh sách|số|trường hợp|từng)(?!\w)|(?<!\w)các \w+(?: \w+){0,2}$")
_NEXT_ACTOR = re.compile(r"[,;] |(?<!\w)(?:thì|nếu|khi) ")


def by_what_they_do(text: str, found: list[Span], end: int) -> Span | None:
    """The last of the bodies `found`, which are over at `end`, with what it does, if it is a kind of people or bodies
    and a word of duty follows.

    >>> text = "Cơ quan nhà nước quản lý dữ liệu có trách nhiệm sao lưu"
    >>> found = by_what_they_do(text, [Span(0, 16)], 16)
    >>> text[found.start : found.end]
    'Cơ quan nhà nước quản lý dữ liệu'
    """
    last = found[-1]
    does = _DO.match(text, end) if _KIND.fullmatch(text, last.start, last.end) else None
    if not does or any(
        body_at(text, joint.end()) is not None for joint in _NEXT_ACTOR.finditer(text, end, does.end())
    ):
        return None
    if text.startswith(" phải", does.end()) and _OTHERS.search(text, end, does.end()):
        return None
    case = text.find(" khi ", end, does.end())  # in which case is no part of the name
    return Span(last.start, does.end() if case < 0 else case)


# `Tổ chức, cá nhân có nhu cầu đỗ xe liên hệ Ban Quản lý`: a pair of kinds without `các`, with what they seek. What they
# are entitled to, and what they are, is no duty.
_PAIR = re.compile(
    r"(?:[Cc]ơ quan|[Đđ]ơn vị|[Tt]ổ chức|[Cc]á nhân|[Dd]oanh nghiệp)"
    r"(?:, (?:cơ quan|đơn vị|tổ chức|cá nhân|doanh nghiệp|hộ gia đình))+(?: (?:khác|có liên quan|liên quan))?(?=,? )"
    r"(?![^.;:,]{0,70}(?<!\w)(?:được|bị|là|vi phạm)(?!\w))"
)
_SEEK = re.compile(
    r" có (?:yêu cầu|nhu cầu|nguyện vọng|đề nghị)(?!\w)[^.;:,()\n]{2,110}?"
    r"(?= (?:liên hệ|nộp|gửi|lập|chuẩn bị|đăng ký|phải|có trách nhiệm|thực hiện)(?!\w))"
)


def pair_at(text: str, start: int, rule: str) -> Duty | None:
    """The pair of kinds that begins at `start` and has a verb after it, or `None`."""
    pair = _PAIR.match(text, start)
    if not pair:
        return None
    seek = _SEEK.match(text, pair.end())
    if not seek and not patterns()["predicate"].match(text, pair.end()):
        return None
    end = (seek or pair).end()
    return Duty((Span(start, end),), end, rule)
