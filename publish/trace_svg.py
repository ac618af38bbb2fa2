"""A trace as a picture (SVG 1.1): what a document rests on from left, the top of the state, to right, the communes.

One file without scripts, fonts or anything from elsewhere. What a document says is text, never markup. Each box says
its state in words and with a sign of its own shape; a work that ended is hatched and struck through besides, so that
nothing is told by colour alone. Light and dark follow what the viewer prefers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from extract.extraction import Header
from graph.layers import Box, Layers, layers_of
from graph.levels import Level
from graph.trace import Trace
from graph.validity import ENDED, Validity
from publish.caption import caption
from publish.errors import PublishError
from publish.files import write_whole
from publish.plain import plain
from publish.svg_words import broken, width_of
from publish.trace_heights import HEAD, MARGIN
from publish.trace_places import BOX, Place, Plan, Run, plan_of
from publish.trace_words import CHANGED, RELATIONS, STATES, change_in_words, state_in_words, worth_showing
from publish.when import written
from publish.words import Lang, say

LEVELS: dict[Level, str] = {
    "law": "Quốc hội: luật, nghị quyết",
    "central": "Trung ương: nghị định, quyết định, thông tư",
    "unclear": "Chưa rõ cấp",
    "province": "Tỉnh, thành phố",
    "district": "Huyện, quận",
    "commune": "Xã, phường",
}
_PAD, _LABEL = 12, 11
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


@dataclass(frozen=True, slots=True)
class Row:
    """A line of words in a box: its class, its size, and the sign before it."""

    text: str
    style: str
    sign: str = ""


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
    rows = {work_id: list(_rows(box, lang)) for work_id, box in layers.boxes.items()}
    heights = {work_id: 2 * _PAD + 16 * len(said) - 2 for work_id, said in rows.items()}
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
    names = "; ".join(_name(layers.boxes[root.work.id], lang) for root in found.roots)
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
        f"{_name(layers.boxes[line.source], lang)} {_relations(line.relations, lang)}"
        f" {_name(layers.boxes[line.target], lang)}."
        for line in layers.lines
    ]
    ended = [
        f"{_name(box, lang)}: {state_in_words(box.validity, lang)}."
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
    yield f"<g><title>{_text(_full(box, lang))}</title>"
    size = f'width="{place.width}" height="{place.height}"'
    yield f'<rect class="{style}" x="{place.x}" y="{place.y}" {size} rx="6"/>'
    if ended:
        yield from _hatch(place)
    y = place.y + (place.height - 16 * len(rows)) // 2 + 12
    for row in rows:
        x = place.x + _PAD + (16 if row.sign else 0)
        if row.sign:
            yield _sign(row.sign, place.x + _PAD + 5, y - 4)
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


def _rows(box: Box, lang: Lang) -> Iterator[Row]:
    """The words in a box: name, title, date and issuer, state, what ended it, what else is to be known."""
    ended = bool(box.validity and box.validity.state in ENDED)
    room = BOX - 2 * _PAD - (8 if ended else 0)
    for line in broken(_short_name(box), 13, room, 2, bold=True):
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


def _full(box: Box, lang: Lang) -> str:
    """All that is known of a box, for the tooltip."""
    title = box.work.title or (box.known.title if box.known else "")
    said = [_name(box, lang), title if box.work.symbol else ""]
    said += [state_in_words(box.validity, lang)] if box.validity else []
    said += [change_in_words(change, lang) for change in worth_showing(box.changes)[0]]
    return ". ".join(part for part in said if part)


def _name(box: Box, lang: Lang) -> str:
    work = box.work
    type_ = work.type if work.symbol else " ".join(part for part in (work.type, work.title) if part)
    return caption(Header(type=type_, number=work.symbol, date=work.date, issuer=work.issuer), work.key, lang)


def _short_name(box: Box) -> str:
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


def _relations(relations: tuple[str, ...], lang: Lang) -> str:
    return ", ".join(say(RELATIONS[relation], lang) for relation in relations)


def _text(said: str) -> str:
    return escape(plain(said))
