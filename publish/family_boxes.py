"""The words in and about the boxes of the picture of a family."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from graph.family import Member, Tie
from graph.layers import Box
from graph.rests import Rest
from publish.svg_picture import PAD, Row, Sheet, relations_in_words
from publish.svg_places import BOX
from publish.svg_words import broken
from publish.trace_boxes import classes_of, full_name, rows_of, short_name, told_in_full
from publish.words import Lang, say

_MOST_NAMES = 3


def member_sheet(member: Member, lang: Lang, link: str = "") -> Sheet:
    """The box of a member, and where it leads."""
    box = _box(member)
    return Sheet(
        rows=(*rows_of(box, lang), *(Row(said, "small") for said in _numbers(member, lang))),
        told=". ".join((told_in_full(box, lang), *_numbers(member, lang))),
        classes=classes_of(box),
        link=link,
    )


def rest_sheet(rest: Rest, members: Mapping[int, Member], lang: Lang, link: str = "") -> Sheet:
    """The box of what is only counted, and where it leads."""
    shorter = [short_name(_box(members[id_])) for id_ in rest.anchors]
    rows = [Row(_count(rest, lang), "name")]
    rows += [Row(line, "small") for line in broken(_kin(rest, shorter, lang), 11, BOX - 2 * PAD, 3)]
    rows += [] if rest.certain else [Row(say("chưa chắc", lang), "small")]
    rows += [Row(say("ở mọi cấp", lang), "small")] if rest.of_all_levels else []
    return Sheet(tuple(rows), rest_in_words(rest, members, lang), ("rest",), link)


def member_name(member: Member, lang: Lang) -> str:
    """The work as it is named in full."""
    return full_name(_box(member), lang)


def rest_in_words(rest: Rest, members: Mapping[int, Member], lang: Lang) -> str:
    """How many are not drawn, and what joins them to the family."""
    names = [member_name(members[id_], lang) for id_ in rest.anchors]
    return f"{_count(rest, lang)} {_kin(rest, names, lang)}"


def tie_in_words(tie: Tie, lang: Lang) -> str:
    """The words that a line rests on, with their sections."""
    quotes = dict.fromkeys(
        f"“{span.quote}”" + (f" ({span.section})" if span.section else "") for span in tie.words
    )
    return f"{relations_in_words(tie.relations, lang)}: {'; '.join(quotes)}"


def _box(member: Member) -> Box:
    return Box(
        work=member.work,
        validity=member.validity,
        changes=member.changes,
        known=member.known,
        root=member.kin == "root",
    )


def _numbers(member: Member, lang: Lang) -> Iterator[str]:
    if member.tasks is not None:
        yield say("{n} nhiệm vụ", lang, n=member.tasks)
    if member.above:
        yield say("dựa trên {n} văn bản khác", lang, n=member.above)
    if member.below:
        yield say("{n} văn bản khác dựa trên nó", lang, n=member.below)


def _count(rest: Rest, lang: Lang) -> str:
    phrase = "và khoảng {n} văn bản khác" if rest.of_all_levels else "và {n} văn bản khác"
    return say(phrase, lang, n=rest.count)


def _kin(rest: Rest, names: Sequence[str], lang: Lang) -> str:
    phrase = "mà {names} dựa trên" if rest.kin == "parent" else "dựa trên {names}"
    more = "; …" if len(names) > _MOST_NAMES else ""
    return say(phrase, lang, names="; ".join(names[:_MOST_NAMES]) + more)
