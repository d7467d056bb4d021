"""The pages of people: members and officers, and nobody else."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

import minutesnlp as mn
from minutesnlp.web.asking import cleaned
from minutesnlp.web.rendering import page

KINDS = {"": "Members and officers", "member": "Members", "officer": "Officers"}
ACTS = {"presented": "Presented", "moved": "Moved or seconded", "declared": "Declared"}


def people(request: Request) -> Response:
    """Show the members and officers, or those whose name or post holds some words."""
    kind = request.query_params.get("kind", "")
    kind = kind if kind in KINDS else ""
    words = cleaned(request.query_params.get("name", ""))
    archive: mn.Archive = request.app.state.desk.archive
    found = [one for one in archive.people() if kind in ("", one.public) and _holds(one, words)]
    return page(request, "people.html", people=found, kind=kind, kinds=KINDS, name=words)


def person(request: Request) -> Response:
    """Show a member or officer: posts through time, what they presented, moved and declared."""
    archive: mn.Archive = request.app.state.desk.archive
    try:
        found = archive.person(request.path_params["id"])
    except KeyError:
        raise HTTPException(404, "There is no page of such a member or officer.") from None
    acts = {name: getattr(found, name) or () for name in ACTS}
    return page(request, "person.html", person=found, acts=acts, names=ACTS)


def _holds(one: mn.Person, words: str) -> bool:
    said = " ".join([str(one), *(stint.post for stint in one.roles)]).casefold()
    return all(word in said for word in words.casefold().split())
