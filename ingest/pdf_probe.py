"""Opens a PDF file, given on standard input, page by page, and ends with 0 if that can be borne: see `pdf_guard.py`.

A program of its own, run by its path; it takes the most bytes of memory and seconds of work as arguments.
"""

from __future__ import annotations

import sys
from contextlib import suppress


def main(memory: int, seconds: int) -> None:
    """Open everything that reading opens; what is merely broken is left to the reader, who knows what to say."""
    with suppress(ImportError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    data = sys.stdin.buffer.read()
    import pypdfium2

    with suppress(pypdfium2.PdfiumError), pypdfium2.PdfDocument(data) as document:
        for index in range(len(document)):
            page = document[index]
            page.get_textpage().close()
            page.close()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
