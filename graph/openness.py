"""Why a citation is left open: between which works its words do not decide (vì sao chưa rõ văn bản nào)."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.facts import WorkFact

ONE = "lời dẫn chưa đủ để chắc là văn bản này (thiếu cơ quan ban hành hoặc năm)"
YEARS = "lời dẫn không nói năm; số này có ở các năm: {years}"
ISSUERS = "lời dẫn không nói rõ cơ quan ban hành; số này là của: {issuers}"
DAYS = "lời dẫn không nói rõ ngày; số này có ở các ngày: {days}"
SEVERAL = "lời dẫn hợp với {n} văn bản"


def between(candidates: Sequence[WorkFact]) -> tuple[str, dict[str, object]]:
    """A phrase, with what fills its braces, that says what tells these works apart.

    >>> between(())
    ('lời dẫn hợp với {n} văn bản', {'n': 0})
    """
    if len(candidates) == 1:
        return ONE, {}
    years = _different([str(work.year) if work.year else None for work in candidates])
    issuers = _different([work.issuer for work in candidates])
    days = _different([work.date for work in candidates])
    if issuers and not (years and len(issuers) < len(years)):
        return ISSUERS, {"issuers": "; ".join(issuers)}
    if years:
        return YEARS, {"years": ", ".join(sorted(years))}
    return (DAYS, {"days": ", ".join(sorted(days))}) if days else (SEVERAL, {"n": len(candidates)})


def _different(said: Sequence[str | None]) -> list[str]:
    """The values in their order where all say one and there are several; else nothing."""
    found = dict.fromkeys(said)
    return [value for value in found if value is not None] if len(found) > 1 and None not in found else []
