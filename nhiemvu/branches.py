"""A trace as a tree for people: what stands above a document, what stands below it, each with its words."""

from __future__ import annotations

from corpus.facts import DocumentFact, TaskFact, WorkFact
from extract.extraction import Header
from graph.openness import between
from graph.steps import Root, Step, Trace
from graph.validity import ENDED, Change, Validity
from nhiemvu.finding_words import named, section_in_words, sources_in_words, work_named
from nhiemvu.show import Branch
from nhiemvu.words import language, say
from publish.caption import caption
from publish.citation_words import RELATIONS
from publish.trace_words import change_in_words, state_in_words, worth_showing
from publish.when import written


def branches_of(found: Trace) -> list[Branch]:
    """A branch for each work that may be meant."""
    return [_root(root, found) for root in found.roots]


def name_of(work: WorkFact) -> str:
    """The work as people name it: type, number (its title where it has none), date, issuer."""
    return work_named(work, language())


def _root(root: Root, found: Trace) -> Branch:
    title = root.work.title or (root.known and root.known.title)
    name = f"{name_of(root.work)}: {title}" if title and root.work.symbol else name_of(root.work)
    parts = _changes(root.changes)
    if found.direction != "down":
        parts.append(
            Branch(
                say("Dựa trên"),
                children=(*map(_upward, root.up), *_more(root.more_up, up=True)) or _nothing(),
            )
        )
    if found.direction != "up":
        parts.append(
            Branch(
                say("Văn bản dựa trên nó"),
                children=(*map(_downward, root.down), *_more(root.more_down, up=False)) or _nothing(),
            )
        )
    held = "" if root.documents else f" {_not_held()}"
    return Branch(f"{name}{held}{_also(root.work)}{_state(root.validity)}", children=tuple(parts))


def _upward(step: Step) -> Branch:
    relation = say(RELATIONS[step.relation])
    if step.work is None:
        names = "; ".join(map(name_of, step.candidates)) or say("chưa rõ văn bản nào")
        return Branch(
            say("{relation}, có thể là: {names}", relation=relation, names=names) + _why(step), _quote(step)
        )
    held = "" if step.work.held else f" {_not_held()}"
    held += _signed(step)
    text = f"{relation} {name_of(step.work)}{_at(step)}{held}{_also(step.work)}{_state(step.validity)}"
    children = (*_known(step), *_changes(step.changes), *map(_upward, step.steps), *_more(step.more, up=True))
    return Branch(f"{text}{_again(step)}", _quote(step), children)


def _known(step: Step) -> list[Branch]:
    """What the rule data know of a work of which the words say no title, or no number."""
    work, row = step.work, step.known
    if not work or not row or (work.symbol and work.title):
        return []
    header = Header(type=row.type, number=row.symbol or None, date=row.date, issuer=row.issuer)
    name = caption(header, row.id, language())
    return [Branch(say("theo dữ liệu kèm theo: {name}: {title}", name=name, title=row.title))]


def _downward(step: Step) -> Branch:
    tasks = tuple(map(_task, step.tasks))
    text = (
        f"{_document(step.document)}: {say(RELATIONS[step.relation])}{_at(step)}{_signed(step)}{_again(step)}"
    )
    if step.status == "ambiguous":
        text += " " + say("(chưa chắc là văn bản này)")
    if step.validity and step.validity.state != "unknown":
        text += _state(step.validity)
    relies = step.relation not in ("amends", "supplements", "replaces", "repeals")
    if relies and step.relied_on and step.relied_on.state in (*ENDED, "not_yet"):
        state = state_in_words(step.relied_on, language())
        text += "; " + say("tại thời điểm đó văn bản được dẫn {state}", state=state)
    rest = (*map(_downward, step.steps), *_more(step.more, up=False))
    return Branch(text, _quote(step), (*tasks, *_changes(step.changes), *rest))


def _more(number: int, *, up: bool) -> list[Branch]:
    """How many there are besides, that are not shown."""
    if not number:
        return []
    if up:
        return [Branch(say("và {n} văn bản khác ở trên (xem thêm: --most)", n=number))]
    return [Branch(say("và {n} văn bản khác dựa trên nó, cũ hơn (xem thêm: --most)", n=number))]


def _state(validity: Validity | None) -> str:
    return f"; {state_in_words(validity, language())}" if validity else ""


def _changes(changes: tuple[Change, ...]) -> list[Branch]:
    """What changed or ended the work, with the words or sources that say so."""
    shown, left_out = worth_showing(changes)
    rest = [Branch(say("và {n} lần sửa đổi, bổ sung trước", n=left_out))] if left_out else []
    return [*rest, *(Branch(change_in_words(change, language()), _evidence(change)) for change in shown)]


def _evidence(change: Change) -> str:
    if change.document and change.words:
        said = [_words(change.words.quote, change.words.section)]
        said += [_words(change.effect.quote, None)] if change.effect else []
        return "; ".join((*said, change.document.path))
    sources = sources_in_words(change.sources, language())
    return say("nguồn: {sources}", sources=sources) if sources else ""


def _also(work: WorkFact) -> str:
    names = "; ".join(
        caption(Header(type=work.type, number=one.symbol, date=one.date, issuer=one.issuer), one.key)
        for one in work.also
    )
    return f" ({say('cũng là {names}', names=names)})" if names else ""


def _at(step: Step) -> str:
    provisions = "; ".join(dict.fromkeys(one for span in step.words for one in span.provisions))
    return f", {say('ở {provisions}', provisions=provisions)}" if provisions else ""


def _signed(step: Step) -> str:
    """Who said what the words mean, where that was not read out of them."""
    said = dict.fromkeys(
        say("{by} sửa ngày {day}", by=one.by, day=written(one.at[:10], language()))
        for span in step.words
        for one in span.corrected
    )
    return f" ({'; '.join(said)})" if said else ""


def _why(step: Step) -> str:
    if not step.candidates:
        return f" ({step.why})" if step.why else ""
    phrase, values = between(step.candidates)
    return f" ({say(phrase, **values)})"


def _task(task: TaskFact) -> Branch:
    lead = "; ".join(task.lead)
    text = say("nhiệm vụ của {lead}", lead=lead) if lead else say("nhiệm vụ chưa xác định cơ quan chủ trì")
    text += f" {say('(đã sửa)')}" if any(one.field == "lead" for one in task.corrected) else ""
    return Branch(text, _words(task.quote, task.section))


def _document(document: DocumentFact) -> str:
    return named(document, language())


def _quote(step: Step) -> str:
    return _words(step.words[0].quote, step.words[0].section) if step.words else ""


def _words(quote: str, section: str | None) -> str:
    if not section:
        return f"“{quote}”"
    return f"“{quote}” ({section_in_words(section, None, language())})"


def _again(step: Step) -> str:
    return f" {say('(đã nêu ở trên)')}" if step.again else ""


def _not_held() -> str:
    return say("(không có trong kho)")


def _nothing() -> tuple[Branch, ...]:
    return (Branch(say("không tìm thấy gì trong kho")),)
