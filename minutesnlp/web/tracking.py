"""The pages of what was decided and promised, and of where a topic stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

import minutesnlp as mn
from minutesnlp.web.asking import cleaned
from minutesnlp.web.plotting import plot
from minutesnlp.web.rendering import page

PAGE_SIZE = 50

# Where nothing holds all of a topic, the councils of so many that hold part of it are told apart.
LOOKED_AT = 100

STANDINGS = {
    "": "All",
    "overdue": "Overdue",
    "unfollowed": "Date passed, no later minutes of the body",
    "due": "Due",
    "undated": "Without a date",
    "answered": "Perhaps answered since",
}

# Numbers of which their sentence does not say what they count; they are listed, and never drawn on one scale.
UNNAMED = "numbers without a unit"

T = TypeVar("T")


def decisions(request: Request) -> Response:
    """Show what was decided, the newest first."""
    archive: mn.Archive = request.app.state.desk.archive
    wanted = given(request.query_params, "body", "council", "since", "until", "outcome")
    told: dict[str, Any] = {"wanted": wanted, **whose(archive)}
    try:
        found = archive.decisions(**wanted)
    except mn.QueryError as error:
        return page(request, "decisions.html", found=(), errors=(str(error),), status=400, **told)
    if "csv" in request.query_params:
        return table(found.to_csv(), "decisions")
    every = archive.decisions(**{name: value for name, value in wanted.items() if name != "outcome"})
    outcomes = sorted({one.outcome for one in every})
    return page(
        request, "decisions.html", outcomes=outcomes, errors=(), total=len(found), **_newest(found, request), **told
    )


def undertakings(request: Request) -> Response:
    """Show what was promised, the newest first, each with what may answer it."""
    archive: mn.Archive = request.app.state.desk.archive
    wanted = given(request.query_params, "body", "council", "since", "until", "owner", "standing")
    if wanted.get("standing") not in STANDINGS:
        wanted.pop("standing", None)
    told: dict[str, Any] = {"wanted": wanted, **whose(archive), "standings": STANDINGS}
    try:
        found = archive.undertakings(**wanted)
    except mn.QueryError as error:
        return page(request, "undertakings.html", found=(), errors=(str(error),), status=400, **told)
    if "csv" in request.query_params:
        return table(found.to_csv(), "undertakings")
    counts = {name: sum(one.standing == name for one in found) for name in STANDINGS if name}
    return page(
        request, "undertakings.html", counts=counts, errors=(), total=len(found), **_newest(found, request), **told
    )


def _newest(found: mn.Decisions | mn.Undertakings, request: Request) -> dict[str, Any]:
    """Return a page of what was found in order of date, the newest first, each with its row; what is undated is last.

    Rows tell where something stands, for which its meeting is read: they are made for the page that is shown.
    """
    undated = tuple(f"{one.id}/" for one in found.sources if isinstance(one, mn.Meeting) and one.date is None)
    newest: list[mn.Decision | mn.Undertaking] = [*found][::-1]
    told = paged(sorted(newest, key=lambda one: one.paragraph_id.startswith(undated)), request)
    rows = type(found)(told["found"], sources=found.sources).rows()
    return told | {"found": list(zip(told["found"], rows, strict=True))}


def topic(request: Request) -> Response:
    """Show where a topic stands: its newest decision, statement, figure and promise, and its figures through time."""
    archive: mn.Archive = request.app.state.desk.archive
    wanted = given(request.query_params, "q", "council", "measure", "unit")
    told: dict[str, Any] = {"wanted": wanted, **whose(archive)}
    if "q" not in wanted:
        return page(request, "topic.html", position=None, errors=(), **told)
    within = {"council": wanted["council"]} if "council" in wanted else {}
    try:
        if not within and len(told["councils"]) > 1 and "together" not in request.query_params:
            # where a matter stands is a council's own: the newest of another says nothing of it
            hits = archive.search(wanted["q"], k=LOOKED_AT)
            at = hits.facets["council"] or Counter(hit.meeting.council or "not stated" for hit in hits)
            if len(at) > 1:
                return page(request, "topic.html", position=None, at=at, errors=(), **told)
        position = archive.latest_position(wanted["q"], **within)
        figures = archive.figures(wanted["q"], **within)
    except mn.QueryError as error:
        return page(request, "topic.html", position=None, errors=(str(error),), status=400, **told)
    if "measure" in wanted:
        figures = figures.series(wanted["measure"])
    if "csv" in request.query_params:
        return table(figures.to_csv(), "figures")
    units = by_unit(figures)
    unit = wanted["unit"] if wanted.get("unit") in units else next(iter(units), None)
    shown = units[unit] if unit is not None else []
    doubtful = {place for doubt in figures.doubts for place in doubt.paragraph_ids}
    quoted = [one.paragraph_id for one in position.said] + [one.paragraph_id for one in shown]
    items = {place: item_of(archive, place) for place in quoted}
    return page(
        request,
        "topic.html",
        position=position,
        units={name: len(found) for name, found in units.items()},
        unit=unit,
        figures=shown,
        doubtful=doubtful,
        doubts=figures.doubts,
        unread=figures.notes,
        plot=None if unit == UNNAMED else plot(shown, doubtful, title=f"{wanted['q']}: {unit} through time"),
        items=items,
        errors=(),
        **told,
    )


def by_unit(figures: Sequence[mn.Figure]) -> Mapping[str, list[mn.Figure]]:
    """Return figures by what they count, those of which there are the most first; bare numbers last."""
    found: dict[str, list[mn.Figure]] = {}
    for figure in figures:
        unit = figure.unit or UNNAMED
        found.setdefault(f"{unit} per {figure.per}" if figure.per else unit, []).append(figure)
    return dict(sorted(found.items(), key=lambda pair: (pair[0] == UNNAMED, -len(pair[1]))))


def given(params: QueryParams, *names: str) -> dict[str, Any]:
    """Return what was typed into the fields of a page."""
    return {name: value for name in names if (value := cleaned(params.get(name, "")))}


def paged(found: Sequence[T], request: Request) -> dict[str, Any]:
    """Return a page of what was found, and which it is of how many."""
    pages = max(1, -(-len(found) // PAGE_SIZE))
    asked = request.query_params.get("page", "1")
    number = min(max(int(asked), 1), pages) if re.fullmatch("[0-9]{1,6}", asked) else 1
    return {"found": found[(number - 1) * PAGE_SIZE : number * PAGE_SIZE], "number": number, "pages": pages}


def whose(archive: mn.Archive) -> dict[str, list[str]]:
    """Return the names of the councils and of the bodies that met."""
    meetings = archive.collection.meetings
    return {
        "councils": _spelt_most(meeting.council for meeting in meetings),
        "bodies": _spelt_most(meeting.body for meeting in meetings),
    }


def _spelt_most(names: Iterable[str | None]) -> list[str]:
    """Return names in order; of “Elm & Ash” and “Elm and Ash”, which a filter takes for one, what is written most."""
    spelt: dict[str, Counter[str]] = {}
    for name in filter(None, names):
        spelt.setdefault(written_alike(name), Counter())[name] += 1
    return sorted(spellings.most_common(1)[0][0] for spellings in spelt.values())


def written_alike(name: str | None) -> str:
    """Return a name as it is compared.

    >>> written_alike('"Elm & Ash"') == written_alike("Elm and  ash")
    True
    """
    return " ".join((name or "").strip('"').casefold().replace("&", " and ").split())


def item_of(archive: mn.Archive, paragraph_id: str) -> str | None:
    """Return the id of the item a paragraph stands in."""
    try:
        return archive.paragraph(paragraph_id).item_id
    except KeyError:
        return None


def table(text: str, name: str) -> Response:
    """Give out a table for a spreadsheet; the mark at its beginning tells Excel that it is UTF-8."""
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return Response("\ufeff" + text, media_type="text/csv; charset=utf-8", headers=headers)
