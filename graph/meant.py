"""Which document, task or citation somebody means who types words of it (chọn văn bản, nhiệm vụ, viện dẫn bằng lời).

One is chosen only where one alone fits best. Else a `CorpusError` names those that may be meant, or that come near.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import TypeVar

from corpus import queries
from corpus.engine import Connection
from corpus.errors import CorpusError
from corpus.facts import CitationFact, DocumentFact, TaskFact, WorkFact
from corpus.words import storable
from graph.lookup import Found, find_works, one_work
from rulebook.spelling import key

_LONGEST = 2000  # characters that are compared; no task is told from another one further on
_NEAR = 85.0  # of 100: letters; below, other words are meant
_SHORT = 8  # letters; less is in anything, nearly
_CLEARLY = 5.0  # by how much the nearest must be nearer than the next
_BY_ID = "ghi thêm lời, hoặc mã nhiệm vụ, để chọn"
_SHOWN, _QUOTED = 5, 60  # how many are offered, and how many characters of each
Fact = TypeVar("Fact", TaskFact, CitationFact)


def documents_meant(connection: Connection, typed: str) -> list[DocumentFact]:
    """The document that is meant, in each version that the corpus holds, the one that was added last first.

    It is named by the name of its file, or as for a trace (`382/QĐ-UBND Lâm Đồng`, a title). Raises `CorpusError` where
    there is none, where the corpus does not hold it, and where several are meant.
    """
    files = queries.documents_called(connection, storable(typed).strip())
    if len({file.work_id for file in files}) > 1:
        paths = "; ".join(file.path for file in files[:_SHOWN])
        raise CorpusError(typed, f"có thể là {len(files)} văn bản ({paths})", "ghi cả đường dẫn để chọn")
    if files:
        return sorted(files, key=lambda document: -document.id)
    found = find_works(connection, typed, apart=True)
    held = [work for work in found.works if work.held]
    if len(held) > 1:
        names = "; ".join(work.name for work in held[:_SHOWN])
        cause = f"có thể là {len(held)} văn bản ({names})"
        raise CorpusError(typed, cause, "thêm cơ quan hoặc ngày để chọn")
    if held:
        versions = queries.documents_of_works(connection, [held[0].id])
        return sorted(versions, key=lambda document: -document.id)
    if found.works:
        cause = "kho chỉ có lời dẫn tới văn bản này"
        raise CorpusError(typed, cause, "thêm văn bản trước: nhiemvu add THƯ_MỤC")
    raise _unknown(typed, found)


def work_meant(connection: Connection, typed: str) -> WorkFact:
    """The one work that is meant, held or only cited. Raises `CorpusError` where there is none, or several."""
    found = find_works(connection, typed, apart=True)
    if not found.works:
        raise _unknown(typed, found)
    return one_work(connection, typed)


def _unknown(typed: str, found: Found) -> CorpusError:
    near = "; ".join(work.name for work in found.close[:_SHOWN])
    cause = f"kho không có văn bản này; gần nhất: {near}" if near else "kho không có văn bản này"
    return CorpusError(typed, cause, "ghi số, ký hiệu, thêm cơ quan hoặc ngày nếu cần")


def task_meant(connection: Connection, documents: Sequence[DocumentFact], typed: str) -> TaskFact:
    """The task of the document that has these words, or this id (`t3`); of the latest version that has it. Raises
    `CorpusError` where no task or several have them."""
    every: list[TaskFact] = []
    for document in documents:
        tasks = queries.tasks_in(connection, [document.id])
        fitting = [task for task in tasks if task.name == typed.strip()] or _fitting(typed, tasks)
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            raise _several(typed, f"hợp với {len(fitting)} nhiệm vụ", map(_task_in_words, fitting), _BY_ID)
        every += tasks
    raise _none(typed, "không có nhiệm vụ nào như vậy", every, _task_in_words)


def citation_meant(connection: Connection, documents: Sequence[DocumentFact], typed: str) -> CitationFact:
    """The citation of the document that has these words; where the same words stand there more than once, the first.
    Raises `CorpusError` where no citation has them, or several in different words."""
    every: list[CitationFact] = []
    for document in documents:
        citations = queries.citations_in(connection, [document.id])
        first = {key(one.quote): one for one in reversed(citations)}
        fitting = _fitting(typed, list(reversed(first.values())))
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            raise _several(typed, f"hợp với {len(fitting)} viện dẫn", (_quoted(one.quote) for one in fitting))
        every += first.values()
    raise _none(typed, "không có viện dẫn nào như vậy", every, lambda one: _quoted(one.quote))


def _fitting(typed: str, facts: Sequence[Fact]) -> list[Fact]:
    """The facts that fit best: the same words; else all of them in a row; else all of them; else words alike."""
    asked = key(typed[:_LONGEST])
    if not asked:
        return []
    marks = [(fact, key(fact.quote[:_LONGEST])) for fact in facts]
    words = set(asked.split())
    ways: tuple[Callable[[str], bool], ...] = (
        lambda mark: mark == asked,
        lambda mark: f" {asked} " in f" {mark} ",
        lambda mark: words <= set(mark.split()),
    )
    for way in ways:
        if found := [fact for fact, mark in marks if way(mark)]:
            return found
    near = _nearest(asked, marks)
    clear = len(near) == 1 or (near and near[0][0] - near[1][0] >= _CLEARLY)
    return [near[0][1]] if clear else [fact for _, fact in near]


def _nearest(asked: str, marks: Sequence[tuple[Fact, str]]) -> list[tuple[float, Fact]]:
    from rapidfuzz import fuzz

    if len(asked) < _SHORT:
        return []
    # A few words may fit anywhere in a long text: only what is typed may be the shorter one.
    scores = [
        (fuzz.partial_ratio(asked, mark) if len(asked) <= len(mark) else fuzz.ratio(asked, mark), fact)
        for fact, mark in marks
    ]
    return sorted((one for one in scores if one[0] >= _NEAR), key=lambda one: -one[0])


def _several(
    typed: str, cause: str, names: Iterable[str], remedy: str = "ghi thêm lời để chọn"
) -> CorpusError:
    shown = list(islice(names, _SHOWN + 1))
    rest = shown[:_SHOWN] + ["…"] * (len(shown) > _SHOWN)
    return CorpusError(_quoted(typed), f"{cause} ({'; '.join(rest)})", remedy)


def _none(typed: str, cause: str, facts: Sequence[Fact], in_words: Callable[[Fact], str]) -> CorpusError:
    from rapidfuzz import fuzz, process

    remedy = "ghi lời như trong văn bản"
    marks = [key(fact.quote[:_LONGEST]) for fact in facts]
    near = process.extract(
        key(typed[:_LONGEST]), marks, scorer=fuzz.token_set_ratio, score_cutoff=50, limit=3
    )
    names = "; ".join(in_words(facts[at]) for _, _, at in near)
    return CorpusError(_quoted(typed), f"{cause}; gần nhất: {names}" if names else cause, remedy)


def _task_in_words(task: TaskFact) -> str:
    place = f"{task.name}, {task.section}" if task.section else task.name
    return f"{place}: {_quoted(task.quote)}"


def _quoted(quote: str) -> str:
    text = " ".join(quote.split())
    return text if len(text) <= _QUOTED else text[: _QUOTED - 1] + "…"
