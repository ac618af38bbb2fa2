"""What the tests of reading share: a document as a short list, and what must hold of every document."""

from __future__ import annotations

from unicodedata import is_normalized

from ingest.document import Block, Document


def said(document: Document) -> list[str]:
    """Kind and text of each block, one string a block; a table as its rows."""
    return [_line(document, block) for block in document.blocks]


def _line(document: Document, block: Block) -> str:
    if block.kind != "table":
        return f"{block.kind}: {document.text_of(block)}"
    return "table: " + " / ".join(" | ".join(row) for row in rows(document, block))


def texts(document: Document) -> list[str]:
    """The text of each block."""
    return [document.text_of(block) for block in document.blocks]


def rows(document: Document, block: Block) -> list[list[str]]:
    """The cells of a table, row by row."""
    found: dict[int, list[str]] = {}
    for cell in block.cells:
        found.setdefault(cell.row, []).append(document.text_of(cell))
    return [found[row] for row in sorted(found)]


def check(document: Document) -> None:
    """What `ingest.document` promises of every document."""
    text, end = document.text, -1
    assert is_normalized("NFC", text)
    for block in document.blocks:
        assert end < block.start <= block.end <= len(text)
        assert text[end:].startswith("\n") or end == -1
        end = block.end
        inside = block.start
        for cell in block.cells:
            assert inside <= cell.start <= cell.end <= block.end
            assert text[cell.end : cell.end + 1] in ("\t", "\n", "")
            assert "\t" not in document.text_of(cell)
            assert "\n" not in document.text_of(cell)
            inside = cell.end
        if block.kind == "table":
            assert 0 <= block.head_rows <= len(rows(document, block))
        else:
            assert "\n" not in document.text_of(block)
        assert block.anchor is None or (block.kind == "footnote" and 0 <= block.anchor <= len(text))
        assert "  " not in document.text_of(block)
    assert end == len(text) or (end == -1 and not text)
    starts = [place.start for place in document.places]
    assert starts == sorted(starts)
    assert all(0 <= place.start < place.end <= len(text) for place in document.places)
    if document.places:
        _check_the_way_back(document)


def _check_the_way_back(document: Document) -> None:
    """Every letter that was printed has a place."""
    placed = bytearray(len(document.text))
    for place in document.places:
        placed[place.start : place.end] = b"\x01" * (place.end - place.start)
    assert all(placed[at] or letter in " \t\n" for at, letter in enumerate(document.text))
