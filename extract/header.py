"""The header (thể thức): type, number, issuer, place, date, title, signature and recipients of a document.

The parts and their places are those of Nghị định 30/2020/NĐ-CP, Điều 8 and Phụ lục I; Party documents follow Hướng dẫn
36-HD/VPTW. What the letterhead lacks is taken from the body, the attachment's line (`Kèm theo Kế hoạch số ...`), the
number or the signature, where one reader would be sure of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extract.bodies import body_at
from extract.body_words import UPPER
from extract.citation_grammar import SYMBOL, type_names
from extract.dates import BLANK_DATE, DATE, iso_date
from extract.extraction import Header
from ingest.document import Document
from rulebook.naming import full_name
from rulebook.number import parse as parse_number
from rulebook.number import type_of
from rulebook.spelling import key

_NUMBER_LINE = re.compile(r"(?:^|[\s|])[Ss]ố\s*:?\s*(?P<number>[^\n]{0,60})")
_PLACE_DATE = re.compile(
    rf"(?P<place>[{UPPER}][^\W\d_]*(?:[\s.-]+[{UPPER}][^\W\d_]*){{0,4}})\s*,\s*(?=ngày|\d)", re.UNICODE
)
_MOTTO = re.compile(r"CỘNG\s+H[ÒO][AÀ]\s+XÃ|Độc\s+lập|ĐẢNG\s+CỘNG\s+SẢN|^\s*[*_=-]+\s*$", re.IGNORECASE)
_ABOUT = re.compile(r"^\s*(?:V/v|Về việc|v/v)\s*:?\s*", re.IGNORECASE)
_FORMULA = re.compile(r"^\s*(?:TM|T/M|KT|K/T|TL|T/L|TUQ|Q|ĐD)(?:\s*\.\s*|\s+|/)\s*(?=[^\W\d])")
_ISSUES = re.compile(
    r"(?:ban hành|xây dựng|ban hành kèm theo|phê duyệt|triển khai|hướng dẫn|quyết định|đề nghị|yêu cầu|thông báo)(?!\w)"
)
_LOWERED = {"VIỆT NAM", "HỒ CHÍ MINH"}


@dataclass(frozen=True, slots=True)
class _Zones:
    """The text of a document by zone: the lines over the title, the title lines, what is under it."""

    letterhead: tuple[str, ...]
    body: tuple[str, ...]
    signature: tuple[str, ...]
    recipients: tuple[str, ...]


def read_header(document: Document) -> Header:
    """The header of a document; a part that the document does not say is `None`.

    A decision that issues a plan is a decision: the first act of the file gives the header.
    """
    zones = _zones(document)
    letterhead = "\n".join(zones.letterhead)
    kind, title = _type_and_title(zones)
    number = _number(zones.letterhead)
    header = Header(
        type=kind or (_type_of_number(number) if number else None),
        number=number,
        issuer=_letterhead_issuer(zones.letterhead),
        place=_place(letterhead),
        date=_date(letterhead),
        title=title,
        recipients=_recipients(zones.recipients),
    )
    header = _letter(header, zones) if header.type in (None, "Công văn") else header
    header = _signature(header, zones.signature)
    return _from_body(header, zones, document)


def _zones(document: Document) -> _Zones:
    """The first act: its letterhead, its body up to the signature, its first signature and recipients."""
    parts: dict[str, list[str]] = {"letterhead": [], "body": [], "signature": [], "recipients": []}
    signed = False
    for block in document.blocks:
        text = document.text_of(block)
        if block.kind in ("signature", "recipients"):
            signed = True
            if block.kind == "recipients" or not parts["signature"] or _adjoins(parts, document, block.start):
                parts[block.kind].append(text)
        elif block.kind == "letterhead":
            if not signed and not any(_substantial(line) for line in parts["body"]):
                parts["letterhead"] += text.split("\n")
        elif not signed and block.kind != "footnote":
            parts["body"].append(text)
        elif signed and block.kind in ("heading", "paragraph", "table"):
            break
    return _Zones(*(tuple(parts[name]) for name in ("letterhead", "body", "signature", "recipients")))


def _substantial(line: str) -> bool:
    return len(line) > 200


def _adjoins(parts: dict[str, list[str]], document: Document, start: int) -> bool:
    return True


def _number(lines: tuple[str, ...]) -> str | None:
    for line in lines:
        found = _NUMBER_LINE.search(line) or re.match(r"\s*(?P<number>\d+\s*[-/][^\n]{0,60})", line)
        if not found:
            continue
        said = re.split(r"\s{3,}|,|\s+V/v|\s+(?=ngày)", found["number"].strip())[0]
        symbol = SYMBOL.match("số " + said, 3)
        number = parse_number(symbol.group() if symbol else said)
        if number:
            return str(number)
    return None


def _type_of_number(number: str) -> str | None:
    parsed = parse_number(number)
    if parsed is None:
        return None
    known = type_of(parsed)
    return known.name if known else "Công văn" if parsed.issuers and not parsed.type_code else None


def _date(letterhead: str) -> str | None:
    flat = " ".join(letterhead.split())
    place = _PLACE_DATE.search(flat)
    start = place.end() if place else 0
    found = DATE.search(flat, start) or BLANK_DATE.search(flat, start)
    if not found and (
        loose := re.search(r"ngày\s*(\d{1,2})?\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*((?:19|20)\d{2})", flat)
    ):
        return f"{loose[3]}-{int(loose[2]):02d}" + (f"-{int(loose[1]):02d}" if loose[1] else "")
    return iso_date(found) if found else None


def _place(letterhead: str) -> str | None:
    lines = [found for line in letterhead.split("\n") if (found := _PLACE_DATE.match(" ".join(line.split())))]
    spread = [
        found for found in _PLACE_DATE.finditer(" ".join(letterhead.split())) if not found["place"].isupper()
    ]
    found = next(iter(lines or spread), None)
    if not found:
        return None
    words = found["place"].split()
    while words and words[0].isupper() and len(words[0]) > 3:
        words = words[1:]
    return " ".join(words) or None


def _type_and_title(zones: _Zones) -> tuple[str | None, str | None]:
    """The type line (`KẾ HOẠCH`) and the title that follows it, from the first lines of the body."""
    names = {name: full for name, full in type_names().items() if len(name) > 3}
    for place, line in enumerate(zones.body[:12]):
        words = " ".join(line.split())
        lowered = words.lower().strip(" :.")
        if lowered in names and (words.isupper() or len(zones.body) > place + 1):
            return names[lowered], _title(zones.body[place + 1 : place + 6])
        opening = next(
            (name for name in sorted(names, key=len, reverse=True) if lowered.startswith(name + " ")), None
        )
        if opening and words[: len(opening)].isupper():
            rest = words[len(opening) :].strip()
            return names[opening], _sentence_case(rest) or _title(zones.body[place + 1 : place + 6])
        if len(words) > 160:
            break
    return None, None


_NO_TITLE = re.compile(
    r"(?:Căn cứ|Thực hiện|Triển khai|Để |Nhằm|Xét|Theo|Kính gửi|Điều \d|[IVX]+\.|1\.|\(Kèm|\(Ban hành|Phần|Chương)(?!\w)"
)


def _title(lines: tuple[str, ...]) -> str | None:
    taken: list[str] = []
    for line in lines:
        words = " ".join(line.split())
        if (
            not taken
            and words.startswith(("Thực hiện", "Triển khai"))
            and len(words) < 220
            and not re.search(r"như sau|[;:]\s*$", words)
        ):
            taken.append(words)
            continue
        if (
            _NO_TITLE.match(words)
            or len(words) > 420
            or _is_issuer_line(words)
            or (taken and not words.isupper() and not words[0].islower())
        ):
            break
        if not taken or words.isupper() == taken[-1].isupper() or words[0].islower():
            taken.append(words)
    return _sentence_case(" ".join(taken)) or None


def _is_issuer_line(words: str) -> bool:
    bare = words.strip(" -:.")
    return bare.isupper() and body_at(_capitalised(bare), 0) is not None and len(bare) < 90


def _capitalised(text: str) -> str:
    """A line in capitals as a name: `ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG` with the letters that names have."""
    return _proper(text)


def _sentence_case(text: str) -> str:
    """A title printed in capitals, in sentence case; words that the rulebook writes with capitals get them."""
    words = " ".join(text.split()).strip(" -.*")
    letters = [c for c in words if c.isalpha()]
    if not letters or sum(c.isupper() for c in letters) < 0.7 * len(letters):
        return words
    lowered = words.lower()
    return lowered[:1].upper() + lowered[1:]


def _proper(text: str) -> str:
    """The official spelling of a body's name printed in capitals."""
    words = text.split()
    if not text.isupper():
        return text
    lowered = " ".join(words).lower()
    for level in (
        "thành phố trực thuộc trung ương",
        "tỉnh",
        "thành phố",
        "huyện",
        "quận",
        "thị xã",
        "xã",
        "phường",
        "thị trấn",
        "đặc khu",
    ):
        if found := re.search(rf"(?<!\w){level} (?=\w)", lowered):
            head, place = lowered[: found.start()].strip(), lowered[found.end() :]
            if head.endswith(("các", "cấp")) or (level == "xã" and place.startswith("hội")):
                continue
            return " ".join(filter(None, (_body_case(head), level, place.title())))
    return _body_case(lowered)


def _body_case(lowered: str) -> str:
    from rulebook.tables import agencies, government_fields

    known = {key(row.name): row.name for row in agencies()}
    if name := known.get(key(lowered)):
        return name
    cased = lowered
    for row in sorted(government_fields(), key=lambda row: -len(row.name)):
        place = key(cased).find(key(row.name)) if key(row.name) else -1
        if place != -1 and row.name.lower() in cased:
            cased = cased.replace(row.name.lower(), row.name)
            break
    for small, proper in (
        ("mặt trận tổ quốc việt nam", "Mặt trận Tổ quốc Việt Nam"),
        ("việt nam", "Việt Nam"),
        ("trung ương", "Trung ương"),
        ("chính phủ", "Chính phủ"),
        ("chỉ đạo", "Chỉ đạo"),
        ("liên hiệp phụ nữ", "Liên hiệp Phụ nữ"),
        ("nông dân", "Nông dân"),
        ("cựu chiến binh", "Cựu chiến binh"),
        ("lao động", "Lao động"),
        ("thường vụ", "Thường vụ"),
        ("quản lý", "Quản lý"),
        ("điều phối", "Điều phối"),
    ):
        cased = cased.replace(small, proper)
    return cased[:1].upper() + cased[1:]


def _letterhead_issuer(lines: tuple[str, ...]) -> str | None:
    """The last body in the left column of the letterhead, with the place that it or the body over it names."""
    bodies = []
    for line in lines:
        words = " ".join(line.replace("*", " ").split()).strip(" -_|")
        if (
            not words
            or _MOTTO.search(words)
            or _NUMBER_LINE.search(words)
            or DATE.search(words)
            or BLANK_DATE.search(words)
        ):
            continue
        if _ABOUT.match(words) or not words.isupper() or words.lower().strip(" :") in type_names():
            continue
        bodies.append(words)
    joined = _join_lines(bodies)
    if not joined:
        return None
    issuer = full_name(_proper(joined[-1]))
    parents = [full_name(_proper(parent)) for parent in joined[:-1]]
    return _placed(issuer, parents)


def _join_lines(lines: list[str]) -> list[str]:
    """Letterhead lines to names: a line that begins no body goes on with the name before it."""
    names: list[str] = []
    for line in lines:
        begins = body_at(_proper(line), 0) is not None or re.match(
            r"(?:ĐẢNG BỘ|BAN|BỘ|SỞ|UBND|PHÒNG|TRUNG TÂM|VĂN PHÒNG|THỦ TƯỚNG|QUỐC HỘI|ĐẢNG ỦY)(?!\w)", line
        )
        if (
            (begins
            and not (names and re.match(r"(?:TỈNH|HUYỆN|XÃ|THÀNH PHỐ|QUẬN|THỊ XÃ|PHƯỜNG) ", line)))
            or not names
        ):
            names.append(line)
        else:
            names[-1] = f"{names[-1]} {line}"
    return names


_LEVEL_PLACE = re.compile(
    rf"(?<!\w)(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)\s+[{UPPER}]\w*(?:\s+[{UPPER}\d]\w*)*"
)


def _placed(issuer: str, parents: list[str]) -> str:
    if _LEVEL_PLACE.search(issuer) or re.match(
        r"(?:Bộ|Quốc hội|Chính phủ|Thủ tướng|Ủy ban thường vụ|Văn phòng Chính phủ)(?!\w)", issuer
    ):
        return issuer
    for parent in reversed(parents):
        if found := _LEVEL_PLACE.search(parent):
            return f"{issuer} {found.group()}"
    return issuer


_ENDS_SUBJECT = re.compile(
    r"Kính gửi|[Ss]ố\s*:|\d+\.|CỘNG H|Độc lập|ĐẢNG CỘNG|[^\W\d_]+(?: [^\W\d_]+){0,4}, ngày|[-*_]{2,}"
)


def _letter(header: Header, zones: _Zones) -> Header:
    """An official letter (công văn): no type line, its subject after `V/v` under the number."""
    head = [" ".join(line.split()) for line in zones.letterhead]
    lines = [*head, *(" ".join(line.split()) for line in zones.body[:6])]
    for place, line in enumerate(lines):
        found = re.search(r"(?:^|\s)(?:V/v|v/v|Về việc)\s*:?\s*(?P<about>.*)$", line)
        if not found:
            continue
        about = [found["about"]]
        for number, more in enumerate(lines[place + 1 :], place + 1):
            if not more or _ENDS_SUBJECT.match(more) or (number >= len(head) and not more[0].islower()):
                break
            about.append(more)
        return replace(header, type="Công văn", title=" ".join(" ".join(about).split()).strip(" .") or None)
    if any(line.startswith("Kính gửi") for line in lines) and header.number:
        return replace(header, type=header.type or "Công văn")
    return header


def _signature(header: Header, lines: tuple[str, ...]) -> Header:
    """The signing formula (thể thức đề ký), position and name, from the signature lines."""
    printed = [" ".join(line.replace("*", " ").split()) for block in lines for line in block.split("\n")]
    printed = [
        line
        for line in printed
        if line and not re.match(r"\(|Ký bởi|Người ký|Thời gian ký|Cơ quan:|Email|Digitally", line)
    ]
    if not printed:
        return header
    formulas = [line for line in printed if _FORMULA.match(line)]
    capitals = [line for line in printed if line.isupper() and not _FORMULA.match(line)]
    signer = next((line for line in reversed(printed) if not line.isupper() and _is_name(line)), None)
    authority = (
        " ".join(re.sub(r"^(T|K)/(M|T|L)", r"\1\2.", line) for line in _continued(printed, formulas)) or None
    )
    rest = [line for line in capitals if not authority or line not in authority]
    position = rest[0] if rest else None
    return replace(header, authority=_spaced(authority), position=position, signer=signer)


def _continued(printed: list[str], formulas: list[str]) -> list[str]:
    """The formula lines, and the line on which a body's name of more than one line goes on."""
    taken: list[str] = []
    for place, line in enumerate(printed):
        if line not in formulas:
            continue
        taken.append(line)
        following = printed[place + 1] if place + 1 < len(printed) else ""
        if (
            re.match(r"(?:TM|T/M)", line)
            and following.isupper()
            and following not in formulas
            and not _POSITION.match(following)
        ):
            taken.append(following)
    return taken


_POSITION = re.compile(
    r"(?:PHÓ |QUYỀN |Q\. ?)?(?:CHỦ TỊCH|BỘ TRƯỞNG|THỨ TRƯỞNG|GIÁM ĐỐC|PHÓ|TRƯỞNG|CHÁNH|THỦ TƯỚNG|BÍ THƯ|TỔNG|CỤC|VỤ|VIỆN TRƯỞNG|HIỆU TRƯỞNG|CHỦ NHIỆM|ỦY VIÊN|THỐNG ĐỐC|CHỈ HUY|PHỤ TRÁCH|CHI CỤC)"
)


def _spaced(authority: str | None) -> str | None:
    return re.sub(r"^(TM|KT|TL|TUQ|Q|ĐD)\s*\.?\s*(?=\w)", r"\1. ", authority) if authority else None


def _is_name(line: str) -> bool:
    words = line.split()
    return (
        2 <= len(words) <= 6
        and all(word[0].isupper() or word[0] in "'’" for word in words)
        and not re.search(r"[\d:;,/]", line)
    )


def _recipients(blocks: tuple[str, ...]) -> tuple[str, ...]:
    said: list[str] = []
    for line in "\n".join(blocks).split("\n"):
        words = re.sub(r"^\s*(?:[-–+•]|Nơi nhận\s*:?)\s*", "", " ".join(line.split())).strip(" ;.")
        if words and not words.lower().startswith(("lưu", "nơi nhận")):
            said.append(words)
    return tuple(said)


_ATTACHED = re.compile(r"\(?\s*(?:Ban hành k|K)èm theo\s+(?P<rest>[^\n]{5,260})", re.IGNORECASE)


def _from_body(header: Header, zones: _Zones, document: Document) -> Header:
    """What the letterhead does not say: from the attachment's line, the opening paragraph, the number."""
    kind = (header.type or "\n").lower()
    rest = next(
        (said["rest"] for said in _ATTACHED.finditer(document.text) if said["rest"].lower().startswith(kind)),
        None,
    )
    if rest:
        symbol = SYMBOL.search(rest)
        number = parse_number(symbol.group()) if symbol else None
        dated = DATE.search(rest) or BLANK_DATE.search(rest)
        header = replace(
            header,
            number=header.number or (str(number) if number else None),
            date=header.date or (iso_date(dated) if dated else None),
            issuer=header.issuer or _issuer_in(rest),
        )
    opening = _opening_issuer(header, zones)
    if opening and (header.issuer is None or opening.startswith("Ban Chỉ đạo")):
        header = replace(header, issuer=opening)
    return header


def _issuer_in(text: str) -> str | None:
    of = re.search(r"\scủa\s+", text)
    if not of:
        return None
    end = body_at(text, of.end())
    return full_name(text[of.end() : end].strip()) if end else None


def _opening_issuer(header: Header, zones: _Zones) -> str | None:
    """The body that the opening paragraph makes the issuer: `..., Ủy ban nhân dân tỉnh ban hành Kế hoạch ...`."""
    if header.type is None:
        return None
    for paragraph in zones.body[:10]:
        for found in re.finditer(r"[,;]\s+(?=[A-ZỦĐ])", paragraph):
            end = body_at(paragraph, found.end())
            if end and re.match(rf"\s+{_ISSUES.pattern}[^,;.]{{0,40}}{header.type}", paragraph[end:], re.IGNORECASE):
                return _with_place(full_name(paragraph[found.end() : end].strip()), header, zones)
    return None


def _with_place(issuer: str, header: Header, zones: _Zones) -> str:
    if re.search(r"\s(?:tỉnh|thành phố)$", issuer):
        place = header.place or _place_in_title(header.title)
        return f"{issuer} {place}" if place else issuer
    if re.search(r"\s(?:huyện|xã|phường|thị xã|quận)$", issuer) and (place := _place_in_title(header.title)):
        return f"{issuer} {place}"
    return issuer


def _place_in_title(title: str | None) -> str | None:
    found = re.search(
        rf"(?:tỉnh|huyện|xã|phường|thành phố|quận|thị xã)\s+((?:[{UPPER}]\w+\s?)+)", title or ""
    )
    return found[1].strip() if found else None
