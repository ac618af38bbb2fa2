"""Where the words of a document stand on its pages (vị trí trên trang), packed small: what boxes on its pages need.

A document of a hundred pages has forty thousand words. Their places are kept as one value, zlib over compact JSON, and
read only when somebody looks at a page. Boxes are kept to a tenth of a point, slants to a hundredth of a degree: less
than what a pixel shows. Only formats with a fixed layout have boxes; of the others nothing is kept.
"""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from corpus.work_models import PagePlaces
from ingest.boxes import Box, Boxes
from ingest.document import Place

_LEVEL = 6  # of zlib; 9 takes three times as long for a fiftieth less


def pack(places: Iterable[Place]) -> bytes:
    """The places in few bytes.

    >>> place = Place(0, 4, page=1, box=Box(72.0, 90.5, 130.2, 102.0), words=Boxes.of([Box(72.0, 90.5, 130.2, 102.0)]))
    >>> unpack(pack([place])) == (place,)
    True
    """
    rows = [_row(place) for place in places]
    return zlib.compress(json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode(), _LEVEL)


def unpack(packed: bytes) -> tuple[Place, ...]:
    """The places that `pack` was given, as precise as it keeps them."""
    return tuple(_place(*row) for row in json.loads(zlib.decompress(packed)))


def have_boxes(places: Iterable[Place]) -> bool:
    """Whether a place tells where on its page something stands."""
    return any(place.box and place.page for place in places)


def places_of(connection: Connection, document_id: int) -> tuple[Place, ...]:
    """The places of a document, in the order of its text; none where nothing is kept of it."""
    packed = connection.scalar(select(PagePlaces.packed).where(PagePlaces.document_id == document_id))
    return unpack(packed) if packed else ()


def put(connection: Connection, document_id: int, places: Sequence[Place]) -> None:
    """Keep the places of a document instead of those that were kept of it; nothing where none has a box."""
    connection.execute(delete(PagePlaces).where(PagePlaces.document_id == document_id))
    if have_boxes(places):
        connection.execute(insert(PagePlaces).values(document_id=document_id, packed=pack(places)))


def _row(place: Place) -> list[Any]:
    """One place; edges of words as differences from those of the word before, which are small numbers."""
    box = _edges([place.box]) if place.box else []
    words = _edges(place.words)
    steps = [words[:4], [after - before for before, after in zip(words, words[4:], strict=False)]]
    row: list[Any] = [place.start, place.end, place.page, place.line, box, list(chain(*steps))]
    more = [round(place.slant * 100), place.printed]
    return row + more if place.slant or place.printed is not None else row


def _place(
    start: int,
    end: int,
    page: int | None,
    line: int | None,
    box: list[int],
    words: list[int],
    slant: int = 0,
    printed: str | None = None,
) -> Place:
    ways = [list(accumulate(words[edge::4])) for edge in range(4)]
    tenths = array("i", chain(*zip(*ways, strict=True)))
    return Place(
        start,
        end,
        page,
        line,
        Box(*(edge / 10 for edge in box)) if box else None,
        Boxes(tenths.tobytes()) if words else (),
        slant / 100,
        printed,
    )


def _edges(boxes: Iterable[Box]) -> list[int]:
    edges = (edge for box in boxes for edge in (box.left, box.top, box.right, box.bottom))
    return [round(10 * edge) for edge in edges]
