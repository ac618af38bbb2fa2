"""From the rows of a sheet that people filled in to marks (đọc bảng đã điền): which task a row is, what it says of it.

    the words of a row          once among the tasks of the file                  they are meant
    .. several times            the key beside them says which                    else unclear
    .. not there                a key, and words nearly those of its task         it is meant; else unclear

The words decide, since the person who filled the row in read them; a key may have come to stand in another row. Only
what differs from what the file said when it was made is a mark: a row that nobody touched takes nothing back that
others ticked in the meantime.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.facts import ProgressState
from corpus.same_words import fingerprint
from publish.columns import HEADS, STATE_HEADS
from publish.marks import Filled, Mark, Unclear
from publish.plain import plain, shortened
from publish.row_keys import digest, read_key
from publish.status_words import state_of_cell
from publish.words import ENGLISH
from rulebook.spelling import key

_WORK, (_STATE, _NOTE) = HEADS[1], STATE_HEADS
_ALSO = {
    _WORK: ("nội dung", "nhiệm vụ", "nội dung nhiệm vụ", "công việc"),
    _STATE: ("trạng thái", "tiến độ", "kết quả"),
    _NOTE: ("ghi chú khác", "note"),
}
_LAST_HEAD = 30  # rows above the table, at most
_LONGEST_NOTE = 2_000
_QUOTED = 80
_NEAR = 0.8  # of the words of a row that somebody edited

Cells = Sequence[object]


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the file said of a row when it was made."""

    key: str
    task: str
    words: str
    section: str
    state: ProgressState
    note: str


@dataclass(frozen=True, slots=True)
class Memory:
    """What the file remembers: of each row, and of the document (`sha256`, number, date, name)."""

    rows: tuple[Remembered, ...] = ()
    document: tuple[str, str, str, str] = ("", "", "", "")


def head_of(rows: Iterable[Cells]) -> tuple[int, dict[str, int]] | None:
    """The number of the head row, from 1, and where the columns for work, status and note are; `None` without one."""
    for at, row in enumerate(rows, 1):
        names = [key(cell) if isinstance(cell, str) else "" for cell in row]
        where = {head: found for head in _ALSO if (found := _column(names, head)) is not None}
        if _WORK in where and _STATE in where:
            return at, where
        if at >= _LAST_HEAD:
            break
    return None


def filled_in(rows: Iterable[Cells], first: int, where: dict[str, int], memory: Memory) -> Filled:
    """What the rows below the head say; `first` is the number of the first of them."""
    reader = _Reader(where, memory)
    for number, row in enumerate(rows, first):
        reader.read(number, row)
    sha256, named, dated, name = memory.document
    return Filled(
        marks=tuple(reader.marks.values()),
        unclear=tuple(sorted(reader.unclear, key=lambda one: one.row)),
        untouched=reader.untouched,
        sha256=sha256,
        number=named,
        date=dated,
        name=name,
        words=tuple(one.words for one in memory.rows),
    )


class _Reader:
    """Reads row by row; a task that stands in several rows is read once."""

    def __init__(self, where: dict[str, int], memory: Memory) -> None:
        self._where = where
        self._by_key = {one.key: one for one in memory.rows}
        self._by_digest: dict[str, list[Remembered]] = {}
        for one in memory.rows:
            self._by_digest.setdefault(one.key.rpartition(":")[2], []).append(one)
        self._remembers = bool(memory.rows)
        self.marks: dict[tuple[str, str], Mark] = {}
        self.unclear: list[Unclear] = []
        self.untouched = 0

    def read(self, number: int, row: Cells) -> None:
        work, typed, noted = (_cell(row, self._where.get(head)) for head in (_WORK, _STATE, _NOTE))
        shown, note = _text(work), shortened(_text(noted), _LONGEST_NOTE)
        if not _text(typed) and not note:
            self.untouched += int(bool(shown) and self._find(shown, row) is not None)
            return
        found = self._find(shown, row)
        state = state_of_cell(typed) if _text(typed) else (found.state if found and found.key else None)
        if found is None:
            self._say(number, shown, "không nhận ra nhiệm vụ nào trong dòng này")
        elif state is None and not _text(typed):
            self._say(number, shown, "có ghi chú nhưng chưa ghi tình trạng")
        elif state is None:
            self._say(number, shown, "không hiểu tình trạng “{typed}”", typed=_text(typed))
        else:
            self._put(number, found, state, note)

    def _find(self, shown: str, row: Cells) -> Remembered | None:
        """The task of a row. Without what the file remembers, the words themselves are the task, and what says no more
        than that it is open says nothing."""
        keys = [one for cell in row if isinstance(cell, str) and (one := read_key(cell))]
        named = self._by_key.get(str(keys[0])) if keys else None
        if not self._remembers:
            task = keys[0].task if keys and keys[0].digest == digest(shown) else ""
            return Remembered("", task, shown, "", "open", "") if fingerprint(shown) else None
        same = self._by_digest.get(digest(shown), [])
        if len(same) == 1:
            return same[0]
        if same:
            return named if named in same else None
        return named if named and _nearly(shown, named.words) else None

    def _put(self, number: int, found: Remembered, state: ProgressState, note: str) -> None:
        if (state, note) == (found.state, shortened(found.note, _LONGEST_NOTE)):
            self.untouched += 1
            return
        slot = (found.key, found.words)
        mark = Mark(
            task=found.task, words=found.words, section=found.section, state=state, note=note, row=number
        )
        before = self.marks.get(slot)
        if before and (before.state, before.note) != (state, note):
            self._say(
                number, found.words, "hai dòng của một nhiệm vụ ghi khác nhau (dòng {row})", row=before.row
            )
            return
        self.marks.setdefault(slot, mark)

    def _say(self, number: int, shown: str, why: str, **values: object) -> None:
        said = {name: shortened(str(value), _QUOTED) for name, value in values.items()}
        self.unclear.append(Unclear(number, shortened(shown, _QUOTED), why, said))


def _column(names: Sequence[str], head: str) -> int | None:
    """Where a column is, by its head in any language that files are written in; by another usual name, else."""
    for known in ((head, ENGLISH[head]), _ALSO[head]):
        wanted = {key(one) for one in known}
        if (found := next((at for at, name in enumerate(names) if name in wanted), None)) is not None:
            return found
    return None


def _cell(row: Cells, at: int | None) -> object:
    return row[at] if at is not None and at < len(row) else None


def _text(value: object) -> str:
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return "" if value is None else plain(str(value))


def _nearly(shown: str, words: str) -> bool:
    """Whether somebody only edited the words: four in five are the same."""
    one, other = set(fingerprint(shown).split()), set(fingerprint(words).split())
    return bool(one) and len(one & other) >= _NEAR * len(one | other)
