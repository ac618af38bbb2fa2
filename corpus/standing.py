"""What has become of every correction (tình trạng các lần sửa): whether it holds, and if not, why."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from corpus import corrections
from corpus.corrections import Copy
from corpus.facts import CorrectionFact, CorrectionState, StandingFact
from corpus.found_again import Laid, lay
from corpus.joinings import ids_by_key
from corpus.task_links import linked


def standing(connection: Connection, said: Sequence[CorrectionFact]) -> list[StandingFact]:
    """Corrections, in the order given, each with its state; `said` has with each correction what undoes it."""
    copies = corrections.copies_spoken_of(connection, said)
    states = _States(connection, said, copies)
    return [states.of(one) for one in said]


class _States:
    """What is needed to tell the state of corrections."""

    def __init__(
        self, connection: Connection, said: Sequence[CorrectionFact], copies: Sequence[Copy]
    ) -> None:
        self._undone = corrections.undone(said)
        self._laid: Laid = lay(connection, copies)
        self._works = ids_by_key(connection, {one.target for one in said if one.target})
        self._places: dict[int, set[int]] = {}
        for copy in copies:
            for one in copy.said:
                if one.kind == "same_agency":
                    self._places.setdefault(one.id, set()).add(copy.document_id)
        for lower, _, link in linked(connection, copies):
            self._places.setdefault(link.number, set()).add(lower.document_id)

    def of(self, said: CorrectionFact) -> StandingFact:
        """One correction and its state."""
        places = self._places.get(said.id, set()) | set(self._laid.places.get(said.id, ()))
        return StandingFact(
            correction=said,
            state=self._state(said),
            documents=tuple(sorted(places)),
            undone_by=self._undone.get(said.id),
        )

    def _state(self, said: CorrectionFact) -> CorrectionState:
        if said.id in self._undone:
            return "undone"
        if said.kind == "undo" or (said.kind == "same_agency" and said.sha256 is None):
            return "holds"
        if said.kind in ("same_agency", "carries_out"):
            return "holds" if said.id in self._places else "gone"
        slots = self._laid.slots.get(said.id)
        if not slots:
            return self._laid.open.get(said.id, "gone")
        if said.kind == "means" and said.target and said.target not in self._works:
            return "gone"
        return "holds" if any(self._laid.last[slot].id == said.id for slot in slots) else "superseded"
