"""Who answers for a task on a later day: the words decide between functions, nothing is chosen where they do not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from corpus_family import make

from corpus.store import Corpus
from extract.extraction import Agency, Extraction
from graph.wanted import Period, Wanted
from graph.who import Answer, who
from nhiemvu.owner_words import answering

LABOUR = "Sở Lao động - Thương binh và Xã hội"
BEFORE, AFTER = date(2025, 2, 1), date(2025, 7, 2)


def plan(issuer: str, day: str | None, *tasks: tuple[str, str], **more: Any) -> Extraction:
    """A plan of that issuer with tasks, each with the body that leads it."""
    text = "\n".join((issuer, str(day), *(quote for quote, _ in tasks)))
    header = {"type": "Kế hoạch", "number": "7/KH-UBND", "issuer": issuer, "date": day} | more
    return make(text, header=header, tasks=[{"quote": quote, "lead": (lead,)} for quote, lead in tasks])


def mentioned(extraction: Extraction, **levels: str) -> Extraction:
    """The plan with a mention of each body that leads: its level, and that it is no group."""
    from dataclasses import replace

    agencies = tuple(
        Agency(quote=name, start=task.start, end=task.start + 1, name=name, level=levels[name], rule="made",
               collective=name.casefold().startswith("các "))
        for task in extraction.tasks
        for name in task.lead
        if name in levels
    )  # fmt: skip
    return replace(extraction, agencies=agencies)


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with Corpus.open(tmp_path / "kho.db") as opened:
        yield opened


def one(corpus: Corpus, query: str, on: date, **wanted: Any) -> Answer:
    (answer,) = who(corpus, query, on=on, wanted=Wanted(**wanted))
    return answer


DAK_LAK = plan(
    "Ủy ban nhân dân tỉnh Đắk Lắk",
    "2020-05-04",
    ("Rà soát, phân loại hộ nghèo, hộ cận nghèo.", LABOUR),
    ("Chi trả trợ cấp cho người có công với cách mạng.", LABOUR),
    ("Tổ chức tuyển sinh giáo dục nghề nghiệp.", LABOUR),
    ("Phòng, chống tai nạn đuối nước cho trẻ em.", LABOUR),
    ("Quản lý sau cai nghiện ma túy.", LABOUR),
    ("Sơ kết sáu tháng đầu năm.", LABOUR),
)


@pytest.mark.parametrize(
    ("query", "state", "now"),
    [
        ("rà soát phân loại hộ nghèo", "succeeded", ["Sở Nông nghiệp và Môi trường tỉnh Đắk Lắk"]),
        ("chi trả trợ cấp người có công", "succeeded", ["Sở Nội vụ tỉnh Đắk Lắk"]),
        ("tuyển sinh giáo dục nghề nghiệp", "succeeded", ["Sở Giáo dục và Đào tạo tỉnh Đắk Lắk"]),
        ("tai nạn đuối nước cho trẻ em", "succeeded", ["Sở Y tế tỉnh Đắk Lắk"]),
        ("quản lý sau cai nghiện", "succeeded", ["Công an tỉnh Đắk Lắk"]),
    ],
)
def test_the_words_of_the_task_decide(corpus: Corpus, query: str, state: str, now: list[str]) -> None:
    corpus.add(DAK_LAK)
    (owner,) = one(corpus, query, AFTER).owners
    assert (owner.said, owner.state, list(owner.now)) == (LABOUR, state, now)
    places = [step.after.place for step in owner.heirs[0].way]
    assert places[-1] == "dak-lak-2025"  # the province that Phú Yên has joined
    assert all(step.step.legal_basis for step in owner.heirs[0].way)


def test_nothing_is_chosen_where_the_words_do_not_decide(corpus: Corpus) -> None:
    corpus.add(DAK_LAK)
    (owner,) = one(corpus, "sơ kết sáu tháng đầu năm", AFTER).owners
    assert owner.state == "undecided"
    assert {"Sở Nội vụ tỉnh Đắk Lắk", "Sở Nông nghiệp và Môi trường tỉnh Đắk Lắk"} <= set(owner.now)


def test_before_the_reorganisation_it_is_the_body_itself(corpus: Corpus) -> None:
    corpus.add(DAK_LAK)
    (owner,) = one(corpus, "sơ kết sáu tháng đầu năm", BEFORE).owners
    assert (owner.state, owner.now) == ("living", (f"{LABOUR} tỉnh Đắk Lắk",))


def test_headings_and_title_say_the_function_too(corpus: Corpus) -> None:
    corpus.add(
        plan("Ủy ban nhân dân tỉnh Sơn La", "2021-03-01", ("Sơ kết.", LABOUR), title="Giảm nghèo bền vững")
    )
    (owner,) = one(corpus, "sơ kết", AFTER).owners
    assert owner.now == ("Sở Nông nghiệp và Môi trường tỉnh Sơn La",)


def test_a_group_is_each_of_its_members(corpus: Corpus) -> None:
    group = "Ủy ban nhân dân các huyện, thị xã, thành phố"
    said = plan("Ủy ban nhân dân tỉnh Quảng Trị", "2024-05-01", ("Bố trí kinh phí.", group))
    corpus.add(mentioned(said, **{group: "district"}))
    (owner,) = one(corpus, "bố trí kinh phí", AFTER, agency="UBND huyện Cam Lộ").owners
    assert len(owner.members) == 10
    assert owner.state == "undecided"
    assert set(owner.now) == {"Ủy ban nhân dân xã", "Ủy ban nhân dân tỉnh"}
    assert who(corpus, "bố trí kinh phí", wanted=Wanted(agency="UBND huyện Hưng Hà")) == []


def test_a_group_of_which_some_have_ended_does_not_live_on(corpus: Corpus) -> None:
    group = "Ủy ban nhân dân cấp tỉnh"
    said = plan("Thủ tướng Chính phủ", "2024-05-01", ("Bố trí kinh phí.", group))
    corpus.add(mentioned(said, **{group: "province"}))
    states = [one(corpus, "bố trí kinh phí", on).owners[0].state for on in (date(2024, 12, 31), AFTER)]
    assert states == ["living", "succeeded"]


def test_nobody_stands_for_a_group_of_several_kinds(corpus: Corpus) -> None:
    """The first ministry is still there, others are not: that says nothing of the rest."""
    group = "Các bộ, ngành, địa phương"
    said = plan("Thủ tướng Chính phủ", "2020-05-01", ("Bố trí kinh phí.", group))
    corpus.add(mentioned(said, **{group: "central"}))
    (owner,) = one(corpus, "bố trí kinh phí", date(2021, 1, 1)).owners
    assert owner.state == "living"
    (owner,) = one(corpus, "bố trí kinh phí", AFTER).owners
    assert (owner.state, owner.now) == ("unknown", ())
    assert owner.why == "gồm nhiều loại cơ quan, có cơ quan đã sắp xếp lại"


def test_a_group_below_the_province_has_no_member_of_the_province(corpus: Corpus) -> None:
    city = "Ủy ban nhân dân thành phố"
    said = plan("Ủy ban nhân dân Thành phố Hồ Chí Minh", "2022-05-01", ("Bố trí kinh phí.", city))
    corpus.add(mentioned(said, **{city: "district"}))
    (owner,) = one(corpus, "bố trí kinh phí", AFTER).owners
    assert (owner.members, owner.state, owner.now) == ((), "unknown", ())


def test_a_body_at_a_place_that_nobody_knows_says_so(corpus: Corpus) -> None:
    corpus.add(plan("Ủy ban nhân dân xã Tân Tiến", "2024-05-01", ("Bố trí kinh phí.", "Công an xã")))
    (owner,) = one(corpus, "bố trí kinh phí", AFTER).owners
    assert (owner.now, owner.why) == (("Công an xã",), "chưa rõ thuộc địa bàn nào")
    assert answering([owner]) == "Công an xã (chưa rõ thuộc địa bàn nào)"


@pytest.mark.parametrize(
    ("issuer", "lead", "quote", "on", "said"),
    [
        ("Ủy ban nhân dân tỉnh Sơn La", "Liên minh Giữ rừng", "Trồng rừng.", AFTER,
         "Chưa xác định (dữ liệu không có cơ quan này)"),
        ("Ủy ban nhân dân huyện Hưng Hà", "Phòng Lao động - Thương binh và Xã hội", "Chăm sóc trẻ em.",
         date(2025, 3, 15),
         ("Chưa rõ giữa: Phòng Y tế huyện Hưng Hà, Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện Hưng Hà "
          "(quy định nêu nhiều cơ quan tiếp nhận, tùy từng nơi; Nghị định 45/2025/NĐ-CP, Điều 15, từ 01/03/2025)")),
        ("Bộ Y tế", "Thanh tra Bộ", "Rà soát.", AFTER,
         ("Có thể là: Thanh tra Chính phủ (chưa xác định được: có nơi sắp xếp khác nhau, hoặc không có căn cứ để "
          "biết; Kết luận 134-KL/TW, Quyết định 755/QĐ-TTg, từ 01/06/2025)")),
    ],
)  # fmt: skip
def test_what_is_not_decided_says_why(
    corpus: Corpus, issuer: str, lead: str, quote: str, on: date, said: str
) -> None:
    corpus.add(plan(issuer, "2024-05-01", (quote, lead)))
    assert answering(one(corpus, quote, on).owners) == said


def test_a_group_is_told_with_how_many_there_were(corpus: Corpus) -> None:
    group = "Ủy ban nhân dân cấp tỉnh"
    said = plan("Thủ tướng Chính phủ", "2024-05-01", ("Bố trí kinh phí.", group))
    corpus.add(mentioned(said, **{group: "province"}))
    assert answering(one(corpus, "bố trí kinh phí", AFTER).owners) == (
        "Ủy ban nhân dân tỉnh (63 cơ quan khi đó, có nơi nay theo địa bàn mới; "
        "Nghị quyết 202/2025/QH15, từ 01/07/2025)"
    )


def test_a_kind_that_has_ended_although_nobody_knows_each(corpus: Corpus) -> None:
    """The districts of 2012 are not listed; that there are none any more is known all the same."""
    group = "Ủy ban nhân dân các huyện, thành phố"
    said = plan("Ủy ban nhân dân tỉnh Lạng Sơn", "2012-03-20", ("Bố trí kinh phí.", group))
    corpus.add(mentioned(said, **{group: "district"}))
    (owner,) = one(corpus, "bố trí kinh phí", AFTER).owners
    assert (owner.members, owner.state) == ((), "undecided")
    assert owner.now == ("Ủy ban nhân dân xã", "Ủy ban nhân dân tỉnh")
    (before,) = one(corpus, "bố trí kinh phí", date(2012, 6, 1)).owners
    assert (before.state, before.why) == ("unknown", "không rõ gồm những cơ quan nào")


def test_communes_may_have_changed(corpus: Corpus) -> None:
    group = "Ủy ban nhân dân các xã, thị trấn"
    said = plan("Ủy ban nhân dân huyện Cam Lộ", "2018-06-01", ("Bố trí kinh phí.", group))
    corpus.add(mentioned(said, **{group: "commune"}))
    (owner,) = one(corpus, "bố trí kinh phí", AFTER).owners
    assert owner.state == "unknown"


def test_a_body_of_each_district(corpus: Corpus) -> None:
    """`Phòng Y tế` in a plan of a province is that of each of its districts, and nobody's own."""
    said = plan("Ủy ban nhân dân tỉnh Quảng Trị", "2024-05-01", ("Kiểm tra các trạm.", "Phòng Y tế"))
    corpus.add(mentioned(said, **{"Phòng Y tế": "district"}))
    (owner,) = one(corpus, "kiểm tra các trạm", BEFORE).owners
    assert (owner.body.group, len(owner.members)) == (True, 10)


def test_a_document_without_a_date(corpus: Corpus) -> None:
    """The body that it names had ended, so it is not younger than that body."""
    corpus.add(plan("Ủy ban nhân dân tỉnh Quảng Nam", None, ("Rà soát hộ nghèo.", LABOUR)))
    (owner,) = one(corpus, "rà soát hộ nghèo", AFTER).owners
    assert owner.now == ("Sở Nông nghiệp và Môi trường thành phố Đà Nẵng",)


def test_the_last_day_that_can_be_typed(corpus: Corpus) -> None:
    corpus.add(plan("Ủy ban nhân dân tỉnh Sơn La", None, ("Tiêm chủng.", "Sở Y tế")))
    corpus.add(plan("Ủy ban nhân dân tỉnh Sơn La", "9999-12-31", ("Khám bệnh.", "Sở Y tế")))
    for query in ("tiêm chủng", "khám bệnh"):
        assert one(corpus, query, date.max).owners[0].now == ("Sở Y tế tỉnh Sơn La",)


def test_a_body_that_nobody_knows(corpus: Corpus) -> None:
    corpus.add(plan("Ủy ban nhân dân tỉnh Sơn La", "2024-05-01", ("Trồng rừng.", "Liên minh Giữ rừng")))
    (owner,) = one(corpus, "trồng rừng", AFTER).owners
    assert (owner.state, owner.now, owner.why) == ("unknown", (), "dữ liệu không có cơ quan này")


def test_a_task_with_forty_leads(corpus: Corpus) -> None:
    leads = tuple(f"Ban Quản lý dự án số {n}" for n in range(40))
    text = "Báo cáo tiến độ."
    header = {
        "type": "Kế hoạch",
        "number": "9/KH-UBND",
        "issuer": "Ủy ban nhân dân tỉnh Sơn La",
        "date": "2024-05-01",
    }
    corpus.add(make(text, header=header, tasks=[{"quote": text, "lead": leads}]))
    (answer,) = who(corpus, "báo cáo tiến độ", on=AFTER)
    assert [owner.said for owner in answer.owners] == list(leads)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(place="Đắk Lắk"), 1),
        (Wanted(place="Dak Lak"), 1),
        (Wanted(place="Phú Yên"), 0),
        (Wanted(level="province"), 1),
        (Wanted(level="commune"), 0),
        (Wanted(agency="Sở LĐTBXH"), 1),
        (Wanted(agency="Sở Nội vụ Đắk Lắk"), 1),  # who answers now
        (Wanted(agency="Sở Nội vụ tỉnh Đắk Lắk"), 1),
        (Wanted(agency="Sở Nội vụ tỉnh Phú Yên"), 0),
        (Wanted(agency="Sở Y tế"), 0),
        (Wanted(due=Period(date(2020, 1, 1), None)), 0),
        (Wanted(), 1),
    ],
)  # fmt: skip
def test_what_a_question_is_narrowed_by(corpus: Corpus, wanted: Wanted, found: int) -> None:
    corpus.add(DAK_LAK)
    assert len(who(corpus, "chi trả trợ cấp người có công", on=AFTER, wanted=wanted)) == found
