"""Which bodies (cơ quan) the rule data know by a name, and the kinds that bodies are told apart by.

`KINDS` is the whole vocabulary: that of `agencies.tsv`, and what names have besides that no row lists. A person who
answers for a body is a `post`, an organ of a body (`Thường trực Hội đồng nhân dân`) is of the kind of the body.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from rulebook.spelling import key
from rulebook.tables import AgencyName, agencies, valid_on

KINDS = {
    "association": "hội, hiệp hội, liên minh, liên hiệp",
    "audit": "Kiểm toán nhà nước",
    "bank": "ngân hàng, chi nhánh và phòng giao dịch ngân hàng",
    "collective": "nhiều cơ quan gọi chung",
    "council": "hội đồng tư vấn, thẩm định, nghĩa vụ quân sự, ...",
    "court": "tòa án",
    "customs": "hải quan",
    "department": "sở, và cơ quan ngang sở",
    "division": "phòng, và cơ quan ngang phòng",
    "enterprise": "doanh nghiệp, công ty, hợp tác xã, hộ kinh doanh",
    "front": "Mặt trận Tổ quốc",
    "fund": "quỹ",
    "government": "Chính phủ; chính quyền địa phương",
    "head_of_state": "Chủ tịch nước",
    "hospital": "bệnh viện, trung tâm y tế, trạm y tế, cơ sở khám bệnh",
    "inspectorate": "thanh tra",
    "insurance": "bảo hiểm xã hội",
    "legislature": "Quốc hội và cơ quan của Quốc hội",
    "locality": "tỉnh, huyện, xã, địa phương",
    "management_board": "ban quản lý",
    "media": "báo, đài, tạp chí, cổng thông tin, nhà xuất bản",
    "military": "quân sự, biên phòng",
    "ministry": "bộ, cơ quan ngang bộ",
    "office": "văn phòng",
    "organisation": "tổ chức nói chung",
    "party": "cơ quan, tổ chức của Đảng",
    "people": "cá nhân, hộ gia đình, cán bộ, nhân dân",
    "peoples_committee": "Ủy ban nhân dân",
    "peoples_council": "Hội đồng nhân dân",
    "police": "công an",
    "post": "người giữ chức vụ: giám đốc, chủ tịch, trưởng ban, thành viên",
    "procuracy": "viện kiểm sát",
    "research": "viện nghiên cứu, học viện không dạy học",
    "school": "trường, học viện, đại học",
    "sector": "ngành",
    "service": "tổng cục, cục, chi cục, vụ, trung tâm, trạm, hạt",
    "statistics": "thống kê",
    "steering_committee": "ban chỉ đạo, ban chỉ huy phòng chống thiên tai, ủy ban liên ngành",
    "task_force": "tổ công tác, đoàn kiểm tra, đội, nhóm",
    "tax": "thuế",
    "treasury": "kho bạc",
    "union": "tổ chức chính trị - xã hội: công đoàn, thanh niên, phụ nữ, nông dân, cựu chiến binh",
    "unit": "đơn vị, khoa, phòng nội bộ",
    "village": "thôn, bản, ấp, tổ dân phố",
}


@lru_cache(maxsize=20_000)
def bodies_called(name: str, day: date | None = None) -> tuple[AgencyName, ...]:
    """The rows of `agencies.tsv` that bear `name` (official, a variant or an abbreviation), compared by `key`: those
    that stood on `day`, or else all of them.

    >>> [(row.kind, row.level) for row in bodies_called("Sở Tài chính")]
    [('department', 'province')]
    >>> [row.level for row in bodies_called("Phòng Kinh tế", date(2025, 9, 1))]
    ['commune']
    """
    rows = _by_key().get(key(name), ())
    return tuple(row for row in rows if day is None or valid_on(row, day)) or rows


@lru_cache(maxsize=1)
def _by_key() -> dict[str, tuple[AgencyName, ...]]:
    found: dict[str, dict[str, AgencyName]] = {}
    for row in agencies():
        for name in (row.name, *row.variants, *row.abbreviations):
            found.setdefault(key(name), {})[row.id] = row
    return {name: tuple(rows.values()) for name, rows in found.items()}
