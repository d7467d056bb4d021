"""The page as an application: which address is answered by what, and what is said when something is wrong."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

import minutesnlp as mn
from minutesnlp.web import (
    adding,
    collecting,
    drafting,
    finding,
    looking,
    packing,
    people,
    saving,
    shipping,
    sources,
    tracking,
)
from minutesnlp.web.desk import Desk
from minutesnlp.web.guarding import Guard, new_token, posting
from minutesnlp.web.rendering import page

ROUTES = [
    Route("/", finding.search),
    Route("/meetings", looking.meetings),
    Route("/meeting/{id:path}", looking.meeting),
    Route("/item/{id:path}", looking.item),
    Route("/source/{id:path}", sources.source),
    Route("/people", people.people),
    Route("/person/{id:path}", people.person),
    Route("/decisions", tracking.decisions),
    Route("/undertakings", tracking.undertakings),
    Route("/topic", tracking.topic),
    Route("/saved", saving.saved),
    Route("/saved", posting(saving.save), methods=["POST"]),
    Route("/draft", drafting.draft),
    Route("/draft", posting(drafting.check), methods=["POST"]),
    Route("/pack", posting(packing.pack), methods=["POST"]),
    Route("/evidence", collecting.evidence),
    Route("/evidence", posting(collecting.collect), methods=["POST"]),
    Route("/add", adding.add),
    Route("/add", posting(adding.take), methods=["POST"]),
    Route("/add/{id}", adding.added),
    Route("/add/{id}/progress", adding.progress),
    Route("/static/{name:path}", shipping.static),
]


def application(archive: mn.Archive, *, example: bool = False) -> Guard:
    """Return the page over an archive as an ASGI application; `example` says that it is the example corpus."""
    desk = Desk(archive, example=example)

    @asynccontextmanager
    async def open_desk(_app: Starlette) -> AsyncIterator[None]:
        yield
        desk.close()

    made = Starlette(
        routes=ROUTES,
        exception_handlers={HTTPException: _told, mn.MinutesError: _failed, Exception: _broken},
        lifespan=open_desk,
    )
    made.state.desk = desk
    made.state.token = new_token()
    return Guard(made)  # outside of everything, so that no answer goes out without its headers


def _told(request: Request, error: Exception) -> Response:
    """Say what is wrong with a request."""
    assert isinstance(error, HTTPException)
    titles = {404: "Page not found", 403: "Not allowed", 405: "Not allowed", 413: "Too large"}
    detail = error.detail if error.detail not in ("Not Found", "Method Not Allowed") else "There is nothing here."
    title = titles.get(error.status_code, "Something is wrong")
    return page(request, "error.html", title=title, detail=detail, status=error.status_code)


def _failed(request: Request, error: Exception) -> Response:
    """Say what the library could not do."""
    return page(request, "error.html", title="That could not be done", detail=str(error), status=400)


def _broken(request: Request, _error: Exception) -> Response:
    """Say that there is a fault in the page, and nothing of what it is made of."""
    detail = "The page made a mistake. The window it was started in says more."
    return page(request, "error.html", title="Something went wrong", detail=detail, status=500)
