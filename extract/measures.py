"""Measures (số đo) in a sentence that states goals: `trên 2.700 hộ nghèo`, `ít nhất 60%`, `3,5 - 4%/năm`, `không còn`.

A measure is a number with a unit (a sign of per cent, or the noun that is counted), or nothing left of something.
Years, numbers of articles, ages, durations, and numbers that name a thing (`Dự án 1`, `mức độ 4`) are none; nor is a
number that can be read in two ways.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from extract.amounts import SCALES, scale_value
from extract.printed_numbers import NUMBER, read_number
from rulebook.cues import any_of

_BEFORE, _AFTER = 60, 140  # characters that are looked at beside a number
_SIGNS = {"<": "<", "≤": "<=", "<=": "<=", ">": ">", "≥": ">=", ">=": ">=", "≈": "≈", "~": "≈"}
COMPARISONS = {
    "compare_more": ">",
    "compare_least": ">=",
    "compare_less": "<",
    "compare_most": "<=",
    "compare_about": "≈",
}
_WORD = r"[“\"]?[^\W_]+(?:-[^\W_]+)*[”\"]?"
_PERCENT = {"phần trăm": "%", "điểm phần trăm": "điểm phần trăm", "điểm %": "điểm phần trăm"}


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure: `start` of the words that compare (or of the number), `end` of the unit; `said` tells whether words
    compare. `low` is the lower end of a range. `kind`: percent, count, money, none (không còn)."""

    start: int
    end: int
    value: float
    unit: str
    comparison: str
    kind: str
    said: bool = False
    low: float | None = None


@lru_cache(maxsize=1)
def _measure() -> re.Pattern[str]:
    scale = any_of(*SCALES)
    percent = r"%|‰|điểm\s?%|điểm\s+phần\s+trăm|phần\s+trăm"
    return re.compile(
        rf"(?<![\w.,/+])(?<![^\s(][-–])(?:(?P<low>{NUMBER})(?:\s?(?P<low_scale>{scale}))?\s?(?:{percent})?\s?(?:-|–|đến)\s?)?"
        rf"(?P<n>{NUMBER})(?![0-9])(?:/(?P<of>[0-9]{{1,6}})(?![0-9/]))?(?:\s?(?P<scale>{scale}))?"
        rf"(?:\s?(?P<percent>{percent})(?P<per>(?:/[^\W\d_]+)?))?"
        r"|(?P<about>cơ bản\s+)?(?<!\w)(?P<none>không còn)(?!\w)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _comparison() -> re.Pattern[str]:
    kinds = "|".join(f"(?P<{kind}>{any_of(kind)})" for kind in COMPARISONS)
    link = rf"(?:\s+{any_of('compare_link')}){{0,2}}"
    return re.compile(rf"(?<!\w)(?:{kinds}){link}\s+$|(?P<sign>[<>]=?|[≤≥≈~])\s*$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    after = ("counted_not", "none_left_not", "unit_end")
    said = {kind: re.compile(rf"\s+{any_of(kind)}", re.IGNORECASE) for kind in after}
    money = rf"{any_of('money_VND', 'money_USD')}(?!\s+{any_of('not_money')})(?:/[^\W_]+){{0,3}}"
    return said | {
        "ordinal_noun": re.compile(rf"(?<!\w){any_of('ordinal_noun')}\s*$", re.IGNORECASE),
        "money": re.compile(rf"\s?{money}"),
    }


_UNIT = re.compile(rf"\s+{_WORD}(?:\s+{_WORD}){{0,11}}")
_PER = re.compile(rf"\s?/\s?(?:{NUMBER}\s?)?{_WORD}(?:\s{_WORD})?")
_OR_MORE = re.compile(r"\s*(?:(?P<more>trở lên)|trở xuống)", re.IGNORECASE)
_ALL_OF = re.compile(r"[^,;.]{1,120}")
_AGE_REACHED = re.compile(r"(?<!\w)tuổi thọ(?!\w)", re.IGNORECASE)  # the only age that is a goal
_YEARS_OLD = re.compile(r"\s+tuổi(?!\w)")
_YEAR_LIKE = re.compile(r"(?:19|20)[0-9]{2}")
_TRAILING = re.compile(r"[\s“\"\u2592\u2588¹²³⁴⁵⁶⁷⁸⁹⁰]+$")


def measures(text: str) -> Iterator[Measure]:
    """The measures in a sentence, in order.

    >>> [(m.value, m.unit, m.comparison) for m in measures("giảm trên 2.700 hộ nghèo, đạt 95% trở lên, theo Điều 5")]
    [(2700.0, 'hộ nghèo', '>'), (95.0, '%', '>=')]
    """
    for found in _measure().finditer(text):
        measure = _nothing_left(text, found) if found["none"] else _read(text, found)
        if measure:
            yield measure


def _nothing_left(text: str, found: re.Match[str]) -> Measure | None:
    what = _ALL_OF.match(text, found.end())
    if what is None or not what.group().strip() or _patterns()["none_left_not"].match(text, found.end()):
        return None
    unit = _TRAILING.sub("", _plain(re.split(r"\s(?:trên địa bàn|so với)\s", what.group())[0]))
    comparison = "≈" if found["about"] else "="
    return Measure(found.start(), what.end(), 0.0, unit, comparison, "none") if unit else None


def _read(text: str, found: re.Match[str]) -> Measure | None:
    value, before = read_number(found["n"]), text[max(0, found.start() - _BEFORE) : found.start()]
    if value is None:
        return None
    if found["percent"]:
        unit = _PERCENT.get(_plain(found["percent"]).lower(), _plain(found["percent"])) + found["per"]
        if "." in found["n"] and value >= 1000:
            return None
        return _compared(text, found, before, value, unit, found.end(), "percent")
    if _patterns()["ordinal_noun"].search(before):
        return None
    value = _scaled(value, found["scale"])
    if money := _patterns()["money"].match(text, found.end()):
        return _compared(text, found, before, value, _plain(money.group()), money.end(), "money")
    unit, end = _unit(text, found.end())
    if not unit and _AGE_REACHED.search(before) and (years := _YEARS_OLD.match(text, found.end())):
        unit, end = "tuổi", years.end()
    named = _YEAR_LIKE.fullmatch(found["n"]) and not _comparison().search(before)
    if not unit or named or (found["of"] and int(found["of"]) < value):
        return None
    return _compared(text, found, before, value, unit, end, "count")


def _unit(text: str, start: int) -> tuple[str, int]:
    """The noun phrase that is counted, and where it ends; empty where what follows is none."""
    words = _UNIT.match(text, start, start + _AFTER)
    if not words or _patterns()["counted_not"].match(text, start):
        return "", start
    stop = _patterns()["unit_end"].search(text, start + 1, words.end())
    end = stop.start() if stop else words.end()
    per = _PER.match(text, end, start + _AFTER)
    end = per.end() if per else end
    return _plain(text[start:end]).strip(' “”"'), end


def _compared(
    text: str, found: re.Match[str], before: str, value: float, unit: str, end: int, kind: str
) -> Measure:
    said = _comparison().search(before)
    start = found.start() - (len(before) - said.start()) if said else found.start()
    comparison = "="
    if said:
        comparison = _SIGNS[said["sign"]] if said["sign"] else COMPARISONS[said.lastgroup or ""]
    more = _OR_MORE.match(text, end)
    if more:
        strict = comparison in (">", "<")
        comparison = comparison if strict else ">=" if more["more"] else "<="
        end = more.end()
    low = read_number(found["low"]) if found["low"] else None
    low = None if low is None else _scaled(low, found["low_scale"] or found["scale"])
    low = low if low is not None and low < value else None
    return Measure(start, end, value, unit, comparison, kind, bool(said or more), low)


def _scaled(value: float, scale: str | None) -> float:
    return round(value * scale_value(_plain(scale).lower()), 4) if scale else value


def _plain(words: str) -> str:
    return " ".join(words.split())
