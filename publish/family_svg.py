"""The family of a document as a picture: what stands above it, beside it and below it, by level of government."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from graph.family import Family, Member
from graph.family_columns import FamilyColumns, family_columns
from graph.rests import Rest
from graph.validity import ENDED
from publish.family_boxes import member_name, member_sheet, rest_in_words, rest_sheet, tie_in_words
from publish.links import link_to
from publish.svg_picture import Picture, described, drawn, write_svg
from publish.trace_words import state_in_words
from publish.when import written
from publish.words import Lang, say


def publish_family(found: Family, path: str | Path, lang: Lang = "vi") -> None:
    """Writes the picture of a family to a file, whole or not at all; links to documents are relative to it. Raises
    `PublishError` where it cannot."""
    write_svg(family_svg(found, lang, Path(path).parent), path, lang)


def family_svg(found: Family, lang: Lang = "vi", folder: Path | None = None) -> str:
    """The picture of a family that was found; with the `folder` in which it will stand, its boxes lead to the files of
    the documents."""

    def to_file(box: Member | Rest) -> str:
        links = (link_to(one.path, folder) for one in box.documents) if isinstance(box, Member) else ()
        return next((link for link in links if link), "")

    return drawn(family_picture(found, lang, to_file), lang)


def family_picture(found: Family, lang: Lang, link: Callable[[Member | Rest], str]) -> Picture:
    """What is drawn of a family; `link` says where the box of a member, or of what is only counted, leads: a safe
    address or nothing."""
    placed = family_columns(found)
    members = {one.work.id: one for one in found.members}
    names = "; ".join(member_name(one, lang) for one in found.members[:1])
    return Picture(
        title=say("Văn bản liên quan đến {names}, theo cấp ban hành", lang, names=names),
        desc=_described(placed, members, lang),
        columns=placed.columns,
        sheets={
            id_: member_sheet(box, lang, link(box))
            if isinstance(box, Member)
            else rest_sheet(box, members, lang, link(box))
            for id_, box in placed.boxes.items()
        },
        told={line: tie_in_words(tie, lang) for line, tie in placed.ties.items()},
        notes=(
            say("Hiệu lực ghi ở từng văn bản là của ngày {day}.", lang, day=written(found.on, lang)),
            say("Văn bản ngang hàng và cấp dưới: chỉ vẽ đường nối tới văn bản gần nhất.", lang),
        ),
    )


def _described(placed: FamilyColumns, members: dict[int, Member], lang: Lang) -> str:
    names = {
        id_: member_name(box, lang) if isinstance(box, Member) else rest_in_words(box, members, lang)
        for id_, box in placed.boxes.items()
    }
    ended = {
        id_: state_in_words(one.validity, lang)
        for id_, one in members.items()
        if one.validity and one.validity.state in ENDED
    }
    return described(names, placed.ties, ended, lang)
