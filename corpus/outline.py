"""What stands over a place in the text (đề mục bao quanh): its sections and their headings."""

from __future__ import annotations

from collections.abc import Sequence

from extract.extraction import Extraction, Section, Task


def sections_of(extraction: Extraction, offsets: Sequence[int]) -> list[str | None]:
    """For each offset the path of the innermost section around it."""
    return [around[-1].id if around else None for around in _sections_around(extraction, offsets)]


def headings_over(extraction: Extraction, tasks: Sequence[Task]) -> list[list[str]]:
    """For each task the headings of the sections around it, the outermost first. Where the heading of an item is the
    item itself, as far as it goes, it stands in the task and not over it."""
    around = _sections_around(extraction, [task.start for task in tasks])
    return [
        [section.heading for section in sections if section.heading and section.heading not in task.quote]
        for task, sections in zip(tasks, around, strict=True)
    ]


def _sections_around(extraction: Extraction, offsets: Sequence[int]) -> list[list[Section]]:
    """For each offset the sections that it stands in, the outermost first. One sweep over the outline."""
    outline = sorted(extraction.outline, key=lambda section: (section.start, -section.end))
    found: dict[int, list[Section]] = {}
    around: list[Section] = []
    following = 0
    for offset in sorted(set(offsets)):
        while following < len(outline) and outline[following].start <= offset:
            around.append(outline[following])
            following += 1
        around = [section for section in around if section.end > offset]
        found[offset] = list(around)
    return [found[offset] for offset in offsets]
