"""A small local server: paste HTML or drop a file, and see the inspector. Needs the `inspect` extra."""

from collections.abc import Callable
from ipaddress import ip_address
from typing import Protocol
from urllib.parse import urlsplit

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from starlette.types import Message

from cleanpage.errors import CleanpageError
from cleanpage.inspector.report import asset, render, script_hash
from cleanpage.inspector.templating import template
from cleanpage.options import Options
from cleanpage.pipeline import analyze

__all__ = ["Fetched", "build_app", "run"]

# Room for the names of the form's parts beside the page itself.
FORM_BYTES = 10_000
LOOPBACK_NAMES = ("localhost", "127.0.0.1", "[::1]", "::1")
HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",  # with none, browsers send forms with the origin "null"
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class Fetched(Protocol):
    """A page from the web."""

    @property
    def body(self) -> bytes:
        """Its bytes."""
        ...

    @property
    def content_type(self) -> str | None:
        """The header `Content-Type`."""
        ...

    @property
    def url(self) -> str | None:
        """Where it was in the end."""
        ...


Fetch = Callable[[str, int], Fetched]
"""Gives the page at a URL, no more than some bytes and one of it; raises `CleanpageError`."""


def build_app(host: str, max_bytes: int, fetch: Fetch | None = None) -> Starlette:
    """The application.

    Args:
        host: Address that it is served at. At a loopback address, requests that name another host are refused: a name
            server of somebody else's page could lead them here.
        max_bytes: Size of the largest page.
        fetch: Fetches a URL; without it, no URL is taken. It must refuse private addresses.
    """

    async def ask(_: Request) -> Response:
        return form_page(fetch is not None, max_bytes)

    async def inspect(request: Request) -> Response:
        refuse_other_sites(request)
        async with limited(request, max_bytes).form(max_part_size=max_bytes, max_files=1) as form:
            return await run_in_threadpool(inspected, *await page_of(form, max_bytes), max_bytes, fetch)

    hosts = [*LOOPBACK_NAMES, host] if is_loopback(host) else ["*"]
    return Starlette(
        routes=[Route("/", ask), Route("/inspect", inspect, methods=["POST"])],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=hosts, www_redirect=False)],
        exception_handlers={HTTPException: refused},
    )


def is_loopback(host: str) -> bool:
    """Whether a server at this address is open to this machine alone."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def refuse_other_sites(request: Request) -> None:
    """Refuse forms that another site's page sends.

    Raises:
        HTTPException: The browser says that the request comes from elsewhere.
    """
    origin = request.headers.get("origin")
    foreign = origin is not None and urlsplit(origin).netloc != request.headers.get("host")
    if foreign or request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise HTTPException(403, "This form may be sent from this server's own page alone.")


def limited(request: Request, max_bytes: int) -> Request:
    """A request whose body ends with an error where it grows longer than a page in a form may be."""
    received = 0

    async def receive() -> Message:
        nonlocal received
        message = await request.receive()
        received += len(message.get("body", b""))
        if received > max_bytes + FORM_BYTES:
            raise HTTPException(413, f"The page is longer than {max_bytes:,} bytes.")
        return message

    return Request(request.scope, receive)


async def page_of(form: FormData, max_bytes: int) -> tuple[bytes, str]:
    """The page that was sent, a file before what was pasted, and the URL that was given."""
    file, pasted, url = form.get("file"), form.get("html"), form.get("url")
    body = await file.read(max_bytes + 1) if isinstance(file, UploadFile) else b""
    if not body and isinstance(pasted, str):
        body = pasted.encode()
    return body, url.strip() if isinstance(url, str) else ""


def inspected(body: bytes, url: str, max_bytes: int, fetch: Fetch | None) -> Response:
    """The report on a page; fetched, if only a URL was given."""
    options = Options(max_bytes=max_bytes)
    content_type = None
    try:
        if not body and url and fetch:
            page = fetch(url, max_bytes)
            body, content_type, url = page.body, page.content_type, page.url or url
        elif not body:
            needed = "Paste a page, choose a file, or name a URL." if fetch else "Paste a page or choose a file."
            raise HTTPException(400, needed)
        report = render(analyze(body, url=url or None, content_type=content_type, options=options))
    except CleanpageError as error:
        raise HTTPException(400, str(error)) from error
    return HTMLResponse(report, headers=HEADERS)


async def refused(_: Request, error: Exception) -> Response:
    """The form once more, with what is wrong."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    message = error.detail if isinstance(error, HTTPException) else "Something went wrong."
    page = template("refused.html.jinja").render(message=message, css=asset("serve.css"))
    return HTMLResponse(page, status, HEADERS)


def form_page(fetches: bool, max_bytes: int) -> Response:
    """The page in which to paste or drop."""
    script = asset("serve.js")
    page = template("serve.html.jinja").render(
        fetches=fetches, max_bytes=max_bytes, css=asset("serve.css"), script=script
    )
    policy = (
        f"default-src 'none'; style-src 'unsafe-inline'; script-src {script_hash(script)}; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    )
    return HTMLResponse(page, headers=HEADERS | {"Content-Security-Policy": policy})


def run(app: Starlette, host: str, port: int) -> None:
    """Serve until interrupted."""
    uvicorn.run(app, host=host, port=port, log_level="info", server_header=False)
