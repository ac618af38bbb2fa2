"""Hard cases of identity: which document a mention means, where a hasty reader links the wrong one.

In each text ⟦ ⟧ stand around the mention in question and ⟪ ⟫ around another one; the marks are taken out before reading.
`a ~ b`: either is right. What is `ANY` is not compared.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from extract.extraction import Header

ANY: Any = object()


def header(
    number: str, issuer: str | None, date: str, kind: str = "Kế hoạch", place: str = "Quảng Trị"
) -> Header:
    return Header(type=kind, number=number, issuer=issuer, place=place, date=date)


PROVINCE = "Ủy ban nhân dân tỉnh Quảng Trị"
PLAN = header("44/KH-UBND", PROVINCE, "2024-03-15")
DECISION = header("12/QĐ-UBND", PROVINCE, "2024-01-09", "Quyết định")
LATER = header("98/KH-UBND", PROVINCE, "2025-08-20")
SPRING = header("51/KH-UBND", PROVINCE, "2025-04-10")
EARLIER = header("98/KH-UBND", PROVINCE, "2014-09-15")
BLANK = header("/KH-UBND", "Ủy ban nhân dân huyện Cam Lộ", "2018-06", place="Cam Lộ")
DEPARTMENT = header("9/KH-SYT", "Sở Y tế tỉnh Quảng Trị", "2024-03-01")
MINISTRY = header("5/CT-BYT", "Bộ Y tế", "2024-03-01", "Chỉ thị", "Hà Nội")
NOBODY = Header()


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A citation in question. `candidates` are symbols, in any order; `work` is the symbol that the rule data has for
    it (where several fit, it must be one of the candidates), `None` where they have none; `same` says whether the
    mention in ⟪ ⟫ is the same work."""

    text: str
    why: str
    status: str
    symbol: str | None = ANY
    candidates: tuple[str, ...] = ANY
    date: str | None = ANY
    issuer: str | None = ANY
    relation: str = ANY
    work: str | None = ANY
    same: bool = ANY
    header: Header = PLAN


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """A reference in question; it points at the citation in ⟪ ⟫, at none where nothing is marked. `kind` is `None`
    where the words are no reference at all."""

    text: str
    why: str
    kind: str | None
    status: str = ANY
    candidates: tuple[str, ...] = ANY
    provisions: tuple[str, ...] = ANY
    header: Header = PLAN


SHORT_FORMS = [
    Link(
        text="Quyết định số 45/QĐ-TTg ngày 12/01/2024 và Quyết định số 45/QĐ-UBND ngày 08/01/2024; theo ⟦Quyết định 45⟧.",
        why="fits two bodies", status="ambiguous", candidates=("45/QĐ-TTg", "45/QĐ-UBND"),
    ),
    Link(
        text="Nghị quyết số 76/2014/QH13, Nghị quyết số 76/NQ-CP ngày 15/7/2021; báo cáo thực hiện ⟦NQ 76⟧.",
        why="fits two bodies", status="ambiguous", candidates=("76/2014/QH13", "76/NQ-CP"),
    ),
    Link(
        text="Quyết định số 152/QĐ-LĐTBXH ngày 11/02/2020 của Bộ Lao động - Thương binh và Xã hội.\n"
        "Quyết định số 152/QĐ-BCĐCTMTQG ngày 14/5/2018 của Ban Chỉ đạo Trung ương các Chương trình mục tiêu quốc gia.\n"
        "Kinh phí theo ⟦Quyết định 152⟧.",
        why="the two numbers may mean one document, but nobody has shown it", status="ambiguous",
        candidates=("152/QĐ-LĐTBXH", "152/QĐ-BCĐCTMTQG"),
    ),
    Link(
        text="⟦Quyết định số 152/QĐ-LĐTBXH ngày 11/02/2020 của Bộ Lao động - Thương binh và Xã hội⟧.\n"
        "⟪Quyết định số 152/QĐ-BCĐCTMTQG ngày 11/02/2020 của Ban Chỉ đạo Trung ương các Chương trình mục tiêu quốc gia⟫.",
        why="two issuers under one number are never merged", status="resolved", symbol="152/QĐ-LĐTBXH", same=False,
    ),
    Link(
        text="Thực hiện ⟦Quyết định 845⟧ của năm trước. Kế hoạch số 845/KH-UBND ngày 10/02/2024 của UBND tỉnh.",
        why="the full mention that follows is of another type", status="unmatched", symbol="845", candidates=(),
    ),
    Link(
        text="Thực hiện ⟦Nghị quyết 457⟧. Nghị định số 457/2025/NĐ-CP ngày 28/02/2025 của Chính phủ.",
        why="the full mention that follows is of another type", status="unmatched", symbol="457", candidates=(),
        header=LATER,
    ),
    Link(
        text="Thực hiện ⟦QĐ 1722⟧. Căn cứ ⟪Quyết định số 1722/QĐ-TTg ngày 02/9/2016 của Thủ tướng Chính phủ⟫.",
        why="the full mention may come later", status="resolved", symbol="1722/QĐ-TTg", date="2016-09-02", same=True,
    ),
    Link(
        text="Quyết định số 45/QĐ-UBND ngày 08/01/2024. ⟪Kế hoạch số 45/KH-UBND ngày 10/02/2024⟫. Công văn số 45/UBND-VX "
        "ngày 05/01/2024. Tiến độ theo ⟦Kế hoạch 45⟧.",
        why="the type decides", status="resolved", symbol="45/KH-UBND", date="2024-02-10", same=True,
    ),
    Link(
        text="Quyết định số 45/QĐ-UBND ngày 08/01/2024. ⟪Công văn số 45/UBND-VX ngày 05/01/2024⟫. Ý kiến tại ⟦CV 45⟧.",
        why="the type decides", status="resolved", symbol="45/UBND-VX", date="2024-01-05", same=True,
    ),
    Link(
        text="⟪Nghị quyết số 02-NQ/TU ngày 15/11/2021 của Tỉnh ủy⟫. Kết quả thực hiện ⟦Nghị quyết 2⟧.",
        why="a leading zero does not matter", status="resolved", symbol="02-NQ/TU", date="2021-11-15", same=True,
    ),
    Link(
        text="⟪Nghị định số 45/2025/NĐ-CP ngày 28/02/2025⟫ và Nghị định số 45/2020/NĐ-CP ngày 08/4/2020. "
        "Theo ⟦Nghị định 45/2025⟧.",
        why="the year decides", status="resolved", symbol="45/2025/NĐ-CP", date="2025-02-28", same=True, header=LATER,
    ),
    Link(
        text="Nghị định số 45/2025/NĐ-CP ngày 28/02/2025 và Nghị định số 45/2020/NĐ-CP ngày 08/4/2020. "
        "Theo ⟦Nghị định 45⟧.",
        why="two years", status="ambiguous", candidates=("45/2025/NĐ-CP", "45/2020/NĐ-CP"), header=LATER,
    ),
    Link(
        text="Nghị định số 457/2020/NĐ-CP ngày 08/4/2020 của Chính phủ. Theo ⟦Nghị định 457/2025⟧.",
        why="the candidate is of another year; decrees are the Government's alone", status="resolved", symbol="457/2025", candidates=(), header=LATER,
    ),
    Link(
        text="Quyết định số 45/QĐ-UBND ngày 08/01/2024 và ⟪Quyết định số 45/QĐ-TTg ngày 12/01/2024⟫. "
        "Theo ⟦Quyết định 45 của Thủ tướng Chính phủ⟧.",
        why="the issuer decides", status="resolved", symbol="45/QĐ-TTg", date="2024-01-12", same=True,
    ),
    Link(
        text="Quyết định số 12/QĐ-UBND ngày 05/01/2022. ⟪Quyết định số 12/QĐ-UBND ngày 09/8/2023⟫. "
        "Theo ⟦Quyết định 12 ngày 09/8/2023⟧.",
        why="the date decides", status="resolved", symbol="12/QĐ-UBND", date="2023-08-09", same=True,
    ),
    Link(
        text="Nguồn vốn theo ⟦Quyết định 1529⟧.",
        why="nothing in the document completes it", status="unmatched", symbol="1529", candidates=(), issuer=None,
    ),
    Link(
        text="Các huyện nghèo theo ⟦Nghị quyết 30a⟧.",
        why="everybody knows which, the document does not say it", status="resolved ~ unmatched", symbol="30a",
        date=None, issuer=None,
    ),
    Link(
        text="Thông tư số 07/2023/TT-BYT ngày 05/4/2023 và Thông tư số 07/2023/TT-BTC ngày 02/02/2023. Theo ⟦TT 07/2023⟧.",
        why="number and year fit two ministries", status="ambiguous",
        candidates=("07/2023/TT-BYT", "07/2023/TT-BTC"),
    ),
    Link(
        text="⟪Nghị quyết số 80/NQ-CP ngày 19/5/2011 của Chính phủ⟫ (sau đây gọi tắt là Nghị quyết 80). "
        "Sơ kết ⟦Nghị quyết 80⟧.",
        why="a short form that was introduced", status="resolved", symbol="80/NQ-CP", date="2011-05-19", same=True,
    ),
]  # fmt: skip

SAME_NUMBERS = [
    Link(
        text="⟦Quyết định số 197/QĐ-UBND ngày 17/01/2020 của UBND tỉnh Quảng Nam⟧.\n"
        "⟪Quyết định số 197/QĐ-UBND ngày 03/02/2020 của UBND tỉnh⟫.",
        why="one number in two provinces", status="resolved", issuer="Ủy ban nhân dân tỉnh Quảng Nam",
        date="2020-01-17", same=False,
    ),
    Link(
        text="⟪Quyết định số 197/QĐ-UBND ngày 17/01/2020 của UBND tỉnh Quảng Nam⟫.\n"
        "⟦Quyết định số 197/QĐ-UBND ngày 03/02/2020 của UBND tỉnh⟧.",
        why="one number in two provinces", status="resolved", issuer=PROVINCE, date="2020-02-03", same=False,
    ),
    Link(
        text="⟪Quyết định số 197/QĐ-UBND ngày 17/01/2020 của UBND tỉnh Quảng Nam⟫.\n"
        "Quyết định số 197/QĐ-UBND ngày 03/02/2020 của UBND tỉnh.\n"
        "Học tập cách làm theo ⟦Quyết định số 197/QĐ-UBND của UBND tỉnh Quảng Nam⟧.",
        why="the issuer says whose", status="resolved", issuer="Ủy ban nhân dân tỉnh Quảng Nam", date="2020-01-17",
        same=True,
    ),
    Link(
        text="Quyết định số 197/QĐ-UBND ngày 17/01/2020 của UBND tỉnh Quảng Nam.\n"
        "Quyết định số 197/QĐ-UBND ngày 03/02/2020 của UBND tỉnh Quảng Ngãi.\nTheo ⟦Quyết định 197⟧.",
        why="one number in two provinces, neither of them our own", status="ambiguous", date=None, issuer=None,
    ),
    Link(
        text="⟦Quyết định số 12/QĐ-UBND ngày 05/01/2022⟧ và ⟪Quyết định số 12/QĐ-UBND ngày 09/8/2023⟫ của UBND tỉnh.",
        why="one number in two years", status="resolved", date="2022-01-05", same=False,
    ),
    Link(
        text="Quyết định số 12/QĐ-UBND ngày 05/01/2022. Quyết định số 12/QĐ-UBND ngày 09/8/2023. "
        "Theo ⟦Quyết định số 12/QĐ-UBND⟧.",
        why="one number in two years, and no date", status="ambiguous", symbol="12/QĐ-UBND", date=None,
    ),
    Link(
        text="Quyết định số 12/QĐ-UBND ngày 05/01/2022. Quyết định số 12/QĐ-UBND ngày 09/8/2023. Theo ⟦Quyết định 12⟧.",
        why="one number in two years", status="ambiguous", date=None,
    ),
    Link(
        text="⟪Quyết định số 12/QĐ-UBND ngày 05/01/2022 của UBND tỉnh⟫.\n"
        "⟦Quyết định số 12/QĐ-UBND ngày 05/01/2022 của UBND huyện Cam Lộ⟧.",
        why="number and day agree, the bodies do not", status="resolved",
        issuer="Ủy ban nhân dân huyện Cam Lộ", same=False,
    ),
    Link(
        text="⟪Quyết định số 12/QĐ-UBND ngày 05/01/2022 của UBND tỉnh⟫.\n"
        "Quyết định số 12/QĐ-UBND ngày 07/3/2022 của UBND huyện Cam Lộ.\nTheo ⟦Quyết định số 12/QĐ-UBND của UBND tỉnh⟧.",
        why="only the mention of the same body lends its date", status="resolved", date="2022-01-05", same=True,
    ),
    Link(
        text="Quyết định số 12/QĐ-UBND ngày 05/01/2022 của UBND huyện Hải Lăng.\n"
        "Quyết định số 12/QĐ-UBND ngày 07/3/2022 của UBND huyện Cam Lộ.\nTheo ⟦Quyết định 12⟧.",
        why="one number of two districts", status="ambiguous", date=None, issuer=None,
    ),
    Link(
        text="Quyết định số 12/QĐ-UBND ngày 05/01/2022 của UBND huyện Hải Lăng.\n"
        "Theo ⟦Quyết định số 12/QĐ-UBND của UBND huyện Cam Lộ⟧.",
        why="the date belongs to another district's decision", status="unmatched", date=None,
        issuer="Ủy ban nhân dân huyện Cam Lộ",
    ),
    Link(
        text="⟦Nghị quyết số 02-NQ/TU ngày 27/4/2016 của Tỉnh ủy⟧; ⟪Nghị quyết số 02-NQ/TU ngày 15/11/2021 của Tỉnh ủy⟫.",
        why="the Party counts anew in each term", status="resolved", date="2016-04-27", same=False,
    ),
    Link(
        text="Nghị quyết số 02-NQ/TU ngày 27/4/2016 của Tỉnh ủy; Nghị quyết số 02-NQ/TU ngày 15/11/2021 của Tỉnh ủy. "
        "Quán triệt ⟦Nghị quyết số 02-NQ/TU⟧.",
        why="two terms, and no date", status="ambiguous", symbol="02-NQ/TU", date=None,
    ),
    Link(
        text="⟪Quyết định số 88/QĐ-BCĐ ngày 05/02/2024 của Ban Chỉ đạo 389 tỉnh⟫.\n"
        "⟦Quyết định số 88/QĐ-BCĐ ngày 07/02/2024 của Ban Chỉ đạo xây dựng nông thôn mới tỉnh⟧.",
        why="two steering committees under one symbol", status=ANY, date="2024-02-07", same=False,
    ),
    Link(
        text="Quyết định số 88/QĐ-BCĐ ngày 05/02/2024 của Ban Chỉ đạo 389 tỉnh.\n"
        "Quyết định số 88/QĐ-BCĐ ngày 07/02/2024 của Ban Chỉ đạo xây dựng nông thôn mới tỉnh.\nTheo ⟦Quyết định 88⟧.",
        why="two steering committees under one symbol", status="ambiguous", date=None, issuer=None,
    ),
    Link(
        text="⟦Quyết định số 321/QĐ-UBND ngày 11/02/2020⟧ của UBND tỉnh. Quyết định số 321/QĐ-UBND ngày 12/02/2020.",
        why="one of the two days is a slip; each mention keeps its own", status=ANY, date="2020-02-11",
    ),
    Link(
        text="Quyết định số 321/QĐ-UBND ngày 11/02/2020 của UBND tỉnh. ⟦Quyết định số 321/QĐ-UBND ngày 12/02/2020⟧.",
        why="one of the two days is a slip; each mention keeps its own", status=ANY, date="2020-02-12",
    ),
    Link(
        text="⟪Nghị quyết số 31/NQ-HĐND ngày 09/12/2022 của HĐND tỉnh⟫; ⟦Nghị quyết số 31/NQ-HĐND ngày 20/12/2022 của "
        "HĐND huyện Gio Linh⟧.",
        why="one number of the councils of province and district", status="resolved",
        issuer="Hội đồng nhân dân huyện Gio Linh", same=False,
    ),
    Link(
        text="⟪Quyết định số 14/2023/QĐ-UBND ngày 05/5/2023 của UBND tỉnh⟫; ⟦Quyết định số 14/QĐ-UBND ngày 06/01/2023⟧.",
        why="a legal act and an ordinary decision count apart", status="resolved", symbol="14/QĐ-UBND", same=False,
    ),
    Link(
        text="⟪Quyết định số 382/QĐ-UBND ngày 09 tháng 3 năm 2022 của UBND tỉnh⟫; theo ⟦Quyết định 382/QÐ – UBND⟧.",
        why="print differs, the document is one", status="resolved", symbol="382/QĐ-UBND", date="2022-03-09", same=True,
    ),
    Link(
        text="⟪Quyết định số 382/QĐ-UBND ngày 09/3/2022⟫; ⟦Quyết định số 382/QĐ-UBND năm 2022⟧.",
        why="a year includes the day", status="resolved", same=True,
    ),
    Link(
        text="Quyết định số 382/QĐ-UBND ngày 09/3/2022; ⟦Quyết định số 382/QĐ-UBND năm 2023⟧.",
        why="the year speaks against the only candidate", status="resolved", date="2023",
    ),
    Link(
        text="Căn cứ ⟪Nghị định số 27/2022/NĐ-CP ngày 19/4/2022⟫; Nghị định số 38/2023/NĐ-CP ngày 24/6/2023 sửa đổi, bổ "
        "sung một số điều của ⟦Nghị định số 27/2022/NĐ-CP⟧;",
        why="the number in a title is of the same decree", status="resolved", date="2022-04-19", same=True,
    ),
]  # fmt: skip

OWN_NUMBERS = [
    Link(
        text="Kế hoạch này là cơ sở để thực hiện.\n(Kèm theo ⟦Kế hoạch số 44/KH-UBND ngày 15/3/2024 của UBND tỉnh⟧)",
        why="the line over an attachment", status="self", relation="attached_to",
    ),
    Link(
        text="Tiếp nối ⟦Kế hoạch số 44/KH-UBND ngày 20/02/2023 của UBND tỉnh⟧, năm nay UBND tỉnh yêu cầu:",
        why="its own number, but of last year", status="resolved", date="2023-02-20",
    ),
    Link(
        text="Tiếp nối ⟦Kế hoạch số 44/KH-UBND ngày 15/3/2024 của UBND huyện Cam Lộ⟧.",
        why="its own number and day, but of another body", status="resolved", issuer="Ủy ban nhân dân huyện Cam Lộ",
    ),
    Link(
        text="Điều 1. Sửa đổi, bổ sung một số điều của ⟦Quyết định số 12/QĐ-UBND ngày 05/01/2023 của UBND tỉnh⟧.",
        why="a decision that amends its namesake", status="resolved", date="2023-01-05", relation="amends",
        header=DECISION,
    ),
    Link(
        text="QUY CHẾ\n(Ban hành kèm theo ⟦Quyết định số 12/QĐ-UBND ngày 09 tháng 01 năm 2024 của UBND tỉnh⟧)",
        why="the decision that issues it is the document", status="self", relation="attached_to", header=DECISION,
    ),
    Link(
        text="PHỤ LỤC\n(Kèm theo ⟦Kế hoạch số      /KH-UBND ngày      /6/2018 của UBND huyện Cam Lộ⟧)",
        why="both blanks are of one document", status="self", symbol="/KH-UBND", relation="attached_to", header=BLANK,
    ),
    Link(
        text="PHỤ LỤC\n(Kèm theo ⟦Kế hoạch số      /KH-UBND ngày      /3/2024 của UBND tỉnh⟧)",
        why="the number was stamped on the first page only", status="self", symbol="/KH-UBND", relation="attached_to",
    ),
    Link(
        text="Thực hiện ⟦Kế hoạch số      /KH-UBND ngày      /01/2023 của UBND tỉnh⟧, các sở báo cáo kết quả.",
        why="a blank of another month is of another plan", status="unmatched", symbol="/KH-UBND",
    ),
    Link(
        text="Theo dự toán tại ⟦Quyết định số      /QĐ-UBND ngày      /3/2024 của UBND tỉnh⟧.",
        why="a blank of another type is of another document", status="unmatched", symbol="/QĐ-UBND",
    ),
    Link(
        text="Căn cứ ⟦Quyết định số 44/QĐ-UBND ngày 15/3/2024 của UBND tỉnh⟧;",
        why="its own number and day, but of another type", status="resolved", symbol="44/QĐ-UBND",
    ),
]  # fmt: skip

INCOMPLETE = [
    Link(text="Căn cứ ⟦Quyết định số 749/QĐ-TTg⟧;", why="no year", status="unmatched ~ ambiguous ~ resolved",
         symbol="749/QĐ-TTg", date=None),
    Link(text="Căn cứ ⟦Quyết định số 90/QĐ-TTg⟧;", why="no year, and there is one in most years",
         status="unmatched ~ ambiguous", symbol="90/QĐ-TTg", date=None),
    Link(text="Căn cứ ⟦Nghị định số 53/2019/NĐ-CP⟧;", why="the number has the year", status="resolved"),
    Link(text="Căn cứ ⟦Quyết định số 312/QĐ-UBND⟧;", why="no year", status="unmatched", date=None, issuer=PROVINCE),
    Link(text="Căn cứ ⟦Quyết định số 312/QĐ-UBND ngày 05/02/2024⟧;", why="the place is that of the department",
         status="resolved", issuer=PROVINCE, header=DEPARTMENT),
    Link(text="Căn cứ ⟦Quyết định số 312/QĐ-UBND ngày 05/02/2024⟧;", why="no place", status="unmatched", header=MINISTRY),
    Link(text="Căn cứ ⟦Quyết định số 312/QĐ-UBND ngày 05/02/2024⟧;", why="no place", status="unmatched", header=NOBODY),
    Link(text="Căn cứ ⟦Nghị quyết số 05-NQ/TU ngày 10/11/2021⟧;", why="no place", status="unmatched", header=MINISTRY),
    Link(text="Theo ⟦Quyết định ngày 12/3/2023 của UBND tỉnh⟧.", why="no number", status="unmatched", symbol=None,
         date="2023-03-12"),
    Link(text="Theo ⟦Quyết định số […]/QĐ-UBND ngày 12/3/2023⟧.", why="the number cannot be read", status="broken"),
    Link(
        text="Quyết định số 14/QĐ-UBND ngày 12/3/2023. Theo ⟦Quyết định số [...]/QĐ-UBND⟧.",
        why="what cannot be read is not the only one that can", status="broken",
    ),
]  # fmt: skip

LAWS = [
    Link(text="theo ⟦Luật Đất đai năm 2013⟧", why="name and year", status="resolved", symbol=None, work="45/2013/QH13"),
    Link(text="theo ⟦Luật Đất đai năm 2024⟧", why="name and year", status="resolved", symbol=None, work="31/2024/QH15"),
    Link(text="theo ⟦Luật Đất đai ngày 26 tháng 11 năm 2003⟧", why="name and day", status="resolved", work="13/2003/QH11"),
    Link(text="theo ⟦Luật Đất đai năm 2019⟧", why="there was none in that year", status="unmatched", symbol=None,
         work=None),
    Link(text="theo ⟦Luật Nhà ở năm 2015⟧", why="it is of 2014, in force from 2015", status="unmatched", work=None),
    Link(text="theo ⟦Luật Đất đai⟧", why="several generations; only one was in force that day",
         status="resolved ~ ambiguous", symbol=None, date=None, work="45/2013/QH13", header=EARLIER),
    Link(text="theo ⟦Luật Đất đai⟧", why="several generations; only one was in force that day",
         status="resolved ~ ambiguous", symbol=None, date=None, work="31/2024/QH15", header=LATER),
    Link(
        text="Hồ sơ đã nộp theo Luật Đất đai năm 2013. Hồ sơ mới theo Luật Đất đai năm 2024. "
        "Cơ quan tiếp nhận áp dụng ⟦Luật Đất đai⟧ khi trả hồ sơ.",
        why="the document itself speaks of two", status="ambiguous", date=None,
        candidates=("45/2013/QH13", "31/2024/QH15"),
    ),
    Link(
        text="Căn cứ ⟪Luật Đất đai năm 2013⟫; theo quy định của ⟦Luật Đất đai⟧.",
        why="the document says which", status="resolved", date="2013", work="45/2013/QH13", same=True,
    ),
    Link(
        text="theo ⟦Luật Tổ chức chính quyền địa phương năm 2025⟧",
        why="that year saw two of this name; in August only the second was in force", status="ambiguous ~ resolved",
        work="72/2025/QH15", header=LATER,
    ),
    Link(
        text="theo ⟦Luật Tổ chức chính quyền địa phương năm 2025⟧",
        why="that year saw two of this name; in April the second did not exist", status="ambiguous ~ resolved",
        work="65/2025/QH15", header=SPRING,
    ),
    Link(
        text="theo ⟦Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025⟧", why="the day decides",
        status="resolved", work="72/2025/QH15", header=LATER,
    ),
    Link(
        text="theo ⟦Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015⟧", why="the day decides",
        status="resolved", work="77/2015/QH13",
    ),
    Link(
        text="⟪Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015⟫; ⟦Luật sửa đổi, bổ sung một số điều của Luật "
        "Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019⟧",
        why="an amending law is not the law that it amends", status=ANY, date="2019-11-22", same=False,
    ),
    Link(
        text="⟦Luật sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế năm 2024⟧", why="two of this name; the year decides",
        status="resolved", work="51/2024/QH15", header=LATER,
    ),
    Link(
        text="⟦Luật sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế ngày 13/6/2014⟧",
        why="two of this name; the day decides", status="resolved", work="46/2014/QH13",
    ),
    Link(
        text="⟪Luật Đất đai số 31/2024/QH15⟫; theo ⟦Luật Đất đai năm 2024⟧", why="one law by number and by name",
        status="resolved", same=True, header=LATER,
    ),
    Link(
        text="⟪Luật Đất đai số 45/2013/QH13⟫; theo ⟦Luật Đất đai năm 2024⟧", why="the same name, another law",
        status="resolved", work="31/2024/QH15", same=False, header=LATER,
    ),
    Link(
        text="⟪Nghị quyết số 31/2024/QH15⟫; theo ⟦Luật Đất đai số 31/2024/QH15⟧",
        why="the National Assembly counts laws and resolutions apart", status="resolved",
        symbol="31/2024/QH15", same=False, header=LATER,
    ),
]  # fmt: skip

POINTERS = [
    Pointer(text="⟦Kế hoạch này⟧ được gửi đến các sở.", why="the document", kind="self", status="self"),
    Pointer(
        text="Điều 4. Các sở chịu trách nhiệm thi hành ⟦Quyết định này⟧.", why="the document", kind="self",
        status="self", header=DECISION,
    ),
    Pointer(
        text="Đối tượng nêu tại khoản 2 Điều 3 ⟦Quyết định này⟧.", why="the document, and where in it", kind="self",
        status="self", provisions=("khoản 2 Điều 3",), header=DECISION,
    ),
    Pointer(
        text="Nhiệm vụ tại mục III của ⟦Kế hoạch này⟧.", why="the document, and where in it", kind="self",
        status="self", provisions=("mục III",),
    ),
    Pointer(
        text="⟪Nghị quyết số 31/NQ-HĐND ngày 09/12/2022 của HĐND tỉnh⟫ giao chỉ tiêu. Thực hiện ⟦Nghị quyết nêu trên⟧.",
        why="the only one", kind="anaphora", status="resolved",
    ),
    Pointer(
        text="⟪Công văn số 59/SNV-CCHC ngày 15/01/2024 của Sở Nội vụ⟫ đề nghị báo cáo. Theo ⟦Công văn nói trên⟧.",
        why="the only one", kind="anaphora", status="resolved",
    ),
    Pointer(
        text="⟪Quyết định số 312/QĐ-UBND ngày 05/02/2024⟫ và Kế hoạch số 9/KH-UBND ngày 08/02/2024. Theo ⟦Quyết định trên⟧.",
        why="the nearer one is of another type", kind="anaphora", status="resolved",
    ),
    Pointer(
        text="Nghị quyết số 31/NQ-HĐND ngày 09/12/2022 và Nghị quyết số 35/NQ-HĐND ngày 09/12/2022 của HĐND tỉnh. "
        "Thực hiện ⟦Nghị quyết trên⟧.",
        why="two, named side by side", kind="anaphora", status="ambiguous", candidates=("31/NQ-HĐND", "35/NQ-HĐND"),
    ),
    Pointer(
        text="Nghị quyết số 31/NQ-HĐND ngày 09/12/2022 và Nghị quyết số 35/NQ-HĐND ngày 09/12/2022 của HĐND tỉnh. "
        "Thực hiện ⟦các Nghị quyết trên⟧.",
        why="both are meant", kind="anaphora", candidates=("31/NQ-HĐND", "35/NQ-HĐND"),
    ),
    Pointer(
        text="Nghị quyết số 31/NQ-HĐND ngày 09/12/2022 của HĐND tỉnh. Nghị quyết số […]/NQ-HĐND về đầu tư công. "
        "Thực hiện ⟦Nghị quyết trên⟧.",
        why="the last one cannot be read: the one before it is not meant", kind="anaphora", status="broken",
    ),
    Pointer(
        text="I. CĂN CỨ\nNghị quyết số 31/NQ-HĐND ngày 09/12/2022 của HĐND tỉnh.\n"
        "II. MỤC TIÊU\n1. Mục tiêu chung\nNâng cao chất lượng phục vụ người dân.\n2. Mục tiêu cụ thể\n"
        "Giảm thời gian giải quyết hồ sơ.\nTăng tỷ lệ hồ sơ trực tuyến.\nIII. NHIỆM VỤ\n1. Tuyên truyền\n"
        "Báo, đài đưa tin về cải cách hành chính.\n2. Tập huấn\nSở Nội vụ mở lớp tập huấn cho cán bộ.\n3. Kiểm tra\n"
        "Kiểm tra hằng quý tại các xã.\nIV. TỔ CHỨC THỰC HIỆN\nCác sở thực hiện ⟦Nghị quyết trên⟧.",
        why="too far away, three sections on", kind="anaphora", status="unmatched",
    ),
    Pointer(
        text="Các sở thực hiện ⟦Nghị quyết nêu trên⟧ theo phân công.", why="none before it", kind="anaphora",
        status="unmatched",
    ),
    Pointer(
        text="Theo ⟦Nghị quyết nêu trên⟧, Sở Y tế ban hành hướng dẫn. Nghị quyết số 31/NQ-HĐND ngày 09/12/2022.",
        why="what comes later is not above", kind="anaphora", status="unmatched",
    ),
    Pointer(
        text="Nghị quyết số 31/NQ-HĐND ngày 09/12/2022 của HĐND tỉnh. Theo ⟦Quyết định nêu trên⟧.",
        why="none of its type", kind="anaphora", status="unmatched",
    ),
    Pointer(
        text="⟪Nghị quyết số 31/NQ-HĐND ngày 09/12/2022 của HĐND tỉnh⟫. Theo ⟦văn bản nêu trên⟧.",
        why="any type is a văn bản", kind="anaphora", status="resolved",
    ),
    Pointer(
        text="Nghị quyết số 31/NQ-HĐND ngày 09/12/2022, Quyết định số 312/QĐ-UBND ngày 05/02/2024 và Kế hoạch số "
        "9/KH-UBND ngày 08/02/2024. Theo ⟦văn bản nêu trên⟧.",
        why="which of the list?", kind="anaphora", status="ambiguous",
        candidates=("31/NQ-HĐND", "312/QĐ-UBND", "9/KH-UBND"),
    ),
    Pointer(
        text="⟪Quyết định số 2410/QĐ-UBND ngày 03/8/2022 của UBND tỉnh⟫ phê duyệt Chương trình giảm nghèo (sau đây gọi là "
        "Chương trình). Kinh phí thực hiện ⟦Chương trình⟧ do ngân sách bảo đảm.",
        why="introduced", kind="alias", status="resolved",
    ),
    Pointer(
        text="⟪Quyết định số 1722/QĐ-TTg ngày 02/9/2016⟫ (sau đây gọi là Chương trình). Mục tiêu của ⟦Chương trình⟧ đã đạt.\n"
        "Quyết định số 2410/QĐ-UBND ngày 03/8/2022 (sau đây gọi là Chương trình).",
        why="introduced anew only later", kind="alias", status="resolved",
    ),
    Pointer(
        text="Quyết định số 1722/QĐ-TTg ngày 02/9/2016 (sau đây gọi là Chương trình). Mục tiêu đã đạt.\n"
        "⟪Quyết định số 2410/QĐ-UBND ngày 03/8/2022⟫ (sau đây gọi là Chương trình). Mục tiêu của ⟦Chương trình⟧ cao hơn.",
        why="the last introduction counts", kind="alias", status="resolved",
    ),
    Pointer(
        text="Quyết định số 2410/QĐ-UBND ngày 03/8/2022 (sau đây gọi là Chương trình). Các ⟦chương trình⟧ khác giữ nguyên.",
        why="in small letters it is any programme", kind=None,
    ),
    Pointer(
        text="Kinh phí thực hiện ⟦Chương trình⟧ do ngân sách bảo đảm.", why="nothing introduces it", kind=None,
    ),
    Pointer(
        text="các xã, phường, thị trấn (sau đây gọi là cấp xã). Quyết định số 312/QĐ-UBND ngày 05/02/2024 giao ⟦cấp xã⟧.",
        why="the alias of bodies is none of a document", kind=None,
    ),
    Pointer(
        text="⟪Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ⟫ (sau đây gọi tắt là Đề án). Kết quả ⟦Đề án⟧ "
        "được báo cáo hằng tháng.",
        why="introduced", kind="alias", status="resolved",
    ),
]  # fmt: skip

LINKS = [*SHORT_FORMS, *SAME_NUMBERS, *OWN_NUMBERS, *INCOMPLETE, *LAWS]
