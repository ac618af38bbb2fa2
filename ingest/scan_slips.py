"""Slips of recognition mended where the rules of such documents leave one reading, and nowhere else.

`KÉ HOẠCH` alone on a line is no type of document, `KẾ HOẠCH` is; `l675/QĐ-UBND` is no number, `1675/QĐ-UBND` is one of
a known issuer; after `II.` a heading `HI.` is the third. A word that only looks wrong stays as it was read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import groupby

from ingest.formalities import position_line
from ingest.lines import Grid, GridCell, Line, Part
from ingest.scan_numbers import DIGIT_LIKE, SYMBOL, is_known, issuer_codes, with_numbers_mended
from ingest.scan_spelling import respelled
from rulebook.cues import cues
from rulebook.spelling import fold
from rulebook.tables import agencies, document_types

_NUMBER_HEAD = re.compile(r"[\dOolI]{1,6}/?(?:[12][\dOolI]{3}/)?[A-ZĐ][\wĐ]*-$")
_CODE = re.compile(r"[A-ZĐ][\wĐ]+(?:-[\wĐ]+)*")
_NUMBER_LINE = re.compile(  # the number is written by hand into the printed line
    rf"s[oóòỏõọôốồổỗộơớờởỡợ](?P<garbled>[^\s\w]\S{{0,8}}?)/+(?P<symbol>{SYMBOL})", re.IGNORECASE
)
_NUMBER_GONE = re.compile(  # the stamped number and the slash between garbled
    r"[sS]\S{0,2}[\s:.]*\S{0,3}[\s:.]+[^\sA-ZĐ](?P<code>[A-ZĐ]{2,8})(?P<unit>-[A-ZĐ]{2,8})[\s:.;]*"
)
_BY_HAND_IN_LINE = re.compile(
    rf"(?P<head>\b[Kk]èm theo .{{2,60}}\bsố:?)\s*(?P<garbled>[^/]{{0,8}}?) /(?P<symbol>{SYMBOL})"
)
_QUARTER = re.compile(r"\b([Qq][Uu][ÝýYy]\s)([IÍÌ1l]{1,3}V?|[1l]V)(?=[\s/,.;)]|$)")
_ROMAN_ONE = str.maketrans("ÍÌ1l", "IIII")
_STRAY_QUOTE = re.compile(r"(?:(?<=\s)|^)'(?=[A-ZĐ])")  # the serif of a `T`
_FILED = re.compile(r"^(\W*Lưu:? )V[IlỊÍ1](,|;|$)")  # văn thư, Nghị định 30/2020/NĐ-CP, Phụ lục I
_DATE_BY_HAND = re.compile(
    r"(?P<place>[^,]{2,40},\s?)ngày\s?(?P<day>\S{0,4}) tháng\s?(?P<month>\S{0,3}) năm\s?(?P<year>(?:19|20)\d\d)"
)
_DATE_WORD = re.compile(r"\b(ngày|tháng|năm) ([\dOolI]{1,4})(?![\w/])", re.IGNORECASE)
_MOST = {"ngày": 31, "tháng": 12, "năm": 2100}
_SPLIT_MONTH = re.compile(r"\b(\d{1,2}/1) ([012]/(?:19|20)\d\d)\b")
UNREAD = "[…]"
"""What stands in the text for a number that was written by hand and cannot be read."""

_PADDED = re.compile(r"(\d{1,3})(?:\.{2,}|…)")  # a number in a narrow cell
_HEALTH = re.compile(r"\b[ÝỲỶỸỴ](?= (?:tế|TẾ)\b)")
_ROMAN = re.compile(r"(?P<numeral>[IVXHNUl]{1,6})\s?\.\s*(?=[^\W\d_])")
_ONE_OR_TWO = re.compile(r"([12])\.\s")
_LONGEST_HEADING = 150
_NAME_WORDS = (3, 4, 5)
_MOST_SHOWN = 12
_ROMAN_LIKE = {"H": "II", "N": "II", "U": "II", "l": "I"}
_ROMANS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
_FORMS = (  # fixed by Nghị định 30/2020/NĐ-CP, Phụ lục I and III
    *(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Nơi nhận:",
    ),
    *("CHỦ TỊCH", "PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH", "BỘ TRƯỞNG", "THỨ TRƯỞNG", "KT. BỘ TRƯỞNG", "GIÁM ĐỐC"),
    *(
        "PHÓ GIÁM ĐỐC",
        "KT. GIÁM ĐỐC",
        "CHÁNH VĂN PHÒNG",
        "THỦ TƯỚNG",
        "PHÓ THỦ TƯỚNG",
        "QUYẾT ĐỊNH:",
        "PHỤ LỤC",
    ),
)


def mended(parts: Iterable[Part]) -> list[Part]:
    """The parts with the slips in their recognised lines mended."""
    result = _with_chapters([_mended_part(part) for part in parts])
    whole = [
        _number_over_lines(_signed_for(part, after), after)
        for part, after in zip(result, [*result[1:], None], strict=True)
    ]
    return _respelled(whole)


def _mended_part(part: Part) -> Part:
    if isinstance(part, Line):
        return _mended_line(part)
    cells = (replace(cell, lines=tuple(map(_mended_line, cell.lines))) for cell in part.cells)
    return replace(part, cells=tuple(cells))


def _with_chapters(parts: Sequence[Part]) -> list[Part]:
    """The parts with the Roman numerals of headings mended where they can only be the next one. `1.` before `II.` is
    `I.` if no `2.` stands between them."""
    result = list(parts)
    last, one = 0, None  # the last numeral; where `1.` stands as long as it may be the first
    for at, part in enumerate(parts):
        if not isinstance(part, Line) or part.confidence is None:
            continue
        if not last and (begun := _ONE_OR_TWO.match(part.text)):
            one = at if begun[1] == "1" else None
        chapter = _chapter(part.text, last or int(one is not None))
        if chapter is None:
            continue
        result[at], last = replace(part, text=chapter[0]), chapter[1]
        if one is not None and last == 2:
            result[one] = _first_chapter(result[one])
        one = None
    return result


def _first_chapter(part: Part) -> Part:
    return replace(part, text="I" + part.text[1:]) if isinstance(part, Line) else part


def _respelled(parts: Sequence[Part]) -> list[Part]:
    """The recognised lines with their words mended: lines that follow one another together, each cell for itself."""
    result: list[Part] = []
    for recognised, group in groupby(
        parts, key=lambda part: isinstance(part, Line) and part.confidence is not None
    ):
        if recognised:
            lines = [part for part in group if isinstance(part, Line)]
            result += _with_texts(lines, respelled([line.text for line in lines]))
        else:
            result += [_respelled_cells(part) if isinstance(part, Grid) else part for part in group]
    return result


def _respelled_cells(grid: Grid) -> Grid:
    return replace(grid, cells=tuple(_respelled_cell(cell) for cell in grid.cells))


def _respelled_cell(cell: GridCell) -> GridCell:
    if any(line.confidence is None for line in cell.lines):
        return cell
    return replace(cell, lines=tuple(_with_texts(cell.lines, respelled([line.text for line in cell.lines]))))


def _with_texts(lines: Sequence[Line], texts: Sequence[str]) -> list[Line]:
    return [replace(line, text=text) for line, text in zip(lines, texts, strict=True)]


def mending_warnings(before: Sequence[Part], after: Sequence[Part]) -> tuple[str, ...]:
    """What was mended, for the reader of the document, in Vietnamese: how often, and the first few places, each as it
    was read and as it is now. `after` is what `mended` made of `before`.

    >>> line = Line("ngày 2l tháng 10", confidence=0.9)
    >>> mending_warnings([line], mended([line]))
    ('đã sửa 1 chỗ nhận dạng sai chữ, số: 2l → 21',)
    """
    pairs = [
        pair
        for was, now in zip(_texts(before), _texts(after), strict=True)
        if was != now
        for pair in _changes(was, now)
    ]
    if not pairs:
        return ()
    shown = [f"{was or '(trống)'} → {now}" for was, now in dict.fromkeys(pairs)]
    more = "; …" if len(shown) > _MOST_SHOWN else ""
    mended = f"đã sửa {len(pairs)} chỗ nhận dạng sai chữ, số: {'; '.join(shown[:_MOST_SHOWN])}{more}"
    unread = sum(text.count(UNREAD) for text in _texts(after))
    if not unread:
        return (mended,)
    return (mended, f"{unread} số viết tay hoặc mờ không đọc được, ghi là {UNREAD}; đối chiếu với bản gốc")


def _texts(parts: Iterable[Part]) -> Iterator[str]:
    for part in parts:
        lines = [part] if isinstance(part, Line) else [line for cell in part.cells for line in cell.lines]
        yield from (line.text for line in lines)


def _changes(was: str, now: str) -> Iterator[tuple[str, str]]:
    """The words that differ."""
    before, after = was.split(), now.split()
    for kind, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            yield " ".join(before[i:j]), " ".join(after[k:m])


def _mended_line(line: Line) -> Line:
    return line if line.confidence is None else replace(line, text=mended_text(line.text))


def _number_over_lines(part: Part, after: Part | None) -> Part:
    """A number that breaks at its hyphen, mended as one on one line is."""
    if not isinstance(part, Line) or not isinstance(after, Line) or part.confidence is None:
        return part
    head, tail = _NUMBER_HEAD.search(part.text), _CODE.match(after.text)
    if head is None or tail is None or is_known(head[0] + tail[0]):
        return part
    whole = with_numbers_mended(head[0] + tail[0])
    if not whole.endswith(f"-{tail[0]}") or whole == head[0] + tail[0]:
        return part
    return replace(part, text=part.text[: head.start()] + whole.removesuffix(tail[0]))


def _signed_for(part: Part, after: Part | None) -> Part:
    """A position over that of its deputy: the deputy signs for it, and `KT.` stands before it (Nghị định 30/2020/NĐ-CP,
    Phụ lục I, mục II, 7). Where it was written by hand it cannot be read."""
    if not isinstance(part, Line) or not isinstance(after, Line) or part.confidence is None:
        return part
    deputy = part.text.isupper() and after.text == f"PHÓ {part.text}" and position_line(after.text)
    return replace(part, text=f"KT. {part.text}") if deputy else part


def mended_text(text: str) -> str:
    """One recognised line, mended.

    >>> [mended_text(t) for t in ("KÉ HOẠCH", "SƠ Y TẾ", "Độc lập Tự do - Hạnh phúc", "số l675/QĐ-UBND", "O5/NQ-HĐND")]
    ['KẾ HOẠCH', 'SỞ Y TẾ', 'Độc lập - Tự do - Hạnh phúc', 'số 1675/QĐ-UBND', '05/NQ-HĐND']
    >>> [mended_text(t) for t in ("4969/QĐ-B YT của", "1675QĐ-UBND", "ngày 2l tháng 1O", "KẾ TOÁN", "từ 20/1 1/2017")]
    ['4969/QĐ-BYT của', '1675/QĐ-UBND', 'ngày 21 tháng 10', 'KẾ TOÁN', 'từ 20/11/2017']
    >>> [mended_text(t) for t in ("só-?(//KH-SYT", "Số:15/KH-SYT", "3...", "Sở Ý tế", "sẽ ù ỸBCT-ATMT")]
    ['Số: […]/KH-SYT', 'Số:15/KH-SYT', '3', 'Sở Y tế', 'Số: […]/BCT-ATMT']
    >>> [mended_text(t) for t in ("- Lưu: VI, PBGDPL.", "'Từ năm 2019")]
    ['- Lưu: VT, PBGDPL.', 'Từ năm 2019']
    >>> [mended_text(t) for t in ("Hà Nội, ngàyô) thángh năm 2026", "Hà Nội, ngày 2l tháng 10 năm 2026")]
    ['Hà Nội, ngày … tháng … năm 2026', 'Hà Nội, ngày 21 tháng 10 năm 2026']
    >>> [mended_text(t) for t in ("số 6858/QPĐ-BYT ngày", "Quý IÍ năm 2024", "vào quý I1/2027")]
    ['số 6858/QĐ-BYT ngày', 'Quý II năm 2024', 'vào quý II/2027']
    """
    if len(text) < _LONGEST_HEADING and (form := form_of(text)) != text:
        return form
    if (by_hand := _NUMBER_LINE.fullmatch(text)) and not by_hand["garbled"].strip(":.").isdigit():
        return f"Số: {_blank(by_hand['garbled'])}/{by_hand['symbol']}"
    if (by_hand := _NUMBER_GONE.fullmatch(text)) and by_hand["code"] in issuer_codes():
        return f"Số: {UNREAD}/{by_hand['code']}{by_hand['unit']}"
    if (dated := _DATE_BY_HAND.fullmatch(text)) and not _digits(dated["day"] + dated["month"]):
        day, month = (part if _digits(part) else "…" for part in (dated["day"], dated["month"]))
        return f"{dated['place']}ngày {day} tháng {month} năm {dated['year']}"
    text = _BY_HAND_IN_LINE.sub(_blank_number, text)
    if padded := _PADDED.fullmatch(text):
        return padded[1]
    text = with_numbers_mended(text)
    text = _DATE_WORD.sub(_date, text)
    text = _QUARTER.sub(lambda quarter: quarter[1] + quarter[2].translate(_ROMAN_ONE), text)
    if text.count("'") == 1:
        text = _STRAY_QUOTE.sub("", text)
    text = _FILED.sub(r"\1VT\2", text)
    text = _with_family_name(text)
    return _HEALTH.sub("Y", _SPLIT_MONTH.sub(r"\1\2", text))


def form_of(text: str) -> str:
    """What a piece of a line is if it can only be one fixed form, else the piece as it is. Such forms tell where the
    columns of letterhead and signature are, so they are mended before these are parted.

    >>> form_of("PHÓ GIÁM ĐÓC"), form_of("Trần Văn Đóc")
    ('PHÓ GIÁM ĐỐC', 'Trần Văn Đóc')
    """
    form = _forms().get(_key(text))
    return form if form and form.isupper() == text.isupper() else text


def _with_family_name(text: str) -> str:
    """A line that is a person's name, its first word mended if it is no family name, but one with other marks.

    >>> [_with_family_name(text) for text in ("Định Thị Ngọc Lan", "Định Hướng", "Lượng Văn An", "Định Thị ngọc Lan")]
    ['Đinh Thị Ngọc Lan', 'Định Hướng', 'Lượng Văn An', 'Định Thị ngọc Lan']
    """
    words = text.split(" ")
    if len(words) not in _NAME_WORDS or not all(word.isalpha() and word.istitle() for word in words):
        return text
    first = words[0].lower()
    if first in _body_words() or f"{first} {words[1].lower()}" in _body_words():
        return text
    names = _family_names().get(fold(first), ())
    return text if len(names) != 1 else " ".join([names[0], *words[1:]])


@lru_cache(maxsize=1)
def _body_words() -> frozenset[str]:
    """With what names of bodies and positions begin (`Vụ`, `Tổ`, `Chủ tịch`), and words of two syllables."""
    kinds = ("group_noun", "body_open", "body_role", "body_fielded", "body_lower", "body_whole")
    begun = {phrase.split()[0].lower() for kind in kinds for phrase in cues(kind)}
    return frozenset({*begun, *cues("word")})


@lru_cache(maxsize=1)
def _family_names() -> dict[str, tuple[str, ...]]:
    """The family names, by what they are without marks."""
    groups: dict[str, tuple[str, ...]] = {}
    for name in cues("family_name"):
        groups[fold(name)] = (*groups.get(fold(name), ()), name)
    return groups


def _key(text: str) -> str:
    """The letters of a line, without marks and signs."""
    return "".join(filter(str.isalnum, fold(text)))


@lru_cache(maxsize=1)
def _forms() -> dict[str, str]:
    """What a line may be as a whole, by its key, where only one thing has that key."""
    names = (*(row.name for row in document_types()), *(row.name for row in agencies()))
    capitals = [name.upper() for name in names]
    groups: dict[str, set[str]] = {}
    for form in (*_FORMS, *capitals):
        groups.setdefault(_key(form), set()).add(form)
    return {key: next(iter(forms)) for key, forms in groups.items() if len(forms) == 1}


def _blank_number(match: re.Match[str]) -> str:
    """`kèm theo Kế hoạch số 4 /KH-SYT`: what stands apart from the slash was written by hand into the blank, and
    numbers are printed with two digits at least."""
    plain = len(match["garbled"]) > 1 and match["garbled"].isdigit()
    return match[0] if plain else f"{match['head']} {_blank(match['garbled'])}/{match['symbol']}"


def _blank(garbled: str) -> str:
    """What stands for a number: `…` where the drafter left it out, `UNREAD` where something is there."""
    return "…" if set(garbled) <= set(" .…_:") else UNREAD


def _digits(text: str) -> bool:
    return text.translate(DIGIT_LIKE).isdigit()


def _date(match: re.Match[str]) -> str:
    word, digits = match[1], match[2].translate(DIGIT_LIKE)
    if not any(map(str.isdigit, match[2])) or not 0 < int(digits) <= _MOST[word.lower()]:
        return match[0]
    return f"{word} {digits}"


def _chapter(text: str, last: int) -> tuple[str, int] | None:
    """A heading with its Roman numeral mended if it can only be the one that follows `last`, and the number of that;
    None for what is no such heading."""
    found = _ROMAN.match(text)
    if found is None or len(text) > _LONGEST_HEADING or not text[found.end()].isupper():
        return None
    numeral = found["numeral"]
    back = numeral in _ROMANS[2 : last + 1]  # what begins anew begins with I
    if numeral in _ROMANS and not back:
        return text, _ROMANS.index(numeral)
    if not 0 < last < len(_ROMANS) - 1:
        return None
    expected = _ROMANS[last + 1]
    strokes = "".join(_ROMAN_LIKE.get(letter, letter) for letter in numeral)
    alike = all(strokes.count(sign) == expected.count(sign) for sign in "VX")
    if not alike or abs(len(strokes) - len(expected)) > 2:
        return None
    return expected + text[len(numeral) :], last + 1
