"""Where a box of a picture leads when it is clicked: the document's own file, or its page on the web.

A link is made of the place from which a document was added, never of what the document says, and is an address of the
web or a path relative to the picture, percent-encoded: nothing in it can be run.
"""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote, urlsplit

_WEB = ("http", "https")
_ADDRESS = (
    "%/:=&?~#+!$,;@()*[]"  # what stands in an address for itself; quotes, angles and blanks are encoded
)


def link_to(path: str, folder: Path | None) -> str:
    """The link from a picture in `folder` to what was added as `path`: itself where that is an address of the web,
    else the relative path where there is such a file; empty where it leads nowhere.

    >>> link_to("https://example.vn/van ban.pdf", None)
    'https://example.vn/van%20ban.pdf'
    >>> link_to("javascript:alert(1)", None)
    ''
    """
    if _is_web_address(path):
        return quote(path, safe=_ADDRESS, errors="replace")
    if folder is None:
        return ""
    try:
        if not Path(path).is_file():
            return ""
        relative = os.path.relpath(Path(path).resolve(), folder.resolve())
    except (OSError, ValueError):  # no such place; another drive; a name with NUL
        return ""
    written = quote(os.fsencode(Path(relative).as_posix()))
    return written if written.startswith("../") else f"./{written}"


def _is_web_address(path: str) -> bool:
    try:
        parts = urlsplit(path)
    except ValueError:
        return False
    return parts.scheme.lower() in _WEB and bool(parts.netloc)
