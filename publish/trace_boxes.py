"""The words in and about the boxes of the picture of a trace."""

from __future__ import annotations

from collections.abc import Iterator

from extract.extraction import Header
from graph.layers import Box
from graph.validity import ENDED, Validity
from publish.caption import caption
from publish.citation_words import STATES
from publish.plain import plain
from publish.svg_picture import PAD, Row
from publish.svg_places import BOX
from publish.svg_words import broken
from publish.trace_words import CHANGED, change_in_words, state_in_words, worth_showing
from publish.when import written
from publish.words import Lang, say


def rows_of(box: Box, lang: Lang) -> Iterator[Row]:
    """The words in a box: name, title, date and issuer, state, what ended it, what else is to be known."""
    ended = bool(box.validity and box.validity.state in ENDED)
    room = BOX - 2 * PAD - (8 if ended else 0)
    for line in broken(short_name(box), 13, room, 2, bold=True):
        yield Row(line, "name gone" if ended else "name")
    if box.work.symbol or (box.known and box.known.symbol):
        for line in broken(plain(box.work.title or (box.known.title if box.known else "")), 12, room, 2):
            yield Row(line, "title")
    about = ", ".join(part for part in (_date(box, lang), _issuer(box)) if part)
    for line in broken(about, 11, room, 2):
        yield Row(line, "small")
    if box.validity:
        said = broken(_state(box.validity, lang), 11, room - 16, 2, bold=True)
        for n, line in enumerate(said):
            yield Row(line, "state", box.validity.state if n == 0 else " ")
        for line in _made_by(box, room, lang):
            yield Row(line, "small")
    if not box.work.held:
        yield Row(say("không có trong kho", lang), "small")
    if box.tasks:
        yield Row(say("{n} nhiệm vụ viện dẫn", lang, n=box.tasks), "small")


def _state(validity: Validity, lang: Lang) -> str:
    """The state; of one that may have changed since, with its day."""
    if validity.state in (*ENDED, "not_yet", "unknown"):
        return state_in_words(validity, lang, with_day=False)
    state = say(STATES[validity.state], lang)
    return say("{state} (vào {day})", lang, state=state, day=written(validity.day, lang))


def _made_by(box: Box, room: float, lang: Lang) -> Iterator[str]:
    """What ended it by that day or will end it; of what is in force, nothing more."""
    ends = [change for change in box.changes if change.ends and not change.doubt][:1]
    for change in ends:
        said = say("{what} bởi {by}", lang, what=say(CHANGED[change.kind], lang), by=change.by or "…")
        if change.day and box.validity and box.validity.state not in ENDED:
            said = say("{state} từ {day}", lang, state=said, day=written(change.day, lang))
        yield from broken(plain(said), 11, room, 2)


def classes_of(box: Box) -> tuple[str, ...]:
    """How the box looks: whether it was asked for, is missing in the corpus, ended."""
    ended = bool(box.validity and box.validity.state in ENDED)
    looks = {"root": box.root, "absent": not box.work.held, "ended": ended}
    return tuple(name for name, true in looks.items() if true)


def told_in_full(box: Box, lang: Lang) -> str:
    """All that is known of a box, for the tooltip."""
    title = box.work.title or (box.known.title if box.known else "")
    said = [full_name(box, lang), title if box.work.symbol else ""]
    said += [state_in_words(box.validity, lang)] if box.validity else []
    said += [change_in_words(change, lang) for change in worth_showing(box.changes)[0]]
    return ". ".join(part for part in said if part)


def full_name(box: Box, lang: Lang) -> str:
    work = box.work
    type_ = work.type if work.symbol else " ".join(part for part in (work.type, work.title) if part)
    return caption(Header(type=type_, number=work.symbol, date=work.date, issuer=work.issuer), work.key, lang)


def short_name(box: Box) -> str:
    """Type and symbol, or type and title."""
    symbol = box.work.symbol or (box.known.symbol if box.known else "")
    named = " ".join(part for part in (box.work.type, symbol or box.work.title) if part)
    return plain(named or box.work.key)


def _date(box: Box, lang: Lang) -> str:
    day = box.work.date or (box.known.date if box.known else None)
    return written(day, lang) if day else ""


def _issuer(box: Box) -> str:
    """The issuer with its longest words abbreviated, so that its place has room."""
    said = plain(box.work.issuer or "")
    return said.replace("Ủy ban nhân dân", "UBND").replace("Hội đồng nhân dân", "HĐND")
