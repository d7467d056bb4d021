"""Style sheets and scripts, by name: those that ship, and no others."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

# Said here, and not by the machine: on Windows a script may be registered as text, and is then not run.
KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".txt": "text/plain"}


def static(request: Request) -> Response:
    """Give out a file that ships with the page."""
    found = _files().get(request.path_params["name"])
    if found is None:
        raise HTTPException(404)
    content, kind = found
    return Response(content, media_type=kind)


@lru_cache(maxsize=1)
def _files() -> dict[str, tuple[bytes, str]]:
    return dict(_within(resources.files("minutesnlp.web").joinpath("static"), ""))


def _within(folder: Traversable, before: str) -> list[tuple[str, tuple[bytes, str]]]:
    found = []
    for each in folder.iterdir():
        suffix = "." + each.name.rpartition(".")[2]
        if each.is_dir():
            found += _within(each, f"{before}{each.name}/")
        elif suffix in KINDS:
            found.append((before + each.name, (each.read_bytes(), KINDS[suffix])))
    return found
