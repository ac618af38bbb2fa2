"""What `graph.gaps`, `graph.coverage`, `graph.conflicts` and `corpus.same` find, in the words that the command line and
the web app share: kinds, reasons, notes, what could not be compared. The language is that of whoever asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from corpus.facts import DocumentFact, TaskFact, WorkFact
from corpus.same import Evidence
from extract.extraction import Header
from graph.conflicts import Conflict
from graph.findings import KINDS, EndedBasis, Gaps, Kind
from graph.likeness import Reason
from nhiemvu.words import say_in
from publish.caption import caption
from publish.trace_words import state_in_words
from publish.when import value_in_words, written
from publish.words import Lang

TITLES: dict[Kind, str] = {
    "not_found": "Không thấy trong kế hoạch",
    "other_owner": "Giao cho cơ quan khác",
    "later": "Muộn hơn hoặc thưa hơn hạn cấp trên giao",
    "perhaps": "Có thể đã có, cần xem lại",
    "unclear": "Không thấy, và chưa chắc là giao cho cơ quan này",
    "past": "Không thấy, nhưng hạn đã qua trước ngày của kế hoạch",
    "taken_up": "Đã có trong kế hoạch",
}
SHORT: dict[Kind, str] = {
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
# What the rule data say of where they have a fact from, where that is no document and no address.
_SOURCES = {
    "memory": "chưa đối chiếu",
    "secondary": "theo tài liệu thứ cấp",
    "usage": "theo cách gọi thông dụng",
}
CONFLICTS = {
    "two_leads": "Một việc, hai cơ quan chủ trì",
    "two_deadlines": "Một báo cáo, sản phẩm, hai thời hạn",
}
SIGNS = {
    "same_date": "cùng ngày {one}",
    "a_day_apart": "ngày cách nhau một ngày ({one}, {other})",
    "one_digit": "ngày khác nhau một chữ số ({one}, {other})",
    "year_digit": "năm khác nhau một chữ số ({one}, {other})",
    "same_letters": "ký hiệu chỉ khác dấu nối ({one}, {other})",
    "same_symbol": "cùng số, ký hiệu {one}",
    "only_issuer_code": "cùng số, chỉ khác mã cơ quan ({one}, {other})",
    "committee": "một bên là ban chỉ đạo, văn bản thường lấy số ở cơ quan thường trực",
    "code_within": "mã này nằm trong mã kia ({one}, {other})",
    "titles_alike": "trích yếu giống nhau {one}%",
    "titles_differ": "trích yếu chỉ giống nhau {one}%",
    "same_issuer": "cùng hệ thống số của {one}",
}

_DAYS = ("same_date", "a_day_apart", "one_digit", "year_digit")


def named(document: DocumentFact, lang: Lang) -> str:
    """A document by type, number, date and issuer."""
    header = Header(type=document.type, number=document.number, date=document.date, issuer=document.issuer)
    return caption(header, document.path, lang)


def work_named(work: WorkFact, lang: Lang) -> str:
    """A work by type, number (its title where it has none), date and issuer."""
    type_ = work.type if work.symbol else " ".join(part for part in (work.type, work.title) if part)
    header = Header(type=type_, number=work.symbol, date=work.date, issuer=work.issuer)
    return caption(header, work.uri or "", lang) or work.name


def where(task: TaskFact, lang: Lang, document: DocumentFact | None = None) -> str:
    """The section of a task, with its document where it is not plain which one."""
    placed = section_in_words(task.section, task.page, lang)
    name = (document.number or document.title or document.path) if document else ""
    return ", ".join(part for part in (name, placed) if part)


def section_in_words(section: str | None, page: int | None, lang: Lang) -> str:
    """A section, or else the page.

    >>> section_in_words("V.1.a", 3, "vi"), section_in_words("Điều 2", 3, "vi"), section_in_words(None, 3, "vi")
    ('mục V.1.a', 'Điều 2', 'tr. 3')
    """
    if not section:
        return say_in(lang, "tr. {page}", page=page) if page else ""
    # Markers alone (V.1.a) need the word before them; `Điều 2`, `Phụ lục.4` have their own.
    own = section[:2].istitle() and section[1:2].islower()
    return section if own else say_in(lang, "mục {section}", section=section)


def due_in_words(task: TaskFact, lang: Lang) -> str:
    """The deadlines of a task; empty where it has none."""
    return "; ".join(value_in_words(value, lang) for value in task.due)


def score_in_words(score: float, reasons: Iterable[Reason], lang: Lang) -> str:
    """How like two tasks are, and why."""
    return say_in(lang, "điểm {score}: {why}", score=f"{score:.2f}", why=reasons_in_words(reasons, lang))


def reasons_in_words(reasons: Iterable[Reason], lang: Lang) -> str:
    """Why two tasks are taken for one."""
    return "; ".join(say_in(lang, _REASONS[one.sign], what=", ".join(one.what)) for one in reasons)


def note_in_words(note: Reason, lang: Lang) -> str:
    """What is to be said of a line besides."""
    values = [value_in_words(one, lang) for one in note.what] if note.sign in _DATED else list(note.what)
    one, other = [*values, "", ""][:2]
    return say_in(lang, _NOTES[note.sign], one=one, other=other)


def differ_in_words(found: Conflict, lang: Lang) -> tuple[str, str]:
    """In what the two tasks of a conflict differ: their leads, or their deadlines."""
    one, other = found.differ
    if found.kind == "two_deadlines":
        return value_in_words(one, lang), value_in_words(other, lang)
    return one, other


def ended_in_words(basis: EndedBasis, lang: Lang) -> str:
    """That a basis has ended, or may have."""
    said = state_in_words(basis.validity, lang)
    doubt = say_in(lang, "(có thể kế hoạch muốn dẫn văn bản sau đó)")
    return said if basis.certain else f"{said} {doubt}"


def heirs_in_words(names: Sequence[str], lang: Lang) -> str:
    """Who has the functions of a body that is no more: the first of many, and how many more there are."""
    if not names:
        return say_in(lang, "chưa rõ")
    if len(names) <= _MOST_NAMES + 1:
        return "; ".join(names)
    more = say_in(lang, "và {n} cơ quan khác", n=len(names) - _MOST_NAMES)
    return "; ".join((*names[:_MOST_NAMES], more))


def sign_in_words(evidence: Evidence, lang: Lang) -> str:
    """One thing that speaks for it, or against it, that two works are one."""
    values = [value_in_words(one, lang) if evidence.sign in _DAYS else one for one in evidence.what]
    return say_in(lang, SIGNS[evidence.sign], **dict(zip(("one", "other"), values, strict=False)))


def sources_in_words(sources: Sequence[str], lang: Lang) -> str:
    """Where the rule data have a fact from.

    >>> sources_in_words(("memory",), "vi")
    'chưa đối chiếu'
    """
    return "; ".join(say_in(lang, _SOURCES[one]) if one in _SOURCES else one for one in sources)


def notes_of_gaps(found: Gaps, lang: Lang) -> Iterator[str]:
    """What could not be compared, a line each, so that nobody takes silence for an answer."""
    for one in found.unread:
        name, why = work_named(one.work, lang), say_in(lang, _UNREAD[one.why])
        yield say_in(lang, "Không so được với {name}: {why}.", name=name, why=why)
    for parent, count in found.unowned:
        yield say_in(
            lang,
            "{name}: {n} nhiệm vụ chưa rõ giao cho cơ quan nào, không xét là thiếu hay đã có.",
            name=named(parent.document, lang),
            n=count,
        )
    if not found.document.date:
        day = written(found.on, lang)
        yield say_in(lang, "Văn bản không ghi ngày ban hành: xét vào ngày {day}.", day=day)
    if not found.parents:
        yield say_in(lang, "Kho không có văn bản cấp trên nào để so với văn bản này.")


def summary_of_gaps(found: Gaps, lang: Lang) -> str:
    """How many lines there are of each kind, and for which day."""
    counts = [(kind, len(found.of((kind,)))) for kind in KINDS]
    said = "; ".join(f"{say_in(lang, TITLES[kind]).lower()}: {n}" for kind, n in counts if n)
    none = say_in(lang, "không có nhiệm vụ nào để so")
    return say_in(lang, "Xét vào ngày {day}: {counts}.", day=written(found.on, lang), counts=said or none)
