"""How near a reading of a document comes to its annotation: what a careful civil servant wrote down of it (`gold`).

Facts of both are paired (`bench.likeness`). What is paired is right, what the reading has besides is added, what it
lacks is missed, and a figure is the F1 of these counts: 1 where nothing is added and nothing missed. The figures ask
for more and more: that a fact was found, then that its date, issuer, value or bodies are those annotated.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bench.counts import Count, Score
from bench.likeness import (
    Fact,
    Likeness,
    citation_likeness,
    deadline_likeness,
    deadline_value,
    due_values,
    paired,
    same_body,
    same_issuer,
    same_part,
    task_likeness,
)

_HEADER = ("type", "number", "issuer", "place", "date", "title", "authority", "position", "signer")
_SHOWN = 90  # characters
# What is found by which rule, and from which likeness on two facts mean the same.
_RULES: dict[str, tuple[Likeness, float]] = {
    "citations": (citation_likeness, 70),
    "deadlines found": (deadline_likeness, 60),
    "tasks found": (task_likeness, 75),
}


def scored(gold: Fact, said: Fact) -> Score:
    """The score of what is `said` of a document (the keys of `extract.Extraction.as_json`) beside its annotation.

    >>> gold = {"header": {"number": "5/KH-UBND"}, "citations": [], "deadlines": [], "tasks": []}
    >>> scored(gold, {"header": {"number": "6/KH-UBND"}}).misses
    ["header: number: wanted '5/KH-UBND', said '6/KH-UBND'"]
    """
    score = Score()
    _score_header(score, gold["header"], said.get("header") or {})
    _score_citations(score, gold["citations"], said.get("citations") or [])
    _score_deadlines(score, gold["deadlines"], said.get("deadlines") or [])
    _score_tasks(score, gold["tasks"], said.get("tasks") or [])
    return score


def bodies(golds: Sequence[str], said: Sequence[str]) -> Count:
    """How many of the bodies are told; each name stands for one body only.

    >>> bodies(["Sở Y tế", "Sở Nội vụ"], ["Sở Nội vụ", "Công an tỉnh"])
    Count(right=1, added=1, missed=1)
    """
    left = list(said)
    for gold in golds:
        if (same := next((name for name in left if same_body(gold, name)), None)) is not None:
            left.remove(same)
    return _of(len(said) - len(left), golds, said)


def _score_header(score: Score, gold: Fact, said: Fact) -> None:
    """Parts that the annotation leaves out are not asked for; parts that are empty in both are no facts."""
    for key in _HEADER:
        want, told = gold.get(key), said.get(key)
        if key in gold and (want or told):
            _value(score, "header", (key, want, told), same_part(key, want, told))


def _score_citations(score: Score, golds: Sequence[Fact], said: Sequence[Fact]) -> None:
    """Date and issuer are counted for citations that were found, where the annotation or the reading has one."""
    for gold, told in _found(score, "citations", golds, said):
        for key in ("date", "issuer"):
            want, value = gold.get(key), told.get(key)
            if want or value:
                same = want == value if key == "date" else same_issuer(want or "", value or "")
                _value(score, f"citation {key}", (repr(gold["quote"]), want, value), same)


def _score_deadlines(score: Score, golds: Sequence[Fact], said: Sequence[Fact]) -> None:
    """A deadline is right if it was found and says the same, `bound` and `anchor` aside."""
    right = 0
    for gold, told in _found(score, "deadlines found", golds, said):
        right += _same(score, "deadlines", gold, deadline_value(gold), deadline_value(told))
    score.add("deadlines", _of(right, golds, said))


def _score_tasks(score: Score, golds: Sequence[Fact], said: Sequence[Fact]) -> None:
    """A task is right if it was found with the leads that are annotated, no more and no fewer. The leads of a task
    that was missed or added are missed or added too; helpers and days are counted for tasks that were found."""
    owned, leads = 0, 0
    for gold, told in _found(score, "tasks found", golds, said):
        lead = _same_bodies(score, "lead", gold, told)
        owned, leads = owned + (lead == Count(right=lead.right)), leads + lead.right
        score.add("task support", _same_bodies(score, "support", gold, told))
        if _same(score, "task due", gold, due_values(gold), due_values(told)):
            score.add("task due", Count(right=1))
        else:
            score.add("task due", Count(added=1, missed=1))
    score.add("tasks", _of(owned, golds, said))
    score.add("task lead", _of(leads, _leads(golds), _leads(said)))


def _found(score: Score, figure: str, golds: Sequence[Fact], said: Sequence[Fact]) -> list[tuple[Fact, Fact]]:
    pairs = paired(golds, said, *_RULES[figure])
    lost, more = set(range(len(golds))), set(range(len(said)))
    lost, more = lost - {i for i, _ in pairs}, more - {j for _, j in pairs}
    score.add(figure, _of(len(pairs), golds, said))
    score.misses.extend(f"{figure}: missed {_shown(golds[i])}" for i in sorted(lost))
    score.misses.extend(f"{figure}: added {_shown(said[j])}" for j in sorted(more))
    return [(golds[i], said[j]) for i, j in pairs]


def _value(score: Score, figure: str, told: tuple[str, Any, Any], same: bool) -> None:
    """A value that is not right is added if one was said, and missed if one was wanted."""
    fact, want, said = told
    score.add(figure, Count(right=1) if same else Count(added=bool(said), missed=bool(want)))
    if not same:
        score.differ(figure, fact, want, said)


def _same(score: Score, figure: str, gold: Fact, want: object, said: object) -> bool:
    if want != said:
        score.differ(figure, _shown(gold), want, said)
    return want == said


def _same_bodies(score: Score, role: str, gold: Fact, told: Fact) -> Count:
    want, said = gold.get(role) or [], told.get(role) or []
    count = bodies(want, said)
    if count.added or count.missed:
        score.differ(f"task {role}", _shown(gold), want, said)
    return count


def _of(right: int, golds: Sequence[object], said: Sequence[object]) -> Count:
    return Count(right, len(said) - right, len(golds) - right)


def _leads(tasks: Sequence[Fact]) -> list[str]:
    return [name for task in tasks for name in task.get("lead") or []]


def _shown(fact: Fact) -> str:
    quote = " ".join((fact.get("quote") or "").split())
    shown = repr(quote if len(quote) <= _SHOWN else quote[:_SHOWN] + "…")
    told = [fact[key] for key in ("section", "symbol", "due") if fact.get(key)]
    return f"{shown} {told}" if told else shown
