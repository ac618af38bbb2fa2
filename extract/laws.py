"""Laws, codes, ordinances, the Constitution and treaties named without a number (`Luật Đất đai năm 2024`).

The name ends where the rulebook's list of names says so; a name that is not in the list runs to the date or number
that follows it, or else to the first comma or word that cannot belong to a name. A law named inside the title of
another document (`quy định chi tiết một số điều của Luật Đất đai`) is part of that title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extract.body_words import LOWER, UPPER
from extract.dates import DATE, iso_date
from extract.law_names import known_name_end
from extract.stretches import Stretches

_WORD = re.compile(
    r"Luật|Bộ [Ll]uật|Pháp lệnh|Hiến pháp|Công ước|Hiệp định|Nghị định thư|Hiến chương|LUẬT"
    r"|BỘ LUẬT|PHÁP LỆNH|B(?:LDS|LHS|LTTHS|LTTDS|LLĐ)(?!\w)"
)
_KIND = r"(?P<type>Bộ [Ll]uật|Luật|Pháp lệnh|Hiến pháp)"
_OPENING = re.compile(
    rf"(?<!\w)(?<!Đại học )(?<!ngành )(?<!Khoa )"
    rf"(?:{_KIND}(?= [{UPPER}]| sửa đổi| về | năm \d| số \d|,? nước| (?:19|20)\d\d)"
    rf"|(?P<treaty>Công ước|Hiệp định|Nghị định thư|Hiến chương)(?= [{UPPER}]| về | số | khung)"
    r"|(?P<capitals>LUẬT|BỘ LUẬT|PHÁP LỆNH)(?= )|(?P<code>BLDS|BLHS|BLTTHS|BLTTDS|BLLĐ)(?!\w))"
)
# Codes that drafters call by their initials.
_CODES = {
    "BLDS": "Dân sự",
    "BLHS": "Hình sự",
    "BLTTHS": "Tố tụng hình sự",
    "BLTTDS": "Tố tụng dân sự",
    "BLLĐ": "Lao động",
}
_AMENDING = re.compile(
    r" [Ss]ửa đổi(?:,?(?: và)? bổ sung)? (?:(?:một số|các) (?:điều|quy định)(?: [\d, và]+)?|Điều [\d, và]+)(?: của)?"
    r"(?: các)?(?: \d+)?"
)
_STOP = re.compile(
    r"[;:.\n()\t“”\"]|,(?= (?:Luật|Bộ luật|Pháp lệnh|Nghị|Quyết|Thông|Chỉ|các|và|được|ngày|số|theo|trong|để|đã))"
    r"|\s(?=(?:ngày|năm \d{4}|số \d|quy định|hướng dẫn|về việc|có hiệu lực|được|để|trong|đến|tới|cho|theo|tại|là|này"
    r"|hiện hành|và (?:các|văn bản|Nghị|Quyết|Thông|Luật|những)|đã|khi|đối với|bằng|nhằm|trên|mới|của Quốc hội"
    r"|của UBTVQH|\d{4})(?!\w))"
)
_IN_TITLE = re.compile(
    r"(?:một số (?:điều|nội dung|quy định)(?: và biện pháp (?:để )?(?:thi hành|tổ chức, hướng dẫn thi hành))?"
    r"(?: của)?(?: các)?"
    r"|(?:hướng dẫn|biện pháp|và|điều|về(?: việc)?) thi hành|quy định chi tiết"
    r"|chi tiết(?: và)? (?:hướng dẫn )?thi hành)\s*$"
)
_JOINT = re.compile(r"\s*(?:,|và|;)\s*(?:các\s+)?")
_YEAR = re.compile(r"(?: năm|,)? ((?:19|20)\d{2})(?![\d/])")


class Law(NamedTuple):
    """A mention of a law: offsets in characters, `type` (`Luật`), `title` (its name without that word), `date`, and
    `rule`: law_name, amending_law, law_list or treaty."""

    start: int
    end: int
    type: str
    title: str | None
    date: str | None
    rule: str = "law_name"


def laws(text: str, stretches: Stretches | None = None) -> Iterator[Law]:
    """The laws and treaties that `text` names without a number, in order; only those in `stretches` where given.

    >>> [(law.title, law.date) for law in laws("Căn cứ Luật Đê điều; Luật Thủ đô ngày 28 tháng 6 năm 2024;")]
    [('Đê điều', None), ('Thủ đô', '2024-06-28')]
    """
    stretches = stretches or Stretches([(0, len(text))])
    yield from _listed(text, stretches)
    here, titled = 0, -1  # `titled`: where a law ends that is part of another document's title
    for word in _WORD.finditer(text):
        piece = stretches.around(word.start())
        found = _opening(text, word, piece[1]) if piece and word.start() >= here else None
        if not found or not piece or _DRAFT.search(text, max(piece[0], word.start() - 12), word.start()):
            continue
        if _in_title(text, found.start(), piece[0]) or (
            0 < titled <= found.start() <= titled + 12 and _JOINT.fullmatch(text[titled : found.start()])
        ):
            here = titled = name_end(text, found.end(), piece[1])
            continue
        law = _read(text, found, piece[1])
        here = max(found.end(), law.end if law else 0)
        if law:
            yield law


def _opening(text: str, word: re.Match[str], stop: int) -> re.Match[str] | None:
    """The word that opens the name of a law: with a capital, a date or a number behind it, or a known name in small
    letters (`Luật tổ chức chính quyền địa phương`)."""
    if found := _OPENING.match(text, word.start(), stop):
        return found
    small = _SMALL.match(text, word.start(), stop)
    return small if small and known_name_end(text, small.end(), stop) else None


_SMALL = re.compile(
    r"(?<!\w)(?<!Đại học )(?<!ngành )(?<!Khoa )(?P<type>Bộ [Ll]uật|Luật|Pháp lệnh)(?= [^\W\d_])"
)
_DRAFT = re.compile(r"(?:[Dd]ự thảo|[Dd]ự án|[Xx]ây dựng|[Ss]oạn thảo)\s(?:các )?$")
# `Luật Đê điều (sửa đổi)` in a cell of products: not yet adopted, where neither date nor number follows.
_NOT_YET = re.compile(r"\s?\((?:sửa đổi|sửa đổi, bổ sung)\)(?!\s(?:ngày|số|năm|được|đã|có hiệu lực))")
_AMENDED = re.compile(
    r"sửa đổi(?:, bổ sung)? (?:một số|các) (?:điều|quy định|nội dung)(?: của)?(?: các)?\s*$"
)
_SOME_TYPE = re.compile(
    r"Nghị|Quyết định|Thông tư|Luật|Pháp lệnh|Chỉ thị|Hướng dẫn|Kế hoạch|Công văn|[Vv]ăn bản"
)


def _in_title(text: str, start: int, floor: int) -> bool:
    """Whether the law at `start` is part of another document's title. A law of which somebody amends some articles is
    not, where no other document is named before it in the sentence."""
    before = text[max(floor, start - 90) : start]
    if not _IN_TITLE.search(before):
        return False
    sentence = re.split(r"[;.]\s", text[max(floor, start - 300) : start])[-1]
    return not _AMENDED.search(before) or bool(_SOME_TYPE.search(sentence))


def _read(text: str, found: re.Match[str], stop: int) -> Law | None:
    words = found.groupdict()
    if words.get("treaty"):
        return _treaty(text, found, stop)
    if words.get("capitals"):
        return _in_capitals(text, found, stop)
    if code := words.get("code"):
        end, date = _date_after(text, found.end(), stop)
        return Law(found.start(), end, "Bộ luật", _CODES[code], date)
    return _law(text, found, stop)


def _in_capitals(text: str, found: re.Match[str], stop: int) -> Law | None:
    """A law in a heading in capitals, where its name is a known one: where an unknown name ends nobody can tell."""
    name_stop = known_name_end(text, found.end(), stop)
    if not name_stop:
        return None
    end, date = _date_after(text, name_stop, stop)
    title = text[found.end() : name_stop].strip()
    return Law(found.start(), end, found["capitals"].capitalize(), title[:1] + title[1:].lower(), date)


_LAWS = re.compile(r"[Cc]ác [Ll]uật\s*:?(?= [" + UPPER + r"])")


def _listed(text: str, stretches: Stretches) -> Iterator[Law]:
    """`các Luật: Du lịch năm 2005, Di sản văn hóa năm 2001`: known names under one word."""
    for head in _LAWS.finditer(text):
        piece = stretches.around(head.start())
        if piece is None or text[head.start() - 1 : head.start()].isalpha():
            continue
        here, stop = head.end(), piece[1]
        while known := known_name_end(text, here, stop):
            end, date = _date_after(text, known, stop)
            start = here + 1
            yield Law(start, end, "Luật", text[start:known], date, "law_list")
            joint = _JOINT.match(text, end, stop)
            here = joint.end() - 1 if joint and joint.end() > end else stop


def _law(text: str, found: re.Match[str], stop: int) -> Law | None:
    end = name_end(text, found.end(), stop)
    title = text[found.end() : end].strip() or None
    amending = bool(title and title.lower().startswith("sửa đổi"))
    last, date = _date_after(text, end, stop)
    if (title is None and date is None) or (date is None and _NOT_YET.match(text, last)):
        return None
    kind = found["type"][0] + found["type"][1:].lower()
    return Law(found.start(), last, kind, title, date, "amending_law" if amending else "law_name")


_INNER = re.compile(r"(?:,| và)? ?(?:Bộ luật|Luật|Pháp lệnh)(?! [Ss]ửa đổi)")


def name_end(text: str, start: int, stop: int | None = None) -> int:
    """Where the name of a law ends of which the word `Luật` ends at `start`, at `stop` at the latest."""
    stop = len(text) if stop is None else stop
    here = start
    if amending := _AMENDING.match(text, here, stop):
        here = amending.end()
        inner = _INNER.match(text, here, stop)
        while inner:
            here = _plain_name_end(text, inner.end(), stop)
            inner = _INNER.match(text, here, stop)
        if here > amending.end():
            return here
    return _plain_name_end(text, here, stop)


_NEW_CLAUSE = re.compile(
    r", ?(?:chậm nhất|muộn nhất|trước|xong|hoàn thành|đến|trong|gửi|báo cáo|theo|chủ trì|phối hợp)(?!\w)"
)


_DATED = re.compile(r"\s(?:ngày|năm \d|số \d)")
_DATE_GAP = re.compile(
    r"(?:\s?\(sửa đổi\))?(?:\s(?:của|được|do) (?:Quốc hội|[ủỦUu][ỷy] ban [Tt]hường vụ Quốc hội)?[^;.,()\n]{0,70}?"
    r"thông qua)?\s?,?\s?(?=ngày)"
)


# `Pháp lệnh Bưu chính viễn thông ngày ...`: a name that goes on in small letters to its date.
_GOES_ON = re.compile(
    r"(?: (?!(?:trước|từ|đến|vào|kể|có|được|ban hành|thông qua|trong|để|theo|tại|và|của|sửa|do|chậm|muộn|xong|hoàn"
    r"|gửi|báo|hết|sau|cho|về|khi|này)(?!\w))"
    rf"[{LOWER}]+){{1,3}}(?= ngày \d)"
)


def _plain_name_end(text: str, start: int, last: int) -> int:
    if known := known_name_end(text, start, last):
        longer = _GOES_ON.match(text, known, last)
        return longer.end() if longer else known
    longest = min(last, start + 160)
    stop = _STOP.search(text, start if _YEAR.match(text, start) else start + 1, longest)
    end = stop.start() if stop else longest
    comma = text.find(",", start, end)
    dated = bool(stop) and bool(_DATED.match(text, end))
    cut = comma != -1 and (not dated or _NEW_CLAUSE.match(text, comma))
    end = comma if cut else end
    return start + len(text[start:end].rstrip())


def _date_after(text: str, end: int, stop: int) -> tuple[int, str | None]:
    gap = _DATE_GAP.match(text, end, stop)
    if gap and (found := DATE.match(text, gap.end(), stop)):
        return found.end(), iso_date(found)
    if year := _YEAR.match(text, end, stop):
        return year.end(), year[1]
    return end, None


_NO_TREATY = re.compile(r"(?:dự thảo|đàm phán|ký kết các)\s*$")
_TREATY_END = re.compile(
    r"[;.\n()\t“”\"]|,(?! (?:trừng|đối xử|chống))|\s(?=(?:ngày|năm \d{4}|được|đã|theo|tại|trong|để|quy định)(?!\w))"
)


def _treaty(text: str, found: re.Match[str], last: int) -> Law | None:
    if _NO_TREATY.search(text[max(0, found.start() - 20) : found.start()]):
        return None
    longest = min(last, found.end() + 160)
    stop = _TREATY_END.search(text, found.end(), longest)
    end = stop.start() if stop else longest
    dated, date = _date_after(text, end, last)
    return Law(found.start(), dated, found["treaty"], text[found.end() : end].strip(), date, "treaty")
