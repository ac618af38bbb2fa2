"""From the JSON that a reading process hands back to an `Extraction`.

JSON and no pickle: the process has read a file that somebody may have made to take it over, and whatever it writes,
here it becomes texts, numbers and the dataclasses that are asked for, and nothing else.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import fields
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Value = TypeVar("Value")


class NotAsAskedError(ValueError):
    """The JSON is not of the type that is asked for."""


def rebuilt(kind: type[Value], said: Any) -> Value:
    """The dataclass that `said` is the JSON of. Raises `NotAsAskedError` where it is no such thing.

    >>> from ingest.document import Source
    >>> rebuilt(Source, {"path": "a.txt", "sha256": "0", "media_type": "text/plain", "reader": "text", "pages": None,
    ...                  "warnings": ["b"]})
    Source(path='a.txt', sha256='0', media_type='text/plain', reader='text', pages=None, warnings=('b',))
    >>> rebuilt(Source, {"path": 1})
    Traceback (most recent call last):
    nhiemvu.web.handed_back.NotAsAskedError: Source
    """
    names = _types(cast("Hashable", kind))
    if not isinstance(said, dict) or set(said) != set(names):
        raise NotAsAskedError(kind.__name__)
    return kind(**{name: _as(names[name], said[name]) for name in names})


@lru_cache(maxsize=100)
def _types(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


def _as(kind: Any, said: Any) -> Any:
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (UnionType, Union):
        return None if said is None and NoneType in inner else _as(_one(inner), said)
    if origin is tuple:
        return tuple(_as(inner[0], one) for one in _checked(said, list))
    if origin is Literal:
        if said not in inner:
            raise NotAsAskedError(str(kind))
        return said
    if origin is dict or kind is Any:
        return _checked(said, dict) if origin else said
    if hasattr(kind, "__dataclass_fields__"):
        return rebuilt(kind, said)
    return float(_checked(said, (int, float))) if kind is float else _checked(said, kind)


def _one(inner: tuple[Any, ...]) -> Any:
    (kind,) = (one for one in inner if one is not NoneType)
    return kind


def _checked(said: Any, kind: Any) -> Any:
    if not isinstance(said, kind) or (isinstance(said, bool) and kind is not bool):
        raise NotAsAskedError(str(kind))
    return said
