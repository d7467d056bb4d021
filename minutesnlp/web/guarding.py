"""What stands between the page and whoever asks: the host, the token of every form, sizes, headers.

The page is for the person at this machine. Another site open in the same browser can send it requests: it cannot name
the host by a name of its own (DNS rebinding), cannot post without the token that only the pages hold, and cannot show
them in a frame.
"""

from __future__ import annotations

import hmac
import re
import secrets
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# “127.0.0.1:8010”, “localhost”; not “127.0.0.1.example.org”
HOST = re.compile(r"(?:127\.0\.0\.1|localhost)(?::[0-9]{1,5})?", re.IGNORECASE)

# The name of the hidden field that holds the token.
TOKEN = "token"

# A request may hold so many bytes, so many files, and so many bytes in a field that is no file.
MOST_BYTES = 500_000_000
MOST_FILES = 2_000
MOST_FIELD = 2_000_000

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}

Posted = Callable[[Request, FormData], Response]


class TooLargeError(HTTPException):
    """Tell of a request that holds more bytes than may be sent."""

    def __init__(self) -> None:
        super().__init__(413, f"That is more than {MOST_BYTES // 1_000_000} MB at once. Send fewer files.")


class Guard:
    """Answer only requests to this machine by its own names, bound their size, and set the headers of every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                # what is read stays out of the browser's store; style sheets and scripts may be asked for again
                headers.setdefault("Cache-Control", "no-cache" if scope["path"].startswith("/static/") else "no-store")
            await send(message)

        sent = 0

        async def counted() -> Message:
            nonlocal sent
            message = await receive()
            sent += len(message.get("body", b""))
            if sent > MOST_BYTES:
                raise TooLargeError
            return message

        if not own_host(Headers(scope=scope)):
            refusal = PlainTextResponse("This page answers only at http://127.0.0.1.", status_code=400)
            await refusal(scope, receive, guarded)
            return
        await self.app(scope, counted, guarded)


def own_host(headers: Headers) -> bool:
    """Tell whether the Host header, and only one, names this machine."""
    named = headers.getlist("host")
    return len(named) == 1 and HOST.fullmatch(named[0]) is not None


def new_token() -> str:
    """Return a token that nobody can guess; it is good for as long as the page runs."""
    return secrets.token_urlsafe(32)


def posting(endpoint: Posted) -> Callable[[Request], Awaitable[Response]]:
    """Let an endpoint have a form that was sent to it, if one of our own pages sent it."""

    async def checked(request: Request) -> Response:
        length = request.headers.get("content-length", "0")
        if length.isdecimal() and int(length) > MOST_BYTES:  # said at once; what comes without a length is counted
            raise TooLargeError
        _check_origin(request)
        async with request.form(max_files=MOST_FILES, max_fields=MOST_FILES, max_part_size=MOST_FIELD) as form:
            given = form.get(TOKEN)
            token: str = request.app.state.token
            if not isinstance(given, str) or not hmac.compare_digest(given.encode(), token.encode()):
                raise HTTPException(403, "This form is not from a page of this run. Open the page again.")
            return await run_in_threadpool(endpoint, request, form)

    return checked


def _check_origin(request: Request) -> None:
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers["host"]:
        raise HTTPException(403, "This form was sent by another site.")
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise HTTPException(403, "This form was sent by another site.")
