"""Which part of the document each line stands in: letterhead, title, body, receivers, signature.

A file holds one act or several: a decision and the plan attached to it, a plan and its appendices. Each opens with
its own letterhead or title and may close with receivers and signature:

    letterhead   UBND TỈNH X | CỘNG HÒA ... | Số: 382/QĐ-UBND | X, ngày ...
    type         QUYẾT ĐỊNH
    title        Về việc ban hành ...
    authority    ỦY BAN NHÂN DÂN TỈNH X
    body         Căn cứ ... Điều 2. ... thi hành./.
    recipients   Nơi nhận: - Như Điều 2; ... - Lưu: VT.
    signature    TM. ỦY BAN NHÂN DÂN | CHỦ TỊCH | Trần Văn A

One pass from the top; what opens an act is looked for at its start and again wherever one has closed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from ingest.formalities import (
    appendix_line,
    attached_line,
    authority_line,
    issuer_line,
    letterhead_line,
    motto_line,
    number_line,
    part_line,
    person_line,
    place_date_line,
    position_line,
    recipients_line,
    salutation_line,
    signed_note,
    subject_line,
    titled_type,
    type_line,
)
from ingest.lines import Line, Part
from ingest.wording import (
    awaits_number,
    dangles,
    finished,
    in_capitals,
    open_bracket,
    opening,
    splits_name,
    starts_lower,
)

Zone = Literal["letterhead", "type", "title", "authority", "body", "recipients", "signature"]

_LETTERHEAD_LINES = 40  # a letterhead of two columns, each word-wrapped, with stamps and a subject
_ATTACHMENT_LINES = 16
_TITLE_LINES = 10
_SUBJECT = 600  # the subject of a letter, on one line where the source wraps none
_SENTENCE = 150  # a line of a letterhead is shorter, a paragraph mostly longer
_TITLE_LINE = 110
_OFFICE_LINE = 70  # the body or office of who signs
_BASES = ("Căn cứ", "Xét", "Theo đề nghị", "Trên cơ sở")
_BODY_OPENINGS = (*_BASES, "Thực hiện", "Triển khai", "Để ", "Nhằm", "Thi hành", "Tiếp tục", "Theo ")


def zones_of(parts: Sequence[Part]) -> list[Zone]:
    """The zone of each part, in order; a table is always `body`."""
    zones: list[Zone] = ["body"] * len(parts)
    at = _open_act(parts, 0, zones, first=True)
    while at < len(parts):
        text = _text(parts, at)
        if recipients_line(text):
            at = _recipients(parts, at, zones)
        elif zones[at - 1] == "signature" and (opened := _open_act(parts, at, zones, first=False)) > at:
            at = opened
        elif _signs(parts, at, zones):
            at = _signature(parts, at, zones)
        elif _may_open(parts, at, zones):
            at = max(at + 1, _open_act(parts, at, zones, first=False))
        else:
            at += 1
    return zones


def _text(parts: Sequence[Part], at: int) -> str:
    """The text of the line at an index; empty for a table or beyond the end."""
    part = parts[at] if 0 <= at < len(parts) else None
    return part.text if isinstance(part, Line) else ""


def _closed(parts: Sequence[Part], at: int, zones: Sequence[Zone]) -> bool:
    """Whether an act has ended before this line: after its signature, its receivers, or the mark `./.`"""
    return at > 0 and (
        zones[at - 1] in ("recipients", "signature") or _text(parts, at - 1).endswith(("./.", "/."))
    )


def _may_open(parts: Sequence[Part], at: int, zones: Sequence[Zone]) -> bool:
    text = _text(parts, at)
    if _closed(parts, at, zones) or appendix_line(text) or motto_line(text) or issuer_line(text):
        return True
    return type_line(text) and any(attached_line(_text(parts, k)) for k in range(at + 1, at + _TITLE_LINES))


def _open_act(parts: Sequence[Part], at: int, zones: list[Zone], *, first: bool) -> int:
    """Mark letterhead, type and title of the act that opens at `at`; returns where its body begins (`at`: nowhere)."""
    head = _find_head(parts, at, first=first)
    if head is None:
        return _bare_letterhead(parts, at, zones) if first else at
    zones[at:head] = ["letterhead"] * (head - at)
    if salutation_line(_text(parts, head)):
        return head
    zones[head] = "type"
    end = _title_end(parts, head)
    zones[head + 1 : end] = ["title"] * (end - head - 1)
    return _authority_end(parts, end, zones)


def _find_head(parts: Sequence[Part], at: int, *, first: bool) -> int | None:
    """Where the type line, appendix head or salutation stands that the letterhead from `at` leads to."""
    for k in range(at, min(len(parts), at + (_LETTERHEAD_LINES if first else _ATTACHMENT_LINES))):
        text = _text(parts, k)
        if type_line(text) or appendix_line(text) or titled_type(text) or (first and salutation_line(text)):
            return k
        if subject_line(text) and len(text) < _SUBJECT:
            continue
        if not text or len(text) > _SENTENCE or (opening(text) == "sure" and finished(text)):
            return None
        if not first and (authority_line(text) or not (letterhead_line(text) or starts_lower(text))):
            return None
    return None


def _bare_letterhead(parts: Sequence[Part], at: int, zones: list[Zone]) -> int:
    """A letterhead that no type line follows: the lines at the top, if one of them can be nothing else."""
    end = at
    while letterhead_line(_text(parts, end)) and opening(_text(parts, end)) == "none":
        end += 1
    texts = [_text(parts, k) for k in range(at, end)]
    if not any(motto_line(text) or number_line(text) or place_date_line(text) for text in texts):
        return at
    zones[at:end] = ["letterhead"] * (end - at)
    return end


def _title_end(parts: Sequence[Part], head: int) -> int:
    """The index after the last title line under the type line at `head`."""
    limit = min(len(parts), head + 1 + _TITLE_LINES)
    for k in range(head + 1, limit):
        if attached_line(_text(parts, k)) and all(_text(parts, j) for j in range(head + 1, k)):
            return k
        if opening(_text(parts, k)) == "sure":
            break
    at = head + 1
    while at < limit and _in_title(parts, at, first=at == head + 1):
        at += 1
    return at


def _in_title(parts: Sequence[Part], at: int, *, first: bool) -> bool:
    line, before = parts[at], parts[at - 1]
    if not isinstance(line, Line) or not isinstance(before, Line):
        return False
    if splits_name(before.text, line.text) or (line.text[:1].isdigit() and awaits_number(before.text)):
        return not first
    if opening(line.text) == "sure":
        return False
    if first:
        return not line.text.startswith(_BODY_OPENINGS) or len(line.text) < _TITLE_LINE
    if starts_lower(line.text) or dangles(before.text) or open_bracket(before.text):
        return not finished(before.text)
    if line.gap in ("blank", "page", "rule") or _decides(parts, at) or finished(before.text):
        return False
    if in_capitals(line.text) or in_capitals(before.text):
        return in_capitals(line.text) and in_capitals(before.text)
    if line.gap == "hard":
        return line.centred and before.centred and line.bold == before.bold
    if _begins_text(before, line):
        return False
    return len(line.text) < _TITLE_LINE and not line.text.startswith(_BODY_OPENINGS)


def _begins_text(title: Line, line: Line) -> bool:
    """Where the layout is known: whether a line under a title is no more bold, or set in and not in the middle, as the
    title is (Nghị định 30/2020/NĐ-CP, Phụ lục I: titles are bold, in the middle)."""
    if line.centred:
        return False
    return (title.bold and not line.bold) or (title.centred and line.indented is True)


def _authority_end(parts: Sequence[Part], at: int, zones: list[Zone]) -> int:
    """The deciding body's name between title and legal bases (`ỦY BAN NHÂN DÂN TỈNH X`, `KHÓA IX, KỲ HỌP THỨ 5`)."""
    if not _decides(parts, at):
        return at
    while (
        in_capitals(_text(parts, at)) and opening(_text(parts, at)) == "none" and _text(parts, at)[-1] != ":"
    ):
        zones[at] = "authority"
        at += 1
    return at


def _decides(parts: Sequence[Part], at: int) -> bool:
    """Whether a line names the deciding body: capitals with its legal bases next (Nghị định 30/2020, Phụ lục III)."""
    following = [_text(parts, k) for k in range(at + 1, at + 4)]
    return issuer_line(_text(parts, at)) and any(text.startswith(_BASES) for text in following)


def _recipients(parts: Sequence[Part], at: int, zones: list[Zone]) -> int:
    zones[at] = "recipients"
    at += 1
    while at < len(parts) and _is_receiver(parts, at):
        zones[at] = "recipients"
        at += 1
    return at


def _is_receiver(parts: Sequence[Part], at: int) -> bool:
    text, before = _text(parts, at), _text(parts, at - 1)
    if not text or authority_line(text) or type_line(text) or appendix_line(text) or motto_line(text):
        return False
    if text[0] in "-–+•*" or text.startswith(("Như ", "Lưu")) or starts_lower(text):
        return True
    if " " not in text:
        return True  # the mark of the typist or of the file: `Sonnk/QĐ06.T9/50b`
    if text.endswith(";") and before.endswith(";") and len(text) < _TITLE_LINE:
        return True  # `VPHĐ-UB: CPVP;` in a list without dashes
    if in_capitals(text) or before.endswith((".", "./.")):
        return False
    return not finished(before) or (len(text) < _TITLE_LINE and not person_line(text))


def _signs(parts: Sequence[Part], at: int, zones: Sequence[Zone]) -> bool:
    text = _text(parts, at)
    if not text or type_line(text):
        return False
    if authority_line(text):
        return True
    if signed_note(_text(parts, at + 1)) and (
        position_line(text) or (person_line(text) and not in_capitals(text))
    ):
        return True
    if not _closed(parts, at, zones):
        return in_capitals(text) and position_line(text) and _name_follows(parts, at)
    if zones[at - 1] in ("recipients", "signature") and person_line(text):
        return not (appendix_line(text) or part_line(text))
    return position_line(text) or signed_note(text)


def _name_follows(parts: Sequence[Part], at: int) -> bool:
    """Whether a name stands right under a position; so it does in a signature and nowhere else."""
    below = [_text(parts, k) for k in range(at + 1, at + 4)]
    while below and (position_line(below[0]) or signed_note(below[0])):
        del below[0]
    return bool(below) and person_line(below[0]) and not in_capitals(below[0])


def _signature(parts: Sequence[Part], at: int, zones: list[Zone]) -> int:
    while at < len(parts):
        text = _text(parts, at)
        zones[at] = "signature"
        at += 1
        if person_line(text) and not in_capitals(text):
            break
        if not _in_signature(_text(parts, at)):
            break
    return at


def _in_signature(text: str) -> bool:
    if not text or recipients_line(text) or type_line(text) or appendix_line(text) or motto_line(text):
        return False
    if titled_type(text):
        return False
    capitals = in_capitals(text) and opening(text) == "none" and len(text) < _OFFICE_LINE
    return capitals or authority_line(text) or position_line(text) or person_line(text) or signed_note(text)
