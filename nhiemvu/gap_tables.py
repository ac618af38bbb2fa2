"""What `nhiemvu gaps` and `nhiemvu conflicts` show: both texts side by side, each with its section and document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from corpus.facts import DocumentFact, TaskFact, WorkFact
from extract.extraction import Header
from graph.conflicts import Conflict
from graph.findings import KINDS, EndedBasis, Gaps, GoneBody, Kind, Line
from graph.likeness import Reason
from nhiemvu.show import Table
from nhiemvu.words import language, say
from publish.caption import caption
from publish.citation_words import RELATIONS
from publish.trace_words import change_in_words, state_in_words
from publish.when import value_in_words, written

TITLES: dict[Kind, str] = {
    "not_found": "Không thấy trong kế hoạch",
    "other_owner": "Giao cho cơ quan khác",
    "later": "Muộn hơn hoặc thưa hơn hạn cấp trên giao",
    "perhaps": "Có thể đã có, cần xem lại",
    "unclear": "Không thấy, và chưa chắc là giao cho cơ quan này",
    "past": "Không thấy, nhưng hạn đã qua trước ngày của kế hoạch",
    "taken_up": "Đã có trong kế hoạch",
}
_SHORT: dict[Kind, str] = {
    "not_found": "không thấy",
    "other_owner": "cơ quan khác",
    "later": "muộn hạn",
    "perhaps": "có thể",
    "unclear": "chưa chắc",
    "past": "hạn đã qua",
    "taken_up": "đã có",
}
_REASONS = {
    "same": "nguyên văn như nhau",
    "words": "cùng có: {what}",
    "action": "cùng việc: {what}",
    "deliverable": "cùng sản phẩm: {what}",
    "deadline": "cùng hạn",
    "number": "cùng số liệu: {what}",
    "lead": "cùng chủ trì",
    "said": "có người nói",
}
_NOTES = {
    "said": "theo {one}, ngày {other}",
    "general": "trách nhiệm chung, thực hiện bằng chính văn bản này",
    "itself": "chính văn bản này",
    "earlier": "ban hành ngày {other}, sau hạn {one}; có thể trước đó đã có văn bản khác",
    "owner": "cấp trên giao {one}",
    "later": "hạn trên {one}, trong kế hoạch {other}",
    "rarer": "cấp trên yêu cầu {one}, kế hoạch ghi {other}",
    "past": "hạn trên đã qua trước ngày của kế hoạch",
    "undated": "kế hoạch không ghi hạn",
    "no_lead": "kế hoạch không ghi cơ quan chủ trì",
    "recipient": "nơi nhận khác nhau: {one} và {other}",
    "share": "tỷ lệ khác nhau: trên {one}, trong kế hoạch {other}",
    "other_kind": "đối tượng khác nhau: {one} và {other}",
    "addressee": "chưa chắc việc giao “{one}” là của cơ quan này",
    "content": "nội dung công việc ghi ở mục khác",
    "also": "cũng ghi ở {one}",
}
_MOST_NAMES = 3
_DATED = ("later", "rarer", "earlier", "said")
_UNREAD = {
    "not_held": "không có trong kho",
    "no_tasks": "không tìm thấy nhiệm vụ nào trong đó",
    "unclear": "chưa rõ bên nào là cấp trên",
}


def tables_of_gaps(found: Gaps) -> list[Table]:
    """The documents above, the lines by their kinds, the bases that have ended, and the bodies that are no more."""
    parents = [
        (say(RELATIONS[one.relation]), named(one.document), str(len(one.tasks))) for one in found.parents
    ]
    heads = tuple(map(say, ("Quan hệ", "Văn bản cấp trên", "Số nhiệm vụ")))
    tables = [Table(named(found.document), heads, parents, {1: 1})]
    for kind in KINDS:
        lines = found.of((kind,))
        title = say("{title} ({n})", title=say(TITLES[kind]), n=len(lines))
        tables.append(Table(title, _heads(), [_line(line) for line in lines], {1: 5, 2: 3, 3: 5, 4: 3, 5: 3}))
    tables.append(_bases(found.bases))
    tables += _bodies(found.bodies)
    return [table for table in tables if table.rows]


def notes_of_gaps(found: Gaps) -> Iterator[str]:
    """What could not be compared, a line each, so that nobody takes silence for an answer."""
    for one in found.unread:
        yield say("Không so được với {name}: {why}.", name=_work(one.work), why=say(_UNREAD[one.why]))
    for parent, count in found.unowned:
        yield say(
            "{name}: {n} nhiệm vụ chưa rõ giao cho cơ quan nào, không xét là thiếu hay đã có.",
            name=named(parent.document),
            n=count,
        )
    if not found.document.date:
        yield say("Văn bản không ghi ngày ban hành: xét vào ngày {day}.", day=written(found.on, language()))
    if not found.parents:
        yield say("Kho không có văn bản cấp trên nào để so với văn bản này.")


def summary(found: Gaps) -> str:
    """How many lines there are of each kind, and for which day."""
    counts = [(kind, len(found.of((kind,)))) for kind in KINDS]
    said = "; ".join(f"{say(TITLES[kind]).lower()}: {n}" for kind, n in counts if n)
    day = written(found.on, language())
    return say("Xét vào ngày {day}: {counts}.", day=day, counts=said or say("không có nhiệm vụ nào để so"))


def tables_of_conflicts(found: Sequence[Conflict]) -> list[Table]:
    """The pairs of tasks that contradict each other, those with two leads first."""
    titles = {
        "two_leads": "Một việc, hai cơ quan chủ trì",
        "two_deadlines": "Một báo cáo, sản phẩm, hai thời hạn",
    }
    heads = ("Nhiệm vụ", "Văn bản, mục ghi", "Nhiệm vụ kia", "Văn bản, mục ghi", "Vì sao là một việc")
    tables = []
    for kind, title in titles.items():
        rows = [_conflict(one) for one in found if one.kind == kind]
        named = say("{title} ({n})", title=say(title), n=len(rows))
        tables.append(Table(named, tuple(map(say, heads)), rows, {0: 5, 1: 4, 2: 5, 3: 4, 4: 3}))
    return [table for table in tables if table.rows]


def where(task: TaskFact, document: DocumentFact | None = None) -> str:
    """The section of a task, with its document where it is not plain which one."""
    section = task.section or (say("tr. {page}", page=task.page) if task.page else "")
    # Markers alone (V.1.a) need the word before them; `Điều 2`, `Phụ lục.4` have their own.
    own = section[:2].istitle() and section[1:2].islower()
    placed = section if own or not task.section else say("mục {section}", section=section)
    name = (document.number or document.title or document.path) if document else ""
    return ", ".join(part for part in (name, placed) if part)


def score_in_words(score: float, reasons: Iterable[Reason]) -> str:
    """How like two tasks are, and why."""
    why = "; ".join(say(_REASONS[one.sign], what=", ".join(one.what)) for one in reasons)
    return say("điểm {score}: {why}", score=f"{score:.2f}", why=why)


def _heads() -> tuple[str, ...]:
    said = ("Kết quả", "Cấp trên giao", "Văn bản, mục, hạn", "Trong kế hoạch", "Mục, chủ trì, hạn", "Ghi chú")
    return tuple(map(say, said))


def _line(line: Line) -> tuple[str, ...]:
    above, below = line.above, line.below
    notes = [_note(note) for note in line.notes]
    if line.kind in ("perhaps", "unclear", "past") and line.score is not None:
        notes.append(score_in_words(line.score, line.reasons))
    return (
        say(_SHORT[line.kind]),
        above.quote,
        _about(where(above, line.parent.document), above),
        below.quote if below else "",
        _about("; ".join((where(below), *below.lead)), below) if below else "",
        "; ".join(notes),
    )


def _about(said: str, task: TaskFact) -> str:
    due = "; ".join(value_in_words(value, language()) for value in task.due)
    return "; ".join(part for part in (said, due and say("hạn {due}", due=due)) if part)


def _note(note: Reason) -> str:
    values = (
        [value_in_words(one, language()) for one in note.what] if note.sign in _DATED else list(note.what)
    )
    one, other = [*values, "", ""][:2]
    return say(_NOTES[note.sign], one=one, other=other)


def _bases(bases: Sequence[EndedBasis]) -> Table:
    heads = ("Căn cứ", "Trong kế hoạch", "Mục", "Hiệu lực", "Chứng cứ")
    rows = [
        (
            _work(one.work),
            one.citation.quote,
            one.citation.section or "",
            state_in_words(one.validity, language())
            + ("" if one.certain else f" {say('(có thể kế hoạch muốn dẫn văn bản sau đó)')}"),
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
                "; ".join(dict.fromkeys(filter(None, map(where, one.tasks)))),
                _few(one.heirs) or say("chưa rõ"),
                "; ".join(one.why),
            )
            for one in bodies
            if one.then == then
        ]
        named = say("{title} ({n})", title=say(title), n=len(rows))
        tables.append(Table(named, heads, rows, {0: 3, 1: 4, 3: 3, 4: 3}))
    return tables


def _few(names: Sequence[str]) -> str:
    """The first of many names, and how many more there are."""
    more = [say("và {n} cơ quan khác", n=len(names) - _MOST_NAMES)] if len(names) > _MOST_NAMES + 1 else []
    return "; ".join((*(names[:_MOST_NAMES] if more else names), *more))


def _conflict(one: Conflict) -> tuple[str, ...]:
    values = [
        value_in_words(value, language()) if one.kind == "two_deadlines" else value for value in one.differ
    ]
    return (
        one.one.quote,
        f"{where(one.one, one.one_document)}: {values[0]}",
        one.other.quote,
        f"{where(one.other, one.other_document)}: {values[1]}",
        score_in_words(one.score, one.reasons),
    )


def named(document: DocumentFact) -> str:
    """A document by type, number, date and issuer."""
    header = Header(type=document.type, number=document.number, date=document.date, issuer=document.issuer)
    return caption(header, document.path, language())


def _work(work: WorkFact) -> str:
    type_ = work.type if work.symbol else " ".join(part for part in (work.type, work.title) if part)
    return caption(Header(type=type_, number=work.symbol, date=work.date, issuer=work.issuer), "", language())
