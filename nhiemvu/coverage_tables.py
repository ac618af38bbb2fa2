"""What `nhiemvu gaps --down` shows: the bodies that a document gives tasks to, each with its plans in the corpus."""

from __future__ import annotations

from graph.coverage import Coverage, Covered
from graph.parents import Child
from nhiemvu.finding_words import named
from nhiemvu.show import Table
from nhiemvu.words import language, say
from publish.citation_words import RELATIONS
from publish.when import written


def tables_of_coverage(found: Coverage) -> list[Table]:
    """A table for each group: first the members with plans, then those of whom the corpus has none; and the others."""
    heads = tuple(map(say, ("Cơ quan", "Văn bản thực hiện trong kho", "Lời dẫn")))
    tables = []
    for group in found.groups:
        title = say(
            "{name}: {n} cơ quan (ngày {day}), kho có văn bản của {have}",
            name=group.name,
            n=len(group.members),
            day=written(group.day, language()),
            have=len(group.members) - len(group.missing),
        )
        rows = [row for one in sorted(group.members, key=lambda one: not one.children) for row in _rows(one)]
        tables.append(Table(title, heads, rows, {0: 3, 1: 4, 2: 5}))
    title = say("Cơ quan khác có văn bản thực hiện trong kho")
    others = [(child.document.issuer or "", _child(child), _words(child)) for child in found.others]
    tables.append(Table(title, heads, others, {0: 3, 1: 4, 2: 5}))
    return [table for table in tables if table.rows]


def summary(found: Coverage) -> str:
    """That the corpus is all that was looked at."""
    if not found.groups and not found.others:
        return say(
            "Kho không có văn bản cấp dưới nào thực hiện văn bản này; chưa rõ văn bản giao việc cho những ai."
        )
    return say("“Không có trong kho” không có nghĩa là cơ quan ấy chưa ban hành.")


def _rows(one: Covered) -> list[tuple[str, str, str]]:
    if not one.children:
        return [(one.name, say("không có trong kho"), "")]
    return [(one.name, _child(child), _words(child)) for child in one.children]


def _child(child: Child) -> str:
    return named(child.document, language())


def _words(child: Child) -> str:
    span = child.words[0]
    return say("{relation}: “{quote}”", relation=say(RELATIONS[child.relation]), quote=span.quote)
