"""From a view to HTML: Jinja2, with every value of a document escaped (`autoescape`), and the words of the language."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlencode

from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from nhiemvu.put_right import KINDS
from nhiemvu.web.asked import Asked
from nhiemvu.web.forms import form_token
from nhiemvu.web.notes import drop_note, note_of
from nhiemvu.web.settings import MEGABYTE
from nhiemvu.web.times import in_vietnam
from nhiemvu.web.words import say
from publish.columns import STATES
from publish.when import value_in_words

_LEVELS = {"central": "Trung ương", "province": "Cấp tỉnh", "district": "Cấp huyện", "commune": "Cấp xã"}
_FEW = 3
STATIC = files("nhiemvu.web") / "static"


def rendered(asked: Asked, template: str, view: Any, status: int = 200) -> HTMLResponse:
    """The page that shows `view` by this template."""
    note = note_of(asked.request)
    html = _environment().get_template(template).render(view=view, note=note, **_around(asked))
    answer = HTMLResponse(html, status)
    if note:
        drop_note(answer)
    return answer


def static(name: str) -> str:
    """The address of a file that goes with the pages; it changes when the file does, so browsers may keep it.

    >>> static("style.css").startswith("/static/style.css?v=")
    True
    """
    return f"/static/{name}?v={_version(name)}"


def day(written: str | None, lang: str = "vi") -> str:
    """An ISO date as the office writes it; what is no full date stays as it is.

    >>> day("2026-03-09"), day("2026-03"), day(None)
    ('09/03/2026', '03/2026', '')
    """
    return "/".join(reversed((written or "")[:10].split("-")))


def moment(written: str | None) -> str:
    """A time (ISO 8601; in UTC where it does not say) as people in Viet Nam read it.

    >>> moment("2026-03-01T17:30:00Z"), moment("2026-03-01T17:30:00"), moment(None)
    ('00:30 02/03/2026', '00:30 02/03/2026', '')
    """
    at = datetime.fromisoformat(written) if written else None
    return in_vietnam(at.astimezone(UTC).replace(tzinfo=None) if at and at.tzinfo else at)


def size(number: int) -> str:
    """A number of bytes in megabytes, as the office writes it.

    >>> size(100_000_000), size(1_234_567), size(900)
    ('100', '1,2', '0,1')
    """
    return f"{max(number / MEGABYTE, 0.1):.1f}".removesuffix(".0").replace(".", ",")


def _around(asked: Asked) -> dict[str, Any]:
    def word(phrase: str, **values: object) -> str:
        return asked.say(phrase, **values)

    url = asked.request.url
    here = url.path + (f"?{url.query}" if url.query else "")
    return {
        "_": word,
        "asked": asked,
        "lang": asked.lang,
        "theme": asked.theme,
        "person": asked.person,
        "csrf": Markup('<input type="hidden" name="csrf" value="{}">').format(form_token(asked.request)),
        "here": here,
        "path": url.path,
        "with_query": _with_query(asked),
        "in_words": lambda values: "; ".join(value_in_words(value, asked.lang) for value in values),
        "number": lambda number: f"{number:,}".replace(",", "," if asked.lang == "en" else "."),
        "few": lambda names: _few(asked, names),
        "level_name": lambda level: asked.say(_LEVELS.get(level or "", "Nhiều cấp")) if level else "",
    }


def _with_query(asked: Asked) -> Callable[..., str]:
    """The address of this page with some of its query changed: `with_query(lang="en", after=None)`."""

    def changed(**values: object) -> str:
        kept = [pair for pair in asked.request.query_params.multi_items() if pair[0] not in values]
        new = [(name, str(value)) for name, value in values.items() if value is not None]
        query = urlencode([*kept, *new])
        return asked.request.url.path + (f"?{query}" if query else "")

    return changed


def _few(asked: Asked, names: Sequence[str]) -> str:
    """The names, where they are many the first of them and how many more there are."""
    shown = "; ".join(names[:_FEW])
    return (
        shown
        if len(names) <= _FEW
        else asked.say("{names} và {n} cơ quan khác", names=shown, n=len(names) - _FEW)
    )


@lru_cache(maxsize=1)
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("nhiemvu.web"),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"static": static, "day": day, "say": say, "moment": moment, "size": size}
    made.globals |= {"states": STATES, "kinds": KINDS}
    return made


@lru_cache(maxsize=100)
def _version(name: str) -> str:
    return hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]
