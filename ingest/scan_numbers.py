"""Numbers of documents on scans, mended where the rule data leave one reading: `l675/QĐ-UBND`, `1675QĐ-UBND`,
`6858/QPĐ-BYT`, `Thông tư số 39/2016/TI-BLĐTBXH`, `31-CT/TTU`."""

from __future__ import annotations

import re
from functools import lru_cache

from rulebook import number
from rulebook.spelling import fold
from rulebook.tables import document_types, issuers

DIGIT_LIKE = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1"})
SYMBOL = r"[A-ZĐ][\wĐ]*(?:-[\wĐ]+)+"
_NUMBER = re.compile(
    rf"(?<![\w/.-])(?P<number>[\dOolI]{{1,6}})(?P<slash>/?)(?P<year>[12][\dOolI]{{3}}/)?(?P<symbol>{SYMBOL})"
    r"(?P<rest> [A-ZĐ]{1,6}(?![\w]))?"
)
_TYPED_NUMBER = re.compile(
    r"(?P<head>\b(?P<name>[A-ZĐ]\w+ \w+(?: \w+ \w+)?) số:? ?\d{1,5}/(?:[12]\d{3}/)?)(?P<code>[A-ZĐ][\wĐ]{1,4})(?=-)"
)
_PARTY_NUMBER = re.compile(
    r"(?P<head>(?<![\w/-])\d{1,4}-[A-ZĐ][A-Za-zĐ]{0,4}/)(?P<code>[A-ZĐ]{2,8})(?![\w/])"
)


def with_numbers_mended(text: str) -> str:
    """A recognised line, the numbers of documents in it mended.

    >>> [with_numbers_mended(text) for text in ("số l675/QĐ-UBND", "4969/QĐ-B YT của", "Quyết định số 5/OĐ-TTg")]
    ['số 1675/QĐ-UBND', '4969/QĐ-BYT của', 'Quyết định số 5/QĐ-TTg']
    """
    return _PARTY_NUMBER.sub(_party_number, _NUMBER.sub(_number, _TYPED_NUMBER.sub(_typed_number, text)))


def _number(match: re.Match[str]) -> str:
    """A document number, mended if that makes it one of a known issuer and it was none before."""
    whole, rest = match[0], match["rest"] or ""
    said = whole.removesuffix(rest)
    if not any(map(str.isdigit, match["number"])) or (is_known(said) and not _lengthens(said, rest)):
        return whole
    digits, year = match["number"].translate(DIGIT_LIKE), (match["year"] or "").translate(DIGIT_LIKE)
    symbol = f"{digits}/{year}{match['symbol']}"
    if rest and _lengthens(symbol, rest):
        return symbol + rest.strip()
    if not is_known(symbol):
        symbol = f"{digits}/{year}{_with_known_issuer(_with_known_type(match['symbol']))}"
    return symbol + rest if is_known(symbol) else whole


def _typed_number(match: re.Match[str]) -> str:
    """A number after the name of its type, its code mended if it is none, but one letter away from the only code that
    the type has.

    >>> [with_numbers_mended(text) for text in ("Thông tư số 9/2016/TI-BYT", "Thông tư số 5/BTC-HD")]
    ['Thông tư số 9/2016/TT-BYT', 'Thông tư số 5/BTC-HD']
    """
    code, wanted = match["code"], _codes_by_name().get(fold(match["name"]), "")
    other = sum(a != b for a, b in zip(code, wanted, strict=False))
    slip = code not in _typeissuer_codes() | issuer_codes() and len(code) == len(wanted) and other == 1
    return match["head"] + wanted if slip else match[0]


def _party_number(match: re.Match[str]) -> str:
    """A number in the form of the Party, a letter that was read twice in its issuer taken out.

    >>> [_PARTY_NUMBER.sub(_party_number, text) for text in ("12-NQ/ĐĐU", "31-CT/TU", "5-KH/AAB")]
    ['12-NQ/ĐU', '31-CT/TU', '5-KH/AAB']
    """
    code = match["code"]
    once = {
        code[:at] + code[at + 1 :] for at in range(1, len(code)) if code[at] == code[at - 1]
    } & issuer_codes()
    return match["head"] + next(iter(once)) if code not in issuer_codes() and len(once) == 1 else match[0]


def _with_known_type(symbol: str) -> str:
    """A symbol whose first code is none, with the code of a type that is left when one letter of it is taken out, if
    there is only one.

    >>> [_with_known_type(symbol) for symbol in ("QPĐ-BYT", "TTTr-UBND", "SYT-NVY")]
    ['QĐ-BYT', 'TTr-UBND', 'SYT-NVY']
    """
    first, joint, rest = symbol.partition("-")
    if first in _typeissuer_codes() or first in issuer_codes():
        return symbol
    left = {first[:at] + first[at + 1 :] for at in range(len(first))} & _typeissuer_codes()
    return next(iter(left)) + joint + rest if len(left) == 1 else symbol


def _with_known_issuer(symbol: str) -> str:
    """A symbol whose last code has a small letter and is none, with the code that is left when one letter is taken out
    of it, if there is only one: codes are capitals but for `TTg`.

    >>> [_with_known_issuer(symbol) for symbol in ("QĐ-TTyg", "QĐ-TTYT", "QĐ-SxYT")]
    ['QĐ-TTg', 'QĐ-TTYT', 'QĐ-SYT']
    """
    head, joint, last = symbol.rpartition("-")
    if last in issuer_codes() or last.isupper() or not last.isalpha():
        return symbol
    left = {last[:at] + last[at + 1 :] for at in range(len(last))} & issuer_codes()
    return head + joint + next(iter(left)) if len(left) == 1 else symbol


def _lengthens(symbol: str, rest: str) -> bool:
    """Whether what stands after a blank belongs to the code: `QĐ-B YT`."""
    return bool(rest) and not is_known(symbol) and is_known(symbol + rest.strip())


def is_known(symbol: str) -> bool:
    """Whether a symbol is written in full with codes that the tables know."""
    parsed = number.parse(symbol)
    if parsed is None or not parsed.issuers or not parsed.number:
        return False
    return "/" in symbol and all(code in issuer_codes() for code in parsed.issuers)


@lru_cache(maxsize=1)
def _typeissuer_codes() -> frozenset[str]:
    return frozenset(code for row in document_types() for code in (*row.codes, *row.variants))


@lru_cache(maxsize=1)
def issuer_codes() -> frozenset[str]:
    """The codes of issuers in document numbers (ký hiệu cơ quan ban hành), with their other spellings."""
    return frozenset(code for row in issuers() for code in (row.code, *row.variants))


@lru_cache(maxsize=1)
def _codes_by_name() -> dict[str, str]:
    """The code of each type of document that has one only, by its folded name."""
    return {fold(row.name): row.codes[0] for row in document_types() if len(row.codes) == 1}
