"""A picture of documents in columns (SVG 1.1): from left, the top of the state, to right, the communes.

One file without scripts, fonts or anything from elsewhere. What a document says is text, never markup. Each box says
its state in words and with a sign of its own shape; a work that ended is hatched and struck through besides, so that
nothing is told by colour alone. Light and dark follow what the viewer prefers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from graph.columns import Columns, Line
from graph.levels import Level
from graph.validity import ENDED
from publish.citation_words import RELATIONS
from publish.errors import PublishError
from publish.files import write_whole
from publish.plain import plain
from publish.svg_heights import HEAD, MARGIN
from publish.svg_places import BOX, Place, Plan, Run, plan_of
from publish.svg_words import width_of
from publish.words import Lang, say

PAD = 12
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
STYLE = """
text{font-family:Arial,'Liberation Sans',Arimo,Helvetica,'Noto Sans',sans-serif;fill:#1a1f29}
.paper{fill:#fff}.box{fill:#f6f8fb;stroke:#44546a;stroke-width:1.2}.absent{stroke-dasharray:5 4;fill:#fff}
.ended{fill:#fbf1ef;stroke:#8f2d1f;stroke-width:1.6}.root{stroke:#0b4fa8;stroke-width:3}.rest{fill:#eceff4;stroke:#8592a6}
.name{font-size:13px;font-weight:bold}.gone{text-decoration:line-through}.title{font-size:12px}
.small{font-size:11px;fill:#4c5869}.said{paint-order:stroke;stroke:#fff;stroke-width:3px}.state{font-size:11px;font-weight:bold}.head{font-size:12px;font-weight:bold;fill:#4c5869}
.line{fill:none;stroke:#5b6b80;stroke-width:1.3}.open{stroke-dasharray:4 4}.arrow{fill:#5b6b80}
.sign{fill:none;stroke:#1a1f29;stroke-width:1.6}.full{fill:#1a1f29}.hatch{stroke:#8f2d1f;stroke-width:2}
a text{fill:#0b4fa8;text-decoration:underline}a .gone{text-decoration:underline line-through}
@media (prefers-color-scheme:dark){
text{fill:#e8ebf0}.paper{fill:#14181f}.box{fill:#1e2530;stroke:#93a4bb}.absent{fill:#14181f}
.ended{fill:#33201d;stroke:#f0a394}.root{stroke:#7db4ff}.rest{fill:#2a323e;stroke:#7c8aa0}.small,.head{fill:#b4bfce}.line{stroke:#94a3b8}.arrow{fill:#94a3b8}
.said{stroke:#14181f}.sign{stroke:#e8ebf0}.full{fill:#e8ebf0}.hatch{stroke:#f0a394}a text{fill:#7db4ff}}
"""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of words in a box: its class, its size, and the sign before it."""

    text: str
    style: str
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A box as it is drawn: its words, what it tells in full when it is pointed at, its classes (`root`, `absent`,
    `ended`, `rest`), and where its first line leads, a safe address or nothing."""

    rows: tuple[Row, ...]
    told: str
    classes: tuple[str, ...] = ()
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """What is drawn: boxes by their ids in columns, and what their lines tell when they are pointed at. `title`, `desc`
    are for those who do not see it, `notes` stand below it."""

    title: str
    desc: str
    columns: Columns
    sheets: Mapping[int, Sheet]
    told: Mapping[Line, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def write_svg(picture: str, path: str | Path, lang: Lang = "vi") -> None:
    """Writes a picture to a file, whole or not at all. Raises `PublishError` where it cannot, and for a name that does
    not end in `.svg`."""
    target = Path(path)
    refuse_other_names(target, lang)
    try:
        write_whole(target.resolve(), picture.encode())
    except OSError as error:
        cause = say("không ghi được ({cause})", lang, cause=error.strerror or error)
        raise PublishError(str(path), cause, say("chọn nơi khác mà bạn có quyền ghi", lang)) from error


def refuse_other_names(target: Path, lang: Lang = "vi") -> None:
    """Raises `PublishError` for a file that is not named as a picture."""
    if target.suffix.lower() != ".svg":
        raise PublishError(
            str(target),
            say("không biết định dạng này", lang),
            say("đặt tên tệp có đuôi {formats}", lang, formats=".svg"),
        )


def drawn(picture: Picture, lang: Lang = "vi", *, inline: bool = False) -> str:
    """The picture as the text of a file; `inline`, as a part of a page, whose style sheet gives its classes their looks
    (without styles of its own, which a page may forbid), and whose boxes are links as a whole."""
    columns = picture.columns
    heights = {id_: 2 * PAD + 16 * len(sheet.rows) - 2 for id_, sheet in picture.sheets.items()}
    labels = {line: round(width_of(_said_at(line, lang), _LABEL)) + 14 for line in columns.lines}
    plan = plan_of(columns, heights, labels)
    parts = [
        *_opening(picture, plan, lang, inline=inline),
        *_heads(columns, plan, lang),
        *(part for run in plan.runs for part in _way(run)),
        *(part for run in plan.runs for part in _label(run, picture.told.get(run.line, ""), lang)),
        *(
            part
            for id_, place in plan.boxes.items()
            for part in _box(picture.sheets[id_], place, whole=inline)
        ),
        *_legend(picture, plan, lang),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def relations_in_words(relations: tuple[str, ...], lang: Lang) -> str:
    """How a document stands to another one.

    >>> relations_in_words(("legal_basis", "carries_out"), "vi")
    'căn cứ, thực hiện'
    """
    return ", ".join(say(RELATIONS[relation], lang) for relation in relations)


def described(names: Mapping[int, str], lines: Iterable[Line], ended: Mapping[int, str], lang: Lang) -> str:
    """A picture in sentences, for those who do not see it: its boxes by their names, its lines, and what ended."""
    said = [
        f"{names[line.source]} {relations_in_words(line.relations, lang)} {names[line.target]}."
        for line in lines
    ]
    ends = [f"{names[id_]}: {state}." for id_, state in ended.items()]
    return " ".join([say("{n} văn bản.", lang, n=len(names)), *said, *ends])


def _opening(picture: Picture, plan: Plan, lang: Lang, *, inline: bool) -> Iterator[str]:
    width, height = max(plan.width, 640), plan.height + _LEGEND + 20 * len(picture.notes)
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    if inline:  # `role="img"` would hide the links in it
        title = escape(plain(picture.title), {'"': "&quot;"})
        yield f'<svg class="picture" {size} role="group" aria-label="{title}">'
    else:
        yield '<?xml version="1.0" encoding="UTF-8"?>'
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" xml:lang="{lang}" {size} role="img"'
            ' aria-labelledby="title desc">'
        )
        yield f'<title id="title">{_text(picture.title)}</title>'
        yield f'<desc id="desc">{_text(picture.desc)}</desc>'
        yield f"<style>{STYLE}</style>"
    yield (
        '<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8"'
        ' orient="auto-start-reverse"><path class="arrow" d="M0 0L8 4L0 8z"/></marker></defs>'
    )
    yield f'<rect class="paper" width="{width}" height="{height}"/>'


def _heads(columns: Columns, plan: Plan, lang: Lang) -> Iterator[str]:
    """What stands over the columns, once for each level."""
    for number, level in enumerate(columns.levels):
        if number == 0 or columns.levels[number - 1] != level:
            words, y = _text(say(LEVELS[level], lang)), MARGIN + HEAD // 2
            yield f'<text class="head" x="{plan.columns[number]}" y="{MARGIN + 14}">{words}</text>'
            last = max(n for n, other in enumerate(columns.levels) if other == level)
            yield f'<path class="line" d="M{plan.columns[number]} {y}H{plan.columns[last] + BOX}"/>'


def _way(run: Run) -> Iterator[str]:
    (x, y), *rest = run.points
    way = f"M{x} {y}" + "".join(f"L{x} {y}" for x, y in rest)
    style = "line" if run.line.certain else "line open"
    yield f'<path class="{style}" d="{way}" marker-end="url(#arrow)"/>'


def _label(run: Run, told: str, lang: Lang) -> Iterator[str]:
    """What is written at a line; the words that it rests on are told where it is pointed at."""
    (x, y), said = run.label, _text(_said_at(run.line, lang))
    tip = f"<title>{_text(told)}</title>" if told else ""
    if said:
        yield f'<text class="small said" x="{x}" y="{y}" text-anchor="end">{tip}{said}</text>'


def _said_at(line: Line, lang: Lang) -> str:
    return relations_in_words(line.relations, lang) + ("" if line.certain else " ?")


def _box(sheet: Sheet, place: Place, *, whole: bool) -> Iterator[str]:
    """A box; its first line is the link, or, where the `whole` box may be one, all of it."""
    link = f"<a href={quoteattr(sheet.link)}>" if sheet.link else ""
    yield f"{link if whole else ''}<g><title>{_text(sheet.told)}</title>"
    size = f'width="{place.width}" height="{place.height}"'
    yield f'<rect class="{" ".join(("box", *sheet.classes))}" x="{place.x}" y="{place.y}" {size} rx="6"/>'
    if "ended" in sheet.classes:
        yield from _hatch(place)
    y = place.y + (place.height - 16 * len(sheet.rows)) // 2 + 12
    for number, row in enumerate(sheet.rows):
        x = place.x + PAD + (16 if row.sign else 0)
        if row.sign:
            yield _sign(row.sign, place.x + PAD + 5, y - 4)
        said = f'<text class="{row.style}" x="{x}" y="{y}">{_text(row.text)}</text>'
        yield f"{link}{said}</a>" if link and number == 0 and not whole else said
        y += 16
    yield "</g></a>" if link and whole else "</g>"


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


def _legend(picture: Picture, plan: Plan, lang: Lang) -> Iterator[str]:
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
    arrows = (
        "Mũi tên: từ văn bản viện dẫn đến văn bản được viện dẫn; nét đứt: chưa chắc, hoặc không có trong kho."
    )
    for n, said in enumerate((say(arrows, lang), *picture.notes), start=1):
        yield f'<text class="small" x="{MARGIN}" y="{y + 20 * n}">{_text(said)}</text>'


def _text(said: str) -> str:
    return escape(plain(said))
