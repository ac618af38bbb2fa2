"""An extraction as a spaCy `Doc`, and as a page to look at.

spaCy's tokens are where annotation tools and trained components meet the rules: the facts become span groups, whose
labels say what each span is. The tokens cover the text exactly, so every offset is the same on both sides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, Protocol

from spacy import displacy
from spacy.lang.vi import Vietnamese
from spacy.tokens import Doc, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab, create_vocab

from extract.extraction import Agency, Citation, Extraction, Task
from rulebook.known_bodies import bodies_called

__all__ = ["Doc", "marked_page", "to_spacy", "tokens"]

_TOKEN = re.compile(r"\w+|[^\w\s]|\s+")
_LABELS = {
    "citations": "LAW",
    "agencies": "AGENCY",
    "deadlines": "DEADLINE",
    "tasks": "TASK",
    "targets": "TARGET",
}
_ALL = (
    "sc"  # the group that spaCy's span categorizer is trained on and that displaCy shows, where none is named
)
_PLAIN = re.compile(r"[\w/.:~!@-]*")  # displaCy shows what a span is linked to without escaping it
_WORDS = {"LAW": "CĂN CỨ", "AGENCY": "CƠ QUAN", "DEADLINE": "THỜI HẠN"}
_COLOURS = {"LAW": "#cfe2ff", "AGENCY": "#d1e7dd", "DEADLINE": "#fff3cd"}
_COLOURS |= {_WORDS[label]: colour for label, colour in _COLOURS.items()}


class Fact(Protocol):
    """What stands at characters of the text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def to_spacy(said: Extraction) -> Doc:
    """The document with its facts as span groups `citations` (label `LAW`), `agencies`, `deadlines`, `tasks` and
    `targets`, and all of them in one as `sc`. `doc.text` is the text of the document, unchanged; spans may overlap.

    The spans of a group are the facts in their order, grown to whole tokens. `span.id_` is the `id` of a task, else the
    number of the fact in its list; `span.kb_id_` the URI of a citation, or of an agency the row of `agencies.tsv` if
    there is just one. `doc.ents` are citations, agencies and deadlines that do not overlap, the longest first.
    Raises `ValueError` where the text of the extraction is missing or another one.

    >>> from ingest import read_bytes
    >>> from extract import extract
    >>> doc = to_spacy(extract(read_bytes("Căn cứ Luật Đê điều;\\n\\n1. Sở Y tế rà soát.".encode(), "a.txt")))
    >>> [(span.text, span.label_) for span in doc.spans["sc"]]
    [('Luật Đê điều', 'LAW'), ('Sở Y tế', 'AGENCY'), ('Sở Y tế rà soát.', 'TASK')]
    """
    doc = tokens(said.text)
    for group, label in _LABELS.items():
        doc.spans[group] = _spans(doc, getattr(said, group), label)
    doc.spans[_ALL] = [span for group in _LABELS for span in doc.spans[group]]
    doc.ents = filter_spans(
        [span for group in ("citations", "agencies", "deadlines") for span in doc.spans[group]]
    )
    return doc


@lru_cache(maxsize=1)
def _vocabulary() -> Vocab:
    """Shapes, affixes and signs of Vietnamese words, as `spacy.blank("vi")` has them; that one would need pyvi to cut
    words, which are cut here. One for all documents, so that they can be joined."""
    return create_vocab("vi", Vietnamese.Defaults)


def tokens(text: str) -> Doc:
    """The text cut into syllables, numbers, signs and blanks; a single blank belongs to the token before it, as spaCy
    wants it. Nothing is changed or lost.

    >>> [token.text for token in tokens("Số 5/QĐ-TTg,  nhé")]
    ['Số', '5', '/', 'QĐ', '-', 'TTg', ',', '  ', 'nhé']
    """
    words: list[str] = []
    spaces: list[bool] = []
    for token in _TOKEN.findall(text):
        if token == " " and words and not spaces[-1] and not words[-1].isspace():
            spaces[-1] = True
        else:
            words.append(token)
            spaces.append(False)
    return Doc(_vocabulary(), words=words, spaces=spaces)


def _spans(doc: Doc, facts: Sequence[Fact], label: str) -> list[Span]:
    return [_span(doc, fact, label, number) for number, fact in enumerate(facts)]


def _span(doc: Doc, fact: Fact, label: str, number: int) -> Span:
    name = fact.id if isinstance(fact, Task) else str(number)
    link = _link(fact)
    found = doc.char_span(
        fact.start, fact.end, label=label, kb_id=link, alignment_mode="expand", span_id=name
    )
    if found is None:
        raise ValueError(
            f"{label} {name} stands at characters {fact.start} to {fact.end}, but the text has {len(doc.text)}:"
            " give the text that the facts were found in"
        )
    return found


def _link(fact: Fact) -> str:
    said = ""
    if isinstance(fact, Citation):
        said = fact.uri or ""
    elif isinstance(fact, Agency):
        rows = bodies_called(fact.name)
        said = rows[0].id if len(rows) == 1 else ""
    return said if _PLAIN.fullmatch(said) else ""


def marked_page(said: Extraction, lang: Literal["vi", "en"] = "vi") -> str:
    """The text of the document as an HTML page in which what was found is marked by colour. Everything that comes from
    the document is escaped.

    >>> from ingest import read_bytes
    >>> from extract import extract
    >>> page = marked_page(extract(read_bytes("1. Sở Y tế rà soát <b>.".encode(), "a.txt")))
    >>> "Sở Y tế" in page, "<b>" in page, "CƠ QUAN" in page
    (True, False, True)
    """
    shown = displacy.parse_ents(to_spacy(said))
    labels = _WORDS if lang == "vi" else {}
    shown["ents"] = [
        entity | {"label": labels.get(entity["label"], entity["label"]), "kb_id": ""}
        for entity in shown["ents"]
    ]
    shown |= {"title": None, "settings": {"lang": "vi", "direction": "ltr"}}
    return str(displacy.render(shown, style="ent", manual=True, page=True, options={"colors": _COLOURS}))
