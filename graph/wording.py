"""What of a task's words says which work it is: its own words, and not the office's.

    UBND huyện chủ trì, phối hợp với Sở Y tế tổ chức tập huấn phòng bệnh dại trước ngày 30/6/2025
                                                     ‾‾‾‾‾‾‾‾ ‾‾‾‾‾‾‾‾‾‾‾‾‾‾
Taken out: the bodies of the task, the day (it is compared as a day), symbols of documents, and the phrases that stand
in every plan (`chủ trì, phối hợp với`, `trên địa bàn`, `công tác`). Words for one action count as one (`phổ biến` is
`tuyên truyền`, `thanh tra` is `kiểm tra`); with what action a task begins is compared apart. The lists are of usage in
plans; none of them decides alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from corpus.facts import TaskFact
from corpus.words import exact

MOST_CHARACTERS = 2000
"""So much of a task is compared; what follows are details of the same work."""

_WORD, _COMPOUND, _PAIR = 0.5, 1.5, 1.5  # most words of Vietnamese have two syllables, so one alone says less

_ACTIONS = {
    "kế_hoạch": "kế hoạch|chương trình hành động|phương án thực hiện",
    "tuyên_truyền": "tuyên truyền|phổ biến|truyền thông|vận động|quán triệt",
    "tập_huấn": "tập huấn|bồi dưỡng|đào tạo|mở lớp|mở các lớp|huấn luyện",
    "kiểm_tra": "thanh tra|kiểm tra|giám sát|kiểm soát|hậu kiểm|tuần tra",
    "rà_soát": "rà soát|thống kê|điều tra|lập danh sách|tổng rà soát",
    "báo_cáo": "báo cáo|tổng hợp|sơ kết|tổng kết|đánh giá",
    "xây_dựng": "đầu tư xây dựng|xây mới|xây dựng mới|xây dựng",
    "sửa_chữa": "sửa chữa|cải tạo|nâng cấp|tu bổ",
    "kinh_phí": "bố trí kinh phí|cân đối kinh phí|kinh phí|phân bổ vốn|ngân sách",
    "mua_sắm": "mua sắm|mua|trang bị|trang cấp",
    "xử_lý": "xử lý|xử phạt|khắc phục|giải tỏa",
    "diễn_tập": "diễn tập|thực tập phương án",
    "thẩm_định": "thẩm định|thẩm tra|phê duyệt",
    "tuyển_dụng": "tuyển dụng|bố trí nhân lực|điều động|luân chuyển",
    "hỗ_trợ": "hỗ trợ|trợ giúp|trợ cấp",
    "cho_vay": "cho vay|giải ngân|vay vốn",
    "tiêm_phòng": "tiêm phòng|tiêm chủng|tiêm vắc xin",
}
_SAME = {
    "rác": "chất thải rắn|rác thải|chất thải",
    "hạn_chế": "hạn chế|giảm sử dụng|giảm thiểu",
    "pccc": "phòng cháy, chữa cháy|phòng cháy và chữa cháy|phòng cháy chữa cháy|pccc",
    "cứu_nạn": "cứu nạn, cứu hộ|cứu hộ, cứu nạn|cứu nạn cứu hộ|cnch",
    "hộ_nghèo": "hộ nghèo",
}
_IDLE = (
    "chủ trì, phối hợp với|chủ trì phối hợp với|chủ trì và phối hợp với|phối hợp chặt chẽ với|phối hợp với|chủ trì"
    "|có trách nhiệm|chịu trách nhiệm|trên địa bàn|theo quy định của pháp luật|đúng quy định|theo quy định|quy định"
    "|có hiệu quả|hiệu quả|kịp thời|các cơ quan, đơn vị|các đơn vị liên quan|cơ quan liên quan|đơn vị liên quan"
    "|chức năng, nhiệm vụ được giao|chức năng nhiệm vụ|thuộc thẩm quyền|phạm vi quản lý|giao cho|yêu cầu|đề nghị"
    "|tăng cường|đẩy mạnh|nâng cao|tiếp tục|tham mưu|chỉ đạo|hướng dẫn|tổ chức|triển khai|thực hiện|tiến hành"
    "|công tác|phục vụ|thành phố|thị trấn|cơ sở|địa phương|nội dung|nhiệm vụ|giải pháp|đảm bảo|bảo đảm|đồng bộ"
    "|nghiêm túc|đầy đủ|kết quả|tình hình|cá nhân|đơn vị|cơ quan|phối hợp|liên quan|trở lên"
    "|ra quân|phát động|ban hành|hoàn thành|hằng năm|hàng năm|trong năm|ủy ban nhân dân|hội đồng nhân dân|ubnd|hđnd"
)
_LITTLE_WORDS = frozenset(
    (
        *(
            "và",
            "của",
            "các",
            "những",
            "về",
            "cho",
            "theo",
            "với",
            "tại",
            "trong",
            "ở",
            "từ",
            "đến",
            "để",
            "được",
        ),
        *(
            "là",
            "có",
            "trên",
            "do",
            "khi",
            "vào",
            "này",
            "đối",
            "một",
            "việc",
            "năm",
            "tỉnh",
            "huyện",
            "xã",
            "cấp",
        ),
        *(
            "lập",
            "trình",
            "gửi",
            "trước",
            "ngày",
            "tháng",
            "quý",
            "như",
            "hoặc",
            "mới",
            "lên",
            "ra",
            "sau",
            "cùng",
        ),
        *("bằng", "người", "không", "thuộc", "tốt", "hết", "phường"),
    )
)
_DAY = re.compile(
    r"(?:(?:hoàn thành|xong|gửi|trình)\s)?(?:trước|trong|chậm nhất|muộn nhất|từ|đến|vào|ngày|tháng|quý|năm|hết|là|cuối"
    r"|đầu|[,\s]){0,8}(?:ngày\s*\d{1,2}(?:[/.-]\d{1,2}){0,1}(?:[/.-]\d{4})?(?:\s*tháng\s*\d{1,2})?(?:\s*năm\s*\d{4})?"
    r"|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2}[/.-]\d{4}|\d{1,2}[/.-]\d{1,2}(?!\d)|tháng\s*\d{1,2}(?:[/.-]\d{4}|\s*năm\s*\d{4})?"
    r"|quý\s*[ivx\d]+(?:[/.-]\d{4}|\s*năm\s*\d{4})?|năm\s*\d{4}|giai đoạn\s*\d{4}\s*-\s*\d{4})"
)
_SYMBOL = re.compile(r"(?:số\s*)?\d{1,5}[a-z]?/(?:\d{4}/)?[a-zđ&-]{2,30}(?:-[a-zđ&-]{1,20})*\d{0,2}")
_ASSIGNING = re.compile(
    r"(?<!\w)(?:chủ trì|phối hợp(?: chặt chẽ)?(?: cùng)?(?: với)?|giao(?: cho)?|có trách nhiệm|hoàn thành"
    r"|thời gian|thời hạn|xong)(?!\w)"
)
_FIGURE = re.compile(r"\d+|\b[ivx]+\b")
_SIGNS = re.compile(r"[\W_]+")
_TOKEN = re.compile(r"[^\W_]+(?:_[^\W_]+)*")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Wording:
    """A task as it is compared: its `text` without the office's words, its terms (words, and two words in a row with
    `_` between) with what each counts before rarity, its actions in their order and its numbers; `whole` is all of it
    in lower case."""

    whole: str
    text: str
    terms: dict[str, float]
    actions: tuple[str, ...]
    numbers: frozenset[str]


def bare(task: TaskFact) -> str:
    """What is to be done, in lower case and without signs: the bodies of the task, the words that assign it and the
    day are out, so two that are equal differ in these at most.

    >>> from corpus.facts import TaskFact
    >>> words = "Sở Y tế chủ trì, phối hợp với Sở Tài chính mua thuốc phòng dịch (trước ngày 30/6/2025)."
    >>> bare(TaskFact(id=1, document_id=1, name="t1", quote=words, start=0, end=9, section=None, page=None,
    ...     lead=("Sở Y tế",), support=("Sở Tài chính",), due=("2025-06-30",), deliverable=None))
    'mua thuốc phòng dịch'
    """
    text = _without_bodies(" ".join(exact(task.quote).split()), task)
    return " ".join(_SIGNS.sub(" ", _ASSIGNING.sub(" ", _DAY.sub(" ", text))).split())


def said_days(task: TaskFact) -> tuple[str, ...]:
    """The figures of the days that a task's words tell, whatever is made of them.

    >>> from corpus.facts import TaskFact
    >>> said_days(TaskFact(id=1, document_id=1, name="t1", quote="Nộp 05 báo cáo trước 01/7 và trong quý IV năm 2025",
    ...     start=0, end=9, section=None, page=None, lead=(), support=(), due=(), deliverable=None))
    ('1', '7', 'iv', '2025')
    """
    found = (day.group() for day in _DAY.finditer(exact(task.quote)))
    return tuple(figure.lstrip("0") for day in found for figure in _FIGURE.findall(day))


def _without_bodies(text: str, task: TaskFact) -> str:
    for body in sorted((exact(name) for name in (*task.lead, *task.support)), key=len, reverse=True):
        text = text.replace(body, " ; ")
    return text


def wording(task: TaskFact) -> Wording:
    """The words of a task that say which work it is.

    >>> from corpus.facts import TaskFact
    >>> words = "Sở Y tế chủ trì, phối hợp với Sở Tài chính mua thuốc phòng dịch trước ngày 30/6/2025"
    >>> said = wording(TaskFact(id=1, document_id=1, name="t1", quote=words, start=0, end=9, section=None, page=None,
    ...     lead=("Sở Y tế",), support=("Sở Tài chính",), due=("2025-06-30",), deliverable=None))
    >>> said.text, said.actions
    ('thuốc phòng dịch', ('mua_sắm',))
    """
    whole = " ".join(exact(task.quote[:MOST_CHARACTERS]).split())
    text = _actions().sub(_named, _SYMBOL.sub(" ", _DAY.sub(" ", _without_bodies(whole, task))))
    words = [match.group() for match in _TOKEN.finditer(_idle().sub(" ; ", text))]
    actions = tuple(dict.fromkeys(word for word in words if word in _ACTIONS))
    own = [word for word in words if word not in actions[:1]]
    return Wording(
        whole=whole,
        text=" ".join(word for word in own if word not in _LITTLE_WORDS),
        terms=dict(_terms(own)),
        actions=actions,
        numbers=frozenset(_NUMBER.findall(text)),
    )


def _terms(words: list[str]) -> Iterator[tuple[str, float]]:
    for at, word in enumerate(words):
        little, before = word in _LITTLE_WORDS, at > 0 and words[at - 1] not in _LITTLE_WORDS
        if not little:
            yield word, _COMPOUND if "_" in word else _WORD
            if before:
                yield f"{words[at - 1]} {word}", _PAIR


def differ(one: Wording, other: Wording) -> bool:
    """Whether the two do different things: what either begins with, the other does not do at all.

    >>> from dataclasses import replace
    >>> said = Wording(whole="", text="", terms={}, actions=("kế_hoạch", "tập_huấn"), numbers=frozenset())
    >>> [differ(said, replace(said, actions=actions)) for actions in (("kinh_phí", "tập_huấn"), ("tập_huấn",))]
    [True, False]
    """
    if not one.actions or not other.actions:
        return False
    return one.actions[0] not in other.actions and other.actions[0] not in one.actions


@lru_cache(maxsize=1)
def _meanings() -> dict[str, str]:
    named = {**_ACTIONS, **_SAME}
    return {phrase: name for name, phrases in named.items() for phrase in phrases.split("|")}


@lru_cache(maxsize=1)
def _actions() -> re.Pattern[str]:
    return _any_of(_meanings())


@lru_cache(maxsize=1)
def _idle() -> re.Pattern[str]:
    return _any_of(_IDLE.split("|"))


def _any_of(phrases: object) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)  # type: ignore[call-overload]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def _named(said: re.Match[str]) -> str:
    return f" {_meanings()[said.group()]} "
