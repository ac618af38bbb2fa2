"""Text with marks as HTML: however marks lie across each other, and whatever the text says."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from nhiemvu.web.marked_text import KINDS, Kind, Mark, Marked


def mark(kind: Kind, start: int, end: int, href: str = "/x", name: str = "") -> Mark:
    return Mark(kind=kind, start=start, end=end, note="n", href=href, name=name, label="l")


def shape(text: str, *marks: Mark) -> str:
    """The HTML with short names: `<t t1>` for a task, `<a C>` for a link of a citation, `<s C>` where it is none."""
    found = str(Marked(text, marks).html(0, len(text)))
    found = re.sub(r'<a class="tag".*?</a>', "", found)
    found = re.sub(r'<span class="task"(?: id="task-(\w+)"[^>]*)?>', lambda m: f"<t {m[1] or '+'}>", found)
    return re.sub(r'<(a|span) class="(\w)[^>]*>', lambda m: f"<{m[1][0]} {m[2].upper()}>", found).replace(
        "</span>", "</>"
    )


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], "0123456789"),
        ([mark("citation", 2, 5)], "01<a C>234</a>56789"),
        # a task holds what stands in it, whichever came first
        ([mark("agency", 0, 3), mark("task", 0, 9, name="t1")], "<t t1><a A>012</a>345678</>9"),
        # across each other: the citation is cut where the task ends, and goes on behind it
        ([mark("task", 0, 4, name="t1"), mark("citation", 2, 6)], "<t t1>01<a C>23</a></><a C>45</a>6789"),
        # a task that begins in a citation is around the rest of it; nothing is closed in the wrong order
        ([mark("citation", 1, 5), mark("task", 3, 8, name="t1")], "0<a C>12</a><t t1><a C>34</a>567</>89"),
        # no link in a link: the outer one leads on
        ([mark("citation", 0, 8), mark("agency", 4, 8)], "<a C>0123<s A>4567</></a>89"),
        ([mark("agency", 0, 5), mark("deadline", 3, 7)], "<a A>012<s D>34</></a><a D>56</a>789"),
        # nothing to lead to
        ([mark("agency", 0, 2, href="")], "<s A>01</>23456789"),
        # two tasks in the same words, and one in another
        ([mark("task", 0, 4, name="t1"), mark("task", 2, 4, name="t2")], "<t t1>01<t t2>23</></>456789"),
        # an empty mark is none
        ([mark("task", 3, 3, name="t1")], "0123456789"),
    ],
)  # fmt: skip
def test_marks_lie_in_and_across_each_other(marks: list[Mark], expected: str) -> None:
    assert shape("0123456789", *marks) == expected


def test_a_task_that_goes_on_in_the_next_block_has_its_anchor_once() -> None:
    marked = Marked("một\nhai", [mark("task", 0, 7, name="t1")])
    first, second = marked.html(0, 3), marked.html(4, 7)
    assert 'id="task-t1"' in first
    assert 'role="group"' in first
    assert second == '<span class="task">hai</span>'


def test_what_the_document_says_is_text() -> None:
    said = '<script>alert(1)</script> & "x"'
    found = Marked(said, [Mark(kind="task", start=0, end=8, note='"><img src=x>', href='"x', name='t"1')])
    page = html.fromstring(f"<p>{found.html(0, len(said))}</p>")
    assert page.text_content() == 't"1' + said
    assert [node.tag for node in page.iter()] == ["p", "span", "a"]


_MARKS = st.lists(
    st.builds(
        Mark,
        kind=st.sampled_from(KINDS),
        start=st.integers(0, 30),
        end=st.integers(0, 30),
        note=st.just("n"),
        href=st.sampled_from(["", "/x"]),
        name=st.just(""),
    ),
    max_size=12,
)


@given(st.text("ab<&\"' é", min_size=30, max_size=30), _MARKS, st.integers(0, 30))
def test_every_element_is_closed_and_no_letter_is_lost(text: str, marks: list[Mark], cut: int) -> None:
    marked = Marked(text, marks)
    found = str(marked.html(0, cut)) + str(marked.html(cut, 30))
    opened: list[str] = []
    for closing, name in re.findall(r"<(/?)(a|span)\b", found):
        if closing:
            assert opened.pop() == name
        else:
            opened.append(name)
            assert opened.count("a") <= 1 or 'class="tag"' in found
    assert opened == []
    shown = html.fromstring(f"<div>{re.sub('<a class=.tag.*?</a>', '', found)}</div>")
    assert shown.text_content() == text
