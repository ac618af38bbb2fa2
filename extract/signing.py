"""The end of a document (phần cuối): signing formula, position, name, and the list of recipients.

`TM.`, `KT.`, `TL.`, `TUQ.`, `Q.` stand before the body or office for which one signs (Nghị định 30/2020/NĐ-CP,
Phụ lục I, phần II, mục 7); Party documents write `T/M`. Under it stand the position and, under the signature, the name.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from extract.body_words import LOWER, UPPER

_FORMULA = re.compile(r"^\s*(?:TM|T/M|KT|K/T|TL|T/L|TUQ|Q|ĐD)(?:\s*\.\s*|\s+|/)\s*(?=[^\W\d])")
_SLASHED = re.compile(r"^(T|K)/(M|T|L)")
_SPACED = re.compile(r"^(TM|KT|TL|TUQ|Q|ĐD)\s*\.?\s*(?=\w)")
_BROKEN = (" ỦY", " HỘI")  # `TL. CHỦ TỊCH ỦY` over `BAN NHÂN DÂN TỈNH`, in a narrow column
_ON_BEHALF = re.compile(r"TM|T/M")
_POSITION = re.compile(
    r"(?:PHÓ |QUYỀN |Q\. ?)?(?:CHỦ TỊCH|BỘ TRƯỞNG|THỨ TRƯỞNG|GIÁM ĐỐC|PHÓ|TRƯỞNG|CHÁNH|THỦ TƯỚNG|BÍ THƯ|TỔNG|CỤC|VỤ"
    r"|VIỆN TRƯỞNG|HIỆU TRƯỞNG|CHỦ NHIỆM|ỦY VIÊN|THỐNG ĐỐC|CHỈ HUY|PHỤ TRÁCH|CHI CỤC)"
)
# Data banks write it in small letters: `Phó Thủ tướng` over `(Đã ký)`.
_SMALL_POSITION = re.compile(
    r"(?:Q\. ?|Quyền )?(?:Phó )?(?:Thủ tướng|Chủ tịch|Bộ trưởng|Thứ trưởng|(?:Tổng )?[Gg]iám đốc|[Hh]iệu trưởng|Bí thư"
    r"|Trưởng|Chánh|(?:Tổng )?[Cc]ục trưởng|Viện trưởng|Chủ nhiệm|Thống đốc|Chi cục trưởng)(?!\w)[^\d.:;]{0,60}"
)
_STAMP = re.compile(r"\(|Ký bởi|Người ký|Thời gian ký|Cơ quan:|Email|Digitally")
_ONE_WORD = re.compile(r"[A-ZĐ][’'][A-ZĐ]\w{1,12}")  # names of some peoples are one word: `K’Brếu`
_NOT_A_NAME = re.compile(r"[\d:;,/]")
_ITEM = re.compile(r"^\s*(?:[-–+•]|Nơi nhận\s*:?)\s*")


class Signature(NamedTuple):
    """`authority`, `position` and `signer` of a document, as printed; `None` where it does not say."""

    authority: str | None
    position: str | None
    signer: str | None


def read_signature(lines: tuple[str, ...]) -> Signature:
    """What the signature lines say. The formula joins its lines with a space; `T/M` is written `TM.`.

    >>> read_signature(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Đình Tùng"))
    Signature(authority='TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH', position='PHÓ CHỦ TỊCH', signer='Trần Đình Tùng')
    >>> read_signature(("Chủ tịch", "(Đã ký)", "Hồ Văn Nam")).position
    'Chủ tịch'
    """
    printed = [" ".join(line.replace("*", " ").split()) for block in lines for line in block.split("\n")]
    printed = [part for line in printed if line and not _STAMP.match(line) for part in _unglued(line)]
    formula = _formula_lines(printed)
    authority = " ".join(_official(line) for line in formula) or None
    signer = next((line for line in reversed(printed) if _is_name(line)), None)
    others = [line for line in printed if line not in formula and line != signer]
    position = next((line for line in others if line.isupper()), None)
    position = position or next((line for line in others if _SMALL_POSITION.fullmatch(line)), None)
    return Signature(authority, position, signer)


_GLUED = re.compile(
    rf"(?P<office>[{UPPER} .,]{{5,}}[{UPPER}]{{2}})(?P<name>[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]*){{1,5}})"
)
_ACTS_FOR = re.compile(r"(?<=[^\W\d_]) (?=PHÓ )")


def _unglued(line: str) -> list[str]:
    """`CHÁNH VĂN PHÒNGLê Văn Hải`: a line from which a data bank has lost the breaks, as its lines."""
    glued = _GLUED.fullmatch(line)
    return [*_ACTS_FOR.split(glued["office"]), glued["name"]] if glued else [line]


def _official(line: str) -> str:
    return _SPACED.sub(r"\1. ", _SLASHED.sub(r"\1\2.", line))


def _formula_lines(printed: list[str]) -> list[str]:
    """The formula lines, and the line on which the name of the body goes on."""
    taken: list[str] = []
    for line, following in zip(printed, [*printed[1:], ""], strict=False):
        if not _FORMULA.match(line):
            continue
        taken.append(line)
        goes_on = (
            following.isupper()
            and not following.startswith("CỦA ")
            and not _FORMULA.match(following)
            and not _POSITION.match(following)
        )
        if goes_on and (_ON_BEHALF.match(line) or line.endswith(_BROKEN)):
            taken.append(following)
    return taken


def _is_name(line: str) -> bool:
    if _ONE_WORD.fullmatch(line):
        return True
    words = line.split()
    capital = all(word[0].isupper() or word[0] in "'’" for word in words)
    ranked = len(words) > 2 and words[1].islower() and words[0][0].isupper()  # `Đại tá Trần Ngọc Lương`
    ranked = ranked and all(word[0].isupper() for word in words[2:])
    return (
        2 <= len(words) <= 7 and (capital or ranked) and not line.isupper() and not _NOT_A_NAME.search(line)
    )


def read_recipients(blocks: tuple[str, ...]) -> tuple[str, ...]:
    """The bodies under `Nơi nhận`, as written, without the archive line (`Lưu: VT`).

    >>> read_recipients(("Nơi nhận:", "- Như Điều 3;", "- Lưu: VT, VX."))
    ('Như Điều 3',)
    """
    lines = (
        _ITEM.sub("", " ".join(line.split())).strip(" ;.") for block in blocks for line in block.split("\n")
    )
    return tuple(line for line in lines if line and not line.lower().startswith(("lưu", "nơi nhận")))
