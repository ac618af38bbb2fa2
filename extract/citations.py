"""Citations (viện dẫn) as the document gives them: mentions completed by one another, with identity and relation.

    mentions, short_forms   what stands in the text, each mention by itself
    meanings                what mentions of one document lend each other, and where they may be of two
    setting                 what a local symbol means in a document of this body and place
    relations               how the document stands to what it cites

What the symbol itself fixes (`TTg`, `QH13`, a ministry) is known without being said. The identity (`uri`) is told where
number, issuer, place and year are all known from this document; nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.extraction import Citation, Header, Relation, Status
from extract.meanings import Meaning, meanings
from extract.mentions import Mention, mentions
from extract.pinpoints import provisions
from extract.relations import relation_of
from extract.setting import Setting, issuer_by_symbol, may_be_one, place_of
from extract.short_forms import dated_mentions, laws_with_numbers, short_mentions
from extract.stretches import Stretches
from rulebook.number import DocumentNumber, type_of
from rulebook.number import parse as parse_number
from rulebook.uri import work_uri

_BY_PARLIAMENT = frozenset({"Luật", "Bộ luật", "Hiến pháp"})  # Hiến pháp 2013, Điều 70 and 74
_SURE = {"symbol": 1.0, "law_name": 1.0, "amending_law": 1.0, "treaty": 1.0, "broken": 0.5}


def find_citations(text: str, blocks: list[tuple[int, int]], header: Header) -> tuple[Citation, ...]:
    """Every citation in `text`, in reading order. `blocks` are the stretches of text to read (offsets), so that the
    letterhead and the list of recipients can be left out; a mention never runs over the end of one.

    >>> text = "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ;"
    >>> [(found.relation, found.uri) for found in find_citations(text, [(0, len(text))], Header())]
    [('legal_basis', '/akn/vn/act/nghi-dinh/chinh-phu/2020/30-2020-nd-cp')]
    """
    stretches = Stretches(blocks)
    found = _all_mentions(text, stretches)
    setting = Setting.of(header)
    meant = meanings(found, setting)
    relations = _relations(text, found, stretches)
    parts = zip(found, meant, relations, strict=True)
    return tuple(_citation(text, *part, setting) for part in parts)


def _all_mentions(text: str, stretches: Stretches) -> list[Mention]:
    full = laws_with_numbers(mentions(text, stretches))
    numbers = list({mention.symbol: mention.number for mention in full if mention.number}.values())
    found = sorted([*full, *short_mentions(text, numbers, full, stretches)], key=_start)
    return sorted([*found, *dated_mentions(text, found, stretches)], key=_start)


def _start(mention: Mention) -> int:
    return mention.start


def _relations(text: str, found: Sequence[Mention], stretches: Stretches) -> list[Relation]:
    relations: list[Relation] = []
    earlier, last_floor = 0, -1
    for mention in found:
        floor = (stretches.around(mention.start) or (0, 0))[0]
        before = earlier if floor == last_floor else None
        relations.append(relation_of(text, mention.start, mention.type, floor, before))
        earlier, last_floor = mention.end, floor
    return relations


def _citation(
    text: str, mention: Mention, meaning: Meaning, relation: Relation, setting: Setting
) -> Citation:
    kind = meaning.type or _type_by_symbol(mention.number)
    issuer = meaning.issuer or (None if meaning.candidates else _issuer(mention, setting))
    uri, status, why = _identity(kind, mention, issuer, meaning, setting, attached=relation == "attached_to")
    candidates = mention.candidates or meaning.candidates
    return Citation(
        quote=_one_line(text[mention.start : mention.end]),
        start=mention.start,
        end=mention.end,
        symbol=mention.symbol,
        type=kind,
        title=mention.title,
        issuer=issuer,
        date=meaning.date,
        pinpoint=mention.pinpoint,
        provisions=provisions(mention.pinpoint) if mention.pinpoint else (),
        relation=relation,
        uri=uri,
        status=status,
        candidates=candidates,
        why=why,
        rule=mention.rule,
        confidence=_SURE.get(mention.rule, 0.9),
    )


def _one_line(text: str) -> str:
    return " ".join(text.split()) if "\n" in text or "  " in text or "\t" in text else text


def _type_by_symbol(number: DocumentNumber | None) -> str | None:
    known = type_of(number) if number else None
    return known.name if known else None


def _issuer(mention: Mention, setting: Setting) -> str | None:
    """The issuer that type or symbol fixes where none is said."""
    if mention.number and (fixed := issuer_by_symbol(mention.number, setting)):
        return fixed
    if (mention.number is None and mention.rule != "broken" and mention.type in _BY_PARLIAMENT) or (
        "/QH" in (mention.symbol or "")
    ):
        return "Quốc hội"
    return "Ủy ban Thường vụ Quốc hội" if mention.type == "Pháp lệnh" else None


def _identity(
    kind: str | None,
    mention: Mention,
    issuer: str | None,
    meaning: Meaning,
    setting: Setting,
    *,
    attached: bool,
) -> tuple[str | None, Status, str]:
    """The work that a citation means, as far as the document says it: `self`, `resolved` with its URI, `ambiguous`
    between candidates, `broken` where it cannot be read, or `unmatched` where number, issuer, place or year are missing
    (the corpus may know them); and why it is not plain."""
    number, date = mention.number, meaning.date
    if mention.rule == "broken":
        return None, "broken", "không đọc được số văn bản"
    if mention.candidates:
        return None, "ambiguous", "văn bản này viện dẫn nhiều văn bản cùng số"
    if meaning.candidates:
        return None, "ambiguous", meaning.why
    if number is None:
        return (
            None,
            "unmatched",
            "không ghi số, ký hiệu" if mention.symbol is None else "chỉ ghi số, không có ký hiệu",
        )
    year = int(date[:4]) if date else None
    place = place_of(issuer, setting)
    uri = work_uri(kind, number, issuer=issuer, year=year, place=place)
    if _is_self(number, issuer, date, setting) or (attached and _is_blank_self(number, setting)):
        return (str(uri) if uri else None), "self", ""
    if uri is None:
        return None, "unmatched", _missing(number, issuer, date)
    return str(uri), "resolved", meaning.why


def _is_blank_self(number: DocumentNumber, setting: Setting) -> bool:
    """Whether a number left blank in the line of an attachment is that of the document it is attached to: the drafter
    leaves it to be stamped."""
    own = parse_number(setting.number) if setting.number and number.number is None else None
    return own is not None and (own.type_code, own.issuers) == (number.type_code, number.issuers)


def _missing(number: DocumentNumber, issuer: str | None, date: str | None) -> str:
    """What an identity lacks."""
    if number.number is None:
        return "số văn bản để trống"
    if not (number.year or date):
        return "không rõ năm ban hành"
    return "không rõ địa phương ban hành" if issuer else "không rõ cơ quan ban hành"


def _is_self(number: DocumentNumber, issuer: str | None, date: str | None, setting: Setting) -> bool:
    """Whether it is the citing document: its number, and nothing that speaks against its date and issuer."""
    if str(number) != setting.number or (date and setting.date and not setting.date.startswith(date[:7])):
        return False
    return may_be_one(issuer, setting.issuer)
