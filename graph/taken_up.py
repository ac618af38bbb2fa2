"""What a plan makes of the tasks of one document above it (nhiệm vụ cấp trên giao được tiếp thu đến đâu).

    given to the issuer, and found     taken up; or with another owner, or a later deadline
    given to the issuer, like some     perhaps: shown with score and reasons, not counted as taken up
    perhaps given to the issuer        unclear, unless it is found
    given to the issuer, like none     not found; or past, where its day was over when the plan was made
    given to a body of its place       nothing can be missing; but where it is found, another owner or a later deadline
    given to bodies above              not the plan's affair

A pair is certain enough where its score is at least `SURE`, chosen on the sample family, and they are not two reports
to different bodies, nor on different things of one sort (`graph.other_kinds`); and only where both do the same thing,
or, of what is given to the issuer, where neither names an action of the office's (to inspect, to report). Pairs come
from `graph.likeness`: a task that says it in quite other words is not found, and the line can only say so.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from corpus.facts import LinkFact, TaskFact
from corpus.seats import named
from corpus.task_places import Where
from graph.addressees import Addressees, Given, is_party, share_a_body
from graph.findings import Kind, Line
from graph.fulfilled import asks_for, has_no_content, is_general
from graph.lateness import is_past, lateness
from graph.likeness import Likeness, Reason, alike
from graph.other_kinds import other_kinds
from graph.parents import Parent
from graph.subject import Subject
from graph.wording import wording
from rulebook.dates import day_of
from rulebook.spelling import key

SURE = 0.65
"""The score from which two tasks are taken for one."""

SAID = "said"
"""The sign of a pair that a person made."""

REPORT = "báo cáo"
_SAME_WORK = ("same", "action", "deliverable")
_FROM_THE_DOCUMENT = re.compile(r"\bke tu ngay (?:nhan|ky|ban hanh|co hieu luc)\b")
_SPAN = re.compile(r"P(\d{1,4})([DWM])")
_SHARE = re.compile(r"(?<![\d.,])\d+(?:[.,]\d+)?%")
_DAYS = {"D": 1, "W": 7, "M": 31}


@dataclass(frozen=True, slots=True)
class Comparison:
    """One document above and the plan, on the plan's day. `earlier` tells, when asked, whether the issuer had carried
    the document out before this plan; `links` are the tasks of which people said that one carries out the other."""

    parent: Parent
    plan: Subject
    addressees: Addressees
    on: date
    earlier: Callable[[], bool]
    links: Sequence[LinkFact] = ()
    _pairs: dict[int, list[Likeness]] = field(default_factory=dict)

    def lines(self) -> Iterator[Line]:
        """A line for each task above that the plan must take up, and for each other one that it goes against."""
        self._pairs.update(self._likenesses())
        for at, task in enumerate(self.parent.tasks):
            given = self.addressees.of(task)
            if given.to_issuer != "no" and not self.parent.only:
                yield from self._asked(at, task, given)
            elif not task.lead or given.others or given.names:
                yield from self._against(at, task, given, asked=given.to_issuer != "no")

    def _likenesses(self) -> dict[int, list[Likeness]]:
        found: dict[int, list[Likeness]] = defaultdict(list)
        only = {task.id for task in self.parent.only}
        for pair in alike(self.parent.tasks, self.plan.tasks):
            if not only or self.plan.tasks[pair.other].id in only:
                found[pair.one].append(pair)
        for said in self._said():
            found[said.one] = [said, *(pair for pair in found[said.one] if pair.other != said.other)]
        return found

    def _said(self) -> Iterator[Likeness]:
        """The pairs that people made: their word stands above every likeness."""
        above = {task.id: at for at, task in enumerate(self.parent.tasks)}
        below = {task.id: at for at, task in enumerate(self.plan.tasks)}
        for link in self.links:
            if link.upper in above and link.lower in below:
                reason = Reason(SAID, (link.by, link.at[:10]))
                yield Likeness(above[link.upper], below[link.lower], 1.0, (reason,))

    def _asked(self, at: int, task: TaskFact, given: Given) -> Iterator[Line]:
        """The lines of a task that is given to the issuer."""
        pairs = self._pairs.get(at, [])
        said = [pair for pair in pairs if _is_said(pair)]
        sure = said or [pair for pair in pairs if self._sure(pair, task, asked=True)]
        if said:
            yield from self._best(task, given, said)
        elif is_general(task):
            yield self._line("taken_up", task, given, notes=(Reason("general", ()),))
        elif asks_for(task, self.parent.document, self.plan.document):
            yield self._by_itself(task, given)
        elif sure:
            yield from self._best(task, given, sure)
        else:
            yield self._unsure(task, given, pairs[0] if pairs else None)

    def _unsure(self, task: TaskFact, given: Given, pair: Likeness | None) -> Line:
        """The line of a task that nothing in the plan is for certain; `pair` is what comes nearest."""
        if given.to_issuer == "unknown":
            return self._line("unclear", task, given, pair, (Reason("addressee", given.names),))
        if self._is_past(task):
            return self._line("past", task, given, pair)
        if pair:
            return self._line("perhaps", task, given, pair, self._apart(task, pair))
        if has_no_content(task):
            return self._line("unclear", task, given, notes=(Reason("content", ()),))
        return self._line("not_found", task, given)

    def _best(self, task: TaskFact, given: Given, sure: Sequence[Likeness]) -> Iterator[Line]:
        """The task of the plan that does best what the one above asks for; a line for each thing wrong with it."""
        judged = [(self._faults(task, self.plan.tasks[pair.other], given), pair) for pair in sure]
        (kinds, notes), pair = min(judged, key=lambda one: (len(one[0][0]), -one[1].score))
        notes = (*notes, *(reason for reason in pair.reasons if reason.sign == SAID))
        if given.to_issuer == "unknown" and kinds:
            notes = (*notes, Reason("addressee", given.names))
        for kind in kinds or ("taken_up",):
            yield self._line(kind, task, given, pair, _for_kind(kind, notes))

    def _against(self, at: int, task: TaskFact, given: Given, *, asked: bool) -> Iterator[Line]:
        """The lines of a task of somebody else that the plan has with another owner or a later deadline."""
        for pair in self._pairs.get(at, []):
            if self._sure(pair, task, asked=asked):
                kinds, notes = self._faults(task, self.plan.tasks[pair.other], given)
                yield from (self._line(kind, task, given, pair, _for_kind(kind, notes)) for kind in kinds)
                return

    def _sure(self, pair: Likeness, above: TaskFact, *, asked: bool) -> bool:
        if _is_said(pair):
            return True
        if pair.score < SURE or self._apart(above, pair):
            return False
        if any(reason.sign in _SAME_WORK for reason in pair.reasons):
            return True
        # What neither list of actions names (`lắp đặt`) may be one work; what one of them names is another one.
        below = self.plan.tasks[pair.other]
        return asked and not wording(above).actions and not wording(below).actions

    def _apart(self, above: TaskFact, pair: Likeness) -> tuple[Reason, ...]:
        """What speaks against a pair, however like the words are: other recipients, other things of one sort."""
        kinds = other_kinds(above, self.plan.tasks[pair.other])
        return (*self._recipients(above, pair), *([Reason("other_kind", kinds)] if kinds else []))

    def _recipients(self, above: TaskFact, pair: Likeness) -> tuple[Reason, ...]:
        """Whom both report to, where these are different bodies: two reports, and not one."""
        here, there = above.deliverable_to, self.plan.tasks[pair.other].deliverable_to
        reports = any(reason.sign == "action" and REPORT in reason.what for reason in pair.reasons)
        if not reports or not here or not there or share_a_body(here, there):
            return ()
        return (Reason("recipient", ("; ".join(here), "; ".join(there))),)

    def _faults(
        self, above: TaskFact, below: TaskFact, given: Given
    ) -> tuple[tuple[Kind, ...], tuple[Reason, ...]]:
        """What is wrong with a task of the plan that is the one above, and what is to be noted."""
        late = lateness(above.due, below.due)
        owners = self._other_owners(above, below, given)
        notes = [Reason("owner", (owners, "; ".join(below.lead)))] if owners else []
        notes += [Reason(late.how, (late.above, late.below))] if late else []
        notes += [Reason("undated", above.due)] if above.due and not below.due else []
        notes += [] if below.lead else [Reason("no_lead", ())]
        notes += _other_shares(above, below)
        if late and is_past(
            above.due, self.on
        ):  # made after the day above: perhaps another round of the same work
            return ("perhaps",), (*notes, Reason("past", above.due))
        kinds: list[Kind] = ["other_owner"] if owners else []
        return tuple(kinds + (["later"] if late else [])), tuple(notes)

    def _other_owners(self, above: TaskFact, below: TaskFact, given: Given) -> str:
        """The bodies that the task above means, where the task below is led by none of them."""
        leads = {name: self.plan.places.get((below.id, name), Where()) for name in below.lead}
        meant = [name for name in given.others if not is_party(name)]
        if not leads or (given.to_issuer == "no" and not meant):
            return ""
        if not meant:
            over = [self._stands_over_issuer(where) for where in leads.values()]
            return "; ".join(given.names) if all(over) and given.to_issuer == "yes" else ""
        bodies = [named(name, where.place) for name, where in leads.items()]
        said = [self.addressees.same(name, body) for name in meant for body in bodies]
        return "; ".join(meant) if all(one == "no" for one in said) else ""

    def _stands_over_issuer(self, where: Where) -> bool:
        return self.addressees.rank(where.level) < self.addressees.rank(None)

    def _by_itself(self, task: TaskFact, given: Given) -> Line:
        """The line of a task that the plan fulfils by being there, in time or not."""
        made = self.plan.document.date
        notes = (Reason("itself", (made,) if made else ()),)
        late = lateness(task.due, (made,)) if made else None
        if late and self.earlier():
            return self._line(
                "perhaps", task, given, notes=(*notes, Reason("earlier", (late.above, late.below)))
            )
        if late:
            return self._line("later", task, given, notes=(*notes, Reason("later", (late.above, late.below))))
        return self._line("taken_up", task, given, notes=notes)

    def _is_past(self, task: TaskFact) -> bool:
        """Whether its day was over when the plan was made; a span counts from the document above where it says so."""
        spans = [_SPAN.fullmatch(value) for value in task.due]
        if spans and all(spans) and _FROM_THE_DOCUMENT.search(key(task.quote)):
            since = day_of(self.parent.document.date)
            days = max(int(span[1]) * _DAYS[span[2]] for span in spans if span)
            # Working days, and the post.
            return since is not None and self.on - since > timedelta(days=2 * days)
        return is_past(task.due, self.on)

    def _line(
        self,
        kind: Kind,
        task: TaskFact,
        given: Given,
        pair: Likeness | None = None,
        notes: Sequence[Reason] = (),
    ) -> Line:
        return Line(
            kind=kind,
            parent=self.parent,
            above=task,
            given_to=given.names,
            below=self.plan.tasks[pair.other] if pair else None,
            score=pair.score if pair else None,
            reasons=pair.reasons if pair else (),
            notes=tuple(notes),
        )


def _other_shares(above: TaskFact, below: TaskFact) -> list[Reason]:
    """The shares (`100%`) that two tasks tell, where they have none in common."""
    said = [_SHARE.findall(task.quote) for task in (above, below)]
    if not all(said) or {*said[0]} & {*said[1]}:
        return []
    return [Reason("share", ("; ".join(said[0]), "; ".join(said[1])))]


def _is_said(pair: Likeness) -> bool:
    return any(reason.sign == SAID for reason in pair.reasons)


def _for_kind(kind: Kind, notes: Sequence[Reason]) -> list[Reason]:
    """The notes of a line: a line for the owner and one for the deadline each have their own."""
    others = {"other_owner": ("later", "rarer"), "later": ("owner",)}.get(kind, ())
    return [note for note in notes if note.sign not in others]
