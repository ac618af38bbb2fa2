"""When a fact of a reading and a fact of an annotation mean the same: one rule for each kind of fact.

Likeness goes from 0 to 100. A quote may begin or end elsewhere than the annotation's and still mean the same place,
so quotes are compared loosely, and what they say (a number, a day, a body) to the letter or nearly.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from rapidfuzz.fuzz import partial_ratio, ratio, token_sort_ratio

from bench.same_words import folded, name_words, symbol, words

Fact = Mapping[str, Any]
Likeness = Callable[[Fact, Fact], float]

# Two letters of print in a short name, and one word in a long title.
_SAME_NAME, _SAME_TITLE = 88, 90
_OPENING, _LONG_OPENING = 60, 160  # characters
_SUBJECT = ("v v ", "về việc ")


def same_body(one: str, other: str) -> bool:
    """Whether two names are of one body (`same_words.name_words`), in whatever order of their words.

    >>> same_body("Sở TN&MT", "Sở Tài nguyên và Môi trường"), same_body("Sở Y tế", "Sở Nội vụ")
    (True, False)
    """
    return token_sort_ratio(name_words(one), name_words(other)) >= _SAME_NAME


def same_issuer(one: str, other: str) -> bool:
    """As `same_body`; a place at the end that only one of them names is no difference. No name is no issuer.

    >>> same_issuer("UBND tỉnh", "Ủy ban nhân dân tỉnh Quảng Trị"), same_issuer("", "Chính phủ")
    (True, False)
    """
    if not (one and other):
        return False
    short, long = sorted((name_words(one), name_words(other)), key=len)
    return long.startswith(short + " ") or same_body(one, other)


def same_part(key: str, want: str | None, said: str | None) -> bool:
    """Whether a part of the header is told: a number without its blanks, a date to the letter, an issuer as a body,
    a title nearly and without `V/v` or `Về việc`, all else by its words.

    >>> same_part("title", "Về việc phòng, chống dịch", "phòng chống dịch"), same_part("date", "2025-03", "2025")
    (True, False)
    """
    if key == "number":
        return symbol(want) == symbol(said)
    if key == "date":
        return want == said
    if key == "issuer":
        return same_issuer(want or "", said or "")
    if key == "title":
        return bool(want and said) and ratio(_bare_title(want), _bare_title(said)) >= _SAME_TITLE
    return words(want) == words(said)


def citation_likeness(gold: Fact, said: Fact) -> float:
    """Of two mentions with a symbol, 0 unless it is the same, then from 50 up the more the quotes share. Of two
    without, the likeness of the quotes or of the titles, whichever is greater.

    >>> citation_likeness({"quote": "QĐ 5", "symbol": "5/QĐ-TTg"}, {"quote": "QĐ 5", "symbol": "6/QĐ-TTg"})
    0.0
    """
    number = symbol(gold.get("symbol"))
    if number != symbol(said.get("symbol")):
        return 0.0
    if number:
        return 50 + partial_ratio(folded(gold["quote"]), folded(said.get("quote"))) / 2
    quotes = ratio(words(gold["quote"]), words(said.get("quote")))
    return max(quotes, token_sort_ratio(_cited_title(gold), _cited_title(said)))


def deadline_likeness(gold: Fact, said: Fact) -> float:
    """The same words 100, words within the other's 90, else how alike they are.

    >>> deadline_likeness({"quote": "trước ngày 15 hằng tháng"}, {"quote": "ngày 15 hằng tháng"})
    90.0
    """
    one, other = words(gold["quote"]), words(said.get("quote"))
    if one == other:
        return 100.0
    return 90.0 if one and other and (one in other or other in one) else ratio(one, other)


def task_likeness(gold: Fact, said: Fact) -> float:
    """100 where the first 60 letters are the same, else how alike the quotes or their first 160 letters are. What a
    page break or a footnote has cut off (`quote_rest`) belongs to the quote.

    >>> task_likeness({"quote": "Rà soát,", "quote_rest": "báo cáo."}, {"quote": "Rà soát, báo cáo."})
    100.0
    """
    one, other = _task_words(gold), _task_words(said)
    if one[:_OPENING] == other[:_OPENING]:
        return 100.0
    return max(ratio(one, other), ratio(one[:_LONG_OPENING], other[:_LONG_OPENING]))


def deadline_value(deadline: Fact) -> tuple[str | None, ...]:
    """What a deadline says, in whatever words: last day, recurrence, span, symbol of the document that it points at.

    >>> deadline_value({"quote": "trước ngày 20/4/2020", "due": "2020-04-20", "bound": "before"})
    ('2020-04-20', None, None, None)
    """
    due, recurrence, duration = (deadline.get(key) or None for key in ("due", "recurrence", "duration"))
    return due, recurrence, duration, symbol(deadline.get("reference"))


def due_values(task: Fact) -> list[str]:
    """When a task is due, in whatever order.

    >>> due_values({"due": ["P15D", "2020-04-20"]})
    ['2020 04 20', 'p15d']
    """
    return sorted(words(str(due)) for due in task.get("due") or [])


def paired(
    golds: Sequence[Fact], said: Sequence[Fact], likeness: Likeness, least: float
) -> list[tuple[int, int]]:
    """The places of facts that mean the same, each used once: the most alike first; among equals those that stand at
    the same part of the two lists (then the later ones), as a document says many things twice.

    >>> twice = [{"quote": "hằng năm"}, {"quote": "hằng năm"}]
    >>> sorted(paired(twice, twice, deadline_likeness, 60))
    [(0, 0), (1, 1)]
    """
    ranked = [
        (likeness(one, other), -abs(i / len(golds) - j / len(said)), i, j)
        for i, one in enumerate(golds)
        for j, other in enumerate(said)
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for alike, _, i, j in sorted(ranked, reverse=True):
        if alike >= least and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return list(pairs.items())


def _bare_title(title: str | None) -> str:
    said = words(title)
    return next((said.removeprefix(opening) for opening in _SUBJECT if said.startswith(opening)), said)


def _cited_title(citation: Fact) -> str:
    named = words(f"{citation.get('type') or ''} {citation.get('title') or ''}")
    return named or words(citation.get("quote"))


def _task_words(task: Fact) -> str:
    return words(f"{task.get('quote', '')} {task.get('quote_rest', '')}")
