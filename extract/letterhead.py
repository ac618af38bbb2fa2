"""The letterhead (phần đầu văn bản): number, place and date, wherever the lines stand; `letterhead_bodies`: the issuer.

Left column: the body over the issuer, the issuer, the number; right column: quốc hiệu, tiêu ngữ, place and date
(Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II). The lines may come in any order, and broken.
"""

from __future__ import annotations

import re

from extract.body_words import UPPER
from extract.dates import BLANK_DATE, DATE, iso_date, written
from extract.symbols import SYMBOL
from rulebook.number import parse as parse_number

NUMBER_LINE = re.compile(r"(?:^|[\s|])[Ss]ố\s*:?\s*(?P<number>[^\n]{0,60})")
ABOUT = re.compile(r"(?:^|[\s“\"])(?:V/v|v/v|Về việc)\s*:?\s*(?P<about>.*)$")
MOTTO = re.compile(r"CỘNG\s+H[ÒO][AÀ]\s+XÃ|Độc\s+lập|ĐẢNG\s+CỘNG\s+SẢN|^\s*[*_=-]+\s*$", re.IGNORECASE)
_WORD = rf"[{UPPER}][^\W\d_]*(?:['’][^\W\d_]+)*"  # `Cư M'gar`, `Ea H'leo`
PLACE_DATE = re.compile(
    rf"(?<![\w/-])(?P<place>(?:Thành phố\s+)?(?:Quận \d+|{_WORD})"
    rf"(?:[\s.-]+{_WORD}){{0,4}})\s*,\s*"
    r"(?:hồi\s+\d{1,2}\s*(?:giờ|h)\s*(?:\d{1,2}\s*(?:phút|')?)?,?\s*)?(?=ng[àa]y|\d)",
    re.UNICODE,
)
BARE_NUMBER = re.compile(r"\s*(?P<number>\d+\s*[-/][^\n]{0,60})")
_AFTER_NUMBER = re.compile(r"\s{3,}|,|\s+V/v|\s+(?=ngày)")
_LOOSE_DATE = re.compile(r"ngày\s*(\d{1,2})?\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*((?:19|20)\d{2})")
_NAME = rf"[{UPPER}](?!\w*[{UPPER}])\w*"
# A place that a narrow column has broken: `Lâm`, then `Đồng, ngày 09 tháng 3 năm 2022`.
_PLACE_BEGUN = re.compile(
    rf"(?:[Tt]hành phố|TP\.?|(?:TP\.? |[Tt]hành phố )?{_NAME}(?: (?:- )?{_NAME}){{0,2}}(?: -)?)"
)
_TORN_DIGITS = re.compile(r"((?:ngày|tháng) )([0-3]) (\d)(?= (?:tháng|năm) )")
_UNREAD_DAY = re.compile(r"ng[àa]y ?\S{0,8} ?th[áa]ng (\d{1,2}) n[ăa]m ((?:19|20)\d\d)(?!\d)")
_CODE_GOES_ON = re.compile(r"[-/]?\w")


def letterhead_number(lines: tuple[str, ...]) -> str | None:
    """The document's own number, in the official form; a number left blank by the drafter is `/KH-UBND`. Nothing
    where the number cannot be read, nor that of another document, which the subject may name.

    >>> letterhead_number(("UBND TỈNH LÂM ĐỒNG", "Số: 22 /KH-UBND"))
    '22/KH-UBND'
    """
    for line in lines:
        about = ABOUT.search(line)
        own = line[: about.start()] if about else line
        found = NUMBER_LINE.search(own) or BARE_NUMBER.match(own)
        if not found:
            continue
        beside = PLACE_DATE.search(own, found.start("number"))
        end = beside.start() if beside else found.end()
        said = _AFTER_NUMBER.split(own[found.start("number") : end].strip())[0]
        if number := _own_number(said):
            return number
        if "/" in said:
            return None
    return None


def _own_number(said: str) -> str | None:
    symbol = SYMBOL.match("số " + said, 3)
    text = symbol.group() if symbol else said
    if symbol and _CODE_GOES_ON.match("số " + said, symbol.end()):
        text = said.split()[0]
    number = parse_number(text)
    return str(number) if number else None


def letterhead_date(lines: tuple[str, ...]) -> str | None:
    """The date under the motto, ISO 8601, as precise as it is written; without the day where that cannot be read.

    >>> letterhead_date(("Đắk Lắk, ngày", "tháng 3 năm 2020"))
    '2020-03'
    """
    flat = _TORN_DIGITS.sub(r"\1\2\3", " ".join(" ".join(lines).split()))
    places = list(PLACE_DATE.finditer(flat))
    for place in places:
        at = place.end()
        if found := DATE.match(flat, at) or BLANK_DATE.match(flat, at):
            return iso_date(found)
        if unread := _UNREAD_DAY.match(flat, at):
            return written(int(unread[2]), int(unread[1]))
    start = places[0].end() if places else 0
    if found := DATE.search(flat, start) or BLANK_DATE.search(flat, start):
        return iso_date(found)
    if loose := _LOOSE_DATE.search(flat):
        return f"{loose[3]}-{int(loose[2]):02d}" + (f"-{int(loose[1]):02d}" if loose[1] else "")
    return None


def letterhead_place(lines: tuple[str, ...]) -> str | None:
    """The place before the date (`Lâm Đồng, ngày 09 tháng 3 năm 2022`), from the start of its line, from the end of
    the line before where it is broken, or from behind the left column.

    >>> letterhead_place(("TỈNH LÂM ĐỒNG", "Lâm", "Đồng, ngày 09 tháng 3 năm 2022"))
    'Lâm Đồng'
    """
    before = ""
    for line in (" ".join(line.split()) for line in lines):
        broken = _PLACE_BEGUN.fullmatch(before)
        whole = f"{before} {line}" if broken else line
        found = PLACE_DATE.search(whole)
        if found and (place := _without_capitals(found["place"])):
            return None if _is_torn(whole[: found.start()]) else place
        before = line
    return None


def _is_torn(before: str) -> bool:
    """Whether what stands before a place is the rest of it, torn to pieces: `Qu ả ng Bình`."""
    words = before.split()
    return bool(words) and all(len(word) < 3 for word in words)


def _without_capitals(place: str) -> str:
    """`ĐỒNG Lâm Đồng` is the end of a line in capitals and the place."""
    words = place.split()
    while words and words[0].isupper() and len(words[0]) > 1 and not words[0].startswith("TP"):
        words = words[1:]
    return " ".join(words)
