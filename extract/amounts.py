"""Sums of money (số tiền): a number, perhaps a scale word (`nghìn`, `triệu`, `tỷ`), and a currency.

    450 tỷ đồng    1.500.000 đồng/người/tháng    300 triệu USD    từ 5 đến 10 triệu đồng (two sums)

Without a currency (`46,8 tỷ`) it is no sum of money: it may count people. The scale words and the names of the
currencies are those of the rulebook (Luật Ngân hàng Nhà nước Việt Nam 2010, Điều 16: `đồng`, signs `đ` and VND).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache

from extract.extraction import Amount
from extract.printed_numbers import NUMBER, read_number
from rulebook.cues import any_of, cues, one_of_words

_POWERS = (3, 4, 6, 9, 12, 15)
SCALES = tuple(f"scale_{power}" for power in _POWERS)  # the kinds of scale words in the rulebook
_CURRENCIES = ("VND", "USD", "EUR", "JPY", "CNY", "KRW")
_SIGNS = frozenset({"đ"})  # too short to stand behind a small number: `điểm đ`
_COMMA_OF_THREE = re.compile(r"[0-9]{1,3},[0-9]{3}")
_SPACED = r"[0-9]{1,3}(?: [0-9]{3}){1,5}(?![0-9.,])"


@lru_cache(maxsize=1)
def _scales() -> dict[str, float]:
    return {phrase: 10.0**power for power in _POWERS for phrase in cues(f"scale_{power}")}


def scale_value(word: str) -> float:
    """What a scale word multiplies by; 1 for no word or another.

    >>> scale_value("tỷ"), scale_value("")
    (1000000000.0, 1.0)
    """
    return _scales().get(word, 1.0)


@lru_cache(maxsize=1)
def _currencies() -> dict[str, str]:
    return {phrase: code for code in _CURRENCIES for phrase in cues(f"money_{code}")}


@lru_cache(maxsize=1)
def _sum() -> re.Pattern[str]:
    scale = any_of(*SCALES)
    money = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in sorted(_currencies(), key=len)[::-1])
    part = rf"(?:{_SPACED}|{NUMBER})(?:\s?(?:{scale}))?"
    return re.compile(
        rf"(?<![\w.,/])(?:(?P<low>{NUMBER})(?:\s?(?P<low_scale>{scale}))?(?:\s?đ(?:ồng)?)?\s?(?:-|–|đến)\s?)?"
        rf"(?P<n>{_SPACED}|{NUMBER})(?:\s?(?P<scale>{scale}))?(?P<rest>\s{part})?"
        rf"\s?(?P<money>{money})(?!\w)(?!\s+{any_of('not_money')})(?P<per>(?:\s?/\s?[^\W_]+){{0,3}})"
    )


def find_amounts(text: str, stretches: Iterable[tuple[int, int]]) -> tuple[Amount, ...]:
    """The sums of money in the stretches of `text` (start, end), in reading order; a range gives two with one quote.

    >>> text = "Kinh phí 452,413 tỷ đồng; hỗ trợ 1.500.000 đồng/người/tháng, 12 đồng chí"
    >>> [(a.quote, a.value, a.currency, a.scale) for a in find_amounts(text, [(0, len(text))])]
    [('452,413 tỷ đồng', 452413000000.0, 'VND', 'tỷ'), ('1.500.000 đồng/người/tháng', 1500000.0, 'VND', '')]
    """
    others = [found.start() for found in _other_names().finditer(text)]
    signed = bool(_SIGN.search(text))
    return tuple(
        amount
        for start, end in stretches
        if _may_hold_money(text[start:end], signed) or bisect_left(others, start) < bisect_left(others, end)
        for found in _sum().finditer(text, start, end)
        for amount in _amounts(text, found)
    )


_SIGN = re.compile(r"đ(?!\w)(?:(?<=\dđ)|(?<=\d\sđ))")


def _may_hold_money(stretch: str, signed: bool) -> bool:
    """Whether `đồng`, or its sign if the document is `signed`, stands in a stretch: few have one, and the search for
    sums is slow."""
    return "đồng" in stretch or (signed and bool(_SIGN.search(stretch)))


@lru_cache(maxsize=1)
def _other_names() -> re.Pattern[str]:
    """Any other name of a currency where a number or the word that multiplies it may stand before it."""
    names = {name for name in _currencies() if name != "đồng" and name not in _SIGNS}
    return re.compile(rf"[\s\d]{one_of_words(names)}")


def _amounts(text: str, found: re.Match[str]) -> Iterator[Amount]:
    scale, currency = _plain(found["scale"]), _currencies()[_plain(found["money"])]
    value = _value(found["n"], scale)
    if value is None or (found["money"] in _SIGNS and not scale and value < 1000):
        return
    if found["rest"]:
        smaller = _smaller(found["rest"], scale)
        if smaller is None:
            return
        value += smaller
    low = _low(found, value)
    start = found.start() if low is not None else found.start("n")
    quote = " ".join(text[start : found.end()].split())
    for one, word in ((low, _plain(found["low_scale"]) or scale), (value, scale)):
        if one is not None:
            yield Amount(quote=quote, start=start, end=found.end(), value=one, currency=currency, scale=word)


def _plain(words: str | None) -> str:
    return " ".join((words or "").split())


def _value(printed: str, scale: str) -> float | None:
    """`12,500 đồng` is twelve and a half or twelve thousand five hundred, and `20 500 đồng` one number or two: neither
    has a value."""
    if " " in printed:
        groups = printed.split(" ")
        sure = len(groups) > 2 or set(groups[1:]) == {"000"}
        return float("".join(groups)) * scale_value(scale) if sure else None
    if not scale and _COMMA_OF_THREE.fullmatch(printed):
        return None
    number = read_number(printed)
    return None if number is None else _scaled(number, scale)


def _scaled(number: float, scale: str) -> float:
    """The product to a tenth of the unit, so that 66.006,65 million is a whole number of đồng."""
    return round(number * scale_value(scale), 1)


def _smaller(rest: str, scale: str) -> float | None:
    """The second part of `3 tỷ 500 triệu đồng`, which must have a smaller scale than the first."""
    part = re.fullmatch(rf"\s({NUMBER})\s?(\D*)", rest)
    number = read_number(part[1]) if part else None
    factor = scale_value(_plain(part[2])) if part else 1.0
    if number is None or not scale or number * factor >= scale_value(scale):
        return None
    return _scaled(number, _plain(part[2]) if part else "")


def _low(found: re.Match[str], value: float) -> float | None:
    """The lower end of a range, which has the scale of the upper one where it has none; `None` where it is none."""
    if not found["low"]:
        return None
    low = _value(found["low"], _plain(found["low_scale"]) or _plain(found["scale"]))
    return low if low is not None and low < value else None
