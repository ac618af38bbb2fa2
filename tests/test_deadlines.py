"""Which times say when something must be done, and which do not."""

from __future__ import annotations

import pytest
from small_documents import said

from extract.deadline_search import day_of
from extract.extraction import Header

HEAD = """ỦY BAN NHÂN DÂN
TỈNH TÂY NINH
Số: 30/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Tây Ninh, ngày 10 tháng 01 năm 2025

KẾ HOẠCH
Phòng, chống hạn, mặn

"""

IN_TASKS = [
    # a bound word says that the action is limited
    ("Sở Y tế báo cáo trước ngày 20/4/2025.", [("trước ngày 20/4/2025", "2025-04-20")]),
    ("Sở Y tế hoàn thành việc rà soát chậm nhất ngày 15/6/2025.", [("chậm nhất ngày 15/6/2025", "2025-06-15")]),
    ("Sở Y tế trình đề án trong quý II năm 2025.", [("trong quý II năm 2025", "2025-06-30")]),
    ("Sở Y tế tổ chức hội thi (tháng 5/2025).", [("tháng 5/2025", "2025-05-31")]),  # in brackets after the action
    ("Sở Y tế báo cáo trước ngày 05/7.", [("trước ngày 05/7", "2025-07-05")]),  # the year of the document
    ("Sở Y tế tổ chức khai mạc ngày 27/3/2025.", [("ngày 27/3/2025", "2025-03-27")]),
    ("Sở Y tế báo cáo định kỳ hằng quý.", [("định kỳ hằng quý", "FREQ=MONTHLY;INTERVAL=3")]),
    ("Sở Y tế báo cáo trước ngày 15/12 hằng năm.", [("trước ngày 15/12 hằng năm", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15")]),
    ("Sở Y tế trả kết quả trong thời hạn 05 ngày làm việc kể từ ngày nhận hồ sơ.",
     [("trong thời hạn 05 ngày làm việc kể từ ngày nhận hồ sơ", "P5D")]),
    # a duty that goes on until a day
    ("Sở Y tế tiếp tục quản lý các trạm bơm đến hết năm 2025.", [("đến hết năm 2025", "2025-12-31")]),
    # a result that the task must reach
    ("Sở Y tế tham mưu các giải pháp, đảm bảo đến cuối năm 2025 không còn hộ thiếu nước.", [("đến cuối năm 2025", "2025-12-31")]),
    # the year of a survey to be carried out
    ("Sở Y tế tổ chức điều tra, rà soát hộ thiếu nước năm 2025.", [("năm 2025", "2025-12-31")]),
    # straight quotation marks close by turns
    ("Sở Y tế tổ chức liên hoan \"Tiếng hát\" quý III hằng năm.", [("quý III hằng năm", "FREQ=YEARLY;BYMONTH=7,8,9")]),
    # each of several
    ("Sở Y tế báo cáo sơ kết trước ngày 15/6/2025, báo cáo tổng kết trước ngày 15/12/2025.",
     [("trước ngày 15/6/2025", "2025-06-15"), ("trước ngày 15/12/2025", "2025-12-15")]),
]  # fmt: skip

NO_DEADLINES = [
    # periods of programmes
    "Sở Y tế thực hiện Chương trình cấp nước giai đoạn 2021-2025.",
    "Sở Y tế tổng kết kế hoạch giai đoạn 2021 - 2025, định hướng đến năm 2030.",
    "Sở Y tế thực hiện nghị quyết nhiệm kỳ 2020-2025.",
    # the year names a plan
    "Sở Y tế xây dựng kế hoạch phòng, chống hạn năm 2025.",
    "Sở Y tế lập dự toán ngân sách năm 2026.",
    # kinds of plans
    "Sở Y tế xây dựng kế hoạch hằng năm và trung hạn.",
    "Sở Y tế bố trí kinh phí hàng năm cho các trạm bơm.",
    "Sở Y tế lồng ghép nội dung vào kế hoạch hằng năm.",
    # dates of documents
    "Sở Y tế thực hiện Quyết định số 12/QĐ-UBND ngày 20/4/2025 của UBND tỉnh.",
    "Sở Y tế thực hiện Luật Thủy lợi ngày 19 tháng 6 năm 2017.",
    # what data cover
    "Sở Y tế báo cáo số liệu tính đến ngày 31/12/2025.",
    "Sở Y tế đánh giá kết quả từ năm 2021 đến năm 2024.",
    "Sở Y tế thống kê số hộ thiếu nước so với cùng kỳ năm 2024.",
    # what a review covers
    "Sở Y tế tổng kết, đánh giá việc cấp nước đến năm 2025.",
    # past events
    "Sở Y tế rà soát các công trình đã hoàn thành ngày 15/3/2024.",
    # vague times
    "Sở Y tế kịp thời báo cáo khi có sự cố.",
    "Sở Y tế thường xuyên kiểm tra, sớm khắc phục hư hỏng.",
    "Sở Y tế báo cáo định kỳ, đột xuất theo đúng thời gian quy định.",
    "Sở Y tế đánh giá đầu kỳ, giữa kỳ, cuối kỳ.",
    # the start of something
    "Sở Y tế thi hành Quyết định này kể từ ngày ký.",
    # ages, money, sections
    "Sở Y tế khám cho trẻ em dưới 5 tuổi tại 12 xã.",
    "Sở Y tế sử dụng 1.200 triệu đồng theo mục 4.10.",
]

# goals: their time is the target's
GOALS = [
    "- Đến năm 2030, 95% hộ dân được dùng nước sạch.",
    "- Phấn đấu đến hết năm 2025 không còn hộ thiếu nước.",
    "- Giảm 1.000 hộ thiếu nước trong năm 2025.",
]

LINES = [
    # a time line gives its time to the item over it
    ("1. Sửa chữa cống.\n- Thời gian thực hiện: Quý II/2025.", [("Quý II/2025", "2025-06-30")], [("2025-06-30",)]),
    ("1. Sửa chữa cống.\n- Tiến độ: đến hết năm 2025.", [("đến hết năm 2025", "2025-12-31")], [("2025-12-31",)]),
    # a sibling line governs the items beside it
    ("1. Diễn tập\n- Chuẩn bị kịch bản, lực lượng.\n- Thời gian: tháng 3/2025.", [("tháng 3/2025", "2025-03-31")], [("2025-03-31",)]),
    # the lead-in over items hands its deadline down
    ("1. Sở Y tế thực hiện trước ngày 01/3/2025 các việc sau:\n- Rà soát trạm bơm.\n- Lập danh sách hộ thiếu nước.",
     [("trước ngày 01/3/2025", "2025-03-01")], [("2025-03-01",), ("2025-03-01",)]),
    # events under a heading that says time
    ("3. Thời gian, địa điểm\n- Khai giảng: lúc 7 giờ 30 ngày 06/6/2025.\n- Địa điểm: Trường Chính trị.",
     [("lúc 7 giờ 30 ngày 06/6/2025", "2025-06-06")], []),
    # an impossible date keeps its words and has no day
    ("1. Sở Y tế báo cáo trước ngày 31/6/2025.", [("trước ngày 31/6/2025", None)], [()]),
]  # fmt: skip


def deadlines(text: str) -> list[tuple[str, str | None]]:
    found = said(HEAD + text).deadlines
    return [(one.quote, one.due or one.recurrence or one.duration or one.reference) for one in found]


@pytest.mark.parametrize(("text", "expected"), IN_TASKS)
def test_a_time_that_governs_the_action(text: str, expected: list[tuple[str, str]]) -> None:
    extraction = said(HEAD + "II. TỔ CHỨC THỰC HIỆN\n1. " + text)
    assert [
        (one.quote, one.due or one.recurrence or one.duration) for one in extraction.deadlines
    ] == expected
    assert extraction.tasks[0].due == tuple(value for _, value in expected)


@pytest.mark.parametrize("text", NO_DEADLINES)
def test_a_time_that_governs_no_action(text: str) -> None:
    extraction = said(HEAD + "II. TỔ CHỨC THỰC HIỆN\n1. " + text)
    assert len(extraction.tasks) == 1
    assert extraction.deadlines == ()


@pytest.mark.parametrize("text", GOALS)
def test_the_horizon_of_a_goal_is_no_deadline(text: str) -> None:
    assert deadlines("I. MỤC TIÊU\n" + text) == []


@pytest.mark.parametrize(("text", "expected", "due"), LINES)
def test_time_lines_and_lead_ins(
    text: str, expected: list[tuple[str, str | None]], due: list[tuple[str, ...]]
) -> None:
    extraction = said(HEAD + "II. NHIỆM VỤ\n" + text)
    assert [(one.quote, one.due) for one in extraction.deadlines] == expected
    assert [task.due for task in extraction.tasks] == due


def test_a_general_time_clause_is_not_passed_down() -> None:
    extraction = said(
        HEAD
        + "I. NHIỆM VỤ\n1. Sửa chữa cống.\nII. THỜI GIAN THỰC HIỆN\nThời gian thực hiện: đến hết năm 2025."
    )
    assert [(one.quote, one.due) for one in extraction.deadlines] == [("đến hết năm 2025", "2025-12-31")]
    assert [task.due for task in extraction.tasks] == [()]


def test_what_ends_before_the_document_is_signed_is_past() -> None:
    assert deadlines("II. NHIỆM VỤ\n1. Sở Y tế rà soát các vi phạm phát hiện trước ngày 01/12/2024.") == []


def test_the_words_say_how_a_deadline_limits() -> None:
    text = "1. Sở Y tế báo cáo trước ngày 20/4/2025.\n2. Sở Xây dựng hoàn thành chậm nhất ngày 20/5/2025.\n3. Công an tỉnh tổ chức hội thi trong tháng 6/2025.\n4. Sở Nội vụ khai mạc ngày 20/7/2025.\n5. Sở Tài chính đối chiếu hằng quý."
    found = said(HEAD + "II. NHIỆM VỤ\n" + text).deadlines
    assert [one.bound for one in found] == ["before", "by", "during", "on", "during"]


def test_a_span_has_its_event_and_its_working_days() -> None:
    (found,) = said(
        HEAD + "II. NHIỆM VỤ\n1. Sở Y tế trả lời trong thời hạn 03 ngày làm việc kể từ ngày nhận đơn."
    ).deadlines
    assert (found.duration, found.working_days, found.anchor, found.due) == (
        "P3D",
        True,
        "ngày nhận đơn",
        None,
    )


YEARS = [
    # the year of the title, where the document is issued in or just before it
    ("2024-12-20", "Cải cách hành chính năm 2025", 2025),
    ("2025-03-01", "Cải cách hành chính năm 2025", 2025),
    # a period names no year, nor does a year long ahead or gone
    ("2025-03-01", "Nông thôn mới giai đoạn 2021-2025", 2025),
    ("2025-03-01", "Quy hoạch đến năm 2030", 2025),
    ("2025-03-01", "Tổng kết năm 2024", 2025),
    (None, "Cải cách hành chính năm 2026", 2026),
    ("2025", None, 2025),
    (None, None, None),
]  # fmt: skip


@pytest.mark.parametrize(("date", "title", "year"), YEARS)
def test_the_year_that_a_date_without_one_means(
    date: str | None, title: str | None, year: int | None
) -> None:
    assert day_of(Header(date=date, title=title)).year == year
