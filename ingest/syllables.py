"""Is this a Vietnamese syllable (âm tiết)? Told by the rules of spelling, without a dictionary.

A syllable is an onset, a rime and a tone. There are 27 onsets and about 170 rimes; rimes that end in a stop
(c, ch, p, t) have only the tones sắc and nặng.
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize

_ONSETS = "ngh ng nh gh gi kh ph qu th tr ch b c d đ g h k l m n p r s t v x"
_RIMES = (
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng"
    " eo ep et ê êch êm ên êng ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa"
    " oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong"
    " ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uên uênh"
    " ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uynh uyp uyt uyu ư ưa ưc ưi ưm"
    " ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y ych yên yêm yêng yêt yêu ynh yp yt"
)
LETTERS = frozenset(
    normalize("NFC", vowel + tone)
    for vowel in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
    for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
) | frozenset("bcdđfghjklmnpqrstvwxzBCDĐFGHJKLMNPQRSTVWXZ")
"""The letters that Vietnamese text has, those of foreign words in ASCII included."""

_SYLLABLE = re.compile(f"(?:{_ONSETS})?(?:{_RIMES})".replace(" ", "|"))
_STOP = re.compile(r"(?:c|ch|p|t)$")
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_STOP_TONES = frozenset("\u0301\u0323")


@lru_cache(maxsize=1 << 15)
def is_syllable(word: str) -> bool:
    """Whether `word`, in any case, is spelt as a Vietnamese syllable, with the tone that it can have.

    >>> [is_syllable(word) for word in ("nghèo", "QUYẾT", "quỳnh", "giữa", "UBND", "nghốo", "tết", "tềt", "strength")]
    [True, True, True, True, False, False, True, False, False]
    """
    letters = normalize("NFD", word.lower())
    tones = _TONES.findall(letters)
    plain = normalize("NFC", _TONES.sub("", letters))
    if len(tones) > 1 or not _SYLLABLE.fullmatch(plain):
        return False
    return not tones or tones[0] in _STOP_TONES or not _STOP.search(plain)
