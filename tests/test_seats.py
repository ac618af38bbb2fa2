"""Which body a name means: the same name is another body in each place, and a place has a life of its own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from alembic import command
from corpus_family import make

from corpus import engine, migrations
from corpus.responsible import responsible_in
from corpus.seats import Identity, identify, named, seat_of
from corpus.store import Corpus
from extract.extraction import Agency, Citation, Extraction, Header, Origin, Task
from ingest.document import Source

THEN, NOW = date(2024, 5, 1), date(2026, 1, 15)


def mention(name: str, level: str | None, place: str | None = None, *, collective: bool = False) -> Agency:
    kind = "collective" if collective else None
    return Agency(
        quote=name,
        start=0,
        end=len(name),
        name=name,
        kind=kind,
        level=level,
        place=place,
        collective=collective,
        rule="",
    )


@pytest.mark.parametrize(
    ("issuer", "on", "around", "units"),
    [
        ("Bộ Y tế", THEN, (), {}),
        ("Ủy ban nhân dân tỉnh Thái Bình", THEN, (), {1: "thai-binh"}),
        ("Ủy ban nhân dân tỉnh Thái Bình", NOW, (), {}),  # there is no such province any more
        ("Ủy ban nhân dân tỉnh Hưng Yên", THEN, (), {1: "hung-yen"}),
        ("Ủy ban nhân dân tỉnh Hưng Yên", NOW, (), {1: "hung-yen-2025"}),
        ("Sở Y tế thành phố Hà Nội", THEN, (), {1: "ha-noi"}),
        ("Tỉnh ủy Quảng Nam", None, (), {1: "quang-nam"}),  # without a day: there was only one
        ("Tỉnh ủy Hưng Yên", None, (), {}),  # without a day: which of the two?
        ("Ủy ban nhân dân huyện Cam Lộ", THEN, (), {1: "quang-tri", 2: "quang-tri.cam-lo"}),
        ("Huyện ủy Hưng Hà", THEN, (), {1: "thai-binh", 2: "thai-binh.hung-ha"}),
        # several of one name: the bodies around it tell which
        ("Ủy ban nhân dân huyện Châu Thành", THEN, (), {}),
        ("Ủy ban nhân dân huyện Châu Thành", THEN, ("Ủy ban nhân dân tỉnh Bến Tre",), {1: "ben-tre", 2: "ben-tre.chau-thanh"}),
        ("Ủy ban nhân dân xã Tiên La", NOW, ("Tỉnh ủy Hưng Yên",), {1: "hung-yen-2025", 3: "hung-yen-2025.tien-la"}),
        # a place with a number for its name
        ("Ủy ban nhân dân quận 1", THEN, (), {1: "ho-chi-minh", 2: "ho-chi-minh.1"}),
        ("Ủy ban nhân dân Quận 1, Thành phố Hồ Chí Minh", THEN, (), {1: "ho-chi-minh", 2: "ho-chi-minh.1"}),
        ("Ủy ban nhân dân Phường 12, Quận 10", THEN, (), {}),  # which of them? not the district, in any case
        ("Cục Hải quan", THEN, (), {}),
        # a province that is around, but has no such place
        ("Ủy ban nhân dân huyện Cam Lộ", THEN, ("Ủy ban nhân dân tỉnh Bến Tre",), {1: "ben-tre"}),
    ],
)  # fmt: skip
def test_where_the_issuer_sits(
    issuer: str, on: date | None, around: tuple[str, ...], units: dict[int, str]
) -> None:
    assert seat_of(issuer, on, around).units == units


PROVINCE = seat_of("Ủy ban nhân dân tỉnh Thái Bình", THEN)
DISTRICT = seat_of("Ủy ban nhân dân huyện Hưng Hà", THEN)
COMMUNE = seat_of("Ủy ban nhân dân xã Tiên La", NOW, ["Ủy ban nhân dân tỉnh Hưng Yên"])
MINISTRY = seat_of("Bộ Y tế", THEN)
TAM_KY = seat_of("Ủy ban nhân dân thành phố Tam Kỳ", THEN)
CITY = seat_of("Ủy ban nhân dân Thành phố Hồ Chí Minh", THEN)
DISTRICT_1 = seat_of("Ủy ban nhân dân Quận 1", THEN)
JUNE = seat_of("Ủy ban nhân dân tỉnh Lâm Đồng", date(2025, 6, 20))
AUGUST = seat_of("Ủy ban nhân dân tỉnh Lâm Đồng", date(2025, 8, 20))


@pytest.mark.parametrize(
    ("name", "said", "seat", "full", "group"),
    [
        ("Sở Tài chính", mention("", "province", "tỉnh Thái Bình"), PROVINCE, "Sở Tài chính tỉnh Thái Bình", False),
        ("Bộ Tài chính", mention("", "central"), PROVINCE, "Bộ Tài chính", False),
        ("Công an huyện", mention("", "district", "huyện Hưng Hà"), DISTRICT, "Công an huyện Hưng Hà", False),
        ("Ủy ban nhân dân tỉnh", mention("", "province"), DISTRICT, "Ủy ban nhân dân tỉnh Thái Bình", False),
        ("Ủy ban nhân dân tỉnh", mention("", "province"), COMMUNE, "Ủy ban nhân dân tỉnh Hưng Yên", False),
        # a level below the issuer without a place: each of them
        ("Công an cấp huyện", mention("", "district"), PROVINCE, "Công an cấp huyện (tỉnh Thái Bình)", True),
        ("Ủy ban nhân dân cấp tỉnh", mention("", "province"), MINISTRY, "Ủy ban nhân dân cấp tỉnh", True),
        ("các sở, ngành", mention("", "province", "tỉnh Thái Bình", collective=True), PROVINCE,
         "các sở, ngành (tỉnh Thái Bình)", True),
        ("Đội dân phòng", None, DISTRICT, "Đội dân phòng huyện Hưng Hà", False),
        # in a city of a province, the city; in a district of a city, that city
        ("Công an thành phố", mention("", "province", "tỉnh Tam Kỳ"), TAM_KY, "Công an thành phố Tam Kỳ", False),
        ("Ủy ban nhân dân Thành phố", mention("", "province"), TAM_KY, "Ủy ban nhân dân thành phố Tam Kỳ", False),
        ("Ủy ban nhân dân tỉnh", mention("", "province"), TAM_KY, "Ủy ban nhân dân tỉnh Quảng Nam", False),
        ("Ủy ban nhân dân Thành phố", None, DISTRICT_1, "Ủy ban nhân dân Thành phố Hồ Chí Minh", False),
        ("Công an Quận 5", mention("", "district"), CITY, "Công an Quận 5", False),
        # before its day, and after it
        ("Ủy ban nhân dân xã", mention("", "commune", "xã Đức Trọng"), JUNE, "Ủy ban nhân dân xã Đức Trọng", False),
        ("Ủy ban nhân dân tỉnh", mention("", "province", "tỉnh Bình Thuận"), AUGUST, "Ủy ban nhân dân tỉnh Bình Thuận", False),
        ("Ủy ban nhân dân huyện", mention("", "district", "huyện Di Linh"), AUGUST, "Ủy ban nhân dân huyện Di Linh", False),
    ],
)  # fmt: skip
def test_which_body_is_meant(name: str, said: Agency | None, seat: object, full: str, group: bool) -> None:
    body = identify(name, said, seat)  # type: ignore[arg-type]
    assert (body.full_name, body.group) == (full, group)


def test_a_place_of_the_day_before_the_merger_is_that_of_its_province_of_then() -> None:
    found = identify("Ủy ban nhân dân huyện", mention("", "district", "huyện Di Linh"), AUGUST)
    assert (found.agency, found.place) == ("district.uy-ban-nhan-dan-huyen", "lam-dong.di-linh")


def test_a_city_that_nobody_knows_is_no_province() -> None:
    then = seat_of("Ủy ban nhân dân tỉnh Hà Tây", date(2007, 9, 4))
    for level in ("province", "district"):
        said = mention("", level, "thành phố Không Có")
        assert identify("Ủy ban nhân dân thành phố", said, then).agency is None


def test_one_body_by_any_of_its_names_and_two_at_two_places() -> None:
    said = mention("", "province", "tỉnh Thái Bình")
    one = identify("Sở Lao động - Thương binh và Xã hội", said, PROVINCE)
    assert one.key == identify("Sở LĐTBXH", said, PROVINCE).key
    other = seat_of("Ủy ban nhân dân tỉnh Nam Định", THEN)
    assert one.key != identify("Sở Lao động - Thương binh và Xã hội", mention("", "province"), other).key


def test_a_group_is_no_body_of_the_issuer() -> None:
    group = identify("Ủy ban nhân dân cấp huyện", mention("", "district"), PROVINCE)
    assert (group.agency, group.place, group.group) == (None, "thai-binh", True)


@pytest.mark.parametrize(
    ("name", "agency", "place"),
    [
        ("Sở Tài chính", "province.so-tai-chinh", "thai-binh"),
        ("Sở Tài chính tỉnh Nam Định", "province.so-tai-chinh", "nam-dinh"),
        ("Công an huyện Hưng Hà", "district.cong-an-huyen", "thai-binh.hung-ha"),
        ("Công an huyện", "district.cong-an-huyen", None),
        ("Bộ Tài chính", "central.bo-tai-chinh", None),
    ],
)
def test_of_a_name_alone_what_stands_in_it_goes_before_the_seat(
    name: str, agency: str, place: str | None
) -> None:
    found = identify(name, None, PROVINCE)
    assert (found.agency, found.place) == (agency, place)


@pytest.mark.parametrize(
    ("name", "place", "full"),
    [
        ("Huyện đoàn", "huyện Hưng Hà", "Huyện đoàn Hưng Hà"),
        ("Thành ủy", "thành phố Hải Phòng", "Thành ủy Hải Phòng"),
        ("Ủy ban nhân dân thành phố", "thành phố Huế", "Ủy ban nhân dân thành phố Huế"),
        ("Ủy ban nhân dân xã", "phường Trần Lãm", "Ủy ban nhân dân phường Trần Lãm"),
        ("Đảng đoàn", None, "Đảng đoàn"),
        ("", "tỉnh Thái Bình", " tỉnh Thái Bình"),
    ],
)
def test_names_with_places(name: str, place: str | None, full: str) -> None:
    assert named(name, place) == full


def test_the_words_that_a_name_comes_from_say_which_one(tmp_path: object) -> None:
    text = "UBND xã Thái Phương làm trước. UBND xã Minh Khai làm sau."
    spots = [text.index("UBND"), text.rindex("UBND")]
    names = ["xã Thái Phương", "xã Minh Khai"]
    agencies = tuple(
        Agency(quote=f"UBND {place}", start=at, end=at + 5 + len(place), name="Ủy ban nhân dân xã", level="commune",
               place=place, rule="")
        for at, place in zip(spots, names, strict=True)
    )  # fmt: skip
    tasks = tuple(
        Task(id=f"t{n}", quote=one.quote, start=0, end=len(text), lead=(one.name,), rule="",
             origins=(Origin(field="lead", value=one.name, how="own", quote=one.quote, start=one.start, end=one.end),))
        for n, one in enumerate(agencies)
    )  # fmt: skip
    extraction = Extraction(
        source=Source(path="a.txt", sha256="0" * 64, media_type="text/plain", reader="text"),
        header=Header(issuer="Ủy ban nhân dân huyện Hưng Hà", date="2024-04-26"),
        citations=(Citation(quote="", start=0, end=0, issuer="Ủy ban nhân dân tỉnh Thái Bình", rule=""),),
        agencies=agencies,
        tasks=tasks,
        text=text,
    )
    found: list[list[Identity]] = [list(bodies.values()) for bodies in responsible_in(extraction)]
    assert [[body.place_name for body in bodies] for bodies in found] == [
        ["xã Thái Phương"],
        ["xã Minh Khai"],
    ]


def test_a_body_is_called_as_it_is_called_first(tmp_path: Path) -> None:
    """Whether the tasks were put in or a migration found the bodies of those that were there."""
    quotes = ("Các sở, ban ngành rà soát.", "Các sở, ban, ngành báo cáo.")
    text = "\n".join(quotes)
    tasks = [{"quote": quote, "lead": (quote[: quote.index("ngành") + 5],)} for quote in quotes]
    header = {
        "type": "Kế hoạch",
        "number": "1/KH-UBND",
        "issuer": "Ủy ban nhân dân tỉnh Thái Bình",
        "date": "2024-04-26",
    }
    path = tmp_path / "kho.db"
    for again in (False, True):
        with Corpus.open(path) as corpus:
            corpus.add(make(text, header=header, tasks=tasks))
            with corpus.reading() as connection:
                assert connection.exec_driver_sql("SELECT name FROM bodies").scalars().all() == [
                    "Các sở, ban ngành"
                ]
        if not again:
            with engine.writing(engine.connect(path)) as connection:
                command.downgrade(migrations.config(connection), "0007")
