"""Letterheads and signatures that a web page or a copy has run into one line, cut into their lines again.

A letterhead and the end of a document are set in two columns (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II). Where the
columns or their line breaks are lost, what stands one under or beside the other comes as one line:

    UBND TỈNH X ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc
    Số: 5/QĐ-UBND X, ngày 02 tháng 3 năm 2020 QUYẾT ĐỊNH VỀ VIỆC ...
    Nơi nhận: - Như Điều 3; - Lưu: VT. | TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Lê Văn A

Each part is told by a form that stands nowhere else, so that a sentence of the body is never cut; `signatures` knows
the forms of the signature. No more than the ends of a line are looked at: the cost is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise, takewhile

from ingest.formalities import issuer_line, leading_type, letterhead_line, recipients_line
from ingest.lines import Line, Part
from ingest.signatures import LINES_BESIDE, beside, end_cuts
from ingest.spelled import aligned
from ingest.wording import in_capitals

_LONGEST_HEAD = 1200  # characters: a letterhead with its title
_SIGNS = re.compile(
    r"X[ÃA] H[ỘO]I CH[ỦU] NGH[ĨI]A|T[ựu] [dđ]o|Số ?:|, ?ngày|Nơi nhận|(?:TM|KT|TL|TUQ|/M|/T|/L)[. ]|[Kk]ý[)\]]"
    r"|[-_*=]{3}$|\| ?(?:QUYỀN|PHÓ|CH[ỦÁ]|T[A-ZƯỔ]|[GBHV]I)"
)
_MOTTO = re.compile(
    r"(?<!NƯỚC )C[ỘO]NG H[ÒO][AÀ] X[ÃA] H[ỘO]I CH[ỦU] NGH[ĨI]A VI[ỆE]T NAM"
    r"|Độc [lL][ậa]p ?[-–—.] ?[tT][ựu] [dđ]o ?[-–—.] ?[hH][ạa]nh [pP]h[úu]c"
)
_RULE = re.compile(r"[-_=—–]{3,}|[*]{3,}|[|]|—")
_NUMBER = re.compile(
    r"Số ?:? ?[\d.…]{0,8}[a-z]? ?[-/] ?(?:(?:19|20)\d\d ?/ ?)?[A-ZĐ][\wĐđ&./]*(?: ?[-–] ?[A-ZĐ][\wĐđ&.]*)*"
)
_WORD = r"[^\W\d_]+"
_PLACE_DATE = re.compile(
    rf"(?<!\w)(?:Quận \d{{1,2}}|(?:{_WORD}(?: [-–] |[ .-]{{1,2}})){{0,4}}{_WORD}) ?, ?ngày ?[\d.…/ ]{{0,12}}"
    r"(?:tháng ?[\d.…/ ]{0,8})?(?:năm ?)?(?:(?:19|20)\d\d|20[ .…]{0,4})(?!\d)"
)
_TOKEN = re.compile(r"\S+")
_SUBJECT = re.compile(r"(?<=\s)V/v\b")
_SALUTATION = re.compile(r"Kính gửi ?:")
_BASES = re.compile(r"(?<=\s)(?:- ?)?Căn cứ ")


def unfolded(parts: Iterable[Part]) -> list[Part]:
    """The parts with every folded letterhead, list of receivers and signature cut into its lines.

    >>> folded = "SỞ Y TẾ ---- CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc"
    >>> [line.text for line in unfolded([Line(folded)])]
    ['SỞ Y TẾ', '----', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc']
    """
    found: list[Part] = []
    closed = False
    for part in _in_columns(list(parts)):
        if not isinstance(part, Line):
            found.append(part)
            continue
        if _SIGNS.search(part.text) or closed:
            found += _cut(part, head_cuts(part.text) or end_cuts(part.text, closed=closed))
        else:
            found.append(part)
        closed = part.text.endswith(("./.", "/.")) or recipients_line(part.text) or _files(part.text)
    return found


def _in_columns(parts: list[Part]) -> list[Part]:
    """The parts with receivers and a signature that stand side by side set one under the other."""
    found: list[Part] = []
    at = 0
    while at < len(parts):
        part = parts[at]
        rows: list[tuple[str, str]] = []
        if isinstance(part, Line) and part.text.startswith("Nơi nhận"):
            near = takewhile(lambda part: isinstance(part, Line), parts[at : at + LINES_BESIDE])
            lines = [line for line in near if isinstance(line, Line)]
            rows = beside([line.text for line in lines])
            pieces = [_halves(line, row) for line, row in zip(lines, rows, strict=False)]
            found += [half for halves in pieces for half in halves[:1] if half]
            found += [half for halves in pieces for half in halves[1:] if half]
        if not rows:
            found.append(part)
        at += max(1, len(rows))
    return found


def _halves(line: Line, row: tuple[str, str]) -> tuple[Line | None, Line | None]:
    left, right = row
    if left and right:
        first, second = _cut(line, [len(line.text) - len(right)])
        return first, second
    return (line, None) if left else (None, line)


def _files(text: str) -> bool:
    """Whether a line is the last of the receivers (`- Lưu: VT.`), under or beside which the signature stands."""
    return text.lstrip("-–+* ").startswith("Lưu")


def head_cuts(text: str) -> list[int]:
    """The offsets at which a line that holds several parts of a letterhead is to be cut; none for any other line.

    >>> text = "Số: 5/QĐ-UBND Hà Nam, ngày 02 tháng 3 năm 2020 QUYẾT ĐỊNH VỀ VIỆC CHỐNG HẠN"
    >>> [text[a:b].strip() for a, b in pairwise([0, *head_cuts(text), len(text)]) if text[a:b].strip()]
    ['Số: 5/QĐ-UBND', 'Hà Nam, ngày 02 tháng 3 năm 2020', 'QUYẾT ĐỊNH', 'VỀ VIỆC CHỐNG HẠN']
    """
    head = text[:_LONGEST_HEAD]
    salutation = _SALUTATION.search(head)
    bases = _BASES.search(head)
    stop = min([len(head), *(found.start() for found in (salutation, bases) if found)])
    if not _is_head(head[:stop], addressed=salutation is not None and salutation.start() == stop):
        return []
    cuts = _anchors(head[:stop])
    if titled := _type_after(head[:stop], cuts):
        start, end = titled
        cuts = {cut for cut in cuts if cut <= start} | {start, end, _capitals_end(head[:stop], end)}
    return sorted(cut for cut in cuts | {stop} if 0 < cut < len(text))


def _is_head(head: str, *, addressed: bool) -> bool:
    """Whether a line holds more than one part of a letterhead."""
    if motto := _MOTTO.search(head):
        left = head[: motto.start()].strip(" |*_=—–-")
        return not left or bool(_NUMBER.match(left)) or (in_capitals(left) and letterhead_line(left))
    if _RULE.fullmatch(head[-3:]) and issuer_line(head.rstrip(" -_*=")):
        return True
    dated = _place_date(head)
    if dated is None:
        number = _NUMBER.match(head)
        return bool(number and _SUBJECT.search(head, number.end()))
    number = _NUMBER.search(head[: dated[0]])
    if number:
        left = head[: number.start()].strip(" |*_=—–-")
        return not left or issuer_line(left)
    return dated[0] == 0 and (addressed or leading_type(head[dated[1] :].lstrip(" |*")) > 0)


def _place_date(head: str) -> tuple[int, int] | None:
    """Where the last place and date in a letterhead begin and end: the place is a run of words with capitals."""
    dates = list(_PLACE_DATE.finditer(head))
    if not dates:
        return None
    start = place_start(head, dates[-1].start(), head.index(",", dates[-1].start()))
    return (start, dates[-1].end()) if start is not None else None


def place_start(text: str, start: int, end: int) -> int | None:
    """Where in `text[start:end]` the last words with a capital and small letters begin, which are the place before a
    date; `None` where the last word is none.

    >>> text = "Luật Thú y UBND Hà Nam"
    >>> text[place_start(text, 0, len(text)) :]
    'Hà Nam'
    """
    first = None
    for word in reversed(list(_TOKEN.finditer(text, start, end))):
        bare = word[0].strip(".-–")
        named = bare[:1].isupper() and (len(bare) == 1 or not bare.isupper() or bare == "TP")
        if bare and not named and not bare.isdigit():
            break
        first = word.start()
    return first


def _anchors(head: str) -> set[int]:
    """The offsets at which a part of a letterhead begins or ends."""
    cuts = {edge for found in _MOTTO.finditer(head) for edge in found.span()}
    cuts |= {edge for found in _RULE.finditer(head) for edge in found.span()}
    if number := _NUMBER.search(head):
        cuts.add(number.start())
        if subject := _SUBJECT.search(head, number.end()):
            cuts.add(subject.start())
    if dated := _place_date(head):
        cuts |= set(dated)
    return cuts


def _type_after(head: str, cuts: set[int]) -> tuple[int, int] | None:
    """Where a type in capitals begins and ends that stands at one of the cuts (`... năm 2020 QUYẾT ĐỊNH VỀ VIỆC`)."""
    for cut in sorted(cuts):
        start = cut + len(head[cut:]) - len(head[cut:].lstrip(" |*"))
        if length := leading_type(head[start:]):
            return start, start + length
    return None


def _capitals_end(text: str, start: int) -> int:
    """The offset at which a title in capitals ends; `start` where the title is not in capitals."""
    small = next((at for at in range(start, len(text)) if text[at].islower()), len(text))
    if small == len(text):
        return small
    end = max(text.rfind(" ", start, small), start)
    return end if end - start > len(" VỀ VIỆC ") else start


def _cut(line: Line, cuts: list[int]) -> list[Line]:
    """The line in pieces, each with the words, boxes and spelling that are its own."""
    pieces: list[Line] = []
    printed = aligned(line.text, line.printed) if cuts and line.printed is not None else None
    word = 0
    for start, end in pairwise([0, *cuts, len(line.text)]):
        text = line.text[start:end].strip()
        count = len(text.split())
        if not text:
            continue
        own = slice(word, word + count)
        first = start + line.text[start:end].index(text)
        spelled = line.printed
        if printed and line.printed is not None:
            spelled = line.printed[printed[first][0] : printed[first + len(text) - 1][1]]
        pieces.append(
            replace(
                line,
                text=text,
                gap="rule" if pieces else line.gap,
                words=line.words[own],
                numbers=line.numbers[own],
                printed=None if spelled == text else spelled,
            )
        )
        word += count
    return pieces if len(pieces) > 1 else [line]
