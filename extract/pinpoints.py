"""Provisions named with a document (viện dẫn điều, khoản, điểm), bound to it and expanded to a list.

    điểm a, b khoản 2 và khoản 3 Điều 5 | Nghị định số 30/2020/NĐ-CP
    ->  điểm a khoản 2 Điều 5;  điểm b khoản 2 Điều 5;  khoản 3 Điều 5

The units are those of Luật Ban hành văn bản quy phạm pháp luật (phần, chương, mục, tiểu mục, điều, khoản, điểm), those
of plans and Party documents (phần, mục, điểm, tiết), and appendices and forms. Read from the right, a smaller unit
narrows the larger one behind it, and a unit of the same size stands beside it; where the larger unit comes first (`Điều
5 khoản 2`) it is read from the left.
"""

from __future__ import annotations

import re
from itertools import islice, product

_RANKS = {
    "tiết": 0,
    "điểm": 1,
    "khoản": 2,
    "điều": 3,
    "mẫu": 3,
    "tiểu mục": 4,
    "mục": 5,
    "chương": 6,
    "phần": 7,
    "phụ lục": 8,
}
_PRINTED = {"điều": "Điều", "chương": "Chương", "phụ lục": "Phụ lục", "mẫu": "Mẫu số"}
_ALPHABET = "abcdđeghiklmnopqrstuvxy"  # of points: no f, j, w, z, no letter with a hook or a hat

_VALUE = r"(?:\d{1,3}[a-zđ]?(?:\.\d{1,2})*|[a-zđ]\d?|[IVXLC]+)(?![\w/])"
_UNIT_WORD = (
    r"(?:[Tt]iết|[Đđ]iểm|[Kk]hoản|[Đđ]iều|[Tt]iểu mục|[Mm]ục|[Cc]hương|[Pp]hần|[Pp]hụ lục|[Mm]ẫu|PHỤ LỤC|CHƯƠNG"
    r"|ĐIỀU)"
)
_BETWEEN_VALUES = r"(?:\s?[,;]\s?(?:và\s)?|\s+(?:và|hoặc|đến)\s+|\s?[-–]\s?)"
_UNIT = rf"(?:[Cc]ác\s)?{_UNIT_WORD}\s+(?:số\s+)?{_VALUE}(?:{_BETWEEN_VALUES}{_VALUE})*"
_BETWEEN_UNITS = r"(?:\s?[,;]\s?(?:và\s|của\s)?|\s+(?:và|hoặc|đến|của|tại|thuộc)\s+|\s)"
_CHAIN = rf"(?:từ\s)?{_UNIT}(?:{_BETWEEN_UNITS}(?:từ\s)?{_UNIT})*"
_ATTACHMENT = (
    r"(?:(?:Quy chế|Quy định|Quy trình|Điều lệ|Nội quy|Chương trình|Kế hoạch|Đề án|Danh mục|Hướng dẫn)\s"
    r"[^,;.()]{0,90}?)?"
)
_BEFORE = re.compile(
    rf"(?<!\w)(?P<pin>{_CHAIN})\s?,?\s?(?:(?:của|tại|thuộc|trong)\s)?{_ATTACHMENT}"
    r"(?:(?:được )?(?:ban hành )?(?:kèm )?theo\s)?(?:các\s)?$"
)
_AFTER = re.compile(rf"\s?(?:,\s?|\s?\(|\s)(?:tại\s)?(?P<pin>{_CHAIN})(?=\)|\s?[;.\n]|,|$)")
_MAY_END = re.compile(
    r"\s(?:\d[\w.]*|[a-zđ]\d?|[IVXLC]+)\s?,?\s(?:(?:của|tại|thuộc|trong|các)\s)?$|[Kk]èm theo\s(?:các\s)?$"
)
_WINDOW = 170  # characters
_MOST = 200  # provisions: a longer range is no list that a reader would want

_TOKENS = re.compile(
    rf"(?P<unit>{_UNIT_WORD})\s+(?:số\s+)?(?=[\w])|(?<!\w)(?P<value>{_VALUE})|(?P<to>đến|[-–])"
)


def pinpoint_before(text: str, start: int, floor: int = 0) -> str | None:
    """The provisions named right before `start` (`điểm a khoản 2 Điều 5`), not before `floor`, as written.

    >>> pinpoint_before("theo khoản 2, khoản 3 Điều 5 Luật Đất đai", 29)
    'khoản 2, khoản 3 Điều 5'
    """
    window = text[max(floor, start - _WINDOW) : start]
    if not _MAY_END.search(window[-18:]):
        return None
    found = _BEFORE.search(window)
    return found["pin"] if found else None


def pinpoint_after(text: str, end: int, stop: int | None = None) -> str | None:
    """The provisions named right after a mention that ends at `end` (`Luật Đất đai, Điều 5`), as written. What goes on
    to another document (`Luật Đất đai, Điều 5 Luật Nhà ở`) belongs to that one.

    >>> pinpoint_after("Nghị định 30/2020/NĐ-CP, Điều 5 khoản 2;", 23)
    'Điều 5 khoản 2'
    """
    found = _AFTER.match(text, end, len(text) if stop is None else stop)
    return found["pin"] if found else None


def provisions(pinpoint: str) -> tuple[str, ...]:
    """The provisions that a pinpoint names, each in one line from the smallest unit up, in the order of the text.

    >>> provisions("điểm a, b khoản 2 và khoản 3 Điều 5")
    ('điểm a khoản 2 Điều 5', 'điểm b khoản 2 Điều 5', 'khoản 3 Điều 5')
    >>> provisions("từ Điều 3 đến Điều 5"), provisions("Điều 5 khoản 2")
    (('Điều 3', 'Điều 4', 'Điều 5'), ('khoản 2 Điều 5',))
    """
    groups = _groups(pinpoint)
    if not groups:
        return ()
    ranks = [_RANKS[unit] for unit, _ in groups]
    if ranks[-1] == max(ranks):
        return tuple(reversed(_leaves(groups[::-1], backwards=True)))
    return tuple(_leaves(groups, backwards=False))


_Group = tuple[str, list[str]]


def _groups(pinpoint: str) -> list[_Group]:
    """The units with their values in the order of the text; a range is written out."""
    groups: list[_Group] = []
    ranging = False
    for token in _TOKENS.finditer(pinpoint):
        if token["unit"]:
            unit = token["unit"].lower()
            if not (ranging and groups and groups[-1][0] == unit):
                groups.append((unit, []))
        elif token["to"]:
            ranging = bool(groups and groups[-1][1])
        elif groups:
            values = groups[-1][1]
            values += _range(values[-1], token["value"]) if ranging and values else [token["value"]]
            ranging = False
    return [(unit, values) for unit, values in groups if values]


def _range(first: str, last: str) -> list[str]:
    """What comes after `first` up to `last`: numbers or letters; only `last` where they make no range."""
    if first.isdigit() and last.isdigit() and 0 < int(last) - int(first) <= _MOST:
        return [str(value) for value in range(int(first) + 1, int(last) + 1)]
    if len(first) == len(last) == 1 and first in _ALPHABET and last in _ALPHABET:
        return list(_ALPHABET[_ALPHABET.index(first) + 1 : _ALPHABET.index(last) + 1]) or [last]
    return [last]


def _leaves(groups: list[_Group], *, backwards: bool) -> list[str]:
    """Each provision named, walking from larger units to the smaller ones that narrow them."""
    found: list[str] = []
    chain: list[_Group] = []
    for unit, values in groups:
        if chain and _RANKS[chain[-1][0]] <= _RANKS[unit]:
            found += _lines(chain, backwards)
        while chain and _RANKS[chain[-1][0]] <= _RANKS[unit]:
            chain.pop()
        chain.append((unit, values))
    return (found + _lines(chain, backwards))[:_MOST]


def _lines(chain: list[_Group], backwards: bool) -> list[str]:
    """The provisions at the end of a chain: every combination of the values, the smallest unit first in each line."""
    named = [[f"{_PRINTED.get(unit, unit)} {value}" for value in values] for unit, values in chain]
    lines = [" ".join(reversed(parts)) for parts in islice(product(*named), _MOST)]
    return lines[::-1] if backwards else lines
