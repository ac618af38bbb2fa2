"""A trace as a tree for people: what stands above a document, what stands below it, each with its words."""

from __future__ import annotations

from corpus.facts import DocumentFact, TaskFact, WorkFact
from extract.extraction import Header
from graph.trace import Root, Step, Trace
from nhiemvu.show import Branch
from nhiemvu.words import language, say
from publish.caption import caption

RELATIONS = {
    "legal_basis": "căn cứ",
    "carries_out": "thực hiện",
    "on_proposal": "theo đề nghị tại",
    "amends": "sửa đổi, bổ sung",
    "replaces": "thay thế",
    "repeals": "bãi bỏ",
    "guides": "hướng dẫn",
    "attached_to": "kèm theo",
    "mentions": "dẫn chiếu",
}


def branches_of(found: Trace) -> list[Branch]:
    """A branch for each work that may be meant."""
    return [_root(root, found) for root in found.roots]


def name_of(work: WorkFact) -> str:
    """The work as people name it: type, number (its title where it has none), date, issuer."""
    type_ = work.type if work.symbol else " ".join(part for part in (work.type, work.title) if part)
    header = Header(type=type_, number=work.symbol, date=work.date, issuer=work.issuer)
    return caption(header, work.uri or "", language())


def _root(root: Root, found: Trace) -> Branch:
    title = (
        f"{name_of(root.work)}: {root.work.title}"
        if root.work.title and root.work.symbol
        else name_of(root.work)
    )
    parts = []
    if found.direction != "down":
        parts.append(Branch(say("Dựa trên"), children=tuple(map(_upward, root.up)) or _nothing()))
    if found.direction != "up":
        parts.append(
            Branch(say("Văn bản dựa trên nó"), children=tuple(map(_downward, root.down)) or _nothing())
        )
    return Branch(title if root.documents else f"{title} {_not_held()}", children=tuple(parts))


def _upward(step: Step) -> Branch:
    relation = say(RELATIONS[step.relation])
    if step.work is None:
        names = "; ".join(map(name_of, step.candidates)) or say("chưa rõ văn bản nào")
        return Branch(say("{relation}, có thể là: {names}", relation=relation, names=names), _quote(step))
    held = "" if step.work.held else f" {_not_held()}"
    return Branch(
        f"{relation} {name_of(step.work)}{held}{_again(step)}", _quote(step), tuple(map(_upward, step.steps))
    )


def _downward(step: Step) -> Branch:
    tasks = tuple(map(_task, step.tasks))
    text = f"{_document(step.document)}: {say(RELATIONS[step.relation])}{_again(step)}"
    if step.status == "ambiguous":
        text += " " + say("(chưa chắc là văn bản này)")
    return Branch(text, _quote(step), (*tasks, *map(_downward, step.steps)))


def _task(task: TaskFact) -> Branch:
    lead = "; ".join(task.lead)
    text = say("nhiệm vụ của {lead}", lead=lead) if lead else say("nhiệm vụ chưa xác định cơ quan chủ trì")
    return Branch(text, _words(task.quote, task.section))


def _document(document: DocumentFact) -> str:
    header = Header(type=document.type, number=document.number, date=document.date, issuer=document.issuer)
    return caption(header, document.path, language())


def _quote(step: Step) -> str:
    return _words(step.words[0].quote, step.words[0].section) if step.words else ""


def _words(quote: str, section: str | None) -> str:
    if not section:
        return f"“{quote}”"
    # Markers alone (V.1.a) need the word before them; `Điều 2`, `Phụ lục.4` have their own.
    place = (
        section if section[:2].istitle() and section[1:2].islower() else say("mục {section}", section=section)
    )
    return f"“{quote}” ({place})"


def _again(step: Step) -> str:
    return f" {say('(đã nêu ở trên)')}" if step.again else ""


def _not_held() -> str:
    return say("(không có trong kho)")


def _nothing() -> tuple[Branch, ...]:
    return (Branch(say("không tìm thấy gì trong kho")),)
