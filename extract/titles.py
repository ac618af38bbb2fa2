"""Type and title (tên loại và trích yếu): the line in capitals and what follows it, or the subject of a letter."""

from __future__ import annotations

import re

from extract.bodies import body_at
from extract.letterhead import ABOUT, MOTTO, NUMBER_LINE, PLACE_DATE
from extract.symbols import SYMBOL
from extract.title_case import sentence_case
from extract.type_words import type_names
from ingest.formalities import stamp_line
from rulebook.naming import full_name

_PREFACE = 6  # lines of a web page before the document
_HEAD_LINES = 12  # the type stands among the first lines of the body
_SHORTEST_TITLE = 15
_LONGEST_TITLE = 420  # characters
_NO_TITLE = re.compile(
    r"(?:Căn cứ|Thực hiện|Triển khai|Để |Nhằm|Xét|Theo|K[íi]nh g[ửở]i|Điều \d|[IVX]+\.|1\.|\(Kèm|\(Ban hành|Phần"
    r"|Chương)(?!\w)"
)
# Where a reader of hard-wrapped text has joined the title with the first sentence.
_TEXT_BEGINS = re.compile(
    r"\s(?=Ngày \d{1,2}[/-]|Thời gian qua,|Căn cứ |Ngày \d{1,2} tháng"
    r"|(?:Bộ trưởng|Thủ tướng|Chủ tịch|Ủy ban|UBND|Bộ|Ban Ch|Tổng|Giám đốc)[^.;:]{0,70} điện\s?:)"
)
_OPENS_TEXT = re.compile(r"như sau|[;:]\s*$")


def type_and_title(lines: tuple[str, ...]) -> tuple[str | None, str | None]:
    """The type (`KẾ HOẠCH`) and the title under it, from the first lines of the body; `None` where there is none.

    >>> type_and_title(("CHỈ THỊ", "VỀ VIỆC TĂNG CƯỜNG QUẢN LÝ ĐẤT ĐAI", "Thời gian qua, ..."))
    ('Chỉ thị', 'Về việc tăng cường quản lý đất đai')
    """
    names = {name: full for name, full in type_names().items() if len(name) > 3}
    for place, line in enumerate(lines[:_HEAD_LINES]):
        words = " ".join(line.split())
        lowered = words.lower().strip(" :.")
        if lowered in names and (words.isupper() or len(lines) > place + 1):
            return names[lowered], _title(lines[place + 1 : place + 6])
        opening = max((name for name in names if lowered.startswith(name + " ")), key=len, default=None)
        if opening and words[: len(opening)].isupper():
            rest = words[len(opening) :].strip()
            below = lines[place + 1 : place + 6]
            if (rest.startswith("CỦA ") and _names_issuer(rest[4:])) or SYMBOL.fullmatch(rest):
                rest = ""  # `CHỈ THỊ CỦA CHỦ TỊCH UBND HUYỆN`, `QUYẾT ĐỊNH 175/QĐ-TTg`: who issues it, its number
            if rest and below and _SCHOOL_YEAR.fullmatch(" ".join(below[0].split())):
                return names[opening], f"{_shown(rest, ())} {' '.join(below[0].split())}"
            return names[opening], _title(below) if not rest or stamp_line(rest.strip("()[]")) else _shown(
                rest, below
            )
        if len(words) > 160 and place > _PREFACE:
            break
    return of_page(" ".join(lines[0].split())) if lines else (None, None)


# `Thông báo “V/v phòng chống bão số 10”`: units and schools head their notices like that.
_NOTICE = re.compile(
    r"Thông báo(?: [Kk]hẩn)?(?= (?:của|ngày)(?!\w)|\s*[“\"(]?\s*(?:V/v|[Vv]ề việc) (?P<about>[^”\")]{5,200}))"
)


def of_page(line: str) -> tuple[str | None, str | None]:
    """The type and the title that the first line of a web page gives a document; `None` where it gives none.

    >>> of_page("Kế hoạch tổ chức xét tốt nghiệp đợt 3 năm 2015"), of_page("Kế hoạch này gồm ba phần")
    (('Kế hoạch', 'tổ chức xét tốt nghiệp đợt 3 năm 2015'), (None, None))
    """
    if len(line) >= _LONGEST_TITLE or line.endswith(("./.", ";", ":")):
        return None, None
    if found := _NOTICE.match(line):
        return "Thông báo", found["about"]
    headed = _PAGE_TITLE.fullmatch(line)
    return (headed["type"], headed["title"]) if headed else (None, None)


# `Kế hoạch tổ chức xét tốt nghiệp đợt 3`: the title of a web page that has lost the letterhead.
_PAGE_TITLE = re.compile(
    r"(?P<type>Thông báo|Kế hoạch|Quyết định|Chỉ thị|Công điện|Hướng dẫn|Chương trình)"
    r" (?P<title>(?!này|trên|đã|số|của|các|những|khẩn|nêu|trong|và|được|có|phải|theo|ngày)(?:V/v|[^\W\d_]+)"
    r" [^.;:?!]{12,}[^.;:?!,])"
)


# `CHỈ THỊ`, `CỦA BỘ TRƯỞNG BỘ THỦY SẢN`, `Về việc ...`: whose it is stands on a line of its own.
_WHOSE = re.compile(
    r"CỦA (?:BỘ TRƯỞNG|THỦ TƯỚNG|CHỦ TỊCH|(?:TỔNG )?GIÁM ĐỐC|THỐNG ĐỐC|BAN|[ỦU][ỶY] BAN|ỦY BAN|UBND|HỘI ĐỒNG)"
    r" [^.;:,\d]{3,80}"
)


def _title(lines: tuple[str, ...]) -> str | None:
    taken: list[str] = []
    after = 0
    for line in lines:
        words = _TEXT_BEGINS.split(" ".join(line.split()))[0]
        if not taken and words.isupper() and _WHOSE.fullmatch(words) and len(lines) > after + 1:
            pass
        elif not taken and _may_open(words):
            taken.append(words)
        elif _ends_title(words, taken):
            break
        else:
            taken.append(words)
        after += 1
    return _shown(" ".join(taken), lines[after:]) if taken else None


# Data banks put the issuer, the number and the date of older documents before what they are about.
_RULE = re.compile(r"\s?[-_*=]{4,}")
_OWN_DATA = re.compile(
    r"của\s[^,;:]{4,90}?\s(?:(?:số\s\S{4,40}\s)?ngày\s\d{1,2}\s?(?:tháng|[/-])\s?\d{1,2}\s?(?:năm|[/-])\s?\d{4}\s"
    r"|(?=(?:v/v|về)\s))(?=\S)",
    re.IGNORECASE,
)
_AUTHORITY_AFTER = re.compile(
    r"(?<![,;])(?<!CỦA)(?<!THUỘC)(?<!TRONG)(?<!TẠI)(?<!VÀ)(?<!DO)(?<!CHO)(?<!VỚI)(?<!TRÌNH)(?<!TỪ)(?<!GIỮA)(?<!BỞI)"
    r"\s(?:(?:CHỦ TỊCH )?(?:ỦY BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND) (?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG)"
    r"(?: [^\W\d_]+(?: -)?){0,5}|BỘ TRƯỞNG BỘ [^\d;:]{3,60}|THỦ TƯỚNG CHÍNH PHỦ)$"
)


def _shown(title: str, below: tuple[str, ...]) -> str | None:
    """A title in sentence case, without the document's own data before it and the line of authority behind it."""
    title = _RULE.split(title, maxsplit=1)[0]
    bare = _OWN_DATA.sub("", title, count=1) if _OWN_DATA.match(title) else title
    if any(line.startswith("Căn cứ") for line in below[:2]):
        bare = _AUTHORITY_AFTER.sub("", bare)
    return sentence_case(bare) or None


def untyped_title(letterhead: tuple[str, ...]) -> str | None:
    """The title of a document whose line of type is lost: the line in capitals under place and date.

    >>> untyped_title(("Số: 5/KH-UBND", "Lai Châu, ngày 02 tháng 3 năm 2020", "PHÒNG, CHỐNG HẠN NĂM 2020"))
    'Phòng, chống hạn năm 2020'
    """
    dated = [at for at, line in enumerate(letterhead) if PLACE_DATE.match(line)]
    for line in letterhead[dated[-1] + 1 :] if dated else ():
        other = MOTTO.search(line) or NUMBER_LINE.match(line) or stamp_line(line) or _names_issuer(line)
        if line.isupper() and len(line) > _SHORTEST_TITLE and not other:
            return sentence_case(line)
    return None


def _may_open(words: str) -> bool:
    """A title may begin with `Thực hiện`, as an opening paragraph does; it is short and introduces nothing."""
    return (
        words.startswith(("Thực hiện", "Triển khai")) and len(words) < 220 and not _OPENS_TEXT.search(words)
    )


def _ends_title(words: str, taken: list[str]) -> bool:
    if _NO_TITLE.match(words) or len(words) > _LONGEST_TITLE or _names_issuer(words):
        return True
    if not taken:
        return False
    if taken[-1].isupper() and _SCHOOL_YEAR.fullmatch(words):
        return False
    return not (words[:1].islower() or (words.isupper() and taken[-1].isupper()))


_SCHOOL_YEAR = re.compile(r"Năm học:? \d{4} ?[-–] ?\d{4}")  # under what a school plans for it


def _names_issuer(words: str) -> bool:
    """The line of authority over a decision (`ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG`) is no part of the title."""
    bare = words.strip(" -:.")
    return bare.isupper() and len(bare) < 90 and body_at(full_name(bare), 0) is not None


_ENDS_SUBJECT = re.compile(
    rf"K[íi]nh g[ửở]i|[^\W\d_][^\d,;:]{{2,30}} ngày \d{{1,2}} tháng"
    rf"|\d+\.|[-*_]{{2,}}|{NUMBER_LINE.pattern}|{MOTTO.pattern}",
    re.IGNORECASE,
)


def letter_subject(letterhead: tuple[str, ...], body: tuple[str, ...]) -> str | None:
    """The subject of an official letter: what follows `V/v`, over all its lines.

    >>> letter_subject(("Số: 5/UBND-VX", "V/v rà soát lực lượng,", "phương tiện"), ("Kính gửi: Công an xã",))
    'rà soát lực lượng, phương tiện'
    """
    lines = [" ".join(line.split()) for line in (*letterhead, *body[:6])]
    numbered = False  # whether the line before is the number, under which `V/v` may be written `Về`
    for place, line in enumerate(lines):
        found = ABOUT.search(line) or (
            _UNDER_NUMBER.match(line) if numbered and place < len(letterhead) else None
        )
        if found:
            rest = lines[place + 1 :]
            in_head = max(0, len(letterhead) - place - 1)
            return _unquoted(" ".join([found["about"], *_subject_lines(rest, in_head)]).strip(" .")) or None
        numbered = NUMBER_LINE.match(line) is not None
    return _subject_at_end(body[6:])


def _unquoted(subject: str) -> str:
    """A subject without the mark that closes a quotation begun before `V/v`; one of its own stays."""
    alone = ("”" in subject and "“" not in subject) or subject.count('"') == 1
    return subject.rstrip('”" .') if alone else subject


_UNDER_NUMBER = re.compile(r"Về (?P<about>[^\W\d_].*)")
_AT_END = re.compile(r"V/v:? (?P<about>\S.*)")


def _subject_at_end(body: tuple[str, ...]) -> str | None:
    """The subject that a web page moved behind the text: a line that begins with `V/v`, and those it runs on to."""
    lines = [" ".join(line.split()) for line in body]
    for place, line in enumerate(lines):
        if found := _AT_END.match(line):
            return " ".join([found["about"], *_subject_lines(lines[place + 1 :], 0)]).strip(" .")
    return None


def _subject_lines(lines: list[str], in_head: int) -> list[str]:
    """The lines on which a subject goes on: in the letterhead until another part begins, after it in small letters."""
    taken: list[str] = []
    for place, line in enumerate(lines):
        if not line or _ENDS_SUBJECT.match(line) or PLACE_DATE.match(line):
            break
        if place >= in_head and not line[0].islower():
            break
        taken.append(line)
    return taken
