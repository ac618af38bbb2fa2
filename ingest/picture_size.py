"""Which pictures may be pages of documents: not the icons and logos that are saved with web pages and letters."""

from __future__ import annotations

import io
import warnings

from PIL import Image

HEAD = 256 * 1024
"""So many bytes from the beginning say how large a picture is, whatever a camera wrote before that."""

_FEWEST_ACROSS = 400  # pixels: the shorter side of A5 at 70 dpi, which nobody reads
_FORMATS = ("PNG", "JPEG", "TIFF")


def may_be_page(head: bytes) -> bool:
    """Whether the picture that begins with these bytes is large enough for a page; True where that cannot be told, so
    that reading it says what it is."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(head), formats=_FORMATS) as picture:
                return min(picture.size) >= _FEWEST_ACROSS
    except Exception:  # the decoders raise whatever a broken or cut picture leads them to
        return True
