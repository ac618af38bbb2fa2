"""Plain text of the samples: one line a paragraph (UTF-8 with mark and CRLF, as saved on Windows; tables with tabs,
footnotes behind the text), and a letter with hard line breaks and the letterhead in two columns, as copied from a
printed page."""

from __future__ import annotations

import textwrap

from corpus.samples.markup import MARK, Addressees, Block, Closing, Letterhead, Paragraph, Sample, Table

WIDTH = 80
LEFT = 36


def write_text(sample: Sample) -> bytes:
    """The bytes of a text file."""
    if sample.form == "txt-wrapped":
        return (_page(sample) + "\n").encode()
    parts = [_unwrapped(block) for block in sample.blocks]
    notes = [f"[{number}] {note}" for number, note in sample.footnotes.items()]
    text = "\n\n".join(part for part in [*parts, *notes] if part) + "\n"
    return b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()


def _page(sample: Sample) -> str:
    """Lines without a blank one between paragraphs, as a printed page has them."""
    page = ""
    for block in sample.blocks:
        gap = "" if isinstance(block, Paragraph) and block.kind == "body" else "\n"
        page += gap + _wrapped(block) + "\n" + ("\n" if isinstance(block, Addressees) else "")
    return page.strip("\n")


def _unwrapped(block: Block) -> str:
    match block:
        case Paragraph():
            return MARK.sub(r"[\1]", block.text)
        case Addressees():
            return "\n".join(block.lines)
        case Table():
            return "\n".join("\t".join(row) for row in block.rows)
        case Letterhead():
            left = [name for name, _ in block.rows if name]
            right = [name for _, name in block.rows if name]
            return "\n".join([*left, "", *right])
        case Closing():
            return "\n".join([*block.recipients, "", *block.signature])
        case _:
            return ""


def _wrapped(block: Block) -> str:
    match block:
        case Paragraph(kind="note"):
            return block.text.center(WIDTH).rstrip()
        case Paragraph():
            indent = "  " if block.text.startswith("- ") else "    "
            return textwrap.fill(
                block.text, WIDTH, initial_indent=indent, break_long_words=False, break_on_hyphens=False
            )
        case Letterhead():
            return "\n".join(_columns(list(block.rows)))
        case Addressees():
            return "\n".join([block.lines[0].rjust(30), *(" " * 31 + line for line in block.lines[1:])])
        case Closing():
            height = max(len(block.recipients), len(block.signature))
            left = [*block.recipients, *[""] * (height - len(block.recipients))]
            right = [*block.signature, *[""] * (height - len(block.signature))]
            return "\n".join(_columns(list(zip(left, right, strict=True)), centred=False))
        case _:
            raise ValueError(f"no plain text for {block}")


def _columns(rows: list[tuple[str, str]], *, centred: bool = True) -> list[str]:
    lines = []
    for left, right in rows:
        pieces = textwrap.wrap(left, LEFT) or [""]
        for at, piece in enumerate(pieces):
            first = piece.center(LEFT) if centred else piece.ljust(LEFT)
            lines.append((first + "  " + (right.center(WIDTH - LEFT - 2) if at == 0 else "")).rstrip())
    return lines
