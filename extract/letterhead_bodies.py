"""Who issues (cơ quan ban hành) and the body over it (cơ quan chủ quản), from the left column of a letterhead.

The body over the issuer stands over it, both in capitals (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II, mục 2; Hướng
dẫn 36-HD/VPTW). The lines come broken, among those of the right column, or two bodies on one:

    ỦY BAN MTTQ VIỆT NAM | CỘNG HÒA XÃ HỘI
    XÃ MƯỜNG CANG        | CHỦ NGHĨA VIỆT NAM        issuer  Ban Thường trực Ủy ban Mặt trận ... xã Mường Cang
    BAN THƯỜNG TRỰC      | Độc lập - Tự do ...       parent  Ủy ban Mặt trận Tổ quốc Việt Nam xã Mường Cang
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from extract.bodies import body_at
from extract.body_words import UPPER
from extract.dates import BLANK_DATE, DATE
from extract.letterhead import ABOUT, BARE_NUMBER, MOTTO, NUMBER_LINE
from extract.type_words import type_names
from ingest.formalities import issuer_line, stamp_line
from rulebook.naming import full_name
from rulebook.number import parse as parse_number
from rulebook.spelling import flatten
from rulebook.tables import issuers

_LEVEL_PLACE = re.compile(
    rf"(?<!\w)(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu) [{UPPER}]\w*(?:\s+[{UPPER}\d]\w*)*"
)
_LEVELS = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu")
_CENTRAL = re.compile(
    r"(?:Bộ|Quốc hội|Chính phủ|Thủ tướng|Ủy ban thường vụ|Văn phòng (?:Chính phủ|Quốc hội|Trung ương))(?!\w)"
)
_BEGINS = re.compile(
    r"(?:ĐẢNG BỘ|CHI BỘ|BAN|BCĐ|BCH|BQL|LĐLĐ|LIÊN ĐOÀN|TTYT|BHXH|BẢO HIỂM|KHO BẠC|ĐÀI"
    r"|VIỆN|TÒA ÁN|NGÂN HÀNG|TRẠM|HẠT|BỘ|SỞ|UBND|PHÒNG|TRUNG TÂM|VĂN PHÒNG|THỦ TƯỚNG|QUỐC HỘI|ĐẢNG ỦY|ĐẢNG ĐOÀN"
    r"|TRƯỜNG|BỆNH VIỆN|HỘI|ĐOÀN|CÔNG TY|TIỂU BAN|CHI CỤC|TỔNG CỤC|CỤC|THANH TRA|THƯỜNG TRỰC"
    r"|(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ) ỦY)(?!\w)"
)
_GOES_ON = re.compile(r"(?:TỈNH|HUYỆN|XÃ|THÀNH PHỐ|QUẬN|THỊ XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU) (?!ỦY|ĐOÀN)")
_MOTTOES = tuple(text.split() for text in ("cong hoa xa hoi chu nghia viet nam", "dang cong san viet nam"))
# Stands where others have quốc hiệu (Quyết định 367-QĐ/TWĐTN-VP ngày 29/10/2013 của Ban Bí thư Trung ương Đoàn).
_UNION_MOTTO = ("doan tncs ho chi minh", "doan thanh nien cong san ho chi minh")
_JOINT = re.compile(r" [-–] ")
_OFFICE = re.compile(
    r"(?:PHÓ )?(?:CHỦ TỊCH|BỘ TRƯỞNG|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|CỤC TRƯỞNG|HIỆU TRƯỞNG) (?!NƯỚC)"
)
# Organs whose name says nothing without the body that they are of.
_ORGANS = {
    name.casefold(): name
    for name in (
        "Ban Thường trực",
        "Ban Thường vụ",
        "Ban Chấp hành",
        "Ban Bí thư",
        "Đoàn Chủ tịch",
        "Thường trực",
        "Văn phòng",
        "Thanh tra",
    )
}
# The boards of a Party committee, of a people's council, of the Front.
_BOARD = re.compile(
    r"(?:Ban (?!Chỉ đạo|Quản lý|Chấp hành|Chỉ huy|Thường vụ (?:Hội|Đoàn|Công đoàn|Liên đoàn)(?!\w))|Ủy ban Kiểm tra$)\w"
)
_HAS_BOARDS = re.compile(r"(?:(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng) ủy|Hội đồng nhân dân|Ủy ban Mặt trận)(?!\w)")
_PART_OF_A_BODY = re.compile(r"Tiểu ban(?!\w)")


_STAMPED = re.compile(r"[ |(]+(?:HỎA TỐC(?: HẸN GIỜ)?|THƯỢNG KHẨN|TUYỆT MẬT|TỐI MẬT)\)?$")
_TORN = 1 / 3  # of the words are single letters: print that nobody can put together for sure
_TERM = re.compile(r",? KHÓA [IVXLC\d]+(?!\w).*")


class Bodies(NamedTuple):
    """The issuer and the body over it in full, with their places; `None` where the letterhead names none."""

    issuer: str | None
    parent: str | None


def letterhead_bodies(lines: Sequence[str], number: str | None = None) -> Bodies:
    """The last body in the left column and the one over it; a body lends its place to the one under it. The code in
    the document's `number` tells a name that a scan has damaged.

    >>> letterhead_bodies(["UBND TỈNH KIÊN GIANG", "SỞ Y TẾ", "Số: 2084/KH-SYT"])
    Bodies(issuer='Sở Y tế tỉnh Kiên Giang', parent='Ủy ban nhân dân tỉnh Kiên Giang')
    """
    known = _bodies_of(number)
    printed = [words for line in _without_motto(lines) if (words := _issuer_words(line))]
    printed = _whole([part for line in printed for part in two_bodies(_mended(line, known))])
    printed = [_mended(name, known) for name in printed]
    names = [_in_full(name) for name in _without_offices(printed)]
    if not names:
        return Bodies(None, None)
    placed = [_placed(name, names[:at]) for at, name in enumerate(names)]
    parent = next((name for name in reversed(placed[:-1]) if not placed[-1].startswith(name)), None)
    return Bodies(_of_its_body(names[-1], parent) or placed[-1], parent)


def _in_full(capitals: str) -> str:
    """The name in full; of a joint document (liên tịch) those of all its bodies: `BỘ TÀI CHÍNH - BỘ NỘI VỤ`."""
    joint = [_with_capitals(full_name(part)) for part in _JOINT.split(capitals)]
    if len(joint) > 1 and all(body_at(name, 0) == len(name) for name in joint):
        return " - ".join(joint)
    return _with_capitals(full_name(capitals))


def letterhead_issuer(lines: Sequence[str]) -> str | None:
    """The issuer alone, as `letterhead_bodies` tells it.

    >>> letterhead_issuer(("ĐẢNG ỦY XÃ MƯỜNG CANG", "VĂN PHÒNG"))
    'Văn phòng Đảng ủy xã Mường Cang'
    """
    return letterhead_bodies(lines).issuer


def _of_its_body(name: str, parent: str | None) -> str | None:
    if parent is None:
        return None
    if organ := _ORGANS.get(name.casefold()):
        return f"{organ} {parent}"
    if name.startswith("Chi nhánh "):
        return f"{parent} {name[0].lower()}{name[1:]}"
    of_committee = _BOARD.match(name) and _HAS_BOARDS.match(parent) and not _LEVEL_PLACE.search(name)
    return f"{name} {parent}" if of_committee or _PART_OF_A_BODY.match(name) else None


def _without_motto(lines: Sequence[str]) -> list[str]:
    """The lines without those of quốc hiệu, over however many lines it is broken."""
    kept: list[str] = []
    awaited: list[str] = []
    for line in lines:
        words = flatten(line.strip(" *_|-")).split()
        begun = next((motto for motto in _MOTTOES if words and words == motto[: len(words)]), None)
        if kept and " ".join(words) in _UNION_MOTTO:
            continue
        if words[: len(_MOTTOES[0])] == _MOTTOES[0]:
            line = " ".join(line.split()[len(_MOTTOES[0]) :])
            words, begun = flatten(line).split(), None
        if words and words == awaited[: len(words)]:
            awaited = awaited[len(words) :]
        elif begun and len(words) > 1:
            awaited = begun[len(words) :]
        elif not words or words[0] != "cong" or len(words) > 1:
            kept.append(line)
        else:
            awaited = _MOTTOES[0][1:]
    return kept


def _issuer_words(line: str) -> str | None:
    words = _STAMPED.sub("", " ".join(line.replace("*", " ").split()).strip(" -_|—–"))
    if not words.isupper() or stamp_line(words) or words.lower().strip(" :") in type_names():
        return None
    other = MOTTO.search(words) or NUMBER_LINE.search(words) or DATE.search(words) or BLANK_DATE.search(words)
    torn = sum(len(word) == 1 for word in words.split()) > _TORN * len(words.split())
    words = _TERM.sub("", words)
    return None if torn or other or ABOUT.match(words) or BARE_NUMBER.match(words) else words


def _whole(lines: list[str]) -> list[str]:
    """Lines to names: a line that begins no body goes on with the name before it."""
    names: list[str] = []
    for line in lines:
        headed = issuer_line(line) and " " in line
        begins = body_at(full_name(line), 0) is not None or bool(_BEGINS.match(line)) or headed
        organ = full_name(line).casefold() in _ORGANS
        if not names or ((begins or organ) and not _GOES_ON.match(line)):
            names.append(line)
        else:
            names[-1] = f"{names[-1]} {line}"
    return names


def _without_offices(names: list[str]) -> list[str]:
    """Without the officer who decides (`CHỦ TỊCH ỦY BAN NHÂN DÂN`), whose line stands under the title: a document is
    the body's."""
    bodies = [name for name in names if not _OFFICE.match(name)]
    return bodies or [_OFFICE.sub("", name) for name in names]


_WHOLE_BODY = re.compile(
    r"(?:(?:UBND|ỦY BAN NHÂN DÂN|HĐND|HỘI ĐỒNG NHÂN DÂN|(?:ỦY BAN |UB)(?:MTTQ|MẶT TRẬN TỔ QUỐC)(?: VIỆT NAM| VN)?"
    r"|ĐẢNG BỘ|ĐẢNG ỦY) (?:TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)|TỈNH ỦY|THÀNH ỦY|HUYỆN ỦY"
    r"|TỔNG CỤC)(?: [^\W\d_]+){1,4}|BAN CHẤP HÀNH TRUNG ƯƠNG"
    r"|(?:TỔNG |HỘI |LIÊN |BẢO HIỂM |BHXH|NGÂN HÀNG )[^\d\n]{0,60}VIỆT NAM"
)
_SECOND_BODY = re.compile(
    r" (?=(?:SỞ|PHÒNG|THANH TRA|VĂN PHÒNG|BAN THƯỜNG (?:TRỰC|VỤ)|BAN (?:QUẢN LÝ|CHỈ ĐẠO|CHỈ HUY|DÂN TỘC)"
    r"|BAN (?:TỔ CHỨC|TUYÊN GIÁO)|TRUNG TÂM|TRƯỜNG (?:THPT|THCS|TIỂU HỌC|MẦM NON|ĐẠI HỌC|CAO ĐẲNG|TRUNG|CHÍNH TRỊ)"
    r"|BỆNH VIỆN|(?:CHI |TỔNG )?CỤC|VỤ"
    r"|ĐẢNG ĐOÀN|ĐẢNG ỦY|HUYỆN ỦY|HẠT KIỂM|TRẠM Y|CÔNG AN|BCĐ|LĐLĐ|TTYT|CHI BỘ"
    r"|(?:LIÊN ĐOÀN|HỘI|BẢO HIỂM|BHXH|NGÂN HÀNG)(?= [^\d\n]{0,40}(?:TỈNH|HUYỆN|THÀNH PHỐ)))(?!\w))"
)


def two_bodies(line: str) -> list[str]:
    """A line of capitals that holds two bodies, one under the other in print, as the two; else the line.

    >>> two_bodies("UBND THÀNH PHỐ HẢI PHÒNG SỞ Y TẾ"), two_bodies("BỘ TÀI CHÍNH TỔNG CỤC THUẾ")
    (['UBND THÀNH PHỐ HẢI PHÒNG', 'SỞ Y TẾ'], ['BỘ TÀI CHÍNH', 'TỔNG CỤC THUẾ'])
    >>> two_bodies("UBND XÃ XUÂN TRƯỜNG"), two_bodies("BAN CHỈ ĐẠO PHÒNG, CHỐNG MA TÚY")
    (['UBND XÃ XUÂN TRƯỜNG'], ['BAN CHỈ ĐẠO PHÒNG, CHỐNG MA TÚY'])
    """
    for second in _SECOND_BODY.finditer(line):
        over, under = line[: second.start()], line[second.end() :]
        named = body_at(full_name(under), 0) is not None or under.split()[0] not in ("SỞ", "PHÒNG")
        if named and (_WHOLE_BODY.fullmatch(over) or _is_governed(over)):
            return [over, under]
    return [line]


def _is_governed(name: str) -> bool:
    """Whether a name is that of a ministry or department with a field that the rulebook knows."""
    full = full_name(name)
    return name.startswith(("BỘ ", "SỞ ")) and body_at(full, 0) == len(full) and full[3:4].isupper()


def _bodies_of(number: str | None) -> tuple[str, ...]:
    """The names of all bodies that the codes of a number may stand for."""
    parsed = parse_number(number) if number else None
    codes = set(parsed.issuers) if parsed else set()
    return tuple(row.body for row in issuers() if codes & {row.code, *row.variants})


_SLIPPED = 0.8  # of the letters: what a scan leaves of a name


def _mended(line: str, known: tuple[str, ...]) -> str:
    """The name that the document's number has a code for, where the line is that name but for a few letters."""
    letters = flatten(line)
    nearest = max(known, key=lambda name: _likeness(letters, flatten(name)), default="")
    return nearest.upper() if _likeness(letters, flatten(nearest)) > _SLIPPED else line


def _likeness(letters: str, name: str) -> float:
    if len(letters.split()) != len(name.split()):
        return 0.0
    return SequenceMatcher(None, letters, name, False).ratio()


_PARTY_PLACE = re.compile(
    r"(?P<body>(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng) ủy)(?P<level> (?:xã|phường))?(?P<place>(?: \w+)+)"
)
_PROPER = re.compile(
    r"(?i:Trường (?:tiểu học|mầm non|MN|TH|PTDTBT|PTDTNT|THCS|THPT|trung học cơ sở|trung học phổ thông)"
    r"|Bệnh viện đa khoa khu vực|Chi bộ (?:thôn|bản|ấp|tổ dân phố)) "
    r"(?=[a-zà-ỹđ])"
)
_FUNCTION_AFTER = re.compile(
    r"(?:Tổng cục|Chi cục|Cục|Vụ|Học viện|Trung tâm|Phòng|Sở|Trường|Bệnh viện|Hạt|Trạm) (?=[^\W\d_])"
)


def _with_capitals(name: str) -> str:
    """The place after a Party committee (`HUYỆN ỦY ĐÔ LƯƠNG`), and the function of a body, which no list of names
    holds, with their capitals (Nghị định 30/2020/NĐ-CP, Phụ lục II, mục IV).

    >>> _with_capitals("Huyện ủy đô lương"), _with_capitals("Chi cục kiểm lâm"), _with_capitals("Sở Y tế")
    ('Huyện ủy Đô Lương', 'Chi cục Kiểm lâm', 'Sở Y tế')
    """
    if name.startswith("Ban Chấp hành trung ương"):
        return name.replace("trung ương", "Trung ương", 1)
    if named := _PROPER.match(name):
        name = named[0] + name[named.end() :].title()
    found = _PARTY_PLACE.fullmatch(name)
    if found and found["place"].islower():
        return f"{found['body']}{found['level'] or ''}{found['place'].title()}"
    head = _FUNCTION_AFTER.match(name)
    return head[0] + name[head.end()].upper() + name[head.end() + 1 :] if head else name


def _placed(issuer: str, parents: list[str]) -> str:
    if _LEVEL_PLACE.search(issuer) or _CENTRAL.match(issuer):
        return issuer
    place = next(
        (found.group() for parent in reversed(parents) if (found := _LEVEL_PLACE.search(parent))), None
    )
    level = next((level for level in _LEVELS if place and issuer.endswith(" " + level)), None)
    if level and place:
        return f"{issuer} {place.removeprefix(level).strip()}" if place.startswith(level) else issuer
    return f"{issuer} {place}" if place else issuer
