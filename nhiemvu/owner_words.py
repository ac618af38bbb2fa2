"""Who answers for a task on the asked day, in one line (nay do cơ quan nào)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nhiemvu.words import language, say
from publish.when import written

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.owners import Owner
    from rulebook.succession import Heir

_MOST = 3  # heirs that a line names; the others are counted


def answering(owners: Iterable[Owner]) -> str:
    """Who answers for the leading bodies of a task, each with the way to it and its legal bases; of several leads each
    with its name before it."""
    leads = [owner for owner in owners if owner.role == "lead"]
    said = [(owner, _answers(owner)) for owner in leads]
    if len(said) == 1:
        return said[0][1]
    return "; ".join(f"{owner.said}: {words}" for owner, words in said)


def _answers(owner: Owner) -> str:
    if owner.state in ("living", "succeeded"):
        return _one(owner)
    if owner.state == "unknown":
        return say("Chưa xác định") + (f" ({say(owner.why)})" if owner.why else "")
    if owner.state == "ended":
        return say("Không còn cơ quan nào")
    return _several(owner)


def _one(owner: Owner) -> str:
    if owner.body.group:
        return _each(owner)
    name = "; ".join(owner.now)
    where = [say(owner.why)] if owner.why else []
    why = [*where, *_because(owner.heirs[0]), *_bases(owner.heirs)]
    return f"{name} ({'; '.join(why)})" if why else name


def _each(owner: Owner) -> str:
    """Each body of a group; how many there were then, as mergers may have made fewer of them since."""
    if owner.state == "living":
        return say("từng cơ quan ({n})", n=len(owner.members)) if owner.members else ""
    names = "; ".join(owner.now)
    moved = owner.succession is not None and owner.heirs[0].body.agency == owner.succession.body.agency
    phrase = "{n} cơ quan khi đó, có nơi nay theo địa bàn mới" if moved else "tiếp nhận từ {n} cơ quan khi đó"
    then = [say(phrase, n=len(owner.members))] if owner.members else []
    why = [*then, *_because(owner.heirs[0]), *_bases(owner.heirs)]
    return f"{names} ({'; '.join(why)})" if why else names


def _several(owner: Owner) -> str:
    """Those between whom it is not decided, and why."""
    one_a_place = owner.succession is not None and owner.succession.causes == ("communes",)
    names = list(owner.now)
    more = [say("và {n} cơ quan khác", n=len(names) - _MOST)] if len(names) > _MOST else []
    shown = ", ".join([*names[:_MOST], *more])
    why = "; ".join(say(part) for part in (owner.succession.why if owner.succession else "").split("; "))
    where = say(owner.why) if owner.why else ""
    bases = "; ".join(_bases(owner.heirs))
    between = "Chưa rõ giữa: {names} ({why})" if len(names) > 1 else "Có thể là: {names} ({why})"
    phrase = "mỗi nơi: {names} ({why})" if one_a_place else between if names else "Chưa xác định ({why})"
    return say(phrase, names=shown, why="; ".join(filter(None, (where, why, bases))))


def _because(heir: Heir) -> list[str]:
    return [say("theo việc “{words}”", words=heir.by)] if heir.by else []


def _bases(heirs: Iterable[Heir]) -> list[str]:
    """The legal bases of the steps, each with its day."""
    steps = dict.fromkeys((step.step.date, step.step.legal_basis) for heir in heirs for step in heir.way)
    return list(
        dict.fromkeys(
            say("{bases}, từ {day}", bases=", ".join(bases), day=written(day, language()))
            for day, bases in sorted(steps)
        )
    )
