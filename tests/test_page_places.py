"""Where words stand on pages, kept small and given back as they were."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from running import COMMUNE_PLAN, PLAN

from corpus import page_places, queries
from corpus.page_places import have_boxes, pack, places_of, unpack
from corpus.store import Corpus
from ingest.boxes import Box, Boxes
from ingest.document import Document, Place
from nhiemvu.parsing import read_and_extract

_EDGE = st.integers(-100_000, 100_000).map(lambda tenths: tenths / 10)
_BOX = st.builds(Box, _EDGE, _EDGE, _EDGE, _EDGE)
_COUNT = st.integers(0, 10_000_000)
_PLACES = st.lists(
    st.builds(
        Place,
        start=_COUNT,
        end=_COUNT,
        page=st.none() | st.integers(1, 5_000),
        line=st.none() | _COUNT,
        box=st.none() | _BOX,
        words=st.just(()) | st.lists(_BOX, min_size=1, max_size=8).map(Boxes.of),
        slant=st.integers(-18_000, 18_000).map(lambda hundredths: hundredths / 100),
        printed=st.none() | st.text(st.characters(exclude_categories=["Cs"])),
    ),
    max_size=8,
)


@given(_PLACES)
def test_what_is_packed_comes_back_as_it_was(places: list[Place]) -> None:
    assert unpack(pack(places)) == tuple(places)


@given(st.lists(st.floats(-5_000, 5_000), min_size=4, max_size=4))
def test_no_edge_moves_by_more_than_a_twentieth_of_a_point(edges: list[float]) -> None:
    (kept,) = unpack(pack([Place(0, 1, page=1, box=Box(*edges))]))
    assert kept.box is not None
    moved = zip(edges, (kept.box.left, kept.box.top, kept.box.right, kept.box.bottom), strict=True)
    assert all(abs(before - after) <= 0.0501 for before, after in moved)


def test_only_a_place_on_a_page_with_a_box_counts() -> None:
    box = Box(0, 0, 1, 1)
    assert have_boxes([Place(0, 1, line=3), Place(1, 2, page=1, box=box)])
    assert not have_boxes([Place(0, 1, line=3), Place(1, 2, page=1), Place(2, 3, box=box)])


def test_the_corpus_keeps_the_places_of_a_file_with_pages(tmp_path: Path) -> None:
    said, places = read_and_extract(COMMUNE_PLAN)
    with Corpus.open(tmp_path / "kho.db") as corpus:
        id_ = corpus.add(said, places=places).document_id
        with corpus.reading() as connection:
            kept, (task, *_) = places_of(connection, id_), queries.tasks_in(connection, [id_])
            text = queries.text_of(connection, id_) or ""
        assert [(one.start, one.end, one.page) for one in kept] == [
            (one.start, one.end, one.page) for one in places
        ]
        found = Document(text, (), said.source, kept).places_of(task.start, task.end)
        assert found
        assert all(place.page == task.page and place.corners() for place in found)


def test_a_file_without_pages_leaves_nothing(tmp_path: Path) -> None:
    said, places = read_and_extract(PLAN)
    assert places == ()
    with Corpus.open(tmp_path / "kho.db") as corpus:
        id_ = corpus.add(said, places=(Place(0, 4, line=1),)).document_id
        with corpus.reading() as connection:
            assert places_of(connection, id_) == ()


def test_places_go_with_the_reading_that_they_belong_to(tmp_path: Path) -> None:
    """Offsets of a new reading are others: the places of the old one would lead to wrong words."""
    said, places = read_and_extract(COMMUNE_PLAN)
    with Corpus.open(tmp_path / "kho.db") as corpus:
        id_ = corpus.add(said, places=places).document_id
        assert corpus.add(said, replace=True).document_id == id_
        with corpus.reading() as connection:
            assert page_places.places_of(connection, id_) == ()
