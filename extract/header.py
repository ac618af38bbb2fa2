"""The header (thể thức): type, number, issuer, place, date, title, signature and recipients of a document.

The parts and their places are those of Nghị định 30/2020/NĐ-CP, Điều 8 and Phụ lục I; Party documents follow Hướng dẫn
36-HD/VPTW. What the letterhead lacks is taken from the body, the attachment's line (`Kèm theo Kế hoạch số ...`), the
number or the signature, where one reader would be sure of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extract.attachments import find_attachments
from extract.bodies import body_at
from extract.body_groups import is_group
from extract.body_words import UPPER
from extract.dates import BLANK_DATE, DATE, iso_date
from extract.enacting import Enacted, enacted
from extract.extraction import Header
from extract.letterhead import letterhead_date, letterhead_number, letterhead_place
from extract.letterhead_bodies import letterhead_bodies
from extract.signing import read_recipients, read_signature
from extract.stamps import read_stamps
from extract.symbols import SYMBOL
from extract.titles import letter_subject, of_page, type_and_title, untyped_title
from ingest.document import Document
from rulebook.issuing import issuer_of
from rulebook.naming import full_name
from rulebook.number import parse as parse_number
from rulebook.number import type_of


@dataclass(frozen=True, slots=True)
class _Act:
    """The first act of a file: its letterhead lines, its paragraphs, its signature and recipients."""

    letterhead: tuple[str, ...]
    body: tuple[str, ...]
    signature: tuple[str, ...]
    recipients: tuple[str, ...]


def read_header(document: Document) -> Header:
    """The header of a document; a part that the document does not say is `None`.

    A decision that issues a plan is a decision: the first act of the file gives the header.
    """
    act = _with_number_below(_first_act(document))
    kind, title = type_and_title(act.body)
    if kind is None and act.letterhead:
        kind, title = of_page(act.letterhead[0])
    number = letterhead_number(act.letterhead)
    signature = read_signature(act.signature)
    stamps = read_stamps(document)
    untyped = untyped_title(act.letterhead)
    printed = [line for line in act.letterhead if untyped is None or line.casefold() != untyped.casefold()]
    bodies = letterhead_bodies(printed, number)
    header = Header(
        type=kind or (_type_of_number(number) if number else None),
        number=number,
        issuer=_issuer(bodies.issuer, number),
        place=letterhead_place(act.letterhead),
        date=letterhead_date(act.letterhead),
        title=title or (untyped if number else None),
        authority=signature.authority,
        position=signature.position,
        signer=signature.signer,
        recipients=read_recipients(act.recipients),
        parent=bodies.parent,
        urgency=stamps.urgency,
        secrecy=stamps.secrecy,
        attachments=find_attachments(document),
    )
    if header.type in (None, "Công văn"):
        header = _as_letter(header, act)
    return _from_body(header, act, document)


_OWN_NUMBER = re.compile(r"Số ?: ?\d")


def _with_number_below(act: _Act) -> _Act:
    """A number under the type (`CÔNG ĐIỆN KHẨN` over `Số: 04/CĐ-UBND hồi 17 giờ 02/4/2020`) is in the letterhead."""
    if letterhead_number(act.letterhead):
        return act
    below = [line for line in act.body[:_UNDER_TYPE] if _OWN_NUMBER.match(line)]
    body = tuple(line for line in act.body if line not in below)
    return replace(act, letterhead=(*act.letterhead, *below), body=body) if below else act


_UNDER_TYPE = 4  # paragraphs
_PREFACE = 8  # paragraphs of a web page before the letterhead
_LONG = 200  # characters: a paragraph, not a line of the head


def _first_act(document: Document) -> _Act:
    letterhead: list[str] = []
    titled = False
    parts: dict[str, list[str]] = {"body": [], "signature": [], "recipients": []}
    for block in document.blocks:
        text = document.text_of(block)
        signed = bool(parts["signature"] or parts["recipients"])
        if block.kind in ("signature", "recipients"):
            parts[block.kind].append(text)
        elif signed:
            if block.kind != "footnote":
                break
        elif block.kind == "letterhead":
            if not letterhead and not titled and len(parts["body"]) <= _PREFACE:
                parts["body"].clear()
            if not any(len(line) > _LONG for line in parts["body"]):
                letterhead += text.split("\n")
        elif block.kind != "footnote":
            parts["body"].append(text)
            titled = titled or block.kind == "heading"
    return _Act(
        tuple(letterhead), tuple(parts["body"]), tuple(parts["signature"]), tuple(parts["recipients"])
    )


def _type_of_number(number: str) -> str | None:
    parsed = parse_number(number)
    if parsed is None:
        return None
    known = type_of(parsed)
    return known.name if known else "Công văn" if parsed.issuers and not parsed.type_code else None


def _issuer(printed: str | None, number: str | None) -> str | None:
    """The body that the number fixes, else the one in the letterhead; as the letterhead has it where that says more."""
    fixed = _fixed_issuer(number)
    return printed if fixed is None or (printed or "").startswith(fixed) else fixed


def _fixed_issuer(number: str | None) -> str | None:
    """The central body that the number alone fixes (`QĐ-TTg`, `NĐ-CP`, a ministry), however its name is printed."""
    parsed = parse_number(number) if number else None
    code = issuer_of(parsed) if parsed else None
    return code.body if code and code.level == "central" and code.system == "state" else None


def _as_letter(header: Header, act: _Act) -> Header:
    """An official letter (công văn) has no type line; its subject follows `V/v` under the number."""
    if subject := letter_subject(act.letterhead, act.body):
        return replace(header, type="Công văn", title=subject)
    addressed = any(line.startswith(("Kính gửi", "Kinh gửi", "Kính gởi")) for line in act.body[:6])
    return replace(header, type="Công văn") if addressed and header.number else header


_ATTACHED = re.compile(r"[Èè](?<=[Kk][Èè])[Mm] [Tt][Hh][Ee][Oo]\s+(?P<rest>[^\n]{5,260})")
_THIS = re.compile(r"\s+(?:này|trên|nêu)(?!\w)")
_NEAR = 60  # characters behind a number, in which its date stands


def _from_body(header: Header, act: _Act, document: Document) -> Header:
    """What the letterhead does not say: from the attachment's line, the line of authority, the enacting sentence and
    the opening paragraph."""
    told = enacted(act.body, act.letterhead)
    header = _with_enacted(_from_attachment(header, document), told)
    opening = _opening_issuer(header, act)
    if opening and (header.issuer is None or _is_said_by(opening, header.issuer)):
        header = replace(header, issuer=opening)
    if header.issuer is None and (speaker := _speaker(act)):
        header = replace(header, issuer=speaker)
    if header.issuer and _is_bare(header.issuer):
        header = replace(header, issuer=_with_place(header.issuer, header))
    return header


_SPEAKS = re.compile(
    r" (?:xin |trân trọng |cũng )?(?:thông báo|đề nghị|yêu cầu|phát động|hướng dẫn|ban hành|có ý kiến|chỉ đạo)(?!\w)"
)
_OPENING = 8  # paragraphs of the body
_OPENS = (
    "Căn cứ",
    "Thực hiện",
    "Theo",
    "Để ",
    "Nhằm",
    "Triển khai",
    "Tiếp ",
    "Sau khi",
    "Nhận được",
    "Do ",
    "Trước ",
)


def _speaker(act: _Act) -> str | None:
    """The body that speaks in a text without a letterhead: the first that announces, asks or instructs where a clause
    begins (`..., UBND phường Tân Phú thông báo như sau:`)."""
    for paragraph in act.body[:_OPENING]:
        for clause in _CLAUSE.finditer(paragraph):
            end = body_at(paragraph, clause.end())
            opened = clause.start() == 0 or paragraph.startswith(_OPENS)
            if end and opened and _SPEAKS.match(paragraph, end):
                name = paragraph[clause.end() : end]
                nameless = is_group(name) or name == "Nhà trường"
                return None if nameless else _of_body(full_name(name.strip()))
    return None


def _is_said_by(opening: str, issuer: str) -> bool:
    """Whether the opening says more than the letterhead: a Ban Chỉ đạo issues under that of the body which it is of."""
    leads = opening.startswith("Ban Chỉ đạo") and not issuer.startswith("Ban Chỉ đạo")
    return leads or (_is_bare(issuer) and opening.startswith(issuer))


def _from_attachment(header: Header, document: Document) -> Header:
    kind = (header.type or "\n").lower()
    attached = (found["rest"] for found in _ATTACHED.finditer(document.text))
    meant = (
        words for words in attached if words.lower().startswith(kind) and not _THIS.match(words, len(kind))
    )
    rest = next(meant, None)
    if rest is None:
        return header
    symbol = SYMBOL.search(rest)
    number = parse_number(symbol.group()) if symbol else None
    near = rest[symbol.end() if symbol else len(kind) :][:_NEAR]
    dated = DATE.search(near) or BLANK_DATE.search(near)
    return replace(
        header,
        number=header.number or (str(number) if number else None),
        date=header.date or (iso_date(dated) if dated else None),
        issuer=header.issuer or _issuer_in(rest),
    )


def _with_enacted(header: Header, told: Enacted) -> Header:
    """The header with what the text says of itself where the letterhead does not."""
    issuer = header.issuer
    if told.issuer and (issuer is None or (_is_bare(issuer) and _of_body(told.issuer).startswith(issuer))):
        issuer = _of_body(told.issuer) if header.number else told.issuer
    whole = header.type is None and header.title is None
    return replace(
        header,
        issuer=issuer,
        type=header.type or told.type,
        title=told.title if whole or (header.title is None and told.type == header.type) else header.title,
        date=header.date or told.date,
    )


def _of_body(name: str) -> str:
    """The body that an officer heads (`Chủ tịch Ủy ban nhân dân tỉnh X`): the letterhead is the body's."""
    return re.sub(r"^(?:Phó )?Chủ tịch (?=Ủy ban|Hội đồng)", "", name)


_BARE = re.compile(
    r"(?:Ủy ban nhân dân|Hội đồng nhân dân)(?: (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn))?"
)


def _is_bare(issuer: str) -> bool:
    """Whether a name does not say of which place the body is."""
    return bool(_BARE.fullmatch(issuer))


def _issuer_in(text: str) -> str | None:
    of = re.search(r"\scủa\s+", text)
    end = body_at(text, of.end()) if of else None
    return full_name(text[of.end() : end].strip()) if of and end else None


_CLAUSE = re.compile(rf"(?:^|[,;]\s+)(?=[{UPPER}])")
_ISSUES = r"(?:ban hành|xây dựng|phê duyệt|triển khai|hướng dẫn|quyết định|thông báo)(?!\w)"


def _opening_issuer(header: Header, act: _Act) -> str | None:
    """The body that the opening paragraph makes the issuer: `..., Ủy ban nhân dân tỉnh ban hành Kế hoạch ...`."""
    if header.type is None:
        return None
    issues = re.compile(rf"\s+{_ISSUES}[^,;.]{{0,40}}{header.type}", re.IGNORECASE)
    for paragraph in act.body[:10]:
        for comma in _CLAUSE.finditer(paragraph):
            end = body_at(paragraph, comma.end())
            if end and issues.match(paragraph, end):
                return _with_place(full_name(paragraph[comma.end() : end].strip()), header)
    return None


def _with_place(issuer: str, header: Header) -> str:
    titled = re.search(
        rf"(?:tỉnh|huyện|xã|phường|thành phố|quận|thị xã)\s+((?:[{UPPER}]\w+\s?)+)", header.title or ""
    )
    place = titled[1].strip() if titled else None
    if re.search(r"\s(?:tỉnh|thành phố)$", issuer):
        place = header.place or place
    elif not re.search(r"\s(?:huyện|xã|phường|thị xã|quận)$", issuer):
        return issuer
    return f"{issuer} {place}" if place else issuer
