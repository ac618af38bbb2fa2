"""The names of the gazetteer (danh mục cơ quan) in a text of which nothing was extracted, by spaCy's phrase matcher.

An extraction finds bodies by grammar (`bodies`), twice as many of them, known or not. This serves what is no document
of its own: prose to be annotated by hand, sentences to train on.
"""

from __future__ import annotations

from functools import lru_cache

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from extract.spans import tokens
from rulebook.known_bodies import bodies_called
from rulebook.tables import agencies

_LABEL = "AGENCY"


def known_agencies(text: str) -> Doc:
    """The text as a spaCy `Doc` with the names that `agencies.tsv` has as span group `agencies`, the longest first,
    none inside another; `span.kb_id_` is the row, if it is just one. Parts of document numbers are none.

    >>> doc = known_agencies("Sở Tài chính gửi 15/KH-UBND cho BHXH tỉnh.")
    >>> [span.text for span in doc.spans["agencies"]]
    ['Sở Tài chính', 'BHXH tỉnh']
    """
    doc = tokens(text)
    found = [doc[start:end] for _, start, end in _matcher()(doc)]
    kept = filter_spans([span for span in found if not _in_number(doc, span)])
    doc.spans["agencies"] = [
        Span(doc, span.start, span.end, label=_LABEL, kb_id=_row(span.text)) for span in kept
    ]
    return doc


@lru_cache(maxsize=1)
def _matcher() -> PhraseMatcher:
    matcher = PhraseMatcher(tokens("").vocab)
    names = {name for row in agencies() for name in (row.name, *row.variants, *row.abbreviations)}
    names |= {name[0].upper() + name[1:] for name in names}
    matcher.add(_LABEL, [tokens(name) for name in sorted(names)])
    return matcher


def _in_number(doc: Doc, span: Span) -> bool:
    """`15/KH-UBND`, `BLĐTBXH-VPQGGN`: a sign joins it to its neighbour without a blank."""
    before = doc[span.start - 1] if span.start else None
    after = doc[span.end] if span.end < len(doc) else None
    return (before is not None and before.text in ("/", "-") and not before.whitespace_) or (
        after is not None and after.text in ("/", "-") and not doc[span.end - 1].whitespace_
    )


def _row(name: str) -> str:
    rows = bodies_called(name)
    return rows[0].id if len(rows) == 1 else ""
