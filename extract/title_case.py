"""Titles printed in capitals, in sentence case: small letters but for names, numbers and abbreviations.

Capitals stand where Nghị định 30/2020/NĐ-CP, Phụ lục II puts them: bodies (mục IV), places (mục III), the type of a
document that is meant (mục V, khoản 7). What no list knows and no form shows to be a name stays in small letters.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extract.symbols import SYMBOL
from rulebook.naming import in_official_spelling
from rulebook.number import parse as parse_number
from rulebook.spelling import flatten
from rulebook.tables import abbreviations, document_types

_CAPITAL_SHARE = 0.7  # of the letters of a title in capitals; numbers and abbreviations may hold small ones
_WORD = re.compile(r"[^\W\d_]+")
_VOWELS = frozenset("aeiouy")
_FOREIGN = frozenset(
    {"ASEAN", "UNESCO", "UNICEF", "APEC", "AIDS", "OCOP", "ODA", "FDI", "ISO", "PAPI", "SIPAS"}
)
_ROMAN = re.compile(r"(?<=\s)[ivxlc]+(?![^\W_])")
_COUNTED_BY = re.compile(
    r"(?:khóa|thứ|lần|chương|phần|phụ lục|quý|hạng|loại|nhóm|mức|đợt|k[ỳì]|giai đoạn|cấp|vùng)\s$"
)
# Where the name of a place ends: before these words; and the words that are none after a level.
_ENDS_PLACE = re.compile(
    r"trực|trên|trong|năm|giai|đến|về|và|của|theo|nhiệm|khóa|lần|để|từ|do|là|có|cho|với|tại|"
    r"ở|giữa|khi|thuộc|ngày|tháng|quý|thực|thời|bằng|gồm|như|được|đã|đang|sẽ|phải|triển|"
    r"phê|ban|quy|phát|đẩy|nâng|tăng|phòng|nhằm|tầm|định|kỳ|cấp"
)
_NO_PLACE = re.compile(
    r"nghèo|miền|biên|ven|vùng|mới|đảo|hội|viên|hóa|ủy|đoàn|nông|đạt|đặc|an|tham|loại|"
    r"trọng|lân|giáp|khó|bãi|thuộc|hướng|sáng|thông"
)
_PLACED = re.compile(
    r"(?<!\w)(?P<level>(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu) )"
    r"(?P<words>[^\W\d_]+(?:(?: - | )[^\W\d_]+){0,3})"
)
_LONGEST_PLACE = 3  # words
_FIXED = (
    (re.compile(r"(?<!\w)(của|trung ương|thành lập|xây dựng) đảng(?! (?:viên|ủy|phí|đoàn))(?!\w)"), r"\1 Đảng"),
    (re.compile(r"(?<!\w)(?:ban chấp hành )?trung ương Đảng(?!\w)"), lambda found: found[0][0].upper() + found[0][1:]),
    (re.compile(r"(?<!\w)đảng bộ(?!\w)"), "Đảng bộ"),
    (re.compile(r"(?<!\w)đảng cộng sản(?!\w)", re.IGNORECASE), "Đảng Cộng sản"),
    (re.compile(r"(?<!\w)tết nguyên đán(?!\w)"), "Tết Nguyên đán"),
    (re.compile(r"(?<!\w)liên hợp quốc(?!\w)"), "Liên hợp quốc"),
    (re.compile(r"(?<!\w)(tết|hồ chí minh|covid)(?!\w)"), lambda found: found[0].title()),
)  # fmt: skip


def sentence_case(text: str) -> str:
    """A title printed in capitals, in sentence case; other titles as they are.

    >>> sentence_case("VỀ VIỆC PHÂN CÔNG NHIỆM VỤ TRÊN ĐỊA BÀN TỈNH THỪA THIÊN HUẾ")
    'Về việc phân công nhiệm vụ trên địa bàn tỉnh Thừa Thiên Huế'
    >>> sentence_case("THỰC HIỆN QUYẾT ĐỊNH SỐ 5/QĐ-TTG CỦA THỦ TƯỚNG CHÍNH PHỦ"), sentence_case("Chống hạn")
    ('Thực hiện Quyết định số 5/QĐ-TTg của Thủ tướng Chính phủ', 'Chống hạn')
    """
    words = " ".join(text.split()).strip(" -.*_")
    letters = [letter for letter in words if letter.isalpha()]
    if not letters or sum(letter.isupper() for letter in letters) < _CAPITAL_SHARE * len(letters):
        return words
    pieces: list[str] = []
    done = 0
    for symbol in SYMBOL.finditer(words):
        number = parse_number(symbol[0])
        pieces += [_small(words[done : symbol.start()]), str(number) if number else symbol[0]]
        done = symbol.end()
    running = "".join([*pieces, _small(words[done:])])
    running = _numbered().sub(lambda found: found[0].capitalize(), running)
    running = _taken().sub(lambda found: found[1] + found[2].capitalize(), running)
    return running[:1].upper() + running[1:]


def _small(capitals: str) -> str:
    small = _WORD.sub(lambda word: word[0] if _is_abbreviation(word[0]) else word[0].lower(), capitals)
    small = _PLACED.sub(_named_place, small)
    for pattern, meant in _FIXED:
        small = pattern.sub(meant, small)
    return _ROMAN.sub(
        lambda found: (
            found[0].upper() if len(found[0]) > 2 or _COUNTED_BY.search(small[: found.start()]) else found[0]
        ),
        in_official_spelling(small),
    )


def _is_abbreviation(word: str) -> bool:
    if word in _FOREIGN or word in _abbreviations():
        return True
    return len(word) > 1 and word.isupper() and _VOWELS.isdisjoint(flatten(word)) and not _is_roman(word)


@lru_cache(maxsize=1)
def _abbreviations() -> frozenset[str]:
    """Those of three letters and more, which are no words."""
    return frozenset(
        short for row in abbreviations() for short in (row.short, *row.variants) if len(short) > 2
    )


def _is_roman(word: str) -> bool:
    return set(word) <= set("IVXLC")


def _named_place(found: re.Match[str]) -> str:
    """The words after a level with capitals, as far as it is sure that they are a name and where it ends."""
    words = found["words"].split(" ")
    end = next((at for at, word in enumerate(words) if _ENDS_PLACE.fullmatch(word)), len(words))
    if end == 0 or end > _LONGEST_PLACE + words[:end].count("-") or _NO_PLACE.fullmatch(words[0]):
        return found[0]
    named = [word[:1].upper() + word[1:] for word in words[:end]]
    return found["level"] + " ".join([*named, *words[end:]])


@lru_cache(maxsize=1)
def _kinds() -> str:
    names = {row.name.lower() for row in document_types()} | {"danh mục", "quy trình"}
    return "|".join(sorted(names, key=lambda name: (-len(name), name)))


@lru_cache(maxsize=1)
def _numbered() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_kinds()})(?= (?:liên tịch )?số \d)")


@lru_cache(maxsize=1)
def _taken() -> re.Pattern[str]:
    """The type of a document behind a verb that takes one."""
    return re.compile(
        rf"(?<!\w)((?i:ban hành|phê duyệt|công bố|kèm theo|thi hành|thực hiện) )({_kinds()})(?!\w)"
    )
