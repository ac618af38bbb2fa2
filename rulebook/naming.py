"""The full official name of a body, from whatever a document calls it.

A name is read by its grammar, not looked up whole: a head (`Sở`, `Phòng`, `Bộ`) with a field of government, or a body
that has an abbreviation of its own (`UBND`, `BHXH`), among words that stay as they are (`tỉnh`, `các huyện`, a place).
So a body nobody has listed is written out as far as it can be, and unknown words stay exactly as written. In turn:

    1  abbreviations that only their neighbours decide    TT HĐND, CT UBND, PGD NHCSXH, TP Huế
    2  heads with their fields                            Phòng GD&ĐT, Sở Lao động- TB&XH, SLĐTBXH
    3  abbreviations that always mean the same body       UBND, HĐND, BCĐ, LHPN
    4  the spelling of what is known                      Ủy ban Nhân dân, Hội liên hiệp phụ nữ
"""

from __future__ import annotations

import re
from functools import lru_cache

from rulebook.fields import read_field
from rulebook.issuing import issuer_of, issuers_of
from rulebook.spelling import flatten, normalise
from rulebook.tables import abbreviations, agencies, issuers, provinces

__all__ = ["full_name", "issuer_of", "issuers_of"]

_HEADS = {
    name.casefold(): name
    for name in (
        "Bộ",
        "Sở",
        "Phòng",
        "Ủy ban",
        "Ban",
        "Trung tâm",
        "Hội đồng",
        "Đài",
        "Tổng cục",
        "Chi cục",
        "Cục",
        "Vụ",
    )
}
# A head in small letters may be part of another word (`cán bộ`, `cơ sở`), except where a name can begin.
_HEAD = re.compile(
    rf"(?<!\w)(?:(?:^|(?<=[,;(] )|(?<=và )|(?<=của )|(?<=các ))(?i:(?P<any>{'|'.join(_HEADS)}))"
    rf"|(?P<capital>{'|'.join(_HEADS.values())}))(?= )"
)
_GLUED_HEADS = {"B": "Bộ", "S": "Sở", "P": "Phòng"}
_GLUED = re.compile(r"(?<![\w&/-])[BSP](?=[A-ZĐ])[A-ZĐ&,-]*[A-ZĐ](?![\w&-])|(?<!\w)SNgV(?!\w)")
_MEANS_TWO_BODIES = frozenset({"BTC", "BCT", "BDT", "BTG", "BNC"})  # Bộ Tài chính or Ban Tổ chức, ...

_BODY = r"(?:HĐND|UBND|UBMTTQ|MTTQ|TU|T\.U|HU|ĐU|BTV|[TQHĐ]\w+ ủy|Thị ủy|Hội đồng|Ủy ban)"
_FIELDS_OF_CENTRES = (
    r"(?:VH|YT|GDTX|GDNN|GDQP|DVNN|PVHCC|HCC|PTQĐ|Y tế|Văn hóa|Giáo dục|Dịch vụ|Phục vụ|Khuyến nông)"
)
_IN_CONTEXT = tuple(
    (re.compile(pattern), full)
    for pattern, full in (
        (rf"\bTT[. ]\s*(?={_BODY})", "Thường trực "),
        (rf"\bVP\.?\s+(?={_BODY}|Đoàn ĐBQH|ĐĐBQH|Sở\b|Điều phối|BCĐ)", "Văn phòng "),
        (r"\bVP\.?(?=UBND|HĐND)", "Văn phòng "),
        (r"\bCT(?=\.?\s*UBND|,? các PCT|, PCT)", "Chủ tịch"),
        (r"\b(P?CT)\.\s*(?=UBND|HĐND)", r"\1 "),
        (r"\bPCT\b", "Phó Chủ tịch"),
        (r"\bPCVP\b", "Phó Chánh Văn phòng"),
        (r"\bBTT\b(?= (?:UB|[ỦủUu][ỷy] ban|MTTQ))", "Ban Thường trực"),
        (r"\bCVP\b", "Chánh Văn phòng"),
        (r"\b(?:BCH ?QS|BCH Quân sự)(?= (?:tỉnh|thành phố|TP))", "Bộ Chỉ huy Quân sự"),
        (r"\b(?:BCH ?QS|BCH Quân sự)\b", "Ban Chỉ huy Quân sự"),
        (r"\b(?:BCH|Bộ CH)(?= (?:BĐBP|Bộ đội))", "Bộ Chỉ huy"),
        (r"\bBCH(?= (?:PCTT|phòng))", "Ban Chỉ huy"),
        (r"\bBCH(?= (?:Đảng|TW|Trung ương|Công đoàn|Đoàn|Hội))", "Ban Chấp hành"),
        (r"\bPGD(?= (?:NHCSXH|Ngân hàng))", "Phòng giao dịch"),
        (r"\bCA(?= (?:tỉnh|thành phố|TP|huyện|quận|thị xã|xã|phường|các))", "Công an"),
        (r"\bUB ?(?=MTTQ|Mặt trận)", "Ủy ban "),
        (r"\bUB ND\b", "UBND"),
        (r"\bBV(?= (?:ĐK|[A-ZĐ]))", "Bệnh viện"),
        (
            r"\bTT(?= (?:VH|YT|GDTX|GDNN|GDQP|DVNN|PVHCC|HCC|PTQĐ|Y tế|Văn hóa|Giáo dục|Dịch vụ|Phục vụ|Khuyến nông))",
            "Trung tâm",
        ),
        (r"(?<=Hội )ND\b", "Nông dân"),
        (r"(?<=Hội )(?:PN|LHPN)\b", "Liên hiệp Phụ nữ"),
        (r"(?<=Hạt )KL\b", "Kiểm lâm"),
        (r"(?<=Trường )CĐ\b", "Cao đẳng"),
        (r"(?<=Trường )ĐH\b", "Đại học"),
        (r"(?<=Bệnh viện )ĐKKV\b", "đa khoa khu vực"),
        (r"\b[Ủủ]yban\b", "Ủy ban"),
        (r"\b(HĐND|UBND)\s?-\s?(?=HĐND|UBND)", r"\1 - "),
        (r"\b(HĐND|UBND)\s?&\s?(?=HĐND|UBND)", r"\1 và "),
        (r"(?<=Bệnh viện )ĐK\b", "đa khoa"),
        (r"(?<=Công an )ĐK\b|(?<=UBND )ĐK\b|(?<=HĐND )ĐK\b", "đặc khu"),
        (r"(?<=Công ty )CP\b", "cổ phần"),
        (r"(?<=Tài chính - )KH\b", "Kế hoạch"),
        (r"(?<=\w )VN$", "Việt Nam"),
        (r"(?<=Trường )THPT\b", "Trung học phổ thông"),
        (r"(?<=Trường )THCS\b", "Trung học cơ sở"),
        (r"\bTP\.?\s?HCM\b|\bTPHCM\b", "Thành phố Hồ Chí Minh"),
        (r"(?<!Sở )(?<!Phòng )\bTP\b\.?\s?(?=\w)", "thành phố "),
        (r"(?<!Sở )(?<!Phòng )\bTP\b\.?(?=[,;)]|$)", "thành phố"),
        (r"\bTX\b\.?\s?(?=\w)", "thị xã "),
        (r"\bTX\b\.?(?=[,;)]|$)", "thị xã"),
        (r"(?<=, )TT\b\.?(?=[,;)]|$)", "thị trấn"),
    )
)
_FRONT = re.compile(r"(Ủy ban (?:Trung ương )?Mặt trận Tổ quốc)(?! Việt Nam)")
_PHRASE_HEADS = re.compile(
    "(?:Ủy|Hội|Ban|Bảo|Ngân|Kho|Tòa|Viện|Kiểm|Thanh|Thành|Liên|Tổng|Đoàn|Trung|Văn|Bộ|Mặt|Thủ|Quốc|Thông|Đài"
    "|Cục|Công|Chi|Phó|Thường|Đảng|Chủ|Tỉnh|Huyện|Chính|Các|Phòng|Đội) "
)
_READ_BY_FIELD = frozenset({"ministry", "department", "division"})
_TOO_SHORT = frozenset({"Đoàn xã", "Tỉnh đoàn", "Huyện đoàn"})  # part of other names
_WORD = re.compile(r"[^\W\d_]+")
_VOWELS = frozenset("aeiouy")
_LEVEL = r"(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu) "
_PLACE = re.compile(
    rf"(?<!\w)({_LEVEL})((?!(?:ủy|đoàn|hội|trực thuộc|và|về)\b)[^\W\d_]+"
    r"(?:(?: - | )(?!(?:giai|năm|khóa|nhiệm|về|và|các|trực)\b)[^\W\d_]+){0,4})"
)


@lru_cache(maxsize=8192)
def full_name(text: str) -> str:
    """The name that `text` means: abbreviations written out, known parts in their official spelling.

    Spelling follows Nghị định 30/2020/NĐ-CP, Phụ lục II (`Ủy ban nhân dân`, `Sở Tài chính`). A name in capitals, as
    letterheads have it, comes back in small letters. Collectives and unknown words stay as written.

    >>> full_name("Sở LĐ-TB&XH"), full_name("PGD NHCSXH huyện")
    ('Sở Lao động - Thương binh và Xã hội', 'Phòng giao dịch Ngân hàng Chính sách xã hội huyện')
    >>> full_name("UBND các xã, thị trấn"), full_name("các Sở, ban, ngành")
    ('Ủy ban nhân dân các xã, thị trấn', 'các Sở, ban, ngành')
    >>> full_name("UBMTTQ tỉnh"), full_name("ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG")
    ('Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh', 'Ủy ban nhân dân tỉnh Lâm Đồng')
    """
    name = " ".join(normalise(text).split())
    if name in _bodies_of_codes():
        return _bodies_of_codes()[name]
    if name.isupper() and any(_is_word(word) and word not in _meanings() for word in _WORD.findall(name)):
        name = _in_small_letters(_long_abbreviation_pattern().sub(_meaning, name))
    for pattern, full in _IN_CONTEXT:
        name = pattern.sub(full, name)
    name = _written_out(_GLUED.sub(_glued_name, _with_fields(name)))
    name = _phrase_pattern().sub(lambda match: _phrases()[_squeezed(match[0]).casefold()], name)
    return _FRONT.sub(r"\1 Việt Nam", name)


def in_official_spelling(text: str) -> str:
    """Running text with every body and province that is known in its official spelling; abbreviations stay as they are.

    >>> in_official_spelling("chức năng của sở y tế, ủy ban nhân dân huyện và UBND tỉnh thừa thiên huế")
    'chức năng của Sở Y tế, Ủy ban nhân dân huyện và UBND tỉnh Thừa Thiên Huế'
    """
    known = _phrase_pattern().sub(
        lambda match: _phrases().get(_squeezed(match[0]).casefold(), match[0]), _with_fields(text)
    )
    return _province_pattern().sub(lambda place: place[0].title(), known)


def _with_fields(name: str) -> str:
    parts, place = [], 0
    for match in _HEAD.finditer(name):
        head = _HEADS[match[0].casefold()]
        reading = read_field(name, match.end(), head) if match.start() >= place else None
        if reading and not name.startswith(
            "&", reading.end
        ):  # `Phòng QLĐT&CTSV` has a name of its own making
            parts += [name[place : match.start()], f"{head} {reading.field.name}"]
            place = reading.end
    return "".join([*parts, name[place:]])


def _glued_name(match: re.Match[str]) -> str:
    """`SLĐTBXH` is `S` for Sở and a field, if all its letters are used up."""
    code, head = match[0], _GLUED_HEADS[match[0][0]]
    reading = read_field(code, 1, head)
    whole = reading is not None and reading.end == len(code) and code not in _MEANS_TWO_BODIES
    return f"{head} {reading.field.name}" if reading and whole else code


def _written_out(name: str) -> str:
    return _abbreviation_pattern().sub(_meaning, name)


def _meaning(match: re.Match[str]) -> str:
    return _meanings()[_squeezed(match[0])]


def _in_small_letters(name: str) -> str:
    """A name in capitals as running text writes it; the names of places keep their capitals."""
    small = _WORD.sub(lambda word: word[0].lower() if _is_word(word[0]) else word[0], name)
    small = _PLACE.sub(lambda place: place[1] + place[2].title(), small)
    small = _province_pattern().sub(lambda place: place[0].title(), small)
    small = _HONOURED.sub(lambda person: person[0].title(), small)
    return small[:1].upper() + small[1:]


# Persons after whom a school or a hospital is named.
_HONOURED = re.compile(
    r"(?<=[^\W\d_] )(?:nguyễn|trần|lê|phạm|huỳnh|võ|phan|đặng|bùi|ngô|đinh|trịnh|hoàng|đoàn thị|tôn đức|lý tự"
    r"|lý thường|chu văn|hai bà|hồ xuân|cao bá)(?: [^\W\d_]+){1,3}"
    r"(?= (?:xã|phường|thị trấn|huyện|quận|tỉnh|thành phố|thị xã)\b|$)"
)


def _is_word(token: str) -> bool:
    return token.isupper() and not _VOWELS.isdisjoint(flatten(token))


def _squeezed(text: str) -> str:
    return re.sub(r"\s*([&.,-])\s*", r"\1", " ".join(text.split()))


def _any_of(phrases: list[str], flags: int = 0) -> re.Pattern[str]:
    """A pattern for whole phrases, longest first; blanks around `&`, `-` and commas may be there or not."""
    spaced = [
        re.sub(r"(?:\\ )*(\\[&-]|,|\\\.)(?:\\ )*", r"\\s*\1\\s*", re.escape(phrase)) for phrase in phrases
    ]
    longest = sorted(spaced, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<![\w&])(?<!\d/)(?:{'|'.join(longest)})(?![\w&])", flags)


@lru_cache(maxsize=1)
def _meanings() -> dict[str, str]:
    rows = [row for row in abbreviations() if row.domain in ("body", "programme")]
    return {_squeezed(short): row.full for row in rows for short in (row.short, *row.variants)}


@lru_cache(maxsize=1)
def _abbreviation_pattern() -> re.Pattern[str]:
    return _any_of(list(_meanings()))


@lru_cache(maxsize=1)
def _long_abbreviation_pattern() -> re.Pattern[str]:
    """Among capitals `TƯ` or `TU` is a word as often as an abbreviation."""
    return _any_of([short for short in _meanings() if len(short) > 2])


@lru_cache(maxsize=1)
def _bodies_of_codes() -> dict[str, str]:
    """Issuer codes that stand for one body and are used as its name: `BTGTU`, `UBDT`."""
    bodies: dict[str, set[str]] = {}
    for row in issuers():
        for code in (row.code, *row.variants):
            bodies.setdefault(code, set()).add(row.body)
    local = {row.code for row in issuers() if row.level in ("district", "commune") or row.slot == "unit"}
    shut = local | _MEANS_TWO_BODIES | _meanings().keys()
    return {code: next(iter(names)) for code, names in bodies.items() if len(names) == 1 and code not in shut}


@lru_cache(maxsize=1)
def _phrases() -> dict[str, str]:
    """Names of bodies in their official spelling, by their small letters."""
    listed = [
        "Ban Chấp hành",
        "Thành phố Hồ Chí Minh",
        *(full for full in _meanings().values() if full.count(" ") > 1),
    ]
    listed += [
        row.name
        for row in agencies()
        if row.name not in _TOO_SHORT and (row.kind not in _READ_BY_FIELD or row.name.startswith("Ủy ban "))
    ]
    names = [name for name in listed if _PHRASE_HEADS.match(name)]
    return {_squeezed(name).casefold(): name for name in names}


@lru_cache(maxsize=1)
def _phrase_pattern() -> re.Pattern[str]:
    within = _any_of(list(_phrases().values()), re.IGNORECASE).pattern
    return re.compile(rf"(?<!chi )(?<!tổng ){within}", re.IGNORECASE)  # `Chi cục Thuế` is no `Cục Thuế`


@lru_cache(maxsize=1)
def _province_pattern() -> re.Pattern[str]:
    return _any_of(["Việt Nam", *(row.name for row in provinces())], re.IGNORECASE)
