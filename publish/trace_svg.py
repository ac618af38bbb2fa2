"""A trace as a picture (SVG 1.1): what a document rests on from left, the top of the state, to right, the communes.

One file without scripts, fonts or anything from elsewhere. What a document says is text, never markup. Each box says
its state in words and with a sign of its own shape; a work that ended is hatched and struck through besides, so that
nothing is told by colour alone. Light and dark follow what the viewer prefers.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from graph.layers import Box, Layers, layers_of
from graph.levels import Level
from graph.steps import Trace
from graph.validity import ENDED
from publish.citation_words import RELATIONS
from publish.errors import PublishError
from publish.files import write_whole
from publish.plain import plain
from publish.svg_words import width_of
from publish.trace_boxes import PAD, Row, full_name, rows_of, told_in_full
from publish.trace_heights import HEAD, MARGIN
from publish.trace_places import BOX, Place, Plan, Run, plan_of
from publish.trace_words import state_in_words
from publish.words import Lang, say

LEVELS: dict[Level, str] = {
    "law": "Quốc hội: luật, nghị quyết",
    "central": "Trung ương: nghị định, quyết định, thông tư",
    "unclear": "Chưa rõ cấp",
    "province": "Tỉnh, thành phố",
    "district": "Huyện, quận",
    "commune": "Xã, phường",
}
_LABEL = 11
_LEGEND = 58
_STYLE = """
text{font-family:Arial,'Liberation Sans',Arimo,Helvetica,'Noto Sans',sans-serif;fill:#1a1f29}
.paper{fill:#fff}.box{fill:#f6f8fb;stroke:#44546a;stroke-width:1.2}.absent{stroke-dasharray:5 4;fill:#fff}
.ended{fill:#fbf1ef;stroke:#8f2d1f;stroke-width:1.6}.root{stroke:#0b4fa8;stroke-width:3}
.name{font-size:13px;font-weight:bold}.gone{text-decoration:line-through}.title{font-size:12px}
.small{font-size:11px;fill:#4c5869}.state{font-size:11px;font-weight:bold}.head{font-size:12px;font-weight:bold;fill:#4c5869}
.line{fill:none;stroke:#5b6b80;stroke-width:1.3}.open{stroke-dasharray:4 4}.arrow{fill:#5b6b80}
.sign{fill:none;stroke:#1a1f29;stroke-width:1.6}.full{fill:#1a1f29}.hatch{stroke:#8f2d1f;stroke-width:2}
@media (prefers-color-scheme:dark){
text{fill:#e8ebf0}.paper{fill:#14181f}.box{fill:#1e2530;stroke:#93a4bb}.absent{fill:#14181f}
.ended{fill:#33201d;stroke:#f0a394}.root{stroke:#7db4ff}.small,.head{fill:#b4bfce}.line{stroke:#94a3b8}.arrow{fill:#94a3b8}
.sign{stroke:#e8ebf0}.full{fill:#e8ebf0}.hatch{stroke:#f0a394}}
"""


def publish_svg(found: Trace, path: str | Path, lang: Lang = "vi") -> None:
    """Writes the picture of a trace to a file, whole or not at all. Raises `PublishError` where it cannot."""
    target = Path(path)
    if target.suffix.lower() != ".svg":
        raise PublishError(
            str(path),
            say("không biết định dạng này", lang),
            say("đặt tên tệp có đuôi {formats}", lang, formats=".svg"),
        )
    try:
        write_whole(target.resolve(), to_svg(found, lang).encode())
    except OSError as error:
        cause = say("không ghi được ({cause})", lang, cause=error.strerror or error)
        raise PublishError(str(path), cause, say("chọn nơi khác mà bạn có quyền ghi", lang)) from error


def to_svg(found: Trace, lang: Lang = "vi") -> str:
    """The picture of a trace."""
    layers = layers_of(found)
    rows = {work_id: list(rows_of(box, lang)) for work_id, box in layers.boxes.items()}
    heights = {work_id: 2 * PAD + 16 * len(said) - 2 for work_id, said in rows.items()}
    labels = {line: round(width_of(_relations(line.relations, lang), _LABEL)) + 14 for line in layers.lines}
    plan = plan_of(layers, heights, labels)
    parts = [
        *_opening(found, layers, plan, lang),
        *_heads(layers, plan, lang),
        *(part for run in plan.runs for part in _line(run, lang)),
        *(
            part
            for id_, place in plan.boxes.items()
            for part in _box(layers.boxes[id_], place, rows[id_], lang)
        ),
        *_legend(plan, lang),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _opening(found: Trace, layers: Layers, plan: Plan, lang: Lang) -> Iterator[str]:
    width, height = max(plan.width, 640), plan.height + _LEGEND
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
        ' role="img" aria-labelledby="title desc">'
    )
    names = "; ".join(full_name(layers.boxes[root.work.id], lang) for root in found.roots)
    yield f'<title id="title">{_text(say("Căn cứ của {names}", lang, names=names))}</title>'
    yield f'<desc id="desc">{_text(_described(layers, lang))}</desc>'
    yield f"<style>{_STYLE}</style>"
    yield (
        '<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8"'
        ' orient="auto-start-reverse"><path class="arrow" d="M0 0L8 4L0 8z"/></marker></defs>'
    )
    yield f'<rect class="paper" width="{width}" height="{height}"/>'


def _described(layers: Layers, lang: Lang) -> str:
    """The picture in sentences, for those who do not see it."""
    said = [
        f"{full_name(layers.boxes[line.source], lang)} {_relations(line.relations, lang)}"
        f" {full_name(layers.boxes[line.target], lang)}."
        for line in layers.lines
    ]
    ended = [
        f"{full_name(box, lang)}: {state_in_words(box.validity, lang)}."
        for box in layers.boxes.values()
        if box.validity and box.validity.state in ENDED
    ]
    return " ".join([say("{n} văn bản.", lang, n=len(layers.boxes)), *said, *ended])


def _heads(layers: Layers, plan: Plan, lang: Lang) -> Iterator[str]:
    """What stands over the columns, once for each level."""
    for number, level in enumerate(layers.levels):
        if number == 0 or layers.levels[number - 1] != level:
            words, y = _text(say(LEVELS[level], lang)), MARGIN + HEAD // 2
            yield f'<text class="head" x="{plan.columns[number]}" y="{MARGIN + 14}">{words}</text>'
            last = max(n for n, other in enumerate(layers.levels) if other == level)
            yield f'<path class="line" d="M{plan.columns[number]} {y}H{plan.columns[last] + BOX}"/>'


def _line(run: Run, lang: Lang) -> Iterator[str]:
    (x, y), *rest = run.points
    way = f"M{x} {y}" + "".join(f"L{x} {y}" for x, y in rest)
    style = "line" if run.line.certain else "line open"
    yield f'<path class="{style}" d="{way}" marker-end="url(#arrow)"/>'
    words = _relations(run.line.relations, lang) + ("" if run.line.certain else " ?")
    anchor = "end" if run.label[0] < x else "start"
    yield (
        f'<text class="small" x="{run.label[0]}" y="{run.label[1]}" text-anchor="{anchor}">{_text(words)}</text>'
    )


def _box(box: Box, place: Place, rows: list[Row], lang: Lang) -> Iterator[str]:
    ended = bool(box.validity and box.validity.state in ENDED)
    style = " ".join(
        name
        for name, true in (("box", True), ("root", box.root), ("absent", not box.work.held), ("ended", ended))
        if true
    )
    yield f"<g><title>{_text(told_in_full(box, lang))}</title>"
    size = f'width="{place.width}" height="{place.height}"'
    yield f'<rect class="{style}" x="{place.x}" y="{place.y}" {size} rx="6"/>'
    if ended:
        yield from _hatch(place)
    y = place.y + (place.height - 16 * len(rows)) // 2 + 12
    for row in rows:
        x = place.x + PAD + (16 if row.sign else 0)
        if row.sign:
            yield _sign(row.sign, place.x + PAD + 5, y - 4)
        yield f'<text class="{row.style}" x="{x}" y="{y}">{_text(row.text)}</text>'
        y += 16
    yield "</g>"


def _hatch(place: Place) -> Iterator[str]:
    """Slanted strokes along the right edge of a work that ended."""
    right = place.x + place.width
    strokes = "".join(
        f"M{right - 9} {y + 9}l8 -8" for y in range(place.y + 6, place.y + place.height - 12, 9)
    )
    yield f'<path class="hatch" d="{strokes}"/>'


def _sign(state: str, x: int, y: int) -> str:
    """A sign of its own shape for each state: dot, ring, triangle, cross."""
    if state == "in_force":
        return f'<circle class="full" cx="{x}" cy="{y}" r="4"/>'
    if state in ENDED:
        return f'<path class="sign" d="M{x - 4} {y - 4}l8 8m0 -8l-8 8"/>'
    if state in ("amended", "supplemented"):
        return f'<path class="full" d="M{x - 5} {y + 4}h10l-5 -9z"/>'
    if state == "not_yet":
        return f'<path class="sign" d="M{x - 4} {y - 4}h8v8h-8z"/>'
    return f'<circle class="sign" cx="{x}" cy="{y}" r="4"/>' if state == "unknown" else ""


def _legend(plan: Plan, lang: Lang) -> Iterator[str]:
    x, y = MARGIN, plan.height + 14
    for state, words in (
        ("in_force", "còn hiệu lực"),
        ("amended", "đã được sửa đổi"),
        ("expired", "đã hết hiệu lực"),
        ("not_yet", "chưa có hiệu lực"),
        ("unknown", "chưa rõ hiệu lực"),
    ):
        said = say(words, lang)
        yield _sign(state, x + 5, y - 4)
        yield f'<text class="small" x="{x + 16}" y="{y}">{_text(said)}</text>'
        x += round(width_of(said, 11)) + 38
    said = say(
        "Mũi tên: từ văn bản viện dẫn đến văn bản được viện dẫn; nét đứt: chưa chắc, hoặc không có trong kho.",
        lang,
    )
    yield f'<text class="small" x="{MARGIN}" y="{y + 20}">{_text(said)}</text>'


def _relations(relations: tuple[str, ...], lang: Lang) -> str:
    return ", ".join(say(RELATIONS[relation], lang) for relation in relations)


def _text(said: str) -> str:
    return escape(plain(said))
