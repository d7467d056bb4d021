"""The pages of what was read: all meetings, one meeting with its digest, one item with all that was found in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

import minutesnlp as mn
from minutesnlp.web.asking import Asked, asked
from minutesnlp.web.marking import Span
from minutesnlp.web.rendering import page
from minutesnlp.web.tracking import given, whose, written_alike

LABELS = {"PERSON": "People", "ROLE": "Roles", "DATE": "Dates", "FIGURE": "Figures"}


def meetings(request: Request) -> Response:
    """Show every meeting, the newest first, by year."""
    archive: mn.Archive = request.app.state.desk.archive
    wanted = given(request.query_params, "body", "council")
    found = [meeting for meeting in newest(archive) if _fits(meeting, wanted)]
    years: dict[str, list[mn.Meeting]] = {}
    for meeting in found:
        day = meeting.date or meeting.date_from or meeting.date_to
        years.setdefault(str(day.year) if day else "No date", []).append(meeting)
    told: dict[str, Any] = {"wanted": wanted, **whose(archive)}
    return page(request, "meetings.html", years=years, total=len(found), **told)


def meeting(request: Request) -> Response:
    """Show a meeting: who was there, each item in short, and what stands outside the items."""
    found = meeting_of(request, request.path_params["id"])
    digest = mn.summarise(found)
    summaries = {summary.item_id: summary for summary in digest.summaries}
    present: dict[str, list[mn.Attendee]] = {}
    for attendee in found.attendance:
        present.setdefault(attendee.kind, []).append(attendee)
    return page(
        request,
        "meeting.html",
        meeting=found,
        digest=digest,
        summaries=summaries,
        present=present,
        undertakings=mn.find_undertakings(found),
    )


def item(request: Request) -> Response:
    """Show an item: its summary, decisions and undertakings, its whole text, and the items beside it."""
    desk = request.app.state.desk
    try:
        found: mn.Item = desk.archive.item(request.path_params["id"])
    except KeyError:
        raise HTTPException(404, "There is no such item in this archive.") from None
    whole = meeting_of(request, found.meeting_id)
    wanted = asked(request.query_params)
    place = [one.id for one in whole.items].index(found.id)
    tagged = mn.tag(found, agenda=True)
    counts = {label: sum(one.label == label for one in tagged) for label in LABELS}
    showing = request.query_params.get("entities") != "no"
    return page(
        request,
        "item.html",
        item=found,
        meeting=whole,
        before=whole.items[place - 1] if place else None,
        after=whole.items[place + 1] if place + 1 < len(whole.items) else None,
        asked=wanted,
        marks=marks(desk.archive, wanted, found),
        summary=mn.summarise(found),
        undertakings=mn.find_undertakings(found),
        questions=mn.find_questions(found),
        labels=LABELS,
        counts=counts,
        entities=by_paragraph(tagged) if showing else {},
        showing=showing,
    )


def marks(archive: mn.Archive, wanted: Asked, found: mn.Item) -> Mapping[str, Sequence[Span]]:
    """Return where the words of a search stand in an item, by paragraph, as the page of hits marks them."""
    if not wanted.query:
        return {}
    try:
        hits = archive.search(wanted.query, k=max(1, len(found.paragraphs)), item=found.id, without=wanted.without)
    except mn.QueryError:
        return {}
    return {hit.paragraph.id: hit.spans for hit in hits}


def by_paragraph(entities: Iterable[mn.Entity]) -> Mapping[str, Sequence[mn.Entity]]:
    """Return entities by the paragraph they stand in."""
    found: dict[str, list[mn.Entity]] = {}
    for entity in entities:
        found.setdefault(entity.paragraph_id or "", []).append(entity)
    return found


def meeting_of(request: Request, id_: str) -> mn.Meeting:
    """Return a meeting by its id, or answer that there is none."""
    try:
        found: mn.Meeting = request.app.state.desk.archive.meeting(id_)
    except KeyError:
        raise HTTPException(404, "There is no such meeting in this archive.") from None
    return found


def newest(archive: mn.Archive) -> list[mn.Meeting]:
    """Return the meetings without their items, the newest first."""
    return sorted(archive.collection.meetings, key=_when, reverse=True)


def _fits(meeting: mn.Meeting, wanted: Mapping[str, str]) -> bool:
    """Tell whether a meeting is of the council and the body chosen: whole names, as the lists of them give them."""
    return all(written_alike(getattr(meeting, name)) == written_alike(value) for name, value in wanted.items())


def _when(meeting: mn.Meeting) -> tuple[int, str]:
    day = meeting.date or meeting.date_from or meeting.date_to
    return (day.toordinal() if day else 0), meeting.id
