"""Document numbers: what print makes of them, what they are made of, and that reading undoes writing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rulebook.number import DocumentNumber, parse, type_of
from rulebook.tables import document_types, issuers

CODES = sorted(
    {row.code for row in issuers() if row.slot == "issuer" and "-" not in row.code and "." not in row.code}
)
UNITS = [*sorted({row.code for row in issuers() if row.slot == "unit"}), "QLCS", "TH1", "VX3", "GDTrH"]
STATE_TYPES = sorted(
    {code for row in document_types() if row.system == "state" for code in row.codes} - {"CT"}
)
PARTY_TYPES = sorted({code for row in document_types() if row.system == "party" for code in row.codes})
JOINT = {"TTLT", "TTLB", "TTLN", "NQLT"}

numbers = st.none() | st.from_regex(r"[0-9]{1,5}([.][0-9])?[a-hđ]?", fullmatch=True)
years = st.none() | st.integers(1945, 2099)
units = st.none() | st.sampled_from(UNITS)
codes = st.sampled_from(CODES)
# The Party writes its own numbers with a hyphen: 18/NQ-TW is read as 18-NQ/TW.
state_codes = st.sampled_from([code for code in CODES if code not in {"TW", "TU"}])
state = st.builds(
    lambda number, year, code, issuer, unit: DocumentNumber(
        number=number, year=year, type_code=code, issuers=(issuer,), unit=unit
    ),
    numbers,
    years,
    st.sampled_from([code for code in STATE_TYPES if code not in JOINT]),
    state_codes,
    units,
)
joint = st.builds(
    lambda number, year, issued: DocumentNumber(
        number=number, year=year, type_code="TTLT", issuers=tuple(issued)
    ),
    numbers,
    years,
    st.lists(codes, min_size=1, max_size=4),
)
letter = st.builds(
    lambda number, issuer, unit: DocumentNumber(number=number, issuers=(issuer,), unit=unit),
    numbers,
    st.sampled_from([code for code in CODES if code not in {*STATE_TYPES, "CT"}]),
    units,
)
party = st.builds(
    lambda number, code, issuer, unit: DocumentNumber(
        number=number, type_code=code, issuers=(issuer,), unit=unit, party=True
    ),
    numbers,
    st.sampled_from(PARTY_TYPES),
    codes,
    units,
)
old = st.builds(
    lambda number, issuer: DocumentNumber(number=number, issuers=(issuer,), party=True),
    st.from_regex(r"[0-9]{1,3}", fullmatch=True),
    st.sampled_from(["CP", "HĐBT", "TTg", "CT"]),
)


@given(state | joint | letter | party | old)
def test_reading_undoes_writing(number: DocumentNumber) -> None:
    assert parse(str(number)) == number


@given(
    state | joint | letter | party | old,
    st.sampled_from([" ", "\n", "\u00a0", " \t\n "]),
    st.sampled_from("-–—‐−"),
)
def test_blanks_and_dashes_at_the_joints_do_not_matter(number: DocumentNumber, blank: str, dash: str) -> None:
    printed = str(number).replace("-", f"{blank}{dash}{blank}").replace("/", f"{blank}/{blank}")
    assert parse(f"Số: {printed},") == number


@given(st.text(st.sampled_from("0123456789abđQĐNTUBDKHCPLgr/-. &\n"), max_size=24) | st.text(max_size=24))
def test_whatever_is_read_is_written_the_same_way_again(text: str) -> None:
    number = parse(text)
    if number is not None:
        assert parse(str(number)) == number
        assert str(parse(str(number))) == str(number)


@pytest.mark.parametrize(
    ("printed", "official"),
    [
        ("76/2014/QH13", "76/2014/QH13"),  # the National Assembly: no type
        ("39/2016/TT-BLĐTBXH", "39/2016/TT-BLĐTBXH"),
        ("30a/2008/NQ-CP", "30a/2008/NQ-CP"),  # letter after the number
        ("66.1/2025/NQ-CP", "66.1/2025/NQ-CP"),  # dotted number
        ("01/2016/TTLT-BTC-BNV", "01/2016/TTLT-BTC-BNV"),
        ("50/1999/TTLT/BTC-BNV", "50/1999/TTLT/BTC-BNV"),  # older joint circulars have a second slash
        ("/KH-UBND", "/KH-UBND"),  # blank number
        ("Số:        /KH-UBND", "/KH-UBND"),
        ("Số: ……/2025/NQ-HĐND", "/2025/NQ-HĐND"),  # dotted leaders
        ("456/HĐNDVP", "456/HĐNDVP"),  # the unit is glued, and stays so
        ("152/QĐ-LĐTBXH", "152/QĐ-LĐTBXH"),  # B left out, and stays so
        ("6631/BLĐTBXH-\t\n\n\t\t\tVPQGGN", "6631/BLĐTBXH-VPQGGN"),  # broken over a page
        ("Số: 22 /KH-UBND", "22/KH-UBND"),  # stamped number
        ("382/QÐ-UBND", "382/QĐ-UBND"),  # U+00D0
        ("382/QD-UBND", "382/QĐ-UBND"),  # diacritic lost
        ("382/qđ-ubnd", "382/QĐ-UBND"),  # typed into a search box
        ("1722/QĐ-TTG", "1722/QĐ-TTg"),  # a title in capitals
        ("33/TTR-SLDTBXH", "33/TTr-SLĐTBXH"),
        ("46/2019/QĐUBND", "46/2019/QĐ-UBND"),  # hyphen lost
        ("09/2019/NĐCP", "09/2019/NĐ-CP"),
        ("12/QĐ.UB", "12/QĐ-UB"),
        ("1836 QĐ/TWĐTN", "1836-QĐ/TWĐTN"),  # blank for the hyphen
        ("367 - QĐ/TWĐTN-VP", "367-QĐ/TWĐTN-VP"),
        ("18/NQ-TW", "18-NQ/TW"),  # separators swapped by the press
        ("126/KL/TW", "126-KL/TW"),
        ("18-NQ/TƯ", "18-NQ/TW"),
        ("1722/QĐ-TTg.,", "1722/QĐ-TTg"),  # punctuation of the sentence
        ("64-CP", "64-CP"),
        ("56-LCT/HĐNN8", "56-LCT/HĐNN8"),
        ("152/QĐ-BCĐ CTMTQG", "152/QĐ-BCĐCTMTQG"),  # blank within a known code
    ],
)
def test_official_form(printed: str, official: str) -> None:
    assert str(parse(printed)) == official


@pytest.mark.parametrize(
    ("printed", "type_code", "issuers_", "unit"),
    [
        ("80/NQ-CP", "NQ", ("CP",), None),
        ("2143/UBND-VX", None, ("UBND",), "VX"),  # an official letter: issuer and unit
        ("6774/UBND", None, ("UBND",), None),
        ("13/QĐ-MTTQ-BTT", "QĐ", ("MTTQ",), "BTT"),  # the organ of the Front
        ("123/QĐ-UBND-HC", "QĐ", ("UBND",), "HC"),
        ("12/KHPH-SGDĐT-CA", "KHPH", ("SGDĐT", "CA"), None),  # any joint type
        ("88/2016/NQLT-CP-ĐCTUBTWMTTQVN", "NQLT", ("CP", "ĐCTUBTWMTTQVN"), None),
        ("12/CT-UBND", "CT", ("UBND",), None),  # chỉ thị ...
        ("1234/CT-TTHT", None, ("CT",), "TTHT"),  # ... or a letter of the tax department
        ("33/TTr-SLĐ-TBXH", "TTr", ("SLĐ-TBXH",), None),  # the hyphen belongs to the code
        ("161/BXTĐT-MC", None, ("BXTĐT",), "MC"),  # a body that no table knows
    ],
)
def test_parts(printed: str, type_code: str | None, issuers_: tuple[str, ...], unit: str | None) -> None:
    found = parse(printed)
    assert found is not None
    assert (found.type_code, found.issuers, found.unit) == (type_code, issuers_, unit)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/",
        "12/",
        "24/6/2014",
        "12/2020",
        "1/2",
        "50km/h",
        "5m/s",
        "100/người",
        "1/nam",
        "QCVN 01:2019/BCT",
        "QĐ-UBND",
        "Quyết định",
        "giai đoạn 2016-2020",
        "24-6-2014",
        "-",
        "12/Ngay",
        "76/2014/",
    ],
)
def test_dates_measures_and_words_are_no_numbers(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("1722/QĐ-TTg", "Quyết định"),
        ("33/TTr-SNV", "Tờ trình"),
        ("2143/UBND-VX", "Công văn"),
        ("1018/CV-MTTW-BTT", "Công văn"),
        ("05-KL/TW", "Kết luận"),
        ("01-TT/TU", "Thông tri"),  # TT of the Party ...
        ("39/2016/TT-BTC", "Thông tư"),  # ... and of a ministry
        ("66-QĐ/TW", None),  # Quyết định or Quy định
        ("76/2014/QH13", None),  # law or resolution
        ("15-L/CTN", "Luật"),
        ("05/2025/L-CTN", "Lệnh"),
    ],
)
def test_type(printed: str, name: str | None) -> None:
    found = parse(printed)
    assert found is not None
    meant = type_of(found)
    assert (meant.name if meant else None) == name
