"""One spelling for one word: what each step changes, what it must leave, and that it can be repeated."""

from __future__ import annotations

from unicodedata import is_normalized, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rulebook.spelling import flatten, fold, key, normalise, normalise_with_offsets, place_tones

VIETNAMESE = "aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵbcdđghklmnpqrstvx"
ODDITIES = "ÐðƉ\u00a0\u200b\ufeff\u00ad–—\n\t \u0300\u0301\u0323\u0302가각"
texts = st.text(st.sampled_from(VIETNAMESE + VIETNAMESE.upper() + ODDITIES), max_size=40) | st.text(
    max_size=40
)


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("hoà thuý uỷ khoẻ loè huỷ", "hòa thúy ủy khỏe lòe hủy"),  # open syllables
        ("UỶ Uỷ HOÀ Thuý", "ỦY Ủy HÒA Thúy"),  # the case of each letter stays
        ("quý quỳ quỷ", "quý quỳ quỷ"),  # u belongs to q
        (
            "hoàn thuyền toán ngoài xoáy huýt khoẻn",
            "hoàn thuyền toán ngoài xoáy huýt khoẻn",
        ),  # closed syllables
        ("hòa thúy ủy", "hòa thúy ủy"),  # already so
        ("uỷ3 hoà, hoà.", "ủy3 hòa, hòa."),  # a footnote mark or punctuation ends the syllable
        ("hòan khỏang ngòai Hùynh", "hoàn khoảng ngoài Huỳnh"),  # typed with the tone too early
        ("Qúy II, qủa, QÚY", "Quý II, quả, QUÝ"),
        ("QÐ Ɖắk ðã", "QĐ Đắk đã"),  # look-alikes of Đ
        ("a\u00a0b\u2009c\u3000d", "a b c d"),  # blanks that are no spaces
        ("\ufeffa\u200bb\u00adc\u2060", "abc"),  # nothing invisible
        ("dòng\r\nhai\tba", "dòng\r\nhai\tba"),  # line breaks and tabs are layout, not spelling
        (normalize("NFD", "Uỷ ban, Khánh Hoà"), "Ủy ban, Khánh Hòa"),  # decomposed input
        ("a\u200b\u0300", "à"),  # composing happens after taking out
        ("", ""),
    ],
)
def test_normalise(written: str, normal: str) -> None:
    assert normalise(written) == normal


@given(texts)
def test_normal_text_is_composed_and_stays(text: str) -> None:
    normal = normalise(text)
    assert is_normalized("NFC", normal)
    assert normalise(normal) == normal


@given(texts)
def test_tones_keep_the_length(text: str) -> None:
    assert len(place_tones(text)) == len(text)


@given(texts)
def test_offsets_lead_back(text: str) -> None:
    normal, offsets = normalise_with_offsets(text)
    assert normal == normalise(text)
    assert len(offsets) == len(normal) + 1
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(text)


@given(st.lists(st.sampled_from(["ủy", "ban", "đường", "\u200b", "Hòa", " ", "kế", "QĐ"])))
def test_offsets_of_decomposed_text_point_at_the_word(words: list[str]) -> None:
    written = normalize("NFD", "".join(words))
    normal, offsets = normalise_with_offsets(written)
    for place, letter in enumerate(normal):
        assert normalise(written[offsets[place] : offsets[place + 1]]) == letter


@given(texts)
def test_flatten_keeps_the_length(text: str) -> None:
    assert len(flatten(text)) == len(text)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("ĐẮK LẮK", "dak lak"),  # capitals, no diacritics, đ
        ("QÐ – UBND", "qd - ubnd"),  # dashes
        ("hoà  bình\n", "hoa binh"),  # blanks
        (normalize("NFD", "Nghị quyết"), "nghi quyet"),
    ],
)
def test_fold(a: str, b: str) -> None:
    assert fold(a) == b


def test_fold_keeps_what_letters_tell_apart() -> None:
    assert fold("thuế") == fold("thuê") != fold("thu")
    assert fold("Sở A-B") != fold("Sở A B")


@given(texts)
def test_fold_and_key_are_stable(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert key(key(text)) == key(text)


@pytest.mark.parametrize("name", ["Sở LĐ-TB&XH", "sở LĐ - TB & XH", "SỞ LĐ–TB&XH.", "Sở LĐ_TB_XH"])
def test_key_ignores_how_a_name_is_punctuated(name: str) -> None:
    assert key(name) == "so ld tb xh"
