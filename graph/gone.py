"""Bodies that a plan gives tasks to and that are no more (cơ quan không còn), on the day of the plan or today.

What became of them is told by `rulebook.succession`, task by task: the words of the task may say which of several heirs
has its function. A name that the rule data do not know, or that may mean several bodies, says nothing; nor does a body
that was merged in the month before the plan, since places did that on different days.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from corpus.task_places import Where
from graph.findings import GoneBody
from graph.named_body import body_at
from graph.subject import Subject
from rulebook.bodies import NAMED_EARLY, Body
from rulebook.spelling import key
from rulebook.succession import Succession, succession

_GONE = ("succeeded", "undecided", "ended", "open")


def gone_bodies(plan: Subject, on: date, today: date | None = None) -> tuple[GoneBody, ...]:
    """The bodies in the plan's tasks that did not exist on day `on`, then those that do not exist `today`; tasks that
    went to different heirs apart."""
    found: dict[tuple[str, bool, frozenset[str]], GoneBody] = {}
    for one in _each(plan, on, today or date.today()):
        known = found.setdefault((one.name, one.then, frozenset(one.heirs)), one)
        if known is not one:
            found[one.name, one.then, frozenset(one.heirs)] = replace(known, tasks=(*known.tasks, *one.tasks))
    return tuple(sorted(found.values(), key=lambda one: not one.then))


def _each(plan: Subject, on: date, today: date) -> Iterator[GoneBody]:
    bodies: dict[tuple[str, str | None], Body | None] = {}
    for task in plan.tasks:
        for name in dict.fromkeys((*task.lead, *task.support)):
            where = plan.places.get((task.id, name), Where())
            if (name, where.place) not in bodies:
                bodies[name, where.place] = body_at(name, where.place, on)
            body = bodies[name, where.place]
            if body is None:
                continue
            shortly_before = on - min(NAMED_EARLY, on - date.min)
            then = _gone(body, on, task.quote) if _gone(body, shortly_before, task.quote) else None
            after = None if then else _gone(body, max(on, today), task.quote)
            if succeeded := then or after:
                yield GoneBody(
                    name=body.name,
                    day=succeeded.on.isoformat(),
                    then=then is not None,
                    heirs=tuple(heir.body.name for heir in succeeded.heirs),
                    why=_why(succeeded),
                    tasks=(task,),
                )


def _gone(body: Body, on: date, work: str) -> Succession | None:
    """What became of the body by day `on`; `None` where it is there, or nobody knows. A body of its name at the place
    that its own place went into is the same to everybody."""
    found = succession(body, on, on, work)
    renamed = not found.heirs or any(key(heir.body.name) != key(body.name) for heir in found.heirs)
    return found if found.state in _GONE and renamed else None


def _why(found: Succession) -> tuple[str, ...]:
    """What decided, and the legal bases of the way."""
    bases = (basis for heir in found.heirs for step in heir.way for basis in step.step.legal_basis)
    return tuple(dict.fromkeys((found.why, *bases)))
