"""The letterhead (phần đầu văn bản): number, issuer, place and date, wherever the lines stand.

Left column: the body over the issuer, the issuer, the number; right column: quốc hiệu, tiêu ngữ, place and date
(Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II). The lines may come in any order, and broken.
"""

from __future__ import annotations

import re

from extract.bodies import body_at
from extract.body_words import UPPER
from extract.dates import BLANK_DATE, DATE, iso_date
from extract.symbols import SYMBOL
from extract.type_words import type_names
from ingest.formalities import issuer_line
from rulebook.naming import full_name
from rulebook.number import parse as parse_number

NUMBER_LINE = re.compile(r"(?:^|[\s|])[Ss]ố\s*:?\s*(?P<number>[^\n]{0,60})")
ABOUT = re.compile(r"(?:^|\s)(?:V/v|v/v|Về việc)\s*:?\s*(?P<about>.*)$")
MOTTO = re.compile(r"CỘNG\s+H[ÒO][AÀ]\s+XÃ|Độc\s+lập|ĐẢNG\s+CỘNG\s+SẢN|^\s*[*_=-]+\s*$", re.IGNORECASE)
PLACE_DATE = re.compile(
    rf"(?<![\w/-])(?P<place>(?:Thành phố\s+)?(?:Quận \d+|[{UPPER}][^\W\d_]*)"
    rf"(?:[\s.-]+[{UPPER}][^\W\d_]*){{0,4}})\s*,\s*(?=ngày|\d)",
    re.UNICODE,
)
_BARE_NUMBER = re.compile(r"\s*(?P<number>\d+\s*[-/][^\n]{0,60})")
_AFTER_NUMBER = re.compile(r"\s{3,}|,|\s+V/v|\s+(?=ngày)")
_LOOSE_DATE = re.compile(r"ngày\s*(\d{1,2})?\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*((?:19|20)\d{2})")
_LEVEL_PLACE = re.compile(
    rf"(?<!\w)(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)\s+[{UPPER}]\w*(?:\s+[{UPPER}\d]\w*)*"
)
_CENTRAL = re.compile(r"(?:Bộ|Quốc hội|Chính phủ|Thủ tướng|Ủy ban thường vụ|Văn phòng Chính phủ)(?!\w)")
_BEGINS = re.compile(
    r"(?:ĐẢNG BỘ|BAN|BỘ|SỞ|UBND|PHÒNG|TRUNG TÂM|VĂN PHÒNG|THỦ TƯỚNG|QUỐC HỘI|ĐẢNG ỦY|TRƯỜNG|BỆNH VIỆN|HỘI|ĐOÀN"
    r"|CÔNG TY)(?!\w)"
)
_GOES_ON = re.compile(r"(?:TỈNH|HUYỆN|XÃ|THÀNH PHỐ|QUẬN|THỊ XÃ|PHƯỜNG) ")


def letterhead_number(lines: tuple[str, ...]) -> str | None:
    """The document's own number, in the official form; a number left blank by the drafter is `/KH-UBND`.

    >>> letterhead_number(("UBND TỈNH LÂM ĐỒNG", "Số: 22 /KH-UBND"))
    '22/KH-UBND'
    """
    for line in lines:
        found = NUMBER_LINE.search(line) or _BARE_NUMBER.match(line)
        if not found:
            continue
        beside = PLACE_DATE.search(line, found.start("number"))
        said = _AFTER_NUMBER.split(
            line[found.start("number") : beside.start() if beside else found.end()].strip()
        )[0]
        symbol = SYMBOL.match("số " + said, 3)
        if number := parse_number(symbol.group() if symbol else said):
            return str(number)
    return None


def letterhead_date(lines: tuple[str, ...]) -> str | None:
    """The date under the motto, ISO 8601, as precise as it is written.

    >>> letterhead_date(("Đắk Lắk, ngày", "tháng 3 năm 2020"))
    '2020-03'
    """
    flat = " ".join(" ".join(lines).split())
    place = PLACE_DATE.search(flat)
    start = place.end() if place else 0
    if found := DATE.search(flat, start) or BLANK_DATE.search(flat, start):
        return iso_date(found)
    if loose := _LOOSE_DATE.search(flat):
        return f"{loose[3]}-{int(loose[2]):02d}" + (f"-{int(loose[1]):02d}" if loose[1] else "")
    return None


def letterhead_place(lines: tuple[str, ...]) -> str | None:
    """The place before the date (`Lâm Đồng, ngày 09 tháng 3 năm 2022`).

    >>> letterhead_place(("TỈNH LÂM ĐỒNG", "Lâm", "Đồng, ngày 09 tháng 3 năm 2022"))
    'Lâm Đồng'
    """
    whole = [found for line in lines if (found := PLACE_DATE.match(" ".join(line.split())))]
    flat = " ".join(" ".join(lines).split())
    spread = [found for found in PLACE_DATE.finditer(flat) if not found["place"].isupper()]
    found = max(
        [*whole[:1], *spread[:1]], key=lambda match: len(_without_capitals(match["place"])), default=None
    )
    return _without_capitals(found["place"]) or None if found else None


def _without_capitals(place: str) -> str:
    """`ĐỒNG Lâm Đồng` is the end of a line in capitals and the place."""
    words = place.split()
    while words and words[0].isupper() and len(words[0]) > 1 and not words[0].startswith("TP"):
        words = words[1:]
    return " ".join(words)


def letterhead_issuer(lines: tuple[str, ...]) -> str | None:
    """The last body in the left column, with the place that it or the body over it names.

    >>> letterhead_issuer(("UBND TỈNH KIÊN GIANG", "SỞ Y TẾ", "Số: 2084/KH-SYT"))
    'Sở Y tế tỉnh Kiên Giang'
    """
    capitals = [words for line in lines if (words := _issuer_words(line))]
    names = [_with_capitals(full_name(name)) for name in _joined(capitals)]
    return _placed(names[-1], names[:-1]) if names else None


_PARTY_PLACE = re.compile(
    r"(?P<body>(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng) ủy)(?P<level> (?:xã|phường))?(?P<place>(?: \w+)+)"
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
    if found := _PARTY_PLACE.fullmatch(name):
        return f"{found['body']}{found['level'] or ''}{found['place'].title()}"
    head = _FUNCTION_AFTER.match(name)
    return head[0] + name[head.end()].upper() + name[head.end() + 1 :] if head else name


def _issuer_words(line: str) -> str | None:
    words = " ".join(line.replace("*", " ").split()).strip(" -_|")
    other = MOTTO.search(words) or NUMBER_LINE.search(words) or DATE.search(words) or BLANK_DATE.search(words)
    if (
        not words
        or other
        or ABOUT.match(words)
        or not words.isupper()
        or words.lower().strip(" :") in type_names()
    ):
        return None
    return words


def _joined(lines: list[str]) -> list[str]:
    """Lines to names: a line that begins no body goes on with the name before it."""
    names: list[str] = []
    for line in lines:
        headed = issuer_line(line) and " " in line
        begins = body_at(full_name(line), 0) is not None or bool(_BEGINS.match(line)) or headed
        if not names or (begins and not _GOES_ON.match(line)):
            names.append(line)
        else:
            names[-1] = f"{names[-1]} {line}"
    return names


def _placed(issuer: str, parents: list[str]) -> str:
    if _LEVEL_PLACE.search(issuer) or _CENTRAL.match(issuer):
        return issuer
    place = next(
        (found.group() for parent in reversed(parents) if (found := _LEVEL_PLACE.search(parent))), None
    )
    return f"{issuer} {place}" if place else issuer
