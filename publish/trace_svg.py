"""A trace as a picture: what a document rests on from left, the top of the state, to right, the communes."""

from __future__ import annotations

from pathlib import Path

from graph.layers import Layers, layers_of
from graph.steps import Trace
from graph.validity import ENDED
from publish.svg_picture import Picture, Sheet, described, drawn, write_svg
from publish.trace_boxes import classes_of, full_name, rows_of, told_in_full
from publish.trace_words import state_in_words
from publish.words import Lang, say


def publish_svg(found: Trace, path: str | Path, lang: Lang = "vi") -> None:
    """Writes the picture of a trace to a file, whole or not at all. Raises `PublishError` where it cannot."""
    write_svg(to_svg(found, lang), path, lang)


def to_svg(found: Trace, lang: Lang = "vi") -> str:
    """The picture of a trace."""
    layers = layers_of(found)
    names = "; ".join(full_name(layers.boxes[root.work.id], lang) for root in found.roots)
    picture = Picture(
        title=say("Căn cứ của {names}", lang, names=names),
        desc=_described(layers, lang),
        columns=layers.columns,
        sheets={
            id_: Sheet(tuple(rows_of(box, lang)), told_in_full(box, lang), classes_of(box))
            for id_, box in layers.boxes.items()
        },
    )
    return drawn(picture, lang)


def _described(layers: Layers, lang: Lang) -> str:
    names = {id_: full_name(box, lang) for id_, box in layers.boxes.items()}
    ended = {
        id_: state_in_words(box.validity, lang)
        for id_, box in layers.boxes.items()
        if box.validity and box.validity.state in ENDED
    }
    return described(names, layers.columns.lines, ended, lang)
