"""Printed lines joined into paragraphs.

A line is a piece of paper, not of thought: it ends where the paper did. Whether the next line goes on with the same
paragraph is asked in this order, and the first answer counts:

    a rule or cell border between them                     no
    a document number or a name broken at its hyphen       yes
    the next line opens an item (`1.`, `a)`, `- Sở`)       no, save in the middle of a reference
    the line ends in a word that ends no sentence (`của`)  yes
    the next line starts in lower case                     yes, if the sentence is unfinished
    the next line starts with a capital or a number        yes, if its first word no longer fitted into the line;
                                                           over a page, if the line is running text, no heading

Letterhead, receivers and signature have lines of their own and are joined only where a name is broken.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ingest.document import BlockKind
from ingest.formalities import (
    appendix_line,
    attached_line,
    authority_line,
    issuer_line,
    motto_line,
    number_line,
    part_line,
    place_date_line,
    signed_note,
    stamp_line,
    subject_line,
    type_line,
)
from ingest.lines import Line, Paragraph, Part, Piece, broken_token, text_of
from ingest.wording import (
    awaits_number,
    dangles,
    finished,
    holds_sentence_end,
    in_capitals,
    open_bracket,
    opening,
    refers_on,
    splits_name,
    starts_lower,
)
from ingest.zones import Zone

_KINDS: dict[Zone, BlockKind] = {
    "letterhead": "letterhead",
    "type": "heading",
    "title": "heading",
    "authority": "heading",
    "body": "paragraph",
    "recipients": "recipients",
    "signature": "signature",
}
_OPENINGS = ("Trên đây là", "Thực hiện ", "Trong quá trình ", "Quá trình ")
_RUN_IN = re.compile(r"\((\d{1,2})\) ")
_LAST_NUMBER = re.compile(r"\d{1,2}[.;]")  # `hoàn thành trong tháng` / `3.`
_ACTS = (
    "Nghị định",
    "Nghị quyết",
    "Luật",
    "Bộ luật",
    "Quyết định",
    "Thông tư",
    "Pháp lệnh",
    "Quy chế",
    "Quy định",
    "Kế hoạch",
)
_REFERENCES = ("Điều", "Khoản", "Mục", "Chương", "Phụ lục", "Phần")
_RUNNING_TEXT = 200  # characters; a heading without final punctuation is shorter
_HEADING = 150
_ARTICLE = len("Điều 10. ")
_HEADING_LINES = 5
_LINES_BACK = 8  # enough to tell running text, and no more, so that the cost stays linear
_LONGEST_BRACKET = 2000


def paragraphs_of(parts: Sequence[Part], zones: Sequence[Zone]) -> list[tuple[int, Piece]]:
    """The parts with lines joined, each with the index of its first part."""
    pieces: list[tuple[int, Piece]] = []
    lines: list[Line] = []
    first = 0
    for at, (part, zone) in enumerate(zip(parts, zones, strict=True)):
        if isinstance(part, Line) and lines and zones[at - 1] == zone and goes_on(lines, part, zone):
            lines.append(part)
            continue
        if lines:
            pieces.append((first, Paragraph(_kind(lines, zones[first]), tuple(lines))))
        lines, first = [], at
        if isinstance(part, Line):
            lines = [part]
        else:
            pieces.append((at, part))
    if lines:
        pieces.append((first, Paragraph(_kind(lines, zones[first]), tuple(lines))))
    return pieces


def _kind(lines: Sequence[Line], zone: Zone) -> BlockKind:
    kind = _KINDS[zone]
    return "heading" if kind == "paragraph" and _is_heading(lines) else kind


def _is_heading(lines: Sequence[Line]) -> bool:
    """Only what is sure: capitals with a marker, a colon or centred; `Chương II`, `Phụ lục`; a bold item that ends
    without punctuation."""
    text = text_of(lines[:_HEADING_LINES])
    if len(lines) > _HEADING_LINES or len(text) > 2 * _HEADING:
        return False
    if appendix_line(text) or part_line(text):
        return True
    if in_capitals(text) and len(text) > 3:
        return opening(text) != "none" or text[-1] == ":" or all(line.centred for line in lines)
    return (
        all(line.bold for line in lines)
        and opening(text) == "sure"
        and text[0] not in "-–+*"
        and not finished(text)
    )


def goes_on(lines: Sequence[Line], line: Line, zone: Zone = "body") -> bool:
    """Whether `line` goes on with the paragraph that `lines` began."""
    if line.gap == "rule":
        return False
    return _RULES.get(zone, _goes_on_in_body)(lines, line)


def _goes_on_in_body(lines: Sequence[Line], line: Line) -> bool:
    last = lines[-1].text
    if broken_token(last) or splits_name(last, line.text):
        return True
    start = opening(line.text)
    if start == "sure":
        return line.gap in ("none", "page") and _amid_sentence(lines, line)
    if attached_line(line.text) or appendix_line(last) or _opens_decision(lines, line):
        return False
    if dangles(last) or _heading_goes_on(lines, line):
        return True
    if start == "likely":
        return not finished(last) and line.gap != "hard" and line.indented is not True
    return _sentence_goes_on(lines, line)


def _heading_goes_on(lines: Sequence[Line], line: Line) -> bool:
    """A heading in capitals in the middle of the page, set over several lines by hand: they look alike, and neither
    is the head of a part or of an appendix."""
    last, text = lines[-1], line.text
    alike = last.centred and line.centred and last.bold == line.bold and line.gap in ("none", "hard")
    heads = any(part_line(words) or appendix_line(words) or type_line(words) for words in (last.text, text))
    return (
        alike
        and not heads
        and in_capitals(last.text)
        and in_capitals(text)
        and not finished(last.text)
        and opening(text) == "none"
        and len(lines) < _HEADING_LINES
    )


def _opens_decision(lines: Sequence[Line], line: Line) -> bool:
    """`QUYẾT ĐỊNH:` after the legal bases; not the last word of a heading in capitals (`KỶ` / `LUẬT`)."""
    return type_line(line.text.rstrip(" :")) and not in_capitals(lines[-1].text)


def _amid_sentence(lines: Sequence[Line], line: Line) -> bool:
    """Whether what looks like an opening is the middle of a sentence: `khoản 2` / `Điều 5.`; `gồm: (1) ...;` / `(2)`;
    or, where the layout is known, a dash or number at the start of a line that is not set in as first lines are."""
    if count := _RUN_IN.match(line.text):
        before = f"({int(count[1]) - 1})"
        return any(before in part.text[len(before) :] for part in lines[-_LINES_BACK:])
    if finished(lines[-1].text):
        return False
    if line.text.startswith(_REFERENCES):
        return refers_on(lines[-1].text)
    if _LAST_NUMBER.fullmatch(line.text):
        return awaits_number(lines[-1].text)
    return (
        (line.text[0] in "-–" or line.text[0].isdigit())
        and line.indented is False
        and lines[-1].full is True
        and lines[0].indented is True
    )


def _sentence_goes_on(lines: Sequence[Line], line: Line) -> bool:
    last = lines[-1]
    ended = finished(last.text)
    if starts_lower(line.text):
        cut = line.gap in ("blank", "page") and last.text[-1] in ",;"
        return not ended or cut or (line.gap in ("none", "page") and last.full is True)
    if ended:
        amid_bracket = last.text[-1] == ":" and _bracket_stays_open(
            lines
        )  # `(Chủ trì: Sở A; phối hợp:` / `Sở B)`
        return line.gap in ("none", "page") and (amid_bracket or _same_paragraph(lines, line))
    if line.gap == "hard":
        return False
    if line.text.startswith(_REFERENCES + _ACTS) and refers_on(last.text):
        return True
    if _bracket_stays_open(lines) or (line.text[:1].isdigit() and awaits_number(last.text)):
        return True
    return _over_page(lines, line) if line.gap in ("blank", "page") else _fills(lines, line)


def _same_paragraph(lines: Sequence[Line], line: Line) -> bool:
    """A sentence ended at the very end of a full line: the next one belongs to the paragraph unless it is set in;
    after a colon only where the paragraph itself was set in and the line is not."""
    last = lines[-1]
    if line.text.startswith(_OPENINGS) or last.full is not True or last.bold != line.bold:
        return False
    if last.text[-1] == ":":
        return lines[0].indented is True and line.indented is False
    return line.indented is not True


def _bracket_stays_open(lines: Sequence[Line]) -> bool:
    text = text_of(lines[-3:])
    return len(text) < _LONGEST_BRACKET and open_bracket(text)


def _fills(lines: Sequence[Line], line: Line) -> bool:
    """Adjacent lines, the second with a capital or a number: did the first one fill its width?"""
    last = lines[-1]
    if last.bold != line.bold and len(text_of(lines[-2:])) < _HEADING:
        return False
    if last.full is not None and line.indented is not True and last.full:
        return True
    both_capitals = in_capitals(last.text) and in_capitals(line.text)
    return both_capitals and opening(lines[0].text) == "sure" and last.bold == line.bold


def _over_page(lines: Sequence[Line], line: Line) -> bool:
    """The rest of a cut paragraph starts with a capital or a number: only if what was cut is running text."""
    last = lines[-1]
    if last.full is not None and line.gap == "page":
        return last.full and line.indented is not True and last.bold == line.bold
    text = text_of(lines[-_LINES_BACK:])
    if text.startswith("Điều ") and not holds_sentence_end(text[_ARTICLE:]):
        return False  # the title of an article, however long
    return len(text) > _RUNNING_TEXT or (holds_sentence_end(text) and len(text) > _RUNNING_TEXT // 2)


def _goes_on_in_letterhead(lines: Sequence[Line], line: Line) -> bool:
    last, text = lines[-1].text, line.text
    if (
        broken_token(last)
        or dangles(last)
        or last in ("ỦY", "CỘNG", "UBND", "HĐND")
        or splits_name(last, text)
    ):
        return True
    if place_date_line(text) and len(last.split()) == 1 and last.istitle() and not text.startswith("ngày"):
        return True
    if starts_lower(text):
        return not finished(last)
    if number_line(text) or number_line(last) or place_date_line(text) or motto_line(text):
        return False
    if subject_line(lines[0].text):
        return line.gap == "none" and not finished(last)
    if not (in_capitals(text) and in_capitals(last)):
        return False
    if text.startswith(_PLACES):
        return text_of(lines[-2:]).endswith(_PLACELESS)
    if text.startswith(("VÀ ", "VÀ,", "- ", "– ")) or last.endswith((" VÀ", ",")):
        return True
    named = issuer_line(text) and " " in text  # `MÔI` / `TRƯỜNG` goes on, `TRƯỜNG ĐẠI HỌC X` is another body
    return line.gap == "none" and issuer_line(lines[0].text) and not named and not stamp_line(text)


_PLACES = (
    "TỈNH ",
    "THÀNH PHỐ ",
    "TP. ",
    "TP ",
    "HUYỆN ",
    "QUẬN ",
    "THỊ XÃ ",
    "XÃ ",
    "PHƯỜNG ",
    "THỊ TRẤN ",
    "ĐẶC KHU ",
)
_PLACELESS = ("ỦY BAN NHÂN DÂN", "UBND", "HỘI ĐỒNG NHÂN DÂN", "HĐND", "ĐẢNG BỘ", "BAN CHẤP HÀNH")


def _goes_on_in_title(lines: Sequence[Line], line: Line) -> bool:
    """Title lines are one block; a change between capitals and small letters, or a gap, parts main and sub-title."""
    last = lines[-1].text
    if starts_lower(line.text) or dangles(last) or broken_token(last) or open_bracket(last):
        return True
    if splits_name(last, line.text) or (line.text[:1].isdigit() and awaits_number(last)):
        return True
    if line.gap in ("blank", "page", "rule"):
        return False
    return in_capitals(last) == in_capitals(line.text)


def _goes_on_in_recipients(lines: Sequence[Line], line: Line) -> bool:
    last = lines[-1].text
    if line.text[0] in "-–+•*" or line.text.startswith(("Như ", "Lưu")) or finished(last):
        return False
    return starts_lower(line.text) or dangles(last) or line.gap in ("none", "page")


def _goes_on_in_signature(lines: Sequence[Line], line: Line) -> bool:
    last = lines[-1].text
    if authority_line(last) and len(last) <= len("TUQ."):
        return True
    return starts_lower(line.text) and line.gap == "none" and not signed_note(line.text)


def _never(lines: Sequence[Line], line: Line) -> bool:
    return False


_RULES: dict[Zone, Callable[[Sequence[Line], Line], bool]] = {
    "letterhead": _goes_on_in_letterhead,
    "type": _never,
    "title": _goes_on_in_title,
    "authority": _never,
    "recipients": _goes_on_in_recipients,
    "signature": _goes_on_in_signature,
}
