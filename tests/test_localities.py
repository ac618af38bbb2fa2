"""Districts and communes on a day: what there was, what it was called, what became of it."""

from __future__ import annotations

from datetime import date

import pytest

from rulebook.localities import (
    heirs_of,
    localities_called,
    localities_in,
    locality,
    province_id,
    province_of_locality,
    stands_on,
)
from rulebook.locality_table import Locality
from rulebook.tables import parse_table, provinces, read_table, valid_on

OLD, NEW, NOW = date(2024, 5, 10), date(2025, 7, 1), date(2026, 9, 1)
LAST = date(2025, 6, 30)


def names(rows: tuple[Locality, ...]) -> list[str]:
    return [row.full_name for row in rows]


def ids(rows: tuple[Locality, ...]) -> list[str]:
    return [row.id for row in rows]


def test_the_districts_of_a_province() -> None:
    assert names(localities_in("quang-tri", OLD)) == [
        "huyện Cam Lộ",
        "huyện Cồn Cỏ",
        "huyện Đa Krông",
        "thành phố Đông Hà",
        "huyện Gio Linh",
        "huyện Hải Lăng",
        "huyện Hướng Hóa",
        "thị xã Quảng Trị",
        "huyện Triệu Phong",
        "huyện Vĩnh Linh",
    ]


@pytest.mark.parametrize(
    ("parent", "day", "kinds", "number"),
    [
        ("quang-tri", OLD, (), 10),
        ("quang-tri", OLD, ("huyện",), 8),
        ("quang-tri", OLD, ("xã",), 0),  # not directly in it
        ("quang-tri", NEW, (), 0),  # the province ended
        ("quang-tri-2025", LAST, (), 0),  # not yet
        ("quang-tri-2025", NEW, ("phường",), 8),
        ("quang-tri-2025", NEW, ("đặc khu",), 1),
        ("ha-noi", LAST, ("quận",), 12),
        ("ha-noi", NEW, (), 126),
        ("ho-chi-minh", date(2020, 12, 31), (), 24),
        ("ho-chi-minh", date(2021, 1, 1), (), 22),
        ("ho-chi-minh-2025", NEW, (), 168),
        ("thua-thien-hue", date(2024, 12, 31), (), 9),
        ("hue", date(2025, 1, 1), (), 9),
        ("dong-nai-2025", date(2026, 4, 29), (), 95),
        ("dong-nai-2026", date(2026, 4, 30), (), 95),
        ("thai-binh.hung-ha", LAST, ("thị trấn",), 2),
        ("thai-binh.hung-ha", OLD, (), 0),  # its communes of that day are not all known
        ("quang-tri", date(2010, 1, 1), (), 0),  # nor the districts of that year
        ("quang-tri.con-co", LAST, (), 0),  # an island without communes
        ("nowhere", OLD, (), 0),
        ("", OLD, (), 0),
    ],
)
def test_how_many_there_are(parent: str, day: date, kinds: tuple[str, ...], number: int) -> None:
    assert len(localities_in(parent, day, kinds)) == number


@pytest.mark.parametrize(
    ("name", "day", "province", "found"),
    [
        ("huyện Cam Lộ", None, None, ["quang-tri.cam-lo"]),
        ("Cam Lộ", None, None, ["quang-tri-2025.cam-lo", "quang-tri.cam-lo", "quang-tri.cam-lo.cam-lo"]),
        ("Cam Lộ", NEW, None, ["quang-tri-2025.cam-lo"]),
        ("HUYEN CAM LO", OLD, None, ["quang-tri.cam-lo"]),
        ("TP. Đông Hà", OLD, None, ["quang-tri.dong-ha"]),
        ("TX Quảng Trị", OLD, "quang-tri", ["quang-tri.quang-tri"]),
        ("TX Quảng Trị", OLD, "Quảng Trị", ["quang-tri.quang-tri"]),
        ("TX Quảng Trị", OLD, "nghe-an", []),
        ("TX Quảng Trị", OLD, "Nowhere", []),
        ("Q1", OLD, None, ["ho-chi-minh.1"]),
        ("Quận 01", OLD, None, ["ho-chi-minh.1"]),
        ("Quận 2", date(2020, 6, 1), None, ["ho-chi-minh.2"]),
        ("Quận 2", OLD, None, []),  # part of Thủ Đức since 2021
        ("P.5", LAST, "ba-ria-vung-tau", ["ba-ria-vung-tau.vung-tau.5"]),
        ("xã Tiên La", NEW, None, ["hung-yen-2025.tien-la"]),
        ("xã Xà Bang", OLD, None, ["ba-ria-vung-tau.chau-duc.xa-bang"]),
        ("Xà Bang", OLD, None, ["ba-ria-vung-tau.chau-duc.xa-bang"]),  # no `xã Bang`
        ("xã Phú Thành", OLD, "an-giang", ["an-giang.phu-tan.phu-thanh~30433"]),  # not Phú Thạnh beside it
        (
            "xa Phu Thanh",
            OLD,
            "an-giang",
            ["an-giang.phu-tan.phu-thanh~30427", "an-giang.phu-tan.phu-thanh~30433"],
        ),
        ("huyện Đắc Mil", OLD, None, []),  # another name, as far as anybody knows
        ("huyện Đăk Mil", OLD, None, ["dak-nong.dak-mil"]),
        ("xã Ea H’leo", OLD, None, ["dak-lak.ea-h-leo.ea-h-leo"]),
        ("huyện Đông Hòa", date(2019, 1, 1), None, ["phu-yen.dong-hoa~huyen"]),
        ("huyện Đông Hòa", OLD, None, []),  # a thị xã since 2020
        ("huyện Ba Vì", date(2007, 1, 1), "ha-noi", []),  # then in Hà Tây, which has no districts here
        ("xã Nowhere", None, None, []),
        ("", None, None, []),
        ("xã", None, None, []),
        ("\x00 '; DROP TABLE", None, None, []),
    ],
)
def test_what_a_name_means(name: str, day: date | None, province: str | None, found: list[str]) -> None:
    assert ids(localities_called(name, day, province)) == found


@pytest.mark.parametrize(
    ("name", "day", "found"),
    [
        ("Quảng Trị", LAST, "quang-tri"),
        ("tỉnh Quảng Trị", NEW, "quang-tri-2025"),
        ("TỈNH QUẢNG TRỊ", NEW, "quang-tri-2025"),
        ("Quảng Bình", LAST, "quang-binh"),
        ("Quảng Bình", NEW, None),
        ("TP.HCM", OLD, "ho-chi-minh"),
        ("thành phố Hồ Chí Minh", NEW, "ho-chi-minh-2025"),
        ("thành phố Huế", NOW, "hue"),
        ("thành phố Huế", OLD, None),  # a city of the province Thừa Thiên Huế
        ("tỉnh Thừa Thiên Huế", OLD, "thua-thien-hue"),
        ("thành phố Thái Bình", OLD, None),
        ("tỉnh Đồng Nai", NOW, None),  # a city since 30 April 2026
        ("Đồng Nai", NOW, "dong-nai-2026"),
        ("", NOW, None),
    ],
)
def test_which_province_it_is(name: str, day: date, found: str | None) -> None:
    assert province_id(name, day) == found


@pytest.mark.parametrize(
    ("place", "day", "heirs"),
    [
        ("quang-tri.cam-lo", LAST, ["quang-tri.cam-lo"]),
        ("quang-tri.cam-lo", NEW, ["quang-tri-2025.cam-lo", "quang-tri-2025.hieu-giang"]),
        ("quang-tri.con-co", NEW, ["quang-tri-2025.con-co"]),
        ("quang-tri-2025.cam-lo", LAST, []),  # not yet
        ("ho-chi-minh.2", date(2020, 12, 31), ["ho-chi-minh.2"]),
        ("ho-chi-minh.2", date(2021, 1, 1), ["ho-chi-minh.thu-duc"]),
        ("thua-thien-hue.hue", date(2025, 1, 1), ["hue.phu-xuan", "hue.thuan-hoa"]),
        ("dong-nai.nhon-trach", date(2026, 4, 29), [f"dong-nai-2025.{x}" for x in ("dai-phuoc", "nhon-trach", "phuoc-an")]),
        ("dong-nai.nhon-trach", NOW, [f"dong-nai-2026.{x}" for x in ("dai-phuoc", "nhon-trach", "phuoc-an")]),
        ("nowhere.x", NOW, []),
        ("quang-tri", NOW, []),  # a province is no locality
    ],
)  # fmt: skip
def test_what_became_of_it(place: str, day: date, heirs: list[str]) -> None:
    assert ids(heirs_of(place, day)) == heirs


def test_an_old_commune_that_went_to_several() -> None:
    divided = [row for row in _all() if row.valid_to == "2025-06-30" and len(row.successors) > 1]
    assert len([row for row in divided if row.id.count(".") == 2]) == 471


def test_every_district_of_the_last_day_has_heirs_in_its_new_province() -> None:
    new = {row.id: row.successors or (row.id,) for row in provinces() if valid_on(row, LAST)}
    strays = [
        (row.id, heir.id)
        for row in _all()
        if row.id.count(".") == 1 and stands_on(row, LAST)
        for heir in heirs_of(row.id, NEW)
        if heir.parent not in new[province_of_locality(row.id)]
    ]
    assert strays == []
    assert [row.id for row in _all() if stands_on(row, LAST) and not heirs_of(row.id, NOW)] == []


def test_every_commune_of_the_new_day_comes_from_somewhere() -> None:
    taken = {name for row in _all() if row.valid_to == "2025-06-30" for name in row.successors}
    assert {row.id for row in _all() if row.valid_from == "2025-07-01"} == taken


def test_the_rows_that_are_read_one_by_one_are_those_of_the_table() -> None:
    assert [locality(row.id) for row in _all()] == list(_all())


def test_an_unknown_id() -> None:
    assert locality("nowhere") is None


def _all() -> tuple[Locality, ...]:
    return parse_table(Locality, read_table(Locality.TABLE))  # type: ignore[type-var]
