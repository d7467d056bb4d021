"""The document a meeting was read from, opened as it is.

Only a file is given out whose bytes are the ones that were read: its SHA-256 is that of the meeting. So no name, in an
address or in an archive, can make the page give out another file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

import minutesnlp as mn
from minutesnlp.web.looking import meeting_of

# What a browser may show by itself; all else is saved.
SHOWN = {".pdf": "application/pdf", ".txt": "text/plain; charset=utf-8", ".md": "text/plain; charset=utf-8"}
WEB_PAGES = (".html", ".htm", ".aspx", ".php")

# A saved web page is shown as words: it runs nothing, and asks nobody for anything.
SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'"
# A viewer of PDF within the browser needs leave to draw.
VIEWER = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'"


def source(request: Request) -> Response:
    """Give out the document that a meeting was read from."""
    meeting = meeting_of(request, request.path_params["id"])
    found = document(meeting, places(request.app.state.desk.archive))
    if found is None:
        raise HTTPException(404, f"The document is no longer as it was read, or where: {meeting.source}")
    path, content = found
    suffix = path.suffix.lower()
    name = quote(path.name)
    if suffix in WEB_PAGES:
        kind, headers = "text/html", {"Content-Security-Policy": SANDBOX}
    elif suffix in SHOWN:
        kind, headers = SHOWN[suffix], {"Content-Security-Policy": VIEWER}
    else:
        kind, headers = "application/octet-stream", {}
    way = "attachment" if kind == "application/octet-stream" else "inline"
    headers |= {"Content-Disposition": f"{way}; filename*=UTF-8''{name}"}
    return Response(content, media_type=kind, headers=headers)


def document(meeting: mn.Meeting, roots: Iterable[Path]) -> tuple[Path, bytes] | None:
    """Return the document of a meeting, where it lies and its bytes, if it is anywhere as it was read.

    `Meeting.source` is a path as it was given when the minutes were read, and may be relative to a place that only the
    reader knew: `roots` are tried.
    """
    for root in roots if meeting.source and meeting.digest else ():
        path = root / meeting.source
        try:
            content = path.read_bytes() if path.is_file() else b""
        except (OSError, ValueError):
            continue
        if content and hashlib.sha256(content).hexdigest() == meeting.digest:
            return path, content
    return None


def places(archive: mn.Archive) -> list[Path]:
    """Return the folders that a relative source may lie in."""
    package = Path(mn.__file__).parent
    beside = [archive.path.absolute().parent] if archive.path is not None else []
    return [Path.cwd(), *beside, package, package.parent]  # the example minutes lie in the package or beside it
