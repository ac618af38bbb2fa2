"""Citations (viện dẫn) as the document gives them: mentions completed by one another, with identity and relation.

    mentions, short_forms, dated_forms    what stands in the text, each mention by itself
    completing                            numbers that the file gives elsewhere
    relations                             how the document stands to what it cites
    meanings                              what mentions of one document lend each other; where they may be of two
    setting                               what a local symbol means in a document of this body and place
    identities, known_works               which work is meant: from the document, then from the rule data

What the symbol itself fixes (`TTg`, `QH13`, a ministry) is known without being said.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.completing import in_full, laws_with_numbers
from extract.dated_forms import dated_mentions
from extract.extraction import Citation, Header, Relation
from extract.identities import identify
from extract.meanings import Meaning, meanings, year_of
from extract.mentions import Mention, mentions
from extract.merged_places import setting_of
from extract.pinpoints import provisions
from extract.relations import Place, relation_of, sentence_start
from extract.setting import Setting, issuer_by_symbol
from extract.short_forms import short_mentions
from extract.stretches import Stretches
from rulebook.number import DocumentNumber, type_of

# Who alone issues documents of a type (Hiến pháp 2013, Điều 70, 74, 100).
_ISSUER_OF = {
    "Luật": "Quốc hội",
    "Bộ luật": "Quốc hội",
    "Hiến pháp": "Quốc hội",
    "Pháp lệnh": "Ủy ban Thường vụ Quốc hội",
    "Nghị định": "Chính phủ",
}
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
    relations = _relations(text, found, stretches)
    bases = {place for place, relation in enumerate(relations) if relation == "legal_basis"}
    meant = meanings(found, setting, bases)
    parts = zip(found, meant, relations, strict=True)
    citations = (_citation(text, *part, setting) for part in parts)
    return tuple(one for one in citations if not _is_own_number(text, one, stretches))


def _is_own_number(text: str, citation: Citation, stretches: Stretches) -> bool:
    """Whether it is the document's own number, bare or in its title (`THÔNG TƯ CỦA BỘ XÂY DỰNG SỐ 04/2001/TT-BXD`)."""
    if citation.status != "self" or citation.relation == "attached_to":
        return False
    if citation.rule == "untyped":
        return True
    start, stop = stretches.around(citation.start) or (0, 0)
    return text[start:stop].isupper()


def _all_mentions(text: str, stretches: Stretches) -> list[Mention]:
    full = laws_with_numbers(in_full(mentions(text, stretches)))
    numbers = list({mention.symbol: mention.number for mention in full if mention.number}.values())
    found = sorted([*full, *short_mentions(text, numbers, full, stretches)], key=_start)
    return _apart(sorted([*found, *dated_mentions(text, found, stretches)], key=_start))


def _apart(found: Sequence[Mention]) -> list[Mention]:
    """The mentions of which none begins within another."""
    kept: list[Mention] = []
    for mention in found:
        if not kept or kept[-1].end <= mention.start:
            kept.append(mention)
    return kept


def _start(mention: Mention) -> int:
    return mention.start


def _relations(text: str, found: Sequence[Mention], stretches: Stretches) -> list[Relation]:
    relations: list[Relation] = []
    place, searched = Place(-1, -1), 0
    for mention in found:
        floor = (stretches.around(mention.start) or (0, 0))[0]
        if floor != place.floor:
            place, searched = Place(floor, floor), floor
        sentence = sentence_start(text, place.sentence, searched, mention.start)
        place = place._replace(sentence=sentence)
        relations.append(relation_of(text, mention.start, mention.type, place))
        place, searched = place._replace(earlier=mention.end), mention.start
    return relations


def _citation(
    text: str, mention: Mention, meaning: Meaning, relation: Relation, setting: Setting
) -> Citation:
    meaning = meaning if meaning.type else meaning._replace(type=_type_by_symbol(mention.number))
    then = setting_of(setting, meaning.date or year_of(mention))
    open_issuer = mention.number is not None and bool(meaning.candidates)
    issuer = meaning.issuer or (None if open_issuer else _issuer(mention, then))
    identity = identify(mention, meaning, issuer, setting, attached=relation == "attached_to")
    return Citation(
        quote=" ".join(text[mention.start : mention.end].split()),
        start=mention.start,
        end=mention.end,
        symbol=mention.symbol,
        type=meaning.type,
        title=mention.title,
        issuer=issuer,
        date=meaning.date,
        pinpoint=mention.pinpoint,
        provisions=provisions(mention.pinpoint) if mention.pinpoint else (),
        relation=relation,
        uri=identity.uri,
        status=identity.status,
        candidates=identity.candidates,
        why=identity.why,
        work=identity.work,
        rule=mention.rule,
        confidence=_SURE.get(mention.rule, 0.9),
    )


def _type_by_symbol(number: DocumentNumber | None) -> str | None:
    known = type_of(number) if number else None
    return known.name if known else None


def _issuer(mention: Mention, setting: Setting) -> str | None:
    """The issuer that type or symbol fixes where none is said."""
    if mention.number and (fixed := issuer_by_symbol(mention.number, setting)):
        return fixed
    if "/QH" in (mention.symbol or ""):
        return "Quốc hội"
    if mention.number and mention.type not in ("Luật", "Bộ luật", "Pháp lệnh", "Nghị định"):
        return None
    return _ISSUER_OF.get(mention.type or "") if mention.rule != "broken" else None
