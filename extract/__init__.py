"""`extract(document)`: what one document says, as an `Extraction`. Pure functions of the text and the rulebook."""

from __future__ import annotations

from extract.extraction import Extraction
from extract.reading import extract

__all__ = ["Extraction", "extract"]
