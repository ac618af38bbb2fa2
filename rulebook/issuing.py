"""Which body a document number fixes (cơ quan ban hành): `QH13` is Quốc hội, `BTC` Bộ Tài chính, `SYT` Sở Y tế."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from rulebook.fields import read_field
from rulebook.number import DocumentNumber
from rulebook.tables import IssuerCode, issuers

_CENTRAL_TYPES = frozenset({"NĐ", "TT", "TTLT", "TTLB", "NQLT", "PL"})
_TERMS = {"QH": "QH", "UBTVQH": "UBTVQH", "HĐNN": "HĐNN8"}
_HEADS = {"B": ("Bộ", "central"), "S": ("Sở", "province"), "P": ("Phòng", "district")}


def issuer_of(number: DocumentNumber) -> IssuerCode | None:
    """The body that issued the document, as far as its number says so; its place stays open.

    `None` where the code is unknown, is that of several bodies (`152/QĐ-LĐTBXH`: a ministry, a department or a
    division), or where several bodies issued it together: see `issuers_of`.

    >>> from rulebook.number import parse
    >>> [issuer_of(parse(text)).body for text in ("76/2014/QH13", "39/2016/TT-BLĐTBXH", "33/TTr-SLĐTBXH")]
    ['Quốc hội', 'Bộ Lao động - Thương binh và Xã hội', 'Sở Lao động - Thương binh và Xã hội']
    >>> issuer_of(parse("152/QĐ-LĐTBXH")) is None
    True
    """
    found = issuers_of(number)
    return found[0] if len(found) == 1 else None


def issuers_of(number: DocumentNumber) -> tuple[IssuerCode | None, ...]:
    """The body of each issuer code of `number`, in order; `None` for a code that fixes none.

    >>> from rulebook.number import parse
    >>> [row.body for row in issuers_of(parse("01/2016/TTLT-BTC-BNV"))]
    ['Bộ Tài chính', 'Bộ Nội vụ']
    """
    central = number.type_code in _CENTRAL_TYPES and not number.party
    return tuple(_body(code, number.party, central, number.year) for code in number.issuers)


@lru_cache(maxsize=10_000)
def _body(code: str, party: bool, central: bool, year: int | None) -> IssuerCode | None:
    rows = [row for row in issuers() if row.slot == "issuer" and code in (row.code, *row.variants)]
    own = [row for row in rows if (row.system != "state") == party]
    rows = [row for row in rows if row.system != "party"] if not party and not own else own or rows
    if central:
        rows = [row for row in rows if row.level == "central"]
    rows = [row for row in rows if _existed(row, year)] or rows
    if len({row.body for row in rows}) > 1:
        return None
    return rows[0] if rows else _by_grammar(code)


def _existed(row: IssuerCode, year: int | None) -> bool:
    return not year or (row.valid_from or "")[:4] <= str(year) <= (row.valid_to or "9999")[:4]


def _by_grammar(code: str) -> IssuerCode | None:
    """A code that no table lists: a term of the National Assembly, a steering committee, a head and a field."""
    stem = code.rstrip("0123456789")
    if stem in _TERMS and stem != code:
        return replace(next(row for row in issuers() if row.code == _TERMS[stem]), code=code)
    if code.startswith("BCĐ"):
        return replace(next(row for row in issuers() if row.code == "BCĐ"), code=code, confidence="medium")
    head, level = _HEADS.get(code[:1], ("", ""))
    reading = read_field(code, 1, head) if head else None
    if reading is None or reading.end != len(code):
        return None
    body = f"{head} {reading.field.name}"
    return IssuerCode(
        code=code,
        system="state",
        slot="issuer",
        body=body,
        level=level,
        source=("grammar",),
        confidence="medium",
    )
