"""Citations (viện dẫn) as the document gives them: mentions completed by one another, with identity and relation.

A mention says what stands with it; other mentions of the same document in the same file lend it the rest. Two mentions
are of one document if number and symbol agree and no date or issuer speaks against it. What the symbol itself fixes
(`TTg`, `QH13`, a ministry) is known without being said; a local body gets the place of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date

from extract.body_words import UPPER
from extract.extraction import Citation, Header, Relation, Status
from extract.mentions import Mention, mentions, short_mentions
from rulebook.issuing import issuer_of
from rulebook.naming import full_name
from rulebook.number import DocumentNumber, type_of
from rulebook.spelling import key
from rulebook.tables import provinces, valid_on
from rulebook.uri import work_uri


@dataclass(frozen=True, slots=True)
class Setting:
    """What the citing document says of itself: its number, date and issuer, and the province it stands in."""

    number: str | None
    date: str | None
    issuer: str | None
    province: str | None

    @staticmethod
    def of(header: Header) -> Setting:
        """The setting that a header gives; the province only where the issuer or the place line names one."""
        return Setting(header.number, header.date, header.issuer, _province(header))


def _province(header: Header) -> str | None:
    if header.issuer and (
        found := re.search(r"(?:tỉnh|thành phố)\s+([^\d,]+?)(?:\s+giai đoạn.*)?$", header.issuer)
    ):
        return found[1].strip()
    names = {key(name): row.name for row in provinces() for name in (row.name, *row.variants)}
    district = header.issuer and re.search(r"(?:huyện|quận|thị xã|xã|phường|thị trấn)\s+\w", header.issuer)
    return names.get(key(header.place)) if header.place and not district else None


def find_citations(text: str, blocks: list[tuple[int, int]], header: Header) -> tuple[Citation, ...]:
    """Every citation in `text`, in reading order. `blocks` are the stretches of text to read (offsets), so that the
    letterhead and the list of recipients can be left out; a mention never runs over the end of one."""
    full = [_moved(mention, start) for start, end in blocks for mention in mentions(text[start:end])]
    numbers = list({str(mention.number): mention.number for mention in full if mention.number}.values())
    found = sorted([*full, *_shorts(text, blocks, numbers, full)], key=lambda mention: mention.start)
    setting = Setting.of(header)
    known = _pooled(found, setting)
    return tuple(_citation(text, mention, known, setting, blocks) for mention in found)


def _shorts(
    text: str, blocks: list[tuple[int, int]], numbers: list[DocumentNumber], full: list[Mention]
) -> list[Mention]:
    """The short forms of documents cited in full, outside of the full mentions."""
    if not numbers:
        return []
    starts = [mention.start for mention in full]
    found = []
    for start, end in blocks:
        inside = [_moved(m, -start) for m in full[bisect_left(starts, start) : bisect_left(starts, end)]]
        found += [_moved(mention, start) for mention in short_mentions(text[start:end], numbers, inside)]
    return found


def _moved(mention: Mention, by: int) -> Mention:
    return replace(mention, start=mention.start + by, end=mention.end + by) if by else mention


def _symbol(mention: Mention) -> str | None:
    return str(mention.number) if mention.number else None


def _pool_key(mention: Mention) -> str | None:
    """What mentions of one document share: the symbol, or the name of a law cited without one."""
    if mention.number:
        return str(mention.number)
    return f"{mention.type} {key(mention.title)}" if mention.title else None


def _pooled(found: list[Mention], setting: Setting) -> dict[str, dict[str, set[str]]]:
    """What all mentions of one symbol say: the values of type, date and issuer, each a set."""
    pool: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for mention in found:
        symbol = _pool_key(mention)
        if symbol is None:
            continue
        if mention.type:
            pool[symbol]["type"].add(mention.type)
        if mention.date:
            pool[symbol]["date"].add(mention.date)
        if mention.issuer:
            pool[symbol]["issuer"].add(_issuer_name(_office_of(mention), setting))
    return pool


def _one(values: set[str]) -> str | None:
    """The value on which all mentions agree; a more precise one (`2022-03-09`, a name with its place) includes a less
    precise one."""
    longest = max(values, key=lambda value: (len(value), value), default=None)
    if longest is None:
        return None
    return longest if all(key(longest).startswith(key(value)) for value in values) else None


_OF_TERM = re.compile(
    r"(?<=nhân dân tỉnh) khóa [IVXLC]+|(?<=Quốc hội) khóa [IVXLC]+|(?<=nhân dân thành phố) khóa [IVXLC]+"
)


def _issuer_name(said: str, setting: Setting) -> str:
    """The issuer's full name; a local body without a place of its own gets the province of the text."""
    name = _OF_TERM.sub("", full_name(" ".join(said.split())))
    if setting.province and re.search(r"(?:\stỉnh|Tỉnh ủy|Thành ủy)$", name):
        return f"{name} {setting.province}"
    if (
        setting.province
        and re.search(r"\sthành phố$", name)
        and setting.issuer
        and "thành phố" in setting.issuer
    ):
        return f"{name} {setting.province}"
    if setting.province and name.startswith("Sở "):
        return (
            name
            if re.search(r"(?:tỉnh|thành phố)\s", name)
            else f"{name} {_level(setting)} {setting.province}"
        )
    return name


def _level(setting: Setting) -> str:
    """`tỉnh` or `thành phố`, as the province was called on the day of the document."""
    day = date.fromisoformat(setting.date) if setting.date and len(setting.date) == 10 else None
    named = [row for row in provinces() if row.name == setting.province]
    then = [row for row in named if day is None or valid_on(row, day)] or named
    return then[0].kind if then else "tỉnh"


def _issuer_by_symbol(number: DocumentNumber, setting: Setting) -> str | None:
    """The issuer that the symbol alone fixes. `UBND` and `HĐND` have a place only if the citing body
    is of that kind."""
    code = issuer_of(number)
    if code is None:
        return None
    body = code.body
    if number.issuers[-1] == "TW":  # Ban Chấp hành Trung ương, Bộ Chính trị and Ban Bí thư share it
        return None
    if body in ("Ủy ban nhân dân", "Hội đồng nhân dân"):
        own = setting.issuer or ""
        local = re.match(r"(?:Ủy ban nhân dân|Hội đồng nhân dân)\s+(?P<rest>.+)$", own)
        if local:
            return f"{body} {local['rest']}"
        return (
            f"{body} {_level(setting)} {setting.province}"
            if setting.province and own.startswith("Sở ")
            else body
        )
    if re.match(r"(?:Tỉnh|Thành) ủy", body):
        return f"{body} {setting.province}" if setting.province else body
    return _issuer_name(body, setting)


def _citation(
    text: str,
    mention: Mention,
    known: dict[str, dict[str, set[str]]],
    setting: Setting,
    blocks: list[tuple[int, int]],
) -> Citation:
    symbol = _symbol(mention)
    pool = known.get(_pool_key(mention) or "", {})
    kind = mention.type or _one(pool.get("type", set())) or _type_by_symbol(mention.number)
    issuer = _issuer_name(_office_of(mention), setting) if mention.issuer else None
    issuer = (
        _one({issuer, *pool.get("issuer", set())}) or issuer if issuer else _one(pool.get("issuer", set()))
    )
    if issuer is None and mention.number:
        issuer = _issuer_by_symbol(mention.number, setting)
    if (mention.number is None and mention.type in ("Luật", "Bộ luật", "Hiến pháp")) or (
        (symbol or "").find("/QH") > 0 and not issuer
    ):
        issuer = "Quốc hội"
    if issuer is None and mention.type == "Pháp lệnh":
        issuer = "Ủy ban Thường vụ Quốc hội"
    date = mention.date or _one(pool.get("date", set()))
    uri, status = _identity(kind, mention.number, issuer, date, setting)
    return Citation(
        quote=" ".join(text[mention.start : mention.end].split()),
        start=mention.start,
        end=mention.end,
        symbol=symbol,
        type=kind,
        title=mention.title,
        issuer=issuer,
        date=date,
        pinpoint=mention.pinpoint,
        relation=_relation(text, mention, kind, blocks),
        uri=uri,
        status="ambiguous" if mention.candidates else status,
        candidates=mention.candidates,
        rule=mention.rule,
        confidence=1.0 if mention.type else 0.9,
    )


def _office_of(mention: Mention) -> str:
    """The issuer said; of `Giám đốc Sở Nội vụ tại Tờ trình số 318/TTr-SNV` the office that the symbol names."""
    said = mention.issuer or ""
    code = issuer_of(mention.number) if mention.number else None
    return code.body if code and said.startswith("Giám đốc ") and code.body in full_name(said) else said


def _type_by_symbol(number: DocumentNumber | None) -> str | None:
    if number is None:
        return None
    if number.type_code:
        known = type_of(number)
        return known.name if known else None
    return "Công văn" if number.issuers and not number.year else None


def _identity(
    kind: str | None, number: DocumentNumber | None, issuer: str | None, date: str | None, setting: Setting
) -> tuple[str | None, Status]:
    """The work that a citation means, as far as the document says it: `self`, `resolved` with its URI, or
    `unmatched` where number, issuer, place or year are missing (the corpus may know them)."""
    if number is None:
        return None, "unmatched"
    uri = work_uri(
        kind, number, issuer=issuer, year=int(date[:4]) if date else None, place=_place_of(issuer, setting)
    )
    status: Status = "self" if _is_self(number, issuer, date, setting) else "resolved" if uri else "unmatched"
    return str(uri) if uri else None, status


def _is_self(number: DocumentNumber, issuer: str | None, date: str | None, setting: Setting) -> bool:
    if str(number) != setting.number or (date and setting.date and not setting.date.startswith(date[:7])):
        return False
    ours, theirs = key(setting.issuer or ""), key(issuer or "")
    return not ours or not theirs or ours.startswith(theirs) or theirs.startswith(ours)


_LOWER_PLACE = re.compile(
    rf"(?<!\w)(?:huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)\s+[{UPPER}][^,]*?(?=$|,| tỉnh| thành phố)"
)


def _place_of(issuer: str | None, setting: Setting) -> str | None:
    """The place of a local body as a work's identity has it: its province, then what is below it."""
    named = re.search(
        r"(?:tỉnh|thành phố|Tỉnh ủy|Thành ủy)\s+(?P<name>[^,]+?)(?:\s+giai đoạn.*)?$", issuer or ""
    )
    province = named["name"] if named else None
    below = _LOWER_PLACE.search(issuer or "")
    if below:
        above = province or setting.province
        return f"{above}, {below.group()}" if above else None
    return province


def _relation(text: str, mention: Mention, kind: str | None, blocks: list[tuple[int, int]]) -> Relation:
    begin = blocks[bisect_right(blocks, (mention.start, len(text))) - 1][0]
    opening = text[begin : mention.start]
    before = opening[-60:]
    if re.search(r"kèm theo\s*$", before, re.IGNORECASE):
        return "attached_to"
    if kind == "Tờ trình" or re.search(r"đề nghị (?:của|tại)[^.;]*$", before, re.IGNORECASE):
        return "on_proposal"
    if changes := _CHANGES.fullmatch(opening):
        return next(
            relation for relation, words in _CHANGE_WORDS if changes["word"].lower().startswith(words)
        )
    if opening.startswith("Căn cứ"):
        return "legal_basis"
    if _GUIDES.search(before):
        return "guides"
    carried = r"(?:thực hiện|triển khai|thi hành)\s*(?:tốt |các |theo |theo đúng )*$"
    if re.search(carried, before, re.IGNORECASE) or _CARRIES_OUT.match(opening):
        return "carries_out"
    return "mentions"


# A document changes another only by a clause of its own: `Kế hoạch này thay thế ...`, `2. Bãi bỏ khoản 3 Điều 4 ...`.
# What it orders to be drafted (`ban hành nghị quyết thay thế ...`) or what a title says is no change.
_CHANGES = re.compile(
    r"(?:Điều \d+[a-z]?\.?\s*)?(?:\d+(?:\.\d+)*[.)]\s*|[a-zđ]\)\s*|[-+]\s*)?"
    r"(?:(?:[^\W\d_]+ ){1,3}này[^.;]{0,160}?(?:,|và)?\s*)?"
    r"(?P<word>thay thế|bãi bỏ|hủy bỏ|sửa đổi|bổ sung)(?:,? ?(?:và )?bổ sung)?\s+"
    r"(?:cho |toàn bộ |một số (?:điều|nội dung)(?: của| tại)? |các |quy định tại )*"
    r"(?:(?:[Đđ]iểm|[Kk]hoản|[Đđ]iều|[Mm]ục|[Pp]hụ lục|[Cc]hương)[^;:()]{0,80}?)?(?:của |tại )?",
    re.IGNORECASE,
)
_CHANGE_WORDS: tuple[tuple[Relation, str], ...] = (
    ("replaces", "thay"),
    ("repeals", "bãi"),
    ("repeals", "hủy"),
    ("amends", ""),
)
_CARRIES_OUT = re.compile(
    r"(?:Thực hiện|Triển khai|Thi hành|Để (?:thực hiện|triển khai)|Tiếp tục thực hiện)(?!\w)"
)
_GUIDES = re.compile(r"hướng dẫn(?: thực hiện| thi hành)?\s*$", re.IGNORECASE)
