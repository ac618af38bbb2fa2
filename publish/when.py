"""Deadlines written for people: the document's own words, and the date where the words do not show it."""

from __future__ import annotations

import re
from datetime import date

from extract.extraction import Deadline
from extract.time_points import NO_SUCH
from publish.plain import plain
from publish.recurrence import read_rule
from publish.words import Lang, say
from rulebook.spelling import key

_DATE = re.compile(r"(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})", re.IGNORECASE)
_REGULAR = re.compile(
    r"hằng|hàng (?:ngày|tuần|tháng|quý|năm)|mỗi|từng|một lần|lần/|/lần|định kỳ", re.IGNORECASE
)
_DURATION = re.compile(r"P(\d+)([DWMY])")
_LENGTHS = {"D": "{n} ngày", "W": "{n} tuần", "M": "{n} tháng", "Y": "{n} năm"}


def in_words(deadline: Deadline, lang: Lang = "vi") -> str:
    """The deadline as a reader of the checklist needs it: its quote, then in brackets what the quote leaves open.

    >>> in_words(Deadline(quote="Quý II năm 2020", start=0, end=15, due="2020-06-30", rule="quarter"))
    'Quý II năm 2020 (30/06/2020)'
    >>> in_words(Deadline(quote="trước ngày 20/4/2020", start=0, end=20, due="2020-04-20", rule="date"))
    'trước ngày 20/4/2020'
    >>> in_words(Deadline(quote="trước ngày 31/6", start=0, end=15, why="lịch không có ngày 31/6", rule="date"))
    'trước ngày 31/6 (lịch không có ngày 31/6)'
    """
    quote, notes = plain(deadline.quote), left_open(deadline, lang)
    return f"{quote} ({notes})" if quote and notes else quote or notes


def left_open(deadline: Deadline, lang: Lang = "vi") -> str:
    """What the quote of a deadline does not say itself: the day that it means, how often, from when it counts.

    >>> left_open(Deadline(quote="Quý II năm 2020", start=0, end=15, due="2020-06-30", rule="quarter"))
    '30/06/2020'
    """
    return "; ".join(_notes(deadline, plain(deadline.quote), lang))


def value_in_words(value: str, lang: Lang = "vi") -> str:
    """One value of a task's `due`: a date, a rule, a duration, or the symbol of a document, as people write it.

    >>> value_in_words("2020-04-30"), value_in_words("FREQ=YEARLY"), value_in_words("P15D")
    ('30/04/2020', 'hằng năm', '15 ngày')
    """
    rule, length = read_rule(value), _DURATION.fullmatch(value)
    if rule:
        return rule.in_words(lang)
    if length:
        return say(_LENGTHS[length[2]], lang, n=length[1])
    return written(value, lang) if _day(value) else plain(value)


def due_day(deadline: Deadline) -> date | None:
    """The last day on which it may be done, where that is one fixed day; of a span the day on which it ends, where
    that is known."""
    return _day(deadline.due) or _day(deadline.last_day)


def written(day: str, lang: Lang = "vi") -> str:
    """An ISO date, as precise as it is, the way the office writes it.

    >>> written("2020-03-09"), written("2020-03"), written("2020")
    ('09/03/2020', '03/2020', '2020')
    """
    return "/".join(reversed(day.split("-"))) if lang == "vi" else day


def _notes(deadline: Deadline, quote: str, lang: Lang) -> list[str]:
    notes = []
    if deadline.due and not _shows(quote, deadline.due):
        notes.append(written(deadline.due, lang))
    if deadline.recurrence and (lang == "en" or not _REGULAR.search(quote)):
        rule = read_rule(deadline.recurrence, deadline.anchor)
        notes.append(rule.in_words(lang) if rule else deadline.recurrence)
    if deadline.anchor and key(deadline.anchor) not in key(quote):
        notes.append(say("kể từ {anchor}", lang, anchor=plain(deadline.anchor)))
    if deadline.last_day:
        notes.append(say("đến hết ngày {day}", lang, day=written(deadline.last_day, lang)))
    elif deadline.why and not deadline.duration:
        notes.append(_reason(deadline.why, lang))
    if deadline.reference and key(deadline.reference) not in key(quote):
        notes.append(plain(deadline.reference))
    return notes


def _reason(why: str, lang: Lang) -> str:
    """Why a deadline has no day: `lịch không có ngày 31/6`."""
    for what in (" ngày ", " tháng "):
        lead, _, value = why.partition(what)
        if lead == NO_SUCH:
            return say(f"{NO_SUCH}{what}{{value}}", lang, value=value)
    return say(why, lang)


def _shows(quote: str, due: str) -> bool:
    return any(
        due == f"{int(year):04}-{int(month):02}-{int(day):02}" for day, month, year in _DATE.findall(quote)
    )


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None
