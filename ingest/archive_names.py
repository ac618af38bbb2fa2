"""The names of files in ZIP archives, as the person saw them who packed them.

A ZIP archive knows names in Unicode (a flag of the entry, or a field of Info-ZIP's beside it) and names in the code
page of the machine that packed it, without saying which. Windows in Viet Nam wrote windows-1258, older programs
VISCII (RFC 1456) or the letters of TCVN3 and VNI fonts; others leave UTF-8 without the flag. Which it was is told by
the words: Vietnamese syllables come out of the right one only.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from unicodedata import category, normalize

from ingest.legacy_encodings import to_unicode
from ingest.syllables import is_syllable

_UTF8_FLAG = 0x800
_UNICODE_PATH = 0x7075  # APPNOTE 4.6.9, Info-ZIP Unicode Path Extra Field
_WORD = re.compile(r"[^\W\d_]+")
_SURE = 0.6  # of the words with letters beyond ASCII that must be syllables
_VISCII = dict(
    zip(
        (0x02, 0x05, 0x06, 0x14, 0x19, 0x1E, *range(0x80, 0x100)),
        "ẲẴẪỶỸỴ"
        "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"
        "ÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
        "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư"
        "àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ",
        strict=True,
    )
)


def readable_name(entry: zipfile.ZipInfo) -> str:
    """The name of an entry, composed (NFC), with `/` between folders; what cannot be shown is U+FFFD."""
    return "".join(map(_shown, normalize("NFC", _decoded(entry)).replace("\\", "/")))


def _shown(letter: str) -> str:
    if letter.isprintable():
        return letter
    return " " if category(letter) == "Zs" else "\ufffd"


def _decoded(entry: zipfile.ZipInfo) -> str:
    if entry.flag_bits & _UTF8_FLAG or entry.filename.isascii():
        return entry.filename
    raw = entry.filename.encode("cp437", "replace")  # as `zipfile` decodes what has no flag
    told = _unicode_path(entry.extra, raw)
    return told if told is not None else in_its_code_page(raw)


def _unicode_path(extra: bytes, raw: bytes) -> str | None:
    """The name in Info-ZIP's field, if it belongs to the name in the entry."""
    while len(extra) >= 4:
        kind, size = int.from_bytes(extra[:2], "little"), int.from_bytes(extra[2:4], "little")
        field, extra = extra[4 : 4 + size], extra[4 + size :]
        if kind == _UNICODE_PATH and int.from_bytes(field[1:5], "little") == zlib.crc32(raw):
            return field[5:].decode("utf-8", "replace")
    return None


def in_its_code_page(raw: bytes) -> str:
    """A name in the code page that makes its words Vietnamese; code page 437 where none does, as ZIP has it.

    >>> in_its_code_page("kế hoạch.docx".encode()), in_its_code_page("Qu¶ng B×nh.doc".encode("latin-1"))
    ('kế hoạch.docx', 'Quảng Bình.doc')
    """
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        best = max(_readings(raw), key=_share_of_syllables)
        return best if _share_of_syllables(best) >= _SURE else raw.decode("cp437")


def _readings(raw: bytes) -> Iterator[str]:
    yield normalize("NFC", raw.decode("cp1258", "replace"))
    yield "".join(_VISCII.get(code, chr(code)) for code in raw)
    western = raw.decode("cp1252", "replace")
    yield to_unicode(western, "TCVN3")
    yield to_unicode(western, "VNI")


def _share_of_syllables(name: str) -> float:
    words = [word for word in _WORD.findall(name) if not word.isascii()]
    return sum(map(is_syllable, words)) / len(words) if words else 0.0
