"""When two pieces of text count as the same words, for comparing a reading with an annotation.

    folded      one encoding, one place for tone marks, single spaces, lower case
    words       folded, and nothing but its words
    symbol      folded, without blanks: the number and symbol of a document
    name_words  words of a body's name, abbreviations written out

Spelling and abbreviations are told here, apart from the rulebook: what is measured must not move the measure.
"""

from __future__ import annotations

import re
from unicodedata import normalize

# Open oa, oe, uy with the tone on the second vowel; after q too, as only likeness matters here.
_LATE_TONE = re.compile(r"(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?![^\W\d_])")
_NOT_WORD = re.compile(r"[\W_]+")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_OPENING = re.compile(r"^(?:đề nghị|các) ")
# In the short forms a hyphen is whatever parts the letters, or nothing: `TN&MT`, `TN-MT`, `TNMT`.
_WRITTEN_OUT = {
    "ủy ban nhân dân": ("ubnd",),
    "hội đồng nhân dân": ("hđnd",),
    "ủy ban mặt trận tổ quốc việt nam": (
        "(?:ủy ban |ub-)?mttq(?: việt nam| vn)?",
        "ub-mt",
    ),
    "lao động thương binh và xã hội": ("lđ-tb-xh", "lao động-tb-xh"),
    "giáo dục và đào tạo": ("gd-đt", "giáo dục-đt"),
    "kế hoạch và đầu tư": ("kh-đt",),
    "nông nghiệp và phát triển nông thôn": ("nn-ptnt", "nông nghiệp-ptnt", "nông nghiệp và ptnt"),
    "nông nghiệp và môi trường": ("nn-mt",),
    "tài nguyên và môi trường": ("tn-mt",),
    "văn hóa thể thao và du lịch": ("vh-tt-dl",),
    "thông tin và truyền thông": ("tt-tt",),
    "khoa học và công nghệ": ("kh-cn",),
    "phát thanh và truyền hình": ("ptth",),
    "ban chỉ đạo": ("bcđ",),
    "bảo hiểm xã hội": ("bhxh",),
    "ngân hàng chính sách xã hội": ("nhcsxh",),
    "phòng giao dịch": ("pgd",),
    "chương trình mục tiêu quốc gia": ("ctmtqg",),
    "mục tiêu quốc gia": ("mtqg",),
}
_ABBREVIATIONS = [
    (re.compile(rf"\b(?:{'|'.join(forms).replace('-', ' ?')})\b"), full)
    for full, forms in _WRITTEN_OUT.items()
]


def folded(text: str | None) -> str:
    """One encoding (NFC), one place for tone marks, single spaces, lower case; of None, nothing.

    >>> folded(" Uỷ ban \\n XÃ")
    'ủy ban xã'
    """
    return _LATE_TONE.sub(_early_tone, " ".join(normalize("NFC", text or "").split()).lower())


def _early_tone(vowels: re.Match[str]) -> str:
    apart = normalize("NFD", vowels[0])  # vowel, vowel, tone
    return normalize("NFC", apart[0] + apart[2] + apart[1])


def words(text: str | None) -> str:
    """The words alone: punctuation of any kind is a space.

    >>> words("Lao động - Thương binh; và (xã hội).")
    'lao động thương binh và xã hội'
    """
    return _NOT_WORD.sub(" ", folded(text)).strip()


def symbol(text: str | None) -> str | None:
    """Number and symbol of a document without blanks, any case, a dash as a hyphen; None where there is none.

    >>> symbol("22 /KH–UBND"), symbol("")
    ('22/kh-ubnd', None)
    """
    return "".join(folded(text).split()).replace("–", "-") or None


def name_words(name: str) -> str:
    """The words of a body's name, abbreviations written out, without what stands in brackets, `các` or `đề nghị` before
    it, and `và` in it, which names have or leave out.

    >>> name_words("các Sở NN&PTNT (cơ quan thường trực)"), name_words("UBMTTQ tỉnh")
    ('sở nông nghiệp phát triển nông thôn', 'ủy ban mặt trận tổ quốc việt nam tỉnh')
    """
    said = words(_BRACKETS.sub("", folded(name)))
    for short, full in _ABBREVIATIONS:
        said = short.sub(full, said)
    return " ".join(word for word in _OPENING.sub("", said).split() if word != "và")
