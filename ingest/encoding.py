"""Bytes to characters, always the same way: byte order mark, then UTF-8, then UTF-16, then one byte a letter.

One byte a letter is windows-1258, or, where the letters tell so, the encoding of a font of before Unicode (TCVN3, VNI):
then the characters are those of windows-1252, in which such text is found everywhere (`legacy_fonts`).
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from ingest.errors import ReadError
from ingest.legacy_fonts import is_western

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 1 << 16
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_VIETNAMESE = re.compile(
    r"[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9áàảãạéèẻẽẹíìỉĩịóòỏõọúùủũụýỳỷỹỵÁÀÉÈÍÌÓÒÚÙÝ\u0300\u0301\u0303\u0309\u0323]"
)
_WORD = re.compile(r"[^\W\d_]+")
_FEW_WORDS = 20
_ACCENTED_SHARE = 0.25  # of the words of Vietnamese text, about 70 % carry a mark; of English text none
_CONTROL_SHARE = 0.005
_BROKEN_SHARE = 0.001
_BROKEN_SHARE_OF_LETTERS = 0.2
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it was in, and what was not sure (in Vietnamese, for the reader of the document)."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, name: str, declared: str | None = None) -> Decoded:
    """The text of `data`; `declared` is what the file itself says of its encoding, tried where it fits.

    Raises `ReadError` for bytes that are no text in any encoding that Vietnamese offices use.

    >>> decode("Quyết định".encode("cp1258", "replace"), "a.txt").encoding
    'windows-1258'
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(
                data[len(mark) if encoding == "utf-8" else 0 :].decode(encoding, "replace"), encoding, name
            )
    for guess in (declared, "utf-8", _wide(data)):
        decoded = _try(data, guess)
        if decoded is not None:
            return _checked(decoded, guess or "", name)
    repaired = data.decode("utf-8", "replace")
    if _is_unicode(repaired):
        warning = "một số ký tự trong tệp bị hỏng và đã được bỏ qua"
        return _checked(repaired.replace("\ufffd", ""), "utf-8", name, warning)
    return _single_byte(data, name)


def _is_unicode(repaired: str) -> bool:
    """Whether bytes that were read as UTF-8 are that, some of them broken: letters of several bytes are no accident."""
    broken = repaired.count("\ufffd")
    whole = len(_BEYOND_ASCII.findall(repaired)) - broken
    return whole > 0 and (broken < _BROKEN_SHARE * len(repaired) or broken < _BROKEN_SHARE_OF_LETTERS * whole)


def _try(data: bytes, encoding: str | None) -> str | None:
    if not encoding:
        return None
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None
    return text if isinstance(text, str) and "\x00" not in text[:_SAMPLE] else None


def _wide(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: every other byte of the Latin letters and blanks is zero."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half < 2 or len(data) % 2:
        return None
    if sample[1::2].count(0) > 0.3 * half and sample[::2].count(0) < 0.05 * half:
        return "utf-16-le"
    if sample[::2].count(0) > 0.3 * half and sample[1::2].count(0) < 0.05 * half:
        return "utf-16-be"
    return None


def _single_byte(data: bytes, name: str) -> Decoded:
    western = _western(data)
    if is_western(western):  # for fonts of before Unicode; readers convert it
        return _checked(western, "windows-1252", name)
    text = data.decode("cp1258", "replace")
    broken = text.count("\ufffd")
    warnings = ("một số ký tự trong tệp bị hỏng và đã được bỏ qua",) if broken else ()
    if broken > _CONTROL_SHARE * max(1, len(text)):
        raise _no_text(name)
    return _checked(text.replace("\ufffd", ""), "windows-1258", name, *warnings)


def _western(data: bytes) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:  # five bytes have no letter there
        return data.decode("latin-1")


def _checked(text: str, encoding: str, name: str, *warnings: str) -> Decoded:
    sample = text[:_SAMPLE]
    if len(_CONTROLS.findall(sample)) > _CONTROL_SHARE * len(sample):
        raise _no_text(name)
    return Decoded(text, encoding, warnings)


def _no_text(name: str) -> ReadError:
    return ReadError(
        name,
        "nội dung là dữ liệu nhị phân, không phải văn bản",
        "kiểm tra lại tệp; các định dạng đọc được là DOCX, DOC, RTF, ODT, PDF, HTML và TXT",
    )


def language_warnings(text: str) -> tuple[str, ...]:
    """A warning where the text is not Vietnamese, or Vietnamese without its marks.

    >>> language_warnings("The quick brown fox " * 20)
    ('có vẻ không phải văn bản tiếng Việt (hoặc tiếng Việt không dấu); kết quả trích xuất có thể thiếu',)
    """
    sample = text[:_SAMPLE]
    if len(_WORD.findall(sample)) < _FEW_WORDS or marked_share(sample) >= _ACCENTED_SHARE:
        return ()
    return (
        "có vẻ không phải văn bản tiếng Việt (hoặc tiếng Việt không dấu); kết quả trích xuất có thể thiếu",
    )


def marked_share(text: str) -> float:
    """The share of the words that carry a mark of Vietnamese, 0 to 1; 0 where there are no words.

    >>> marked_share("Sở Y tế"), marked_share("So Y te")
    (0.6666666666666666, 0.0)
    """
    words = _WORD.findall(text)
    return sum(map(_marked, words)) / len(words) if words else 0.0


def _marked(word: str) -> bool:
    return bool(_VIETNAMESE.search(word))
