"""What stands after the number of a document: its date, its issuer, its title (ngày, cơ quan ban hành, trích yếu).

    Quyết định số 1722/QĐ-TTg | ngày 02/9/2016 | của Thủ tướng Chính phủ | phê duyệt Chương trình mục tiêu quốc gia
                                date             issuer                    title

Date and issuer come in either order (Nghị định 30/2020/NĐ-CP, Phụ lục I, căn cứ ban hành); the title is no part of
the mention and is told only where the text says where it ends.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extract.bodies import body_at
from extract.body_words import UPPER
from extract.dates import BLANK_DATE, DATE, iso_date, written
from rulebook.cues import any_of

_GAP = r"\s?,?\s?(?:(?:đã )?được\s)?(?:cùng\s)?(?:(?:ký|ban hành)\s(?:vào\s)?)?"
_PLAIN_DATE = re.compile(
    rf"{_GAP}(?:(?:[Nn]g[àaáảạ]y|NG[ÀA]Y)\s*(?P<w>\d{{1,2}})\s+tháng\s+(?P<wm>\d{{1,2}})\s+năm\s+(?P<wy>(?:19|20)\d{{2}})(?!\d)"
    r"|(?:(?:[Nn]g[àaáảạ]y|NG[ÀA]Y)\s*(?:(?P<torn>[0-3])\s(?=\d[/.-]))?)?(?P<d>\d{1,2})\s*(?P<sep>[/.-])\s*(?P<m>\d{1,2})\s*(?P=sep)\s*(?P<y>(?:19|20)\d{2})(?!\d))"
)
_GAP_ALONE = re.compile(_GAP)
_YEAR = re.compile(r"\s?,?\snăm\s+(?P<y>(?:19|20)\d{2})(?![\d/]|\s?-\s?\d| trên| của các| tại)")
_OF = re.compile(r"\s?,?\s?(?:do\s|của\s+)(?:(?:Hội nghị|Kỳ họp) (?:lần )?thứ \w+ (?:của )?)?")


def date_after(text: str, end: int, stop: int | None = None) -> tuple[int, str | None] | None:
    """The date right after `end` (`, ngày 02/9/2016`, `ngày    /6/2018`, `năm 2016`) and before `stop`: where it ends,
    and the date in ISO 8601, `None` if the calendar has no such day. `None` where no date stands there.

    >>> date_after("Nghị định 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020", 23)
    (48, '2020-03-05')
    """
    stop = len(text) if stop is None else stop
    if found := _PLAIN_DATE.match(text, end, stop):
        day, month, year = found["d"] or found["w"], found["m"] or found["wm"], found["y"] or found["wy"]
        day = f"{found['torn'] or ''}{day}"  # `ngày 1 1/01/2021`: what a scan makes of 11
        return found.end(), _iso(int(year), int(month), int(day))
    if year_only := _YEAR.match(text, end, stop):
        return year_only.end(), year_only["y"]
    gap = _GAP_ALONE.match(text, end, stop)
    here = gap.end() if gap else end
    if not text.startswith("ngày", here, stop):
        return None
    found = DATE.match(text, here, stop) or BLANK_DATE.match(text, here, stop)
    return (found.end(), iso_date(found)) if found else None


_iso = lru_cache(maxsize=20_000)(written)


def issuer_after(
    text: str, end: int, stop: int | None = None, *, joint: bool = False
) -> tuple[int, str] | None:
    """The issuer right after `end` (`của Bộ Tài chính`), before `stop`: where its name ends, and the name as written.
    Several bodies are taken together only for a `joint` document (văn bản liên tịch).

    >>> issuer_after("Chỉ thị 13/CT-TTg của Thủ tướng Chính phủ về", 17)
    (41, 'Thủ tướng Chính phủ')
    """
    stop = len(text) if stop is None else stop
    of = _OF.match(text, end, stop)
    if not of:
        return None
    if joint and (listed := _OF_SEVERAL.match(text, of.end(), stop)):
        return listed.end(), f"Bộ {listed['names'].rstrip()}"
    if "\n" in text[of.end() : min(stop, of.end() + _LONGEST_NAME)]:
        unbroken = text[end : min(stop, end + 2 * _LONGEST_NAME)].replace("\n", " ")
        found = issuer_after(unbroken, 0, joint=joint)
        return (end + found[0], found[1]) if found else None
    opens = _OPENS_ISSUER.match(text, of.end(), stop)
    start = opens.end() if opens else of.end()
    last = _body_end(text, start)
    while joint and last and (more := _AND_BODY.match(text, last, stop)):
        following = body_at(text, more.end()) or _phrase_end(text, more.end(), stop)
        if following <= more.end():
            break
        last = following
    if of.group().lstrip(" ,").startswith("do") and not (last and _ISSUES.match(text, last, stop)):
        return None  # `do Sở Y tế thực hiện` says who does what it asks for
    last = min(last or _phrase_end(text, start, stop), stop)
    start = start if _JOINT_WORD.match(text, of.end(), stop) else of.end()
    name = text[start:last].rstrip()
    if not name or _GROUP.match(name):
        return None
    return start + len(name), name


_LONGEST_NAME = 160  # characters that an issuer may run over line breaks
# `do UBND tỉnh phê duyệt.` is who issued it, `do UBND tỉnh phê duyệt phương án ...` who does something else.
_ISSUES = re.compile(r"\s(?:(?:ban hành|ký)(?!\w)|phê duyệt(?=[,;.)]|$| ngày| tại))")
_GROUP = re.compile(r"(?:các|những|một số|từng|mọi|mỗi) ")  # a group of bodies issues nothing
_NAME_GOES_ON = re.compile(
    rf" Việt Nam(?!\w)|(?<= ủy)(?: [{UPPER}][\w']*)+|(?<=Ban Chỉ đạo Trung ương) (?:các|về) [^;:.,()]{{4,80}}?"
    r"(?: giai đoạn \d{4} ?[-–] ?\d{4}|(?=,|;|\.|$| về | ban hành | phê duyệt ))"
)


def _body_end(text: str, start: int) -> int | None:
    """Where the name of the issuer ends, with the place of a Party committee and the scope of a central committee."""
    last = body_at(text, start)
    more = _NAME_GOES_ON.match(text, last) if last else None
    return more.end() if more else last


_OF_SEVERAL = re.compile(
    r"[Ll]iên [Bb]ộ:\s(?P<names>[^,;.(\n]{5,120}?)(?=[,;.(\n]|$| (?:về|quy định|hướng dẫn|ban hành|tại|có)(?!\w))"
)  # `liên Bộ: Tài chính - Nội vụ`
_JOINT_WORD = re.compile(r"[Ll]iên (?=Bộ |ngành )")
_OPENS_ISSUER = re.compile(r"[Ll]iên (?=Bộ )|Bộ trưởng,\s?(?=Chủ nhiệm)")
_AND_BODY = re.compile(r"\s?(?:[,-]|và)\s")
_PHRASE = re.compile(rf"(?:liên [Bb]ộ|[Ll]iên ngành|[{UPPER}])[^;:.,\n()\"“]{{0,120}}")


@lru_cache(maxsize=1)
def _title_verb() -> re.Pattern[str]:
    return re.compile(rf"\s{any_of('title_verb')}")


def _phrase_end(text: str, start: int, stop: int) -> int:
    """Where a name that no rule knows ends: at punctuation or at the verb of the title that follows."""
    phrase = _PHRASE.match(text, start, stop)
    if not phrase:
        return start
    verb = _title_verb().search(text, start, phrase.end())
    return verb.start() if verb else phrase.end()


def dated_and_issued(
    text: str, end: int, stop: int, issuer: str | None = None, *, joint: bool = False
) -> tuple[int, str | None, str | None]:
    """Where a mention ends of which the number ends at `end`, its date and its issuer, which come in either order and
    before `stop`. An `issuer` that is known already is not looked for.

    >>> dated_and_issued("Chỉ thị 13/CT-TTg ngày 12/3/2024 của Thủ tướng Chính phủ", 17, 56)
    (56, '2024-03-12', 'Thủ tướng Chính phủ')
    """
    date = None
    for _ in range(2):
        if date is None and (dated := date_after(text, end, stop)):
            end, date = dated
        if issuer is None and (named := issuer_after(text, end, stop, joint=joint)):
            end, issuer = named
    return end, date, issuer


_TITLE = re.compile(
    r"\s?,?\s(?=(?:[Vv]/v|về|phê duyệt|ban hành|quy định|hướng dẫn|sửa đổi|bổ sung|thay thế|bãi bỏ|giao|công bố"
    r"|thành lập|kiện toàn|phân công|điều chỉnh|tăng cường|triển khai thực hiện)\s)(?P<title>[^;(\n]{8,400}?)"
    r"(?P<end>;|\s?\(|\.(?=\s|$)|\n|$)"
)
# A title that holds one of these may be over before the sign that ends it: prose goes on behind it.
_RUNS_ON = re.compile(
    rf",\s(?=[{UPPER}]|các |đề nghị |yêu cầu |trong đó|theo đó)|\sđể\s"
    r"|,? và (?:các )?(?:Nghị|Quyết|Thông|Luật|Chỉ thị|Công văn|Kế hoạch)"
)


def title_after(text: str, end: int, stop: int | None = None) -> str | None:
    """The title that follows a mention ending at `end`, where the text says where it ends: at a semicolon, a bracket,
    the end of the sentence. `None` where none follows or where prose may go on behind it.

    >>> title_after("Căn cứ Nghị định 30/2020/NĐ-CP về công tác văn thư;", 30)
    'về công tác văn thư'
    """
    found = _TITLE.match(text, end, len(text) if stop is None else stop)
    if not found or _RUNS_ON.search(found["title"]):
        return None
    return " ".join(found["title"].split())
