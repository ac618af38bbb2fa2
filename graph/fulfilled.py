"""What a plan does by being there (thực hiện bằng chính việc ban hành): `ban hành kế hoạch thực hiện Chương trình` is
done by the plan itself, and `chịu trách nhiệm thi hành Quyết định này` asks for nothing that a plan would repeat."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.facts import DocumentFact, TaskFact
from rulebook.spelling import key

_ALL_OF_IT = re.compile(
    r"^(?:\w+ ){0,12}chiu trach nhiem truoc\b"
    r"|chiu trach nhiem (?:thi hanh|thuc hien|to chuc thuc hien) (?:\w+ ){1,4}nay\b"
    r"|^(?:yeu cau|de nghi) .*\b(?:nghiem tuc|khan truong|to chuc) (?:to chuc |trien khai )*thuc hien"
    r"(?: (?:\w+ ){0,3}nay)?$"
    r"|\b(?:phan anh|bao cao|lien he|trao doi|kien nghi)\b.*\b(?:kho khan|vuong mac)\b"
    r"|\b(?:kho khan|vuong mac)\b.*\b(?:phan anh|bao cao|lien he|trao doi|kien nghi)\b"
)
_ELSEWHERE = re.compile(r"\b(?:to chuc|trien khai) thuc hien(?: tren dia ban(?: \w+){0,3})?$")
_MAKES = r"(?:xay dung|ban hanh|lap|hoan thanh)(?: va ban hanh| ban hanh)?"
_UP_TO = re.compile(r" (?:truoc|trong (?:quy|thang|nam)|xong|cham nhat|hoan thanh|gui) ")
_CARRYING_OUT = re.compile(r"(?:(?:to chuc|trien khai|cu the|hoa|hanh dong|chi tiet)\s*)*(?:thuc hien)?\b")
# What points at the document above or at the place, and so tells no other plan from this one.
_POINTING = frozenset(
    (
        *(
            "nay",
            "tren",
            "dia",
            "ban",
            "tinh",
            "huyen",
            "xa",
            "phuong",
            "thanh",
            "pho",
            "cua",
            "don",
            "vi",
            "minh",
        ),
        *(
            "cap",
            "nganh",
            "so",
            "ngay",
            "thang",
            "nam",
            "theo",
            "tai",
            "ve",
            "va",
            "de",
            "duoc",
            "giao",
            "hang",
        ),
        *("cong", "tac", "nhiem", "vu", "phu", "hop", "voi"),
    )
)


def is_general(task: TaskFact) -> bool:
    """Whether a task only says that the document is to be carried out, or that difficulties are to be told.

    >>> from corpus.facts import TaskFact
    >>> more = dict(id=1, document_id=1, name="t1", start=0, end=9, section=None, page=None, support=(), due=())
    >>> said = "Chủ tịch Ủy ban nhân dân các xã, phường chịu trách nhiệm thi hành Quyết định này."
    >>> is_general(TaskFact(quote=said, lead=(), deliverable=None, **more))
    True
    """
    return bool(_ALL_OF_IT.search(key(task.quote)))


def has_no_content(task: TaskFact) -> bool:
    """Whether a task only says who carries something out, and what stands elsewhere (`Ủy ban nhân dân các huyện chỉ đạo
    Công an cấp huyện tổ chức thực hiện trên địa bàn`)."""
    return bool(_ELSEWHERE.search(key(task.quote)))


def asks_for(task: TaskFact, above: DocumentFact, plan: DocumentFact) -> bool:
    """Whether a task of the document above asks for this very plan: it is of the type that is to be made, and nothing
    in the words tells another one from it."""
    return any(_made_as(kind, task, above, plan) for kind in _kinds_of(plan))


def _made_as(kind: str, task: TaskFact, above: DocumentFact, plan: DocumentFact) -> bool:
    made = re.search(rf"\b{_MAKES} (?:\w+ )?{kind}\b(?P<rest>.*)", key(task.quote))
    if not made:
        return False
    rest = key(task.deliverable or "").removeprefix(kind) if _is(task.deliverable, kind) else made["rest"]
    rest = _UP_TO.split(rest)[0].strip()
    carrying_out = _CARRYING_OUT.match(rest)
    about = rest[carrying_out.end() :] if carrying_out else rest
    named = {*key(f"{above.type} {above.number} {above.title}").split(), *key(plan.title or "").split()}
    return all(word in _POINTING or word in named for word in about.split())


def _kinds_of(plan: DocumentFact) -> Iterator[str]:
    """What sort of document the plan is, or issues (`Quyết định ... ban hành Kế hoạch`), as keys."""
    title = key(plan.title or "")
    if issued := re.search(r"\bban hanh (ke hoach|chuong trinh|de an|phuong an|quy che|quy dinh)\b", title):
        yield issued[1]
    if plan.type:
        yield key(plan.type)
    if re.search(r"\bhuong dan\b", title):
        yield "van ban huong dan"
        yield "huong dan"


def _is(deliverable: str | None, kind: str) -> bool:
    return key(deliverable or "").startswith(kind)
