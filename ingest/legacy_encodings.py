"""TCVN3 (ABC) and VNI: the letters of the fonts that Vietnamese offices wrote with before Unicode.

The characters of such a text are those of a Western code page; the font draws Vietnamese letters in their place:

    letter   TCVN3   VNI        how
    ế        Õ       eá         TCVN3: one code a letter (TCVN 5712:1993, VN3); VNI: the base letter, then its marks
    Ế        Õ       EÁ         TCVN3 has no codes for capitals with a tone: fonts whose names end in H (.VnTimeH)
    Đ        §       Ñ          draw all letters as capitals

So the case of a toned letter of TCVN3 is not in the text; `to_unicode` takes it from the letters around it, and
capitals where a sentence, an item or `Ủy ban` begins.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal

from ingest.syllables import is_syllable
from ingest.vocabulary import office_words
from rulebook.spelling import compose

LegacyEncoding = Literal["TCVN3", "VNI"]

_LETTERS = (  # in the order of the rows below
    "à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ đ è ẻ ẽ é ẹ ê ề ể ễ ế ệ ì ỉ ĩ í ị ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ"
    " ù ủ ũ ú ụ ư ừ ử ữ ứ ự ỳ ỷ ỹ ý ỵ"
)
_TCVN3_CODES = bytes.fromhex(
    "b5b6b7b8b9 a8bbbcbdbec6 a9c7c8c9cacb ae cccecfd0d1 aad2d3d4d5d6 d7d8dcddde dfe1e2e3e4 abe5e6e7e8e9 aceaebecedee"
    "eff1f2f3f4 adf5f6f7f8f9 fafbfcfdfe"
)
_VNI_FORMS = (
    "aø aû aõ aù aï aê aè aú aü aé aë aâ aà aå aã aá aä ñ eø eû eõ eù eï eâ eà eå eã eá eä ì æ ó í ò oø"
    " oû oõ où oï oâ oà oå oã oá oä ô ôø ôû ôõ ôù ôï uø uû uõ uù uï ö öø öû öõ öù öï yø yû yõ yù î"
)

_ROWS = list(zip(_LETTERS.split(), map(chr, _TCVN3_CODES), _VNI_FORMS.split(), strict=True))
_TO_TCVN3 = {
    **{letter.upper(): code for letter, code, _ in _ROWS},
    **dict(zip("ĂÂÊÔƠƯĐ", "¡¢£¤¥¦§", strict=True)),
    **{letter: code for letter, code, _ in _ROWS},
}
_FROM_TCVN3 = str.maketrans({code: letter for letter, code in _TO_TCVN3.items()})
_TO_VNI = {
    **{letter: form for letter, _, form in _ROWS},
    **{letter.upper(): form.upper() for letter, _, form in _ROWS},
}
# A capital may be followed by a small mark (`Aùp duïng`), never a small letter by a capital one.
_FROM_VNI = {
    **{form: letter for letter, form in _TO_VNI.items()},
    **{form[0].upper() + form[1:]: letter.upper() for letter, _, form in _ROWS},
}
_VNI_FORM = re.compile("|".join(sorted(map(re.escape, _FROM_VNI), key=len, reverse=True)))
_VNI_BASES = frozenset("aeouyôöAEOUYÔÖ")
_VNI_MARKS = frozenset("øûõùïêèúüéëâàåãáäØÛÕÙÏÊÈÚÜÉËÂÀÅÃÁÄ")

_WORD = re.compile(r"[^\W\d_]+")
_HYPHENED = re.compile(r"(?<!\w)[^\W\d_]+(?:-[^\W\d_]{1,7}){1,4}(?!\w)|(?<!\w)[^\W\d_]{2,3}-(?![\w-])")
_ENDS_IN_ONE = re.compile(
    r"[^\W\d_]{0,6}ạ(?![^\W\d_])"
)  # ạ has the code of a raised 1, the mark of a footnote
_BEGINNING = re.compile(
    r"(^[ \t]*(?:[-–+•*]|\(?\w{1,4}(?:\.\w{1,3})*[.)])[ \t]+|[.!?…][ \t]+|(?<!\w)(?=ủy ban))"
    r"([à-ỹ])(?<![ăâđêôơư])",
    re.MULTILINE,
)
_CASED_ANYHOW = frozenset("abcdefghijklmnopqrstuvwxyzăâđêôơư")  # small letters that have capitals in TCVN3


def to_unicode(text: str, encoding: LegacyEncoding) -> str:
    """A text of that encoding in Unicode (NFC). What is no letter of the encoding stays.

    >>> to_unicode("Uû ban nh©n d©n tØnh, QUYÕT §ÞNH", "TCVN3"), to_unicode("UÛY BAN, Aùp duïng, nöôùc", "VNI")
    ('Uỷ ban nhân dân tỉnh, QUYẾT ĐỊNH', 'ỦY BAN, Áp dụng, nước')

    The code of ư is a soft hyphen, which programs save as a plain one: it is read as ư where only that makes words.

    >>> to_unicode("h-íng dÉn n-íc s¹ch, nh- trªn, V¨n phßng - Thèng kª, x·-ph-êng", "TCVN3")
    'hướng dẫn nước sạch, như trên, Văn phòng - Thống kê, xã-phường'
    """
    if encoding == "VNI":
        return _VNI_FORM.sub(lambda match: _FROM_VNI[match[0]], text)
    unhyphened = _HYPHENED.sub(_with_horn, text.translate(_FROM_TCVN3))
    return recased(_ENDS_IN_ONE.sub(_with_mark, unhyphened))


def from_unicode(text: str, encoding: LegacyEncoding) -> str:
    """A Unicode text in that encoding: the inverse of `to_unicode`, but for the case of toned capitals of TCVN3.

    >>> from_unicode("Ủy ban nhân dân", "TCVN3"), from_unicode("Ủy ban nhân dân", "VNI")
    ('ñy ban nh©n d©n', 'UÛy ban nhaân daân')
    """
    table = _TO_TCVN3 if encoding == "TCVN3" else _TO_VNI
    return "".join(table.get(letter, letter) for letter in compose(text))


def capitals(text: str) -> str:
    """The text as a font of capitals (.VnTimeH) shows it; the length stays.

    >>> capitals("quyết định")
    'QUYẾT ĐỊNH'
    """
    return "".join(upper if len(upper := letter.upper()) == 1 else letter for letter in text)


def recased(text: str) -> str:
    """Text drawn from TCVN3 with capitals where the letters around them say so; the length stays.

    A word whose other letters are capitals is in capitals; one that has no other letters to tell by (`Tổ`) follows
    the words beside it. A toned letter that begins a sentence, an item, or the name of a committee is a capital.

    >>> recased("V. Tổ CHứC THựC HIệN"), recased("Số: 5/QĐ-UBND"), recased("- ứng dụng; UBND TP Hà Nội")
    ('V. TỔ CHỨC THỰC HIỆN', 'Số: 5/QĐ-UBND', '- Ứng dụng; UBND TP Hà Nội')
    """
    lines = map(_recased_line, text.splitlines(keepends=True))
    return _BEGINNING.sub(lambda match: match[1] + capitals(match[2]), "".join(lines))


def joins(before: str, after: str) -> bool:
    """Whether `after` begins with the VNI mark of the letter that ends `before`.

    >>> joins("Vie", "ät"), joins("Vieä", "t")
    (True, False)
    """
    return before[-1:] in _VNI_BASES and after[:1] in _VNI_MARKS and before[-1:] + after[:1] in _FROM_VNI


def with_lost_horns(text: str) -> str:
    """Text drawn from TCVN3 whose ư were soft hyphens that a program did not print, with those that one place alone can
    have had. A lone consonant stays: it may be the mark of an item (`điểm c`).

    >>> with_lost_horns("lực lợng, phờng, đợc, ngời, Hng, nh trên, UBND, kg, hớng dẫn, dân c")
    'lực lượng, phường, được, người, Hưng, như trên, UBND, kg, hướng dẫn, dân c'
    """
    return _WORD.sub(_with_lost_horn, text)


def _with_lost_horn(match: re.Match[str]) -> str:
    word = match[0]
    if len(word) < 2 or word.lower() in office_words() or not (word.islower() or word.istitle()):
        return word
    whole = {one for at in range(1, len(word) + 1) if is_syllable(one := f"{word[:at]}ư{word[at:]}")}
    if len(whole) != 1:
        return word
    (found,) = whole
    sure = not is_syllable(word) and (len(word) > 2 or not word.isascii())
    return found if sure or found.lower() in office_words() else word


def _with_horn(match: re.Match[str]) -> str:
    """A word with plain hyphens in it, those that are ư made so: where it is no syllable without one, and one with it.

    A piece before or after a hyphen may be a word of its own (`xã-ph-ường`), so the pieces are put together from the
    left, as far as they make syllables.
    """
    pieces = match[0].split("-")
    words = [pieces[0]]
    for piece in pieces[1:]:
        joined = f"{words[-1]}ư{piece}"
        both_words = is_syllable(words[-1]) and (not piece or is_syllable(piece))
        if is_syllable(joined) and not both_words:
            words[-1] = joined
        else:
            words.append(piece)
    return "-".join(words)


def _with_mark(match: re.Match[str]) -> str:
    word = match[0]
    is_mark = word == "ạ" or (not is_syllable(word) and is_syllable(word[:-1]))
    return f"{word[:-1]}¹" if is_mark else word


def _recased_line(line: str) -> str:
    words = list(_WORD.finditer(line))
    told = [_case(word[0]) for word in words]
    if "upper" not in told:
        return line
    apart = [bool(line[one.end() : two.start()].strip()) for one, two in pairwise(words)]
    before, after = _nearest(told, apart), _nearest(told[::-1], apart[::-1])[::-1]
    pieces, done = [], 0
    for word, own, left, right in zip(words, told, before, after, strict=True):
        beside = {left, right} - {""}
        named = line[word.end() : word.end() + 1] == ":"  # `Số:` beside a heading
        if own == "upper" or (own == "open" and beside == {"upper"} and not named):
            pieces += [line[done : word.start()], capitals(word[0])]
            done = word.end()
    return "".join((*pieces, line[done:]))


def _case(word: str) -> str:
    """`upper`, `lower`, `open` (nothing tells), or nothing for a word that says nothing of those beside it."""
    if any(letter in _CASED_ANYHOW for letter in word):
        return "lower"
    if not is_syllable(word):
        return ""
    return "upper" if any(map(str.isupper, word[1:])) else "open"


def _nearest(told: list[str], apart: list[bool]) -> list[str]:
    """For each word, what the nearest telling word before it is, if only blanks and words lie between."""
    last, found = "", []
    for case, cut in zip(told, [True, *apart], strict=True):
        last = "" if cut else last
        found.append(last)
        last = last if case == "open" else case
    return found
