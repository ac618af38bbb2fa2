"""The application: its pages, what stands before them, and what it answers when something goes wrong."""

from __future__ import annotations

import gc
import secrets
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from threading import Thread
from typing import Any

from fastapi import Depends, FastAPI, Request
from fastapi.responses import Response
from fastapi.staticfiles import StaticFiles

from corpus import server_keys
from corpus.errors import CorpusError
from corpus.store import Corpus
from graph.finder import Finder
from nhiemvu.web import (
    account_page,
    agency_page,
    audit_page,
    calendar_feed,
    calendar_page,
    checklist_page,
    choices,
    conflicts_page,
    docs_page,
    document_tabs,
    gaps_page,
    links_page,
    login_page,
    marks_page,
    overview_page,
    plans_page,
    readings_page,
    same_page,
    search_page,
    take_away,
    task_page,
    users_page,
    works_page,
)
from nhiemvu.web.failures import answer_failures
from nhiemvu.web.forms import check_form
from nhiemvu.web.guard import guard
from nhiemvu.web.openapi import describe, operation_id
from nhiemvu.web.reader import Reader
from nhiemvu.web.rendering import STATIC
from nhiemvu.web.settings import Settings

ROUTERS = (
    search_page.pages,
    calendar_feed.pages,  # before the pages of agencies, which take what follows the slash for a number
    agency_page.pages,
    calendar_page.pages,
    overview_page.pages,
    works_page.pages,
    gaps_page.pages,
    links_page.pages,
    conflicts_page.pages,
    same_page.pages,
    choices.pages,
    *document_tabs.ROUTERS,
    login_page.pages,
    account_page.pages,
    users_page.pages,
    audit_page.pages,
    docs_page.pages,
    plans_page.pages,
    readings_page.pages,
    checklist_page.pages,
    take_away.pages,
    marks_page.pages,
    task_page.pages,
)
_DESCRIPTION = (
    "Tasks, deadlines, responsible agencies and legal bases of Vietnamese administrative documents. Every page of the"
    " app is also JSON: its address with `.json`. Names of fields are those of `nhiemvu schema`."
)


def application(settings: Settings) -> FastAPI:
    """The app on a corpus; that is opened when the server starts, and closed when it ends."""
    app = FastAPI(
        title="nhiemvu",
        version="1",
        description=_DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        lifespan=_lifespan,
        generate_unique_id_function=operation_id,
        dependencies=[Depends(check_form)],
    )
    app.state.settings = settings
    for router in ROUTERS:
        app.include_router(router)
    app.mount("/static", _Kept(directory=str(STATIC)), name="static")
    answer_failures(app)
    describe(app)
    guard(app, settings)
    return app


def of_environment() -> FastAPI:
    """The app that the environment describes: what each process of the server makes."""
    return application(Settings.of_environment())


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    settings = app.state.settings
    with Corpus.open(settings.corpus) as corpus, closing(Finder(corpus)) as finder:
        app.state.corpus, app.state.finder = corpus, finder
        app.state.key = _key(corpus)
        app.state.reader = reader = Reader(corpus, settings)
        reader.start()
        Thread(target=finder.warm, daemon=True).start()
        with _kept_for_good():
            yield
        reader.stop()


@contextmanager
def _kept_for_good() -> Iterator[None]:
    """What is there when the server starts, modules above all, stays to its end: looking through it for garbage again
    and again would hold up an answer now and then by a seventh of a second."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _key(corpus: Corpus) -> bytes:
    """The key that signs cookies, the same in every process; on a corpus that cannot be written, one of our own."""
    with corpus.reading() as connection:
        known = server_keys.known(connection, "cookies")
    if known is None:
        try:
            with corpus.writing() as connection:
                known = server_keys.key(connection, "cookies")
        except CorpusError:
            known = secrets.token_bytes(32)
    return known


class _Kept(StaticFiles):
    """Files whose address changes with their content: browsers keep them."""

    def file_response(self, *args: Any, **named: Any) -> Response:
        """The file."""
        answer = super().file_response(*args, **named)
        answer.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return answer


def is_json(request: Request) -> bool:
    """Whether a program asks, and not a browser."""
    return request.url.path.endswith(".json")
