"""How far the name of one body runs on: words with capitals, its field of work, then level, place and period.

A name ends before the verb of its duty; what looks like a verb may be part of a word (`Đăng ký`, `công trình`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from extract.body_words import (
    ENDS_IN_PLACE,
    FIRST_PLACE,
    LEVEL,
    LOWER,
    MORE_PLACES,
    PERIOD,
    STOP,
    UPPER,
    field_of_work,
    head,
    province_name,
    verb,
)
from rulebook.cues import any_of

_CAPITAL = re.compile(rf"[{UPPER}&][\w&'.]*(?:-(?=[{UPPER}])[\w&']+)*")
# `Công ty Quản lý, khai thác công trình thủy lợi`, `Vụ Truyền thông và Thi đua, khen thưởng`: one field of work, told
# by two verbs.
_PAIRED = re.compile(
    r"(?<=Quản lý), (?:khai thác|vận hành|sửa chữa|bảo trì|bảo dưỡng|bảo vệ)(?= )"
    r"|(?<=Thi đua), khen thưởng(?!\w)|(?<=Phòng), chống(?= )|(?<=Phòng cháy), chữa cháy(?!\w)"
    r"|(?<=Khám), chữa bệnh(?!\w)|(?<=học sinh), sinh viên(?!\w)|(?<=Sổ), [Tt]hẻ(?!\w)|(?<=Cứu nạn), cứu hộ(?!\w)"
    r"|(?<=hiết bị), vật tư y tế|(?<=[Vv]ật tư), (?:trang )?thiết bị y tế"
)
# `Phòng Quản lý xây dựng cơ bản`, `Trung tâm Kiểm định chất lượng công trình xây dựng`: building that is no verb, for
# nothing is built behind it.
_BUILDING = re.compile(
    r"(?:(?<=uản lý)|(?<=uy hoạch)|(?<=ông trình)|(?<=hất lượng)|(?<=inh tế)|(?<=hanh tra)|(?<=ỹ thuật)|(?<=iểm định))"
    r" xây dựng(?: cơ bản(?!\w)|(?=[,;:.)]|$)"
    rf"|(?= và [{UPPER}]"
    r"| (?:tỉnh|thành phố|huyện|quận|tự|chủ trì|phối hợp|tham mưu|có|phải|tổ chức|khẩn trương)(?!\w)))"
)
_ALONE = re.compile(r"(?:Sở|Bộ|Ty)$")  # these are no part of another body (`Ban Pháp chế HĐND tỉnh` is)
# `Cục Khoa học, Công nghệ và Thông tin`: three fields of one body that no list has.
_TWO_MORE = re.compile(
    rf", (?P<second>[{UPPER}][^\W\d_]*(?: [^\W\d_]+){{0,3}}) và (?=(?P<third>[{UPPER}][{LOWER}]))"
)
_SMALL = re.compile(rf"[{LOWER}]+")
_STEP = re.compile(r" ?[-–&] ?| (?:và )?| ")
# Words that may go on with a name though they begin names themselves (`Phòng Công an`, `Văn phòng Ban Chỉ đạo`).
_WITHIN = re.compile(
    r"(?:Công an|Quân sự|Thanh tra|Chi nhánh|Hội|Quỹ|Trường|Đại học|Ngân hàng|Bảo hiểm|Đoàn|Ban|Văn phòng|Báo|Đài"
    r"|Điện lực|Liên hiệp|Tổng công ty|Cảng)(?!\w)"
)

_JOINED = re.compile(
    r"(?:Kế toán|Thanh tra|Bảo vệ)(?!\w)"
)  # `Tổ Hành chính - Kế toán`: the second half of a unit


# `Phòng Khảo thí và Quản lý chất lượng`, `Ban Tuyên giáo - Nữ công`: a department joins a known field and its own.
_INNER = re.compile(r"(?:[Pp]hòng|Ban)$")
# `Phòng Đào tạo Sau Đại học`: whom a department of schools is for.
_SCHOOLING = re.compile(r"(?<=ào tạo) (?:[Ss]au [Đđ]ại học|[Đđ]ại học|[Cc]ao đẳng)(?!\w)")
_SECOND_FIELD = re.compile(rf" (?:và|[-–]) (?P<field>[{UPPER}][{LOWER}]+(?= [{LOWER}]))")


# `Phòng Quản lý nhà và thị trường bất động sản`: as a heading, a department's second field may have no capital.
_HEADING_TAIL = re.compile(
    r" và (?!(?:các|những|cơ quan|đơn vị|địa phương|đoàn thể|tổ chức|cá nhân|người)(?!\w))"
    rf"[{LOWER}]+(?: [{LOWER}]+){{1,5}}(?=:|$)"
)


def name_end(text: str, here: int, governed: bool = False) -> int:
    """The end of a name of which the text up to `here` is known: field, capitals, level and place, period."""
    field = field_of_work().match(text, here + 1) if text[here : here + 1] == " " else None
    if (
        field
        and field[0].islower()
        and not text.endswith("Sở", 0, here)
        and (acts := verb().match(text, here + 1))
        and acts.end() == field.end()
    ):
        field = None  # `Trưởng thôn tổ chức ...`: the verb of the duty, no field of work
    if field and (governed or "," in field[0]):
        end = field.end()
        if schooling := _SCHOOLING.match(text, end):
            end = schooling.end()
        if _INNER.search(text, max(0, here - 5), here) and (second := _SECOND_FIELD.match(text, end)):
            end = capitals_end(text, end, 3) if head().match(text, second.start("field")) is None else end
    else:
        end = max(field.end() if field else here, capitals_end(text, here, 5))
    if text.startswith(", ", end) and (more := _TWO_MORE.match(text, end)):
        parts = (more.start("second"), more.start("third"))
        if not governed and all(head().match(text, part) is None for part in parts):
            end = capitals_end(text, more.end() - 1, 5)
    if text.startswith(", ", end) and _DEPARTMENT.search(text, max(0, here - 5), here):
        end = _second_small(text, end)
    if text.startswith(" và ", end) and _INNER.search(text, max(0, here - 5), here):
        tail = _HEADING_TAIL.match(text, end)
        end = tail.end() if tail else end
    alone = field is not None and _ALONE.search(text, max(0, here - 3), here) is not None
    inner = head().match(text, end + 1) if not alone and text[end : end + 1] == " " else None
    return _counted(text, here, level_end(text, inner.end() if inner and inner.lastgroup == "whole" else end))


# `Phòng Chính trị, tư tưởng`, `Vụ Công tác học sinh, sinh viên`: what a department is for, in two words, the second
# without a capital. It is known by what follows: the end, a colon or bracket, another name, or a duty.
_DEPARTMENT = re.compile(r"(?<!\w)(?:[Pp]hòng|Vụ|Ban|Khoa|Cục)$")
_SECOND_SMALL = re.compile(
    rf", (?P<field>[{LOWER}]+ [{LOWER}]+)(?=\.?$|:| \(|\n|(?:,| và) (?:các |[{UPPER}])"
    r"| (?:chủ trì|phối hợp|tham mưu|có trách nhiệm|theo dõi|hướng dẫn|tổng hợp|chịu trách nhiệm)(?!\w))"
)


def _second_small(text: str, here: int) -> int:
    found = _SECOND_SMALL.match(text, here)
    if found is None:
        return here
    start = found.start("field")
    known = (verb(), head(), LEVEL, STOP, _OTHERS)
    if any(pattern.match(text, start) for pattern in known):
        return here
    end = found.end()
    third = text.startswith(" và ", end) and head().match(text, end + len(" và ")) is None
    return capitals_end(text, end, 3) if third else end  # `Vụ Khoa học, môi trường và Vật liệu`


# What begins the next member of a list, or another clause.
_OTHERS = re.compile(rf"(?:{any_of('group_noun')}|{any_of('adverb_open')})(?!\w)")
# `Vụ Pháp chế và Văn phòng phối hợp`, `Công ty Thủy lợi và Nhà máy thủy điện ...`: the next of a list.
_OWN_OFFICE = re.compile(
    rf"Văn phòng(?= [{LOWER}]|[,.;)])|(?:Nhà máy|Công ty|Xí nghiệp|Hợp tác xã)(?= [{LOWER}])"
)


def capitals_end(text: str, here: int, most: int) -> int:
    """Words with capitals, each followed by at most `most` without, as compounds are written (`Chính sách xã hội`)."""
    begin, small = here, 9
    while True:
        if text.startswith(", ", here) and (paired := _PAIRED.match(text, here)):
            here, small = paired.end(), 0
        if text.startswith(" xây dựng", here) and (building := _BUILDING.match(text, here)):
            here, small = building.end(), 0
        step = _STEP.match(text, here)
        if not step:
            return here
        after = step.end()
        if word := _CAPITAL.match(text, after):
            if (
                here > begin
                and (head().match(text, after) or _OWN_OFFICE.match(text, after))
                and not (step[0] == " " and _WITHIN.match(text, after))
                and not (step[0] == " - " and _JOINED.match(text, after))
            ):
                return here
            here, small = word.end(), 0
            continue
        if (
            0 < small <= 2
            and text[after : after + 1] in _FIELD_BEGINS
            and (field := _small_field_at(text, after))
        ):
            here, small = field, 0
            continue
        word = _SMALL.match(text, after)
        if word is None or step[0] != " " or small >= most or _ends_name(text, after, small):
            return here
        here, small = word.end(), small + 1


_FIELD_BEGINS = frozenset("tnkgvl")


def _small_field_at(text: str, here: int) -> int | None:
    """The end of a field of several parts with which a name goes on in small letters (`Trung tâm Truyền thông | tài
    nguyên và môi trường`)."""
    if " và " not in text[here : here + _FIELD]:
        return None
    field = field_of_work().match(text, here)
    return field.end() if field and " và " in field[0] else None


_FIELD = 40  # characters
# `Phòng Quản lý xây dựng | rà soát ...`: what an office manages or assesses, where no object follows but its duty.
_MANAGES = ("Quản lý ", "Giám định ", "Kiểm định ")
_MANAGED = re.compile(r"(?:xây dựng|đầu tư|đào tạo|khai thác|vận tải|bảo trì)(?!\w)")
_NO_OBJECT = re.compile(r"\s*(?:[,.;:)]|$)| (?:và|có trách nhiệm)(?!\w)")


def _ends_name(text: str, start: int, small: int) -> bool:
    """A short verb right after a capital may be the rest of a compound (`Đăng ký`), if the two together are a word."""
    found = verb().match(text, start)
    if found and (managed := _MANAGED.match(text, start)) and text.endswith(_MANAGES, 0, start):
        after = managed.end()
        found = None if _NO_OBJECT.match(text, after) or verb().match(text, after + 1) else found
    compound = found is not None and (
        (small == 0 and _compound(text, start, found.end())) or noun_before(text, start, found.end())
    )
    stops = STOP.match(text, start) and not (
        (text.startswith("bằng ", start) and text.endswith("đồng ", 0, start))
        or (text.startswith("không ", start) and text.endswith("Hàng ", 0, start))
    )
    return bool((found and not compound) or LEVEL.match(text, start) or stops)


@lru_cache(maxsize=1)
def _nouns() -> re.Pattern[str]:
    return re.compile(any_of("noun_like_verb"))


def noun_before(text: str, start: int, end: int) -> bool:
    """Whether what looks like a verb ends a noun with the word before it (`công trình`, `truyền hình`)."""
    begin = text.rfind(" ", 0, start - 1) + 1
    for here in (begin, text.rfind(" ", 0, max(0, begin - 1)) + 1):
        found = _nouns().match(text[here:end].lower())
        if found is not None and found.end() > start - here:
            return True
    return False


def _compound(text: str, start: int, end: int) -> bool:
    word = text[text.rfind(" ", 0, start - 1) + 1 : end].lower()
    found = verb().match(word)
    return found is not None and found.end() == len(word) and " " in word


# `Công ty Truyền tải điện 1`, `Nhà máy thủy điện Đồng Nai 5`: works that are counted.
_WORKS = re.compile(
    r"(?:Công ty|Nhà máy(?: [^\W\d_]+){0,2}|Xí nghiệp|Nông trường|Lâm trường|Ban QLDA|Đoạn|Trại giam)$"
)
_COUNT = re.compile(r" \d{1,3}(?=[,;:)]|\.?$|\. | (?:và|chủ trì|phối hợp|có|chịu|phải)(?!\w))| \d{1,3}(?= )")


def _counted(text: str, here: int, end: int) -> int:
    """The end of a name with its number, behind which a mark or the verb of its duty stands."""
    number = _COUNT.match(text, end) if _WORKS.search(text, max(0, here - 24), here) else None
    if not number or (
        text[number.end() : number.end() + 1] == " " and not verb().match(text, number.end() + 1)
    ):
        return end
    return number.end()


# `Hải quan khu vực X`, `Thuế cơ sở 3`: offices that are counted.
_NUMBERED = re.compile(r"(?:[Kk]hu vực|[Cc]ơ sở|Quân khu|Quân đoàn)$")
_ORDINAL = re.compile(r"(?:[IVX]+(?!\w)|\d{1,2}(?![\d/.,-]))")


def level_end(text: str, here: int) -> int:
    """Level, place and period after a name, as many as there are."""
    while True:
        following = text[here : here + 2]
        found = PERIOD.match(text, here) if following in _PERIOD_BEGINS else None
        if following[:1] == " ":
            named = following[1:].isupper() or following == " -"
            found = (
                LEVEL.match(text, here + 1)
                or (province_name().match(text, here + 1) if named else None)
                or (_ORDINAL.match(text, here + 1) if _is_numbered(text, here) else found)
            )
        if not found:
            return here
        here = _after_places(text, found) if found.re is LEVEL else found.end()


def _after_places(text: str, level: re.Match[str]) -> int:
    """Behind a level with its place, the offset after the places that follow it; those of one level only behind
    `các`, others with their level each. No name of a body is one."""
    here, several = level.end(), level[0].startswith(("các ", "của các ", "thuộc các "))
    if several and (first := FIRST_PLACE.match(text, here)):
        here = first.end()
    elif text[here : here + 2] not in _MORE or not ENDS_IN_PLACE.match(level[0]):
        return here
    elif listed := _LIKE_PLACES.match(text, here):
        return (
            listed.end()
            if head().match(text, here + 2) is None and verb().match(text, listed.end() + 1)
            else here
        )
    while (more := MORE_PLACES.match(text, here)) and (several or more["unit"]):
        if more["unit"] and _tier(more["unit"]) != _tier(level[0]):
            break  # `UBND xã Tân Lập, huyện Cam Lộ`: where it lies
        if not more["place"].startswith("Hội ") and head().match(text, more.start("place")):
            break
        here, several = more.end(), several or (more["unit"] or "").startswith("các ")
    return here


# `UBND huyện Ba Tri, Bình Đại, Thạnh Phú | chủ động ...`
_LIKE_PLACES = re.compile(
    rf"(?:(?:, | và )[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+){{1,2}}){{1,6}}(?= [{LOWER}])"
)
_COMMUNE = re.compile(r"(?<!thị )xã|phường|thị trấn|đặc khu", re.IGNORECASE)


def _tier(level: str) -> str:
    if _COMMUNE.search(level):
        return "commune"
    return "province" if "tỉnh" in level.lower() else "district"


_MORE = (", ", " v")  # with which a further place begins


# The first two characters of a period behind a name (`, giai đoạn ...`, ` khóa X`).
_PERIOD_BEGINS = frozenset({" g", " n", " k", ", ", ",g", ",n", "gi", "nh"})


def _is_numbered(text: str, here: int) -> bool:
    return text.endswith(("vực", "sở", "khu", "đoàn"), 0, here) and bool(
        _NUMBERED.search(text, max(0, here - 9), here)
    )
