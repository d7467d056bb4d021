"""The page of evidence: what was ticked over many searches, until it is one document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

import minutesnlp as mn
from minutesnlp.web.asking import asked
from minutesnlp.web.desk import Desk
from minutesnlp.web.evidence import Taken, taken, write
from minutesnlp.web.packing import as_document, items_in, kind_in, picks_in
from minutesnlp.web.rendering import page, url


@dataclass(frozen=True, slots=True)
class Piece:
    """Something taken, as it stands in the archive now; neither a hit nor an item when it is there no more."""

    taken: Taken
    hit: mn.Hit | None = None
    item: mn.Item | None = None

    @property
    def found(self) -> mn.Hit | mn.Item | None:
        """What an evidence pack is made of."""
        return self.hit or self.item

    @property
    def when(self) -> tuple[str, str]:
        """The order of time."""
        of = self.hit.meeting if self.hit else self.item
        return (of.date.isoformat() if of and of.date else ""), self.taken.id


def evidence(request: Request) -> Response:
    """Show what was taken, in the order of time."""
    desk: Desk = request.app.state.desk
    return page(request, "evidence.html", pieces=pieces(desk), file=desk.evidence)


def collect(request: Request, form: FormData) -> Response:
    """Take what was ticked, or give up a piece of what was taken, or make a document of it all."""
    desk: Desk = request.app.state.desk
    match form.get("do"):
        case "take":
            return take(request, form)
        case "remove":
            with desk.writing:
                write(desk, [one for one in taken(desk) if one.id != form.get("id")])
        case "clear":
            with desk.writing:
                write(desk, [])
        case _:
            kind = kind_in(form)
            there = [one for one in pieces(desk) if one.found]
            found = [one.found for one in there if one.found]
            queries = "; ".join(dict.fromkeys(filter(None, (one.taken.asked.query for one in there))))
            if found:
                return as_document(found, kind, desk.archive, query=queries, title="Evidence from the minutes")
    return RedirectResponse("/evidence", status_code=303)


def take(request: Request, form: FormData) -> Response:
    """Take the ticked hits of a search, or an item, and go back to where they stood."""
    desk: Desk = request.app.state.desk
    wanted = asked(form)
    picked, items = picks_in(form), items_in(form, desk.archive)
    if not picked and not items:
        return page(request, "unpicked.html", back=wanted.address(page=wanted.page), status=400)
    search = urlencode(list(wanted.pairs("page", "every", "group", "sort")))
    new = [Taken(one, search) for one in picked] + [Taken(item.id) for item in items]
    with desk.writing:
        known = taken(desk)
        names = {one.id for one in known}
        write(desk, [*known, *(one for one in new if one.id not in names)])
    back = wanted.address(page=wanted.page) if picked else url("/item/", items[0].id)
    return RedirectResponse(back, status_code=303)


def pieces(desk: Desk) -> list[Piece]:
    """Return what was taken as the archive holds it now."""
    by_search: dict[str, list[Taken]] = {}
    for one in taken(desk):
        by_search.setdefault(one.search, []).append(one)
    found = [_as_item(one, desk.archive) for one in by_search.pop("", ())]
    for group in by_search.values():
        found += _as_hits(group, desk.archive)
    return sorted(found, key=lambda piece: piece.when)


def _as_item(one: Taken, archive: mn.Archive) -> Piece:
    try:
        return Piece(one, item=archive.item(one.id))
    except KeyError:
        return Piece(one)


def _as_hits(group: Sequence[Taken], archive: mn.Archive) -> list[Piece]:
    try:
        hits = group[0].asked.findable(archive)
    except mn.QueryError:
        hits = {}
    return [Piece(one, hit=hits.get(one.id)) for one in group]
