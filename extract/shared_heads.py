"""Several bodies under one head or of one place, said once.

Sở Nội vụ, Tài chính, Y tế           departments that share their head
Các Bộ trưởng: Tài chính, Y tế       ministers by their fields
Chủ tịch HĐND và UBND các huyện      two offices of one place
"""

from __future__ import annotations

import re

from extract.body_words import field_of_work, head, verb
from extract.group_words import PART

_OWN_NAME = re.compile(
    r"(?:Công an|Quốc phòng|Y tế) (?:các|tỉnh|thành|huyện|quận|xã|phường|cấp|địa phương|cơ sở)(?!\w)"
)
_NEXT_FIELD = re.compile(r"(?:, | và |, và )(?=[^\W\d_])")
_FIELDS_END = re.compile(
    r"[,;:.)]|$| (?:và|chịu|có|chủ trì|phối hợp|căn cứ|tổ chức|thực hiện|thi hành)(?!\w)"
)


def more_fields(text: str, here: int, end: int) -> int:
    """`Sở Nội vụ, Tài chính, Y tế`: more departments, whose fields alone are said (`extract.names` says them one by
    one)."""
    first = field_of_work().match(text, here + 1)
    if first is None or first.end() != end:
        return end
    while (part := _NEXT_FIELD.match(text, end)) and text[part.end()].isupper():
        field = field_of_work().match(text, part.end())
        alone = field and head().match(text, part.end()) is None and not _OWN_NAME.match(text, part.end())
        if not field or not alone:
            break
        if not _FIELDS_END.match(text, field.end()) and not verb().match(text, field.end() + 1):
            break
        end = field.end()
    return end


# `Chủ tịch HĐND và UBND các huyện`: two offices of one place.
TWO_OF_PLACE = re.compile(
    r" (?:HĐND|Hội đồng nhân dân) và (?:UBND|[ỦU][ỷỶy] ban nhân dân)(?= (?:các|tỉnh|huyện|xã|thành|quận|cấp|phường))"
)
_OF_MINISTRIES = re.compile(r"(?: (?:các )?[Bb]ộ)?: (?=[^\W\d_])")


def ministries(text: str, here: int) -> int | None:
    """`Các Bộ trưởng: Tài chính, Y tế`, as decisions of the Prime Minister closed: where the last field ends."""
    part = _OF_MINISTRIES.match(text, here)
    end = None
    while part and (field := field_of_work().match(text, part.end())):
        end = field.end()
        part = PART.match(text, end)
    return end
