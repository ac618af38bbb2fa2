"""Work URIs: written and read, and refused where something of the identity is missing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rulebook.number import parse as parse_number
from rulebook.uri import WorkUri, parse, slug, work_uri

slugs = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}", fullmatch=True)
uris = st.builds(
    WorkUri, type=slugs, issuer=slugs, year=st.integers(1000, 9999), number=slugs, place=st.none() | slugs
)


@given(uris)
def test_reading_undoes_writing(uri: WorkUri) -> None:
    assert parse(uri.render()) == uri


@given(st.text(max_size=80))
def test_only_what_is_written_so_is_read(text: str) -> None:
    found = parse(text)
    assert found is None or found.render() == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/akn/vn/act/quyet-dinh/ubnd/2022",  # no number
        "/akn/fr/act/quyet-dinh/ubnd/2022/1-qd",  # another country
        "/akn/vn/act/Quyết-định/ubnd/2022/1-qd",  # no slug
        "/akn/vn/act/quyet-dinh/ubnd/22/1-qd",  # no year
        "/akn/vn-/act/quyet-dinh/ubnd/2022/1-qd",
        "/akn/vn/act/quyet-dinh/ubnd/2022/1-qd\n",
    ],
)
def test_no_work_uri(text: str) -> None:
    assert parse(text) is None


@given(st.text())
def test_a_slug_is_one_part(text: str) -> None:
    made = slug(text)
    assert made == slug(made)
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


@pytest.mark.parametrize(
    ("type_name", "printed", "issuer", "year", "place", "expected"),
    [
        (
            "Quyết định",
            "1722/QĐ-TTg",
            None,
            2016,
            None,
            "/akn/vn/act/quyet-dinh/thu-tuong-chinh-phu/2016/1722-qd-ttg",
        ),
        (
            None,
            "382/QĐ-UBND",
            None,
            2022,
            "Lâm Đồng",
            "/akn/vn-lam-dong/act/quyet-dinh/ubnd/2022/382-qd-ubnd",
        ),
        # the word before the name of the province is no part of it
        (
            None,
            "382/QĐ-UBND",
            None,
            2022,
            "tỉnh Lâm Đồng",
            "/akn/vn-lam-dong/act/quyet-dinh/ubnd/2022/382-qd-ubnd",
        ),
        # a district and its province decide under the same number
        (
            "Kế hoạch",
            "5/KH-UBND",
            None,
            2018,
            "Quảng Trị, huyện Cam Lộ",
            "/akn/vn-quang-tri-huyen-cam-lo/act/ke-hoach/ubnd/2018/5-kh-ubnd",
        ),
        # a law has its year in the number, and its type only in words
        ("Luật", "77/2015/QH13", None, None, None, "/akn/vn/act/luat/quoc-hoi/2015/77-2015-qh13"),
        # 02 and 2 are one number
        (
            None,
            "02/2022/QĐ-TTg",
            None,
            None,
            None,
            "/akn/vn/act/quyet-dinh/thu-tuong-chinh-phu/2022/2-2022-qd-ttg",
        ),
        # two spellings of one code
        (None, "33/TTr-SLĐTB&XH", None, 2025, "Bình Định", None),
        (None, "33/TTr-SLĐTBXH", None, 2025, "Bình Định", None),
        # the number leaves the body open, the text names it
        (
            None,
            "152/QĐ-LĐTBXH",
            "Bộ LĐTBXH",
            2020,
            None,
            "/akn/vn/act/quyet-dinh/bo-lao-dong-thuong-binh-va-xa-hoi/2020/152-qd-ldtbxh",
        ),
        # a joint circular
        (
            None,
            "01/2016/TTLT-BTC-BNV",
            None,
            None,
            None,
            "/akn/vn/act/thong-tu-lien-tich/bo-tai-chinh-bo-noi-vu/2016/1-2016-ttlt-btc-bnv",
        ),
    ],
)
def test_identity(
    type_name: str | None,
    printed: str,
    issuer: str | None,
    year: int | None,
    place: str | None,
    expected: str | None,
) -> None:
    uri = work_uri(type_name, parse_number(printed), issuer=issuer, year=year, place=place)
    assert uri is not None
    wanted = expected or (
        "/akn/vn-binh-dinh/act/to-trinh/so-lao-dong-thuong-binh-va-xa-hoi/2025/33-ttr-sldtbxh"
    )
    assert uri.render() == wanted
    assert parse(uri.render()) == uri


@pytest.mark.parametrize(
    ("type_name", "printed", "issuer", "year", "place"),
    [
        ("Quyết định", "1722/QĐ-TTg", None, None, None),  # no year
        ("Quyết định", "382/QĐ-UBND", None, 2022, None),  # no place
        ("Quyết định", "152/QĐ-LĐTBXH", None, 2020, None),  # no body
        ("Quyết định", "152/QĐ-LĐTBXH", "Sở LĐTBXH", 2020, None),  # a local body without its place
        (None, "76/2014/QH13", None, None, None),  # law or resolution
        ("Kế hoạch", "/KH-UBND", None, 2020, "Lâm Đồng"),  # no number
    ],
)
def test_an_identity_is_not_guessed(
    type_name: str | None, printed: str, issuer: str | None, year: int | None, place: str | None
) -> None:
    assert work_uri(type_name, parse_number(printed), issuer=issuer, year=year, place=place) is None


def test_no_number_no_identity() -> None:
    assert work_uri("Luật", None, issuer="Quốc hội", year=2015) is None
