"""What the search keeps beside the tables that it reads (sổ của phần tìm kiếm)."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from corpus.models import Base


class SearchState(Base):
    """How often documents were taken out or put in anew (one row): what a server keeps in memory of the tasks can be
    added to while this stays the same, else it is read again."""

    __tablename__ = "search_state"

    id: Mapped[int] = mapped_column(primary_key=True)
    removals: Mapped[int]
