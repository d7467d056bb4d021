"""Searches that are kept, in a plain file beside the archive, and what is new for each since somebody last looked."""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

import minutesnlp as mn
from minutesnlp.web.asking import FACETS, TYPED, Asked, asked, cleaned
from minutesnlp.web.desk import Desk
from minutesnlp.web.rendering import page

# So many new hits of a search are shown at once.
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Kept:
    """A saved search, how many hits it has, and those that are new since it was last looked at."""

    search: mn.SavedSearch
    asked: Asked
    total: int
    since: datetime.datetime | None
    new: mn.Hits | None
    error: str = ""


def saved(request: Request) -> Response:
    """Show the searches that are kept, with what is new for each."""
    desk: Desk = request.app.state.desk
    try:
        searches = read(desk)
    except mn.QueryError as error:
        return page(request, "saved.html", kept=(), file=desk.searches, errors=(str(error),), status=400)
    looked = looked_at(desk)
    kept = [kept_search(desk.archive, one, looked.get(one.name)) for one in searches]
    return page(request, "saved.html", kept=kept, file=desk.searches, shown=SHOWN, errors=())


def save(request: Request, form: FormData) -> Response:
    """Keep a search, mark one as looked at, or give one up."""
    desk: Desk = request.app.state.desk
    with desk.writing:
        searches = list(read(desk))
        looked = looked_at(desk)
        name = cleaned(str(form.get("name", "")))
        if form.get("do") == "remove":
            searches = [one for one in searches if one.name != name]
        elif form.get("do") == "looked":
            looked[name] = now()
        else:
            one = as_saved(asked(form))
            if not one.query:
                return RedirectResponse("/", status_code=303)
            searches = [*(other for other in searches if other.name != one.name), one]
            looked.setdefault(one.name, now())
        names = {one.name for one in searches}
        desk.searches.parent.mkdir(parents=True, exist_ok=True)
        mn.write_searches(desk.searches, searches)
        told = {name: moment.isoformat() for name, moment in looked.items() if name in names}
        desk.looked.write_text(json.dumps(told, ensure_ascii=False, indent=1), "utf-8")
    return RedirectResponse("/saved", status_code=303)


def kept_search(archive: mn.Archive, search: mn.SavedSearch, since: datetime.datetime | None) -> Kept:
    """Return a saved search with what it finds now."""
    again = as_asked(search)
    options = {name: value for name, value in search.options.items() if name != "k"}
    try:
        total = archive.search(search.query, k=1, **options).total
        new = archive.new_since(search.query, since, k=SHOWN, relax=False, **options) if since else None
    except mn.QueryError as error:
        return Kept(search, again, 0, since, None, str(error))
    return Kept(search, again, total, since, new)


def as_saved(wanted: Asked) -> mn.SavedSearch:
    """Return a search of the page as it is kept, under a name that says what it asks."""
    pairs = [(name, "; ".join((value,) if isinstance(value, str) else value)) for name, value in wanted.filters.items()]
    name = " · ".join([wanted.query, *(value for _, value in pairs)]).translate({ord("["): "(", ord("]"): ")"})
    return mn.SavedSearch(name, wanted.query, tuple(pairs))


def as_asked(search: mn.SavedSearch) -> Asked:
    """Return a saved search as the search page asks it; what the page has no field for is left out."""
    told: dict[str, Any] = {}
    for name, value in search.options.items():
        values = (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list) else ()
        if name in FACETS:
            told[name] = values
        elif name in TYPED:
            told[name] = "; ".join(values)
    return Asked(q=search.query, **told)


def read(desk: Desk) -> tuple[mn.SavedSearch, ...]:
    """Return the searches that are kept."""
    return mn.read_searches(desk.searches) if desk.searches.is_file() else ()


def looked_at(desk: Desk) -> dict[str, datetime.datetime]:
    """Return when each search was last looked at; a file that cannot be read says nothing."""
    try:
        told = json.loads(Path(desk.looked).read_text("utf-8"))
        return {str(name): datetime.datetime.fromisoformat(moment) for name, moment in told.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def now() -> datetime.datetime:
    """Return this moment, with its zone."""
    return datetime.datetime.now().astimezone()
