"""Whether a task is about the document in which it stands (việc của chính văn bản ấy): `báo cáo kết quả thực hiện Kế
hoạch này` of one plan is another report than the same words in another plan. How plans speak of themselves is usage:
the type with `này`, or the type of the document alone, with no name and no number after it."""

from __future__ import annotations

import re

from corpus.facts import DocumentFact, TaskFact
from corpus.words import exact

_TYPES = (
    "kế hoạch|chương trình|đề án|phương án|quyết định|chỉ thị|nghị quyết|kết luận|công văn|hướng dẫn|văn bản"
)
_THIS = re.compile(rf"(?<!\w)(?:{_TYPES}) này(?!\w)")
_GOES_ON = (
    "tại|theo|trước|trên|gửi|hằng|hàng|định kỳ|đúng|và|của (?:đơn vị|địa phương|ngành)"
    "|về (?:ủy ban|ubnd|sở|bộ|văn phòng|thường trực)"
)
_NO_NAME = rf"(?=\s*(?:$|[.,;:)]|(?:{_GOES_ON})(?!\w)))"


def is_about_itself(task: TaskFact, document: DocumentFact) -> bool:
    """Whether a task speaks of carrying out the document in which it stands.

    >>> from corpus.facts import DocumentFact, TaskFact
    >>> more = dict(id=1, document_id=1, name="t1", start=0, end=9, section=None, page=None, lead=(), support=(),
    ...     due=(), deliverable=None)
    >>> plan = DocumentFact(id=1, work_id=1, path="kh.txt", sha256="", type="Kế hoạch", number=None, issuer=None,
    ...     place=None, date=None, title=None, uri=None, pages=None)
    >>> [is_about_itself(TaskFact(quote=f"Kiểm tra việc thực hiện {what}", **more), plan)
    ...     for what in ("Kế hoạch này", "Kế hoạch tại các xã", "Kế hoạch về phòng dịch", "Đề án tại các xã")]
    [True, True, False, False]
    """
    text = exact(task.quote)
    own = re.escape(exact(document.type or ""))
    return bool(
        _THIS.search(text)
        or (own and re.search(rf"(?<!\w)(?:thực hiện|triển khai)(?: các nội dung)? {own}{_NO_NAME}", text))
    )
