"""Small PDF files made by hand, so that a test shows the structure that it is about."""

from __future__ import annotations

import zlib
from collections.abc import Mapping

TEXT = (
    b"BT /F1 12 Tf 72 700 Td ("
    + b"To chuc hoi nghi tong ket cong tac nam 2024 tren dia ban tinh. " * 4
    + b") Tj ET"
)
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
BOX = b"0 0 595 842"


def pdf_of_objects(objects: Mapping[int, bytes]) -> bytes:
    """A file of these objects, the first of which is its catalog."""
    data, places = bytearray(b"%PDF-1.7\n"), {}
    for number, body in objects.items():
        places[number] = len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    size, start = max(objects) + 1, len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % size
    data += b"".join(b"%010d 00000 n \n" % places.get(number, 0) for number in range(1, size))
    return bytes(data + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, start))


def stream(content: bytes, dictionary: bytes = b"") -> bytes:
    """A stream that stands as it is."""
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (dictionary, len(content), content)


def packed_twice(content: bytes) -> bytes:
    """A stream that is packed, and packed again: what is all alike shrinks to a millionth."""
    packed = zlib.compress(zlib.compress(content, 9), 9)
    return stream(packed, b"/Filter[/FlateDecode/FlateDecode]")


def form(content: bytes, draws: bytes = b"") -> bytes:
    """A drawing that can be drawn in others; `draws` names those that it draws."""
    look = b"/Type/XObject/Subtype/Form/BBox[%s]/Resources<</Font<</F1 5 0 R>>/XObject<<%s>>>>" % (BOX, draws)
    return stream(content, look)


def one_page(
    content: bytes = TEXT,
    box: bytes = BOX,
    page: bytes = b"",
    catalog: bytes = b"",
    tree: bytes = b"/Kids[3 0 R]/Count 1",
    more: Mapping[int, bytes] | None = None,
    draws: bytes = b"",
) -> bytes:
    """A file of one page (objects 1 to 5; 2 is the page tree, 3 the page, 4 what is drawn)."""
    resources = b"/Resources<</Font<</F1 5 0 R>>/XObject<<%s>>>>" % draws
    return pdf_of_objects(
        {
            1: b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog,
            2: b"<</Type/Pages%s>>" % tree,
            3: b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R%s%s>>" % (box, resources, page),
            4: stream(content),
            5: FONT,
            **(more or {}),
        }
    )
