"""What `nhiemvu gaps` and `nhiemvu conflicts` show: both texts side by side, each with its section and document."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.facts import TaskFact
from graph.conflicts import Conflict
from graph.findings import KINDS, EndedBasis, Gaps, GoneBody, Line
from nhiemvu.finding_words import (
    CONFLICTS,
    SHORT,
    TITLES,
    differ_in_words,
    due_in_words,
    ended_in_words,
    heirs_in_words,
    named,
    note_in_words,
    score_in_words,
    where,
    work_named,
)
from nhiemvu.show import Table
from nhiemvu.words import language, say
from publish.citation_words import RELATIONS
from publish.trace_words import change_in_words


def tables_of_gaps(found: Gaps) -> list[Table]:
    """The documents above, the lines by their kinds, the bases that have ended, and the bodies that are no more."""
    parents = [
        (say(RELATIONS[one.relation]), named(one.document, language()), str(len(one.tasks)))
        for one in found.parents
    ]
    heads = tuple(map(say, ("Quan hệ", "Văn bản cấp trên", "Số nhiệm vụ")))
    tables = [Table(named(found.document, language()), heads, parents, {1: 1})]
    for kind in KINDS:
        lines = found.of((kind,))
        title = say("{title} ({n})", title=say(TITLES[kind]), n=len(lines))
        tables.append(Table(title, _heads(), [_line(line) for line in lines], {1: 5, 2: 3, 3: 5, 4: 3, 5: 3}))
    tables.append(_bases(found.bases))
    tables += _bodies(found.bodies)
    return [table for table in tables if table.rows]


def tables_of_conflicts(found: Sequence[Conflict]) -> list[Table]:
    """The pairs of tasks that contradict each other, those with two leads first."""
    heads = ("Nhiệm vụ", "Văn bản, mục ghi", "Nhiệm vụ kia", "Văn bản, mục ghi", "Vì sao là một việc")
    tables = []
    for kind, title in CONFLICTS.items():
        rows = [_conflict(one) for one in found if one.kind == kind]
        headed = say("{title} ({n})", title=say(title), n=len(rows))
        tables.append(Table(headed, tuple(map(say, heads)), rows, {0: 5, 1: 4, 2: 5, 3: 4, 4: 3}))
    return [table for table in tables if table.rows]


def _heads() -> tuple[str, ...]:
    said = ("Kết quả", "Cấp trên giao", "Văn bản, mục, hạn", "Trong kế hoạch", "Mục, chủ trì, hạn", "Ghi chú")
    return tuple(map(say, said))


def _line(line: Line) -> tuple[str, ...]:
    above, below = line.above, line.below
    notes = [note_in_words(note, language()) for note in line.notes]
    if line.kind in ("perhaps", "unclear", "past") and line.score is not None:
        notes.append(score_in_words(line.score, line.reasons, language()))
    return (
        say(SHORT[line.kind]),
        above.quote,
        _about(where(above, language(), line.parent.document), above),
        below.quote if below else "",
        _about("; ".join((where(below, language()), *below.lead)), below) if below else "",
        "; ".join(notes),
    )


def _about(said: str, task: TaskFact) -> str:
    due = due_in_words(task, language())
    return "; ".join(part for part in (said, due and say("hạn {due}", due=due)) if part)


def _bases(bases: Sequence[EndedBasis]) -> Table:
    heads = ("Căn cứ", "Trong kế hoạch", "Mục", "Hiệu lực", "Chứng cứ")
    rows = [
        (
            work_named(one.work, language()),
            one.citation.quote,
            one.citation.section or "",
            ended_in_words(one, language()),
            "; ".join(change_in_words(change, language()) for change in one.validity.changes),
        )
        for one in bases
    ]
    title = say("{title} ({n})", title=say("Căn cứ đã hết hiệu lực"), n=len(rows))
    return Table(title, tuple(map(say, heads)), rows, {0: 3, 1: 4, 3: 3, 4: 3})


def _bodies(bodies: Sequence[GoneBody]) -> list[Table]:
    heads = tuple(map(say, ("Cơ quan", "Nhiệm vụ trong kế hoạch", "Mục", "Nay do", "Vì sao")))
    tables = []
    for then, title in (
        (True, "Cơ quan không còn vào ngày xét"),
        (False, "Cơ quan đến nay không còn"),
    ):
        rows = [
            (
                one.name,
                one.tasks[0].quote,
                "; ".join(dict.fromkeys(filter(None, (where(task, language()) for task in one.tasks)))),
                heirs_in_words(one.heirs, language()),
                "; ".join(one.why),
            )
            for one in bodies
            if one.then == then
        ]
        headed = say("{title} ({n})", title=say(title), n=len(rows))
        tables.append(Table(headed, heads, rows, {0: 3, 1: 4, 3: 3, 4: 3}))
    return tables


def _conflict(one: Conflict) -> tuple[str, ...]:
    values = differ_in_words(one, language())
    return (
        one.one.quote,
        f"{where(one.one, language(), one.one_document)}: {values[0]}",
        one.other.quote,
        f"{where(one.other, language(), one.other_document)}: {values[1]}",
        score_in_words(one.score, one.reasons, language()),
    )
