"""What changed between two plans: every task of both is accounted for once, and both texts are there."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from running import COMMUNE_PLAN, PLAN, nhiemvu_run
from small_documents import said

from corpus import queries
from corpus.store import Corpus
from graph.plan_changes import PlanChanges, changes
from graph.plans import Plan, plan_called, plan_in, plan_of

OPENING = """ỦY BAN NHÂN DÂN
TỈNH LÂM ĐỒNG
Số: {number}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Lâm Đồng, ngày {date}

KẾ HOẠCH
{title}

Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

"""
CLOSING = """
Nơi nhận:
- Như trên;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Văn Bình
"""
FIRST = """I. CHỈ TIÊU
1. Phấn đấu 95% khu dân cư có đội dân phòng vào năm 2025.
2. Mỗi huyện lắp đặt ít nhất 20 trụ nước chữa cháy.
II. NHIỆM VỤ
1. Công an tỉnh
a) Rà soát, lập danh sách các khu dân cư có nguy cơ cháy lan trước ngày 30/6/2025.
b) Tổ chức diễn tập phương án chữa cháy tại chợ trung tâm trong tháng 9/2025.
c) Tổng hợp, báo cáo kết quả về Ủy ban nhân dân tỉnh trước ngày 15/12/2025.
2. Sở Tài chính
a) Bố trí kinh phí mua máy bơm chữa cháy cho lực lượng dân phòng.
b) Thẩm định kinh phí sửa chữa trụ nước chữa cháy.
3. Sở Xây dựng chủ trì, phối hợp với Sở Tài chính lắp đặt thêm trụ nước chữa cháy trước ngày 31/10/2025.
"""


def plan(
    items: str,
    *,
    number: str = "15/KH-UBND",
    date: str = "10 tháng 01 năm 2025",
    title: str = "Phòng cháy, chữa cháy năm 2025",
) -> Plan:
    """The plan of a province with these items."""
    return plan_of(said(text_of(items, number=number, date=date, title=title)))


def text_of(items: str, **formal: str) -> str:
    return OPENING.format(**formal) + items + CLOSING


def told(found: PlanChanges) -> list[tuple[str, list[str], list[str]]]:
    """The changes with the beginnings of their texts."""
    return [
        (
            " ".join(change.kinds),
            [task.quote[:16] for task in change.old],
            [task.quote[:16] for task in change.new],
        )
        for change in found.tasks
        if change.is_change
    ]


# A change of the first draft: what is put in place of what, and what is told of it.
DRAFTS = [
    ("nothing", "", "", []),
    (
        "another day",
        "trước ngày 30/6/2025",
        "trước ngày 31/8/2025",
        [("redated", ["Rà soát, lập dan"], ["Rà soát, lập dan"])],
    ),
    ("a day written otherwise", "trước ngày 30/6/2025", "trước ngày 30 tháng 6 năm 2025", []),
    (
        "no day any more",
        " trong tháng 9/2025",
        "",
        [("redated", ["Tổ chức diễn tập"], ["Tổ chức diễn tập"])],
    ),
    (
        "another body leads",
        "3. Sở Xây dựng chủ trì",
        "3. Công an tỉnh chủ trì",
        [("reassigned", ["Sở Xây dựng chủ "], ["Công an tỉnh chủ"])],
    ),
    (
        "a body helps",
        "phối hợp với Sở Tài chính",
        "phối hợp với Sở Tài chính, Sở Y tế",
        [("reassigned", ["Sở Xây dựng chủ "], ["Sở Xây dựng chủ "])],
    ),
    (
        "the heading gives all to another body",
        "2. Sở Tài chính",
        "2. Sở Y tế",
        [
            ("reassigned", ["Bố trí kinh phí "], ["Bố trí kinh phí "]),
            ("reassigned", ["Thẩm định kinh p"], ["Thẩm định kinh p"]),
        ],
    ),
    (
        "other words",
        "mua máy bơm chữa cháy",
        "mua sắm máy bơm, vòi chữa cháy",
        [("reworded", ["Bố trí kinh phí "], ["Bố trí kinh phí "])],
    ),
    ("other capitals and spaces", "b) Thẩm định kinh phí", "b) Thẩm  định Kinh phí", []),
    (
        "all at once",
        "b) Tổ chức diễn tập phương án chữa cháy tại chợ trung tâm trong tháng 9/2025.",
        "b) Phối hợp với Sở Công Thương tổ chức diễn tập phương án chữa cháy tại siêu thị trong tháng 10/2025.",
        [("redated reassigned reworded", ["Tổ chức diễn tập"], ["Phối hợp với Sở "])],
    ),
    (
        "a task less",
        "b) Thẩm định kinh phí sửa chữa trụ nước chữa cháy.\n",
        "",
        [("dropped", ["Thẩm định kinh p"], [])],
    ),
    (
        "a task more, which moves nothing",
        "2. Sở Tài chính\na) ",
        "2. Sở Tài chính\na) Kiểm tra việc mua bảo hiểm cháy, nổ bắt buộc.\nb) ",
        [("added", [], ["Kiểm tra việc mu"])],
    ),
    (
        "one made two",
        "b) Tổ chức diễn tập phương án chữa cháy tại chợ trung tâm trong tháng 9/2025.\n",
        "b) Tổ chức diễn tập phương án chữa cháy trong tháng 9/2025.\nd) Tổ chức diễn tập tại chợ trung tâm.\n",
        [("split", ["Tổ chức diễn tập"], ["Tổ chức diễn tập", "Tổ chức diễn tập"])],
    ),
    (
        "two made one",
        (
            "a) Bố trí kinh phí mua máy bơm chữa cháy cho lực lượng dân phòng.\n"
            "b) Thẩm định kinh phí sửa chữa trụ nước chữa cháy.\n"
        ),
        "a) Bố trí kinh phí mua máy bơm chữa cháy cho lực lượng dân phòng, thẩm định sửa chữa trụ nước chữa cháy.\n",
        [("merged", ["Bố trí kinh phí ", "Thẩm định kinh p"], ["Bố trí kinh phí "])],
    ),
]


@pytest.mark.parametrize(
    ("old", "new", "expected"), [row[1:] for row in DRAFTS], ids=[row[0] for row in DRAFTS]
)
def test_two_drafts(old: str, new: str, expected: list[tuple[str, list[str], list[str]]]) -> None:
    assert old in FIRST
    assert told(changes(plan(FIRST), plan(FIRST.replace(old, new)))) == expected


def test_a_task_that_moved() -> None:
    line = "a) Rà soát, lập danh sách các khu dân cư có nguy cơ cháy lan trước ngày 30/6/2025.\n"
    under = line.replace("a)", "d)")
    new = FIRST.replace(line, "").replace(
        "dân tỉnh trước ngày 15/12/2025.\n", "dân tỉnh trước ngày 15/12/2025.\n" + under
    )
    (change,) = [change for change in changes(plan(FIRST), plan(new)).tasks if change.is_change]
    assert change.kinds == ("moved",)
    assert [(task.section, task.quote) for task in change.old] == [("II.1.a", line[3:-1])]
    assert [task.section for task in change.new] == ["II.1.d"]


def test_a_task_that_came_under_another_heading() -> None:
    new = FIRST.replace("b) Thẩm định", "2. Sở Xây dựng\na) Thẩm định").replace("3. Sở Xây", "4. Sở Xây")
    one = (
        "II. NHIỆM VỤ\n1. Sở Y tế\na) Mua thuốc.\nb) Kiểm tra trạm y tế.\n2. Sở Nội vụ\na) Mở lớp tập huấn.\n"
    )
    two = (
        "II. NHIỆM VỤ\n1. Sở Y tế\na) Mua thuốc.\n2. Sở Nội vụ\na) Kiểm tra trạm y tế.\nb) Mở lớp tập huấn.\n"
    )
    assert told(changes(plan(one), plan(two))) == [
        ("reassigned moved", ["Kiểm tra trạm y "], ["Kiểm tra trạm y "])
    ]
    # a heading that only came in: the task has another owner, and its place among the others
    assert told(changes(plan(FIRST), plan(new))) == [
        ("reassigned", ["Thẩm định kinh p"], ["Thẩm định kinh p"])
    ]


def test_a_day_that_was_not_understood_is_still_seen() -> None:
    one, two = (plan(f"II. VIỆC\n1. Sở Y tế mua thuốc trước ngày 3{day}/02/2025.\n") for day in (0, 1))
    assert {task.due for task in (*one.tasks, *two.tasks)} == {()}
    assert told(changes(one, two)) == [("reworded", ["Sở Y tế mua thuố"], ["Sở Y tế mua thuố"])]


def test_the_same_words_under_two_bodies_are_two_tasks() -> None:
    one = "II. VIỆC\n1. Sở Y tế\na) Báo cáo kết quả thực hiện.\n2. Sở Nội vụ\na) Báo cáo kết quả thực hiện.\n"
    two = "II. VIỆC\n1. Sở Nội vụ\na) Báo cáo kết quả thực hiện.\n"
    (change,) = [change for change in changes(plan(one), plan(two)).tasks if change.is_change]
    assert (change.kinds, change.old[0].lead) == (("dropped",), ("Sở Y tế",))


def test_topics_that_have_only_the_office_in_common_are_no_pair() -> None:
    one = plan("II. VIỆC\n1. Sở Y tế tổ chức tuyên truyền về bệnh dại.\n")
    two = plan("II. VIỆC\n1. Sở Công Thương tổ chức tuyên truyền về hàng giả.\n")
    assert [kinds for kinds, _, _ in told(changes(one, two))] == ["dropped", "added"]


def test_targets() -> None:
    new = FIRST.replace("95%", "98%").replace("2. Mỗi huyện lắp đặt ít nhất 20 trụ nước chữa cháy.\n", "")
    found = changes(plan(FIRST), plan(new))
    assert [
        (change.kinds, [one.value for one in change.old], [one.value for one in change.new])
        for change in found.targets
    ] == [
        (("value",), [95.0], [98.0]),
        (("dropped",), [20.0], []),
    ]
    assert told(found) == []
    assert found.differ


REPLACING = FIRST.replace("b) Thẩm định kinh phí sửa chữa trụ nước chữa cháy.\n", "") + (
    "III. HIỆU LỰC\nKế hoạch này thay thế Kế hoạch số 15/KH-UBND ngày 10/01/2025 của Ủy ban nhân dân tỉnh.\n"
)


def test_a_plan_that_replaces_another_is_compared_as_a_whole() -> None:
    found = changes(plan(FIRST), plan(REPLACING, number="90/KH-UBND", date="20 tháng 5 năm 2025"))
    assert (found.scope, told(found)) == ("whole", [("dropped", ["Thẩm định kinh p"], [])])
    assert found.because.startswith("Kế hoạch này thay thế Kế hoạch số 15/KH-UBND")


OF_FIRST = "một số nội dung của Kế hoạch số 15/KH-UBND ngày 10/01/2025 của Ủy ban nhân dân tỉnh"


def amending(items: str, title: str = f"Sửa đổi, bổ sung {OF_FIRST}") -> Plan:
    """A plan that changes points of the first one."""
    return plan(items, number="88/KH-UBND", date="20 tháng 5 năm 2025", title=title)


# Points of an amending plan, what they do to the tasks, and which are left open.
POINTS = [
    (
        "other words of a point, which has its owner from the old heading",
        (
            '1. Sửa đổi điểm a khoản 1 mục II như sau:\n"a) Rà soát, lập danh sách các khu dân cư có nguy cơ cháy lan trước'
            ' ngày 31/8/2025."\n'
        ),
        [("redated", ["Rà soát, lập dan"], ["Rà soát, lập dan"])],
        (),
    ),
    (
        "another task comes in",
        "1. Bổ sung điểm d khoản 1 mục II như sau: “d) Kiểm tra an toàn cháy ở trường học trước ngày 30/9/2025.”\n",
        [("added", [], ["Kiểm tra an toàn"])],
        (),
    ),
    ("a task goes", "1. Bãi bỏ điểm b khoản 2 mục II.\n", [("dropped", ["Thẩm định kinh p"], [])], ()),
    (
        "all of a section goes",
        "1. Bãi bỏ khoản 2 mục II.\n",
        [("dropped", ["Bố trí kinh phí "], []), ("dropped", ["Thẩm định kinh p"], [])],
        (),
    ),
    (
        "a clause with its own owner",
        (
            "a) Sửa đổi, bổ sung khoản 3 Mục II như sau: “3. Sở Xây dựng chủ trì, phối hợp với Công an tỉnh lắp đặt thêm"
            " trụ nước chữa cháy trước ngày 30/11/2025.”\n"
        ),
        [("redated reassigned", ["Sở Xây dựng chủ "], ["Sở Xây dựng chủ "])],
        (),
    ),
    (
        "quite another task at the same place",
        "1. Sửa đổi điểm b khoản 2 mục II như sau: “b) Quyết toán vốn xây dựng doanh trại.”\n",
        [("reworded", ["Thẩm định kinh p"], ["Quyết toán vốn x"])],
        (),
    ),
    (
        "a point that the old plan does not have",
        "1. Bãi bỏ điểm b khoản 9 mục VII.\n",
        [],
        ("1. Bãi bỏ điểm b khoản 9 mục VII",),
    ),
    (
        "a clause whose new words have no task",
        "1. Sửa đổi khoản 2 mục II như sau: “2. Kinh phí được bảo đảm từ ngân sách nhà nước.”\n",
        [],
        ("1. Sửa đổi khoản 2 mục II như sau:",),
    ),
    (
        "two points at once",
        "1. Bãi bỏ điểm a, điểm b khoản 2 mục II.\n",
        [("dropped", ["Bố trí kinh phí "], []), ("dropped", ["Thẩm định kinh p"], [])],
        (),
    ),
    (
        "two points with new words",
        (
            "1. Sửa đổi điểm a và điểm c khoản 1 mục II như sau:\n“a) Rà soát, lập danh sách các khu dân cư có nguy cơ cháy"
            " lan trước ngày 31/7/2025.\nc) Tổng hợp, báo cáo kết quả về Ủy ban nhân dân tỉnh trước ngày 20/12/2025.”\n"
        ),
        [
            ("redated", ["Rà soát, lập dan"], ["Rà soát, lập dan"]),
            ("redated", ["Tổng hợp, báo cá"], ["Tổng hợp, báo cá"]),
        ],
        (),
    ),
    (
        "behind a point",
        "1. Bổ sung điểm c vào sau điểm b khoản 2 mục II như sau: “c) Quyết toán vốn xây dựng doanh trại.”\n",
        [("added", [], ["Quyết toán vốn x"])],
        (),
    ),
    (
        "a place that is written in one",
        "1. Bãi bỏ mục II.2.b.\n",
        [("dropped", ["Thẩm định kinh p"], [])],
        (),
    ),
    (
        "a dash of a point, a phrase, an appendix",
        (
            "1. Sửa đổi gạch đầu dòng thứ hai điểm a khoản 1 mục II như sau: “- Lập danh sách chợ.”\n"
            "2. Thay cụm từ “Sở Tài chính” bằng cụm từ “Sở Y tế” tại khoản 2 mục II.\n3. Bãi bỏ Phụ lục II.\n"
        ),
        [],
        (
            "1. Sửa đổi gạch đầu dòng thứ hai điểm a khoản 1 mục II như sau:",
            "2. Thay cụm từ “Sở Tài chính” bằng cụm từ “Sở Y tế” tại khoản 2 mục II.",
            "3. Bãi bỏ Phụ lục II",
        ),
    ),
    (
        "a point that is changed twice",
        "1. Bãi bỏ điểm b khoản 2 mục II.\n2. Sửa đổi điểm b khoản 2 mục II như sau: “b) Quyết toán vốn.”\n",
        [("dropped", ["Thẩm định kinh p"], [])],
        ("2. Sửa đổi điểm b khoản 2 mục II như sau:",),
    ),
    (
        "what is only announced",
        "Sửa đổi, bổ sung một số điểm của Kế hoạch số 15/KH-UBND ngày 10/01/2025 như sau:\n1. Bãi bỏ khoản 3 mục II.\n",
        [("dropped", ["Sở Xây dựng chủ "], [])],
        (),
    ),
    ("no points at all", "Các nội dung khác giữ nguyên.\n", [], ()),
]


@pytest.mark.parametrize(
    ("items", "expected", "left_open"), [row[1:] for row in POINTS], ids=[row[0] for row in POINTS]
)
def test_an_amending_plan(
    items: str, expected: list[tuple[str, list[str], list[str]]], left_open: tuple[str, ...]
) -> None:
    old = plan(FIRST)
    found = changes(old, amending(items))
    assert (found.scope, told(found), found.open) == ("points", expected, left_open)
    assert found.because.startswith("Sửa đổi, bổ sung một số nội dung")
    touched = sum(len(change.old) for change in found.tasks if change.is_change)
    assert found.counts().get("unmentioned", 0) == len(old.tasks) - touched
    assert found.differ == bool(expected or left_open)


def test_the_words_of_a_point_stand_in_the_new_document() -> None:
    new = amending(POINTS[0][1])
    (change,) = [change for change in changes(plan(FIRST), new).tasks if change.is_change]
    (task,) = change.new
    assert (new.text[task.start : task.end], task.lead, task.section) == (
        task.quote,
        ("Công an tỉnh",),
        "II.1.a",
    )
    assert change.point == "1. Sửa đổi điểm a khoản 1 mục II như sau:"


def test_the_whole_is_compared_where_that_is_asked() -> None:
    found = changes(plan(FIRST), amending(POINTS[2][1]), whole=True)
    assert found.counts() == {"dropped": 6}


def test_an_amendment_of_another_plan_is_none_of_this() -> None:
    one = amending(
        POINTS[0][1], title="Sửa đổi, bổ sung một số nội dung của Kế hoạch số 77/KH-UBND ngày 01/02/2025"
    )
    assert changes(plan(FIRST), one).scope == "whole"
    assert changes(one, replace(one, path="khác.txt")).scope == "whole"  # two drafts of an amendment


def test_a_title_alone_makes_an_amendment() -> None:
    one = amending(POINTS[2][1], title="Sửa đổi, bổ sung nhiệm vụ phòng cháy, chữa cháy")
    found = changes(replace(plan(FIRST), number=None), one)
    assert (found.scope, told(found)) == ("points", [("dropped", ["Thẩm định kinh p"], [])])


def test_plans_of_the_corpus(tmp_path: Path) -> None:
    with Corpus.open(tmp_path / "kho.db") as opened:
        for number, items in (("15/KH-UBND", FIRST), ("90/KH-UBND", REPLACING)):
            opened.add(said(text_of(items, number=number, date="10 tháng 01 năm 2025", title="Phòng cháy")))
        with opened.reading() as connection:
            old, new = plan_called(connection, "15/KH-UBND"), plan_called(connection, "90/KH-UBND")
            again = plan_in(connection, queries.all_documents(connection)[0])
    from_files = plan(FIRST), plan(REPLACING)
    for held, read in zip((old, new), from_files, strict=True):
        assert (held.text.count("\n"), held.outline, held.headings, held.targets) == (
            read.text.count("\n"),
            read.outline if held.text == read.text else held.outline,
            read.headings,
            held.targets,
        )
    assert told(changes(old, new)) == told(changes(*from_files))
    assert changes(again, again).differ is False


LINES = st.lists(
    st.tuples(
        st.sampled_from(["Sở Y tế", "Sở Nội vụ", "Công an tỉnh"]),
        st.sampled_from(["kiểm tra", "báo cáo", "tổ chức thực hiện", "mua", "tổ chức tập huấn về"]),
        st.sampled_from(["trạm y tế xã", "kho thuốc", "trụ nước chữa cháy", "Kế hoạch", "an toàn điện", ""]),
        st.sampled_from([" trước ngày 30/6/2025", " trong tháng 9/2025", ""]),
    ),
    max_size=9,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(LINES, LINES)
def test_every_task_of_both_plans_is_told_of_once(
    one: list[tuple[str, ...]], two: list[tuple[str, ...]]
) -> None:
    old, new = (
        plan("II. VIỆC\n" + "".join(f"{n}. {' '.join(words)}.\n" for n, words in enumerate(lines, 1)))
        for lines in (one, two)
    )
    found = changes(old, new)
    assert sorted(task.id for change in found.tasks for task in change.old) == [task.id for task in old.tasks]
    assert sorted(task.id for change in found.tasks for task in change.new) == [task.id for task in new.tasks]
    assert not changes(old, old).differ
    json.dumps(found.as_json())


def test_two_thousand_tasks() -> None:
    one = plan("II. VIỆC\n1. Sở Y tế kiểm tra trạm y tế xã trước ngày 30/6/2025.\n")
    (task,) = one.tasks
    many = tuple(
        replace(
            task, id=n, quote=f"Kiểm tra trạm y tế xã số {n} về kho thuốc {n * 7 % 1000}", section=f"II.{n}"
        )
        for n in range(2000)
    )
    later = tuple(replace(task, quote=f"{task.quote} và nhà bếp") for task in many)
    old = replace(one, tasks=many, headings=((),) * 2000)
    new = replace(one, tasks=later[::-1][:1990], headings=((),) * 1990)
    found = changes(old, new)
    assert (found.counts()["reworded"], found.counts()["dropped"]) == (1990, 10)
    assert all(change.old[0].id == change.new[0].id for change in found.tasks if change.new)


# The command


def office(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")


FORMAL = {"number": "15/KH-UBND", "date": "10 tháng 01 năm 2025", "title": "Phòng cháy, chữa cháy năm 2025"}


def test_a_day_that_is_over_in_the_newer_plan_is_still_the_same_day() -> None:
    later = plan(FIRST, number="61/KH-UBND", date="20 tháng 8 năm 2025")
    found = changes(plan(FIRST), later)
    gone = [one for one in found.tasks if one.old[0].due == ("2025-06-30",)]
    assert [(one.kinds, one.new[0].due) for one in gone] == [(("kept",), ())]
    without = changes(plan(FIRST), plan(FIRST.replace(" trước ngày 30/6/2025", "")))
    assert [kinds for kinds, *_ in told(without)] == ["redated"]


def test_the_command_shows_both_texts(tmp_path: Path) -> None:
    new = FIRST.replace("30/6/2025", "31/8/2025").replace("phối hợp với Sở Tài chính", "phối hợp với Sở Y tế")
    office(tmp_path, cu=text_of(FIRST, **FORMAL), moi=text_of(new, **FORMAL))
    done = nhiemvu_run("diff", "cu.txt", "moi.txt", cwd=tmp_path)
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    assert done.returncode == 1
    assert rows[0] == ["Thay đổi", "Bản cũ", "Bản mới", "Chủ trì", "Phối hợp", "Hạn", "Điểm sửa đổi", "Giống"]
    assert [row[0] for row in rows[1:]] == ["đổi hạn", "đổi cơ quan"]
    assert rows[1][1].startswith("II.1.a: Rà soát")
    assert rows[1][1].endswith("30/6/2025.")
    assert rows[1][2].endswith("31/8/2025.")
    assert rows[1][3:6] == ["Công an tỉnh", "", "30/06/2025 → 31/08/2025"]
    assert rows[2][3:6] == ["Sở Xây dựng", "Sở Tài chính → Sở Y tế", "31/10/2025"]
    assert "Nhiệm vụ: 4 giữ nguyên, 1 đổi hạn, 1 đổi cơ quan." in done.stderr
    english = nhiemvu_run("diff", "cu.txt", "moi.txt", "--lang", "en", cwd=tmp_path)
    assert english.stdout.splitlines()[1].startswith("re-dated\t")
    assert "4 kept, 1 re-dated, 1 re-assigned" in english.stderr
    everything = nhiemvu_run("diff", "cu.txt", "moi.txt", "--all", cwd=tmp_path).stdout
    assert everything.count("giữ nguyên\t") == 6  # four tasks and two targets


def test_the_command_as_json(tmp_path: Path) -> None:
    office(tmp_path, cu=text_of(FIRST, **FORMAL), moi=text_of(REPLACING, **FORMAL | {"number": "90/KH-UBND"}))
    done = nhiemvu_run(
        "diff", "cu.txt", "-", "--json", cwd=tmp_path, given=(tmp_path / "moi.txt").read_bytes()
    )
    answer = json.loads(done.stdout)
    assert (done.returncode, answer["scope"], answer["counts"]) == (1, "whole", {"kept": 5, "dropped": 1})
    assert (answer["old"]["number"], answer["new"]["number"]) == ("15/KH-UBND", "90/KH-UBND")
    (dropped,) = [task for task in answer["tasks"] if task["kinds"] == ["dropped"]]
    assert dropped["old"][0]["quote"] == "Thẩm định kinh phí sửa chữa trụ nước chữa cháy."
    assert dropped["new"] == []


def test_the_same_file_twice_and_files_without_tasks(tmp_path: Path) -> None:
    office(tmp_path, thu="Kính gửi các anh chị, hôm nay trời đẹp.\n")
    for old, new, lines in ((PLAN, PLAN, 3), (COMMUNE_PLAN, COMMUNE_PLAN, 3), ("thu.txt", "thu.txt", 3)):
        done = nhiemvu_run("diff", old, new, cwd=tmp_path)
        assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (0, "", lines)


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a corpus that holds the first draft, that draft, a later one and an empty file."""
    folder = tmp_path_factory.mktemp("held")
    office(folder, cu=text_of(FIRST, **FORMAL), moi=text_of(FIRST.replace("30/6", "20/6"), **FORMAL), rong="")
    with Corpus.open(folder / "kho.db") as opened:
        opened.add(said(text_of(FIRST, **FORMAL)))
    return folder


@pytest.mark.parametrize(
    ("old", "new", "cause"),
    [
        ("cu.txt", "không có.docx", "không có tệp này"),
        ("không có.txt", "cu.txt", "không có tệp này"),
        ("cu.txt", "99/QĐ-XYZ", "không có tệp này, kho cũng không có văn bản này"),
        ("cu.txt", "77 \x1b[31m'; DROP TABLE tasks --", "không có tệp này, kho cũng không có văn bản này"),
        ("cu.txt", "x" * 5000, "không có tệp này, kho cũng không có văn bản này"),
        ("cu.txt", "rong.txt", "tệp rỗng"),
        ("-", "-", "giá trị không hợp lệ cho BẢN-MỚI"),
    ],
)
def test_bad_input_is_one_line(held: Path, old: str, new: str, cause: str) -> None:
    done = nhiemvu_run("diff", old, new, "--corpus", "kho.db", cwd=held)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert cause in done.stderr
    assert "\x1b" not in done.stderr


def test_a_corpus_and_a_file(held: Path) -> None:
    done = nhiemvu_run("diff", "15/KH-UBND", "moi.txt", "--corpus", "kho.db", cwd=held)
    assert (done.returncode, len(done.stdout.splitlines())) == (1, 2)
