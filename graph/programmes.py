"""The programmes that a document sets up or carries out (chương trình, đề án, chiến lược), by its title.

    Phê duyệt Chương trình nâng cao năng lực phòng cháy, chữa cháy     sets it up
    Thực hiện Đề án 06 trên địa bàn tỉnh                               carries it out

A title names it by its kind in a capital letter and its name, up to where or for when it is carried out here (Nghị định
30/2020/NĐ-CP, Phụ lục I: trích yếu). A programme of several periods is another one in each of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rulebook.spelling import key

_KIND = re.compile(r"(?<!\w)(?:các )?(?P<kind>Chương trình|Đề án|Chiến lược)(?= )")
_PERIOD = re.compile(r"(?:,? (?:trong )?giai đoạn| thời kỳ) (?P<from>\d{4}) ?[-\u2013] ?(?P<to>\d{4})")
_END = re.compile(
    r"[,;]? (?:trên địa bàn|tại (?:tỉnh|thành phố|huyện|xã|phường)|(?:trong |của )?(?:năm|tháng|quý) |đến năm|theo )"
    r"|[;:(“\"]|, (?:thuộc|ban hành|do )|$"
)
# What a document of action is called, and no programme that it carries out.
_OF_ACTION = re.compile(r"(?:hành động|công tác|làm việc|phối hợp|giám sát|kiểm tra)\b")
_SETS_UP = re.compile(r"(?:về việc |v/v )?(?:phê duyệt|ban hành)\s*$", re.IGNORECASE)
_LONGEST = 200  # characters of a name; a longer one is a sentence


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme as a title names it; `period` is `2021-2025`, where the title says it. `set_up` tells the title of
    the document that approves it from those that carry it out."""

    name: str
    period: str | None
    set_up: bool

    @property
    def key(self) -> str:
        """What tells it from all others."""
        return f"{key(self.name)}@{self.period or ''}"


def programmes_in(title: str | None) -> tuple[Programme, ...]:
    """The programmes that a title names.

    >>> [(one.name, one.period) for one in programmes_in("Thực hiện Đề án 06 trên địa bàn tỉnh năm 2025")]
    [('Đề án 06', None)]
    >>> programmes_in("Chương trình hành động thực hiện Nghị quyết số 19-NQ/TW")
    ()
    """
    text = " ".join((title or "").split())
    found = (_programme(text, head) for head in _KIND.finditer(text))
    return tuple(dict.fromkeys(one for one in found if one))


def _programme(text: str, head: re.Match[str]) -> Programme | None:
    period, end = _PERIOD.search(text, head.end()), _END.search(text, head.end())
    stop = min(end.start() if end else len(text), period.start() if period else len(text))
    name = text[head.start("kind") : stop].strip(" ,.-")
    if _OF_ACTION.match(text, head.end() + 1) or not len(head["kind"]) < len(name) <= _LONGEST:
        return None
    near = period if period and period.start() <= stop + 2 else None
    said = f"{near['from']}-{near['to']}" if near else None
    return Programme(name, said, bool(_SETS_UP.search(text[: head.start()])))
