"""Pages from templates: every value is escaped, unless it was made of escaped parts.

The door to Jinja; the form parts are GOV.UK Frontend's, by govuk-frontend-jinja.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import PureWindowsPath
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader
from starlette.requests import Request
from starlette.responses import HTMLResponse

import minutesnlp as mn
from minutesnlp.web.evidence import taken
from minutesnlp.web.guarding import TOKEN
from minutesnlp.web.marking import annotated, marked, meaning

# How a date that is known to a season is written.
SEASONS = {"SP": "spring", "SU": "summer", "AU": "autumn", "FA": "autumn", "WI": "winter"}

# A summary's note on how it was made
UNPROVED = "not proved best"

# What the pages are called, in the order of the menu.
MENU = (
    ("/", "Search"),
    ("/meetings", "Meetings"),
    ("/people", "People"),
    ("/decisions", "Decisions"),
    ("/undertakings", "Undertakings"),
    ("/topic", "Topic"),
    ("/draft", "Check a draft"),
    ("/saved", "Saved"),
    ("/evidence", "Evidence"),
    ("/add", "Add"),
)


def page(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """Return a page made from a template."""
    state = request.app.state
    here = request.url.path
    collected = frozenset(one.id for one in taken(state.desk))
    shown = {
        "desk": state.desk,
        "token": state.token,
        "token_name": TOKEN,
        "taken": collected,
        "adding": None if here.startswith("/add") else state.desk.adding,
        "menu": [{"href": to, "text": name, "current": here == to} for to, name in menu(len(collected))],
    }
    return HTMLResponse(environment().get_template(template).render(shown | values), status_code=status)


def menu(collected: int) -> list[tuple[str, str]]:
    """Return the addresses and names of the pages; the evidence is told with how many pieces it holds."""
    return [(to, f"{name} ({collected})" if to == "/evidence" and collected else name) for to, name in MENU]


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return the templates' environment."""
    made = Environment(
        loader=ChoiceLoader(
            [
                PackageLoader("minutesnlp.web"),
                PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")}),
            ]
        ),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"day": day, "count": count, "held_by": held_by, "for_readers": for_readers, "begun": begun}
    made.globals |= {"marked": marked, "annotated": annotated, "meaning": meaning, "url": url}
    return made


def url(path: str, id_: str = "", fragment: str = "", **params: Any) -> str:
    """Return an address on this page; ids keep their slashes, everything else is quoted."""
    told = {name: value for name, value in params.items() if value not in (None, "", ())}
    query = f"?{urlencode(told, doseq=True)}" if told else ""
    anchor = f"#{quote(fragment, safe='/=')}" if fragment else ""
    return f"{path}{quote(id_, safe='/')}{query}{anchor}"


def day(value: datetime.date | str | None) -> str:
    """Return a date in the English of minutes, as much of it as is known.

    >>> day(datetime.date(2024, 1, 9)), day("2024-01-09"), day("2024-01"), day("2024-SU"), day(None)
    ('9 January 2024', '9 January 2024', 'January 2024', 'summer 2024', 'no date')
    """
    if isinstance(value, str):
        if season := re.fullmatch(r"(\d{4})-([A-Z]{2})", value):
            return f"{SEASONS[season[2]]} {season[1]}" if season[2] in SEASONS else value
        month = re.fullmatch(r"\d{4}-\d\d", value)
        try:
            found = datetime.date.fromisoformat(f"{value}-01" if month else value)
        except ValueError:
            return value
        return f"{found:%B %Y}" if month else day(found)
    return f"{value.day} {value:%B %Y}" if value else "no date"


def begun(note: str) -> str:
    """Return a note with a capital, and all else as it is: it may quote titles and name councils.

    >>> begun("derived: “The Mill” is item 7"), begun("")
    ('Derived: “The Mill” is item 7', '')
    """
    return note[:1].upper() + note[1:]


def for_readers(notes: Iterable[str]) -> list[str]:
    """Return the notes of a summary, without how its sentences were chosen: no reader of a page learns from that.

    >>> for_readers(["3 rows not shown", "the choice was not proved best: another could be worth at most 2% more"])
    ['3 rows not shown']
    """
    return [note for note in notes if UNPROVED not in note]


def held_by(meeting: mn.Meeting) -> str:
    """Return who met: the body, else the council, else the name of the document.

    >>> held_by(mn.Meeting("m1", council="Elm Council")), held_by(mn.Meeting("m1", source="elm/6th meeting.md"))
    ('Elm Council', '6th meeting.md')
    """
    return meeting.body or meeting.council or PureWindowsPath(meeting.source or "").name or meeting.id


def count(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun.

    >>> count(1, "hit"), count(1200, "hit"), count(0, "agency", "agencies")
    ('1 hit', '1,200 hits', 'no agencies')
    """
    return f"{f'{number:,}' if number else 'no'} {noun if number == 1 else plural or noun + 's'}"
