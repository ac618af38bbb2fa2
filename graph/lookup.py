"""Which works somebody means who types a number or a name: `76/2014/QH13`, `382/QĐ-UBND`, `QĐ 1722`, `nghi quyet 76`.

What is typed beside the number narrows the candidates (`382/QĐ-UBND Lâm Đồng`). A year or a province that is not theirs
rules them out, and they are only offered; other words that no candidate has, such as those of a title, do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus import names, queries
from corpus.description import symbol_keys
from corpus.engine import Connection
from corpus.errors import CorpusError
from corpus.facts import WorkFact
from corpus.issuer import province_of
from rulebook.spelling import fold, key, normalise
from rulebook.tables import document_types, provinces

_JOINTS = re.compile(r"\s*([/–-])\s*")
_SYMBOL = re.compile(r"\d[\w.]*[/–-]\S+")
_NUMBER = re.compile(r"(?<![\d/.,-])\d{1,6}[a-zđ]?(?![\w/])", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NAME_AND_YEAR = re.compile(
    r"(?P<name>\D{4,}?)(?: năm| nam)? (?P<year>(?:19|20)\d\d)"
)  # `Luật Đất đai năm 2013`
_DAY = re.compile(
    r"(?<![\d/.-])(?:(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})|(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4}))"
    r"(?!\d)"
)
_LITTLE_WORDS = frozenset(("so", "ngay", "thang", "nam", "cua", "ve", "va"))
_ALIKE = 70  # of 100: how alike a name must be to be offered
_MOST_OFFERED = 5
_MOST_NAMED = 2_000  # works that are compared by name
_MANY = 200  # works with one symbol
_LONGEST = 500  # characters; no number and no name is longer


@dataclass(frozen=True, slots=True)
class Found:
    """The works that may be meant; where there is none, those with names `close` to what was typed. `more`: there are
    others, which were not read."""

    works: tuple[WorkFact, ...]
    close: tuple[WorkFact, ...] = ()
    more: bool = False


def find_works(
    connection: Connection,
    typed: str,
    *,
    apart: bool = False,
    most: int | None = None,
    some: int | None = None,
) -> Found:
    """The works that `typed` may mean, all of them, by symbol, by bare number, or by name; with `apart`, works that
    somebody joined are still two; with `most`, none where more than so many have a symbol and nothing beside it tells
    which is meant; with `some`, of those of one symbol or number at most so many are read: a large corpus has a hundred
    thousand with the number 1."""
    bound = None if some is None else some + 1  # one more tells whether there are others
    text = _JOINTS.sub(r"\1", " ".join(normalise(typed[:_LONGEST]).split()))
    for printed in _SYMBOL.finditer(text):
        symbol, _ = symbol_keys(printed.group())
        if symbol:
            beside = text[: printed.start()] + " " + text[printed.end() :]
            works = _with_symbol(connection, symbol, beside, apart, most, bound)
            if works is None:
                return Found(())
            return _narrowed(works, beside, some) if works else _close(connection, symbol)
    if dated := _NAME_AND_YEAR.fullmatch(text):
        named = _by_name(connection, dated["name"], apart).works
        of_year = tuple(work for work in named if work.year == int(dated["year"]))
        if of_year:
            return Found(of_year)
    number = _NUMBER.search(text)
    if number:
        bare = symbol_keys(number.group())[1] or ""
        types, before = _types_at_end(text[: number.start()])
        beside = before + " " + text[number.end() :]
        works = _with_number(connection, bare, types, beside, apart, bound)
        if works:
            return _narrowed(works, beside, some)
    return _by_name(connection, text, apart)


def one_work(connection: Connection, typed: str) -> WorkFact:
    """The one work that `typed` means, apart from those that somebody joined with it.

    Raises `CorpusError` where it means none or several.
    """
    found = find_works(connection, typed, apart=True).works
    if not found:
        raise CorpusError(typed, "kho không có văn bản này", "xem các cặp: nhiemvu same")
    if len(found) > 1:
        names = "; ".join(work.name for work in found[:_MOST_OFFERED])
        raise CorpusError(
            typed, f"có thể là {len(found)} văn bản ({names})", "thêm cơ quan hoặc ngày để chọn"
        )
    return found[0]


def _with_symbol(
    connection: Connection, symbol: str, beside: str, apart: bool, most: int | None, some: int | None
) -> list[WorkFact] | None:
    """The works with that symbol; of very many (`01/KH-UBND`) those whose issuer and year were typed, else those of the
    places and years among what was typed, if there are; at most `some`. `None`: still more than `most`."""
    number = queries.number_with_symbol(connection, symbol)
    for words in (_telling(beside), _places_and_years(beside)) if number > _MANY else ():
        named = (
            queries.works_with_symbol(connection, symbol, said=words, apart=apart, most=some) if words else ()
        )
        if named:
            return named
    if most is not None and number > most:
        return None
    return queries.works_with_symbol(connection, symbol, apart=apart, most=some)


def _with_number(
    connection: Connection, bare: str, types: set[str], beside: str, apart: bool, some: int | None
) -> list[WorkFact]:
    """The works with that bare number, of these types if there are some; where they are more than `some`, so many of
    those that the words beside it tell of, if there are."""

    def fitting(works: list[WorkFact]) -> list[WorkFact]:
        return [work for work in works if not types or key(work.type or "") in types]

    if some is None or queries.number_with_bare(connection, bare) <= some:
        return fitting(queries.works_with_number(connection, bare, apart=apart))
    named = [row.name for row in document_types() if key(row.name) in types]
    for words in (_telling(beside), _places_and_years(beside), []):
        found = queries.works_with_number(connection, bare, said=words, types=named, apart=apart, most=some)
        if found:
            return fitting(found)
    return []


def _telling(beside: str) -> list[str]:
    words = [word for word in key(beside).split() if word not in _LITTLE_WORDS]
    return [word for word in words if word.isalpha() or _YEAR.fullmatch(word)]


def _places_and_years(beside: str) -> list[str]:
    said = key(beside)
    return [*_YEAR.findall(said), *(word for name in _provinces_in(said) for word in key(name).split())]


def _provinces_in(said: str) -> set[str]:
    """The provinces that words without diacritics name."""
    return {row.name for row in provinces() if f" {key(row.name)} " in f" {said} "}


def _types_at_end(text: str) -> tuple[set[str], str]:
    """The types of documents that the last words of `text` name or abbreviate, as keys, and the words before."""
    words = key(text).removesuffix(" so").split()
    for first in range(max(0, len(words) - 5), len(words)):
        said = " ".join(words[first:])
        types = {
            key(row.name)
            for row in document_types()
            if said in map(key, (row.name, *row.variants, *row.codes))
        }
        if types:
            return types, " ".join(words[:first])
    return set(), text


def _narrowed(works: list[WorkFact], beside: str, some: int | None) -> Found:
    """Those of the works that have all the words typed beside the number; all, where none has; of more than `some`,
    these."""
    cut = some is not None and len(works) > some
    works = works[:some]
    said = key(beside)
    years = {int(year) for year in _YEAR.findall(said)}
    places = _provinces_in(said)
    left = [work for work in works if _allows(work, years, places)]
    if not left:
        return Found((), tuple(works[:_MOST_OFFERED]), cut)
    words = [word for word in said.split() if word not in _LITTLE_WORDS]
    fitting = [work for work in left if all(word in _all_words(work) for word in words)] or left
    day = _day_in(beside)
    of_day = [work for work in fitting if day and work.date == day]
    left = of_day or fitting
    named = [work for work in left if work.issuer and f" {key(work.issuer)} " in f" {said} "]
    return Found(tuple(named or left), more=cut)


def _day_in(typed: str) -> str | None:
    """The first whole day that was typed, in ISO 8601.

    >>> _day_in("Lâm Đồng 9/3/2022"), _day_in("2022-03-09"), _day_in("9/2022")
    ('2022-03-09', '2022-03-09', None)
    """
    found = _DAY.search(typed)
    if not found:
        return None
    year, month, day = (
        int(part)
        for part in (found["y"] or found["year"], found["m"] or found["month"], found["d"] or found["day"])
    )
    return f"{year:04}-{month:02}-{day:02}"


def _allows(work: WorkFact, years: set[int], places: set[str]) -> bool:
    place = province_of(work.issuer)
    return not (years and work.year and work.year not in years) and not (
        places and place and place not in places
    )


def _all_words(work: WorkFact) -> set[str]:
    also = (part for one in work.also for part in (one.symbol, one.issuer, one.date))
    said = (work.type, work.symbol, work.issuer, work.title, work.date, *also)
    words = key(" ".join(filter(None, said))).split()
    return {*words, *(word.lstrip("0") for word in words), str(work.year)}  # `9/3/2022` is the ninth of March


def _by_name(connection: Connection, text: str, apart: bool) -> Found:
    """The works of that name; else those whose title has it in it, where it is more than one word."""
    name = key(text)
    if not name:
        return Found(())
    same: list[int] = []
    within: list[int] = []
    having = names.that_have(connection, name, _MOST_NAMED)
    for work_id, symbol, type_, title in queries.names_of_works(connection, having, apart=apart):
        called, titled = key(f"{type_ or ''} {title or ''}"), key(title or "")
        if name in (called, titled) or fold(symbol or "") == fold(text):
            same.append(work_id)
        elif " " in name and f" {name} " in f" {called} ":
            within.append(work_id)
    works = queries.works(connection, same or within, apart=apart)
    return Found(tuple(works.values())) if works else _close(connection, name)


def _close(connection: Connection, typed: str) -> Found:
    """The works whose symbol or title is spelt most like what was typed; in a large corpus of those that share a word
    with it."""
    from rapidfuzz import fuzz, process

    ids, called = [], []
    many = queries.more_works_than(connection, _MOST_NAMED)
    sharing = names.that_share(connection, key(typed), _MOST_NAMED) if many else None
    for work_id, symbol, type_, title in queries.names_of_works(connection, sharing):
        ids += [work_id, work_id]
        called += [fold(symbol or ""), key(f"{type_ or ''} {title or ''}")]
    near = process.extract(typed, called, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=2 * _MOST_OFFERED)
    return Found((), _in_order(connection, (ids[at] for _, _, at in near)))


def _in_order(connection: Connection, ids: Iterable[int]) -> tuple[WorkFact, ...]:
    first = list(dict.fromkeys(ids))[:_MOST_OFFERED]
    works = queries.works(connection, first)
    return tuple(works[id_] for id_ in first)
