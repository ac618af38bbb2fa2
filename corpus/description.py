"""What is said of a work, made comparable (cách gọi một văn bản).

A citation and the header of a document name a work in the same way: symbol, type, issuer, date, or, for laws, the
name. `describe` turns such a naming into a `Description` with the keys that descriptions are compared by. Whether two
descriptions mean one work is decided in `corpus.identity`.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, field

from corpus.issuer import issuer_key, series_of
from corpus.words import storable
from rulebook.number import parse
from rulebook.spelling import fold, key

# Documents that are cited by name and year (Nghị định 78/2025/NĐ-CP, Điều 68), and who makes them (Hiến pháp 2013,
# Điều 70 and 74).
_MAKER_OF = {
    "luat": "Quốc hội",
    "bo luat": "Quốc hội",
    "hien phap": "Quốc hội",
    "phap lenh": "Ủy ban Thường vụ Quốc hội",
}

# Who alone makes documents of a type, so that a number of it needs no issuer (Luật 64/2025/QH15, Điều 4).
_SOLE_MAKER_OF = {"nghi dinh": "Chính phủ"} | _MAKER_OF

# A number in a short form: `1722`, `30a`, with its year `45/2025`.
_BARE_NUMBER = re.compile(r"0*(\d+(?:\.\d+)?[a-z]?)(?:/(?:19|20)\d\d)?")
_YEAR_IN_SYMBOL = re.compile(r"/((?:19|20)\d\d)(?:[/-]|$)")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """The words by which a citation or a header names a work, as the extraction has them."""

    symbol: str | None = None
    type: str | None = None
    issuer: str | None = None
    date: str | None = None
    title: str | None = None
    uri: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What is said of a work (cách gọi một văn bản), with the keys it is compared by.

    `date` is ISO 8601, as precise as it was said; `year` also comes from the symbol; `not_after` is the year of the
    document that said it, kept where the year is not known; `scope` the content hash of that document, kept where the
    words mean little outside it; `held` whether the corpus holds a document that is described so.
    """

    symbol: str | None = None
    symbol_key: str | None = None
    number_key: str | None = None
    title_key: str | None = None
    type: str | None = None
    issuer: str | None = None
    date: str | None = None
    title: str | None = None
    year: int | None = None
    not_after: int | None = None
    scope: str | None = None
    uri: str | None = None
    held: bool = field(default=False, compare=False)

    @property
    def fingerprint(self) -> str:
        """All that was said, in one line: two descriptions with the same fingerprint are one."""
        keys = (self.symbol_key or self.title_key or self.number_key, issuer_key(self.issuer), self.date)
        said = (*keys, self.not_after, self.scope, self.symbol, self.type, self.issuer, self.title, self.uri)
        return "|".join("" if part is None else str(part) for part in said)

    @property
    def series(self) -> str | None:
        """The number series, `None` where the issuer is not certain (`corpus.issuer`)."""
        return series_of(self.symbol, self.issuer)

    @property
    def complete(self) -> bool:
        """Whether issuer and year are both certain: enough to be a work of its own."""
        return self.year is not None and self.series is not None


def describe(
    naming: Naming, *, said_in: str = "", said_on: str | None = None, held: bool = False
) -> Description:
    """What is said of a work, made comparable.

    `said_in` is the content hash of the document that says it, `said_on` that document's date. With `held` the naming
    is a document's own header. What has neither a number nor a name is bound to the document that says it.

    >>> found = describe(Naming(symbol="05/2020/NQ-CP", issuer="Chính phủ"))
    >>> found.symbol_key, found.number_key, found.year, found.complete
    ('5/2020/nq-cp', '5', 2020, True)
    >>> describe(Naming(symbol="/KH-UBND"), said_in="8de1").scope
    '8de1'
    """
    naming = Naming(**{name: value and storable(value) for name, value in asdict(naming).items()})
    symbol_key, number_key = symbol_keys(naming.symbol)
    title_key = _title_key(naming, only_named=held or number_key is not None)
    by_name = symbol_key is None and title_key is not None
    makers = _MAKER_OF if by_name else _SOLE_MAKER_OF if symbol_key is None else {}
    issuer = naming.issuer or makers.get(fold(naming.type or ""))
    year = _year(symbol_key or (naming.symbol if number_key else None), naming.date)
    nameless = number_key is None and title_key is None
    clear = by_name or series_of(naming.symbol, issuer) or len(naming.date or "") == 10
    return Description(
        symbol=naming.symbol,
        symbol_key=symbol_key,
        number_key=number_key,
        title_key=title_key,
        type=naming.type,
        issuer=issuer,
        date=naming.date,
        title=naming.title,
        year=year,
        not_after=_year(None, said_on) if year is None else None,
        scope=said_in if nameless or not clear else None,
        uri=naming.uri,
        held=held,
    )


def symbol_keys(symbol: str | None) -> tuple[str | None, str | None]:
    """The keys that a symbol and its bare number are found by; `None` for what it does not have.

    Letter case, diacritics, blanks, kinds of dashes and leading zeros tell no symbols apart.

    >>> symbol_keys("0382 / QĐ–UBND")
    ('382/qd-ubnd', '382')
    >>> symbol_keys("30a"), symbol_keys("45/2025"), symbol_keys("/KH-UBND"), symbol_keys(None)
    ((None, '30a'), (None, '45'), (None, None), (None, None))
    """
    if not symbol:
        return None, None
    parsed = parse(symbol)
    if parsed is None:
        bare = _BARE_NUMBER.fullmatch(fold(symbol))
        return None, bare[1] if bare else None
    if parsed.number is None:
        return None, None
    number = fold(parsed.number).lstrip("0") or "0"
    return number + fold(str(parsed)).removeprefix(fold(parsed.number)), number


def _title_key(naming: Naming, *, only_named: bool) -> str | None:
    """The name of a law and its like; of anything else only where it has no number to be found by."""
    type_ = fold(naming.type or "")
    if not naming.title or (only_named and type_ not in _MAKER_OF):
        return None
    return f"{type_} {key(naming.title)}".strip()


def _year(symbol_key: str | None, date: str | None) -> int | None:
    in_symbol = _YEAR_IN_SYMBOL.search(symbol_key or "")
    in_date = _YEAR.match(date or "")
    return int(in_symbol[1]) if in_symbol else int(in_date[0]) if in_date else None
