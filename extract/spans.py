"""An extraction as a spaCy `Doc`, and as a page to look at.

spaCy's tokens are where annotation tools and trained components meet the rules: the facts become span groups, whose
labels say what each span is. The tokens cover the text exactly, so every offset is the same on both sides.
"""

from __future__ import annotations

import re
from typing import Literal

from spacy import displacy
from spacy.tokens import Doc, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab

from extract.extraction import Agency, Citation, Deadline, Extraction, Task

_TOKEN = re.compile(r"\w+|[^\w\s]|\s+")
_WORDS = {"LAW": "CĂN CỨ", "AGENCY": "CƠ QUAN", "DEADLINE": "THỜI HẠN"}
_COLOURS = {"LAW": "#cfe2ff", "AGENCY": "#d1e7dd", "DEADLINE": "#fff3cd"}
_COLOURS |= {_WORDS[label]: colour for label, colour in _COLOURS.items()}


def to_spacy(said: Extraction) -> Doc:
    """The document with its facts as span groups `citations`, `agencies`, `deadlines` and `tasks`; `doc.ents` are those
    of the first three that do not overlap, the longest first. `doc.text` is the text of the document, unchanged.

    >>> from ingest import read_bytes
    >>> from extract import extract
    >>> doc = to_spacy(extract(read_bytes("Căn cứ Luật Đê điều;\\n\\n1. Sở Y tế rà soát.".encode(), "a.txt")))
    >>> [(span.text, span.label_) for span in doc.ents]
    [('Luật Đê điều', 'LAW'), ('Sở Y tế', 'AGENCY')]
    """
    doc = _tokens(said.text)
    doc.spans["citations"] = _spans(doc, said.citations, "LAW")
    doc.spans["agencies"] = _spans(doc, said.agencies, "AGENCY")
    doc.spans["deadlines"] = _spans(doc, said.deadlines, "DEADLINE")
    doc.spans["tasks"] = _spans(doc, said.tasks, "TASK")
    doc.ents = filter_spans(
        [span for name in ("citations", "agencies", "deadlines") for span in doc.spans[name]]
    )
    return doc


def _tokens(text: str) -> Doc:
    """The text cut into words, signs and blanks; a single space belongs to the token before it, as spaCy wants it."""
    words: list[str] = []
    spaces: list[bool] = []
    for token in _TOKEN.findall(text):
        if token == " " and words and not spaces[-1] and not words[-1].isspace():
            spaces[-1] = True
        else:
            words.append(token)
            spaces.append(False)
    return Doc(Vocab(), words=words, spaces=spaces)


def _spans(doc: Doc, facts: tuple[Citation | Agency | Deadline | Task, ...], label: str) -> list[Span]:
    found = (doc.char_span(fact.start, fact.end, label=label, alignment_mode="expand") for fact in facts)
    return [span for span in found if span is not None]


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
        entity | {"label": labels.get(entity["label"], entity["label"])} for entity in shown["ents"]
    ]
    shown |= {"title": None, "settings": {"lang": "vi", "direction": "ltr"}}
    return str(displacy.render(shown, style="ent", manual=True, page=True, options={"colors": _COLOURS}))
