"""Laws, codes, ordinances, the Constitution and treaties named without a number (`Luật Đất đai năm 2024`).

The name ends where the rulebook's list of names says so; a name that is not in the list runs to the date or number
that follows it, or else to the first comma or word that cannot belong to a name. A law named inside the title of
another document (`quy định chi tiết một số điều của Luật Đất đai`) is part of that title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from extract.body_words import UPPER
from extract.dates import DATE, iso_date

_KIND = r"(?P<type>Bộ [Ll]uật|Luật|Pháp lệnh|Hiến pháp)"
_OPENING = re.compile(
    rf"(?<!\w)(?<!Đại học )(?<!ngành )(?<!Khoa )(?:{_KIND}(?= [{UPPER}]| sửa đổi| về | năm \d| số \d|,? nước)"
    rf"|(?P<treaty>Công ước|Hiệp định|Nghị định thư|Hiến chương)(?= [{UPPER}]| về | số | khung))"
)
_AMENDING = re.compile(
    r" sửa đổi, bổ sung (?:một số điều|một số quy định|Điều [\d, và]+|các điều[\d, ]*)(?: của)?(?: các)?"
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
    r"|(?:hướng dẫn|biện pháp|và|điều) thi hành|quy định chi tiết|chi tiết(?: và)? (?:hướng dẫn )?thi hành)\s*$"
)
_JOINT = re.compile(r"\s*(?:,|và|;)\s*(?:các\s+)?")
_YEAR = re.compile(r"(?: năm|,)? ((?:19|20)\d{2})(?![\d/])")


class Law(NamedTuple):
    """A mention of a law: offsets in characters, `type` (`Luật`), `title` (its name without that word), `date`."""

    start: int
    end: int
    type: str
    title: str | None
    date: str | None


@lru_cache(maxsize=1)
def _known() -> re.Pattern[str]:
    lines = files("rulebook").joinpath("data/laws.tsv").read_text("utf-8").splitlines()[1:]
    names = sorted((line.split("\t")[0] for line in lines), key=lambda name: (-len(name), name))
    return re.compile(" (?:" + "|".join(re.escape(name) for name in names) + r")(?!\w)", re.IGNORECASE)


def laws(text: str) -> Iterator[Law]:
    """The laws and treaties that `text` names without a number, in order.

    >>> [(law.title, law.date) for law in laws("Căn cứ Luật Đê điều; Luật Thủ đô ngày 28 tháng 6 năm 2024;")]
    [('Đê điều', None), ('Thủ đô', '2024-06-28')]
    """
    yield from _listed(text)
    here, titled = 0, -1  # `titled`: where a law ends that is part of another document's title
    while found := _OPENING.search(text, here):
        if _IN_TITLE.search(text[max(0, found.start() - 90) : found.start()]) or (
            titled > 0 and _JOINT.fullmatch(text[titled : found.start()])
        ):
            here = titled = name_end(text, found.end())
            continue
        law = _treaty(text, found) if found["treaty"] else _law(text, found)
        here = max(found.end(), law.end if law else 0)
        if law:
            yield law


_LAWS = re.compile(r"(?<!\w)[Cc]ác [Ll]uật\s*:?(?= [" + UPPER + r"])")


def _listed(text: str) -> Iterator[Law]:
    """`các Luật: Du lịch năm 2005, Di sản văn hóa năm 2001`: known names under one word."""
    for head in _LAWS.finditer(text):
        here = head.end()
        while known := _known().match(text, here):
            end, date = _date_after(text, known.end())
            start = known.start() + 1
            yield Law(start, end, "Luật", text[start : known.end()], date)
            joint = _JOINT.match(text, end)
            here = joint.end() - 1 if joint and joint.end() > end else len(text)


def _law(text: str, found: re.Match[str]) -> Law | None:
    end = name_end(text, found.end())
    title = text[found.end() : end].strip() or None
    stop, date = _date_after(text, end)
    if title is None and date is None:
        return None
    return Law(found.start(), stop, found["type"][0] + found["type"][1:].lower(), title, date)


def name_end(text: str, start: int) -> int:
    """Where the name of a law ends of which the word `Luật` ends at `start`."""
    here = start
    if amending := _AMENDING.match(text, here):
        here = amending.end()
        while inner := re.compile(r"(?:,| và)? ?(?:Bộ luật|Luật|Pháp lệnh)(?! sửa)").match(text, here):
            here = _plain_name_end(text, inner.end())
        return here
    return _plain_name_end(text, here)


_NEW_CLAUSE = re.compile(
    r", ?(?:chậm nhất|muộn nhất|trước|xong|hoàn thành|đến|trong|gửi|báo cáo|theo|chủ trì|phối hợp)(?!\w)"
)


def _plain_name_end(text: str, start: int) -> int:
    known = _known().match(text, start)
    if known:
        return known.end()
    stop = _STOP.search(text, start if text.startswith(" năm ", start) else start + 1, start + 160)
    end = stop.start() if stop else min(len(text), start + 160)
    comma = text.find(",", start, end)
    dated = bool(stop) and bool(re.compile(r"\s(?:ngày|năm \d|số \d)").match(text, end))
    cut = comma != -1 and (not dated or _NEW_CLAUSE.match(text, comma))
    return comma if cut else end


def _date_after(text: str, end: int) -> tuple[int, str | None]:
    gap = re.compile(r"\s?,?\s?(?=ngày)").match(text, end)
    if gap and (found := DATE.match(text, gap.end())):
        return found.end(), iso_date(found)
    if year := _YEAR.match(text, end):
        return year.end(), year[1]
    return end, None


def _treaty(text: str, found: re.Match[str]) -> Law | None:
    if re.search(r"(?:dự thảo|đàm phán|ký kết các)\s*$", text[max(0, found.start() - 20) : found.start()]):
        return None
    stop = re.compile(
        r"[;.\n()\t“”\"]|,(?! (?:trừng|đối xử|chống))|\s(?=(?:ngày|năm \d{4}|được|đã|theo|tại|trong|để|quy định)(?!\w))"
    ).search(text, found.end(), found.end() + 160)
    end = stop.start() if stop else min(len(text), found.end() + 160)
    last, date = _date_after(text, end)
    return Law(found.start(), last, found["treaty"], text[found.end() : end].strip(), date)
