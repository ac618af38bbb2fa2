"""Whether two tasks name different things of one sort (khác loại): what is done against measles is not what is done
against rabies, however like the words are. Compared are three sorts whose names exclude each other: infectious
diseases, levels of school, and groups of land. The names are those that plans use (usage, medium). A task that names
none of a sort, or one name that the other has too, says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.facts import TaskFact
from corpus.words import exact

# A name for each spelling; what is also a word of another meaning only after `bệnh`, `dịch`, `vắc xin`.
_AFTER = r"(?:bệnh|dịch|vắc xin|vắc-xin|vaccine) "
_SORTS: tuple[dict[str, str], ...] = (
    {
        **{
            name: name
            for name in (
                *("sởi", "bạch hầu", "ho gà", "uốn ván", "bại liệt", "quai bị", "thủy đậu", "rubella"),
                *("sốt rét", "thương hàn", "liên cầu lợn", "đậu mùa khỉ", "viêm não nhật bản", "viêm gan"),
                *("viêm da nổi cục", "lở mồm long móng", "tai xanh", "cúm gia cầm"),
            )
        },
        "(?:dịch )?tả lợn châu phi": "tả lợn châu phi",
        "sốt xuất huyết": "sốt xuất huyết",
        "cúm": "cúm",
        "tay[, -]+chân[, -]+miệng": "tay chân miệng",
        "covid(?:-19)?": "covid",
        "hiv(?:/aids)?": "hiv",
        f"{_AFTER}dại": "dại",
        f"{_AFTER}tả": "tả",
        f"{_AFTER}than": "than",
        f"{_AFTER}lao": "lao",
    },
    {
        "mầm non|mẫu giáo|nhà trẻ": "mầm non",
        "tiểu học": "tiểu học",
        "trung học cơ sở|thcs": "trung học cơ sở",
        "trung học phổ thông|thpt": "trung học phổ thông",
    },
    {
        "đất nông nghiệp": "nông nghiệp",
        "đất phi nông nghiệp": "phi nông nghiệp",
        "đất chưa sử dụng": "chưa sử dụng",
    },
)
_NAMES = tuple(
    tuple((re.compile(rf"(?<!\w)(?:{said})(?!\w)"), name) for said, name in sort.items()) for sort in _SORTS
)


def other_kinds(one: TaskFact, other: TaskFact) -> tuple[str, str] | None:
    """What each of two tasks names of a sort, where they have nothing of it in common; else `None`.

    >>> from corpus.facts import TaskFact
    >>> more = dict(id=1, document_id=1, name="t1", start=0, end=9, section=None, page=None, lead=(), support=(),
    ...     due=(), deliverable=None)
    >>> said = [TaskFact(quote=f"Tiêm vắc xin phòng {name} cho trẻ mầm non", **more)
    ...     for name in ("bệnh sởi", "bệnh dại", "bệnh sởi, rubella", "bệnh")]
    >>> other_kinds(said[0], said[1]), other_kinds(said[0], said[2]), other_kinds(said[0], said[3])
    (('sởi', 'dại'), None, None)
    """
    texts = exact(one.quote), exact(other.quote)
    for sort in _NAMES:
        ours, theirs = ([name for words, name in sort if words.search(text)] for text in texts)
        if ours and theirs and not {*ours} & {*theirs}:
            return _shown(ours), _shown(theirs)
    return None


def _shown(names: Sequence[str]) -> str:
    """The names, without one that is part of another (`cúm` of `cúm gia cầm`)."""
    return ", ".join(name for name in names if not any(name != one and name in one for one in names))
