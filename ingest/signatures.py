"""Where a signature, or receivers and a signature, on one line are to be cut.

The lines of a signature are, from the top: `TM.` and the body, or `KT.`, `TL.`, `TUQ.` and the office for which one
signs; the office of who signs; the name (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II, mục 7; Hướng dẫn 36-HD/VPTW).
Run into one line they still tell where each begins, because each begins with a word of its own:

    TM. ỦY BAN NHÂN DÂN | KT. CHỦ TỊCH | PHÓ CHỦ TỊCH | (Đã ký) | Lê Văn A
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.formalities import authority_line, person_line, position_line, recipients_line, signed_note
from ingest.wording import in_capitals

_LONGEST = 4000  # characters: a long list of receivers, and the signature
_LONGEST_SIGNATURE = 260
_FORMULA = re.compile(r"(?:T[./]?M|K[./]?T|T[./]?L|TU[./]?Q)(?: ?\.| )\s?(?=[^\W\d_]{2})")
_FOR_A_BODY = re.compile(r"T[./]?M")
_OFFICE = re.compile(
    r"(?<![^\W\d_])(?<!BAN )(?<!ĐOÀN )(?<!, )(?<!KIÊM )(?<!- )(?<!PHÓ )(?<!QUYỀN )(?:QUYỀN |PHÓ )*"
    r"(?:CHỦ TỊCH|TỔNG GIÁM ĐỐC|GIÁM ĐỐC|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG|TỔNG BÍ THƯ|BÍ THƯ"
    r"|CHÁNH (?:VĂN PHÒNG|THANH TRA|ÁN)|CHỦ NHIỆM|(?:TỔNG |CHI )?CỤC TRƯỞNG|VỤ TRƯỞNG|VIỆN TRƯỞNG|HIỆU TRƯỞNG"
    r"|TRƯỞNG (?:TIỂU )?(?:BAN|PHÒNG|ĐOÀN)|TRƯỞNG CÔNG AN"
    r"|CHỈ HUY TRƯỞNG|THỐNG ĐỐC|TỔNG THANH TRA|TỔNG KIỂM TOÁN|CHÍNH ỦY|TƯ LỆNH|ỦY VIÊN)(?![^\W\d_])"
)
_NOTE = re.compile(r"[(\[] ?[Đđ]ã [Kk][ýí][^)\]]{0,20}[)\]]")
_HEAD_OF_RECEIVERS = re.compile(r"[-*\s|]{0,4}Nơi nhận ?(?::|(?=[-–+] ))")
_RECEIVERS_BESIDE = re.compile(r"(?P<left>Nơi nhận ?:) ?(?P<right>[^\s|-].{3,80})")
_RECEIVER_BESIDE = re.compile(
    r"(?P<left>[-–+] ?(?P<filed>Lưu)?[^;.]{2,120}[;.]) (?P<right>[^;.]{3,60}(?:\. ?[^;.]{3,60})?)"
)
LINES_BESIDE = 16
"""No more lines stand side by side."""
_RECEIVER = re.compile(r"(?<=[;:.,)|] )[-–+] ?(?=[^\W\d_])")


def end_cuts(text: str, *, closed: bool = False) -> list[int]:
    """The offsets at which a line is to be cut that holds receivers or the parts of a signature; none for any other
    line. `closed`: the text has ended before this line, so that an office with a name can be nothing else.

    >>> text = "Nơi nhận: - Như trên; - Lưu: VT. | KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Lò Thị Hoa"
    >>> [text[a:b].strip() for a, b in pairwise([0, *end_cuts(text), len(text)]) if text[a:b].strip()]
    ['Nơi nhận:', '- Như trên;', '- Lưu: VT.', '|', 'KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'Lò Thị Hoa']
    >>> end_cuts("KT. là viết tắt của Ký thay; CHỦ TỊCH Hội đồng quyết định.")
    []
    """
    if len(text) > _LONGEST:
        return []
    head = _HEAD_OF_RECEIVERS.match(text)
    bar = text.rfind("|", 0, len(text.rstrip(" |")))
    right = bar + 1 if bar >= 0 else _formula_start(text, head.end()) if head else 0
    signature = _signature_cuts(text[right:], closed=closed or bar >= 0 or head is not None)
    if head is None:
        if signature is None or (bar >= 0 and text[:bar].strip(" |") and not _receivers(text[:bar])):
            return []
        return _within(text, [bar, right, *(right + cut for cut in signature)])
    if len(text) < 40 and signature is None:
        return []
    cuts = [
        head.end(),
        *(found.start() for found in _RECEIVER.finditer(text, head.end(), right or len(text))),
    ]
    if signature is not None and right:
        cuts += [bar, right, *(right + cut for cut in signature)]
    return _within(text, cuts)


def beside(lines: Sequence[str]) -> list[tuple[str, str]]:
    """Receivers and a signature whose lines stand side by side with nothing between, from the line `Nơi nhận:` on, as
    the left and the right part of each line; empty where they do not stand so.

    >>> beside(["Nơi nhận: KT. GIÁM ĐỐC", "- Như trên; PHÓ GIÁM ĐỐC", "- Lưu: VT. Lò Thị Hoa", "PHỤ LỤC"])
    [('Nơi nhận:', 'KT. GIÁM ĐỐC'), ('- Như trên;', 'PHÓ GIÁM ĐỐC'), ('- Lưu: VT.', 'Lò Thị Hoa')]
    """
    first = _RECEIVERS_BESIDE.fullmatch(lines[0]) if lines else None
    if first is None or not (authority_line(first["right"]) or position_line(first["right"])):
        return []
    found = [(first["left"], first["right"])]
    for line in lines[1:LINES_BESIDE]:
        split = _RECEIVER_BESIDE.fullmatch(line)
        if split and (_is_office(split["right"]) or (split["filed"] and person_line(split["right"]))):
            found.append((split["left"], split["right"]))
        elif line[:1] in "-–+" and not person_line(line):
            found.append((line, ""))
        elif _is_office(line) or signed_note(line) or person_line(line):
            found.append(("", line))
        else:
            break
        if person_line(found[-1][1]) and not _is_office(found[-1][1]):
            break
    return found


def _is_office(text: str) -> bool:
    return in_capitals(text) and (authority_line(text) or position_line(text))


def _within(text: str, cuts: list[int]) -> list[int]:
    return sorted({cut for cut in cuts if 0 < cut < len(text)})


def _receivers(text: str) -> bool:
    return text.lstrip().startswith(("-", "+", "–", "Lưu", "*")) or recipients_line(text.strip())


def _formula_start(text: str, start: int) -> int:
    """Where the first formula after the receivers begins whose line is in capitals; 0 where none does."""
    for found in _FORMULA.finditer(text, start):
        if authority_line(text[found.start() : found.end() + 6].rpartition(" ")[0] or text[found.start() :]):
            return found.start()
    return 0


def _signature_cuts(text: str, *, closed: bool) -> list[int] | None:
    """The cuts of a text that is a signature and nothing else; `None` where it is no signature."""
    if len(text) > _LONGEST_SIGNATURE:
        return None
    notes = [edge for found in _NOTE.finditer(text) for edge in found.span()]
    bare = _NOTE.sub(lambda found: " " * len(found[0]), text).rstrip(" |")
    end = _capitals_end(bare)
    offices, name = bare[:end].strip(" |*"), bare[end:].strip(" |*")
    if not offices:
        return notes if name and notes and person_line(name) else None
    if name and not person_line(name):
        return None
    start = bare.index(offices[0])
    if authority_line(offices):
        return [*(start + cut for cut in _formula_cuts(offices)), *notes, *([end] if name else [])]
    office = _OFFICE.match(offices) is not None and position_line(offices)
    return [end, *notes] if closed and office and name else None


def _capitals_end(text: str) -> int:
    """The offset behind the words in capitals with which a text begins."""
    small = next((at for at, letter in enumerate(text) if letter.islower()), len(text))
    return small if small == len(text) else text.rfind(" ", 0, small) + 1


def _formula_cuts(offices: str) -> list[int]:
    """Where in the capitals of a signature a formula, or the office of who signs, begins."""
    starts = [found.start() for found in _FORMULA.finditer(offices)]
    cuts = list(starts)
    for start, end in pairwise([*starts, len(offices)]):
        found = [office.start() for office in _OFFICE.finditer(offices, start, end)]
        cuts += found if _FOR_A_BODY.match(offices, start) else found[1:]
    return [cut for cut in cuts if cut]
