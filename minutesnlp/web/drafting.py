"""A draft checked against the minutes, sentence by sentence."""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup, escape
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

import minutesnlp as mn
from minutesnlp.web.rendering import page

# A draft may have so many characters.
LONGEST = 200_000

VERDICTS = {
    "exact": ("Word for word", "green"),
    "near": ("A part, or other words", "blue"),
    "altered": ("Differs from the minutes", "red"),
    "not found": ("Not in the minutes", "grey"),
}

# “[-left out-]” or “{+put in+}”
CHANGE = re.compile(r"\[-(?P<out>.*?)-\]|\{\+(?P<into>.*?)\+\}")


def draft(request: Request) -> Response:
    """Show the form for a draft."""
    return page(request, "draft.html", text="", checks=None, verdicts=VERDICTS, errors=())


def check(request: Request, form: FormData) -> Response:
    """Check a draft sentence by sentence."""
    given = form.get("draft")
    text = given[:LONGEST].replace("\r\n", "\n") if isinstance(given, str) else ""
    told: dict[str, Any] = {"text": text, "verdicts": VERDICTS}
    if not text.strip():
        return page(request, "draft.html", checks=None, errors=("Paste the draft first.",), status=400, **told)
    archive = request.app.state.desk.archive
    checks = mn.verify(text, archive)
    items = {one.paragraph_id: _item_of(archive, one.paragraph_id) for one in checks if one.paragraph_id}
    counts = {verdict: sum(one.verdict == verdict for one in checks) for verdict in VERDICTS}
    return page(
        request, "draft.html", checks=checks, counts=counts, items=items, difference=difference, errors=(), **told
    )


def difference(told: str) -> Markup:
    """Return a word difference as HTML: what the draft left out in `<del>`, what it put in in `<ins>`.

    >>> print(difference("cost [-£4m-] {+£5m+}"))
    cost <del>£4m</del> <ins>£5m</ins>
    """
    parts, here = [], 0
    for match in CHANGE.finditer(told):
        parts.append(escape(told[here : match.start()]))
        tag, words = ("del", match["out"]) if match["out"] is not None else ("ins", match["into"])
        parts.append(Markup("<{0}>{1}</{0}>").format(Markup(tag), words))
        here = match.end()
    return Markup("").join([*parts, escape(told[here:])])


def _item_of(archive: mn.Archive, paragraph_id: str) -> str | None:
    try:
        return archive.paragraph(paragraph_id).item_id
    except KeyError:
        return None
