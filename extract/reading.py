"""The stages of extraction in order, each a plain function from one value to the next.

Document -> header
         -> outline -> tasks (who must do what)
         -> citations
         -> times -> deadlines (those that govern a task, a time line, a time column)
         -> tasks with their deadlines and citations
         -> targets (measurable goals), sums of money
"""

from __future__ import annotations

import re
from dataclasses import replace

from extract.amounts import find_amounts
from extract.changes import find_changes
from extract.citations import find_citations
from extract.deadline_search import find_deadlines
from extract.deadlines import impossible
from extract.extraction import Extraction
from extract.header import read_header
from extract.letterhead import ABOUT
from extract.mention_agencies import find_agencies
from extract.outline import outline, sections
from extract.references import find_references
from extract.setting import Setting
from extract.targets import find_targets
from extract.task_facts import told_tasks
from extract.tasks import find_tasks
from ingest.document import Document

_BODY_KINDS = frozenset({"heading", "paragraph", "table", "footnote"})
_OWN_NUMBER = re.compile(r"\s*(?:[Ss]ố\s*:?|\d+\s*[-/])")


def extract(document: Document) -> Extraction:
    """Everything that the document says: header, outline, citations, agencies, deadlines, tasks, targets,
    sums of money.

    A pure function of the document and the rulebook; any document gives a structurally valid extraction.
    """
    header = read_header(document)
    stretches = _stretches(document)
    root = outline(document)
    citations = find_citations(document.text, stretches, header)
    found = find_tasks(root, document)
    deadlines = find_deadlines(document, stretches, root, found, citations, header)
    return Extraction(
        source=replace(document.source, warnings=(*document.source.warnings, *impossible(deadlines))),
        header=header,
        outline=sections(root),
        citations=citations,
        references=find_references(document.text, stretches, citations, header),
        changes=find_changes(document.text, stretches, citations),
        agencies=find_agencies(document.text, stretches, citations, Setting.of(header)),
        deadlines=deadlines,
        tasks=told_tasks(found, document, deadlines, citations),
        targets=find_targets(document.text, root, citations, header),
        amounts=find_amounts(document.text, stretches),
        text=document.text,
    )


def _stretches(document: Document) -> list[tuple[int, int]]:
    """The blocks, and the cells of tables, in which facts are looked for: not the document's own number, the
    recipients, the signature."""
    found: list[tuple[int, int]] = []
    for block in document.blocks:
        if block.kind == "table":
            found += [(cell.start, cell.end) for cell in block.cells]
        elif block.kind in _BODY_KINDS:
            found.append((block.start, block.end))
        elif block.kind == "letterhead" and (start := _subject_start(document.text_of(block))) is not None:
            found.append((block.start + start, block.end))
    return sorted(found)


def _subject_start(letterhead: str) -> int | None:
    """Where the part of a letterhead begins that may cite: all of it, or the subject behind its own number."""
    if not _OWN_NUMBER.match(letterhead):
        return 0
    subject = ABOUT.search(letterhead)
    return subject.start("about") if subject else None
