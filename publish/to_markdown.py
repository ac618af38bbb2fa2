"""A checklist as Markdown: one table, or one for each agency under its heading (GitHub's pipe tables)."""

from __future__ import annotations

import re

from publish.checklist import Checklist, Row
from publish.columns import MARK, cells, foot_note, group_title, heads, note, state, state_heads, title, under
from publish.plain import plain
from publish.words import Lang, say

# What has a meaning inside a line (no text of the document begins one), and what makes a bare address a link.
_MARKUP = re.compile(r"[\\`*_\[\]<>#|~&$@]|:(?=//)|(?<=www)\.")


def write(checklist: Checklist, lang: Lang = "vi") -> bytes:
    """The file's bytes, UTF-8."""
    subject = [checklist.header.title] if checklist.header.title else []
    parts = [f"# {title(lang)}", as_text(": ".join([under(checklist, lang), *subject]))]
    for group in checklist.groups:
        parts += [f"## {as_text(group_title(group, lang))}"] if checklist.by_agency else []
        parts.append(_table(group.rows, lang) if group.rows else say("Không có nhiệm vụ nào.", lang))
    if below := foot_note(checklist, lang):
        parts.append(as_text(below))
    return ("\n\n".join(parts) + "\n").encode()


def as_text(text: str) -> str:
    r"""The text in one line, with whatever Markdown would take for markup escaped.

    >>> as_text("a | b *c*")
    'a \\| b \\*c\\*'
    """
    return _MARKUP.sub(lambda found: "\\" + found[0], plain(text))


def _table(rows: tuple[Row, ...], lang: Lang) -> str:
    head = (*heads(lang), *state_heads(lang))
    lines = [head, ("---:", *["---"] * (len(head) - 1))]
    lines += [tuple(map(as_text, (*cells(row, lang, MARK), state(row, lang), note(row)))) for row in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
