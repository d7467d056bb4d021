"""The evidence pack: what was ticked on the page, as a document to put before a committee."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

import minutesnlp as mn
from minutesnlp.web.asking import asked
from minutesnlp.web.rendering import page

KINDS = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "csv": "text/csv; charset=utf-8",
}


def pack(request: Request, form: FormData) -> Response:
    """Give out the ticked hits and items as a document."""
    kind = kind_in(form)
    archive: mn.Archive = request.app.state.desk.archive
    wanted = asked(form)
    picked = picks_in(form)
    found: list[mn.Hit | mn.Item] = [hit for place, hit in wanted.findable(archive).items() if place in picked]
    found += items_in(form, archive)
    if not found:
        return page(request, "unpicked.html", back=wanted.address(page=wanted.page), status=400)
    return as_document(found, kind, archive, query=wanted.query, title=wanted.query or str(found[0]))


def kind_in(form: FormData) -> str:
    """Return which form of a document is wanted, or answer that there is none."""
    kind = str(form.get("form", "docx"))
    if kind not in KINDS:
        raise HTTPException(400, "There is no such form of an evidence pack.")
    return kind


def picks_in(form: FormData) -> list[str]:
    """Return the ids of the paragraphs that were ticked, each once."""
    return list(dict.fromkeys(one for one in form.getlist("pick") if isinstance(one, str)))


def items_in(form: FormData, archive: mn.Archive) -> list[mn.Item]:
    """Return the items named by a form, or answer that one is not there."""
    try:
        return [archive.item(one) for one in form.getlist("item") if isinstance(one, str)]
    except KeyError:
        raise HTTPException(404, "There is no such item in this archive.") from None


def as_document(
    found: Sequence[mn.Hit | mn.Item], kind: str, archive: mn.Archive, *, query: str, title: str
) -> Response:
    """Return hits and items as a file to save, called by its title."""
    with tempfile.TemporaryDirectory(prefix="minutesnlp-") as folder:
        path = mn.evidence_pack(found, Path(folder) / f"pack.{kind}", archive=archive, query=query or None)
        content = path.read_bytes()
    name = re.sub(r"[^\w-]+", "-", title).strip("-")[:60] or "evidence"
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(f'{name}.{kind}')}"}
    return Response(content, media_type=KINDS[kind], headers=headers)
